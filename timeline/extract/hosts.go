package extract

// Which verb or noun of its sentence a time stands with: the questions that cost asks.

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/what"
	"annals/timeline/when"
)

// hasDone says whether a verb in the present perfect tells the mention: "has promised".
func hasDone(s *prose.Sentence, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	t := s.Tokens[p.From].Tag
	return p.Form == prose.Finite && p.Perfect && (t == prose.VBZ || t == prose.VBP)
}

// sinceThen says whether a time is the beginning of one that goes on: "since May".
func sinceThen(x *placed) bool {
	b, ok := x.Value.(when.Bound)
	return ok && b.Word == "since"
}

// liesAhead says whether a time is still to come for what a verb tells as done, looking back from where the verb stands:
// "has ordered the firm to pay by May".
func liesAhead(s *prose.Sentence, m *what.Mention, x *placed) bool {
	day := x.anchor.Day
	if day == 0 || x.after || x.behind || m.Type != timeline.Statement && !pastVerb(s, m) {
		return false
	}
	if b, ok := x.Value.(when.Bound); ok && b.Word == "by" && x.To <= m.Trigger.From {
		return false // "by Wednesday he said"
	}
	p := x.Placed
	if m.Type != timeline.Statement && turns(s, m, x) {
		a := x.anchor
		a.Direction, _ = leans(s, m)
		p = x.Value.Resolve(a)
	}
	return p.Earliest > day || p.Earliest == day && p.Latest > day
}

// turns says whether a time would be placed anew for a mention, because its own verb looks another way.
func turns(s *prose.Sentence, m *what.Mention, x *placed) bool {
	d, ok := leans(s, m)
	if x.From > 0 && s.Tokens[x.From-1].Lower == prose.For.Preposition() {
		return false // "called a strike for Thursday"
	}
	if when.IsEntry(s, x.Expression) {
		return false // "3 May: The court sits."
	}
	return ok && d != x.anchor.Direction && !x.Explicit && !x.quoted && !x.joined
}

// led returns the finite verb right before which a time stands, or whose clause it opens: "; in May the port closed",
// "and, in a letter sent in May, warned"; -1 where there is none.
func led(s *prose.Sentence, x when.Expression) int {
	if p := phraseAt(s, x.From); p != nil && p.Prep >= 0 && s.Tokens[p.Prep].Lower == prose.Of.Preposition() {
		return -1 // "the decree of May is repealed"
	}
	next := x.To
	if next < len(s.Tokens) && s.Tokens[next].Tag == prose.Comma {
		next++
	}
	opens := opensClause(s, x.From)
	return slices.IndexFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Form == prose.Finite && (p.From == x.To || opens && (p.From == next || p.Subject >= 0 && s.Phrases[p.Subject].From == next && p.From > next))
	})
}

// opensClause says whether no finite verb stands between a token and the conjunction or semicolon before it.
func opensClause(s *prose.Sentence, token int) bool {
	for i := token - 1; i > 0; i-- {
		t := &s.Tokens[i]
		if t.Tag == prose.CC && !listed(s, i) || t.Text == ";" {
			return true
		}
		if slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Head == i && p.Form == prose.Finite }) {
			return false
		}
	}
	return false
}

// listed says whether a conjunction stands within a phrase or between two of a list: "nurses and doctors".
func listed(s *prose.Sentence, i int) bool {
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From <= i && i < p.To {
			return true
		}
		for _, c := range p.Conj {
			if p.To <= i && s.Phrases[c].From > i {
				return true
			}
		}
	}
	return false
}

// ofTheObject says whether the verb of which the noun is the subject has an object between the noun and the time.
func ofTheObject(s *prose.Sentence, m *what.Mention, x *placed) bool {
	k := m.Frame.Predicate
	if k < 0 || x.From < m.Trigger.To {
		return false
	}
	p := &s.Predicates[k]
	return p.Subject >= 0 && s.Phrases[p.Subject].From <= m.Frame.Noun && m.Frame.Noun < s.Phrases[p.Subject].To && p.Object >= 0 && marked(s, p.Object) && s.Phrases[p.Object].From > p.Head && s.Phrases[p.Object].To <= x.From
}

// isObject says whether a verb has the noun at a token, not a known one, as its object.
func isObject(s *prose.Sentence, noun int) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Object >= 0 && s.Phrases[p.Object].Head == noun })
}

// atHead says whether a time stands at the head of its sentence, or in the phrase with a preposition that opens it: "In a
// letter sent last week the mayor warned".
func atHead(s *prose.Sentence, x *placed) bool {
	if x.From <= headRoom {
		return true
	}
	if s.Tokens[0].Tag != prose.IN || slices.ContainsFunc(s.Tokens[:x.From], func(t prose.Token) bool { return breaks(t.Tag) }) {
		return false
	}
	return !slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Form == prose.Finite && (p.From < x.From || p.Subject >= 0 && s.Phrases[p.Subject].From < x.From)
	})
}

