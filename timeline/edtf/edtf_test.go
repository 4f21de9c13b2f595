package edtf_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"annals/timeline/edtf"
)

// drawYear is mostly one of four digits, before and after the year 0000, and of more where long says that it may be.
func drawYear(t *rapid.T, name string, long bool) int {
	if long && rapid.IntRange(0, 9).Draw(t, name+" long") == 0 {
		return rapid.IntRange(-999_999_999, 999_999_999).Draw(t, name+" year")
	}
	return rapid.IntRange(-9999, 9999).Draw(t, name+" year")
}

func drawDay(t *rapid.T, name string) edtf.Day {
	return edtf.Day(rapid.IntRange(int(edtf.DayOf(-9999, 1, 1)), int(edtf.DayOf(9999, 12, 31))).Draw(t, name))
}

// drawOne draws a date that is neither an interval nor a set.
func drawOne(t *rapid.T, name string) edtf.Date {
	year := drawYear(t, name, false)
	month := edtf.OfMonth(year, time.Month(rapid.IntRange(1, 12).Draw(t, name+" month")))
	d := [...]edtf.Date{
		drawDay(t, name+" day").Date(),
		month,
		edtf.OfSub(year, rapid.SampledFrom([]int{21, 22, 23, 24, 33, 34, 35, 36}).Draw(t, name+" sub")),
		edtf.OfYear(drawYear(t, name, true)),
		edtf.OfDecade(year),
		edtf.OfCentury(year),
		edtf.OfYear(year).Some(edtf.UnitMonth),
		edtf.OfYear(year).Some(edtf.UnitDay),
		month.Some(edtf.UnitDay),
	}[rapid.IntRange(0, 8).Draw(t, name+" kind")]
	if rapid.IntRange(0, 4).Draw(t, name+" approximate") == 0 {
		d = d.Approximately()
	}
	if rapid.IntRange(0, 4).Draw(t, name+" uncertain") == 0 {
		d = d.Uncertainly()
	}
	return d
}

// drawDate draws a date of any kind, the zero Date among them.
func drawDate(t *rapid.T, name string) edtf.Date {
	one, other := drawOne(t, name), drawOne(t, name+" other")
	switch rapid.IntRange(0, 8).Draw(t, name+" of") {
	case 0:
		return edtf.Interval(one, other)
	case 1:
		return edtf.Interval(one, edtf.Date{})
	case 2:
		return edtf.Interval(edtf.Date{}, one)
	case 3:
		return edtf.UnknownInterval(one, edtf.Date{})
	case 4:
		return edtf.UnknownInterval(edtf.Date{}, one)
	case 5:
		shift := rapid.IntRange(-60*24+1, 60*24-1).Draw(t, name+" shift")
		return edtf.OfTime(time.Unix(rapid.Int64Range(-3e11, 2.5e11).Draw(t, name+" second"), 0).In(time.FixedZone("", 60*shift)))
	case 6:
		second := rapid.IntRange(0, 24*60*60-1).Draw(t, name+" second")
		return drawDay(t, name+" day").Date().At(second/3600, second/60%60, second%60)
	case 7:
		var members []edtf.Date
		for range rapid.IntRange(0, 4).Draw(t, name+" members") {
			m := drawOne(t, name+" member")
			switch rapid.IntRange(0, 5).Draw(t, name+" run") {
			case 0:
				m = edtf.Interval(m, drawOne(t, name+" end"))
			case 1:
				m = edtf.Interval(m, edtf.Date{})
			case 2:
				m = edtf.Interval(edtf.Date{}, m)
			}
			members = append(members, m)
		}
		return edtf.OneOf(members...)
	}
	return one
}

// ordered says whether the bounds of d are in order.
func ordered(d edtf.Date) bool {
	first, last, openFirst, openLast := bounds(d)
	return openFirst || openLast || first <= last
}

// bounds returns the bounds of d, and at which of them it has no date.
func bounds(d edtf.Date) (first, last edtf.Day, openFirst, openLast bool) {
	from, to := d.Ends()
	first, last = d.Bounds()
	return first, last, from.IsZero(), to.IsZero()
}

func TestDateComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t, "date")
		if back, err := edtf.Parse(d.String()); err != nil || back != d {
			t.Fatalf("%s came back as %s: %v", d, back, err)
		}
		if !ordered(d) {
			first, last := d.Bounds()
			t.Fatalf("%s runs from %s to %s", d, first, last)
		}
		if q := d.Approximately(); !ordered(q) || !q.Approximate() && !q.IsZero() && d.Unit() != edtf.UnitSecond {
			t.Fatalf("%s is approximately %s", d, q)
		}
		text, err := json.Marshal(d)
		var back edtf.Date
		if err == nil {
			err = json.Unmarshal(text, &back)
		}
		if err != nil || back != d {
			t.Fatalf("%s came back from JSON as %s: %v", d, back, err)
		}
	})
}

