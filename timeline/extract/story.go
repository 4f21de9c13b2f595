package extract

import (
	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/when"
)

// How undated news is dated: within two days before the publication, or from the last event of the week that
// the story told up to the publication.
const (
	newsDays = 2
	weekDays = 7
)

// A story is what an article has told so far, as far as it bears on dates.
type story struct {
	published edtf.Day
	thread    when.Story // the dates told so far, for "the next day"
	recent    edtf.Day   // the first day of the last time told that lies within a week of the publication; zero where none does
	first     edtf.Day   // the first such day
	latest    edtf.Day   // the latest such day
	day       edtf.Day   // the last single day told in this paragraph
	para      int
	lastPara  edtf.Day         // the first day of the last time told in this paragraph
	lastMain  edtf.Day         // the first day of the last time in it that a main verb told
	lastAt    prose.Where      // the sentence whose main verb told it
	who       []timeline.Party // who acted on it
	told      int              // body paragraphs begun
	entry     when.Placed      // the date under which the paragraph stands in a chronicle: "11 August 2021 - "
}

func begin(a timeline.Article, t *prose.Text) story {
	var sentences []prose.Sentence
	for i := range t.Paragraphs {
		if p := &t.Paragraphs[i]; p.Kind == prose.Body {
			sentences = append(sentences, p.Sentences...)
		}
	}
	return story{published: a.Published, thread: when.Begin(a.Published, sentences)}
}

// paragraph begins a paragraph of the body.
func (st *story) paragraph(para int) {
	st.para, st.lastPara, st.lastMain, st.day, st.who, st.entry = para, 0, 0, 0, nil, when.Placed{}
	st.told++
}

// open notes the date that opens a paragraph with a dash or a colon behind it.
func (st *story) open(s *prose.Sentence, times []placed) {
	if len(times) == 0 || times[0].To == len(s.Tokens) || !when.IsEntry(s, times[0].Expression) {
		return
	}
	st.entry = times[0].Placed
}

// tell notes a dated event. What a noun tells lies beside what a verb has told: after "the March flood" the story goes
// on where it was.
func (st *story) tell(f *finding) {
	if f.Basis != timeline.Explicit && f.Basis != timeline.Relative || f.Modality == timeline.Planned {
		return
	}
	if (!f.main || f.tense.before) && f.Date.Unit() == edtf.UnitYear {
		return // "reported that she had been told in 2015 of complaints": the story does not go on from there
	}
	date := f.Date
	if date.Unit() == edtf.UnitSet {
		date = edtf.Interval(date, date) // the story goes on from all of it
	}
	st.thread.Tell(nil, when.Placed{Date: date, Earliest: f.Earliest, Latest: f.Latest, Type: "DATE"})
	if f.Earliest == 0 || f.Latest-f.Earliest >= weekDays || f.tense.before || f.aim {
		return
	}
	if st.lastPara != 0 && (f.mention.Noun || f.beside) {
		return
	}
	st.lastPara, st.who = f.Earliest, nil
	if f.main {
		st.lastAt, st.lastMain = f.where, f.Earliest
	}
	if f.Earliest == f.Latest {
		st.day, st.who = f.Earliest, f.Actors
	}
	if st.published != 0 && f.Earliest <= st.published && st.published-f.Latest <= weekDays {
		st.recent, st.latest = f.Earliest, max(st.latest, f.Earliest)
		if st.first == 0 {
			st.first = f.Earliest
		}
	}
}

// goBack makes a day of the last week the one with which the story goes on.
func (st *story) goBack(day edtf.Day) {
	if day != 0 && day <= st.published && st.published-day <= weekDays {
		st.lastPara, st.day, st.who, st.recent = day, day, nil, day
		if st.first == 0 {
			st.first = day
		}
	}
}

// pass notes a day of the last week that dates no event of a list: the story goes on from it all the same.
func (st *story) pass(x *placed) {
	if x.Date.IsZero() || x.Earliest == 0 || x.Earliest != x.Placed.Latest || x.Earliest > st.published || st.published-x.Earliest > weekDays {
		return
	}
	st.goBack(x.Earliest)
}

