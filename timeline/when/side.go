package when

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
)

// Side is the named time before or after the one that is now: "last June", "next Friday", "this summer".
type Side struct {
	Side int // -1 last, 0 this, 1 next
	Of   Value
}

// String prints the value.
func (v Side) String() string { return fmt.Sprintf("%s(%s)", sideNames[v.Side+1], v.Of) }

var sideNames = [...]string{"Last", "This", "Next"}

// Resolve implements Value.
func (v Side) Resolve(a Anchor) Placed {
	n, ok := v.Of.(Named)
	if !ok || n.Weekday == 0 {
		return v.yearly(a)
	}
	if a.Day == 0 {
		return n.Resolve(a)
	}
	back := (int(a.Day.Weekday()) - n.Weekday + 14) % 7
	switch {
	case v.Side < 0:
		if back == 0 {
			back = 7
		}
		return nearest(a.Day-edtf.Day(back), -7)
	case v.Side > 0:
		return nearest(a.Day+edtf.Day(7-back), 7)
	}
	day := monday(a.Day) + edtf.Day(n.Weekday-1)
	if a.Direction == Future && day < a.Day {
		day += 7
	}
	return placed(day.Date())
}

// nearest places "last Friday", and tells of the Friday before that as well.
func nearest(d, step edtf.Day) Placed {
	p := placed(d.Date())
	p.Rejected = []string{(d + step).String() + ": the nearest such day is meant"}
	return p
}

// yearly places a month, a season or a holiday: the last one that is over, the next one to begin, or this year's.
func (v Side) yearly(a Anchor) Placed {
	b := a
	b.Narrative = false
	b.Direction = Past
	if v.Side > 0 {
		b.Direction = Future
	}
	p := v.Of.Resolve(b)
	if v.Side == 0 {
		if n, ok := v.Of.(Named); ok && a.Day != 0 {
			y, m, _ := a.Day.Civil()
			if n.Month == 24 && (m <= time.February || m < time.June && a.Direction == Past) {
				y-- // the winter that began in December
			}
			if d, ok := n.in(y); ok {
				return placed(d)
			}
		}
		b.Direction = a.Direction
		return v.Of.Resolve(b)
	}
	wrong := v.Side < 0 && p.Latest >= a.Day || v.Side > 0 && p.Earliest <= a.Day
	if n, ok := v.Of.(Named); ok && wrong && a.Day != 0 && !p.Date.IsZero() {
		y, _, _ := p.Date.Fields()
		if d, ok := n.in(y + v.Side); ok {
			return placed(d)
		}
	}
	return p
}

// After is the named time next to the last date told: "the following Friday".
type After struct {
	Side int
	Of   Value
}

// String prints the value.
func (v After) String() string { return fmt.Sprintf("After(%d, %s)", v.Side, v.Of) }

// Resolve implements Value.
func (v After) Resolve(a Anchor) Placed {
	from, to := a.last().Bounds()
	if a.Day = to; v.Side < 0 || to == 0 {
		a.Day = from
	}
	b := a
	b.Narrative = false
	return a.told(Side{v.Side, v.Of}.Resolve(b))
}

func monday(d edtf.Day) edtf.Day { return d - edtf.Day((int(d.Weekday())+6)%7) }

// In is a named time inside another: "June last year", "Friday of next week".
type In struct{ Of, Outer Value }

// String prints the value.
func (v In) String() string { return fmt.Sprintf("In(%s, %s)", v.Of, v.Outer) }

// Resolve implements Value.
func (v In) Resolve(a Anchor) Placed {
	outer := v.Outer.Resolve(a)
	if outer.Date.IsZero() {
		return v.Of.Resolve(a)
	}
	if n, ok := v.Of.(Named); ok {
		if n.Weekday > 0 {
			return placed((monday(outer.Earliest) + edtf.Day(n.Weekday-1)).Date())
		}
		y, month, _ := outer.Date.Fields()
		if n.Month == 0 { // a day of the month
			if outer.Date.Unit() != edtf.UnitMonth {
				return Placed{Type: "DATE", Val: outer.Val, Explicit: outer.Explicit}
			}
			n.Month = month
		}
		if d, ok := n.in(y); ok {
			p := placed(d)
			p.Explicit = outer.Explicit
			return p
		}
		return Placed{Type: "DATE", Val: fmt.Sprintf("%04d", y), Explicit: outer.Explicit}
	}
	a.Narrative, a.Last = true, outer.Date
	p := v.Of.Resolve(a)
	p.Explicit = outer.Explicit
	return p
}
