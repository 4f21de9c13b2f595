package score

import (
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/edtf"
)

// How near an event stands to a gold event.
const (
	apart      = iota
	inSentence // in the same sentence
	onTrigger  // its trigger overlaps the gold trigger
)

// closeness returns the best of the event's mentions.
func closeness(g Gold, e timeline.Event, paragraphs []string) int {
	if g.Para < 0 || g.Para >= len(paragraphs) {
		return apart
	}
	text := paragraphs[g.Para]
	places := occurrences(text, g.Trigger)
	var ends []int
	best := apart
	for _, m := range append([]timeline.Mention{{Para: e.Para, At: e.At}}, e.Mentions...) {
		if m.Para != g.Para {
			continue
		}
		for _, at := range places {
			if m.At.Start < at+len(g.Trigger) && at < m.At.End {
				return onTrigger
			}
			if ends == nil {
				ends = sentences(text)
			}
			if sameSentence(ends, at, m.At.Start) {
				best = inSentence
			}
		}
	}
	return best
}

// occurrences returns where needle begins in text, without overlaps.
func occurrences(text, needle string) []int {
	var at []int
	if needle == "" {
		return nil
	}
	for from := 0; ; {
		i := strings.Index(text[from:], needle)
		if i < 0 {
			return at
		}
		at = append(at, from+i)
		from += i + len(needle)
	}
}

// sameDate says whether the dates are equal as EDTF or as bounds.
func sameDate(g Gold, e timeline.Event) bool {
	if g.Date == "" {
		return e.Date.IsZero()
	}
	return e.Date.String() == g.Date || g.from != 0 && g.from == e.Earliest && g.to == e.Latest
}

// rightDate says whether a timeline may show the event's date for the gold one. Where the annotator had no more than
// a neighbouring event or the publication to go by, an overlapping interval does, if it is no wider than three times
// the gold one or 31 days.
func rightDate(g Gold, e timeline.Event) bool {
	if g.Date == "" {
		return e.Earliest == 0
	}
	if sameDate(g, e) {
		return true
	}
	inferred := g.Basis == timeline.Narrative || g.Basis == timeline.Publication
	return inferred && e.Earliest != 0 && e.Latest != 0 && overlap(g, e) &&
		width(e.Earliest, e.Latest) <= max(31, 3*width(g.from, g.to))
}

// overlap says whether some day fits both dates; no date overlaps no date.
func overlap(g Gold, e timeline.Event) bool {
	if g.from == 0 {
		return e.Earliest == 0
	}
	return e.Earliest != 0 && e.Earliest <= g.to && g.from <= e.Latest
}

// invented says whether the event has a single day where the gold has a month, a season or a year.
func invented(g Gold, e timeline.Event) bool {
	n := len(strings.TrimRight(g.Date, "~"))
	return (n == 4 || n == 7) && e.Earliest != 0 && e.Earliest == e.Latest
}

func width(from, to edtf.Day) int { return int(to-from) + 1 }

// acting returns the names of those who did the event.
func acting(e timeline.Event) []string {
	var names []string
	for _, p := range e.Actors {
		switch p.Role {
		case timeline.Agent, timeline.Speaker, timeline.Participant, "":
			names = append(names, p.Name)
		}
	}
	return names
}

func partyNames(parties []timeline.Party) []string {
	var names []string
	for _, p := range parties {
		names = append(names, p.Name)
	}
	return names
}

// compare counts on which names two lists agree, by last words, and returns those that only one of them has.
func compare(gold, found []string) (agree Agreement, missed, spurious []string) {
	inGold, inFound := lastWords(gold), lastWords(found)
	agree = Agreement{0, len(inFound), len(inGold)}
	for word := range inGold {
		if inFound[word] {
			agree.Right++
		}
	}
	return agree, without(gold, inFound), without(found, inGold)
}

// without returns the names whose last words are none of those given.
func without(names []string, words map[string]bool) []string {
	var rest []string
	for _, name := range names {
		for word := range lastWords([]string{name}) {
			if !words[word] {
				rest = append(rest, name)
			}
		}
	}
	return rest
}

// lastWords returns the last words of names, without marks, in lower case: titles and given names are written in
// too many ways to tell whether two names are one person.
func lastWords(names []string) map[string]bool {
	words := map[string]bool{}
	for _, name := range names {
		fields := strings.Fields(name)
		if len(fields) == 0 {
			continue
		}
		last := strings.Map(func(r rune) rune {
			if r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
				return r
			}
			return -1
		}, fields[len(fields)-1])
		words[strings.ToLower(last)] = true
	}
	return words
}
