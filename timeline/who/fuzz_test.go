package who

import (
	"strings"
	"testing"

	"annals/timeline/prose"
)

// FuzzSides asks for every phrase and for the sides of every token of arbitrary text: it never fails, and no party
// is without a name.
func FuzzSides(f *testing.F) {
	f.Add("Anna Webb told the two leaders that she and her aide met them.\nThey said \"we\" left.")
	f.Add("Who was it? \"I,\" said the minister's dog of the US, by the by.")
	f.Add("")
	slots := []prose.Slot{}
	for s := prose.Subject; s <= prose.Through; s++ {
		slots = append(slots, s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x := prose.Read(strings.Split(text, "\n"))
		c := Assemble(x)
		for p := range x.Paragraphs {
			for i := range x.Paragraphs[p].Sentences {
				s := &x.Paragraphs[p].Sentences[i]
				w := prose.Where{Para: p, Sentence: i}
				for ph := range s.Phrases {
					c.Party(p, i, ph)
				}
				for slot := range slots {
					one := slots[slot : slot+1]
					for pr := range s.Predicates {
						c.Sides(w, prose.Frame{Predicate: pr, Noun: -1, Actor: one, Target: one})
					}
					for n := range min(len(s.Tokens), 12) {
						a, b, _, _ := c.Sides(w, prose.Frame{Predicate: -1, Noun: n, Actor: one, Target: one})
						for _, party := range append(a, b...) {
							if strings.TrimSpace(party.Name) == "" {
								t.Errorf("a party without a name in %q", s.Text)
							}
						}
					}
				}
			}
		}
	})
}