// apart counts what sets a time apart from a mention although no verb stands between them: a semicolon, and where the
// time stands before the mention a verb that has it already: "invaded in 1998 and withdrew in 2001".
func apart(s *prose.Sentence, m *what.Mention, x *placed) int {
	n := 0
	for i := min(m.Trigger.To, x.To); i < max(m.Trigger.From, x.From); i++ {
		if s.Tokens[i].Text == ";" {
			n++
		}
	}
	if x.To <= m.Trigger.From && !atHead(s, x) && slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Form == prose.Finite && p.Head < x.From }) {
		n++
	}
	if x.To+1 == m.Trigger.From && nonfinite(s, m) && s.Tokens[x.To].Tag == prose.CC {
		n++ // "founded in 1991 and banned in 1997"
	}
	return n
}

// aside says whether a time before the mention stands in a relative clause between commas, or in what a participle tells
// there: "the union, whose members marched in June, praised the plan", "Bell, a lawyer elected in 2007, told them". A
// participle in a phrase with a preposition tells the circumstances: "in a letter sent in May, warned".
func aside(s *prose.Sentence, m *what.Mention, x *placed) bool {
	comma := func(t prose.Token) bool { return t.Tag == prose.Comma }
	if x.To > m.Trigger.From || !slices.ContainsFunc(s.Tokens[x.To:m.Trigger.From], comma) {
		return false
	}
	i := x.From - 1
	for ; i > 0 && !comma(s.Tokens[i]); i-- {
		if opensRelative(s, i, i+1) {
			return comma(s.Tokens[i-1]) || s.Tokens[i-1].Tag == prose.IN
		}
		if k := slices.IndexFunc(s.Predicates, func(p prose.Predicate) bool { return p.Head == i }); k >= 0 {
			p := &s.Predicates[k]
			return p.Form == prose.Participle && p.Passive && k != m.Predicate && !(p.Subject >= 0 && s.Phrases[p.Subject].Prep >= 0)
		}
	}
	return i > 0 && i+1 < x.From && inserted(s.Tokens[i+1].Tag)
}

// inserted says whether a word of this tag can open an apposition: "the journalist, missing since May,", "the raids, the first
// since the truce of May,"; what a preposition opens goes with the verb.
func inserted(t prose.Tag) bool {
	return t == prose.DT || t == prose.JJ || t == prose.PRPS || t.Noun() || t == prose.CD
}

// elsewhere says whether an expression stands inside a noun phrase that is not the mention's own: "a 2005 law" and
// "last year's flood" date the law and the flood. A day may date what is said there: "in a Tuesday statement".
func elsewhere(s *prose.Sentence, m *what.Mention, x *placed) bool {
	p := phraseAt(s, x.From)
	if k := ofPhrase(s, p); k != nil && (m.Type == timeline.Statement || x.Date.Unit() == edtf.UnitYear && k.Name >= 0) {
		return !(k.From <= m.Trigger.From && m.Trigger.From < k.To) // "the Ports Act of 1972"
	}
	if p == nil || x.From == p.From || p.Head < x.To || p.From <= m.Trigger.From && m.Trigger.From < p.To {
		return false
	}
	speech := m.Type == timeline.Statement || m.Type == timeline.Testimony
	return !speech || x.Date.Unit() != edtf.UnitDay
}

// ofOwnObject says whether a time stands in the object of a verb that tells of a vote or a meeting, and so of when that was:
// "lost the May election", "attended the July summit".
func ofOwnObject(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if m.Noun || m.Predicate < 0 || m.Type != "election" && m.Type != timeline.Meeting {
		return false
	}
	k := s.Predicates[m.Predicate].Object
	return k >= 0 && s.Phrases[k].From <= x.From && x.To <= s.Phrases[k].To
}

// ofPhrase returns the phrase, none of time, that "of" ties phrase p to; nil where there is none.
func ofPhrase(s *prose.Sentence, p *prose.Phrase) *prose.Phrase {
	if p == nil || p.Prep < 0 {
		return nil
	}
	for k := range s.Phrases {
		if q := &s.Phrases[k]; q.Of >= 0 && &s.Phrases[q.Of] == p && !s.Temporal(k) {
			return q
		}
	}
	return nil
}