// undated dates an event that no expression dates, and says whether it may stand.
func (st *story) undated(f *finding, s *prose.Sentence) bool {
	f.Basis = timeline.NoBasis
	f.Grounds.Date = "no words date it, and nothing near it does"
	if f.Modality == timeline.Planned || f.Modality == timeline.Denied {
		f.Grounds.Date = "a plan without a time, or what will not be"
		return true
	}
	if st.published == 0 {
		return true
	}
	speech := f.Type == timeline.Statement || f.Type == timeline.Testimony && !f.mention.Noun
	past := f.mention.Earlier(s)
	switch {
	case past, speech && f.mention.Noun && f.mention.Family != "say":
		return true
	case st.entry.Earliest != 0:
		f.Basis = timeline.Narrative
		f.Date, f.Earliest, f.Latest = st.entry.Date, st.entry.Earliest, st.entry.Latest
		f.Grounds.Date = "it stands under the date that opens the paragraph"
	case st.lastPara != 0 && f.Para == st.para && st.recent == st.lastPara && !f.setting && !f.tense.present && sharesName(st.who, f.Actors):
		f.Basis = timeline.Narrative
		f.Date, f.Earliest, f.Latest = st.lastPara.Date(), st.lastPara, st.lastPara
		f.Grounds.Date = "it goes on with what the same party did that day"
	case st.lastPara != 0 && st.recent == st.lastPara:
		st.reaction(f, st.lastPara, "it follows an event of the same paragraph")
	case st.lastPara != 0 && !speech && !f.mention.Noun:
		st.after(f)
	case st.lastPara != 0 && st.lastPara == st.lastMain && speech && f.main && !f.tense.present && st.lastAt != f.where:
		st.after(f)
	case speech && st.recent != 0:
		st.reaction(f, st.recent, "it answers the event that the story told last")
	case f.mention.Noun && !speech && st.told <= newsParagraphs:
		return true // "the lawsuit": known, and nobody says since when
	case speech || st.told <= newsParagraphs:
		f.Basis = timeline.Publication
		f.Date, f.Earliest, f.Latest = st.published.Date(), st.published-newsDays, st.published
		f.Grounds.Date = "news of the day: nothing but the publication dates it"
	case f.Type != timeline.Testimony:
		return false // background that nothing dates
	}
	return true
}

// newsParagraphs is how many paragraphs at the head of an article tell the news itself.
const newsParagraphs = 2

// reaction dates an event from the event that it answers to the publication.
func (st *story) reaction(f *finding, from edtf.Day, why string) {
	f.Basis = timeline.Narrative
	f.Earliest, f.Latest = from, st.published
	f.Date = span(f.Earliest, f.Latest)
	f.Grounds.Date = why
}

// after dates a deed that follows one of long ago in its paragraph: from that day on, up to now where it is told as still
// being so ("has pleaded not guilty"), and otherwise within a month or so.
func (st *story) after(f *finding) {
	f.Basis = timeline.Narrative
	f.Earliest, f.Latest = st.lastPara, min(st.published, st.lastPara+monthDays)
	f.Date = st.lastPara.Date().Approximately()
	if f.tense.present {
		f.Latest = st.published
		f.Date = span(f.Earliest, f.Latest)
	}
	f.Grounds.Date = "it follows an event of the same paragraph that is long past"
}

// clock is the anchor for the times inside a quotation: they count from the day of the saying, which is that of the verb
// that reports it, and where this has none, the day of the news that it answers.
func (r *reader) clock(a when.Anchor, s *prose.Sentence, token int) when.Anchor {
	day := r.saidOn(s, token)
	if day == 0 {
		day = r.story.latest
	}
	if day != 0 {
		a.Day, a.From = day, "the day of the saying"
	}
	return a
}

// saidOn returns the day that dates the verb which reports the quotation around a token, in whatever sentence it stands; 0
// for none.
func (r *reader) saidOn(s *prose.Sentence, token int) edtf.Day {
	for _, q := range s.Quotes {
		if q.From > token || token >= q.To || q.ID < 0 || q.ID >= len(r.text.Quotations) {
			continue
		}
		if about := r.text.Quotations[q.ID]; about.Verb >= 0 && about.Speaker.Para >= 0 {
			return r.story.thread.SaidOn(r.at(about.Speaker), about.Verb)
		}
	}
	return 0
}
