package read

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"annals/timeline"
)

// decode returns the text of data in UTF-8, lines ended by "\n", without NUL and without invalid bytes, and the
// way back from the text to the bytes. The character set is told by, in this order: a byte order mark, a meta
// tag, the bytes themselves where they are UTF-8, and statistics.
func decode(data []byte) (string, *origin) {
	if e := marked(data); e != nil {
		return foreign(data, e)
	}
	if body, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return clean(body, 3)
	}
	if e := declared(data); e != nil {
		return foreign(data, e)
	}
	if mostlyUTF8(data) {
		return clean(data, 0)
	}
	return foreign(data, guessed(data))
}

func foreign(data []byte, e encoding.Encoding) (string, *origin) {
	decoded, err := e.NewDecoder().Bytes(data)
	if err != nil {
		decoded = data
	}
	text, _ := clean(decoded, 0)
	return text, nil
}

// marked returns the encoding of a UTF-16 text: it has a byte order mark, or every other byte of its Latin
// letters is zero.
func marked(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	head := data[:min(len(data), 1024)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 8:
	case zeros[0] > half*2/3 && zeros[1] < half/10:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case zeros[1] > half*2/3 && zeros[0] < half/10:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	return nil
}

var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// declared returns the encoding that a meta tag names, or nil. The tag is looked for well past the 1024 bytes
// of the standard, for many pages put scripts before it. A page that is UTF-8 and names another encoding was
// saved anew by a program that left the tag alone: the bytes are believed, for other encodings do not make
// well-formed UTF-8 by chance. "utf-16" cannot be true where the tag itself could be read.
func declared(data []byte) encoding.Encoding {
	m := metaCharset.FindSubmatch(data[:min(len(data), 16<<10)])
	if m == nil {
		return nil
	}
	e, name := charset.Lookup(string(m[1]))
	if e == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		return nil
	}
	if good, bad := sequences(data); good > 0 && bad == 0 {
		return nil
	}
	return e
}

// mostlyUTF8 says whether data is UTF-8, a few broken characters aside.
func mostlyUTF8(data []byte) bool {
	good, bad := sequences(data)
	return bad*4 <= good
}

// sequences counts the characters beyond ASCII that are well-formed, and the bytes that are not.
func sequences(data []byte) (good, bad int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}

// guessed asks statistics. Windows-1252 is what undeclared western text nearly always is.
func guessed(data []byte) encoding.Encoding {
	detector := chardet.NewTextDetector()
	if looksHTML(string(data[:min(len(data), 1024)])) {
		detector = chardet.NewHtmlDetector()
	}
	all, _ := detector.DetectAll(data[:min(len(data), 64<<10)])
	// The detector asks its recognisers at the same time, and equals come in any order.
	slices.SortFunc(all, func(a, b chardet.Result) int {
		return cmp.Or(b.Confidence-a.Confidence, strings.Compare(a.Charset, b.Charset), strings.Compare(a.Language, b.Language))
	})
	for _, guess := range all {
		name := guess.Charset
		if name == "GB-18030" {
			name = "gb18030"
		}
		if e, name := charset.Lookup(name); e != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") {
			return e
		}
	}
	e, _ := charset.Lookup("windows-1252")
	return e
}

// An origin leads from places in a decoded text to places in the bytes that it came from.
type origin struct{ cuts []cut }

// A cut is a place of the text before which bytes were left out, lost of them up to here.
type cut struct{ at, lost int }

// clean removes NUL, invalid bytes and the "\r" of line ends; skipped bytes stood before data.
func clean(data []byte, skipped int) (string, *origin) {
	var b strings.Builder
	b.Grow(len(data))
	o := &origin{cuts: []cut{{0, skipped}}}
	drop := func(n int) {
		lost := o.cuts[len(o.cuts)-1].lost + n
		o.cuts = append(o.cuts, cut{b.Len(), lost})
	}
	for i := 0; i < len(data); {
		n := 1
		switch c := data[i]; {
		case c == 0, c == '\r' && i+1 < len(data) && data[i+1] == '\n':
			drop(1)
		case c == '\r':
			b.WriteByte('\n')
		case c < utf8.RuneSelf:
			b.WriteByte(c)
		default:
			var r rune
			if r, n = utf8.DecodeRune(data[i:]); r == utf8.RuneError && n == 1 {
				drop(1)
			} else {
				b.Write(data[i : i+n])
			}
		}
		i += n
	}
	return b.String(), o
}

// spans leads spans back to the bytes; nil, where the bytes were in another encoding, gives nil.
func (o *origin) spans(text []timeline.Span) []timeline.Span {
	if o == nil || text == nil {
		return nil
	}
	spans := make([]timeline.Span, len(text))
	for i, s := range text {
		spans[i] = timeline.Span{Start: o.byteAt(s.Start), End: o.byteAt(s.End-1) + 1}
	}
	return spans
}

func (o *origin) byteAt(i int) int {
	next := sort.Search(len(o.cuts), func(k int) bool { return o.cuts[k].at > i })
	if next == 0 {
		return i
	}
	return i + o.cuts[next-1].lost
}

// magic is how files begin that people hand over by mistake.
var magic = []struct{ head, kind string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a ZIP archive or office document"},
	{"\x1f\x8b", "a gzip archive"},
	{"\x89PNG", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"\x7fELF", "a program"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0", "an old office document"},
}

// binary names the kind of file that data is where it is none of text, by its first bytes.
func binary(data []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.head)) {
			return m.kind
		}
	}
	return ""
}

// controls says whether more than a tenth of a text's beginning is control characters, which no article has.
func controls(text string) bool {
	head := text[:min(len(text), 8<<10)]
	n := 0
	for i := range len(head) {
		if c := head[i]; c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != '\x1b' {
			n++
		}
	}
	return n*10 > len(head)
}
