package when

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
)

// A Unit is a length of time that has a name. The numbers are those of lexicon/word.txt.
type Unit int

// The units.
const (
	Second Unit = iota + 1
	Minute
	Hour
	Day
	Week
	Weekend
	Fortnight
	Month
	Quarter
	Season
	Year
	Decade
	Century
	Millennium
)

var unitNames = [...]string{"", "second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter",
	"season", "year", "decade", "century", "millennium"}

// String returns the unit's name.
func (u Unit) String() string { return unitNames[u] }

// period returns the unit of the calendar in which day lies, moved by n; the value as TIMEX3 has it comes beside.
func period(day edtf.Day, u Unit, n int) Placed {
	y, m, _ := day.Civil()
	n = min(max(n, -farthest), farthest)
	switch u {
	case Day, Hour, Minute, Second:
		return placed(clampDay(day+edtf.Day(n), day).Date())
	case Week, Fortnight:
		if u == Fortnight {
			n *= 2
		}
		from := monday(clampDay(day+edtf.Day(7*n), day))
		p := placed(days(from, from+6))
		p.Val = week(from)
		return p
	case Weekend:
		from := monday(clampDay(day+edtf.Day(7*n), day))
		p := placed(days(from+5, from+6))
		p.Val = week(from) + "-WE"
		return p
	case Month:
		months := 12*y + int(m) - 1 + n
		return placed(edtf.OfMonth(clampYear(floor(months, 12), y), time.Month(months-12*floor(months, 12)+1)))
	case Quarter:
		quarters := 4*y + (int(m)-1)/3 + n
		return placed(edtf.OfSub(clampYear(floor(quarters, 4), y), 33+quarters-4*floor(quarters, 4)))
	case Season:
		seasons := 4*y + int(m)/3 - 1 + n
		return placed(edtf.OfSub(clampYear(floor(seasons, 4), y), 21+seasons-4*floor(seasons, 4)))
	case Year:
		return placed(edtf.OfYear(clampYear(y+n, y)))
	case Decade, Century:
		return wide(y, u, n)
	}
	return Placed{Type: "DATE", Val: "XXXX"}
}

// wide returns the decade or the century n after that of year y. Before Christ they are known by the digits with
// which their years begin.
func wide(y int, u Unit, n int) Placed {
	span := map[Unit]int{Decade: 10, Century: 100}[u]
	if bc := 1 - y - n*span; y < 1 && bc > 0 {
		return Placed{Type: "DATE", Val: fmt.Sprintf("BC%0*d", map[Unit]int{Decade: 3, Century: 2}[u], bc/span)}
	}
	if u == Decade {
		return placed(edtf.OfDecade(clampYear(y+10*n, 1)))
	}
	return placed(edtf.OfCentury(clampYear(y+100*n, 1)))
}

// floor divides downwards, so that the months of years before Christ come out right.
func floor(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func week(d edtf.Day) string {
	y, m, n := d.Civil()
	year, w := time.Date(y, m, n, 0, 0, 0, 0, time.UTC).ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, w)
}

// Closest is "the weekend": the one of the day of speaking, else the one on the side that the verb looks to.
type Closest struct{ Ahead bool }

// String prints the value.
func (v Closest) String() string { return "Closest(weekend)" }

// Resolve implements Value.
func (v Closest) Resolve(a Anchor) Placed {
	if day := a.Day.Weekday(); v.Ahead || a.Direction == Future || day == time.Saturday || day == time.Sunday {
		return Deictic{0, Weekend}.Resolve(a)
	}
	return Deictic{-1, Weekend}.Resolve(a)
}

// Deictic is a unit counted from the day of speaking: "last week", "this year", "tomorrow".
type Deictic struct {
	N    int
	Unit Unit
}

// String prints the value.
func (v Deictic) String() string { return fmt.Sprintf("Deictic(%+d %s)", v.N, v.Unit) }

