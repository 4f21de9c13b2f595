package when

import (
	"slices"
	"strings"

	"annals/timeline/prose"
)

// The words that tell the direction where a sentence has no tags. The irregular verbs are those that news uses most.
var (
	futureWords = words("will 'll shall expected scheduled due plans hopes expects intends upcoming")
	pastWords   = words("was were had said did held met told took came went made gave got began left won lost fell rose 's reported ago")
)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// Lean returns the direction that the words before e give, or else the verb of its clause: the predicate nearest to it,
// or where the sentence has none, a word before it, the nearest first, or then one after it.
func Lean(s *prose.Sentence, e Expression) Direction {
	if d, ok := led(s, e); ok {
		return d
	}
	if d, ok := tensed(s, e); ok {
		return d
	}
	for i := e.From - 1; i >= 0; i-- {
		if d, ok := leaning(s, i); ok {
			return d
		}
	}
	for i := e.To; i < len(s.Tokens); i++ {
		if d, ok := leaning(s, i); ok {
			return d
		}
	}
	return Past
}

// tensed returns the direction of the predicate nearest to e, false where there is none.
func tensed(s *prose.Sentence, e Expression) (Direction, bool) {
	p := nearestPredicate(s, e)
	if p == nil {
		return Past, false
	}
	n, _ := dayNamed(e.Value)
	return bearing(s, *p, n.Weekday > 0, e), true
}

// dayNamed returns the named time that v is, or of whose day it is a part.
func dayNamed(v Value) (Named, bool) {
	if at, ok := v.(At); ok {
		v = at.Of
	}
	n, ok := v.(Named)
	return n, ok
}

// headRoom is how many tokens from its beginning a time stands at the head of its clause: "On Friday, the mayor resigned".
const headRoom = 2

// nearestPredicate returns the predicate nearest to e, nil where there is none. What belongs to a day ("Wednesday's
// ruling") is rather spoken of when it has been: aims do not move it.
func nearestPredicate(s *prose.Sentence, e Expression) *prose.Predicate {
	owner := lower(s, e.To) == "'s"
	var best *prose.Predicate
	distance := 1 << 30
	for i, p := range s.Predicates {
		if owner && p.Tense != prose.Past && p.Modal != "will" || completes(s, p, e) {
			continue
		}
		d := e.From - p.To
		if d < 0 {
			d = 2*(p.From-e.To) + 2
			if joint := lower(s, e.To); joint == "and" || joint == "but" || joint == "," && e.From > headRoom {
				d += 12 // the next clause has its own time, and ", aides said" none
			}
		}
		if d < 0 || d >= distance {
			continue
		}
		distance, best = d, &s.Predicates[i]
	}
	return best
}

// predicateBefore returns the predicate nearest to e where it stands before e, else nil.
func predicateBefore(s *prose.Sentence, e Expression) *prose.Predicate {
	if p := nearestPredicate(s, e); p != nil && p.To <= e.From {
		return p
	}
	return nil
}

// led returns the direction that the words right before e give, false where they give none.
func led(s *prose.Sentence, e Expression) (Direction, bool) {
	n, named := dayNamed(e.Value)
	switch before, word := lower(s, e.From-1), lower(s, e.From-2); before {
	case "from":
		return Past, lower(s, e.To) == "'s" // "results from Sunday's vote will come on Friday"
	case "effective", "payable":
		return Future, true
	case "due", "likely", "expected", "scheduled", "slated":
		return Future, named && !wasSet(s, e.From-1) && !over(s, e)
	case "through":
		if d, ok := tensed(s, e); ok && d == Future {
			return Future, true // "would fund the mill through August"
		}
		return Either, true // "loans through January", "sales through August"
	case "and":
		return Future, word == "now" // "between now and Christmas"
	case "as":
		if p := nearestPredicate(s, e); word == "early" && p != nil && p.Tense == prose.Present && !p.Perfect {
			return Future, true // "is possible as early as Tuesday"
		}
		return Future, word == "soon"
	case "to":
		if u, ok := theMachine().words[word]; ok && (hasClass(u, "unit") || hasClass(u, "units")) {
			if d, ok := tensed(s, e); !ok || d != Future {
				return Past, true // "in the twelve months to March"
			}
		}
		p := predicateBefore(s, e)
		return Future, word == "now" || named && p != nil && moved[s.Tokens[p.Head].Lemma] // "the vote was moved to Monday"
	case "of":
		return Future, word == "ahead" // "ahead of Sunday's vote"
	case "out":
		return Future, word == "due" && !wasSet(s, e.From-2) && !over(s, e)
	case "in", "on", "at":
		due := word == "due" || lower(s, e.From-3) == "due" || (word == "likely" || word == "possible") && isToCome(s, e)
		return Future, due && !over(s, e)
	case "for":
		if first := lower(s, e.From-3); settled[word] && (first == "first" || first == "originally" || first == "initially") && wasOver(s, e) {
			return Past, true // "first set for Jan. 9, it began this week"
		}
		if settled[word] && named && n.Weekday == 0 && wasSet(s, e.From-2) && !over(s, e) {
			return Either, true // "was first set for May", which may be over by now
		}
		// "are set for May", "announced a strike for Monday"
		return Future, (settled[word] || named && n.Weekday+n.Day > 0) && !over(s, e)
	case "before":
		if named && predicateBefore(s, e) != nil && isToCome(s, e) {
			return Future, true // "no decision is expected before Monday"
		}
		p := nearestPredicate(s, e)
		return Future, word != "since" && p != nil && p.Perfect && p.Modal == "" && p.Form == prose.Finite && !p.Negated && lower(s, p.From) != "had" // "has asked for a vote before May"
	case "by", "until", "till":
		opens := e.From <= 2 || word == ";" || word == "," || word == "and" || word == "but"
		if p := nextVerb(s, e); opens && p != nil && bearing(s, *p, named && n.Weekday > 0, e) == Past {
			return Past, true // "By Sunday afternoon all was over."
		}
		if opens && slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return p.From >= e.To && lower(s, p.From) == "had" }) {
			return Past, true
		}
		p := nearestPredicate(s, e)
		if p != nil && p.Form == prose.Infinitive && before == "by" && !over(s, e) && !foiled(s, *p, e) {
			return Future, true // "called on him to leave by Friday"
		}
		if p != nil && p.Form == prose.Infinitive && bearing(s, *p, false, e) == Past {
			return Past, true // "had been due to sit until May"
		}
		if p != nil && before != "by" && p.Form == prose.Finite && p.Tense == prose.Past && !p.Passive && lasting[s.Tokens[p.Head].Lemma] {
			return Past, true // "stayed shut until Tuesday"
		}
		return Future, p == nil && !slices.ContainsFunc(s.Tokens, func(t prose.Token) bool { return t.Lower == "had" }) || p != nil && lower(s, p.From) != "had"
	}
	return Past, false
}

