package when

import "annals/timeline/prose"

// The functions that the rules of lengths and of repetition name.

// length reads a duration. After "within" and the like nothing changes; an age is none.
func (m *match) length() Value {
	u := m.unit()
	n := m.count()
	if p := m.piece("last"); p != nil && p.lower == "last" && !m.lit("the") && (m.before("to", "would", "will", "could", "may", "might", "should", "must", "can", "not") || m.s.Tokens[p.from].Tag.Verb()) {
		return nil // "was to last 48 hours"
	}
	if m.lit("or") && (m.lit("a") || m.lit("an")) {
		n = 100 // "an hour or two"
	}
	if m.lit("couple") || m.piece("several") != nil && m.piece("several").lower == "couple" {
		n = 200
	}
	if m.lit("few") || m.lit("many") || m.lit("some") || m.lit("several") || m.has("several") && n == 0 {
		if n != 200 {
			n = 0
		}
	}
	if u == 0 || m.ps[m.to-1].lower == "second" || m.titled() {
		return nil
	}
	if n >= 100*1000 && m.has("unit") && !m.has("dash") {
		return nil // "the 1999 season"
	}
	if m.before("as") && m.lit("many") {
		return refused{} // "the second in as many weeks"
	}
	if m.compounded() {
		return nil
	}
	if u == Quarter && n > 0 && n < 400 && (m.has("dash") || m.next("of")) {
		return nil // a fraction
	}
	if u == Second && m.has("ordinal") || u == Quarter && !m.has("num") && !m.has("several") && !m.lit("several") && !m.lit("few") || u == Weekend && !m.has("num") {
		return nil
	}
	if (m.lit("a") || m.lit("an")) && !m.has("num") && !m.lit("few") && u == Minute && m.next("ago") {
		return nil
	}
	mod := ""
	switch {
	case m.lit("than") && m.lit("more"):
		mod = "MORE_THAN"
	case m.lit("than"):
		mod = "LESS_THAN"
	case m.lit("least"):
		mod = "EQUAL_OR_MORE"
	case m.lit("up"):
		mod = "EQUAL_OR_LESS"
	case m.has("about"):
		mod = "APPROX"
	}
	return Duration{n, u, mod}
}

// later reads "two days later", "less than a week later".
func (m *match) later(n int) Value {
	return Later{N: n, Unit: m.unit(), Less: m.lit("less"), More: m.lit("than") && m.lit("more") || m.lit("least")}
}

// lengths reads "a year and three months".
func (m *match) lengths() Value {
	var all []Duration
	n := 100
	for _, e := range m.elements {
		p := &m.ps[e.piece]
		switch u, ok := p.word.value(e.class); {
		case e.class == m.m.classes["num"] || e.class == m.m.classes["number"]:
			n = p.num
		case ok && (e.class == m.m.classes["unit"] || e.class == m.m.classes["units"]):
			all = append(all, Duration{n, Unit(u), ""})
			n = 100 // "two weeks and a day"
		}
	}
	if len(all) != 2 || all[0].Unit <= all[1].Unit || all[0].N%100 != 0 {
		return nil
	}
	return Lengths{all[0], all[1]}
}

// compounded says whether the unit goes on in a compound: "day-long", "year-earlier".
func (m *match) compounded() bool {
	return m.next("-", "–") && among(m.beside(2).lower, []string{"long", "earlier", "ago"})
}

// titled says whether the unit has a capital after a number, as in the name of a programme.
func (m *match) titled() bool {
	p := m.piece("units")
	if p == nil {
		p = m.piece("unit")
	}
	return p != nil && p.capital && m.has("num")
}

func bareUnits(m *match) Value {
	if m.ps[m.from].capital && m.from > 0 && (m.beside(-1).capital || m.beside(-1).num != 0) {
		return nil // "60 Minutes", "the Hundred Years War"
	}
	if m.before("-") && m.beside(-2).lower == "after" {
		return nil // "after-hours trading"
	}
	if m.before("of") && among(m.beside(-2).lower, []string{"hundreds", "thousands", "dozens", "matter", "millions"}) {
		return nil
	}
	if m.m.is(m.beside(-1), "big") || m.before("million", "billion") {
		return nil // "some thousand years"
	}
	if m.unit() == Minute && (m.before("no") || m.from == 0 && m.next(".", ":", "of")) || m.before("the") && (m.tag(1).Verb() || m.next("of") && m.unit() == Minute) && m.unit() <= Hour {
		return nil // "the hours are long", "no minutes were kept", "the minutes of the meeting"
	}
	if m.unit() == Quarter || m.unit() == Weekend || m.next("old", "-", "of") && m.unit() < Week {
		return nil
	}
	if m.unit() <= Minute && m.tag(1) == prose.NoTag && m.before("of") {
		return nil
	}
	return Duration{0, m.unit(), ""}
}