// toldOf says whether an expression stands beside a verb of what a speaker tells, and so dates that and not the telling:
// "said the house voted on Friday". Words in quotation marks do not come between: "…," she said, "…" on Friday.
func toldOf(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if m.Type != timeline.Statement {
		return false
	}
	from, to := m.Trigger.To, x.From
	if x.From < m.Trigger.From { // "left on Friday, she said"
		if x.From > teller(s, m) {
			return false // "she on Friday said"
		}
		from, to = 0, x.From
	}
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.Head >= from && p.Head < to && p.Form == prose.Finite && p.Subject >= 0 && !inQuotes(s, p.Head) {
			return true
		}
	}
	return false
}

// insideTold says whether a time behind the mention stands in a clause that a later verb tells: "ordered an inquiry and said
// it would report in May".
func insideTold(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if m.Noun || m.Predicate < 0 || x.From < m.Trigger.To {
		return false
	}
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if p.Link == "that" && p.Form == prose.Finite && p.Head < x.From && p.Governor > m.Predicate && k != m.Predicate {
			return true
		}
	}
	return false
}

// ofTelling says whether a time stands between a verb and the clause of the mention that it tells: "said on Thursday that
// she would appeal".
func ofTelling(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if m.Noun || m.Predicate < 0 || x.To > m.Trigger.From {
		return false
	}
	p := &s.Predicates[m.Predicate]
	if p.Link != "that" || p.Governor < 0 || s.Predicates[p.Governor].Head >= x.From {
		return false
	}
	begin := p.From
	if p.Subject >= 0 {
		begin = min(begin, s.Phrases[p.Subject].From)
	}
	return x.To < begin && s.Tokens[begin-1].Tag == prose.IN
}

// inRelative says whether an expression stands in a relative clause that begins behind the mention and looks ahead:
// "proposed a bill that would fund the port through September". A comma ends such a clause.
func inRelative(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if m.Noun || m.Modality == timeline.Planned {
		return false
	}
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.From < m.Trigger.To || p.Head >= x.From || looks(s, i) != when.Future || !opensRelative(s, m.Trigger.To, p.From) {
			continue
		}
		if !slices.ContainsFunc(s.Tokens[p.Head:x.From], func(t prose.Token) bool { return breaks(t.Tag) }) {
			return true
		}
	}
	return false
}

// teller returns the token at which the words that tell who speaks begin.
func teller(s *prose.Sentence, m *what.Mention) int {
	at := m.Trigger.From
	if m.Predicate >= 0 {
		if k := s.Predicates[m.Predicate].Subject; k >= 0 {
			at = min(at, s.Phrases[k].From)
		}
	}
	return at
}

func inQuotes(s *prose.Sentence, token int) bool {
	for _, q := range s.Quotes {
		if q.From <= token && token < q.To {
			return true
		}
	}
	return false
}

// phraseAt returns the noun phrase that token i stands in, nil where there is none.
func phraseAt(s *prose.Sentence, i int) *prose.Phrase {
	for k := range s.Phrases {
		if p := &s.Phrases[k]; p.From <= i && i < p.To {
			return p
		}
	}
	return nil
}

// ofTheVerb says whether x, behind the noun of mention i, dates the verb that the noun hangs on: in "condemned the
// shootings on Friday" the shootings are known, and the condemnation is the news. A date that is no news is the noun's.
func ofTheVerb(mentions []what.Mention, i int, x *placed) bool {
	m := &mentions[i]
	if !m.Noun || !m.Definite || m.Frame.Predicate < 0 || x.From < m.Trigger.To {
		return false
	}
	for k := range mentions {
		if v := &mentions[k]; !v.Noun && v.Predicate == m.Frame.Predicate && v.Type != m.Type && !(v.Type == timeline.Statement && longPast(x) && m.Trigger.To+modifierRoom <= x.From) {
			return true
		}
	}
	return false
}

// ofTheNoun says whether x, behind a noun with words of its own that hangs on the verb of mention i, dates that noun:
// "praised the deployment of the guard in March", but not "announced the withdrawal in March".
func ofTheNoun(s *prose.Sentence, mentions []what.Mention, i int, x *placed) bool {
	m := &mentions[i]
	if m.Noun || m.Type != timeline.Statement || m.Predicate < 0 || !longPast(x) {
		return false
	}
	return slices.ContainsFunc(mentions, func(n what.Mention) bool {
		return n.Noun && n.Frame.Predicate == m.Predicate && m.Trigger.To <= n.Trigger.From && n.Trigger.To+modifierRoom <= x.From && verbsBetween(s, n.Trigger.To, x.From) == 0
	})
}

// longPast says whether a time lies more than a week before the day from which it counts.
func longPast(x *placed) bool {
	return x.Placed.Latest != 0 && x.anchor.Day != 0 && x.Placed.Latest < x.anchor.Day-weekDays
}

