package who

import (
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// Party returns who a phrase is, and those coordinated with it: names in their fullest form without titles,
// pronouns and "the minister" resolved where the text allows it, otherwise the role as the text has it. It is
// empty where the phrase is nobody: "the decision".
func (c *Cast) Party(para, sentence, phrase int) []timeline.Party {
	w := prose.Where{Para: para, Sentence: sentence}
	s := c.sentence(w)
	if phrase < 0 || phrase >= len(s.Phrases) {
		return nil
	}
	if found := c.envoys(w, phrase); found != nil {
		return found
	}
	var found []timeline.Party
	for _, p := range append([]int{phrase}, s.Phrases[phrase].Conj...) {
		if p >= 0 && p < len(s.Phrases) && (p == phrase || !s.Phrases[p].Appositive && !slices.Contains(s.Phrases[phrase].Appos, p)) {
			if p == phrase && adjective(s, phrase) {
				continue // "Norwegian and Swedish officials"
			}
			if p != phrase && (paired(s, phrase) || function(s, phrase, p) || subjectOf(s, phrase, p) || placed(s, phrase, p)) {
				continue
			}
			found = merge(found, c.one(w, p))
		}
	}
	return found
}

// subjectOf says whether a phrase behind one with a preposition and a comma is the subject of a clause of its own, and in no row with the ones
// before it: "ruled against Webb, and the board appealed".
func subjectOf(s *prose.Sentence, before, phrase int) bool {
	and := s.Phrases[phrase].From - 1
	return s.Phrases[before].Prep >= 0 && and > 0 && s.Tokens[and].Tag == prose.CC && s.Tokens[and-1].Lower == "," && slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Form == prose.Finite && (p.Subject == phrase || p.From == s.Phrases[phrase].To)
	})
}

// placed says whether a phrase is a place in a row with the place that a preposition ties to another one: "judges in Norway
// and Sweden".
func placed(s *prose.Sentence, phrase, later int) bool {
	return s.Phrases[phrase].Name < 0 && isPlace(s, later) && later > 0 && s.Phrases[later-1].From >= s.Phrases[phrase].To && s.Phrases[later-1].Prep >= 0 && isPlace(s, later-1) &&
		s.Tokens[s.Phrases[later-1].Prep].Lower == "in"
}

func isPlace(s *prose.Sentence, phrase int) bool {
	n := s.Phrases[phrase].Name
	return n >= 0 && s.Names[n].Kind == prose.Place
}

// titled says whether a phrase has the head of a title: "the Speaker of the House".
func titled(s *prose.Sentence, r prose.Range) bool {
	return slices.ContainsFunc(s.Tokens[r.From:r.To], func(t prose.Token) bool { return prose.IsTitle(t.Text) })
}

// function says whether a phrase is not one more in a row but what the name before it is: "Jane Roe, acting head", "Jane Roe,
// an analyst and broker", "Jane Roe, a Tory and a member of the board".
func function(s *prose.Sentence, name, phrase int) bool {
	p := &s.Phrases[phrase]
	head := s.Tokens[p.Head].Lower
	if s.Phrases[name].Name < 0 || p.Name >= 0 || p.From == 0 || singular(head) != head || threesome(s, name, phrase) {
		return false
	}
	before, first := s.Tokens[p.From-1].Lower, s.Tokens[p.From].Lower
	if kind, acts := actorKind(head); acts && kind == timeline.Person && described(s, name) && (p.From == p.Head || first == "former") {
		return true
	}
	return prose.IsTitle(head) && (before == "," || p.From == p.Head || before == "and" && (first == "a" || first == "an") && described(s, name))
}

// threesome says whether a phrase is one of two alike behind a name that no comma closes: "Jane Roe, a nurse and a soldier died".
func threesome(s *prose.Sentence, name, phrase int) bool {
	conj := s.Phrases[name].Conj
	if len(conj) != 2 || !slices.Contains(conj, phrase) || !articles[s.Tokens[s.Phrases[phrase].From].Lower] {
		return false
	}
	end := s.Phrases[conj[1]].To
	return s.Tokens[s.Phrases[conj[0]].From].Lower == s.Tokens[s.Phrases[conj[1]].From].Lower && (end >= len(s.Tokens) || s.Tokens[end].Lower != ",")
}

