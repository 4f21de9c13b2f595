package prose

import "slices"

// Relatives returns the relative clauses of a sentence in reading order, each from its pronoun to its end: "who led the
// party in May" of "The man who led the party in May resigned." One may lie inside another.
func (s *Sentence) Relatives() []Range {
	var out []Range
	for i := range s.Predicates {
		if from := s.relativeFrom(i); from >= 0 {
			out = append(out, Range{From: from, To: s.relativeTo(i, from)})
		}
	}
	return s.verbless(out)
}

// verbless adds the relative clauses whose verb was not found: from "whose", "which" or "who" behind a comma on.
func (s *Sentence) verbless(found []Range) []Range {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Tag != WPS && t.Tag != WDT && (t.Tag != WP || t.Lower == "what") || s.Tokens[i-1].Tag != Comma {
			continue
		}
		next := slices.IndexFunc(s.Predicates, func(p Predicate) bool { return p.From > i })
		if next < 0 || slices.ContainsFunc(found, func(r Range) bool { return r.From <= i && i < r.To }) {
			continue
		}
		found = append(found, Range{From: i, To: s.relativeTo(next, i)})
	}
	slices.SortFunc(found, func(a, b Range) int { return a.From - b.From })
	return found
}

// InWhat says whether predicate i is the verb of a clause with "what": "called" of "rejected what she called a gift".
func (s *Sentence) InWhat(i int) bool {
	p := &s.Predicates[i]
	at := p.From
	if p.Subject >= 0 && s.Phrases[p.Subject].From < at {
		at = s.Phrases[p.Subject].From
	}
	for j := at - 1; j >= 0 && j >= at-2; j-- {
		if s.Tokens[j].Tag == WP {
			return s.Tokens[j].Lower == "what"
		}
	}
	return false
}

// relativeReach is how many tokens a relative pronoun may stand before its verb.
const relativeReach = 10

// relativeFrom returns the token at which the relative clause of predicate i begins; -1 where it is none.
func (s *Sentence) relativeFrom(i int) int {
	p := &s.Predicates[i]
	if p.Form != Finite {
		return -1
	}
	if j := s.pronounBefore(p, p.From); j >= 0 {
		return j
	}
	if p.Subject >= 0 && s.Phrases[p.Subject].From < p.From {
		if j := s.pronounBefore(p, s.Phrases[p.Subject].From); j >= 0 { // "whose plea, sent in May, fails"
			return j
		}
	}
	if p.Link == "relative" {
		return p.From // "the gains we made"
	}
	return -1
}

// pronounBefore returns the relative pronoun of predicate p that stands before a token, no verb or mark between; -1 where
// there is none.
func (s *Sentence) pronounBefore(p *Predicate, token int) int {
	for j := token - 1; j > 0 && j >= token-relativeReach; j-- {
		switch t := &s.Tokens[j]; {
		case t.Tag == WDT, t.Tag == WPS, t.Tag == WP && t.Lower != "what", t.Tag == WRB && t.Lower == "where":
			return s.behindNoun(j)
		case p.Link == "relative" && t.Lower == "that":
			return j
		case t.Tag == Comma, t.Tag == Colon, t.Tag.Verb(), t.Tag == MD:
			return -1
		}
	}
	return -1
}

// behindNoun returns i, the token of a relative pronoun, or that of its preposition, where a noun or a comma stands before
// it; else -1: "asked who had paid".
func (s *Sentence) behindNoun(i int) int {
	if i > 1 && (s.Tokens[i-1].Tag == IN || s.Tokens[i-1].Tag == TO) {
		i--
	}
	switch t := s.Tokens[i-1].Tag; {
	case t.Noun(), t == Comma, t == PRP, t == RRB, t == CD, t == CloseQuote, t == DT, t == JJ:
		return i
	}
	return -1
}

// relativeTo returns the token at which the relative clause of predicate i ends that begins at token from: a comma outside
// of lists, appositions and dates, or the verb of the clause around it.
func (s *Sentence) relativeTo(i, from int) int {
	starts := map[int]bool{} // the verbs of the clause around it
	for k := i + 1; k < len(s.Predicates); k++ {
		q := &s.Predicates[k]
		if q.Form == Finite && q.Subject >= 0 && s.Phrases[q.Subject].From < from && q.Link != "relative" && !(q.Link == "conj" && q.Governor >= i) {
			starts[q.From] = true
		}
	}
	for j := s.Predicates[i].To; j < len(s.Tokens); j++ {
		switch t := &s.Tokens[j]; {
		case starts[j], t.Lower == ";", t.Tag == Period && j == len(s.Tokens)-1:
			return j
		case t.Tag == Comma:
			k := s.overComma(j)
			if k == j {
				return j
			}
			j = k
		}
	}
	return len(s.Tokens)
}

// overComma returns the last token of the list, the date or the apposition that goes on behind the comma at j; j where
// none does.
func (s *Sentence) overComma(j int) int {
	if j > 0 && j+1 < len(s.Tokens) && s.Tokens[j-1].Tag == CD && s.Tokens[j+1].Tag == CD {
		return j + 1 // "on May 12, 2021"
	}
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From >= j {
			break
		}
		for _, c := range p.Conj {
			if q := &s.Phrases[c]; q.From > j {
				return q.To - 1
			}
		}
		for _, a := range p.Appos {
			if q := &s.Phrases[a]; p.To == j && q.From == j+1 {
				if q.To < len(s.Tokens) && s.Tokens[q.To].Tag == Comma {
					return q.To
				}
				return q.To - 1
			}
		}
	}
	return j
}
