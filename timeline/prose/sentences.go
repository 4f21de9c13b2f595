package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// starters are words that, capitalised, begin a sentence rather than carry on a name.
var starters = wordSet("starter.txt")

// Sentences splits a paragraph into sentences and tokens; tags and lemmas stay empty. The spans of the sentences
// cover the paragraph but for the space between them, and all offsets are bytes of the paragraph.
func Sentences(paragraph string) []Sentence {
	tokens := tokenise(paragraph)
	var sentences []Sentence
	for from := 0; from < len(tokens); {
		to := sentenceEnd(paragraph, tokens, from)
		span := Span{tokens[from].Start, tokens[to-1].End}
		sentences = append(sentences, Sentence{Span: span, Text: paragraph[span.Start:span.End], Tokens: tokens[from:to:to]})
		from = to
	}
	return sentences
}

// Words returns the text of a range of tokens, as written.
func (s *Sentence) Words(r Range) string {
	span := s.SpanOf(r)
	return s.Text[span.Start-s.Start : span.End-s.Start]
}

// Either says whether token i leaves a choice between what stands before and after it: "or".
func (s *Sentence) Either(i int) bool {
	return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Tag == CC && s.Tokens[i].Lower == "or"
}

// SpanOf returns the bytes of a range of tokens in the paragraph; those of an empty range are empty.
func (s *Sentence) SpanOf(r Range) Span {
	if r.From >= r.To || r.From < 0 || r.To > len(s.Tokens) {
		return Span{s.Start, s.Start}
	}
	return Span{s.Tokens[r.From].Start, s.Tokens[r.To-1].End}
}

// longest is how many tokens a sentence may have. What runs on longer is a table or a list, and is cut, so that the
// rules above, some of which look back over their sentence, stay linear in the text.
const longest = 400

// sentenceEnd returns the token after the last one of the sentence that begins at from.
func sentenceEnd(p string, tokens []Token, from int) int {
	for i := from; i < len(tokens); i++ {
		if i-from+1 >= longest {
			return i + 1
		}
		if i+1 < len(tokens) && strings.IndexByte(p[tokens[i].End:tokens[i+1].Start], '\n') >= 0 {
			return i + 1
		}
		if brokenOff(tokens, i) || headed(tokens, from, i) {
			return i + 1
		}
		abbreviation := abbreviated(tokens[i])
		if !abbreviation && !stops(tokens[i]) {
			continue
		}
		end := closing(p, tokens, i+1)
		if !abbreviation && bareNote(tokens, from, end) {
			return end + 1
		}
		if end >= len(tokens) {
			return end
		}
		if abbreviation && !mayEnd(tokens, i, end) || !abbreviation && joined(p, tokens, from, i, end) {
			continue
		}
		return end
	}
	return len(tokens)
}

// brokenOff says whether the dash at i is where a speaker of a transcript breaks off, and begins anew: "maybe — That
// was me." The dash after a place at the head of a report has a name, a day or a bracket before it.
func brokenOff(tokens []Token, i int) bool {
	if t := tokens[i].Text; i == 0 || i+1 >= len(tokens) || tokens[i].Lower != "-" || t == "-" || tokens[i].Start == tokens[i-1].End {
		return false
	}
	last, next := tokens[i-1], tokens[i+1]
	if !upper(next) || next.Start == tokens[i].End || next.Lower == "i" || upper(last) || number(last) || !wordStart(last) && last.Text != "-" && clitic(last.Text) == 0 {
		return false
	}
	fragment := len(next.Text) <= 2 && i+2 < len(tokens) && tokens[i+2].Text == "-" && tokens[i+2].Start == next.End // "D- do you"
	return fragment || starters[next.Lower] || functionWords[next.Lower]
}

func number(t Token) bool { return t.Text[0] >= '0' && t.Text[0] <= '9' }

// stops says whether a token is a mark that ends sentences.
func stops(t Token) bool {
	switch t.Text[0] {
	case '.', '!', '?':
		return true
	}
	return t.Text == "…" || t.Text == "。"
}

// abbreviated says whether a token is a word with its own dot.
func abbreviated(t Token) bool {
	return len(t.Text) > 1 && t.Text[len(t.Text)-1] == '.' && t.Text[0] != '.'
}

