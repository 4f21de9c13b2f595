package prose

import "strings"

// Base noun phrases are read from left to right: determiner, modifiers, head. A name stands in them as one word.

// findPhrases finds the base noun phrases from left to right.
func (p *parser) findPhrases() {
	for i := 0; i < len(p.tokens); {
		end, head := p.base(i)
		if end <= i {
			i++
			continue
		}
		p.addPhrase(i, end, head)
		i = end
	}
}

func (p *parser) addPhrase(from, end, head int) {
	k := len(p.s.Phrases)
	t := p.tokens[head].Tag
	pronoun := t == PRP || t == PRPS || end == from+1 && t == DT
	phrase := Phrase{Range: Range{from, end}, Head: head, Prep: -1, Possessor: -1, Of: -1, Name: -1, Pronoun: pronoun}
	phrase.Name = p.name[head]
	if before := from - 1; before >= 0 && k > 0 {
		last := &p.s.Phrases[k-1]
		if p.tokens[before].Tag == POS && last.To == before || last.To == from && p.tokens[before].Tag == PRPS {
			phrase.Possessor = k - 1
		}
	}
	p.s.Phrases = append(p.s.Phrases, phrase)
	for i := from; i < end; i++ {
		p.phrase[i] = k
	}
}

// counts are the adjectives that stand for those they count: "most of the deputies", "many stayed".
var counts = map[string]bool{"many": true, "most": true, "few": true, "several": true, "much": true}

// base returns the end of the noun phrase that begins at token i and its head, or i where none begins.
func (p *parser) base(i int) (end, head int) {
	switch t := p.tag(i); {
	case p.floats(i):
		return i, -1
	case p.unit[i] == 0 && (t == PRP || t == PRPS):
		return i + 1, i
	case p.unit[i] == 0 && t == DT && (p.lower(i) == "that" || p.lower(i) == "this") && (finite(p.tag(i+1)) || p.tag(i+1) == Comma):
		return i + 1, i
	case counts[p.lower(i)] && (p.lower(i+1) == "of" || p.subjectAt(i+1)) && !p.tag(i-1).Verb():
		return i + 1, i
	case p.calendar(i):
		return p.date(i)
	case (t == CD || t == JJ) && p.tokens[i].Text[0] <= '9' && p.calendar(i+1): // "3 May", "3rd May"
		return p.date(i + 1)
	}
	if p.reVerb(i) {
		return i, -1
	}
	head, determined, seen := -1, false, false
	k := i + p.quantity(i)
	number := k
loop:
	for k < len(p.tokens) {
		if k > i && p.reVerb(k) || head >= 0 && p.frontEnds(i, head, k) {
			break
		}
		if p.unit[k] > k {
			if head >= 0 && p.nameKind(head) == Place && p.nameKind(p.unit[k]-1) == Person && p.lower(i-1) == "in" && p.tag(i-2) == NoTag {
				break // "In Oslo Ana Ruiz resigned"
			}
			if head >= 0 && p.name[head] < 0 && p.subjectAt(p.unit[k]) && (p.tag(head) == NNS || determined && p.nameKind(k) == Place) {
				break // "the charges Moreau faced", "the deal Norway signed"
			}
			if head >= 0 && p.tokens[head].Tag.Noun() && p.name[head] >= 0 && p.name[p.unit[k]-1] != p.name[head] && k > i && !p.modifies(head, k) {
				break
			}
			if head >= 0 && p.name[head] < 0 && p.tag(head).Noun() && p.contactName(head, k) {
				break
			}
			k = p.unit[k]
			head, seen = k-1, true
			continue
		}
		t := p.tag(k)
		switch {
		case t.Noun() || t == FW || t == ADD || t == GW || t == AFX:
			if head >= 0 && k > i && p.calendar(k) && !p.tag(k+1).Noun() {
				break loop // "Silva Friday signed", "talks Monday", "last week ministers met"
			}
			if k > i && t == NN && p.personEnds(k-1) && IsTitle(p.tokens[k].Lower) {
				break loop // "elected Ana Ruiz president"
			}
			head, seen = k, true
		case t == DT || t == PDT:
			if k > number && p.tag(k-1) != PDT && p.tag(k-1) != DT {
				break loop
			}
			if p.lower(k) == "that" && p.tag(k+1) == PRP {
				break loop
			}
			determined, seen = true, true
		case t == CD || t == Currency || t == JJ || t == JJR || t == JJS:
			if head >= 0 && p.tokens[head].Tag.Noun() && t != CD {
				if !p.nounAhead(k+1) || timeWords[p.lower(k+1)] == "unit" || p.lower(k) == "prime" && p.personEnds(k-1) {
					break loop // "in Oslo next week"
				}
			}
			if head >= 0 && p.tokens[head].Tag.Noun() && (p.spelled(k) || p.tally(k)) {
				break loop
			}
			seen = true
			if t != Currency && !(t == CD && head >= 0 && p.tag(head).Noun() && head == k-1) { // the 7 of "Section 7" is no head
				head = k
			}
		case t == VBN && determined && head < 0 && k == i+1 && finite(p.tag(k+1)) && p.lower(i) != "those": // "the wounded were"
			head, seen = k, true
		case t == VBG && head >= 0 && p.tokens[head].Tag.Noun():
			break loop // "a bus carrying pilgrims"
		case (t == VBN || t == VBG) && p.nounAhead(k+1) && (determined || p.attributive(i, k)):
			seen = true
		case t == RBS && p.lower(k) == "most" && p.tag(k+1).Noun(): // "the most votes"
			seen = true
		case (t == RB || t == RBR || t == RBS) && p.adjectiveAhead(k+1) && (determined || seen || k == i):
			if k == i && p.lower(k) != "over" && particleWords[p.lower(k)] && p.tag(k-1).Verb() {
				break loop // "shot down nine drones"
			}
			if k == i && p.tag(k+1) != CD && p.tag(k+1) != Currency && p.tag(k+1) != JJ && p.tag(k+1) != JJR && p.tag(k+1) != JJS {
				break loop
			}
		case (t == HYPH || t == SYM && p.lower(k) == "-") && seen && k+1 < len(p.tokens) && k > i:
			if p.compound(k) {
				k += 2
				if p.tag(k-1).Noun() || !p.nounAhead(k) {
					head = k - 1
				}
				continue
			}
			break loop
		case t == CC && k > i && adjectival(p.tag(k-1)) && (adjectival(p.tag(k+1)) || p.tag(k+1) == NN) && p.nounAhead(k+2) && p.lower(k) != "but":
		case t == Comma && k > i && determined && p.tag(k-1) == JJ && p.tag(k+1) == JJ && p.nounAhead(k+2):
		default:
			break loop
		}
		k++
	}
	for k > i && (p.tag(k-1) == RB || p.tag(k-1) == CC || p.tag(k-1) == Comma) {
		k--
	}
	if head < 0 && determined && k > i {
		head = k - 1
	}
	if head < 0 || head >= k || !determined && onlyAdjectives(p.tokens[i:k]) {
		return i, -1
	}
	if !p.tokens[head].Tag.Noun() {
		head = k - 1
	}
	return k, head
}

