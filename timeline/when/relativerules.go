package when

// relativeRules read times that are counted from today or from the last date told.
var relativeRules = []rule{
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
	{"last unit", "(the|{this})? ({last}|{next}|{this}) {unit}", deictic},
	{"Fridays ago", "<_number> ({weekdays}|{weekday}) ago", func(m *match) Value {
		day := Named{Weekday: m.v("weekday") + m.v("weekdays")}
		return From{Side{-1, day}, 100 - m.count(), Week}
	}},
	{"weekend of", "the weekend (of|beginning|starting) (<_calendar>|the? <_two days>)", func(m *match) Value {
		if two, ok := m.kid().(pair); ok {
			return WeekendOf{two.first}
		}
		return WeekendOf{m.kid()}
	}},
	{"_two days", "<days month>|<days of month>|<ordinal days of month>", same},
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
	{"week of", "the week (of|beginning|starting) (<_calendar>|the? <_two days>)", func(m *match) Value {
		if two, ok := m.kid().(pair); ok {
			return Between{two.first, two.second} // it may be one from Sunday to Saturday
		}
		return WeekOf{m.kid()}
	}},
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
	{"day after date", "the (day (after|before)|eve of) (<_calendar>|<_holiday>|<last weekday>|{weekday})", func(m *match) Value {
		n := 100
		if m.lit("before") || m.lit("eve") {
			n = -n
		}
		return From{m.dayOrKid(), n, Day}
	}},
	{"the Monday after next", "the {weekday} (after next|before last)", func(m *match) Value {
		day := Named{Weekday: m.v("weekday")}
		if m.lit("last") {
			return From{Side{-1, day}, -100, Week}
		}
		return From{Side{1, day}, 100, Week}
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
	{"last month day", "({this}|{this}? ({last}|{next})) (<month day>|<day month>)", func(m *match) Value { return Side{m.direction(), m.kid()} }},
	{"the following weekday", "the ({following}|next) <_named>", func(m *match) Value { return After{1, m.kid()} }},
	{"the previous weekday", "the ({prev}) <_named>", func(m *match) Value { return After{-1, m.kid()} }},
	{"weekday of week", "{weekday} (of|in)? ({last}|{next}|{this}) week", func(m *match) Value {
		return In{Named{Weekday: m.v("weekday")}, Deictic{m.direction(), Week}}
	}},
	{"weekdays of week", "{weekday} (or|and|to|through) {weekday} (of|in)? ({last}|{next}|{this}) week", func(m *match) Value {
		week := Deictic{m.direction(), Week}
		first, second := m.twoWeekdays()
		return pair{In{first, week}, In{second, week}, m.from + 1}
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
	{"same month last year", "the same ({unit}|<_named>) (of|in)? ({last} year|a year (ago|earlier|before)|the {prev} year|{year})", func(m *match) Value {
		year := 0
		if m.has("year") {
			year = m.whole()
		}
		return YearBefore{m.unit(), year}
	}},
	{"a week ago Monday", "(<_number>|a) (week|weeks) ago (on? {weekday}|today|tomorrow|yesterday)", func(m *match) Value {
		day := map[bool]Value{true: Named{Weekday: m.v("weekday")}, false: Deictic{0, Day}}[m.has("weekday")]
		switch {
		case m.lit("tomorrow"):
			day = Deictic{1, Day}
		case m.lit("yesterday"):
			day = Deictic{-1, Day}
		}
		return From{day, -m.count(), Week}
	}},
	{"first Monday after", "the ({ordinal}|{ordday}|very first)? {weekday} (after|before|following|preceding) (<_calendar>|the? <_holiday>|<holiday year>)", func(m *match) Value {
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
	{"million years ago", "{about}? <_number> (million|billion) (years|yrs) ago", func(m *match) Value {
		years := min(m.count(), 10_000_000) * 1_000_000
		if m.lit("billion") {
			years *= 1000
		}
		return Ago{-years, Year, false}
	}},
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
	{"summers ago", "<_number> {seasons} (ago|later|earlier)", func(m *match) Value {
		n := m.count()
		if n%100 != 0 || n <= 0 {
			return nil
		}
		v := SeasonsFrom{N: n / 100, Season: m.v("seasons"), Told: !m.lit("ago")}
		if !m.lit("later") {
			v.N = -v.N
		}
		return v
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
		n := m.numbers()
		if len(n) != 2 || n[0] >= n[1] {
			return nil
		}
		return AgoBetween{Ago{-n[0], m.unit(), false}, Ago{-n[1], m.unit(), false}}
	}},
	{"a couple ago", "{about}? a couple of {units} ago", func(m *match) Value { return Ago{-200, m.unit(), true} }},
	{"long ago", "(not (so|too|very)? long|long|a (long|short)? while|(a|some) (long|short)? time) ago", func(m *match) Value {
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
	{"from now", "(<_number>|a|an) ({unit}|{units}) (from (now|today)|hence)", func(m *match) Value {
		if m.lit("today") && m.unit() == Week {
			return Ago{7 * m.count(), Day, false} // "a week from today" is a day
		}
		return Ago{m.count(), m.unit(), false}
	}},
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
	{"after date", "(<_number>|a|an) ({unit}|{units}) (after|before) (<_calendar>|<_holiday>|<holiday year>)", func(m *match) Value {
		n := m.count()
		if m.lit("before") {
			n = -n
		}
		return From{m.kid(), n, m.unit()}
	}},
	{"few ago", "(a|the)? {several} {units} ago|{units} ago", func(m *match) Value { return Ref{"PAST_REF"} }},
	{"few later", "(a|the)? {several}? {units} (later|earlier)", func(m *match) Value { return SomeLater{m.unit(), m.lit("earlier")} }},
}
