package read

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"annals/timeline"
)

// Limits of a page. The extractor is slower than linear in the number of elements; the parser itself refuses
// elements nested deeper than 512.
const (
	maxPage     = 16 << 20
	maxElements = 100_000
)

var htmlStart = regexp.MustCompile(`(?i)^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(!doctype\s+html|html|head|body|article)\b`)

func looksHTML(text string) bool { return htmlStart.MatchString(text[:min(len(text), 1024)]) }

// page reads an HTML page: its main text, and what it tells of itself.
func page(text string, o Options) (a timeline.Article, err error) {
	if len(text) > maxPage {
		return a, fmt.Errorf("%w: a page of %d MB, and %d MB is the most", ErrTooLarge, len(text)>>20, maxPage>>20)
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return a, fmt.Errorf("not a page that can be read: %s", strings.TrimPrefix(err.Error(), "html: "))
	}
	describe(&a, doc, o)
	a.Paragraphs = mainText(doc, a.URL)
	a.Places = locate(text, a.Paragraphs)
	return a, nil
}

// mainText returns the paragraphs of a page's article. The extractor wants some hundred words to judge by; a
// page that has less is read whole, without navigation and lists of links, and so is one that it finds nothing
// in. An index page has nothing left then.
func mainText(doc *html.Node, address string) []string {
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	if parser.CheckDocument(doc) {
		u, err := url.Parse(address)
		if err != nil {
			u = &url.URL{}
		}
		if main, err := parser.ParseDocument(doc, u); err == nil && main.Node != nil {
			if found := walk(main.Node, false); len(found) > 0 {
				return found
			}
		}
	}
	for _, name := range []string{"article", "main", "body"} {
		if n := only(doc, name); n != nil {
			if found := walk(n, true); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// only returns the element of that name, if there is exactly one: of two articles neither is the page's.
func only(doc *html.Node, name string) *html.Node {
	var found *html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			if found != nil {
				return nil
			}
			found = n
		}
	}
	return found
}

func set(names string) map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Fields(names) {
		m[n] = true
	}
	return m
}

var (
	// blocks end a paragraph before them and after them.
	blocks = set(`address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
		figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary
		table tbody tfoot thead tr ul`)
	// silent elements show no text of the article.
	silent = set(`script style noscript template svg math iframe object embed audio video canvas button input select
		textarea option datalist head title map progress meter dialog`)
	// around stand outside of the article. (A form does not: some servers put the whole page into one.)
	around = set(`nav aside footer menu`)
)

var noteMark = regexp.MustCompile(`^\[[\w\s]{1,12}\]$`) // of a footnote or "[edit]"

// A walker collects paragraphs. Elements are told by n.Data, for nodes that an extractor makes have no DataAtom.
type walker struct {
	whole  bool // the page was not extracted: leave out what is around the article, and paragraphs of links
	found  []string
	text   strings.Builder
	linked int // bytes of text inside links
	broken bool
}

// walk returns the paragraphs under n, white space collapsed.
func walk(n *html.Node, whole bool) []string {
	w := &walker{whole: whole}
	w.node(n, false, false)
	w.flush()
	return w.found
}

func (w *walker) node(n *html.Node, link, pre bool) {
	switch n.Type {
	case html.TextNode:
		w.write(n.Data, link, pre)
		return
	case html.ElementNode:
		if silent[n.Data] || hidden(n) || w.whole && around[n.Data] {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	switch n.Data {
	case "br":
		w.lineBreak()
		return
	case "sup":
		if noteMark.MatchString(strings.TrimSpace(content(n))) {
			return
		}
	}
	block := n.Type == html.ElementNode && blocks[n.Data]
	if block {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, link || n.Data == "a", pre || n.Data == "pre")
	}
	switch {
	case block:
		w.flush()
	case n.Data == "td" || n.Data == "th":
		w.text.WriteByte(' ')
	}
}

func (w *walker) write(s string, link, pre bool) {
	if pre {
		for i, part := range blankLines.Split(s, -1) {
			if i > 0 {
				w.flush()
			}
			w.write(part, link, false)
		}
		return
	}
	if strings.TrimSpace(s) != "" {
		w.broken = false
	}
	w.text.WriteString(s)
	if link {
		w.linked += len(s)
	}
}

var blankLines = regexp.MustCompile(`\n\s*\n`)

// lineBreak takes one <br> for white space and two for the end of a paragraph, as old pages write it.
func (w *walker) lineBreak() {
	if w.broken {
		w.flush()
		return
	}
	w.text.WriteByte('\n')
	w.broken = true
}

func (w *walker) flush() {
	s := strings.Join(strings.Fields(w.text.String()), " ")
	if s != "" && !(w.whole && w.linked*2 > len(s)) {
		w.found = append(w.found, s)
	}
	w.text.Reset()
	w.linked, w.broken = 0, false
}

// hidden says whether a reader does not see n.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
		}
	}
	return false
}

// content returns all text under n, as it stands there.
func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
