package prose

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline/lexicon"
)

//go:embed lexicon
var lexicons embed.FS

// abbreviations maps an abbreviation with its dot to "never", "may" or "number": whether it ends sentences.
var abbreviations = func() map[string]string {
	m := map[string]string{}
	for _, line := range lexicon.Read(lexicons, "lexicon/abbreviation.txt") {
		switch line.Field(1) {
		case "never", "may", "number":
			m[line.Field(0)] = line.Field(1)
		default:
			line.Panic("no such class: %s", line.Field(1))
		}
	}
	return m
}()

// wordSet reads a list of words, one or more a line.
func wordSet(name string) map[string]bool {
	m := map[string]bool{}
	for _, line := range lexicon.Read(lexicons, "lexicon/"+name) {
		for _, w := range strings.Fields(line.Field(0)) {
			m[w] = true
		}
	}
	return m
}

// tokenise splits a paragraph the way the treebank is split: clitics and hyphens are tokens of their own,
// an abbreviation keeps its dot, a number its points, and an ISO date stays whole. Offsets are the paragraph's.
func tokenise(s string) []Token {
	z := tokeniser{s: s, tokens: make([]Token, 0, len(s)/5+4)}
	for z.skipSpace(); z.at < len(s); z.skipSpace() {
		z.next()
	}
	return z.tokens
}

type tokeniser struct {
	s      string
	at     int
	tokens []Token
}

func (z *tokeniser) skipSpace() {
	for z.at < len(z.s) {
		r, n := utf8.DecodeRuneInString(z.s[z.at:])
		if !space(r) {
			return
		}
		z.at += n
	}
}

func space(r rune) bool {
	switch r {
	case ' ', '\n', '\t', '\r':
		return true
	case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return r >= 0x80 && unicode.IsSpace(r) || r == '\v' || r == '\f'
}

// emit ends a token at the given byte.
func (z *tokeniser) emit(end int) {
	text := z.s[z.at:end]
	z.tokens = append(z.tokens, Token{Span: Span{z.at, end}, Text: text, Lower: fold(text)})
	z.at = end
}

// next reads one token, or a word with its clitics.
func (z *tokeniser) next() {
	s, i := z.s, z.at
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r >= '0' && r <= '9':
		z.number()
	case wordRune(r):
		if end := address(s, i); end > i {
			z.emit(end)
			return
		}
		z.word()
	case r == '.' || r == '-' || r == '!' || r == '?' || r == '*' || r == '=' || r == '_':
		end := i + 1
		for end < len(s) && s[end] == s[i] {
			end++
		}
		if r == '.' && end == i+2 { // a stray second full stop
			end = i + 1
		}
		z.emit(end)
	case r == '[':
		if end := bracketed(s, i); end > i {
			z.emit(end)
			return
		}
		z.emit(i + 1)
	case r == '@' || r == '#':
		end := i + 1
		for end < len(s) && (isWordByte(s[end]) || s[end] == '_') {
			end++
		}
		z.emit(end)
	case r == '\'' || r == '’' || r == '‘':
		z.apostrophe(n)
	case r == '`':
		end := i + 1
		if end < len(s) && s[end] == '`' {
			end++
		}
		z.emit(end)
	default:
		z.emit(i + n)
	}
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}

func wordRune(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r))
}

// apostrophe reads a token that begins with one: a clitic left over, a decade, or a quotation mark.
func (z *tokeniser) apostrophe(n int) {
	s, i := z.s, z.at
	if i+n < len(s) && s[i+n] == '\'' && s[i] == '\'' { // two of them are a double quotation mark
		z.emit(i + 2)
		return
	}
	end := i + n
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end == i+n+2 && end < len(s) && s[end] == 's' { // '90s
		z.emit(end + 1)
		return
	}
	if c := clitic(s[i:]); c > 0 && i > 0 && !spaceBefore(s, i) {
		z.emit(i + c)
		return
	}
	z.emit(i + n)
}

func spaceBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return space(r) || r == utf8.RuneError
}

var clitics = [...]string{"s", "re", "ve", "ll", "d", "m"}

// clitic returns the length of the clitic with which s begins, apostrophe included, or 0.
func clitic(s string) int {
	n := apostropheLen(s)
	if n == 0 {
		return 0
	}
	for _, c := range clitics {
		if len(s) >= n+len(c) && strings.EqualFold(s[n:n+len(c)], c) {
			if r, _ := utf8.DecodeRuneInString(s[n+len(c):]); !wordRune(r) {
				return n + len(c)
			}
		}
	}
	return 0
}

func apostropheLen(s string) int {
	switch {
	case strings.HasPrefix(s, "'"):
		return 1
	case strings.HasPrefix(s, "’"), strings.HasPrefix(s, "ʼ"):
		return len("’")
	}
	return 0
}

