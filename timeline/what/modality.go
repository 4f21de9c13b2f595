package what

import (
	"slices"

	"annals/timeline"
	"annals/timeline/prose"
)

// Governors of a complement, by what they make of it: "agreed to meet" is a plan, "began to meet" a fact,
// "refused to meet" no event of its own.
var (
	plans = set("plan intend agree vow promise pledge expect schedule set order ask direct instruct tell task propose " +
		"decide threaten prepare arrange announce vote require allow authorize authorise request invite")
	facts  = set("begin start continue manage help proceed resume go move see stop finish come appear cease lead prompt force cause compel oblige drive let")
	airs   = set("use take go turn appear write post speak return step tweet issue release") // "took to the air to deny"
	lights = set("hold take occur happen make erupt break flare collapse conduct lead arrange facilitate attend schedule begin open start end conclude " +
		"file launch give deliver last host chair convene mediate broker carry stage organize organise mount undertake")
	happens = set("take occur happen open start begin end conclude resume erupt break spread flare")
	causes  = set("spark prompt trigger provoke cause follow precede unleash ignite")
	wishes  = set("want prefer seek demand need urge propose favor favour support oppose avoid prevent consider threaten " +
		"forbid prohibit hope request weigh await call ask push press argue advocate suggest recommend fear expect deserve")
	supposes   = set("claim appear seem profess")
	amounts    = set("half third quarter rest majority part couple series number round string wave spate pair set dozen hundred handful day week month hour year kind lot")
	adrift     = set("for from of about against at as")
	intentions = set("plan request order decision proposal promise pledge agreement deal vote bid threat intention offer " +
		"demand call move effort attempt instruction directive permission mandate deadline commitment vow")
	tells    = set("say claim argue state warn insist allege add assert declare note")
	charges  = set("tell warn assure remind urge call describe dismiss brand demand accuse denounce condemn criticize criticise blame thank praise") // "left, accusing her of theft"
	intents  = set("say announce vow pledge promise declare add confirm warn threaten state tell")
	hearsay  = set("say report believe understand allege think suspect rumour rumor claim") // "is said to have met"
	standing = set("rarely seldom never sometimes occasionally repeatedly often always consistently long frequently regularly routinely usually generally currently")
	hedge    = set("reportedly allegedly purportedly supposedly rumored rumoured apparently")
)

// days are the words of a date that can stand right behind a noun.
var days = set("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow last next this " +
	"january february march april may june july august september october november december")

// calendar are the months that are nouns and verbs too.
var calendar = map[string]bool{"March": true, "May": true}

func set(list string) words {
	w := words{}
	for start, i := 0, 0; i <= len(list); i++ {
		if i == len(list) || list[i] == ' ' {
			w[list[start:i]] = true
			start = i + 1
		}
	}
	return w
}

// judge sets the modality of m, and says whether it is an event at all: what is only possible, conditional,
// habitual or not done gives no row.
func (m *Mention) judge(s *prose.Sentence) bool {
	if m.Noun {
		return m.judgeNoun(s)
	}
	p := &s.Predicates[m.Predicate]
	speech := m.Type == timeline.Statement || m.Type == timeline.Testimony
	if m.idle(s, p, speech) {
		return false
	}
	if speech && (m.crowd(s, p) || m.known(p) || m.stands(s, p)) {
		m.Dated = true
	}
	if until(s, p) {
		if p.Tense != prose.Past {
			m.planned(s, p)
		}
		return m.dated()
	}
	if p.Negated {
		return m.refused(s, p)
	}
	if !speech && m.contents(s, p) {
		return false
	}
	switch p.Modal {
	case "", "do":
	case "will", "shall":
		m.Dated = speech // "will say" is what somebody expects, "will speak on Friday" an appointment
		return m.planned(s, p)
	case "would", "must":
		m.Dated = speech || !intends(s, p)
		return !p.Perfect && m.planned(s, p) // but "would have vetoed it"
	default:
		return false
	}
	if p.Scheduled || p.Tense == prose.Future && p.Form != prose.Infinitive {
		return m.scheduled(s, p, speech)
	}
	switch p.Form {
	case prose.Infinitive:
		return m.judgeInfinitive(s, p, speech)
	case prose.Gerund:
		return m.judgeGerund(s, p, speech)
	case prose.Participle:
		return m.judgeParticiple(s, p, speech)
	}
	return m.judgeFinite(s, p, speech)
}