// shadowed says whether another time expression, be it only a duration, stands between a mention and expression j:
// in "on Tuesday, two years after the flood" the flood was not on Tuesday.
func shadowed(s *prose.Sentence, m *what.Mention, times []placed, j int) bool {
	for k := range times {
		x, y := &times[k], &times[j]
		if k != j && !lasting(s, x, y) && (y.To <= x.From && x.To <= m.Trigger.From || m.Trigger.To <= x.From && x.To <= y.From) {
			return true
		}
	}
	return false
}

// lasting says whether the time x tells how long something took, and dates nothing: "for six days", or right before the
// time y that says when, "lasting six days last May".
func lasting(s *prose.Sentence, x, y *placed) bool {
	_, ok := x.Value.(when.Duration)
	return ok && x.From > 0 && (s.Tokens[x.From-1].Lower == prose.For.Preposition() || x.To == y.From)
}

// behind says whether an expression lies wholly before the day of its anchor.
func behind(x *placed) bool {
	return x.Placed.Latest != 0 && x.anchor.Day != 0 && x.Placed.Latest < x.anchor.Day
}

// ahead says whether one of several times, no finite verb between it and the mention, does not lie behind.
func ahead(s *prose.Sentence, m *what.Mention, times []placed) bool {
	for j := range times {
		if x := &times[j]; !x.Date.IsZero() && !behind(x) && mainVerbs(s, m.Trigger.To, x.From)+mainVerbs(s, x.To, m.Trigger.From) == 0 {
			return true
		}
	}
	return false
}

// crossed says whether a verb stands between the mention and the expression.
func crossed(s *prose.Sentence, m *what.Mention, x *placed) bool {
	return verbsBetween(s, m.Trigger.To, x.From) > 0 || verbsBetween(s, x.To, m.Trigger.From) > 0
}

// verbsBetween counts the predicates whose verb stands between two tokens.
func verbsBetween(s *prose.Sentence, from, to int) int {
	n := 0
	for i := range s.Predicates {
		if h := s.Predicates[i].Head; from <= h && h < to {
			n++
		}
	}
	return n
}

// participleOf says whether the verb before a token is a participle behind the phrase of a noun: "a meeting with the owners,
// arranged for last Friday".
func participleOf(s *prose.Sentence, m *what.Mention, token int) bool {
	if p := phraseAt(s, m.Trigger.From); p == nil || p.Prep >= 0 || m.Definite {
		return false
	}
	k := -1
	for i := range s.Predicates {
		if s.Predicates[i].Head < token {
			k = i
		}
	}
	return k >= 0 && s.Predicates[k].Form == prose.Participle && s.Predicates[k].Passive && verbsBetween(s, m.Trigger.To, s.Predicates[k].From) == 0
}

// marked says whether a phrase begins with an article or the like, or is a pronoun.
func marked(s *prose.Sentence, k int) bool {
	switch s.Tokens[s.Phrases[k].From].Tag {
	case prose.DT, prose.PRP, prose.PRPS, prose.CD:
		return true
	}
	return false
}

// mainVerbs counts the finite verbs between two tokens that no other verb tells: a date at the head of a sentence does not
// stop at "having been told that it would not be".
func mainVerbs(s *prose.Sentence, from, to int) int {
	n := 0
	for i := range s.Predicates {
		if p := &s.Predicates[i]; p.Form == prose.Finite && p.Link != "that" && p.Link != "relative" && from <= p.Head && p.Head < to {
			n++
		}
	}
	return n
}

// participleAt says whether a participle begins at a token.
func participleAt(s *prose.Sentence, token int) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.From == token && (p.Form == prose.Gerund || p.Form == prose.Participle)
	})
}

// nextIsInfinitive says whether an infinitive begins at a token.
func nextIsInfinitive(s *prose.Sentence, token int) bool {
	return token < len(s.Tokens) && s.Tokens[token].Tag == prose.TO
}

// gerundBetween says whether a gerund with an object of its own that completes a verb or a preposition stands between two
// tokens: "fined for selling it in May", but not "as acting mayor in May".
func gerundBetween(s *prose.Sentence, from, to int) bool {
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.Form == prose.Gerund && from <= p.From && p.Head < to && p.Object >= 0 && marked(s, p.Object) && (p.Link == "ing" || p.From > 0 && s.Tokens[p.From-1].Tag == prose.IN) {
			return true
		}
	}
	return false
}

// opensRelative says whether a relative clause begins between two tokens: it has dates of its own or none.
func opensRelative(s *prose.Sentence, from, to int) bool {
	for i := max(from, 0); i < min(to, len(s.Tokens)); i++ {
		if t := s.Tokens[i].Tag; t == prose.WDT || t == prose.WP || t == prose.WPS {
			return true
		}
	}
	return false
}
