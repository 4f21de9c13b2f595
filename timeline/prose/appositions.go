package prose

import "slices"

// appositions pairs phrases that commas, dashes or nothing but a name set side by side.
func (p *parser) appositions() {
	for a := range p.s.Phrases {
		owned := p.whole(p.s.Phrases[a].From)
		if p.s.Phrases[a].Pronoun || p.s.Temporal(a) || owned >= 0 && owned != a {
			continue // a pronoun, a time, an owner
		}
		i := p.extent(a)
		if !p.pause(i) {
			i = p.s.Phrases[a].To
		}
		if !p.pause(i) {
			continue
		}
		b := p.whole(i + 1)
		if b < 0 || p.s.Phrases[b].Prep >= 0 || p.s.Phrases[b].Pronoun || p.s.Temporal(b) || !p.sameParty(a, b) || p.fronted(a, b) {
			continue
		}
		end := p.extent(b)
		if p.listed(a, b, end) || p.subjectAt(end) || !p.nearer(b) {
			continue
		}
		p.s.Phrases[a].Appos = append(p.s.Phrases[a].Appos, b)
		p.s.Phrases[b].Appos = append(p.s.Phrases[b].Appos, a)
		p.s.Phrases[b].Appositive = true
	}
}

// fronted says whether phrase a is part of an adverbial that opens the sentence, and b, somebody's name, begins what follows:
// "In a late move, Ana Ruiz, its head, resigned", "Speaking on the radio, Ana Ruiz said".
func (p *parser) fronted(a, b int) bool {
	prep := p.s.Phrases[a].Prep
	if prep < 0 || !p.describes(a) {
		return false
	}
	switch p.lower(prep) {
	case "in", "at", "on", "after", "before", "during", "despite", "amid", "until", "since":
	default:
		return false
	}
	first := 0
	if t := p.tag(0); t == CC || t == OpenQuote {
		first++
	}
	for k := first; k < prep; k++ {
		if t := p.tag(k); finite(t) || t == Comma || k == first && t != VBG && t != VBN && t != IN && t != TO {
			return false
		}
	}
	name := p.s.Phrases[b].Name
	return name >= 0 && p.s.Names[name].Kind == Person
}

// nearer takes phrase b from the apposition that it has to a phrase farther left, unless that is somebody's office: "the funds
// of a firm, Neman" are not Neman, "the head of the board, Ana Ruiz" is she.
func (p *parser) nearer(b int) bool {
	if !p.s.Phrases[b].Appositive {
		return true
	}
	outer := p.s.Phrases[b].Appos[0]
	if IsTitle(p.lower(p.s.Phrases[outer].Head)) {
		return false
	}
	p.s.Phrases[outer].Appos = slices.DeleteFunc(p.s.Phrases[outer].Appos, func(k int) bool { return k == b })
	p.s.Phrases[b].Appos = nil
	return true
}

// pause says whether the token at i sets off an apposition.
func (p *parser) pause(i int) bool {
	return p.tag(i) == Comma || p.tag(i) == Colon && p.lower(i) == "-"
}

// sameParty says whether one of two phrases names and the other describes.
func (p *parser) sameParty(a, b int) bool {
	if p.affiliation(b) {
		return true
	}
	x, y := p.describes(a), p.describes(b)
	if x && y && p.enclosed(a, b) {
		return true
	}
	if x == y {
		return false
	}
	if x { // "the minister, Ana Ruiz"
		if p.tokens[p.s.Phrases[a].Head].Tag == NNS && p.person(b) && p.tag(p.extent(b)) != CC {
			return false // "the father of the boys, Olaf Brandt"
		}
		if p.tag(p.s.Phrases[a].From) == CD && p.s.Phrases[a].Of >= 0 { // "one of the guards, Ana Ruiz", "two of the guards, Ruiz and Lind"
			return (p.lower(p.s.Phrases[a].From) == "one") == (p.tag(p.extent(b)) != CC)
		}
		return p.tokens[p.s.Phrases[a].From].Tag == DT || p.s.Phrases[a].Possessor >= 0
	}
	first := p.tag(p.s.Phrases[b].From)
	name := p.s.Phrases[a].Name
	return first == DT || p.s.Phrases[b].Possessor >= 0 || first == CD || name >= 0 && p.s.Names[name].Kind == Person
}

// affiliation says whether a phrase is a party's letter with a place: "Clara Lind, R-Arlen, said".
func (p *parser) affiliation(k int) bool {
	i := p.s.Phrases[k].From
	if p.tag(i+1) != HYPH || !p.compoundAt(i+1) {
		return false
	}
	switch p.tokens[i].Text {
	case "R", "D", "I":
		return true
	}
	return false
}

// person says whether phrase k is one person's name.
func (p *parser) person(k int) bool {
	name := p.s.Phrases[k].Name
	return name >= 0 && p.s.Names[name].Kind <= Person && p.s.Names[name].To-p.s.Names[name].From > 1
}

// enclosed says whether b, with an indefinite article, stands between two equal marks before the verb of a definite a:
// "the minister, a former pilot, resigned".
func (p *parser) enclosed(a, b int) bool {
	start, end := p.startOf(b), p.extent(b)
	if w := p.lower(start); w != "a" && w != "an" {
		return false
	}
	definite := p.lower(p.startOf(a)) == "the" || p.s.Phrases[a].Possessor >= 0
	return definite && p.pause(end) && p.lower(end) == p.lower(start-1) && p.subjectAt(end+1)
}

// describes says whether phrase k ends in a common noun or an office, not in a name.
func (p *parser) describes(k int) bool {
	phrase := &p.s.Phrases[k]
	if phrase.Name >= 0 {
		kind := p.s.Names[phrase.Name].Kind
		return kind == Unknown && IsTitle(p.tokens[phrase.Head].Text)
	}
	return !p.tokens[phrase.Head].Tag.Proper() || IsTitle(p.tokens[phrase.Head].Text)
}

// listed says whether a and b, which ends at end, are members of a list rather than one party.
func (p *parser) listed(a, b, end int) bool {
	i := end
	if p.tag(i) == Comma {
		i++
	}
	if p.tag(i) != CC {
		return false
	}
	c := p.whole(i + 1)
	if c >= 0 && p.nameKind(p.s.Phrases[a].Head) == Person && p.office(b) && p.office(c) {
		return false // "Ana Ruiz, chairwoman and chief executive,"
	}
	if next := p.extent(max(c, 0)); c >= 0 && p.person(b) && p.describes(a) && p.describes(c) && p.tag(end) == Comma && p.tag(next) == Comma && p.whole(next+1) >= 0 && p.person(p.whole(next+1)) {
		return false // "the mayor, Ana Ruiz, and the sheriff, Olaf Lind"
	}
	return c >= 0 && !(p.tag(end) == Comma && p.describes(b) && !p.describes(c))
}

// office says whether a phrase is a title without an article: "chief executive", but "a nurse".
func (p *parser) office(k int) bool {
	return IsTitle(p.tokens[p.s.Phrases[k].Head].Lower) && p.tag(p.s.Phrases[k].From) != DT
}