// paired says whether what a name seems to be in a row with is what it is, twice: "Jane Roe, a teacher and former mayor, left".
func paired(s *prose.Sentence, name int) bool {
	p := &s.Phrases[name]
	if p.Name < 0 || len(p.Conj) != 2 || s.Phrases[p.Conj[0]].From != p.To+1 || s.Tokens[p.To].Lower != "," {
		return false
	}
	for _, k := range p.Conj {
		kind, acts := actorKind(s.Tokens[s.Phrases[k].Head].Lower)
		if !acts || kind != timeline.Person || s.Phrases[k].Name >= 0 {
			return false
		}
	}
	end := s.Phrases[p.Conj[1]].To
	return (s.Tokens[p.To+1].Lower == "a" || s.Tokens[p.To+1].Lower == "an") && end < len(s.Tokens) && s.Tokens[end].Lower == ","
}

// adjective says whether a phrase is but the first of two adjectives: "West German and French officials", "U.S. and British
// officials".
func adjective(s *prose.Sentence, phrase int) bool {
	p := &s.Phrases[phrase]
	if len(p.Conj) != 1 || p.Name < 0 || p.Conj[0] != phrase+1 || s.Phrases[phrase+1].Name >= 0 || s.Phrases[phrase+1].From != p.To+1 {
		return false
	}
	next := &s.Phrases[phrase+1]
	_, acts := actorKind(s.Tokens[next.Head].Lower)
	return acts && adjectival(s, p.To-1) && next.From < next.Head && adjectival(s, next.From)
}

// adjectival says whether a token is the adjective of a land, or its short name, which stands for one: "British", "U.S."
func adjectival(s *prose.Sentence, i int) bool {
	word := s.Tokens[i].Text
	switch word {
	case "US", "U.S.", "UK", "U.K.", "EU", "UN", "U.N.":
		return true
	}
	return slices.ContainsFunc(prose.Countries, func(l prose.Country) bool {
		return slices.ContainsFunc(l.Peoples, func(p string) bool { return p == word || strings.HasSuffix(p, " "+word) }) && !strings.HasSuffix(word, "s")
	})
}

// described says whether a comma and what somebody is follow a name: "Jane Roe, a Tory and a member".
func described(s *prose.Sentence, name int) bool {
	comma := s.Phrases[name].To
	next := phraseAt(s, comma+1)
	return comma < len(s.Tokens) && s.Tokens[comma].Lower == "," && next >= 0 && s.Phrases[next].Name < 0
}

// merge appends the parties that are not there yet.
func merge(a, b []timeline.Party) []timeline.Party {
	for _, p := range b {
		if !slices.ContainsFunc(a, func(q timeline.Party) bool { return q.Name == p.Name }) {
			a = append(a, p)
		}
	}
	return a
}

// patience is how many phrases are looked at to resolve one: pronouns that could stand for roles of pronouns would ask for
// ever more.
const patience = 200

// one resolves a phrase without those coordinated with it. A phrase that is asked for while it is being resolved,
// as when a pronoun stands in a row with what it might stand for, is nobody: the question would never end.
func (c *Cast) one(w prose.Where, phrase int) []timeline.Party {
	question := asked{w, phrase}
	if len(c.asked) == 0 {
		c.steps = 0
	}
	if c.steps++; c.asked[question] || c.steps > patience {
		return nil
	}
	c.asked[question] = true
	defer delete(c.asked, question)
	return c.resolve(w, phrase)
}

func (c *Cast) resolve(w prose.Where, phrase int) []timeline.Party {
	s := c.sentence(w)
	p := &s.Phrases[phrase]
	if s.Temporal(phrase) && c.named(w, p.Range, p.Head) < 0 {
		return nil
	}
	if p.Pronoun || isPronoun(&s.Tokens[p.Head]) {
		return c.pronoun(w, p.Head)
	}
	if found := c.partisan(w, p); found != nil {
		return found
	}
	if m := c.named(w, p.Range, p.Head); m >= 0 {
		return []timeline.Party{c.partyOf(m)}
	}
	_, acts := actorKind(s.Tokens[p.Head].Lower)
	acts = acts || s.Tokens[p.Head].Lower == "one"
	for _, a := range p.Appos {
		if a >= 0 && a < len(s.Phrases) && !c.differ(w, p, a) && (acts || s.Phrases[a].From-p.To <= 2) {
			if m := c.named(w, s.Phrases[a].Range, s.Phrases[a].Head); m >= 0 && c.members[m].kind <= prose.Org {
				return []timeline.Party{c.partyOf(m)}
			}
		}
	}
	if host := c.host(s, phrase); host >= 0 && !c.differ(w, p, host) && (acts || s.Phrases[max(host, phrase)].From-s.Phrases[min(host, phrase)].To <= 2) {
		if m := c.named(w, s.Phrases[host].Range, s.Phrases[host].Head); m >= 0 && c.members[m].kind <= prose.Org {
			return []timeline.Party{c.partyOf(m)}
		}
	}
	return c.role(w, p.Range, p.Head, phrase)
}

