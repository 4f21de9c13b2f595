package when

import (
	"fmt"
	"time"

	"annals/timeline/edtf"
)

// Holiday is a holiday by its number in lexicon/word.txt.
type Holiday struct {
	Which int
	Eve   bool
}

// String prints the value.
func (v Holiday) String() string {
	return fmt.Sprintf("Holiday(%s)", [...]string{"", "Christmas", "Thanksgiving", "Easter", "Halloween"}[v.Which])
}

func (v Holiday) day(year int) edtf.Day {
	var d edtf.Day
	switch v.Which {
	case 1:
		d = edtf.DayOf(year, 12, 25)
	case 2:
		first := edtf.DayOf(year, 11, 1)
		d = first + edtf.Day((int(time.Thursday)-int(first.Weekday())+7)%7) + 21
	case 3:
		d = easter(year)
	case 4:
		d = edtf.DayOf(year, 10, 31)
	}
	if v.Eve {
		d--
	}
	return d
}

// easter returns Easter Sunday by the anonymous Gregorian computus.
func easter(y int) edtf.Day {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return edtf.DayOf(y, time.Month(n/31), n%31+1)
}

// Resolve implements Value: the nearest such day, as for a month and a day.
func (v Holiday) Resolve(a Anchor) Placed {
	day := a.Day
	if !a.Last.IsZero() && a.Narrative {
		day, _ = a.Last.Bounds()
	}
	if day == 0 {
		return Placed{Type: "DATE", Val: "XXXX-XX-XX"}
	}
	y, _, _ := day.Civil()
	y = min(max(y, 2), 9998)
	if a.Narrative {
		return placed(v.day(y).Date())
	}
	best := v.day(y)
	n := Named{Month: 1}
	for _, d := range [...]edtf.Day{v.day(y - 1), v.day(y + 1)} {
		if n.better(d.Date(), best.Date(), a) {
			best = d
		}
	}
	return placed(best.Date())
}
