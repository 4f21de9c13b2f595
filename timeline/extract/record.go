// Package extract joins what, when and who: it reads an article and returns its events, each with its grounds.
// It knows no word of English; every question about words is asked of the packages below it.
package extract

import (
	"slices"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/what"
	"annals/timeline/when"
	"annals/timeline/who"
)

// Findings returns the events that an article reports, in reading order, each with the grounds on which it stands.
func Findings(a timeline.Article) []timeline.Finding { return Record(a).Findings }

// Events returns the events without their grounds.
func Events(a timeline.Article) []timeline.Event {
	var events []timeline.Event
	for _, f := range Findings(a) {
		events = append(events, f.Event)
	}
	return events
}

// Record returns everything that annals reads in an article. It is a pure function of the article.
func Record(a timeline.Article) timeline.Record {
	t := prose.Read(a.Paragraphs)
	r := reader{text: t, cast: who.Assemble(t), story: begin(a, t)}
	rec := timeline.Record{Article: a}
	for para := range t.Paragraphs {
		p := &t.Paragraphs[para]
		rec.Kinds = append(rec.Kinds, p.Kind.String())
		if p.Kind != prose.Body && p.Kind != prose.Post {
			for i := range p.Sentences {
				r.story.thread.Head(&p.Sentences[i])
			}
			continue
		}
		r.story.paragraph(para)
		r.post = postAt(t, para)
		for i := range p.Sentences {
			r.sentence(prose.Where{Para: para, Sentence: i})
		}
	}
	rec.Times = r.times
	rec.Findings = fold(r.found)
	return rec
}

// A reader carries what is known while an article is read.
type reader struct {
	text  *prose.Text
	cast  *who.Cast
	story story
	times []timeline.Time
	found []finding
	post  *post // the post that is being read; nil outside of one

	stands map[int][]timeline.Party // for whom the pronouns of the sentence stand, by phrase, as far as that was asked
}

// A finding is a mention on its way to an event.
type finding struct {
	timeline.Finding
	where   prose.Where
	mention what.Mention
	tense   tense
	beside  bool // a participle tells it
	aim     bool // an infinitive tells it
	main    bool // a finite verb outside of clauses that another word opens tells it
	setting bool // it says to whom or where it was said: "told reporters", "said in an interview"
	subject int  // the phrase that is the subject of the verb that tells it; -1 where there is none
}

// A tense is how a statement lies in time. "Has said" and "says" tell another occasion than the "said" of the news.
type tense struct{ present, before bool }

func tenseOf(s *prose.Sentence, m *what.Mention) tense {
	if m.Predicate < 0 {
		return tense{}
	}
	p := &s.Predicates[m.Predicate]
	return tense{present: p.Tense == prose.Present || p.Perfect && !m.Earlier(s), before: m.Earlier(s)}
}

// subjectOf returns the phrase that is the subject of the verb that tells a mention, -1 where there is none.
func subjectOf(s *prose.Sentence, m *what.Mention) int {
	if m.Noun || m.Predicate < 0 {
		return -1
	}
	return s.Predicates[m.Predicate].Subject
}

func hasSetting(s *prose.Sentence, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	if p.Second >= 0 {
		return true
	}
	return slices.ContainsFunc(p.Obliques, func(k int) bool { // ", he said, with" tells no setting
		prep := s.Phrases[k].Prep
		return !s.Temporal(k) && !(prep > p.To && breaks(s.Tokens[p.To].Tag))
	})
}

func isMain(s *prose.Sentence, relatives []prose.Range, m *what.Mention) bool {
	if m.Noun || m.Predicate < 0 {
		return false
	}
	p := &s.Predicates[m.Predicate]
	return p.Form == prose.Finite && p.Link != "that" && clauseOf(relatives, m.Trigger.From) < 0
}

// isWording says whether a verb of speech only gives somebody's word for a thing: "rejected what she called a gift".
func isWording(s *prose.Sentence, m *what.Mention) bool {
	return m.Type == timeline.Statement && !m.Noun && m.Predicate >= 0 && s.InWhat(m.Predicate)
}

func isAim(s *prose.Sentence, m *what.Mention) bool {
	return !m.Noun && m.Predicate >= 0 && s.Predicates[m.Predicate].Form == prose.Infinitive
}