// differ says whether a role and a name beside it cannot be one: "the ministers" and a library, "the council" and a person.
func (c *Cast) differ(w prose.Where, role *prose.Phrase, name int) bool {
	s := c.sentence(w)
	m := c.named(w, s.Phrases[name].Range, s.Phrases[name].Head)
	kind, acts := actorKind(s.Tokens[role.Head].Lower)
	if m < 0 || !acts {
		return false
	}
	switch c.members[m].kind {
	case prose.Org:
		office := singular(s.Tokens[role.Head].Lower)
		return prose.IsTitle(office) && !impersonal[office]
	case prose.Person:
		return kind == timeline.Body && !prose.IsTitle(s.Tokens[role.Head].Lower)
	}
	return false
}

// impersonal are functions that a body or a land can have.
var impersonal = map[string]bool{"owner": true, "rival": true, "critic": true, "ally": true, "opponent": true, "supporter": true, "member": true,
	"successor": true, "predecessor": true, "host": true, "author": true, "defendant": true, "plaintiff": true, "organiser": true,
	"organizer": true, "founder": true, "incumbent": true, "leader": true, "broadcaster": true, "police": true, "expert": true}

// host returns the phrase that another one is in apposition to, or -1.
func (c *Cast) host(s *prose.Sentence, phrase int) int {
	for i := range s.Phrases {
		if i != phrase && slices.Contains(s.Phrases[i].Appos, phrase) {
			return i
		}
	}
	comma := s.Phrases[phrase].From - 1
	if comma > 2 && s.Tokens[comma-1].Tag == prose.CD && s.Tokens[comma-2].Lower == "," {
		comma -= 2 // "Lind, 58, a former mayor"
	}
	if comma < 1 || s.Tokens[comma].Lower != "," || !titled(s, s.Phrases[phrase].Range) {
		return -1
	}
	end := s.Phrases[phrase].To
	if of := s.Phrases[phrase].Of; of >= 0 && of < len(s.Phrases) {
		end = max(end, s.Phrases[of].To)
	}
	if end < len(s.Tokens) && s.Tokens[end].Lower != "," && s.Tokens[end].Tag != prose.VBN {
		return -1 // not an apposition: "..., a spokesman said"
	}
	return slices.IndexFunc(s.Phrases, func(p prose.Phrase) bool { return p.To == comma && p.Name >= 0 })
}

// named returns the member whose name holds the head of a phrase, or -1.
func (c *Cast) named(w prose.Where, r prose.Range, head int) int {
	for _, n := range c.names[w] {
		if n.From <= head && head < n.To {
			return c.memberAt(w, n.From)
		}
		if n.Title.From <= head && head < n.Title.To && r.To >= n.From-1 {
			return c.memberAt(w, n.From) // the phrase is the name's title
		}
	}
	return -1
}

func (c *Cast) memberAt(w prose.Where, token int) int {
	if i, ok := c.at[place{w.Para, w.Sentence, token}]; ok {
		return c.spots[i].member
	}
	return -1
}

