package prose

// subordinators are words that never govern a noun phrase alone.
var subordinators = map[string]bool{"that": true, "if": true, "because": true, "while": true, "although": true, "though": true,

	"unless": true, "whether": true, "lest": true, "whereas": true, "so": true}

// clausal are the prepositions that a clause may follow as well.
var clausal = map[string]bool{"after": true, "before": true, "since": true, "until": true, "till": true, "as": true, "than": true, "once": true, "like": true}

// nominative are the pronouns that no preposition governs.
var nominative = map[string]bool{"i": true, "he": true, "she": true, "we": true, "they": true}

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
	case t != IN || p.at(p.pred, i) >= 0 || phrase.Pronoun && nominative[p.lower(phrase.Head)]:
		return false
	}
	w := p.lower(i)
	if subordinators[w] {
		return false
	}
	switch w {
	case "as", "than", "like":
		return !p.clauseAfter(phrase) || p.compared(i) || timeWords[p.lower(phrase.Head)] != ""
	case "for":
		return i > 0 || !p.clauseAfter(phrase) // "For the law was meant as a test"
	}
	return !clausal[w] || !p.clauseAfter(phrase)
}

// compared says whether the word at i tells more of a noun at the head of its clause, before any verb: "his role as chairman",
// "banks such as Lindt", "talks with Norvia".
func (p *parser) compared(i int) bool {
	if p.lower(i-1) == "such" {
		i--
	}
	k := p.at(p.phrase, i-1)
	if k < 0 || p.s.Temporal(k) {
		return false
	}
	for least := i - farBack; i > 0 && i > least; {
		i--
		switch t := p.tag(i); {
		case p.pred[i] >= 0 && p.s.Predicates[p.pred[i]].Form == Finite:
			return false
		case t == Comma || t == Colon || t == OpenQuote || t == CC || t == IN && subordinators[p.lower(i)]:
			return true
		}
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
		case t == RB || t == POS || t == VBG:
			i++
		case p.tag(i-1) == VBG && p.at(p.phrase, i) >= 0: // "after a boat carrying him sank"
			i = p.s.Phrases[p.phrase[i]].To
		case t == Comma:
			return p.insertedVerb(i)
		case (t == IN || t == TO) && p.at(p.phrase, i+1) >= 0 && !subordinators[p.lower(i)]:
			i = p.s.Phrases[p.phrase[i+1]].To
		case t == CC && p.at(p.phrase, i+1) >= 0:
			i = p.s.Phrases[p.phrase[i+1]].To
		case p.at(p.phrase, i) >= 0 && (p.tag(i-1) == POS || p.tag(i-1) == PRPS):
			i = p.s.Phrases[p.phrase[i]].To
		default:
			return false
		}
	}
	return false
}

// insertedVerb says whether what begins with the comma at i is inserted before a finite verb: "after the House, where they
// sit, approved it", "before the mayor, a lawyer, resigned".
func (p *parser) insertedVerb(i int) bool {
	switch p.tag(i + 1) {
	case WP, WPS, WDT, WRB, VBN, VBG:
	case DT:
		if w := p.lower(i + 1); w != "a" && w != "an" {
			return false
		}
	default:
		return false
	}
	for k := i + 2; k < len(p.tokens) && k < i+30; k++ {
		if p.tag(k) == Comma {
			return finite(p.tag(k + 1))
		}
	}
	return false
}
