package what

import (
	"slices"

	"annals/timeline"
	"annals/timeline/prose"
)

// One deed can have two verbs: what somebody did in one go ("overran the post and burned it"), and a blow with what it came
// of ("two died when the shaft caved in"). The first verb tells it.

// deeds are the types whose rows stand for what happened, not for what somebody decided or said.
var deeds = map[timeline.Type]bool{"incident": true, "military": true, "protest": true, "election": true, "designation": true}

// within says whether a noun names the deed in which, or by which, the verb's came about: "won in the runoff", "died in the
// crash"; or the head of it: "declared a state of emergency".
func within(s *prose.Sentence, v *prose.Predicate, noun *Mention) bool {
	if amount(s, v.Object, noun.Trigger.From) || amount(s, v.Subject, noun.Trigger.From) {
		return true
	}
	p := phraseOf(s, noun.Trigger.From)
	if p == nil || p.Prep < 0 || !inside[s.Tokens[p.Prep].Lower] || whenIn(s, p) {
		return false
	}
	from, to := min(v.Head, p.Prep), max(v.Head, p.Prep)
	return !slices.ContainsFunc(s.Predicates, func(o prose.Predicate) bool { return from < o.Head && o.Head < to })
}

// whenIn says whether a noun phrase has its date in it: "in the August 2012 attack".
func whenIn(s *prose.Sentence, p *prose.Phrase) bool {
	for i := p.From; i < p.To; i++ {
		if t := &s.Tokens[i]; days[t.Lower] || t.Tag == prose.CD && len(t.Text) == 4 {
			return true
		}
	}
	return false
}

// inside are the prepositions of what a deed is part of.
var inside = set("in by with during at under of")

// twice says whether a verb before m tells the same deed.
func twice(s *prose.Sentence, found []Mention, m *Mention) bool {
	if m.Noun || !deeds[m.Type] {
		return false
	}
	return slices.ContainsFunc(found, func(o Mention) bool {
		if o.Noun || o.Type != m.Type || o.Trigger.From >= m.Trigger.From {
			return false
		}
		return (o.Family == m.Family || m.Type == "designation" && s.Predicates[m.Predicate].Link == "participle") && sameHands(s, o.Predicate, m.Predicate) || harms[s.Tokens[s.Predicates[o.Predicate].Head].Lemma] && occasion(s, o.Predicate, m.Predicate)
	})
}

// sameHands says whether the second verb goes on with the first one's clause, with no time of its own.
func sameHands(s *prose.Sentence, first, second int) bool {
	p, q := &s.Predicates[first], &s.Predicates[second]
	if q.Governor != first || q.Subject != p.Subject && q.Link != "participle" && q.Link != "relative" {
		return false
	}
	return !slices.ContainsFunc(q.Obliques, func(o int) bool { return s.Temporal(o) })
}

// occasion says whether the second verb's clause says on what occasion the first one came about, or what
// brought it: "perished in the storm that hit the coast".
func occasion(s *prose.Sentence, first, second int) bool {
	q := &s.Predicates[second]
	from := q.From
	if q.Subject >= 0 && q.Subject < len(s.Phrases) && s.Phrases[q.Subject].From < from {
		from = s.Phrases[q.Subject].From
	}
	if from == 0 || s.Predicates[first].To > from {
		return false
	}
	before := s.Tokens[from-1].Lower
	return before == "when" || before == "as" || q.Link == "relative" && s.Predicates[first].To <= from
}

// harms are the verbs of what befalls people.
var harms = set("kill die injure wound hurt drown perish suffocate burn trap bury crush strand lose poison sicken electrocute displace trample hospitalise hospitalize overcome")
