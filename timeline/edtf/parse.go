package edtf

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Parse reads an EDTF string of the levels that the package has. The empty string is the zero Date. The error says what
// is wrong with which part; an interval that ends before it begins is one.
func Parse(s string) (Date, error) {
	d, err := parse(s)
	if err != nil {
		return Date{}, fmt.Errorf("%q %w", s, err)
	}
	return d, nil
}

// The errors of what Parse calls continue a sentence that begins with the text.
var errNoDate = errors.New("is not an EDTF date like 2025, 2025-08, 2025-08-21, 2025-08/2025-09 or [2025,2027]")

func parse(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if s[0] == '[' {
		return parseSet(s)
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		return parseInterval(from, to)
	}
	if day, time, ok := strings.Cut(s, "T"); ok {
		return parseTime(day, time)
	}
	p, err := parsePart(s)
	return Date{from: p}, err
}

// parseInterval reads the ends of an interval.
func parseInterval(from, to string) (d Date, err error) {
	if d.from, err = parseEnd(from); err != nil {
		return d, fmt.Errorf("begins with %q, which %w", from, err)
	}
	if d.to, err = parseEnd(to); err != nil {
		return d, fmt.Errorf("ends with %q, which %w", to, err)
	}
	switch {
	case !d.from.isDate() && !d.to.isDate():
		return d, errors.New("has no date at either end")
	case d.reversed():
		return d, errors.New("ends before it begins")
	}
	return d, nil
}

func parseEnd(s string) (part, error) {
	switch s {
	case "":
		return part{unit: unitUnknown}, nil
	case "..":
		return part{unit: unitOpen}, nil
	}
	return parsePart(s)
}

// parsePart reads a date that is neither an interval nor a set and has no time of day.
func parsePart(s string) (part, error) {
	var p part
	if s == "" {
		return p, errNoDate
	}
	switch s[len(s)-1] {
	case '%':
		p.qualifier = approximate | uncertain
	case '~':
		p.qualifier = approximate
	case '?':
		p.qualifier = uncertain
	}
	if p.qualifier != 0 {
		s = s[:len(s)-1]
	}
	if long, ok := strings.CutPrefix(s, "Y"); ok {
		err := p.parseLongYear(long)
		return p, err
	}
	unsigned, negative := strings.CutPrefix(s, "-")
	year, rest, more := strings.Cut(unsigned, "-")
	err := p.parseYear(year, negative)
	switch {
	case err != nil || !more:
		return p, err
	case p.unit != UnitYear:
		return p, fmt.Errorf("has a month of a year that is not specified, %s", year)
	}
	err = p.parseMonth(rest)
	return p, err
}

// parseYear reads a year of four digits, of which the last or the last two may not be specified.
func (p *part) parseYear(s string, negative bool) error {
	p.unit = UnitYear
	known, size := s, 1
	switch {
	case len(s) == 4 && s[2:] == "XX":
		known, size, p.unit = s[:2], 100, UnitCentury
	case len(s) == 4 && s[3] == 'X':
		known, size, p.unit = s[:3], 10, UnitDecade
	case len(s) != 4:
		return errNoDate
	}
	year, ok := digits(known, len(known))
	switch {
	case !ok:
		return errNoDate
	case negative && size == 1 && year == 0:
		return errors.New("has the year -0000, and the one before 0001 is 0000")
	case negative:
		year = begin(-year*size-(size-1), size)
	default:
		year *= size
	}
	p.year = int32(year)
	return nil
}

// parseLongYear reads what stands behind a "Y".
func (p *part) parseLongYear(s string) error {
	unsigned, negative := strings.CutPrefix(s, "-")
	year, ok := digits(unsigned, len(unsigned))
	switch {
	case !ok || unsigned == "":
		return fmt.Errorf(`has the year %q after "Y", which is not of digits`, s)
	case len(unsigned) < 5 || unsigned[0] == '0':
		return fmt.Errorf(`has the year %s after "Y", which is for more than four digits`, s)
	case len(unsigned) > 9:
		return fmt.Errorf("has the year %s, and here years have at most nine digits", s)
	case negative:
		year = -year
	}
	p.unit, p.year = UnitYear, int32(year)
	return nil
}

// parseMonth reads a month, and the day where there is one.
func (p *part) parseMonth(s string) error {
	text, day, more := strings.Cut(s, "-")
	switch {
	case text == "XX" && !more:
		p.unspecified = UnitMonth
		return nil
	case text == "XX" && day == "XX":
		p.unspecified = UnitDay
		return nil
	case text == "XX":
		return errors.New("has a day of a month that is not specified")
	}
	month, ok := digits(text, 2)
	if !ok {
		return fmt.Errorf("has the month %q, which is not two digits", text)
	}
	p.unit, p.month = unitOf(month), int8(month)
	switch {
	case p.unit == NoUnit:
		return fmt.Errorf("has the month %s, and there are the months 01 to 12, the seasons 21 to 24 and the quarters 33 to 36", text)
	case !more:
		return nil
	case p.unit != UnitMonth:
		return fmt.Errorf("has a day of %s, which is no month", text)
	}
	return p.parseDay(day)
}

func (p *part) parseDay(s string) error {
	if s == "XX" {
		p.unspecified = UnitDay
		return nil
	}
	day, ok := digits(s, 2)
	if !ok {
		return fmt.Errorf("has the day %q, which is not two digits", s)
	}
	if day == 0 || day > 28 && day > p.days() {
		return fmt.Errorf("has the day %s, and %s has 01 to %d", s, *p, p.days())
	}
	p.unit, p.day = UnitDay, int8(day)
	return nil
}

// days returns how many days a month has.
func (p part) days() int {
	first, last := p.months(time.Month(p.month), 1)
	return int(last-first) + 1
}

// digits reads a number of as many digits as width says.
func digits(s string, width int) (n int, ok bool) {
	if len(s) != width {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || n > 1e15 {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}
