package when

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// Nth is the day, week, month or weekday of a period that is counted from its beginning, or from its end for -1: "the
// first Monday of May", "the last week of June".
type Nth struct {
	N       int
	Unit    Unit // Day for a weekday too
	Weekday int  // 0 for none
	Of      Value
}

// String prints the value.
func (v Nth) String() string {
	what := v.Unit.String()
	if v.Weekday > 0 {
		what = time.Weekday(v.Weekday % 7).String()
	}
	return fmt.Sprintf("Nth(%d %s, %s)", v.N, what, v.Of)
}

// Resolve implements Value. The weeks of a month are counted from its first day, seven days each; its last week is
// its last seven days.
func (v Nth) Resolve(a Anchor) Placed {
	of := v.Of.Resolve(a)
	if of.Date.IsZero() {
		return Placed{Type: "DATE", Val: unknownUnit(v.Unit)}
	}
	from, to := of.Date.Bounds()
	var p Placed
	switch {
	case from == 0 || to == 0:
		return of
	case v.Weekday > 0:
		p = placed(nthWeekday(from, to, v.N, v.Weekday).Date())
	case v.Unit == Week:
		p = sevenDays(from, to, v.N)
	case v.N < 0:
		p = period(to, v.Unit, 0)
	default:
		p = period(from, v.Unit, v.N-1)
	}
	if first, last := p.Date.Bounds(); first < from || last > to {
		return of // there is no such day in it
	}
	p.Explicit = of.Explicit
	return p
}

// nthWeekday returns the nth such day between two days, counted from the end where n is negative.
func nthWeekday(from, to edtf.Day, n, weekday int) edtf.Day {
	if n < 0 {
		return to - edtf.Day((int(to.Weekday())-weekday+14)%7)
	}
	return from + edtf.Day((weekday-int(from.Weekday())+7)%7+7*(n-1))
}

// WeekdayFrom is the nth such day after another, or before it for a negative n: "the first Tuesday after Easter".
type WeekdayFrom struct {
	N, Weekday int
	Of         Value
}

// String prints the value.
func (v WeekdayFrom) String() string {
	return fmt.Sprintf("WeekdayFrom(%+d %s, %s)", v.N, time.Weekday(v.Weekday%7), v.Of)
}

// Resolve implements Value.
func (v WeekdayFrom) Resolve(a Anchor) Placed {
	of := v.Of.Resolve(a)
	if of.Earliest == 0 || of.Date.Unit() != edtf.UnitDay {
		return Placed{Type: "DATE", Val: unknownUnit(Day)}
	}
	ahead := (v.Weekday-int(of.Earliest.Weekday())+6)%7 + 1
	day := of.Earliest + edtf.Day(ahead+7*(v.N-1))
	if v.N < 0 {
		day = of.Earliest - edtf.Day((7-ahead)%7+7*(-v.N-1))
		if ahead == 7 {
			day -= 7
		}
	}
	p := placed(clampDay(day, of.Earliest).Date())
	p.Explicit = of.Explicit
	return p
}

// DayOfYear is a day of the calendar in another year: "on this day in 1944".
type DayOfYear struct {
	Year int
	Of   Value
}

// String prints the value.
func (v DayOfYear) String() string { return fmt.Sprintf("DayOfYear(%d, %s)", v.Year, v.Of) }

// Resolve implements Value.
func (v DayOfYear) Resolve(a Anchor) Placed {
	of := v.Of.Resolve(a)
	if _, m, d := of.Date.Fields(); of.Date.Unit() == edtf.UnitDay {
		if day, ok := dayDate(v.Year, m, d); ok {
			return placed(day)
		}
	}
	return On{edtf.OfYear(v.Year)}.Resolve(a)
}

func sevenDays(from, to edtf.Day, n int) Placed {
	first := from + edtf.Day(7*(n-1))
	if n < 0 {
		first = to - 6
	}
	p := placed(days(first, first+6))
	p.Val = week(first + 3)
	return p
}

