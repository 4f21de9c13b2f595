package when

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"annals/timeline/edtf"
)

// A holiday is a row of the table of holidays: its name, the words for it as a pattern of rules.go, and its day.
type holiday struct {
	name, words string
	day         func(year int) edtf.Day
}

// holidays are those that English news names without a date.
var holidays = slices.Concat(sunHolidays, moonHolidays, sightedHolidays)

// sunHolidays are those that the Gregorian calendar places.
var sunHolidays = []holiday{
	{"New Year's Day", "new year 's day|new year 's|new years day", fixed(1, 1)},
	{"New Year's Eve", "new year 's eve|new years eve", fixed(12, 31)},
	{"Epiphany", "epiphany|three kings day", fixed(1, 6)},
	{"Martin Luther King Day", "martin luther king (jr.|jr)? ('s)? day|mlk day", nth(3, time.Monday, 1)},
	{"Australia Day", "australia day", fixed(1, 26)},
	{"Valentine's Day", "(st.|saint|st)? valentine 's day", fixed(2, 14)},
	{"Presidents' Day", "presidents '? day|presidents' day|president 's day", nth(3, time.Monday, 2)},
	{"Women's Day", "international? women 's day", fixed(3, 8)},
	{"St Patrick's Day", "(st.|saint|st) patrick 's day", fixed(3, 17)},
	{"Inauguration Day", "inauguration day", fixed(1, 20)},
	{"Groundhog Day", "groundhog day", fixed(2, 2)},
	{"Shrove Tuesday", "shrove tuesday|mardi gras", fromEaster(-47)},
	{"Orthodox Easter", "orthodox easter (sunday|day)?", orthodoxEaster},
	{"Ash Wednesday", "ash wednesday", fromEaster(-46)},
	{"Palm Sunday", "palm sunday", fromEaster(-7)},
	{"Maundy Thursday", "(maundy|holy) thursday", fromEaster(-3)},
	{"Good Friday", "good friday", fromEaster(-2)},
	{"Easter", "easter (sunday|day)?", fromEaster(0)},
	{"Easter Monday", "easter monday", fromEaster(1)},
	{"Ascension Day", "ascension (day|thursday)", fromEaster(39)},
	{"Pentecost", "pentecost|whit sunday|whitsun", fromEaster(49)},
	{"Whit Monday", "(whit|pentecost) monday", fromEaster(50)},
	{"Corpus Christi", "corpus christi", fromEaster(60)},
	{"April Fools' Day", "april fools ' day|april fools' day|april fool 's day|april fools day", fixed(4, 1)},
	{"Victoria Day", "victoria day", func(year int) edtf.Day { d := edtf.DayOf(year, 5, 24); return d - edtf.Day((int(d.Weekday())+6)%7) }},
	{"Remembrance Sunday", "remembrance sunday", nth(2, time.Sunday, 11)},
	{"Earth Day", "earth day", fixed(4, 22)},
	{"Anzac Day", "anzac day", fixed(4, 25)},
	{"May Day", "may day", fixed(5, 1)},
	{"Cinco de Mayo", "cinco de mayo", fixed(5, 5)},
	{"Mother's Day", "mother 's day|mothers day", nth(2, time.Sunday, 5)},
	{"Memorial Day", "memorial day", nth(-1, time.Monday, 5)},
	{"Father's Day", "father 's day|fathers day", nth(3, time.Sunday, 6)},
	{"Midsummer Day", "(midsummer|midsummer 's|st. john 's) day", fixed(6, 24)},
	{"Juneteenth", "juneteenth", fixed(6, 19)},
	{"Canada Day", "canada day", fixed(7, 1)},
	{"Bastille Day", "bastille day", fixed(7, 14)},
	{"Assumption Day", "assumption day", fixed(8, 15)},
	{"Labor Day", "labor day", nth(1, time.Monday, 9)},
	{"Columbus Day", "columbus day|indigenous peoples ' day|indigenous peoples' day", nth(2, time.Monday, 10)},
	{"United Nations Day", "united nations day", fixed(10, 24)},
	{"Halloween", "halloween", fixed(10, 31)},
	{"All Saints' Day", "all saints ' day|all saints' day|all saints day", fixed(11, 1)},
	{"All Souls' Day", "all souls ' day|all souls' day|all souls day", fixed(11, 2)},
	{"Michaelmas", "michaelmas", fixed(9, 29)},
	{"Martinmas", "martinmas|st martin 's day", fixed(11, 11)},
	{"Candlemas", "candlemas", fixed(2, 2)},
	{"Lady Day", "lady day", fixed(3, 25)},
	{"Guy Fawkes Night", "guy fawkes (night|day)|bonfire night", fixed(11, 5)},
	{"Election Day", "election day", electionDay},
	{"Armistice Day", "armistice day|veterans '? day|veterans' day|remembrance day", fixed(11, 11)},
	{"Thanksgiving", "thanksgiving day?", nth(4, time.Thursday, 11)},
	{"Black Friday", "black friday", func(year int) edtf.Day { return nth(4, time.Thursday, 11)(year) + 1 }},
	{"Human Rights Day", "human rights day", fixed(12, 10)},
	{"Christmas Eve", "(christmas|xmas) eve", fixed(12, 24)},
	{"Christmas", "(christmas|xmas) day?", fixed(12, 25)},
	{"Boxing Day", "boxing day", fixed(12, 26)},
}

