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

// dueTo says whether "due to", "set to" and their like stand before the verb that begins at i, or is opened by "to".
func (p *parser) dueTo(i int) bool {
	i--
	if p.lower(i) == "to" {
		i--
	}
	switch p.lower(i) {
	case "due", "set", "about", "poised", "slated":
		return true
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
	if g.Scheduled && !g.Passive && g.Subject >= 0 && aims[p.tokens[p.s.Phrases[g.Subject].Head].Lemma] {
		g.Scheduled = false // "the aim is to stop": a definition, no plan
	}
	if g.Governor < 0 {
		return
	}
	h := &p.s.Predicates[g.Governor]
	effects := governors[p.tokens[h.Head].Lemma]
	if h.Head+1 < g.From && p.tokens[h.Head].Lemma == "be" && p.dueTo(g.From) {
		effects |= schedules
	}
	if g.Form == Gerund && g.Perfect {
		g.Tense = Past // "will not sail, having lost its crew"
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
	case effects&negates != 0 && g.From < h.From: // "the vote to remove him failed"
	case effects&negates != 0:
		g.Negated = g.Negated != !h.Negated
	case effects&schedules != 0 && g.Link == "to":
		g.Scheduled = true
		if h.Tense == Present || h.Tense == Future {
			g.Tense = Future
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
		for q := p.behindFront(k); q < len(p.s.Predicates); q++ {
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

// behindFront returns the predicate at which to look for the clause that predicate k, at the head of a sentence, stands
// before: behind the comma, where a clause of its own completes it: "Asked whether he would stay, Moreau said no".
func (p *parser) behindFront(k int) int {
	q := k + 1
	if q >= len(p.s.Predicates) || !subordinators[p.lower(p.clauseStart(&p.s.Predicates[q])-1)] {
		return q
	}
	for i, end := p.s.Predicates[q].To, p.s.Predicates[q].To+farBack; i < len(p.tokens) && i < end; i++ {
		if p.tag(i) != Comma {
			continue
		}
		for r := q + 1; r < len(p.s.Predicates); r++ {
			if p.s.Predicates[r].From > i {
				return r
			}
		}
		break
	}
	return q
}

// clauseStart returns the first token of a group or of its subject before it.
func (p *parser) clauseStart(g *Predicate) int {
	if g.Subject >= 0 && p.startOf(g.Subject) < g.From {
		return p.startOf(g.Subject)
	}
	return p.start(g)
}

// conditional marks predicates of if- and unless-clauses.
func (p *parser) conditional(g *Predicate) {
	if g.Governor >= 0 && g.Link == "conj" {
		g.Conditional = p.s.Predicates[g.Governor].Conditional
		return
	}
	if k := p.pred[g.From]; g.Form == Finite && g.Tense == Future && k > 0 && p.s.Predicates[k-1].Conditional && p.tag(p.clauseStart(g)-1) == Comma {
		g.Conditional = true // "if it sells, she will sue": nor will she, if it does not
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

// completes hangs an infinitive on the predicate before it.
func (p *parser) completes(k int, g *Predicate, link string) {
	if q := k - 1; q >= 0 && p.coordinated(g) && p.s.Predicates[q].Form == g.Form {
		g.Governor, g.Link, g.Subject = q, "conj", p.s.Predicates[q].Subject
		return
	}
	if q := k - 1; q >= 0 && p.coordinated(g) && p.tag(g.From) == VB && p.s.Predicates[q].Modal != "" && p.tag(p.s.Predicates[q].Head) == VB {
		h := &p.s.Predicates[q] // "will sign and ratify"
		g.Governor, g.Link, g.Subject = q, "conj", h.Subject
		g.Tense, g.Form, g.Modal, g.Negated = h.Tense, h.Form, h.Modal, g.Negated || h.Negated
		return
	}
	q := p.before(k)
	if q < 0 {
		return
	}
	g.Governor, g.Link = q, link
	if g.Subject = p.controller(q); link == "ing" && circumstance[p.lower(p.start(g)-1)] {
		g.Subject = p.s.Predicates[q].Subject // "allowed the sale after hearing the board"
	}
	if a := p.at(p.phrase, g.From-1); a >= 0 && p.tag(g.From) == VB && p.s.Phrases[a].Prep < 0 && !p.s.Temporal(a) {
		g.Subject = a // "made the firm pay"
	}
}

// circumstance are the prepositions before what the subject of the clause does besides.
var circumstance = map[string]bool{"after": true, "before": true, "by": true, "while": true, "when": true, "without": true, "since": true, "upon": true,
	"despite": true, "besides": true, "through": true, "until": true}

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