// closing returns the token after the marks that close what the sentence opened: quotes, brackets, more stops, a note's number.
func closing(p string, tokens []Token, i int) int {
	for i < len(tokens) {
		if n := note(tokens, i); n > i {
			i = n
			continue
		}
		if tiedNote(tokens, i) {
			i++
			continue
		}
		if tokens[i].Start != tokens[i-1].End {
			break
		}
		switch t := tokens[i]; {
		case stops(t), t.Text == ")", t.Text == "]", t.Text == "”", t.Text == "»":
			i++
		case t.Lower == `"` && t.Text != "“" && t.Text != "``", t.Lower == "'" && t.Text != "‘":
			if i+1 < len(tokens) && tokens[i+1].Start == t.End && wordStart(tokens[i+1]) {
				return i // it opens the next: `end."Next`
			}
			i++
		default:
			return i
		}
	}
	// A lone mark before the end of the paragraph can only close.
	if i == len(tokens)-1 && (tokens[i].Lower == `"` || tokens[i].Lower == "'" || tokens[i].Text == ")") {
		return i + 1
	}
	return i
}

// note returns the token after a note in brackets at i, or i: a number, "[17]", before which some pages write a space,
// or a reader's few words, "[citation needed]", or the sign that something is left out.
func note(tokens []Token, i int) int {
	if tokens[i].Text != "[" {
		return i
	}
	tied := tokens[i].Start == tokens[i-1].End
	if i+2 < len(tokens) && tokens[i+1].Lower == "..." && tokens[i+2].Text == "]" { // what is left out before the next
		return i + 3
	}
	for k := i + 1; k < len(tokens) && k <= i+5; k++ {
		switch t := tokens[k]; {
		case t.Text == "]":
			if first := tokens[i+1]; k == i+2 && (number(first) || tied) || k > i+2 && !upper(first) && !stops(first) && (k+1 == len(tokens) || upper(tokens[k+1])) {
				return k + 1
			}
			return i
		case !wordStart(t) && t.Text != "?" && t.Text != "-":
			return i
		}
	}
	return i
}

// tiedNote says whether the number of a note stands at i right after a full stop: "in force.4 Even so".
func tiedNote(tokens []Token, i int) bool {
	return i > 1 && number(tokens[i]) && len(tokens[i].Text) <= 3 && tokens[i-1].Text == "." && tokens[i].Start == tokens[i-1].End &&
		wordStart(tokens[i-2]) && !number(tokens[i-2]) && i+1 < len(tokens) && tokens[i+1].Start > tokens[i].End && upper(tokens[i+1])
}

// bareNote says whether the number of a note, without its brackets, stands at end: "in force. 4 Even so". Where the
// sentence itself begins with a number they count a list.
func bareNote(tokens []Token, from, end int) bool {
	return end+1 < len(tokens) && number(tokens[end]) && len(tokens[end].Text) <= 2 && !number(tokens[from]) &&
		upper(tokens[end+1]) && functionWords[tokens[end+1].Lower]
}

func wordStart(t Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return wordRune(r)
}

// upper says whether a token begins with a capital.
func upper(t Token) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(t.Text, "["))
	return unicode.IsUpper(r)
}

// opener returns the first word at or after i, quotation marks and brackets skipped.
func opener(tokens []Token, i int) (Token, bool) {
	for k := i; k < len(tokens) && k < i+4; k++ {
		if wordStart(tokens[k]) || upper(tokens[k]) {
			return tokens[k], true
		}
	}
	return Token{}, false
}

// mayEnd says whether the abbreviation at i ends the sentence, when end is the token after it and its closing marks.
func mayEnd(tokens []Token, i, end int) bool {
	word, ok := opener(tokens, end)
	if t := tokens[end].Text; t == "," || t == ";" || t == ":" {
		return false
	}
	if !ok || end == i+1 && (abbreviations[tokens[i].Lower] == "never" || shortened(strings.TrimSuffix(tokens[i].Text, "."))) {
		return false
	}
	if end > i+1 && tokens[end-1].Lower == `"` && upper(word) {
		return starters[word.Lower]
	}
	if end < len(tokens) && tokens[end].Lower == `"` && upper(word) && tokens[end].End == word.Start {
		return len(tokens[i].Text) > 2 // "... in the U.S. "We ..."; but not J. "Jim" Doe
	}
	if word.Lower == "i" || word.Lower == "a" { // "George H. I. Novak", "A." after an initial
		return upper(word) && len(tokens[i].Text) > 2 && word.Text != "A." && word.Text != "I."
	}
	if company[tokens[i].Lower] && upper(word) && functionWords[word.Lower] {
		return true
	}
	return upper(word) && (starters[word.Lower] || tokens[i].Lower == "etc." || hour(tokens[i]) && !withHour(tokens, end))
}

