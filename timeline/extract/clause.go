package extract

import (
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
	"annals/timeline/what"
)

// longestClause is how many bytes of a sentence a row of a timeline shows before it is cut at a clause.
const longestClause = 240

// clause returns the tokens that tell the event: the sentence, or where that is long the widest run of its clauses around
// the trigger that is short enough. It is cut where one clause ends and another begins, not inside a list, an
// apposition or a quotation; a clause that is itself too long ends with a phrase.
func clause(s *prose.Sentence, m what.Mention) prose.Range {
	all := prose.Range{From: 0, To: len(s.Tokens)}
	if len(s.Text) <= longestClause {
		return all
	}
	need := core(s, m)
	if m.Type != timeline.Statement { // of what is said the first clauses are better than none
		if r, ok := widest(s, need, cuts(s, true)); ok {
			return trim(s, r)
		}
	}
	if r, ok := widest(s, need, cuts(s, false)); ok {
		return trim(s, r)
	}
	// No cut makes it short enough: from the last clause boundary before the trigger to the end of a phrase.
	from := all.From
	for _, i := range cuts(s, false) {
		if i < need.From {
			from = i + 1
		}
	}
	if bytes(s, from, need.To) > longestClause {
		from, need = m.Trigger.From, m.Trigger
	}
	return trim(s, prose.Range{From: from, To: fit(s, from, need.To)})
}

// core is what a clause must hold: the trigger, and the subject and object of its verb where they are near.
func core(s *prose.Sentence, m what.Mention) prose.Range {
	r := m.Trigger
	if m.Predicate < 0 {
		return r
	}
	p := &s.Predicates[m.Predicate]
	for _, k := range []int{p.Subject, p.Object, p.Agent} {
		if k < 0 {
			continue
		}
		wider := prose.Range{From: min(r.From, s.Phrases[k].From), To: max(r.To, s.Phrases[k].To)}
		if bytes(s, wider.From, wider.To) <= longestClause {
			r = wider
		}
	}
	return r
}

// cuts returns the tokens at which one clause ends and another begins: commas, semicolons, colons and dashes outside of
// lists, appositions, what stands between a subject and its verb and, where whole is set, quotations.
func cuts(s *prose.Sentence, whole bool) []int {
	closed := make([]bool, len(s.Tokens)+1) // token i stands inside what is not to be cut
	cover := func(r prose.Range) {
		for i := r.From + 1; i < r.To-1 && i < len(closed); i++ {
			closed[i] = true
		}
	}
	for k := range s.Phrases {
		p := &s.Phrases[k]
		cover(p.Range)
		for _, other := range append(append([]int(nil), p.Conj...), p.Appos...) {
			q := &s.Phrases[other]
			cover(prose.Range{From: min(p.From, q.From), To: max(p.To, q.To)})
		}
	}
	for k := range s.Predicates {
		if p := &s.Predicates[k]; p.Subject >= 0 && s.Phrases[p.Subject].From < p.Head {
			cover(prose.Range{From: s.Phrases[p.Subject].From, To: p.Head + 1})
		}
	}
	if whole {
		for _, q := range s.Quotes {
			cover(q.Range)
		}
	}
	var out []int
	for i := range s.Tokens {
		if breaks(s.Tokens[i].Tag) && !closed[i] {
			out = append(out, i)
		}
	}
	return out
}

// widest returns the longest run of clauses that holds need and is short enough, the first of several.
func widest(s *prose.Sentence, need prose.Range, cuts []int) (best prose.Range, ok bool) {
	size := -1
	for a := -1; a < len(cuts); a++ {
		from := 0
		if a >= 0 {
			from = cuts[a] + 1
		}
		if from > need.From {
			break
		}
		for b := a + 1; b <= len(cuts); b++ {
			to := len(s.Tokens)
			if b < len(cuts) {
				to = cuts[b]
			}
			n := bytes(s, from, to)
			if to >= need.To && n <= longestClause && n > size {
				best, size, ok = prose.Range{From: from, To: to}, n, true
			}
		}
	}
	return best, ok
}

// fit returns the farthest end, not before least, up to which the words from from are short enough and no phrase or
// verb group is torn.
func fit(s *prose.Sentence, from, least int) int {
	best := least
	for to := least; to < len(s.Tokens) && bytes(s, from, to) <= longestClause; to++ {
		if whole(s, to) {
			best = to
		}
	}
	return best
}

// whole says whether a cut before token i leaves a phrase, or a preposition's or conjunction's phrase, in one piece.
func whole(s *prose.Sentence, i int) bool {
	if i == 0 || i >= len(s.Tokens) {
		return true
	}
	for k := range s.Phrases {
		if r := s.Phrases[k].Range; r.From < i && i < r.To {
			return false
		}
	}
	for k := range s.Predicates {
		if r := s.Predicates[k].Range; r.From < i && i < r.To {
			return false
		}
	}
	switch s.Tokens[i-1].Tag {
	case prose.IN, prose.TO, prose.CC, prose.DT, prose.MD, prose.PRPS, prose.POS, prose.WDT, prose.WP, prose.WRB, prose.JJ, prose.OpenQuote, prose.LRB, prose.HYPH:
		return false
	}
	return true
}

// trim takes marks, conjunctions and the odd end of a quotation off the ends of a range.
func trim(s *prose.Sentence, r prose.Range) prose.Range {
	for r.From < r.To-1 && (breaks(s.Tokens[r.From].Tag) || s.Tokens[r.From].Tag == prose.CC || quoteEnds(s, r.From)) {
		r.From++
	}
	for r.From < r.To-1 && (breaks(s.Tokens[r.To-1].Tag) || s.Tokens[r.To-1].Tag == prose.LRB || quoteBegins(s, r.To-1)) {
		r.To--
	}
	return r
}

// quoteEnds says whether token i is the mark that closes a quotation, quoteBegins whether it opens one.
func quoteEnds(s *prose.Sentence, i int) bool {
	return slices.ContainsFunc(s.Quotes, func(q prose.Quote) bool { return q.To == i+1 && q.From < i })
}

func quoteBegins(s *prose.Sentence, i int) bool {
	return slices.ContainsFunc(s.Quotes, func(q prose.Quote) bool { return q.From == i && q.To > i+1 })
}

func bytes(s *prose.Sentence, from, to int) int {
	if from >= to {
		return 0
	}
	span := s.SpanOf(prose.Range{From: from, To: to})
	return span.End - span.Start
}

func breaks(t prose.Tag) bool { return t == prose.Comma || t == prose.Colon }

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
