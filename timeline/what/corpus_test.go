package what

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"annals/timeline"
	"annals/timeline/prose"
)

// TestCorpus holds each line of the corpora against what Find reads in its sentence.
func TestCorpus(t *testing.T) {
	types := map[string]bool{}
	corpora, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(corpora) == 0 {
		t.Fatal("no corpus", err)
	}
	for _, name := range corpora {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(data), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			sentence, want, ok := strings.Cut(strings.TrimPrefix(line, "?"), "\t")
			if !ok {
				t.Fatalf("%s:%d: want a sentence, a tab and what it reports", name, n+1)
			}
			types[strings.Fields(want)[0]] = true
			got := reported(sentence)
			switch fault := strings.HasPrefix(line, "?"); {
			case got != want && !fault:
				t.Errorf("%s:%d: %s\n\tgot  %s\n\twant %s", name, n+1, sentence, got, want)
			case got == want && fault:
				t.Errorf("%s:%d: the fault is cured; take the mark off: %s", name, n+1, sentence)
			}
		}
	}
	for _, row := range timeline.Types {
		if !types[string(row.Type)] {
			t.Errorf("no line of the corpus reports a %s", row.Type)
		}
	}
}

// inCode are the classes that Go code names, not a line of a list.
var inCode = map[string]bool{"paper": true, "oathword": true, "hearing": true, "plurals": true, "copula": true, "vagueword": true, "boss": true, "epithet": true, "institution": true, "partisan": true, "officialdom": true, "act": true}

func reported(sentence string) string {
	text := prose.Read([]string{sentence})
	var out []string
	for i := range text.Paragraphs[0].Sentences {
		s := &text.Paragraphs[0].Sentences[i]
		for _, m := range Find(text, 0, i) {
			if m.Noun && m.Dated {
				continue // counts only beside a date, which this package does not know
			}
			told := fmt.Sprintf("%s %s %s", m.Type, s.Words(m.Trigger), m.Modality)
			if m.Dated {
				told += " if dated"
			}
			out = append(out, told)
		}
	}
	if out == nil {
		return "-"
	}
	return strings.Join(out, "; ")
}

// TestLists pairs the types with their files and every word class with a line that names it.
func TestLists(t *testing.T) {
	entries, err := files.ReadDir("lexicon")
	if err != nil {
		t.Fatal(err)
	}
	used := ""
	for _, e := range entries {
		data, err := files.ReadFile("lexicon/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if name := strings.TrimSuffix(e.Name(), ".txt"); name != "class" {
			used += string(data)
			if !timeline.Type(name).Known() {
				t.Errorf("lexicon/%s is the list of no type", e.Name())
			}
		}
	}
	for name := range classes {
		if !regexp.MustCompile(`[=|]`+regexp.QuoteMeta(name)+`[\s|]`).MatchString(used) && !inCode[name] {
			t.Errorf("class %q is named by no line", name)
		}
	}
}

// Every condition that a line asks for stands in the table that explains them.
func TestConditionsExplained(t *testing.T) {
	table, err := os.ReadFile("lexicon/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, entries := range triggers {
		for _, e := range entries {
			for _, c := range strings.Fields(e.line.Field(4)) {
				name, _, _ := strings.Cut(c, "=")
				if !prepositions[name] && !strings.Contains(string(table), "`"+name) {
					t.Errorf("%s: lexicon/README.md explains no condition %q", e.line.Where(), name)
				}
			}
		}
	}
}

// No line hides another: two of one list that hold under the same conditions are one.
func TestNoHiddenLines(t *testing.T) {
	seen := map[string]string{}
	for _, entries := range triggers {
		for _, e := range entries {
			conditions := slices.DeleteFunc(strings.Fields(e.line.Field(4)), func(c string) bool { return strings.HasPrefix(c, "family=") })
			slices.Sort(conditions)
			key := fmt.Sprint(e.kind, e.trigger, e.noun, conditions)
			if first, ok := seen[key]; ok {
				t.Errorf("%s: %q stands already in %s", e.line.Where(), e.trigger, first)
			}
			seen[key] = e.line.Where()
		}
	}
}
