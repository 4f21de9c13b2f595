package what

import (
	"slices"

	"annals/timeline/prose"
)

// How far a condition looks from its trigger, in tokens: for a word that it wants, and for one that it does not
// where the phrases of the verb are known.
const (
	reach = 12
	step  = 3
)

// A scope is where the conditions of an entry look: around token i, which is the head of predicate p or of none (-1).
// The phrases that hang on the predicate come first, however far they stand; a window of tokens is the fall-back.
type scope struct {
	s    *prose.Sentence
	i    int
	p    int
	last *prose.Sentence // the sentence before, for what a pronoun takes up; nil at the head of an article
	more int             // words that the trigger has behind its verb: 1 for "hand over"

	// The same for every entry, and found when the first one asks.
	measured   bool
	begin, end int // where the verb's clause begins, and where the next one does
	lacking    int // the phrase that a relative clause takes its object from; -1 where there is none
}

// measure finds what the entries share.
func (a *scope) measure() {
	if !a.measured {
		a.measured, a.begin, a.end, a.lacking = true, a.start(), a.clause(), a.antecedent()
	}
}

// after says whether a word of the class stands in the object or an oblique, or in the window behind the trigger.
func (a *scope) after(c words) bool {
	return a.object(c) || a.behind(c)
}

// near says whether a word of the class stands in any phrase of the predicate, or in the window on either side.
func (a *scope) near(c words) bool {
	if a.subject(c) || a.object(c) {
		return true
	}
	a.measure()
	return a.window(c, max(a.i-reach, a.begin), a.i) || a.behind(c)
}

// behind says whether a word of the class stands in the window behind the trigger.
func (a *scope) behind(c words) bool {
	a.measure()
	return a.window(c, a.i+1, min(a.i+1+reach, a.end))
}

// clause returns the token at which a clause with a subject of its own begins behind the verb: what stands in it is
// no side of the verb. For nouns it is the end of the sentence.
func (a *scope) clause() int {
	end := len(a.s.Tokens)
	if a.p < 0 {
		return end
	}
	for k := range a.s.Predicates {
		p := &a.s.Predicates[k]
		if p.Head <= a.i || p.Form != prose.Finite || p.Subject < 0 || p.Subject >= len(a.s.Phrases) {
			continue
		}
		if from := a.s.Phrases[p.Subject].From; from > a.i && !a.side(p.Subject) && !a.governed(from) {
			end = min(end, from)
		}
	}
	return end
}

// start returns the token at which the verb's own clause begins: its subject, where another verb stands before that.
func (a *scope) start() int {
	if a.p < 0 {
		return 0
	}
	subject := a.s.Predicates[a.p].Subject
	if a.s.Predicates[a.p].Form == prose.Participle {
		return 0 // "a contract for two ferries, awarded in May"
	}
	if subject < 0 || subject >= len(a.s.Phrases) || a.s.Phrases[subject].From > a.i {
		return 0
	}
	from := a.s.Phrases[subject].From
	for k := range a.s.Predicates {
		if p := &a.s.Predicates[k]; p.Form == prose.Finite && p.Head < from {
			return from
		}
	}
	return 0
}

// governed says whether a preposition stands before token i: what follows it is not yet a clause.
func (a *scope) governed(i int) bool {
	before := &a.s.Tokens[i-1]
	return before.Tag == prose.IN && before.Lower != "that" || before.Tag == prose.TO
}

// side says whether a phrase is the object or an oblique of the predicate itself.
func (a *scope) side(phrase int) bool {
	p := &a.s.Predicates[a.p]
	return p.Object == phrase || p.Second == phrase || slices.Contains(p.Obliques, phrase)
}

// barred says whether a word of the class stands in a phrase of the predicate or right beside the trigger; where no
// phrase is known, in the window.
func (a *scope) barred(c words) bool {
	if a.p < 0 || !a.known() {
		return a.window(c, a.i-reach, a.i) || a.window(c, a.i+1, a.i+1+reach)
	}
	return a.subject(c) || a.object(c) || a.window(c, a.i-step, a.i) || a.window(c, a.i+1, a.i+1+step)
}

// known says whether a phrase behind the predicate is known.
func (a *scope) known() bool {
	p := &a.s.Predicates[a.p]
	return p.Object >= 0 || p.Second >= 0 || len(p.Obliques) > 0 || p.Passive && p.Subject >= 0
}

