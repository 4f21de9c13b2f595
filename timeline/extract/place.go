package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/what"
	"annals/timeline/when"
)

// A placed is a time expression with the anchor that placed it; its Date is zero where it dates nothing.
type placed struct {
	when.Expression
	when.Placed
	anchor when.Anchor
	time   timeline.Time
	nth    int // the place of time in the record
	quoted bool
	joined bool // it is two times made one
	behind bool // it dates what is told next and nothing else: "two days after"
	named  bool // it dates the event from which a distance counts, and nothing else: "ten days after the coup of July 20"
	after  bool // it counts from the event that the next noun takes up: "two days after the vote"
}

// date gives the finding its date, and says whether it may stand: a mention that counts only beside a date of
// its own falls where it has none.
func (r *reader) date(f *finding, s *prose.Sentence, x *placed) bool {
	if x == nil {
		if f.mention.Dated {
			return false
		}
		return r.story.undated(f, s)
	}
	t := x.time
	f.Grounds.Time = &t
	f.Date, f.Earliest, f.Latest, f.DateText = x.Date, x.Earliest, x.Placed.Latest, t.Text
	if b, ok := x.Value.(when.Bound); ok && isToldThen(s, &f.mention, x) {
		if day := b.Of.Resolve(x.anchor); !day.Date.IsZero() {
			f.Date, f.Earliest, f.Latest = day.Date, day.Earliest, day.Latest // "until May 1, when the port closed"
		}
	} else if ok && f.Modality != timeline.Planned {
		r.deedWithin(f, s, b, x)
	}
	if b, ok := x.Value.(when.Bound); ok && b.Word == "until" && negated(s, &f.mention) {
		if day := b.Of.Resolve(x.anchor); !day.Date.IsZero() {
			f.Date, f.Earliest, f.Latest = day.Date, day.Earliest, day.Latest // "will not reopen until May" is to happen in May
		}
	}
	f.Basis = timeline.Relative
	if x.Explicit {
		f.Basis = timeline.Explicit
	}
	f.Grounds.Date = "the nearest date in the sentence"
	published := r.story.published
	switch {
	case published == 0:
	case f.Earliest > published:
		if f.Modality == timeline.Actual {
			f.Modality, f.Grounds.Modality = timeline.Planned, "its date lies after the publication"
		}
	case f.Modality == timeline.Planned && f.Latest != 0 && planned(s, &f.mention, f.Latest < published):
		f.Modality, f.Grounds.Modality = timeline.Denied, "it had been planned"
	case f.Modality == timeline.Planned && f.Latest != 0 && f.Latest < published:
		f.Modality, f.Grounds.Modality = timeline.Actual, "its date lies before the publication"
	}
	return true
}

// planned says whether a verb tells what had been planned and was not done: "had been due to vote on Thursday". While the day is
// still to come only others can have set it: "had been scheduled to speak", but not "had agreed to meet".
func planned(s *prose.Sentence, m *what.Mention, over bool) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	plan := what.Mention{Predicate: p.Governor}
	return p.Form == prose.Infinitive && plan.Earlier(s) && (over || s.Predicates[p.Governor].Passive)
}

// deedWithin dates a deed that is done by the end that a bound names: "since 2011" by its beginning, as exactly as the
// words do and no more; "by Sunday" by that day, on which it was news.
func (r *reader) deedWithin(f *finding, s *prose.Sentence, b when.Bound, x *placed) {
	switch {
	case isOpen(x.Date) && x.Placed.Latest >= r.story.published && goesOn(s, &f.mention):
		f.Date, f.Latest = span(f.Earliest, r.story.published), r.story.published
	case isOpen(x.Date) && x.Placed.Latest >= r.story.published:
		if begin := b.Of.Resolve(x.anchor); !begin.Date.IsZero() {
			f.Date, f.Earliest, f.Latest = begin.Date, begin.Earliest, begin.Latest
		}
	case isClock(b.Of):
		if day := b.Of.Resolve(x.anchor); !day.Date.IsZero() {
			f.Date, f.Earliest, f.Latest = day.Date, day.Earliest, day.Latest // "shortly before midnight" is that day
		}
	case b.Word == "by" && pastVerb(s, &f.mention):
		a := x.anchor
		a.Direction = when.Past
		if day := b.Of.Resolve(a); day.Earliest != 0 && day.Earliest == day.Latest && day.Latest <= r.story.published {
			f.Date, f.Earliest, f.Latest = day.Date, day.Earliest, day.Latest
		}
	}
}

// goesOn says whether a verb tells what has been done again and again: "thousands have marched", "have been arrested", "has
// been negotiating". What one party has been since is a state, and what counts is its beginning.
func goesOn(s *prose.Sentence, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	if !p.Perfect || p.Subject < 0 {
		return false
	}
	t := s.Tokens[s.Phrases[p.Subject].Head].Tag
	return p.Progressive || t == prose.NNS || t == prose.CD
}

func isClock(v when.Value) bool {
	_, ok := v.(when.At)
	return ok
}

