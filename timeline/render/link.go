package render

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline"

	"github.com/clipperhouse/uax29/v2/words"
)

// Link tells where an event stands in its source. Where the source has a web address, that is the address with
// a text fragment (WICG, "URL Fragment Text Directives") for the clause of the event, so that a browser scrolls to it and marks
// it; else the file and the paragraph. Without the paragraph's text the clause is taken as it is, and nothing
// tells apart two places with the same words.
func Link(e timeline.Entry, paragraph string) string {
	base := webAddress(e.Source.URL)
	if base == "" {
		return place(e)
	}
	if strings.HasSuffix(strings.ToLower(strings.SplitN(base, "?", 2)[0]), ".pdf") {
		return base // readers of PDF know no text fragments
	}
	f := fragment(e.Event, paragraph)
	switch {
	case f == "":
		return base
	case strings.Contains(base, "#"):
		return base + ":~:text=" + f
	}
	return base + "#:~:text=" + f
}

// place names file and paragraph.
func place(e timeline.Entry) string {
	where := oneLine(e.Source.Path)
	if where == "" || where == "-" {
		where = oneLine(outlet(e.Source))
	}
	return fmt.Sprintf("%s ¶%d", where, e.Para)
}

// webAddress returns an address of the web in a form that is safe to print, without a text fragment of its
// own, and the empty string for anything else, such as a javascript: address.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	if before, _, found := strings.Cut(u.EscapedFragment(), ":~:"); found {
		u.Fragment, _ = url.PathUnescape(before)
		u.RawFragment = before
	}
	var b strings.Builder
	for _, r := range u.String() {
		if r < 0x80 && !unicode.IsControl(r) && !strings.ContainsRune(" \"<>\\^`{|}", r) {
			b.WriteRune(r)
		} else {
			b.WriteString(percent(string(r), ""))
		}
	}
	if _, err := url.Parse(b.String()); err != nil { // a host cannot be encoded
		return ""
	}
	return b.String()
}

const (
	wholeWords = 8  // a passage of so many words is quoted whole, a longer one by its ends
	endWords   = 4  // so many words make an end,
	endRunes   = 12 // if they have at least so many characters
	sideWords  = 3  // so many words make a prefix or a suffix
)

// fragment returns what stands behind "text=": [prefix-,]start[,end][,-suffix].
func fragment(e timeline.Event, paragraph string) string {
	text, start, end := passage(e, paragraph)
	ws := wordsOf(text)
	i, j := covering(ws, start, end)
	if i == j {
		return ""
	}
	if j-i <= wholeWords {
		return single(text, ws, i, j)
	}
	return ends(text, ws, i, j)
}

// verbatim returns an event's clause without the names of parties that stand in brackets behind pronouns: the source
// does not have them.
func verbatim(e timeline.Event) string {
	clause := strings.TrimSpace(e.Clause)
	for _, side := range [][]timeline.Party{e.Actors, e.Targets} {
		for _, p := range side {
			clause = strings.ReplaceAll(clause, " ["+p.Name+"]", "")
		}
	}
	return clause
}

// told returns the piece of an event's clause that has its trigger, of those between the marks for what is left out.
func told(e timeline.Event) string {
	for _, piece := range strings.Split(verbatim(e), "…") {
		if strings.Contains(piece, e.Trigger) {
			return strings.TrimSpace(piece)
		}
	}
	return ""
}

// passage returns a text and the piece of it to link to: the clause where the paragraph has it, else the trigger
// with the words around it.
func passage(e timeline.Event, paragraph string) (text string, start, end int) {
	clause := told(e)
	if paragraph == "" {
		if clause == "" {
			clause = e.Trigger
		}
		return clause, 0, len(clause)
	}
	if e.At.Start < 0 || e.At.End > len(paragraph) || e.At.Start >= e.At.End {
		return paragraph, 0, len(paragraph)
	}
	for at := 0; clause != ""; at++ {
		i := strings.Index(paragraph[at:], clause)
		if i < 0 || at+i > e.At.Start {
			break
		}
		if at += i; e.At.End <= at+len(clause) {
			return paragraph, at, at + len(clause)
		}
	}
	ws := wordsOf(paragraph)
	i, j := covering(ws, e.At.Start, e.At.End)
	if i == j {
		return paragraph, 0, len(paragraph)
	}
	return paragraph, ws[max(0, i-sideWords)].Start, ws[min(len(ws), j+sideWords)-1].End
}

