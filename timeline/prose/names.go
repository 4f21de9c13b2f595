package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names are found in three steps. Capitalised words that stand together, with the small words that names hold
// ("House of Commons", "Ursula von der Leyen"), are a run. A run is split where titles end and a person begins.
// What is left is a name, and its words say what it names. Tags, where there are any, only decide what
// capitals cannot: the first word of a sentence.

// functionWords are words that no name begins with where a sentence does.
var functionWords = wordSet("function.txt")

var particles = map[string]bool{
	"de": true, "del": true, "della": true, "di": true, "da": true, "do": true, "dos": true, "das": true, "du": true, "la": true,
	"le": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "ibn": true, "bint": true, "ben": true, "al": true,
	"el": true, "ul": true, "ur": true, "y": true, "ter": true, "ten": true, "zu": true, "af": true, "d'": true,
}

// compounds are second halves that make an adjective of the name before the hyphen: "US-led". Others of their
// length are halves of given names: "Tsai Ing-wen".
var compounds = map[string]bool{
	"led": true, "born": true, "wide": true, "like": true, "era": true, "run": true, "held": true, "made": true, "only": true,
	"free": true, "long": true, "back": true, "area": true, "type": true, "day": true, "year": true, "old": true, "bred": true,
	"tied": true, "plus": true, "age": true, "up": true, "off": true, "out": true, "to": true, "and": true, "for": true,
}

// A namer finds the names of one sentence.
type namer struct {
	s     *Sentence
	title bool // it is a headline in which capitals tell nothing
	found []Name
}

// findNames fills s.Names.
func findNames(s *Sentence) {
	n := namer{s: s, title: titleCase(s)}
	for at := 0; at < len(s.Tokens); {
		end := n.run(at)
		if end > at {
			n.split(at, end)
		}
		at = max(end, at+1)
	}
	n.acronyms()
	s.Names = n.found
}

func (n *namer) word(i int) string {
	if i < 0 || i >= len(n.s.Tokens) {
		return ""
	}
	return n.s.Tokens[i].Text
}

func (n *namer) lower(i int) string {
	if i < 0 || i >= len(n.s.Tokens) {
		return ""
	}
	return n.s.Tokens[i].Lower
}

// tied says whether no space stands between token i and the next.
func (n *namer) tied(i int) bool {
	return i >= 0 && i+1 < len(n.s.Tokens) && n.s.Tokens[i].End == n.s.Tokens[i+1].Start
}

// text is a token range as names are written, one space between words that are not tied.
func (n *namer) text(r Range) string {
	if r.To == r.From+1 {
		return n.word(r.From)
	}
	var b strings.Builder
	for i := r.From; i < r.To; i++ {
		if i > r.From && !n.tied(i-1) {
			b.WriteByte(' ')
		}
		b.WriteString(n.word(i))
	}
	return b.String()
}

// initial says whether a capital at i may be the sentence's and not the word's.
func (n *namer) initial(i int) bool {
	for i--; i >= 0; i-- {
		switch n.lower(i) {
		case "\"", "'", "``", "''", "(", "[", "...":
			continue
		case ":", "-", "--", "•", "*", ".", "!", "?":
			return true
		}
		return strings.ContainsAny(n.word(i), "“‘”—–")
	}
	return true
}

// nameStart says whether a name can begin at i.
func (n *namer) nameStart(i int) bool {
	w := n.word(i)
	if n.article(i) {
		return true
	}
	if !capital(w) {
		return n.ordinal(i)
	}
	if (w == "R" || w == "D" || w == "I") && n.tied(i) && n.lower(i+1) == "-" && capital(n.word(i+2)) {
		return false // the party of "R-Arlen"
	}
	if _, whole := n.whole(i); whole {
		return !n.initial(i) || n.word(i) != "US" || n.lower(i+1) != "all"
	}
	k := kindsOf(w)
	if n.title && k == 0 && !n.s.Tokens[i].Tag.Proper() {
		return false
	}
	switch {
	case k&(weekday|zone) != 0 || w[len(w)-1] == '$': // "C$"
		return false
	case k&month != 0:
		return n.monthName(i)
	case w == "I" || w == "The" || w == "A" || w == "An":
		return false
	case !n.initial(i):
		return !functionWords[n.lower(i)] || capital(n.word(i+1)) && n.lower(i) != "mr"
	case functionWords[n.lower(i)]:
		return false
	case k != 0:
		return true
	}
	return n.initialName(i)
}

