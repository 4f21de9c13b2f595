package read

import (
	"strings"
	"testing"

	"annals/timeline/edtf"
)

// TestLocate reads a page and looks at what stands at the places of its paragraphs.
func TestLocate(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>The dam</title><script>var x = "The dam is closed.";</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>The dam</h1>
<p>The dam is closed, <b>engineer Lena&nbsp;Brandt</b> said &amp; wrote on
 Monday.</p><p>“Nobody was told,” said the mayor of Søvik.</p></article></body></html>`
	a, err := Article([]byte(page), Options{Path: "dam.html", Published: edtf.DayOf(2025, 9, 12)})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Places) != len(a.Paragraphs) || len(a.Places) == 0 {
		t.Fatalf("%d paragraphs have %d places", len(a.Paragraphs), len(a.Places))
	}
	var got []string
	for _, p := range a.Places {
		got = append(got, page[p.Start:p.End])
	}
	all := strings.Join(got, "|")
	for _, want := range []string{"The dam is closed, <b>engineer Lena&nbsp;Brandt</b> said &amp; wrote on\n Monday.", "“Nobody was told,” said the mayor of Søvik."} {
		if !strings.Contains(all, want) {
			t.Errorf("no place holds %q; they hold %q", want, got)
		}
	}
}

// TestLocateLost: what cannot be found again has no place, and nothing is guessed.
func TestLocateLost(t *testing.T) {
	if got := locate("<p>One thing.</p>", []string{"One thing.", "Another thing."}); got != nil {
		t.Errorf("got %v", got)
	}
}

// TestLocateGap: a paragraph is found by its ends where a mark inside it was left out.
func TestLocateGap(t *testing.T) {
	page := "<p>The harbour council of the northern island closed the old customs bridge<sup>[3]</sup> in the spring of the year after the second great flood.</p>"
	want := "The harbour council of the northern island closed the old customs bridge in the spring of the year after the second great flood."
	got := locate(page, []string{want})
	if len(got) != 1 || !strings.HasPrefix(page[got[0].Start:], "The harbour") || !strings.HasSuffix(page[:got[0].End], "great flood.") {
		t.Errorf("got %v", got)
	}
}
