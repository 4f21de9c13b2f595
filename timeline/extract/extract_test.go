package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"annals/timeline"
	"annals/timeline/edtf"
)

// update says to rewrite the findings of the articles in testdata, as make golden does.
var update = os.Getenv("ANNALS_GOLDEN") == "rewrite"

// TestArticles extracts each article in testdata and checks the findings that stand behind it.
func TestArticles(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no articles in testdata", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, e := range Events(parse(t, string(a.Files[0].Data))) {
				lines = append(lines, line(e))
			}
			got := strings.Join(lines, "\n") + "\n"
			if update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("%s: findings (-want +got):\n%s", name, diff)
			}
		})
	}
}

func parse(t *testing.T, text string) timeline.Article {
	t.Helper()
	head, body, ok := strings.Cut(text, "\n\n")
	published, found := strings.CutPrefix(head, "published: ")
	if !ok || !found {
		t.Fatalf("want a line published: YYYY-MM-DD and an empty line, got %q", head)
	}
	day, err := edtf.ParseDay(published)
	if err != nil {
		t.Fatal(err)
	}
	return timeline.Article{Published: day, Paragraphs: strings.Split(strings.TrimSpace(body), "\n\n")}
}

// line prints an event as testdata has it: paragraph, type, trigger, date, basis, modality, actors > targets.
func line(e timeline.Event) string {
	date := e.Date.String()
	if date == "" {
		date = "-"
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s %q %s %s %s %s > %s", e.Para, e.Type, e.Trigger, date, e.Basis, e.Modality, names(e.Actors), names(e.Targets)))
}

func names(parties []timeline.Party) string {
	var out []string
	for _, p := range parties {
		out = append(out, p.Name)
	}
	return strings.Join(out, ", ")
}

// FuzzRecord feeds arbitrary paragraphs: spans must lie inside the text, bounds must be in order, and the second
// run must give what the first gave.
func FuzzRecord(f *testing.F) {
	f.Add("The minister told the committee on Friday that “the port” was closed.\n\nHe resigned in May, the ministry said.")
	f.Add("\xff\xfe told on Monday \"and")
	f.Fuzz(func(t *testing.T, text string) {
		a := timeline.Article{Published: edtf.DayOf(2025, 9, 12)}
		for _, p := range strings.Split(text, "\n\n") {
			if p = strings.TrimSpace(p); p != "" {
				a.Paragraphs = append(a.Paragraphs, p)
			}
		}
		r := Record(a)
		for _, e := range r.Findings {
			p := a.Paragraphs[e.Para]
			if e.At.Start < 0 || e.At.End > len(p) || e.At.Start >= e.At.End || p[e.At.Start:e.At.End] != e.Trigger {
				t.Errorf("trigger %q stands at %v of %q", e.Trigger, e.At, p)
			}
			if utf8.ValidString(p) && !utf8.ValidString(e.Trigger) {
				t.Errorf("trigger %q cuts a rune", e.Trigger)
			}
			if e.Earliest != 0 && e.Latest != 0 && e.Earliest > e.Latest {
				t.Errorf("%v: earliest %v, latest %v", e.Date, e.Earliest, e.Latest)
			}
		}
		if !reflect.DeepEqual(r, Record(a)) {
			t.Error("two runs differ")
		}
	})
}
