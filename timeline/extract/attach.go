package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/what"
	"annals/timeline/when"
)

// How far an expression may stand from its trigger, in tokens, where each verb between them counts as several.
const (
	farVerb  = 26
	farNoun  = 9
	perVerb  = 8
	fronted  = 4 // what a date at the head of the sentence costs its main verb
	headRoom = 3 // a sentence's head is its first tokens

	beside = 2 // words between two times that say one: "this week, on Wednesday"

	monthDays = 31

	modifierRoom = 2 // words between a date and the noun that it stands before
)

// owners returns for each mention the expression that dates it, nil where none does.
func owners(s *prose.Sentence, mentions []what.Mention, times []placed) []*placed {
	own := make([]*placed, len(mentions))
	if len(times) == 0 {
		return own
	}
	relatives := s.Relatives()
	for i := range mentions {
		best, open := -1, ahead(times)
		for j := range times {
			if open && mentions[i].Modality == timeline.Planned && behind(&times[j]) || times[j].Date.IsZero() || (mentions[i].Noun || mentions[i].Earlier(s) || nonfinite(s, &mentions[i])) && shadowed(&mentions[i], times, j) {
				continue
			}
			if ofTheVerb(mentions, i, &times[j]) || ofTheNoun(s, mentions, i, &times[j]) {
				continue
			}
			if parted(s, relatives, mentions, i, &times[j]) {
				continue
			}
			c := cost(s, &mentions[i], &times[j])
			if c > 0 && mentions[i].Modality == timeline.Planned && behind(&times[j]) && crossed(s, &mentions[i], &times[j]) {
				continue // a plan does not take the past date of another verb
			}
			if c >= 0 && (best < 0 || c < best) {
				best, own[i] = c, &times[j]
			}
		}
		own[i] = finer(s, own[i], times)
	}
	for i := range own {
		if second(s, mentions, own, i) {
			own[i] = nil
		}
	}
	return own
}

// parted says whether a relative clause parts the verb of mention i from a time. One without a comma that tells no event
// does not: "repealed the law that paid for them in 2016".
func parted(s *prose.Sentence, relatives []prose.Range, mentions []what.Mention, i int, x *placed) bool {
	m := &mentions[i]
	at := clauseOf(relatives, x.From)
	if m.Noun || clauseOf(relatives, m.Trigger.From) == at {
		return false
	}
	if at < 0 || m.Trigger.From > x.From || breaks(s.Tokens[relatives[at].From-1].Tag) {
		return true
	}
	return slices.ContainsFunc(mentions, func(o what.Mention) bool { return clauseOf(relatives, o.Trigger.From) == at })
}

// clauseOf returns the number of the innermost relative clause around a token; -1 outside of all.
func clauseOf(relatives []prose.Range, token int) int {
	in := -1
	for k, r := range relatives {
		if r.From <= token && token < r.To {
			in = k
		}
	}
	return in
}

// second says whether mention i follows another mention of the same time across a verb: "was appointed in 2017 and served
// until she took over" dates the appointment alone. A time at the head of a sentence is for all that follows.
func second(s *prose.Sentence, mentions []what.Mention, own []*placed, i int) bool {
	x := own[i]
	if x == nil || atHead(s, x) || mentions[i].Trigger.From < x.To || verbsBetween(s, x.To, mentions[i].Trigger.From) == 0 {
		return false
	}
	for k := range own {
		if k != i && own[k] == x && mentions[k].Trigger.To <= x.From {
			return true
		}
	}
	return false
}

// finer returns the time beside x that says more exactly when, else x: "earlier this week, on Wednesday".
func finer(s *prose.Sentence, x *placed, times []placed) *placed {
	if x == nil {
		return nil
	}
	for j := range times {
		y := &times[j]
		if y.Earliest == 0 || y.Earliest < x.Earliest || y.Placed.Latest > x.Placed.Latest || y.Placed.Latest-y.Earliest >= x.Placed.Latest-x.Earliest {
			continue
		}
		if gap := max(y.From-x.To, x.From-y.To); gap >= 0 && gap <= beside && verbsBetween(s, min(x.To, y.To), max(x.From, y.From)) == 0 {
			return y
		}
	}
	return x
}

