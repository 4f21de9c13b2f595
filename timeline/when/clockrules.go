package when

import "annals/timeline/edtf"

// clockRules read parts of the day and times by the clock.
var clockRules = []rule{
	// Part of day.
	{"weekday morning", "({weekday}|<_dated>|<that named>|<_holiday>) ,? {daypart}", func(m *match) Value {
		if m.outer && m.has("weekday") && (m.anyIn() || m.from > 0 && m.piece("daypart").capital && m.beside(1).capital) {
			return refused{} // nor "Thursday Night Football"
		}
		return At{m.dayOrKid(), DayPart(m.v("daypart")), -1}
	}},
	{"Monday at noon", "({weekday}|<_dated>|<that named>) at {daypart}", func(m *match) Value {
		if DayPart(m.v("daypart")) < Night {
			return nil
		}
		return At{m.dayOrKid(), DayPart(m.v("daypart")), -1}
	}},
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
	{"last night", "(early|late)? {last} {daypart}", func(m *match) Value {
		if m.piece("last").lower == "past" && m.v("daypart") > int(Night) {
			return nil // "past midnight"
		}
		return At{Deictic{-1, Day}, DayPart(m.v("daypart")), -1}
	}},
	{"midnight tonight", "{daypart} tonight", func(m *match) Value { return At{Deictic{0, Day}, DayPart(m.v("daypart")), -1} }},
	{"that morning", "(early|late|later|earlier)? (that|the {same}) {same}? {daypart}", func(m *match) Value { return At{Told{0, Day}, DayPart(m.v("daypart")), -1} }},
	{"the night before last", "the {daypart} before last", func(m *match) Value { return At{Deictic{-2, Day}, DayPart(m.v("daypart")), -1} }},
	{"the previous evening", "the {prev} {daypart}|the {daypart} (before|after)", func(m *match) Value {
		if m.lit("after") {
			return m.ifNext(At{Told{1, Day}, DayPart(m.v("daypart")), -1}, ".", ",", ";", "")
		}
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
	{"noon", "{daypart} (<_zone>|eastern|central|pacific)?", func(m *match) Value {
		if m.v("daypart") < 5 || m.v("daypart") > 6 || m.next("oil", "sun", "mass", "blue", "snack", "express") || m.name() || m.before("high") && !among(m.beside(-2).lower, timePrepositions) && m.beside(-2).lower != "at" {
			return nil
		}
		return At{nil, DayPart(m.v("daypart")), -1}
	}},
	{"by nightfall", "{daypart}", func(m *match) Value {
		if m.v("daypart") < int(Dawn) || m.ps[m.from].capital && m.beside(1).capital || !m.before("at", "by", "before", "after", "until", "till", "since", "from", "around") || m.next("of", "on", "-", "to") {
			return nil
		}
		return At{nil, DayPart(m.v("daypart")), -1}
	}},
	{"in the evening", "the {daypart}", func(m *match) Value {
		if p := m.v("daypart"); p > int(Night) || !m.before("in", "by", "during", "until", "through", "throughout") && !(m.before("of") && m.beside(-2).lower == "out") || m.next("of", "-", "after", "before", "when", "that") || m.tag(1).Noun() {
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
	{"clock to clock", "({num}|{clock}|{point}) <_to> ({num}|{clock}|{point}) ({ampm} <_zone>?|in the {daypart}) ((on|,)? (<_calendar>|<weekday>|<day word>|<last weekday>))?", func(m *match) Value { return m.twoClocks() }},
	{"half past", "(half past? <_number>|a? quarter (past|to) <_number>|<_number> minutes? (past|to) <_number>) ((in|on) the {daypart}|that {daypart}|{this} {daypart})?", halfPast},
	{"clock of the morning of", "(<_clock>|<half past>|<_number>) (on|in) <morning of>", func(m *match) Value {
		unlikely := m.onlyHour() && !m.lit("o'clock") && (!m.before("at", "by", "until", "till", "about", "around", "from", "before", "after") || m.count() > 1200)
		return m.clockIn(m.kid(), m.kids[0], unlikely)
	}},
	{"_clock", "(<_number>|{clock}|{point}) o'clock? (in the|at|that) {daypart}|({clock}|{point}|{num}|{number}) {ampm} (<_zone>|ct|mt|eastern|central|mountain|pacific)?|{clock} (hours|hrs)? <_zone>?|{point} (hrs|<_zone>)|<_number> o'clock", nil},
	{"_zone", "{zone}|(local|{zonecity}) time|(u.s.|us)? (eastern|central|mountain|pacific|greenwich|moscow|japan|central european) (standard|daylight|summer|mean)? time", nil},
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
	{"military clock", "({num}|{year}) (hours|hrs|{zone})", func(m *match) Value {
		if (m.lit("hours") || m.lit("hrs")) && !m.before("at", "by", "until", "till", "from", "since", "around", "before", "after") {
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
	{"last night at 9", "(<last night>|<this morning>|<weekday morning>|<tonight>|<the next morning>|<that morning>|<morning of>) ,? (at|around|about) {about}? (<_clock>|<half past>|<_number>)", func(m *match) Value {
		n := m.count()
		return m.clockIn(m.kids[0], m.kid(), m.onlyHour() && (n < 100 || n > 1200 || n%100 != 0 || m.tag(1).Noun()))
	}},
	{"at 9 tomorrow", "<_number> on? (<day word>|{weekday})", func(m *match) Value {
		if h := m.count(); !m.before("at") || h < 100 || h > 1200 || h%100 != 0 || m.tag(1).Noun() {
			return nil
		}
		return At{m.dayOrKid(), 0, m.clock()}
	}},
	{"clock every day", "(<_clock>|<_number>) (every|each) (day|{daypart}|{weekday})", func(m *match) Value {
		if m.onlyHour() && (!m.has("daypart") || !m.before("at", "by", "from", "until", "around", "about") || m.count() > 1200) {
			return nil
		}
		return Daily{m.clock(), m.v("weekday")}
	}},
	{"clock of the next day", "(<_clock>|<_number>) (on|,)? the ({following}|next|{same}|{prev}) (day|{daypart})", func(m *match) Value {
		if m.onlyHour() && !m.lit("o'clock") && (!m.has("daypart") || !m.before("at", "by", "until", "till", "about", "around", "from", "before", "after") || m.count() > 1200) {
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
}

// partRules read parts of a period: early, mid and late.
var partRules = []rule{
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
	{"year-end of year", "year {dash}? end <_in year>", func(m *match) Value { return Part{4, m.kid()} }},
	{"year-end", "year - end", func(m *match) Value {
		if m.before("since") {
			return Part{4, Deictic{-1, Year}}
		}
		return Part{4, Deictic{0, Year}}
	}},
	{"year end", "{unit} 's end|year end|(month|quarter) {dash} end", func(m *match) Value {
		switch u := m.unit(); {
		case u == Week, u == Month, u == Quarter, u == Year, u == Decade, u == Century:
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
}
