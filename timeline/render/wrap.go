package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// A terminal table must neither cut text nor grow wider than the terminal, whatever the script. The wrapping of
// the table library does the one or the other, so cells are wrapped here and handed over as finished lines.

// width returns the columns that s, which is plain, takes on a terminal at the most. Marks of highlighting take none.
func width(s string) int {
	if i := strings.IndexFunc(s, isMark); i >= 0 {
		s = strings.Map(func(r rune) rune {
			if isMark(r) {
				return -1
			}
			return r
		}, s)
	}
	if ascii(s) {
		return len(s)
	}
	// The table library counts rune by rune, which makes four columns of a flag that takes two. The larger
	// figure keeps a table that has one within the terminal, at the price of a rule that is two columns off.
	runes := 0
	for _, r := range s {
		runes += displaywidth.Rune(r)
	}
	return max(displaywidth.String(s), runes)
}

// A unit is a piece of text that is kept on one line where it fits.
type unit struct {
	text  string
	width int
	space bool // white space stands before it
}

// wrap breaks s into lines of at most limit columns: at line breaks of s, at white space, between wide
// characters, and inside a word only where it alone is wider than a line. Only white space is lost.
// A character wider than limit has a line of its own.
func wrap(s string, limit int) []string {
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		lines = append(lines, wrapLine(paragraph, limit)...)
	}
	return lines
}

func wrapLine(s string, limit int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	put := func(text string, w int) {
		line.WriteString(text)
		used += w
	}
	for _, u := range units(s) {
		gap := 0
		if u.space && used > 0 {
			gap = 1
		}
		if used > 0 && used+gap+u.width > limit {
			flush()
			gap = 0
		}
		if gap > 0 {
			put(" ", 1)
		}
		if u.width <= limit {
			put(u.text, u.width)
			continue
		}
		for g := graphemes.FromString(u.text); g.Next(); {
			w := width(g.Value())
			if used > 0 && used+w > limit {
				flush()
			}
			put(g.Value(), w)
		}
	}
	flush()
	return lines
}

// units splits a line into units. Wide characters (Chinese, Japanese, Korean, emoji) are units by themselves,
// with the marks behind them that must not begin a line.
func units(s string) []unit {
	var out []unit
	for i, field := range strings.Fields(s) {
		start, wide := 0, false
		add := func(end int) {
			if end > start {
				out = append(out, unit{field[start:end], width(field[start:end]), start == 0 && i > 0})
			}
			start = end
		}
		if ascii(field) {
			add(len(field))
			continue
		}
		at := 0
		for g := graphemes.FromString(field); g.Next(); at += len(g.Value()) {
			isWide := width(g.Value()) >= 2
			if at > 0 && (isWide || wide) && !closes(g.Value()) && !opens(field[start:at]) {
				add(at)
			}
			wide = isWide
		}
		add(len(field))
	}
	return out
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// closes says whether a line should not begin with the grapheme.
func closes(g string) bool {
	r, _ := utf8.DecodeRuneInString(g)
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po) || isMark(r)
}

// opens says whether a line should not end with s.
func opens(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.In(r, unicode.Ps, unicode.Pi) || isMark(r)
}
