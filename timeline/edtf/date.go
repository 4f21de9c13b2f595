// Package edtf has dates that are exactly as precise as the words that gave them, in the Extended Date/Time Format
// of ISO 8601-2:2019, annex A (the Library of Congress publishes it as the EDTF specification). It is of level 1, plus
// one-of sets. By the headings of that specification it has
//
//   - Level 0, "Date": a day, a month, a year: 2025-08-21, 2025-08, 2025.
//   - Level 0, "Date and Time": 1985-04-12T23:20:30, in local time, in UTC (Z) or with a time shift (-04, +04:30).
//   - Level 0, "Time Interval": from one date to another: 2025-09-11/2025-09-20.
//   - Level 1, "Letter-prefixed calendar year": Y170000002, Y-170000002.
//   - Level 1, "Seasons": 2025-21 is spring, 2025-22 summer, 2025-23 autumn, 2025-24 winter.
//   - Level 1, "Qualification of a date (complete)": uncertain 2025-08?, approximate 2025-08~, both 2025-08%. Each end of
//     an interval has its own: 2004-06~/2004-06-11?.
//   - Level 1, "Unspecified digit(s) from the right": some year of a decade or a century 201X, 20XX, some month 2004-XX, some
//     day 1985-04-XX, 1985-XX-XX.
//   - Level 1, "Extended Interval (L1)": an open end 2011/.., ../2018, and an unknown one 2011/, /2018.
//   - Level 1, "Negative calendar year": -0479 is 480 BC, for 0000 is 1 BC.
//   - Level 2, "Set representation", of which "One of a set": [1667,1668,1670..1672], [..1760-12-03], [1760-12..].
//   - Level 2, "Sub-year groupings", of which the quarters: 2025-33 to 2025-36.
//
// Of level 2 it does not have exponential years (Y-17E7), significant digits (1950S2), the seasons by hemisphere, the
// thirds and the halves of a year (25 to 32, 37 to 41), sets of which all members count ({1960,1961-12}), qualification of parts
// of a date (2004-06~-11, 2004-?06-11) and unspecified digits elsewhere than on the right (156X-12-25, 1XXX).
//
// Years have at most nine digits. Seasons are those of the northern half of the Earth, by whole months: spring is March to
// May. Seconds are whole, and a day has no hour 24.
//
// Dates are values that compare with ==. String writes a date in one way, and Parse reads that back to an equal date.
// What can be written in several ways, [2019,2018] and [2018,2019], +00:00 and Z, is one date.
package edtf

import (
	"strings"
	"time"
)

// A Unit is how precise a Date is.
type Unit uint8

// The units, from the finest. Season is 21 to 24 (level 1, "Seasons"), Quarter 33 to 36 (level 2, "Sub-year
// groupings") in the place of the month.
const (
	NoUnit Unit = iota
	UnitSecond
	UnitDay
	UnitMonth
	UnitQuarter
	UnitSeason
	UnitYear
	UnitDecade
	UnitCentury
	UnitInterval
	UnitSet
)

// A Date is a date as partial as the words that gave it: a day, which may have a time, a month, a season, a year,
// a decade, a century, an interval from one of these to another, or one of a set of them.
// The zero Date means that the text gives none; it is not an error.
type Date struct {
	from, to part // to is zero unless the date is an interval or a set
	clock    clock
	set      string // the text of a one-of set; from and to are its earliest and its latest date
}

// OfDay returns the date of a day. No day, and a day of a year beyond four digits, give the zero Date.
func OfDay(d Day) Date {
	if d == 0 {
		return Date{}
	}
	return Date{from: d.part()}
}

// part returns the day as a part, the zero part where its year is beyond four digits.
func (d Day) part() part {
	y, m, n := d.Civil()
	return of(UnitDay, y, int(m), n).from
}

// Date returns the day as a Date.
func (d Day) Date() Date { return OfDay(d) }

// OfMonth returns the month of a year.
func OfMonth(year int, m time.Month) Date { return of(UnitMonth, year, int(m), 0) }

// OfSub returns a season (21 spring to 24 winter; level 1, "Seasons") or a quarter (33 to 36; level 2, "Sub-year
// groupings") of a year, and for 1 to 12 the month. Other numbers give the zero Date.
func OfSub(year, sub int) Date { return of(unitOf(sub), year, sub, 0) }

// OfYear returns a year. One beyond four digits is written with a letter before it (level 1, "Letter-prefixed calendar
// year"); one beyond nine gives the zero Date.
func OfYear(year int) Date { return of(UnitYear, year, 0, 0) }

// OfDecade returns the ten years in which year lies, 199X (level 1, "Unspecified digit(s) from the right"). Those before
// the year 0000 are counted from there: -198X are the years -1989 to -1980, -000X are the nine before 0000.
func OfDecade(year int) Date { return of(UnitDecade, begin(year, 10), 0, 0) }

// OfCentury returns the hundred years in which year lies, 19XX (level 1, "Unspecified digit(s) from the right"): 1900 to
// 1999, and not 1901 to 2000.
func OfCentury(year int) Date { return of(UnitCentury, begin(year, 100), 0, 0) }

// begin returns the first of the years that share all digits with year but the last ones.
func begin(year, digits int) int {
	if year < 0 {
		return year - year%digits - (digits - 1)
	}
	return year - year%digits
}

// of returns the date with a unit and fields, the zero Date where EDTF can write none.
func of(u Unit, year, month, day int) Date {
	if !written(u, year, month) {
		return Date{}
	}
	return Date{from: part{unit: u, year: int32(year), month: int8(month), day: int8(day)}}
}

