package when

import "annals/timeline/prose"

// SameDay says whether what somebody says beside the preposition at token i is said on the day of the event behind it: "during
// the debate", "before the vote", but not "weeks before the vote".
func SameDay(s *prose.Sentence, i int) bool {
	if i < 0 || i > 0 && s.Tokens[i-1].Tag == prose.NNS {
		return false
	}
	switch s.Tokens[i].Lower {
	case "before", "during", "at":
		return true
	}
	return false
}
