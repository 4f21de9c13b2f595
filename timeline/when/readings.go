package when

import (
	"strings"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// The functions that the rules name: what a reading means, and where the context forbids it.

// in puts a value inside the year that the pattern read.
func (m *match) in(v Value) Value {
	outer := m.kid()
	if on, ok := outer.(On); ok {
		y, _, _ := on.Date.Fields()
		if n, ok := v.(Named); ok {
			if d, ok := n.in(y); ok {
				return On{d}
			}
			return nil
		}
	}
	if outer == nil {
		return v
	}
	return In{v, outer}
}

func (m *match) monthAndDay() (Named, bool) {
	n := Named{Month: m.v("month"), Day: m.v("day")}
	if n.Day == 0 {
		n.Day = m.ordinal()
	}
	_, ok := dayDate(2000, n.Month, n.Day)
	return n, ok
}

func monthDay(m *match) Value {
	n, ok := m.monthAndDay()
	if n == (Named{Month: 9, Day: 11}) && m.outer && m.next("attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "commission") {
		return On{edtf.DayOf(2001, 9, 11).Date()} // a name, as 9/11 is
	}
	if !ok || m.outer && m.next("%", "percent", "million", "billion") {
		return nil
	}
	if m.outer && m.before("on") && (m.beside(-2).lower == "annually" || m.beside(-2).lower == "year" && among(m.beside(-3).lower, []string{"every", "each"})) {
		return Set{Of: n} // "it is kept every year on May 3"
	}
	return n
}

func monthDayYear(m *match) Value {
	n, ok := m.monthAndDay()
	if !ok {
		return nil
	}
	return m.in(n)
}

// timePrepositions are the words before a bare month or season that is no name and no verb.
var timePrepositions = []string{"in", "of", "since", "by", "until", "till", "to", "from", "through", "during", "before",
	"after", "for", "last", "next", "this", "early", "mid", "late", "-", "between", "and", "or", "on", "earlier", "the", "around", "through", "every", "each", "throughout", "beginning", "starting", "ending", "(", "next", "past"}

// bareMonth refuses the verbs and the people called May, March and August.
func bareMonth(m *match) Value {
	p := m.piece("month")
	v := Named{Month: m.v("month")}
	if !m.outer {
		return v
	}
	if m.m.is(m.beside(-1), "epithet") && m.beside(-1).capital || m.m.is(m.beside(1), "event") && m.beside(1).capital {
		return nil
	}
	if m.before("normal", "typical", "average", "usual") {
		return nil // "as much as in a normal June"
	}
	switch p.lower {
	case "mar", "dec", "jan", "jun", "jul", "apr":
		return nil // a name or an abbreviation of something else, without its point and a day
	case "may", "march", "august", "april", "june":
		if m.from == 0 && m.next(":") && p.capital {
			return v // it opens an entry of a chronology
		}
		if tag := m.s.Tokens[p.from].Tag; tag == prose.MD || tag.Verb() {
			return nil
		}
		hard := p.lower == "may" || p.lower == "march" || p.lower == "august"
		if m.nameNext() && (!among(m.beside(-1).lower, timePrepositions) && !m.before("a", "an", ",") || m.before("and", "or") && m.beside(-2).capital) {
			return nil // "June Carter", "Wilson and June Carter"
		}
		attribute := m.before("a", "an") && m.tag(1).Noun()
		if before := m.beside(-1); hard && !attribute && !among(before.lower, timePrepositions) && !(before.lower == "as" && among(m.beside(-2).lower, []string{"early", "late", "soon", "recently"})) {
			return nil
		} else if !hard && before.capital && !among(before.lower, timePrepositions) && m.from > 1 {
			return nil
		}
		if p.lower == "march" && m.before("the", "to", "on", "of", "during") && m.next("on", "to", "in", "of", "by", "through", "for", "was") {
			return nil
		}
	}
	return v
}

func bareWeekday(m *match) Value {
	p := m.piece("weekday")
	if m.outer && m.m.is(m.beside(-1), "epithet") && m.beside(-1).capital {
		return nil
	}
	if m.outer && m.anyIn() {
		return refused{} // "on a wet Sunday in May"
	}
	if len(p.lower) < 6 && !m.next(",", "morning", "night") && m.outer && (p.lower == "sun." || p.lower == "sat." || p.lower == "sun" || p.lower == "sat") {
		return nil
	}
	return Named{Weekday: m.v("weekday")}
}

// bareYear takes four digits for a year unless they are counted or paid.
func bareYear(m *match) Value {
	y := m.whole()
	v := On{edtf.OfYear(y)}
	if !m.outer || m.lit("the") {
		return v
	}
	p := m.piece("year")
	if p == nil && m.has("shortyear") && !among(m.beside(-1).lower, timePrepositions) {
		return nil
	}
	if p == nil {
		return v
	}
	if !digit(p.lower[0]) {
		if y%100 == 0 && !m.before("in", "of", "since", "from", "until", "by", "year", "around", "about", "to", "after", "before") {
			return nil // a count of hundreds
		}
		return v
	}
	if m.before("$", "£", "€", "#", "no.", "no", "number", "us$", "c$", "nearly", "exactly", "highway", "room", "+", "-", "windows", "at", "–", ":") && !m.dashedYear() && !(m.before(":") && m.next("-", "–", "")) {
		return nil
	}
	if m.next("%", "percent", "per", "million", "billion", "people", "men", "women", "troops", "soldiers", "miles", "feet", "meters",
		"metres", "kilometers", "kilometres", "tons", "tonnes", "pounds", "dollars", "points", "shares", "gmt", "est", "edt", "utc", "hours", "hrs", "votes",
		"jobs", "block", "degrees", "students", "workers", "dead", "wounded", "acres", "copies", "employees", "casualties", "killed", "prisoners") {
		return nil
	}
	if m.m.is(m.beside(-1), "numbered") || m.before("to", "-", "–", "and") && m.m.is(m.beside(-3), "numbered") || m.counted() {
		return nil
	}
	if y > 2100 || y < 1000 || y < 1500 && !m.before("in", "of", "since", "from", "until", "by", "around", "(", "year", "between", "and", "to", "about", "circa", "after", "before") {
		return nil
	}
	return v
}

// around reads "around Nov. 1", "circa 1850", "about 7 p.m."; "about 1900 men" are counted.
func around(m *match) Value {
	switch v := m.kid().(type) {
	case On:
		if m.has("year") && !among(m.beside(1).lower, endings) {
			return nil
		}
		return On{v.Date.Approximately()}
	case At:
		if m.ps[m.from+1].lower == "the" {
			return nil // "spoke about the night of May 3"
		}
		return v
	case Era, nil:
		return v
	default:
		return About{v}
	}
}

// endings are the words that may follow a date that ends its phrase.
var endings = strings.Fields(". , ; : ) ( - – and or but by in to when with for as the a an on at that until from while after before it he she they we who which though if because")

// counted says whether the words before a number count it: "some 2000", "more than 1900", "killed 1500 soldiers".
func (m *match) counted() bool {
	switch {
	case m.before("least") && among(m.beside(-3).lower, []string{"until", "till", "to", "through", "since", "by"}):
		return false // "until at least 2030"
	case m.before("some", "over", "least", "almost"):
		return true
	case m.before("than"):
		return among(m.beside(-2).lower, []string{"more", "less", "fewer"})
	}
	return m.tag(-1).Verb() && m.tag(1) == prose.NNS
}

// dashedYear says whether a dash before the year joins it to another year or a word like "post".
func (m *match) dashedYear() bool {
	b := m.beside(-2)
	if !m.before("-", "–") {
		return false
	}
	_, year := m.m.whole(b)
	return year && len(b.lower) == 4 || letters(b.lower) || b.lower == "" || m.beside(-3).lower == ""
}

func decade(m *match) Value {
	if w := m.piece("decadeword"); w != nil {
		if !m.lit("the") && (m.outer || !m.theBefore()) {
			return nil
		}
		return On{edtf.OfDecade(1900 + m.v("decadeword"))}
	}
	y := m.v("decade")
	if p := m.piece("decade"); y < 1000 || y > 2100 || len(p.lower) < 5 && p.lower[0] != '\'' && !m.lit("the") && m.outer {
		return nil // "in his 30s"
	}
	if p := m.piece("decade"); len(p.lower) < 5 && p.lower[0] != '\'' && m.outer && m.degrees() {
		return nil
	}
	if y%100 == 0 && y < 2000 {
		return On{edtf.OfCentury(y)} // "the 1800s"
	}
	return On{edtf.OfDecade(y)}
}

// theBefore says whether "the" stands before the match and a word like "early": "the early sixties", but not "her mid-forties".
func (m *match) theBefore() bool {
	n := -1
	for n > -4 && (m.m.is(m.beside(n), "part") || m.m.is(m.beside(n), "dash") || m.beside(n).lower == "mid") {
		n--
	}
	return m.beside(n).lower == "the"
}

// degrees says whether the words before "the 90s" speak of heat or of points: "highs in the 90s".
func (m *match) degrees() bool {
	for n := -1; n >= -5; n-- {
		if among(m.beside(n).lower, []string{"temperature", "temperatures", "highs", "lows", "score", "scores", "degrees", "thermometer", "heat"}) {
			return true
		}
	}
	return false
}

// bareSeason takes "fall" and "spring" for seasons only where a noun stands.
func bareSeason(m *match) Value {
	p := m.piece("season")
	v := Named{Month: m.v("season")}
	if !m.outer {
		return v
	}
	if m.m.is(m.beside(1), "seasonal") {
		return v // "a spring offensive"
	}
	if p.capital && m.lit("the") && m.beside(1).capital && m.tag(1).Noun() {
		return refused{} // "the Winter Palace", "the Autumn Statement"
	}
	if p.capital && m.from > 0 && m.nameNext() && !m.lit("the") && (!among(m.beside(-1).lower, timePrepositions) || m.before("in", "of", "to", "from", "and", "or")) {
		return nil // "Summer Jones", "in Fall River"
	}
	if m.s.Tokens[p.from].Tag.Verb() {
		return nil
	}
	if p.lower == "fall" || p.lower == "spring" {
		if m.lit("the") && (m.next("of", "in") || p.lower == "fall" && m.tag(1).Verb() && m.tag(-1) != prose.IN) || !m.lit("the") && !m.before("in", "by", "since", "until", "last", "next", "this", "early", "late", "of", "and", "mid", "-", "during") || m.next("of", "in", "from", "to", "for", "apart") {
			return nil
		}
	}
	if m.next("olympics", "games", "break", "school", "camp", "solstice") && p.capital || m.before("one") || m.before("a", "an") && m.next("of") {
		return nil // "one winter" is any, and "a summer of strikes"
	}
	return v
}

func (m *match) quarter(v Value) Value {
	if m.next("of") && among(m.beside(3).lower, []string{"game", "match", "moon", "contest", "final", "play"}) {
		return nil
	}
	in := -1
	if m.before("the") {
		in = -2
	}
	if m.outer && m.beside(in).lower == "in" && among(m.beside(in-1).lower, []string{"left", "remaining"}) {
		return nil // of a game
	}
	if m.ordinal() < 1 || m.ordinal() > 4 || m.next("final", "finals", "mile", "back", "touchdown", "touchdowns", "goal", "goals", "lead", "interception") || m.outer && m.lit("second") && m.next("century") {
		return nil
	}
	if on, ok := m.kidOn(); ok {
		y, _, _ := on.Date.Fields()
		if n, ok := v.(Named); ok {
			return On{edtf.OfSub(y, n.Month)}
		}
	}
	return v
}

func (m *match) kidOn() (On, bool) {
	if m.kid() == nil {
		return On{}, false
	}
	on, ok := m.kid().(On)
	return on, ok
}

func (m *match) dayWord() Value {
	p := m.piece("dayword")
	if p == nil {
		return m.kid()
	}
	n := m.v("dayword")
	if n == 0 && p.lower == "today" && m.outer && (m.name() || p.capital && m.from > 0 && m.next("show", "program", "programme") || m.next("'s") && m.m.is(m.beside(2), "present") || m.next("'s") && m.before("of") && among(m.beside(-2).lower, []string{"many", "most", "some", "few", "much"})) {
		return nil // "today's world", "many of today's ships"
	}
	return Deictic{n, Day}
}

// anyIn says whether the weekday is any one: "a wet Sunday in May".
func (m *match) anyIn() bool {
	if m.before("given", "typical", "average", "any") {
		return true // "on any given Saturday"
	}
	return (m.before("a", "an", "one") || m.tag(-1) == prose.JJ && among(m.beside(-2).lower, []string{"a", "an", "one"})) && m.next("in")
}

// nameNext says whether a word with a capital that no rule knows follows, as a surname does: "June Carter".
func (m *match) nameNext() bool {
	next := m.beside(1)
	return next.capital && next.word == nil && letters(next.lower)
}

// name says whether the words are written like a name: all with a capital, inside a sentence, after such a one.
func (m *match) name() bool {
	shouted := true // "NEXT MONTH"
	for i := m.from; i < m.to; i++ {
		if !m.ps[i].capital {
			return false
		}
		text := m.s.Tokens[m.ps[i].from].Text
		shouted = shouted && len(text) > 1 && text == strings.ToUpper(text)
	}
	if shouted {
		return false
	}
	b := m.beside(-1)
	return m.from > 0 && (b.capital && b.word == nil || m.to-m.from > 1 && !among(b.lower, []string{".", ":", "?", "!", ""}))
}

// deictic reads "last week". The past and coming units are lengths when nothing names the one meant.
func deictic(m *match) Value {
	u, side := m.unit(), m.direction()
	p := m.piece("last")
	if u == Season || u < Day || m.outer && m.name() {
		return nil
	}
	if p != nil && p.lower == "past" && m.lit("the") {
		if u == Year {
			return PastYear{}
		}
		return Duration{100, u, ""}
	}
	if m.lit("the") && p != nil && m.next("of") {
		if u >= Year {
			return nil
		}
		return Duration{100, u, ""} // "the last month of the war"
	}
	if m.lit("the") && side != 0 && (m.before("for") && u >= Week || m.before("over", "within", "during") && u >= Decade) {
		return Duration{100, u, ""} // "for the next decade"
	}
	if m.lit("the") && m.has("next") {
		return m.told(1)
	}
	if u == Day && side < 0 && !m.before("the") && p != nil {
		return nil
	}
	if u == Day && side == 0 {
		return Deictic{0, Day}
	}
	return Deictic{side, u}
}

func (m *match) told(n int) Value {
	u := m.unit()
	if u == 0 {
		u = Day
	}
	if u < Day || u == Season {
		return nil
	}
	return Told{n, u}
}

// theOrThat reads "in the year", "in that year".
func (m *match) theOrThat() Value {
	if m.lit("that") || m.has("same") {
		return Told{0, m.unit()}
	}
	return The{m.unit()}
}

// theUnit reads "the quarter", "the year", "the day": the one that the text speaks of.
func theUnit(m *match) Value {
	u := m.unit()
	if m.next("ended", "ending", "to", "through") && (u == Year || u == Month || u == Week) {
		return Duration{100, u, ""}
	}
	if m.lit("current") {
		return Deictic{0, u}
	}
	if u == Quarter && m.next("-") || u == Week && m.next("'s") {
		return m.ifNext(Told{0, u}, "'s") // not "quarter-to-quarter"
	}
	if m.next("'s", "of", "-", "after", "before", "that", "when") && u != Quarter || m.ps[m.to-1].lower == "second" {
		return nil
	}
	switch u {
	case Quarter:
		return Comparable{}
	case Month, Year:
		switch told := m.before("of", "in", "for", "during", "throughout") || m.lit("full"); {
		case told && u == Year:
			return The{Year}
		case told:
			return The{u}
		}
	case Week:
		if m.before("of", "in", "for", "during") {
			return The{u}
		}
	case Weekend:
		return Closest{Ahead: m.before("of") && m.beside(-2).lower == "ahead" || m.before("until", "till") || m.before("least") && m.beside(-2).lower == "at"}
	}
	return nil
}

// beyond returns how far "the day before" lies from the last day told: n, and 0 where it says again what that day was,
// "on Oct. 12, the day before the crash".
func (m *match) beyond(n int) int {
	if b := m.beside(-2); m.before(",") && letters(m.beside(1).lower) && (b.num != 0 || m.m.is(b, "ordday") || m.m.is(b, "weekday")) {
		return 0
	}
	return n
}

func (m *match) earlierLater() int {
	if m.lit("later") {
		return 6
	}
	return 5
}

func (m *match) dayOrKid() Value {
	if k := m.kid(); k != nil {
		return k
	}
	return m.named()
}

func (m *match) named() Value {
	switch {
	case m.has("weekday"):
		return Named{Weekday: m.v("weekday")}
	case m.has("month"):
		if m.outer {
			return bareMonth(m)
		}
		return Named{Month: m.v("month")}
	case m.has("season"):
		if m.outer {
			return bareSeason(m)
		}
		return Named{Month: m.v("season")}
	}
	return m.kid()
}

func reference(m *match) Value {
	if m.piece("ref").lower == "now" && m.next(",") && (m.from == 0 || m.before("``", "\"", "“", ".")) {
		return nil // "Now, where was I?"
	}
	if m.v("ref") == 1 {
		return Ref{"PAST_REF"}
	}
	return Ref{"PRESENT_REF"}
}

// soon points to the future beside a modal or an infinitive, and at the end of a clause; "he soon left" tells no time.
func (m *match) soon() Value {
	for n := -1; n >= -4; n-- {
		if among(m.beside(n).lower, []string{"will", "'ll", "to", "be", "may", "could", "can", "should", "must", "would", "might", "is", "are", "shall"}) {
			return Ref{"FUTURE_REF"}
		}
	}
	if m.next(".", ",", "!", "?", "", "will", "may", "can", "could", "would") && m.from > 0 {
		return Ref{"FUTURE_REF"}
	}
	return nil
}

// ifNext returns v where one of the words follows.
func (m *match) ifNext(v Value, words ...string) Value {
	if m.next(words...) {
		return v
	}
	return nil
}

// endOfPhrase returns v unless a noun follows that the words belong to.
func (m *match) endOfPhrase(v Value) Value {
	if b := m.beside(1); letters(b.lower) && (m.tag(1).Noun() || b.num != 0) {
		return nil
	}
	return v
}

func (m *match) adjective(v Value) Value {
	if b := m.beside(1); b.lower == "" || !letters(b.lower) || among(b.lower, []string{"is", "was", "are", "were", "and", "of", "that", "has", "had"}) {
		return nil
	}
	return v
}

func futureWord(m *match) Value {
	if m.lit("the") && !m.next("of") || m.lit("near") || m.lit("foreseeable") || m.before("in", "any") {
		return Ref{"FUTURE_REF"}
	}
	return nil
}

// oneDay reads the adverb: "it will one day be". "One day" counts where no verb follows it.
func oneDay(m *match) Value {
	if b := m.beside(1); (m.from == 0 || m.before("``", "\"", "“")) && letters(b.lower) && !among(b.lower, []string{"later", "after", "before", "earlier", "ago", "of", "from", "in", "is", "was"}) {
		return refused{} // "one day he left"
	}
	if p := m.piece("num"); p != nil && p.lower != "one" {
		return nil
	}
	if m.tag(1).Verb() || m.tag(1) == prose.MD || m.next("be", "become", "will") {
		for i := m.from - 1; i >= 0; i-- {
			t := &m.s.Tokens[m.ps[i].from]
			if t.Tag == prose.MD || t.Tag == prose.TO || t.Tag == prose.VBP || t.Tag == prose.VBZ || among(t.Lower, []string{"will", "would", "may", "might", "could", "to"}) {
				return Ref{"FUTURE_REF"}
			}
		}
	}
	return nil
}
