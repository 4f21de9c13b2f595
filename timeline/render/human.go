package render

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/edtf"
)

// When returns the date of an event as people write it, no more exact than the event has it, with its modality
// unless that is actual: "late spring 2025", "11–20 Sep 2025 (planned)", "by 5 May 2025", "undated".
func When(e timeline.Event) string {
	s := dateOf(e)
	if e.Modality != timeline.Actual && e.Modality != "" {
		s += " (" + string(e.Modality) + ")"
	}
	return s
}

// undated says whether an event belongs into the block without dates. A last day alone, such as the day of
// publication, is no date.
func undated(e timeline.Event) bool { return e.Date.IsZero() && e.Earliest == 0 }

func dateOf(e timeline.Event) string {
	d := e.Date
	if undated(e) {
		return "undated"
	}
	if d.IsZero() {
		d = edtf.Interval(e.Earliest.Date(), e.Latest.Date())
	}
	s := ""
	if d.Uncertain() {
		s += "perhaps "
	}
	if d.Approximate() {
		s += "about "
	}
	switch d.Unit() {
	case edtf.UnitInterval:
	case edtf.UnitSet:
		return s + choice(d.Members())
	default:
		return s + part(e) + spell(d)
	}
	from, to := d.Ends()
	_, goesOn := d.Open() // where it does not, it has ended, and nobody knows when
	switch {
	case from.IsZero():
		return s + "by " + spell(to)
	case to.IsZero() && (e.Modality == timeline.Planned || !goesOn):
		return s + "from " + spell(from)
	case to.IsZero():
		return s + "since " + spell(from)
	}
	return s + between(from, to)
}

// partWords are the words of a text that give a part of a month, a season or a year.
var partWords = regexp.MustCompile(`(?i)\b(?:(early|beginning of|start of|first (?:days|weeks|months) of)|(mid|middle of)|(late|end of|close of|last (?:days|weeks|months) of))\b`)

// part returns "early ", "mid-" or "late " where the date's words say so or, where the text has no words for
// the date, where its bounds do.
func part(e timeline.Event) string {
	if e.Date.Unit() == edtf.UnitDay {
		return ""
	}
	if e.DateText != "" {
		m := partWords.FindStringSubmatch(e.DateText)
		switch {
		case m == nil:
			return ""
		case m[1] != "":
			return "early "
		case m[2] != "":
			return "mid-"
		}
		return "late "
	}
	first, last := e.Date.Bounds()
	if e.Earliest == 0 || e.Latest == 0 || 10*(e.Latest-e.Earliest+1) > 6*(last-first+1) {
		return ""
	}
	middle := 50 * (e.Earliest - first + e.Latest - first) / (last - first) // in hundredths
	switch {
	case middle < 40:
		return "early "
	case middle > 60:
		return "late "
	}
	return "mid-"
}

var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
var seasons = [...]string{"spring", "summer", "autumn", "winter"}

// spell writes a date that is neither an interval nor a set.
func spell(d edtf.Date) string {
	year, month, day := d.Fields()
	switch d.Unit() {
	case edtf.UnitSecond:
		_, clock, _ := strings.Cut(d.String(), "T")
		return fmt.Sprintf("%d %s %d %s", day, months[month], year, clock)
	case edtf.UnitDay:
		return fmt.Sprintf("%d %s %d", day, months[month], year)
	case edtf.UnitMonth:
		return fmt.Sprintf("%s %d", months[month], year)
	case edtf.UnitQuarter:
		return fmt.Sprintf("Q%d %d", month-32, year)
	case edtf.UnitSeason:
		if month == 24 {
			if (year+1)%100 == 0 {
				return fmt.Sprintf("winter %d–%d", year, year+1)
			}
			return fmt.Sprintf("winter %d–%02d", year, (year+1)%100)
		}
		return fmt.Sprintf("%s %d", seasons[month-21], year)
	case edtf.UnitDecade:
		return fmt.Sprintf("%ds", year)
	case edtf.UnitCentury:
		return ordinal(year/100+1) + " century"
	}
	return fmt.Sprint(year)
}