// nth reads the words of an Nth.
func (m *match) nth() Value {
	n := m.ordinal()
	if m.lit("first") {
		n = 1
	}
	if m.lit("last") || m.lit("final") {
		n = -1
	}
	u := m.unit()
	if w := m.v("weekday"); w > 0 && n <= 5 {
		return Nth{n, Day, w, m.kid()}
	}
	if n == 0 || u < Day || u == Weekend || u == Season || u == Quarter || u >= Year {
		return nil
	}
	return Nth{n, u, 0, m.kid()}
}

// That is the named time about which the text has just spoken: "that summer", "that Monday".
type That struct{ Of Value }

// String prints the value.
func (v That) String() string { return fmt.Sprintf("That(%s)", v.Of) }

// Resolve implements Value.
func (v That) Resolve(a Anchor) Placed {
	n, ok := v.Of.(Named)
	if a.Last.IsZero() || !ok {
		return v.Of.Resolve(a)
	}
	y, m, _ := a.Last.Fields()
	if n.Month == 24 && m == 24 {
		return a.told(placed(a.Last))
	}
	if n.Month == 24 && (m == 1 || m == 2) {
		return a.told(placed(edtf.OfSub(y-1, 24))) // the winter that January and February end
	}
	if n.Weekday == 0 {
		return a.told(In{v.Of, Told{0, Year}}.Resolve(a))
	}
	from, to := a.Last.Bounds()
	if !a.Narrative && to-from > 14 && to < a.Day {
		return Placed{Type: "DATE", Val: fmt.Sprintf("XXXX-WXX-%d", n.Weekday)} // some Friday of a month that is over
	}
	if from == 0 || to-from > 14 {
		return v.Of.Resolve(a)
	}
	b := a
	b.Day, b.Narrative = to, false
	if to-from == 6 {
		b.Direction = Past // a week
	}
	return a.told(n.Resolve(b))
}

// YearsBefore is a day, a week, a month or a season so many years before another: "ten years ago this month".
type YearsBefore struct {
	N  int
	Of Value
}

// String prints the value.
func (v YearsBefore) String() string { return fmt.Sprintf("YearsBefore(%d, %s)", v.N, v.Of) }

// Resolve implements Value.
func (v YearsBefore) Resolve(a Anchor) Placed {
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(Year)}
	}
	if _, month := v.Of.(Deictic); month {
		a.Direction = Either // the whole of "this month"
	}
	of := v.Of.Resolve(a)
	switch y, m, _ := of.Date.Fields(); of.Date.Unit() {
	case edtf.UnitMonth, edtf.UnitSeason:
		return placed(edtf.OfSub(clampYear(y-v.N, y), m))
	case edtf.UnitInterval: // a week
		return period(yearsBefore(of.Earliest, v.N), Week, 0)
	}
	return placed(yearsBefore(of.Earliest, v.N).Date())
}

// yearsBefore returns the same day n years before; the 28th of February for the 29th where that year has none.
func yearsBefore(d edtf.Day, n int) edtf.Day {
	y, m, day := d.Civil()
	y = clampYear(y-n, y)
	if m == time.February && day == 29 {
		return edtf.DayOf(y, time.March, 1) - 1
	}
	return edtf.DayOf(y, m, day)
}

// YearBefore is the month, week or day of which the text speaks, a year before, "the same month last year", or in the Year
// that it names, "the same month in 2007".
type YearBefore struct {
	Unit Unit
	Year int
}

// String prints the value.
func (v YearBefore) String() string {
	if v.Year > 0 {
		return fmt.Sprintf("YearBefore(%s, %d)", v.Unit, v.Year)
	}
	return fmt.Sprintf("YearBefore(%s)", v.Unit)
}

// Resolve implements Value. The last date told counts where it is as fine as the unit.
func (v YearBefore) Resolve(a Anchor) Placed {
	base := a.last()
	if from, to := base.Bounds(); v.Unit > 0 && to-from > 31 && coarse[base.Unit()] > v.Unit {
		base = a.Day.Date()
	}
	from, _ := base.Bounds()
	if from == 0 || v.Unit == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(v.Unit)}
	}
	y, m, d := from.Civil()
	switch {
	case v.Year > 0:
		return period(edtf.DayOf(v.Year, m, min(d, 28)), v.Unit, 0)
	case v.Unit == Week:
		return period(from-364, Week, 0)
	}
	return period(edtf.DayOf(y-1, m, d), v.Unit, 0)
}

