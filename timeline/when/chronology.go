package when

import (
	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// A chronology is a list of entries, each under its date: "3 May 1998: Talks open." A date without a year goes on from that
// of the entry before.

// IsEntry says whether e, or a range to which it belongs, opens an entry of a chronology, with a colon or a dash behind it,
// or is its heading.
func IsEntry(s *prose.Sentence, e Expression) bool {
	if e.From == 0 && e.To == len(s.Tokens) {
		return true
	}
	for i := range e.From {
		if t := &s.Tokens[i]; i == 0 && bullets[t.Text] {
			continue
		} else if !timely(t) || t.Tag == prose.IN {
			return false
		}
	}
	for i := e.To; i < len(s.Tokens); i++ {
		switch t := &s.Tokens[i]; {
		case t.Text == ":", t.Text == "—", t.Text == "--", (t.Text == "–" || t.Text == "-") && t.Start > s.Tokens[i-1].End:
			return true
		case t.Text != "-" && t.Text != "–" && !timely(t):
			return false
		}
	}
	return false
}

var bullets = words("* • - – — ·")

// timely says whether t is a number or a word of which times are made.
func timely(t *prose.Token) bool { return digit(t.Text[0]) || theMachine().words[t.Lower] != nil }

// halfYear is how many days an entry at most lies on the nearer side of the one before it.
const halfYear = 183

// chronicled returns the anchor for the date of an entry, which goes on from the entry before it, or back where entries do.
func (t *Story) chronicled(v Value, a Anchor) Anchor {
	if t.entry.IsZero() {
		return a
	}
	a.Narrative, a.Last, a.Around = true, t.entry, edtf.Date{}
	from, to := t.entry.Bounds()
	p := v.Resolve(a)
	switch {
	case p.Explicit || p.Date.IsZero():
	case p.Latest < from && (t.entries > 0 || t.entries == 0 && from-p.Latest > halfYear):
		a.Last = shift(t.entry, 100, Year).Date
	case p.Earliest > to && (t.entries < 0 || t.entries == 0 && p.Earliest-to > halfYear):
		a.Last = shift(t.entry, -100, Year).Date
	}
	return a
}

// Head notes the date that a heading consists of: the entries under it go on from it.
func (t *Story) Head(s *prose.Sentence) {
	if found := Single(s); len(found) == 1 && found[0].From == 0 && found[0].To == len(s.Tokens) {
		t.Enter(s, found[0], found[0].Value.Resolve(Anchor{Day: t.Published, Direction: Past}))
	}
}

// Enter notes the date that opens an entry of a chronology; the dates of those behind it go on from it.
func (t *Story) Enter(s *prose.Sentence, e Expression, p Placed) {
	if !IsEntry(s, e) || p.Type != "DATE" || p.Earliest == 0 || p.Latest == 0 {
		return
	}
	switch from, to := t.entry.Bounds(); {
	case t.entry.IsZero():
	case p.Latest < from:
		t.entries = -1
	case p.Earliest > to:
		t.entries = 1
	}
	t.entry = p.Date
}