// Resolve implements Value. What is going on is cut at the day of speaking: a past event of "this week" was before it.
func (v Deictic) Resolve(a Anchor) Placed {
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(v.Unit)}
	}
	p := period(a.begun(v), v.Unit, v.N)
	if v.N != 0 || v.Unit <= Day || p.Latest == 0 {
		return p
	}
	switch a.Direction {
	case Past:
		p.Latest = max(p.Earliest, min(p.Latest, a.Day))
	case Future:
		p.Earliest = min(p.Latest, max(p.Earliest, a.Day))
	}
	if v.Unit == Week {
		p.Date = days(p.Earliest, p.Latest)
	}
	return p
}

// begun is the day of speaking, or the next one where somebody says on a Sunday what will be "this week".
func (a Anchor) begun(v Deictic) edtf.Day {
	if v == (Deictic{0, Week}) && a.Direction == Future && a.Day.Weekday() == time.Sunday {
		return a.Day + 1
	}
	return a.Day
}

func unknownUnit(u Unit) string {
	switch u {
	case Day:
		return "XXXX-XX-XX"
	case Week, Fortnight:
		return "XXXX-WXX"
	case Weekend:
		return "XXXX-WXX-WE"
	case Month:
		return "XXXX-XX"
	}
	return "XXXX"
}

// PastYear is "the past year", the twelve months to the day of speaking. TIMEX3 names it by the year before; it dates
// nothing.
type PastYear struct{}

// String prints the value.
func (PastYear) String() string { return "PastYear" }

// Resolve implements Value.
func (PastYear) Resolve(a Anchor) Placed {
	return Placed{Type: "DATE", Val: Deictic{-1, Year}.Resolve(a).Val}
}

// Ahead is the unit that begins on the day of speaking: "the coming week".
type Ahead struct{ Unit Unit }

// String prints the value.
func (v Ahead) String() string { return fmt.Sprintf("Ahead(%s)", v.Unit) }

// Resolve implements Value.
func (v Ahead) Resolve(a Anchor) Placed {
	p := Deictic{1, v.Unit}.Resolve(a)
	if a.Day == 0 || v.Unit != Week {
		return p
	}
	p.Date, p.Earliest, p.Latest = days(a.Day, a.Day+6), a.Day, a.Day+6
	return p
}

// WeekOf is the week in which a day lies: "the week of March 5".
type WeekOf struct{ Of Value }

// String prints the value.
func (v WeekOf) String() string { return fmt.Sprintf("WeekOf(%s)", v.Of) }

// Resolve implements Value.
func (v WeekOf) Resolve(a Anchor) Placed {
	day := v.Of.Resolve(a)
	if day.Earliest == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(Week)}
	}
	p := period(day.Earliest, Week, 0)
	p.Explicit = day.Explicit
	return p
}

// SeasonsFrom is a season so many years from that of speaking, or from the last date told: "two summers later".
type SeasonsFrom struct {
	N, Season int
	Told      bool
}

// String prints the value.
func (v SeasonsFrom) String() string {
	return fmt.Sprintf("SeasonsFrom(%+d %s)", v.N, Named{Month: v.Season})
}

// Resolve implements Value.
func (v SeasonsFrom) Resolve(a Anchor) Placed {
	base := a.Day
	if from, _ := a.Last.Bounds(); v.Told && from != 0 {
		base = from
	}
	if base == 0 {
		return Placed{Type: "DATE", Val: "XXXX-" + seasonNames[v.Season-21]}
	}
	y, _, _ := base.Civil()
	return placed(edtf.OfSub(clampYear(y+min(max(v.N, -farthest), farthest), y), v.Season))
}

// UnitFrom is the week or the weekend so many before or after that of a day: "the week before Christmas".
type UnitFrom struct {
	N    int
	Unit Unit
	Of   Value
}

// String prints the value.
func (v UnitFrom) String() string { return fmt.Sprintf("UnitFrom(%+d %s, %s)", v.N, v.Unit, v.Of) }

// Resolve implements Value.
func (v UnitFrom) Resolve(a Anchor) Placed {
	day := v.Of.Resolve(a)
	if day.Earliest == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(v.Unit)}
	}
	return period(day.Earliest, v.Unit, v.N)
}

// WeekendOf is the weekend nearest to a day: "the Labor Day weekend".
type WeekendOf struct{ Of Value }

// String prints the value.
func (v WeekendOf) String() string { return fmt.Sprintf("WeekendOf(%s)", v.Of) }

