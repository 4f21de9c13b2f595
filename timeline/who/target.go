package who

import (
	"fmt"
	"slices"

	"annals/timeline"
	"annals/timeline/prose"
)

// Targets need more than Party gives: an act befalls things that do nothing themselves, and what is done to what
// somebody has, or said of what somebody did, is done to or said of that somebody.

// patients are nouns of things that an event can befall.
var patients = readSet("patient.txt")

// speaking are nouns of saying, with an audience behind "to" or "with".
var speaking = readSet("speaking.txt")

// target returns whom or what a phrase means as the side that something is done to: a party, a place or a thing that
// can be struck or closed, else whose it is ("confirmed Lind's nomination") or what it is of ("the gates of the dam").
func (x *sides) target(phrase int) []timeline.Party {
	p := &x.s.Phrases[phrase]
	switch {
	case x.thing(phrase):
		return nil
	case x.s.Temporal(phrase):
		return x.owner(phrase) // "Lind's resignation Monday night"
	}
	var found []timeline.Party
	for _, k := range append([]int{phrase}, p.Conj...) {
		if k < 0 || k >= len(x.s.Phrases) || k != phrase && (x.s.Phrases[k].Appositive || subjectOf(x.s, phrase, k) || parted(x.s, phrase, k) || slices.Contains(p.Appos, k) || function(x.s, phrase, k)) {
			continue
		}
		found = merge(found, x.befallen(k))
	}
	return found
}

// befallen is target without what is coordinated with the phrase.
func (x *sides) befallen(phrase int) []timeline.Party {
	p := &x.s.Phrases[phrase]
	head := x.s.Tokens[p.Head].Lower
	if vacancy(x.s, phrase) {
		return nil
	}
	if found := x.c.one(x.w, phrase); len(found) > 0 || p.Pronoun {
		return found
	}
	if patients[head] || patients[singular(head)] {
		if name := x.c.roleName(x.w, p.Range, p.Head, phrase); name != "" {
			return []timeline.Party{{Name: name + x.site(p.To), Kind: timeline.Place}}
		}
	}
	if owner := x.owner(phrase); len(owner) > 0 {
		return owner
	}
	if of := p.Of; of >= 0 && of < len(x.s.Phrases) && of != phrase && x.s.Phrases[of].From > p.Head {
		return x.target(of)
	}
	return nil
}

// parted says whether a preposition parts two phrases, so that the second is in a row with what that governs: "an
// emergency in Colne and Dray".
func parted(s *prose.Sentence, phrase, later int) bool {
	return slices.ContainsFunc(s.Phrases[min(phrase, later):later], func(p prose.Phrase) bool {
		return p.From >= s.Phrases[phrase].To && p.Prep >= s.Phrases[phrase].To && s.Tokens[p.Prep].Lower == "in"
	})
}

// vacancy says whether a phrase is an office that nobody holds yet: "a new mayor".
func vacancy(s *prose.Sentence, phrase int) bool {
	p := &s.Phrases[phrase]
	first := s.Tokens[p.From].Lower
	return p.Head-p.From >= 2 && (first == "a" || first == "an") && (s.Tokens[p.From+1].Lower == "new" || s.Tokens[p.From+1].Lower == "interim") &&
		prose.IsTitle(s.Tokens[p.Head].Lower)
}

// owner returns whose a thing is.
func (x *sides) owner(phrase int) []timeline.Party {
	p := &x.s.Phrases[phrase]
	if o := p.Possessor; o >= 0 && o != phrase && o < len(x.s.Phrases) {
		return x.c.one(x.w, o)
	}
	if p.From < p.Head && possessive(x.s.Tokens[p.From].Lower) {
		return x.c.pronoun(x.w, p.From)
	}
	return nil
}

// site is the named place that a thing stands at or over: " at Cape Dorn" behind "a lighthouse".
func (x *sides) site(at int) string {
	if at >= len(x.s.Tokens) || x.s.Tokens[at].Lower != "at" && x.s.Tokens[at].Lower != "over" {
		return ""
	}
	p := x.governedBy(at)
	if p < 0 || x.s.Phrases[p].Name < 0 || x.s.Temporal(p) {
		return ""
	}
	return " " + clean(x.s.Words(prose.Range{From: at, To: x.s.Phrases[p].To}))
}

// thing says whether a phrase is the "it" of a thing: what was acted on last, a bill or a complaint, and no party.
func (x *sides) thing(phrase int) bool {
	p := &x.s.Phrases[phrase]
	if x.s.Tokens[p.Head].Lower != "it" {
		return false
	}
	w, limit := x.w, p.From
	for range 2 {
		s := x.c.sentence(w)
		for i := len(s.Predicates) - 1; i >= 0; i-- {
			q := &s.Predicates[i]
			o := q.Patient()
			if q.Head >= limit || o < 0 || o >= len(s.Phrases) || s.Phrases[o].To > limit || s.Phrases[o].Pronoun || s.Temporal(o) {
				continue
			}
			head := s.Tokens[s.Phrases[o].Head].Lower
			return singular(head) == head && len(x.c.one(w, o)) == 0
		}
		if w = x.c.previous(w); w.Para < 0 {
			return false
		}
		limit = len(x.c.sentence(w).Tokens)
	}
	return false
}

