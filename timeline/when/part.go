package when

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
)

// Part is a part of a period: 1 the beginning, 2 the middle, 3 the end, 4 its last day, 5 and 6 before and after
// now, 11 and 12 its halves, 13 the second half less strictly.
type Part struct {
	Which int
	Of    Value
}

var partNames = map[int]string{1: "early", 2: "mid", 3: "late", 4: "last day", 5: "earlier", 6: "later", 11: "first half", 12: "second half", 13: "latter part"}

// String prints the value.
func (v Part) String() string { return fmt.Sprintf("Part(%s, %s)", partNames[v.Which], v.Of) }

// Resolve implements Value. Of a month the parts are the 1st to the 10th, the 11th to the 20th and the rest; of a
// year its first three months, the six between and its last three. Other periods keep their name and have bounds inside.
func (v Part) Resolve(a Anchor) Placed {
	if now, ok := v.Of.(Deictic); ok && a.Day != 0 {
		a.Day, a.Direction = a.begun(now), Either // not cut at the day of speaking
	}
	p := v.Of.Resolve(a)
	if p.Date.IsZero() || p.Earliest == 0 || p.Latest == 0 {
		return p
	}
	whole := placed(p.Date)
	from, to := whole.Earliest, whole.Latest
	if v.Which <= 3 {
		p.Mod = [...]string{"", "START", "MID", "END"}[v.Which]
	}
	if from == to {
		return p
	}
	third := thirds(p.Date.Unit(), from, to)
	switch v.Which {
	case 1:
		to = third(1) - 1
	case 2:
		from, to = third(1), third(2)-1
	case 3:
		from = third(2)
	case 4:
		q := placed(to.Date())
		q.Explicit = p.Explicit
		return q
	case 5:
		if first, _ := v.pivot(a); first != 0 {
			to = max(from, min(to, first-1))
		}
	case 6:
		if _, last := v.pivot(a); last != 0 {
			from = min(to, max(from, last+1))
		}
	case 11, 12, 13:
		half := from + (to-from)/2 + 1
		if p.Date.Unit() == edtf.UnitMonth {
			half = from + 15
		}
		if p.Date.Unit() == edtf.UnitYear {
			half = months(from, 6)
			if y, _, _ := p.Date.Fields(); v.Which < 13 {
				p.Val = fmt.Sprintf("%04d-H%d", y, v.Which-10)
			}
		}
		if v.Which == 11 {
			to = half - 1
		} else {
			from = half
		}
	}
	p.Earliest, p.Latest = from, to
	switch u := p.Date.Unit(); {
	case u == edtf.UnitInterval, u == edtf.UnitMonth && (v.Which <= 3 || v.Which >= 11):
		p.Date = days(from, to)
	case u == edtf.UnitYear && v.Which <= 3:
		p.Date = edtf.Interval(month(from), month(to))
	}
	return p
}

// pivot returns the days before and after which "earlier" and "later" lie: the day of speaking, or the last date told
// where the period is that of the story and the date within it is finer.
func (v Part) pivot(a Anchor) (first, last edtf.Day) {
	switch of := v.Of.(type) {
	case Told:
	case The:
		if !of.told(a) {
			return a.Day, a.Day
		}
	default:
		return a.Day, a.Day
	}
	if u := a.Last.Unit(); u == edtf.UnitDay || u == edtf.UnitMonth {
		first, last = a.Last.Bounds()
	}
	return first, last
}

// thirds returns the function that gives the day on which a third of a period begins. Months part at the 11th and
// the 21st, and what is made of months parts between months.
func thirds(u edtf.Unit, from, to edtf.Day) func(int) edtf.Day {
	switch u {
	case edtf.UnitMonth:
		return func(n int) edtf.Day { return from + edtf.Day(10*n) }
	case edtf.UnitYear: // its first quarter, what lies between, and its last
		return func(n int) edtf.Day { return months(from, 6*n-3) }
	case edtf.UnitSeason, edtf.UnitQuarter:
		return func(n int) edtf.Day { return months(from, n) }
	case edtf.UnitDecade: // its first four years, three, and three
		return func(n int) edtf.Day { return months(from, 12*(3*n+1)) }
	case edtf.UnitCentury:
		return func(n int) edtf.Day { return months(from, 12*33*n) }
	}
	return func(n int) edtf.Day { return from + edtf.Day(n)*((to-from+1)/3) }
}

// months returns the day n months after the first of a month.
func months(d edtf.Day, n int) edtf.Day {
	y, m, _ := d.Civil()
	return edtf.DayOf(y, m+time.Month(n), 1)
}
