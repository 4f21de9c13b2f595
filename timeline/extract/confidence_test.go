package extract_test

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"annals/fixtures"
	"annals/timeline"
	"annals/timeline/extract"
	"annals/timeline/read"
	"annals/timeline/score"
)

// TestReliability measures on the fixtures how often events of a confidence are right: about as often as it says or
// oftener, and the surer the oftener. Run with -v it prints the table.
func TestReliability(t *testing.T) {
	articles := fixtureArticles(t)
	bins := []struct{ from, to int }{{0, 70}, {70, 80}, {80, 101}}
	last := 0.0
	for _, b := range bins {
		part := make([]score.Article, len(articles))
		sum := 0
		for i, a := range articles {
			part[i] = a
			part[i].Found = nil
			for _, e := range a.Found {
				if b.from <= e.Confidence && e.Confidence < b.to {
					part[i].Found = append(part[i].Found, e)
					sum += e.Confidence
				}
			}
		}
		r := score.Score(part).Timeline
		if r.Found < 20 {
			t.Logf("%3d to %3d: only %d events", b.from, b.to-1, r.Found)
			continue
		}
		right, said := 100*float64(r.Right)/float64(r.Found), float64(sum)/float64(r.Found)
		t.Logf("%3d to %3d: %3d events, said %.0f, right %.0f %%", b.from, b.to-1, r.Found, said, right)
		if right < said-12 { // it may say less, for the fixtures are easier than the wire
			t.Errorf("confidence %d to %d: said %.0f, right %.0f %%", b.from, b.to-1, said, right)
		}
		if right < last-5 {
			t.Errorf("confidence %d to %d: right %.0f %%, less than the %.0f %% of the bin before", b.from, b.to-1, right, last)
		}
		last = right
	}
}

func fixtureArticles(t *testing.T) []score.Article {
	t.Helper()
	names, err := fs.Glob(fixtures.Files, "gold/*.jsonl")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	var articles []score.Article
	for _, name := range names {
		f, err := fixtures.Files.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := score.ReadGold(f, name)
		_ = f.Close()
		if err != nil {
			t.Fatal(err)
		}
		article := fixtureArticle(t, strings.TrimSuffix(path.Base(name), ".jsonl"))
		a := score.Article{Name: name, Paragraphs: article.Paragraphs, Gold: gold, Found: extract.Events(article)}
		articles = append(articles, a)
	}
	return articles
}

func fixtureArticle(t *testing.T, base string) timeline.Article {
	t.Helper()
	for _, extension := range []string{".txt", ".md", ".html"} {
		name := "articles/" + base + extension
		data, err := fixtures.Files.ReadFile(name)
		if err != nil {
			continue
		}
		a, err := read.Article(data, read.Options{Path: name})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	t.Fatalf("no article %s", base)
	return timeline.Article{}
}
