package read

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/edtf"
)

// MaxSize is the most bytes that one article may have. What is larger is a dump or a mistake.
const MaxSize = 50 << 20

// Errors that a caller decides by. They come wrapped, with the name of the file in front.
var (
	// ErrUndated says that nothing tells when an article was published.
	ErrUndated = errors.New("no published date; give one with --published YYYY-MM-DD, or store it with --undated")
	// ErrNoText says that an article has no paragraph.
	ErrNoText = errors.New("no article text in it")
	// ErrBinary says that the bytes are no text.
	ErrBinary = errors.New("not text; annals reads plain text, Markdown and HTML")
	// ErrTooLarge says that the input is larger than MaxSize, or a page larger than can be read safely.
	ErrTooLarge = errors.New("too large for one article")
)

// Options override what an article says of itself. The zero value overrides nothing.
type Options struct {
	Path      string   // where the bytes come from, as the user named it; its extension tells the format
	Published edtf.Day // the publication date, whatever the article says
	URL       string   // its address, likewise
	Title     string   // its headline, likewise
	Undated   bool     // take an article that has no date
}

// A Format is one way in which articles are written.
type Format struct {
	Name       string   // as a person would say it
	MediaType  string   // RFC 6838
	Extensions []string // lower case, with the dot
	Doc        string   // what is read of it, in one line

	looks func(text string) bool // whether a text without an extension is written so
	read  func(text string, o Options) (timeline.Article, error)
}

// Formats lists the formats that can be read. What no row claims by its extension goes to the first row that
// its content looks like; plain text, the last, takes everything.
var Formats = []Format{
	{
		Name: "HTML", MediaType: "text/html", Extensions: []string{".html", ".htm", ".xhtml", ".shtml"},
		Doc:   "the main text of a page; date and title from JSON-LD, meta tags, <time> or the address",
		looks: looksHTML, read: page,
	},
	{
		Name: "Markdown", MediaType: "text/markdown", Extensions: []string{".md", ".markdown", ".mdown"},
		Doc:   "CommonMark with tables; YAML front matter or a header block",
		looks: looksMarkdown, read: markdown,
	},
	{
		Name: "plain text", MediaType: "text/plain", Extensions: []string{".txt", ".text"},
		Doc:   "paragraphs between blank lines, or one a line; a header block or YAML front matter",
		looks: func(string) bool { return true }, read: plain,
	},
}

// ByExtension returns the format that the extension of path names.
func ByExtension(path string) (Format, bool) {
	ext := strings.ToLower(filepath.Ext(path))
	for _, f := range Formats {
		if slices.Contains(f.Extensions, ext) {
			return f, true
		}
	}
	return Format{}, false
}

// Article reads one article. Equal bytes and options give equal articles. An error names the file, and the line
// where there is one; an article without a date is ErrUndated unless o.Undated says otherwise.
func Article(data []byte, o Options) (timeline.Article, error) {
	a, err := article(data, o)
	if err != nil {
		return timeline.Article{}, o.located(err)
	}
	return a, nil
}

func article(data []byte, o Options) (timeline.Article, error) {
	if len(data) > MaxSize {
		return timeline.Article{}, fmt.Errorf("%w: %d MB, and %d MB is the most", ErrTooLarge, len(data)>>20, MaxSize>>20)
	}
	if kind := binary(data); kind != "" {
		return timeline.Article{}, fmt.Errorf("%s, %w", kind, ErrBinary)
	}
	text, original := decode(data)
	if controls(text) {
		return timeline.Article{}, ErrBinary
	}
	f := format(o.Path, text)
	a, err := f.read(text, o)
	if err != nil {
		return a, err
	}
	if len(a.Paragraphs) == 0 {
		return a, ErrNoText
	}
	a.Path, a.MediaType = o.Path, f.MediaType
	a.Places = original.spans(a.Places)
	override(&a, o)
	if a.Published == 0 && !o.Undated {
		return a, ErrUndated
	}
	return a, nil
}

// format chooses by the extension; but a whole page of HTML is one whatever it is called, for people save
// pages under any name.
func format(path, text string) Format {
	f, ok := ByExtension(path)
	if ok && !(f.MediaType == "text/plain" && looksHTML(text)) {
		return f
	}
	for _, f = range Formats {
		if f.looks(text) {
			break
		}
	}
	return f
}

// override applies the options, and what follows from an address.
func override(a *timeline.Article, o Options) {
	if o.Title != "" {
		a.Title = o.Title
	}
	if o.URL != "" {
		a.URL = o.URL
	}
	if o.Published != 0 {
		a.Published, a.PublishedFrom = o.Published, "flag"
	}
	if a.Published == 0 {
		if d, ok := dayOfURL(a.URL); ok {
			a.Published, a.PublishedFrom = d, "url"
		}
	}
	if a.Site == "" {
		a.Site = host(a.URL)
	}
}

// host returns the name of the machine of an address, which stands for the outlet where nothing else does.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// web says whether an address can be followed from a page: only http and https, so that no "javascript:" of
// an article is ever written into a link.
func web(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// A lineError is trouble at one line of an input.
type lineError struct {
	line    int // from 1
	trouble string
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.trouble) }

// located puts the name of the input before an error, as file:line where there is a line, so that an editor
// can jump to it.
func (o Options) located(err error) error {
	name := o.Path
	if name == "-" || name == "" {
		name = "standard input"
	}
	if at := (*lineError)(nil); errors.As(err, &at) {
		return fmt.Errorf("%s:%d: %s", name, at.line, at.trouble)
	}
	return fmt.Errorf("%s: %w", name, err)
}
