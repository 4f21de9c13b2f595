package who

import (
	"slices"
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/prose"
)

// Pronouns are resolved by looking back: first in their own sentence, then in the ones before, up to farthest.
// In each sentence its subjects come first, then its names in reading order, for English puts what it goes on
// about at the front. Speech and what is told around it do not mix, but for "I" and "we", who are the speaker.

// farthest is how many sentences a pronoun looks back.
const farthest = 5

var pronouns = map[string]string{
	"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she", "herself": "she",
	"they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they", "it": "it", "its": "it", "itself": "it",
	"i": "i", "me": "i", "my": "i", "we": "i", "us": "i", "our": "i", "who": "who", "which": "who", "that": "who", "whose": "who", "whom": "who",
	"both": "both",
}

// pronounOfToken returns which pronoun a token is; "US" and "IT" in capitals are none.
func pronounOfToken(t *prose.Token) string {
	if len(t.Text) > 1 && t.Text == strings.ToUpper(t.Text) {
		return ""
	}
	return pronouns[t.Lower]
}

func isPronoun(t *prose.Token) bool { return pronounOfToken(t) != "" }

// pronoun returns whom the pronoun at a token stands for; nobody where the text does not tell. What was found once is kept,
// for pronouns lead back from one to the next.
func (c *Cast) pronoun(w prose.Where, token int) []timeline.Party {
	if len(c.barred) > 0 {
		return c.stands(w, token)
	}
	at := place{w.Para, w.Sentence, token}
	if found, known := c.resolved[at]; known {
		return found
	}
	found := c.stands(w, token)
	if c.steps <= patience {
		c.resolved[at] = found
	}
	return found
}

// stands looks for what a pronoun stands for.
func (c *Cast) stands(w prose.Where, token int) []timeline.Party {
	s := c.sentence(w)
	sort := pronounOfToken(&s.Tokens[token])
	quoted := quoteAt(s, token)
	if t := &s.Tokens[token]; t.Tag == prose.PRPS || strings.HasSuffix(t.Lower, "self") {
		defer func(barred []string) { c.barred = barred }(c.barred)
		c.barred = nil // "Lind praised her staff"
		if found := c.ahead(w, token, sort); found != nil {
			return found
		}
	}
	defer c.unbar(c.barred)
	c.barRelative(w, token)
	c.barSubject(w, token)
	switch sort {
	case "":
		return nil
	case "i":
		return c.speaker(s, quoted)
	case "who":
		return c.antecedent(w, token)
	case "both":
		return c.lastTwo(w, token)
	}
	q := search{sort: sort, quoted: quoted >= 0}
	if asker := slices.IndexFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Subject >= 0 && p.Subject < len(s.Phrases) && s.Phrases[p.Subject].Head == token
	}); asker >= 0 {
		q.says = speaks(s, &s.Predicates[asker])
		if found := c.reporter(w, asker, q); found != nil {
			return found
		}
	}
	if sort == "he" || sort == "she" {
		q.known = true
		if found := c.search(w, token, q); found != nil {
			return found
		}
		q.known = false
	}
	return c.search(w, token, q)
}

// search looks back from a token.
func (c *Cast) search(w prose.Where, token int, q search) []timeline.Party {
	for back := range farthest {
		limit := token
		if back > 0 {
			if w = c.previous(w); w.Para < 0 {
				return nil
			}
			limit = len(c.sentence(w).Tokens)
		}
		if p := c.candidate(w, limit, q); p != nil {
			return p
		}
	}
	return nil
}

// A search is for what a pronoun stands for.
type search struct {
	sort   string
	quoted bool // the pronoun stands in a quotation
	known  bool // only what is known for a person
	says   bool // it is the subject of a verb of speech: who has spoken goes on
}

func speaks(s *prose.Sentence, p *prose.Predicate) bool {
	_, says := prose.IsSpeech(s.Tokens[p.Head].Lower)
	return says
}

