package what

import (
	"slices"
	"strings"

	"annals/timeline/prose"
)

// What stands beside a verb and is no side of it: words in quotation marks, and what is said of its object.

// quotes says whether words in quotation marks stand beside the verb at token i, with no other verb between: "described
// it as "a farce"", ""a farce", she quipped". What another verb quotes is not what this one says.
func quotes(s *prose.Sentence, i int) bool {
	for _, q := range s.Quotes {
		from, to := i+1, q.From
		if q.To <= i {
			if !spoken(s, q) {
				continue
			}
			from, to = q.To, i
		}
		if from <= to && !slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return from <= p.Head && p.Head < to }) {
			return true
		}
	}
	return false
}

// spoken says whether a quotation is one that its sentence goes on to ascribe: a comma or an end mark closes it.
func spoken(s *prose.Sentence, q prose.Quote) bool {
	inner := q.To - 2
	if inner >= q.From {
		switch s.Tokens[inner].Text {
		case ",", "?", "!", ".":
			return true
		}
	}
	return q.To < len(s.Tokens) && s.Tokens[q.To].Tag == prose.Comma
}

// complemented says whether an adjective or a noun says something of the verb's object: "called the ruling unjust".
func complemented(s *prose.Sentence, p int) bool {
	if p < 0 || s.Predicates[p].Object < 0 {
		return false
	}
	object := s.Predicates[p].Object
	if s.Predicates[p].Passive || s.Predicates[p].Second >= 0 {
		return s.Predicates[p].Second >= 0
	}
	if s.Phrases[object].From < s.Predicates[p].To || s.Phrases[object].To >= len(s.Tokens) {
		return false
	}
	if last := &s.Tokens[s.Phrases[object].To-1]; s.Phrases[object].To-s.Phrases[object].From > 2 && (classes["epithet"][last.Lower] || adjectival(last.Lower)) {
		return true // the tagger takes it for the noun's head
	}
	switch next := &s.Tokens[s.Phrases[object].To]; next.Tag {
	case prose.JJ, prose.JJR, prose.JJS, prose.VBN:
		return true
	default:
		return next.Lower == "a" || next.Lower == "an"
	}
}

// adjectival says whether a word has the look of an adjective and of no noun.
func adjectival(w string) bool {
	for _, ending := range []string{"less", "ful", "ous", "able", "ible", "ic", "ary"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return strings.HasPrefix(w, "un") && len(w) > 5
}

// bidden says whether an infinitive completes predicate p: "told them to leave", "was told to leave".
func bidden(s *prose.Sentence, p int) bool {
	return p >= 0 && slices.ContainsFunc(s.Predicates, func(q prose.Predicate) bool {
		return q.Governor == p && q.Form == prose.Infinitive && q.Link == "to" && q.Head > s.Predicates[p].Head
	})
}
