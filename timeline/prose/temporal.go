package prose

import (
	"annals/timeline/lexicon"
)

// timeWords holds the nouns that say when without a preposition: "own" or "unit".
var timeWords = func() map[string]string {
	m := map[string]string{}
	for _, line := range lexicon.Read(lexicons, "lexicon/timeword.txt") {
		if c := line.Field(1); c != "own" && c != "unit" {
			line.Panic("no such class: %s", c)
		}
		m[line.Field(0)] = line.Field(1)
	}
	return m
}()

// calendar says whether token i is a weekday, a month or "today", as a noun.
func (p *parser) calendar(i int) bool {
	return i >= 0 && i < len(p.tokens) && p.tag(i).Noun() && timeWords[p.tokens[i].Lower] == "own" && (p.name[i] < 0 || p.s.Names[p.name[i]].From == i && p.s.Names[p.name[i]].To == i+1)
}

// IsTime says whether a word in lower case is one of time: "friday", "week".
func IsTime(word string) bool { return timeWords[word] != "" }

// date returns the end of a date that begins with the calendar word at i, unless a noun follows that it modifies.
func (p *parser) date(i int) (end, head int) {
	k := i + 1
	for k < len(p.tokens) && (p.tag(k) == CD || p.calendar(k) || p.tag(k) == Comma && p.tag(k+1) == CD && p.tag(k-1) == CD && len(p.lower(k+1)) == 4) {
		k++
	}
	if p.tag(k) == NN || p.tag(k) == NNS {
		if timeWords[p.lower(k)] == "unit" {
			return k + 1, k
		}
		switch p.lower(i) {
		case "today", "yesterday", "tomorrow", "tonight": // "Yesterday police arrested", but "Friday prayers"
			return k, i
		}
		end := p.nouns(k)
		if p.tag(i-1) == IN && p.subjectAt(end) || p.lower(i-1) == "on" && (p.tag(k) == NNS || p.lower(k) == "police") {
			return k, i // "On Friday lawmakers met"
		}
		return end, end - 1
	}
	return k, i
}

// Temporal says whether phrase k says when and stands for no party: "Friday", "last week".
func (s *Sentence) Temporal(k int) bool {
	phrase := &s.Phrases[k]
	switch timeWords[s.Tokens[phrase.Head].Lower] {
	case "own":
		return s.Tokens[phrase.Head].Tag.Noun()
	case "unit":
		return phrase.Prep >= 0 || phrase.To-phrase.From > 1
	}
	if s.Tokens[phrase.Head].Lemma != "" {
		if timeWords[s.Tokens[phrase.Head].Lemma] == "unit" {
			return true
		}
	}
	return false
}
