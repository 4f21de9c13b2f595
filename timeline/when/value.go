package when

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
)

// A Value is what an expression means before it is known when it was said. Values are small structs that print
// and compare; Resolve places them.
type Value interface {
	Resolve(Anchor) Placed
	String() string
}

// A Direction is the way in which a verb's tense points.
type Direction uint8

// The directions.
const (
	Past Direction = iota
	Future
	Either
)

// String returns the direction's name in lower case.
func (d Direction) String() string { return [...]string{"past", "future", "either"}[d] }

// An Anchor is what a Value is placed by.
type Anchor struct {
	Day       edtf.Day  // the day on which the words were said
	From      string    // where Day comes from: "publication", "quotation"
	Direction Direction // the way the verb points
	Last      edtf.Date // the last date that the text told, for "the next day"; zero for none
	Narrative bool      // the text tells history: a date without a year lies near Around, or else Last
	Around    edtf.Date // where the course of a narrative puts a date without a year; zero where it does not know
	Quarter   edtf.Date // the quarter that a business report is about; zero for none
}

// last returns the last date told, or the anchor's day where none was.
func (a Anchor) last() edtf.Date {
	if a.Last.IsZero() {
		return a.Day.Date()
	}
	return a.Last
}

// told notes that p was placed by the last date told, if there was one.
func (a Anchor) told(p Placed) Placed {
	if day, _ := a.Last.Bounds(); day != 0 && !p.Explicit {
		p.Base, p.BaseFrom = day, "the last date told"
	}
	return p
}

// against is the reason against what lies on the other side of the day of speaking.
func (a Anchor) against() string {
	switch a.Direction {
	case Past:
		return "the verb looks back"
	case Future:
		return "the verb looks ahead"
	}
	return "the verb looks neither way, and it is the farther one or still to come"
}

// quarter returns the last quarter told, zero for none. One before that of the report was only looked back on.
func (a Anchor) quarter() edtf.Date {
	_, about := a.Quarter.Bounds()
	if _, to := a.Last.Bounds(); a.Last.Unit() == edtf.UnitQuarter && (to <= a.Day || a.Day == 0) && to >= about {
		return a.Last
	}
	return a.Quarter
}

// Placed is a Value in the calendar. Date is zero for durations, sets and vague references, which date nothing.
type Placed struct {
	Date             edtf.Date
	Earliest, Latest edtf.Day // the days between which it lies; zero for an open end
	Type, Val, Mod   string   // TIMEX3: DATE, TIME, DURATION or SET; value; modifier
	Explicit         bool     // it needed no anchor
	Base             edtf.Day // the day that it was placed by where that is not the one of the Anchor handed in: the first of the last date told
	BaseFrom         string   // where that came from
	Rejected         []string // readings that were possible and not taken, each with the reason against it
}

// placed returns the Placed of a plain date.
func placed(d edtf.Date) Placed {
	p := Placed{Date: d, Type: "DATE", Val: timex(d)}
	p.Earliest, p.Latest = d.Bounds()
	return p
}

var seasonNames = [...]string{"SP", "SU", "FA", "WI"}

// timex returns a date as TIMEX3 writes it.
func timex(d edtf.Date) string {
	y, m, n := d.Fields()
	year := fmt.Sprintf("%04d", y)
	if y < 1 {
		year = fmt.Sprintf("BC%04d", 1-y)
	}
	switch d.Unit() {
	case edtf.UnitDay:
		return fmt.Sprintf("%s-%02d-%02d", year, m, n)
	case edtf.UnitMonth:
		return fmt.Sprintf("%s-%02d", year, m)
	case edtf.UnitSeason:
		return year + "-" + seasonNames[m-21]
	case edtf.UnitQuarter:
		return fmt.Sprintf("%s-Q%d", year, m-32)
	case edtf.UnitYear:
		return year
	case edtf.UnitDecade:
		return fmt.Sprintf("%03d", y/10)
	case edtf.UnitCentury:
		return fmt.Sprintf("%02d", y/100)
	}
	return ""
}