// Resolve implements Value. The holiday may be a Monday, and belongs to it then.
func (v WeekendOf) Resolve(a Anchor) Placed {
	day := v.Of.Resolve(a)
	if day.Earliest == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(Weekend)}
	}
	p := period(day.Earliest-3, Weekend, 0)
	p.Earliest, p.Latest = min(p.Earliest, day.Earliest), max(p.Latest, day.Latest)
	p.Date = days(p.Earliest, p.Latest)
	p.Explicit = day.Explicit
	return p
}

// Told is a unit counted from the last date told: "that year", "the next day", "the previous month".
type Told struct {
	N    int
	Unit Unit
}

// String prints the value.
func (v Told) String() string { return fmt.Sprintf("Told(%+d %s)", v.N, v.Unit) }

// Resolve implements Value.
func (v Told) Resolve(a Anchor) Placed {
	if a.Day == 0 && a.Last.IsZero() {
		return Placed{Type: "DATE", Val: unknownUnit(v.Unit)}
	}
	p := shift(a.last(), 100*v.N, v.Unit)
	if !a.Narrative && a.Direction == Past && a.Day != 0 && v.N > 0 && v.Unit == Day && p.Earliest > a.Day {
		p = placed(a.Day.Date()) // what was over when it was told had come by then
	}
	return a.told(p)
}

// The is "the year", "the end of the month": the one told, or that of speaking where nothing as fine was told, or only
// what lies ahead.
type The struct{ Unit Unit }

// String prints the value.
func (v The) String() string { return "The(" + v.Unit.String() + ")" }

// Resolve implements Value.
func (v The) Resolve(a Anchor) Placed {
	if !v.told(a) {
		return Deictic{0, v.Unit}.Resolve(a)
	}
	p := Told{0, v.Unit}.Resolve(a)
	if !a.Narrative && a.Day != 0 && v.Unit == Year && p.Earliest > a.Day {
		return Deictic{0, Year}.Resolve(a)
	}
	return p
}

// told says whether the unit told is meant and not that of speaking.
func (v The) told(a Anchor) bool {
	return a.Narrative || a.Day == 0 || v.Unit < Day || coarse[a.Last.Unit()] <= v.Unit
}

// shift moves a date by n hundredths of a unit. What is coarser than the unit stays as wide as it is.
func shift(d edtf.Date, n int, u Unit) Placed {
	from, to := d.Bounds()
	if from == 0 {
		from = to
	}
	if to == 0 {
		to = from
	}
	if _, sub, _ := d.Fields(); sub == 24 && u == Year {
		from = to // most of a winter lies in the year that it ends in
	}
	if d.Unit() == edtf.UnitQuarter && u == Year && n != 0 {
		return period(from, Quarter, n/25)
	}
	if n%100 != 0 {
		n, u = n*12/100, finer(u)
	} else {
		n /= 100
	}
	if to-from > 6 && (u == Week || u == Fortnight) && n != 0 {
		return weeks(d, from, to, n, u)
	}
	a, b := period(from, u, n), period(to, u, n)
	if a.Date == b.Date || u >= Month && d.Unit() != edtf.UnitInterval && coarse[d.Unit()] <= u {
		return a
	}
	if a.Date.IsZero() || b.Date.IsZero() {
		return Placed{Type: "DATE", Val: unknownUnit(u)}
	}
	if u < Week && n == 0 {
		p := placed(d)
		if d.Unit() == edtf.UnitMonth {
			p.Val += "-XX" // a day of that month
		}
		return p
	}
	p := placed(hull(a.Date, b.Date))
	p.Val = unknownUnit(u)
	if y, _, _ := a.Date.Fields(); a.Date.Unit() == edtf.UnitDay {
		p.Val = timex(edtf.OfYear(y)) + "-XX-XX"
	}
	return p
}

// farthest is more of any unit than lie between the first and the last date that there can be.
const farthest = 10_000_000

