package prose

// coordination ties the members of lists to the first.
func (p *parser) coordination() {
	member := make([]bool, len(p.s.Phrases))
	for a := range p.s.Phrases {
		if member[a] || a+1 < len(member) && p.s.Phrases[a+1].Possessor == a { // "her" of "her lawyer and she"
			continue
		}
		var found []int
		last, closed := a, false
		for !closed {
			b, final := p.nextMember(last)
			if b < 0 {
				break
			}
			found = append(found, b)
			last, closed = b, final && !p.goesOn(b)
		}
		if len(found) == 0 || !closed && !p.hasFinal(a, found) || p.frontedBefore(a, found) {
			continue
		}
		for _, b := range found {
			member[b] = true
			if p.s.Phrases[b].Prep < 0 {
				p.s.Phrases[b].Prep = p.s.Phrases[a].Prep
			}
		}
		p.s.Phrases[a].Conj = found
	}
}

// frontedBefore says whether a is no member but an adverbial at the head of a clause whose subject the others are:
// "On Monday, Norway and Sweden signed".
func (p *parser) frontedBefore(a int, found []int) bool {
	prep := p.s.Phrases[a].Prep
	if p.lower(prep) == "of" && p.at(p.phrase, prep-1) >= 0 {
		return false // "the ministers of Norway, Sweden and Denmark met"
	}
	return p.fronted(a, found[0]) || prep >= 0 && p.tag(p.startOf(found[0])-1) == Comma && p.subjectAt(p.extent(found[len(found)-1])) && !p.compared(prep)
}

// hasFinal says whether a conjunction closes the list.
func (p *parser) hasFinal(a int, found []int) bool {
	b := found[len(found)-1]
	return p.tag(p.startOf(b)-1) == CC
}

func (p *parser) goesOn(b int) bool {
	return p.tag(p.extent(b)) == CC && p.whole(p.extent(b)+1) >= 0
}

// nextMember returns the phrase that a comma or a conjunction adds to phrase a, and whether a conjunction did.
func (p *parser) nextMember(a int) (b int, final bool) {
	try := func(i int) (int, bool) {
		k := i
		if p.tag(k) == Comma {
			k++
		}
		and := p.tag(k) == CC && p.lower(k) != "but"
		if and {
			k++
		}
		if p.lower(k) == "not" || k == i {
			return -1, false
		}
		if p.tag(k) == IN && p.s.Phrases[a].Prep >= 0 && p.lower(k) == p.lower(p.s.Phrases[a].Prep) {
			k++ // "with Norway and with Sweden"
		}
		b := p.whole(k)
		if b < 0 || b <= a || p.s.Phrases[b].Appositive || p.s.Temporal(b) || p.newClause(a, b) {
			return -1, false
		}
		return b, and
	}
	if b, final := try(p.s.Phrases[a].To); b >= 0 {
		return b, final
	}
	if after := p.bracketed(p.s.Phrases[a].To); after >= 0 { // "Anna Holt (Green) and Peter Quist"
		if b, final := try(after); b >= 0 {
			return b, final
		}
	}
	for _, c := range p.s.Phrases[a].Appos {
		if c > a {
			if b, final := try(p.extent(c)); b >= 0 {
				if p.tag(p.extent(c)) == CC && p.office(c) && p.office(b) {
					return -1, false // "Ana Ruiz, chairwoman and chief executive,"
				}
				return b, final
			}
		}
	}
	if end := p.extent(a); end > p.s.Phrases[a].To {
		if last := p.at(p.phrase, end-1); p.tag(end) == CC && last >= 0 && p.s.Phrases[last].Prep >= 0 && p.lower(p.s.Phrases[last].Prep) == "between" {
			return -1, false // what "and" joins is between whom
		}
		b, final := try(end)
		if last := p.at(p.phrase, end-1); b >= 0 && last >= 0 && p.place(last) && p.place(b) && !p.place(a) {
			return -1, false // "the ministers of Norway and Sweden"
		}
		return b, final
	}
	return -1, false
}

// bracketed returns the token after the short bracket that opens at i, or -1.
func (p *parser) bracketed(i int) int {
	if p.tag(i) != LRB {
		return -1
	}
	for k := i + 1; k < len(p.tokens) && k < i+8; k++ {
		if p.tag(k) == RRB {
			return k + 1
		}
	}
	return -1
}

// newClause says whether phrase b begins a clause of its own, though a conjunction or a comma stands before it.
func (p *parser) newClause(a, b int) bool {
	if p.s.Phrases[a].Prep >= 0 && p.tag(p.startOf(b)-2) == Comma && p.subjectBehindInsert(p.extent(b)) {
		return true // "at home, and its critics, who had come, left"
	}
	end := p.extent(b)
	if !p.place(b) {
		end = p.overPlaces(end)
	}
	if !p.subjectAt(end) {
		return nominative[p.lower(p.s.Phrases[b].Head)] && p.clauseBefore(a) // "left the port, and they both"
	}
	return p.tag(p.startOf(b)-1) == Comma || p.clauseBefore(a)
}

// overPlaces returns the end of a row of places of which the first ends at i, else i: "the ministers of Norway, Sweden and Denmark".
func (p *parser) overPlaces(i int) int {
	for last := p.at(p.phrase, i-1); last >= 0 && p.place(last); {
		k := i
		for p.tag(k) == Comma || p.tag(k) == CC {
			k++
		}
		next := p.whole(k)
		if k == i || next < 0 || !p.place(next) {
			break
		}
		last, i = next, p.s.Phrases[next].To
	}
	return i
}

// farBack is how many tokens back the verb of a clause is looked for, so that no list takes long.
const farBack = 80

// clauseBefore says whether phrase a ends a clause with a finite verb, of which it is no subject: "saw the panel" and
// "asked her to wait at home", but not "said the panel" or "the mayor of Oslo".
func (p *parser) clauseBefore(a int) bool {
	for i, least := p.startOf(a)-1, p.startOf(a)-farBack; i >= 0 && i > least; i-- {
		if q := p.pred[i]; q >= 0 {
			g := &p.s.Predicates[q]
			t := p.tag(p.start(g) - 1)
			if g.Form == Finite && nominative[p.lower(p.startOf(a))] && i == p.startOf(a)-1 {
				return false // "said he and his wife left"
			}
			if relative := t == WP || t == WDT; g.Form == Finite && !relative { // "deputies who left the party and the union" go on
				return true
			} else if relative {
				i = p.start(g) - 1
			} else {
				i = g.From
			}
			continue
		}
		switch t := p.tag(i); {
		case t == Colon || t == CloseQuote || t == OpenQuote || t == WDT || t == WP || t == WRB || t == CC && p.tag(i-1) == Comma || t == IN && subordinators[p.lower(i)]:
			return false
		case i == p.startOf(a)-1 && i != p.s.Phrases[a].Prep && (t == IN || t == CC || t == Comma): // "..., Norway and Sweden said"
			return false
		}
	}
	return false
}

// subjectBehindInsert says whether a relative clause between commas stands at i, and a finite verb right after it.
func (p *parser) subjectBehindInsert(i int) bool {
	if t := p.tag(i + 1); p.tag(i) != Comma || t != WDT && t != WP && t != WPS {
		return false
	}
	for j := i + 2; j < len(p.tokens) && j < i+30; j++ {
		if p.tag(j) == Comma {
			return p.subjectAt(j + 1)
		}
	}
	return false
}
