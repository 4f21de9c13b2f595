// Package score measures events that were found against events that a person annotated.
//
// A gold event and a found one are paired where the type is the same and a mention of the found one stands in the
// gold paragraph with a trigger that overlaps the gold trigger or stands in its sentence; one to one, best pairs first.
package score

import (
	"fmt"
	"slices"

	"annals/timeline"
)

// core is the types that the product is named for.
var core = []timeline.Type{"designation", "testimony", "meeting", "statement"}

// An Article is one article with both lists of events.
type Article struct {
	Name       string
	Paragraphs []string // those that Gold.Para counts
	Gold       []Gold
	Found      []timeline.Event
	Grounds    []timeline.Grounds // of Found, in its order; nil where nobody asked
	Silent     bool               // nothing was found because nobody looked
}

// A Result is how well found events agree with gold.
type Result struct {
	Events       Agreement // paired, same type
	Untyped      Agreement // paired, whatever the type
	Timeline     Agreement // paired, same type, and the date right
	CoreEvents   Agreement // Events, of designation, testimony, meeting and statement
	CoreTimeline Agreement // Timeline, likewise
	DateExact    Share     // equal dates, of the pairs whose gold date stands in the text
	Invented     int       // pairs given a single day where the gold is a month, a season or a year: must be 0
	DateOverlap  Share     // of the pairs
	Modality     Share     // of the pairs
	Actors       Agreement // names of those who acted, over the pairs
	Targets      Agreement // names of those it was done or said to, over the pairs
	Silent       []string  // articles that nobody looked at
	PerType      []TypeResult
	Errors       []Error // article by article: dates and sides, then what was missed, then what is spurious
}

// A TypeResult is the Agreement of one type. The types stand in the order in which they first occurred.
type TypeResult struct {
	Type     timeline.Type
	Events   Agreement
	Timeline Agreement
}

// An Agreement is counts of things found, of gold things, and of those that agree.
type Agreement struct{ Right, Found, Gold int }

// Precision, Recall and F1 are percentages; 0 where there is nothing to divide by.
func (a Agreement) Precision() float64 { return 100 * a.p() }

// Recall is the share of the gold that was found.
func (a Agreement) Recall() float64 { return 100 * a.r() }

// F1 is the harmonic mean of the two.
func (a Agreement) F1() float64 {
	p, r := a.p(), a.r()
	if p+r == 0 {
		return 0
	}
	return 200 * p * r / (p + r)
}

func (a Agreement) p() float64 { return float64(a.Right) / float64(max(a.Found, 1)) }
func (a Agreement) r() float64 { return float64(a.Right) / float64(max(a.Gold, 1)) }

func (a *Agreement) add(b Agreement) {
	a.Right += b.Right
	a.Found += b.Found
	a.Gold += b.Gold
}

// A Share is so many of so many.
type Share struct{ Part, Of int }

// Percent is 0 where Of is.
func (s Share) Percent() float64 { return 100 * float64(s.Part) / float64(max(s.Of, 1)) }

func (s *Share) count(yes bool) {
	s.Of++
	if yes {
		s.Part++
	}
}

// An Error is one disagreement. Kind is "date", "missed", "spurious", "actors" or "targets".
type Error struct{ Kind, Text string }

// Score measures all articles together, in their order.
func Score(articles []Article) Result {
	r := &Result{Silent: []string{}}
	for _, a := range articles {
		r.article(a)
	}
	for _, t := range core {
		r.CoreEvents.add(r.of(t).Events)
		r.CoreTimeline.add(r.of(t).Timeline)
	}
	return *r
}

func (r *Result) article(a Article) {
	if a.Silent {
		r.Silent = append(r.Silent, a.Name)
	}
	for _, total := range []*Agreement{&r.Events, &r.Untyped, &r.Timeline} {
		total.add(Agreement{0, len(a.Found), len(a.Gold)})
	}
	for _, g := range a.Gold {
		r.count(g.Type, Agreement{0, 0, 1})
	}
	for _, e := range a.Found {
		r.count(e.Type, Agreement{0, 1, 0})
	}
	r.Untyped.Right += len(match(a, false, false))
	for _, p := range match(a, true, true) {
		r.Timeline.Right++
		r.of(a.Gold[p.gold].Type).Timeline.Right++
	}
	r.pairs(a, match(a, true, false))
}

