package prose

import (
	"fmt"
	"strings"
	"testing"
)

// told writes the names of a sentence as "Person Jane Roe [title] (short)".
func told(s *Sentence) string {
	var all []string
	for _, n := range s.Names {
		k := [...]string{"?", "person", "org", "place", "group", "work", "event"}[n.Kind]
		line := k + " " + s.Words(n.Range)
		if n.Title.From < n.Title.To {
			line += " [" + s.Words(n.Title) + "]"
		}
		if n.Short.From < n.Short.To {
			line += " (" + s.Words(n.Short) + ")"
		}
		all = append(all, line)
	}
	return strings.Join(all, "; ")
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The US Ambassador to Norway Martin Holt left on Tuesday.", "person Martin Holt [US Ambassador to Norway]"},
		{"SOUTHCOM Commander Adm. Lucia F. Moreno hosted them.", "org SOUTHCOM; person Lucia F. Moreno [SOUTHCOM Commander Adm.]"},
		{"On Friday the Ministry of the Interior fined Deutsche Werft.", "org Ministry of the Interior; ? Deutsche Werft"},
		{"The Department of Health and Human Services warned France and Spain.", "org Department of Health and Human Services; place France; place Spain"},
		{"It asked US Southern Command (SOUTHCOM) for ships.", "org US Southern Command (SOUTHCOM)"},
		{"Labour Party leader Anna Webb spoke to Ursula von der Leyen.", "org Labour Party; person Anna Webb [Labour Party leader]; person Ursula von der Leyen"},
		{"White House spokesperson Karen Lowe said so.", "org White House; person Karen Lowe [White House spokesperson]"},
		{"In March, Theresa May met Jae-in Moon in May 2018.", "person Theresa May; person Jae-in Moon"},
		{"President Tsai Ing-wen and Bashar al-Assad did not meet.", "person Tsai Ing-wen [President]; person Bashar al-Assad"},
		{"Critics in Parliament told the French officials and Americans.", "org Parliament; group Americans"},
		{"Secretary of State Carl Odum flew to New York City.", "person Carl Odum [Secretary of State]; place New York City"},
		{"The Supreme Court of Ruritania ruled against The New York Times.", "org Supreme Court of Ruritania; org The New York Times"},
		{"The Prime Minister and the Court waited.", ""},
		{"Anna Webb, the Democratic Speaker of the House, met the Attorney General of Ohio.", "person Anna Webb"},
		{"Queen Margrethe II opened the session.", "person Queen Margrethe II"},
		{"Rep. Dana Hill, Jr. voted for the Clean Water Act.", "person Dana Hill, Jr. [Rep.]; work Clean Water Act"},
		{"French President Luc Barre called German Chancellor Eva Stern.", "person Luc Barre [French President]; person Eva Stern [German Chancellor]"},
		{"Independent journalist Mike Trask reported Thursday that the US-led alliance left.", "person Mike Trask [Independent journalist]; place US"},
		{"House of Commons Speaker Tom Reed and Justice Department lawyers wrote.", "person Tom Reed [House of Commons Speaker]; org Justice Department"},
		{"The Minority Workers' Party and the Tenure of Land Act split them.", "org Minority Workers' Party; work Tenure of Land Act"},
		{"In Hart v. Lowe the House Committee on Ways and Means won.", "work Hart v. Lowe; org House Committee on Ways and Means"},
		{"Nathan Law of Norway met the Chairman of the Board for Roads.", "person Nathan Law; place Norway"},
		{"Biologist Nick Bos met Sales Manager Clara Lind and J.K. Moreau.", "person Nick Bos [Biologist]; person Clara Lind [Sales Manager]; person J.K. Moreau"},
		{"The NASA Administrator said the U.S would not sell the MQ-9.", "org NASA; place U.S; ? MQ"},
		{"OSLO, Norway (AP) - The Savings and Loan Association met the Chancellor of the Exchequer Tom Reed.",
			"place OSLO; place Norway; org AP; org Savings and Loan Association; person Tom Reed [Chancellor of the Exchequer]"},
		{"The Director of the U.S. Federal Bureau of Investigation read the Bill of Rights.", "work Bill of Rights"},
		{"He paid C$5 to Hart Mills Inc. Recently it sold a yard in Albany, N.Y., too.", "org Hart Mills Inc."},
		{"After World War II and the Battle of Celaya, Hurricane Odra hit Chiang Kai-shek's Western friends.",
			"event World War II; event Battle of Celaya; event Hurricane Odra; person Chiang Kai-shek"},
		{"Officials praised the GDP of France.", "place France"},
		{"Director of Greenpeace Mei-ling Tan warned Canadian-Mexican firms.", "person Mei-ling Tan [Director of Greenpeace]"},
	} {
		s := &Read([]string{c.text}).Paragraphs[0].Sentences[0]
		if got := told(s); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct {
		paragraphs []string
		want       string // each quotation: sentences it runs over, scare or the verb that reports it
	}{
		{[]string{`"We will leave," Webb said.`}, "0.0<0.0"},
		{[]string{`“We will leave. We mean it,” said Webb.`}, "0.0 0.1<0.1"},
		{[]string{`Webb said: “It is over. ‘Over’ is the word.” He left.`}, "0.0 0.1<0.0"},
		{[]string{`“First things first.`, `“Then the rest,” Webb added.`}, "0.0 1.0<1.0"},
		{[]string{`"The "union" is over. We leave," Webb said. "It is late."`}, "0.0 0.1<0.1; 0.2<0.1"},
		{[]string{`"The union is over, Webb said. "It is late."`}, "0.0 0.1; 0.1 scare"},
		{[]string{`According to Webb, "the deal is dead and gone for good."`}, "0.0<0.0"},
		{[]string{`"We lost," Webb, who had led the party, admitted on Friday.`}, "0.0<0.0"},
		{[]string{`Webb rejected this:`, `The deal is dead. It will stay so.`, `We leave.`, `– Anna Webb, "Notes"`, `She left.`}, "1.0 1.1 2.0<0.0; 3.0 scare"},
		{[]string{`The plan would:`, `Raise taxes and cut costs.`, `She left.`}, ""},
		{[]string{`The so-called "reform bill" has no friends.`}, "0.0 scare"},
		{[]string{`"It is late and we are tired`, `The talks went on.`}, "0.0"},
		{[]string{`'We are done here,' the minister's aide said.`}, "0.0<0.0"},
		{[]string{`The workers' union and the teachers' union met.`}, ""},
		{[]string{`Webb spoke later. She said this: "We will vote on it in the spring."`}, "0.1<0.1"},
	} {
		x := Read(c.paragraphs)
		var got []string
		for _, q := range x.Quotations {
			var parts []string
			for _, w := range q.Parts {
				parts = append(parts, fmt.Sprintf("%d.%d", w.Para, w.Sentence))
			}
			line := strings.Join(parts, " ")
			if q.Scare {
				line += " scare"
			}
			if q.Speaker.Para >= 0 {
				line += fmt.Sprintf("<%d.%d", q.Speaker.Para, q.Speaker.Sentence)
			}
			got = append(got, line)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %s, want %s", c.paragraphs, g, c.want)
		}
	}
}

