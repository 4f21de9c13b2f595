package who

import (
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// Lands act through their capitals, their ministers and "his country".

// governments puts the land for its capital where that acts or is spoken to: "Moscow denied it". The article must speak of
// the land or of its people, for a Washington or a Santiago can be elsewhere.
func (c *Cast) governments(found []timeline.Party) []timeline.Party {
	for i := range found {
		if found[i].Kind != timeline.Place && found[i].Kind != timeline.Other {
			continue
		}
		if land := c.governedFrom(found[i].Name); land != "" {
			found[i].Name, found[i].Kind = land, timeline.Place
		}
	}
	return found
}

// governedFrom returns the land that a capital stands for, under its fullest name in the article, or "".
func (c *Cast) governedFrom(capital string) string {
	if land, known := c.capitals[capital]; known {
		return land
	}
	c.capitals[capital] = ""
	i := slices.IndexFunc(prose.Countries, func(l prose.Country) bool { return slices.Contains(l.Capitals, capital) })
	if i < 0 {
		return ""
	}
	land := &prose.Countries[i]
	name := longestLand(land, c.texts())
	if name == "" && c.speaksOf(land.Peoples) {
		name = land.Names[0]
	}
	c.capitals[capital] = name
	return name
}

// speaksOf says whether the article has one of the words.
func (c *Cast) speaksOf(words []string) bool {
	for p := range c.text.Paragraphs {
		for _, w := range words {
			if strings.Contains(c.text.Paragraphs[p].Text, w) {
				return true
			}
		}
	}
	return false
}

// envoys reads "the foreign ministers of Norway, Sweden and Denmark" as the lands that they speak for.
func (c *Cast) envoys(w prose.Where, phrase int) []timeline.Party {
	s := c.sentence(w)
	p := &s.Phrases[phrase]
	head := s.Tokens[p.Head].Lower
	if p.Name >= 0 || singular(head) == head || p.To >= len(s.Tokens) || s.Tokens[p.To].Lower != "of" && s.Tokens[p.To].Lower != "from" {
		return nil
	}
	if kind, acts := actorKind(head); !acts || kind != timeline.Group {
		return nil
	}
	of := phraseAt(s, p.To+1)
	if of < 0 {
		return nil
	}
	if all := c.countries(w, s.Phrases[of].Range, s.Phrases[of].Head); all != nil {
		return all
	}
	found := c.row(w, of)
	if len(found) < 2 || slices.ContainsFunc(found, func(p timeline.Party) bool { return !c.isLand(p.Name) }) {
		return nil
	}
	return found
}

// numerals are the numbers of lands that "the three countries" can count.
var numerals = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5}

// countries reads "the three countries": the last lands before it that stood in one row of so many.
func (c *Cast) countries(w prose.Where, r prose.Range, head int) []timeline.Party {
	s := c.sentence(w)
	switch s.Tokens[head].Lower {
	case "countries", "nations", "states", "governments", "neighbours", "neighbors":
	default:
		return nil
	}
	n := 0
	for i := r.From + 1; i < head && n == 0; i++ {
		n = numerals[s.Tokens[i].Lower]
	}
	if n < 3 || s.Tokens[r.From].Lower != "the" && s.Tokens[r.From].Lower != "all" {
		return nil
	}
	limit := r.From
	for range memory {
		for i := len(s.Phrases) - 1; i >= 0; i-- {
			if s.Phrases[i].To > limit || s.Phrases[i].Name < 0 {
				continue
			}
			if found := c.row(w, i); len(found) == n && !slices.ContainsFunc(found, func(p timeline.Party) bool { return !c.isLand(p.Name) }) {
				return found
			}
		}
		if w = c.previous(w); w.Para < 0 {
			return nil
		}
		s = c.sentence(w)
		limit = len(s.Tokens)
	}
	return nil
}

// country resolves "his country" to the land that a person's title or "of" tells.
func (c *Cast) country(w prose.Where, r prose.Range, head int, owner []timeline.Party) []timeline.Party {
	switch c.sentence(w).Tokens[head].Lower {
	case "country", "nation":
	default:
		return nil
	}
	if len(owner) != 1 || owner[0].Kind != timeline.Person {
		return nil
	}
	if land := c.landOfPerson(owner[0].Name); land != "" {
		return []timeline.Party{{Name: land, Kind: timeline.Place}}
	}
	return nil
}

// landOfPerson returns the land that the article gives a person: "Norwegian President Ola Lind", "President Lind of Norway",
// "Norway's president, Ola Lind".
func (c *Cast) landOfPerson(name string) string {
	if land, known := c.homes[name]; known {
		return land
	}
	c.homes[name] = c.home(name)
	return c.homes[name]
}

func (c *Cast) home(name string) string {
	for i := range c.spots {
		sp := &c.spots[i]
		if c.members[sp.member].name != name {
			continue
		}
		s := c.sentence(sp.where)
		if to := sp.name.To; to+1 < len(s.Tokens) && s.Tokens[to].Lower == "of" {
			if m := c.memberAt(sp.where, to+1); m >= 0 && c.members[m].kind != prose.Person && c.members[m].kind != prose.Org {
				return c.members[m].name
			}
		}
		for _, word := range words(sp.title) {
			if land := c.landOfPeople(word); land != "" {
				return land
			}
			if land := landOf(word); land != nil { // "US President"
				if name := longestLand(land, c.texts()); name != "" {
					return name
				}
				return land.Names[0]
			}
		}
		if land := c.landBefore(sp, s); land != "" {
			return land
		}
	}
	return ""
}

// landBefore returns the land that owns the office before a name: "Norway's president, Ola Lind".
func (c *Cast) landBefore(sp *spot, s *prose.Sentence) string {
	for i := sp.name.From - 1; i > 0 && i > sp.name.From-8; i-- {
		if s.Tokens[i].Lower != "'s" && s.Tokens[i].Lower != "'" {
			continue
		}
		for _, n := range c.names[sp.where] {
			if n.To == i {
				if m := c.memberAt(sp.where, n.From); m >= 0 && c.isLand(c.members[m].name) {
					return c.members[m].name
				}
			}
		}
		return ""
	}
	return ""
}

// theirLands returns the lands of persons: "President Lind and her Swedish counterpart Olaf Berg ... the two countries".
func (c *Cast) theirLands(persons []timeline.Party) []timeline.Party {
	var lands []timeline.Party
	for _, p := range persons {
		lands = merge(lands, []timeline.Party{{Name: c.landOfPerson(p.Name), Kind: timeline.Place}})
	}
	return lands
}
