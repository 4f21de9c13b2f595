package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/prose"
	"annals/timeline/what"
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
func owners(s *prose.Sentence, relatives []prose.Range, mentions []what.Mention, times []placed) []*placed {
	own := make([]*placed, len(mentions))
	for i := range mentions {
		best := -1
		open := mentions[i].Modality == timeline.Planned && ahead(s, &mentions[i], times) && !planned(s, &mentions[i], true)
		for j := range times {
			if open && behind(&times[j]) || times[j].Date.IsZero() || taken(s, relatives, mentions, i, times, j) {
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

// taken says whether time j is another's than mention i's: of what stands between, around or beside them.
func taken(s *prose.Sentence, relatives []prose.Range, mentions []what.Mention, i int, times []placed, j int) bool {
	m, x := &mentions[i], &times[j]
	if (m.Noun || m.Earlier(s) || nonfinite(s, m)) && shadowed(s, m, times, j) {
		return true
	}
	return ofTheVerb(mentions, i, x) || ofTheNoun(s, mentions, i, x) || parted(s, relatives, mentions, i, x) || ofTheParticiple(s, m, x)
}

// parted says whether a relative clause parts the verb of mention i from a time. One without a comma that tells no event
// does not: "repealed the law that paid for them in 2016".
func parted(s *prose.Sentence, relatives []prose.Range, mentions []what.Mention, i int, x *placed) bool {
	m := &mentions[i]
	at, in := clauseOf(relatives, x.From), clauseOf(relatives, m.Trigger.From)
	if m.Noun || in == at || in >= 0 && carriesOn(s, relatives[in], x) {
		return false
	}
	if at < 0 || m.Trigger.From > x.From || breaks(s.Tokens[relatives[at].From-1].Tag) {
		return true
	}
	return slices.ContainsFunc(mentions, func(o what.Mention) bool { return clauseOf(relatives, o.Trigger.From) == at })
}

// carriesOn says whether a relative clause with a preposition stands right behind a time, and so tells what happened then:
// "an ambush on Tuesday in which six guards died".
func carriesOn(s *prose.Sentence, clause prose.Range, x *placed) bool {
	end := clause.From
	if breaks(s.Tokens[end-1].Tag) {
		end--
	}
	return x.To == end && s.Tokens[clause.From].Tag == prose.IN && opensRelative(s, clause.From+1, clause.From+2)
}

// ofTheParticiple says whether a time stands right behind a participle that tells more of the noun before it, and so dates
// that and not the verb m: "overturned a ban imposed in 2019", "a man arrested in May was charged". What is said in a
// letter sent in June is said in June.
func ofTheParticiple(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if m.Noun || atHead(s, x) || m.Type == timeline.Statement {
		return false
	}
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if k != m.Predicate && p.Form == prose.Participle && !p.Perfect && p.Link != "conj" && p.From > 0 && s.Tokens[p.From-1].Tag.Noun() &&
			onlyLeads(s, p.To, x.From) && (p.Head > m.Trigger.From || x.To <= m.Trigger.From) {
			paper := phraseAt(s, p.From-1) // ", in a motion filed on Thursday, asked"
			return paper == nil || paper.Prep < 1 || !breaks(s.Tokens[paper.Prep-1].Tag)
		}
	}
	return false
}

// onlyLeads says whether nothing but prepositions and adverbs stands from one token up to another, and few of them.
func onlyLeads(s *prose.Sentence, from, to int) bool {
	if from > to || to-from > modifierRoom {
		return false
	}
	return !slices.ContainsFunc(s.Tokens[from:to], func(t prose.Token) bool { return t.Tag != prose.IN && t.Tag != prose.RB })
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
	if x == nil || atHead(s, x) || isToldThen(s, &mentions[i], x) || mentions[i].Trigger.From < x.To || verbsBetween(s, x.To, mentions[i].Trigger.From) == 0 {
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
	if x.quoted != m.Quoted || elsewhere(s, m, x) && !ofOwnObject(s, m, x) || inRelative(s, m, x) || stale(s, m, x) {
		return -1
	}
	if !m.Noun && m.Predicate >= 0 && (m.Predicate == led(s, x.Expression) || isToldThen(s, m, x)) {
		return 0
	}
	if ofAnotherClause(s, m, x) || ofAnotherTime(s, m, x) || m.Noun && ofTheKnown(s, m, x) {
		return -1
	}
	c, far := distance(s, m, x), farVerb
	if m.Noun && !(atHead(s, x) && isObject(s, m.Frame.Noun)) { // "in July he helped arrange a meeting"
		far = farNoun
	}
	if c > far {
		return -1
	}
	return c
}

// stale says whether a time lies behind what a verb in the present tells: "sued on Monday and says".
func stale(s *prose.Sentence, m *what.Mention, x *placed) bool {
	return !atHead(s, x) && x.To <= m.Trigger.From && presentVerb(s, m) && x.Placed.Latest != 0 && x.Placed.Latest < x.anchor.Day
}

// ofAnotherClause says whether a time belongs to another clause of the sentence than the mention's.
func ofAnotherClause(s *prose.Sentence, m *what.Mention, x *placed) bool {
	behind := x.From >= m.Trigger.To
	comma := func(t prose.Token) bool { return t.Tag == prose.Comma }
	switch {
	case behind && led(s, x.Expression) >= 0 && slices.ContainsFunc(s.Tokens[m.Trigger.To:x.From], comma):
		return true // "had objected; the mayor, Piet Vos, on Thursday accused them": the date is the next verb's
	case !x.behind && toldOf(s, m, x) || insideTold(s, m, x) || ofTelling(s, m, x) || aside(s, m, x):
		return true
	case m.Noun && opensRelative(s, x.To, m.Trigger.From), x.From > 0 && s.Tokens[x.From-1].Tag == prose.HYPH:
		return true // a date before "which", or in a name such as "post-2015"
	case !m.Noun && m.Modality == timeline.Planned && completes(s, &s.Predicates[m.Predicate], x.Expression):
		return true // "was ordered on Monday to stand trial"
	case behind && gerundBetween(s, m.Trigger.To, x.From):
		return true // "was fined for selling it in May": the date is the reason's
	case m.Type == timeline.Statement && behind && longPast(x) && toldThen(s, x.To) >= 0 && !m.Earlier(s):
		return true // "asked for a review of the raid on June 27, when four people died"
	}
	return x.behind && !follows(s, m, x.To)
}

// ofAnotherTime says whether the mention cannot have been when x says, or x dates what a distance counts from.
func ofAnotherTime(s *prose.Sentence, m *what.Mention, x *placed) bool {
	switch {
	case m.Modality == timeline.Actual && !x.Explicit && liesAhead(s, m, x):
		return true // nobody has said or done anything tomorrow
	case hasDone(s, m) && x.Placed.Latest != 0 && x.Placed.Latest < x.anchor.Day && !sinceThen(x):
		return true // "has vowed to march on Sunday": the perfect has no date of the past
	case sinceThen(x) && x.To <= m.Trigger.From && pastVerb(s, m) && !s.Predicates[m.Predicate].Perfect && !atHead(s, x):
		return true // "the envoy, missing since May, was found": what goes on since then is something else
	case x.named && !(m.Noun && verbsBetween(s, m.Trigger.To, x.From) == 0):
		return true
	}
	return x.after && m.Noun && phraseAt(s, x.To) == phraseAt(s, m.Trigger.From)
}

// ofTheKnown says whether a noun takes up what is known, and the time is that of the verb beside it: "ruled on Monday the strike
// was lawful", "the raid followed an ambush on Tuesday".
func ofTheKnown(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if !m.Definite {
		return false
	}
	p := phraseAt(s, m.Trigger.From)
	return !x.behind && x.To <= m.Trigger.From && !atHead(s, x) && p != nil && x.From < p.From || ofTheObject(s, m, x)
}

// distance counts the tokens between x and m, each verb between them as several; a time at the head of its sentence is near to
// all verbs of the main clause.
func distance(s *prose.Sentence, m *what.Mention, x *placed) int {
	var gap, verbs int
	switch {
	case x.From >= m.Trigger.To:
		gap, verbs = x.From-m.Trigger.To, verbsBetween(s, m.Trigger.To, x.From)
	case x.To <= m.Trigger.From:
		gap, verbs = m.Trigger.From-x.To, verbsBetween(s, x.To, m.Trigger.From)
	}
	if p := m.Frame.Predicate; m.Noun && p >= 0 && verbs > 0 && m.Trigger.To <= s.Predicates[p].Head && s.Predicates[p].Head < x.From {
		verbs-- // "talks will be held on Friday": the verb is the noun's own
	}
	if m.Noun && verbs > 0 && x.From >= m.Trigger.To && (participleAt(s, m.Trigger.To) || participleOf(s, m, x.From)) {
		verbs-- // "a shutdown lasting all of last May": the participle tells more of the noun
	}
	c := gap + perVerb*(verbs+apart(s, m, x))
	if m.Noun && verbs == 1 && nextIsInfinitive(s, m.Trigger.To) {
		c -= perVerb / 2 // "operations to be ready by June": the verb carries on the noun
	}
	if x.To <= m.Trigger.From && atHead(s, x) && !m.Noun && c > fronted {
		if !nonfinite(s, m) {
			verbs = mainVerbs(s, x.To, m.Trigger.From) + apart(s, m, x)
		}
		c = fronted + perVerb*verbs
	}
	return c
}

// presentVerb says whether a verb in the plain present tells the mention.
func presentVerb(s *prose.Sentence, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	t := &s.Tokens[p.Head]
	past := t.Tag == prose.VBP && t.Lower != t.Lemma // "leaders struck a deal", tagged wrongly
	return p.Form == prose.Finite && p.Tense == prose.Present && !p.Perfect && p.Modal == "" && !past
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