// SameTime is a stretch of which the text has just spoken: "during that period". Where it begins and ends is for the
// reader to know; it has no value and dates nothing.
type SameTime struct{}

// String prints the value.
func (SameTime) String() string { return "SameTime" }

// Resolve implements Value.
func (SameTime) Resolve(Anchor) Placed { return Placed{Type: "DATE"} }

// AtTime is the time of which the text has just spoken: "at the same time", "on the third day". It takes the value of
// what was told last, and dates nothing. With Unit Day it is some day of it, of which the day has the part Part.
//
// With Nth it is that day of what was told, of which the story may know the first.
type AtTime struct {
	Unit Unit
	Part DayPart
	Nth  int
}

// String prints the value.
func (v AtTime) String() string { return fmt.Sprintf("AtTime(%s %s)", v.Unit, dayParts[v.Part]) }

// Resolve implements Value.
func (v AtTime) Resolve(a Anchor) Placed {
	p := a.told(Placed{Type: "DATE", Val: timex(a.last())})
	if v.Unit == Day {
		p.Val = someDay(a.last())
	}
	if v.Part > 0 {
		p.Type = "TIME"
		p.Val += dayParts[v.Part]
	}
	return p
}

// someDay is the TIMEX3 value of a day that lies in d.
func someDay(d edtf.Date) string {
	switch d.Unit() {
	case edtf.UnitDay:
		return timex(d)
	case edtf.UnitMonth:
		return timex(d) + "-XX"
	case edtf.UnitYear:
		return timex(d) + "-XX-XX"
	}
	return unknownUnit(Day)
}

// sameTime reads "at the time", "at the same time"; not "the time of his life".
func sameTime(m *match) Value {
	switch {
	case m.lit("being") || m.lit("present"):
		return Ref{"PRESENT_REF"}
	case m.before("by"):
		return SameTime{} // "by the time he left"
	case !m.before("at") || m.next("of") && !m.lit("same"):
		return nil
	}
	return AtTime{}
}

// nthDay reads a day counted from the beginning of what is told: "on the third day", "the first year of the war".
func nthDay(m *match) Value {
	switch u := m.v("daypart"); {
	case m.next("-") || u > int(Night):
		return nil // "the third day-long meeting"
	case u > 0:
		return AtTime{Day, DayPart(u), m.ordinal()}
	case m.lit("day"):
		return AtTime{Unit: Day, Nth: m.ordinal()}
	case m.lit("last") || !m.before("in", "during", "since", "of", "after", "for", "throughout"):
		return nil
	case m.lit("week"):
		return Duration{100, Week, ""}
	case m.lit("month"):
		return Duration{100, Month, ""}
	}
	return Duration{100, Year, ""}
}

// overnight is the night before the day of speaking; as an adjective it is a kind of thing.
func overnight(m *match) Value {
	if m.tag(1).Noun() || m.before("an", "the", "a") || letters(m.beside(1).lower) && m.tag(1) == prose.NoTag {
		return nil
	}
	return Overnight{}
}

// Overnight is the night before the day of speaking, or after it where the verb looks ahead, which belongs to two days.
type Overnight struct{}

// String prints the value.
func (Overnight) String() string { return "Overnight" }

// Resolve implements Value.
func (Overnight) Resolve(a Anchor) Placed {
	if a.Direction == Future && a.Day != 0 {
		a.Day++ // "will search overnight"
	}
	p := At{Deictic{-1, Day}, Night, -1}.Resolve(a)
	if a.Day != 0 {
		p.Date, p.Latest = days(a.Day-1, a.Day), a.Day
	}
	return p
}

// halves returns the number in "half a year" and "two years and a half", in hundredths.
func (m *match) halves() int {
	if m.lit("and") {
		return m.count() + 50
	}
	return 50
}
