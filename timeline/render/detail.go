package render

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline"
)

// Detail writes one event in full: the paragraph with the trigger, the words of the date and the names of the
// parties highlighted, then every field, then the link.
func Detail(w io.Writer, d timeline.Detail, o Options) error {
	p := page{w: w, o: o}
	p.head(d)
	p.text("", "")
	p.text(bracketed(highlighted(d.Paragraph, highlights(d)), o), "  ")
	p.text("", "")
	if !o.Color {
		p.text("Marked: [trigger] {date} <actors and targets>", "  ")
		p.text("", "")
	}
	p.field("What happened", what(d.Event))
	p.field("Type", string(d.Type))
	p.field("Trigger", d.Trigger)
	p.field("Date", dateOf(d.Event))
	p.field("EDTF", d.Date.String())
	p.field("Earliest", d.Earliest.String())
	p.field("Latest", d.Latest.String())
	p.field("Date words", d.DateText)
	p.field("Basis", string(d.Basis))
	p.field("Modality", string(d.Modality))
	p.parties("Actors", d.Actors)
	p.parties("Targets", d.Targets)
	p.field("Confidence", fmt.Sprintf("%d of 100", d.Confidence))
	for _, m := range d.Mentions {
		p.field("Told again", fmt.Sprintf("%q in ¶%d", m.Trigger, m.Para))
	}
	p.field("Source", source(d.Entry))
	p.field("Title", d.Source.Title)
	p.field("Published", d.Source.Published.String())
	p.field("File", d.Source.Path)
	p.text("", "")
	p.whole(Link(d.Entry, d.Paragraph))
	return p.err
}

// highlights finds the pieces of the paragraph to mark, the most important first.
func highlights(d timeline.Detail) []highlight {
	hs := []highlight{{d.At.Start, d.At.End, markTrigger}}
	if t := d.Grounds.Time; t != nil && t.Para == d.Para {
		hs = append(hs, highlight{t.At.Start, t.At.End, markDate})
	} else if t == nil && d.DateText != "" {
		for _, i := range occurrences(d.Paragraph, d.DateText) {
			hs = append(hs, highlight{i, i + len(d.DateText), markDate})
		}
	}
	for _, p := range append(append([]timeline.Party(nil), d.Actors...), d.Targets...) {
		// The paragraph may have the whole name or only the last part of it.
		for _, name := range []string{p.Name, p.Name[strings.LastIndexByte(p.Name, ' ')+1:]} {
			found := occurrences(d.Paragraph, name)
			for _, i := range found {
				hs = append(hs, highlight{i, i + len(name), markParty})
			}
			if len(found) > 0 {
				break
			}
		}
	}
	return hs
}

// occurrences returns where the words stand in text, as whole words.
func occurrences(text, words string) []int {
	var out []int
	for at := 0; words != "" && at < len(text); {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(words):])
		if !letter(before) && !letter(after) {
			out = append(out, at)
		}
		at += len(words)
	}
	return out
}

// letter says whether r carries on a word. The scripts that do not part words by spaces are no obstacle.
func letter(r rune) bool {
	return unicode.In(r, unicode.L, unicode.N) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// A page is text for people on its way to a writer; it remembers the first error.
type page struct {
	w   io.Writer
	o   Options
	err error
}

// text writes s wrapped, each line behind the indent. s is plain and may hold marks.
func (p *page) text(s, indent string) {
	if p.err != nil {
		return
	}
	for _, l := range colored(wrap(s, max(p.o.width()-len(indent), 10)), p.o) {
		if l != "" {
			l = indent + l
		}
		if _, p.err = io.WriteString(p.w, l+"\n"); p.err != nil {
			return
		}
	}
}

// head writes the line that names the event.
func (p *page) head(d timeline.Detail) {
	p.text(marked(oneLine(string(d.Type)), markHead)+" · "+marked(When(d.Event), markDate)+" · "+marked(oneLine(d.Key), markFaint), "")
}

// whole writes a line that is never wrapped, for addresses, which must survive being copied.
func (p *page) whole(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, Plain(s)+"\n")
	}
}

const labelWidth = 15

// field writes a name and a value beside it, or nothing where the value is empty.
func (p *page) field(name, value string) {
	value = Plain(value)
	if p.err != nil || value == "" {
		return
	}
	label := name + strings.Repeat(" ", max(labelWidth-width(name), 1))
	lines := wrap(value, max(p.o.width()-labelWidth, 10))
	head := strings.Join(colored([]string{marked(label, markHead)}, p.o), "")
	for i, l := range lines {
		if i > 0 {
			head = strings.Repeat(" ", labelWidth)
		}
		if _, p.err = io.WriteString(p.w, head+l+"\n"); p.err != nil {
			return
		}
	}
}

// parties writes each party with its title, role and kind.
func (p *page) parties(name string, parties []timeline.Party) {
	for _, party := range parties {
		s := party.Name
		if party.Title != "" {
			s += ", " + party.Title
		}
		p.field(name, s+" ("+commas(string(party.Role), string(party.Kind))+")")
		name = ""
	}
}

// commas joins what is not empty with commas.
func commas(parts ...string) string { return strings.ReplaceAll(lines(parts...), "\n", ", ") }