// hull returns the dates from the beginning of a to the end of b.
func hull(a, b edtf.Date) edtf.Date {
	from, _ := a.Ends()
	_, to := b.Ends()
	return edtf.Interval(from, to)
}

func days(from, to edtf.Day) edtf.Date {
	if from == to {
		return from.Date()
	}
	return edtf.Interval(from.Date(), to.Date())
}

// clampYear keeps a year that was reached from another within those that a date can have. Only a story that is told of
// years before Christ leads to such.
func clampYear(y, from int) int {
	if from < 1 {
		return min(max(y, -9998), 9999)
	}
	return min(max(y, 1), 9999)
}

// clampDay does the same for a day.
func clampDay(d, from edtf.Day) edtf.Day {
	first := edtf.DayOf(1, 1, 8) // its week begins in the same year
	if from < first {
		first = edtf.DayOf(-9998, 1, 8)
	}
	return min(max(d, first), edtf.DayOf(9999, 12, 20))
}

func dayDate(y, m, d int) (edtf.Date, bool) {
	if y < -9998 || y > 9999 || m < 1 || m > 12 || d < 1 {
		return edtf.Date{}, false
	}
	day := edtf.DayOf(y, time.Month(m), d)
	if _, mm, dd := day.Civil(); int(mm) != m || dd != d {
		return edtf.Date{}, false
	}
	return day.Date(), true
}

// On is a date that the words give whole.
type On struct{ Date edtf.Date }

// String prints the value.
func (v On) String() string { return "On(" + v.Date.String() + ")" }

// Resolve implements Value.
func (v On) Resolve(Anchor) Placed {
	p := placed(v.Date)
	p.Explicit = true
	return p
}

// About is a time that is only about right: "around Nov. 1".
type About struct{ Of Value }

// String prints the value.
func (v About) String() string { return fmt.Sprintf("About(%s)", v.Of) }

// Resolve implements Value.
func (v About) Resolve(a Anchor) Placed {
	p := v.Of.Resolve(a)
	p.Mod = "APPROX"
	if !p.Date.IsZero() {
		p.Date = p.Date.Approximately()
	}
	return p
}

// Numeric is a date in figures that can be read in two orders, 5/6/2018. The month comes first, as in the United
// States.
type Numeric struct{ Date, DayFirst edtf.Date }

// String prints the value.
func (v Numeric) String() string { return "Numeric(" + v.Date.String() + ")" }

// Resolve implements Value.
func (v Numeric) Resolve(Anchor) Placed {
	p := placed(v.Date)
	p.Explicit = true
	p.Rejected = []string{v.DayFirst.String() + ": the month is taken to come first"}
	return p
}

// A pair is two dates read by one rule because they share a month or a year: "the 3rd to the 5th of May". split is
// the piece between them. It never leaves the package.
type pair struct {
	first, second Value
	split         int
}

func (v pair) String() string          { return Between{v.first, v.second}.String() }
func (v pair) Resolve(a Anchor) Placed { return Between{v.first, v.second}.Resolve(a) }

// SameQuarter is the quarter told, in a year that the words name: "the 1988 quarter".
type SameQuarter struct{ Year int }

// String prints the value.
func (v SameQuarter) String() string { return fmt.Sprintf("SameQuarter(%d)", v.Year) }

// Resolve implements Value.
func (v SameQuarter) Resolve(a Anchor) Placed {
	_, q, _ := a.quarter().Fields()
	if q == 0 {
		return On{edtf.OfYear(v.Year)}.Resolve(a)
	}
	p := placed(edtf.OfSub(v.Year, q))
	p.Explicit = true
	return p
}

// Named is a day, month, season or quarter by its name without a year: a weekday, a month (1 to 12), a season
// (21 to 24), a quarter (33 to 36), a month and a day, or a day of the month.
type Named struct{ Month, Day, Weekday int }