// idle says whether the predicate tells of no event at all: what is only possible or usual, what nobody did, what a thing
// contains.
func (m *Mention) idle(s *prose.Sentence, p *prose.Predicate, speech bool) bool {
	if p.Conditional || holds(s, standing, max(0, p.From-1), p.To) || qualifies(s, p) || p.Object >= 0 && s.Tokens[s.Phrases[p.Object].From].Lower == "no" {
		return true // "made no arrests"
	}
	if speech && p.Link == "relative" && p.Tense == prose.Present && len(s.Quotes) == 0 {
		return true // what somebody holds, not what he said one day
	}
	if m.Type == timeline.Statement && p.Passive && p.Agent < 0 && toVerb(s, p) && s.Tokens[p.Head].Lemma == "say" {
		return true // "is said to be ill"
	}
	if speech && p.Subject >= 0 && !p.Passive && !slices.Contains(m.Frame.Actor, prose.From) && classes["act"][s.Tokens[s.Phrases[p.Subject].Head].Lemma] {
		return true // "the motion accused him": what a paper contains belongs to its own row
	}
	if m.Type == "report" && p.Tense == prose.Present && p.Subject >= 0 && known(s, p.Subject) {
		return true // "the report says": it came out before this sentence
	}
	return p.Tense == prose.Present && habitual(s, p)
}

// scheduled judges what is to be: an arrangement, or what people expect or hope.
func (m *Mention) scheduled(s *prose.Sentence, p *prose.Predicate, speech bool) bool {
	m.planned(s, p)
	if p.Governor >= 0 {
		switch verb := s.Tokens[s.Predicates[p.Governor].Head].Lemma; {
		case verb == "hope" && p.Scheduled:
			return false // "hope to meet"
		case verb == "expect":
			return m.dated() // what people expect is no arrangement
		}
	}
	return !speech || m.dated()
}

func (m *Mention) judgeParticiple(s *prose.Sentence, p *prose.Predicate, speech bool) bool {
	if attribute(s, p) {
		return false
	}
	if lights[s.Tokens[p.Head].Lemma] && m.noun(s, p) {
		return false // "talks held in May", "a march led by students": the noun tells it
	}
	if !p.Perfect && !(speech && p.Agent >= 0) {
		m.Dated = true // "a memo posted by the senator" says who said it
	}
	m.hedged(s)
	return true
}

func (m *Mention) judgeFinite(s *prose.Sentence, p *prose.Predicate, speech bool) bool {
	if p.Tense == prose.Present && p.Progressive && p.Link == "relative" && !p.Perfect && !speech {
		m.planned(s, p) // "who is retiring next year"
		return m.dated()
	}
	if p.Tense == prose.Present && !p.Perfect && !speech && !performed(s, p) {
		if m.Type == "designation" && p.Passive && !p.Progressive {
			return false // "is listed in Frankfurt" is how things stand
		}
		if p.Link == "relative" && m.Family != "force" {
			return false // what something is for; but "the act, which takes effect in May"
		}
		m.Dated = true // else a habit, or a state
	}
	if p.Progressive && p.Tense == prose.Present && m.Family == "investigate" {
		m.Dated = false // "is investigating the fund" tells that somebody has begun to
		m.hedged(s)
		return true
	}
	if p.Tense == prose.Present && p.Progressive && !p.Perfect && !speech {
		m.planned(s, p) // "are meeting this week" is an appointment; without a time it is a state
		return m.dated()
	}
	m.hedged(s)
	return true
}

// contents says whether a paper does it, now or to come: "the bill would ban trawls", "the order bars them" tell what
// stands in it. That it takes effect is an event.
func (m *Mention) contents(s *prose.Sentence, p *prose.Predicate) bool {
	if p.Passive || p.Perfect || p.Object < 0 || p.Form != prose.Finite || p.Tense == prose.Past && p.Modal == "" || m.Family == "force" {
		return false
	}
	return headed(s, classes["act"], p.Subject)
}

