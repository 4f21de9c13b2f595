package when

import (
	"testing"

	"annals/timeline/prose"
)

func TestBehind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"They met two days after the truce began.", "Ago(-2 day)"},
		{"He left a month before the vote.", "Ago(+1 month)"},
		{"They talked for two days.", ""},
		{"They met on Friday after lunch.", ""},
	} {
		got := ""
		for _, s := range prose.Sentences(c.text) {
			for _, e := range Find(&s) {
				if v, ok := Behind(&s, e); ok {
					got += v.String()
				}
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
