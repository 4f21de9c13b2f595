package extract

import (
	"cmp"
	"slices"
	"strings"

	"annals/timeline/prose"
	"annals/timeline/what"
)

// longestClause is how many bytes of a sentence a row of a timeline shows before something is left out.
const longestClause = 280

// omission stands where words of the sentence are left out.
const omission = "…"

// clause returns the tokens that tell the event, as ranges in reading order: the sentence, or where that is long what is left
// when clauses, insertions and adverbials that do not tell the event are left out, the least needed first. If that is still too
// long, the words from the event's own clause on, up to the end of a phrase.
func clause(s *prose.Sentence, w prose.Where, m what.Mention) []prose.Range {
	all := prose.Range{From: datelineOf(s, w), To: len(s.Tokens)}
	if all.From > 0 {
		all.From++
	}
	if all.From > m.Trigger.From || bytes(s, all.From, all.To) <= longestClause {
		return []prose.Range{all}
	}
	need := core(s, m)
	hull := need[0]
	for _, r := range need {
		hull = prose.Range{From: min(hull.From, r.From), To: max(hull.To, r.To)}
	}
	out := make([]bool, len(s.Tokens)) // token i is left out
	for _, p := range leavable(s, all, need) {
		for i := p.From; i < p.To; i++ {
			out[i] = true
		}
		if kept := kept(s, all, out); length(s, kept) <= longestClause {
			return kept
		}
	}
	if bytes(s, hull.From, hull.To) > longestClause {
		hull = m.Trigger
	}
	return short(s, kept(s, all, out), hull, m)
}

// kept returns the runs of tokens of a range that are not left out.
func kept(s *prose.Sentence, all prose.Range, out []bool) []prose.Range {
	var runs []prose.Range
	for i := all.From; i < all.To; i++ {
		switch n := len(runs); {
		case out[i]:
		case n > 0 && runs[n-1].To == i:
			runs[n-1].To++
		default:
			runs = append(runs, prose.Range{From: i, To: i + 1})
		}
	}
	for i := range runs {
		runs[i] = trim(s, runs[i])
	}
	return slices.DeleteFunc(runs, func(r prose.Range) bool { return !slices.ContainsFunc(s.Tokens[r.From:r.To], isWord) })
}

// length is how many bytes the runs have, what stands between them not counted.
func length(s *prose.Sentence, runs []prose.Range) int {
	n := 0
	for _, r := range runs {
		n += bytes(s, r.From, r.To) + 1
	}
	return n
}

// core is what a clause must hold: the trigger, and the subject and object of its verb.
func core(s *prose.Sentence, m what.Mention) []prose.Range {
	need := []prose.Range{m.Trigger}
	if m.Predicate < 0 {
		return need
	}
	p := &s.Predicates[m.Predicate]
	need = append(need, p.Range)
	for _, k := range []int{p.Subject, p.Object, p.Agent} {
		if k >= 0 {
			need = append(need, s.Phrases[k].Range)
		}
	}
	return need
}

// short returns what fits of the runs: from the head, or where the event stands too far from it from the last clause boundary
// before the event, up to the end of a phrase.
func short(s *prose.Sentence, runs []prose.Range, need prose.Range, m what.Mention) []prose.Range {
	for len(runs) > 1 && runs[0].To <= need.From {
		runs = runs[1:]
	}
	var fitting []prose.Range
	left := longestClause
	for _, r := range runs {
		if n := bytes(s, r.From, r.To) + 1; n <= left {
			fitting, left = append(fitting, r), left-n
			continue
		}
		to := fit(s, r.From, max(need.To, r.From+1), r.To, left)
		if need.From >= r.From && (bytes(s, r.From, to) > left || !whole(s, to)) {
			fitting, left = nil, longestClause
			r.From, to = nearer(s, r, need, m)
		}
		if bytes(s, r.From, to) <= left {
			fitting = append(fitting, trim(s, prose.Range{From: r.From, To: to}))
		}
		break
	}
	return fitting
}

// nearer returns the first token and the end of what fits of a run that begins too far from the event: from the first clause
// boundary, outside of quotations if there is one, from which the event and the phrase behind it fit, or from its verb.
func nearer(s *prose.Sentence, r, need prose.Range, m what.Mention) (from, to int) {
	for _, outside := range []bool{true, false} {
		for _, i := range cuts(s, outside) {
			if i < r.From || i >= need.From || bytes(s, i+1, need.To) > longestClause {
				continue
			}
			from = i + 1
			if s.Tokens[from].Tag == prose.WRB && from < need.From {
				from++ // ", when the paper reported"
			}
			if to = fit(s, from, need.To, r.To, longestClause); whole(s, to) {
				return from, to
			}
		}
	}
	from, need = m.Trigger.From, m.Trigger
	if m.Predicate >= 0 {
		from = min(from, s.Predicates[m.Predicate].From)
	}
	return from, fit(s, from, need.To, r.To, longestClause)
}