// pairs counts what the pairs of equal type agree on, and notes the errors.
func (r *Result) pairs(a Article, pairs []pair) {
	met := make([]bool, len(a.Gold))
	hit := make([]bool, len(a.Found))
	for _, p := range pairs {
		met[p.gold], hit[p.found] = true, true
		r.pair(a.Name, a.Gold[p.gold], a.Found[p.found])
		r.sides(a, p)
	}
	for i, g := range a.Gold {
		if !met[i] {
			r.note("missed", "%s ¶%d %s \"%s\" %s", a.Name, g.Para, g.Type, g.Trigger, none(g.Date))
		}
	}
	for i, e := range a.Found {
		if !hit[i] {
			r.note("spurious", "%s ¶%d %s \"%s\" %s%s", a.Name, e.Para, e.Type, e.Trigger, none(e.Date.String()), ground(e.DateText, e.Basis))
		}
	}
}

func (r *Result) pair(name string, g Gold, e timeline.Event) {
	r.Events.Right++
	r.of(g.Type).Events.Right++
	if g.Basis == timeline.Explicit || g.Basis == timeline.Relative {
		r.DateExact.count(sameDate(g, e))
		if invented(g, e) {
			r.Invented++
		}
	}
	r.DateOverlap.count(overlap(g, e))
	r.Modality.count(g.Modality == e.Modality)
	if !rightDate(g, e) {
		r.note("date", "%s ¶%d %s \"%s\": gold %s%s system %s%s", name, g.Para, g.Type, g.Trigger,
			none(g.Date), ground(g.DateText, g.Basis), none(e.Date.String()), ground(e.DateText, e.Basis))
	}
}

// sides counts on whom a pair agrees, and notes who is missed and who is spurious, with the construction that gave them.
func (r *Result) sides(a Article, p pair) {
	g, e := a.Gold[p.gold], a.Found[p.found]
	var grounds timeline.Grounds
	if p.found < len(a.Grounds) {
		grounds = a.Grounds[p.found]
	}
	for _, side := range []struct {
		kind        string
		total       *Agreement
		gold, found []string
		ground      string
	}{
		{"actors", &r.Actors, g.Actors, acting(e), grounds.Actors},
		{"targets", &r.Targets, g.Targets, partyNames(e.Targets), grounds.Targets},
	} {
		agree, missed, spurious := compare(side.gold, side.found)
		side.total.add(agree)
		if len(missed)+len(spurious) > 0 {
			r.note(side.kind, "%s ¶%d %s \"%s\": missed %q spurious %q by %s", a.Name, g.Para, g.Type, g.Trigger, missed, spurious, none(side.ground))
		}
	}
}

func (r *Result) note(kind, format string, args ...any) {
	r.Errors = append(r.Errors, Error{kind, fmt.Sprintf(format, args...)})
}

// ground is what a date stands on, in brackets: the words that give it, else its basis.
func ground(words string, basis timeline.Basis) string {
	if words == "" {
		words = string(basis)
	}
	if words == "" {
		return ""
	}
	return " (" + words + ")"
}

func none(text string) string {
	if text == "" {
		return "none"
	}
	return text
}

// of returns the row of a type, made where it is missing. The pointer is good until the next call.
func (r *Result) of(t timeline.Type) *TypeResult {
	i := slices.IndexFunc(r.PerType, func(row TypeResult) bool { return row.Type == t })
	if i < 0 {
		i = len(r.PerType)
		r.PerType = append(r.PerType, TypeResult{Type: t})
	}
	return &r.PerType[i]
}

func (r *Result) count(t timeline.Type, n Agreement) {
	row := r.of(t)
	row.Events.add(n)
	row.Timeline.add(n)
}
