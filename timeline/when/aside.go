package when

import (
	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// passing says whether a text tells e, which is placed at p, in passing, and does not go on from it. day says whether the
// sentence told a day before it.
func (t *Story) passing(s *prose.Sentence, e Expression, p Placed, day bool) bool {
	switch {
	case t.aside(s, e), t.Narrative && hadBeen(s, e):
		return true
	case lookedBack(s, e):
		return t.genre != history
	case t.Narrative:
		return false
	case since(s, e):
		return true
	}
	return p.Date.Unit() == edtf.UnitDay && (beside(s, e) || day && describes(s, e))
}

// aside says whether a narrative does not go on from e: "the first since 1995".
func (t *Story) aside(s *prose.Sentence, e Expression) bool {
	m := t.course.find(s, e)
	return m != nil && m.aside && m.since
}

// hadBeen says whether a clause says of a person what was earlier: "his son, who had joined the firm in 1919, took over".
func hadBeen(s *prose.Sentence, e Expression) bool {
	p := predicateBefore(s, e)
	return p != nil && p.Link == "relative" && lower(s, p.From) == "had"
}

// lookedBack says whether news only looks back to e: "four years earlier he had lost".
func lookedBack(s *prose.Sentence, e Expression) bool {
	v, ok := e.Value.(Later)
	if !ok || v.N >= 0 {
		return false
	}
	p := nearestPredicate(s, e)
	return p != nil && p.Perfect && lower(s, p.From) == "had"
}

// beside says whether e only tells which thing is meant: after "the August 2 resignation" the text goes on where it was.
func beside(s *prose.Sentence, e Expression) bool {
	if e.From == 0 || e.To >= len(s.Tokens) || !s.Tokens[e.To].Tag.Noun() {
		return false
	}
	before := s.Tokens[e.From-1].Tag
	return before == prose.DT || before == prose.PRPS
}

// since says whether news only measures from e how long something has gone on: "has lost half since a record on May 3, 2007".
func since(s *prose.Sentence, e Expression) bool {
	if lower(s, e.From-1) == "since" {
		return true
	}
	p := predicateBefore(s, e)
	return p != nil && p.Form == prose.Gerund && lower(s, p.From-1) == "since"
}

// describes says whether e stands in a clause that only tells which thing is meant: "a suit filed on Sunday".
func describes(s *prose.Sentence, e Expression) bool {
	p := predicateBefore(s, e)
	return p != nil && p.Form == prose.Participle && p.Link != "conj" && lower(s, p.From-1) != ","
}

// personal says whether e, coarser than the day last told, only says something of a person or a thing in passing: "the mayor,
// who took office in December, flew home". What comes the next morning does so after that day.
func (t *Story) personal(s *prose.Sentence, e Expression, placed Placed) bool {
	if t.Narrative || t.last.Unit() != edtf.UnitDay || placed.Date.Unit() <= edtf.UnitDay {
		return false
	}
	p := predicateBefore(s, e)
	return p != nil && p.Link == "relative"
}
