package who

import (
	"slices"
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/prose"
)

// Somebody who has been named is called by what the reader knows of him or of a senator in general: "the Republican
// governor", "the lawmaker", "the Ohio Democrat", "the 61-year-old".

// attributes are words before an office that say how its holder is and not which office it is.
var attributes = map[string]bool{"democratic": true, "republican": true, "conservative": true, "labour": true, "liberal": true, "socialist": true,
	"leftist": true, "rightist": true, "centrist": true, "populist": true, "incumbent": true, "outgoing": true, "incoming": true, "embattled": true,
	"sitting": true, "longtime": true, "veteran": true, "new": true, "current": true, "then": true, "ousted": true, "deposed": true, "newly": true,
	"elected": true, "late": true, "disgraced": true, "impeached": true, "ailing": true, "young": true, "aging": true, "ageing": true}

// epithet finds the person whom a definite role means by another word than the article's title for it.
func (c *Cast) epithet(w prose.Where, r prose.Range, head int) []timeline.Party {
	s := c.sentence(w)
	if s.Tokens[r.From].Lower != "the" || quoteAt(s, head) >= 0 || head+1 < len(s.Tokens) && s.Tokens[head+1].Lower == "of" {
		return nil
	}
	noun := s.Tokens[head].Lower
	from, land := r.From+1, ""
	for from < head {
		if people := c.landOfPeople(s.Tokens[from].Text); people != "" {
			land = people
		} else if !attributes[s.Tokens[from].Lower] {
			break
		}
		from++
	}
	if from != head {
		return nil
	}
	wanted := epithets[noun]
	if from > r.From+1 {
		wanted = append([]string{noun}, wanted...)
	}
	at := c.before(w, r.From)
	for i := at - 1; i >= max(0, at-recall) && len(wanted) > 0; i-- {
		m := c.spots[i].member
		if c.members[m].kind != prose.Person || c.spots[i].quoted || land != "" && c.landOfPerson(c.members[m].name) != land {
			continue
		}
		if slices.ContainsFunc(wanted, func(word string) bool { return c.fits(i, []string{word}) }) {
			return []timeline.Party{c.partyOf(m)}
		}
	}
	return nil
}

// partisan finds whom "the Ohio Democrat", "the Texan" and "the 61-year-old" mean: the person whom the sentences before are about.
func (c *Cast) partisan(w prose.Where, p *prose.Phrase) []timeline.Party {
	s := c.sentence(w)
	if s.Tokens[p.From].Lower != "the" || quoteAt(s, p.Head) >= 0 || len(p.Conj)+len(p.Appos) > 0 || p.Head+1 < p.To || !belongs(&s.Tokens[p.Head]) && !aged(s, p) {
		return nil
	}
	limit := p.From
	for range 3 {
		if found := c.candidate(w, limit, search{sort: "person"}); found != nil {
			return found
		}
		if w = c.previous(w); w.Para < 0 {
			break
		}
		limit = len(c.sentence(w).Tokens)
	}
	return nil
}

// belongs says whether a noun is of one member of a party or a people.
func belongs(t *prose.Token) bool {
	switch t.Text {
	case "Republican", "Democrat", "Conservative", "Tory", "Liberal", "Socialist", "Texan", "Californian", "Briton", "Scot", "Pole", "Dane", "Swede",
		"Turk", "Spaniard", "Frenchman", "Englishman", "Irishman", "Dutchman":
		return true
	}
	return unicode.IsUpper(first(t.Text)) && t.Tag == prose.NN && (strings.HasSuffix(t.Text, "ian") || strings.HasSuffix(t.Text, "can"))
}

// aged says whether a phrase is a person by age: "the 61-year-old", "the 61-year-old lawyer".
func aged(s *prose.Sentence, p *prose.Phrase) bool {
	for i := p.From + 1; i <= p.Head; i++ {
		if t := s.Tokens[i].Lower; strings.HasSuffix(t, "-year-old") || t == "old" && i > 1 && s.Tokens[i-1].Lower == "-" {
			return true
		}
	}
	return false
}
