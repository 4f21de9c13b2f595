package who

import (
	"slices"
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/prose"
)

// A role that no name fills is called as the text has it: "police in Oslo", "two people briefed on the talks".

var articles = map[string]bool{"the": true, "a": true, "an": true, "some": true, "this": true, "these": true, "those": true, "that": true,
	"several": true, "many": true, "its": true, "our": true, "their": true, "his": true, "her": true, "my": true, "your": true, "one": true}

// hundreds make one number with "several" or "a" before them.
var hundreds = map[string]bool{"hundred": true, "thousand": true, "dozen": true, "million": true}

// extent are words before a role that only say how many or which of them.
var extent = map[string]bool{"about": true, "around": true, "nearly": true, "almost": true, "roughly": true, "approximately": true, "other": true,
	"own": true, "more": true, "such": true, "even": true, "only": true, "same": true, "very": true, "just": true, "various": true, "certain": true,
	"over": true, "at": true, "least": true, "most": true, "less": true, "fewer": true, "than": true, "up": true, "to": true, "as": true, "few": true}

// roleName is a role as the text has it, without its article, with its owner and its "of".
func (c *Cast) roleName(w prose.Where, r prose.Range, head, phrase int) string {
	s := c.sentence(w)
	from, to := r.From, max(r.To, head+1)
	owner := ""
	if from < head && possessive(s.Tokens[from].Lower) {
		if o := c.pronoun(w, from); len(o) == 1 {
			owner = o[0].Name + "'s "
		}
	}
	if phrase >= 0 {
		p := &s.Phrases[phrase]
		if o := p.Possessor; o >= 0 && o != phrase && o < len(s.Phrases) && s.Phrases[o].From < from {
			owner, from = c.ownerName(w, o, from)
		}
		to = c.tail(s, phrase, to)
	}
	for from < head && (articles[s.Tokens[from].Lower] && !hundreds[s.Tokens[from+1].Lower] || extent[s.Tokens[from].Lower] || s.Tokens[from].Lower == ",") {
		from++
	}
	return owner + clean(s.Words(prose.Range{From: from, To: to}))
}

// ownerName is the owner of a role with its "'s ": a name in its fullest form, else as the text has it, and then the
// role begins with it.
func (c *Cast) ownerName(w prose.Where, owner, from int) (string, int) {
	s := c.sentence(w)
	o := &s.Phrases[owner]
	if o.Pronoun || isPronoun(&s.Tokens[o.Head]) {
		if found := c.one(w, owner); len(found) == 1 && found[0].Kind == timeline.Person && unicode.IsUpper(first(found[0].Name)) {
			return found[0].Name + "'s ", from
		}
		return "", from
	}
	if m := c.named(w, o.Range, o.Head); m >= 0 && o.Possessor < 0 {
		name := c.members[m].name
		if strings.HasSuffix(name, "s") && o.To < len(s.Tokens) && s.Tokens[o.To].Lower == "'" {
			return name + "' ", from
		}
		return name + "'s ", from
	}
	return "", o.From
}

// tail carries the end of a role over what "of" ties to it, and over the place or body behind a function: "members of
// the board of the bank", "police in Oslo", "a spokesman for Norway's governor".
func (c *Cast) tail(s *prose.Sentence, phrase, to int) int {
	for range 3 {
		next := slices.IndexFunc(s.Phrases, func(p prose.Phrase) bool {
			return p.From > to && p.Prep == to && !p.Pronoun && !possessive(s.Tokens[p.Head].Lower)
		})
		if next < 0 || !narrows(s, to, next) {
			break
		}
		to = s.Phrases[next].To
		if q := &s.Phrases[next]; q.Name >= 0 && s.Names[q.Name].To < to && timely(&s.Tokens[to-1]) {
			return s.Names[q.Name].To // "the prosecutor of Arlen two days later"
		}
		if and := namesake(s, next, to); and > to {
			return and
		}
	}
	return to
}

// narrows says whether a phrase and the preposition at a token before it tell which role is meant.
func narrows(s *prose.Sentence, prep, phrase int) bool {
	p := &s.Phrases[phrase]
	switch s.Tokens[prep].Lower {
	case "of":
		return !s.Temporal(phrase) && s.Tokens[p.Head].Lower != "time" // "the minister of the day"
	case "in", "from", "for":
		switch s.Tokens[prep-1].Lower {
		case "soldiers", "troops", "forces": // "the withdrawal of soldiers from Norway"
			return false
		}
		return p.Name >= 0 || titled(s, p.Range) || s.Tokens[prep].Lower == "for" && actors[s.Tokens[p.Head].Lower] == timeline.Body || s.Tokens[p.From].Tag == prose.CD && actors[singular(s.Tokens[p.Head].Lower)] == timeline.Body // "lawmakers from 13 states"
	}
	return false
}

// namesake returns the end of the name that "and" ties to the name of a phrase: "judges in Norway and Sweden". Where there is
// none it is to.
func namesake(s *prose.Sentence, phrase, to int) int {
	if s.Phrases[phrase].Name < 0 || to >= len(s.Tokens) || s.Tokens[to].Lower != "and" {
		return to
	}
	and := phraseAt(s, to+1)
	if and < 0 || s.Phrases[and].Name < 0 || s.Names[s.Phrases[and].Name].Kind != s.Names[s.Phrases[phrase].Name].Kind || s.Names[s.Phrases[and].Name].Kind != prose.Place {
		return to
	}
	return s.Phrases[and].To
}

func possessive(word string) bool {
	switch word {
	case "his", "her", "their", "its":
		return true
	}
	return false
}