// spelled says whether token k is a number in letters before a noun, which begins a phrase where one in figures may end it:
// "By nightfall four men", but "Gate 4".
func (p *parser) spelled(k int) bool {
	return p.tag(k) == CD && p.tokens[k].Text[0] >= 'a' && p.tokens[k].Text[0] <= 'z' && p.nounAhead(k+1)
}

// quantity returns how many words at i say how near the number after them is: "at least 20", "up to a dozen".
func (p *parser) quantity(i int) int {
	n := 2
	switch a, b := p.lower(i), p.lower(i+1); {
	case a == "at" && (b == "least" || b == "most"), (a == "more" || a == "less" || a == "fewer") && b == "than", a == "up" && b == "to":
	case a == "as" && (b == "many" || b == "few") && p.lower(i+2) == "as":
		n = 3
	default:
		return 0
	}
	if p.tag(i+n) == CD || p.tag(i+n) == Currency || p.lower(i+n) == "a" && (p.lower(i+n+1) == "dozen" || p.tag(i+n+1) == CD) {
		return n
	}
	return 0
}

// frontEnds says whether the phrase from i to head is a time or a place at the front of a clause and what follows at k is
// not its noun but the clause's subject: "last year Norway signed", "in 1998 Moreau founded", "in Oslo voters rejected".
func (p *parser) frontEnds(i, head, k int) bool {
	name := p.unit[k] > k
	if !name && !p.tag(k).Noun() {
		return false
	}
	if timeWords[p.tokens[head].Lemma] == "unit" {
		w := p.lower(i)
		return name || head == i+1 && (w == "last" || w == "this" || w == "next" || w == "that")
	}
	if n := p.name[head]; n >= 0 && !name {
		switch p.lower(i - 1) {
		case "in", "across", "near":
			return p.s.Names[n].Kind == Place && p.s.Names[n].From == i && p.s.Names[n].To == k && p.subjectAt(p.nouns(k))
		}
		return false
	}
	return k == i+1 && p.tag(i-1) == IN && year(p.tokens[i].Text) && (name || p.subjectAt(p.nouns(k)))
}

// nouns returns the end of the run of common nouns at k.
func (p *parser) nouns(k int) int {
	for p.tag(k) == NN || p.tag(k) == NNS {
		k++
	}
	return k
}

