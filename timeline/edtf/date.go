// Package edtf has dates that are exactly as precise as the words that gave them, in the Extended Date/Time Format
// of ISO 8601-2:2019, annex A (the Library of Congress publishes it as the EDTF specification). It is of level 1, by the
// headings of that specification:
//
//   - Level 0, "Date": a day, a month, a year: 2025-08-21, 2025-08, 2025.
//   - Level 0, "Time Interval": from one of these to another: 2025-09-11/2025-09-20.
//   - Level 1, "Qualification of a date (complete)": uncertain 2025-08?, approximate 2025-08~, both 2025-08%.
//   - Level 1, "Unspecified digit(s) from the right": the decade 199X and the century 19XX.
//   - Level 1, "Extended Interval (L1)": open at one end: 2011/.., ../2018.
//   - Level 1, "Negative calendar year": -0479 is 480 BC, for 0000 is 1 BC.
//   - Level 1, "Seasons": 2025-21 is spring, 2025-22 summer, 2025-23 autumn, 2025-24 winter.
//   - Level 2, "Sub-year groupings": of these the quarters, 2025-33 to 2025-36.
//
// Of level 0 it has no times of day, of level 1 no years beyond four digits (Y17000), no unspecified months and days
// (2025-XX) and no intervals with an unknown end, of level 2 neither sets nor qualified parts. Years run from -9999 to
// 9999, decades and centuries begin with 0000. Seasons are those of the northern half of the Earth, by whole months:
// spring is March to May.
//
// Dates are values that compare with ==. Parse and String are inverses.
package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Unit is how precise a Date is.
type Unit uint8

// The units, from the finest. Season is 21 to 24 (level 1, "Seasons"), Quarter 33 to 36 (level 2, "Sub-year
// groupings") in the place of the month.
const (
	NoUnit Unit = iota
	UnitDay
	UnitMonth
	UnitQuarter
	UnitSeason
	UnitYear
	UnitDecade
	UnitCentury
	UnitInterval
)

// A Date is a date as partial as the words that gave it: a day, a month, a season, a year,
// a decade, a century, or an interval from one of these to another.
// The zero Date means that the text gives none; it is not an error.
type Date struct {
	from, to           part
	interval           bool
	openFrom, openTo   bool // ".." at that end of an interval
	approximate, doubt bool // "~" and "?"; both are "%"
}

type part struct {
	unit             Unit
	year, month, day int // month is 21-24 or 33-36 for a season or quarter
}

// OfDay returns the date of a day; no day gives the zero Date.
func OfDay(d Day) Date {
	if d == 0 {
		return Date{}
	}
	y, m, n := d.Civil()
	return Date{from: part{UnitDay, y, int(m), n}}
}

// OfMonth returns the month of a year.
func OfMonth(year int, m time.Month) Date { return Date{from: part{UnitMonth, year, int(m), 0}} }

// OfYear returns a year.
func OfYear(year int) Date { return Date{from: part{UnitYear, year, 0, 0}} }

// Interval returns the dates from a to b (level 0, "Time Interval"); a zero a or b leaves that end open (level 1,
// "Extended Interval"). The ends lose the qualifiers that they have: Approximately says it of both. Of two that stand in
// the wrong order, b before a, it returns the dates from b to a.
func Interval(a, b Date) Date {
	d := Date{from: a.from, to: b.from, interval: true, openFrom: a.IsZero(), openTo: b.IsZero()}
	if d.reversed() {
		d.from, d.to = d.to, d.from
	}
	return d
}

// reversed says whether an interval ends before it begins.
func (d Date) reversed() bool {
	first, last := d.Bounds()
	return !d.openFrom && !d.openTo && first > last
}

// Approximately returns d with "~" (level 1, "Qualification of a date"); of an interval both ends carry it.
func (d Date) Approximately() Date { d.approximate = true; return d }

// IsZero says whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Date returns the day as a Date.
func (d Day) Date() Date { return OfDay(d) }

