package prose

import (
	"annals/timeline/lexicon"
)

// timeWords holds the nouns that say when without a preposition: "own" or "unit".
var timeWords = func() map[string]string {
	m := map[string]string{}
	for _, line := range lexicon.Read(lexicons, "lexicon/timeword.txt") {
		if c := line.Field(1); c != "own" && c != "unit" {
			line.Panic("no such class: %s", c)
		}
		m[line.Field(0)] = line.Field(1)
	}
	return m
}()

// A parser holds what the rules need of a sentence while they read it.
type parser struct {
	s      *Sentence
	tokens []Token
	unit   []int // token -> end of the name, title included, that begins there; 0 is none
	name   []int // token -> name that it belongs to, or -1
	phrase []int // token -> phrase that it belongs to, or -1
	pred   []int // token -> predicate that it belongs to, or -1
}

// parse fills the phrases and predicates of a sentence that has its tags and names.
func parse(s *Sentence) {
	n := len(s.Tokens)
	maps := make([]int, 4*n)
	for i := n; i < len(maps); i++ {
		maps[i] = -1
	}
	p := &parser{s: s, tokens: s.Tokens, unit: maps[:n:n], name: maps[n : 2*n : 2*n], phrase: maps[2*n : 3*n : 3*n], pred: maps[3*n:]}
	for k, name := range s.Names {
		start := name.From
		if name.Title.From < name.Title.To && name.Title.To <= name.From {
			start = name.Title.From
		}
		for i := name.From; i < name.To && i < n; i++ {
			p.name[i] = k
		}
		if start >= 0 && start < n && !p.crosses(start, name.From) {
			p.unit[start] = min(name.To, n)
		} else if name.From < n {
			p.unit[name.From] = min(name.To, n)
		}
	}
	p.findPhrases()
	p.findGroups()
	p.prepositions()
	p.appositions()
	p.coordination()
	p.relate()
}

// crosses says whether a comma or a verb stands between two tokens, so that a title and a name are two phrases.
func (p *parser) crosses(from, to int) bool {
	for i := from; i < to; i++ {
		if t := p.tokens[i].Tag; t == Comma || t == MD || finite(t) && p.name[i] < 0 {
			return true
		}
	}
	return false
}

func (p *parser) tag(i int) Tag {
	if i < 0 || i >= len(p.tokens) {
		return NoTag
	}
	return p.tokens[i].Tag
}

func (p *parser) lower(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].Lower
}

func (p *parser) at(of []int, i int) int {
	if i < 0 || i >= len(of) {
		return -1
	}
	return of[i]
}

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