// initialName decides on the first word of a sentence that no list has.
func (n *namer) initialName(i int) bool {
	t := n.s.Tokens[i]
	if acronym(t.Text) && utf8.RuneCountInString(t.Text) < 8 {
		return true
	}
	next := n.word(i + 1)
	if capital(next) && kindsOf(next)&(weekday|month|zone) == 0 && next != "I" {
		return t.Tag == NoTag || t.Tag.Proper() || t.Tag == JJ || t.Tag == NN
	}
	if t.Tag != NoTag {
		return t.Tag.Proper()
	}
	_, says := IsSpeech(n.lower(i + 1))
	return says || n.lower(i+1) == "'s" || n.lower(i+1) == "has" || n.lower(i+1) == "had"
}

// monthName tells "May" and "April" the persons from the months.
func (n *namer) monthName(i int) bool {
	w := n.word(i)
	if w != "May" && w != "April" && w != "June" && w != "August" {
		return false
	}
	next := n.word(i + 1)
	if _, says := IsSpeech(n.lower(i + 1)); says && !n.initial(i) {
		return true
	}
	if w == "May" {
		prev := n.lower(i - 1)
		before := map[string]bool{"in": true, "by": true, "until": true, "since": true, "last": true, "this": true, "of": true,
			"on": true, "early": true, "late": true, "mid": true, "next": true, "from": true, "to": true, "before": true,
			"after": true, "during": true, "between": true, "-": true, "and": true, "": true}
		r, _ := utf8.DecodeRuneInString(next)
		if next == "'s" || next == "’s" {
			return true
		}
		_, says := IsSpeech(n.lower(i + 1))
		return !before[prev] && !unicode.IsDigit(r) && !unicode.IsDigit(rune((prev + " ")[0])) || says
	}
	return w == "April" && capital(next) && n.initial(i) && kindsOf(next) == 0
}

// article says whether an Arabic article tied to a name stands at i: "al-Assad".
func (n *namer) article(i int) bool {
	switch n.lower(i) {
	case "al", "el", "ul", "an", "as", "ar", "at", "bin":
		return n.tied(i) && n.lower(i+1) == "-" && n.tied(i+1) && capital(n.word(i+2))
	}
	return false
}

// ordinal says whether an ordinal in figures, or a house number, begins a name at i: "116th United States
// Congress", "10 Downing Street".
func (n *namer) ordinal(i int) bool {
	w := n.word(i)
	if w == "" || !unicode.IsDigit(rune(w[0])) || !capital(n.word(i+1)) || kindsOf(n.word(i+1))&(month|weekday|zone) != 0 {
		return false
	}
	if strings.HasSuffix(w, "th") || strings.HasSuffix(w, "st") || strings.HasSuffix(w, "nd") || strings.HasSuffix(w, "rd") {
		k := 1
		for capital(n.word(i + k)) {
			k++
		}
		return kindsOf(n.word(i+k-1))&(bodyHead|bodyWhole|workHead) != 0
	}
	return kindsOf(n.word(i+2))&placeHead != 0 && len(w) < 5
}

// whole finds the longest listed name of one word or more that begins at i.
func (n *namer) whole(i int) (end int, ok bool) {
	for length := min(int(wholeLength[n.word(i)]), len(n.s.Tokens)-i); length > 0; length-- {
		if k := nameWord[n.text(Range{i, i + length})]; k&wholeKinds != 0 && (length > 1 || k&demonym == 0 || k&country != 0) {
			return i + length, true
		}
	}
	return i, false
}

// run returns the end of the run of capitalised words that begins at i, or i.
func (n *namer) run(i int) int {
	if !n.nameStart(i) {
		return i
	}
	end := i + 1
	if w, ok := n.whole(i); ok {
		end = w
	} else if n.article(i) {
		end = i + 3
	}
	for next := n.extend(i, end); next > end; next = n.extend(i, end) {
		end = next
	}
	return end
}

