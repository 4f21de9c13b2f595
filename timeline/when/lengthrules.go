package when

import "annals/timeline/edtf"

// lengthRules are the rest of the table of rules: lengths, what comes again, past and present as a whole, what only
// histories tell, and what is no time.
var lengthRules = []rule{
	// Durations.
	{"a year", "(a|per|an) {unit}", rate},
	{"one day", "{num} day|some day|someday", oneDay},
	{"duration", "<_measure>", func(m *match) Value { return m.length() }},
	{"_measure", "(<_about>|the {about}?)? <_number> ({unitadj}|more)? {units} (or so|or more)?|<_about>? (<_number> {dash}? {unit}|(a|an) (full|whole)? {unit} (or so|or {num}|or more)?|<_number> {dash} {units})|(a|the) <_number> {dash} {unit} (period|term|span|stretch)|the (whole|entire|full) {unit}|<_number> {open} <_number> {close} ({units}|{unit})", nil},
	{"_about", "{about}|at least|up to|no? (more|less|fewer) than|as {several} as", nil},
	{"years and months", "(<_number>|a|an) ({unit}|{units}) ,? and (<_number>|a|an) ({unit}|{units})", func(m *match) Value { return m.lengths() }},
	{"the past months", "(the|these|those)? ({last}|{next}|{prev}|{following}|first|final) (<_number>|{several}|a few|couple of) ({units}|{unit}) (or so|or more)?", func(m *match) Value { return m.length() }},
	{"next day or two", "(the|this) ({last}|{next}) {unit} or (so|{num}|more)", func(m *match) Value {
		if m.unit() < Minute {
			return nil
		}
		if m.lit("so") && m.unit() >= Day {
			return Deictic{m.direction(), m.unit()}
		}
		return Duration{0, m.unit(), ""}
	}},
	{"few units", "(a|the|these|those)? (few|several|couple|couple of|many|some|numerous) (more)? {units}", func(m *match) Value { return m.length() }},
	{"units", "{units} ((or|and) {units})?", bareUnits},
	{"recent units", "(the|these)? ({last}|recent|coming|next|{following}|early|intervening|final|first|opening|closing|initial|succeeding|ensuing|remaining) {units}", func(m *match) Value { return m.recent() }},
	{"weeks ahead", "the {units} (ahead|to come)", func(m *match) Value { return Duration{0, m.unit(), ""} }},
	{"half an hour", "<_about>? (half (an|a) {dash}? {unit}|half {dash}? {unit}|(a|an) {unit} and a half)|(another|the {last}|the {next}) {unit} and a half", func(m *match) Value { return m.half() }},
	{"quarter of an hour", "(a quarter|<_number> {dash}? quarters) of an hour|quarter {dash} hour", func(m *match) Value {
		return Duration{m.count() * 15, Minute, ""}
	}},
	{"quarter century", "(a|the|one) quarter (of a|{dash})? century", func(m *match) Value { return Duration{2500, Year, ""} }},
	{"unit long", "(<_number> {dash}?)? {unit} {dash}? long", func(m *match) Value {
		if n := m.count(); n > 0 && n < 100*1000 {
			return Duration{n, m.unit(), ""}
		}
		return nil
	}},
	{"yearlong", "{unitlong}", func(m *match) Value { return Duration{100, Unit(m.v("unitlong")), ""} }},
	{"years-old", "{units} {dash} (old|long)", func(m *match) Value { return Duration{0, m.unit(), ""} }},
	{"years apart", "{about}? ({several}|<_number>|a|an)? ({units}|{unit}) apart", refuse},
	{"additional year", "(an (additional|extra)|a further) {unit}|(an (additional|extra)|a further|another) <_number> {units}", func(m *match) Value { return m.length() }},
	{"another year", "(another|one more) ({unit}|half {unit})", func(m *match) Value {
		if m.unit() < Hour || !m.before("for", "in", "after", "within", "over", "almost", "nearly", "about", "yet", "take", "took", "takes", "last", "lasted") {
			return nil // "we will see it another day"
		}
		if m.lit("half") {
			return m.half()
		}
		return Duration{100, m.unit(), ""}
	}},
	{"several-year", "several {dash} {unit}", func(m *match) Value { return Duration{0, m.unit(), ""} }},
	{"age", "the? {about}? (<_number>|a|an) {dash}? ({unit}|{units}) {dash}? (old|olds|of age)", func(m *match) Value {
		if m.has("units") && !m.has("num") && !m.has("number") {
			return nil // "a years-old quarrel"
		}
		return refused{}
	}},
	{"months to months", "(the ({last}|{next}))? <_number> (to|or|and|-) <_number> ({units})", func(m *match) Value { return m.length() }},
	{"a while", "a while|some time|a long time", func(m *match) Value {
		if m.next("last", "next", "this", "in", "on", "during", "before", "after", "around") {
			return nil
		}
		return Duration{0, 0, ""}
	}},

	// Sets.
	{"every", "(every|each) ({unit}|<_named>|{daypart}|{weekday} {daypart})", func(m *match) Value { return m.every() }},
	{"every holiday", "(every|each) <_holiday>", func(m *match) Value {
		h, ok := m.kid().(Holiday)
		if !ok {
			return nil
		}
		_, month, day := h.day(2001).Civil()
		if h.day(2002) != edtf.DayOf(2002, month, day) {
			return Set{N: 100, Unit: Year} // a movable feast
		}
		return Set{Of: Named{Month: int(month), Day: day}}
	}},
	{"every other", "(once|twice)? every (other|<_number>) ({unit}|{units})", func(m *match) Value { return m.every() }},
	{"every other Friday", "every (other|second|third|fourth) <_named>|alternate {weekdays}", func(m *match) Value {
		if n, ok := m.kid().(Named); ok {
			return Set{Of: n}
		}
		return Set{Of: Named{Weekday: m.v("weekdays")}}
	}},
	{"every few", "every (few|several|couple of) {units}", func(m *match) Value { return Set{Unit: m.unit()} }},
	{"weekends", "weekends", func(m *match) Value {
		if m.before("two", "three", "four", "few", "several", "many") {
			return nil
		}
		return Set{Unit: Weekend}
	}},
	{"first Friday of every month", "the ({ordinal}|last) ({weekday}|day) (of|in) (every|each) (month|year|quarter)", func(m *match) Value {
		if m.has("weekday") {
			return Set{Of: Named{Weekday: m.v("weekday")}}
		}
		return Set{N: 100, Unit: Month}
	}},
	{"every first", "(every|each) ({ordinal}|last) ({weekday}|{unit})", func(m *match) Value {
		if m.has("weekday") {
			return Set{Of: Named{Weekday: m.v("weekday")}}
		}
		return Set{N: 100 * m.ordinal(), Unit: m.unit()}
	}},
	{"two weekdays", "{weekday} (and|or|to|through) {weekday} {dayparts}", func(m *match) Value {
		first, second := m.twoWeekdays()
		part := DayPart(m.v("dayparts"))
		return pair{Set{Of: first, Part: part}, Set{Of: second, Part: part}, m.from + 1}
	}},
	{"weekdays", "{weekdays}|{weekday} {dayparts}", func(m *match) Value { return m.every() }},
	{"frequency", "{freq}", frequency},
	{"hours a day", "<_number> {units} (a|per) {unit}", func(m *match) Value {
		if m.next("earlier", "ago", "later", "before", "after") {
			return nil // "in the three months a year earlier"
		}
		return Set{N: 100, Unit: Unit(m.v("unit"))}
	}},
	{"times a year", "(once|twice|<_number> times) ((a|per|each|every) {unit}|{freq})", func(m *match) Value {
		return Set{N: 100, Unit: max(m.unit(), Unit(m.v("freq")))}
	}},

	// Past, present and future.
	{"now", "{ref}", reference},
	{"soon", "soon", func(m *match) Value { return m.soon() }},
	{"right now", "right now|at present|at the moment|to date|at (this|the present) (time|moment)|(these|this) days|the present", func(m *match) Value {
		if m.ps[m.to-1].lower == "present" && m.lit("the") && !m.before("at", "for", "until", "till", "to", "of", "in") {
			return nil
		}
		if m.ps[m.to-1].lower == "time" && m.next("last", "next", "tomorrow", "yesterday") {
			return refused{} // "at this time last year"
		}
		if m.ps[m.to-1].lower == "date" && !m.tag(1).Verb() && !m.next(",", ".", ";", ")", "") {
			return nil
		}
		if m.lit("moment") && m.lit("the") && among(m.beside(1).lower, []string{"when", "that", "of", "he", "she", "they", "it", "the", "a", "we"}) {
			return nil
		}
		return m.endOfPhrase(Ref{"PRESENT_REF"})
	}},
	{"years past", "{units} (past|gone by)", func(m *match) Value {
		if !m.before("in", "from", "of") || m.unit() < Day {
			return nil
		}
		return Ref{"PAST_REF"}
	}},
	{"to the day", "to the day", func(m *match) Value {
		if m.m.is(m.beside(-1), "unit") || m.m.is(m.beside(-1), "units") {
			return refused{} // "four years to the day after the vote"
		}
		return nil
	}},
	{"those days", "those days|the (old|olden) days", func(m *match) Value {
		if m.before("in", "of") {
			return Ref{"PAST_REF"}
		}
		return nil
	}},
	{"the past", "(the|recent|the (recent|distant|not too distant)) past", func(m *match) Value { return m.endOfPhrase(Ref{"PAST_REF"}) }},
	{"the future", "(the|near|the near|foreseeable|the foreseeable)? future", futureWord},
	{"near term", "(the|its|his|their)? (near|short|medium|long|longer|immediate) {dash}? term|a later (date|time|stage)", func(m *match) Value {
		if !m.lit("later") && (!m.before("in", "over", "for", "of") || letters(m.beside(1).lower) && m.tag(1).Noun()) {
			return nil // "a long-term plan"
		}
		return Ref{"FUTURE_REF"}
	}},
	{"current", "current", func(m *match) Value { return m.adjective(Ref{"PRESENT_REF"}) }},
	{"former", "former", func(m *match) Value { return m.adjective(Ref{"PAST_REF"}) }},
	{"recent", "recent", func(m *match) Value { return m.adjective(Ref{"PAST_REF"}) }},
	{"more recently", "(more|most) recently", func(m *match) Value {
		if m.next("last", "in", "on") || m.m.is(m.beside(1), "weekday") {
			return refused{} // "most recently last October" is October
		}
		return Ref{"PAST_REF"}
	}},
	{"small hours", "the? (small|wee|early) hours", refuse},
	{"as soon as", "now and (then|again)|as soon as|as early as|as late as|as recently as|no sooner|so far|(soon|shortly) (after|before|thereafter|afterward|afterwards)", refuse},

	// What only histories tell as times; see Story.Find.
	{"same time", "the (same|very same|present)? time|that time|the time being", sameTime},
	{"a period", "(the|a|this|that|these|those|its)? (same|short|brief|long|prolonged|entire|whole|early|later|{prev}|{following}|{last}|{next})? (period|periods)", func(m *match) Value {
		if b := m.beside(-1); m.to-m.from == 1 && (m.m.is(b, "unit") || m.m.is(b, "units") || m.m.is(b, "dash") || m.next("-")) {
			return nil // "a 28-day period"
		}
		return m.endOfPhrase(SameTime{}) // not "period furniture"
	}},
	{"night attack", "night|night {dash}? time|nighttime", func(m *match) Value {
		if m.ps[m.from].capital && m.from > 0 {
			return nil
		}
		return Ref{"XXXX-XX-XXTNI"}
	}},
	{"dry season", "(the|that)? ({last}|{next}|{prev}|{following})? (dry|rainy|wet|monsoon) season", func(m *match) Value { return SameTime{} }},
	{"anniversary", "the? ({ordinal}|{ordday}) {dash}? (year {dash}?)? anniversary", func(m *match) Value { return AtTime{} }},
	{"future things", "the? future", func(m *match) Value { return Ref{"FUTURE_REF"} }},
	{"old year", "{oldyear}|{num}", func(m *match) Value {
		if p := &m.ps[m.from]; !digit(p.lower[0]) || len(p.lower) > 3 || p.num < 1000 || p.num%100 != 0 || !among(m.beside(1).lower, endings) {
			return nil
		}
		if m.before("by") && m.from == 1 || m.before("in", "since", "from", "until", "around", "circa", "c.", "ca.", "after", "before", "between", "early", "late", "(") {
			return Old{m.ps[m.from].num / 100}
		}
		return nil
	}},
	{"sixth day running", "(a|the|its|their|his|her)? ({ordinal}|{ordday}) (consecutive|straight|successive) {unit}", func(m *match) Value {
		if m.unit() < Day || m.ordinal() < 2 || !m.before("for", "in", "over") {
			return nil
		}
		return Duration{100 * m.ordinal(), m.unit(), ""}
	}},
	{"the final hour", "the (final|closing|opening|last|first) {unit}", func(m *match) Value {
		if u := m.unit(); u < Minute || u > Hour || !m.before("in", "during", "for", "until") {
			return nil
		}
		return Duration{100, m.unit(), ""}
	}},
	{"nth day", "(the|that)? ({ordinal}|{ordday}|final|last|closing) (day|week|month|year|{daypart})", nthDay},

	// What looks like a time and is none.
	{"newspaper", "({weekday} {daypart}?|daily|{month}|today) (business|world|daily|evening|national|people)? {paper}|the sunday (world|people|sun|mercury)", newspaper},
	{"agreement", "good friday (agreement|accord|accords|deal|pact)", refuse},
	{"wait", "wait a (minute|second)", refuse},
	{"second place", "{ordinal} (place|time|floor|half)", refuse},
}
