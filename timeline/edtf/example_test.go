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
