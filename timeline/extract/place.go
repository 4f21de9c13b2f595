package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/what"
	"annals/timeline/when"
)

// A placed is a time expression with the anchor that placed it; its Date is zero where it dates nothing.
type placed struct {
	when.Expression
	when.Placed
	anchor when.Anchor
	time   timeline.Time
	nth    int // the place of time in the record
	quoted bool
	joined bool // it is two times made one
	behind bool // it dates what is told next and nothing else: "two days after"
}

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
	for i := range mentions {
		best, open := -1, ahead(times)
		for j := range times {
			if open && mentions[i].Modality == timeline.Planned && behind(&times[j]) || times[j].Date.IsZero() || (mentions[i].Noun || mentions[i].Earlier(s) || nonfinite(s, &mentions[i])) && shadowed(&mentions[i], times, j) {
				continue
			}
			if ofTheVerb(mentions, i, &times[j]) {
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

// second says whether mention i follows another mention of the same time across a verb: "was appointed in 2017 and served
// until she took over" dates the appointment alone. A time at the head of a sentence is for all that follows.
func second(s *prose.Sentence, mentions []what.Mention, own []*placed, i int) bool {
	x := own[i]
	if x == nil || x.From <= headRoom || mentions[i].Trigger.From < x.To || verbsBetween(s, x.To, mentions[i].Trigger.From) == 0 {
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
	if x.quoted != m.Quoted || elsewhere(s, m, x) || toldOf(s, m, x) || inRelative(s, m, x) {
		return -1
	}
	if opensRelative(s, x.To, m.Trigger.From) || aside(s, m, x) || x.From > 0 && s.Tokens[x.From-1].Tag == prose.HYPH {
		return -1 // a date before "which", or in a name such as "post-2015"
	}
	if m.Type == timeline.Statement && m.Modality == timeline.Actual && x.anchor.Day != 0 && x.Placed.Earliest > x.anchor.Day {
		return -1 // nobody has said anything tomorrow
	}
	if !m.Noun && m.Modality == timeline.Planned && completes(s, &s.Predicates[m.Predicate], x.Expression) {
		return -1 // "was ordered on Monday to stand trial"
	}
	if x.From >= m.Trigger.To && gerundBetween(s, m.Trigger.To, x.From) {
		return -1 // "was fined for selling it in May": the date is the reason's
	}
	if p := phraseAt(s, m.Trigger.From); m.Noun && m.Definite && !x.behind && x.To <= m.Trigger.From && x.From > headRoom && p != nil && x.From < p.From {
		return -1 // "ruled on Monday the strike was lawful": the strike is known
	}
	var gap, verbs int
	if x.behind && (m.Trigger.From < x.To || verbsBetween(s, x.To, m.Trigger.From) > 0) {
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
	if x.To <= m.Trigger.From && x.From <= headRoom && !m.Noun && c > fronted {
		c = fronted + perVerb*verbs
	}
	far := farVerb
	if m.Noun {
		far = farNoun
		if x.From <= headRoom && isObject(s, m.Frame.Noun) {
			far = farVerb // "in July he helped arrange a meeting"
		}
	}
	if c > far {
		return -1
	}
	return c
}

// isObject says whether a verb has the noun at a token, not a known one, as its object.
func isObject(s *prose.Sentence, noun int) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Object >= 0 && s.Phrases[p.Object].Head == noun })
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
	if x.To <= m.Trigger.From && x.From > headRoom && slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Form == prose.Finite && p.Head < x.From }) {
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
		from, to = 0, min(x.From, teller(s, m))
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
// shootings on Friday" the shootings are known, and the condemnation is the news.
func ofTheVerb(mentions []what.Mention, i int, x *placed) bool {
	m := &mentions[i]
	if !m.Noun || !m.Definite || m.Frame.Predicate < 0 || x.From < m.Trigger.To {
		return false
	}
	for k := range mentions {
		if v := &mentions[k]; !v.Noun && v.Predicate == m.Frame.Predicate && v.Type != m.Type {
			return true
		}
	}
	return false
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

// gerundBetween says whether a gerund that completes a verb or a preposition stands between two tokens: "fined for
// selling it in May", "reported receiving it in May".
func gerundBetween(s *prose.Sentence, from, to int) bool {
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.Form == prose.Gerund && from <= p.From && p.Head < to && (p.Link == "ing" || p.From > 0 && s.Tokens[p.From-1].Tag == prose.IN) {
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

// date gives the finding its date, and says whether it may stand: a mention that counts only beside a date of
// its own falls where it has none.
func (r *reader) date(f *finding, s *prose.Sentence, x *placed) bool {
	if x == nil {
		if f.mention.Dated {
			return false
		}
		return r.story.undated(f, s)
	}
	t := x.time
	f.Grounds.Time = &t
	f.Date, f.Earliest, f.Latest, f.DateText = x.Date, x.Earliest, x.Placed.Latest, t.Text
	if b, ok := x.Value.(when.Bound); ok && f.Modality != timeline.Planned {
		r.deedWithin(f, s, b, x)
	}
	if b, ok := x.Value.(when.Bound); ok && b.Word == "until" && negated(s, &f.mention) {
		if day := b.Of.Resolve(x.anchor); !day.Date.IsZero() {
			f.Date, f.Earliest, f.Latest = day.Date, day.Earliest, day.Latest // "will not reopen until May" is to happen in May
		}
	}
	f.Basis = timeline.Relative
	if x.Explicit {
		f.Basis = timeline.Explicit
	}
	f.Grounds.Date = "the nearest date in the sentence"
	published := r.story.published
	switch {
	case published == 0:
	case f.Earliest > published:
		if f.Modality == timeline.Actual {
			f.Modality, f.Grounds.Modality = timeline.Planned, "its date lies after the publication"
		}
	case f.Modality == timeline.Planned && f.Latest != 0 && f.Latest < published:
		f.Modality, f.Grounds.Modality = timeline.Actual, "its date lies before the publication"
	}
	return true
}

// deedWithin dates a deed that is done by the end that a bound names: "since 2011" by its beginning, as exactly as the
// words do and no more; "by Sunday" by that day, on which it was news.
func (r *reader) deedWithin(f *finding, s *prose.Sentence, b when.Bound, x *placed) {
	switch {
	case isOpen(x.Date) && x.Placed.Latest >= r.story.published:
		if begin := b.Of.Resolve(x.anchor); !begin.Date.IsZero() {
			f.Date, f.Earliest, f.Latest = begin.Date, begin.Earliest, begin.Latest
		}
	case isClock(b.Of):
		if day := b.Of.Resolve(x.anchor); !day.Date.IsZero() {
			f.Date, f.Earliest, f.Latest = day.Date, day.Earliest, day.Latest // "shortly before midnight" is that day
		}
	case b.Word == "by" && pastVerb(s, &f.mention):
		a := x.anchor
		a.Direction = when.Past
		if day := b.Of.Resolve(a); day.Earliest != 0 && day.Earliest == day.Latest && day.Latest <= r.story.published {
			f.Date, f.Earliest, f.Latest = day.Date, day.Earliest, day.Latest
		}
	}
}

func isClock(v when.Value) bool {
	_, ok := v.(when.At)
	return ok
}

// pastVerb says whether a verb in the past tells the mention.
func pastVerb(s *prose.Sentence, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	return p.Tense == prose.Past && p.Form == prose.Finite && p.Modal == ""
}

func negated(s *prose.Sentence, m *what.Mention) bool {
	return !m.Noun && m.Predicate >= 0 && s.Predicates[m.Predicate].Negated
}

// isOpen says whether a date has a beginning and no end.
func isOpen(d edtf.Date) bool {
	from, to := d.Ends()
	return !from.IsZero() && to.IsZero()
}

// anchor builds the anchor for an expression.
func (st *story) anchor(s *prose.Sentence, e when.Expression, mentions []what.Mention) when.Anchor {
	a := st.thread.Anchor(s, e)
	if a.Day == 0 {
		a.From = "none: the article has no date"
	}
	a.Direction = direction(s, e)
	for i := range mentions {
		if m := &mentions[i]; m.Noun && m.Modality != timeline.Planned && e.To <= m.Frame.Noun && m.Frame.Noun-e.To <= modifierRoom && verbsBetween(s, e.To, m.Frame.Noun) == 0 {
			a.Direction = when.Past // "the July session would cost": the date is the noun's, not the verb's
		}
	}
	if _, last := a.Last.Bounds(); a.Direction == when.Future && a.Day != 0 && last < a.Day-monthDays {
		a.Last = edtf.Date{} // plans do not hang on what was told of long ago: "by the end of the year"
	}
	return a
}

// direction is where the verb that an expression belongs to looks: the nearest one, before or after it.
func direction(s *prose.Sentence, e when.Expression) when.Direction {
	if n, ok := e.Value.(when.Named); ok && n.Weekday != 0 && e.From > 0 && s.Tokens[e.From-1].Lower == prose.For.Preposition() {
		return when.Future // "announced a strike for Monday"
	}
	best, dir := -1, when.Past
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.Form != prose.Finite && p.Governor < 0 || completes(s, p, e) {
			continue
		}
		d := e.From - p.Head
		if d < 0 {
			d = p.Head - e.To + 2
		}
		if best >= 0 && d >= best {
			continue
		}
		best = d
		dir = looks(s, i)
	}
	return dir
}

// completes says whether a time stands between a verb and the infinitive p that completes it, and so with the verb:
// "voted on Tuesday to subpoena the bank".
func completes(s *prose.Sentence, p *prose.Predicate, e when.Expression) bool {
	return p.Form == prose.Infinitive && p.From == e.To && p.Governor >= 0 && s.Predicates[p.Governor].Head < e.From
}

// leans is the direction that a mention gives to the time that dates it; false where its form tells none.
func leans(s *prose.Sentence, m *what.Mention) (when.Direction, bool) {
	k := m.Predicate
	if m.Noun {
		k = m.Frame.Predicate
	}
	switch {
	case m.Modality == timeline.Planned && m.Noun:
		return when.Future, true
	case k < 0 || m.Noun || s.Predicates[k].Form != prose.Finite:
		return when.Past, false
	}
	return looks(s, k), true
}

// looks is the direction of predicate i; an infinitive looks ahead.
func looks(s *prose.Sentence, i int) when.Direction {
	p := &s.Predicates[i]
	if p.Scheduled && p.Tense == prose.Past && p.Form == prose.Finite {
		return when.Past // "was to meet on Monday": that Monday is over when it is told
	}
	if p.Tense == prose.Future || p.Scheduled || p.Modal == "will" || p.Modal == "shall" || p.Modal == "would" || p.Modal == "must" {
		return when.Future
	}
	if p.Form == prose.Infinitive {
		return when.Future
	}
	return when.Past
}

// span returns the interval from a to b as a date, or the day where they are the same.
func span(a, b edtf.Day) edtf.Date {
	if a == b {
		return a.Date()
	}
	return edtf.Interval(a.Date(), b.Date())
}
