package when

import (
	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// A course is what a narrative will tell: the dates that it gives in full, in reading order. A history looks back and
// ahead for a sentence ("promised in 2011") and returns; where it went on is seen from the next date in full. The zero
// course knows nothing.
type course struct {
	sentences []string // their texts
	dates     []milestone
	at        int       // the sentence that is read
	left      edtf.Date // the date before the story's last change of year
}

type milestone struct {
	sentence, token int
	date            edtf.Date
}

// Begin returns the Story of a text that is to be read: its kind is known, and if it is a narrative its course too.
func Begin(published edtf.Day, sentences []prose.Sentence) Story {
	t := Story{Published: published, Narrative: Narrative(published, sentences)}
	if !t.Narrative {
		return t
	}
	for i := range sentences {
		t.course.sentences = append(t.course.sentences, sentences[i].Text)
		for _, e := range Single(&sentences[i]) {
			p := e.Value.Resolve(Anchor{})
			if d, ok := antiquity(e.Value); ok {
				p = placed(d)
			}
			if u := p.Date.Unit(); p.Type == "DATE" && (u == edtf.UnitDay || u == edtf.UnitMonth) {
				t.course.dates = append(t.course.dates, milestone{i, e.From, p.Date})
			}
		}
	}
	return t
}

// leave remembers the date that the story was at before it came to another year.
func (c *course) leave(from, to edtf.Date) {
	a, _, _ := from.Fields()
	if b, _, _ := to.Fields(); a != b && !from.IsZero() {
		c.left = from
	}
}

// choose returns the date near which a time without a year lies: that of the story, or the one before its last change
// of year where this tells a story in better order.
func (c *course) choose(around edtf.Date, s *prose.Sentence, e Expression) edtf.Date {
	n, ok := name(e.Value)
	if c.left.IsZero() || around.IsZero() || !ok {
		return around
	}
	next := c.next(s, e)
	if c.order(n, around, next) == 0 && c.order(n, c.left, next) == 2 {
		return c.left
	}
	return around
}

// next returns the next date in full after e, 0 for none.
func (c *course) next(s *prose.Sentence, e Expression) edtf.Day {
	for i := c.at; i < len(c.sentences); i++ {
		if c.sentences[i] == s.Text {
			c.at = i
			break
		}
	}
	for len(c.dates) > 0 && (c.dates[0].sentence < c.at || c.dates[0].sentence == c.at && c.dates[0].token <= e.From) {
		c.dates = c.dates[1:]
	}
	if len(c.dates) == 0 {
		return 0
	}
	_, to := c.dates[0].date.Bounds()
	return to
}

// order counts what speaks for n near a date: that it does not lie before that date, and that the next date in full
// follows within a year or so.
func (c *course) order(n Named, near edtf.Date, next edtf.Day) int {
	d, ok := n.told(near)
	if !ok {
		return 0
	}
	from, to := d.Bounds()
	first, _ := near.Bounds()
	order := 0
	if to >= first {
		order++
	}
	if from <= next && next < from+400 {
		order++
	}
	return order
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
	}
	return Named{}, false
}
