package prose

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// show writes a predicate as one line: marks, verb, and who stands around it.
func show(s *Sentence, g *Predicate) string {
	var b strings.Builder
	b.WriteString(s.Tokens[g.Head].Lemma)
	if g.Particle >= 0 {
		b.WriteString("+" + s.Tokens[g.Particle].Lower)
	}
	b.WriteString(" " + [...]string{"none", "past", "present", "future"}[g.Tense])
	for _, m := range []struct {
		set  bool
		name string
	}{{g.Perfect, "perfect"}, {g.Progressive, "progressive"}, {g.Passive, "passive"}, {g.Negated, "negated"},
		{g.Conditional, "conditional"}, {g.Scheduled, "scheduled"}} {
		if m.set {
			b.WriteString(" " + m.name)
		}
	}
	if g.Modal != "" {
		b.WriteString(" " + g.Modal)
	}
	phrase := func(name string, k int) {
		if k >= 0 {
			fmt.Fprintf(&b, "; %s %s", name, s.Words(s.Phrases[k].Range))
			for _, c := range s.Phrases[k].Conj {
				b.WriteString(" & " + s.Words(s.Phrases[c].Range))
			}
		}
	}
	phrase("subject", g.Subject)
	phrase("object", g.Object)
	phrase("second", g.Second)
	phrase("agent", g.Agent)
	for _, o := range g.Obliques {
		phrase(s.Tokens[s.Phrases[o].Prep].Lower, o)
	}
	if g.Governor >= 0 {
		fmt.Fprintf(&b, "; %s %s", g.Link, s.Tokens[s.Predicates[g.Governor].Head].Lemma)
	} else if g.Link != "" {
		fmt.Fprintf(&b, "; %s", g.Link)
	}
	return b.String()
}

// TestParse reads testdata/parse.txt: a sentence, then one indented line for each predicate that must be found as written.
func TestParse(t *testing.T) {
	data, err := os.ReadFile("testdata/parse.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]bool
	var all []string
	text := ""
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] != '\t':
			got, all, text = map[string]bool{}, nil, line
			s := &Read([]string{line}).Paragraphs[0].Sentences[0]
			for k := range s.Predicates {
				got[show(s, &s.Predicates[k])] = true
				all = append(all, show(s, &s.Predicates[k]))
			}
		case !got[line[1:]]:
			t.Errorf("line %d: %s\nwant %s\ngot  %s", n+1, text, line[1:], strings.Join(all, "\n     "))
		}
	}
}
