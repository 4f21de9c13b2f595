package who

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/prose"
)

// A role can be told apart further by names behind it, or by what the article called it before.

// listed returns the names behind a role that are it or are of it: "firms including Lomond and Dray", "a nurse named
// Clara Lind", "a protester using the pseudonym Kite".
func (c *Cast) listed(w prose.Where, phrase int) []timeline.Party {
	s := c.sentence(w)
	i := s.Phrases[phrase].To
	if i < len(s.Tokens) && s.Tokens[i].Lower == "," {
		i++
	}
	if i+1 >= len(s.Tokens) {
		return nil
	}
	if head := s.Tokens[s.Phrases[phrase].Head].Lower; singular(head) != head {
		switch {
		case s.Tokens[i].Lower == "including":
			return likewise(c.row(w, phraseAt(s, i+1)), head)
		case s.Tokens[i].Lower == "such" && s.Tokens[i+1].Lower == "as":
			return likewise(c.row(w, phraseAt(s, i+2)), head)
		}
		return nil
	}
	named := false
	for ; i < len(s.Tokens) && i < s.Phrases[phrase].To+11; i++ {
		if s.Tokens[i].Tag == prose.CD && named {
			continue
		}
		switch s.Tokens[i].Lower {
		case "pseudonym", "name", "alias", "nickname", "identified", "known", "named", "nicknamed":
			named = true
			continue
		case "-", "year", "old":
			continue // "identified as 34-year-old Paul Brandt"
		case "using", "under", "by", "the", "a", "his", "her", "only", "as", "who", "gave", "giving", "just", "first":
			continue
		}
		if m := c.memberAt(w, i); named && m >= 0 && c.members[m].kind != prose.Place {
			return []timeline.Party{c.partyOf(m)}
		}
		break
	}
	return nil
}

// likewise gives parties that nothing told the kind of that of the noun that they are listed under.
func likewise(found []timeline.Party, noun string) []timeline.Party {
	kind, ok := actorKind(singular(noun))
	for i := range found {
		if ok && found[i].Kind == timeline.Other {
			found[i].Kind = kind
		}
	}
	return found
}

// phraseAt returns the phrase that begins at a token, or -1.
func phraseAt(s *prose.Sentence, token int) int {
	return slices.IndexFunc(s.Phrases, func(p prose.Phrase) bool { return p.From == token })
}

// recall is how many names back somebody is looked for.
const recall = 300

// memory is how many sentences back a role is looked for.
const memory = 12

// sameRole resolves "the ministry" to what the article called it before with more words: "the Ghadir defence ministry".
func (c *Cast) sameRole(w prose.Where, r prose.Range, head int) []timeline.Party {
	s := c.sentence(w)
	if s.Tokens[r.From].Lower != "the" || quoteAt(s, head) >= 0 || head+1 < len(s.Tokens) && s.Tokens[head+1].Lower == "of" {
		return nil
	}
	wanted := s.Tokens[r.From+1 : head+1]
	if general[s.Tokens[head].Lower] || len(wanted) == 0 {
		return nil
	}
	limit := r.From
	for range memory {
		last := sort.Search(len(s.Phrases), func(i int) bool { return s.Phrases[i].To > limit }) - 1
		for i := last; i >= 0 && i > last-nearby; i-- {
			p := &s.Phrases[i]
			if s.Tokens[p.Head].Lower != wanted[len(wanted)-1].Lower || s.Tokens[p.Head].Lower != s.Tokens[p.Head].Text ||
				s.Tokens[p.From].Tag == prose.CD || !holdsTokens(s.Tokens[p.From:p.Head+1], wanted) {
				continue
			}
			if modifiers(s, p) <= len(wanted)-1 && p.Of < 0 && p.Possessor < 0 && len(p.Appos) == 0 {
				continue // says no more
			}
			if found := c.one(w, i); len(found) == 1 && !unicode.IsDigit(first(found[0].Name)) {
				return found
			}
			return nil
		}
		if w = c.previous(w); w.Para < 0 {
			return nil
		}
		s = c.sentence(w)
		limit = len(s.Tokens)
	}
	return nil
}

// general are bodies that there are many of, and "the" one is that of the hour.
var general = map[string]bool{"government": true, "police": true, "army": true, "state": true, "city": true, "country": true, "people": true,
	"public": true, "press": true, "media": true, "sources": true, "source": true}

// modifiers counts the words before the head of a phrase but for articles, counts and owners.
func modifiers(s *prose.Sentence, p *prose.Phrase) int {
	n := 0
	for i := p.From; i < p.Head; i++ {
		if t := &s.Tokens[i]; t.Tag.Noun() || t.Tag == prose.JJ || t.Tag == prose.NoTag {
			n++
		}
	}
	return n
}

