package who

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline"
	"annals/timeline/prose"
)

// What follows reads sides off the order of words, for slots that the phrase analysis left empty.

// subject resolves the predicate's subject; else the one that the order of words gives.
func (x *sides) subject(p *prose.Predicate, acts bool) ([]timeline.Party, string) {
	if found, r := x.contact(p); found != nil {
		return found, x.ground(fmt.Sprintf("right before %q", x.s.Tokens[p.Head].Text), r, found)
	}
	if found, ground := x.phrase(p, func(p *prose.Predicate) int { return p.Subject }, "subject", acts); len(found) > 0 {
		return x.joined(p.Subject, found, acts), ground
	}
	if p == nil || p.Subject >= 0 && len(x.s.Phrases) > 0 {
		return x.passer(p)
	}
	if found, r := x.inverted(p); found != nil {
		return found, x.ground(fmt.Sprintf("behind %q, which ends a quotation", x.s.Tokens[p.Head].Text), r, found)
	}
	if p.Form != prose.Finite {
		return nil, ""
	}
	if found, ground := x.shared(p, acts); len(found) > 0 {
		return found, ground
	}
	found, r := x.lastBefore(p.From)
	return found, x.ground(fmt.Sprintf("the last name before %q", x.s.Tokens[p.Head].Text), r, found)
}

// contact reads the name between a noun and a verb, which is the subject of a clause without "that": "the order
// Webb signed".
func (x *sides) contact(p *prose.Predicate) ([]timeline.Party, prose.Range) {
	if p == nil || p.Passive || p.Form != prose.Finite {
		return nil, prose.Range{}
	}
	for _, n := range x.c.names[x.w] {
		start := n.From
		if n.Title.From < n.Title.To {
			start = n.Title.From
		}
		if n.To+1 == p.From && start > 1 && x.s.Tokens[n.To].Lower == "," && x.s.Tokens[start-1].Lower == "," && n.Kind == prose.Person && x.ends(p) {
			return []timeline.Party{x.c.partyOf(x.c.memberAt(x.w, n.From))}, n.Range
		}
		if n.To != p.From || start == 0 || n.Kind != prose.Person && n.Kind != prose.Unknown {
			continue
		}
		if t := x.s.Tokens[start-1].Tag; t == prose.NN || t == prose.NNS {
			return []timeline.Party{x.c.partyOf(x.c.memberAt(x.w, n.From))}, n.Range
		}
	}
	return nil, prose.Range{}
}

// ends says whether a verb of speech ends its sentence: "..., its chair, Clara Lind, said."
func (x *sides) ends(p *prose.Predicate) bool {
	_, says := prose.IsSpeech(x.s.Tokens[p.Head].Lower)
	return says && p.To+1 >= len(x.s.Tokens)
}

// joined adds to a subject whom "along with" or "together with" ties to it.
func (x *sides) joined(phrase int, found []timeline.Party, acts bool) []timeline.Party {
	i := x.s.Phrases[phrase].To
	if i < len(x.s.Tokens) && x.s.Tokens[i].Lower == "," {
		i++
	}
	if i+3 < len(x.s.Tokens) && x.s.Tokens[i].Lower == "as" && x.s.Tokens[i+1].Lower == "well" && x.s.Tokens[i+2].Lower == "as" {
		more, _ := x.after(i+2, acts)
		return merge(found, more)
	}
	if i+2 >= len(x.s.Tokens) || x.s.Tokens[i+1].Lower != "with" || x.s.Tokens[i].Lower != "along" && x.s.Tokens[i].Lower != "together" {
		return found
	}
	more, _ := x.after(i+1, acts)
	return merge(found, more)
}

// shared takes the subject of the verb before over an "and" or "but": "Webb called it odd and on Monday voted no".
func (x *sides) shared(p *prose.Predicate, acts bool) ([]timeline.Party, string) {
	for i := len(x.s.Predicates) - 1; i >= 0; i-- {
		q := &x.s.Predicates[i]
		if q.Head >= p.From || q.Form != prose.Finite || quoteAt(x.s, q.Head) != quoteAt(x.s, p.Head) || x.aside(q) {
			continue
		}
		for k := q.Head; k < p.From && q.Subject >= 0; k++ {
			if x.s.Tokens[k].Tag == prose.CC && quoteAt(x.s, k) == quoteAt(x.s, p.Head) && !q.Passive {
				found, ground := x.phrase(q, func(p *prose.Predicate) int { return p.Subject }, "subject", acts)
				return found, ground + fmt.Sprintf(", shared by %q", x.s.Tokens[p.Head].Text)
			}
		}
		break
	}
	return nil, ""
}