// base returns the end of the noun phrase that begins at token i and its head, or i where none begins.
func (p *parser) base(i int) (end, head int) {
	switch t := p.tag(i); {
	case p.unit[i] == 0 && (t == PRP || t == PRPS):
		return i + 1, i
	case p.unit[i] == 0 && t == DT && (p.lower(i) == "that" || p.lower(i) == "this") && (finite(p.tag(i+1)) || p.tag(i+1) == Comma):
		return i + 1, i
	case p.calendar(i):
		return p.date(i)
	}
	head, determined, seen := -1, false, false
	k := i
loop:
	for k < len(p.tokens) {
		if p.unit[k] > k {
			if head >= 0 && p.tokens[head].Tag.Noun() && p.name[head] >= 0 && p.name[p.unit[k]-1] != p.name[head] && k > i && !p.modifies(head, k) {
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
				break loop // "Silva Friday signed", "talks Monday"
			}
			head, seen = k, true
		case t == DT || t == PDT:
			if k > i && p.tag(k-1) != PDT && p.tag(k-1) != DT {
				break loop
			}
			if p.lower(k) == "that" && p.tag(k+1) == PRP {
				break loop
			}
			determined, seen = true, true
		case t == CD || t == Currency || t == JJ || t == JJR || t == JJS:
			if head >= 0 && p.tokens[head].Tag.Noun() && t != CD {
				if !p.nounAhead(k+1) || timeWords[p.lower(k+1)] == "unit" {
					break loop // "in Oslo next week"
				}
			}
			seen = true
			if t != Currency {
				head = k
			}
		case (t == VBN || t == VBG) && p.nounAhead(k+1) && (determined || p.attributive(i, k)):
			seen = true
		case (t == RB || t == RBR || t == RBS) && p.adjectiveAhead(k+1) && (determined || seen || k == i):
			if k == i && p.tag(k+1) != CD && p.tag(k+1) != JJ && p.tag(k+1) != JJR && p.tag(k+1) != JJS {
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

// modifies says whether a name at head goes before the name that begins at k as one phrase: "Norway coach Ana Ruiz".
func (p *parser) modifies(head, k int) bool {
	kind := p.s.Names[p.name[head]].Kind
	return kind == Place || kind == Group || kind == Org && p.s.Names[p.name[p.unit[k]-1]].Kind == Person
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
	return adjectival(t) || t == CD || (t == VBN || t == VBG) && p.nounAhead(k+1) || t == HYPH && adjectival(p.tag(k+1))
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
	return before == NoTag || before == IN && p.lower(i-1) != "as" || before == PRPS || before == POS || before == CC && p.tag(i-2).Noun() || before == HYPH
}

// compound says whether the hyphen at k ties two halves of a word.
func (p *parser) compound(k int) bool {
	return p.tokens[k-1].End == p.tokens[k].Start && p.tokens[k].End == p.tokens[k+1].Start
}

// calendar says whether token i is a weekday, a month or "today", as a noun.
func (p *parser) calendar(i int) bool {
	return i >= 0 && i < len(p.tokens) && p.tag(i).Noun() && timeWords[p.tokens[i].Lower] == "own" && (p.name[i] < 0 || p.s.Names[p.name[i]].From == i && p.s.Names[p.name[i]].To == i+1)
}

// date returns the end of a date that begins with the calendar word at i, unless a noun follows that it modifies.
func (p *parser) date(i int) (end, head int) {
	k := i + 1
	for k < len(p.tokens) && (p.tag(k) == CD || p.calendar(k) || p.tag(k) == Comma && p.tag(k+1) == CD && p.tag(k-1) == CD && len(p.lower(k+1)) == 4) {
		k++
	}
	if p.tag(k) == NN || p.tag(k) == NNS {
		if timeWords[p.lower(k)] == "unit" {
			return k + 1, k
		}
		head := k
		for p.tag(head+1) == NN || p.tag(head+1) == NNS {
			head++
		}
		return head + 1, head
	}
	return k, i
}

// Temporal says whether phrase k says when and stands for no party: "Friday", "last week".
func (s *Sentence) Temporal(k int) bool {
	phrase := &s.Phrases[k]
	switch timeWords[s.Tokens[phrase.Head].Lower] {
	case "own":
		return s.Tokens[phrase.Head].Tag.Noun()
	case "unit":
		return phrase.Prep >= 0 || phrase.To-phrase.From > 1
	}
	if s.Tokens[phrase.Head].Lemma != "" {
		if timeWords[s.Tokens[phrase.Head].Lemma] == "unit" {
			return true
		}
	}
	return false
}

// subordinators are words that never govern a noun phrase alone.
var subordinators = map[string]bool{"that": true, "if": true, "because": true, "while": true, "although": true, "though": true,
	"unless": true, "whether": true, "lest": true, "whereas": true, "so": true}

// prepositions finds the preposition of every phrase, and the phrases that "of" ties together.
func (p *parser) prepositions() {
	for k := range p.s.Phrases {
		phrase := &p.s.Phrases[k]
		start := phrase.From
		if phrase.Possessor >= 0 {
			owner := &p.s.Phrases[phrase.Possessor]
			phrase.Prep, owner.Prep = owner.Prep, -1
			if phrase.Prep < 0 {
				continue
			}
			p.tieOf(k, phrase.Prep)
			continue
		}
		i := start - 1
		for i >= 0 && (p.tag(i) == OpenQuote || p.tag(i) == RB && p.tag(i-1) == IN || p.lower(i) == `"`) {
			i--
		}
		if !p.preposition(i, phrase) {
			continue
		}
		phrase.Prep = i
		p.tieOf(k, i)
	}
}

// tieOf notes phrase k as the "of" of the phrase before the preposition at i.
func (p *parser) tieOf(k, i int) {
	if p.lower(i) != "of" {
		return
	}
	if before := p.at(p.phrase, i-1); before >= 0 {
		p.s.Phrases[before].Of = k
	}
	if owner := p.s.Phrases[k].Possessor; owner >= 0 {
		if before := p.at(p.phrase, i-1); before >= 0 {
			p.s.Phrases[before].Of = k
		}
	}
}

// preposition says whether the token at i governs the phrase.
func (p *parser) preposition(i int, phrase *Phrase) bool {
	switch t := p.tag(i); {
	case t == TO:
		return true
	case t == VBG:
		w := p.lower(i)
		return w == "including" || w == "following" || w == "regarding" || w == "concerning" || w == "excluding"
	case t == RP || t == JJ || t == RB:
		switch p.lower(i) {
		case "near", "via", "amid", "than", "per", "by", "in", "on", "over", "with", "through":
			return t != RP || p.at(p.pred, i-1) < 0
		}
		return false
	case t != IN || p.at(p.pred, i) >= 0:
		return false
	}
	w := p.lower(i)
	if subordinators[w] {
		return false
	}
	switch w {
	case "after", "before", "since", "until", "as", "than", "once", "like", "till":
		return !p.clauseAfter(phrase)
	}
	return true
}

// clauseAfter says whether the phrase, what modifies it included, is followed by a finite verb: it is a subject then.
func (p *parser) clauseAfter(phrase *Phrase) bool {
	i := phrase.To
	for i < len(p.tokens) {
		switch t := p.tag(i); {
		case finite(t) && p.at(p.phrase, i) < 0:
			return true
		case t == RB || t == POS:
			i++
		case (t == IN || t == TO) && p.at(p.phrase, i+1) >= 0 && !subordinators[p.lower(i)]:
			i = p.s.Phrases[p.phrase[i+1]].To
		case t == CC && p.at(p.phrase, i+1) >= 0:
			i = p.s.Phrases[p.phrase[i+1]].To
		case p.at(p.phrase, i) >= 0 && p.tag(i-1) == POS:
			i = p.s.Phrases[p.phrase[i]].To
		default:
			return false
		}
	}
	return false
}

// extent returns the end of phrase k with the phrases that prepositions tie to it.
func (p *parser) extent(k int) int {
	i := p.s.Phrases[k].To
	for i < len(p.tokens) {
		switch {
		case p.tag(i) == POS && p.at(p.phrase, i+1) >= 0:
			i = p.s.Phrases[p.phrase[i+1]].To
		case (p.tag(i) == IN || p.tag(i) == TO) && p.at(p.phrase, i+1) >= 0 && p.s.Phrases[p.phrase[i+1]].Prep == i:
			i = p.s.Phrases[p.phrase[i+1]].To
		case p.at(p.phrase, i) >= 0 && p.s.Phrases[p.phrase[i]].Possessor >= 0 && p.s.Phrases[p.phrase[i]].From == i && p.tag(i-1) == PRPS:
			i = p.s.Phrases[p.phrase[i]].To
		default:
			return i
		}
	}
	return i
}

// whole returns the phrase that begins at i, an owner before it taken for part of it, or -1.
func (p *parser) whole(i int) int {
	k := p.at(p.phrase, i)
	if k < 0 || p.s.Phrases[k].From != i {
		return -1
	}
	for k+1 < len(p.s.Phrases) && p.s.Phrases[k+1].Possessor == k {
		k++
	}
	return k
}

// appositions pairs phrases that commas, dashes or nothing but a name set side by side.
func (p *parser) appositions() {
	for a := range p.s.Phrases {
		if p.s.Phrases[a].Pronoun || p.s.Temporal(a) {
			continue
		}
		i := p.extent(a)
		if !p.pause(i) {
			i = p.s.Phrases[a].To
		}
		if !p.pause(i) {
			continue
		}
		b := p.whole(i + 1)
		if b < 0 || p.s.Phrases[b].Prep >= 0 || p.s.Phrases[b].Pronoun || p.s.Temporal(b) || !p.sameParty(a, b) {
			continue
		}
		end := p.extent(b)
		if p.listed(a, b, end) || p.subjectAt(end) {
			continue
		}
		p.s.Phrases[a].Appos = append(p.s.Phrases[a].Appos, b)
		p.s.Phrases[b].Appos = append(p.s.Phrases[b].Appos, a)
		p.s.Phrases[b].Appositive = true
	}
}

// pause says whether the token at i sets off an apposition.
func (p *parser) pause(i int) bool {
	return p.tag(i) == Comma || p.tag(i) == Colon && p.lower(i) == "-"
}

// sameParty says whether one of two phrases names and the other describes.
func (p *parser) sameParty(a, b int) bool {
	x, y := p.describes(a), p.describes(b)
	if x == y {
		return false
	}
	if x { // "the minister, Ana Ruiz"
		return p.tokens[p.s.Phrases[a].From].Tag == DT || p.s.Phrases[a].Possessor >= 0
	}
	first := p.tag(p.s.Phrases[b].From)
	name := p.s.Phrases[a].Name
	return first == DT || p.s.Phrases[b].Possessor >= 0 || first == CD || name >= 0 && p.s.Names[name].Kind == Person
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
	return c >= 0 && !(p.tag(end) == Comma && p.describes(b) && !p.describes(c))
}

// subjectAt says whether a finite verb follows at i without a comma, which makes the phrase before it a subject.
func (p *parser) subjectAt(i int) bool {
	for p.tag(i) == RB {
		i++
	}
	return finite(p.tag(i))
}

// coordination ties the members of lists to the first.
func (p *parser) coordination() {
	member := make([]bool, len(p.s.Phrases))
	for a := range p.s.Phrases {
		if member[a] {
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
		if len(found) == 0 || !closed && !p.hasFinal(a, found) {
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

// hasFinal says whether a conjunction closes the list.
func (p *parser) hasFinal(a int, found []int) bool {
	b := found[len(found)-1]
	return p.tag(p.startOf(b)-1) == CC
}

func (p *parser) goesOn(b int) bool {
	return p.tag(p.extent(b)) == CC && p.whole(p.extent(b)+1) >= 0
}

// startOf returns the first token of phrase k, its owner included.
func (p *parser) startOf(k int) int {
	for p.s.Phrases[k].Possessor >= 0 {
		k = p.s.Phrases[k].Possessor
	}
	return p.s.Phrases[k].From
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
	for _, c := range p.s.Phrases[a].Appos {
		if c > a {
			if b, final := try(p.extent(c)); b >= 0 {
				return b, final
			}
		}
	}
	if end := p.extent(a); end > p.s.Phrases[a].To {
		return try(end)
	}
	return -1, false
}

// newClause says whether phrase b begins a clause of its own, though a conjunction or a comma stands before it.
func (p *parser) newClause(a, b int) bool {
	if p.s.Phrases[a].Prep >= 0 && p.tag(p.startOf(b)-1) == CC || !p.subjectAt(p.extent(b)) {
		return p.tag(p.startOf(b)-1) == Comma && p.subjectAt(p.extent(b))
	}
	if p.tag(p.startOf(b)-1) == Comma {
		return true
	}
	for i := p.startOf(a) - 1; i >= 0; i-- {
		if p.pred[i] >= 0 {
			return p.s.Predicates[p.pred[i]].Form == Finite
		}
		if t := p.tag(i); t == Colon || t == CloseQuote || t == OpenQuote || t == IN && subordinators[p.lower(i)] {
			return false
		}
	}
	return false
}
