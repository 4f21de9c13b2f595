package when

import "annals/timeline/prose"

// bearing returns the direction that one predicate gives to e.
func bearing(s *prose.Sentence, p prose.Predicate, weekday bool, e Expression) Direction {
	n, _ := e.Value.(Named)
	month := n.Month > 0 && n.Day == 0
	switch {
	case p.Form == prose.Infinitive && (over(s, e) || foiled(s, p, e)):
		return Past // "the cook who asked to see him on Saturday was turned away"
	case s.Tokens[p.From].Tag == prose.VB && (p.From == 0 || s.Tokens[p.From-1].Tag == prose.OpenQuote):
		return Future // "come back on Tuesday"
	case p.Form == prose.Participle && willBe(s, e):
		if !weekday {
			return Either // "cards sent before May 4 will be read"
		}
		return Future
	case weekday && p.Form == prose.Gerund && starts[s.Tokens[p.Head].Lemma]:
		return Future // "declared three days of mourning, beginning on Monday"
	case p.Form == prose.Participle && p.Passive && p.To <= e.From && !planned(s, p):
		return Past // "a report published in October says so"
	case p.Modal == "could" && p.Negated:
		return Past // "could not be reached Friday"
	case p.Scheduled && p.Governor >= 0 && s.Predicates[p.Governor].Perfect && s.Predicates[p.Governor].Tense == prose.Past && lower(s, s.Predicates[p.Governor].From) == "had":
		return Past // "had been expected to speak Monday"
	case p.Tense == prose.Future, p.Scheduled, p.Modal != "" && !p.Perfect, p.Tense == prose.NoTense && p.Form == prose.Infinitive:
		return Future
	case p.Form == prose.Infinitive && p.To <= e.From && decided(s, p, e, weekday):
		return Past
	case p.Form == prose.Infinitive && (promised(s, p, weekday) || p.Passive && described(s, p)):
		return Future // "an interview to be broadcast Sunday"
	case plans[s.Tokens[p.Head].Lemma] && p.Form == prose.Finite && (p.Object >= 0 || p.Tense == prose.Present):
		return Future // "planned a march on Saturday", "on Saturday the guild plans to march"
	case p.Form == prose.Finite && p.Tense == prose.Present && !p.Perfect && !p.Passive && !habitual(s, p) && (timed[s.Tokens[p.Head].Lemma] || running[s.Tokens[p.Head].Lemma] && !month || isOn(s, p, e)):
		return Future // "the fair opens Monday", "the deadline is Friday"
	case p.Form == prose.Finite && p.Tense == prose.Present && p.Progressive && !p.Perfect && !p.Passive:
		return Future // "we are closing the mill in May"
	case !p.Perfect && (p.Tense == prose.Present || p.Tense == prose.NoTense && p.Form != prose.Participle):
		return Either
	}
	return Past
}

// What verbs and the words around them tell of a direction.
var (
	// An infinitive behind these verbs, behind these words after "is", and behind these nouns tells what is to come. But the
	// weekday on which a deal was made is told oftener than the one that it sets: "signed a deal to buy the mill Friday".
	promises = words("agree decide ask urge order want threaten vote choose invite request require authorize commit vow pledge promise hope intend prepare")
	foretold = words("likely unlikely certain sure bound forecast projected predicted tipped booked ready")
	deals    = words("agreement deal decision proposal pact accord contract intention commitment")
	// News tells the day of these decisions, and not of what they are about, and what was done at these occasions was done
	// on their day.
	decisions = words("vote decide choose agree")
	occasions = words("meeting session referendum vote ballot election hearing letter statement ruling decision speech interview conference filing report message telegram order")
	// The object of these is to come, and what these words are said of.
	plans   = words("plan schedule slate")
	settled = words("set scheduled rescheduled slated planned due billed plans hopes ready posted adjourned listed booked")
	// What these do to a day, they do to one that is to come, and what these bring does.
	moved  = words("move extend postpone delay defer push put bring reschedule adjourn")
	starts = words("begin start commence")
	// In the present tense these go by a timetable: "the fair opens Monday". In "the season runs from November" it is every
	// year's.
	timed   = words("begin start open close end expire meet face retire leave depart arrive return resume reconvene convene vote go host travel visit appear air premiere launch stand hold play take kick debut come")
	running = words("run last")
	// These tell how long something went on.
	lasting = words("be stand stay remain last run continue live wait sit serve sleep queue work rule")
)