// Some returns a month or a day of d that is not specified (level 1, "Unspecified digit(s) from the right"): 2004-XX,
// 1985-04-XX, 1985-XX-XX. It gives the zero Date where d is no month or year that can have such.
func (d Date) Some(u Unit) Date {
	is := d.Unit()
	month, day := u == UnitMonth && is == UnitYear, u == UnitDay && (is == UnitYear || is == UnitMonth)
	if !month && !day || d.from.unspecified != NoUnit || !written(UnitMonth, int(d.from.year), 1) {
		return Date{}
	}
	d.from.unspecified = u
	return d
}

// Interval returns the dates from a to b (level 0, "Time Interval"); a zero a or b leaves that end open (level 1,
// "Extended Interval"), and two give the zero Date. The ends keep their qualifiers and lose their times of day. Of an
// a or b that is itself an interval or a set it takes the beginning or the end. Of two that stand in the wrong order,
// b before a, it returns the dates from b to a.
func Interval(a, b Date) Date { return interval(a, b, unitOpen) }

// UnknownInterval is Interval with the difference that a zero a or b makes that end unknown (level 1, "Extended
// Interval"): "1985/" ended, but nobody knows when.
func UnknownInterval(a, b Date) Date { return interval(a, b, unitUnknown) }

func interval(a, b Date, none Unit) Date {
	d := Date{from: a.from, to: b.last()}
	if d.reversed() {
		d = Date{from: b.from, to: a.last()}
	}
	if !d.from.isDate() && !d.to.isDate() {
		return Date{}
	}
	for _, end := range []*part{&d.from, &d.to} {
		if end.unit == NoUnit {
			end.unit = none
		}
	}
	return d
}

// last is the end of an interval or a set, and any other date itself.
func (d Date) last() part {
	if d.to.unit != NoUnit {
		return d.to
	}
	return d.from
}

// reversed says whether an interval ends before it begins.
func (d Date) reversed() bool {
	if !d.from.isDate() || !d.to.isDate() {
		return false
	}
	first, _ := d.from.bounds()
	_, last := d.to.bounds()
	return first > last
}

// Approximately returns d with "~" (level 1, "Qualification of a date"): of an interval both ends carry it, of a set all members.
func (d Date) Approximately() Date { return d.qualified(approximate) }

// Uncertainly returns d with "?", as Approximately does with "~"; both make "%".
func (d Date) Uncertainly() Date { return d.qualified(uncertain) }

func (d Date) qualified(q qualifier) Date {
	if d.set != "" {
		members := d.Members()
		for i, m := range members {
			members[i] = m.qualified(q)
		}
		return OneOf(members...)
	}
	for _, end := range []*part{&d.from, &d.to} {
		if end.isDate() {
			end.qualifier |= q
		}
	}
	return d
}

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Unit returns how precise d is. Digits that are not specified count for nothing: 2004-XX is as precise as a year.
func (d Date) Unit() Unit {
	switch {
	case d.set != "":
		return UnitSet
	case d.to.unit != NoUnit:
		return UnitInterval
	case d.clock.has:
		return UnitSecond
	}
	return d.from.unit
}

// Unspecified returns the unit of which d is one that it does not specify (level 1, "Unspecified digit(s) from the
// right"): UnitYear for 201X and 20XX, UnitMonth for 2004-XX, UnitDay for 1985-04-XX and 1985-XX-XX; NoUnit for any other
// date, an interval and a set among them.
func (d Date) Unspecified() Unit {
	switch d.Unit() {
	case UnitDecade, UnitCentury:
		return UnitYear
	case UnitInterval, UnitSet:
		return NoUnit
	}
	return d.from.unspecified
}

// Ends returns the two dates of an interval, zero where it is open or unknown; the earliest and the latest of a set,
// likewise; and d, d for any other date.
func (d Date) Ends() (from, to Date) {
	if d.to.unit == NoUnit {
		return d, d
	}
	if d.from.isDate() {
		from = Date{from: d.from}
	}
	if d.to.isDate() {
		to = Date{from: d.to}
	}
	return from, to
}

// Open says at which ends an interval or a set is open (".."; level 1, "Extended Interval"). An end of an interval that
// Ends gives as zero and that is not open is unknown.
func (d Date) Open() (from, to bool) { return d.from.unit == unitOpen, d.to.unit == unitOpen }

// Approximate says whether d, or an end or a member of it, carries "~" or "%" (level 1, "Qualification of a date").
func (d Date) Approximate() bool {
	return (d.from.qualifier|d.to.qualifier)&approximate != 0 || strings.ContainsAny(d.set, "~%")
}

// Uncertain says whether d, or an end or a member of it, carries "?" or "%" (level 1, "Qualification of a date").
func (d Date) Uncertain() bool {
	return (d.from.qualifier|d.to.qualifier)&uncertain != 0 || strings.ContainsAny(d.set, "?%")
}

// Fields returns year, month and day, zero where the date has none; for a season or a quarter month is the EDTF code (21
// to 24, 33 to 36), for a decade or a century year is its first one. Of an interval or a set they are those of its
// beginning.
func (d Date) Fields() (year, month, day int) {
	return int(d.from.year), int(d.from.month), int(d.from.day)
}

// Bounds returns the first and the last day that d can mean, zero at an end that is open or unknown.
// A winter is the one season that ends in another year than it begins. The bounds of a set are the first of its earliest
// member and the last of its latest. Since 31 December of the year 0000 is counted as Day 0, a bound that falls on it
// looks open.
func (d Date) Bounds() (earliest, latest Day) {
	earliest, latest = d.from.bounds()
	if d.to.unit != NoUnit {
		_, latest = d.to.bounds()
	}
	return earliest, latest
}