// extend returns the end of a run from..end with the next word that belongs to it, or end.
func (n *namer) extend(from, end int) int {
	w, last := n.lower(end), n.word(end-1)
	switch {
	case n.plain(end):
		if e, ok := n.whole(end); ok {
			return e
		}
		return end + 1
	case n.article(end):
		return end + 3
	case w == "-" && n.tied(end-1) && n.tied(end):
		return n.hyphen(end)
	case particles[w] && !n.initial(end-1) || particles[w] && kindsOf(last)&demonym == 0:
		return n.particle(end)
	case w == "&" && n.plain(end+1):
		return end + 2
	case w == "," && (n.lower(end+1) == "jr." || n.lower(end+1) == "sr." || n.lower(end+1) == "jr"):
		return end + 2
	case (w == "v." || w == "v" || w == "vs.") && n.plain(end+1):
		return end + 2 // a case at law
	case (w == "'" || w == "'s") && (folk[last] || w == "'" && members(last)) && n.bodyWord(end+1):
		return end + 2 // "People's Congress"
	case w == "of" && n.workAhead(end+1) && !n.full(from, end):
		return end + 2
	case w == "of" || w == "for" || w == "on" || w == "to" && kindsOf(last)&rank != 0:
		return n.complement(from, end)
	case w == "and" || w == ",":
		return n.list(from, end)
	}
	return end
}

// folk are the words that own a body in its name: "Workers' Party".
var folk = map[string]bool{"People": true, "Peoples": true, "Workers": true, "Women": true, "Men": true, "Children": true, "Farmers": true,
	"Teachers": true, "Veterans": true, "Lawyers": true, "Writers": true, "Citizens": true, "Students": true, "Nurses": true, "Governors": true}

// members says whether a word is the plural of people by what they do or are, who can own a body: "Residents' Association".
func members(word string) bool {
	one, plural := strings.CutSuffix(word, "s")
	if !plural || kindsOf(word)&(country|place|given|group|demonym) != 0 {
		return false
	}
	for _, ending := range []string{"er", "or", "ist", "ent", "ant", "man", "ee"} {
		if strings.HasSuffix(one, ending) {
			return true
		}
	}
	return IsTitle(one)
}

func (n *namer) bodyWord(i int) bool {
	return n.plain(i) && (kindsOf(n.word(i))&(bodyHead|portfolio) != 0 || n.plain(i+1) && kindsOf(n.word(i+1))&bodyHead != 0)
}

// workAhead says whether capitals from i lead to the word of a law: "Tenure of Office Act".
func (n *namer) workAhead(i int) bool {
	k := i
	for n.plain(k) && k < i+5 {
		k++
	}
	return k > i && kindsOf(n.word(k-1))&workHead != 0
}

// plain says whether a capitalised word that continues a name stands at i.
func (n *namer) plain(i int) bool {
	w := n.word(i)
	if !capital(w) || w == "I" || w == "The" && kindsOf(n.word(i-1)) != 0 {
		return false
	}
	k := kindsOf(w)
	if n.title && k == 0 && !n.s.Tokens[i].Tag.Proper() {
		return false
	}
	if k&month != 0 && w == "May" {
		r, _ := utf8.DecodeRuneInString(n.word(i + 1))
		return kindsOf(n.word(i-1))&(given|rank) != 0 && !unicode.IsDigit(r)
	}
	return k&(weekday|month|zone) == 0
}

// hyphen reads the second half of "Jean-Claude", "Ing-wen" and "Chan-o-cha".
func (n *namer) hyphen(end int) int {
	half := n.word(end + 1)
	switch {
	case capital(half):
		return end + 2
	case utf8.RuneCountInString(half) == 1 && n.lower(end+2) == "-" && n.tied(end+1) && n.tied(end+2):
		return end + 4
	case half != "" && utf8.RuneCountInString(half) <= 5 && strings.ToLower(half) == half && !compounds[half] &&
		unicode.IsLetter(rune(half[0])) && (capital(n.word(end+2)) || end >= 2 && capital(n.word(end-2))) &&
		kindsOf(n.word(end-1))&(country|place|demonym|bodyWhole) == 0 && (kindsOf(n.word(end-1))&given == 0 || end >= 2 && capital(n.word(end-2))) && !strings.HasSuffix(half, "ed"):
		return end + 2
	}
	return end
}

// full says whether a run is a person's first and last name: "Nathan Law", whom no "of" belongs to.
func (n *namer) full(from, end int) bool {
	return end-from == 2 && kindsOf(n.word(from))&given != 0
}

// particle reads small words inside a person's name up to the next capitalised one.
func (n *namer) particle(end int) int {
	for k := end; k < end+3; k++ {
		if n.plain(k) {
			return k + 1
		}
		if !particles[n.lower(k)] {
			break
		}
	}
	return end
}

// complement reads what "of", "for", "on" and "to" tie to a body or a title: "Ministry of the Interior",
// "Commission on Human Rights", "Ambassador to Norway".
func (n *namer) complement(from, end int) int {
	k := kindsOf(n.word(end - 1))
	prep := n.lower(end)
	allowed := k&(bodyHead|bodyWhole|rank) != 0
	switch prep {
	case "of":
		allowed = allowed || k&(workHead|mediumHead|eventHead|placeHead|country) != 0 && n.word(end-1) != "US" && !n.full(from, end)
	case "for":
		allowed = k&(bodyHead|rank) != 0 && kindsOf(n.word(end+1))&(country|demonym) == 0
	case "on":
		allowed = k&bodyHead != 0 && n.plain(end+1)
	}
	if !allowed || k&bodyWhole != 0 && k&bodyHead == 0 && prep != "of" {
		return end
	}
	next := end + 1
	if n.lower(next) == "the" {
		next++
	}
	if !n.plain(next) {
		return end
	}
	if e, ok := n.whole(next); ok {
		return e
	}
	return next + 1
}

// list reads "and" and commas inside what a department is for: "Department of Health and Human Services",
// "Educational, Scientific and Cultural Organization".
func (n *namer) list(from, end int) int {
	inside := false
	for k := from; k < end; k++ {
		w := n.lower(k)
		inside = inside || w == "of" || w == "for" || w == "on" || kindsOf(n.word(k))&(bodyWhole|bodyHead) != 0
	}
	if _, ok := n.whole(from); ok && end-from <= longestName {
		inside = inside || n.lower(end) == ","
	}
	before, after := kindsOf(n.word(end-1)), kindsOf(n.word(end+1))
	if before&country != 0 && after&country != 0 && n.lower(end) == "and" && n.lower(end-2) == "of" && kindsOf(n.word(end-3))&bodyHead != 0 {
		return end + 2 // "High Court of England and Wales"
	}
	if n.lower(end) == "and" && n.lower(end+1) == "the" && before&country != 0 && n.lower(end-2) == "of" && n.plain(end+2) &&
		kindsOf(n.word(end-3))&(bodyHead|placeHead) != 0 && kindsOf(n.word(end+2))&(country|bodyHead|rank) == 0 {
		return end + 3 // "Islamic State of Iraq and the Levant"
	}
	if before&portfolio != 0 && after&portfolio != 0 && n.plain(end+1) && (inside && n.bodyAhead(from, end) || n.endsInBody(end+1)) {
		return end + 2
	}
	return end
}

// endsInBody says whether capitals from i end in a body's word: "Exchange Commission".
func (n *namer) endsInBody(i int) bool {
	for n.plain(i + 1) {
		i++
	}
	return kindsOf(n.word(i))&bodyHead != 0
}

// bodyAhead says whether a list of portfolios belongs to one body: its word stands before the list with "of",
// or at the end of the list.
func (n *namer) bodyAhead(from, end int) bool {
	for k := from; k < end; k++ {
		if kindsOf(n.word(k))&(bodyHead|rank) != 0 && (n.lower(k+1) == "of" || n.lower(k+1) == "for" || n.lower(k+1) == "on") {
			return true
		}
	}
	for k := end + 1; n.plain(k) || n.lower(k) == "and" || n.lower(k) == ","; k++ {
		if kindsOf(n.word(k))&bodyHead != 0 {
			return true
		}
	}
	return false
}