func fixed(month time.Month, day int) func(int) edtf.Day {
	return func(year int) edtf.Day { return edtf.DayOf(year, month, day) }
}

// nth returns the nth such weekday of a month, the last for -1.
func nth(n int, w time.Weekday, month time.Month) func(int) edtf.Day {
	return func(year int) edtf.Day {
		first := edtf.DayOf(year, month, 1)
		if n < 0 {
			first, n := edtf.DayOf(year, month+1, 1)-7, 1
			return first + edtf.Day((int(w)-int(first.Weekday())+7)%7+7*(n-1))
		}
		return first + edtf.Day((int(w)-int(first.Weekday())+7)%7+7*(n-1))
	}
}

func fromEaster(days edtf.Day) func(int) edtf.Day {
	return func(year int) edtf.Day { return easter(year) + days }
}

// electionDay returns the Tuesday after the first Monday of November, on which the United States vote.
func electionDay(year int) edtf.Day { return nth(1, time.Monday, 11)(year) + 1 }

// holidayRules makes a rule of each holiday, "_holiday" of all of them, and reads no name written without capitals.
func holidayRules() []rule {
	var out []rule
	var names []string
	for i, h := range holidays {
		name := "_" + h.name
		names = append(names, "<"+name+">")
		out = append(out, rule{name, h.words, func(m *match) Value {
			if !m.ps[m.from].capital && !among(m.ps[m.from].lower, []string{"the", "christmas", "easter"}) || !m.ps[m.to-1].capital && (m.ps[m.to-1].lower != "'s" || m.tag(1).Noun()) || i >= len(sunHolidays) && m.outer && m.beside(1).capital {
				return nil // nor "the Yom Kippur War", nor a man whose name is Ramadan
			}
			return Holiday{i}
		}})
	}
	return append(out, rule{"_holiday", strings.Join(names, "|"), same})
}

// NewYear is "the new year": that of the nearest New Year's Day.
type NewYear struct{}

// String prints the value.
func (NewYear) String() string { return "NewYear" }

// Resolve implements Value.
func (NewYear) Resolve(a Anchor) Placed {
	if a.Day == 0 {
		return Placed{Type: "DATE", Val: unknownUnit(Year)}
	}
	y, m, _ := a.Day.Civil()
	if m > time.June {
		y++
	}
	return placed(edtf.OfYear(clampYear(y, y)))
}

// Holiday is a holiday by its number in the table.
type Holiday struct{ Which int }

// String prints the value.
func (v Holiday) String() string { return "Holiday(" + holidays[v.Which].name + ")" }

func (v Holiday) day(year int) edtf.Day { return holidays[v.Which].day(year) }

// easter returns Easter Sunday by the anonymous Gregorian computus.
func easter(y int) edtf.Day {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return edtf.DayOf(y, time.Month(n/31), n%31+1)
}

// orthodoxEaster returns the Easter of the Eastern churches, which keep the Julian calendar, by the computus of Meeus.
func orthodoxEaster(y int) edtf.Day {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	n := d + e + 114
	return edtf.DayOf(y, time.Month(n/31), n%31+1) + edtf.Day(y/100-y/400-2)
}

// Resolve implements Value: the nearest such day, as for a month and a day.
func (v Holiday) Resolve(a Anchor) Placed {
	day := a.Day
	if !a.Last.IsZero() && a.Narrative {
		day, _ = a.Last.Bounds()
	}
	if day == 0 {
		return Placed{Type: "DATE", Val: "XXXX-XX-XX"}
	}
	y, _, _ := day.Civil()
	y = min(max(y, 2), 9998)
	if a.Narrative {
		return v.on(v.day(y))
	}
	best := v.day(y)
	for _, d := range [...]edtf.Day{v.day(y - 1), v.day(y + 1)} {
		if holidayCost(d, a) < holidayCost(best, a) {
			best = d
		}
	}
	return v.on(best)
}

// on places the holiday on a day, or only about there where it is proclaimed when the Moon is seen.
func (v Holiday) on(day edtf.Day) Placed {
	if v.Which < len(sunHolidays)+len(moonHolidays) {
		return placed(day.Date())
	}
	if holidays[v.Which].name != ramadan {
		return placed(day.Date().Approximately())
	}
	p := placed(edtf.Interval(day.Date().Approximately(), (day + 28).Date().Approximately()))
	p.Val = fmt.Sprintf("%s/%s", day, day+28)
	return p
}

// holidayCost is the distance in days, with a fine for the direction that the verb does not ask for.
func holidayCost(d edtf.Day, a Anchor) int {
	cost := abs(int(d - a.Day))
	if d > a.Day && a.Direction == Past || d < a.Day && a.Direction == Future {
		cost += 320 // in the three weeks before it a past verb may tell of how it is prepared
	}
	return cost
}
