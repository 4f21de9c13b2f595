package prose

import "slices"

// findGroups finds the verb groups, from their first auxiliaries to their verbs.
func (p *parser) findGroups() {
	for i := 0; i < len(p.tokens); {
		if p.phrase[i] >= 0 || !p.groupStart(i) {
			i++
			continue
		}
		g := p.group(i)
		k := len(p.s.Predicates)
		p.s.Predicates = append(p.s.Predicates, g)
		for j := g.From; j < g.To; j++ {
			if p.phrase[j] < 0 && !(p.tag(j) == IN && p.at(p.phrase, j+1) >= 0) { // "has in recent years become"
				p.pred[j] = k
			}
		}
		i = g.To
		if g.Particle >= i {
			p.pred[g.Particle] = k
			i = g.Particle + 1
		}
	}
}

func (p *parser) groupStart(i int) bool {
	t := p.tag(i)
	if t == TO {
		return p.tag(p.skipAdverbs(i+1)) == VB
	}
	if t == VBG && (p.lower(i) == "including" || p.lower(i) == "according" || p.lower(i) == "regarding" || p.lower(i) == "concerning") {
		return false
	}
	if t == HYPH || p.tag(i-1) == HYPH && !p.prefixed(i) || p.tag(i+1) == HYPH && p.compoundAt(i+1) {
		return false
	}
	return t == MD || t.Verb()
}

func (p *parser) compoundAt(k int) bool { return k > 0 && k+1 < len(p.tokens) && p.compound(k) }

// verbPrefixes are written before a verb with a hyphen: "re-elected".
var verbPrefixes = map[string]bool{"re": true, "co": true, "de": true, "pre": true, "over": true, "under": true, "mis": true}

// prefixed says whether a prefix and a hyphen stand before the verb at i.
func (p *parser) prefixed(i int) bool {
	return i > 1 && i < len(p.tokens) && p.tag(i-1) == HYPH && verbPrefixes[p.lower(i-2)]
}

func (p *parser) skipAdverbs(i int) int {
	if p.prefixed(i + 2) {
		return i + 2
	}
	for n := 0; n < 4 && (p.tag(i) == RB || p.tag(i) == RBR || p.tag(i) == RBS || p.dayInside(i) || p.floats(i)); n++ {
		i++
	}
	return i
}

// adverbialPairs are the pairs of words that stand inside a verb group as an adverb does: "are in turn shaped".
var adverbialPairs = map[string]bool{"in turn": true, "in fact": true, "at last": true, "of course": true, "at least": true, "in part": true,
	"so far": true, "at once": true, "at times": true, "in effect": true, "in principle": true, "by now": true, "for now": true,
	"in general": true, "at first": true, "in theory": true, "in practice": true, "by law": true, "once again": true}

// skipInserted steps over an adverbial between an auxiliary and its verb: two words that are one, or what stands between
// commas with no verb in it but after a preposition ("can, by borrowing, live"). It returns i where there is none.
func (p *parser) skipInserted(i int) int {
	if adverbialPairs[p.lower(i)+" "+p.lower(i+1)] {
		return p.skipAdverbs(i + 2)
	}
	if k := p.at(p.phrase, i+1); p.tag(i) == IN && k >= 0 && p.s.Temporal(k) { // "has in recent years become"
		if to := p.skipAdverbs(p.s.Phrases[k].To); p.tag(to) != TO { // "have until Sunday to leave"
			return to
		}
		return i
	}
	if p.tag(i) != Comma {
		return i
	}
	for k := i + 1; k < len(p.tokens) && k < i+12; k++ {
		switch t := p.tag(k); {
		case t == Comma:
			if k == i+1 {
				return i
			}
			return p.skipAdverbs(k + 1)
		case finite(t) || t == VB || t == Colon || t == WDT || t == WP:
			return i
		}
	}
	return i
}

// floats says whether a word that goes with the subject stands inside a verb group: "were all arrested", "has himself
// said", "is either fined or jailed".
func (p *parser) floats(i int) bool {
	if w := p.lower(i); !floating[w] && w != "either" && w != "neither" {
		return false
	}
	before := i - 1
	if p.tag(before) == RB {
		before--
	}
	switch {
	case before < 0:
		return false
	case p.tag(before) == MD || p.tokens[before].Lemma == "do":
		return p.tag(i+1) == VB || p.tag(i+1) == VBP
	case p.tokens[before].Lemma == "be":
		return p.tag(i+1) == VBN || p.tag(i+1) == VBG
	}
	return p.tokens[before].Lemma == "have" && (p.tag(i+1) == VBN || p.tag(i+1) == VBD)
}