// aside says whether a predicate of speech closes an aside: "closed it and, two clerks said, burned the files".
func (x *sides) aside(q *prose.Predicate) bool {
	_, says := prose.IsSpeech(x.s.Tokens[q.Head].Lower)
	return says && q.To < len(x.s.Tokens) && x.s.Tokens[q.To].Lower == "," && q.Subject >= 0 && q.Subject < len(x.s.Phrases) &&
		x.s.Phrases[q.Subject].From > 0 && x.s.Tokens[x.s.Phrases[q.Subject].From-1].Lower == ","
}

// passer reads who passed a bill where the bill is the subject: "the bill passed the Senate".
func (x *sides) passer(p *prose.Predicate) ([]timeline.Party, string) {
	if p == nil || p.Passive || p.Object < 0 || p.Subject >= len(x.s.Phrases) {
		return nil, ""
	}
	verb := x.s.Tokens[p.Head].Lemma
	switch singular(x.s.Tokens[x.s.Phrases[p.Subject].Head].Lower) {
	case "bill", "measure", "resolution", "amendment", "legislation", "act", "motion", "law", "budget":
		if verb == "pass" || verb == "clear" {
			return x.phrase(p, func(p *prose.Predicate) int { return p.Object }, "the chamber behind a bill: object", true)
		}
	}
	return nil, ""
}

// inverted reads `"...," said Webb`: a verb of speech after a closing mark or at the end of reported words.
func (x *sides) inverted(p *prose.Predicate) ([]timeline.Party, prose.Range) {
	if _, says := prose.IsSpeech(x.s.Tokens[p.Head].Lower); !says || p.From == 0 {
		return nil, prose.Range{}
	}
	switch x.s.Tokens[p.From-1].Lower {
	case "\"", "''", "”", "'", "’", ",":
	default:
		return nil, prose.Range{}
	}
	return x.mentionFrom(p.Head+1, 8)
}

// lastBefore returns the last name, pronoun or role before a token that no preposition governs, in the same clause.
func (x *sides) lastBefore(token int) ([]timeline.Party, prose.Range) {
	for i := token - 1; i >= 0; i-- {
		t := &x.s.Tokens[i]
		if t.Lower == ";" || quoteAt(x.s, token) >= 0 && quoteAt(x.s, i) != quoteAt(x.s, token) {
			break
		}
		if next := x.s.Tokens[i+1].Lower; quoteAt(x.s, i) != quoteAt(x.s, token) || next == "'s" || next == "'" {
			continue
		}
		if x.undergoes(i) || x.modifies(i) {
			continue // "its board took office", "the Web site"
		}
		found, r := x.mentionAt(i)
		if found == nil || governed(x.s, r.From) {
			continue
		}
		if r.From > 1 && x.s.Tokens[r.From-1].Lower == "and" {
			if more, q := x.mentionAt(r.From - 2); more != nil {
				found, r.From = merge(slices.Clone(more), found), q.From
			}
		}
		return found, r
	}
	return nil, prose.Range{}
}

// undergoes says whether token i stands in the object of a verb before it.
func (x *sides) undergoes(i int) bool {
	return slices.ContainsFunc(x.s.Predicates, func(p prose.Predicate) bool {
		return p.Object >= 0 && p.Object < len(x.s.Phrases) && x.s.Phrases[p.Object].From > p.Head && x.s.Phrases[p.Object].From <= i && i < x.s.Phrases[p.Object].To
	})
}

// modifies says whether a common noun follows token i in its phrase, which is then about another one.
func (x *sides) modifies(i int) bool {
	next := i + 1
	return next < len(x.s.Tokens) && (x.s.Tokens[next].Tag == prose.NN || x.s.Tokens[next].Tag == prose.NNS) && !x.inName(next) &&
		slices.ContainsFunc(x.s.Phrases, func(p prose.Phrase) bool { return p.From <= i && next < p.To })
}

// governed says whether a preposition stands before what begins at token i, with an article or none between.
func governed(s *prose.Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		t := &s.Tokens[k]
		switch {
		case preposition(t.Lower):
			return true
		case year(t.Text):
			return false // "In 2021 Minister Roe promised"
		case articles[t.Lower] || t.Tag == prose.JJ || t.Tag == prose.CD || t.Tag.Noun() || t.Lower == "'s" || unicode.IsUpper(first(t.Text)):
			continue
		}
		return false
	}
	return false
}