// year says whether a number looks like one.
func year(number string) bool {
	return len(number) == 4 && (number[0] == '1' || number[:2] == "20") && strings.Trim(number, "0123456789") == ""
}

// tally says whether the count of a vote begins at k: "passed the Senate 59-37".
func (p *parser) tally(k int) bool {
	return p.tag(k) == CD && p.tag(k+2) == CD && p.tag(k-1).Noun() && (p.tag(k+1) == HYPH || p.lower(k+1) == "-")
}

// modifies says whether a name at head goes before the name that begins at k as one phrase: "Norway coach Ana Ruiz".
func (p *parser) modifies(head, k int) bool {
	kind := p.s.Names[p.name[head]].Kind
	return kind == Place || kind == Group || kind == Org && p.s.Names[p.name[p.unit[k]-1]].Kind == Person
}

// nameKind returns the kind of the name at token k.
func (p *parser) nameKind(k int) NameKind {
	if n := p.name[k]; n >= 0 {
		return p.s.Names[n].Kind
	}
	return Unknown
}

// contactName says whether the person's name that begins at k is the subject of a clause about the noun at head: "the deal
// Ana Ruiz signed". After a title or a kin the two are one: "the lawyer Ana Ruiz".
func (p *parser) contactName(head, k int) bool {
	w := p.tokens[head].Lower
	return p.name[k] >= 0 && p.s.Names[p.name[k]].Kind == Person && !IsTitle(w) && !kin[w] && p.subjectAt(p.unit[k])
}

// personEnds says whether a person's full name ends at token k.
func (p *parser) personEnds(k int) bool {
	n := p.name[k]
	return n >= 0 && p.s.Names[n].Kind == Person && p.s.Names[n].To == k+1 && p.s.Names[n].To-p.s.Names[n].From > 1
}

// reVerb says whether a verb with a prefix of its own begins at k: "was re-elected", "voters re-elected". After a
// determiner it is an attribute.
func (p *parser) reVerb(k int) bool {
	if k == 0 || !p.prefixed(k+2) || !p.tag(k+2).Verb() {
		return false
	}
	t := p.tag(k - 1)
	return t.Verb() || t == MD || t == TO || t == PRP || t.Noun() && p.tag(k+2) != VBN || t == RB
}

func adjectival(t Tag) bool { return t == JJ || t == JJR || t == JJS }

// onlyAdjectives says whether the tokens hold no noun and no number, so that they are a predicate's complement.
func onlyAdjectives(tokens []Token) bool {
	for _, t := range tokens {
		if t.Tag.Noun() || t.Tag == CD || t.Tag == FW || t.Tag == ADD || t.Tag == GW || t.Tag == DT {
			return false
		}
	}
	return true
}

// nounAhead says whether a noun follows at k, with nothing but modifiers between.
func (p *parser) nounAhead(k int) bool {
	for n := 0; n < 4 && k < len(p.tokens); n, k = n+1, k+1 {
		switch t := p.tag(k); {
		case t.Noun() && !p.calendar(k):
			return true
		case t == JJ || t == CD || t == HYPH || t == JJS || t == JJR || t == VBN && n == 0 && p.tag(k+1).Noun():
		default:
			return false
		}
	}
	return false
}

func (p *parser) adjectiveAhead(k int) bool {
	t := p.tag(k)
	return adjectival(t) || t == CD || t == Currency || (t == VBN || t == VBG) && p.nounAhead(k+1) || t == HYPH && adjectival(p.tag(k+1))
}

// attributive says whether the participle at k, in a phrase that begins at i without a determiner, modifies a noun.
func (p *parser) attributive(i, k int) bool {
	if k > i {
		return p.tag(k-1) == JJ || p.tag(k-1) == CD || p.tag(k-1) == HYPH
	}
	if p.tag(i) == VBG {
		return false
	}
	before := p.tag(i - 1)
	if before.Verb() && p.tag(i) == VBN {
		lemma := p.tokens[i-1].Lemma
		if two := p.tag(i - 2); before == VBG && two != IN && p.tokens[max(i-2, 0)].Lemma != "be" || !p.tag(i+1).Noun() {
			return false // "shelling killed people"
		}
		return lemma != "be" && lemma != "have" && lemma != "get" && lemma != "do" // "extradite accused men"
	}
	return before == NoTag || before == IN && p.lower(i-1) != "as" || before == PRPS || before == POS || before == CC && p.tag(i-2).Noun() || before == HYPH && !p.reVerb(i-2)
}

// compound says whether the hyphen at k ties two halves of a word.
func (p *parser) compound(k int) bool {
	return p.tokens[k-1].End == p.tokens[k].Start && p.tokens[k].End == p.tokens[k+1].Start
}
