package when

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
)

// Between is the time from one to another: "from May to July".
type Between struct{ From, To Value }

// String prints the value.
func (v Between) String() string { return fmt.Sprintf("Between(%s, %s)", v.From, v.To) }

// Resolve implements Value. The first takes its year from the second where it has none of its own.
func (v Between) Resolve(a Anchor) Placed {
	to := v.To.Resolve(a)
	b := a
	_, named := v.From.(Named)
	_, both := v.To.(Named)
	if to.Explicit || named && !both && to.Latest != 0 { // "between May and September of that year"
		b.Day, b.Direction, b.Narrative = to.Latest, Past, false
	}
	from := v.From.Resolve(b)
	if from.Date.IsZero() || to.Date.IsZero() {
		return Placed{Type: "DATE"}
	}
	if from.Earliest > to.Latest {
		if b.Day, b.Direction, b.Narrative = to.Latest, Past, false; !from.Explicit {
			from = v.From.Resolve(b)
		}
		if from.Earliest > to.Latest {
			b = a
			b.Day, b.Direction, b.Narrative = from.Earliest, Future, false
			to = v.To.Resolve(b)
		}
		if from.Earliest > to.Latest || from.Date.IsZero() || to.Date.IsZero() {
			return Placed{Type: "DATE"}
		}
	}
	p := Placed{Date: hull(from.Date, to.Date), Earliest: from.Earliest, Latest: to.Latest, Type: to.Type}
	if from.Date == to.Date && from.Date.Unit() == edtf.UnitDay {
		p.Date = from.Date // hours of one day
	}
	p.Explicit = to.Explicit
	p.Val = from.Val + "/" + to.Val
	return p
}

// Bound is one end of a time: "by", "since", "until", "before", "after", "within".
type Bound struct {
	Word string
	Of   Value
}

// String prints the value.
func (v Bound) String() string { return fmt.Sprintf("Bound(%s, %s)", v.Word, v.Of) }

// Resolve implements Value.
func (v Bound) Resolve(a Anchor) Placed {
	if v.Word == "by" || v.Word == "until" {
		if _, ok := v.Of.(Named); ok && v.Word == "by" {
			a.Direction = Future
		}
	}
	p := v.Of.Resolve(a)
	if v.Word == "within" {
		return within(v.Of, a)
	}
	if n, ok := v.Of.(Named); ok && v.Word == "since" {
		p = n.begun(p, a)
	}
	if p.Date.IsZero() || p.Earliest == 0 && p.Latest == 0 {
		return p
	}
	if _, clock := v.Of.(At); clock && (v.Word == "before" || v.Word == "after") {
		return p // before noon is that day still
	}
	today := a.Day
	switch v.Word {
	case "by", "until":
		if part, ok := v.Of.(Part); v.Word == "by" && p.Date.Unit() == edtf.UnitInterval && !(ok && part.Which == 3 && a.Direction == Future) {
			return p // "by mid-September" names the days themselves; "by Friday" runs from today to the day
		}
		if today != 0 && today <= p.Latest {
			p.Date, p.Earliest = hull(today.Date(), p.Date), today
			if p.Latest == today {
				p.Date = today.Date()
			}
			return p
		}
		p.Date, p.Earliest = hull(edtf.Date{}, p.Date), 0
	case "since":
		p.Date = hull(p.Date, edtf.Date{})
		if p.Latest = max(p.Latest, today); today == 0 {
			p.Latest = 0
		}
	case "before":
		first := p.Earliest
		if part, ok := v.Of.(Part); ok && (part.Which == 2 || part.Which == 3) {
			if first = p.Latest; part.Which == 2 {
				first = p.Earliest + (p.Latest-p.Earliest+1)/2 - 1 // "before the middle of the year"
			}
			if today != 0 && today <= first && a.Direction == Future { // "before the end of the year" runs from today
				p.Date, p.Earliest, p.Latest = days(today, first), today, first
				return p
			}
		}
		p.Date, p.Earliest, p.Latest = edtf.Interval(edtf.Date{}, (first-1).Date()), 0, first-1
	case "after":
		p.Date = p.Date.Approximately()
	}
	return p
}

