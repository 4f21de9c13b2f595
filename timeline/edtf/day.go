package edtf

import (
	"fmt"
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
	seconds := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
	return Day((seconds - epoch) / secondsPerDay)
}

// ParseDay reads a full date, YYYY-MM-DD.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a day like 2025-08-21", s)
	}
	return DayOf(t.Date()), nil
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
