package prose

import (
	"strings"

	"annals/timeline/lexicon"
)

// An effect is what a verb says of the predicate that completes it.
type effect uint8

const (
	schedules effect = 1 << iota
	negates
	controls
	tells
	gives
)

// governors maps a verb's lemma to its effects.
var governors = func() map[string]effect {
	names := map[string]effect{"schedule": schedules, "negate": negates, "control": controls, "tells": tells, "gives": gives}
	m := map[string]effect{}
	for _, line := range lexicon.Read(lexicons, "lexicon/governor.txt") {
		for _, f := range strings.Fields(line.Field(1)) {
			if names[f] == 0 {
				line.Panic("no such effect: %s", f)
			}
			m[line.Field(0)] |= names[f]
		}
	}
	return m
}()

// aims are nouns that "is to" defines.
var aims = wordSet("aim.txt")

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
			p.pred[j] = k
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
	if t == HYPH || p.tag(i-1) == HYPH || p.tag(i+1) == HYPH && p.compoundAt(i+1) {
		return false
	}
	return t == MD || t.Verb()
}

func (p *parser) compoundAt(k int) bool { return k > 0 && k+1 < len(p.tokens) && p.compound(k) }

func (p *parser) skipAdverbs(i int) int {
	for n := 0; n < 4 && (p.tag(i) == RB || p.tag(i) == RBR); n++ {
		i++
	}
	return i
}