// nonfinite says whether a participle or an infinitive tells the mention.
func nonfinite(s *prose.Sentence, m *what.Mention) bool {
	return !m.Noun && m.Predicate >= 0 && (s.Predicates[m.Predicate].Form == prose.Gerund || s.Predicates[m.Predicate].Form == prose.Participle)
}

// cost is how far x stands from m; negative where it cannot date it.
func cost(s *prose.Sentence, m *what.Mention, x *placed) int {
	if x.quoted != m.Quoted || elsewhere(s, m, x) || inRelative(s, m, x) {
		return -1
	}
	if !atHead(s, x) && x.To <= m.Trigger.From && presentVerb(s, m) && x.Placed.Latest != 0 && x.Placed.Latest < x.anchor.Day {
		return -1 // "sued on Monday and says": it says so now
	}
	if q := led(s, x); q >= 0 && !m.Noun && m.Predicate == q {
		return 0
	} else if q >= 0 && x.From >= m.Trigger.To && slices.ContainsFunc(s.Tokens[m.Trigger.To:x.From], func(t prose.Token) bool { return t.Tag == prose.Comma }) {
		return -1 // "had objected; the mayor, Piet Vos, on Thursday accused them": the date is the next verb's
	}
	if toldOf(s, m, x) {
		return -1
	}
	if m.Noun && opensRelative(s, x.To, m.Trigger.From) || aside(s, m, x) || x.From > 0 && s.Tokens[x.From-1].Tag == prose.HYPH {
		return -1 // a date before "which", or in a name such as "post-2015"
	}
	if m.Modality == timeline.Actual && x.anchor.Day != 0 && x.Placed.Earliest > x.anchor.Day && (m.Type == timeline.Statement || x.anchor.Direction == when.Future && pastVerb(s, m) && !turns(s, m, x)) {
		return -1 // nobody has said or done anything tomorrow
	}
	if !m.Noun && m.Modality == timeline.Planned && completes(s, &s.Predicates[m.Predicate], x.Expression) {
		return -1 // "was ordered on Monday to stand trial"
	}
	if x.From >= m.Trigger.To && gerundBetween(s, m.Trigger.To, x.From) {
		return -1 // "was fined for selling it in May": the date is the reason's
	}
	if p := phraseAt(s, m.Trigger.From); m.Noun && m.Definite && !x.behind && x.To <= m.Trigger.From && !atHead(s, x) && p != nil && x.From < p.From {
		return -1 // "ruled on Monday the strike was lawful": the strike is known
	}
	var gap, verbs int
	if x.behind && !follows(s, m, x.To) {
		return -1
	}
	switch {
	case x.From >= m.Trigger.To:
		gap, verbs = x.From-m.Trigger.To, verbsBetween(s, m.Trigger.To, x.From)
	case x.To <= m.Trigger.From:
		gap, verbs = m.Trigger.From-x.To, verbsBetween(s, x.To, m.Trigger.From)
	}
	if p := m.Frame.Predicate; m.Noun && p >= 0 && verbs > 0 && m.Trigger.To <= s.Predicates[p].Head && s.Predicates[p].Head < x.From {
		verbs-- // "talks will be held on Friday": the verb is the noun's own
	}
	if m.Noun && verbs > 0 && x.From >= m.Trigger.To && participleAt(s, m.Trigger.To) {
		verbs-- // "a shutdown lasting all of last May": the participle tells more of the noun
	}
	c := gap + perVerb*(verbs+apart(s, m, x))
	if m.Noun && verbs == 1 && nextIsInfinitive(s, m.Trigger.To) {
		c -= perVerb / 2 // "operations to be ready by June": the verb carries on the noun
	}
	if x.To <= m.Trigger.From && atHead(s, x) && !m.Noun && c > fronted {
		c = fronted + perVerb*verbs
	}
	far := farVerb
	if m.Noun {
		far = farNoun
		if atHead(s, x) && isObject(s, m.Frame.Noun) {
			far = farVerb // "in July he helped arrange a meeting"
		}
	}
	if c > far {
		return -1
	}
	return c
}

