package prose

// relate finds what every predicate hangs on, and who and what stand around it.
func (p *parser) relate() {
	for k := range p.s.Predicates {
		g := &p.s.Predicates[k]
		p.subject(k, g)
		p.object(k, g)
		p.conditional(g)
	}
	p.backward()
	p.obliques()
	for k := range len(p.s.Predicates) - 1 {
		p.share(&p.s.Predicates[k], &p.s.Predicates[k+1])
	}
	for k := range p.s.Predicates {
		g := &p.s.Predicates[k]
		p.inherit(g)
		g.Negated = g.Negated || g.Form == Finite && p.nobody(g.Subject)
	}
}

// nobody says whether a subject denies what is said of it: "no minister", "none of them", "neither the bank nor the fund".
func (p *parser) nobody(subject int) bool {
	if subject < 0 {
		return false
	}
	first := p.startOf(subject)
	switch p.lower(first) {
	case "no", "none", "nobody", "neither":
		return true
	}
	return p.lower(first-1) == "neither" || p.lower(first-1) == "nor" || p.lower(first-1) == "no" && p.tag(first-1) == DT
}

// start returns the first token of a group, an adverb or a "not" before it taken along.
func (p *parser) start(g *Predicate) int {
	i := g.From
	for i > 0 && (p.tag(i-1) == RB || p.tag(i-1) == RBR) && p.phrase[i-1] < 0 {
		i--
	}
	return i
}

// object finds the phrases right after the verb.
func (p *parser) object(k int, g *Predicate) {
	i := g.To
	if g.Particle == i {
		i++
	}
	for n := 0; n < 4 && p.at(p.phrase, i) < 0 && (p.tag(i) == RB || p.tag(i) == RBR || p.dayInside(i)); n++ {
		i++
	}
	if p.lower(i) == "short" && p.tokens[g.Head].Lemma == "cut" {
		i++ // "cut short a visit"
	}
	if p.tag(i) == OpenQuote {
		i++
	}
	if !g.Passive {
		i = p.behindInsert(i)
	}
	o := p.whole(i)
	if o < 0 || o == g.Subject || p.s.Phrases[o].Prep >= 0 || p.s.Temporal(o) || p.startsClause(k, o) {
		return
	}
	effects := governors[p.tokens[g.Head].Lemma]
	second := p.whole(p.s.Phrases[o].To)
	if second >= 0 && second > o && p.s.Phrases[second].Prep < 0 && !p.s.Temporal(second) && effects&gives != 0 && !p.subjectAt(p.extent(second)) {
		g.Second, g.Object = o, second
		return
	}
	if effects&tells != 0 && !g.Passive {
		g.Second = o
		return
	}
	g.Object = o
}

// share gives a verb what stands behind the verb that is joined to it: "arrested and charged three men", "tried and convicted
// by a court".
func (p *parser) share(g, next *Predicate) {
	if p.tag(g.To) != CC || p.start(next) != g.To+1 || next.Link != "conj" || g.Passive != next.Passive {
		return
	}
	if g.Passive && g.Agent < 0 {
		g.Agent = next.Agent
	}
	if !g.Passive && g.Object < 0 && !gathers[p.tokens[g.Head].Lemma] {
		g.Object = next.Object
	}
}

// gathers are verbs that do without an object before another: "met and approved the plan".
var gathers = wordSet("gather.txt")

// behindInsert returns the token behind an adverbial between commas that begins at i, or i: "rejected, by 60 votes to 40, a
// motion".
func (p *parser) behindInsert(i int) int {
	if p.tag(i) != Comma || p.tag(i+1) != IN {
		return i
	}
	for k := i + 2; k < len(p.tokens) && k < i+10 && p.pred[k] < 0; k++ {
		if p.tag(k) == Comma {
			return k + 1
		}
	}
	return i
}

