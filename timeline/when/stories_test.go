package when

import (
	"os"
	"strings"
	"testing"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// TestStories reads whole paragraphs, in which a time goes on from those before it. Each time of testdata/stories.txt
// stands in brackets with its TIMEX3 value behind a bar, all as they should be: what is not read right is not in the file.
func TestStories(t *testing.T) {
	const file = "testdata/stories.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	comment, rest, ok := strings.Cut(string(data), "\n\n== ")
	if !ok {
		t.Fatalf("%s: no story begins with ==", file)
	}
	out := comment
	for _, story := range strings.Split(rest, "\n== ") {
		day, text, _ := strings.Cut(strings.TrimSpace(story), "\n")
		published, err := edtf.ParseDay(day)
		if err != nil {
			t.Fatalf("%s: %s: %v", file, day, err)
		}
		got, want := annotate(published, strings.Split(unmarked(text), "\n\n")), text
		if got != want && !*update {
			t.Errorf("said on %s\n got %s\nwant %s", day, got, want)
		}
		out += "\n\n== " + day + "\n" + got
	}
	if *update {
		if err := os.WriteFile(file, []byte(out+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// unmarked takes the marks off a text.
func unmarked(text string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		mark, after, _ := strings.Cut(rest, "]")
		words, _, _ := strings.Cut(mark, "|")
		b.WriteString(words)
		text = after
	}
}

// annotate marks the times of the paragraphs of a text.
func annotate(published edtf.Day, paragraphs []string) string {
	var all []prose.Sentence
	var in []int // the paragraph of each sentence
	for i, p := range prose.Read(paragraphs).Paragraphs {
		for _, s := range p.Sentences {
			all, in = append(all, s), append(in, i)
		}
	}
	story := Begin(published, all)
	out := make([]string, len(paragraphs))
	at := make([]int, len(paragraphs))
	for i := range all {
		p := in[i]
		found := story.Find(&all[i])
		for k, placed := range story.Place(&all[i], found) {
			span := found[k].Span
			out[p] += paragraphs[p][at[p]:span.Start] + "[" + paragraphs[p][span.Start:span.End] + "|" + placed.Val + "]"
			at[p] = span.End
		}
	}
	for p := range out {
		out[p] += paragraphs[p][at[p]:]
	}
	return strings.Join(out, "\n\n")
}