// within places "within two weeks": from the last date told, or the day of speaking, as far as it says. What is to come
// counts from the day of speaking. A bare plural is taken as at most nine.
func within(of Value, a Anchor) Placed {
	d, ok := of.(Duration)
	from, _ := a.last().Bounds()
	if a.Direction == Future && a.Day != 0 {
		from = a.Day
	}
	if !ok || from == 0 || d.Unit == 0 {
		return of.Resolve(a)
	}
	n := d.N
	if n == 0 {
		n = 900
	}
	p := placed(days(from, max(from, later(from, n, d.Unit))))
	p.Val = d.timex()
	p.Type = "DURATION"
	return p
}

// What days and what months units have.
var (
	daysOf   = map[Unit]int{Day: 1, Week: 7, Weekend: 7, Fortnight: 14}
	monthsOf = map[Unit]int{Month: 1, Quarter: 3, Season: 3, Year: 12, Decade: 120, Century: 1200, Millennium: 12000}
)

// later returns the day so many hundredths of a unit after a day; beyond the calendar it is some day of its last year.
func later(day edtf.Day, n int, u Unit) edtf.Day {
	n = min(max(n, -100*farthest), 100*farthest)
	y, m, d := day.Civil()
	switch u {
	case Second, Minute:
		return day
	case Hour:
		return clampDay(day+edtf.Day(n/2400), day)
	case Day, Week, Weekend, Fortnight:
		return clampDay(day+edtf.Day(daysOf[u]*n/100), day)
	}
	months := monthsOf[u] * n / 100
	if y = clampYear(y+months/12, y); y == 9999 || y == 1 || y == -9998 {
		return edtf.DayOf(y, 6, 30)
	}
	last := edtf.DayOf(y, m+time.Month(months%12)+1, 1) - 1
	return min(last, edtf.DayOf(y, m+time.Month(months%12), d))
}

// Compared is a time that something is measured against: "the worst flood since 1998". It dates nothing.
type Compared struct{ With Value }

// String prints the value.
func (v Compared) String() string { return fmt.Sprintf("Compared(%s)", v.With) }

// Resolve implements Value.
func (v Compared) Resolve(a Anchor) Placed {
	p := v.With.Resolve(a)
	p.Date, p.Earliest, p.Latest = edtf.Date{}, 0, 0
	return p
}

// Lately is a length of time up to the day of speaking, or from it on: "over the last four years". What happened in it
// happened on some day between its ends, which are as exact as its unit.
type Lately struct {
	Over  Duration
	Ahead bool
}

// String prints the value.
func (v Lately) String() string {
	if v.Ahead {
		return fmt.Sprintf("Lately(from now, %s)", v.Over)
	}
	return fmt.Sprintf("Lately(until now, %s)", v.Over)
}

// Resolve implements Value.
func (v Lately) Resolve(a Anchor) Placed {
	p := v.Over.Resolve(a)
	n := min(v.Over.N/100, farthest)
	if a.Day == 0 || n == 0 || v.Over.N%100 != 0 || v.Over.Unit < Day {
		return p
	}
	if !v.Ahead {
		n = -n
	}
	far := period(a.Day, v.Over.Unit, n)
	now := a.Day.Date()
	switch v.Over.Unit {
	case Day, Week, Fortnight:
		far = placed(clampDay(a.Day+edtf.Day(n*daysOf[v.Over.Unit]), a.Day).Date())
	default:
		now = period(a.Day, v.Over.Unit, 0).Date
	}
	if far.Date.IsZero() {
		return p
	}
	p.Explicit = false
	if v.Ahead {
		p.Date, p.Earliest, p.Latest = hull(now, far.Date), a.Day, far.Latest
	} else {
		p.Date, p.Earliest, p.Latest = hull(far.Date, now), far.Earliest, a.Day
	}
	return p
}