// decided says whether e rather dates the decision that the infinitive p completes: "voted to sell the mill on Sunday", "decided
// to sell it at a meeting on Sunday", but not "agreed to meet on Sunday".
func decided(s *prose.Sentence, p prose.Predicate, e Expression, weekday bool) bool {
	if p.Governor < 0 || p.Link != "to" {
		return false
	}
	g := &s.Predicates[p.Governor]
	if g.Form != prose.Finite || g.Tense != prose.Past || g.Perfect {
		return false
	}
	for i := p.To; i < e.From-1; i++ {
		if occasions[s.Tokens[i].Lemma] && (lower(s, i+1) == "on" || i+1 == e.From) {
			return true
		}
	}
	return weekday && p.Object >= 0 && decisions[s.Tokens[g.Head].Lemma]
}

// isWeekday says whether v is a weekday without more.
func isWeekday(v Value) bool {
	n, ok := v.(Named)
	return ok && n == Named{Weekday: n.Weekday}
}

// isOn says whether p says on which day something is: "the deadline is Friday", "the vote is on Sunday", "Monday is a holiday".
func isOn(s *prose.Sentence, p prose.Predicate, e Expression) bool {
	return s.Tokens[p.Head].Lemma == "be" && (p.To == e.From || p.From == e.To && isWeekday(e.Value) || p.To == e.From-1 && (lower(s, p.To) == "on" || lower(s, p.To) == "in"))
}

// described says whether the infinitive p tells of the noun before it: "the talks, first to be held in May".
func described(s *prose.Sentence, p prose.Predicate) bool {
	i := p.From - 1
	for i > 0 && (s.Tokens[i].Tag == prose.RB || s.Tokens[i].Tag == prose.Comma) {
		i--
	}
	return i >= 0 && s.Tokens[i].Tag.Noun()
}

// habitual says whether p tells what is so every time: "which usually starts in October".
func habitual(s *prose.Sentence, p prose.Predicate) bool {
	for i := max(p.From-1, 0); i < p.To; i++ {
		switch s.Tokens[i].Lower {
		case "usually", "normally", "typically", "always", "often", "generally", "traditionally":
			return true
		}
	}
	return false
}

// planned says whether the participle p is of what is to come: "results expected in May".
func planned(s *prose.Sentence, p prose.Predicate) bool {
	w := &s.Tokens[p.Head]
	return w.Lemma == "expect" || plans[w.Lemma] || settled[w.Lower] || foretold[w.Lower] || p.Scheduled
}

// promised says whether the verb or the noun before an infinitive looks ahead: "agreed to sell it in May".
func promised(s *prose.Sentence, p prose.Predicate, weekday bool) bool {
	if p.From > 0 {
		if before := s.Tokens[p.From-1].Lemma; before == "plan" || !weekday && deals[before] {
			return true
		}
	}
	for p.Link == "conj" && p.Governor >= 0 && s.Predicates[p.Governor].Form == prose.Infinitive && s.Predicates[p.Governor].From < p.From {
		p = s.Predicates[p.Governor] // "agreed to sell it, and to meet again on Friday"
	}
	if p.Governor < 0 || p.Link != "to" {
		return false
	}
	g := &s.Predicates[p.Governor]
	return promises[s.Tokens[g.Head].Lemma] || g.Tense == prose.Present && !g.Perfect && p.From > 0 && foretold[lower(s, p.From-1)]
}
