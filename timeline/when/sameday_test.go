package when

import (
	"slices"
	"testing"

	"annals/timeline/prose"
)

func TestSameDay(t *testing.T) {
	for text, want := range map[string]bool{
		"The mayor said before the vote that she was tired.":       true,
		"The mayor said during the debate that she was tired.":     true,
		"The mayor said at the summit that she was tired.":         true,
		"The mayor said after the vote that she was tired.":        false,
		"The mayor said weeks before the vote that she was tired.": false,
	} {
		s := &prose.Read([]string{text}).Paragraphs[0].Sentences[0]
		i := slices.IndexFunc(s.Tokens, func(k prose.Token) bool { return slices.Contains([]string{"before", "during", "at", "after"}, k.Lower) })
		if got := SameDay(s, i); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
