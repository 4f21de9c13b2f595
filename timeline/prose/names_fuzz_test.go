package prose

import (
	"strings"
	"testing"
)

// FuzzNames reads arbitrary text: names stand in order, inside their sentence and not in each other, quotes lie in
// their sentence and belong to a quotation, and every quotation has a part.
func FuzzNames(f *testing.F) {
	for _, seed := range []string{
		"The Ministry of the Interior (MoI) fined \"Hart & Lowe, Jr.\" — and O'Neil's.",
		"“One.\n“Two,” said U.S. Gen. Ann-Marie al-Tor of the People's Bank, of, for and on the",
		"'Tis the workers' union 'of' McX'; Chan-o-cha v. May 2020 May said '",
		"", "\"", "’s ‘ ’", "10 Downing Street 116th Congress G7 (G7) (", "of of of The Of A-",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x := Read(strings.Split(text, "\n"))
		for _, p := range x.Paragraphs {
			for i := range p.Sentences {
				checkNames(t, x, &p.Sentences[i])
			}
		}
		for id, q := range x.Quotations {
			if len(q.Parts) == 0 {
				t.Errorf("quotation %d has no part", id)
			}
		}
	})
}

func checkNames(t *testing.T, x *Text, s *Sentence) {
	t.Helper()
	last := 0
	for _, n := range s.Names {
		if n.From < last || n.To <= n.From || n.To > len(s.Tokens) {
			t.Errorf("name %v after %d in %d tokens of %q", n.Range, last, len(s.Tokens), s.Text)
		}
		if n.Title.From > n.Title.To || n.Title.From < 0 || n.Title.From < n.Title.To && n.Title.To > n.From {
			t.Errorf("title %v of name %v in %q", n.Title, n.Range, s.Text)
		}
		last = n.To
	}
	for _, q := range s.Quotes {
		if q.From >= q.To || q.To > len(s.Tokens) || q.ID < 0 || q.ID >= len(x.Quotations) {
			t.Errorf("quote %+v in %d tokens of %q", q, len(s.Tokens), s.Text)
		}
	}
}