// role resolves a phrase whose head is a common noun that can act.
func (c *Cast) role(w prose.Where, r prose.Range, head, phrase int) []timeline.Party {
	s := c.sentence(w)
	noun := s.Tokens[head].Lower
	kind, acts := actorKind(noun)
	if s.Tokens[r.From].Lower == "no" || condition(s, head) {
		return nil
	}
	if phrase >= 0 && containers[singular(noun)] {
		if found := c.row(w, s.Phrases[phrase].Of); found != nil {
			return found
		}
	}
	if phrase >= 0 && (quantities[noun] || s.Tokens[head].Tag == prose.CD) && s.Phrases[phrase].Of >= 0 && s.Phrases[phrase].Of < len(s.Phrases) && s.Phrases[phrase].Of != phrase {
		if found := c.one(w, s.Phrases[phrase].Of); found != nil {
			return found
		}
	}
	if quantities[noun] && crowds[noun] && !articles[s.Tokens[r.From].Lower] && (phrase < 0 || s.Phrases[phrase].Of < 0 || s.Tokens[s.Phrases[s.Phrases[phrase].Of].Head].Lower == "thousands") && head+1 < len(s.Tokens) && s.Tokens[head].Tag.Noun() {
		return []timeline.Party{{Name: c.roleName(w, r, head, phrase), Kind: timeline.Group}}
	}
	if pair := c.pair(w, r, head); pair != nil {
		return pair
	}
	if lands := c.countries(w, r, head); lands != nil {
		return lands
	}
	if own := c.country(w, r, head, c.possessorOf(w, r, phrase)); own != nil {
		return own
	}
	if m := c.holder(w, head, phrase); m >= 0 {
		return []timeline.Party{c.partyOf(m)}
	}
	if m := c.capital(w, r, head); m >= 0 {
		return []timeline.Party{c.partyOf(m)}
	}
	if m := c.bodyOf(w, r, head); m >= 0 {
		return []timeline.Party{c.partyOf(m)}
	}
	if m := c.bench(w, r, head); m >= 0 {
		return []timeline.Party{c.partyOf(m)}
	}
	if owner := c.through(w, r, head); owner != nil {
		return owner
	}
	if phrase >= 0 {
		if found := c.listed(w, phrase); found != nil {
			return found
		}
	}
	if !acts {
		return nil
	}
	if m := c.byRole(w, r, head); m >= 0 {
		return []timeline.Party{c.partyOf(m)}
	}
	if found := c.sameRole(w, r, head); found != nil {
		return found
	}
	if found := c.epithet(w, r, head); found != nil {
		return found
	}
	if m := c.unveiled(w, r, head); m >= 0 {
		return []timeline.Party{c.partyOf(m)}
	}
	name := c.roleName(w, r, head, phrase)
	if name == "" {
		return nil
	}
	return []timeline.Party{{Name: name, Kind: kind}}
}

// possessorOf returns whose a role is.
func (c *Cast) possessorOf(w prose.Where, r prose.Range, phrase int) []timeline.Party {
	s := c.sentence(w)
	if possessive(s.Tokens[r.From].Lower) {
		return c.pronoun(w, r.From)
	}
	if phrase >= 0 {
		if o := s.Phrases[phrase].Possessor; o >= 0 && o != phrase && o < len(s.Phrases) {
			return c.one(w, o)
		}
	}
	return nil
}

// condition says whether a noun is the state that something is in and not a land: "a state of emergency".
func condition(s *prose.Sentence, head int) bool {
	if s.Tokens[head].Lower != "state" || head+2 >= len(s.Tokens) || s.Tokens[head+1].Lower != "of" {
		return false
	}
	switch s.Tokens[head+2].Lower {
	case "emergency", "siege", "war", "alert", "exception", "disaster", "calamity", "mourning", "affairs", "martial":
		return true
	}
	return false
}

// containers are kinds of places that "of" names: "the town of Arlen", "the districts of Colne and Dray".
var containers = map[string]bool{"town": true, "city": true, "village": true, "district": true, "municipality": true, "province": true,
	"region": true, "port": true, "suburb": true, "territory": true, "capital": true}

// row returns the names in a row that begins with a phrase: "Colne, Dray and Upper Tarn".
func (c *Cast) row(w prose.Where, phrase int) []timeline.Party {
	s := c.sentence(w)
	var found []timeline.Party
	for phrase >= 0 && phrase < len(s.Phrases) && s.Phrases[phrase].Name >= 0 {
		m := c.named(w, s.Phrases[phrase].Range, s.Phrases[phrase].Head)
		if m < 0 {
			break
		}
		found = merge(found, []timeline.Party{c.partyOf(m)})
		next := s.Phrases[phrase].To
		for next < len(s.Tokens) && (s.Tokens[next].Lower == "," || s.Tokens[next].Lower == "and") {
			next++
		}
		if next == s.Phrases[phrase].To {
			break
		}
		phrase = slices.IndexFunc(s.Phrases, func(p prose.Phrase) bool { return p.From == next })
	}
	return found
}

