package score_test

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"annals/fixtures"
	"annals/timeline/read"
	"annals/timeline/score"
)

// Every fixture article has gold, in reading order, and every row of it agrees with the article as package read
// reads it.
func TestFixturesAgreeWithTheirArticles(t *testing.T) {
	names, err := fs.Glob(fixtures.Files, "articles/*")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 12 {
		t.Errorf("%d articles, want 12 or more", len(names))
	}
	kinds := map[string]int{}
	for _, name := range names {
		kinds[path.Ext(name)]++
		base := strings.TrimSuffix(path.Base(name), path.Ext(name))
		t.Run(base, func(t *testing.T) { checkFixture(t, name, "gold/"+base+".jsonl") })
	}
	for _, kind := range []string{".txt", ".md", ".html"} {
		if kinds[kind] < 2 {
			t.Errorf("%d articles in %s, want 2 or more", kinds[kind], kind)
		}
	}
}

func checkFixture(t *testing.T, article, gold string) {
	data, err := fs.ReadFile(fixtures.Files, article)
	if err != nil {
		t.Fatal(err)
	}
	a, err := read.Article(data, read.Options{Path: article})
	if err != nil {
		t.Fatal(err)
	}
	f, err := fixtures.Files.Open(gold)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := score.ReadGold(f, gold)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 {
		t.Errorf("%s: no events", gold)
	}
	last := 0
	for i, g := range rows {
		if err := g.Check(a.Paragraphs); err != nil {
			t.Errorf("%s:%d: %v", gold, i+1, err)
		}
		if g.Para < last {
			t.Errorf("%s:%d: paragraph %d after paragraph %d", gold, i+1, g.Para, last)
		}
		last = g.Para
	}
}