// Unit returns how precise d is.
func (d Date) Unit() Unit {
	if d.interval {
		return UnitInterval
	}
	return d.from.unit
}

// Ends returns the two dates of an interval, zero where it is open, and d, d for any other date.
func (d Date) Ends() (from, to Date) {
	if !d.interval {
		return d, d
	}
	if !d.openFrom {
		from = Date{from: d.from}
	}
	if !d.openTo {
		to = Date{from: d.to}
	}
	return from, to
}

// Approximate says whether d carries "~" or "%" (level 1, "Qualification of a date").
func (d Date) Approximate() bool { return d.approximate }

// Uncertain says whether d carries "?" or "%" (level 1, "Qualification of a date").
func (d Date) Uncertain() bool { return d.doubt }

// Fields returns year, month and day of a date that is no interval, zero where it has none; for a season or
// a quarter month is the EDTF code (21 to 24, 33 to 36).
func (d Date) Fields() (year, month, day int) { return d.from.year, d.from.month, d.from.day }

// Bounds returns the first and the last day that d can mean, zero at an open end.
// A winter is the one season that ends in another year than it begins.
func (d Date) Bounds() (earliest, latest Day) {
	if !d.interval {
		return d.from.bounds()
	}
	if !d.openFrom {
		earliest, _ = d.from.bounds()
	}
	if !d.openTo {
		_, latest = d.to.bounds()
	}
	return earliest, latest
}

func (p part) bounds() (Day, Day) {
	switch p.unit {
	case UnitDay:
		d := DayOf(p.year, time.Month(p.month), p.day)
		return d, d
	case UnitMonth:
		return DayOf(p.year, time.Month(p.month), 1), DayOf(p.year, time.Month(p.month)+1, 1) - 1
	case UnitSeason:
		m := time.Month(3 * (p.month - 20))
		return DayOf(p.year, m, 1), DayOf(p.year, m+3, 1) - 1
	case UnitQuarter:
		m := time.Month(3*(p.month-33) + 1)
		return DayOf(p.year, m, 1), DayOf(p.year, m+3, 1) - 1
	case UnitYear:
		return DayOf(p.year, 1, 1), DayOf(p.year+1, 1, 1) - 1
	case UnitDecade:
		return DayOf(p.year, 1, 1), DayOf(p.year+10, 1, 1) - 1
	case UnitCentury:
		return DayOf(p.year, 1, 1), DayOf(p.year+100, 1, 1) - 1
	}
	return 0, 0
}

// String returns d in EDTF; Parse reads it back.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	mark := ""
	switch {
	case d.approximate && d.doubt:
		mark = "%"
	case d.approximate:
		mark = "~"
	case d.doubt:
		mark = "?"
	}
	if !d.interval {
		return d.from.String() + mark
	}
	end := func(p part, open bool) string {
		if open {
			return ".."
		}
		return p.String() + mark
	}
	return end(d.from, d.openFrom) + "/" + end(d.to, d.openTo)
}

func (p part) String() string {
	year := fmt.Sprintf("%04d", p.year)
	if p.year < 0 {
		year = fmt.Sprintf("-%04d", -p.year)
	}
	switch p.unit {
	case UnitDay:
		return fmt.Sprintf("%s-%02d-%02d", year, p.month, p.day)
	case UnitMonth, UnitSeason, UnitQuarter:
		return fmt.Sprintf("%s-%02d", year, p.month)
	case UnitDecade:
		return fmt.Sprintf("%03dX", p.year/10)
	case UnitCentury:
		return fmt.Sprintf("%02dXX", p.year/100)
	}
	return year
}

