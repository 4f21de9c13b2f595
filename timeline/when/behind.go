package when

import "annals/timeline/prose"

// Behind returns when that happened which is told behind a distance: of "two days after the truce began" the time two
// days before that of the clause in front, as a distance from the anchor's day. It is false where no such word follows.
func Behind(s *prose.Sentence, e Expression) (Ago, bool) {
	d, ok := e.Value.(Duration)
	if !ok || d.N == 0 {
		return Ago{}, false
	}
	switch lower(s, e.To) {
	case "after":
		return Ago{N: -d.N, Unit: d.Unit}, true
	case "before":
		return Ago{N: d.N, Unit: d.Unit}, true
	}
	return Ago{}, false
}