// bracketed reads a word whose first letters an editor changed: "[T]he". It returns i for anything else.
func bracketed(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i+1:])
	if !unicode.IsLetter(r) || i+1+n >= len(s) || s[i+1+n] != ']' {
		return i
	}
	end := i + n + 2
	start := end
	for end < len(s) && (s[end] >= 'a' && s[end] <= 'z') {
		end++
	}
	if end == start {
		return i
	}
	return end
}

// address reads an address of the net or of a mailbox, or returns i.
func address(s string, i int) int {
	if !strings.HasPrefix(s[i:], "http") && !strings.HasPrefix(s[i:], "www.") {
		return i
	}
	if rest := s[i:]; !strings.HasPrefix(rest, "www.") && !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") {
		return i
	}
	end := i
	for end < len(s) && s[end] > ' ' && s[end] != '"' && s[end] != '<' && s[end] != '>' {
		end++
	}
	for end > i && strings.IndexByte(".,;:!?)]'", s[end-1]) >= 0 {
		end--
	}
	return end
}

// number reads a figure with its points and colons, an ordinal, an ISO date, a decade.
func (z *tokeniser) number() {
	s, i := z.s, z.at
	if end := isoDate(s, i); end > i {
		z.emit(end)
		return
	}
	end := i
	for end < len(s) {
		c := s[end]
		if c >= '0' && c <= '9' {
			end++
		} else if (c == '.' || c == ',' || c == ':' || c == '/') && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9' {
			end += 2
		} else {
			break
		}
	}
	digits := end
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !wordRune(r) {
			break
		}
		end += n
	}
	switch suffix := s[digits:end]; strings.ToLower(suffix) {
	case "am", "pm", "a", "p", "bn", "m", "km", "kg", "mph", "gmt":
		z.emit(digits)
		if dotted := z.dotted(z.at); dotted > z.at {
			z.emit(dotted)
		} else {
			z.emit(end)
		}
	default:
		z.emit(end)
	}
}

// isoDate reads "2025-02-13" and a time of day tied to it by a T.
func isoDate(s string, i int) int {
	const form = "dddd-dd-dd"
	if len(s) < i+len(form) {
		return i
	}
	for k := range len(form) {
		if c := s[i+k]; form[k] == '-' && c != '-' || form[k] == 'd' && (c < '0' || c > '9') {
			return i
		}
	}
	end := i + len(form)
	if end < len(s) && s[end] == 'T' {
		for end < len(s) && (isWordByte(s[end]) && s[end] < 0x80 || s[end] == ':' || s[end] == '+' || s[end] == '-') {
			end++
		}
		return end
	}
	if end < len(s) && isWordByte(s[end]) {
		return i
	}
	return end
}

// dotted reads letters with a dot after each: "U.S.", "a.m.", "Ph.D.". It returns i for anything else.
func (z *tokeniser) dotted(i int) int {
	s, end, parts := z.s, i, 0
	for {
		k, letters := end, 0
		for k < len(s) && letters < 3 {
			r, n := utf8.DecodeRuneInString(s[k:])
			if !unicode.IsLetter(r) {
				break
			}
			k += n
			letters++
		}
		if letters == 0 || letters == 3 || k >= len(s) || s[k] != '.' || letters == 2 && !strings.EqualFold(s[end:k], "ph") {
			break
		}
		end = k + 1
		parts++
	}
	if last := capitalAlone(s, end); parts == 1 && last > end && capitalAlone(s, i) == end-1 {
		return last // "U.S", without its last dot
	}
	if parts < 2 {
		return i
	}
	return end
}

// capitalAlone returns the end of the single capital at i, if no letter, figure or dot follows it, and i otherwise.
func capitalAlone(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[min(i, len(s)):])
	if !unicode.IsUpper(r) {
		return i
	}
	if next, _ := utf8.DecodeRuneInString(s[i+n:]); wordRune(next) {
		return i
	}
	return i + n
}

// word reads a word and splits its clitics off.
func (z *tokeniser) word() {
	s, i := z.s, z.at
	if end := z.dotted(i); end > i {
		z.emit(end)
		return
	}
	end := i
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if wordRune(r) {
			end += n
			continue
		}
		if k := apostropheLen(s[end:]); k > 0 || r == '&' {
			if k == 0 {
				k = 1
			}
			if next, _ := utf8.DecodeRuneInString(s[end+k:]); wordRune(next) && (r != '&' || end-i <= 3) {
				if c := clitic(s[end:]); c > 0 {
					break
				}
				end += k
				continue
			}
		}
		break
	}
	if end < len(s) && (s[end] == '@' || s[end] == '.') {
		if e := domain(s, i, end); e > end {
			z.emit(e)
			return
		}
	}
	if end < len(s) && s[end] == '.' && z.takesDot(i, end) {
		z.emit(end + 1)
		return
	}
	if end < len(s) && s[end] == '$' && end-i <= 3 && s[i:end] == strings.ToUpper(s[i:end]) { // US$
		z.emit(end + 1)
		return
	}
	z.split(end)
}

