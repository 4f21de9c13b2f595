package extract

import (
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/edtf"
)

// fold makes one event of the mentions that tell the same one, and drops the scaffolding. The row stands at the
// first mention; a fuller date of a later one is taken over.
func fold(found []finding) []timeline.Finding {
	var rows []finding
	for _, f := range found {
		at := -1
		for i := range rows {
			if same(&rows[i], &f) {
				at = i
				break
			}
		}
		if at < 0 {
			rows = append(rows, f)
			continue
		}
		merge(&rows[at], &f)
	}
	out := make([]timeline.Finding, len(rows))
	for i := range rows {
		rows[i].Confidence = confidence(&rows[i])
		out[i] = rows[i].Finding
	}
	return out
}

// same says whether two mentions tell one event: one type and family, dates that do not contradict each other,
// and actors that do not.
func same(a, b *finding) bool {
	if a.Type == timeline.Testimony && b.Type == timeline.Statement && b.DateText == "" && tellsIn(a, b.Para) {
		return sharesName(a.Actors, b.Actors) // what somebody says while he testifies is no row of its own
	}
	if a.Type != b.Type || a.Modality != b.Modality {
		return false
	}
	if a.Type != timeline.Statement && a.Para == b.Para && a.DateText != "" && b.DateText == "" && sharesName(a.Actors, b.Actors) {
		return true
	}
	if a.where == b.where && b.beside && datesAgree(a, b) && (len(b.Actors) == 0 || sharesName(a.Actors, b.Actors)) {
		return true // "issued a ruling finding that", "dismissed the suit, ruling that": the participle tells the same
	}
	if b.mention.Noun && b.mention.Definite && b.DateText == "" && (len(b.Actors) == 0 || sharesName(a.Actors, b.Actors)) {
		return true // "the decision" takes up what was decided, by whatever word
	}
	if a.Type != timeline.Statement && a.DateText != "" && b.Basis == timeline.Publication && len(b.Actors) == 0 {
		return true // the news told again, without its day and who did it
	}
	if a.where == b.where && governs(a, b) && (a.Date == b.Date || a.DateText == "" || b.DateText == "") {
		return true // "withdrew from the accord": the noun is a side of its verb
	}
	if a.mention.Family != b.mention.Family {
		return false
	}
	if a.Type == timeline.Statement {
		return sameOccasion(a, b)
	}
	if !datesAgree(a, b) {
		return false
	}
	if a.Basis == timeline.Publication && b.beside && b.DateText != "" {
		return true // "has quashed the plan. ... In a judgment handed down on Thursday, the judge said": the news has its day
	}
	if a.where == b.where && a.subject >= 0 && a.subject == b.subject {
		return true // "the ferry hit a reef and sank", "a bomb that went off on Monday killed two and injured nine"
	}
	if len(a.Actors) == 0 || len(b.Actors) == 0 {
		if a.where == b.where && sharesName(a.Targets, b.Targets) {
			return true // "was convicted and sentenced"
		}
		return b.mention.Noun || a.Trigger == b.Trigger // "the visit" takes up an event; a verb with an actor tells its own
	}
	return sharesName(a.Actors, b.Actors)
}

// tellsIn says whether an event has a mention in a paragraph.
func tellsIn(a *finding, para int) bool {
	return a.Para == para || slices.ContainsFunc(a.Mentions, func(m timeline.Mention) bool { return m.Para == para })
}

// governs says whether one of two mentions of a sentence is a noun that hangs on the verb that is the other.
func governs(a, b *finding) bool {
	if a.mention.Noun == b.mention.Noun {
		return false
	}
	verb, noun := a, b
	if a.mention.Noun {
		verb, noun = b, a
	}
	return noun.mention.Frame.Predicate >= 0 && noun.mention.Frame.Predicate == verb.mention.Predicate
}

// sameOccasion: all that one speaker says counts as one statement, unless dates of their own tell two apart.
func sameOccasion(a, b *finding) bool {
	if !sharesName(a.Actors, b.Actors) {
		return false
	}
	if a.Para != b.Para && len(b.Actors) < len(a.Actors) {
		return false // what one of several says by himself is not what they said together
	}
	if a.DateText != "" && b.DateText != "" {
		return a.Date == b.Date || inside(a, b) || inside(b, a)
	}
	if daysApart(a, b) > 0 {
		return false // "said she would stay" is not what she "promised in 2018"
	}
	if a.tense.before != b.tense.before {
		return false // "had said before" is not what she says now
	}
	return b.DateText != "" || a.Para == b.Para || a.tense == b.tense && !b.tense.present && !(a.DateText == "" && b.setting)
}

func datesAgree(a, b *finding) bool {
	if a.DateText != "" && b.DateText != "" {
		return a.Date == b.Date || (inside(a, b) || inside(b, a)) && !(a.where == b.where && !a.mention.Noun && !b.mention.Noun)
	}
	return daysApart(a, b) <= monthDays
}

// daysApart returns how many days lie between the dates of two mentions, one of them perhaps inferred; 0 where some day
// fits both, or a bound is not known.
func daysApart(a, b *finding) edtf.Day {
	if a.Earliest == 0 || b.Earliest == 0 || a.Latest == 0 || b.Latest == 0 {
		return 0
	}
	return max(0, a.Earliest-b.Latest, b.Earliest-a.Latest)
}

// inside says whether the bounds of a lie within those of b.
func inside(a, b *finding) bool {
	return a.Earliest != 0 && b.Earliest != 0 && a.Latest != 0 && b.Latest != 0 && a.Earliest >= b.Earliest && a.Latest <= b.Latest
}

func sharesName(a, b []timeline.Party) bool {
	for _, x := range a {
		for _, y := range b {
			if strings.EqualFold(x.Name, y.Name) {
				return true
			}
		}
	}
	return false
}

// merge adds the mention b to the event a.
func merge(a, b *finding) {
	a.Mentions = append(a.Mentions, timeline.Mention{Para: b.Para, Trigger: b.Trigger, At: b.At})
	if a.DateText == "" && b.DateText != "" {
		a.Date, a.Earliest, a.Latest, a.Basis = b.Date, b.Earliest, b.Latest, b.Basis
		a.Grounds.Time, a.Grounds.Date = b.Grounds.Time, "a later mention of the event has the date"
	}
	if a.DateText != "" && b.DateText != "" && a.Date != b.Date && inside(b, a) {
		a.Date, a.Earliest, a.Latest, a.Basis = b.Date, b.Earliest, b.Latest, b.Basis
		a.Grounds.Date = "a later mention of the event has the fuller date"
	}
	if len(a.Actors) == 0 {
		a.Actors, a.Grounds.Actors = b.Actors, b.Grounds.Actors
	}
	if len(a.Targets) == 0 && (a.Type != timeline.Statement || len(b.Targets) > 0 && b.Targets[0].Role == timeline.Audience) {
		// one occasion has one audience; whom another remark of it was about is that remark's
		a.Targets, a.Grounds.Targets = b.Targets, b.Grounds.Targets
	}
}
