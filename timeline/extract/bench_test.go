package extract

import (
	"testing"

	"annals/fixtures"
	"annals/timeline"
	"annals/timeline/prose"
	"annals/timeline/read"
	"annals/timeline/what"
	"annals/timeline/when"
	"annals/timeline/who"
)

// BenchmarkExtract measures the extraction from 1,000 articles, whole and by stages; MB/s are of paragraph text.
// One operation is one article. The stages after prose work on texts that prose has read.
func BenchmarkExtract(b *testing.B) {
	articles := pile(b, 1000)
	var texts []*prose.Text
	for _, a := range articles {
		texts = append(texts, prose.Read(a.Paragraphs))
	}
	stage := func(name string, work func(i int)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var bytes int64
			n := 0
			for b.Loop() {
				i := n % len(articles)
				work(i)
				bytes += size(articles[i])
				n++
			}
			b.SetBytes(bytes / int64(n))
		})
	}
	stage("whole", func(i int) { Record(articles[i]) })
	stage("prose", func(i int) { prose.Read(articles[i].Paragraphs) })
	stage("when", func(i int) {
		sentences(texts[i], func(_, _ int, s *prose.Sentence) { when.Find(s) })
	})
	stage("what", func(i int) {
		sentences(texts[i], func(para, sentence int, _ *prose.Sentence) { what.Find(texts[i], para, sentence) })
	})
	stage("who", func(i int) { who.Assemble(texts[i]) })
}

// pile returns n articles made from the fixtures, as package read gives them.
func pile(b *testing.B, n int) []timeline.Article {
	b.Helper()
	files, err := fixtures.Pile(n)
	if err != nil {
		b.Fatal(err)
	}
	var articles []timeline.Article
	for _, f := range files {
		a, err := read.Article(f.Data, read.Options{Path: f.Name})
		if err != nil {
			b.Fatalf("%s: %v", f.Name, err)
		}
		articles = append(articles, a)
	}
	return articles
}

func size(a timeline.Article) (bytes int64) {
	for _, p := range a.Paragraphs {
		bytes += int64(len(p))
	}
	return bytes
}

func sentences(t *prose.Text, visit func(para, sentence int, s *prose.Sentence)) {
	for para := range t.Paragraphs {
		for i := range t.Paragraphs[para].Sentences {
			visit(para, i, &t.Paragraphs[para].Sentences[i])
		}
	}
}
