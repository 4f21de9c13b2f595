package when

import (
	"slices"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// quotedOn returns the day on which s says that a quotation with e in it was spoken, 0 for none.
func (t *Story) quotedOn(s *prose.Sentence, e Expression) edtf.Day {
	if len(s.Quotes) == 0 || !deixis(e.Value) {
		return 0
	}
	q := slices.IndexFunc(s.Quotes, func(q prose.Quote) bool { return q.From <= e.From && e.From < q.To })
	if q < 0 {
		return 0
	}
	verb := slices.IndexFunc(s.Predicates, func(p prose.Predicate) bool { return p.Quote >= 0 && s.Quotes[p.Quote].ID == s.Quotes[q].ID })
	if verb < 0 {
		verb = quoter(s, s.Quotes[q].From)
	}
	if verb < 0 {
		return 0
	}
	return t.SaidOn(s, verb)
}

// sayings are the verbs that give some of somebody's words: "wrote that he 'will leave tomorrow'".
var sayings = words("say tell write tweet post add warn announce promise vow pledge insist note state declare claim")

// quoter returns the last finite verb of saying before the quotation that begins at a token, -1 for none.
func quoter(s *prose.Sentence, token int) int {
	for k := len(s.Predicates) - 1; k >= 0; k-- {
		if p := &s.Predicates[k]; p.To <= token && p.Form == prose.Finite && sayings[s.Tokens[p.Head].Lemma] {
			return k
		}
	}
	return -1
}

// SaidOn returns the day that dates the predicate verb of s, which reports a quotation: "said on Tuesday". It is 0 where
// the sentence names none, or one that is still to come.
func (t *Story) SaidOn(s *prose.Sentence, verb int) edtf.Day {
	p := &s.Predicates[verb]
	for _, e := range Single(s) {
		if inside(s, e) || between(s, e, p) {
			continue
		}
		a := Anchor{Day: t.Published, Direction: Past, Last: t.last, Narrative: t.Narrative}
		if day := e.Value.Resolve(a); day.Earliest != 0 && day.Earliest == day.Latest && (day.Latest <= t.Published || t.Published == 0) {
			return day.Earliest
		}
	}
	return 0
}

// inside says whether e stands in quotation marks.
func inside(s *prose.Sentence, e Expression) bool {
	return slices.ContainsFunc(s.Quotes, func(q prose.Quote) bool { return q.From <= e.From && e.From < q.To })
}

// between says whether another predicate, another clause or a quotation stands between e and p.
func between(s *prose.Sentence, e Expression, p *prose.Predicate) bool {
	from, to := p.To, e.From
	if e.To <= p.From {
		from, to = e.To, p.From
	}
	return slices.ContainsFunc(s.Tokens[from:to], func(t prose.Token) bool { return t.Tag == prose.CC }) ||
		slices.ContainsFunc(s.Predicates, func(o prose.Predicate) bool { return o.Head >= from && o.Head < to }) ||
		slices.ContainsFunc(s.Quotes, func(q prose.Quote) bool { return q.From >= from && q.From < to })
}