func (a *scope) subject(c words) bool {
	if a.p < 0 {
		return false
	}
	p := &a.s.Predicates[a.p]
	return !p.Passive && (a.phrase(c, p.Subject) || a.standsFor(c, p.Subject)) || a.phrase(c, p.Agent)
}

// addressed says whether a word of the class stands in the indirect object, or in the object where there is no other:
// "told Judge Ana Ruiz that".
func (a *scope) addressed(c words) bool {
	if a.p < 0 {
		return false
	}
	p := &a.s.Predicates[a.p]
	if p.Second >= 0 {
		return a.phrase(c, p.Second)
	}
	return a.phrase(c, p.Object)
}

// acts says whether the head of who acts is a word of the class: "the report", but not "the report's author".
func (a *scope) acts(c words) bool {
	if a.p < 0 {
		return false
	}
	p := &a.s.Predicates[a.p]
	return !p.Passive && headed(a.s, c, p.Subject) || headed(a.s, c, p.Agent)
}

func (a *scope) object(c words) bool {
	if a.p < 0 {
		return false
	}
	p := &a.s.Predicates[a.p]
	a.measure()
	if a.phrase(c, p.Object) || a.phrase(c, p.Second) || p.Passive && a.phrase(c, p.Subject) || a.before(c, p) || a.phrase(c, a.lacking) {
		return true
	}
	for _, o := range p.Obliques {
		if a.phrase(c, o) {
			return true
		}
	}
	return false
}

// heads says whether the head of the object, whatever the voice, is a word of the class: "imposed a ban", "a ban was
// imposed", but not "imposed silence about the ban".
func (a *scope) heads(c words) bool {
	if a.p < 0 {
		return false
	}
	p := &a.s.Predicates[a.p]
	a.measure()
	if headed(a.s, c, p.Object) || p.Passive && headed(a.s, c, p.Subject) || headed(a.s, c, a.lacking) || a.standsFor(c, p.Object) || p.Passive && a.standsFor(c, p.Subject) {
		return true
	}
	return slices.ContainsFunc(p.Obliques, func(o int) bool {
		prep := a.s.Phrases[o].Prep // "handed over the suspect": the particle is taken for a preposition
		return a.i < prep && prep <= a.i+a.more && headed(a.s, c, o)
	})
}

// headed says whether the head of phrase n, of what it only counts, or of what is coordinated with it is of the class.
func headed(s *prose.Sentence, c words, n int) bool {
	if n < 0 || n >= len(s.Phrases) {
		return false
	}
	p := &s.Phrases[n]
	if holds(s, c, p.Head, p.Head+1) || nameOf(s, c, n) {
		return true
	}
	if (amounts[s.Tokens[p.Head].Lemma] || s.Tokens[p.Head].Tag == prose.CD) && p.Of != n && headed(s, c, p.Of) {
		return true
	}
	return slices.ContainsFunc(p.Conj, func(o int) bool { return holds(s, c, s.Phrases[o].Head, s.Phrases[o].Head+1) })
}

// led says whether a word of the class follows its preposition behind the trigger, within one noun phrase: "took the
// ministry to the highest court". The tags of words are not asked: "to court" is easily taken for an infinitive.
func (a *scope) led(l ledWord) bool {
	a.measure()
	end := min(a.i+1+reach, a.end)
	for j := a.i + 1; j < end; j++ {
		if a.s.Tokens[j].Lower == l.prep && (a.window(l.class, j+1, a.phraseEnd(j+1)) || a.standsForAt(l.class, j+1)) {
			return true
		}
	}
	return false
}

// standsForAt says whether the phrase that begins at a token is a pronoun for a word of the class: "withdrew from it".
func (a *scope) standsForAt(c words, token int) bool {
	k := slices.IndexFunc(a.s.Phrases, func(p prose.Phrase) bool { return p.From == token })
	return k >= 0 && a.standsFor(c, k)
}

// phraseEnd returns where the words that a preposition can lead end: before the next one, or a mark.
func (a *scope) phraseEnd(from int) int {
	for j := from; j < min(from+longestLed, len(a.s.Tokens)); j++ {
		switch t := a.s.Tokens[j].Tag; {
		case t == prose.IN, t == prose.TO, t == prose.Comma, t == prose.WDT, t == prose.WP, t == prose.Period:
			return j
		}
	}
	return min(from+longestLed, len(a.s.Tokens))
}