// startsClause says whether phrase o is the subject of a clause that completes predicate k: "said the bill was".
func (p *parser) startsClause(k, o int) bool {
	end := p.extent(o)
	if p.subjectAt(end) && (p.relativeVerb(k) || p.s.Predicates[k].Form != Finite && !p.takesClause(k)) {
		return false // "the man who led the party resigned", "the vote to remove him failed"
	}
	if p.subjectAt(end) {
		return true
	}
	for _, b := range p.s.Phrases[o].Appos {
		if b > o {
			e := p.extent(b)
			if p.tag(e) == Comma && p.subjectAt(e+1) {
				return true
			}
		}
	}
	if n := len(p.s.Phrases[o].Conj); n > 0 {
		return p.subjectAt(p.extent(p.s.Phrases[o].Conj[n-1]))
	}
	return false
}

// obliques hands out the phrases with prepositions: to the predicate before, or at the head of a clause to the one after.
func (p *parser) obliques() {
	for k := range p.s.Phrases {
		phrase := &p.s.Phrases[k]
		if phrase.Prep < 0 || p.lower(phrase.Prep) == "of" {
			continue
		}
		q := p.host(phrase.Prep)
		if q < 0 {
			continue
		}
		g := &p.s.Predicates[q]
		if phrase.Prep < g.From && p.insideSubject(g, k) {
			continue
		}
		if p.lower(phrase.Prep) == "by" && g.Passive && g.Agent < 0 && !p.s.Temporal(k) && p.tokens[phrase.Head].Tag != CD && phrase.Prep >= g.To {
			g.Agent = k
			continue
		}
		g.Obliques = append(g.Obliques, k)
	}
}

// relativeVerb says whether predicate k follows its relative pronoun and takes no clause: what comes after its object
// is the verb of the clause outside.
func (p *parser) relativeVerb(k int) bool {
	g := &p.s.Predicates[k]
	t := p.tag(p.start(g) - 1)
	return (t == WP || t == WDT) && !p.takesClause(k)
}

// takesClause says whether the verb of predicate k is one of those that a clause completes.
func (p *parser) takesClause(k int) bool {
	verb := p.tokens[p.s.Predicates[k].Head]
	_, says := IsSpeech(verb.Lower)
	return says || governors[verb.Lemma]&tells != 0 || thinks[verb.Lemma]
}

// thinks are the verbs other than those of speech that a clause without "that" may complete.
var thinks = wordSet("thinks.txt")

// insideSubject says whether phrase k belongs to the subject of g and not to the verb: "the envoy to the court said".
func (p *parser) insideSubject(g *Predicate, k int) bool {
	if g.Subject < 0 || p.s.Temporal(k) || p.lower(p.s.Phrases[k].Prep) != "to" {
		return false
	}
	return p.s.Phrases[g.Subject].To == p.s.Phrases[k].Prep
}

// host returns the predicate on which the preposition at i hangs.
func (p *parser) host(i int) int {
	for j := i - 1; j >= 0; j-- {
		if p.pred[j] >= 0 {
			if p.subjectOfLater(p.pred[j], i) {
				break
			}
			return p.pred[j]
		}
		if w := p.lower(j); w == ";" {
			break
		}
	}
	for j := i + 1; j < len(p.tokens); j++ {
		if q := p.pred[j]; q >= 0 && p.s.Predicates[q].Form == Finite && (p.s.Predicates[q].Link != "relative" || p.tag(i-1) == WP || p.tag(i-1) == WDT) {
			return q
		}
	}
	return -1
}

// subjectOfLater says whether the preposition at i stands inside the subject of the predicate after q, or before it in its clause.
func (p *parser) subjectOfLater(q, i int) bool {
	for r := q + 1; r < len(p.s.Predicates); r++ {
		h := &p.s.Predicates[r]
		if h.From < i {
			continue
		}
		if h.Form != Finite || h.Subject < 0 {
			return false
		}
		return p.startOf(h.Subject) < i && p.startOf(h.Subject) >= p.s.Predicates[q].To && h.Link != "relative"
	}
	return false
}
