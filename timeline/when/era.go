package when

import (
	"fmt"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// Era is a year before Christ, or a month, season or day of one; with Digits it is the decade or the century whose years
// begin with these. It places what the story tells next, but dates nothing itself: what news says of antiquity is no
// event of the news.
type Era struct {
	Year, Month, Day int
	Digits           string
}

// String prints the value.
func (v Era) String() string { return fmt.Sprintf("Era(%s)", v.timex()) }

func (v Era) timex() string {
	switch {
	case v.Digits != "":
		return "BC" + v.Digits
	}
	return timex(v.date())
}

// Resolve implements Value.
func (v Era) Resolve(Anchor) Placed {
	return Placed{Type: "DATE", Val: v.timex(), Explicit: true}
}

// date returns the date of a year or of a part of it as EDTF counts it: 480 BC is -0479.
func (v Era) date() edtf.Date {
	switch {
	case v.Day > 0:
		d, _ := dayDate(1-v.Year, v.Month, v.Day)
		return d
	case v.Month > 0:
		return edtf.OfSub(1-v.Year, v.Month)
	}
	return edtf.OfYear(1 - v.Year)
}

// antiquity returns the date of an Era, or of the part of one.
func antiquity(v Value) (edtf.Date, bool) {
	if p, ok := v.(Part); ok {
		v = p.Of
	}
	e, ok := v.(Era)
	if !ok || e.Digits != "" || e.Year < 1 || e.Year > 9998 {
		return edtf.Date{}, false
	}
	return e.date(), true
}

// Old is a number that may be a year of three digits, "in 216 he won", or of two. A history that counts its years before
// Christ, or tells several of three, says which it is; elsewhere it is none.
type Old struct{ Year int }

// String prints the value.
func (v Old) String() string { return fmt.Sprintf("Old(%d)", v.Year) }

// Resolve implements Value.
func (v Old) Resolve(Anchor) Placed {
	return Placed{Type: "DATE", Val: fmt.Sprintf("%04d", v.Year), Explicit: true}
}

// An age is how a text counts years of three digits.
type age uint8

const (
	modern age = iota // it has none
	beforeChrist
	afterChrist
)

// oldYears is how many years of three digits make them years without a word of their age.
const oldYears = 3

// ageOf returns the age of a history.
func ageOf(sentences []prose.Sentence) age {
	before, after, old := 0, 0, 0
	for i := range sentences {
		for _, e := range Single(&sentences[i]) {
			switch v := e.Value.(type) {
			case Era:
				before++
			case Old:
				if v.Year >= 100 {
					old++
				}
			case On:
				if y, _, _ := v.Date.Fields(); y > 0 && y < 1000 {
					after++
				}
			}
		}
	}
	switch {
	case before > after:
		return beforeChrist
	case after > 0 || old >= oldYears:
		return afterChrist
	}
	return modern
}

// read gives an old year its age.
func (a age) read(v Old) Value {
	if a == beforeChrist {
		return Era{Year: v.Year}
	}
	return On{edtf.OfYear(v.Year)}
}