// dayInside says whether a day stands inside a verb group as an adverb does: "has today listed".
func (p *parser) dayInside(i int) bool {
	switch p.lower(i) {
	case "today", "yesterday", "tonight", "tomorrow":
		before := p.tag(i - 1)
		return p.tag(i+1) == VBN && (before == VBZ || before == VBD || before == VBP || before == VB || before == MD) || p.tag(i+1) == VB && before == MD
	}
	return false
}

// group reads the verb group that begins at i.
func (p *parser) group(i int) Predicate {
	g := Predicate{Range: Range{i, i + 1}, Head: i, Particle: -1, Governor: -1, Subject: -1, Object: -1, Second: -1, Agent: -1, Quote: -1}
	p.opening(&g, i)
	if p.prefixed(i) && p.phrase[i-2] < 0 {
		g.From = i - 2
	}
	for at := i; ; {
		next, ok := p.nextVerb(&g, at)
		if !ok {
			break
		}
		p.extend(&g, at, next)
		at, g.Head, g.To = next, next, next+1
	}
	for k := g.From; k < g.To; k++ {
		if w := p.lower(k); w == "not" || w == "n't" || w == "never" || w == "longer" && p.lower(k-1) == "no" {
			g.Negated = true
		}
	}
	if w := p.lower(i - 1); w == "not" || w == "never" || w == "neither" || w == "nor" || w == "longer" && p.lower(i-2) == "no" {
		g.Negated = true
	}
	if p.tokens[g.Head].Lemma == "be" || p.tokens[g.Head].Lemma == "do" || p.tokens[g.Head].Lemma == "have" {
		if w := p.lower(g.To); w == "not" || w == "n't" || w == "never" || w == "no" && p.lower(g.To+1) == "longer" {
			g.Negated = true
		}
	}
	if p.tag(g.Head) == VBN && g.Head == g.From {
		g.Passive = true
	}
	p.particle(&g)
	return g
}

// opening sets tense and form by the first verb of a group.
func (p *parser) opening(g *Predicate, i int) {
	switch p.tag(i) {
	case MD:
		g.Modal = p.tokens[i].Lemma
		g.Tense = Present
		switch g.Modal {
		case "will", "would", "shall":
			g.Tense = Future
		}
	case VBD:
		g.Tense = Past
	case VBZ, VBP:
		g.Tense = Present
	case VB:
		if i > 0 && (p.tag(i-1) != PRP || p.causative(i)) {
			g.Form = Infinitive
		}
	case TO:
		g.Form = Infinitive
	case VBG:
		g.Form = Gerund
	case VBN:
		g.Form = Participle
	}
}

// causative says whether the base form at i, behind a pronoun, is what that pronoun is made or let do: "let them go".
func (p *parser) causative(i int) bool {
	switch p.lower(i - 1) {
	case "me", "him", "us", "them":
		return true
	}
	switch p.tokens[max(i-2, 0)].Lemma {
	case "let", "make", "help", "see", "have", "hear", "watch":
		return true
	}
	return false
}

// nextVerb returns the verb that goes on with the group whose last verb stands at i.
func (p *parser) nextVerb(g *Predicate, i int) (int, bool) {
	k := p.skipAdverbs(i + 1)
	if p.lower(k) == "since" && p.tokens[i].Lemma == "have" && p.tag(k+1) == VBN { // "has since left"
		k++
	}
	if p.auxiliary(i) {
		k = p.skipInserted(k)
		if p.opensQuote(k) && p.at(p.phrase, k+1) < 0 { // had been “left in the dark”
			k = p.skipAdverbs(k + 1)
		}
	}
	if k >= len(p.tokens) {
		return 0, false
	}
	if p.phrase[k] >= 0 {
		if i != g.From || k != p.behindNot(i) || !p.asks(i, k) {
			return 0, false
		}
		if k = p.skipAdverbs(p.asked(k)); k >= len(p.tokens) || p.phrase[k] >= 0 {
			return 0, false
		}
	}
	last, t := p.tokens[i], p.tag(k)
	switch {
	case last.Tag == MD, last.Tag == TO && i == g.From:
		return k, t == VB || t == VBP || last.Tag == MD && t == VBD
	case last.Lemma == "do":
		return k, t == VB || t == VBP
	case last.Lemma == "have":
		if t == TO && p.tag(k+1) == VB {
			return k, true
		}
		return k, t == VBN || t == VBD
	case last.Lemma == "be":
		if t == TO && p.tag(k+1) == VB {
			return k, k <= i+1 || k == i+2 && !p.tokens[i+1].Tag.Noun() && !degree[p.lower(i+1)] // "is not to go", but "is enough to go"
		}
		return k, t == VBN || t == VBD || t == VBG
	case last.Lemma == "get" && i == k-1:
		return k, t == VBN || t == VBD
	case last.Tag == TO:
		return k, t == VB
	case last.Lower == "going" && g.Progressive && t == TO && p.tag(k+1) == VB && k == i+1:
		return k, true
	}
	return 0, false
}

