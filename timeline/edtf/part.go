package edtf

import "time"

// A part is a date that is neither an interval nor a set, or an end of one.
type part struct {
	unit        Unit
	unspecified Unit // UnitMonth in 2004-XX, UnitDay in 1985-04-XX and 1985-XX-XX
	qualifier   qualifier
	month, day  int8 // month is 21-24 or 33-36 for a season or a quarter; both are zero where it has none
	year        int32
}

// The units of an end without a date.
const (
	unitOpen    = UnitSet + 1 + iota // ".."
	unitUnknown                      // ""
)

// A qualifier is a set of the two qualifications of a date.
type qualifier uint8

const (
	uncertain   qualifier = 1 << iota // "?"
	approximate                       // "~"
)

// written says whether EDTF can write a date with a unit: with a month where it is one, and no more than the year
// beyond four digits.
func written(u Unit, year, month int) bool {
	size := max(year, -year)
	switch u {
	case UnitYear:
		return size <= 999_999_999
	case UnitMonth, UnitSeason, UnitQuarter:
		return size <= 9999 && unitOf(month) == u
	}
	return size <= 9999 && u != NoUnit
}

// unitOf returns what the number in the place of the month stands for.
func unitOf(month int) Unit {
	switch {
	case month >= 1 && month <= 12:
		return UnitMonth
	case month >= 21 && month <= 24:
		return UnitSeason
	case month >= 33 && month <= 36:
		return UnitQuarter
	}
	return NoUnit
}

// isDate says whether p is a date, and not an end without one.
func (p part) isDate() bool { return p.unit != NoUnit && p.unit < unitOpen }

func (p part) bounds() (Day, Day) {
	m := time.Month(p.month)
	switch p.unit {
	case UnitDay:
		d := DayOf(int(p.year), m, int(p.day))
		return d, d
	case UnitMonth:
		return p.months(m, 1)
	case UnitSeason:
		return p.months(3*(m-20), 3)
	case UnitQuarter:
		return p.months(3*(m-33)+1, 3)
	case UnitYear:
		return p.months(1, 12)
	case UnitDecade:
		return p.years(10)
	case UnitCentury:
		return p.years(100)
	}
	return 0, 0
}

// months returns the first and the last day of n months.
func (p part) months(first, n time.Month) (Day, Day) {
	return DayOf(int(p.year), first, 1), DayOf(int(p.year), first+n, 1) - 1
}

// years returns the first and the last day of n years. Those of a negative year are negative: -000X ends with -0001.
func (p part) years(n int) (Day, Day) {
	year := int(p.year)
	next := year + n
	if year < 0 {
		next = min(next, 0)
	}
	return DayOf(year, 1, 1), DayOf(next, 1, 1) - 1
}
