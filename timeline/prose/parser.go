package prose

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

// startOf returns the first token of phrase k, its owner included.
func (p *parser) startOf(k int) int {
	for p.s.Phrases[k].Possessor >= 0 {
		k = p.s.Phrases[k].Possessor
	}
	return p.s.Phrases[k].From
}

// extent returns the end of phrase k with the phrases that prepositions tie to it.
func (p *parser) extent(k int) int {
	i := p.s.Phrases[k].To
	for i < len(p.tokens) {
		switch {
		case p.tag(i) == POS && p.at(p.phrase, i+1) >= 0:
			i = p.s.Phrases[p.phrase[i+1]].To
		case (p.tag(i) == IN || p.tag(i) == TO) && p.whole(i+1) >= 0 && p.s.Phrases[p.whole(i+1)].Prep == i:
			i = p.s.Phrases[p.whole(i+1)].To
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

// subjectAt says whether a finite verb follows at i without a comma, which makes the phrase before it a subject.
func (p *parser) subjectAt(i int) bool {
	for p.tag(i) == RB || floating[p.lower(i)] {
		i++
	}
	return finite(p.tag(i))
}