// degree are adverbs that "to" completes.
var degree = map[string]bool{"enough": true, "too": true, "so": true, "here": true, "there": true, "back": true, "out": true, "up": true}

// auxiliary says whether the verb at i has another after it more often than not.
func (p *parser) auxiliary(i int) bool {
	return p.tag(i) == MD || p.tokens[i].Lemma == "be" || p.tokens[i].Lemma == "have"
}

// asked returns the end of the subject of a question that begins with phrase at token k: "a group of workers".
func (p *parser) asked(k int) int {
	end := p.s.Phrases[p.phrase[k]].To
	if p.tag(k) == PRP && p.tag(end) == CD { // "you two"
		end++
	}
	for end+1 < len(p.tokens) && (p.tag(end) == IN || p.tag(end) == CC) && p.phrase[end+1] >= 0 {
		end = p.s.Phrases[p.phrase[end+1]].To
	}
	if p.tag(end) == Comma && (p.tag(end+1) == WDT || p.tag(end+1) == WP || p.tag(end+1) == DT || p.tag(end+1) == VBG) {
		for k := end + 1; k < len(p.tokens) && k < end+16; k++ { // "can light, which has no mass, bend?"
			if p.tag(k) == Comma {
				return k + 1
			}
		}
	}
	return end
}

// notUntil says whether the sentence before the auxiliary at i is a time that inverts it: "Not until Friday did the board
// answer", "Only in May did".
func (p *parser) notUntil(i int) bool {
	if w := p.lower(0); i > 5 || w != "not" && w != "only" {
		return false
	}
	k := p.at(p.phrase, i-1)
	return k >= 0 && (p.s.Temporal(k) || p.tag(p.s.Phrases[k].From) == CD)
}

// behindNot returns the token after i, or after the "n't" that stands there: "don't you think".
func (p *parser) behindNot(i int) int {
	if w := p.lower(i + 1); w == "n't" || w == "not" {
		return i + 2
	}
	return i + 1
}

// denials are the words after which subject and auxiliary change places in any sentence: "nor did the ministers agree".
var denials = map[string]bool{"nor": true, "neither": true, "never": true, "seldom": true, "rarely": true, "hardly": true}

// asks says whether the auxiliary at i has its subject behind it, at k, as in a question: "why did the firm close?"
func (p *parser) asks(i, k int) bool {
	if helps := p.tag(i) == MD || p.tokens[i].Lemma == "do" || p.tokens[i].Lemma == "have"; helps && (denials[p.lower(i-1)] || p.notUntil(i) || nominative[p.lower(k)] || p.lower(k) == "you") {
		return true
	}
	if !slices.ContainsFunc(p.tokens[i:], func(t Token) bool { return t.Lower == "?" }) {
		return false
	}
	if p.tag(i) == MD && p.tag(i+1) == PRP {
		return true
	}
	switch p.tag(i - 1) {
	case NoTag, Comma, CC, WRB, WP, WDT, OpenQuote, RB, UH, Colon, HYPH, NFP, LRB:
		return true
	}
	return p.lower(i-1) == `"`
}

// extend notes what the step from the verb at i to that at k means.
func (p *parser) extend(g *Predicate, i, k int) {
	last, t := p.tokens[i], p.tag(k)
	switch {
	case t == TO && p.lower(k-1) == "yet": // "has yet to decide"
		g.Negated = true
	case t == TO && last.Lemma == "have":
		g.Modal = "must"
	case t == TO && last.Lemma == "be":
		g.Scheduled = true
		if g.Tense == Present {
			g.Tense = Future
		}
	case t == TO: // going to
		g.Progressive = false
		if g.Tense == Present {
			g.Tense = Future
		}
	case last.Lemma == "have":
		g.Perfect = true
		if g.Tense == Present {
			g.Tense = Past
		}
	case last.Lemma == "be" && t == VBG:
		g.Progressive = true
	case last.Lemma == "be" || last.Lemma == "get":
		g.Passive = true
	}
}

var particleWords = map[string]bool{"in": true, "out": true, "up": true, "down": true, "off": true, "on": true, "over": true, "away": true, "back": true, "through": true, "aside": true, "forward": true}

// particle finds the little word that belongs to the verb.
func (p *parser) particle(g *Predicate) {
	i := g.To
	if !particleWords[p.lower(i)] {
		return
	}
	switch p.tag(i) {
	case RP:
		g.Particle = i
	case IN, RB:
		if p.at(p.phrase, i+1) < 0 && p.tag(i+1) != VBG {
			g.Particle = i
		}
	}
}
