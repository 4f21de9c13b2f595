package render

import (
	"io"
	"strings"
	"unicode/utf8"

	"annals/timeline"
)

// A jsonTarget is the target of a W3C Web Annotation (https://www.w3.org/TR/annotation-model/#selectors): where in
// its article an event is told. The text of the article is its paragraphs, parted by a blank line ("\n\n"), and
// positions count Unicode code points of it.
type jsonTarget struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

const paragraphBreak = "\n\n"

// aroundQuote is how many code points of its surroundings a quotation carries along, as most annotation tools do.
const aroundQuote = 32

// target selects the words at a place of the article.
func target(a timeline.Article, para int, at timeline.Span) jsonTarget {
	out := jsonTarget{Source: a.URL, Selector: []any{}}
	if out.Source == "" {
		out.Source = a.Path
	}
	if para < 0 || para >= len(a.Paragraphs) {
		return out
	}
	p := a.Paragraphs[para]
	from := min(max(at.Start, 0), len(p))
	to := min(max(at.End, from), len(p))
	start := 0
	for _, before := range a.Paragraphs[:para] {
		start += utf8.RuneCountInString(before) + len(paragraphBreak)
	}
	start += utf8.RuneCountInString(p[:from])
	before := p[:from]
	if para > 0 {
		before = a.Paragraphs[para-1] + paragraphBreak + before
	}
	after := p[to:]
	if para+1 < len(a.Paragraphs) {
		after += paragraphBreak + a.Paragraphs[para+1]
	}
	out.Selector = append(out.Selector,
		quoteSelector{"TextQuoteSelector", p[from:to], lastPoints(before, aroundQuote), firstPoints(after, aroundQuote)},
		positionSelector{"TextPositionSelector", start, start + utf8.RuneCountInString(p[from:to])})
	return out
}

func firstPoints(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastPoints(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// quotation is the place of the sentence that tells of an event or, where the paragraph does not have it so, of the
// event's trigger.
func quotation(paragraph string, f timeline.Finding) timeline.Span {
	sentence := strings.TrimSpace(f.Grounds.Sentence)
	for at := 0; sentence != ""; {
		i := strings.Index(paragraph[at:], sentence)
		if i < 0 {
			break
		}
		at += i
		if s := (timeline.Span{Start: at, End: at + len(sentence)}); s.Start <= f.At.Start && f.At.End <= s.End {
			return s
		}
		at++
	}
	return f.At
}

func eventTarget(a timeline.Article, f timeline.Finding) jsonTarget {
	at := f.At
	if f.Para >= 0 && f.Para < len(a.Paragraphs) {
		at = quotation(a.Paragraphs[f.Para], f)
	}
	return target(a, f.Para, at)
}

// DetailJSON writes one event in full as JSON: what a timeline has of it, its paragraph, its grounds, and as the target
// of a W3C Web Annotation the sentence that tells of it. a is its article. review, where it is not nil, is what people
// made of it.
func DetailJSON(w io.Writer, d timeline.Detail, a timeline.Article, review any) error {
	g := d.Grounds
	grounds := jsonGrounds{g.Sentence, g.Entry, nil, g.Date, g.Modality, g.Actors, g.Targets}
	if g.Time != nil {
		t := timeJSON(a, *g.Time)
		grounds.Time = &t
	}
	e := entryJSON(d.Entry)
	e.Link = Link(d.Entry, d.Paragraph)
	return encode(w, struct {
		jsonEntry
		Text    string      `json:"text"`
		Target  jsonTarget  `json:"target"`
		Grounds jsonGrounds `json:"grounds"`
		Review  any         `json:"review,omitempty"`
	}{e, d.Paragraph, eventTarget(a, timeline.Finding{Event: d.Event, Grounds: d.Grounds}), grounds, review}, "  ")
}