// capital resolves a common noun that is written as a name, "the Front", "the Act", to the last name that ends in it.
func (c *Cast) capital(w prose.Where, r prose.Range, head int) int {
	s := c.sentence(w)
	word := s.Tokens[head].Text
	if r.From != head-1 || s.Tokens[r.From].Lower != "the" || !unicode.IsUpper(first(word)) || prose.IsTitle(word) {
		return -1
	}
	for i := c.before(w, r.From) - 1; i >= 0; i-- {
		if m := c.spots[i].member; strings.HasSuffix(c.members[m].name, " "+word) && c.members[m].kind != prose.Person {
			return m
		}
	}
	return -1
}

// holdsTokens says whether all words stand among others.
func holdsTokens(have, wanted []prose.Token) bool {
	for i := range wanted {
		if !slices.ContainsFunc(have, func(t prose.Token) bool { return t.Lower == wanted[i].Lower }) {
			return false
		}
	}
	return true
}

// holder reads an office in small letters before a name: "secretary of state Clara Lind".
func (c *Cast) holder(w prose.Where, head, phrase int) int {
	s := c.sentence(w)
	if phrase < 0 || !prose.IsTitle(s.Tokens[head].Lower) || s.Phrases[phrase].Of < 0 || s.Phrases[phrase].Of >= len(s.Phrases) {
		return -1
	}
	of := &s.Phrases[s.Phrases[phrase].Of]
	if of.Name < 0 || s.Names[of.Name].Kind == prose.Place || s.Names[of.Name].Kind == prose.Org || !s.Tokens[of.From].Tag.Noun() || unicode.IsUpper(first(s.Tokens[of.From].Text)) {
		return -1
	}
	return c.named(w, of.Range, of.Head)
}

// bodyOf resolves "the Sea Org group" to the Sea Org.
func (c *Cast) bodyOf(w prose.Where, r prose.Range, head int) int {
	s := c.sentence(w)
	switch s.Tokens[head].Lower {
	case "group", "organisation", "organization", "movement", "militia", "company", "firm", "party", "network":
	default:
		return -1
	}
	if s.Tokens[r.From].Lower != "the" {
		return -1
	}
	for _, n := range c.names[w] {
		if n.From != r.From+1 || n.To != head {
			continue
		}
		if m := c.memberAt(w, n.From); m >= 0 && (c.members[m].kind == prose.Org || c.members[m].kind == prose.Unknown) {
			return m
		}
	}
	return -1
}

// bench resolves "the justices" and "the highest court" to the court that the article is about.
func (c *Cast) bench(w prose.Where, r prose.Range, head int) int {
	s := c.sentence(w)
	switch s.Tokens[head].Lower {
	case "justices":
		if r.From != head-1 || s.Tokens[r.From].Lower != "the" {
			return -1
		}
	case "court":
		if w := s.Tokens[max(head-1, r.From)].Lower; w != "highest" && w != "top" {
			return -1
		}
	default:
		return -1
	}
	at := c.before(w, r.From)
	for i := at - 1; i >= max(0, at-recall); i-- {
		if m := c.spots[i].member; c.members[m].kind == prose.Org && supreme(c.members[m].name) {
			return m
		}
	}
	return -1
}

// supreme says whether a name is that of a land's or a state's highest court.
func supreme(name string) bool {
	return strings.Contains(name, "Supreme Court") || strings.Contains(name, "High Court") || strings.Contains(name, "Constitutional Court")
}

// instruments are bodies through which their head acts: "Lind said her government would go" tells what Lind will do.
var instruments = map[string]bool{"office": true, "government": true, "administration": true, "cabinet": true, "coalition": true, "forces": true,
	"troops": true, "army": true, "navy": true, "military": true}

// through resolves "her government" to her.
func (c *Cast) through(w prose.Where, r prose.Range, head int) []timeline.Party {
	s := c.sentence(w)
	owner, noun := head-1, s.Tokens[head].Lower
	if c.speaking && noun == "office" {
		return nil // "her office said": it speaks for itself
	}
	if owner < r.From-1 || owner < 0 || !instruments[noun] && !hands[noun] || !possessive(s.Tokens[owner].Lower) && s.Tokens[owner].Lower != "whose" {
		return nil
	}
	if hands[noun] && !doing(s, head) {
		return nil // "banned its members"
	}
	found := c.pronoun(w, owner)
	if len(found) != 1 || hands[noun] && found[0].Kind != timeline.Body && found[0].Kind != timeline.Place {
		return nil
	}
	if unicode.IsUpper(first(found[0].Name)) || hands[noun] {
		return found
	}
	return nil
}

// doing says whether a noun is the subject of a verb that is no passive.
func doing(s *prose.Sentence, head int) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Subject >= 0 && p.Subject < len(s.Phrases) && s.Phrases[p.Subject].Head == head && !p.Passive
	})
}

// hands are persons through whom a body or a land acts: "The union said that its members would march".
var hands = map[string]bool{"members": true, "officials": true, "representatives": true, "fighters": true, "soldiers": true, "diplomats": true,
	"inspectors": true, "negotiators": true, "delegates": true}