// longestLed is how many words behind a preposition are looked at.
const longestLed = 6

// antecedent returns the phrase on which a relative clause hangs that lacks its object, -1 where there is none: "the ban
// that parliament imposed", "the ban parliament imposed", "the pact from which it withdrew".
func (a *scope) antecedent() int {
	if a.p < 0 {
		return -1
	}
	p := &a.s.Predicates[a.p]
	if p.Object >= 0 || p.Passive || p.Subject < 0 || p.Subject >= len(a.s.Phrases) || p.Form != prose.Finite {
		return -1
	}
	end := a.s.Phrases[p.Subject].From
	marked := end > 0 && (a.s.Tokens[end-1].Tag == prose.WDT || a.s.Tokens[end-1].Tag == prose.WP)
	for marked && end > 0 && a.s.Tokens[end-1].Tag != prose.Comma && !a.s.Tokens[end-1].Tag.Noun() {
		end-- // the pronoun and its preposition
	}
	if marked && end > 0 && a.s.Tokens[end-1].Tag == prose.Comma {
		end--
	}
	for k := range a.s.Phrases {
		if q := &a.s.Phrases[k]; q.To == end && q.From < a.i && !q.Pronoun && !a.s.Temporal(k) && k != p.Subject {
			return k
		}
	}
	return -1
}

// person says whether the object is somebody by name, whatever the voice.
func (a *scope) person() bool {
	o := a.objectPhrase()
	if o < 0 {
		return false
	}
	if a.named(o) {
		return true
	}
	return slices.ContainsFunc(a.s.Phrases[o].Appos, a.named) // "Mr Brandt, a former clerk who was dismissed"
}

// himself says whether the object is "him" or "her", whatever the voice.
func (a *scope) himself() bool {
	o := a.objectPhrase()
	return o >= 0 && human[a.s.Tokens[a.s.Phrases[o].Head].Lower]
}

// objectPhrase returns the phrase that something is done to, whatever the voice, -1 where there is none.
func (a *scope) objectPhrase() int {
	if a.p < 0 {
		return -1
	}
	o := a.s.Predicates[a.p].Patient()
	if o >= len(a.s.Phrases) {
		return -1
	}
	return o
}

// subjectPhrase returns the phrase that is the verb's subject, -1 where there is none.
func (a *scope) subjectPhrase() int {
	if a.p < 0 {
		return -1
	}
	k := a.s.Predicates[a.p].Subject
	if k >= len(a.s.Phrases) {
		return -1
	}
	return k
}

// somebody says whether who acts is a person: somebody by name, who holds an office, he, she or who.
func (a *scope) somebody() bool {
	k := a.subjectPhrase()
	if k < 0 {
		return false
	}
	head := &a.s.Tokens[a.s.Phrases[k].Head]
	return a.named(k) || human[head.Lower] || classes["boss"][head.Lemma] || classes["post"][head.Lemma] || slices.ContainsFunc(a.s.Phrases[k].Appos, a.named)
}

// fresh says whether what acts is told for the first time: "a survey by the bank", "the bank's survey".
func (a *scope) fresh() bool {
	k := a.subjectPhrase()
	if k < 0 {
		return false
	}
	p := &a.s.Phrases[k]
	if first := a.s.Tokens[p.From].Lower; first == "a" || first == "an" {
		return true
	}
	return p.Possessor >= 0 && !a.s.Phrases[p.Possessor].Pronoun
}

// land says whether who acts is a place by name: "Norvia protested".
func (a *scope) land() bool {
	k := a.subjectPhrase()
	if k < 0 || a.s.Phrases[k].Name < 0 {
		return false
	}
	return a.s.Names[a.s.Phrases[k].Name].Kind == prose.Place
}

// inLand says whether the name of a place follows the noun at token i behind "in": "the vote in Norvia".
func inLand(s *prose.Sentence, i int) bool {
	if i+2 >= len(s.Tokens) || s.Tokens[i+1].Lower != "in" {
		return false
	}
	p := phraseOf(s, i+2)
	return p != nil && p.Name >= 0 && s.Names[p.Name].Kind == prose.Place
}

// human are the pronouns that stand for one person.
var human = set("he she him her who whom i me")

