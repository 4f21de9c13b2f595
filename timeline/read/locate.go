package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"annals/timeline"
)

// The extractor builds a tree of its own, which no longer knows where in the page its words stood. So each paragraph is
// looked for again in the page's text, letter by letter and without spaces, from the end of the paragraph before.

// A stream is the text of a page without its marks and spaces, with the place of every byte in the page.
type stream struct {
	letters strings.Builder
	from    []int32 // per byte of letters: where what it was written as begins in the page
	to      []int32 // and ends
}

// locate returns where the paragraphs stand in a page, or nil where one of them cannot be found.
func locate(page string, paragraphs []string) []timeline.Span {
	var s stream
	s.read(page)
	letters := s.letters.String()
	places := make([]timeline.Span, 0, len(paragraphs))
	at := 0
	for _, p := range paragraphs {
		i, j := find(letters, at, squeeze(p))
		if i < 0 {
			return nil
		}
		places = append(places, timeline.Span{Start: int(s.from[i]), End: int(s.to[j-1])})
		at = j
	}
	return places
}

// edge is how many bytes of a paragraph's beginning and end are looked for where what lies between differs from the page:
// the mark of a footnote was left out.
const edge = 24

// find returns where the letters of a paragraph stand at or after a place, or -1.
func find(letters string, at int, p string) (from, to int) {
	if p == "" {
		return -1, -1
	}
	if i := strings.Index(letters[at:], p); i >= 0 {
		return at + i, at + i + len(p)
	}
	if len(p) < 4*edge {
		return -1, -1
	}
	head, tail := p[:boundary(p, edge)], p[boundary(p, len(p)-edge):]
	i := strings.Index(letters[at:], head)
	if i < 0 {
		return -1, -1
	}
	from = at + i
	j := strings.Index(letters[from:], tail)
	if j < 0 || j > 2*len(p) {
		return -1, -1
	}
	return from, from + j + len(tail)
}

// boundary returns the start of the rune at or before byte i.
func boundary(s string, i int) int {
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// squeeze removes spaces and what cannot be seen.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, s)
}

func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// read takes in the text of the page's body. Scripts and styles have none.
func (s *stream) read(page string) {
	z := html.NewTokenizer(strings.NewReader(page))
	at, silent := 0, ""
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch name, _ := z.TagName(); {
		case kind == html.ErrorToken:
			return
		case kind == html.StartTagToken && silent == "":
			switch n := string(name); n {
			case "script", "style", "title", "noscript", "template", "textarea":
				silent = n
			}
		case kind == html.EndTagToken && string(name) == silent:
			silent = ""
		case kind == html.TextToken && silent == "":
			s.text(raw, at)
		}
		at += len(raw)
	}
}

// longestEntity is how long a character reference can be.
const longestEntity = 34

// text takes in a run of text that begins at a place of the page.
func (s *stream) text(raw string, at int) {
	for i := 0; i < len(raw); {
		size := 1
		value := raw[i : i+1]
		if raw[i] == '&' {
			if end := strings.IndexByte(raw[i:min(len(raw), i+longestEntity)], ';'); end > 0 {
				if v := html.UnescapeString(raw[i : i+end+1]); v != raw[i:i+end+1] {
					value, size = v, end+1
				}
			}
		} else {
			_, size = utf8.DecodeRuneInString(raw[i:])
			value = raw[i : i+size]
		}
		if value = squeeze(value); value != "" {
			s.letters.WriteString(value)
			for range len(value) {
				s.from = append(s.from, int32(at+i))
				s.to = append(s.to, int32(at+i+size))
			}
		}
		i += size
	}
}
