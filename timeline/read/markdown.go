package read

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	table "github.com/yuin/goldmark/extension/ast"
	source "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"

	"annals/timeline"
)

var markdownSign = regexp.MustCompile(`(?m)^#{1,6} \S|\]\(https?://|^(?:\*|-|\d+\.) .*\*\*\S`)

// looksMarkdown wants a heading or a link; a mere list or emphasis reads well enough as plain text.
func looksMarkdown(text string) bool { return markdownSign.MatchString(text[:min(len(text), 64<<10)]) }

// markdown reads CommonMark: headings, list items, quotations and table rows are paragraphs, a link is its text,
// code is left out.
func markdown(text string, o Options) (a timeline.Article, err error) {
	body, err := preamble(text, &a, o)
	if err != nil {
		return a, err
	}
	clear := shallow(text[body:])
	src := []byte(clear)
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(source.NewReader(src))
	m := &manuscript{text: clear, src: src, places: true}
	m.block(doc)
	a.Paragraphs = m.found
	if m.places {
		for _, s := range m.spans {
			a.Places = append(a.Places, timeline.Span{Start: s.Start + body, End: s.End + body})
		}
	}
	if h, ok := doc.FirstChild().(*ast.Heading); ok && h.Level == 1 && a.Title == "" {
		a.Title = collapse(m.inline(h))
	}
	return a, nil
}

var deep = regexp.MustCompile(`(?m)^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){65,}|[\[!*_~]{65,}`)

// maxLinks is the most links that a block may have. An open one makes the parser read the rest of the block.
const maxLinks = 1000

// shallow blanks out runs of marks that would nest deeply, and links beyond maxLinks, length for
// length, so that places stay.
func shallow(s string) string {
	s = deep.ReplaceAllStringFunc(s, func(m string) string { return strings.Repeat(" ", len(m)) })
	if strings.Count(s, "](") <= maxLinks {
		return s
	}
	b, links := []byte(s), 0
	for i := 1; i < len(b); i++ {
		switch {
		case b[i] == '\n' && b[i-1] == '\n':
			links = 0
		case b[i] == '(' && b[i-1] == ']':
			if links++; links > maxLinks {
				b[i] = ' '
			}
		}
	}
	return string(b)
}

// A manuscript collects the paragraphs of a parsed text.
type manuscript struct {
	text   string
	src    []byte // of text
	found  []string
	spans  []timeline.Span
	places bool // every paragraph has a span so far
}

func (m *manuscript) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak:
		return
	case *ast.HTMLBlock:
		m.html(n)
		return
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *table.TableHeader, *table.TableRow:
		m.add(collapse(m.inline(n)), m.span(n))
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c)
	}
}

func (m *manuscript) add(s string, at timeline.Span) {
	if s == "" {
		return
	}
	m.found = append(m.found, s)
	m.spans = append(m.spans, at)
	m.places = m.places && at.End > at.Start
}

// html takes the text of a block of HTML, which is usually an address in bold or a figure.
func (m *manuscript) html(n *ast.HTMLBlock) {
	lines := n.Lines().Value(m.src)
	doc, err := html.Parse(strings.NewReader(string(lines)))
	if err != nil {
		return
	}
	for _, s := range walk(doc, true) {
		m.add(s, m.span(n))
	}
}

// span returns where a block stands: its own lines, or those of its table cells.
func (m *manuscript) span(n ast.Node) timeline.Span {
	at := timeline.Span{Start: len(m.src)}
	widen := func(lines *source.Segments) {
		for i := 0; lines != nil && i < lines.Len(); i++ {
			s := lines.At(i)
			at.Start, at.End = min(at.Start, s.Start), max(at.End, s.Stop)
		}
	}
	switch n.(type) {
	case *table.TableHeader, *table.TableRow:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			widen(c.Lines())
		}
	default:
		widen(n.Lines())
	}
	if at.End <= at.Start {
		return timeline.Span{}
	}
	return trim(m.text, at.Start, at.End)
}

// inline returns the text of the inline elements under n.
func (m *manuscript) inline(n ast.Node) string {
	var b strings.Builder
	m.write(&b, n)
	return b.String()
}

func (m *manuscript) write(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.WriteString(plainly(c.Value(m.src), c.IsRaw()))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(m.src))
		case *ast.Image, *ast.RawHTML:
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					b.Write(t.Value(m.src))
				}
			}
		case *table.TableCell:
			m.write(b, c)
			b.WriteByte(' ')
		default:
			m.write(b, c)
		}
	}
}

// plainly resolves entities and backslashes.
func plainly(s []byte, raw bool) string {
	if raw {
		return string(s)
	}
	return string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s))))
}