func (r *reader) sentence(w prose.Where) {
	s := r.at(w)
	r.stands = nil
	mentions := r.mentions(w)
	expressions := r.place(s, w, r.story.thread.Compose(s), mentions)
	relatives := s.Relatives()
	own := owners(s, relatives, mentions, expressions)
	if w.Sentence == 0 {
		r.scene(s, mentions, own)
	}
	for i, x := range own {
		m := mentions[i]
		if isTime(&m, expressions) || isName(s, &m, x) || isWording(s, &m) {
			continue
		}
		x = r.turn(s, &m, x)
		f := finding{where: w, mention: m, tense: tenseOf(s, &m), setting: hasSetting(s, &m), beside: nonfinite(s, &m), aim: isAim(s, &m),
			main: isMain(s, relatives, &m), subject: subjectOf(s, &m)}
		f.Type, f.Para, f.Modality = m.Type, w.Para, m.Modality
		f.At = timeline.Span(s.SpanOf(m.Trigger))
		f.Trigger = r.text.Paragraphs[w.Para].Text[f.At.Start:f.At.End]
		f.Grounds = timeline.Grounds{Sentence: s.Text, Entry: m.Entry, Modality: m.Because}
		r.sides(&f)
		var scene *finding
		if x == nil {
			scene = r.occasion(s, mentions, &m)
		}
		if !r.date(&f, s, x) {
			continue
		}
		if scene != nil {
			f.Date, f.Earliest, f.Latest, f.Basis = scene.Date, scene.Earliest, scene.Latest, timeline.Narrative
			f.Grounds.Date = "said on the day of “" + scene.Trigger + "”"
		}
		if r.post != nil && !r.post.say(&f) {
			continue
		}
		if !worthARow(&f) {
			continue
		}
		f.Clause = r.told(s, clause(s, w, m), &f)
		r.story.tell(&f)
		r.found = append(r.found, f)
	}
	for j := range expressions {
		if x := &expressions[j]; !x.quoted && !slices.Contains(own, x) {
			r.story.pass(x)
		}
	}
}

// mentions finds the mentions of a sentence; the first of a post has at least the one that stands for the posting.
func (r *reader) mentions(w prose.Where) []what.Mention {
	found := what.Find(r.text, w.Para, w.Sentence)
	if r.post == nil || w.Sentence > 0 || slices.ContainsFunc(found, func(m what.Mention) bool { return m.Type == timeline.Statement }) {
		return found
	}
	if m, ok := posting(r.at(w)); ok {
		found = append(found, m)
		slices.SortStableFunc(found, func(a, b what.Mention) int { return a.Trigger.From - b.Trigger.From })
	}
	return found
}

// isTime says whether a mention is itself part of a time: "March" of "in March" is no march.
func isTime(m *what.Mention, times []placed) bool {
	return m.Noun && slices.ContainsFunc(times, func(x placed) bool { return x.From <= m.Trigger.From && m.Trigger.To <= x.To })
}

// isName says whether a mention is a name with a year: "the 2020 election" is known, and no news.
func isName(s *prose.Sentence, m *what.Mention, x *placed) bool {
	if x == nil || !m.Noun || !m.Definite || x.Date.Unit() != edtf.UnitYear || x.To > m.Trigger.From {
		return false
	}
	p := phraseAt(s, m.Trigger.From)
	return p != nil && p.From <= x.From
}

func (r *reader) at(w prose.Where) *prose.Sentence {
	return &r.text.Paragraphs[w.Para].Sentences[w.Sentence]
}

// place places the time expressions of a sentence and notes them all.
func (r *reader) place(s *prose.Sentence, w prose.Where, found []when.Expression, mentions []what.Mention) []placed {
	var out []placed
	dateline := datelineOf(s, w)
	for i, e := range found {
		a := r.story.anchor(s, e, mentions)
		if r.post != nil && r.post.day != 0 {
			a.Day, a.From = r.post.day, "the day of the post"
		}
		quoted := insideSpeech(r.text, s, e.From)
		value := dayOfClock(e.Value)
		if isDayless(value) && r.story.day != 0 {
			a.Last = r.story.day.Date() // "at noon" goes on with the deeds, whatever day was named before them
		}
		a = r.story.thread.Beside(s, found, i, a)
		if quoted && r.post == nil {
			a = r.clock(a, s, e.From)
		}
		if v, ok := value.(when.Later); ok && v.Unit == when.Week && a.Last.Unit() == edtf.UnitDay {
			v.N, v.Unit = 7*v.N, when.Day // a week after a day is a day
			value = v
		}
		if v, ok := value.(when.Later); ok && v.Unit == when.Year && len(out) > 0 && out[len(out)-1].Date.Unit() == edtf.UnitYear {
			a.Last = out[len(out)-1].Date // "ruled in 2016 in a case brought three years earlier"
		}
		p := value.Resolve(a)
		if !quoted {
			r.story.thread.Enter(s, e, p)
		}
		t := timeOf(r.text, w.Para, e, a, p)
		r.times = append(r.times, t)
		if u := p.Date.Unit(); !quoted && (u == edtf.UnitDay || u == edtf.UnitMonth || u == edtf.UnitSeason) {
			r.story.thread.Tell(e.Value, p)
		}
		if e.To <= dateline {
			p.Date = edtf.Date{} // it dates the report and no event
		}
		out = append(out, placed{Expression: e, Placed: p, anchor: a, time: t, nth: len(r.times) - 1, quoted: quoted})
	}
	if w.Sentence == 0 {
		r.story.open(s, out)
	}
	for j := range out {
		r.behind(s, w, out, mentions, j)
		r.join(s, out, j)
	}
	return out
}

