package when

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

var update = flag.Bool("update", false, "rewrite testdata/corpus.txt with what is read now; look at the difference")

const corpusFile = "testdata/corpus.txt"

// example is a line of the corpus: a sentence, what it is placed by, and what is read, under its heading if it has one.
// Anchors are written as "future" and "last=2020-05"; every sentence was said on the same Friday.
type example struct{ heading, sentence, anchor, want string }

var saidOn = edtf.DayOf(2025, 9, 12)

func (x example) settings(t testing.TB) Anchor {
	a := Anchor{Day: saidOn, From: "publication"}
	for _, f := range strings.Fields(x.anchor) {
		last, ok := strings.CutPrefix(f, "last=")
		switch {
		case f == "future":
			a.Direction = Future
		case f == "narrative":
			a.Narrative = true
		case ok:
			d, err := edtf.Parse(last)
			if err != nil {
				t.Fatal(err)
			}
			a.Last = d
		case f != "-":
			t.Fatalf("%s: unknown anchor %q", x.sentence, f)
		}
	}
	return a
}

// read writes what is found in x as "text = date earliest..latest TYPE value".
func (x example) read(t testing.TB) string {
	a := x.settings(t)
	var out []string
	for _, s := range prose.Sentences(x.sentence) {
		story := Story{Narrative: a.Narrative}
		if a.Narrative {
			story.age = afterChrist
		}
		for _, e := range compose(&s, story.Find(&s)) {
			p := e.Value.Resolve(a)
			line := x.sentence[e.Span.Start:e.Span.End] + " ="
			if !p.Date.IsZero() {
				line += fmt.Sprintf(" %s %s..%s", p.Date, p.Earliest, p.Latest)
			}
			if p.Type != "DATE" || p.Date.IsZero() || p.Val != p.Date.String() {
				line += " " + p.Type + " " + p.Val
			}
			out = append(out, line)
		}
	}
	if out == nil {
		return "none"
	}
	return strings.Join(out, "; ")
}

func corpus(t testing.TB) []example {
	data, err := os.ReadFile(corpusFile)
	if err != nil {
		t.Fatal(err)
	}
	var all []example
	heading := ""
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			heading += line
			continue
		}
		f := append(strings.Split(strings.TrimSuffix(line, "\n"), "\t"), "-", "")
		all = append(all, example{heading, f[0], f[1], f[2]})
		heading = ""
	}
	return all
}

func TestCorpus(t *testing.T) {
	var out strings.Builder
	for _, x := range corpus(t) {
		got := x.read(t)
		if got != x.want && !*update {
			t.Errorf("%s (%s)\n got %s\nwant %s", x.sentence, x.anchor, got, x.want)
		}
		fmt.Fprintf(&out, "%s%s\t%s\t%s\n", x.heading, x.sentence, x.anchor, got)
	}
	if *update {
		if err := os.WriteFile(corpusFile, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRulesReached fails for a rule that no line of the corpus reaches, as an expression or as a part of one.
func TestRulesReached(t *testing.T) {
	m := theMachine()
	reached := map[int]bool{}
	var mark func(n *node)
	mark = func(n *node) {
		reached[n.rule] = true
		for _, it := range n.items {
			if it.kid != nil {
				mark(it.kid)
			}
		}
	}
	for _, x := range corpus(t) {
		for _, s := range prose.Sentences(x.sentence) {
			ps := m.pieces(&s, nil)
			for i := range ps {
				e, n := m.at(&s, ps, i)
				if e.Value == nil && n == 1 {
					continue
				}
				for r := range rules {
					if e.Value != nil && rules[r].name != e.Rule || rules[r].name[0] == '_' {
						continue
					}
					if root := m.derive(r, ps, i, i+n); root != nil {
						mark(root)
					}
				}
			}
		}
	}
	for r := range rules {
		if !reached[r] {
			t.Errorf("rule %q: no line of the corpus reaches it", rules[r].name)
		}
	}
}