func (m *match) recent() Value {
	if m.lit("early") && m.unit() <= Hour {
		return refused{} // "in the early hours" is no length
	}
	if !m.lit("the") && !m.lit("these") && (m.lit("recent") && m.unit() >= Year || m.has("last") && m.piece("last").lower == "past") {
		return Ref{"PAST_REF"}
	}
	return Duration{0, m.unit(), ""}
}

func (m *match) half() Value {
	if m.ps[m.to-1].lower == "half" {
		return Duration{150, m.unit(), ""}
	}
	if m.unit() < Minute {
		return nil
	}
	return Duration{50, m.unit(), ""}
}

func (m *match) every() Value {
	switch {
	case m.has("weekdays"):
		return Set{Of: Named{Weekday: m.v("weekdays")}}
	case m.has("weekday") && (m.has("daypart") || m.has("dayparts")):
		return Set{Of: Named{Weekday: m.v("weekday")}, Part: DayPart(m.v("daypart") + m.v("dayparts"))}
	case m.has("daypart"):
		return Set{Part: DayPart(m.v("daypart"))}
	case m.lit("other"):
		return Set{N: 200, Unit: m.unit()}
	case m.unit() == Weekend && !m.has("num"):
		return Set{Unit: Weekend}
	case m.unit() != 0:
		if m.unit() < Hour && !m.has("num") {
			return nil
		}
		return Set{N: m.count(), Unit: m.unit()}
	}
	if n, ok := m.kid().(Named); ok {
		return Set{Of: n}
	}
	return nil
}

func frequency(m *match) Value {
	if m.before("the") && m.tag(1).Verb() {
		return refused{} // a newspaper: "the weekly said"
	}
	if p := m.piece("freq"); p.capital && m.from > 0 || p.lower == "quarterly" && letters(m.beside(1).lower) {
		return nil
	}
	return Set{N: 100, Unit: Unit(m.v("freq"))}
}

// rate reads "a year" as a set where something is counted or paid before it, else as a length.
func rate(m *match) Value {
	u := m.unit()
	if m.lit("per") {
		if u < Day {
			return nil
		}
		return Set{N: 100, Unit: u}
	}
	if u < Minute || u == Quarter || u == Season || u == Weekend {
		return nil
	}
	if m.compounded() {
		return nil
	}
	if u == Day && m.tag(1) == prose.NN && m.tag(-1) != prose.NNS && m.beside(-1).num == 0 && !m.next("late", "early", "later", "earlier") {
		return refused{} // "a day trader"
	}
	b := m.beside(-1)
	if u == Hour && among(b.lower, []string{"miles", "kilometers", "kilometres", "km", "knots", "feet", "mile"}) {
		return refused{} // a speed
	}
	if b.num != 0 || letters(b.lower) && m.beside(-2).num != 0 && !m.m.is(b, "units") || among(b.lower, []string{"dollar", "pound", "euro", "million", "billion", "percent", "%", "times", "once", "twice", "dollars", "tons", "barrels"}) {
		return Set{N: 100, Unit: u}
	}
	if m.next("when", "in", "of") && u == Day {
		return nil
	}
	if m.countedBefore() && !m.next("before", "after", "later", "earlier", "from", "in") {
		return Set{N: 100, Unit: u}
	}
	return Duration{100, u, ""}
}

// countedBefore says whether the phrase before is counted: "several thousand petitions", "ten tons of cargo".
func (m *match) countedBefore() bool {
	if !m.tag(-1).Noun() || m.m.is(m.beside(-1), "units") {
		return false
	}
	for n := -2; n >= -5; n-- {
		b, t := m.beside(n), m.tag(n)
		switch {
		case b.num != 0, t == prose.CD, m.m.is(b, "several"), among(b.lower, []string{"thousands", "hundreds", "dozens", "millions", "billions"}):
			return true
		case !t.Noun() && t != prose.JJ && b.lower != "of":
			return false
		}
	}
	return false
}