// intends says whether a predicate tells what a speaker has in mind to do: "she said she was angry and would sue", "the
// league said its office would appeal", or what is announced: "announced that the troops would leave". What others would
// do, or what would follow, is no plan.
func intends(s *prose.Sentence, p *prose.Predicate) bool {
	if p.Modal != "would" || p.Perfect || p.Subject < 0 {
		return false
	}
	for p.Link == "conj" && p.Governor >= 0 && s.Predicates[p.Governor].Subject >= 0 {
		p = &s.Predicates[p.Governor]
	}
	if p.Link != "that" || p.Governor < 0 || p.Subject < 0 {
		return false
	}
	g := &s.Predicates[p.Governor]
	if g.Form != prose.Finite || g.Modal != "" || g.Negated || g.Subject < 0 {
		return false
	}
	verb, own, speaker := s.Tokens[g.Head].Lemma, &s.Phrases[p.Subject], &s.Phrases[g.Subject]
	switch {
	case verb == "announce":
		return true
	case p.Passive || !intents[verb]:
		return false
	case own.Possessor >= 0:
		return s.Phrases[own.Possessor].Pronoun
	}
	return own.Pronoun && (!speaker.Pronoun || s.Tokens[own.Head].Lower == s.Tokens[speaker.Head].Lower)
}

// noun says whether the participle stands right behind a noun that is a trigger of the same type.
func (m *Mention) noun(s *prose.Sentence, p *prose.Predicate) bool {
	if p.From == 0 || m.Type != "meeting" && m.Type != "protest" && m.Type != "election" {
		return false
	}
	is := func(e entry) bool { return e.noun && e.kind == m.Type }
	before := &s.Tokens[p.From-1]
	return slices.ContainsFunc(triggers[before.Lemma], is) || slices.ContainsFunc(triggers[before.Lower], is)
}

// known says whether a phrase is a paper that was named before: "the report", "her findings".
func known(s *prose.Sentence, phrase int) bool {
	p := &s.Phrases[phrase]
	return classes["study"][s.Tokens[p.Head].Lemma] && (definite(s, p.Head) || p.Possessor >= 0 && s.Phrases[p.Possessor].Pronoun)
}

// habitual says whether the predicate tells what happens again and again, or by whomever: "holds elections every five
// years", "whoever wins".
func habitual(s *prose.Sentence, p *prose.Predicate) bool {
	if p.Subject >= 0 {
		switch s.Tokens[s.Phrases[p.Subject].Head].Lower {
		case "whoever", "whichever", "anyone", "anybody":
			return true
		}
	}
	for j := p.To; j < min(len(s.Tokens), p.To+6); j++ {
		if s.Tokens[j].Lower == "every" && (j == 0 || s.Tokens[j-1].Tag != prose.IN) {
			return true
		}
	}
	return false
}

// until says whether a negated verb happens after all, at a time: "will not return until October".
func until(s *prose.Sentence, p *prose.Predicate) bool {
	if !p.Negated {
		return false
	}
	for j := p.To; j < min(len(s.Tokens), p.To+6); j++ {
		if s.Tokens[j].Lower == "until" || s.Tokens[j].Lower == "till" {
			return true
		}
	}
	return false
}

// toVerb says whether an infinitive follows the predicate.
func toVerb(s *prose.Sentence, p *prose.Predicate) bool {
	return p.To < len(s.Tokens) && s.Tokens[p.To].Tag == prose.TO
}

// qualifies says whether a participle stands as an adjective between a preposition or article and a noun: "over alleged
// payments".
func qualifies(s *prose.Sentence, p *prose.Predicate) bool {
	if p.From != p.Head || p.From == 0 || p.Head+1 >= len(s.Tokens) || s.Tokens[p.Head].Tag == prose.VBG {
		return false
	}
	before, after := s.Tokens[p.From-1].Tag, s.Tokens[p.Head+1].Tag
	return (before == prose.IN || before == prose.DT || before == prose.PRPS) &&
		(after.Noun() || after == prose.JJ || after == prose.VB)
}

