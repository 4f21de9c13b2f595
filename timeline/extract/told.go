package extract

import (
	"slices"
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/prose"
)

// told returns the words of a clause, a mark where something is left out, with the name of a party in brackets behind the first
// pronoun that stands for it: a row of a timeline is read without the sentence before. Pronouns that somebody speaks are left
// as they are.
func (r *reader) told(s *prose.Sentence, clause []prose.Range, f *finding) string {
	var words []string
	for _, run := range clause {
		words = append(words, s.Words(run))
	}
	shown := strings.Join(words, " ")
	var b strings.Builder
	var glossed []string
	for i, run := range clause {
		switch {
		case i > 0:
			b.WriteString(" " + omission + " ")
		case cutBefore(s, f.where, run.From):
			if q, ok := quoteAround(s, run.From); ok {
				b.WriteString(s.Tokens[q.From].Text)
			}
			b.WriteString(omission + " ")
		}
		r.gloss(&b, s, run, f, shown, &glossed)
	}
	if n := len(clause); n > 0 && clause[n-1].To < len(s.Tokens) && cutBehind(s, clause[n-1].To) {
		b.WriteString(" " + omission)
		if q, ok := quoteAround(s, clause[n-1].To); ok {
			b.WriteString(s.Tokens[q.To-1].Text)
		}
	}
	return tidy(b.String())
}

// gloss writes the words of a run with the names of parties behind their pronouns.
func (r *reader) gloss(b *strings.Builder, s *prose.Sentence, run prose.Range, f *finding, shown string, glossed *[]string) {
	from := run.From
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From < run.From || p.To > run.To || s.Tokens[p.Head].Tag != prose.PRP || insideSpeech(r.text, s, p.Head) {
			continue
		}
		name := r.partyBehind(f, k)
		if name == "" || slices.Contains(*glossed, name) || named(shown, name) {
			continue
		}
		*glossed = append(*glossed, name)
		b.WriteString(gap(s, run, from) + s.Words(prose.Range{From: from, To: p.To}) + " [" + name + "]")
		from = p.To
	}
	if from < run.To {
		b.WriteString(gap(s, run, from) + s.Words(prose.Range{From: from, To: run.To}))
	}
}

// cutBefore says whether words stand before a token, other than a dateline.
func cutBefore(s *prose.Sentence, w prose.Where, token int) bool {
	d := datelineOf(s, w)
	return token > 0 && !(d > 0 && token <= d+1) && slices.ContainsFunc(s.Tokens[:token], isWord)
}

// quoteAround returns the quotation that goes on across the start of a token.
func quoteAround(s *prose.Sentence, token int) (prose.Quote, bool) {
	for _, q := range s.Quotes {
		if q.From < token && token < q.To-1 {
			return q, true
		}
	}
	return prose.Quote{}, false
}

// cutBehind says whether words stand behind a token.
func cutBehind(s *prose.Sentence, token int) bool {
	return slices.ContainsFunc(s.Tokens[token:], isWord)
}

func isWord(t prose.Token) bool {
	return strings.ContainsFunc(t.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
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
	if len(f.Actors)+len(f.Targets) == 0 {
		return ""
	}
	who, known := r.stands[phrase]
	if !known {
		if r.stands == nil {
			r.stands = map[int][]timeline.Party{}
		}
		who = r.cast.Party(f.where.Para, f.where.Sentence, phrase)
		r.stands[phrase] = who
	}
	if len(who) != 1 {
		return ""
	}
	is := func(p timeline.Party) bool { return p.Name == who[0].Name }
	if slices.ContainsFunc(f.Actors, is) || slices.ContainsFunc(f.Targets, is) {
		return who[0].Name
	}
	return ""
}
