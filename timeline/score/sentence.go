package score

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The measure has sentences of its own, plainer than those of package prose: a better splitter there must not move
// the figures here.

// abbreviated is a text that ends in a stop that ends no sentence.
var abbreviated = regexp.MustCompile(`(?:^|[^\pL\pN_])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Adm|St|Jr|Sr|No|vs|U\.S|U\.K|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.$`)

// sentences returns the ends of the sentences of a paragraph, in bytes, in order; the last is its length.
func sentences(paragraph string) []int {
	var ends []int
	start := 0
	for i, r := range paragraph {
		if !strings.ContainsRune(".!?", r) {
			continue
		}
		next, ok := breakAfter(paragraph, i+1)
		if ok && !abbreviated.MatchString(paragraph[start:i+1]) {
			ends = append(ends, next)
			start = next
		}
	}
	return append(ends, len(paragraph))
}

// breakAfter says whether closing marks, space and a capital or digit follow at i, and where the space ends.
func breakAfter(s string, i int) (int, bool) {
	rest := strings.TrimLeft(s[i:], `"”’)`)
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(next) == len(rest) {
		return 0, false
	}
	first, size := utf8.DecodeRuneInString(next)
	if strings.ContainsRune(`"“‘(`, first) {
		first, _ = utf8.DecodeRuneInString(next[size:])
	}
	return len(s) - len(next), first >= 'A' && first <= 'Z' || first >= '0' && first <= '9'
}

// sameSentence says whether the bytes a and b of a paragraph stand in one sentence.
func sameSentence(ends []int, a, b int) bool {
	start := 0
	for _, end := range ends {
		if start <= a && a < end {
			return start <= b && b < end
		}
		start = end
	}
	return false
}
