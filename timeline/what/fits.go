package what

import (
	"slices"

	"annals/timeline/prose"
)

// fits says whether the entry's conditions hold around a token. What costs least is asked first.
func (e *entry) fits(around *scope) bool {
	s, i, p := around.s, around.i, around.p
	if !e.noun && p < 0 || !e.worded(s, i, p) || e.noun && !e.nominal(s, i, p) || p >= 0 && !e.told(s, p) {
		return false
	}
	around.more = len(e.particle)
	return e.acted(around) && e.beside(around) && e.surrounded(around) && !e.undone(s, p)
}

// nominal says whether token i can be the entry's noun: no other's attribute, and no part of a name.
func (e *entry) nominal(s *prose.Sentence, i, p int) bool {
	if p >= 0 && !verbalNoun(s, i, p) {
		return false
	}
	if tok := &s.Tokens[i]; len(e.particle)+len(e.before) == 0 && tok.Tag != prose.NoTag && !tok.Tag.Noun() && !nominal(s, i, e.lemma) {
		return false
	}
	if hyphenated := len(e.before) > 0 && e.before[len(e.before)-1] == "-"; attributive(s, i, hyphenated) || named(s, i) {
		return false
	}
	if i > 1 && s.Tokens[i-1].Lower == "to" && plans[s.Tokens[i-2].Lemma] {
		return false // "vowed to march"
	}
	return i == 0 || !calendar[s.Tokens[i].Text] // "released it in March"
}

// told says whether predicate p tells the event in the way that the entry asks for.
func (e *entry) told(s *prose.Sentence, p int) bool {
	v := &s.Predicates[p]
	if !e.voiced(v) || e.joint && consents(s, v) || e.main && aside(s, v) {
		return false
	}
	return e.lemma != anyVerb || !classes["copula"][s.Tokens[v.Head].Lemma]
}

// undone says whether the verb with its particle takes back what the verb alone would tell: "called off the strike" calls none.
func (e *entry) undone(s *prose.Sentence, p int) bool {
	return p >= 0 && len(e.particle) == 0 && !cancels[e.lemma] && cancels[verbal(s, &s.Predicates[p])]
}

// surrounded says whether the words that the entry asks for stand where it wants them, and those that it refuses do not.
// Heads are asked before phrases, and phrases before windows.
func (e *entry) surrounded(around *scope) bool {
	return every(e.object, around.heads) && every(e.head, around.acts) && !slices.ContainsFunc(e.except, around.acts) &&
		every(e.by, around.subject) && every(e.audience, around.addressed) && every(e.led, around.led) &&
		every(e.after, around.after) && every(e.near, around.near) && !slices.ContainsFunc(e.bare, around.barred)
}

// every says whether all conditions of a kind are met.
func every[C any](conditions []C, met func(C) bool) bool {
	return !slices.ContainsFunc(conditions, func(c C) bool { return !met(c) })
}

// acted says whether those who act, and those who are acted on, are of the kind that the entry asks for.
func (e *entry) acted(around *scope) bool {
	switch {
	case e.fresh && !around.fresh(), e.somebody && !around.somebody(), e.power && !around.power(), e.person && !around.person():
		return false
	case e.land && !e.noun && !around.land(), e.land && e.noun && !inLand(around.s, around.i):
		return false
	}
	return !e.one || around.person() || around.himself()
}

// beside says whether what stands beside the trigger is as the entry asks.
func (e *entry) beside(around *scope) bool {
	s, i, p := around.s, around.i, around.p
	switch {
	case e.alone && p >= 0 && s.Predicates[p].Object >= 0 && !s.Temporal(s.Predicates[p].Object):
		return false
	case e.complement && !complemented(s, p), e.bids && !bidden(s, p), e.plain && ofThings(s, i):
		return false
	}
	return !e.quoted || quotes(s, i)
}