// reporter returns who says what the predicate of a pronoun is part of: "Lind said on Monday that she would".
func (c *Cast) reporter(w prose.Where, asker int, q search) []timeline.Party {
	s := c.sentence(w)
	for range 4 {
		p := &s.Predicates[asker]
		if p.Governor < 0 || p.Governor >= asker || p.Link != "that" && p.Link != "to" && p.Link != "conj" {
			return nil
		}
		asker = p.Governor
		subject := s.Predicates[asker].Subject
		if p.Link != "that" || subject < 0 || subject >= len(s.Phrases) || s.Phrases[subject].To > p.From || (quoteAt(s, s.Phrases[subject].Head) >= 0) != q.quoted {
			continue
		}
		if found := c.owner(w, subject, q); found != nil {
			return found
		}
	}
	return nil
}

// owner returns who a subject is where a pronoun can stand for that.
func (c *Cast) owner(w prose.Where, subject int, q search) []timeline.Party {
	s := c.sentence(w)
	if t := &s.Tokens[s.Phrases[subject].Head]; isPronoun(t) && (t.Tag != prose.PRP || pronounOfToken(t) != q.sort) {
		return nil
	}
	if found := c.Party(w.Para, w.Sentence, subject); c.agrees(found, q.sort) && !c.onlyPart(s, subject, q.sort) && (!q.known || found[0].Kind == timeline.Person) {
		return found
	}
	if q.sort == "it" {
		if found := c.principal(w, subject); c.agrees(found, q.sort) {
			return found
		}
	}
	return nil
}

func (c *Cast) unbar(barred []string) { c.barred = barred }

// barRelative keeps the subject of a relative clause from being what the clause is about: in "the envoy, to whom she had
// written" she is not the envoy.
func (c *Cast) barRelative(w prose.Where, token int) {
	s := c.sentence(w)
	if s.Tokens[token].Tag == prose.PRPS || token == 0 {
		return
	}
	switch s.Tokens[token-1].Lower {
	case "who", "whom", "which":
		i := token - 1
		if i > 0 && preposition(s.Tokens[i-1].Lower) {
			i--
		}
		for _, p := range c.antecedent(w, i) {
			c.barred = append(slices.Clone(c.barred), p.Name)
		}
	}
}

// barSubject keeps what is done to from being who does it: in "his father asked him" he is not his father.
func (c *Cast) barSubject(w prose.Where, token int) {
	s := c.sentence(w)
	if t := &s.Tokens[token]; t.Tag != prose.PRP || strings.HasSuffix(t.Lower, "self") || strings.HasSuffix(t.Lower, "selves") {
		return
	}
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.Subject < 0 || p.Subject >= len(s.Phrases) || s.Phrases[p.Subject].Head == token || p.Passive {
			continue
		}
		hit := false
		for _, k := range append([]int{p.Object, p.Second}, p.Obliques...) {
			hit = hit || k >= 0 && k < len(s.Phrases) && s.Phrases[k].Head == token
		}
		if !hit {
			continue
		}
		for _, party := range c.Party(w.Para, w.Sentence, p.Subject) {
			c.barred = append(slices.Clone(c.barred), party.Name)
		}
	}
}

// ahead resolves a possessive in words that open a sentence to the subject that they lead up to: "In her letter, Lind
// wrote".
func (c *Cast) ahead(w prose.Where, token int, sort string) []timeline.Party {
	s := c.sentence(w)
	if token > 8 || token < 1 || !preposition(s.Tokens[0].Lower) || sort == "i" || quoteAt(s, token) >= 0 {
		return nil
	}
	comma := token
	for comma < len(s.Tokens) && s.Tokens[comma].Lower != "," {
		comma++
	}
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.Form != prose.Finite || p.Head < token {
			continue
		}
		if p.Head < comma || p.Subject < 0 || p.Subject >= len(s.Phrases) || s.Phrases[p.Subject].From != comma+1 || s.Phrases[p.Subject].Pronoun {
			return nil
		}
		if found := c.Party(w.Para, w.Sentence, p.Subject); c.agrees(found, sort) {
			return found
		}
		return nil
	}
	return nil
}

// quoteAt returns the quotation that a token stands in, or -1.
func quoteAt(s *prose.Sentence, token int) int {
	for _, q := range s.Quotes {
		if q.From <= token && token < q.To {
			return q.ID
		}
	}
	return -1
}

