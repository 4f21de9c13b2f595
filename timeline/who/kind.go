package who

import (
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// What a name is that no list knows, the article tells by what it says of it: a title beside it, a surname that stands for
// it, a government that it has.

// learnSorts notes as what bodies the article introduces members: "Neman Trans, a freight company", "the Abu Sayyaf group".
func (c *Cast) learnSorts() {
	for i := range c.spots {
		sp := &c.spots[i]
		m := &c.members[sp.member]
		if c.grouped(sp) && m.kind == prose.Person {
			m.kind, m.sorts = prose.Org, append(m.sorts, "group")
			continue
		}
		if sp.name.Kind == prose.Person || sp.name.Kind == prose.Place || m.kind == prose.Person || m.kind == prose.Place {
			continue
		}
		if known := sorts[sp.text]; known != nil {
			m.sorts = append(m.sorts, known...)
		}
		if n := len(sp.words); n > 1 && companies[sp.words[n-1]] {
			m.sorts = append(m.sorts, "company", "firm")
		}
		s := c.sentence(sp.where)
		if next := sp.name.To; next < len(s.Tokens) && s.Tokens[next].Tag == prose.NN && actors[s.Tokens[next].Lower] == timeline.Body {
			m.sorts = append(m.sorts, s.Tokens[next].Lower)
		}
		for p := range s.Phrases {
			ph := &s.Phrases[p]
			if ph.Head < sp.name.From || ph.Head >= sp.name.To {
				continue
			}
			for _, a := range append(ph.Appos, c.host(s, p)) {
				if a < 0 || a >= len(s.Phrases) || s.Phrases[a].Name >= 0 {
					continue
				}
				if noun := s.Tokens[s.Phrases[a].Head].Lower; actors[noun] == timeline.Body {
					m.sorts = append(m.sorts, noun)
				}
			}
		}
	}
}

// grouped says whether a name stands before "group" behind "the", which no person's does: "the Abu Sayyaf group".
func (c *Cast) grouped(sp *spot) bool {
	s := c.sentence(sp.where)
	if sp.name.From == 0 || sp.name.To >= len(s.Tokens) || s.Tokens[sp.name.From-1].Lower != "the" {
		return false
	}
	switch s.Tokens[sp.name.To].Lower {
	case "group", "militia", "movement", "insurgency", "gang", "cartel":
		return true
	}
	return false
}

// learnPronouns finds which pronoun goes with persons whose names do not tell it, by the sentences that are about them and
// nobody else: "Har said that she was well".
func (c *Cast) learnPronouns() {
	votes := map[int]int{} // she less he
	for w := range c.names {
		if c.text.Paragraphs[w.Para].Kind != prose.Body {
			continue
		}
		s := c.sentence(w)
		first := -1
		for i := range s.Tokens {
			if at, is := c.at[place{w.Para, w.Sentence, i}]; is && c.members[c.spots[at].member].kind <= prose.Person && c.spots[at].member != first {
				if first >= 0 || !c.begins(at) || i > 0 && s.Tokens[i-1].Lower == "the" {
					break
				}
				first = c.spots[at].member
			}
			if first < 0 || s.Tokens[i].Tag != prose.PRP && s.Tokens[i].Tag != prose.PRPS || quoteAt(s, i) >= 0 {
				continue
			}
			switch pronounOfToken(&s.Tokens[i]) {
			case "she":
				votes[first]++
			case "he":
				votes[first]--
			}
		}
	}
	for m, n := range votes {
		if p := &c.members[m]; p.pronoun == "" || p.pronoun == "either" {
			if p.kind == prose.Unknown && n != 0 {
				p.kind = prose.Person
			}
			switch {
			case n > 0:
				p.pronoun = "she"
			case n < 0:
				p.pronoun = "he"
			}
		}
	}
}

// learnKinds finds the kinds of members that their names do not tell, and which pronouns stand for them.
func (c *Cast) learnKinds() {
	for i := range c.spots {
		sp := &c.spots[i]
		m := &c.members[sp.member]
		if m.kind != prose.Unknown {
			continue
		}
		switch {
		case len(m.sorts) > 0:
			m.kind = prose.Org
		case strings.HasSuffix(m.name, " "+sp.text), strings.Contains(m.name, " ") && personal(m.title):
			m.kind = prose.Person
		case strings.Contains(m.name, " ") && companies[m.name[strings.LastIndexByte(m.name, ' ')+1:]]:
			m.kind = prose.Org
		case m.name == sp.text && c.governs(sp):
			m.kind, m.land = prose.Place, true
		}
	}
	for i := range c.members {
		if m := &c.members[i]; m.kind != prose.Person && m.kind != prose.Unknown {
			m.pronoun = "it"
		}
	}
}

// personal says whether a title is that of a person.
func personal(title string) bool {
	for _, w := range strings.Fields(title) {
		if kind, ok := actorKind(strings.ToLower(w)); ok && kind == timeline.Person {
			return true
		}
		if prose.IsTitle(w) {
			return true
		}
	}
	return false
}

// governs says whether a name owns what only lands have: "Norvia's government", "Ostmark's prime minister".
func (c *Cast) governs(sp *spot) bool {
	s := c.sentence(sp.where)
	i := sp.name.To
	if i+1 >= len(s.Tokens) || s.Tokens[i].Lower != "'s" {
		return false
	}
	switch s.Tokens[i+1].Lower {
	case "government", "parliament", "army", "navy", "border", "borders", "coast", "capital", "constitution", "currency", "economy", "citizens",
		"foreign", "defence", "defense", "prime", "interior", "embassy", "ambassador", "finance", "population":
		return true
	case "president", "king", "queen":
		return i+2 >= len(s.Tokens) || s.Tokens[i+2].Lower != "of"
	}
	return false
}