// fit returns the farthest end, not before least nor behind most, up to which the words from from are short enough and no
// phrase or verb group is torn.
func fit(s *prose.Sentence, from, least, most, size int) int {
	best := least
	for to := least; to <= most && bytes(s, from, to) <= size; to++ {
		if whole(s, to) {
			best = to
		}
	}
	return best
}

// whole says whether a cut before token i leaves a phrase, or a preposition's or conjunction's phrase, in one piece, and a
// verb with what it must have behind it.
func whole(s *prose.Sentence, i int) bool {
	if i == 0 || i >= len(s.Tokens) {
		return true
	}
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From < i && i < p.To || p.To <= i && p.Of >= 0 && s.Phrases[p.Of].To > i || p.To == i && s.Temporal(k) && s.Tokens[i].Tag == prose.IN {
			return false // also "hours after"
		}
	}
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if p.From < i && i < p.To || p.To <= i && p.Object >= 0 && s.Phrases[p.Object].From >= i {
			return false // "was entitled to take" lacks what is taken
		}
		if p.Form == prose.Finite && p.Subject >= 0 && s.Phrases[p.Subject].From < i && i <= p.Head && s.Phrases[p.Subject].To <= i {
			return false // a subject without its verb
		}
	}
	if t := s.Tokens[i-1].Tag; t.Verb() && !breaks(s.Tokens[i].Tag) {
		return false // "what they described" lacks what as
	}
	if slices.ContainsFunc(s.Quotes, func(q prose.Quote) bool {
		return q.From < i && i < q.To && bytes(s, q.From, q.To) < longestClause/2
	}) {
		return false
	}
	switch s.Tokens[i-1].Tag {
	case prose.IN, prose.TO, prose.CC, prose.DT, prose.MD, prose.PRPS, prose.POS, prose.WDT, prose.WP, prose.WPS, prose.WRB, prose.JJ, prose.OpenQuote, prose.LRB, prose.HYPH:
		return false
	}
	return true
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
		if p := &s.Predicates[k]; p.Form == prose.Finite && p.Link != "conj" && p.Subject >= 0 && s.Phrases[p.Subject].From < p.Head {
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

// A part is a piece of a sentence that can be left out; the higher its rank, the more it is missed.
type part struct {
	prose.Range
	rank int
}

// How much the parts of a sentence are missed.
const (
	otherClause  = iota // what stands behind a semicolon, or beside "and" with a subject of its own
	relativePart        // "which sits in the old house"
	besidePart          // a participle, or a further verb of the same subject
	apposition          // "the head of the lobby"
	subordinate         // "although nobody would say so"
	adverbial           // "among them a judge"
	frontedPart         // what stands before the first comma
)

// leavable returns the parts of a sentence that can be left out, apart from need, the least missed first and the last of
// equals before the others. Conditions stay, for what depends on them is not true without them.
func leavable(s *prose.Sentence, all prose.Range, need []prose.Range) []part {
	var parts []part
	add := func(r prose.Range, rank int) {
		needed := slices.ContainsFunc(need, func(n prose.Range) bool { return r.From < n.To && n.From < r.To })
		if r.From >= r.To || needed || r.From < all.From || r.To > all.To || torn(s, r) || conditional(s, r) {
			return
		}
		parts = append(parts, part{r, rank})
	}
	relatives := s.Relatives()
	main := slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Form == prose.Finite && p.Link != "that" && clauseOf(relatives, p.Head) < 0
	})
	for _, r := range relatives {
		if r.From > 0 && breaks(s.Tokens[r.From-1].Tag) {
			add(insertion(s, prose.Range{From: r.From - 1, To: r.To}), relativePart)
		}
	}
	for k := range s.Phrases {
		if r, ok := appositive(s, k); ok {
			add(insertion(s, r), apposition)
		}
	}
	ends := cuts(s, true)
	for i, from := range ends {
		to := all.To
		if i+1 < len(ends) {
			to = ends[i+1]
		}
		if to == all.To && to > 0 && s.Tokens[to-1].Tag == prose.Period {
			to--
		}
		rank := rankOf(s, prose.Range{From: from, To: to})
		if rank == otherClause {
			to = clauseEnd(s, from, all.To)
		}
		if rank >= 0 && (main || rank != besidePart) { // where no main verb is known, it may be the participle
			add(prose.Range{From: from, To: to}, rank)
		}
	}
	if to := mainFrom(s, all.From); to > all.From && opensAdverbial(s, all.From) {
		add(prose.Range{From: all.From, To: to}, frontedPart)
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.From, a.From)) })
	return parts
}

