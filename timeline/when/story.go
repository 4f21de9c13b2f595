package when

import (
	"slices"
	"strconv"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// A Story places the times of one text in reading order, and remembers the last date told.
type Story struct {
	Published edtf.Day
	Narrative bool // see Narrative
	genre     genre
	last      edtf.Date
	span      [2]edtf.Day // of narratives, the first and the last day of the last time of several days
	spanIn    int         // the sentence that told it
	week      told        // of news, the last week told, for "that Friday"
	wentOn    bool        // of narratives, the last date was told by the one before it, "in the following year", and is no mark of the course
	coming    int         // the last sentence that told a time still to come
	day       told        // of news, the last day told that is not to come, for a time of day
	quarter   edtf.Date   // see Anchor
	course    course      // of narratives
	age       age         // of narratives
	people    people
	full      told      // of news, the last day or month of a past year, given with that year
	past      told      // of news, the last date of a past year, a whole year too
	entry     edtf.Date // the date that opened the last entry of a chronology: "3 May 1998: "
	entries   int       // 1 where its entries go on in time, -1 where they go back
	sentences int       // looked through so far
}

// told is a date and the number of the sentence that gave it.
type told struct {
	date edtf.Date
	in   int
}

// Anchor returns what a time of s is placed by.
func (t *Story) Anchor(s *prose.Sentence, e Expression) Anchor {
	a := Anchor{Day: t.Published, From: "publication", Direction: Lean(s, e), Last: t.last, Narrative: t.Narrative, Quarter: t.quarter}
	if len(s.Predicates) == 0 && t.coming > 0 && t.coming == t.sentences-1 {
		a.Direction = Future // "Tomorrow we go back to work. Sunday, too."
	}
	if m := t.course.find(s, e); m != nil && m.named != (Named{}) && !m.date.IsZero() {
		a.Around = m.date
		_, course := m.date.Bounds()
		if begun, _ := a.Last.Bounds(); t.wentOn && course < begun {
			a.Around = a.Last // "in the spring of the following year ...; on 24 August"
		}
	}
	if from, to := t.last.Bounds(); t.Narrative && from != 0 && deixis(e.Value) {
		a.Day, a.From = from, "the story" // those whom a history quotes spoke then
		if a.Direction == Past {
			a.Day = to
		}
	}
	if !t.Narrative {
		a.Last = t.dayOf(s, e, a)
	}
	if v, ok := e.Value.(AtTime); ok && v.Nth > 0 && t.span[0] != 0 && t.sentences-t.spanIn <= clockRoom && t.span[0]+edtf.Day(v.Nth-1) <= t.span[1] {
		a.Last = (t.span[0] + edtf.Day(v.Nth-1)).Date() // "from 4 to 9 July; on the third day"
	}
	if day := t.quotedOn(s, e); day != 0 {
		a.Day, a.From = day, "the day of the saying"
	}
	if IsEntry(s, e) {
		a.Direction = Either // told in the present, it may be over: "3 May: The court sits."
		a = t.chronicled(e.Value, a)
	} else if d := t.yearOf(s, e.Value, a); !d.IsZero() {
		a.Narrative, a.Last = true, d
	}
	return a
}

// dayOf returns the last date told for e in news: for a clock its day, for "that Friday" the week that was told
// after it, for "the same day" of what is over one that is.
func (t *Story) dayOf(s *prose.Sentence, e Expression, a Anchor) edtf.Date {
	switch v := partly(e.Value).(type) {
	case At:
		if v.Of == nil {
			return t.dayOfClock(s, e, a)
		}
		if told, ok := v.Of.(Told); ok {
			return t.dayTold(told, a)
		}
	case Told:
		return t.dayTold(v, a)
	case That:
		if n, ok := v.Of.(Named); ok && n.Weekday > 0 && !t.week.date.IsZero() && t.sentences-t.week.in <= 1 {
			return t.week.date
		}
	}
	return a.Last
}

// dayTold returns what "the same day" is, or the next one is next to: for what is over, no day still to come.
func (t *Story) dayTold(v Told, a Anchor) edtf.Date {
	if begun, _ := a.Last.Bounds(); v.Unit == Day && a.Direction == Past && begun > t.Published && t.Published != 0 && !t.day.date.IsZero() {
		return t.day.date
	}
	return a.Last
}

// dayOfClock returns the day of a time of day that news gives without one: the last day told that is over, unless that
// lies far back in time and in the text; in a record of what goes on now it is the day of that.
func (t *Story) dayOfClock(s *prose.Sentence, e Expression, a Anchor) edtf.Date {
	next := lower(s, e.To)
	day, _ := t.day.date.Bounds()
	begun, over := a.Last.Bounds()
	switch {
	case t.Published == 0:
		return a.Last
	case a.Direction == Future && e.From > 0 && !isPast(s, e): // not "fell by 11 a.m."
		if over < t.Published && isToCome(s, e) {
			return t.Published.Date()
		}
		return a.Last
	case e.From == 0 && next != "," && next != "on" && t.entry.IsZero(), // "14:50 The mayor speaks."
		day != 0 && t.Published-day > 7 && t.sentences-t.day.in > clockRoom:
		return t.Published.Date()
	case day != 0:
		return t.day.date
	case begun > t.Published:
		return t.Published.Date()
	}
	return a.Last
}

// clockRoom is for how many sentences news goes on with a day long over.
const clockRoom = 4

// yearRoom is after how many sentences news that gave a year of the past writes it out again.
const yearRoom = 2

// yearOf returns the date of a year past with which a day or a month of the past without a year goes on, zero for none. It
// is the one that opens the same sentence, for "the law of 2016 was repealed in May" is of this year, or for a day one of
// the last sentences, for news writes the year out where it is not its own, so that "upheld it in September 2022; on
// October 6 he fled" is not of a third year.
func (t *Story) yearOf(s *prose.Sentence, v Value, a Anchor) edtf.Date {
	n, ok := dayNamed(v)
	if !ok || n.Month == 0 || n.Month > 24 || n.Weekday != 0 || a.Narrative || t.Published == 0 {
		return edtf.Date{}
	}
	if a.Direction == Past && t.past.in == t.sentences && opensWith(s, t.past.date) {
		return t.past.date
	}
	if n.Day == 0 {
		return edtf.Date{}
	}
	p := n.Resolve(a)
	y, _, _ := t.Published.Civil()
	if year, _, _ := p.Date.Fields(); t.sentences-t.full.in > yearRoom || p.Earliest > t.Published && a.Direction != Past || p.Earliest <= t.Published && year == y {
		return edtf.Date{}
	}
	return t.full.date
}

// opensWith says whether s begins with a preposition and a date of the year of d: "In 2016", "Since May 2016".
func opensWith(s *prose.Sentence, d edtf.Date) bool {
	y, _, _ := d.Fields()
	year := strconv.Itoa(y)
	return len(s.Tokens) > 0 && s.Tokens[0].Tag == prose.IN &&
		slices.ContainsFunc(s.Tokens[:min(len(s.Tokens), 5)], func(t prose.Token) bool { return t.Lower == year })
}

// deixis says whether v is seen from the day of speaking.
func deixis(v Value) bool {
	switch v := v.(type) {
	case Deictic, Ago, AgoBetween, YearsBefore, Side, Overnight, Ahead, PastYear, Closest:
		return true
	case Named:
		return v.Weekday > 0
	case Part:
		return deixis(v.Of)
	case About:
		return deixis(v.Of)
	case At:
		return v.Of != nil && deixis(v.Of)
	case In:
		return deixis(v.Outer)
	}
	return false
}

// goesOn says whether v leads from the last date told to another year or month.
func goesOn(v Value) bool {
	switch v := v.(type) {
	case Told:
		return v.N > 0 && v.Unit >= Month
	case Later:
		return v.N > 0 && v.Unit >= Month
	case After:
		return true
	case In:
		return goesOn(v.Outer)
	case Part:
		return goesOn(v.Of)
	}
	return false
}

// Tell remembers a placed time for those that follow it.
func (t *Story) Tell(v Value, p Placed) {
	if d, ok := antiquity(v); ok {
		p = placed(d)
	}
	if !t.Narrative && comparison(v) || t.Narrative && v != nil && deixis(v) || p.Date.IsZero() || p.Type != "DATE" && p.Type != "TIME" {
		return
	}
	if d, ok := v.(Deictic); ok && d.Unit == Week {
		t.week = told{days(p.Earliest, p.Latest), t.sentences}
	}
	part, isPart := v.(Part)
	if u := p.Date.Unit(); u == edtf.UnitDecade || u == edtf.UnitCentury || u == edtf.UnitInterval && !t.Narrative && !(isPart && part.Which <= 3 && (p.Explicit || month(p.Earliest) == month(p.Latest) && p.Latest-p.Earliest > 7)) {
		return
	}
	if p.Date.Unit() == edtf.UnitInterval {
		p.Date = month(p.Earliest)
	}
	t.last, t.week, t.wentOn = p.Date, told{}, t.Narrative && goesOn(v)
	if p.Explicit {
		y, _, _ := t.Published.Civil()
		if year, _, _ := p.Date.Fields(); year < y {
			t.past = told{p.Date, t.sentences}
			if u := p.Date.Unit(); u == edtf.UnitDay || u == edtf.UnitMonth {
				t.full = t.past
			}
		}
	}
	if p.Date.Unit() == edtf.UnitDay && p.Latest <= t.Published {
		t.day = told{p.Date, t.sentences}
	}
	if p.Date.Unit() == edtf.UnitQuarter {
		_, about := t.quarter.Bounds()
		if _, to := p.Date.Bounds(); to <= t.Published && to >= about {
			t.quarter = p.Date
		}
	}
}

// Histories tell more as times than news does, in which "at the same time" joins two sentences and the former are
// people. What comes soon comes soon after in a history.
var (
	inHistories = map[string]bool{"former": true, "same time": true, "a period": true, "night attack": true, "dry season": true, "anniversary": true, "future things": true}
	inNews      = map[string]bool{"soon": true}
)

// Find returns the single times of s that a text of this kind tells.
func (t *Story) Find(s *prose.Sentence) []Expression {
	t.sentences++
	other := inHistories
	if t.Narrative && t.genre != account {
		other = inNews
	}
	found := slices.DeleteFunc(Single(s), func(e Expression) bool {
		v, old := e.Value.(Old)
		return other[e.Rule] || e.Rule == "the second half" && t.quarter.IsZero() || old && (t.age == modern || v.Year < 100 && t.age != beforeChrist) || t.people.are(s, e)
	})
	for i := range found {
		switch v := found[i].Value.(type) {
		case Old:
			found[i].Value = t.age.read(v)
		case Duration:
			if !t.Narrative && ahead(s, found[i], v) {
				found[i].Value = Ago{N: v.N, Unit: v.Unit}
			}
		}
	}
	return found
}

// Compose returns the times of s that a text of this kind tells, joined to ranges and bounds as Find joins them.
func (t *Story) Compose(s *prose.Sentence) []Expression { return compose(s, t.Find(s)) }

// Place places the single times of a sentence, in reading order.
func (t *Story) Place(s *prose.Sentence, found []Expression) []Placed {
	var out []Placed
	long, before, direction := false, t.last, Past
	day := false         // whether s has told one
	var resume edtf.Date // what the next sentence goes on from, if not from the last date of this one
	for i, e := range found {
		e.Value = halved(s, found, i)
		a := t.Beside(s, found, i, t.Anchor(s, e))
		if the, ok := unitTold(e.Value); ok && !t.Narrative && a.Direction == Future && ((the.Unit == Year || inside(s, e)) && t.last == before || isToCome(s, e) && the.Resolve(a).Latest < t.Published) {
			a.Last = edtf.Date{} // "by the end of the year" goes on from what the same sentence told, if that is not over
		}
		if i > 0 && e.Rule == found[i-1].Rule && e.From == found[i-1].To+1 && !endsRange(s, found, i) {
			a.Direction = direction // of two days of one month
		}
		direction = a.Direction
		switch v := e.Value.(type) {
		case Duration: // "in the nine months" it is these that are compared with those of a year before
			long = long || v.Unit == Month && v.N >= 600 || v.Unit == Year && v.N == 100
		case Later, Ago:
			if y, _, _ := t.Published.Civil(); long && comparison(v) && !a.Quarter.IsZero() {
				a.Quarter, a.Last = edtf.Date{}, edtf.OfYear(y)
			}
		case Comparable:
			if q := t.ending(s, found, i); v.Before == 0 && !q.IsZero() {
				a.Quarter, a.Last = q, q
			}
		}
		p := t.over(s, e, a)
		long = long && p.Date.Unit() != edtf.UnitQuarter
		if p.Date.Unit() == edtf.UnitQuarter && (lower(s, e.To) == "ended" || p.Latest > t.Published && a.Direction == Past && t.quarter.IsZero()) {
			t.quarter = p.Date // a business year of its own
		}
		t.Enter(s, e, p)
		if !t.passing(s, e, p, day) {
			if !t.personal(s, e, p) {
				resume = edtf.Date{}
			} else if resume.IsZero() {
				resume = t.last
			}
			day = day || p.Date.Unit() == edtf.UnitDay
			t.Tell(e.Value, p)
			if i > 0 && t.Narrative && e.From == found[i-1].To+1 && joining[lower(s, found[i-1].To)] && out[i-1].Earliest != 0 && p.Latest > out[i-1].Earliest && p.Date.Unit() == edtf.UnitDay {
				t.span, t.spanIn = [2]edtf.Day{out[i-1].Earliest, p.Latest}, t.sentences
			}
		}
		out = append(out, t.timex(e.Value, p))
	}
	if !resume.IsZero() {
		t.last = resume
	}
	if slices.ContainsFunc(out, func(p Placed) bool { return p.Earliest > t.Published }) {
		t.coming = t.sentences
	}
	return out
}

// ahead says whether a length tells when something will be: "it will be sold in five years".
func ahead(s *prose.Sentence, e Expression, v Duration) bool {
	if v.N <= 0 || v.Unit < Day || v.Mod != "" || lower(s, e.From-1) != "in" || Lean(s, e) != Future {
		return false
	}
	for i := max(e.From-8, 0); i < e.From; i++ {
		if t := &s.Tokens[i]; t.Tag == prose.JJS || t.Lower == "first" || t.Lower == "only" {
			return false // "will face them on Tuesday, for the first time in a month"
		}
	}
	switch lower(s, e.From) {
	case "the", "last", "past", "next", "coming", "first", "these":
		return false
	}
	return true
}

// timex returns p with the value that TIMEX3 annotators give it. Those of histories name the day of "two days later";
// those of news count the length, and leave the day to the link between the two.
func (t *Story) timex(v Value, p Placed) Placed {
	if t.Narrative {
		switch v := v.(type) {
		case Deictic:
			if v.N == 0 && v.Unit == Day {
				p.Val = "PRESENT_REF" // what a history calls today is no day of it
			}
		case Named:
			if v.Month == 24 && p.Date.Unit() == edtf.UnitSeason {
				y, _, _ := p.Date.Fields()
				p.Val = timex(edtf.OfSub(y+1, 24)) // most of a winter lies in the year that it ends in
			}
		}
		return p
	}
	switch v := v.(type) {
	case Later:
		if v.Unit < Year {
			p.Type, p.Val = "DURATION", Duration{abs(v.N), v.Unit, ""}.timex()
		}
	case SomeLater:
		p.Type, p.Val = "DURATION", Duration{0, v.Unit, ""}.timex()
	}
	return p
}

// over places e, which is past for certain after "ended" and "since".
func (t *Story) over(s *prose.Sentence, e Expression, a Anchor) Placed {
	p := e.Value.Resolve(a)
	if n, ok := e.Value.(Named); ok {
		switch lower(s, e.From-1) {
		case "ended", "since":
			return n.begun(p, a)
		}
	}
	return p
}

// unitTold returns "the year" of v, which may be a part of it.
func unitTold(v Value) (The, bool) {
	the, ok := partly(v).(The)
	return the, ok
}

// comparison says whether v only compares: after "a year earlier" news goes on with what it was about.
func comparison(v Value) bool {
	switch v := v.(type) {
	case Comparable:
		return v.Before > 0
	case Later:
		return v.N == -100 && v.Unit == Year
	case Ago:
		return v.Unit == Year
	case SameQuarter:
		return true
	case Told:
		return v.N == -1 && (v.Unit == Month || v.Unit == Year) // "up from 86 percent the month before"
	}
	return false
}

func month(d edtf.Day) edtf.Date {
	y, m, _ := d.Civil()
	return edtf.OfMonth(y, m)
}