// domain reads on through "name@host.org" or "host.org/page", or returns end.
func domain(s string, i, end int) int {
	e := end
	at := false
	for e < len(s) && (isWordByte(s[e]) || s[e] == '@' || s[e] == '.' || s[e] == '/' || s[e] == '_') && e-i < 256 {
		at = at || s[e] == '@'
		e++
	}
	for e > end && (s[e-1] == '.' || s[e-1] == '/') {
		e--
	}
	if at {
		return e
	}
	host, _, _ := strings.Cut(s[i:e], "/")
	switch top := host[strings.LastIndexByte(host, '.')+1:]; top {
	case "com", "org", "net", "gov", "edu", "int", "eu", "uk", "info", "io":
		if host != top {
			return e
		}
	}
	return end
}

// takesDot says whether the dot at end belongs to the word: an abbreviation or an initial.
func (z *tokeniser) takesDot(i, end int) bool {
	s := z.s
	word := s[i:end]
	rest := strings.TrimLeft(s[end+1:min(len(s), end+6)], " ")
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) {
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsUpper(next) && (word != "I" || z.afterName()) || next == ',' || (next >= '0' && next <= '9' || next == '(') && z.afterInitial()
	}
	if shortened(word) && rest != "" { // "(b. May 1990; m. 2010)"
		n := len(z.tokens)
		return rest[0] >= '0' && rest[0] <= '9' || n > 0 && z.tokens[n-1].Text == "("
	}
	switch abbreviations[strings.ToLower(word)+"."] {
	case "never":
		return rest != "" && (unicode.IsUpper(rune(word[0])) || lowShort[word]) || word == "v"
	case "may":
		return unicode.IsUpper(rune(word[0])) && rest != "" || word == "etc" || word == "al"
	case "number":
		return rest != "" && rest[0] >= '0' && rest[0] <= '9'
	}
	return false
}

// lowShort are the abbreviations that need no capital, as titles do: "six ft." may end a sentence.
var lowShort = map[string]bool{"vs": true, "cf": true, "viz": true, "approx": true}

// shortened says whether a word is short for one of life's stations, or for "about": born, died, married, circa.
func shortened(word string) bool {
	switch word {
	case "b", "c", "d", "m", "r", "fl", "ca", "div":
		return true
	}
	return false
}

// afterInitial says whether the token before is a letter with its dot: "H. R. 12".
func (z *tokeniser) afterInitial() bool {
	n := len(z.tokens)
	return n > 0 && len(z.tokens[n-1].Text) == 2 && z.tokens[n-1].Text[1] == '.'
}

// afterName says whether the token before is capitalised: "Peter I. Novak".
func (z *tokeniser) afterName() bool {
	if len(z.tokens) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(z.tokens[len(z.tokens)-1].Text)
	return unicode.IsUpper(r)
}

// split emits the word that ends at end, its "n't" and other clitics apart.
func (z *tokeniser) split(end int) {
	word := z.s[z.at:end]
	lower := fold(word)
	switch {
	case lower == "cannot":
		z.emit(end - 3)
		z.emit(end)
	case strings.HasSuffix(lower, "n't") && len(lower) > 3:
		z.emit(end - len("t") - apostropheIn(word) - len("n"))
		z.emit(end)
	default:
		z.emit(end)
	}
	if c := clitic(z.s[z.at:]); c > 0 {
		z.emit(z.at + c)
	}
}

// apostropheIn returns the bytes of the apostrophe before the last letter of word.
func apostropheIn(word string) int {
	_, n := utf8.DecodeLastRuneInString(word[:len(word)-1])
	return n
}

// Fold returns a token as Token.Lower holds it.
func Fold(s string) string { return fold(s) }

// fold returns s in lower case with straight quotation marks and dashes and without an editor's brackets.
func fold(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= 0x80 || c == '[' || c == '`' || c == '-' || c == '_' || c == '\'' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	switch s {
	case "“", "”", "„", "«", "»", "‟", "``", "''", "＂":
		return `"`
	case "‘", "’", "‚", "`", "‹", "›":
		return "'"
	case "–", "—", "‒", "―", "−", "‐", "‑", "--", "---", "_":
		return "-"
	case "…":
		return "..."
	case "[", "-", "'":
		return s
	}
	s = strings.ToLower(s)
	if s[0] == '[' && len(s) > 1 {
		s = strings.Replace(s[1:], "]", "", 1)
	}
	if strings.ContainsAny(s, "’ʼ") {
		s = strings.NewReplacer("’", "'", "ʼ", "'").Replace(s)
	}
	return s
}
