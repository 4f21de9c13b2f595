package when

import (
	"slices"
	"testing"

	"annals/timeline/edtf"
)

// TestMoonHolidays compares the feasts of the Moon with the days on which they were kept; those that are proclaimed may be
// one day off.
func TestMoonHolidays(t *testing.T) {
	for _, test := range []struct {
		name string
		year int
		want string
		off  int
	}{
		{"Rosh Hashanah", 1998, "1998-09-21", 0}, {"Rosh Hashanah", 2013, "2013-09-05", 0}, {"Rosh Hashanah", 2023, "2023-09-16", 0}, {"Rosh Hashanah", 2024, "2024-10-03", 0},
		{"Yom Kippur", 1973, "1973-10-06", 0}, {"Yom Kippur", 2021, "2021-09-16", 0},
		{"Passover", 1999, "1999-04-01", 0}, {"Passover", 2016, "2016-04-23", 0}, {"Passover", 2024, "2024-04-23", 0},
		{"Hanukkah", 2013, "2013-11-28", 0}, {"Hanukkah", 2024, "2024-12-26", 0}, {"Hanukkah", 2023, "2023-12-08", 0},
		{"Purim", 2022, "2022-03-17", 0}, {"Shavuot", 2021, "2021-05-17", 0}, {"Sukkot", 2023, "2023-09-30", 0},
		{"Lunar New Year", 1968, "1968-01-30", 0}, {"Lunar New Year", 2000, "2000-02-05", 0}, {"Lunar New Year", 2014, "2014-01-31", 0}, {"Lunar New Year", 2023, "2023-01-22", 0}, {"Lunar New Year", 2034, "2034-02-19", 0},
		{"Ramadan", 2003, "2003-10-27", 1}, {"Ramadan", 2023, "2023-03-23", 1}, {"Eid al-Fitr", 2015, "2015-07-17", 1}, {"Eid al-Adha", 2020, "2020-07-31", 1}, {"Ashura", 2011, "2011-12-06", 1},
		{"Diwali", 2012, "2012-11-13", 1}, {"Diwali", 2021, "2021-11-04", 1}, {"Diwali", 2023, "2023-11-12", 1},
	} {
		i := slices.IndexFunc(holidays, func(h holiday) bool { return h.name == test.name })
		if i < 0 {
			t.Fatalf("there is no holiday %q", test.name)
		}
		got := holidays[i].day(test.year)
		want, err := edtf.ParseDay(test.want)
		if err != nil {
			t.Fatal(err)
		}
		if abs(int(got-want)) > test.off {
			t.Errorf("%s of %d: got %s, want %s", test.name, test.year, got, want)
		}
		if p := (Holiday{i}).on(got); (test.off > 0) != p.Date.Approximate() {
			t.Errorf("%s is %s", test.name, p.Date)
		}
	}
}
