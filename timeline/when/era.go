package when

import (
	"fmt"

	"annals/timeline/edtf"
)

// Era is a year before Christ, or a month or season of one; with Digits it is the decade or the century whose years
// begin with these. It places what the story tells next, but dates nothing itself: what news says of antiquity is no
// event of the news.
type Era struct {
	Year, Month int
	Digits      string
}

// String prints the value.
func (v Era) String() string { return fmt.Sprintf("Era(%s)", v.timex()) }

func (v Era) timex() string {
	switch {
	case v.Digits != "":
		return "BC" + v.Digits
	case v.Month > 0:
		return timex(edtf.OfSub(1-v.Year, v.Month))
	}
	return timex(edtf.OfYear(1 - v.Year))
}

// Resolve implements Value.
func (v Era) Resolve(Anchor) Placed {
	return Placed{Type: "DATE", Val: v.timex(), Explicit: true}
}

// antiquity returns the date of an Era, or of the part of one, as EDTF counts it: 480 BC is -0479.
func antiquity(v Value) (edtf.Date, bool) {
	if p, ok := v.(Part); ok {
		v = p.Of
	}
	e, ok := v.(Era)
	if !ok || e.Digits != "" || e.Year < 1 || e.Year > 9998 {
		return edtf.Date{}, false
	}
	if e.Month > 0 {
		return edtf.OfSub(1-e.Year, e.Month), true
	}
	return edtf.OfYear(1 - e.Year), true
}