// weeks moves what is longer than a week by so many of them, to the day: two weeks after a May are the 15th of May to the
// 14th of June.
func weeks(d edtf.Date, from, to edtf.Day, n int, u Unit) Placed {
	step := edtf.Day(daysOf[u] * n)
	p := placed(days(clampDay(from+step, from), clampDay(to+step, from)))
	p.Val = unknownUnit(u)
	if d.Approximate() {
		p.Date = p.Date.Approximately()
	}
	return p
}

// coarse is the unit of a date among the units of English.
var coarse = map[edtf.Unit]Unit{edtf.UnitDay: Day, edtf.UnitMonth: Month, edtf.UnitQuarter: Quarter, edtf.UnitSeason: Season,
	edtf.UnitYear: Year, edtf.UnitDecade: Decade, edtf.UnitCentury: Century}

// finer returns a unit in whose terms a part of u is whole: half a year is six months.
func finer(u Unit) Unit {
	switch u {
	case Year:
		return Month
	case Decade, Century:
		return Year
	}
	return Day
}

// Comparable is the quarter that a report is about, or one so many quarters before it: "the latest period", "the
// year-earlier quarter". Where no quarter was told it is the last one that was over.
type Comparable struct{ Before int }

// String prints the value.
func (v Comparable) String() string { return fmt.Sprintf("Comparable(-%d quarters)", v.Before) }

// Resolve implements Value.
func (v Comparable) Resolve(a Anchor) Placed {
	if q := a.quarter(); !q.IsZero() {
		from, _ := q.Bounds()
		return period(from, Quarter, -v.Before)
	}
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: "XXXX-QX"}
	}
	return period(a.Day, Quarter, -1-v.Before)
}

// Ago is a distance from the day of speaking, in hundredths of a unit, negative into the past.
type Ago struct {
	N     int
	Unit  Unit
	Rough bool
}

// String prints the value.
func (v Ago) String() string { return fmt.Sprintf("Ago(%+g %s)", float64(v.N)/100, v.Unit) }

// Resolve implements Value. A long distance is a round one: "twenty years ago" is about that year.
func (v Ago) Resolve(a Anchor) Placed {
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(v.Unit)}
	}
	if q := a.quarter(); !q.IsZero() && v.Unit == Year && v.N == -100 {
		return shift(q, v.N, v.Unit)
	}
	if p, ok := v.geological(a.Day); ok {
		return p
	}
	p := distance(a.Day, v.N, v.Unit)
	round := v.Unit >= Year && v.N%1000 == 0
	if (v.Rough || round || v.Unit >= Decade) && !p.Date.IsZero() && p.Date.Unit() != edtf.UnitDay {
		p.Date = p.Date.Approximately()
	}
	return p
}

// geological returns what TIMEX2 has for the years before our era, a number of thousands, millions or billions of years ago:
// KA75, MA2, GA4.5. It dates no event of a text. ok is false for a distance that ends in our era.
func (v Ago) geological(day edtf.Day) (p Placed, ok bool) {
	years := -v.N * monthsOf[v.Unit] / 1200
	if v.Unit < Year || years < 0 || !beyond(day, v.N, v.Unit) {
		return Placed{}, false
	}
	val := fmt.Sprintf("KA%g", float64(years)/1e3)
	switch {
	case years >= 1e9:
		val = fmt.Sprintf("GA%g", float64(years)/1e9)
	case years >= 1e6:
		val = fmt.Sprintf("MA%g", float64(years)/1e6)
	}
	return Placed{Type: "DATE", Val: val, Explicit: true}, true
}

// beyond says whether n hundredths of a unit from a day of our era lead out of it, or out of four digits.
func beyond(day edtf.Day, n int, u Unit) bool {
	y, _, _ := day.Civil()
	y += n * monthsOf[u] / 1200
	return day > edtf.DayOf(1, 1, 1) && (y < 1 || y > 9999)
}

// AgoBetween is some distance from the day of speaking between two others: "three or four years ago".
type AgoBetween struct{ Near, Far Ago }

// String prints the value.
func (v AgoBetween) String() string { return fmt.Sprintf("AgoBetween(%s, %s)", v.Near, v.Far) }

