package when

import (
	"fmt"
	"strings"
	"testing"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// tell reads a text as a story and returns the values of its times.
func tell(published edtf.Day, narrative bool, text string) string {
	sentences := prose.Read([]string{text}).Paragraphs[0].Sentences
	story := Begin(published, sentences)
	if narrative && !story.Narrative {
		return "no narrative"
	}
	var out []string
	for i := range sentences {
		for _, p := range story.Place(&sentences[i], story.Find(&sentences[i])) {
			out = append(out, p.Val)
		}
	}
	return strings.Join(out, " ")
}

func TestStory(t *testing.T) {
	const background = "It began on 3 May 1871. It ended on 9 July 1872. Ships came in June 1871 and in April 1872. Men fell on 4 June 1871. " +
		"Guns came in July 1871. Towns fell in May 1872 and on 7 June 1872. "
	for _, x := range []struct{ name, text, want string }{
		{"a year goes on", background + "In August 1872 a council met. In October it broke up. In January the war was over.", "1872-08 1872-10 1873-01"},
		{"a year at the head of a sentence", background + "In August 1872 a council met. In 1873 it broke up. In May the war was over.", "1872-08 1873 1873-05"},
		{"a look ahead", background + "In March 1873 a council met, which won an election in November 1878. In April it broke up. On 5 May 1873 the war was over.", "1873-03 1878-11 1873-04 1873-05-05"},
		{"the following year", background + "The town fell in 1873. The following year it was rebuilt.", "1873 1874"},
		{"before Christ", background + "The town fell in 480 BC. The following year it was rebuilt. That autumn it fell again.", "BC0480 BC0479 BC0479-FA"},
		{"a clock takes its day from the sentence", background + "At 5:30 in the morning on 9 May 1873 guns fired.", "1873-05-09T05:30"},
		{"a day in histories", background + "The town fell on 5 May 1873. Three days later it burnt. A few weeks later it stood again.", "1873-05-05 1873-05-08 FUTURE_REF"},
		{"the former are past", background + "A former king died.", "PAST_REF"},
	} {
		got, ok := strings.CutPrefix(tell(saidOn, true, x.text), tell(saidOn, true, background)+" ")
		if !ok || got != x.want {
			t.Errorf("%s: got %s, want %s", x.name, got, x.want)
		}
	}
}

func TestBusinessStory(t *testing.T) {
	for _, x := range []struct{ name, text, want string }{
		{"a year earlier", "Profit fell in the second quarter. A year earlier it had risen. In the latest quarter costs rose.", "2025-Q2 2024-Q2 2025-Q2"},
		{"a quarter to come is not the latest", "Profit fell in the second quarter. It will rise in the fourth quarter. In the latest quarter costs rose.", "2025-Q2 2025-Q4 2025-Q2"},
		{"many months", "Profit fell in the second quarter. In the nine months it was 3, up from 2 a year earlier.", "2025-Q2 P9M 2024"},
		{"ended", "In the quarter ended July 31 profit fell. A year ago it rose.", "2025-Q2 2025-07-31 2024-Q2"},
		{"ended is past", "In the year ended Oct. 31 profit fell.", "P1Y 2024-10-31"},
		{"a quarter looked back on", "Profit rose in the second quarter. After a flat first quarter, costs fell. In the year-earlier period it fell.", "2025-Q2 2025-Q1 2024-Q2"},
		{"this quarter runs", "Profit rose in the second quarter. This quarter costs fell. In the year-earlier quarter it fell.", "2025-Q2 2025-Q3 2024-Q2"},
		{"a business year", "The mill reported lower third-quarter profit. Sales in the latest period rose.", "2025-Q3 2025-Q3"},
		{"the year", "Profit fell in the second quarter. It will rise by the end of the year.", "2025-Q2 2025"},
		{"the weekend to come", "Dealers sold ahead of the weekend.", "2025-W37-WE"},
		{"as soon as", "He may leave as soon as Tuesday, they said.", "2025-09-16"},
		{"a length in news", "The mill fell on Sept. 2. Three days later it burnt. A few weeks later it stood again. A year later it shone.", "2025-09-02 P3D PXW 2026"},
		{"the former are people", "A former king died.", ""},
		{"a clock goes on with the days that are over", "The mayor fell on Sept. 9. Votes are counted until next Tuesday. She was sworn in at 5 p.m.", "2025-09-09 2025-09-16 2025-09-09T17:00"},
		{"a clock ahead", "The mayor fell on Sept. 9. The new one will speak next Tuesday. She will be sworn in at 5 p.m.", "2025-09-09 2025-09-16 2025-09-16T17:00"},
		{"the year of what is to come", "The mill burnt in 2014. It will open by the end of the year.", "2014 2025"},
		{"the year of the same sentence", "In 2014 they said that it would open by the end of the year.", "2014 2014"},
		{"a day of the year past", "The court upheld it in May 2022. On Dec. 6 he fled.", "2022-05 2022-12-06"},
		{"a day of the year past, in this year", "The court upheld it in May 2022. On Aug. 6 he fled.", "2022-05 2025-08-06"},
		{"a day long after the year past", "The court upheld it in May 2022. He fled. He hid. He wept. On Dec. 6 he came home.", "2022-05 2024-12-06"},
		{"a month of the year that opens the sentence", "In the winter of 1916 he fell ill; by March he was home.", "1916-WI 1917-03"},
		{"a month beside a year", "The law of 1916 was repealed in March.", "1916 2025-03"},
		{"from year to year", "In 2015 it was large; four years earlier it was small, and four years before that it was new.", "2015 2011 2007"},
		{"a look back does not go on", "The election of 2016 was won. Four years earlier he had lost. He was sworn in the following March.", "2016 2012 2017-03"},
		{"a day that tells which", "The mayor fell on Sept. 9. After the Sept. 2 vote, she rose again. She was sworn in at 5 p.m.", "2025-09-09 2025-09-02 2025-09-09T17:00"},
	} {
		if got := tell(saidOn, false, x.text); got != x.want {
			t.Errorf("%s: got %s, want %s", x.name, got, x.want)
		}
	}
}

// TestPeople has texts in which someone has the name of a month.
func TestPeople(t *testing.T) {
	for text, want := range map[string]string{
		"Agnes May spoke. He left in protest at a word of May's. Aides to May wept.":     "",
		"Agnes May spoke in May. From May to June she was ill, and again in late May.":   "2025-05 2025-05 2025-06 2025-05",
		"The fair of May was large. It was compared to May's.":                           "2025-05 2025-05",
		"Agnes June spoke on Monday May 5. The heat of June and that of May were worse.": "2025-05-05 2025-05",
		"The fleet of Brindle, May 5, 2025, was compared to that of May.":                "2025-05-05 2025-05",
	} {
		if got := tell(saidOn, false, text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// TestChronology has entries that go on from each other, or back.
func TestChronology(t *testing.T) {
	for _, x := range []struct{ name, text, want string }{
		{"on", "3 March 1998: Talks open.|5-9 March: Talks go on.|Late March: They end.|April 1 - War begins.|10 January: It ends.|Mid-1999: Guards leave.|Dec. 4: They come back.|May: They leave.",
			"1998-03-03 1998-03-05 1998-03-09 1998-03 1998-04-01 1999-01-10 1999 1999-12-04 2000-05"},
		{"back", "12 June 2019: The mayor is sentenced.|3 May: She is tried.|20 December: She is charged.", "2019-06-12 2019-05-03 2018-12-20"},
		{"no entries", "12 June 2023 was hot.|On 3 May she was tried.", "2023-06-12 2025-05-03"},
	} {
		var sentences []prose.Sentence
		for _, p := range prose.Read(strings.Split(x.text, "|")).Paragraphs {
			sentences = append(sentences, p.Sentences...)
		}
		story := Begin(saidOn, sentences)
		var got []string
		for i := range sentences {
			for _, p := range story.Place(&sentences[i], story.Find(&sentences[i])) {
				got = append(got, p.Val)
			}
		}
		if got := strings.Join(got, " "); got != x.want {
			t.Errorf("%s: got %s, want %s", x.name, got, x.want)
		}
	}
}

// TestRate reads what comes so many times a year, for which it takes to know the nouns.
func TestRate(t *testing.T) {
	for text, want := range map[string]string{
		"The court hears several thousand pleas a year.":       "SET",
		"The port ships ten million tons of grain a year.":     "SET",
		"He joined the guild of bakers a year before the war.": "DURATION",
		"The bakers waited a year.":                            "DURATION",
	} {
		s := &prose.Read([]string{text}).Paragraphs[0].Sentences[0]
		found := Single(s)
		if len(found) != 1 {
			t.Errorf("%s: %d times, want 1", text, len(found))
			continue
		}
		if got := found[0].Value.Resolve(Anchor{}).Type; got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// TestLean reads whole sentences, predicates and all; they are said on a Friday.
func TestLean(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"The guild planned a rally in the port on Saturday.", "2025-09-13"},
		{"The guild planned a rally in the port on Saturday and was baking bread.", "2025-09-13"},
		{"The judge scheduled a hearing for Tuesday.", "2025-09-16"},
		{"The guild marched in the port on Tuesday and will march again.", "2025-09-09"},
		{"On Tuesday, the Rights League plans to hold a fair.", "2025-09-16"},
		{"The baker could not be reached Wednesday.", "2025-09-10"},
		{"Neither the baker nor his wife could be found Wednesday.", "2025-09-10"},
		{"The baker could be freed Wednesday.", "2025-09-17"},
		{"The offer had been expected to end Tuesday.", "2025-09-09"},
		{"The offer is expected to end Tuesday.", "2025-09-16"},
		{"The cook who asked to see him on Tuesday was turned away.", "2025-09-09"},
		{"The cook has vowed to leave on Tuesday.", "2025-09-16"},
		{"We are closing the mill in March.", "2026-03"},
		{"The gates stayed shut until Tuesday.", "2025-09-09"},
		{"The judge gave them until Tuesday.", "2025-09-16"},
		{"She has plans for the fall.", "2025-FA"},
		{"The governor will begin a three-day bus tour in the south Tuesday morning, aides said.", "P3D 2025-09-16TMO"},
		{"He resigned on Tuesday, and the mayor will speak.", "2025-09-09"},
		{"The house had been due to sit until April 12.", "2025-04-12"},
		{"She has raised a million since October.", "2024-10"},
		{"His memoirs, due out in spring, are long.", "2026-SP"},
		{"They spoke about the night of May 3.", "2025-05-03TNI"},
		{"The council will sit on the second Sunday of August.", "2026-08-09"},
		{"They were due to leave on Saturday but fog kept them.", "2025-09-06"},
		{"They were due to leave on Saturday.", "2025-09-13"},
		{"The report covers the twelve months to 31 March.", "P12M 2025-03-31"},
		{"It has been stuck since before the summer.", "2025-SU"},
		{"\"Come back on Tuesday,\" the clerk told him on Thursday.", "2025-09-16 2025-09-11"},
		{"Cards sent between 1 and 4 March will be read.", "2026-03-01 2026-03-04"},
		{"Cards sent between 1 and 4 March were read.", "2025-03-01 2025-03-04"},
		{"The guild has asked for a fair before Christmas.", "2025-12-25"},
		{"The guild asked for a fair before Christmas.", "2024-12-25"},
		{"It will not sail before 2027, having lost its crew in March.", "2027 2025-03"},
		{"The mill agreed to buy the barn in February.", "2026-02"},
		{"The mill signed an agreement to buy the barn in February.", "2026-02"},
		{"The mill managed to buy the barn in February.", "2025-02"},
		{"The mill signed an agreement to buy the barn Tuesday.", "2025-09-09"},
		{"The bank extended the loans through January.", "2026-01"},
		{"Sales rose through August.", "2025-08"},
		{"The Winter Palace fell in the winter.", "2024-WI"},
		{"The weekly said on Tuesday that it pays weekly.", "2025-09-09 P1W"},
		{"The bill would fund the mill through April.", "2026-04"},
		{"The barn will be sold in five years.", "2030"},
		{"The barn was built in five years.", "P5Y"},
		{"The barn will be sold in the next five years.", "P5Y"},
		{"By Sunday all was over.", "2025-09-07"},
		{"Until June it was open.", "2025-06"},
		{"The hearing was put off until Monday.", "2025-09-15"},
		{"It may open as early as May.", "2026-05"},
		{"The unions announced a strike for Monday.", "2025-09-15"},
		{"The judge set the hearing for Jan. 14.", "2026-01-14"},
		{"They meet on Monday.", "2025-09-15"},
		{"The deadline is Monday.", "2025-09-15"},
		{"The deadline was Monday.", "2025-09-08"},
		{"She retires in June.", "2026-06"},
		{"Elections are set for May.", "2026-05"},
		{"The vote was first set for May but was put off.", "2025-05"},
		{"The vote was set for November.", "2025-11"},
		{"The sale, due in January, is large.", "2026-01"},
		{"The guild marched on Nov. 17.", "2024-11-17"},
		{"The offer was extended to Oct. 20.", "2025-10-20"},
		{"The council approved a tax effective Feb. 1.", "2026-02-01"},
		{"The strike planned for Monday was called off.", "2025-09-08"},
		{"The council voted on Tuesday to sell the barn.", "2025-09-09"},
		{"The fair closed on Sept. 3, the day before the storm.", "2025-09-03 2025-09-03"},
		{"\"We caught him yesterday,\" the baker said on Tuesday.", "2025-09-08 2025-09-09"},
		{"The baker said on Tuesday: \"We will close tomorrow.\"", "2025-09-09 2025-09-10"},
		{"On Tuesday the baker told the guild, \"I will retire on Friday.\"", "2025-09-09 2025-09-12"},
		{"The baker wrote on Tuesday that he \"will close tomorrow\".", "2025-09-09 2025-09-10"},
		{"Reached on Tuesday, the baker said he had left \"yesterday\".", "2025-09-09 2025-09-08"},
		{"The baker wrote on Tuesday that he will close tomorrow.", "2025-09-09 2025-09-13"},
		{"\"We close today,\" the baker said after a fire broke out on Tuesday.", "2025-09-12 2025-09-09"},
		{"\"We close today,\" the baker said, and on Tuesday he did.", "2025-09-12 2025-09-09"},
	} {
		sentences := prose.Read([]string{x.text}).Paragraphs[0].Sentences
		story := Begin(saidOn, sentences)
		var got []string
		for _, p := range story.Place(&sentences[0], story.Find(&sentences[0])) {
			got = append(got, p.Val)
		}
		if got := strings.Join(got, " "); got != x.want {
			t.Errorf("%s: got %s, want %s", x.text, got, x.want)
		}
	}
}

// TestOldYears has histories of times whose years have three digits.
func TestOldYears(t *testing.T) {
	const bc = "The war began in 264 BC. It ended in 241 BC. In 238 BC the islands fell. In 225 BC the north rose. In 221 BC the general died. " +
		"In 219 BC the siege began. In 218 BC the army marched. In 217 BC it won. "
	const ad = "The raids began in 793. In 794 they came again. In 795, ships came west. In 798 they came back. In 802 the island burnt. " +
		"In 806, monks died. In 832 they came twice. In 840, they stayed. "
	for _, x := range []struct{ name, text, want string }{
		{"before Christ", bc + "In 216 it won again. In the spring of 215 BC it starved.", "BC0216 BC0215-SP"},
		{"after Christ", ad + "In 851, they lost. In May they left.", "0851 0851-05"},
	} {
		got := tell(saidOn, true, x.text)
		if !strings.HasSuffix(got, " "+x.want) {
			t.Errorf("%s: got %s, want %s", x.name, got, x.want)
		}
	}
}

// TestNewsLooksBack has a text with as many years past as a history, which its days show to be news.
func TestNewsLooksBack(t *testing.T) {
	const past = "It began on 3 May 1871. It ended on 9 July 1872. Ships came in June 1871 and in April 1872. Men fell on 4 June 1871. " +
		"Guns came in July 1871. Towns fell in May 1872 and on 7 June 1872. "
	for text, want := range map[string]bool{
		past: true,
		past + "On Friday it was remembered. The queen had come last week. She left yesterday.": false,
		"The queen spoke on Friday. " + past:                                                    false,
	} {
		if got := Narrative(saidOn, prose.Sentences(text)); got != want {
			t.Errorf("narrative %t, want %t: %s", got, want, text)
		}
	}
}

// TestCourse has histories whose months take their years from what is told before and after them.
func TestCourse(t *testing.T) {
	far, years := "", "" // dates enough to make a history of a short text
	for y := 1601; y < 1640; y++ {
		far += fmt.Sprintf(" A town was founded in %d.", y)
		years += fmt.Sprintf(" %d", y)
	}
	for _, x := range []struct{ name, text, want string }{
		{"a story goes on", "The fort fell in June 1871. In October the bridge was burnt. In March the town was taken. In May 1872 the war ended.", "1871-06 1871-10 1872-03 1872-05"},
		{"it turns back to another front", "The fort fell in March 1872. In the east, ships came in July. In August the island was taken. In September 1871 the fleet sailed on. In November 1871 it came home.",
			"1872-03 1871-07 1871-08 1871-09 1871-11"},
		{"a look aside to one day", "The fort fell in June 1871. It had been built in April 1850. In August the bridge was burnt. In October 1871 the town was taken.",
			"1871-06 1850-04 1871-08 1871-10"},
		{"a look aside that goes on", "The fort fell in June 1871. It had been planned in April 1850 and in May was begun. In August the bridge was burnt. In October 1871 the town was taken.",
			"1871-06 1850-04 1850-05 1871-08 1871-10"},
		{"measured from a year", "The fort fell in June 1871. It was the worst defeat since 1850. The following year the bridge was burnt. In October 1872 the town was taken.",
			"1871-06 1850 1872 1872-10"},
		{"years of a heading", "The long war (1871-1880). In May the fort fell. In June 1871 the bridge was burnt.", "1871 1880 1871-05 1871-06"},
		{"a winter belongs to the year that it ends in", "The fort fell in November 1871. The army starved in the winter. In March 1872 it went home.", "1871-11 1872-WI 1872-03"},
		{"what was said then", "The fort fell in June 1871. \"We lost the bridge two years ago,\" the general wrote. In July 1871 he fell.", "1871-06 1869 1871-07"},
		{"what is said now", "The fort fell in June 1871. Today it is a museum. It was built in 1600.", "1871-06 PRESENT_REF 1600"},
	} {
		got, ok := strings.CutSuffix(tell(saidOn, true, x.text+far), years)
		if !ok || got != x.want {
			t.Errorf("%s: got %s, want %s", x.name, got, x.want)
		}
	}
}
