package prose

import (
	"io/fs"
	"strings"
	"testing"

	"annals/fixtures"
)

// news returns the paragraphs of the articles made for this project.
func news(tb testing.TB) (articles [][]string, size int64) {
	names, err := fs.Glob(fixtures.Files, "articles/*.txt")
	if err != nil {
		tb.Fatal(err)
	}
	for _, name := range names {
		data, err := fixtures.Files.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		article := strings.Split(string(data), "\n\n")
		for _, p := range article {
			size += int64(len(p))
		}
		articles = append(articles, article)
	}
	return articles, size
}

// BenchmarkNews measures each stage on all the articles of this project; an operation is all of them.
func BenchmarkNews(b *testing.B) {
	articles, size := news(b)
	stage := func(name string, work func(article []string)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, a := range articles {
					work(a)
				}
			}
		})
	}
	stage("sentences", func(article []string) {
		for _, p := range article {
			Sentences(p)
		}
	})
	var sentences []Sentence
	for _, a := range articles {
		for _, p := range a {
			sentences = append(sentences, Sentences(p)...)
		}
	}
	b.Run("tags", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for i := range sentences {
				tag(&sentences[i], nil)
			}
		}
	})
	stage("everything", func(article []string) { Read(article) })
}
