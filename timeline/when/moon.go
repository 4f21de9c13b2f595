package when

import (
	"math"
	"time"

	"annals/timeline/edtf"
)

// The feasts of the calendars that go by the Moon. Those of the Hebrew calendar and the lunar New Year are calculated to
// the day. Those of Islam and of India are proclaimed when the Moon is seen: they may be a day off, and are marked as
// approximate.

var moonHolidays = []holiday{
	{"Purim", "purim", func(year int) edtf.Day { return passover(year) - 30 }},
	{"Passover", "passover|pesach", passover},
	{"Shavuot", "shavuot", func(year int) edtf.Day { return passover(year) + 50 }},
	{"Rosh Hashanah", "rosh hashanah|rosh hashana", roshHashanah},
	{"Yom Kippur", "yom kippur", func(year int) edtf.Day { return roshHashanah(year) + 9 }},
	{"Sukkot", "sukkot", func(year int) edtf.Day { return roshHashanah(year) + 14 }},
	{"Hanukkah", "hanukkah|chanukah", hanukkah},
	{"Lunar New Year", "(lunar|chinese) new year", newMoon(time.January, 21, 8)},
}

// sightedHolidays may be a day off.
var sightedHolidays = []holiday{
	{ramadan, "ramadan|ramzan|the? (muslim|islamic)? (holy|fasting) month of (ramadan|ramzan)", islamic(9, 1)},
	{"Eid al-Fitr", "eid {dash} al {dash} fitr|eid al {dash} fitr|eid {dash} ul {dash} fitr", islamic(10, 1)},
	{"Eid al-Adha", "eid {dash} al {dash} adha|eid al {dash} adha|eid {dash} ul {dash} adha", islamic(12, 10)},
	{"Ashura", "ashura", islamic(1, 10)},
	{"Diwali", "diwali", newMoon(time.October, 17, 5)},
}

// ramadan is the one that lasts a month.
const ramadan = "Ramadan"

// commonEra is the day before the first of our era, from which the calendars are counted (Reingold and Dershowitz,
// "Calendrical Calculations", call its numbers fixed days, or R.D.).
var commonEra = edtf.DayOf(1, 1, 1) - 1

// roshHashanah returns the Hebrew New Year of a year of our era.
func roshHashanah(year int) edtf.Day {
	h := year + 3761
	before, day, after := hebrewElapsed(h-1), hebrewElapsed(h), hebrewElapsed(h+1)
	switch { // no year may have more than 385 days, nor fewer than 383 when it has a leap month
	case after-day == 356:
		day += 2
	case day-before == 382:
		day++
	}
	return commonEra + edtf.Day(day-1373427)
}

// hebrewElapsed returns the days from the beginning of the Hebrew calendar to the mean new moon of a year, moved off the
// days of the week that a year may not begin on.
func hebrewElapsed(year int) int {
	months := (235*year - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

// passover returns the 15th of Nisan, from which the next year is always as far.
func passover(year int) edtf.Day { return roshHashanah(year) - 163 }

// hanukkah returns the 25th of Kislev; the month before it has 30 days in the years that are the longest of their kind.
func hanukkah(year int) edtf.Day {
	day := roshHashanah(year)
	if length := roshHashanah(year+1) - day; length%10 == 5 {
		return day + 84
	}
	return day + 83
}

// islamic returns a day of the tabular Islamic calendar, the first one in a year of our era.
func islamic(month, day int) func(int) edtf.Day {
	return func(year int) edtf.Day {
		first := edtf.DayOf(year, 1, 1)
		for y := (year-622)*33/32 - 1; ; y++ {
			if d := commonEra + edtf.Day(227014+354*(y-1)+(3+11*y)/30+29*(month-1)+(6*month-1)/11+day); d >= first {
				return d
			}
		}
	}
}

// newMoon returns the first day from a day of a year on which the Moon is new, by clocks that are so many hours ahead of
// Greenwich (Meeus, "Astronomical Algorithms", chapter 49, the periodic terms above two minutes).
func newMoon(month time.Month, day, hours int) func(int) edtf.Day {
	return func(year int) edtf.Day {
		from := edtf.DayOf(year, month, day)
		since := float64(from - edtf.DayOf(2000, 1, 6))
		for k := math.Floor(since/29.530588861) - 1; ; k++ {
			if d := edtf.DayOf(2000, 1, 1) + edtf.Day(math.Floor(moonPhase(k)+float64(hours)/24)); d >= from {
				return d
			}
		}
	}
}

// moonPhase returns the days from the beginning of 2000, at Greenwich, to the new moon that is the k-th after it.
func moonPhase(k float64) float64 {
	rad := func(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }
	sun, moon, node := 2.5534+29.10535670*k, 201.5643+385.81693528*k, 160.7108+390.67050284*k
	return 5.59766 + 29.530588861*k - 0.40720*rad(moon) + 0.17241*rad(sun) + 0.01608*rad(2*moon) + 0.01039*rad(2*node) +
		0.00739*rad(moon-sun) - 0.00514*rad(moon+sun) + 0.00208*rad(2*sun) - 0.00111*rad(moon-2*node) - 0.00057*rad(moon+2*node)
}
