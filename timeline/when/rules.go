package when

import (
	"fmt"
	"slices"
	"time"

	"annals/timeline/edtf"
)

// A rule reads one construction. Its pattern is written in words, {classes} of the lexicon and the numbers, and
// <names> of other rules, with (groups|of alternatives) and "?" after what may be absent. A rule whose name begins
// with "_" is only a part of others. The longest match wins wherever its row stands; of two readings of the
// same words the earlier row wins. The function returns nil where the context refuses the reading.
type rule struct {
	name    string
	pattern string
	value   func(m *match) Value
}

var rules = slices.Concat(holidayRules(), calendarRules, relativeRules, clockRules, partRules, lengthRules)

// calendarRules read dates, seasons, quarters and halves, and what other rules are made of.
var calendarRules = []rule{
	// Parts of other rules.
	{"_year", "{year}|{shortyear}|the (year|years) {year}", func(m *match) Value { return On{edtf.OfYear(m.whole())} }},
	{"_in year", "(,|of|in)? <_year>", same},
	{"_this year", "of? ({last}|{next}|{this}) year", func(m *match) Value { return Deictic{m.direction(), Year} }},
	{"_that year", "(of|in)? (that|the {same}) year|of the year", func(m *match) Value { return Told{0, Year} }},
	{"_following year", "of? the ({following}|next) year", func(m *match) Value { return Told{1, Year} }},
	{"_previous year", "of? the {prev} year|of the year before", func(m *match) Value { return Told{-1, Year} }},
	{"_a year", "<_in year>|<_this year>|<_that year>|<_following year>|<_previous year>", same},
	{"_day number", "{day}|the? ({ordday}|{ordinal})", nil},
	{"_of day", "{day}|the? ({ordday}|{ordinal}) of?|(the|this) ({ordday}|{ordinal}) day of", nil},
	{"_weekday", "({this}? ({last}|{next})? {weekday}|{wkday}) ,?", nil},
	{"_number", "{num}|{number}", nil},

	// Calendar dates.
	{"numeric date", "{date}", func(m *match) Value {
		d := *m.piece("date").date
		if d.DayFirst.IsZero() {
			return On{d.Date}
		}
		return d
	}},
	{"day-month-year", "{day} - {month} - ({year}|{num})", func(m *match) Value {
		y := m.ps[m.to-1].num / 100
		if y < 100 && len(m.ps[m.to-1].lower) == 2 {
			y = century(y)
		}
		if d, ok := dayDate(y, m.v("month"), m.v("day")); ok && y > 0 {
			return On{d}
		}
		return nil
	}},
	{"month/year", "{num} / {year}", func(m *match) Value {
		if n := m.ps[m.from].num; len(m.ps[m.from].lower) <= 2 && n >= 100 && n <= 1200 && !m.before("/", "-") && !m.next("/") {
			return On{edtf.OfMonth(m.ps[m.to-1].num/100, time.Month(n/100))}
		}
		return nil
	}},
	{"month day", "<_weekday>? {month} <_day number>", monthDay},
	{"day month", "<_weekday>? <_of day> {month}", monthDay},
	{"month day year", "<_weekday>? {month} <_day number> <_a year>", monthDayYear},
	{"day month year", "<_weekday>? <_of day> {month} <_a year>", monthDayYear},
	{"month", "{month}", bareMonth},
	{"month year", "{month} <_a year>", func(m *match) Value { return m.in(Named{Month: m.v("month")}) }},
	{"weekday", "{weekday}", bareWeekday},
	{"Friday the 13th", "{weekday} ,? the {ordday}", func(m *match) Value { return Named{Day: m.v("ordday"), Weekday: m.v("weekday")} }},
	{"year", "<_year>", bareYear},
	{"around date", "(around|about|circa|ca.|ca|c.|approximately|roughly) (<_calendar>|<_year>|<month year>|<year BC>|<century>|<decade>|<clock>|<clock day>|<clock of the next day>|<clock of the morning of>|<military clock day>|<weekday morning>|<morning of>|<year end>|<year-end>|<season year>)", around},
	{"year BC", "{about}? ({year}|{num}) {bc}", func(m *match) Value { return Era{Year: m.whole()} }},
	{"year AD", "({year}|{num}) {ad}|{ad} ({year}|{num})", func(m *match) Value {
		if y := m.whole(); y > 0 && y < 2200 {
			return On{edtf.OfYear(y)}
		}
		return nil
	}},
	{"year to year BC", "({year}|{num}) <_to> ({year}|{num}) {bc}", func(m *match) Value {
		return pair{Era{Year: m.ps[m.from].num / 100}, Era{Year: m.ps[m.to-2].num / 100}, m.from + 1}
	}},
	{"month BC", "(<_month or season>) (,|of|in)? ({year}|{num}) {bc}", func(m *match) Value {
		return Era{Year: m.whole(), Month: m.v("month") + m.v("season")}
	}},
	{"day BC", "(<month day>|<day month>) ,? ({year}|{num}) {bc}", func(m *match) Value {
		n, _ := m.kid().(Named)
		y := m.ps[m.to-2].num / 100
		if _, ok := dayDate(1-y, n.Month, n.Day); !ok || y < 1 || n.Weekday > 0 {
			return nil
		}
		return Era{Year: y, Month: n.Month, Day: n.Day}
	}},
	{"_month or season", "{month}|the? {season}", nil},
	{"part of BC", "the? ({part}|{partof}) {dash}? (of|in)? the? (<year BC>|<month BC>|<decade BC>|<century BC>)", func(m *match) Value {
		return Part{m.v("part") + m.v("partof"), m.kid()}
	}},
	{"decade BC", "the? {decade} {bc}", func(m *match) Value {
		return Era{Digits: fmt.Sprintf("%03d", m.v("decade")/10)}
	}},
	{"century BC", "the? ({ordinal}|{ordday}) {dash}? century {bc}", func(m *match) Value {
		return Era{Digits: fmt.Sprintf("%02d", m.ordinal()-1)}
	}},
	{"fiscal year", "the? (fiscal|financial) (year|years)? <_year>", same},
	{"this fiscal year", "({this}|{last}|{next}|the {prev}|the latest) (fiscal|financial|business) year|the ({this}|{last}|{next}) (fiscal|financial|business) year", func(m *match) Value {
		if m.lit("latest") {
			return Deictic{-1, Year}
		}
		return Deictic{m.direction(), Year}
	}},
	{"decade", "the? ({decade}|{decadeword})", decade},
	{"two decades", "the? {decade} (and|or|to|through|{dash}) the? {decade}", func(m *match) Value {
		first, second := m.piece("decade"), m.ps[m.to-1]
		if len(first.lower) < 4 && first.lower[0] != '\'' && !m.lit("the") || m.outer && m.degrees() || first.num < 100*1000 {
			return nil
		}
		a, b := first.num/100, second.num/100
		if len(second.lower) < 5 {
			b = a/100*100 + b%100
		}
		split := slices.IndexFunc(m.ps[m.from:m.to], func(p piece) bool { return p.from == first.from }) + m.from + 1
		if b <= a || b > 2100 {
			return nil
		}
		return pair{On{edtf.OfDecade(a)}, On{edtf.OfDecade(b)}, split}
	}},
	{"century", "the? ({ordinal}|{ordday}) {dash}? century", func(m *match) Value {
		if m.ps[m.to-1].capital && m.beside(1).capital {
			return nil // a company
		}
		return On{edtf.OfCentury(100 * (m.ordinal() - 1))}
	}},
	{"centuries", "the? {part}? {dash}? ({ordinal}|{ordday}) <_to> the? {part}? {dash}? ({ordinal}|{ordday}) {dash}? (centuries|century)", func(m *match) Value { return m.twoCenturies() }},
	{"decade of century", "the ({ordinal}|last|final) decade of <century>", func(m *match) Value {
		on, ok := m.kid().(On)
		if !ok {
			return nil
		}
		y, _, _ := on.Date.Fields()
		if m.lit("last") || m.lit("final") {
			return On{edtf.OfDecade(y + 90)}
		}
		if m.ordinal() > 10 {
			return nil
		}
		return On{edtf.OfDecade(y + 10*(m.ordinal()-1))}
	}},
	{"_the day", "the {ordday}", func(m *match) Value {
		return m.ifNext(Named{Day: m.v("ordday")}, ".", ",", ";", "", "and", "in", "the", "a", "when", "as", "after", "before", "to", "on")
	}},
	{"two days of month", "the {ordday} <_to> the {ordday}", func(m *match) Value {
		if !m.before("between", "from", "on", "of") || m.beside(1).capital || m.next("century", "anniversary", "time", "times", "floor", "place", "day") {
			return nil
		}
		a, b := m.ps[m.from+1].num/100, m.ps[m.to-1].num/100
		if a >= b || m.to-m.from != 5 {
			return nil
		}
		return pair{Named{Day: a}, Named{Day: b}, m.from + 2}
	}},
	{"day of month", "the {ordday}", func(m *match) Value {
		if m.next("century", "anniversary", "time", "day", "amendment", "floor", "district") {
			return nil
		}
		if m.beside(1).capital || !m.before("on", "until", "till", "by", "of", "from", "since", "for", "before", "after", "around", "between") {
			return nil
		}
		return Named{Day: m.ordinal()}
	}},
	{"day of unit", "the {ordday} (day)? of (that|the {same}?|the {following}|the {next}|the {prev}|{last}|{next}|{this}) month", func(m *match) Value {
		day, n := Named{Day: m.v("ordday")}, m.direction()
		switch {
		case m.has("following"), m.lit("the") && m.has("next"):
			return In{day, Told{1, Month}}
		case m.has("prev"):
			return In{day, Told{-1, Month}}
		case m.lit("that"), m.has("same"):
			return In{day, Told{0, Month}}
		case m.lit("the") && !m.has("last"):
			if m.next("following", "after", "in", "before", "preceding", "next") {
				return refused{} // "the 15th day of the month following the signing"
			}
			return In{day, The{Month}}
		}
		return In{day, Deictic{n, Month}}
	}},
	{"new year", "the new year", func(m *match) Value {
		if m.next("'s", "day", "eve", "holiday", "holidays", "celebrations", "party", "honours") {
			return nil
		}
		return NewYear{}
	}},
	{"holiday", "<_holiday>", same},
	{"holiday year", "<_holiday> <_a year>", func(m *match) Value { return m.in(m.kids[0]) }},
	{"last holiday", "({last}|{next}|{this}) <_holiday>", func(m *match) Value { return Side{m.direction(), m.kid()} }},
	{"nth of", "the ({ordinal}|last|final|very first|very last) ({weekday}|{unit}) (of|in) <_within>", func(m *match) Value { return m.nth() }},
	{"_within", "<new year>|<month>|<month year>|<_year>|<season year>|<last unit>|<quarter year>|{this} {month}|<_named>|<_unit>", func(m *match) Value {
		if m.has("this") && m.has("month") {
			return Side{0, Named{Month: m.v("month")}}
		}
		return m.kid()
	}},
	{"last days of", "the ({ordinal}|last|final|closing) (few|several)? (days|weeks|months) of <_within>", func(m *match) Value {
		if m.has("ordinal") && m.ordinal() != 1 {
			return nil
		}
		if m.has("ordinal") {
			return Part{1, m.kid()}
		}
		return Part{3, m.kid()}
	}},
	{"business year", "fy ({year}|{num})", func(m *match) Value {
		y := m.whole()
		if y < 100 {
			y = century(y)
		}
		if y < 1000 || y > 2200 {
			return nil
		}
		return On{edtf.OfYear(y)}
	}},
	{"H1", "{halfname} (of|in|,)? <_year>", func(m *match) Value { return Part{m.v("halfname") + 10, m.kid()} }},
	{"overnight", "overnight", overnight},
	{"holiday week", "the? <_holiday> week", func(m *match) Value { return WeekOf{m.kid()} }},
	{"week before holiday", "the (week|weekend) (before|after) <_holiday>", func(m *match) Value {
		u, n := Week, 1
		if m.lit("weekend") {
			u = Weekend
		}
		if m.lit("before") {
			n = -1
		}
		return UnitFrom{n, u, m.kid()}
	}},
	{"holiday weekend", "the? (<_holiday>|<month day>|<day month>) weekend <_in year>?", func(m *match) Value {
		if len(m.kids) > 1 {
			return WeekendOf{In{m.kids[0], m.kids[1]}}
		}
		return WeekendOf{m.kid()}
	}},
	{"nine eleven", "{num} / {num}", func(m *match) Value {
		if a, b := m.ps[m.from], m.ps[m.to-1]; a.lower != "9" || b.lower != "11" {
			return nil
		}
		return On{edtf.DayOf(2001, 9, 11).Date()}
	}},

	{"D-Day", "d - day|ve day|v - e day", func(m *match) Value {
		if !m.ps[m.from].capital || !m.ps[m.to-1].capital {
			return nil // "d-day" is the day of anything
		}
		if m.lit("d") {
			return On{edtf.DayOf(1944, 6, 6).Date()}
		}
		return On{edtf.DayOf(1945, 5, 8).Date()}
	}},

	// Two dates that share a word.
	{"_to", "({dash}|to|and|&|or|/|through|until|till)", nil},
	{"ordinal days of month", "the? {ordday} <_to> the? {ordday} of? {month} (<_a year>)?|{month} {ordday} <_to> {ordday} (<_a year>)?", func(m *match) Value {
		var at []int
		for _, e := range m.elements {
			if e.class == m.m.classes["ordday"] {
				at = append(at, e.piece)
			}
		}
		return m.twoDays(at[0], at[1])
	}},
	{"days of month", "{month} {day} <_to> {day} (<_a year>)?", func(m *match) Value { return m.twoDays(m.from+1, m.from+3) }},
	{"days month", "{day} <_to> {day} {month} (<_a year>)?", func(m *match) Value { return m.twoDays(m.from, m.from+2) }},
	{"months of year", "({month}|<month day>|<day month>|early {month}|late {month}|the? {season}) <_to> (<month year>|<month day year>|<day month year>|<season year>)", func(m *match) Value {
		return m.sharedYear()
	}},
	{"years", "{year} ({dash}|/) {num}", func(m *match) Value { return m.twoYears() }},

	// Seasons, quarters, halves.
	{"season", "the? {season} months?", bareSeason},
	{"winter of two years", "the? {season} of? {year} ({dash}|/) {num}", func(m *match) Value {
		p := &m.ps[m.to-1]
		y := m.ps[m.to-3].num / 100
		if m.v("season") != 24 || len(p.lower) != 2 && len(p.lower) != 4 || p.num/100%100 != (y+1)%100 {
			return nil
		}
		return On{edtf.OfSub(y, 24)}
	}},
	{"season year", "the? {season} <_a year>", func(m *match) Value { return m.in(Named{Month: m.v("season")}) }},
	{"quarter", "the? fiscal? {dash}? ({ordinal}|{ordday}) fiscal? quarter|({ordinal}|{ordday}) {dash} quarter", func(m *match) Value {
		if m.lit("fiscal") && m.outer { // which months it has is the company's affair; it is named in the year that runs
			return m.quarter(In{Named{Month: 32 + m.ordinal()}, Deictic{0, Year}})
		}
		return m.quarter(Named{Month: 32 + m.ordinal()})
	}},
	{"last quarter of", "the (last|final|closing) quarter (of|in) (<_year>|{last} year|{next} year|the year)", func(m *match) Value {
		if m.kid() == nil && !m.has("last") && !m.has("next") {
			return In{Named{Month: 36}, The{Year}}
		}
		if on, ok := m.kidOn(); ok {
			y, _, _ := on.Date.Fields()
			return On{edtf.OfSub(y, 36)}
		}
		n := 1
		if m.piece("last") != nil && m.ps[m.to-2].lower == "last" {
			n = -1
		}
		return In{Named{Month: 36}, Deictic{n, Year}}
	}},
	{"quarter year", "the? fiscal? ({ordinal}|{ordday}) {dash}? quarter (<_a year>|<fiscal year>|of <fiscal year>)", func(m *match) Value {
		return m.quarter(m.in(Named{Month: 32 + m.ordinal()}))
	}},
	{"two quarters", "the? {ordinal} (and|or|to|through) the? {ordinal} fiscal? quarters (<_a year>|of? <fiscal year>|of? <business year>)?", func(m *match) Value {
		n, at := m.ordinals()
		if len(n) != 2 || n[0] >= n[1] || n[1] > 4 {
			return nil
		}
		first, second := m.in(Named{Month: 32 + n[0]}), m.in(Named{Month: 32 + n[1]})
		if m.kid() == nil {
			first = From{second, 100 * (n[0] - n[1]), Quarter} // of one year
		}
		return pair{first, second, at[0] + 1}
	}},
	{"year's quarter", "({this}|{last}|{next}) year 's fiscal? ({ordinal}|{ordday}) {dash}? quarter", func(m *match) Value {
		return m.quarter(In{Named{Month: 32 + m.ordinal()}, Deictic{m.direction(), Year}})
	}},
	{"the 1988 quarter", "the {year} (period|quarter)|the (same|corresponding|comparable) (period|quarter) (in|of) {year}", func(m *match) Value { return SameQuarter{m.whole()} }},
	{"year ordinal quarter", "the? {year} {ordinal} {dash}? quarter", func(m *match) Value {
		if m.ordinal() > 4 {
			return nil
		}
		return On{edtf.OfSub(m.whole(), 32+m.ordinal())}
	}},
	{"Q", "{quartername}", func(m *match) Value { return Named{Month: 32 + m.v("quartername")} }},
	{"Q year", "{quartername} <_a year>", func(m *match) Value { return m.in(Named{Month: 32 + m.v("quartername")}) }},
	{"half year", "(the|its|her|his)? ({half}|last) half (of <_year>|<_this year>|<_that year>|of <decade>|of <century>|of <month>|of <month year>|of <last unit>|of <_unit>)", func(m *match) Value {
		if m.lit("last") {
			return Part{Which: 12, Of: m.kid()}
		}
		return Part{Which: m.v("half") + 10, Of: m.kid()}
	}},

	{"the second half", "the {half} half", func(m *match) Value { // of reports on quarters alone; see Story.Find
		if m.next("of", "century", "hour") {
			return nil
		}
		return Part{m.v("half") + 10, Deictic{0, Year}}
	}},
}
