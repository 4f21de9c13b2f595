package what

import (
	"slices"

	"annals/timeline/prose"
)

// fits says whether the entry's conditions hold at token i, which is the head of predicate p or of none (-1).
func (e *entry) fits(s, last *prose.Sentence, i, p int) bool {
	if !e.formed(s, i, p) || !e.worded(s, i, p) || p >= 0 && !e.told(s, p) {
		return false
	}
	around := scope{s, i, p, last, len(e.particle)}
	return e.surrounded(around) && e.acted(around) && e.beside(around)
}

// formed says whether the token is of the kind that the entry asks for: a verb, or a noun that is no other's attribute
// and no part of a name.
func (e *entry) formed(s *prose.Sentence, i, p int) bool {
	if !e.noun {
		return p >= 0
	}
	tok := &s.Tokens[i]
	if hyphenated := len(e.before) > 0 && e.before[len(e.before)-1] == "-"; attributive(s, i, hyphenated) || named(s, i) {
		return false
	}
	if calendar[tok.Text] && i > 0 || i > 1 && s.Tokens[i-1].Lower == "to" && plans[s.Tokens[i-2].Lemma] {
		return false // "released it in March", "vowed to march"
	}
	if p >= 0 && !verbalNoun(s, i, p) {
		return false
	}
	return len(e.particle)+len(e.before) > 0 || tok.Tag == prose.NoTag || tok.Tag.Noun() || nominal(s, i, e.lemma)
}

// told says whether predicate p tells the event in the way that the entry asks for.
func (e *entry) told(s *prose.Sentence, p int) bool {
	if len(e.particle) == 0 && cancels[verbal(s, &s.Predicates[p])] && !cancels[e.lemma] {
		return false // "called off the strike" calls none
	}
	if e.lemma == anyVerb && classes["copula"][s.Tokens[s.Predicates[p].Head].Lemma] {
		return false
	}
	return e.voiced(&s.Predicates[p]) && !(e.joint && consents(s, &s.Predicates[p])) && !(e.main && aside(s, &s.Predicates[p]))
}

// surrounded says whether the words that the entry asks for stand where it wants them, and those that it refuses do not.
func (e *entry) surrounded(around scope) bool {
	return every(e.after, around.after) && every(e.near, around.near) && every(e.by, around.subject) &&
		every(e.audience, around.addressed) && every(e.object, around.heads) && every(e.led, around.led) &&
		every(e.head, around.acts) && !slices.ContainsFunc(e.except, around.acts) && !slices.ContainsFunc(e.bare, around.barred)
}

// every says whether all conditions of a kind are met.
func every[C any](conditions []C, met func(C) bool) bool {
	return !slices.ContainsFunc(conditions, func(c C) bool { return !met(c) })
}

// acted says whether those who act, and those who are acted on, are of the kind that the entry asks for.
func (e *entry) acted(around scope) bool {
	switch {
	case e.fresh && !around.fresh(), e.somebody && !around.somebody(), e.power && !around.power(), e.person && !around.person():
		return false
	case e.land && !e.noun && !around.land(), e.land && e.noun && !inLand(around.s, around.i):
		return false
	}
	return !e.one || around.person() || around.himself()
}

// beside says whether what stands beside the trigger is as the entry asks.
func (e *entry) beside(around scope) bool {
	s, i, p := around.s, around.i, around.p
	switch {
	case e.alone && p >= 0 && s.Predicates[p].Object >= 0 && !s.Temporal(s.Predicates[p].Object):
		return false
	case e.complement && !complemented(s, p), e.bids && !bidden(s, p), e.plain && ofThings(s, i):
		return false
	}
	return !e.quoted || quotes(s, i)
}