// Resolve implements Value. TIMEX3 has a value for one end alone, the nearer.
func (v AgoBetween) Resolve(a Anchor) Placed {
	p, far := v.Near.Resolve(a), v.Far.Resolve(a)
	if p.Date.IsZero() || far.Date.IsZero() || far.Earliest > p.Latest {
		return p
	}
	p.Date, p.Earliest = hull(far.Date, p.Date), far.Earliest
	return p
}

// distance is period for distances: a decade away is a year, an hour away a day.
func distance(day edtf.Day, n int, u Unit) Placed {
	switch u {
	case Second, Minute, Hour:
		if u == Hour && n%2400 == 0 {
			return period(day, Day, n/2400)
		}
		p := placed(day.Date())
		return p
	case Decade:
		return shift(day.Date(), 10*n, Year)
	case Century:
		return shift(day.Date(), 100*n, Year)
	}
	return shift(day.Date(), n, u)
}

// Later is a distance from the last date told: "two days later", "a year earlier". It may be less or more than it says.
type Later struct {
	N          int
	Unit       Unit
	Less, More bool
}

// String prints the value.
func (v Later) String() string { return fmt.Sprintf("Later(%+g %s)", float64(v.N)/100, v.Unit) }

// Resolve implements Value.
func (v Later) Resolve(a Anchor) Placed {
	if q := a.quarter(); v.Unit == Year && v.N == -100 && !q.IsZero() && !a.Narrative {
		return shift(q, v.N, v.Unit) // "a year earlier" in a report on a quarter
	}
	first, last := a.last().Bounds()
	if beyond(first, v.N, v.Unit) {
		return Duration{abs(v.N), v.Unit, ""}.Resolve(a) // "200,000 years earlier than was thought"
	}
	p := From{nil, v.N, v.Unit}.Resolve(a)
	switch {
	case v.Less && first != 0 && last != 0 && p.Earliest != 0 && p.Latest != 0: // any day between the two
		p.Earliest, p.Latest = min(first, p.Earliest), max(last, later(last, v.N, v.Unit))
		if v.N < 0 {
			p.Latest = last
		}
		p.Date = days(p.Earliest, p.Latest)
	case v.More && !p.Date.IsZero():
		p.Date = p.Date.Approximately()
	}
	return p
}

// SomeLater is a distance of no number from the last date told: "a few days later". It dates nothing.
type SomeLater struct {
	Unit   Unit
	Before bool
}

// String prints the value.
func (v SomeLater) String() string { return fmt.Sprintf("SomeLater(%s, before %t)", v.Unit, v.Before) }

// Resolve implements Value.
func (v SomeLater) Resolve(a Anchor) Placed {
	if v.Before {
		return Ref{"PAST_REF"}.Resolve(a)
	}
	return Ref{"FUTURE_REF"}.Resolve(a)
}

// From is a distance from a date that stands beside it: "two days after the 5th of May"; from the last date told
// where Of is nil.
type From struct {
	Of   Value
	N    int
	Unit Unit
}

// String prints the value.
func (v From) String() string {
	return fmt.Sprintf("From(%v %+g %s)", v.Of, float64(v.N)/100, v.Unit)
}

// Resolve implements Value.
func (v From) Resolve(a Anchor) Placed {
	base := a.last()
	if v.Of != nil {
		base = v.Of.Resolve(a).Date
	} else if a.Narrative && a.Last.IsZero() {
		base = edtf.Date{} // "who wrote sixty years later", before any date
	}
	if base.IsZero() {
		return Placed{Type: "DATE", Val: unknownUnit(v.Unit)}
	}
	if v.Of == nil {
		return a.told(v.after(base))
	}
	return v.after(base)
}

// after places the distance from a date.
func (v From) after(base edtf.Date) Placed {
	if v.Of != nil && v.Unit == Week && base.Unit() == edtf.UnitDay {
		from, _ := base.Bounds()
		return placed(clampDay(from+edtf.Day(7*v.N/100), from).Date()) // "a week from Friday" is a Friday
	}
	if v.Unit < Day && base.Unit() != edtf.UnitDay {
		return placed(base) // "two minutes later" in a year
	}
	if v.Unit < Day || v.Unit >= Decade {
		from, _ := base.Bounds()
		return distance(from, v.N, v.Unit)
	}
	return shift(base, v.N, v.Unit)
}
