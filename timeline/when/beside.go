package when

import (
	"slices"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// What the times that stand beside it tell of a time.

// alone places e without what stands beside it.
func (t *Story) alone(s *prose.Sentence, e Expression) Placed { return e.Value.Resolve(t.Anchor(s, e)) }

// follows says whether e stands behind another day with no verb between or right behind it.
func follows(s *prose.Sentence, day, e Expression) bool {
	return !slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Head >= day.To && p.From <= e.To })
}

// Beside returns the anchor a of time i of a sentence with what the times beside it give: a time of day the day that is
// named nearest to it, at most ten words away, "at 5:30 on the morning of the 4th of May"; a month or a day the year right
// before it, "earlier that year, in February"; a day the direction of the one before it that has the same verb.
func (t *Story) Beside(s *prose.Sentence, found []Expression, i int, a Anchor) Anchor {
	value := found[i].Value
	switch v := value.(type) {
	case Bound:
		value = v.Of
	case Between:
		value = v.From
	}
	if i > 0 && !t.Narrative && a.Direction != Future && follows(s, found[i-1], found[i]) && t.alone(s, found[i-1]).Earliest > t.Published {
		a.Direction = Future // "the vote is on Monday, the count on Tuesday"
	}
	if from, ok := value.(From); ok {
		value = from.Of
	}
	if n, ok := partly(value).(Named); ok && !t.Narrative && n.Month > 0 && n.Month <= 24 && n.Weekday == 0 {
		if day := t.then(s, found, i); day != 0 {
			a.Day, a.From, a.Direction = day, "the day of the plan", Future
			return a
		}
	}
	switch v := value.(type) {
	case Holiday:
		if !a.Narrative && i > 0 && t.past.in == t.sentences {
			a.Narrative, a.Last = true, t.past.date // "closed on Dec. 14, 2007, 11 days before Christmas"
		}
	case At:
		if day := t.dayBeside(s, found, i); v.Of == nil && !day.IsZero() {
			a.Last = day
		}
	case Named:
		if !a.Narrative && v.Weekday+v.Month > 0 && endsRange(s, found, i) {
			if p := found[i-1].Value.Resolve(t.Beside(s, found, i-1, t.Anchor(s, found[i-1]))); p.Earliest != 0 {
				a.Day, a.From, a.Direction = p.Earliest, "the beginning of its range", Future
			}
			break
		}
		if v.Weekday > 0 && v.Day+v.Month == 0 && lower(s, found[i].From-1) == "a" {
			a = t.ofWeekday(s, found, i, v, a)
		}
		if i == 0 || v.Month == 0 || v.Weekday > 0 || a.Narrative || !besideYear(s, found[i-1].To, found[i].From) {
			break
		}
		if p := t.alone(s, found[i-1]); p.Date.Unit() == edtf.UnitYear {
			a.Narrative, a.Last = true, p.Date
		}
	}
	return a
}

// then returns the day before time i of a sentence on which somebody said what would be, 0 for none: "last July it said that
// it would cut them by September".
func (t *Story) then(s *prose.Sentence, found []Expression, i int) edtf.Day {
	p := nearestPredicate(s, found[i])
	if i == 0 || p == nil || p.Modal != "would" {
		return 0
	}
	placed := t.alone(s, found[i-1])
	if u := placed.Date.Unit(); placed.Latest == 0 || placed.Latest >= t.Published || u != edtf.UnitDay && u != edtf.UnitMonth && u != edtf.UnitSeason {
		return 0
	}
	return placed.Latest
}

// ofWeekday returns the anchor a of "a Sunday", which is said of a day that was told: "on May 22, a Sunday", "It was a Sunday",
// "It fell on a Sunday". What is meant by the others may not be known.
func (t *Story) ofWeekday(s *prose.Sentence, found []Expression, i int, v Named, a Anchor) Anchor {
	var told edtf.Date
	from := found[i].From
	unknown := found[i].To >= len(s.Tokens) || !s.Tokens[found[i].To].Tag.Noun() // no "Sunday vote"
	switch {
	case i > 0 && found[i-1].To == from-2:
		told, unknown = t.alone(s, found[i-1]).Date, false
	case unknown:
		told = t.last
	}
	if day, last := told.Bounds(); day == last && day != 0 && int(day.Weekday()) == v.Weekday%7 {
		a.Day, a.From, a.Direction = day, "the date before it", Past
	} else if unknown {
		a.Day = 0
	}
	return a
}

