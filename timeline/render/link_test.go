package render

import (
	"net/url"
	"strings"
	"testing"

	"annals/timeline"

	"pgregory.net/rapid"
)

func TestLink(t *testing.T) {
	long := "The council met on Monday. The council met on Tuesday and voted, after a long night, to close the north-east gate & the yard. Nobody objected."
	for _, c := range []struct{ name, url, paragraph, clause, trigger, want string }{
		{"short clause", "https://example.org/x", long, "Nobody objected", "objected", "https://example.org/x#:~:text=Nobody%20objected"},
		{"after an id", "https://example.org/x#top", long, "Nobody objected", "objected", "https://example.org/x#top:~:text=Nobody%20objected"},
		{"old fragment taken off", "https://example.org/x#:~:text=old", long, "Nobody objected", "objected", "https://example.org/x#:~:text=Nobody%20objected"},
		{"encoded", "https://example.org/x", long, "close the north-east gate & the yard", "close", "https://example.org/x#:~:text=close%20the%20north%2Deast%20gate%20%26%20the%20yard"},
		{"twice", "https://example.org/x", "He said no. She said no.", "said no", "said", "https://example.org/x#:~:text=He-,said%20no,-.%20She%20said%20no"},
		{"long clause", "https://example.org/x", long, "The council met on Tuesday and voted, after a long night, to close the north-east gate & the yard", "voted",
			"https://example.org/x#:~:text=met%20on%20Monday.-,The%20council%20met%20on,east%20gate%20%26%20the%20yard"},
		{"clause is not in the text", "https://example.org/x", long, "elsewhere", "objected", "https://example.org/x#:~:text=the%20yard.%20Nobody%20objected"},
		{"pdf", "https://example.org/x.PDF?v=1", long, "Nobody objected", "objected", "https://example.org/x.PDF?v=1"},
		{"chinese", "https://example.org/x", "双方签署协议，并公布全文。", "签署协议", "签署", "https://example.org/x#:~:text=" + url.PathEscape("双方签署协议")},
		{"no paragraph", "https://example.org/x", "", "the port … closed on Monday", "closed", "https://example.org/x#:~:text=closed%20on%20Monday"},
		{"nothing to quote", "https://example.org/x", "", "", "", "https://example.org/x"},
		{"file", "", long, "Nobody objected", "objected", "in/a.txt ¶4"},
		{"no web address", "javascript:alert(1)", long, "Nobody objected", "objected", "in/a.txt ¶4"},
		{"unsafe characters", "https://example.org/a b<c>", "", "", "", "https://example.org/a%20b%3Cc%3E"},
	} {
		e := timeline.Entry{Source: timeline.Source{URL: c.url, Path: "in/a.txt"}}
		e.Para, e.Clause, e.Trigger, e.At = 4, c.clause, c.trigger, span(c.paragraph, c.trigger)
		if got := Link(e, c.paragraph); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// find resolves a text fragment as a browser does: the first place in text that fits.
func find(t interface{ Fatalf(string, ...any) }, text, fragment string) (start, end int) {
	text = fold(text)
	var before, after string
	terms := strings.Split(fragment, ",")
	if n := len(terms); strings.HasSuffix(terms[0], "-") && n > 1 {
		before, terms = decode(terms[0][:len(terms[0])-1]), terms[1:]
	}
	if n := len(terms); strings.HasPrefix(terms[n-1], "-") && n > 1 {
		after, terms = decode(terms[n-1][1:]), terms[:n-1]
	}
	for at := 0; at <= len(text); at++ {
		if !strings.HasPrefix(text[at:], decode(terms[0])) {
			continue
		}
		if before != "" && !strings.HasSuffix(strings.TrimSpace(text[:at]), before) {
			continue
		}
		stop := at + len(decode(terms[0]))
		if len(terms) == 2 {
			i := strings.Index(text[stop:], decode(terms[1]))
			if i < 0 {
				continue
			}
			stop += i + len(decode(terms[1]))
		}
		if after != "" && !strings.HasPrefix(strings.TrimSpace(text[stop:]), after) {
			continue
		}
		return at, stop
	}
	t.Fatalf("%s is not found in %q", fragment, text)
	return 0, 0
}

func decode(s string) string {
	d, err := url.PathUnescape(s)
	if err != nil {
		return s
	}
	return fold(d)
}

// Whatever clause of a paragraph is linked to, the browser finds that clause and no other, even in a text that
// says everything twice.
func TestFragmentFindsTheClause(t *testing.T) {
	vocabulary := []string{"the", "port", "closed", "the port", "again", "no-one", "a, b", "R&D", "côte", "met"}
	rapid.Check(t, func(t *rapid.T) {
		ws := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 1, 40).Draw(t, "words")
		i := rapid.IntRange(0, len(ws)-1).Draw(t, "i")
		j := rapid.IntRange(i+1, len(ws)).Draw(t, "j")
		paragraph := strings.Join(ws, " ")
		clause := strings.Join(ws[i:j], " ")
		start := len(strings.Join(ws[:i], " "))
		if i > 0 {
			start++
		}
		e := timeline.Event{Clause: clause, Trigger: ws[i], At: timeline.Span{Start: start, End: start + len(ws[i])}}
		text, s, n := passage(e, paragraph)
		if text[s:n] != clause {
			t.Skip("the clause stands there twice around the trigger")
		}
		a, b := find(t, paragraph, fragment(e, paragraph))
		if got := fold(paragraph)[a:b]; got != fold(clause) {
			t.Fatalf("%s finds %q, want %q", fragment(e, paragraph), got, clause)
		}
	})
}

// TestVerbatim: a name that was put into a clause behind a pronoun is not looked for in the page.
func TestVerbatim(t *testing.T) {
	e := timeline.Entry{Source: timeline.Source{URL: "https://example.org/a"}}
	e.Clause, e.Trigger = "He [Olaf Brenn] met the union.", "met"
	e.Actors = []timeline.Party{{Name: "Olaf Brenn"}}
	if link := Link(e, ""); strings.Contains(link, "Brenn") || !strings.Contains(link, "He%20met%20the%20union") {
		t.Errorf("link %s", link)
	}
}
