package prose

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"annals/timeline/prose/model"
)

// A headline in title case gives capitals to verbs and nouns alike. For the tagger it is written as a sentence would be.

// titleCase says whether a sentence without an end is a headline in which all words of weight have a capital, among them one
// that has it for no other reason.
func titleCase(s *Sentence) bool {
	if len(s.Tokens) < 4 || stops(s.Tokens[len(s.Tokens)-1]) {
		return false
	}
	capitals, common := 0, false
	for i := range s.Tokens {
		w := s.Tokens[i].Text
		switch r, n := utf8.DecodeRuneInString(w); {
		case unicode.IsUpper(r):
			capitals++
			last, _ := utf8.DecodeLastRuneInString(w)
			common = common || i > 0 && len(w) > n && unicode.IsLower(last) && model.English().Common(s.Tokens[i].Lower, properTags())
		case len(w) > 3 && unicode.IsLower(r) && !functionWords[w]:
			return false
		}
	}
	return common && capitals > 3
}

// properTags are the tags of proper nouns as a set of the tagger's numbers.
var properTags = sync.OnceValue(func() (set uint64) {
	for n, t := range tagNumbers() {
		if t.Proper() {
			set |= 1 << n
		}
	}
	return set
})

// written returns a word of such a headline as a sentence would have it: in small letters, unless a list of names has it.
// The tagger knows headlines, but what is written as in a sentence it knows better.
func written(word, lower string) string {
	_, surname := surnames[word]
	if !functionWords[lower] && (acronym(word) || surname || kindsOf(word)&(country|demonym|place|bodyWhole|given|weekday|month|group) != 0) {
		return word
	}
	return lower
}