// endsRange says whether time i of a sentence ends a range that the month or the day before it begins: "from March 7 to
// April 30".
func endsRange(s *prose.Sentence, found []Expression, i int) bool {
	return i > 0 && rangeAt(s, found[i-1], found[i]) && !(i > 1 && rangeAt(s, found[i-2], found[i-1]))
}

// rangeAt says whether a word like "to" joins two months, or two days.
func rangeAt(s *prose.Sentence, a, b Expression) bool {
	first, ok := a.Value.(Named)
	second, _ := b.Value.(Named)
	if !ok || (first.Weekday > 0) != (second.Weekday > 0) || first.Weekday == 0 && first.Month == 0 || b.From != a.To+1 {
		return false
	}
	switch lower(s, a.To) {
	case "to", "through", "until", "till", "-", "–":
		return true
	case "and":
		return lower(s, a.From-1) == "between"
	}
	return false
}

// besideYear says whether nothing lies between a year that ends at from and a day at to but what joins them: "that year, in
// March", "this year's, from March 7".
func besideYear(s *prose.Sentence, from, to int) bool {
	if lower(s, from) == "'s" {
		from++
	}
	if lower(s, to-1) == "from" {
		to--
	}
	return joined(s, from, to)
}

// dayBeside returns the day that the sentence names nearest to its time i, zero for none.
func (t *Story) dayBeside(s *prose.Sentence, found []Expression, i int) edtf.Date {
	best, distance := edtf.Date{}, 11
	for k, e := range found {
		if v, clock := e.Value.(At); k == i || clock && !(v.dated() && (elsewhere(s, found, i, k) || k == i-1 && v.Clock < 0)) {
			continue
		}
		d := found[i].From - e.To
		if k > i {
			if told, ok := e.Value.(Told); ok && told.N != 0 {
				continue // "fell at noon, and they left the following day"
			}
			d = e.From - found[i].To
		}
		if p := t.alone(s, e); d < distance && p.Date.Unit() == edtf.UnitDay {
			best, distance = p.Date, d
		}
	}
	return best
}

// halved returns the value of time i of a sentence: a clock that does not say which half of the day it means is in that of
// the part of a day beside it: "on Friday night, at 11:30".
func halved(s *prose.Sentence, found []Expression, i int) Value {
	v, ok := found[i].Value.(At)
	if !ok || v.Of != nil || v.Clock < 0 || slices.ContainsFunc(s.Tokens[found[i].From:found[i].To], func(t prose.Token) bool {
		w := theMachine().words[t.Lower]
		return w != nil && (hasClass(w, "ampm") || hasClass(w, "daypart"))
	}) {
		return found[i].Value
	}
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(found) {
			continue
		}
		if of, ok := found[k].Value.(At); ok && of.Clock < 0 && max(found[i].From-found[k].To, found[k].From-found[i].To) <= partRoom {
			v.Clock = max(v.Clock, inHalf(v.Clock, of.Part)) // "on Monday morning, and at 12:30"
			break
		}
	}
	return v
}

// partRoom is how many tokens lie between a clock and the part of the day that it is told in.
const partRoom = 4

// dated says whether v has a day of its own, and not the one told.
func (v At) dated() bool {
	_, told := v.Of.(Told)
	return v.Of != nil && !told
}

// elsewhere says whether time k says in brackets what time i is by another clock: "at midnight (2200 GMT Tuesday)".
func elsewhere(s *prose.Sentence, found []Expression, i, k int) bool {
	return k == i+1 && found[k].From-found[i].To <= 3 && lower(s, found[k].From-1) == "("
}

// ending returns the quarter of which the words after found[i] say when it ended: "the quarter ended July 31". It is
// the one that most of these three months belong to.
func (t *Story) ending(s *prose.Sentence, found []Expression, i int) edtf.Date {
	if i+1 >= len(found) || found[i+1].From != found[i].To+1 {
		return edtf.Date{}
	}
	if w := lower(s, found[i].To); w != "ended" && w != "ending" {
		return edtf.Date{}
	}
	p := t.alone(s, found[i+1])
	if p.Latest == 0 {
		return edtf.Date{}
	}
	return period(p.Latest-45, Quarter, 0).Date
}
