package prose

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestHeadlineTags measures the tags of sentences written as headlines: in title case, and all in capitals, without a full stop.
func TestHeadlineTags(t *testing.T) {
	title := func(w, tag string, first bool) string {
		if !first && (len(w) < 4 || tag == "IN") {
			return w
		}
		r, size := utf8.DecodeRuneInString(w)
		return string(unicode.ToUpper(r)) + w[size:]
	}
	shout := func(w, _ string, _ bool) string { return strings.ToUpper(w) }
	for _, c := range []struct {
		name  string
		write func(w, tag string, first bool) string
		least float64
	}{{"title case", title, 92.5}, {"capitals", shout, 93.5}} {
		right, total := 0, 0
		for _, g := range treebank(t, "gum-dev.conllu.gz") {
			n := len(g.words)
			if n > 0 && g.tags[n-1] == "." {
				n--
			}
			if n < 4 || n > 20 || slices.Contains(g.tags[:n], "UH") {
				continue
			}
			s := Sentence{}
			for i, w := range g.words[:n] {
				w = c.write(w, g.tags[i], i == 0)
				s.Tokens = append(s.Tokens, Token{Text: w, Lower: fold(w)})
			}
			tag(&s, nil)
			for i := range s.Tokens {
				total++
				if s.Tokens[i].Tag.String() == g.tags[i] {
					right++
				}
			}
		}
		accuracy := 100 * float64(right) / float64(total)
		t.Logf("%s: %.2f %% of %d tags right", c.name, accuracy, total)
		if accuracy < c.least {
			t.Errorf("%s: %.2f %% of the tags right, want %.1f", c.name, accuracy, c.least)
		}
	}
}

// TestHeadlineNames checks that capitals alone make no name in a headline.
func TestHeadlineNames(t *testing.T) {
	for text, want := range map[string]string{
		"Minister Sells Port After Court Orders Sale":       "",
		"Norway Tells Ana Ruiz to Leave Oslo by Friday":     "place Norway; person Ana Ruiz; place Oslo",
		"Marco Silva, Ana Ruiz, Clara Lind and Tom Holt":    "person Marco Silva; person Ana Ruiz; person Clara Lind; person Tom Holt",
		"Supreme Court Fines Bank After Two Clerks Confess": "org Supreme Court",
		"The High Court fined the bank after two clerks":    "org High Court",
	} {
		s := &Read([]string{text}).Paragraphs[0].Sentences[0]
		if got := told(s); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