func ordinal(n int) string {
	switch {
	case n%10 == 1 && n%100 != 11:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2 && n%100 != 12:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3 && n%100 != 13:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}

// between writes the dates from a to b and says what they share only once.
func between(a, b edtf.Date) string {
	ay, am, ad := a.Fields()
	by, bm, bd := b.Fields()
	switch {
	case a == b:
		return spell(a)
	case a.Unit() != b.Unit():
	case a.Unit() == edtf.UnitYear:
		return fmt.Sprintf("%d–%d", ay, by)
	case ay != by:
	case a.Unit() == edtf.UnitDay && am == bm:
		return fmt.Sprintf("%d–%d %s %d", ad, bd, months[am], ay)
	case a.Unit() == edtf.UnitDay:
		return fmt.Sprintf("%d %s – %d %s %d", ad, months[am], bd, months[bm], ay)
	case a.Unit() == edtf.UnitMonth:
		return fmt.Sprintf("%s–%s %d", months[am], months[bm], ay)
	}
	return spell(a) + " – " + spell(b)
}

// choice writes the members of a set, of which one counts, and says the words in which all of them end only once:
// "3 or 4 May 2019".
func choice(members []edtf.Date) string {
	texts := make([]string, len(members))
	for i, m := range members {
		switch from, to := m.Ends(); {
		case from.IsZero():
			texts[i] = spell(to) + " or earlier"
		case to.IsZero():
			texts[i] = spell(from) + " or later"
		case len(members) == 1:
			return "within " + between(from, to)
		default:
			texts[i] = between(from, to)
		}
	}
	last, shared := len(texts)-1, ""
	if last == 0 {
		return texts[0]
	}
	for word, ok := sharedWord(texts); ok; word, ok = sharedWord(texts) {
		for i, s := range texts {
			texts[i] = strings.TrimSuffix(s, word)
		}
		shared = word + shared
	}
	return strings.Join(texts[:last], ", ") + " or " + texts[last] + shared
}

// sharedWord returns the word, with the space before it, in which all texts end that have more words.
func sharedWord(texts []string) (string, bool) {
	cut := strings.LastIndex(texts[0], " ")
	if cut < 0 {
		return "", false
	}
	word := texts[0][cut:]
	return word, !slices.ContainsFunc(texts, func(s string) bool { return !strings.HasSuffix(s, word) })
}

// what returns what happened, in the words of the source.
func what(e timeline.Event) string {
	if strings.TrimSpace(e.Clause) != "" {
		return e.Clause
	}
	return e.Trigger
}

// names joins the names of parties.
func names(parties []timeline.Party) string {
	var out []string
	for _, p := range parties {
		out = append(out, p.Name)
	}
	return strings.Join(out, ", ")
}

// sides writes who did it → to whom.
func sides(e timeline.Event) string {
	switch actors, targets := names(e.Actors), names(e.Targets); {
	case targets == "":
		return actors
	case actors == "":
		return "→ " + targets
	default:
		return actors + " → " + targets
	}
}

// outlet names a source as shortly as it can be named: the outlet, its host, or the file.
func outlet(s timeline.Source) string {
	if s.Site != "" {
		return s.Site
	}
	if u, err := url.Parse(s.URL); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	switch {
	case s.Path == "-":
		return "standard input"
	case s.Path != "":
		return path.Base(strings.ReplaceAll(s.Path, `\`, "/"))
	case s.Title != "":
		return s.Title
	}
	return s.Key
}

// source names the paragraph. Paragraphs count from 0, here as in every other output and in the database.
func source(e timeline.Entry) string { return fmt.Sprintf("%s, ¶%d", outlet(e.Source), e.Para) }