// object resolves what an act is done to; where the phrase analysis has none, the name right behind the verb.
func (x *sides) object(p *prose.Predicate) ([]timeline.Party, string) {
	found, ground := x.phrase(p, func(p *prose.Predicate) int { return p.Object }, "object", false)
	if len(found) > 0 || p == nil || p.Object >= 0 || p.Second >= 0 || p.Passive && !x.active(p) {
		return found, ground
	}
	at := phraseAt(x.s, p.To)
	if at < 0 {
		return nil, ""
	}
	found = x.target(at)
	if slices.ContainsFunc(found, func(p timeline.Party) bool { return p.Kind == timeline.Other }) {
		return nil, "" // as likely the adjective of a noun that was taken for a verb
	}
	return found, x.ground(fmt.Sprintf("right behind %q", x.s.Tokens[p.Head].Text), x.s.Phrases[at].Range, found)
}

// audience resolves whom something is said to: the phrase after "to" right behind the verb or behind a noun of saying
// ("in a letter to the union"), after "with" behind one ("in an interview with the paper"), or of another verb of
// speech beside it ("Speaking to reporters", "telling the paper").
func (x *sides) audience() ([]timeline.Party, string) {
	t := x.trigger()
	if t < 0 {
		return nil, ""
	}
	for i := range x.s.Tokens {
		prep := x.s.Tokens[i].Lower
		if prep != "to" && prep != "with" || quoteAt(x.s, i) != quoteAt(x.s, t) || !x.sameClause(i, t) || !x.carries(i, t) {
			continue
		}
		if found, r := x.after(i, false); x.c.hearers(found) {
			return found, x.ground(fmt.Sprintf("%q in what is said", prep), r, found)
		}
	}
	return x.told(t)
}

// carries says whether the preposition at token i follows a verb of saying or a noun of saying, days and adverbs between.
func (x *sides) carries(i, trigger int) bool {
	if i+1 < len(x.s.Tokens) && x.s.Tokens[i+1].Tag == prose.VB {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		t := &x.s.Tokens[k]
		switch {
		case k == trigger:
			return x.s.Tokens[i].Lower == "to"
		case x.f.Noun >= 0 && k < trigger:
			return false
		case x.s.Tokens[i].Lower == "to" && (t.Lower == "speaking" || t.Lower == "talking" || t.Lower == "spoke" || t.Lower == "talked"):
			return true
		case speaking[t.Lower]:
			return x.f.Noun < 0
		case timely(t) || t.Tag == prose.RB || t.Lower == "on" || t.Lower == "this" || t.Lower == "last" || t.Tag == prose.CD:
			continue
		}
		return false
	}
	return false
}

// timely says whether a token is a word of time.
func timely(t *prose.Token) bool { return prose.IsTime(t.Lower) || prose.IsTime(t.Lemma) }

// sameClause says whether no clause of its own parts a preposition from the trigger.
func (x *sides) sameClause(i, trigger int) bool {
	from, to := min(i, trigger), max(i, trigger)
	for k := from; k < to; k++ {
		switch x.s.Tokens[k].Lower {
		case ";", "that", "which", "who", "after", "because", "while":
			return false
		}
	}
	return true
}

// told reads the audience off a second verb of telling that hangs on the same speaker: "backed the plan, telling
// reporters".
func (x *sides) told(trigger int) ([]timeline.Party, string) {
	for i := range x.s.Predicates {
		p := &x.s.Predicates[i]
		if x.s.Tokens[p.Head].Lower != "telling" || p.Second < 0 || p.Head <= trigger || quoteAt(x.s, p.Head) != quoteAt(x.s, trigger) {
			continue
		}
		if found := x.target(p.Second); x.c.hearers(found) {
			return found, x.ground("told in the same breath", x.s.Phrases[p.Second].Range, found)
		}
	}
	return nil, ""
}

// hearers says whether parties can be spoken to.
func (c *Cast) hearers(found []timeline.Party) bool {
	return len(found) > 0 && !slices.ContainsFunc(found, func(p timeline.Party) bool {
		return p.Kind == timeline.Place && !c.isLand(p.Name)
	})
}

// content resolves whom the clause that completes a verb is about: its subject.
func (x *sides) content(p *prose.Predicate) ([]timeline.Party, string) {
	if p == nil || x.f.Noun >= 0 {
		return nil, ""
	}
	for i := range x.s.Predicates {
		q := &x.s.Predicates[i]
		if q.From < p.To || q.Form != prose.Finite {
			continue
		}
		if q.Link == "relative" || q.Subject < 0 || q.Subject >= len(x.s.Phrases) || x.s.Phrases[q.Subject].From < p.To || quoteAt(x.s, q.Head) != quoteAt(x.s, p.Head) && quoteAt(x.s, x.s.Phrases[q.Subject].Head) != quoteAt(x.s, p.Head) {
			return nil, ""
		}
		if x.s.Tokens[x.s.Phrases[q.Subject].Head].Lower == "it" {
			return nil, "" // what was decided about, not who
		}
		subject := q.Subject
		if at := x.opening(p); at >= 0 {
			subject = at
		}
		found := x.target(subject)
		return found, x.ground(fmt.Sprintf("whom the clause behind %q is about", x.s.Tokens[p.Head].Text), x.s.Phrases[subject].Range, found)
	}
	return nil, ""
}

// opening returns the phrase that begins right behind a verb or its "that", with its owners before it, or -1.
func (x *sides) opening(p *prose.Predicate) int {
	at := p.To
	if at < len(x.s.Tokens) && x.s.Tokens[at].Lower == "that" {
		at++
	}
	phrase := phraseAt(x.s, at)
	for range 3 {
		owned := slices.IndexFunc(x.s.Phrases, func(q prose.Phrase) bool { return phrase >= 0 && q.Possessor == phrase })
		if owned < 0 {
			break
		}
		phrase = owned
	}
	if phrase >= 0 && (x.s.Temporal(phrase) || x.s.Phrases[phrase].Pronoun) {
		return -1
	}
	return phrase
}
