package what

import (
	"slices"

	"annals/timeline/prose"
)

// What a noun that names an event must be, beside its own line in a list: no name, no mere qualifier, and without a date
// something new that a verb or an author brings about.

// named says whether the noun at token i is a word of a name: the "Order" of an act, the "Appeal" of a
// court, "Mr Sessions".
func named(s *prose.Sentence, i int) bool {
	if t := &s.Tokens[i]; i > 0 && t.Tag.Proper() && t.Lemma != "brexit" && s.Tokens[i-1].Tag == prose.DT && i+1 < len(s.Tokens) && s.Tokens[i+1].Lower == "of" {
		return true // "the Order of Saint Benedict"
	}
	for k := range s.Names {
		if n := &s.Names[k]; n.From <= i && i < n.To {
			return n.To-n.From > 1 || n.Kind == prose.Person
		}
	}
	return false
}

// nominal says whether an adjective stands where only a noun can, before a verb or a preposition: "the offensive began"; a word in
// -ing is the noun if the list has it so.
func nominal(s *prose.Sentence, i int, lemma string) bool {
	if s.Tokens[i].Tag == prose.VBG {
		return s.Tokens[i].Lower == lemma
	}
	if s.Tokens[i].Tag != prose.JJ || i == 0 || i+1 >= len(s.Tokens) {
		return false
	}
	before, next := s.Tokens[i-1].Tag, s.Tokens[i+1].Tag
	opens := before == prose.DT || before == prose.POS || before == prose.PRPS || before == prose.JJ || before.Noun()
	return opens && (next.Verb() && next != prose.VBG || next == prose.IN || next == prose.MD)
}

// ofThings says whether the noun at token i only counts what follows: "a flood of letters", but not "the flood of May 2".
func ofThings(s *prose.Sentence, i int) bool {
	if i+2 >= len(s.Tokens) || s.Tokens[i+1].Lower != "of" {
		return false
	}
	tag := s.Tokens[i+2].Tag
	return (tag.Noun() || tag == prose.JJ) && !days[s.Tokens[i+2].Lower] && !tag.Proper()
}

// verbalNoun says whether a gerund taken for a predicate stands as a noun: it has no object, and a verb or "of" follows, or an
// article goes before: "fighting flared", "the storming of the town".
func verbalNoun(s *prose.Sentence, i, p int) bool {
	g := &s.Predicates[p]
	if s.Tokens[i].Tag != prose.VBG || g.From != g.Head || g.Object >= 0 || i+1 >= len(s.Tokens) {
		return false
	}
	next := &s.Tokens[i+1]
	if i == 0 || s.Tokens[i-1].Tag != prose.DT && s.Tokens[i-1].Tag != prose.JJ {
		return next.Lower == "of" || next.Tag.Verb() && next.Tag != prose.VBG || next.Tag == prose.MD
	}
	return !next.Tag.Noun()
}

// attributive says whether the noun at token i only qualifies another: "an election rally", "the no-deal camp". A day
// or month behind it is a date: "a meeting Friday". The hyphen before may be the entry's own: "cease-fire".
func attributive(s *prose.Sentence, i int, hyphenated bool) bool {
	if i > 0 && s.Tokens[i-1].Tag == prose.HYPH && !hyphenated {
		return true
	}
	next := i + 1
	if next >= len(s.Tokens) {
		return false
	}
	if s.Tokens[next].Tag == prose.HYPH {
		return true
	}
	if s.Tokens[next].Tag == prose.VB && !headsVerb(s, next) {
		return true // "an election rally": the tagger takes the noun for a verb
	}
	for k := range s.Phrases {
		if p := &s.Phrases[k]; p.From <= i && next < p.To {
			return s.Tokens[next].Tag.Noun() && !days[s.Tokens[next].Lower]
		}
	}
	return false
}

// headsVerb says whether token i is the verb of a predicate.
func headsVerb(s *prose.Sentence, i int) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Head == i })
}

// light says whether the noun's verb only says that it came about: "held talks", "the march took place".
func (m *Mention) light(s *prose.Sentence, i int) bool {
	if m.Frame.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Frame.Predicate]
	verb := s.Tokens[p.Head].Lemma
	if !lights[verb] || amount(s, p.Object, i) {
		return lights[verb]
	}
	if verb == "take" && !p.Passive && !(p.Object >= 0 && s.Tokens[s.Phrases[p.Object].Head].Lemma == "place") {
		return false // "the decree took effect"
	}
	return (p.Passive || happens[verb]) && amount(s, p.Subject, i) // but "the truce held"
}