// quantities only count what "of" ties to them: "thousands of protesters".
var quantities = map[string]bool{"thousands": true, "hundreds": true, "dozens": true, "millions": true, "scores": true, "number": true,
	"majority": true, "minority": true, "tens": true, "one": true, "two": true, "three": true, "handful": true, "couple": true, "most": true, "many": true, "some": true, "half": true, "all": true}

// crowds are quantities that stand for people without more: "tens of thousands marched".
var crowds = map[string]bool{"thousands": true, "hundreds": true, "dozens": true, "scores": true, "tens": true, "millions": true}

// couples are the nouns for two of a kind that were named before.
var couples = map[string]bool{"pair": true, "duo": true, "couple": true, "two": true}

// pair reads "the two leaders", "the pair" and "both ministers": the last two persons, or lands for countries, named before.
func (c *Cast) pair(w prose.Where, r prose.Range, head int) []timeline.Party {
	s := c.sentence(w)
	noun := s.Tokens[head].Lower
	couple := couples[noun] && head == r.From+1 && s.Tokens[r.From].Lower == "the" && (r.To >= len(s.Tokens) || s.Tokens[r.To].Lower != "of")
	two := couple // but "the pair of letters"
	for i := r.From; i < head; i++ {
		two = two || s.Tokens[i].Lower == "two" || s.Tokens[i].Lower == "both" || s.Tokens[i].Lower == "pair"
	}
	if _, acts := actorKind(noun); !two || !couple && (singular(noun) == noun || !acts) || s.Tokens[r.From].Tag == prose.CD {
		return nil
	}
	if noun == "sides" || noun == "parties" {
		return c.coupled(w)
	}
	lands := noun == "countries" || noun == "nations" || noun == "states" || noun == "governments"
	found := c.lastOf(w, r.From, func(m *member) bool {
		return m.kind == prose.Place && lands && c.isLand(m.name) || m.kind == prose.Person && !lands
	})
	if len(found) != 2 && lands {
		found = c.theirLands(c.lastOf(w, r.From, func(m *member) bool { return m.kind == prose.Person && c.landOfPerson(m.name) != "" }))
	}
	if len(found) != 2 && lands {
		found = c.lastOf(w, r.From, func(m *member) bool { return m.kind == prose.Place })
	}
	if len(found) != 2 {
		return nil
	}
	return found
}

// lastOf returns the last two names of a sort before a token, not more than two paragraphs back.
func (c *Cast) lastOf(w prose.Where, token int, sort func(*member) bool) []timeline.Party {
	var found []timeline.Party
	for i := c.before(w, token) - 1; i >= 0 && len(found) < 2 && w.Para-c.spots[i].where.Para <= 2; i-- {
		if m := c.spots[i].member; sort(&c.members[m]) {
			found = merge([]timeline.Party{c.partyOf(m)}, found)
		}
	}
	return found
}

// coupled returns the last two that an article has put side by side before a sentence: "Norvia and Ostmark signed".
func (c *Cast) coupled(w prose.Where) []timeline.Party {
	for back := 0; back < farthest; back++ {
		if w = c.previous(w); w.Para < 0 {
			return nil
		}
		s := c.sentence(w)
		for p := range s.Phrases {
			if len(s.Phrases[p].Conj) != 1 || s.Phrases[p].Name < 0 {
				continue
			}
			if found := c.Party(w.Para, w.Sentence, p); len(found) == 2 && (found[0].Kind == timeline.Person) == (found[1].Kind == timeline.Person) {
				return found
			}
		}
	}
	return nil
}

// before returns the number of spots that stand before a token.
func (c *Cast) before(w prose.Where, token int) int {
	n, _ := slices.BinarySearchFunc(c.spots, token, func(sp spot, token int) int {
		switch {
		case sp.where.Para != w.Para:
			return sp.where.Para - w.Para
		case sp.where.Sentence != w.Sentence:
			return sp.where.Sentence - w.Sentence
		}
		return sp.name.From - token
	})
	return n
}
