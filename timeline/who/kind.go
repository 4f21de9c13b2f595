package who

import (
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// What a name is that no list knows, the article tells by what it says of it: a title beside it, a surname that stands for
// it, a government that it has.

// learnKinds finds the kinds of members that their names do not tell, and which pronouns stand for them.
func (c *Cast) learnKinds() {
	for i := range c.spots {
		sp := &c.spots[i]
		m := &c.members[sp.member]
		if m.kind != prose.Unknown {
			continue
		}
		switch {
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