// caused says whether the noun is new and its verb says that it came of something, or something of it: "sparked protests",
// "led to a shutdown", "a strike brought down the ministry".
func (m *Mention) caused(s *prose.Sentence, i int) bool {
	if m.Frame.Predicate < 0 || !fresh(s, i) {
		return false
	}
	p := &s.Predicates[m.Frame.Predicate]
	if p.Modal != "" || p.Tense == prose.Present && !p.Perfect || p.Form == prose.Infinitive {
		return false
	}
	verb := s.Tokens[p.Head].Lemma
	if causes[verb] && !p.Passive && (amount(s, p.Object, i) || p.Object >= 0 && slices.ContainsFunc(s.Phrases[p.Object].Conj, func(o int) bool { return inPhrase(s, o, i) })) {
		return true
	}
	return verb == "lead" && slices.ContainsFunc(p.Obliques, func(o int) bool {
		return s.Tokens[s.Phrases[o].Prep].Lower == "to" && amount(s, o, i)
	})
}

// fresh says whether the noun phrase around token i names what was not known before: "a", "two", or no article.
func fresh(s *prose.Sentence, i int) bool {
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From > i || i >= p.To {
			continue
		}
		first := &s.Tokens[p.From]
		return p.Possessor < 0 && first.Tag != prose.PRPS && (first.Tag != prose.DT || first.Lower == "a" || first.Lower == "an" || first.Lower == "another")
	}
	return false
}

// authored says whether the noun is new and says whose deed it is: "a lawsuit by two farmers", "a call between them".
func authored(s *prose.Sentence, i int) bool {
	if i+2 >= len(s.Tokens) || s.Tokens[i+1].Lower != "by" && s.Tokens[i+1].Lower != "between" {
		return false
	}
	for k := range s.Phrases {
		if p := &s.Phrases[k]; p.From <= i && i < p.To {
			return s.Tokens[p.From].Lower == "a" || s.Tokens[p.From].Lower == "an"
		}
	}
	return false
}

// convened says whether the noun is new and says when and where something was done: "decided at a meeting in Lund", "left
// after talks with the guild".
func convened(s *prose.Sentence, i int) bool {
	p := phraseOf(s, i)
	if p == nil || p.Prep < 0 || i+1 >= len(s.Tokens) || p.Possessor >= 0 {
		return false
	}
	first := &s.Tokens[p.From]
	if first.Tag == prose.DT && first.Lower != "a" && first.Lower != "an" || first.Lower == "no" || first.Lower == "any" {
		return false
	}
	if prep := s.Tokens[p.Prep].Lower; !placed(s, i) && prep != "following" && prep != "after" {
		return false
	}
	switch s.Tokens[i+1].Lower {
	case "in", "at", "with", "between", "on":
		return true
	}
	return false
}

// placed says whether the noun says where something was done: "at a summit".
func placed(s *prose.Sentence, i int) bool {
	p := phraseOf(s, i)
	if p == nil || p.Prep < 0 {
		return false
	}
	switch s.Tokens[p.Prep].Lower {
	case "at", "during", "in":
		return true
	}
	return false
}

// definite says whether the noun phrase around token i points back: "the", "this".
func definite(s *prose.Sentence, i int) bool {
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From > i || i >= p.To {
			continue
		}
		switch s.Tokens[p.From].Lower {
		case "the", "this", "that", "these", "those":
			return true
		}
		return false
	}
	return false
}

// governing returns the predicate whose object, subject or oblique the noun at token i is; -1 where there is none.
func governing(s *prose.Sentence, i int) int {
	for n := range s.Predicates {
		p := &s.Predicates[n]
		if amount(s, p.Subject, i) || amount(s, p.Object, i) || p.Object >= 0 && slices.ContainsFunc(s.Phrases[p.Object].Conj, func(o int) bool { return inPhrase(s, o, i) }) {
			return n
		}
		for _, o := range p.Obliques {
			if inPhrase(s, o, i) {
				return n
			}
		}
	}
	return -1
}
