package prose

import (
	"slices"
	"strings"
	"sync"

	"annals/timeline/prose/model"
)

// tagNumbers translates the tagger's numbers into tags.
var tagNumbers = sync.OnceValue(func() []Tag {
	names := model.English().Tags
	tags := make([]Tag, len(names))
	for i, name := range names {
		tags[i] = Tag(max(slices.Index(tagNames[:], name), 0))
	}
	return tags
})

// A bench is what tagging a sentence needs beside it, to be used again for the next.
type bench struct {
	words, lower []string
	model        model.Words
}

var benches = sync.Pool{New: func() any { return new(bench) }}

// tag fills the tags and lemmas of a sentence. The words in proper are names even where they begin it.
func tag(s *Sentence, proper map[string]bool) {
	b := benches.Get().(*bench)
	defer benches.Put(b)
	b.words, b.lower = b.words[:0], b.lower[:0]
	title := titleCase(s)
	for i := range s.Tokens {
		word, lower := s.Tokens[i].Text, s.Tokens[i].Lower
		if proper[word] && (&namer{s: s}).initial(i) {
			word, lower = standIn, standInLower
		} else if title {
			word = written(word, lower)
		}
		b.words, b.lower = append(b.words, word), append(b.lower, lower)
	}
	numbers := tagNumbers()
	for i, n := range withVerbs(s, b) {
		t := &s.Tokens[i]
		t.Tag = numbers[n]
		correct(s, i)
	}
	repair(s)
	mainVerbs(s)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = lemma(t.Lower, t.Tag)
		if t.Lower == "'s" && t.Tag == VBZ && hasBeen(s, i) || t.Lower == "'d" && t.Tag == VBD {
			t.Lemma = "have"
		}
	}
}

// hasBeen says whether a participle that "is" never has follows the clitic at i: "it's been", "he's always had".
func hasBeen(s *Sentence, i int) bool {
	for i++; i < len(s.Tokens) && s.Tokens[i].Tag == RB; {
		i++
	}
	if i == len(s.Tokens) {
		return false
	}
	switch s.Tokens[i].Lower {
	case "been", "got", "had", "become":
		return true
	}
	return s.Tokens[i].Tag == VBN && takesObject(s, i) // "he's won the vote"
}

// finite says whether t can only be the first verb of a clause.
func finite(t Tag) bool { return t == VBD || t == VBZ || t == VBP || t == MD }

// correct overrules the tagger where the form alone decides.
func correct(s *Sentence, i int) {
	t := &s.Tokens[i]
	if (t.Tag == VB || t.Tag == VBP) && abstract(t.Lower) {
		t.Tag = NN
	}
	switch t.Text {
	case "“", "``", "«", "„":
		t.Tag = OpenQuote
	case "”", "»":
		t.Tag = CloseQuote
	case "—", "–", "--":
		if t.Tag != SYM {
			t.Tag = Colon
		}
	case ",":
		t.Tag = Comma
	case "meanwhile", "Meanwhile":
		t.Tag = RB
	case "neither":
		if t.Tag.Noun() {
			t.Tag = RB // "the board neither confirmed nor denied it"
		}
	case "Neither":
		if t.Tag.Noun() {
			t.Tag = CC
		}
	case "May", "March":
		if dated(s, i) {
			t.Tag = NNP
		}
	}
}

// abstract says whether a word ends as only nouns do: "to parliament".
func abstract(word string) bool {
	for _, end := range [...]string{"ment", "ness", "hood", "ship", "ity", "ism"} {
		if strings.HasSuffix(word, end) {
			return len(word) > len(end)+2 && !likeNouns[word]
		}
	}
	return false
}

// likeNouns are the verbs that end so.
var likeNouns = map[string]bool{"implement": true, "comment": true, "document": true, "supplement": true, "complement": true, "compliment": true,
	"experiment": true, "augment": true, "lament": true, "torment": true, "cement": true, "ferment": true, "fragment": true, "segment": true,
	"foment": true, "witness": true, "harness": true, "worship": true}

// dated says whether token i stands beside a number of a day or a year: "3 May", "May 2025".
func dated(s *Sentence, i int) bool {
	number := func(j int) bool {
		return j >= 0 && j < len(s.Tokens) && s.Tokens[j].Text[0] >= '0' && s.Tokens[j].Text[0] <= '9'
	}
	return number(i-1) || number(i+1)
}