// pastVerb says whether a verb in the past or the perfect tells the mention.
func pastVerb(s *prose.Sentence, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	return p.Tense == prose.Past && p.Form == prose.Finite && p.Modal == ""
}

func negated(s *prose.Sentence, m *what.Mention) bool {
	return !m.Noun && m.Predicate >= 0 && s.Predicates[m.Predicate].Negated
}

// isOpen says whether a date has a beginning and no end.
func isOpen(d edtf.Date) bool {
	from, to := d.Ends()
	return !from.IsZero() && to.IsZero()
}

// anchor builds the anchor for an expression.
func (st *story) anchor(s *prose.Sentence, e when.Expression, mentions []what.Mention) when.Anchor {
	a := st.thread.Anchor(s, e)
	if a.Day == 0 {
		a.From = "none: the article has no date"
	}
	if happenedThen(s, e.To) {
		a.Direction = when.Past
	}
	for i := range mentions {
		if m := &mentions[i]; m.Noun && m.Modality != timeline.Planned && e.To <= m.Frame.Noun && m.Frame.Noun-e.To <= modifierRoom && verbsBetween(s, e.To, m.Frame.Noun) == 0 {
			a.Direction = when.Past // "the July session would cost": the date is the noun's, not the verb's
		}
	}
	if _, last := a.Last.Bounds(); a.Direction == when.Future && a.Day != 0 && last < a.Day {
		a.Last = edtf.Date{} // plans do not hang on what was told of long ago: "by the end of the year"
	}
	return a
}

// happenedThen says whether a clause behind a comma tells what happened at a time that ends at a token: "an attempt to oust
// him on Wednesday, when the house fell short".
func happenedThen(s *prose.Sentence, token int) bool {
	next := toldThen(s, token)
	return next >= 0 && s.Predicates[next].Tense == prose.Past
}

// isToldThen says whether the clause behind a time with "when" tells a mention, as its finite verb or as what completes that.
func isToldThen(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if m.Noun || m.Predicate < 0 || m.Trigger.From < x.To {
		return false
	}
	then, k := toldThen(s, x.To), m.Predicate
	for n := 0; n < 3 && k >= 0 && s.Predicates[k].Form != prose.Finite; n++ {
		k = s.Predicates[k].Governor // "when it is due to begin withholding"
	}
	return then >= 0 && k == then
}

// toldThen returns the finite verb of the clause behind a comma that tells what happened at a time that ends at a token; -1
// where there is none.
func toldThen(s *prose.Sentence, token int) int {
	if token+1 >= len(s.Tokens) || s.Tokens[token].Tag != prose.Comma || s.Tokens[token+1].Tag != prose.WRB {
		return -1
	}
	return slices.IndexFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Form == prose.Finite && p.From > token && p.Link != "relative"
	})
}

// completes says whether a time stands between a verb and the infinitive p that completes it, and so with the verb:
// "voted on Tuesday to subpoena the bank".
func completes(s *prose.Sentence, p *prose.Predicate, e when.Expression) bool {
	return p.Form == prose.Infinitive && p.From == e.To && p.Governor >= 0 && s.Predicates[p.Governor].Head < e.From
}

// leans is the direction that a mention gives to the time that dates it; false where its form tells none.
func leans(s *prose.Sentence, m *what.Mention) (when.Direction, bool) {
	k := m.Predicate
	if m.Noun {
		k = m.Frame.Predicate
	}
	switch {
	case m.Modality == timeline.Planned && m.Noun:
		return when.Future, true
	case k < 0 || m.Noun:
		return when.Past, false
	case s.Predicates[k].Form == prose.Gerund && s.Predicates[k].Perfect:
		return when.Past, true // "having cancelled it in May"
	case s.Predicates[k].Form != prose.Finite:
		return when.Past, false
	}
	if presentVerb(s, m) && m.Type != timeline.Statement && !s.Predicates[k].Progressive {
		return when.Future, true // "the board meets on Friday"
	}
	return looks(s, k), true
}

// looks is the direction of predicate i; an infinitive looks ahead.
func looks(s *prose.Sentence, i int) when.Direction {
	p := &s.Predicates[i]
	if p.Scheduled && p.Tense == prose.Past && p.Form == prose.Finite {
		return when.Past // "was to meet on Monday": that Monday is over when it is told
	}
	if p.Form == prose.Infinitive {
		if earlier := (what.Mention{Predicate: p.Governor}); earlier.Earlier(s) {
			return when.Past // "had planned to speak on Monday"
		}
		return when.Future
	}
	if p.Tense == prose.Future || p.Scheduled || p.Modal == "will" || p.Modal == "shall" || p.Modal == "would" || p.Modal == "must" {
		return when.Future
	}
	return when.Past
}

// span returns the interval from a to b as a date, or the day where they are the same.
func span(a, b edtf.Day) edtf.Date {
	if a == b {
		return a.Date()
	}
	return edtf.Interval(a.Date(), b.Date())
}
