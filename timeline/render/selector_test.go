package render

import (
	"strings"
	"testing"

	"annals/timeline"
)

// TestTarget: both selectors select the sentence in the text of the article, whatever bytes stand around it.
func TestTarget(t *testing.T) {
	a := timeline.Article{URL: "https://example.org/a", Paragraphs: []string{
		"Café owners wait.", "The naïve clerk met them. The clerk met them again. “Good,” she said.", "End."}}
	text := []rune(strings.Join(a.Paragraphs, "\n\n"))
	at := strings.LastIndex(a.Paragraphs[1], "met")
	f := timeline.Finding{Event: timeline.Event{Para: 1, Trigger: "met", At: timeline.Span{Start: at, End: at + 3}},
		Grounds: timeline.Grounds{Sentence: "The clerk met them again."}}
	for _, test := range []struct{ sentence, want string }{{f.Grounds.Sentence, f.Grounds.Sentence}, {"not in it", "met"}} {
		f.Grounds.Sentence = test.sentence
		got := eventTarget(a, f)
		quote, position := got.Selector[0].(quoteSelector), got.Selector[1].(positionSelector)
		if got.Source != a.URL || quote.Exact != test.want || string(text[position.Start:position.End]) != test.want {
			t.Errorf("%+v", got)
		}
		if around := quote.Prefix + quote.Exact + quote.Suffix; !strings.Contains(string(text), around) || len([]rune(quote.Prefix)) != aroundQuote {
			t.Errorf("%q is not in the text", around)
		}
	}
	if got := target(a, 9, timeline.Span{}); len(got.Selector) != 0 {
		t.Errorf("%+v", got)
	}
	if got := target(timeline.Article{Path: "a.txt", Paragraphs: []string{"x"}}, 0, timeline.Span{End: 99}); got.Source != "a.txt" || got.Selector[0].(quoteSelector).Exact != "x" {
		t.Errorf("%+v", got)
	}
}
