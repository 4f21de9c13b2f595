package edtf

import (
	"fmt"
	"strings"
	"time"
)

// A clock is a time of day (level 0, "Date and Time").
type clock struct {
	has     bool
	shifted bool  // it has a time shift, which "Z" is one of
	shift   int16 // in minutes
	second  int32 // of the day
}

// OfTime returns the date and time of t, by the clock of its location, to the second. A location that is off from UTC by
// other than whole minutes is put in UTC. A year beyond four digits gives the zero Date.
func OfTime(t time.Time) Date {
	_, offset := t.Zone()
	if offset%60 != 0 || max(offset, -offset) >= secondsPerDay {
		t, offset = t.UTC(), 0
	}
	d := OfDay(DayOf(t.Date())).At(t.Clock())
	if !d.IsZero() {
		d.clock.shifted, d.clock.shift = true, int16(offset/60)
	}
	return d
}

// At returns a day at a time of day, in local time, wherever that is: 1985-04-12T23:20:30. It gives the zero Date
// where d is no day, or carries a qualifier, and where there is no such time.
func (d Date) At(hour, minute, second int) Date {
	if d.from.unit != UnitDay || d.to.unit != NoUnit || d.from.qualifier != 0 ||
		hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 {
		return Date{}
	}
	d.clock = clock{has: true, second: int32(hour*3600 + minute*60 + second)}
	return d
}

// Time returns the moment of a date with a time of day; false for any other date. The location is that of the time
// shift where the date has one, else the one given, for what the text means by its local time is not in it.
func (d Date) Time(local *time.Location) (time.Time, bool) {
	if !d.clock.has {
		return time.Time{}, false
	}
	where := local
	switch {
	case d.clock.shifted && d.clock.shift == 0:
		where = time.UTC
	case d.clock.shifted:
		where = time.FixedZone("", int(d.clock.shift)*60)
	}
	return time.Date(int(d.from.year), time.Month(d.from.month), int(d.from.day), 0, 0, int(d.clock.second), 0, where), true
}

// parseTime reads a day and what stands behind the "T".
func parseTime(day, text string) (Date, error) {
	p, err := parsePart(day)
	if err != nil {
		return Date{}, err
	}
	if p.unit != UnitDay || p.qualifier != 0 {
		return Date{}, fmt.Errorf("has a time of day after %q, which is no plain day", day)
	}
	d := Date{from: p}
	if len(text) < len("23:20:30") {
		return Date{}, fmt.Errorf("has the time %q, which is not hh:mm:ss", text)
	}
	hms, shift := text[:len("23:20:30")], text[len("23:20:30"):]
	hour, ok1 := digits(hms[:2], 2)
	minute, ok2 := digits(hms[3:5], 2)
	second, ok3 := digits(hms[6:], 2)
	if !ok1 || !ok2 || !ok3 || hms[2] != ':' || hms[5] != ':' {
		return Date{}, fmt.Errorf("has the time %q, which is not hh:mm:ss", hms)
	}
	if d = d.At(hour, minute, second); d.IsZero() {
		return Date{}, fmt.Errorf("has the time %s, and a day runs from 00:00:00 to 23:59:59", hms)
	}
	if shift != "" {
		d.clock.shifted = true
		d.clock.shift, err = parseShift(shift)
	}
	return d, err
}

// parseShift reads Z, +04 or -04:30.
func parseShift(s string) (int16, error) {
	if s == "Z" {
		return 0, nil
	}
	hours, minutes, both := strings.Cut(s[1:], ":")
	h, ok := digits(hours, 2)
	m := 0
	if both && ok {
		m, ok = digits(minutes, 2)
	}
	switch {
	case !ok || s[0] != '+' && s[0] != '-':
		return 0, fmt.Errorf("has %q after its time, which is not Z, +hh, -hh, +hh:mm or -hh:mm", s)
	case h > 23 || m > 59:
		return 0, fmt.Errorf("has the time shift %s, and there are none beyond 23:59", s)
	case s[0] == '-' && h == 0 && m == 0:
		return 0, fmt.Errorf("has the time shift %s, which is written Z", s)
	case s[0] == '-':
		return int16(-60*h - m), nil
	}
	return int16(60*h + m), nil
}

// append writes the "T" and what stands behind it.
func (c clock) append(b []byte) []byte {
	second := int(c.second)
	b = appendDigits(append(b, 'T'), second/3600, 2)
	b = appendDigits(append(b, ':'), second/60%60, 2)
	b = appendDigits(append(b, ':'), second%60, 2)
	shift := int(c.shift)
	switch {
	case !c.shifted:
		return b
	case shift == 0:
		return append(b, 'Z')
	case shift < 0:
		b, shift = append(b, '-'), -shift
	default:
		b = append(b, '+')
	}
	b = appendDigits(b, shift/60, 2)
	if shift%60 != 0 {
		b = appendDigits(append(b, ':'), shift%60, 2)
	}
	return b
}
