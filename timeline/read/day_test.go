package read

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"annals/timeline/edtf"
)

func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"2025-08-21":                      "2025-08-21",
		" 2025-08-21 10:00":               "2025-08-21",
		"2025-08-21T23:59:00-0500":        "2025-08-21",
		"20250821":                        "2025-08-21",
		"2025/08/21":                      "2025-08-21",
		"Thu, 21 Aug 2025 10:00:00 +0200": "2025-08-21",
		"Thu Aug 21 10:00:00 2025":        "2025-08-21",
		"August 21, 2025":                 "2025-08-21",
		"Aug. 21, 2025 at 2:15 p.m. EDT":  "2025-08-21",
		"10 am, 21st Sept 2025":           "2025-09-21",
		"21-Aug-2025":                     "2025-08-21",
		"2025-08":                         "",
		"2025-08/21":                      "",
		"August 2025":                     "",
		"August 2025, 10:30":              "",
		"3/4/2025":                        "",
		"31 June 2025":                    "",
		"2025-00-10":                      "",
		"March 3 and March 4, 2025":       "",
		"today":                           "",
		"":                                "",
	} {
		d, ok := day(in)
		if d.String() != want && ok || ok != (want != "") {
			t.Errorf("day(%q) = %q, %v; want %q", in, d, ok, want)
		}
	}
}

func TestDayOfURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/2025/08/21/talks":    "2025-08-21",
		"https://a.example/2025/aug/21/talks":   "2025-08-21",
		"https://a.example/x/2025-08-21-talks":  "2025-08-21",
		"https://a.example/talks-20250821.html": "2025-08-21",
		"https://a.example/talks-20250821":      "2025-08-21",
		"https://a.example/2025/02/30/talks":    "",
		"https://a.example/12025/08/21/talks":   "",
		"https://a.example/talks?d=2025-08-21":  "",
		"https://a.example/2025/08/talks":       "",
		"https://a.example/2025-08-2112":        "",
	} {
		d, ok := dayOfURL(in)
		if d.String() != want && ok || ok != (want != "") {
			t.Errorf("dayOfURL(%q) = %q, %v; want %q", in, d, ok, want)
		}
	}
}

// TestDayForms holds that every way of writing a day gives that day.
func TestDayForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := edtf.Day(rapid.IntRange(int(edtf.DayOf(1900, 1, 1)), int(edtf.DayOf(2199, 12, 31))).Draw(t, "day"))
		form := rapid.SampledFrom([]string{
			"2006-01-02", "20060102", "2006/01/02", "2006-01-02T15:04:05Z07:00", "2 January 2006", "January 2, 2006",
			"Jan. 2, 2006", "Monday, 2 January 2006, 3:04 PM", "Mon, 02 Jan 2006 15:04:05 -0700", "2-Jan-2006",
		}).Draw(t, "form")
		y, m, n := d.Civil()
		s := time.Date(y, m, n, 15, 4, 5, 0, time.UTC).Format(form)
		if got, ok := day(s); !ok || got != d {
			t.Fatalf("day(%q) = %v, %v; want %v", s, got, ok, d)
		}
	})
}