// presentVerb says whether a verb in the plain present tells the mention.
func presentVerb(s *prose.Sentence, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	return p.Form == prose.Finite && p.Tense == prose.Present && !p.Perfect && p.Modal == ""
}

// follows says whether a mention is told by what stands first behind a token, by its first finite verb, or by one
// coordinated with that: "two days after troops led by a major seized the port and announced".
func follows(s *prose.Sentence, m *what.Mention, token int) bool {
	if m.Trigger.From < token {
		return false
	}
	if verbsBetween(s, token, m.Trigger.From) == 0 {
		return true
	}
	first := slices.IndexFunc(s.Predicates, func(p prose.Predicate) bool { return p.Head >= token && p.Form == prose.Finite })
	return !m.Noun && first >= 0 && (m.Predicate == first || m.Predicate >= 0 && s.Predicates[m.Predicate].Link == "conj" && s.Predicates[m.Predicate].Governor == first)
}

// turns says whether a time would be placed anew for a mention, because its own verb looks another way.
func turns(s *prose.Sentence, m *what.Mention, x *placed) bool {
	d, ok := leans(s, m)
	return ok && d != x.anchor.Direction && !x.Explicit && !x.quoted && !x.joined
}

// led returns the finite verb right before which a time stands, or whose clause it opens: "; in May the port closed",
// "and, in a letter sent in May, warned"; -1 where there is none.
func led(s *prose.Sentence, x *placed) int {
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
	return n
}

// aside says whether a time before the mention stands in a relative clause between commas: "the union, whose members
// marched in June, praised the plan".
func aside(s *prose.Sentence, m *what.Mention, x *placed) bool {
	comma := func(t prose.Token) bool { return t.Tag == prose.Comma }
	if x.To > m.Trigger.From || !slices.ContainsFunc(s.Tokens[x.To:m.Trigger.From], comma) {
		return false
	}
	for i := x.From - 1; i > 0 && !comma(s.Tokens[i]); i-- {
		if opensRelative(s, i, i+1) {
			return comma(s.Tokens[i-1]) || s.Tokens[i-1].Tag == prose.IN
		}
	}
	return false
}

// elsewhere says whether an expression stands inside a noun phrase that is not the mention's own: "a 2005 law" and
// "last year's flood" date the law and the flood. A day may date what is said there: "in a Tuesday statement".
func elsewhere(s *prose.Sentence, m *what.Mention, x *placed) bool {
	p := phraseAt(s, x.From)
	if p == nil || x.From == p.From || p.Head < x.To || p.From <= m.Trigger.From && m.Trigger.From < p.To {
		return false
	}
	speech := m.Type == timeline.Statement || m.Type == timeline.Testimony
	return !speech || x.Date.Unit() != edtf.UnitDay
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
func shadowed(m *what.Mention, times []placed, j int) bool {
	for k := range times {
		x, y := &times[k], &times[j]
		if k != j && (y.To <= x.From && x.To <= m.Trigger.From || m.Trigger.To <= x.From && x.To <= y.From) {
			return true
		}
	}
	return false
}

// behind says whether an expression lies wholly before the day of its anchor.
func behind(x *placed) bool {
	return x.Placed.Latest != 0 && x.anchor.Day != 0 && x.Placed.Latest < x.anchor.Day
}

// ahead says whether one of several times does not lie behind.
func ahead(times []placed) bool {
	for j := range times {
		if x := &times[j]; !x.Date.IsZero() && !behind(x) {
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
		if p.Form == prose.Gerund && from <= p.From && p.Head < to && p.Object >= 0 && s.Tokens[s.Phrases[p.Object].From].Tag != prose.NN && (p.Link == "ing" || p.From > 0 && s.Tokens[p.From-1].Tag == prose.IN) {
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
