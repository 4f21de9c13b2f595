package edtf

import (
	"fmt"
	"strings"
	"time"
)

// A Day is a day of the proleptic Gregorian calendar, counted, so that the day after d is d+1.
// 1 January of the year 1 is Day 1. The zero Day is no day.
type Day int

// secondsPerDay and epoch turn the seconds of package time into Days.
const secondsPerDay = 24 * 60 * 60

var epoch = time.Date(0, time.December, 31, 0, 0, 0, 0, time.UTC).Unix()

// DayOf returns the day with the given year, month and day of the month. Values outside
// their usual range are carried over, as time.Date does: 31 June is 1 July.
func DayOf(year int, month time.Month, day int) Day {
	// Counted from March a year has its leap day at its end, and months alternate between 31 and 30 days, five in 153.
	months := 12*year + int(month) - 3
	y := floor(months, 12)
	m := months - 12*y
	return Day(365*y + floor(y, 4) - floor(y, 100) + floor(y, 400) + (153*m+2)/5 + day - 306)
}

// floor returns a/b, rounded down: 1 BC is the year 0, and 2 BC -1.
func floor(a, b int) int {
	if a < 0 {
		return (a+1)/b - 1
	}
	return a / b
}

// ParseDay reads a full date, YYYY-MM-DD, as Day's String writes it: with a minus before a year before 0000, and with more
// digits where the year has more.
func ParseDay(s string) (Day, error) {
	unsigned, negative := strings.CutPrefix(s, "-")
	year, rest, _ := strings.Cut(unsigned, "-")
	y, ok := digits(year, max(4, len(year)))
	if negative {
		y = -y
	}
	ok = ok && !(negative && y == 0) && (len(year) == 4 || year[0] != '0' && len(year) <= 9)
	p := part{year: int32(y)}
	if !ok || p.parseMonth(rest) != nil || p.unit != UnitDay {
		return 0, fmt.Errorf("%q is not a day like 2025-08-21", s)
	}
	return DayOf(y, time.Month(p.month), int(p.day)), nil
}

// Civil returns the year, the month and the day of the month.
func (d Day) Civil() (year int, month time.Month, day int) { return d.time().Date() }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.time().Weekday() }

// String returns d as YYYY-MM-DD, or the empty string for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.time().Format(time.DateOnly)
}

func (d Day) time() time.Time { return time.Unix(int64(d)*secondsPerDay+epoch, 0).UTC() }
