package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline"
)

// plain reads plain text.
func plain(text string, o Options) (a timeline.Article, err error) {
	body, err := preamble(text, &a, o)
	if err != nil {
		return a, err
	}
	a.Paragraphs, a.Places = paragraphs(text, body)
	return a, nil
}

// paragraphs returns the paragraphs of text from body on, and where they stand in text. They are what lies
// between blank lines; a text without one has a paragraph a line, as copied text often has, unless its lines
// are the broken lines of one paragraph. Line ends inside a paragraph stay.
func paragraphs(text string, body int) (found []string, places []timeline.Span) {
	var block timeline.Span // Start is -1 between blocks
	block.Start = -1
	blocks := make([]timeline.Span, 0, 16)
	flush := func() {
		if block.Start >= 0 {
			blocks = append(blocks, block)
		}
		block.Start = -1
	}
	var lines []timeline.Span
	for at := body; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if s := trim(text, at, end); s.Start == s.End {
			flush()
		} else {
			lines = append(lines, s)
			if block.Start < 0 {
				block.Start = s.Start
			}
			block.End = s.End
		}
		at = end + 1
	}
	flush()
	if len(blocks) == 1 && len(lines) > 1 && !wrapped(text, lines) {
		blocks = lines
	}
	for _, s := range blocks {
		found = append(found, text[s.Start:s.End])
		places = append(places, s)
	}
	return found, places
}

// Broken lines are about as long as each other.
const shortest, longest = 45, 100

// wrapped says whether lines are one paragraph that was broken to a width: none but the last is short or long,
// and most of them stop in the middle of a sentence.
func wrapped(text string, lines []timeline.Span) bool {
	open := 0
	for _, s := range lines[:len(lines)-1] {
		n := utf8.RuneCountInString(text[s.Start:s.End])
		if n < shortest || n > longest {
			return false
		}
		if last, _ := utf8.DecodeLastRuneInString(text[s.Start:s.End]); unicode.IsLetter(last) || unicode.IsDigit(last) || last == ',' {
			open++
		}
	}
	return open*2 > len(lines)-1
}

// trim returns the span of text[start:end] without the white space at its ends.
func trim(text string, start, end int) timeline.Span {
	s := text[start:end]
	start += len(s) - len(strings.TrimLeftFunc(s, space))
	return timeline.Span{Start: start, End: start + len(strings.TrimFunc(text[start:end], space))}
}

// space is white space as most languages define it, with the information separators of ASCII.
func space(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }
