package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline/lexicon"
)

// A wordKind is a set of what a capitalised word, or a run of them, can be in a name.
type wordKind uint32

const (
	country wordKind = 1 << iota
	demonym          // "French", "Americans"
	place            // a place that is no country
	placeHead
	bodyWhole
	bodyHead
	portfolio
	workHead
	mediumHead
	eventHead
	group
	thing // letters in capitals that name no party: "GDP"
	rank
	royal
	role
	modifier
	given
	weekday
	month
	zone
)

var nameWord = readNameWords()

// wholeKinds are what a listed name can be that is a name without more ado.
const wholeKinds = country | place | bodyWhole

// wholeLength gives, for the first token of listed names, how many tokens the longest of them has.
var wholeLength = func() map[string]uint8 {
	m := map[string]uint8{}
	for name, k := range nameWord {
		if k&wholeKinds == 0 {
			continue
		}
		tokens := tokenise(name)
		if n := len(tokens); n <= longestName {
			m[tokens[0].Text] = max(m[tokens[0].Text], uint8(n))
		}
	}
	return m
}()

// longestName is the number of words in the longest entry of several words.
const longestName = 5

// A Country is a land with the words that are made of its name.
type Country struct {
	Names    []string // the usual full name first
	Peoples  []string // adjectives and demonyms
	Capitals []string
}

// Countries are the lands that the package knows, in the order of their list.
var Countries = readCountries()

// Pronouns gives for a given name the pronoun that usually goes with it: "he", "she" or "either".
var Pronouns = readPairs("lexicon/given.txt")

// surnames says of a surname whether it is nothing else, neither a word nor a place.
var surnames = func() map[string]bool {
	m := map[string]bool{}
	for _, l := range lexicon.Read(lexicons, "lexicon/surname.txt") {
		if c := l.Field(1); c != "only" && c != "also" {
			l.Panic("no such class: %s", c)
		}
		m[l.Field(0)] = l.Field(1) == "only"
	}
	return m
}()

// speechForms gives the dictionary form of each form of a verb of speech.
var speechForms = readSpeech()

func readCountries() []Country {
	var all []Country
	for _, l := range lexicon.Read(lexicons, "lexicon/country.txt") {
		c := Country{Names: commas(l.Field(0)), Peoples: commas(l.Field(1))}
		if l.Field(2) != "-" {
			c.Capitals = commas(l.Field(2))
		}
		all = append(all, c)
	}
	return all
}

func commas(field string) []string {
	parts := strings.Split(field, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func readPairs(file string) map[string]string {
	pairs := map[string]string{}
	for _, l := range lexicon.Read(lexicons, file) {
		pairs[l.Field(0)] = l.Field(1)
	}
	return pairs
}

func readSpeech() map[string]string {
	forms := map[string]string{}
	for _, l := range lexicon.Read(lexicons, "lexicon/speech.txt") {
		words := strings.Fields(l.Field(0))
		for _, w := range words {
			forms[w] = words[0]
		}
	}
	return forms
}

func readNameWords() map[string]wordKind {
	kinds := map[string]wordKind{}
	for _, c := range readCountries() {
		for _, n := range c.Names {
			kinds[n] |= country
		}
		for _, p := range c.Peoples {
			kinds[p] |= demonym
		}
		for _, p := range c.Capitals {
			kinds[p] |= place
		}
	}
	columns := map[string]map[string]wordKind{
		"place":    {"whole": place, "head": placeHead},
		"body":     {"whole": bodyWhole, "head": bodyHead, "portfolio": portfolio, "work": workHead, "medium": mediumHead, "thing": thing, "event": eventHead, "group": group},
		"title":    {"rank": rank, "royal": royal, "role": role, "modifier": modifier},
		"calendar": {"weekday": weekday, "month": month, "zone": zone},
	}
	for file, column := range columns {
		for _, l := range lexicon.Read(lexicons, "lexicon/"+file+".txt") {
			k, ok := column[l.Field(1)]
			if !ok {
				l.Panic("no such kind of word: %s", l.Field(1))
			}
			kinds[l.Field(0)] |= k
		}
	}
	for name := range readPairs("lexicon/given.txt") {
		kinds[name] |= given
	}
	return kinds
}

// kindsOf gives what a word can be in a name; a plural role counts as its singular.
func kindsOf(word string) wordKind {
	k := nameWord[word]
	if k == 0 && strings.HasSuffix(word, "s") {
		k = nameWord[strings.TrimSuffix(word, "s")] & (rank | role)
	}
	return k
}

// IsTitle says whether a word, as written, can be the head of a title: "Senator", "spokesman", "ministers".
func IsTitle(word string) bool {
	k := kindsOf(word)
	if k&(rank|role|royal) != 0 {
		return true
	}
	return kindsOf(capitalised(word))&(rank|royal) != 0
}

// IsSpeech says whether a word in lower case is a form of a verb that reports speech, and of which.
func IsSpeech(lower string) (lemma string, ok bool) {
	lemma, ok = speechForms[lower]
	return lemma, ok
}

// IsBody says whether a capitalised word can be what a body's name turns on: "Court", "Ministry".
func IsBody(word string) bool { return kindsOf(word)&(bodyHead|bodyWhole) != 0 }

func capitalised(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

// capital says whether a word is written like a part of a name: with a capital first, or after an
// Arabic article or an elision ("al-Assad", "d'Ivoire").
func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) {
		return true
	}
	if i := strings.IndexAny(word[:min(len(word), 6)], "-'’"); i > 0 && i <= 3 {
		rest := strings.TrimLeft(word[i:], "-'’")
		r, _ = utf8.DecodeRuneInString(rest)
		return unicode.IsUpper(r) && unicode.IsLower(rune(word[0]))
	}
	return false
}

// acronym says whether a word is written in capitals, digits and points, with two capitals or more.
func acronym(word string) bool {
	capitals := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != '.' && r != '-' && r != '&' && !unicode.IsDigit(r):
			return false
		}
	}
	return capitals >= 2 || capitals == 1 && len(word) >= 2 && unicode.IsDigit(rune(word[len(word)-1]))
}
