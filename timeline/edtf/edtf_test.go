package edtf_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"annals/timeline/edtf"
)

func drawDay(t *rapid.T, name string) edtf.Day {
	return edtf.Day(rapid.IntRange(1, int(edtf.DayOf(9999, 12, 31))).Draw(t, name))
}

func drawDate(t *rapid.T, name string) edtf.Date {
	year := rapid.IntRange(1, 9999).Draw(t, name+" year")
	switch rapid.IntRange(0, 6).Draw(t, name+" kind") {
	case 0:
		return drawDay(t, name).Date()
	case 1:
		return edtf.OfMonth(year, time.Month(rapid.IntRange(1, 12).Draw(t, name+" month")))
	case 2:
		return edtf.OfSub(year, rapid.SampledFrom([]int{21, 22, 23, 24, 33, 34, 35, 36}).Draw(t, name+" sub"))
	case 3:
		return edtf.OfDecade(year)
	case 4:
		return edtf.OfCentury(year)
	case 5:
		return edtf.OfMonth(-year, time.Month(rapid.IntRange(1, 12).Draw(t, name+" month")))
	}
	return edtf.OfYear(rapid.SampledFrom([]int{year, 0, -year}).Draw(t, name+" era"))
}

// TestDayAgainstTime holds calendar arithmetic to that of package time.
func TestDayAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDay(t, "day")
		n := rapid.IntRange(0, 100000).Draw(t, "days")
		y, m, dd := d.Civil()
		want := time.Date(y, m, dd, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
		if got := d + edtf.Day(n); edtf.DayOf(want.Date()) != got || got.Weekday() != want.Weekday() {
			t.Fatalf("%s and %d days is %s, want %s", d, n, got, want.Format(time.DateOnly))
		}
		if back, err := edtf.ParseDay(d.String()); err != nil || back != d {
			t.Fatalf("%s came back as %s: %v", d, back, err)
		}
	})
}

func TestDateComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t, "from")
		if rapid.Bool().Draw(t, "interval") {
			to := drawDate(t, "to")
			switch rapid.IntRange(0, 2).Draw(t, "open") {
			case 0:
				d = edtf.Interval(d, to)
			case 1:
				d = edtf.Interval(d, edtf.Date{})
			case 2:
				d = edtf.Interval(edtf.Date{}, to)
			}
		}
		if rapid.Bool().Draw(t, "approximate") {
			d = d.Approximately()
		}
		back, err := edtf.Parse(d.String())
		if err != nil || back != d {
			t.Fatalf("%s came back as %s: %v", d, back, err)
		}
		if first, last := d.Bounds(); first != 0 && last != 0 && first > last {
			t.Fatalf("%s runs from %s to %s", d, first, last)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2025", "2025-08", "2025-21", "2025-36", "199X", "19XX", "2025-08-21~", "2025/..", "../2025", "2025-09-11/2025-09-20?", "%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			return
		}
		if first, last := d.Bounds(); first != 0 && last != 0 && first > last {
			t.Fatalf("%q runs from %s to %s", s, first, last)
		}
		if back, err := edtf.Parse(d.String()); err != nil || back != d {
			t.Fatalf("%q is %s and came back as %s: %v", s, d, back, err)
		}
	})
}

func TestIntervalRunsForward(t *testing.T) {
	if got := edtf.Interval(edtf.OfYear(2020), edtf.OfMonth(2018, 3)).String(); got != "2018-03/2020" {
		t.Errorf("got %s", got)
	}
	if _, err := edtf.Parse("2020/2018-03"); err == nil {
		t.Error("an interval that ends before it begins was read")
	}
}
