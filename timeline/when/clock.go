package when

import (
	"fmt"

	"annals/timeline/edtf"
)

// A DayPart is a part of the day.
type DayPart int

// The parts of the day, numbered as in lexicon/word.txt.
const (
	Morning DayPart = iota + 1
	Afternoon
	Evening
	Night
	Noon
	Midnight
	Dawn
	Dusk
	Lunchtime
)

var dayParts = [...]string{"", "TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00", "TMO", "TEV", "TMI"}

// At is a part of a day, or a time by the clock in minutes after midnight, -1 for none. Where Of is nil the day is
// the last one told, else that of speaking.
type At struct {
	Of    Value
	Part  DayPart
	Clock int
}

// String prints the value.
func (v At) String() string { return fmt.Sprintf("At(%v, %s)", v.Of, v.time()) }

func (v At) time() string {
	if v.Clock >= 0 {
		return fmt.Sprintf("T%02d:%02d", v.Clock/60, v.Clock%60)
	}
	return dayParts[v.Part]
}

// Resolve implements Value. The day is the date; the time goes into the TIMEX3 value.
func (v At) Resolve(a Anchor) Placed {
	var p Placed
	switch {
	case v.Of != nil:
		p = v.Of.Resolve(a)
	case a.Last.Unit() == edtf.UnitDay:
		p = a.told(placed(a.Last))
	case a.Narrative && !a.Last.IsZero():
		p = a.told(placed(a.Last)) // some day of it
		p.Val = someDay(a.Last)
	case a.Day != 0:
		p = placed(a.Day.Date())
	default:
		p = Placed{Val: "XXXX-XX-XX"}
	}
	if v.Part == Midnight && v.Of == nil && !a.Narrative && a.Direction == Past && a.Day != 0 && p.Earliest == a.Day {
		p = placed(clampDay(a.Day-1, a.Day).Date()) // the end of today is not over
	}
	p.Type = "TIME"
	p.Val += v.time()
	return p
}

// clock returns the time of day in minutes.
func (m *match) clock() int {
	h, minute := 0, 0
	p := m.piece("clock")
	if p == nil {
		p = m.piece("point")
	}
	if p != nil {
		h, minute = p.num/100, p.num%100
	} else {
		n := m.count()
		h, minute = n/100, 0
	}
	half := m.v("ampm")
	if m.lit("o'clock") && h < 7 {
		half = 2 // most are told of the day
	}
	if part := DayPart(m.v("daypart")); part >= Morning && part <= Night {
		return inHalf(60*(h%24)+minute, part)
	}
	if half == 2 && h < 12 {
		h += 12
	} else if half == 1 && h == 12 {
		h = 0
	}
	return 60*(h%24) + minute
}

// inHalf puts a clock of twelve hours, in minutes, into the half of the day to which the part belongs. "Two at night" is
// after midnight.
func inHalf(clock int, part DayPart) int {
	switch h := clock / 60; {
	case (part == Afternoon || part == Evening || part == Night && h >= 6) && h < 12:
		return clock + 12*60
	case (part == Morning || part == Night) && h == 12:
		return clock - 12*60
	}
	return clock
}

// onlyHour says whether the clock is a number without minutes and without "a.m.".
func (m *match) onlyHour() bool { return !m.has("ampm") && !m.has("clock") && !m.has("point") }

// clockIn reads a clock that stands beside the part of a day: "half past eight on the evening of the 2nd", "last night at 9".
// It is the one in words, past, where the match has one, or else its number, unless that is unlikely to be one.
func (m *match) clockIn(part, past Value, unlikely bool) Value {
	of, ok := part.(At)
	if !ok || of.Clock >= 0 {
		return nil
	}
	if clock, ok := past.(At); ok && len(m.kids) > 1 {
		return At{of.Of, 0, inHalf(clock.Clock, of.Part)}
	}
	if unlikely {
		return nil
	}
	return At{of.Of, 0, inHalf(m.clock(), of.Part)}
}

// halfPast reads "half past five", "half five", "a quarter to six", "ten past four".
func halfPast(m *match) Value {
	n := m.numbers()
	if len(n) == 0 || len(n) > 2 {
		return nil
	}
	h, minutes := n[len(n)-1]/100, 30
	switch {
	case m.lit("quarter"):
		minutes = 15
	case len(n) == 2:
		minutes = n[0] / 100
	case !m.lit("past") && (!m.before("at", "by", "until", "till", "around", "about") || m.next("percent", "%", "per", "million")):
		return nil
	}
	if m.lit("to") {
		if len(n) == 2 && !m.lit("minutes") && !m.before("at") {
			return nil // "from ten to five"
		}
		minutes = -minutes
	}
	if h < 1 || h > 12 || minutes >= 60 || !m.before("at", "by", "until", "till", "around", "about", "after", "before", "since", "from", "past", "nearly") {
		return nil
	}
	at := At{nil, 0, inHalf(60*h+minutes, DayPart(m.v("daypart")))}
	if m.has("this") {
		at.Of = Deictic{0, Day}
	}
	return at
}

// twoClocks reads two times of which the second says whether they lie before noon: "between 7 and 9 p.m.".
func (m *match) twoClocks() Value {
	var at, minutes []int
	for i := m.from; i < m.to && len(at) < 2; i++ {
		if p := &m.ps[i]; digit(p.lower[0]) {
			at = append(at, i)
			if m.m.shaped(p, "clock") || m.m.shaped(p, "point") {
				minutes = append(minutes, 60*(p.num/100)+p.num%100)
			} else {
				minutes = append(minutes, 60*(p.num/100))
			}
		}
	}
	if len(at) != 2 || minutes[0] > 12*60+59 || minutes[1] > 12*60+59 || m.outer && at[1] != at[0]+2 {
		return nil
	}
	for i := range minutes {
		minutes[i] %= 12 * 60
	}
	half := m.v("ampm")
	if part := DayPart(m.v("daypart")); part == Afternoon || part == Evening {
		half = 2
	} else if part > Evening || part == Morning && !m.before("from", "between", "at") {
		return nil
	}
	if half == 2 {
		minutes[1] += 12 * 60
		if minutes[0]+12*60 < minutes[1] {
			minutes[0] += 12 * 60 // "from 11 to 1 p.m." begins in the morning
		}
	}
	return pair{At{m.kid(), 0, minutes[0]}, At{m.kid(), 0, minutes[1]}, at[0] + 1}
}

// bareClock reads a time without its day. Two numbers and a colon alone may also be a score or a verse: a word before
// them must lead to a time.
func bareClock(m *match) Value {
	if m.has("clock") && !m.has("ampm") && m.to-m.from == 1 && m.from > 0 && !among(m.beside(-1).lower, []string{"at", "by", "until", "till", "around", "about", "after", "before", "since", "from",
		"to", "between", "and", "-", "–", "(", ",", "past", "than", "approximately", "nearly"}) {
		return nil
	}
	return At{nil, 0, m.clock()}
}