// String prints the value.
func (v Named) String() string {
	switch {
	case v.Weekday > 0 && v.Day > 0:
		return fmt.Sprintf("Near(%s, day %d)", time.Weekday(v.Weekday%7), v.Day)
	case v.Weekday > 0:
		return "Near(" + time.Weekday(v.Weekday%7).String() + ")"
	case v.Month == 0:
		return fmt.Sprintf("Named(day %d)", v.Day)
	case v.Month > 32:
		return fmt.Sprintf("Named(Q%d)", v.Month-32)
	case v.Month > 20:
		return "Named(" + [...]string{"spring", "summer", "autumn", "winter"}[v.Month-21] + ")"
	case v.Day > 0:
		return fmt.Sprintf("Named(%s %d)", time.Month(v.Month), v.Day)
	}
	return "Named(" + time.Month(v.Month).String() + ")"
}

// in returns the date in a year, false where that year has none.
func (v Named) in(year int) (edtf.Date, bool) {
	if year < -9998 || year > 9999 {
		return edtf.Date{}, false
	}
	if v.Day > 0 {
		return dayDate(year, v.Month, v.Day)
	}
	return edtf.OfSub(year, v.Month), true
}

// Resolve implements Value.
func (v Named) Resolve(a Anchor) Placed {
	switch {
	case v.Weekday > 0 && v.Day > 0:
		return v.fallsOn(a)
	case v.Weekday > 0:
		return v.weekday(a)
	case v.Month == 0:
		return v.dayOfMonth(a)
	}
	return v.year(a)
}

// weekday returns the nearest such day in the direction of the verb, the anchor's own day included.
func (v Named) weekday(a Anchor) Placed {
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: fmt.Sprintf("XXXX-WXX-%d", v.Weekday)}
	}
	back := (int(a.Day.Weekday()) - v.Weekday + 14) % 7
	past, next := a.Day-edtf.Day(back), a.Day+edtf.Day((7-back)%7)
	if a.Direction == Future {
		past, next = next, past
	}
	p := placed(past.Date())
	if next != past {
		p.Rejected = []string{next.String() + ": " + a.against()}
	}
	return p
}

// fallsOn returns the nearest day of the month that is such a weekday, in the direction of the verb.
func (v Named) fallsOn(a Anchor) Placed {
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: fmt.Sprintf("XXXX-XX-%02d", v.Day)}
	}
	step := edtf.Day(-1)
	if a.Direction == Future {
		step = 1
	}
	for d, n := a.Day, 0; n < 366*14; d, n = d+step, n+1 {
		if _, _, day := d.Civil(); day == v.Day && int(d.Weekday()) == v.Weekday%7 {
			return placed(d.Date())
		}
	}
	return v.weekday(a)
}

func (v Named) dayOfMonth(a Anchor) Placed {
	if y, m, _ := a.Last.Fields(); m >= 1 && m <= 12 {
		if d, ok := dayDate(y, m, v.Day); ok {
			if p := placed(d); a.Narrative || a.Day == 0 || a.Direction != Future || p.Latest >= a.Day {
				return a.told(p)
			}
		}
	}
	y, m, _ := a.Day.Civil()
	for _, n := range [...]time.Month{0, -1, 1} { // this month's, else that of the month on the side of the verb
		day := edtf.DayOf(y, m+n, v.Day)
		ahead := day > a.Day
		if _, _, d := day.Civil(); a.Day == 0 || d != v.Day || ahead && a.Direction == Past || day < a.Day && a.Direction == Future {
			continue
		}
		return placed(day.Date())
	}
	return Placed{Type: "DATE", Val: fmt.Sprintf("XXXX-XX-%02d", v.Day)}
}

// year puts v into a year: that of the story in a narrative, else that which the direction asks for. A day of a
// month is the nearest one, for news writes the year out where it is another.
func (v Named) year(a Anchor) Placed {
	y, _, _ := a.Day.Civil()
	if a.Narrative && !a.last().IsZero() {
		if p, ok := v.inStory(a); ok {
			return p
		}
	}
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: v.unknown()}
	}
	var best edtf.Date
	for _, year := range [...]int{y, y - 1, y + 1} {
		if d, ok := v.in(year); ok && (best.IsZero() || v.better(d, best, a)) {
			best = d
		}
	}
	if best.IsZero() {
		return Placed{Type: "DATE", Val: v.unknown()}
	}
	p := placed(best)
	p.Rejected = v.otherYear(best, a)
	return p
}

