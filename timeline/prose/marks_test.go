package prose

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A mark is a sentence or a quotation of an article: paragraph, S or Q, first byte, end.
type mark struct {
	article string
	para    int
	kind    string
	Span
}

// TestMarks measures the bounds of sentences and quotations on articles in which they are marked by hand. MARKS names
// the file: an article's path, its paragraph, S or Q, the first byte and the end, a line each; MARKS=print prints what is
// found instead, to be corrected.
func TestMarks(t *testing.T) {
	name := os.Getenv("MARKS")
	if name == "" {
		t.Skip("no marked articles: set MARKS")
	}
	articles, err := filepath.Glob("../../../shared/gold/*/*.txt")
	if err != nil || len(articles) == 0 {
		t.Skip("no articles beside this working copy")
	}
	found := map[mark]bool{}
	for _, a := range articles {
		data, err := os.ReadFile(a)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range marksOf(filepath.Base(a), string(data)) {
			found[m] = true
			if name == "print" {
				fmt.Printf("%s\t%d\t%s\t%d\t%d\n", m.article, m.para, m.kind, m.Start, m.End)
			}
		}
	}
	if name != "print" {
		compareMarks(t, name, found)
	}
}

// marksOf reads an article, whose head is its first paragraph.
func marksOf(name, article string) []mark {
	var all []mark
	paragraphs := strings.Split(strings.TrimSpace(article), "\n\n")[1:]
	text := Read(paragraphs)
	for p := range text.Paragraphs {
		quotes := map[int]Span{}
		var order []int
		for i := range text.Paragraphs[p].Sentences {
			s := &text.Paragraphs[p].Sentences[i]
			all = append(all, mark{name, p, "S", s.Span})
			for _, q := range s.Quotes {
				span := s.SpanOf(q.Range)
				if first, begun := quotes[q.ID]; begun {
					span.Start = first.Start
				} else {
					order = append(order, q.ID)
				}
				quotes[q.ID] = span
			}
		}
		for _, id := range order {
			all = append(all, mark{name, p, "Q", quotes[id]})
		}
	}
	return all
}

func compareMarks(t *testing.T, name string, found map[mark]bool) {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	counts := map[string]*tally{"S": {}, "Q": {}}
	for m := range found {
		counts[m.kind].system++
	}
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		var m mark
		if _, err := fmt.Sscanf(scanner.Text(), "%s\t%d\t%s\t%d\t%d", &m.article, &m.para, &m.kind, &m.Start, &m.End); err != nil {
			t.Fatal(err, scanner.Text())
		}
		counts[m.kind].gold++
		if found[m] {
			counts[m.kind].both++
		} else {
			t.Logf("missed %+v", m)
		}
		delete(found, m)
	}
	for m := range found {
		t.Logf("wrong %+v", m)
	}
	for kind, least := range map[string]float64{"S": 98.5, "Q": 98} {
		c := counts[kind]
		t.Logf("%s F1 %.1f (%d marked, %d found, %d right)", kind, c.f1(), c.gold, c.system, c.both)
		if c.f1() < least {
			t.Errorf("%s F1 %.1f, want %.1f", kind, c.f1(), least)
		}
	}
}