// company are the abbreviations that end a firm's name.
var company = map[string]bool{"inc.": true, "corp.": true, "co.": true, "ltd.": true, "plc.": true, "llc.": true, "bros.": true}

// hour says whether a token is "a.m." or "p.m.".
func hour(t Token) bool { return t.Lower == "a.m." || t.Lower == "p.m." }

// withHour says whether what follows the hour belongs to it: "5 p.m. Monday", "5 p.m. EST", "5 p.m. Oslo time", "5 p.m.
// Eastern on Monday".
func withHour(tokens []Token, i int) bool {
	if kindsOf(tokens[i].Text)&(weekday|month|zone) != 0 || acronym(tokens[i].Text) || !wordStart(tokens[i]) {
		return true
	}
	american := clockZone[tokens[i].Lower]
	if i+1 == len(tokens) {
		return american
	}
	switch next := tokens[i+1]; next.Lower {
	case "time", "standard", "daylight":
		return true
	case "on", "and", "to", "or", "until":
		return american
	default:
		return american && !wordStart(next)
	}
}

// clockZone are the names that American clocks go by without the word "time".
var clockZone = map[string]bool{"eastern": true, "central": true, "mountain": true, "pacific": true}

// joined says whether the sentence goes on after the stop at i, when end is the token after its closing marks.
func joined(p string, tokens []Token, from, i, end int) bool {
	next := tokens[end]
	if next.Start == tokens[end-1].End && end == i+1 { // no space: "end.Next"
		return !(tokens[i].Text == "." && upper(next) && i > from && wordStart(tokens[i-1]) && len(tokens[i-1].Text) > 2 && len(next.Text) > 1)
	}
	word, ok := opener(tokens, end)
	if !ok {
		return true
	}
	if r, _ := utf8.DecodeRuneInString(word.Text); unicode.IsLower(r) && tokens[end].Text != "•" {
		return !lowName(word) && !(tokens[i].Text == "." && next.Text == "(") // "They left. (credit: a friend)"
	}
	if tokens[i].Text != "." && next.Text == "(" && (number(word) || !endsInside(tokens, end)) { // a film: "Run! (1998)"
		return true
	}
	switch next.Text {
	case ",", ";", ":", "-", "–", "—", "--":
		return true
	}
	if end == i+1 && i == from+1 && enumerator(tokens[from]) || i == from { // "1. The", a lone mark
		return true
	}
	if tokens[i].Text != "." && end > i+1 && reported(tokens, end) {
		return true
	}
	if end == i+2 && tokens[i+1].Text == "]" && editorial(tokens, from, i) {
		return true
	}
	left := (tokens[i].Text == "..." || tokens[i].Text == "…") && end > i+1 && tokens[end-1].Text == "]"
	return left && !(upper(word) && (!acronym(word.Text) || i > 1 && tokens[i-1].Start == tokens[i-2].End))
}

// editorial says whether an editor's words that end at i began inside the sentence: "[George H. W.] Novak".
func editorial(tokens []Token, from, i int) bool {
	for k := i - 1; k > from && k > i-12; k-- {
		if tokens[k].Text == "[" {
			return k < i-1
		}
	}
	return false
}

// endsInside says whether the bracket that opens at i closes with a sentence: its end has a stop before it or after it.
func endsInside(tokens []Token, i int) bool {
	for k := i + 1; k < len(tokens) && k < i+40; k++ {
		if tokens[k].Text == ")" {
			return stops(tokens[k-1]) || k+1 == len(tokens) || upper(tokens[k+1]) || stops(tokens[k+1])
		}
	}
	return true
}

// lowName says whether a word in lower case is a name that begins a sentence: "iPhone".
func lowName(t Token) bool {
	return strings.IndexFunc(t.Text, unicode.IsUpper) > 0 && len(t.Text) > 2 && wordStart(t)
}

// enumerator says whether a token numbers a list item.
func enumerator(t Token) bool {
	if len(t.Text) > 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsDigit(r) || len(t.Text) == 1 && unicode.IsLetter(r)
}

// reported says whether a name and a verb of saying follow: `"Never!" Ana Ruiz said`.
func reported(tokens []Token, i int) bool {
	for k := i; k < len(tokens) && k < i+5; k++ {
		switch tokens[k].Lower {
		case "said", "says", "asked", "asks", "added", "wrote", "replied", "shouted", "told", "tweeted", "exclaimed", "declared", "warned", "insisted":
			return k > i
		}
		if !upper(tokens[k]) {
			return false
		}
	}
	return false
}
