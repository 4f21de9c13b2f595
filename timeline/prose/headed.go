package prose

import "strings"

// Pages lose the ends of lines, so that a paragraph may hold what was a line of its own, with no full stop after it:
// the day under a headline, the number of a figure, the credit of a picture. Their form tells where they end.

// labels are the words that number what stands beside a text.
var labels = map[string]bool{"figure": true, "fig.": true, "table": true, "box": true, "exhibit": true, "chart": true}

// credits are the words that say, before a colon, whose picture it is.
var credits = map[string]bool{"image": true, "photo": true, "picture": true, "credit": true}

// headed says whether a line that lost its end ends with token i, in the sentence that begins at from.
func headed(tokens []Token, from, i int) bool {
	if i+1 >= len(tokens) || !upper(tokens[i+1]) {
		return false
	}
	switch next := tokens[i+1]; {
	case strings.HasSuffix(next.Text, "day") && kindsOf(next.Text)&weekday != 0:
		end := fullDay(tokens, i+1)
		return end > i+1 && !governs(tokens[i]) && (end == len(tokens) || upper(tokens[end]))
	case number(tokens[i]):
		return i == from+1 && labels[tokens[from].Lower] && upper(tokens[from]) || i == from+5 && fullDay(tokens, from) == i+1
	case wordStart(tokens[i]) && i+2 < len(tokens) && tokens[i+2].Text == ":":
		return credits[next.Lower] && tokens[i].Text != "The"
	}
	return false
}

// fullDay returns the end of the day of the calendar that begins at i, "Tuesday, March 3, 2020", or i.
func fullDay(tokens []Token, i int) int {
	if i+6 <= len(tokens) && kindsOf(tokens[i].Text)&weekday != 0 && tokens[i+1].Text == "," && kindsOf(tokens[i+2].Text)&month != 0 &&
		number(tokens[i+3]) && tokens[i+4].Text == "," && number(tokens[i+5]) && len(tokens[i+5].Text) == 4 {
		return i + 6
	}
	return i
}

// governs says whether a day may hang on what stands before it: "on Tuesday", "Oslo, Tuesday".
func governs(t Token) bool {
	return !upper(t) && (functionWords[t.Lower] || t.Lower == "," || t.Lower == "(")
}