// attribute says whether a participle only qualifies the noun behind it: "the elected chamber" tells no election, "an
// engineer abducted last May" an abduction.
func attribute(s *prose.Sentence, p *prose.Predicate) bool {
	if p.From > 0 && s.Tokens[p.From-1].Tag == prose.HYPH {
		return true // "a union-brokered truce"
	}
	next := p.Head + 1
	if p.From != p.Head || next >= len(s.Tokens) || days[s.Tokens[next].Lower] && p.From > 0 && s.Tokens[p.From-1].Tag.Noun() {
		return false
	}
	return s.Tokens[next].Tag.Noun() || s.Tokens[next].Tag == prose.JJ
}

// performed says whether a verb in the present does what it says: "hereby declares".
func performed(s *prose.Sentence, p *prose.Predicate) bool {
	for j := max(0, p.From-1); j < min(len(s.Tokens), p.To+1); j++ {
		if s.Tokens[j].Lower == "hereby" {
			return true
		}
	}
	return false
}

func (m *Mention) dated() bool { m.Dated = true; return true }

func (m *Mention) planned(s *prose.Sentence, p *prose.Predicate) bool {
	m.Modality = timeline.Planned
	m.Because = "“" + s.Words(prose.Range{From: p.From, To: p.To}) + "” looks ahead"
	return true
}

func (m *Mention) judgeInfinitive(s *prose.Sentence, p *prose.Predicate, speech bool) bool {
	if noun := intention(s, p); noun >= 0 && !speech {
		m.Modality = timeline.Planned
		m.Because = "what a “" + s.Tokens[noun].Text + "” is about is not yet done"
		return m.dated()
	}
	if p.Passive && describes(s, p) {
		m.planned(s, p) // "a vote to be held in May"
		return m.dated()
	}
	if headline(s, p) {
		return m.planned(s, p)
	}
	if p.Governor < 0 || p.Governor >= len(s.Predicates) {
		return false
	}
	g := &s.Predicates[p.Governor]
	lemma := s.Tokens[g.Head].Lemma
	switch {
	case g.Passive && p.Perfect && hearsay[lemma]:
		m.Modality, m.Because = timeline.Alleged, "“"+s.Tokens[g.Head].Text+" to have”: the source does not vouch for it"
		return true
	case p.Perfect && supposes[lemma] && !g.Passive && !g.Negated && !speech:
		m.Modality = timeline.Alleged
		m.Because = "“" + s.Tokens[g.Head].Text + "” does not vouch for it"
		return true
	case speech:
		return airs[lemma] && g.Tense == prose.Past && !g.Negated && g.Modal == "" && p.Head > g.Head
	case lemma == "vote" && m.Type == "legislation":
		return false // "voted to ban": the vote is the event
	case facts[lemma]:
		if p.Tense == prose.Future {
			m.planned(s, p) // "will begin to withdraw"
		}
		return !g.Negated
	case (plans[lemma] || lemma == "call" && g.Passive) && !g.Negated && g.Modal == "":
		m.Modality = timeline.Planned
		m.Because = "what “" + s.Tokens[g.Head].Text + "” is about is not yet done"
		return m.dated()
	}
	return false
}

// headline says whether an infinitive is all the verb that its sentence has, right behind who does it: "Doctors to strike for
// five days".
func headline(s *prose.Sentence, p *prose.Predicate) bool {
	for k := range s.Predicates {
		if q := &s.Predicates[k]; q.Head != p.Head && q.Head <= p.To || q.Form == prose.Finite {
			return false
		}
	}
	return slices.ContainsFunc(s.Phrases, func(k prose.Phrase) bool { return k.From == 0 && k.To == p.From })
}

// describes says whether an infinitive stands right behind a noun or behind a comma: "a vote to be held in May", "the new
// head, to be sworn in on Monday".
func describes(s *prose.Sentence, p *prose.Predicate) bool {
	if p.From == 0 {
		return false
	}
	before := s.Tokens[p.From-1].Tag
	return before == prose.Comma || before.Noun() && !definite(s, p.From-1) // but "the first woman to be elected"
}