// clauseEnd returns the end of the clause behind the mark at a token: the next semicolon, or the end of the range without its
// full stop.
func clauseEnd(s *prose.Sentence, from, to int) int {
	for i := from + 1; i < to; i++ {
		if s.Tokens[i].Text == ";" {
			return i
		}
	}
	if s.Tokens[to-1].Tag == prose.Period {
		to--
	}
	return to
}

// mainFrom returns the token at which the main clause begins behind what stands in front of it and a comma; first where
// nothing does.
func mainFrom(s *prose.Sentence, first int) int {
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if p.Form != prose.Finite || p.Link == "relative" || p.Link == "that" || p.Subject < 0 {
			continue
		}
		from := s.Phrases[p.Subject].From
		for _, a := range s.Phrases[p.Subject].Appos {
			from = min(from, s.Phrases[a].From)
		}
		if from > first && from < p.From && s.Tokens[from-1].Tag == prose.Comma {
			return from
		} else if from == first {
			break
		}
	}
	return first
}

// rankOf returns the rank of what stands from one clause boundary to the next; negative where it cannot be left out.
func rankOf(s *prose.Sentence, r prose.Range) int {
	first := r.From + 1
	if first >= r.To {
		return -1
	}
	own, verb := false, false // a finite verb with a subject of its own; any finite verb
	begins := -1              // the predicate that begins the part
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if p.Head < r.From || p.Head >= r.To {
			continue
		}
		if p.Form == prose.Finite {
			verb = true
			own = own || p.Subject >= 0 && s.Phrases[p.Subject].From >= first && s.Phrases[p.Subject].From <= first+2
		}
		if begins < 0 && (p.From == first || p.From == first+1 && (s.Tokens[first].Tag == prose.RB || s.Tokens[first].Tag == prose.CC)) {
			begins = k
		}
	}
	switch t := &s.Tokens[first]; {
	case s.Tokens[r.From].Text == ";":
		return otherClause
	case t.Tag == prose.CC && own:
		return otherClause
	case t.Tag == prose.CC && verb && begins >= 0, begins >= 0 && s.Predicates[begins].Form != prose.Finite && s.Predicates[begins].Form != prose.Infinitive:
		return besidePart
	case (t.Tag == prose.IN || t.Tag == prose.WRB) && own:
		return subordinate
	case t.Tag == prose.IN && !verb:
		return adverbial
	}
	return -1
}

// opensAdverbial says whether a sentence begins with an adverbial: a preposition, a participle.
func opensAdverbial(s *prose.Sentence, first int) bool {
	switch s.Tokens[first].Tag {
	case prose.IN, prose.TO, prose.RB, prose.WRB, prose.VBG, prose.VBN:
		return true
	}
	return false
}

// appositive returns the range of phrase k, its commas and what hangs on it included, where it explains the name before it and
// the sentence goes on with a verb.
func appositive(s *prose.Sentence, k int) (prose.Range, bool) {
	p := &s.Phrases[k]
	if !p.Appositive || p.Name >= 0 || k == 0 || p.From < 2 || s.Tokens[p.From-1].Tag != prose.Comma || s.Phrases[k-1].To != p.From-1 || s.Phrases[k-1].Name < 0 {
		return prose.Range{}, false
	}
	for i := p.To; i+1 < len(s.Tokens); i++ {
		switch t, next := s.Tokens[i].Tag, s.Tokens[i+1].Tag; {
		case t == prose.Comma:
			return prose.Range{From: p.From - 1, To: i}, next.Verb() || next == prose.MD || next == prose.RB
		case breaks(t), t.Verb(), t == prose.MD, t == prose.WRB, opensRelative(s, i, i+1):
			return prose.Range{}, false
		}
	}
	return prose.Range{}, false
}

// insertion takes the comma behind an insertion into its range.
func insertion(s *prose.Sentence, r prose.Range) prose.Range {
	if r.To < len(s.Tokens) && s.Tokens[r.To].Tag == prose.Comma {
		r.To++
	}
	return r
}

// torn says whether a range begins or ends inside a quotation that it does not hold as a whole.
func torn(s *prose.Sentence, r prose.Range) bool {
	return slices.ContainsFunc(s.Quotes, func(q prose.Quote) bool {
		inside := func(i int) bool { return q.From < i && i < q.To }
		return inside(r.From) || inside(r.To)
	})
}

// conditional says whether a range tells a condition.
func conditional(s *prose.Sentence, r prose.Range) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.Conditional && r.From <= p.Head && p.Head < r.To })
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
