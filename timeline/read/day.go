package read

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"annals/timeline/edtf"
)

var (
	numeric = regexp.MustCompile(`^(\d{4})([-/.]?)(\d{2})([-/.]?)(\d{2})(?:$|[T\s,])`)
	clock   = regexp.MustCompile(`(?i)\b\d{1,2}(:\d{2}){1,2}([.,]\d+)?(\s*[ap]\.?m\b\.?)?(\s*[+-]\d{2}:?\d{2}\b)?|\b\d{1,2}\s*[ap]\.?m\b\.?`)
	ordinal = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?$`)
)

// day reads a date as headers and pages write it: ISO 8601, RFC 5322, or a month in words. A time of day is
// passed over, and so is its zone: the day is the one that is written. Dates that two countries read
// differently, like 3/4/2025, are refused.
func day(s string) (edtf.Day, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 100 {
		return 0, false
	}
	if m := numeric.FindStringSubmatch(s); m != nil {
		if m[2] != m[4] {
			return 0, false
		}
		return civil(m[1], m[3], m[5])
	}
	return inWords(clock.ReplaceAllString(s, " "))
}

// inWords wants exactly one year, one month and one day of the month, in any order.
func inWords(s string) (edtf.Day, bool) {
	var year, month, date string
	fields := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n,.-|/", r) || r == '\u00a0' })
	for _, f := range fields {
		f = strings.ToLower(f)
		slot := &month
		switch m := ordinal.FindStringSubmatch(f); {
		case m != nil:
			slot, f = &date, m[1]
		case len(f) == 4 && strings.Trim(f, "0123456789") == "":
			slot = &year
		case monthNumber(f) != 0:
			f = strconv.Itoa(monthNumber(f))
		default:
			continue
		}
		if *slot != "" {
			return 0, false
		}
		*slot = f
	}
	return civil(year, month, date)
}

// monthNumber knows the English months and their abbreviations.
func monthNumber(s string) int {
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), s) || m == time.September && s == "sept" {
			return int(m)
		}
	}
	return 0
}

// civil returns a day that the calendar has.
func civil(year, month, date string) (edtf.Day, bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(date)
	if err1 != nil || err2 != nil || err3 != nil || y < 1000 || m < 1 || m > 12 || d < 1 {
		return 0, false
	}
	day := edtf.DayOf(y, time.Month(m), d)
	_, _, back := day.Civil()
	return day, back == d
}

// scraped reads a date that a page gives for machines. What a program writes when it has no date is none.
func scraped(s string) (edtf.Day, bool) {
	d, ok := day(s)
	if !ok {
		return 0, false
	}
	year, _, _ := d.Civil()
	return d, year >= 1900 && year < 2200 && d != edtf.DayOf(1970, time.January, 1)
}

// Addresses write the day as /2025/08/21/, /2025/aug/21/, /2025-08-21-title or /20250821/.
var (
	daySlashed = regexp.MustCompile(`(?i)/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3,9})/(\d{1,2})(?:/|$)`)
	dayDashed  = regexp.MustCompile(`[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?:\D|$)`)
	dayCompact = regexp.MustCompile(`[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|$)`)
)

// dayOfURL returns the day that the path of an address names.
func dayOfURL(address string) (edtf.Day, bool) {
	path, _, _ := strings.Cut(address, "?")
	path, _, _ = strings.Cut(path, "#")
	for _, pattern := range []*regexp.Regexp{daySlashed, dayDashed, dayCompact} {
		if m := pattern.FindStringSubmatch(path); m != nil {
			month := m[2]
			if n := monthNumber(strings.ToLower(month)); n != 0 {
				month = strconv.Itoa(n)
			}
			if d, ok := civil(m[1], month, m[3]); ok {
				return d, true
			}
		}
	}
	return 0, false
}
