package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/what"
	"annals/timeline/when"
)

// Events that were told give their days to what counts from them, takes them up, or is said on their occasion.

// behind places what is told behind a distance, "two days after the truce began", by the day that the same sentence gives
// for what stands before it. Where it gives none, and an event follows that is known, what the sentence tells is placed by
// that: "a week after the arrests, Norvia closed the border".
func (r *reader) behind(s *prose.Sentence, w prose.Where, times []placed, mentions []what.Mention, j int) {
	x := &times[j]
	v, ok := when.Behind(s, x.Expression)
	if !ok || x.To >= len(s.Tokens) {
		return
	}
	x.anchor.Direction = when.Past
	main := mainTime(times, j)
	if y := nextTime(s, times, j); y != nil && (main == 0 || main == y.Earliest) {
		v.N = -v.N
		if v.Unit == when.Week {
			v.N, v.Unit = 7*v.N, when.Day
		}
		x.after, y.named = true, true // "ten days after the coup of July 20"
		x.anchor.Day, x.anchor.From = y.Earliest, "the day of the event that it names"
	} else if main != 0 {
		x.anchor.Day, x.anchor.From = main, "the day of the clause before"
		x.behind = true
	} else if known := r.antecedent(s, x.To+1, mentions); known != nil {
		v.N = -v.N
		if v.Unit == when.Week {
			v.N, v.Unit = 7*v.N, when.Day
		}
		x.after = true
		x.anchor.Day, x.anchor.From = known.Earliest, "the day of "+known.Trigger
	} else {
		return
	}
	x.Value, x.To, x.Span.End = v, x.To+1, s.Tokens[x.To].End
	x.Placed = v.Resolve(x.anchor)
	x.time = timeOf(r.text, w.Para, x.Expression, x.anchor, x.Placed)
}

// nextTime returns the day that stands behind distance j in what it counts from, no verb between; nil where there is none.
func nextTime(s *prose.Sentence, times []placed, j int) *placed {
	x := &times[j]
	for k := range times {
		if y := &times[k]; y.From > x.To && y.Earliest != 0 && y.Earliest == y.Placed.Latest && !y.Date.IsZero() && verbsBetween(s, x.To, y.From) == 0 &&
			!slices.ContainsFunc(s.Tokens[x.To:y.From], func(t prose.Token) bool { return breaks(t.Tag) }) {
			return y
		}
	}
	return nil
}

// mainTime returns the day from which distance j of a sentence counts, zero where there is none: the day before it, or any
// other. A distance of months counts from a month too.
func mainTime(times []placed, j int) edtf.Day {
	x, main := &times[j], edtf.Day(0)
	d, _ := x.Value.(when.Duration)
	for k := range times {
		y := &times[k]
		exact := y.Earliest == y.Placed.Latest || y.Date.Unit() == edtf.UnitMonth && d.Unit >= when.Month
		if k != j && y.quoted == x.quoted && !y.Date.IsZero() && y.Earliest != 0 && exact && (main == 0 || y.To <= x.From) {
			main = y.Earliest
		}
	}
	return main
}

// scene sets the story back to the day of an event that a paragraph takes up as its subject: "The debate lasted nine hours"
// tells what was said on that day. A meeting that was not told before is that of the news itself.
func (r *reader) scene(s *prose.Sentence, mentions []what.Mention, own []*placed) {
	for i := range mentions {
		m := &mentions[i]
		if !m.Noun || !m.Definite || own[i] != nil || !isSubject(s, m) {
			continue
		}
		if known := r.antecedent(s, phraseAt(s, m.Trigger.From).From, mentions); known != nil {
			r.story.goBack(known.Earliest)
		} else if m.Type == timeline.Meeting {
			r.story.goBack(r.story.first)
		}
		return
	}
}

// occasion sets the story back to the day of an event on the occasion of which something is said, and returns the event where
// the words were said that very day: "said before the vote". What is said "after the vote" can be later.
func (r *reader) occasion(s *prose.Sentence, mentions []what.Mention, m *what.Mention) *finding {
	if m.Type != timeline.Statement || m.Noun || m.Predicate < 0 || m.Earlier(s) {
		return nil
	}
	for _, k := range s.Predicates[m.Predicate].Obliques {
		known := r.antecedent(s, s.Phrases[k].From, mentions)
		if known == nil {
			continue
		}
		r.story.goBack(known.Earliest)
		if when.SameDay(s, s.Phrases[k].Prep) {
			return known
		}
		return nil
	}
	return nil
}

// isSubject says whether the noun of a mention is the subject of the first verb of its sentence.
func isSubject(s *prose.Sentence, m *what.Mention) bool {
	if len(s.Predicates) == 0 || s.Predicates[0].Subject < 0 {
		return false
	}
	p := &s.Phrases[s.Predicates[0].Subject]
	return p.From <= m.Trigger.From && m.Trigger.From < p.To && p == phraseAt(s, m.Trigger.From)
}

// antecedent returns the event told before, of a known day, that the noun in the phrase at a token takes up: "the arrests".
func (r *reader) antecedent(s *prose.Sentence, token int, mentions []what.Mention) *finding {
	p := phraseAt(s, token)
	if p == nil || p.From != token {
		return nil
	}
	n := slices.IndexFunc(mentions, func(m what.Mention) bool {
		return m.Noun && m.Definite && p.From <= m.Trigger.From && m.Trigger.From < p.To
	})
	if n < 0 {
		return nil
	}
	var known *finding
	for k := len(r.found) - 1; k >= 0; k-- {
		f := &r.found[k]
		if f.Type != mentions[n].Type || f.Modality != timeline.Actual || f.Earliest == 0 || f.Earliest != f.Latest {
			continue
		}
		if f.mention.Family == mentions[n].Family {
			return f // "the vote" is where they voted, whatever was signed since
		}
		if known == nil {
			known = f
		}
	}
	return known
}