// named says whether a phrase is or ends in the name of a person, as far as can be told.
func (a *scope) named(phrase int) bool {
	n := a.s.Phrases[phrase].Name
	if n < 0 || n >= len(a.s.Names) {
		return false
	}
	name := &a.s.Names[n]
	return name.Kind == prose.Person || name.Kind == prose.Unknown && name.To-name.From > 1 // nothing told its kind
}

// before says whether the object is a pronoun and a word of the class stands before it,
// in this sentence or the last: "signed it".
func (a *scope) before(c words, p *prose.Predicate) bool {
	o := p.Patient()
	if !a.it(o) || a.subjectOfOther(o) {
		return false
	}
	return a.window(c, 0, a.i) || a.last != nil && holds(a.last, c, 0, len(a.last.Tokens))
}

// it says whether a phrase is a pronoun that can stand for a thing.
func (a *scope) it(phrase int) bool {
	if phrase < 0 || phrase >= len(a.s.Phrases) || !a.s.Phrases[phrase].Pronoun {
		return false
	}
	switch a.s.Tokens[a.s.Phrases[phrase].Head].Lower {
	case "it", "them", "they", "both":
		return true
	}
	return false
}

// standsFor says whether a phrase is a pronoun for what a verb before it, in this sentence or the last, acts on or
// does it: "the truce held after it came into force", "The levy angered farmers. Parliament lifted it".
func (a *scope) standsFor(c words, phrase int) bool {
	if !a.it(phrase) {
		return false
	}
	first := min(a.s.Phrases[phrase].From, a.i)
	if slices.ContainsFunc(a.s.Predicates, func(p prose.Predicate) bool { return p.Head < first }) {
		return sided(a.s, c, first)
	}
	return a.last != nil && sided(a.last, c, len(a.last.Tokens))
}

// sided says whether a verb before token i has a word of the class as the head of its subject or object.
func sided(s *prose.Sentence, c words, i int) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Head < i && (headed(s, c, p.Subject) || headed(s, c, p.Object))
	})
}

// subjectOfOther says whether another predicate has the phrase as its subject: "announced it planned to join".
func (a *scope) subjectOfOther(phrase int) bool {
	for k := range a.s.Predicates {
		if k != a.p && a.s.Predicates[k].Subject == phrase {
			return true
		}
	}
	return false
}

// nameOf says whether phrase n ends in a name of a kind that the class takes in: "<place>" stands for a country or town that acts,
// "<group>" for a people or a party.
func nameOf(s *prose.Sentence, c words, n int) bool {
	if !c["<place>"] && !c["<group>"] {
		return false
	}
	k := s.Phrases[n].Name
	if k < 0 || k >= len(s.Names) {
		return false
	}
	switch s.Names[k].Kind {
	case prose.Place:
		return c["<place>"]
	case prose.Group:
		return c["<group>"]
	}
	return false
}

// phrase says whether a word of the class stands in phrase n, what "of" ties to it, or what is coordinated with it.
func (a *scope) phrase(c words, n int) bool {
	if n < 0 || n >= len(a.s.Phrases) {
		return false
	}
	p := &a.s.Phrases[n]
	if holds(a.s, c, p.From, p.To) || nameOf(a.s, c, n) {
		return true
	}
	if of := p.Of; of >= 0 && of < len(a.s.Phrases) && of != n && holds(a.s, c, a.s.Phrases[of].From, a.s.Phrases[of].To) {
		return true
	}
	for _, o := range p.Conj {
		if holds(a.s, c, a.s.Phrases[o].From, a.s.Phrases[o].To) {
			return true
		}
	}
	return false
}

// window looks at the tokens from up to and without to, but not into a quotation from outside, nor out of one.
func (a *scope) window(c words, from, to int) bool {
	for j := max(from, 0); j < min(to, len(a.s.Tokens)); j++ {
		if t := &a.s.Tokens[j]; c.has(t) && (t.Lower != "according" || c[t.Lower]) && inQuote(a.s, j) == inQuote(a.s, a.i) {
			return true // "according to" is no accord
		}
	}
	return false
}

func inQuote(s *prose.Sentence, i int) bool {
	for _, q := range s.Quotes {
		if q.From <= i && i < q.To {
			return true
		}
	}
	return false
}

// holds says whether a word of the class stands at the tokens from up to and without to.
func holds(s *prose.Sentence, c words, from, to int) bool {
	for j := max(from, 0); j < min(to, len(s.Tokens)); j++ {
		if c.has(&s.Tokens[j]) {
			return true
		}
	}
	return false
}
