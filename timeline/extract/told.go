package extract

import (
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// told returns the words of a clause with the name of a party in brackets behind the first pronoun that stands for it:
// a row of a timeline is read without the sentence before. Pronouns that somebody speaks are left as they are.
func (r *reader) told(s *prose.Sentence, clause prose.Range, f *finding) string {
	var b strings.Builder
	from := clause.From
	words := s.Words(clause)
	var glossed []string
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From < clause.From || p.To > clause.To || s.Tokens[p.Head].Tag != prose.PRP || insideSpeech(r.text, s, p.Head) {
			continue
		}
		name := r.partyBehind(f, k)
		if name == "" || slices.Contains(glossed, name) || named(words, name) {
			continue
		}
		glossed = append(glossed, name)
		b.WriteString(gap(s, clause, from) + s.Words(prose.Range{From: from, To: p.To}) + " [" + name + "]")
		from = p.To
	}
	if from < clause.To {
		b.WriteString(gap(s, clause, from) + s.Words(prose.Range{From: from, To: clause.To}))
	}
	return tidy(b.String())
}

// named says whether the words have a name already, be it only its last word.
func named(words, name string) bool {
	fields := strings.Fields(name)
	return strings.Contains(words, fields[len(fields)-1])
}

// gap is the space that stands before a token, unless it is the first of the clause.
func gap(s *prose.Sentence, clause prose.Range, token int) string {
	if token > clause.From && s.Tokens[token-1].End < s.Tokens[token].Start {
		return " "
	}
	return ""
}

// partyBehind returns the name of the one party of an event that a phrase stands for, or nothing.
func (r *reader) partyBehind(f *finding, phrase int) string {
	who := r.cast.Party(f.where.Para, f.where.Sentence, phrase)
	if len(who) != 1 {
		return ""
	}
	is := func(p timeline.Party) bool { return p.Name == who[0].Name }
	if slices.ContainsFunc(f.Actors, is) || slices.ContainsFunc(f.Targets, is) {
		return who[0].Name
	}
	return ""
}
