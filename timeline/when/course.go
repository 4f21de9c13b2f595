package when

import (
	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// A course is the way of a narrative through the calendar. A history looks back and ahead for a sentence ("promised in
// 2011") and returns, turns with a paragraph to another front and another year, and names most months without their
// year. So its dates are read together: of all ways to give years to those that have none, and to take each date in
// full for a step of the story or for a look aside, the course is the cheapest, where a step back costs more than one
// ahead. The zero course knows nothing.
type course struct {
	sentences []string // their texts
	marks     []mark   // in reading order
	at, mark  int      // the sentence that is read, and the first mark that is not before it
}

// A mark is a time of the narrative and where the course puts it.
type mark struct {
	sentence, token int
	named           Named // what the words name where they give no year
	date            edtf.Date
	aside           bool // the story does not go on from it
	follows         bool // the mark before it stands in the same sentence
	since           bool // the story is measured from it or to it; see measures
}

// The costs of a course, in days. What is told of a year or more away is dear but has a limit: stories do leap. They
// were set by trial; a third more or less of each changes little.
const (
	aheadShare = 60  // in a hundred, of the days of a step ahead
	leapAhead  = 240 // at most, and less than a look aside: a story that goes on and on by years is a story
	backShare  = 200 // in a hundred, of the days of a step back
	leapBack   = 700 // at most
	lookBack   = 200 // a look aside to a month or a day before the story
	lookAhead  = 300 // after it
	lookYear   = 250 // to a year
	otherYear  = 120 // for a month that is none of the year that was just named, or of a date beside it
	followed   = 8   // the ways that are followed at a time
)

// A way is one of the ways to tell the marks so far: where the story is, at what cost, and how it got there.
type way struct {
	now   edtf.Date // of the story
	date  edtf.Date // of the last mark
	cost  int
	aside bool
	from  int // among the ways of the mark before
}

// Begin returns the Story of a text that is to be read: its kind is known, and if it is a narrative its course too.
func Begin(published edtf.Day, sentences []prose.Sentence) Story {
	t := Story{Published: published, genre: genreOf(published, sentences), people: peopleOf(sentences)}
	t.Narrative = t.genre != news
	if !t.Narrative {
		return t
	}
	t.age = ageOf(sentences)
	c := &t.course
	for i := range sentences {
		c.sentences = append(c.sentences, sentences[i].Text)
		c.mention(&sentences[i], i, t.Find(&sentences[i]))
	}
	c.run()
	return t
}

// mention adds the marks of a sentence, whose number is i.
func (c *course) mention(s *prose.Sentence, i int, found []Expression) {
	end := 0 // of the last mark in s, 0 for none
	for k, e := range found {
		m, ok := marked(e)
		switch last := len(c.marks) - 1; {
		case !ok, ofALife(s, found, k):
			continue
		case end > 0 && e.From == end+1 && c.marks[last].until(s, m, end):
		default:
			m.sentence, m.token, m.follows, m.since = i, e.From, end > 0, measures(s, e)
			c.marks = append(c.marks, m)
		}
		end = e.To
	}
}

// measures says whether the story is measured from e or to it: "the first since March 1995", "led the firm until 1951".
func measures(s *prose.Sentence, e Expression) bool {
	switch lower(s, e.From-1) {
	case "since":
		return true
	case "until", "till":
		on, ok := e.Value.(On)
		return ok && on.Date.Unit() == edtf.UnitYear
	}
	return false
}

// ofALife says whether time k is one of two days in brackets, on which somebody was born and died.
func ofALife(s *prose.Sentence, found []Expression, k int) bool {
	first, second := k, k+1
	if k > 0 && found[k-1].To+1 == found[k].From {
		first, second = k-1, k
	}
	if second >= len(found) || found[first].To+1 != found[second].From || lower(s, found[second].To) != ")" {
		return false
	}
	if w := lower(s, found[first].From-1); w != "(" && w != "born" {
		return false
	}
	on, ok := found[first].Value.(On)
	return ok && on.Date.Unit() == edtf.UnitDay
}

// marked returns the mark that an expression makes, false for none.
func marked(e Expression) (mark, bool) {
	if n, ok := name(e.Value); ok {
		return mark{named: n}, true
	}
	p := e.Value.Resolve(Anchor{})
	if d, ok := antiquity(e.Value); ok {
		return mark{date: d}, true
	}
	switch p.Date.Unit() {
	case edtf.UnitDay, edtf.UnitMonth, edtf.UnitSeason, edtf.UnitYear, edtf.UnitInterval:
		return mark{date: p.Date}, p.Explicit && (p.Type == "DATE" || p.Type == "TIME")
	}
	return mark{}, false
}

// until makes a mark the time from it to another year, "1876-1910", and says whether the token between them does that.
func (m *mark) until(s *prose.Sentence, to mark, joint int) bool {
	switch lower(s, joint) {
	case "-", "–", "to":
	default:
		return false
	}
	if m.date.Unit() != edtf.UnitYear || to.date.Unit() != edtf.UnitYear {
		return false
	}
	a, _, _ := m.date.Fields()
	if b, _, _ := to.date.Fields(); b <= a {
		return false
	}
	m.date = edtf.Interval(m.date, to.date)
	return true
}

// run finds the shortest course and gives the marks their dates by it.
func (c *course) run() {
	if len(c.marks) == 0 {
		return
	}
	all := make([][]way, len(c.marks))
	last := []way{{}}
	for i := range c.marks {
		last = c.marks[i].step(last)
		all[i] = last
	}
	best := 0 // the ways are sorted by cost
	for i := len(all) - 1; i >= 0; i-- {
		w := all[i][best]
		c.marks[i].date, c.marks[i].aside = w.date, w.aside
		best = w.from
	}
}

// step returns the cheapest ways to go on with the mark.
func (m *mark) step(ways []way) []way {
	var out []way
	for i, w := range ways {
		switch {
		case m.named == (Named{}):
			out = join(out, way{now: narrower(w.now, m.date), date: m.date, cost: w.cost + stride(w.now, m.date), from: i})
			if !w.now.IsZero() {
				out = join(out, way{now: w.now, date: m.date, cost: w.cost + m.look(w.now), aside: true, from: i})
			}
		case w.now.IsZero():
			out = join(out, way{cost: w.cost, from: i})
		default:
			exact := w.date.Unit() == edtf.UnitDay || w.date.Unit() == edtf.UnitMonth
			for _, d := range m.near(w.now) {
				cost := w.cost + stride(w.now, d)
				switch {
				case w.now.Unit() == edtf.UnitYear && cost > w.cost, m.follows && beyondYear(w.now, d), m.follows && w.aside && exact:
					cost += otherYear // "in January 2006 she said that she would leave in May"
				}
				out = join(out, way{now: d, date: d, cost: cost, from: i})
			}
			if w.aside && m.follows { // the look aside goes on: "promised in March 2011 and in May"
				for _, d := range m.near(w.date) {
					out = join(out, way{now: w.now, date: d, cost: w.cost + stride(w.date, d)/2, aside: true, from: i})
				}
			}
		}
	}
	if out == nil { // 29 February, with no leap year near
		for i, w := range ways {
			out = append(out, way{now: w.now, cost: w.cost, from: i})
		}
	}
	return out
}

// near returns what the mark names in the year of a date and in those beside it.
func (m *mark) near(date edtf.Date) []edtf.Date {
	var out []edtf.Date
	y, _, _ := date.Fields()
	for year := y - 1; year <= y+1; year++ {
		if d, ok := m.named.in(year); ok {
			out = append(out, d)
		}
	}
	return out
}

// join puts a way among the cheapest, sorted by cost; of two that stand at the same date it keeps the cheaper.
func join(ways []way, w way) []way {
	for i := range ways {
		if ways[i].now == w.now {
			if ways[i].cost <= w.cost {
				return ways
			}
			ways = append(ways[:i], ways[i+1:]...)
			break
		}
	}
	at := len(ways)
	for at > 0 && ways[at-1].cost > w.cost {
		at--
	}
	if at == followed {
		return ways
	}
	ways = append(ways, way{})
	copy(ways[at+1:], ways[at:])
	ways[at] = w
	return ways[:min(len(ways), followed)]
}

// narrower returns where a story that was at now is after it told d: a year in which it already is moves it not.
func narrower(now, d edtf.Date) edtf.Date {
	a, b := now.Bounds()
	if from, to := d.Bounds(); !now.IsZero() && from <= a && b <= to {
		return now
	}
	return d
}

// beyondYear says whether a step leads past a day that goes by the same name: from April to the July of the next year.
func beyondYear(from, to edtf.Date) bool {
	_, b := from.Bounds()
	x, _ := to.Bounds()
	return b != 0 && x > b+365
}

// stride is what a step from one date to another costs.
func stride(from, to edtf.Date) int {
	if from.IsZero() {
		return 0
	}
	a, b := from.Bounds()
	x, y := to.Bounds()
	switch {
	case x > b:
		return min(aheadShare*int(x-b)/100, leapAhead)
	case y < a:
		return min(backShare*int(a-y)/100, leapBack)
	}
	return 0
}

// look is what a look aside costs.
func (m *mark) look(now edtf.Date) int {
	cost := lookBack
	from, _ := now.Bounds()
	if to, _ := m.date.Bounds(); to > from {
		cost = lookAhead
	}
	if u := m.date.Unit(); u == edtf.UnitYear || u == edtf.UnitInterval {
		cost = lookYear
	}
	if m.since {
		cost /= 4
	}
	return cost
}

// find returns the mark of an expression, nil for none.
func (c *course) find(s *prose.Sentence, e Expression) *mark {
	for i := c.at; i < len(c.sentences); i++ {
		if c.sentences[i] == s.Text {
			c.at = i
			break
		}
	}
	for c.mark < len(c.marks) && c.marks[c.mark].sentence < c.at {
		c.mark++
	}
	for i := c.mark; i < len(c.marks) && c.marks[i].sentence == c.at; i++ {
		if c.marks[i].token == e.From {
			return &c.marks[i]
		}
	}
	return nil
}

// name returns the named time in a value.
func name(v Value) (Named, bool) {
	switch v := v.(type) {
	case Named:
		return v, v.Month > 0
	case Part:
		return name(v.Of)
	case At:
		return name(v.Of)
	case About:
		return name(v.Of)
	}
	return Named{}, false
}