func year(word string) bool {
	return len(word) == 4 && (word[0] == '1' || word[0] == '2') && strings.Trim(word, "0123456789") == ""
}

func first(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

func preposition(lower string) bool {
	switch lower {
	case "of", "in", "on", "at", "by", "for", "from", "with", "to", "against", "over", "about", "into", "between", "among", "under",
		"after", "before", "during", "since", "through", "via", "near", "including", "across", "within", "towards", "toward", "like", "than":
		return true
	}
	return false
}

// mentionAt resolves the name, pronoun or role that ends at token i.
func (x *sides) mentionAt(i int) ([]timeline.Party, prose.Range) {
	for _, n := range x.c.names[x.w] {
		if n.To == i+1 {
			return []timeline.Party{x.c.partyOf(x.c.memberAt(x.w, n.From))}, n.Range
		}
		if n.Title.From <= i && i < n.Title.To {
			return []timeline.Party{x.c.partyOf(x.c.memberAt(x.w, n.From))}, prose.Range{From: n.Title.From, To: n.To}
		}
	}
	t := &x.s.Tokens[i]
	r := prose.Range{From: i, To: i + 1}
	switch pronounOfToken(t) {
	case "he", "she", "they", "it":
		if !possessive(t.Lower) {
			return x.c.pronoun(x.w, i), r
		}
		return nil, r
	}
	if _, acts := actorKind(t.Lower); acts && (t.Tag == prose.NoTag || t.Tag.Noun()) {
		for r.From > 0 && modifies(&x.s.Tokens[r.From-1]) {
			r.From--
		}
		return x.c.role(x.w, r, i, -1), r
	}
	return nil, r
}

// modifies says whether a token belongs before a noun.
func modifies(t *prose.Token) bool {
	return articles[t.Lower] || t.Tag == prose.JJ || t.Tag.Noun() || t.Tag == prose.NoTag && unicode.IsUpper(first(t.Text))
}

// mentionFrom resolves the first name, pronoun or role that ends within reach of a token, before any mark but
// an opening comma.
func (x *sides) mentionFrom(from, reach int) ([]timeline.Party, prose.Range) {
	for i := from; i < len(x.s.Tokens) && i < from+reach; i++ {
		switch x.s.Tokens[i].Lower {
		case ",", ".", ";", ":", "(", ")", "\"", "that", "which", "who":
			return nil, prose.Range{}
		}
		if found, r := x.nameAt(i); found != nil {
			if r.To < len(x.s.Tokens) && (x.s.Tokens[r.To].Lower == "'s" || x.s.Tokens[r.To].Tag.Noun()) {
				i = r.To - 1
				continue
			}
			return found, r
		}
		if i+1 < len(x.s.Tokens) && (x.s.Tokens[i+1].Lower == "'s" || x.s.Tokens[i+1].Lower == "’s") {
			continue
		}
		if i > from && x.s.Tokens[i].Tag.Verb() {
			return nil, prose.Range{}
		}
		if i+1 < len(x.s.Tokens) && x.s.Tokens[i+1].Tag.Noun() && !x.inName(i) {
			continue // the phrase goes on: "a court clerk"
		}
		if found, r := x.mentionAt(i); found != nil {
			// a role that a name follows is the name's title
			if more, q := x.nameAt(i + 1); more != nil {
				return more, q
			}
			return found, r
		}
	}
	return nil, prose.Range{}
}

func (x *sides) inName(i int) bool {
	for _, n := range x.c.names[x.w] {
		if n.From <= i && i < n.To || n.Title.From <= i && i < n.Title.To {
			return true
		}
	}
	return false
}

func (x *sides) nameAt(i int) ([]timeline.Party, prose.Range) {
	for _, n := range x.c.names[x.w] {
		if n.From == i {
			return []timeline.Party{x.c.partyOf(x.c.memberAt(x.w, n.From))}, n.Range
		}
	}
	return nil, prose.Range{}
}

// agent resolves the "by" of a passive.
func (x *sides) agent(p *prose.Predicate, acts bool) ([]timeline.Party, string) {
	if found, ground := x.phrase(p, func(p *prose.Predicate) int { return p.Agent }, "agent", acts); len(found) > 0 {
		return found, ground
	}
	if found, ground := x.phraseAfter("by", acts); len(found) > 0 {
		return found, ground
	}
	for k := range x.s.Phrases { // "a report by the audit office published on Friday"
		if q := &x.s.Phrases[k]; p.Form == prose.Participle && q.To == p.From && q.Prep > 0 && x.s.Tokens[q.Prep].Lower == "by" {
			if found := x.resolve(k, acts); len(found) > 0 {
				return found, x.ground(fmt.Sprintf("\"by\" before %q", x.s.Tokens[p.Head].Text), q.Range, found)
			}
		}
	}
	if q := x.opened(); q != nil && p.Form == prose.Participle {
		return x.subject(q, acts) // "In a study released on Friday, the agency found"
	}
	return nil, ""
}

// possessor reads "Norway's" before the trigger, and "his".
func (x *sides) possessor() ([]timeline.Party, string) {
	t := x.trigger()
	if t < 0 {
		return nil, ""
	}
	for i := range x.s.Phrases {
		p := &x.s.Phrases[i]
		if p.From <= t && t < p.To && p.Possessor >= 0 && p.Possessor != i && p.Possessor < len(x.s.Phrases) {
			found := x.c.Party(x.w.Para, x.w.Sentence, p.Possessor)
			if len(found) > 0 {
				return found, x.ground(fmt.Sprintf("owner of %q", x.s.Tokens[t].Text), x.s.Phrases[p.Possessor].Range, found)
			}
		}
	}
	for i := t - 1; i >= 0 && i >= t-5; i-- {
		lower := x.s.Tokens[i].Lower
		switch {
		case possessive(lower):
			found := x.c.pronoun(x.w, i)
			return found, x.ground(fmt.Sprintf("owner of %q", x.s.Tokens[t].Text), prose.Range{From: i, To: i + 1}, found)
		case (lower == "'s" || lower == "'") && i > 0:
			found, r := x.mentionAt(i - 1)
			return found, x.ground(fmt.Sprintf("owner of %q", x.s.Tokens[t].Text), r, found)
		case preposition(lower) || strings.ContainsAny(lower, ",;:.\"("):
			return nil, ""
		}
	}
	return nil, ""
}

// qualities are nouns of bodies and groups that before a noun only say of which sort it is: "a state audit", "family talks".
var qualities = map[string]bool{"state": true, "city": true, "county": true, "country": true, "nation": true, "province": true, "people": true,
	"public": true, "press": true, "media": true, "television": true, "radio": true, "newspaper": true, "magazine": true, "party": true,
	"family": true, "group": true, "team": true, "world": true, "community": true, "campaign": true, "business": true, "bank": true,
	"side": true, "service": true, "network": true, "body": true, "society": true, "industry": true, "force": true, "unit": true,
	"summit": true, "youth": true, "church": true, "house": true}

// modifier reads the name or body before the trigger in its own phrase: "the Senate vote", "police raid".
func (x *sides) modifier() ([]timeline.Party, string) {
	t := x.trigger()
	for i := t - 1; i >= 0 && i >= t-4; i-- {
		tok := &x.s.Tokens[i]
		if tok.Lower == "house" && x.s.Tokens[t].Lower == "arrest" || qualities[tok.Lower] {
			break
		}
		if found, r := x.mentionAt(i); found != nil {
			if r.From > 1 && x.s.Tokens[r.From-1].Lower == "and" {
				if more, q := x.mentionAt(r.From - 2); more != nil { // "Norway and Sweden talks"
					found, r.From = merge(slices.Clone(more), found), q.From
				}
			}
			return found, x.ground(fmt.Sprintf("before %q", x.s.Tokens[t].Text), r, found)
		}
		if tok.Tag != prose.JJ && !tok.Tag.Noun() && tok.Tag != prose.NoTag && tok.Lower != "-" || preposition(tok.Lower) || articles[tok.Lower] {
			break
		}
	}
	return nil, ""
}

// phraseAfter resolves what a preposition behind the trigger governs: one of the predicate's own phrases, else
// the next such preposition in the clause.
func (x *sides) phraseAfter(prep string, acts bool) ([]timeline.Party, string) {
	t := x.trigger()
	if t < 0 {
		return nil, ""
	}
	if x.f.Noun < 0 {
		if found, ground := x.oblique(prep, acts); len(found) > 0 {
			return found, ground
		}
	}
	far := reach
	if prep == "of" && x.f.Noun >= 0 {
		far = 1 // "talks on arms in the city of Arlen" are not Arlen's
	}
	for i := t + 1; i < len(x.s.Tokens) && i <= t+far; i++ {
		tok := &x.s.Tokens[i]
		if tok.Lower == prep && quoteAt(x.s, i) == quoteAt(x.s, t) && !x.agentOf(i) {
			if found, r := x.after(i, acts); len(found) > 0 {
				return found, x.ground(fmt.Sprintf("%q behind %q", prep, x.s.Tokens[t].Text), r, found)
			}
		}
		if x.clauseEnds(i, t) {
			break
		}
	}
	if x.f.Noun >= 0 {
		return x.oblique(prep, acts)
	}
	return nil, ""
}

// agentOf says whether "by" at token i is that of a participle that tells something else of a nominal trigger: "a truce signed
// on Friday, brokered by Qatar".
func (x *sides) agentOf(i int) bool {
	if x.f.Noun < 0 || x.s.Tokens[i].Lower != "by" || i == 0 {
		return false
	}
	t := &x.s.Tokens[i-1]
	return t.Tag == prose.VBN && !light[t.Lemma] && i-1 > x.f.Noun && !makes[t.Lower]
}

// makes are participles whose agent is the author of the noun before them.
var makes = map[string]bool{"written": true, "authored": true, "organised": true, "organized": true, "staged": true, "compiled": true, "produced": true,
	"commissioned": true, "prepared": true, "drafted": true, "adopted": true, "approved": true, "reached": true, "agreed": true, "committed": true,
	"perpetrated": true, "claimed": true, "initiated": true, "ordered": true, "attended": true}

// reach is how many tokens behind a trigger its prepositions can stand.
const reach = 14

// oblique resolves the predicate's phrase with the preposition.
func (x *sides) oblique(prep string, acts bool) ([]timeline.Party, string) {
	p := x.predicate()
	if p == nil {
		return nil, ""
	}
	for _, o := range p.Obliques {
		if o < 0 || o >= len(x.s.Phrases) || x.holdsTrigger(o) {
			continue
		}
		if at := x.s.Phrases[o].Prep; at >= 0 && at < len(x.s.Tokens) && x.s.Tokens[at].Lower == prep {
			if found := x.resolve(o, acts); len(found) > 0 {
				return found, x.ground(fmt.Sprintf("%q behind %q", prep, x.s.Tokens[p.Head].Text), x.s.Phrases[o].Range, found)
			}
		}
	}
	return nil, ""
}

// after resolves what stands right behind the preposition at token i.
func (x *sides) after(i int, acts bool) ([]timeline.Party, prose.Range) {
	if p := x.governedBy(i); p >= 0 {
		return x.resolve(p, acts), x.s.Phrases[p].Range
	}
	found, r := x.mentionFrom(i+1, 7)
	for found != nil && r.To < len(x.s.Tokens) && x.s.Tokens[r.To].Lower == "and" {
		more, q := x.mentionFrom(r.To+1, 5)
		if more == nil {
			break
		}
		found, r.To = merge(found, more), q.To
	}
	return found, r
}

// governedBy returns the phrase that the preposition at token i governs, with its owner before it, or -1.
func (x *sides) governedBy(i int) int {
	at := slices.IndexFunc(x.s.Phrases, func(p prose.Phrase) bool { return p.From == i+1 })
	for range 3 {
		owned := slices.IndexFunc(x.s.Phrases, func(p prose.Phrase) bool { return at >= 0 && p.Possessor == at })
		if owned < 0 {
			break
		}
		at = owned
	}
	if at < 0 {
		at = slices.IndexFunc(x.s.Phrases, func(p prose.Phrase) bool { return p.Prep == i })
	}
	return at
}

// clauseEnds says whether a trigger's own clause ends at token i: a semicolon, a full stop, a finite verb's clause.
func (x *sides) clauseEnds(i, trigger int) bool {
	switch x.s.Tokens[i].Lower {
	case ";", ".", ":", "which", "who", "because", "while", "although", "whereas":
		return true
	case "that":
		return i == 0 || !preposition(x.s.Tokens[i-1].Lower)
	}
	for p := range x.s.Predicates {
		if q := &x.s.Predicates[p]; q.From == i && q.Form == prose.Finite && q.Head != trigger && !(i+1 < len(x.s.Tokens) && x.s.Tokens[i+1].Lower == "by") {
			return true
		}
	}
	return false
}