func (c *Cast) previous(w prose.Where) prose.Where {
	for w.Sentence--; w.Sentence < 0; w.Sentence = len(c.text.Paragraphs[w.Para].Sentences) - 1 {
		w.Para--
		for w.Para >= 0 && c.text.Paragraphs[w.Para].Kind > prose.Post {
			w.Para--
		}
		if w.Para < 0 {
			return prose.Where{Para: -1, Sentence: -1}
		}
	}
	return w
}

// speaker returns who says a quotation.
func (c *Cast) speaker(s *prose.Sentence, quotation int) []timeline.Party {
	if quotation < 0 || quotation >= len(c.text.Quotations) {
		return nil
	}
	q := c.text.Quotations[quotation]
	if q.Speaker.Para < 0 || q.Verb < 0 || q.Verb >= len(c.sentence(q.Speaker).Predicates) {
		return c.introducer(q)
	}
	said := c.sentence(q.Speaker)
	subject := said.Predicates[q.Verb].Subject
	if subject < 0 || pronouns[said.Tokens[said.Phrases[subject].Head].Lower] == "i" {
		return nil
	}
	return c.Party(q.Speaker.Para, q.Speaker.Sentence, subject)
}

// introducer returns whom the sentence in which a quotation begins is about: "Webb was blunt: "We lost.""
func (c *Cast) introducer(q prose.Quotation) []timeline.Party {
	if len(q.Parts) == 0 || q.Scare {
		return nil
	}
	w := q.Parts[0]
	return c.candidate(w, len(c.sentence(w).Tokens), search{sort: "person"})
}

// antecedent returns what stands before "who" or "which".
func (c *Cast) antecedent(w prose.Where, token int) []timeline.Party {
	s := c.sentence(w)
	for i := token - 1; i >= 0 && i >= token-3; i-- {
		for p := range s.Phrases {
			if ph := &s.Phrases[p]; ph.From <= i && i < ph.To && !isPronoun(&s.Tokens[ph.Head]) {
				return c.one(w, p)
			}
		}
		for _, n := range c.names[w] {
			if n.To == i+1 {
				return []timeline.Party{c.partyOf(c.memberAt(w, n.From))}
			}
		}
	}
	return nil
}

