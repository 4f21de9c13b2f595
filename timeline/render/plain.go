package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain returns s in a form that can do nothing but be read. Control characters, and with them terminal
// escape sequences, turn into their Unicode pictures (ESC into ␛), the C1 controls and the characters that
// override or embed a writing direction into their numbers (<U+202E>), and broken UTF-8 into U+FFFD. A line
// break stays, a tab turns into a space. Marks that Arabic, Hebrew and emoji need (LRM, RLM, ALM, ZWJ, ZWNJ)
// stay. Plain(Plain(s)) is Plain(s).
func Plain(s string) string {
	if harmless(s) {
		return s
	}
	var b strings.Builder
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			b.WriteByte('\n')
		case r == '\t':
			b.WriteByte(' ')
		case r < 0x20:
			b.WriteRune(0x2400 + r)
		case r == 0x7f:
			b.WriteRune('␡')
		case dangerous(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r) // RuneError stands for each broken byte
		}
	}
	return b.String()
}

// harmless says whether Plain has nothing to do, which is so for nearly every cell.
func harmless(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if r < 0x20 && r != '\n' || r == 0x7f || dangerous(r) || r == '\u2028' || r == '\u2029' {
			return false
		}
	}
	return true
}

// dangerous says whether r, which is no C0 control, can make a reader or a terminal see something else than
// what is there: C1 controls (8-bit CSI among them), the overrides, embeddings and isolates of UAX #9,
// interlinear annotation, tags outside of flags, noncharacters.
func dangerous(r rune) bool {
	switch {
	case 0x80 <= r && r <= 0x9f,
		0x202a <= r && r <= 0x202e,
		0x2066 <= r && r <= 0x2069,
		0x206a <= r && r <= 0x206f,
		0xfff9 <= r && r <= 0xfffb,
		0xfdd0 <= r && r <= 0xfdef,
		r&0xfffe == 0xfffe,
		r == 0xe0001:
		return true
	}
	return false
}

// oneLine is Plain for places that hold a single line.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(Plain(s), unicode.IsSpace), " ")
}
