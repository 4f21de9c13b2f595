package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/when"
)

// Times that stand side by side in a sentence and date the same event are made one.

// join makes one time of time j of a sentence and the one before it where they follow on each other in the calendar, "in
// September and October", and where the text leaves a choice between them, "on 3 or 4 May".
func (r *reader) join(s *prose.Sentence, times []placed, j int) {
	if j == 0 {
		return
	}
	x, y := &times[j-1], &times[j]
	or := x.To
	if or < len(s.Tokens) && s.Tokens[or].Tag == prose.Comma {
		or++ // "on Monday, Tuesday, or Wednesday"
	}
	if s.Either(or) {
		unit := x.Date.Unit()
		if !hasBehind(s, or, y) || !r.choose(x, y) {
			return
		}
		for k := j - 2; k >= 0; k-- { // "on Monday, Tuesday or Wednesday"
			x = &times[k]
			if x.To+1 != y.From || s.Tokens[x.To].Tag != prose.Comma || x.Date.Unit() != unit || !r.choose(x, y) {
				return
			}
		}
		return
	}
	if x.To+1 != y.From || s.Tokens[x.To].Tag != prose.CC || x.Date.IsZero() || x.Date.Unit() != y.Date.Unit() || x.Placed.Latest+1 != y.Earliest || x.Earliest == 0 {
		return
	}
	y.Placed.Date = edtf.Interval(x.Date, y.Date)
	r.unite(x, y)
}

// hasBehind says whether a time stands right behind the conjunction i, or behind a preposition and an article of its own:
// "in May 2018 or in June 2019".
func hasBehind(s *prose.Sentence, i int, x *placed) bool {
	return i < x.From && !slices.ContainsFunc(s.Tokens[i+1:x.From], func(t prose.Token) bool { return t.Tag != prose.IN && t.Tag != prose.DT })
}

// choose makes x and y, behind it, one time that is one of both, and says whether it could.
func (r *reader) choose(x, y *placed) bool {
	if x.quoted != y.quoted || !isBounded(x) || !isBounded(y) {
		return false
	}
	r.align(x, y)
	y.Placed.Date = edtf.OneOf(x.Date, y.Date)
	y.Explicit = x.Explicit && y.Explicit
	y.time.Reading = x.time.Reading + " or " + y.time.Reading
	y.time.Value, y.time.Mod = "", "" // TIMEX3 has no value for a choice
	if y.time.Anchor == 0 {
		y.time.Anchor, y.time.From = x.time.Anchor, x.time.From
	}
	y.time.Rejected = slices.Concat(x.time.Rejected, y.time.Rejected)
	r.unite(x, y)
	return true
}

// isBounded says whether a time has a beginning and an end, which the words do not give each by itself: in "from 2015 to 2018
// or 2019" the choice is only of the end.
func isBounded(x *placed) bool {
	switch x.Value.(type) {
	case when.Bound, when.Between:
		return false
	}
	return !x.Date.IsZero() && x.Earliest != 0 && x.Placed.Latest != 0
}

// align places one of two times anew, as seen from the other, where that one has the year for both, "May 3 or May 4,
// 2019", or where they lie in the wrong order: said on a Monday, "met on Monday or Tuesday" is of the week before.
func (r *reader) align(x, y *placed) {
	switch {
	case x.Explicit && y.Explicit:
	case y.Explicit:
		r.placeBeside(x, y, y.Placed.Latest, when.Past)
	case x.Explicit:
		r.placeBeside(y, x, x.Earliest, when.Future)
	case x.Placed.Latest < y.Earliest:
	case x.anchor.Direction == when.Past:
		r.placeBeside(x, y, y.Placed.Latest, when.Past)
	default:
		r.placeBeside(y, x, x.Earliest, when.Future)
	}
}

// placeBeside places x, a month, a weekday or a day by its name, as seen from a day of the time beside it, where that gives
// the year or where the two come nearer to each other.
func (r *reader) placeBeside(x, beside *placed, day edtf.Day, d when.Direction) {
	if !isNamed(x.Value) {
		return
	}
	a := x.anchor
	a.Day, a.From, a.Direction, a.Narrative = day, "the time beside it", d, false
	p := x.Value.Resolve(a)
	if p.Date.IsZero() || !beside.Explicit && daysBetween(p, beside.Placed) >= daysBetween(x.Placed, beside.Placed) {
		return
	}
	p.Explicit = p.Explicit || beside.Explicit
	x.anchor, x.Placed = a, p
	x.time = timeOf(r.text, x.time.Para, x.Expression, a, p)
	r.times[x.nth] = x.time
}

// daysBetween returns how many days lie between two times.
func daysBetween(a, b when.Placed) edtf.Day { return max(0, a.Earliest-b.Latest, b.Earliest-a.Latest) }

// isNamed says whether a time has a name that recurs: "Monday", "late May".
func isNamed(v when.Value) bool {
	if part, ok := v.(when.Part); ok {
		v = part.Of
	}
	_, ok := v.(when.Named)
	return ok
}

// unite gives y the words and the bounds of x too, and leaves x without a date.
func (r *reader) unite(x, y *placed) {
	y.Earliest, y.Placed.Latest = min(x.Earliest, y.Earliest), max(x.Placed.Latest, y.Placed.Latest)
	y.From, y.Span.Start = x.From, x.Span.Start
	y.time.At = timeline.Span(y.Span)
	y.time.Text = r.text.Paragraphs[y.time.Para].Text[y.Span.Start:y.Span.End]
	y.time.Date, y.time.Earliest, y.time.Latest = y.Placed.Date, y.Earliest, y.Placed.Latest
	y.joined = true
	x.Placed.Date = edtf.Date{}
}