// TestTwoDates asks of sets and intervals of any two dates that they take in both.
func TestTwoDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDate(t, "a"), drawDate(t, "b")
		if a.IsZero() || b.IsZero() {
			return
		}
		first, last, openFirst, openLast := bounds(edtf.OneOf(a, b))
		for _, d := range []edtf.Date{a, b} {
			if from, to, openFrom, openTo := bounds(d); !openFirst && (from < first || openFrom) || !openLast && (to > last || openTo) {
				t.Fatalf("%s has %s, and its bounds are %s and %s", edtf.OneOf(a, b), d, first, last)
			}
		}
		if x, y := edtf.OneOf(a, b), edtf.OneOf(b, a); x != y || edtf.OneOf(x) != x {
			t.Fatalf("the set of %s and %s is %s or %s", a, b, x, y)
		}
		if set := edtf.OneOf(a, b); set.Unit() == edtf.UnitSet && edtf.OneOf(set.Members()...) != set {
			t.Fatalf("%s is not the set of its members %s", set, set.Members())
		}
		if i := edtf.Interval(a, b); !ordered(i) || i != edtf.Interval(i, i) {
			t.Fatalf("from %s to %s is %s", a, b, i)
		}
	})
}

// TestDayAgainstTime holds calendar arithmetic to that of package time.
func TestDayAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDay(t, "day")
		n := rapid.IntRange(-100000, 100000).Draw(t, "days")
		y, m, dd := d.Civil()
		want := time.Date(y, m, dd, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
		if got := d + edtf.Day(n); edtf.DayOf(want.Date()) != got || got.Weekday() != want.Weekday() {
			t.Fatalf("%s and %d days is %s, want %s", d, n, got, want.Format(time.DateOnly))
		}
		if back, err := edtf.ParseDay(d.String()); d != 0 && (err != nil || back != d) {
			t.Fatalf("%s came back as %s: %v", d, back, err)
		}
		if first, last := d.Date().Bounds(); first != d || last != d {
			t.Fatalf("%s runs from %s to %s", d.Date(), first, last)
		}
	})
}

// TestCarryAgainstTime asks the same of months and days beyond their range, and of years beyond four digits.
func TestCarryAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := drawYear(t, "a", true)
		month := time.Month(rapid.IntRange(-50, 50).Draw(t, "month"))
		day := rapid.IntRange(-500, 500).Draw(t, "day")
		want := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		got := edtf.DayOf(year, month, day)
		y, m, d := got.Civil()
		if wy, wm, wd := want.Date(); y != wy || m != wm || d != wd || got.Weekday() != want.Weekday() {
			t.Fatalf("%d-%d-%d is %s, want %s", year, month, day, got, want.Format(time.DateOnly))
		}
		if back, err := edtf.ParseDay(got.String()); got != 0 && max(y, -y) <= 999_999_999 && (err != nil || back != got) {
			t.Fatalf("%s came back as %s: %v", got, back, err)
		}
	})
}

// TestBoundsAgainstTime holds the bounds of years, months and longer units to package time.
func TestBoundsAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year, month := rapid.IntRange(1, 9999).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
		start := func(y, m int) time.Time { return time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC) }
		decade, century := year-year%10, year-year%100
		season, quarter := rapid.IntRange(1, 4).Draw(t, "season"), rapid.IntRange(1, 4).Draw(t, "quarter")
		for _, c := range []struct {
			date     edtf.Date
			from, to time.Time // the day after the last
		}{
			{edtf.OfMonth(year, time.Month(month)), start(year, month), start(year, month+1)},
			{edtf.OfMonth(year, time.Month(month)).Some(edtf.UnitDay), start(year, month), start(year, month+1)},
			{edtf.OfSub(year, 20+season), start(year, 3*season), start(year, 3*season+3)},
			{edtf.OfSub(year, 32+quarter), start(year, 3*quarter-2), start(year, 3*quarter+1)},
			{edtf.OfYear(year), start(year, 1), start(year+1, 1)},
			{edtf.OfYear(year).Some(edtf.UnitMonth), start(year, 1), start(year+1, 1)},
			{edtf.OfYear(year + 9999), start(year+9999, 1), start(year+10000, 1)},
			{edtf.OfDecade(year), start(decade, 1), start(decade+10, 1)},
			{edtf.OfCentury(year), start(century, 1), start(century+100, 1)},
		} {
			first, last := c.date.Bounds()
			if first != edtf.DayOf(c.from.Date()) || last != edtf.DayOf(c.to.Date())-1 {
				t.Fatalf("%s runs from %s to %s", c.date, first, last)
			}
		}
	})
}