// group reads the verb group that begins at i.
func (p *parser) group(i int) Predicate {
	g := Predicate{Range: Range{i, i + 1}, Head: i, Particle: -1, Governor: -1, Subject: -1, Object: -1, Second: -1, Agent: -1, Quote: -1}
	p.opening(&g, i)
	for at := i; ; {
		next, ok := p.nextVerb(&g, at)
		if !ok {
			break
		}
		p.extend(&g, at, next)
		at, g.Head, g.To = next, next, next+1
	}
	for k := g.From; k < g.To; k++ {
		if w := p.lower(k); w == "not" || w == "n't" || w == "never" {
			g.Negated = true
		}
	}
	if w := p.lower(i - 1); w == "not" || w == "never" || w == "longer" && p.lower(i-2) == "no" {
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
		if i > 0 && p.tag(i-1) != PRP {
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

// nextVerb returns the verb that goes on with the group whose last verb stands at i.
func (p *parser) nextVerb(g *Predicate, i int) (int, bool) {
	k := p.skipAdverbs(i + 1)
	if k >= len(p.tokens) || p.phrase[k] >= 0 {
		return 0, false
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
	case last.Lemma == "be" || last.Lemma == "get" && i == k-1:
		if t == TO && p.tag(k+1) == VB {
			return k, true
		}
		return k, t == VBN || t == VBD || t == VBG && last.Lemma == "be"
	case last.Tag == TO:
		return k, t == VB
	case last.Lower == "going" && g.Progressive && t == TO && p.tag(k+1) == VB && k == i+1:
		return k, true
	}
	return 0, false
}

// extend notes what the step from the verb at i to that at k means.
func (p *parser) extend(g *Predicate, i, k int) {
	last, t := p.tokens[i], p.tag(k)
	switch {
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
	for k := range p.s.Predicates {
		p.inherit(&p.s.Predicates[k])
	}
}

// start returns the first token of a group, an adverb or a "not" before it taken along.
func (p *parser) start(g *Predicate) int {
	i := g.From
	for i > 0 && p.tag(i-1) == RB && p.phrase[i-1] < 0 {
		i--
	}
	return i
}

// subject finds the phrase that does it, and the predicate that it completes.
func (p *parser) subject(k int, g *Predicate) {
	switch g.Form {
	case Infinitive:
		p.completes(k, g, "to")
	case Gerund:
		p.gerund(k, g)
	case Participle:
		p.participle(k, g)
	default:
		p.finiteSubject(k, g)
	}
}

// before returns the last predicate before k whose clause reaches it, or -1.
func (p *parser) before(k int) int {
	from := p.s.Predicates[k].From
	depth := 0
	for i := from - 1; i >= 0; i-- {
		switch t := p.tag(i); {
		case t == RRB:
			depth++
		case t == LRB:
			depth--
		case p.lower(i) == ";":
			return -1
		case depth <= 0 && p.pred[i] >= 0 && p.pred[i] < k:
			return p.pred[i]
		}
	}
	return -1
}

// completes hangs an infinitive on the predicate before it.
func (p *parser) completes(k int, g *Predicate, link string) {
	if q := k - 1; q >= 0 && p.coordinated(g) && p.s.Predicates[q].Form == g.Form {
		g.Governor, g.Link, g.Subject = q, "conj", p.s.Predicates[q].Subject
		return
	}
	q := p.before(k)
	if q < 0 {
		return
	}
	g.Governor, g.Link = q, link
	g.Subject = p.controller(q)
}

// controller returns who does what completes predicate q.
func (p *parser) controller(q int) int {
	h := &p.s.Predicates[q]
	effects := governors[p.tokens[h.Head].Lemma]
	if effects&controls != 0 && !h.Passive {
		if h.Object >= 0 {
			return h.Object
		}
		if h.Second >= 0 {
			return h.Second
		}
	}
	return h.Subject
}

// coordinated says whether a conjunction or a list's comma stands right before the group.
func (p *parser) coordinated(g *Predicate) bool {
	i := p.start(g) - 1
	return p.tag(i) == CC
}

func (p *parser) gerund(k int, g *Predicate) {
	i := p.start(g) - 1
	switch {
	case p.coordinated(g) && k > 0 && p.s.Predicates[k-1].Form == Gerund:
		p.completes(k, g, "conj")
	case p.tag(i) == IN || p.tag(i) == TO:
		p.completes(k, g, "ing")
	case p.at(p.phrase, i) >= 0 && p.tag(i) != Comma && p.before(k) < 0:
		g.Link, g.Subject = "participle", p.phrase[i]
	case p.at(p.phrase, i) >= 0:
		p.completes(k, g, "participle")
		if g.Governor >= 0 && governors[p.tokens[p.s.Predicates[g.Governor].Head].Lemma]&controls == 0 && !p.s.Temporal(p.phrase[i]) {
			g.Subject = p.head(p.phrase[i])
		}
	case p.at(p.pred, i) >= 0:
		p.completes(k, g, "ing")
	default:
		p.completes(k, g, "participle")
	}
}

// head returns the phrase of which phrase k is the "of" part, at any depth, or k.
func (p *parser) head(k int) int {
	for n := 0; n < 4; n++ {
		i := p.s.Phrases[k].Prep
		if i < 0 || p.lower(i) != "of" || p.at(p.phrase, i-1) < 0 {
			return k
		}
		k = p.phrase[i-1]
	}
	return k
}

// participle hangs a participle on the noun before it, or on the clause.
func (p *parser) participle(k int, g *Predicate) {
	i := p.start(g) - 1
	switch {
	case p.coordinated(g) && k > 0 && p.s.Predicates[k-1].Passive:
		q := k - 1
		h := &p.s.Predicates[q]
		g.Governor, g.Link, g.Subject = q, "conj", h.Subject
		g.Tense, g.Form, g.Modal, g.Perfect, g.Negated = h.Tense, h.Form, h.Modal, h.Perfect, g.Negated || h.Negated && p.lower(i) == "or"
	case p.coordinated(g) && k > 0 && p.s.Predicates[k-1].Perfect:
		h := &p.s.Predicates[k-1]
		g.Governor, g.Link, g.Subject, g.Passive = k-1, "conj", h.Subject, false
		g.Tense, g.Form, g.Modal, g.Perfect = h.Tense, h.Form, h.Modal, true
	case p.at(p.phrase, i) >= 0:
		g.Link, g.Subject = "participle", p.phrase[i]
	case p.tag(i) == Comma && p.at(p.phrase, i-1) >= 0:
		g.Link, g.Subject = "participle", p.phrase[i-1]
	default:
		g.Link = "participle"
		if q := p.before(k); q >= 0 {
			g.Governor, g.Subject = q, p.s.Predicates[q].Subject
		}
	}
}

// finiteSubject walks left from a finite group over what may stand between it and its subject.
func (p *parser) finiteSubject(k int, g *Predicate) {
	i := p.start(g) - 1
	if p.tag(i) == CC || p.tag(i) == Comma && p.seriesVerb(k, i) {
		if q := p.conjunct(k, i); q >= 0 {
			h := &p.s.Predicates[q]
			g.Governor, g.Link, g.Subject = q, "conj", h.Subject
			if g.Tense == NoTense {
				g.Tense, g.Form = h.Tense, h.Form
			}
			return
		}
	}
	if p.tag(i) == OpenQuote || p.lower(i) == `"` && i > 0 && p.tokens[i].End == p.tokens[i+1].Start {
		i-- // the quotation begins with the verb: the board “condemned the attack”
	}
	subject, at := p.leftSubject(i)
	if subject < 0 {
		subject = p.inverted(g)
		at = -1
	}
	g.Subject = subject
	if subject >= 0 && at > 0 && p.contact(subject, at) {
		at = relative
	}
	if at == relative {
		g.Link = "relative"
		return
	}
	if at >= 0 {
		p.complement(k, g, at)
	}
}

// contact says whether the clause whose subject begins at token at is a relative clause without a pronoun: "the gains we made".
func (p *parser) contact(subject, at int) bool {
	a := p.at(p.phrase, at-1)
	if a < 0 || p.tag(p.s.Phrases[subject].Head) != PRP || p.s.Phrases[a].Prep >= 0 || p.s.Phrases[a].Pronoun || p.s.Temporal(a) {
		return false
	}
	q := p.at(p.pred, p.startOf(a)-1)
	if q < 0 {
		return true
	}
	verb := p.tokens[p.s.Predicates[q].Head]
	_, says := IsSpeech(verb.Lower)
	return !says && governors[verb.Lemma]&tells == 0
}

// relative says that leftSubject came to the subject through a relative pronoun.
const relative = -2

// leftSubject returns the subject that stands left of token i, and its first token or relative.
func (p *parser) leftSubject(i int) (subject, at int) {
	for steps := 0; i >= 0 && steps < 64; steps++ {
		switch t := p.tag(i); {
		case t == WP || t == WDT || t == WPS || p.lower(i) == "that" && t != DT && p.antecedentAt(i-1) >= 0:
			if a := p.antecedentAt(i - 1); a >= 0 {
				return a, relative
			}
			return -1, -1
		case p.phrase[i] >= 0:
			k := p.phrase[i]
			start := p.startOf(k)
			phrase := &p.s.Phrases[k]
			switch {
			case phrase.Prep >= 0:
				i = phrase.Prep - 1
				if a := p.memberOf(k); a >= 0 && p.s.Phrases[a].Prep >= 0 {
					i = p.s.Phrases[a].Prep - 1
				}
			case p.s.Temporal(k) && p.phraseBefore(start-1):
				i = start - 1
			default:
				if q := p.at(p.pred, start-1); q >= 0 && p.inner(q) {
					i = p.beforeInner(q) // k is its object
					continue
				}
				if a := p.memberOf(k); a >= 0 {
					if p.s.Phrases[a].Prep >= 0 {
						i = p.s.Phrases[a].Prep - 1
						continue
					}
					k, start = a, p.startOf(a)
				}
				for _, a := range phrase.Appos {
					if phrase.Appositive && a < k {
						k, start = a, p.startOf(a)
					}
				}
				if start > i { // cannot happen; guards the walk
					return -1, -1
				}
				if p.s.Phrases[k].Prep >= 0 {
					i = p.s.Phrases[k].Prep - 1
					continue
				}
				return k, start
			}
		case p.pred[i] >= 0:
			q := p.pred[i]
			if !p.inner(q) {
				return -1, -1
			}
			i = p.beforeInner(q)
		case t == Comma || t == RRB || t == Colon && p.lower(i) == "-":
			i = p.skipInsert(i)
		case t == RB || t == JJ || t == POS || t == IN && p.lower(i) != "that" && p.pred[max(i-1, 0)] >= 0 && i > 0, t == EX, t == HYPH, t == RP:
			if t == EX {
				return -1, -1
			}
			i--
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// inner says whether predicate q stands inside a noun phrase: in a relative clause, or as a participle or infinitive after a noun.
func (p *parser) inner(q int) bool {
	g := &p.s.Predicates[q]
	return g.Link == "relative" || g.Form != Finite && g.From > 0 && (p.at(p.phrase, g.From-1) >= 0 || p.at(p.pred, g.From-1) >= 0 || p.tag(g.From-1) == Comma || p.tag(g.From-1) == IN || p.tag(g.From-1) == CC)
}

// beforeInner returns the token before predicate q, and before its relative pronoun.
func (p *parser) beforeInner(q int) int {
	g := &p.s.Predicates[q]
	i := p.start(g) - 1
	if g.Link == "relative" && g.Subject >= 0 && p.at(p.phrase, i) == g.Subject {
		return p.startOf(g.Subject) - 1
	}
	if t := p.tag(i); g.Link == "relative" && (t == WP || t == WDT || p.lower(i) == "that") {
		i--
		if p.tag(i) == Comma {
			i--
		}
	}
	return i
}

// memberOf returns the phrase that heads the list in which phrase k stands, or -1.
func (p *parser) memberOf(k int) int {
	for a := range p.s.Phrases[:k] {
		for _, b := range p.s.Phrases[a].Conj {
			if b == k {
				return a
			}
		}
	}
	return -1
}

// phraseBefore says whether a noun phrase that could be a subject ends at i, a comma skipped.
func (p *parser) phraseBefore(i int) bool {
	if p.tag(i) == Comma {
		i--
	}
	return p.at(p.phrase, i) >= 0
}

// antecedentAt returns the phrase that a relative pronoun after token i takes up.
func (p *parser) antecedentAt(i int) int {
	comma := p.tag(i) == Comma
	if comma {
		i--
	}
	if p.tag(i) == IN || p.tag(i) == TO { // "for which"
		i--
	}
	k := p.at(p.phrase, i)
	if k < 0 || p.s.Phrases[k].Pronoun && !comma {
		return -1
	}
	if a := p.s.Phrases[k]; a.Appositive && len(a.Appos) > 0 {
		k = a.Appos[0]
	}
	if comma {
		return p.head(k)
	}
	return k
}

// skipInsert returns the token before the comma, dash or bracket that opens what the one at i closes.
func (p *parser) skipInsert(i int) int {
	closes := p.tag(i)
	depth := 0
	for j := i - 1; j >= 0 && j > i-60; j-- {
		switch t := p.tag(j); {
		case closes == RRB && t == LRB:
			return j - 1
		case closes == RRB:
		case t == RRB:
			depth++
		case t == LRB:
			depth--
		case depth == 0 && t == closes && p.lower(j) == p.lower(i) && !p.dateComma(j):
			if p.opensInsert(j, i) {
				return j - 1
			}
			if !p.inList(j) {
				return i - 1
			}
		case t == OpenQuote || t == CloseQuote || p.lower(j) == ";":
			return -1
		}
	}
	// No mark opens it: what stands before it is a fronted adverbial, or the subject itself.
	return i - 1
}

// inList says whether the comma at j stands inside a list, so that the search goes on to its left.
func (p *parser) inList(j int) bool {
	return p.phrase[max(j-1, 0)] >= 0
}

// dateComma says whether the comma at j stands in a date or a number of places: "May 3, 2019", "Oslo, Norway".
func (p *parser) dateComma(j int) bool {
	return p.tag(j+1) == CD && p.tag(j-1) == CD || p.at(p.phrase, j-1) >= 0 && p.phrase[j-1] == p.at(p.phrase, j+1)
}

// opensInsert says whether what stands between the commas at j and i can be left out: an apposition, a relative clause, an adverbial.
func (p *parser) opensInsert(j, i int) bool {
	if p.at(p.phrase, j-1) < 0 && p.tag(j-1) != RRB {
		return false
	}
	switch t := p.tag(j + 1); {
	case t == WP || t == WDT || t == WRB || t == WPS || t == IN || t == TO || t == RB || t == VBG || t == VBN || t == JJ || t == CC && p.lower(j+1) != "and":
		return true
	}
	k := p.whole(j + 1)
	return k >= 0 && (p.s.Phrases[k].Appositive || p.s.Temporal(k) || p.tokens[p.s.Phrases[k].Head].Tag == CD || p.place(k))
}

func (p *parser) place(k int) bool {
	name := p.s.Phrases[k].Name
	return name >= 0 && p.s.Names[name].Kind == Place
}

// seriesVerb says whether the comma at i parts verbs of one subject: "came, saw and left".
func (p *parser) seriesVerb(k, i int) bool {
	if k == 0 || k+1 >= len(p.s.Predicates) || p.s.Predicates[k-1].Form != Finite {
		return false
	}
	next := &p.s.Predicates[k+1]
	c := p.start(next) - 1
	return p.tag(c) == CC && (p.tag(i) == Comma && p.s.Predicates[k].Tense == next.Tense)
}

// conjunct returns the finite predicate with which the one after the conjunction at i is coordinated, or -1.
func (p *parser) conjunct(k, i int) int {
	for q := k - 1; q >= 0; q-- {
		h := &p.s.Predicates[q]
		if h.Form == Finite && (h.Link != "relative" || p.tag(i-1) != Comma) {
			if h.Link == "relative" && p.s.Predicates[k].Tense != h.Tense {
				continue
			}
			return q
		}
	}
	return -1
}

// inverted returns the subject that follows its verb: "said Ana Ruiz", "there was a vote".
func (p *parser) inverted(g *Predicate) int {
	i := g.To
	_, says := IsSpeech(p.tokens[g.Head].Lower)
	there := p.tag(p.start(g)-1) == EX
	front := p.start(g) == 0 || p.tag(p.start(g)-1) == Comma || p.tag(p.start(g)-1) == CloseQuote || p.lower(p.start(g)-1) == `"`
	if !there && !(says && front) {
		return -1
	}
	k := p.whole(p.skipAdverbs(i))
	if k < 0 || p.s.Temporal(k) {
		return -1
	}
	return k
}

// complement notes the predicate to which a finite clause, whose subject begins at token at, is the complement.
func (p *parser) complement(k int, g *Predicate, at int) {
	i := at - 1
	that := p.lower(i) == "that" && p.tag(i) != DT
	if that {
		i--
	}
	for i >= 0 && p.tag(i) == Comma { // fronted adverbial inside the clause: "said that, on Friday, he"
		i--
	}
	q := p.at(p.pred, i)
	if q < 0 && that {
		q = p.before(k)
	}
	if a := p.at(p.phrase, i); q < 0 && a >= 0 { // "told reporters she would"
		if r := p.at(p.pred, p.startOf(a)-1); r >= 0 && p.s.Predicates[r].Second == a {
			q = r
		}
	}
	if q < 0 || q >= k || p.tag(at-1) == Comma {
		return
	}
	g.Governor, g.Link = q, "that"
}

// object finds the phrases right after the verb.
func (p *parser) object(k int, g *Predicate) {
	i := g.To
	if g.Particle == i {
		i++
	}
	i = p.skipAdverbs(i)
	if p.tag(i) == OpenQuote {
		i++
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

// startsClause says whether phrase o is the subject of a clause that completes predicate k: "said the bill was".
func (p *parser) startsClause(k, o int) bool {
	end := p.extent(o)
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

// conditional marks predicates of if- and unless-clauses.
func (p *parser) conditional(g *Predicate) {
	if g.Governor >= 0 && g.Link == "conj" {
		g.Conditional = p.s.Predicates[g.Governor].Conditional
		return
	}
	for i := p.start(g) - 1; i >= 0; i-- {
		switch w := p.lower(i); {
		case w == "if" && p.lower(i-1) != "as" || w == "unless" || w == "provided" && p.lower(i+1) == "that":
			g.Conditional = p.tag(i) == IN || p.tag(i) == VBN
			return
		case p.pred[i] >= 0 && g.Form == Finite, p.tag(i) == Colon, w == ";", p.tag(i) == CloseQuote:
			return
		case p.tag(i) == Comma && p.pred[max(i-1, 0)] < 0 && p.phrase[max(i-1, 0)] < 0:
			return
		}
	}
}

// backward gives participles at the head of a sentence the predicate that follows them.
func (p *parser) backward() {
	for k := range p.s.Predicates {
		g := &p.s.Predicates[k]
		if g.Form == Finite || g.Governor >= 0 || g.Subject >= 0 {
			continue
		}
		for q := k + 1; q < len(p.s.Predicates); q++ {
			h := &p.s.Predicates[q]
			if h.Form == Finite && h.Link != "relative" {
				g.Governor, g.Subject = q, h.Subject
				if g.Link == "" {
					g.Link = map[Form]string{Infinitive: "to", Gerund: "participle", Participle: "participle"}[g.Form]
				}
				break
			}
		}
	}
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
		if p.lower(phrase.Prep) == "by" && g.Passive && g.Agent < 0 && !p.s.Temporal(k) && p.tokens[phrase.Head].Tag != CD && phrase.Prep >= g.To {
			g.Agent = k
			continue
		}
		g.Obliques = append(g.Obliques, k)
	}
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
		if q := p.pred[j]; q >= 0 && p.s.Predicates[q].Form == Finite && p.s.Predicates[q].Link != "relative" {
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

// inherit completes a predicate by its governor: tense, plan, negation.
func (p *parser) inherit(g *Predicate) {
	if g.Subject >= 0 {
		first := p.tokens[p.startOf(g.Subject)]
		if w := first.Lower; (w == "no" || w == "nobody" || w == "none" || w == "neither" || w == "nothing") && g.Form == Finite {
			g.Negated = true
		}
	}
	if g.Scheduled && g.Subject >= 0 && aims[p.tokens[p.s.Phrases[g.Subject].Head].Lemma] {
		g.Scheduled = false // "the aim is to stop": a definition, no plan
	}
	if g.Governor < 0 {
		return
	}
	h := &p.s.Predicates[g.Governor]
	effects := governors[p.tokens[h.Head].Lemma]
	if h.Head+1 < g.From && p.tokens[h.Head].Lemma == "be" && (p.lower(g.From-1) == "due" || p.lower(g.From-1) == "set" || p.lower(g.From-1) == "about" || p.lower(g.From-1) == "poised" || p.lower(g.From-1) == "slated") {
		effects |= schedules
	}
	if g.Tense == NoTense {
		g.Tense = h.Tense
		if g.Link == "conj" {
			g.Modal, g.Scheduled = h.Modal, h.Scheduled
		}
	}
	if g.Form != Infinitive && (g.Form != Gerund || effects&negates == 0) {
		return
	}
	switch {
	case g.Link == "conj":
		g.Scheduled, g.Negated = g.Scheduled || h.Scheduled, g.Negated || h.Negated && h.Form == Infinitive
	case effects&negates != 0:
		g.Negated = g.Negated != !h.Negated
	case effects&schedules != 0 && g.Link == "to":
		g.Scheduled = true
		if h.Tense == Present || h.Tense == Future {
			g.Tense = Future
		}
	}
}
