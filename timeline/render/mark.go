package render

import (
	"cmp"
	"slices"
	"strings"
)

// Highlights are set with noncharacters, which Plain takes out of any text, so they cannot come from an
// article. They turn into SGR sequences or brackets when a line is finished: a sequence that runs over a line
// break would colour the table's rules.
type mark int

const (
	markTrigger mark = iota
	markDate
	markParty
	markHead
	markFaint
)

const (
	firstMark = '\ufdd0'
	endMark   = '\ufdda'
)

// styles has the SGR parameters (ECMA-48 8.3.117) and the brackets of each mark.
var styles = [...]struct{ sgr, open, close string }{
	markTrigger: {"1;33", "[", "]"},
	markDate:    {"1;36", "{", "}"},
	markParty:   {"1;32", "<", ">"},
	markHead:    {"1", "", ""},
	markFaint:   {"2", "", ""},
}

func isMark(r rune) bool { return firstMark <= r && r <= endMark }

// marked returns s, which must be plain, between marks.
func marked(s string, m mark) string { return string(firstMark+rune(m)) + s + string(endMark) }

// bracketed turns the marks of s into brackets, or leaves them to be coloured after wrapping.
func bracketed(s string, o Options) string {
	if o.Color {
		return s
	}
	var b strings.Builder
	open := mark(-1)
	for _, r := range s {
		switch {
		case r == endMark && open >= 0:
			b.WriteString(styles[open].close)
			open = -1
		case isMark(r) && r != endMark:
			open = mark(r - firstMark)
			b.WriteString(styles[open].open)
		case !isMark(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// colored turns the marks of lines into SGR sequences, each opened and closed on its own line.
func colored(lines []string, o Options) []string {
	open := mark(-1)
	for i, line := range lines {
		var b strings.Builder
		if open >= 0 {
			b.WriteString("\x1b[" + styles[open].sgr + "m")
		}
		for _, r := range line {
			switch {
			case !isMark(r):
				b.WriteRune(r)
			case !o.Color:
			case r == endMark:
				open = -1
				b.WriteString("\x1b[0m")
			default:
				open = mark(r - firstMark)
				b.WriteString("\x1b[" + styles[open].sgr + "m")
			}
		}
		if open >= 0 {
			b.WriteString("\x1b[0m")
		}
		lines[i] = b.String()
	}
	return lines
}

// A highlight is a marked piece of a text, in bytes.
type highlight struct {
	start, end int
	mark       mark
}

// highlighted returns text, made plain, with highlights. Of two that overlap the earlier one of hs stays, so
// callers give the most important first. Pieces outside the text are left out.
func highlighted(text string, hs []highlight) string {
	var kept []highlight
	for _, h := range hs {
		clash := slices.ContainsFunc(kept, func(k highlight) bool { return h.start < k.end && k.start < h.end })
		if h.start >= 0 && h.start < h.end && h.end <= len(text) && !clash {
			kept = append(kept, h)
		}
	}
	slices.SortFunc(kept, func(a, b highlight) int { return cmp.Compare(a.start, b.start) })
	var b strings.Builder
	at := 0
	for _, h := range kept {
		b.WriteString(Plain(text[at:h.start]))
		b.WriteString(marked(Plain(text[h.start:h.end]), h.mark))
		at = h.end
	}
	b.WriteString(Plain(text[at:]))
	return b.String()
}