// Parse reads an EDTF string of the levels that the package has. The empty string is the zero Date. The two ends of an
// interval share their qualifiers: 2025-05~/2025-07 is read as 2025-05~/2025-07~. One that ends before it begins is an
// error.
func Parse(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if a, b, ok := strings.Cut(s, "/"); ok {
		d := Date{interval: true, openFrom: a == "..", openTo: b == ".."}
		var err error
		for _, end := range []struct {
			text string
			open bool
			to   *part
		}{{a, d.openFrom, &d.from}, {b, d.openTo, &d.to}} {
			if end.open {
				continue
			}
			one, e := Parse(end.text)
			if e != nil || one.interval || one.IsZero() {
				err = bad(s)
				continue
			}
			*end.to = one.from
			d.approximate = d.approximate || one.approximate
			d.doubt = d.doubt || one.doubt
		}
		if err == nil && (d.openFrom && d.openTo || d.reversed()) {
			err = bad(s)
		}
		if err != nil {
			return Date{}, err
		}
		return d, nil
	}
	var d Date
	switch s[len(s)-1] {
	case '%':
		d.approximate, d.doubt = true, true
	case '~':
		d.approximate = true
	case '?':
		d.doubt = true
	}
	if d.approximate || d.doubt {
		s = s[:len(s)-1]
	}
	p, ok := parsePart(s)
	if !ok {
		return Date{}, bad(s)
	}
	d.from = p
	return d, nil
}

func bad(s string) error {
	return fmt.Errorf("%q is not an EDTF date like 2025, 2025-08, 2025-08-21 or 2025-08/2025-09", s)
}

func parsePart(s string) (part, bool) {
	var p part
	unsigned, negative := strings.CutPrefix(s, "-")
	fields := strings.Split(unsigned, "-")
	number := func(s string, width int) (int, bool) {
		n, err := strconv.Atoi(s)
		return n, err == nil && len(s) == width && n >= 0
	}
	if len(fields) == 1 && len(s) == 4 && strings.HasSuffix(s, "XX") {
		n, ok := number(s[:2], 2)
		return part{UnitCentury, 100 * n, 0, 0}, ok
	}
	if len(fields) == 1 && len(s) == 4 && s[3] == 'X' {
		n, ok := number(s[:3], 3)
		return part{UnitDecade, 10 * n, 0, 0}, ok
	}
	var ok bool
	if p.year, ok = number(fields[0], 4); !ok || len(fields) > 3 {
		return p, false
	}
	if negative && p.year == 0 {
		return p, false
	}
	if negative {
		p.year = -p.year
	}
	p.unit = UnitYear
	if len(fields) > 1 {
		if p.month, ok = number(fields[1], 2); !ok {
			return p, false
		}
		switch {
		case p.month >= 1 && p.month <= 12:
			p.unit = UnitMonth
		case p.month >= 21 && p.month <= 24:
			p.unit = UnitSeason
		case p.month >= 33 && p.month <= 36:
			p.unit = UnitQuarter
		default:
			return p, false
		}
	}
	if len(fields) > 2 {
		if p.day, ok = number(fields[2], 2); !ok || p.unit != UnitMonth {
			return p, false
		}
		y, m, n := DayOf(p.year, time.Month(p.month), p.day).Civil()
		if y != p.year || int(m) != p.month || n != p.day {
			return p, false
		}
		p.unit = UnitDay
	}
	return p, true
}

// OfSub returns a season (21 spring to 24 winter; level 1, "Seasons") or a quarter (33 to 36; level 2, "Sub-year
// groupings") of a year, and for 1 to 12 the month.
func OfSub(year, sub int) Date {
	switch {
	case sub >= 33:
		return Date{from: part{UnitQuarter, year, sub, 0}}
	case sub >= 21:
		return Date{from: part{UnitSeason, year, sub, 0}}
	}
	return OfMonth(year, time.Month(sub))
}

// OfDecade returns the ten years in which year lies, 199X (level 1, "Unspecified digit(s) from the right").
func OfDecade(year int) Date { return Date{from: part{UnitDecade, year - year%10, 0, 0}} }

// OfCentury returns the hundred years in which year lies, 19XX (level 1, "Unspecified digit(s) from the right"): 1900 to
// 1999, and not 1901 to 2000.
func OfCentury(year int) Date { return Date{from: part{UnitCentury, year - year%100, 0, 0}} }