func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want Kind
	}{
		{"Tuesday, March 3, 2020", Dateline},
		{"3 March 2020", Dateline},
		{"Published: March 3, 2020 10:04 GMT", Dateline},
		{"By Jane Roe and John Doe", Byline},
		{"By Tuesday the ministers had agreed on a text.", Body},
		{"Read: Ministers agree on a text", Related},
		{"From earlier: Ministers meet again", Related},
		{"Read more about the talks", Related},
		{"Read this carefully, the judge told the jury.", Body},
		{"© 2021 The Daily Example. All rights reserved.", Disclaimer},
		{"Sign up for our newsletter to get the news first.", Disclaimer},
		{"Nothing here is a forecast. Not a recommendation to buy or sell.", Disclaimer},
		{"This article was amended on 4 May to correct a name.", Disclaimer},
		{"This report was later used against him in court.", Body},
		{"Photo: The harbour at dawn", Caption},
		{"Ministers on the steps of the palace. (Photo: J. Roe)", Caption},
		{"We have voted for the text. https://t.co/abcDEF123", Post},
		{"We have voted. — Jane Roe (@janeroe) March 3, 2020", Post},
		{"— Jane Roe (@janeroe) March 3, 2020", Byline},
		{"Members may serve three terms of service and no more.", Body},
		{"What happens next", Heading},
		{"The minister resigned on Tuesday.", Body},
		{"The minister said: \"I resign\"", Body},
	} {
		if got := kindOf(c.text, 4, 10); got != c.want {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
	}
	p, ok := PostedBy("— Jane Roe (@janeroe) March 3, 2020")
	if !ok || p != (Poster{"Jane Roe", "janeroe", "March 3, 2020"}) {
		t.Errorf("the line under a post reads %v, %v", p, ok)
	}
}

// A surname that begins a sentence is known by its other places.
func TestProperWords(t *testing.T) {
	x := Read([]string{"The court heard Emil Stern and Jo Bill. A bill was read.", "Stern responded to the ruling. Bill passed."})
	if s := &x.Paragraphs[1].Sentences[0]; told(s) != "person Stern" || s.Tokens[1].Tag != VBD {
		t.Errorf("names %q, tag %v", told(s), s.Tokens[1].Tag)
	}
	if properWords(x)["Bill"] {
		t.Error("a word that the text also writes small is no name of its own")
	}
}