func hasClass(w *word, class string) bool {
	_, ok := w.value(theMachine().classes[class])
	return ok
}

// nextVerb returns the finite predicate of the clause that e opens, nil where there is none.
func nextVerb(s *prose.Sentence, e Expression) *prose.Predicate {
	i := slices.IndexFunc(s.Predicates, func(p prose.Predicate) bool { return p.From >= e.To })
	if i < 0 || s.Predicates[i].Form != prose.Finite {
		return nil
	}
	return &s.Predicates[i]
}

// wasSet says whether the participle at i belongs to a past verb.
func wasSet(s *prose.Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch lower(s, k) {
		case "was", "were", "been":
			return true
		}
	}
	return false
}

// wasOver says whether some finite verb behind e is past.
func wasOver(s *prose.Sentence, e Expression) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.From >= e.To && p.Form == prose.Finite && p.Tense == prose.Past
	})
}

// over says whether the verb right behind e is past: "the strike planned for Monday was called off".
func over(s *prose.Sentence, e Expression) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.From == e.To && p.Form == prose.Finite && p.Tense == prose.Past
	})
}

// foiled says whether what had been planned with p did not come about: "were due to sail on Monday but fog kept them".
func foiled(s *prose.Sentence, p prose.Predicate, e Expression) bool {
	at := e.To
	if lower(s, at) == "," {
		at++
	}
	if !p.Scheduled || lower(s, at) != "but" {
		return false
	}
	next := slices.IndexFunc(s.Predicates, func(o prose.Predicate) bool { return o.From > at })
	return next >= 0 && s.Predicates[next].Form == prose.Finite && s.Predicates[next].Tense == prose.Past
}

// willBe says whether the verb right behind e, but for more of its range and a comma, is of the future.
func willBe(s *prose.Sentence, e Expression) bool {
	at := e.To
	for at+1 < len(s.Tokens) && (lower(s, at) == "," || timely(&s.Tokens[at])) {
		if w := lower(s, at); (w == "and" || w == "or") && !timely(&s.Tokens[at+1]) {
			break // "lost in April, and will run again"
		}
		at++
	}
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.From == at && p.Form == prose.Finite && p.Tense == prose.Future
	})
}

// isToCome says whether the verb of e is of what lies ahead of the day of speaking, and not of what lay ahead once.
func isToCome(s *prose.Sentence, e Expression) bool {
	p := nearestPredicate(s, e)
	return p != nil && p.Modal != "would" && (p.Tense == prose.Future || p.Tense == prose.Present && !p.Perfect)
}

// isPast says whether the verb of e is a plain past tense.
func isPast(s *prose.Sentence, e Expression) bool {
	p := nearestPredicate(s, e)
	return p != nil && p.Form == prose.Finite && p.Tense == prose.Past && p.Modal == "" && !p.Scheduled
}

// completes says whether p is an infinitive behind the time of the verb that it hangs on: "voted on Tuesday to sell it".
func completes(s *prose.Sentence, p prose.Predicate, e Expression) bool {
	return p.Form == prose.Infinitive && p.From >= e.To && p.Governor >= 0 && s.Predicates[p.Governor].To <= e.From
}

// leaning returns the direction that the word at i gives, false where it gives none.
func leaning(s *prose.Sentence, i int) (Direction, bool) {
	w := s.Tokens[i].Lower
	before := lower(s, i-1)
	switch {
	case futureWords[w]:
		return Future, true
	case w == "be" && (before == "to" || before == "would" || before == "could" || before == "may" || before == "must" || before == "can"),
		w == "set" && lower(s, i+1) == "to",
		w == "to" && (before == "is" || before == "are"):
		return Future, true
	case before == "be":
		return Past, false
	case pastWords[w], len(w) > 4 && strings.HasSuffix(w, "ed"):
		return Past, true
	}
	return Past, false
}
