package edtf_test

import (
	"encoding/json"
	"fmt"
	"time"

	"annals/timeline/edtf"
)

// show prints dates with their bounds.
func show(texts ...string) {
	for _, s := range texts {
		d, err := edtf.Parse(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		first, last := d.Bounds()
		fmt.Printf("%s: %q to %q\n", d, first, last)
	}
}

func ExampleParse() {
	d, err := edtf.Parse("2025-08~")
	if err != nil {
		fmt.Println(err)
		return
	}
	first, last := d.Bounds()
	fmt.Println(d, first, last, d.Approximate())
	fmt.Println(d == edtf.OfMonth(2025, time.August).Approximately())
	// Output:
	// 2025-08~ 2025-08-01 2025-08-31 true
	// true
}

func ExampleParse_date() {
	show("2025-08-21", "2025-08", "2025")
	// Output:
	// 2025-08-21: "2025-08-21" to "2025-08-21"
	// 2025-08: "2025-08-01" to "2025-08-31"
	// 2025: "2025-01-01" to "2025-12-31"
}

func ExampleParse_dateAndTime() {
	show("1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04", "1985-04-12T23:20:30+04:30")
	// Output:
	// 1985-04-12T23:20:30: "1985-04-12" to "1985-04-12"
	// 1985-04-12T23:20:30Z: "1985-04-12" to "1985-04-12"
	// 1985-04-12T23:20:30-04: "1985-04-12" to "1985-04-12"
	// 1985-04-12T23:20:30+04:30: "1985-04-12" to "1985-04-12"
}

func ExampleParse_interval() {
	show("2004-02-01/2005", "2004-06~/2004-06-11?", "1985-04/..", "../1985", "1985/")
	// Output:
	// 2004-02-01/2005: "2004-02-01" to "2005-12-31"
	// 2004-06~/2004-06-11?: "2004-06-01" to "2004-06-11"
	// 1985-04/..: "1985-04-01" to ""
	// ../1985: "" to "1985-12-31"
	// 1985/: "1985-01-01" to ""
}

func ExampleParse_year() {
	show("-0479", "Y170000002", "Y-170000002")
	// Output:
	// -0479: "-0479-01-01" to "-0479-12-31"
	// Y170000002: "170000002-01-01" to "170000002-12-31"
	// Y-170000002: "-170000002-01-01" to "-170000002-12-31"
}

func ExampleParse_season() {
	show("2025-21", "2024-24", "2025-34")
	// Output:
	// 2025-21: "2025-03-01" to "2025-05-31"
	// 2024-24: "2024-12-01" to "2025-02-28"
	// 2025-34: "2025-04-01" to "2025-06-30"
}

func ExampleParse_unspecified() {
	show("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX")
	// Output:
	// 201X: "2010-01-01" to "2019-12-31"
	// 20XX: "2000-01-01" to "2099-12-31"
	// 2004-XX: "2004-01-01" to "2004-12-31"
	// 1985-04-XX: "1985-04-01" to "1985-04-30"
	// 1985-XX-XX: "1985-01-01" to "1985-12-31"
}

func ExampleParse_set() {
	show("[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "[1760-12,1667]")
	// Output:
	// [1667,1668,1670..1672]: "1667-01-01" to "1672-12-31"
	// [..1760-12-03]: "" to "1760-12-03"
	// [1760-12..]: "1760-12-01" to ""
	// [1667,1760-12]: "1667-01-01" to "1760-12-31"
}

func ExampleParse_errors() {
	show("21 August", "2025-8", "2025-02-30", "2025-08/2025-07", "[2018,2019-13]")
	// Output:
	// "21 August" is not an EDTF date like 2025, 2025-08, 2025-08-21, 2025-08/2025-09 or [2025,2027]
	// "2025-8" has the month "8", which is not two digits
	// "2025-02-30" has the day 30, and 2025-02 has 01 to 28
	// "2025-08/2025-07" ends before it begins
	// "[2018,2019-13]" has the member "2019-13", which has the month 13, and there are the months 01 to 12, the seasons 21 to 24 and the quarters 33 to 36
}

func ExampleDay() {
	d := edtf.DayOf(2024, time.February, 28)
	fmt.Println(d+1, d+2, (d + 2).Weekday())
	// Output: 2024-02-29 2024-03-01 Friday
}

func ExampleParseDay() {
	d, err := edtf.ParseDay("2025-12-31")
	fmt.Println(d+1, err)
	_, err = edtf.ParseDay("2025-12")
	fmt.Println(err)
	// Output:
	// 2026-01-01 <nil>
	// "2025-12" is not a day like 2025-08-21
}

func ExampleInterval() {
	from, to := edtf.OfMonth(2025, time.May), edtf.OfMonth(2025, time.July)
	fmt.Println(edtf.Interval(from, to), edtf.Interval(from, edtf.Date{}))
	fmt.Println(edtf.Interval(from, to).Approximately(), edtf.Interval(from.Approximately(), to))
	// Output:
	// 2025-05/2025-07 2025-05/..
	// 2025-05~/2025-07~ 2025-05~/2025-07
}

func ExampleUnknownInterval() {
	fmt.Println(edtf.UnknownInterval(edtf.OfYear(1985), edtf.Date{}))
	// Output: 1985/
}

func ExampleOneOf() {
	third := edtf.DayOf(2019, time.May, 3)
	fmt.Println(edtf.OneOf(third.Date(), (third + 1).Date()))
	fmt.Println(edtf.OneOf(edtf.OfYear(1667), edtf.Interval(edtf.OfYear(1670), edtf.OfYear(1672))))
	fmt.Println(edtf.OneOf(edtf.Interval(edtf.OfMonth(1760, time.December), edtf.Date{})))
	fmt.Println(edtf.OneOf(edtf.OfYear(1984), edtf.OfYear(1984)))
	// Output:
	// [2019-05-03,2019-05-04]
	// [1667,1670..1672]
	// [1760-12..]
	// 1984
}

func ExampleDate_Members() {
	d, _ := edtf.Parse("[1760-01,1760-03..1760-05,1760-12..]")
	for _, m := range d.Members() {
		fmt.Println(m)
	}
	// Output:
	// 1760-01
	// 1760-03/1760-05
	// 1760-12/..
}

func ExampleOfTime() {
	t := time.Date(1985, time.April, 12, 23, 20, 30, 0, time.FixedZone("", -4*60*60))
	fmt.Println(edtf.OfTime(t), edtf.OfTime(t.UTC()))
	// Output: 1985-04-12T23:20:30-04 1985-04-13T03:20:30Z
}

func ExampleDate_At() {
	fmt.Println(edtf.DayOf(1985, time.April, 12).Date().At(23, 20, 30))
	// Output: 1985-04-12T23:20:30
}

func ExampleDate_Time() {
	tokyo := time.FixedZone("JST", 9*60*60)
	for _, s := range []string{"1985-04-12T23:20:30", "1985-04-12T23:20:30-04", "1985-04-12"} {
		d, _ := edtf.Parse(s)
		t, ok := d.Time(tokyo)
		fmt.Println(ok, t.Format(time.RFC3339))
	}
	// Output:
	// true 1985-04-12T23:20:30+09:00
	// true 1985-04-12T23:20:30-04:00
	// false 0001-01-01T00:00:00Z
}

func ExampleDate_Some() {
	fmt.Println(edtf.OfYear(2004).Some(edtf.UnitMonth), edtf.OfMonth(1985, time.April).Some(edtf.UnitDay))
	// Output: 2004-XX 1985-04-XX
}

func ExampleDate_Unspecified() {
	for _, s := range []string{"201X", "2004-XX", "1985-04-XX", "1985-04"} {
		d, _ := edtf.Parse(s)
		fmt.Println(s, d.Unit() == edtf.UnitMonth, d.Unspecified() == edtf.UnitDay)
	}
	// Output:
	// 201X false false
	// 2004-XX false false
	// 1985-04-XX true true
	// 1985-04 true false
}

func ExampleDate_Unit() {
	winter := edtf.OfSub(2024, 24)
	fmt.Println(winter.Unit() == edtf.UnitSeason)
	fmt.Println(winter.Bounds())
	// Output:
	// true
	// 2024-12-01 2025-02-28
}

func ExampleDate_Bounds() {
	for _, d := range []edtf.Date{edtf.OfSub(2024, 24), edtf.OfDecade(1997), edtf.OfCentury(1997), edtf.Interval(edtf.OfYear(2011), edtf.Date{})} {
		first, last := d.Bounds()
		fmt.Printf("%s: %s to %q\n", d, first, last)
	}
	// Output:
	// 2024-24: 2024-12-01 to "2025-02-28"
	// 199X: 1990-01-01 to "1999-12-31"
	// 19XX: 1900-01-01 to "1999-12-31"
	// 2011/..: 2011-01-01 to ""
}

func ExampleDate_Ends() {
	d, _ := edtf.Parse("2025-05~/2025-07")
	from, to := d.Ends()
	fmt.Println(from, to)
	// Output: 2025-05~ 2025-07
}

func ExampleDate_Open() {
	for _, s := range []string{"1985/..", "1985/", "1985/1990"} {
		d, _ := edtf.Parse(s)
		_, to := d.Ends()
		_, open := d.Open()
		fmt.Println(d, to.IsZero(), open)
	}
	// Output:
	// 1985/.. true true
	// 1985/ true false
	// 1985/1990 false false
}

func ExampleDate_Approximately() {
	d := edtf.OfYear(1850).Approximately()
	fmt.Println(d, d.Approximate(), d.Uncertain())
	fmt.Println(d.Uncertainly())
	// Output:
	// 1850~ true false
	// 1850%
}

func ExampleDate_MarshalText() {
	text, _ := json.Marshal(map[string]edtf.Date{"signed": edtf.OfMonth(2025, time.August)})
	fmt.Println(string(text))
	// Output: {"signed":"2025-08"}
}

func ExampleOfSub() {
	fmt.Println(edtf.OfSub(2025, 21), edtf.OfSub(2025, 34), edtf.OfSub(2025, 7))
	// Output: 2025-21 2025-34 2025-07
}

func ExampleOfDecade() {
	fmt.Println(edtf.OfDecade(1997), edtf.OfCentury(1997), edtf.OfDecade(-479))
	// Output: 199X 19XX -047X
}
