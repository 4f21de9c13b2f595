package what

import (
	"strings"

	"annals/timeline/prose"
)

// power says whether those who act may be somebody who governs: not a common noun such as "company" or "storm", and no
// firm by name. Lands, people and pronouns may be; so may who is not named at all: "the channel was closed".
func (a *scope) power() bool {
	if a.p < 0 {
		return false
	}
	p := &a.s.Predicates[a.p]
	k := p.Doer()
	if k < 0 || k >= len(a.s.Phrases) {
		return true
	}
	who := &a.s.Phrases[k]
	if who.Pronoun || a.phrase(classes["authority"], k) {
		return true
	}
	if who.Name < 0 || who.Name >= len(a.s.Names) {
		return a.s.Tokens[who.Head].Tag.Proper()
	}
	switch n := &a.s.Names[who.Name]; n.Kind {
	case prose.Org, prose.Work, prose.Event, prose.Group:
		return a.authority(n.Range)
	}
	return true
}

// authority says whether a word of a name is that of one who governs: the "Agency" of a long name, or its initials.
func (a *scope) authority(r prose.Range) bool {
	for j := r.From; j < r.To; j++ {
		if t := &a.s.Tokens[j]; classes["authority"][t.Lower] || len(t.Text) >= 2 && len(t.Text) <= 5 && strings.ToUpper(t.Text) == t.Text {
			return true
		}
	}
	return false
}