// wordsOf returns the words of a text (UAX #29). Words that touch, as those of Chinese or Thai do, count as one:
// a fragment must begin and end at what the browser takes for the edge of a word, and its dictionary is not ours.
func wordsOf(s string) []timeline.Span {
	var out []timeline.Span
	at := 0
	for it := words.FromString(s); it.Next(); {
		v := it.Value()
		if strings.ContainsFunc(v, func(r rune) bool { return unicode.In(r, unicode.L, unicode.N) }) {
			if n := len(out); n > 0 && out[n-1].End == at {
				out[n-1].End = at + len(v)
			} else {
				out = append(out, timeline.Span{Start: at, End: at + len(v)})
			}
		}
		at += len(v)
	}
	return out
}

// covering returns the words that lie in the piece from start to end, whole or in part.
func covering(ws []timeline.Span, start, end int) (i, j int) {
	for i < len(ws) && ws[i].End <= start {
		i++
	}
	j = i
	for j < len(ws) && ws[j].Start < end {
		j++
	}
	return i, j
}

// single quotes the words from i up to j, with what stands beside them where the text has them twice.
func single(text string, ws []timeline.Span, i, j int) string {
	f := term(text[ws[i].Start:ws[j-1].End])
	if strings.Count(fold(text), fold(text[ws[i].Start:ws[j-1].End])) < 2 {
		return f
	}
	return prefix(text, ws, i, j) + f + suffix(text, ws, j)
}

// ends quotes the first and the last words of a passage. The browser takes the first place that fits for
// either, so an end that fits earlier is told apart.
func ends(text string, ws []timeline.Span, i, j int) string {
	a, b := i+1, j-1
	for a < j && (a-i < endWords || runes(text, ws, i, a) < endRunes) {
		a++
	}
	for b > a && (j-b < endWords || runes(text, ws, b, j) < endRunes) {
		b--
	}
	if a >= b {
		return single(text, ws, i, j)
	}
	between := func(b int) bool { // the end's words stand between the ends already
		return strings.Contains(fold(text[ws[a-1].End:ws[j-1].End-1]), fold(text[ws[b].Start:ws[j-1].End]))
	}
	for b > a && between(b) {
		b--
	}
	first, last := text[ws[i].Start:ws[a-1].End], text[ws[b].Start:ws[j-1].End]
	f := term(first) + "," + term(last)
	if earlier(text, ws, i, a) {
		f = prefix(text, ws, i, a) + f
	}
	return f
}

func runes(text string, ws []timeline.Span, i, j int) int {
	return utf8.RuneCountInString(text[ws[i].Start:ws[j-1].End])
}

// earlier says whether the words from i up to j stand in the text before they stand there.
func earlier(text string, ws []timeline.Span, i, j int) bool {
	return strings.Contains(fold(text[:ws[j-1].End-1]), fold(text[ws[i].Start:ws[j-1].End]))
}

// prefix is what stands right before the words from i up to j, long enough to tell them from an earlier place
// with the same words. Browsers skip white space between the two, but no marks.
func prefix(text string, ws []timeline.Span, i, j int) string {
	if i == 0 {
		return ""
	}
	from := max(0, i-sideWords)
	for from > 0 && earlier(text, ws, from, j) {
		from--
	}
	return term(text[ws[from].Start:ws[i].Start]) + "-,"
}

// suffix is what stands right behind the words before j.
func suffix(text string, ws []timeline.Span, j int) string {
	if j == len(ws) {
		return ""
	}
	return ",-" + term(text[ws[j-1].End:ws[min(len(ws), j+sideWords)-1].End])
}

// fold makes texts comparable as browsers compare them.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// term encodes a part of a fragment. "-", "," and "&" divide the parts, brackets end a Markdown link, and all
// else that is not a letter or a digit is encoded because somebody's parser breaks links at it.
func term(s string) string {
	return percent(strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " "), "._~")
}

// percent encodes everything but ASCII letters, digits and the characters of keep.
func percent(s, keep string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(keep, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
