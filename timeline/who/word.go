package who

import (
	"embed"
	"strings"

	"annals/timeline"
	"annals/timeline/lexicon"
	"annals/timeline/prose"
)

//go:embed lexicon
var lexicons embed.FS

// actors are common nouns that can do something, and what they are.
var actors = readActors()

// things are nouns that only end like a person's function.
var things = readSet("thing.txt")

// companies are words that end the names of firms.
var companies = readSet("company.txt")

// light are the verbs that only carry a noun of doing.
var light = readSet("light.txt")

// occasions are nouns of what its author acts in.
var occasions = readSet("occasion.txt")

// sorts are what bodies of a name are called by.
var sorts = readEpithets("sort.txt")

// epithets are what a person may be called, and the words of titles that each stands for.
var epithets = readEpithets("epithet.txt")

func readEpithets(file string) map[string][]string {
	m := map[string][]string{}
	for _, l := range lexicon.Read(lexicons, "lexicon/"+file) {
		m[l.Field(0)] = strings.Fields(l.Field(1))
	}
	return m
}

func readActors() map[string]timeline.Kind {
	kinds := map[string]timeline.Kind{"body": timeline.Body, "group": timeline.Group, "person": timeline.Person, "place": timeline.Place}
	m := map[string]timeline.Kind{}
	for _, l := range lexicon.Read(lexicons, "lexicon/actor.txt") {
		k, ok := kinds[l.Field(1)]
		if !ok {
			l.Panic("no such kind of actor: %s", l.Field(1))
		}
		m[l.Field(0)] = k
	}
	return m
}

func readSet(file string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lexicon.Read(lexicons, "lexicon/"+file) {
		m[l.Field(0)] = true
	}
	return m
}

// actorKind says what a common noun in lower case is that can act, if it is one.
func actorKind(noun string) (timeline.Kind, bool) {
	if k, ok := actors[noun]; ok {
		return k, true
	}
	one := singular(noun)
	if k, ok := actors[one]; ok {
		if k == timeline.Person && one != noun {
			k = timeline.Group
		}
		return k, true
	}
	if things[one] {
		return "", false
	}
	if prose.IsTitle(one) || functional(one) {
		if one != noun {
			return timeline.Group, true
		}
		return timeline.Person, true
	}
	return "", false
}

// functional says whether a noun is made like a person's function: "negotiator", "strategist", "policewoman".
func functional(noun string) bool {
	if len(noun) < 6 {
		return false
	}
	for _, ending := range []string{"er", "or", "ist", "man", "men", "woman", "women", "person", "ee"} {
		if strings.HasSuffix(noun, ending) && !(ending == "ee" && !strings.HasSuffix(noun, "yee") && !strings.HasSuffix(noun, "inee")) {
			return true
		}
	}
	return false
}

func singular(noun string) string {
	switch {
	case strings.HasSuffix(noun, "ies") && len(noun) > 4:
		return noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "men"):
		return noun[:len(noun)-3] + "man"
	case strings.HasSuffix(noun, "ches"), strings.HasSuffix(noun, "shes"), strings.HasSuffix(noun, "sses"):
		return noun[:len(noun)-2]
	case strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") && !strings.HasSuffix(noun, "us") && len(noun) > 3:
		return noun[:len(noun)-1]
	}
	return noun
}

// plain is a word without the marks on its letters, for one article often writes a name both ways.
func plain(word string) string {
	ascii := true
	for i := range len(word) {
		ascii = ascii && word[i] < 0x80
	}
	if ascii {
		return word
	}
	return letters.Replace(word)
}

var letters = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ă", "a", "ą", "a", "ç", "c", "ć", "c", "č", "c",
	"ď", "d", "đ", "d", "é", "e", "è", "e", "ê", "e", "ë", "e", "ě", "e", "ę", "e", "ğ", "g", "í", "i", "ì", "i", "î", "i", "ï", "i", "ı", "i",
	"ł", "l", "ñ", "n", "ń", "n", "ň", "n", "ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ő", "o", "ř", "r", "ś", "s", "š", "s",
	"ş", "s", "ș", "s", "ť", "t", "ț", "t", "ţ", "t", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ů", "u", "ű", "u", "ý", "y", "ÿ", "y", "ž", "z",
	"ź", "z", "ż", "z", "Á", "A", "Å", "A", "Ä", "A", "Č", "C", "Ç", "C", "É", "E", "İ", "I", "Ł", "L", "Ó", "O", "Ö", "O", "Ø", "O", "Ř", "R",
	"Š", "S", "Ş", "S", "Ś", "S", "Ú", "U", "Ü", "U", "Ž", "Z", "Ż", "Z", "’", "'")