// inStory places v by the course of a narrative.
func (v Named) inStory(a Anchor) (Placed, bool) {
	around := a.Around
	if around.IsZero() {
		around = a.last()
	}
	d, ok := v.told(around)
	if !ok {
		return Placed{}, false
	}
	p := placed(d)
	p.Base, p.BaseFrom = a.Day, "the course of the story"
	if day, _ := a.Last.Bounds(); day != 0 {
		p.Base = day
	}
	if y, _, _ := a.Day.Civil(); a.Day != 0 {
		if now, ok := v.in(y); ok && now != d {
			p.Rejected = []string{now.String() + ": the story is told of another year"}
		}
	}
	return p, true
}

// otherYear is the reading in the year on the other side of the day of speaking, with the reason against it.
func (v Named) otherYear(best edtf.Date, a Anchor) []string {
	y, _, _ := best.Fields()
	from, to := best.Bounds()
	other := y + 1
	if from > a.Day {
		other = y - 1
	}
	d, ok := v.in(other)
	if !ok {
		return nil
	}
	if from > a.Day && a.Direction == Past || to < a.Day && a.Direction == Future {
		return []string{d.String() + ": it is much farther away"}
	}
	return []string{d.String() + ": " + a.against()}
}

// told puts v into the year of the story, or into the one beside it where that is much nearer: after December comes
// January.
func (v Named) told(last edtf.Date) (edtf.Date, bool) {
	y, month, _ := last.Fields()
	mine := v.Month
	for _, m := range []*int{&month, &mine} {
		if *m > 20 && *m < 25 {
			*m = 3*(*m-20) + 1
		}
	}
	if month == 13 {
		month = 12 // a winter begins in December
	}
	if month >= 1 && month <= 12 && mine <= 12 {
		switch d := mine - month; {
		case d <= -9:
			y++
		case d >= 10:
			y--
		}
	}
	return v.in(y)
}

func abs(n int) int { return max(n, -n) }

// better says whether d fits the anchor better than e.
func (v Named) better(d, e edtf.Date, a Anchor) bool { return v.cost(d, a) < v.cost(e, a) }

// cost is the distance in days, with a fine for the direction that the verb does not ask for.
func (v Named) cost(d edtf.Date, a Anchor) int {
	from, to := d.Bounds()
	distance, wrong := 0, false
	if v.Month > 32 {
		cost := abs(int(to - a.Day)) // quarters are reported on when they are over, and spoken of as they end
		if from > a.Day && a.Direction == Past || to < a.Day && a.Direction == Future {
			cost += 200
		}
		return cost
	}
	switch {
	case from > a.Day:
		distance, wrong = int(from-a.Day), a.Direction == Past
	case to < a.Day:
		distance, wrong = int(a.Day-to), a.Direction == Future
	}
	if !wrong {
		return distance
	}
	if v.Day > 0 {
		return distance + 240 // what is set for a day of the next two months is told in the past as well, "extended to Nov. 20", and what was set before
	}
	if a.Direction == Future {
		return distance + 340 // only the month that has just begun to be over
	}
	return distance + 270 // the next month of all is meant sooner than that of last year
}

// begun returns p, or where that is still to come what v names in the year before.
func (v Named) begun(p Placed, a Anchor) Placed {
	if v.Month == 0 || v.Month > 24 || a.Day == 0 || p.Earliest <= a.Day {
		return p
	}
	y, _, _ := p.Date.Fields()
	if d, ok := v.in(y - 1); ok {
		return placed(d)
	}
	return p
}

func (v Named) unknown() string {
	switch {
	case v.Day > 0:
		return fmt.Sprintf("XXXX-%02d-%02d", v.Month, v.Day)
	case v.Month > 32:
		return fmt.Sprintf("XXXX-Q%d", v.Month-32)
	case v.Month > 20:
		return "XXXX-" + seasonNames[v.Month-21]
	}
	return fmt.Sprintf("XXXX-%02d", v.Month)
}