// intention returns the noun that an infinitive completes, -1 where there is none: "the request of the premier to
// suspend the chamber".
func intention(s *prose.Sentence, p *prose.Predicate) int {
	for j := p.From - 1; j >= max(0, p.From-intentionRoom); j-- {
		t := &s.Tokens[j]
		if t.Tag.Verb() || t.Tag == prose.Comma {
			return -1
		}
		if t.Tag.Noun() && intentions[t.Lemma] {
			return j
		}
	}
	return -1
}

// intentionRoom is how many tokens may stand between such a noun and its infinitive.
const intentionRoom = 7

func (m *Mention) judgeGerund(s *prose.Sentence, p *prose.Predicate, speech bool) bool {
	if speech {
		if p.From > 0 && (adrift[s.Tokens[p.From-1].Lower] || s.Tokens[p.From-1].Lower == "in" || s.Tokens[p.From-1].Lower == "without") {
			return false // "succeeded in arguing"
		}
		if m.Type == timeline.Testimony {
			return p.Subject >= 0 || p.From == 0 // "testifying before the senate, she said"
		}
		lemma := s.Tokens[p.Head].Lemma
		return p.Subject >= 0 && (len(s.Quotes) > 0 || p.Passive && p.Agent >= 0 || p.Object < 0 && tells[lemma] && !toVerb(s, p) || p.Second >= 0 || p.Object >= 0 && charges[lemma])
	}
	if m.ruledOut(s, p) {
		return true
	}
	if k := p.Subject; k >= 0 && p.Link == "participle" && s.Phrases[k].To == p.From && (headed(s, classes["act"], k) || headed(s, classes["decree"], k)) {
		return false // "a decree banning the march": what it says
	}
	if p.From > 0 {
		switch before := s.Tokens[p.From-1].Lower; {
		case adrift[before], before == "without", m.Type == "personnel" && (before == "before" || before == "since"):
			return false // "before taking office in May": when, not what
		}
	}
	if g := p.Governor; g >= 0 && g < len(s.Predicates) && plans[s.Tokens[s.Predicates[g].Head].Lemma] && p.Link == "ing" {
		m.planned(s, p) // "proposed closing the port"
		return m.dated()
	}
	m.hedged(s)
	return m.dated()
}

// count says whether the vote at token i only tells how something ended: "confirmed on a vote of 64 to 35", "by six votes
// to three", "by unanimous vote". Votes are ballots.
func count(s *prose.Sentence, i int) bool {
	if s.Tokens[i].Lemma != "vote" {
		return false
	}
	if s.Tokens[i].Lower == "votes" || i+2 < len(s.Tokens) && s.Tokens[i+1].Lower == "of" && s.Tokens[i+2].Tag == prose.CD {
		return true
	}
	p := phraseOf(s, i)
	if p == nil || p.Prep < 0 {
		return false
	}
	prep := s.Tokens[p.Prep].Lower
	return prep == "on" || prep == "by"
}

func (m *Mention) hedged(s *prose.Sentence) {
	for j := max(0, m.Trigger.From-reach); j < min(len(s.Tokens), m.Trigger.To+3); j++ {
		if hedge[s.Tokens[j].Lower] {
			m.Modality = timeline.Alleged
			m.Because = "“" + s.Tokens[j].Text + "”: the source does not vouch for it"
		}
	}
}

// Earlier says whether the mention stands in the past perfect, or says so in a word: what "had agreed" and "previously agreed"
// tell lies before the story.
func (m *Mention) Earlier(s *prose.Sentence) bool {
	if m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	if before := p.From - 1; before >= 0 && p.Tense == prose.Past && !p.Perfect {
		switch s.Tokens[before].Lower {
		case "previously", "formerly", "once":
			return true // "previously promised"
		}
	}
	if !p.Perfect {
		return false
	}
	for i := p.From; i < p.Head; i++ {
		if s.Tokens[i].Lemma == "have" {
			return s.Tokens[i].Lower == "had" || s.Tokens[i].Lower == "'d"
		}
	}
	return false
}
