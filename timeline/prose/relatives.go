package prose

// Relatives returns the relative clauses of a sentence in reading order, each from its pronoun to its end: "who led the
// party in May" of "The man who led the party in May resigned." One may lie inside another.
func (s *Sentence) Relatives() []Range {
	var out []Range
	for i := range s.Predicates {
		if from := s.relativeFrom(i); from >= 0 {
			out = append(out, Range{From: from, To: s.relativeTo(i, from)})
		}
	}
	return out
}

// relativeReach is how many tokens a relative pronoun may stand before its verb.
const relativeReach = 10

// relativeFrom returns the token at which the relative clause of predicate i begins; -1 where it is none.
func (s *Sentence) relativeFrom(i int) int {
	p := &s.Predicates[i]
	if p.Form != Finite {
		return -1
	}
	for j := p.From - 1; j > 0 && j >= p.From-relativeReach; j-- {
		switch t := &s.Tokens[j]; {
		case t.Tag == WDT, t.Tag == WPS, t.Tag == WP && t.Lower != "what", t.Tag == WRB && t.Lower == "where":
			return s.behindNoun(j)
		case p.Link == "relative" && t.Lower == "that":
			return j
		case t.Tag == Comma, t.Tag == Colon, t.Tag.Verb(), t.Tag == MD:
			j = 0
		}
	}
	if p.Link == "relative" {
		return p.From // "the gains we made"
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
