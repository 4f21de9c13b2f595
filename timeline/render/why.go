package render

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline"
)

// Why writes in plain English how an event came about: what made it an event, what dated it, what gave the
// modality and the parties.
func Why(w io.Writer, d timeline.Detail, o Options) error {
	p := page{w: w, o: o}
	g := d.Grounds
	p.head(d)
	p.section("The sentence", or(oneLine(g.Sentence), oneLine(d.Paragraph)), "("+oneLine(source(d.Entry))+")")
	p.section("Why it is an event",
		fmt.Sprintf("%s is a trigger of the type %s.", quoted(d.Trigger), d.Type),
		entry(g.Entry))
	p.section("Why this date", dateReasons(d)...)
	p.section("Why it is "+or(string(d.Modality), "of no modality"), modalityReason(d))
	p.section("Who did it", partyReason(d.Actors, g.Actors, "No actor was found."))
	p.section("Whom it concerned", partyReason(d.Targets, g.Targets, "No target was found."))
	return p.err
}

func (p *page) section(title string, sentences ...string) {
	p.text("", "")
	p.text(marked(title, markHead), "")
	for _, s := range sentences {
		if s != "" {
			p.text(Plain(s), "  ")
		}
	}
}

func quoted(s string) string { return "“" + oneLine(s) + "”" }

func or(s, otherwise string) string {
	if s != "" {
		return s
	}
	return otherwise
}

func entry(s string) string {
	if s == "" {
		return ""
	}
	return "Lexicon entry: " + oneLine(s) + "."
}

// dateReasons tells the way from the words to the days, a step a sentence.
func dateReasons(d timeline.Detail) []string {
	g := d.Grounds
	var out []string
	if t := g.Time; t != nil {
		out = append(out, timeReasons(*t, d.Para)...)
	} else if undated(d.Event) {
		out = append(out, "No words of the text date it.")
	} else {
		out = append(out, "No words of the text date it directly.")
	}
	out = append(out, sentence(g.Date), basisReason(d.Basis))
	if undated(d.Event) {
		out = append(out, "It has no date.")
	} else {
		out = append(out, fmt.Sprintf("So it is dated %s: in EDTF %s, %s.", dateOf(d.Event), or(d.Date.String(), "nothing"), bounds(d.Event)))
	}
	return out
}

// timeReasons tells how a time expression was read and placed.
func timeReasons(t timeline.Time, para int) []string {
	where := ""
	if t.Para != para {
		where = fmt.Sprintf(" in ¶%d", t.Para)
	}
	s := fmt.Sprintf("The words %s%s were read", quoted(t.Text), where)
	if t.Rule != "" {
		s += " by the rule " + quoted(t.Rule)
	}
	if t.Reading != "" {
		s += " as " + oneLine(t.Reading)
	}
	out := []string{s + "."}
	switch {
	case t.Anchor != 0:
		out = append(out, fmt.Sprintf("They were placed as seen from %s (%s).", spell(t.Anchor.Date()), or(oneLine(t.From), "origin not known")))
	case !t.Date.IsZero():
		out = append(out, "They needed no other date to be placed.")
	}
	if t.Value != "" {
		out = append(out, strings.TrimSpace(fmt.Sprintf("In TIMEX3: %s %s %s", t.Type, t.Value, t.Mod))+".")
	}
	for _, r := range t.Rejected {
		out = append(out, "Not taken: "+strings.TrimRight(oneLine(r), ".")+".")
	}
	return out
}

// basisReason says in words what the basis is.
func basisReason(b timeline.Basis) string {
	switch b {
	case timeline.Explicit:
		return "The basis is explicit: the text has the date with its year."
	case timeline.Relative:
		return "The basis is relative: the words need another date to be placed."
	case timeline.Narrative:
		return "The basis is narrative: the date comes from what is told beside it."
	case timeline.Publication:
		return "The basis is publication: nothing but the day of publication dates it."
	}
	return ""
}

func bounds(e timeline.Event) string {
	switch {
	case e.Earliest != 0 && e.Earliest == e.Latest:
		return "on " + e.Earliest.String()
	case e.Earliest == 0 && e.Latest == 0:
		return "without bounds"
	case e.Earliest == 0:
		return "not after " + e.Latest.String()
	case e.Latest == 0:
		return "not before " + e.Earliest.String()
	}
	return "not before " + e.Earliest.String() + " and not after " + e.Latest.String()
}

func modalityReason(d timeline.Detail) string {
	if d.Grounds.Modality != "" {
		return sentence(oneLine(d.Grounds.Modality))
	}
	if d.Modality == timeline.Actual {
		return "Nothing in the sentence plans, doubts or denies it."
	}
	return "The grounds were not kept."
}

func partyReason(parties []timeline.Party, construction, none string) string {
	if len(parties) == 0 {
		return or(sentence(oneLine(construction)), none)
	}
	s := oneLine(names(parties))
	if construction != "" {
		s += ": " + oneLine(construction)
	}
	return s + "."
}

// sentence begins s with a capital and ends it with a full stop.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
