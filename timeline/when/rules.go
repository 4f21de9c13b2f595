package when

import (
	"fmt"
	"slices"

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

var rules = slices.Concat(holidayRules(), []rule{
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
	{"_weekday", "{this}? ({last}|{next})? {weekday} ,?", nil},
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
	{"month day", "<_weekday>? {month} <_day number>", monthDay},
	{"day month", "<_weekday>? <_of day> {month}", monthDay},
	{"month day year", "<_weekday>? {month} <_day number> <_a year>", monthDayYear},
	{"day month year", "<_weekday>? <_of day> {month} <_a year>", monthDayYear},
	{"month", "{month}", bareMonth},
	{"month year", "{month} <_a year>", func(m *match) Value { return m.in(Named{Month: m.v("month")}) }},
	{"weekday", "{weekday}", bareWeekday},
	{"Friday the 13th", "{weekday} ,? the {ordday}", func(m *match) Value { return Named{Day: m.v("ordday"), Weekday: m.v("weekday")} }},
	{"year", "<_year>", bareYear},
	{"around date", "(around|about|circa|ca.|ca|c.|approximately|roughly) (<_calendar>|<_year>|<month year>|<year BC>|<century>|<decade>|<clock>|<clock day>|<military clock day>|<weekday morning>|<morning of>|<year end>|<year-end>|<season year>)", around},
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
	{"century", "the? ({ordinal}|{ordday}) {dash}? century", func(m *match) Value {
		if m.ps[m.to-1].capital && m.beside(1).capital {
			return nil // a company
		}
		return On{edtf.OfCentury(100 * (m.ordinal() - 1))}
	}},
	{"centuries", "the? ({ordinal}|{ordday}) <_to> the? ({ordinal}|{ordday}) {dash}? centuries", func(m *match) Value { return m.twoCenturies() }},
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
	{"day of unit", "the {ordday} (day)? of (that|the {same}|the {following}|the {next}|the {prev}|{last}|{next}|{this}) month", func(m *match) Value {
		day, n := Named{Day: m.v("ordday")}, m.direction()
		switch {
		case m.has("following"), m.lit("the") && m.has("next"):
			return In{day, Told{1, Month}}
		case m.has("prev"):
			return In{day, Told{-1, Month}}
		case m.lit("that"), m.has("same"):
			return In{day, Told{0, Month}}
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
	{"_within", "<month>|<month year>|<_year>|<season year>|<last unit>|<quarter year>|{this} {month}|<_named>|<_unit>", func(m *match) Value {
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
	{"holiday weekend", "the? <_holiday> weekend", func(m *match) Value { return WeekendOf{m.kid()} }},
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

	// Today and its neighbours.
	{"day word", "{dayword}", func(m *match) Value { return m.dayWord() }},
	{"tonight", "tonight", func(m *match) Value { return At{Deictic{0, Day}, Night, -1} }},
	{"day after tomorrow", "the day after tomorrow", func(m *match) Value { return Ago{200, Day, false} }},
	{"day before yesterday", "the day before yesterday", func(m *match) Value { return Ago{-200, Day, false} }},
	{"coming week", "the coming {unit}", func(m *match) Value {
		if m.unit() < Day || m.unit() == Season {
			return nil
		}
		return Ahead{m.unit()}
	}},
	{"last unit", "the? ({last}|{next}|{this}) {unit}", deictic},
	{"Fridays ago", "<_number> ({weekdays}|{weekday}) ago", func(m *match) Value {
		day := Named{Weekday: m.v("weekday") + m.v("weekdays")}
		return From{Side{-1, day}, 100 - m.count(), Week}
	}},
	{"weekend of", "the weekend (of|beginning|starting) <_calendar>", func(m *match) Value { return WeekendOf{m.kid()} }},
	{"first weekend of", "the ({ordinal}|last) weekend (of|in) (<month>|<month year>|{this} {month})", func(m *match) Value {
		of := m.kid()
		if of == nil {
			of = Side{0, Named{Month: m.v("month")}}
		}
		n := m.ordinal()
		if m.lit("last") {
			n = -1
		}
		if n > 5 {
			return nil
		}
		return WeekendOf{Nth{n, Day, 6, of}}
	}},
	{"week of", "the week (of|beginning|starting) <_calendar>", func(m *match) Value { return WeekOf{m.kid()} }},
	{"that holiday", "that <_holiday>", func(m *match) Value { return In{m.kid(), Told{0, Year}} }},
	{"that named", "(that {same}?|the same) <_named>", func(m *match) Value { return That{m.kid()} }},
	{"that unit", "(that|the? {same}) {same}? {unit}", func(m *match) Value { return m.told(0) }},
	{"following unit", "the ({following}|next) {unit}", func(m *match) Value { return m.told(1) }},
	{"previous unit", "(the|a) {prev} {unit}", func(m *match) Value { return m.told(-1) }},
	{"the unit", "the (current|full|fiscal|full fiscal|current fiscal)? {unit}", theUnit},
	{"latest period", "(the|its) latest (period|quarter)", func(m *match) Value { return Comparable{} }},
	{"year-earlier period", "the? (year {dash}? (earlier|ago)) (period|quarter)|the? year {dash}? (earlier|ago) {ordinal} quarter|the (corresponding|comparable|same) (period|quarter) (of the year {dash}? earlier|{last} year|a year (earlier|ago|before))|{last} year 's quarter|the (quarter|period) a year (ago|earlier|before)", func(m *match) Value { return Comparable{4} }},
	{"year-earlier months", "the? year {dash} (earlier|ago) <_measure>", func(m *match) Value { return m.length() }},
	{"year-earlier", "year {dash} (earlier|ago)", func(m *match) Value { return Later{N: -100, Unit: Year} }},
	{"day after date", "the day (after|before) (<_calendar>|<_holiday>|<last weekday>|{weekday})", func(m *match) Value {
		n := 100
		if m.lit("before") {
			n = -n
		}
		return From{m.dayOrKid(), n, Day}
	}},
	{"week before last", "the {unit} (before last|after next)", func(m *match) Value {
		if m.unit() < Week {
			return nil
		}
		if m.lit("before") {
			return Deictic{-2, m.unit()}
		}
		return Deictic{2, m.unit()}
	}},
	{"this period", "(this|that|the same) (period|time)", func(m *match) Value {
		if !m.before("during", "throughout", "over", "in") || m.lit("time") && m.before("in", "over") || m.next("of", "in", "last") {
			return nil
		}
		return SameTime{}
	}},
	{"month before", "the {unit} (before|after|earlier|later|following)", func(m *match) Value {
		n := 1
		if m.lit("before") || m.lit("earlier") {
			n = -1
		}
		if m.lit("following") && m.tag(1).Verb() {
			return m.told(n)
		}
		return m.ifNext(m.told(n), ".", ",", ";", "", "and", "but")
	}},
	{"week after that", "the {unit} (before|after) that", func(m *match) Value {
		if m.lit("before") {
			return m.told(-1)
		}
		return m.told(1)
	}},
	{"day after", "the day (after|later)", func(m *match) Value { return m.told(m.beyond(1)) }},
	{"day before", "the day before", func(m *match) Value { return m.told(m.beyond(-1)) }},
	{"last weekday", "{this}? ({last}|{next}|{this}) <_named>", func(m *match) Value {
		if m.before("the") && m.next("of") && !m.has("this") {
			return refused{} // "the last winter of the war"
		}
		return Side{m.direction(), m.kid()}
	}},
	{"Monday last", "{weekday} (last|next)", func(m *match) Value {
		day := Named{Weekday: m.v("weekday")}
		side := Side{-1, day}
		if m.lit("next") {
			side.Side = 1
		}
		if m.before("by", "on", "until", "till", "since") && !m.m.is(m.beside(1), "unit") && !m.m.is(m.beside(1), "month") {
			return side
		}
		return m.ifNext(side, ".", ",", ";", "", "the", "at", "in", "to", "and")
	}},
	{"last month day", "{this}? ({last}|{next}) (<month day>|<day month>)", func(m *match) Value { return Side{m.direction(), m.kid()} }},
	{"the following weekday", "the ({following}|next) <_named>", func(m *match) Value { return After{1, m.kid()} }},
	{"the previous weekday", "the ({prev}) <_named>", func(m *match) Value { return After{-1, m.kid()} }},
	{"weekday of week", "{weekday} (of|in)? ({last}|{next}|{this}) week", func(m *match) Value {
		return In{Named{Weekday: m.v("weekday")}, Deictic{m.direction(), Week}}
	}},
	{"month of year this", "(earlier|later) {this} {unit}", func(m *match) Value { return Part{m.earlierLater(), Deictic{0, m.unit()}} }},
	{"earlier in the month", "(earlier|later) (in|on)? (the|that) {same}? {unit}", func(m *match) Value {
		return Part{m.earlierLater(), m.theOrThat()}
	}},
	{"late in the year", "very? {part} in (the|that) {same}? {unit}", func(m *match) Value {
		if m.unit() < Day {
			return nil
		}
		return Part{m.v("part"), m.theOrThat()}
	}},
	{"same month last year", "the same ({unit}|<_named>) (of|in)? ({last} year|a year (ago|earlier|before)|the {prev} year)", func(m *match) Value {
		return YearBefore{m.unit()}
	}},
	{"a week ago Monday", "a week ago {weekday}", func(m *match) Value {
		return From{Named{Weekday: m.v("weekday")}, -100, Week}
	}},
	{"first Monday after", "the ({ordinal}|{ordday}|very first)? {weekday} (after|before|following|preceding) (<_calendar>|<_holiday>|<holiday year>)", func(m *match) Value {
		n := max(m.ordinal(), 1)
		if m.lit("before") || m.lit("preceding") {
			n = -n
		}
		return WeekdayFrom{n, m.v("weekday"), m.kid()}
	}},
	{"the Monday after", "the <_named> (after|before)", func(m *match) Value {
		side := 1
		if m.lit("before") {
			side = -1
		}
		return m.ifNext(After{side, m.kid()}, ".", ",", ";", "", "and", "at", "in")
	}},
	{"this day in 1944", "(this|that|the same) day in {year}", func(m *match) Value {
		if m.lit("this") {
			return DayOfYear{m.whole(), Deictic{0, Day}}
		}
		return DayOfYear{m.whole(), Told{0, Day}}
	}},
	{"earlier today", "(earlier|later) (on|in)? (<_point>|{weekday}|<day word>)", func(m *match) Value { return m.dayOrKid() }},

	// Shifts.
	{"ago", "{about}? (<_number>|a|an|one) {dash}? ({unit}|{units}) {dash}? ago", func(m *match) Value { return Ago{-m.count(), m.unit(), false} }},
	{"ago today", "{about}? (<_number>|a|an) ({unit}|{units}) ago (today|this week|this month|this {month}|this {season}|on? {weekday})", func(m *match) Value {
		now := Value(Deictic{0, Day})
		switch {
		case m.unit() < Month:
			return nil
		case m.lit("week"):
			now = Deictic{0, Week}
		case m.lit("month"):
			now = Deictic{0, Month}
		case m.lit("this"):
			now = Side{0, Named{Month: m.v("month") + m.v("season")}}
		case m.has("weekday"):
			now = Named{Weekday: m.v("weekday")}
		}
		n := m.count() * monthsOf[m.unit()] / 12
		if n%100 != 0 {
			return nil
		}
		return YearsBefore{n / 100, now}
	}},
	{"nights ago", "(<_number>|a) (nights|night|mornings|evenings) ago", func(m *match) Value {
		part := Night
		switch {
		case m.lit("mornings"):
			part = Morning
		case m.lit("evenings"):
			part = Evening
		}
		return At{Ago{-m.count(), Day, false}, part, -1}
	}},
	{"half ago", "{about}? (half (an|a) {unit}|(<_number>|a|an) {unit} and a half) ago", func(m *match) Value { return Ago{-m.halves(), m.unit(), false} }},
	{"half later", "{about}? (half (an|a) {unit}|(<_number>|a|an) {unit} and a half) (later|earlier)", func(m *match) Value {
		if m.lit("earlier") {
			return Later{N: -m.halves(), Unit: m.unit()}
		}
		return Later{N: m.halves(), Unit: m.unit()}
	}},
	{"some years ago", "(between|from)? <_number> (and|to|or|-|–) <_number> {units} ago", func(m *match) Value {
		var n []int
		for _, e := range m.elements {
			if p := &m.ps[e.piece]; p.num > 0 {
				n = append(n, p.num)
			}
		}
		if len(n) != 2 || n[0] >= n[1] {
			return nil
		}
		return AgoBetween{Ago{-n[0], m.unit(), false}, Ago{-n[1], m.unit(), false}}
	}},
	{"a couple ago", "{about}? a couple of {units} ago", func(m *match) Value { return Ago{-200, m.unit(), true} }},
	{"long ago", "(long|a (long|short)? while|(a|some) (long|short)? time) ago", func(m *match) Value {
		if m.before("that", "so", "too", "how", "not") {
			return nil
		}
		return Ref{"PAST_REF"}
	}},
	{"ago about", "(more|less) than (<_number>|a|an) ({unit}|{units}) ago|at least <_number> {units} ago|a {unit} or (so|{num}|more) ago", func(m *match) Value {
		if m.lit("or") {
			return Ago{-100, m.unit(), true} // "a week or two ago"
		}
		return Ago{-m.count(), m.unit(), true}
	}},
	{"earlier", "<_about>? (<_number>|a|an) ({unit}|{units}) (earlier|previously)", func(m *match) Value { return m.later(-m.count()) }},
	{"later", "<_about>? (<_number>|a|an) ({unit}|{units}) (later|afterwards|afterward)", func(m *match) Value { return m.later(m.count()) }},
	{"before that", "(<_number>|a|an) ({unit}|{units}) before that?", func(m *match) Value { return m.ifNext(Later{N: -m.count(), Unit: m.unit()}, "that", ",", ".") }},
	{"after that", "(<_number>|a|an) ({unit}|{units}) after that", func(m *match) Value { return Later{N: m.count(), Unit: m.unit()} }},
	{"from now", "(<_number>|a|an) ({unit}|{units}) (from (now|today)|hence)", func(m *match) Value { return Ago{m.count(), m.unit(), false} }},
	{"week from Friday", "(<_number>|a|an) ({unit}|{units}) from (<day word>|<last weekday>|{weekday})", func(m *match) Value {
		if m.next("to", "until", "till", "through", "-", "–") {
			return nil // how long, and from when to when
		}
		return From{m.dayOrKid(), m.count(), m.unit()}
	}},
	{"Monday week", "({weekday}|today|tomorrow) week", func(m *match) Value {
		if m.has("weekday") {
			return m.ifNext(From{Side{1, Named{Weekday: m.v("weekday")}}, 100, Week}, ".", ",", ";", "", "to", "and", "at", "in", "for", "with")
		}
		if m.lit("tomorrow") {
			return Ago{800, Day, false}
		}
		return Ago{700, Day, false}
	}},
	{"a week on Monday", "(<_number>|a|an) (week|weeks|fortnight) (on {weekday}|last {weekday}|today|tomorrow)", func(m *match) Value {
		days := map[bool]int{false: 7, true: 14}[m.lit("fortnight")] * m.count()
		switch {
		case m.has("weekday"):
			if m.tag(1).Noun() {
				return nil // "a week on Friday shifts"
			}
			if m.lit("last") {
				return From{Side{-1, Named{Weekday: m.v("weekday")}}, -days / 7, Week}
			}
			return From{Side{1, Named{Weekday: m.v("weekday")}}, days / 7, Week}
		case m.lit("tomorrow"):
			return Ago{days + 100, Day, false}
		}
		return m.ifNext(Ago{days, Day, false}, ".", ",", ";", "", "to", "and", "or", "at", "in", "for", "with")
	}},
	{"in two weeks' time", "(<_number>|a|an) ({unit}|{units}) ('|'s) time", func(m *match) Value {
		if !m.before("in") || m.unit() < Hour {
			return nil
		}
		return Ago{m.count(), m.unit(), false}
	}},
	{"after date", "(<_number>|a|an) ({unit}|{units}) (after|before) (<_calendar>|<_holiday>)", func(m *match) Value {
		n := m.count()
		if m.lit("before") {
			n = -n
		}
		return From{m.kid(), n, m.unit()}
	}},
	{"few ago", "(a|the)? {several} {units} ago|{units} ago", func(m *match) Value { return Ref{"PAST_REF"} }},
	{"few later", "(a|the)? {several}? {units} (later|earlier)", func(m *match) Value { return SomeLater{m.unit(), m.lit("earlier")} }},

	// Part of day.
	{"weekday morning", "({weekday}|<_dated>|<that named>) ,? {daypart}", func(m *match) Value { return At{m.dayOrKid(), DayPart(m.v("daypart")), -1} }},
	{"_dated", "<month day>|<day month>|<month day year>|<day month year>|<numeric date>|<last weekday>|<day word>", same},
	{"late Tuesday or last spring", "({part}|mid) {dash}? ({weekday}|<day word>|<last weekday>)", func(m *match) Value {
		return Part{m.v("part"), m.dayOrKid()}
	}},
	{"early hours", "the? (early|small|early {daypart}|late {daypart}) hours (of|on)? (<_calendar>|{weekday}|<day word>|<last weekday>|<_holiday>)", func(m *match) Value {
		part := Morning
		if m.has("daypart") {
			part = DayPart(m.v("daypart"))
		}
		return At{m.dayOrKid(), part, -1}
	}},
	{"late Tuesday night", "{part} on? {weekday} {daypart}", func(m *match) Value { return At{Named{Weekday: m.v("weekday")}, DayPart(m.v("daypart")), -1} }},
	{"this morning", "(early|late|earlier|later)? {this} {daypart}", func(m *match) Value { return At{Deictic{0, Day}, DayPart(m.v("daypart")), -1} }},
	{"last night", "(early|late)? {last} {daypart}", func(m *match) Value { return At{Deictic{-1, Day}, DayPart(m.v("daypart")), -1} }},
	{"that morning", "(early|late|later|earlier)? (that|the {same}) {same}? {daypart}", func(m *match) Value { return At{Told{0, Day}, DayPart(m.v("daypart")), -1} }},
	{"the previous evening", "the {prev} {daypart}|the {daypart} before", func(m *match) Value {
		if m.lit("before") && !m.next(".", ",", ";", "") {
			return nil // "the night before the vote"
		}
		return At{Told{-1, Day}, DayPart(m.v("daypart")), -1}
	}},
	{"the next morning", "(early|late)? the ({following}|next) {daypart}", func(m *match) Value { return At{Told{1, Day}, DayPart(m.v("daypart")), -1} }},
	{"morning of", "(early|late)? in? the? {daypart} <_zone>? (of|on)? (<_calendar>|<weekday>|<day word>|<_holiday>)|the? {daypart} (of|on) <_the day>", func(m *match) Value { return At{m.dayOrKid(), DayPart(m.v("daypart")), -1} }},
	{"night of days", "the? {daypart} of the? (<days month>|<days of month>|<ordinal days of month>)", func(m *match) Value {
		two, ok := m.kid().(pair)
		if !ok {
			return nil
		}
		two.first = At{two.first, DayPart(m.v("daypart")), -1}
		return two
	}},
	{"mid-afternoon yesterday", "(mid|early|late) {dash}? {daypart} (of|on)? (<_calendar>|{weekday}|<day word>|<_the day>)", func(m *match) Value {
		return At{m.dayOrKid(), DayPart(m.v("daypart")), -1}
	}},
	{"mid-afternoon", "(mid|early|late) {dash}? {daypart}", func(m *match) Value { return At{nil, DayPart(m.v("daypart")), -1} }},
	{"noon", "{daypart}", func(m *match) Value {
		if m.v("daypart") < 5 || m.v("daypart") > 6 || m.next("oil", "sun", "mass", "blue", "snack", "express") || m.name() || m.before("high") && !among(m.beside(-2).lower, timePrepositions) && m.beside(-2).lower != "at" {
			return nil
		}
		return At{nil, DayPart(m.v("daypart")), -1}
	}},
	{"by nightfall", "{daypart}", func(m *match) Value {
		if m.v("daypart") < int(Dawn) || !m.before("at", "by", "before", "after", "until", "till", "since", "from", "around") || m.next("of", "on", "-") {
			return nil
		}
		return At{nil, DayPart(m.v("daypart")), -1}
	}},
	{"in the evening", "the {daypart}", func(m *match) Value {
		if p := m.v("daypart"); p > int(Night) || !m.before("in", "by", "during", "until", "throughout") && !(m.before("of") && m.beside(-2).lower == "out") || m.next("of", "-", "after", "before", "when", "that") || m.tag(1).Noun() {
			return nil
		}
		return At{nil, DayPart(m.v("daypart")), -1}
	}},
	{"at night", "night", func(m *match) Value {
		if !m.before("at", "by") || m.next("-") {
			return nil
		}
		return Ref{"XXXX-XX-XXTNI"}
	}},
	{"clock", "<_clock>", bareClock},
	{"clock to clock", "({num}|{clock}|{point}) <_to> ({num}|{clock}|{point}) {ampm} <_zone>? ((on|,)? (<_calendar>|<weekday>|<day word>|<last weekday>))?", func(m *match) Value { return m.twoClocks() }},
	{"half past", "half past <_number>|a? quarter (past|to) <_number>", func(m *match) Value {
		minutes := 30
		switch {
		case m.lit("to"):
			minutes = -15
		case m.lit("quarter"):
			minutes = 15
		}
		h := m.count() / 100
		if h < 1 || h > 12 || !m.before("at", "by", "until", "till", "around", "about", "after", "before", "since", "from", "past", "nearly") {
			return nil
		}
		return At{nil, 0, 60*h + minutes}
	}},
	{"_clock", "(<_number>|{clock}|{point}) o'clock? (in the|at|that) {daypart}|({clock}|{point}|{num}|{number}) {ampm} <_zone>?|{clock} (hours|hrs)? <_zone>?|<_number> o'clock", nil},
	{"_zone", "{zone}|local time|(eastern|central|mountain|pacific|greenwich|moscow) (standard|daylight|summer|mean)? time", nil},
	{"military clock day", "<military clock> (on|,)? (<_calendar>|{weekday}|<day word>|<last weekday>)", func(m *match) Value {
		at, ok := m.kids[0].(At)
		if !ok {
			return nil
		}
		day := Value(Named{Weekday: m.v("weekday")})
		if len(m.kids) > 1 {
			day = m.kids[1]
		}
		return At{day, 0, at.Clock}
	}},
	{"military clock", "({num}|{year}) (hours|{zone})", func(m *match) Value {
		if m.lit("hours") && !m.before("at", "by", "until", "till", "from", "since", "around", "before", "after") {
			return nil
		}
		if p := &m.ps[m.from]; !digit(p.lower[0]) || len(p.lower) != 4 || p.num%10000 >= 6000 || p.num >= 240000 {
			return nil
		}
		return At{nil, 0, m.ps[m.from].num/10000*60 + m.ps[m.from].num/100%100}
	}},
	{"clock tomorrow morning", "(<_number>|{clock}|{point}) (on)? ({weekday}|<day word>|{this}) {daypart}", func(m *match) Value {
		if !m.has("clock") && !m.has("point") && !m.before("at", "by", "until", "till", "about", "around", "from", "before", "after") || m.count() > 1200 {
			return nil
		}
		var day Value = Deictic{0, Day}
		if !m.has("this") {
			day = m.dayOrKid()
		}
		return At{day, 0, m.clock()}
	}},
	{"clock every day", "(<_clock>|<_number>) (every|each) (day|{daypart}|{weekday})", func(m *match) Value {
		if !m.has("ampm") && !m.has("clock") && !m.has("point") && (!m.has("daypart") || !m.before("at", "by", "from", "until", "around", "about") || m.count() > 1200) {
			return nil
		}
		return Daily{m.clock(), m.v("weekday")}
	}},
	{"clock of the next day", "(<_clock>|<_number>) (on|,)? the ({following}|next|{same}|{prev}) (day|{daypart})", func(m *match) Value {
		bare := !m.has("ampm") && !m.has("clock") && !m.has("point") && !m.lit("o'clock")
		if bare && (!m.has("daypart") || !m.before("at", "by", "until", "till", "about", "around", "from", "before", "after") || m.count() > 1200) {
			return nil
		}
		n := 1
		switch {
		case m.has("same"):
			n = 0
		case m.has("prev"):
			n = -1
		}
		return At{Told{n, Day}, 0, m.clock()}
	}},
	{"clock day", "(<_clock>) (on|,)? (<_calendar>|<weekday>|<day word>|<last weekday>) {daypart}?", func(m *match) Value { return At{m.dayOrKid(), 0, m.clock()} }},
	{"day clock", "(<_calendar>|<weekday>|<day word>|<last weekday>) (at|,)? (<_clock>)", func(m *match) Value { return At{m.dayOrKid(), 0, m.clock()} }},

	// Early, mid and late.
	{"_named", "{weekday}|{month}|{season}", func(m *match) Value { return m.named() }},
	{"_calendar", "<month day>|<day month>|<month day year>|<day month year>|<numeric date>", same},
	{"_point", "<month>|<month year>|<_year>|<season year>|<decade>|<last unit>|<last weekday>|<century>|<quarter year>|<quarter>", same},
	{"_seasoned", "{season}", func(m *match) Value { return m.named() }},
	{"early", "(the|very)? {part} {dash}? in? <_point>|(the|very)? {part} {dash}? (in|the|in the)? (<_point>|<_seasoned>|<_that year>|<_following year>|<_previous year>)", func(m *match) Value {
		if on, ok := m.kidOn(); ok && on.Date.Unit() == edtf.UnitDecade && m.before("his", "her", "their", "my", "our", "your", "one's") {
			return refused{} // "in their early 20s"
		}
		return Part{m.v("part"), m.kid()}
	}},
	{"end of", "the? (very)? {partof} (of|to) (<_point>|<_unit>|the? <_seasoned>)", func(m *match) Value { return Part{m.v("partof"), m.kid()} }},
	{"part of", "the? (early|latter|late|later) (part|half|days|stages|months) of (<_point>|<_unit>|the? <_seasoned>)", func(m *match) Value {
		if m.lit("early") {
			return Part{1, m.kid()}
		}
		if m.lit("half") {
			return Part{12, m.kid()}
		}
		return Part{13, m.kid()}
	}},
	{"_unit", "(the|this|that) {unit}", func(m *match) Value {
		if m.lit("this") {
			return Deictic{0, m.unit()}
		}
		if m.lit("the") {
			return The{m.unit()}
		}
		return Told{0, m.unit()}
	}},
	{"mid-month", "(mid|early|late) {dash} {unit}|midweek|midyear", func(m *match) Value {
		u := m.unit()
		switch {
		case m.lit("midweek"):
			u = Week
		case m.lit("midyear"):
			u = Year
		}
		if u < Week || u == Weekend || u == Season || m.next("review", "reviews", "election", "elections", "report", "game", "match", "break", "point") {
			return nil
		}
		switch {
		case m.lit("early"):
			return Part{1, The{u}}
		case m.lit("late"):
			return Part{3, The{u}}
		}
		return Part{2, The{u}}
	}},
	{"year-end", "year - end", func(m *match) Value {
		if m.before("since") {
			return Part{4, Deictic{-1, Year}}
		}
		return Part{4, Deictic{0, Year}}
	}},
	{"year end", "{unit} 's end|year end|(month|quarter) {dash} end", func(m *match) Value {
		switch u := m.unit(); {
		case u == Week, u == Month, u == Quarter, u == Year:
			return Part{3, Deictic{0, u}}
		case m.lit("month"):
			return Part{3, Deictic{0, Month}}
		case m.lit("quarter"):
			return Part{3, Deictic{0, Quarter}}
		case m.lit("year"):
			return Part{3, Deictic{0, Year}}
		}
		return nil
	}},
	{"end-June", "end {dash} (<month>|<month year>|<_year>)", func(m *match) Value { return Part{3, m.kid()} }},
}, lengthRules)