func (c *Cast) lastTwo(w prose.Where, token int) []timeline.Party {
	var found []timeline.Party
	for i := c.before(w, token) - 1; i >= 0 && len(found) < 2 && w.Para-c.spots[i].where.Para <= 1; i-- {
		if c.members[c.spots[i].member].kind == prose.Person {
			found = merge([]timeline.Party{c.partyOf(c.spots[i].member)}, found)
		}
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// candidate looks for a pronoun's owner among the first limit tokens of a sentence: its subjects, those of speech first
// where a speaker is wanted, those of relative clauses last, then its names.
func (c *Cast) candidate(w prose.Where, limit int, q search) []timeline.Party {
	s := c.sentence(w)
	for rank := range 4 {
		for i := range s.Predicates {
			p := s.Predicates[i].Subject
			if p < 0 || p >= len(s.Phrases) || s.Phrases[p].To > limit || rankOf(s, i, q) != rank || (quoteAt(s, s.Phrases[p].Head) >= 0) != q.quoted && !q.quoted {
				continue
			}
			if found := c.owner(w, p, q); found != nil {
				return found
			}
		}
	}
	sort, quoted := q.sort, q.quoted
	if sort == "they" {
		return c.plural(w, limit, quoted)
	}
	for _, n := range c.names[w] {
		if n.To > limit || (quoteAt(s, n.From) >= 0) != quoted && !quoted {
			continue
		}
		found := []timeline.Party{c.partyOf(c.memberAt(w, n.From))}
		if c.agrees(found, sort) && (!q.known || found[0].Kind == timeline.Person) && !(sort == "it" && found[0].Kind == timeline.Place) { // "left Norway on a boat when it sank"
			return found
		}
	}
	return nil
}

// principal returns for whom a phrase speaks: the bank of "a spokesman for the bank", "the bank's lawyer" and "a bank
// official". "It" is the bank then.
func (c *Cast) principal(w prose.Where, phrase int) []timeline.Party {
	s := c.sentence(w)
	p := &s.Phrases[phrase]
	if kind, acts := actorKind(s.Tokens[p.Head].Lower); !acts || kind != timeline.Person || p.Name >= 0 {
		return nil
	}
	if o := p.Possessor; o >= 0 && o < len(s.Phrases) && o != phrase {
		return c.one(w, o)
	}
	if p.To < len(s.Tokens) {
		switch s.Tokens[p.To].Lower {
		case "for", "of", "from", "at":
			if next := phraseAt(s, p.To+1); next >= 0 {
				return c.one(w, next)
			}
		}
	}
	for _, n := range c.names[w] {
		if p.From <= n.From && n.To <= p.Head && n.Kind == prose.Org {
			return []timeline.Party{c.partyOf(c.memberAt(w, n.From))}
		}
	}
	return nil
}

// rankOf orders the subjects of a sentence for a search, the likeliest first.
func rankOf(s *prose.Sentence, predicate int, q search) int {
	p := &s.Predicates[predicate]
	switch {
	case ofRelative(s, p.Subject):
		return 3
	case q.says && p.Form == prose.Finite && speaks(s, p) && p.Link != "relative":
		return 0
	case p.Link == "" || p.Link == "conj":
		return 1
	}
	return 2
}

// ofRelative says whether a phrase is the subject inside a relative clause: "son" of "Clara Lind, whose son drowned".
func ofRelative(s *prose.Sentence, phrase int) bool {
	i := s.Phrases[phrase].From - 1
	for i > 0 && s.Tokens[i].Tag == prose.JJ {
		i--
	}
	return i >= 0 && (s.Tokens[i].Lower == "whose" || s.Tokens[i].Lower == "whom")
}

// onlyPart says whether a subject of several persons is too many for a singular pronoun.
func (c *Cast) onlyPart(s *prose.Sentence, phrase int, sort string) bool {
	return sort != "they" && len(s.Phrases[phrase].Conj) > 0
}

// plural looks for a phrase of several that "they" can stand for.
func (c *Cast) plural(w prose.Where, limit int, quoted bool) []timeline.Party {
	s := c.sentence(w)
	for p := range s.Phrases {
		if s.Phrases[p].To > limit || s.Phrases[p].Pronoun || (quoteAt(s, s.Phrases[p].Head) >= 0) != quoted && !quoted {
			continue
		}
		if found := c.Party(w.Para, w.Sentence, p); c.agrees(found, "they") {
			return found
		}
	}
	return nil
}

// headOf is a role without what "of" or another preposition ties to it: "mother" of "mother of the victim".
func headOf(role string) string {
	words := strings.Fields(role)
	for i, w := range words {
		if i > 0 && preposition(w) {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}

// agrees says whether parties can be what a pronoun stands for.
func (c *Cast) agrees(found []timeline.Party, sort string) bool {
	if len(found) == 0 || slices.ContainsFunc(found, func(p timeline.Party) bool { return slices.Contains(c.barred, p.Name) }) {
		return false
	}
	if sort == "they" {
		return len(found) > 1 || found[0].Kind == timeline.Group || found[0].Kind == timeline.Body
	}
	if len(found) > 1 {
		return false
	}
	p := found[0]
	if sort == "person" {
		return p.Kind == timeline.Person
	}
	m, is := c.index[p.Name]
	if !is {
		m = -1
	}
	if sort == "it" {
		if last := strings.ToLower(p.Name[strings.LastIndexByte(p.Name, ' ')+1:]); !unicode.IsUpper(first(p.Name)) && singular(last) != last {
			return false // "two governments"
		}
		return p.Kind == timeline.Body || p.Kind == timeline.Place && c.isLand(p.Name)
	}
	if m < 0 {
		known := titlePronoun(headOf(p.Name))
		return p.Kind == timeline.Person && (known == "" || known == sort)
	}
	known := c.members[m].pronoun
	if c.members[m].kind == prose.Unknown && !strings.Contains(p.Name, " ") {
		return false // as likely a town
	}
	return (p.Kind == timeline.Person || p.Kind == timeline.Other && c.members[m].kind == prose.Unknown) &&
		(known == sort || known == "either" || known == "")
}
