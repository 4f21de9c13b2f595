package prose

import (
	"fmt"
	"os"
	"slices"
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

// TestParse reads testdata: a sentence, then one indented line for each predicate that must be found as written. A
// sentence marked with ? is a known fault, and fails once it is cured.
func TestParse(t *testing.T) {
	for _, name := range []string{"parse.txt", "corpus.txt", "clauses.txt"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "\n")
		for n := 0; n < len(lines); {
			line := lines[n]
			n++
			if line == "" || line[0] == '#' {
				continue
			}
			at, want := n, []string(nil)
			for ; n < len(lines) && strings.HasPrefix(lines[n], "\t"); n++ {
				want = append(want, lines[n][1:])
			}
			text, fault := strings.CutPrefix(line, "?")
			got := predicates(text)
			missing := slices.DeleteFunc(want, func(w string) bool { return slices.Contains(got, w) })
			switch {
			case fault && len(missing) == 0:
				t.Errorf("%s:%d: the fault is cured; take the mark off: %s", name, at, text)
			case !fault && len(missing) > 0:
				t.Errorf("%s:%d: %s\nwant %s\ngot  %s", name, at, text, strings.Join(missing, "\n     "), strings.Join(got, "\n     "))
			}
		}
	}
}

// predicates shows the predicates of a sentence.
func predicates(text string) []string {
	s := &Read([]string{text}).Paragraphs[0].Sentences[0]
	var all []string
	for k := range s.Predicates {
		all = append(all, show(s, &s.Predicates[k]))
	}
	return all
}
