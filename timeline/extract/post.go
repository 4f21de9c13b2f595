package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/what"
	"annals/timeline/when"
)

// A post is an embedded post of a social network: all of it is one statement of its author, on its day.
type post struct {
	para   int
	author string
	day    edtf.Day
	told   bool // its statement has been noted
}

// postAt reads the post that paragraph para belongs to, from the line under it; nil where it is none. The line ends
// the post's own paragraph or stands below the last one of it.
func postAt(t *prose.Text, para int) *post {
	for i := para; i < len(t.Paragraphs) && (i == para || i == para+1); i++ {
		if by, ok := prose.PostedBy(t.Paragraphs[i].Text); ok {
			return &post{para: para, author: by.Name, day: dayOf(by.Date)}
		}
	}
	return nil
}

// dayOf reads a full calendar day; zero where the words give less.
func dayOf(words string) edtf.Day {
	for _, s := range prose.Sentences(words) {
		for _, e := range when.Find(&s) {
			if p := e.Value.Resolve(when.Anchor{}); p.Explicit && p.Earliest != 0 && p.Earliest == p.Latest {
				return p.Earliest
			}
		}
	}
	return 0
}

// say makes a statement found in a post its author's, and says whether it may stand: one does.
func (p *post) say(f *finding) bool {
	if f.Type != timeline.Statement {
		return true
	}
	if p.told {
		return false
	}
	p.told = true
	kind := timeline.Person
	if slices.ContainsFunc(prose.Sentences(p.author), isBody) {
		kind = timeline.Body
	}
	f.Actors = []timeline.Party{{Name: p.author, Role: timeline.Speaker, Kind: kind}}
	f.Targets = nil
	f.Grounds.Actors, f.Grounds.Targets = "the author of the post, by the line under it", ""
	if p.day == 0 {
		return true
	}
	f.Basis = timeline.Explicit
	f.Date, f.Earliest, f.Latest, f.DateText = p.day.Date(), p.day, p.day, ""
	f.Grounds.Time, f.Grounds.Date = nil, "the day of the post, by the line under it"
	return true
}

func isBody(s prose.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t prose.Token) bool { return prose.IsBody(t.Text) })
}

// posting is the mention of a post in whose first sentence nobody else is told to speak: its first verb stands for the
// posting. It is false where the sentence has no verb.
func posting(s *prose.Sentence) (what.Mention, bool) {
	for i := range s.Predicates {
		p := &s.Predicates[i]
		if p.Form != prose.Finite {
			continue
		}
		return what.Mention{
			Type: timeline.Statement, Trigger: prose.Range{From: p.Head, To: p.Head + 1}, Predicate: i,
			Frame: prose.Frame{Predicate: i, Noun: -1}, Modality: timeline.Actual, Because: "a post says it",
			Family: "say", Entry: "an embedded post", Strength: 80,
		}, true
	}
	return what.Mention{}, false
}
