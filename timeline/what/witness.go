package what

import (
	"annals/timeline"
	"annals/timeline/prose"
)

// Where somebody speaks makes his words testimony: in the witness box, under oath, before a committee or a court.

// witnesses makes testimony of what is said there. Members who speak in their own house make statements.
func witnesses(s *prose.Sentence, found []Mention) []Mention {
	for n := range found {
		m := &found[n]
		if m.Noun || m.Type != timeline.Statement || m.Predicate < 0 {
			continue
		}
		p := &s.Predicates[m.Predicate]
		if p.Subject >= 0 && holds(s, classes["legislator"], s.Phrases[p.Subject].From, s.Phrases[p.Subject].To) {
			continue
		}
		if onTheStand(s, p) {
			m.Type, m.Family = timeline.Testimony, "testify"
		}
	}
	return found
}

// errands are the verbs of speech whose "to" leads to what they ask for: "vowed to march to the court".
var errands = set("propose vow threaten promise pledge appeal demand write call urge ask refer point commit object apply")

// onTheStand says whether a phrase beside the verb names such a place.
func onTheStand(s *prose.Sentence, p *prose.Predicate) bool {
	for _, o := range p.Obliques {
		q := &s.Phrases[o]
		if q.Prep < 0 || q.Prep >= len(s.Tokens) {
			continue
		}
		head := q.Head
		switch s.Tokens[q.Prep].Lower {
		case "on", "from":
			if holds(s, classes["dock"], head, head+1) {
				return true
			}
		case "under":
			if holds(s, classes["oathword"], q.From, q.To) {
				return true
			}
		case "in":
			if holds(s, classes["dock"], head, head+1) || s.Tokens[head].Lower == "court" || holds(s, classes["hearing"], head, head+1) {
				return true
			}
		case "at":
			if holds(s, classes["hearing"], head, head+1) {
				return true
			}
		case "before":
			if holds(s, classes["inquiry"], q.From, q.To) {
				return true
			}
		case "to":
			if q.Prep > p.Head && !errands[s.Tokens[p.Head].Lemma] && holds(s, classes["inquiry"], head, head+1) {
				return true
			}
		}
	}
	return false
}