// TestTimeAgainstTime holds times of day to package time.
func TestTimeAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shift := rapid.IntRange(-60*24+1, 60*24-1).Draw(t, "shift")
		want := time.Unix(rapid.Int64Range(-3e11, 2.5e11).Draw(t, "second"), 0).In(time.FixedZone("", 60*shift))
		d := edtf.OfTime(want)
		got, ok := d.Time(nil)
		if !ok || !got.Equal(want) {
			t.Fatalf("%s is the time %s, want %s", d, got, want)
		}
		if y := want.Year(); y >= 0 && d.String()[:19] != want.Format("2006-01-02T15:04:05") {
			t.Fatalf("got %s, want %s", d, want)
		}
		if first, last := d.Bounds(); first != edtf.DayOf(want.Date()) || last != first {
			t.Fatalf("%s runs from %s to %s", d, first, last)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range slices.Concat(everyday, refused) {
		f.Add(s)
	}
	for _, c := range standard {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			if d != (edtf.Date{}) {
				t.Fatalf("%q is refused and gives %s", s, d)
			}
			return
		}
		if !ordered(d) {
			first, last := d.Bounds()
			t.Fatalf("%q runs from %s to %s", s, first, last)
		}
		if back, err := edtf.Parse(d.String()); err != nil || back != d {
			t.Fatalf("%q is %s and came back as %s: %v", s, d, back, err)
		}
		if !strings.HasPrefix(s, "[") && d.Unit() != edtf.UnitSecond && d.String() != s {
			t.Fatalf("%q is written %s", s, d) // only sets and time shifts can be written in more than one way
		}
	})
}

func TestIntervalRunsForward(t *testing.T) {
	if got := edtf.Interval(edtf.OfYear(2020), edtf.OfMonth(2018, 3)).String(); got != "2018-03/2020" {
		t.Errorf("got %s", got)
	}
	if got := edtf.Interval(edtf.OfYear(2020), edtf.Interval(edtf.OfYear(2018), edtf.OfYear(2019))).String(); got != "2018/2020" {
		t.Errorf("got %s", got)
	}
	if got := edtf.Interval(edtf.Date{}, edtf.Date{}); !got.IsZero() {
		t.Errorf("got %s for an interval of no dates", got)
	}
}

// TestWhatCannotBeWritten asks constructors for dates that EDTF has no text for.
func TestWhatCannotBeWritten(t *testing.T) {
	day := edtf.DayOf(2025, 8, 21).Date()
	for name, d := range map[string]edtf.Date{
		"day of a long year":       edtf.DayOf(10000, 1, 1).Date(),
		"month of a long year":     edtf.OfMonth(10000, 1),
		"decade of a long year":    edtf.OfDecade(10000),
		"month 0":                  edtf.OfMonth(2025, 0),
		"month 13":                 edtf.OfMonth(2025, 13),
		"season as a month":        edtf.OfMonth(2025, 21),
		"sub-year grouping 25":     edtf.OfSub(2025, 25),
		"year of ten digits":       edtf.OfYear(1_000_000_000),
		"some year":                edtf.OfYear(2025).Some(edtf.UnitYear),
		"some month of a month":    edtf.OfMonth(2025, 8).Some(edtf.UnitMonth),
		"some day of a day":        day.Some(edtf.UnitDay),
		"some day of some month":   edtf.OfYear(2025).Some(edtf.UnitMonth).Some(edtf.UnitDay),
		"some month, long year":    edtf.OfYear(10000).Some(edtf.UnitMonth),
		"some day of an interval":  edtf.Interval(edtf.OfYear(2018), edtf.OfYear(2019)).Some(edtf.UnitDay),
		"hour 24":                  day.At(24, 0, 0),
		"time of a month":          edtf.OfMonth(2025, 8).At(12, 0, 0),
		"time of about a day":      day.Approximately().At(12, 0, 0),
		"time of a day of a set":   edtf.OneOf(day, edtf.OfYear(2020)).At(12, 0, 0),
		"moment in a long year":    edtf.OfTime(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)),
		"one of no dates":          edtf.OneOf(),
		"one of dates that are no": edtf.OneOf(edtf.Date{}, edtf.Date{}),
	} {
		if !d.IsZero() {
			t.Errorf("%s is %s", name, d)
		}
	}
}
