package edtf_test

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
)

func ExampleParse() {
	for _, s := range []string{"2025-08-21", "2025-08", "2025", "199X", "2025-34", "2025-08~", "2025-09-11/2025-09-20", "-0479"} {
		d, err := edtf.Parse(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		first, last := d.Bounds()
		fmt.Println(d, first, last)
	}
	_, err := edtf.Parse("21 August")
	fmt.Println(err)
	// Output:
	// 2025-08-21 2025-08-21 2025-08-21
	// 2025-08 2025-08-01 2025-08-31
	// 2025 2025-01-01 2025-12-31
	// 199X 1990-01-01 1999-12-31
	// 2025-34 2025-04-01 2025-06-30
	// 2025-08~ 2025-08-01 2025-08-31
	// 2025-09-11/2025-09-20 2025-09-11 2025-09-20
	// -0479 -0479-01-01 -0479-12-31
	// "21 August" is not an EDTF date like 2025, 2025-08, 2025-08-21 or 2025-08/2025-09
}

func ExampleDay() {
	d := edtf.DayOf(2024, time.February, 28)
	fmt.Println(d+1, d+2, (d + 2).Weekday())
	// Output: 2024-02-29 2024-03-01 Friday
}

func ExampleInterval() {
	from, to := edtf.OfMonth(2025, time.May), edtf.OfMonth(2025, time.July)
	fmt.Println(edtf.Interval(from, to), edtf.Interval(from, edtf.Date{}), edtf.Interval(from, to).Approximately())
	// Output: 2025-05/2025-07 2025-05/.. 2025-05~/2025-07~
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
	d, _ := edtf.Parse("2025-05/2025-07")
	from, to := d.Ends()
	fmt.Println(from, to)
	// Output: 2025-05 2025-07
}

func ExampleDate_Approximately() {
	d := edtf.OfYear(1850).Approximately()
	fmt.Println(d, d.Approximate(), d.Uncertain())
	// Output: 1850~ true false
}

func ExampleOfSub() {
	fmt.Println(edtf.OfSub(2025, 21), edtf.OfSub(2025, 34), edtf.OfSub(2025, 7))
	// Output: 2025-21 2025-34 2025-07
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