// dayOfClock returns the clock time that a bound names, "shortly before dawn on Friday", which is of that day; else v itself.
func dayOfClock(v when.Value) when.Value {
	if b, ok := v.(when.Bound); ok && isClock(b.Of) {
		return b.Of
	}
	return v
}

// isDayless says whether a time of day does not name its day.
func isDayless(v when.Value) bool {
	switch v := v.(type) {
	case when.At:
		return v.Of == nil
	case when.Between:
		return isDayless(v.From) && isDayless(v.To)
	}
	return false
}

// datelineOf returns how many tokens at the head of a paragraph are a dateline: "PORT ASKER, Aug. 11 (Wire) - ".
func datelineOf(s *prose.Sentence, w prose.Where) int {
	if w.Sentence > 0 {
		return 0
	}
	mark := false // a comma or a bracket, without which a name and a dash are no dateline
	for i := range min(longestDateline, len(s.Tokens)) {
		switch t := &s.Tokens[i]; {
		case i > 0 && (t.Tag == prose.Colon || t.Tag == prose.HYPH) && t.Start > s.Tokens[i-1].End: // a dash with space before it
			if !mark {
				return 0
			}
			return i
		case t.Tag == prose.Comma, t.Tag == prose.LRB, t.Tag == prose.RRB:
			mark = true
		case !t.Tag.Proper() && t.Tag != prose.CD:
			return 0
		}
	}
	return 0
}

// longestDateline is how many tokens a dateline has at most.
const longestDateline = 16

// timeOf is a placed expression as the record notes it.
func timeOf(text *prose.Text, para int, e when.Expression, a when.Anchor, p when.Placed) timeline.Time {
	t := timeline.Time{
		Para: para, At: timeline.Span(e.Span), Text: text.Paragraphs[para].Text[e.Span.Start:e.Span.End],
		Type: p.Type, Value: p.Val, Mod: p.Mod, Date: p.Date, Earliest: p.Earliest, Latest: p.Latest,
		Rule: e.Rule, Reading: e.Value.String(), Rejected: p.Rejected,
	}
	if !p.Explicit {
		t.Anchor, t.From = a.Day, a.From
		if p.Base != 0 {
			t.Anchor, t.From = p.Base, p.BaseFrom
		}
	}
	return t
}

// turn places an expression again where the mention that it dates looks another way than the verb nearest to it: in
// "sent ships to guard the strait on Tuesday" the sending is over.
func (r *reader) turn(s *prose.Sentence, m *what.Mention, x *placed) *placed {
	if x == nil || !turns(s, m, x) {
		return x
	}
	y := *x
	y.anchor.Direction, _ = leans(s, m)
	y.Placed = x.Value.Resolve(y.anchor)
	if y.Date.IsZero() {
		return x
	}
	y.time = timeOf(r.text, x.time.Para, x.Expression, y.anchor, y.Placed)
	r.times[x.nth] = y.time
	return &y
}

// insideSpeech says whether token i stands in a quotation that is somebody's speech.
func insideSpeech(t *prose.Text, s *prose.Sentence, i int) bool {
	for _, q := range s.Quotes {
		if q.From <= i && i < q.To && (q.ID < 0 || q.ID >= len(t.Quotations) || !t.Quotations[q.ID].Scare) {
			return true
		}
	}
	return false
}

func (r *reader) sides(f *finding) {
	frame := f.mention.Frame
	f.Actors, f.Targets, f.Grounds.Actors, f.Grounds.Targets = r.cast.Sides(f.where, frame)
	role, target := timeline.Agent, timeline.Target
	switch f.Type {
	case timeline.Statement:
		role = timeline.Speaker
	case timeline.Testimony:
		role, target = timeline.Speaker, timeline.Audience
	case timeline.Meeting:
		role = timeline.Participant
	}
	for i := range f.Actors {
		f.Actors[i].Role = role
	}
	for i := range f.Targets {
		if f.Type != timeline.Statement || f.Targets[i].Role != timeline.Audience {
			f.Targets[i].Role = target
		}
	}
}

// worthARow drops what no reader of a timeline wants: speech without a speaker, and speech or acts inside a
// quotation that nothing dates.
func worthARow(f *finding) bool {
	if f.Type == timeline.Statement && len(f.Actors) == 0 {
		return false
	}
	if f.mention.Quoted && (f.Type == timeline.Statement || f.DateText == "") {
		return false
	}
	return true
}
