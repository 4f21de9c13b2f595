package when

import (
	"strings"
	"testing"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// TestRejected has what could be read otherwise, with the other reading and the reason against it, and what was placed by
// what was told before.
func TestRejected(t *testing.T) {
	for _, x := range []struct {
		text      string
		direction Direction
		want      string
		base      string
	}{
		{"They met Thursday.", Past, "2025-09-18: the verb looks back", ""},
		{"They meet Thursday.", Future, "2025-09-11: the verb looks ahead", ""},
		{"They met on Friday.", Past, "", ""}, // the day itself
		{"They met in March.", Past, "2026-03: the verb looks back", ""},
		{"They meet in March.", Future, "2025-03: the verb looks ahead", ""},
		{"The fair of Oct. 1 was prepared.", Past, "2024-10-01: it is much farther away", ""},
		{"They met last Monday.", Past, "2025-09-01: the nearest such day is meant", ""},
		{"They meet next Monday.", Future, "2025-09-22: the nearest such day is meant", ""},
		{"They met on 5/6/2018.", Past, "2018-06-05: the month is taken to come first", ""},
		{"They met on 25/6/2018.", Past, "", ""},
		{"They met the next day.", Past, "", "2020-05-04 the last date told"},
		{"They met two weeks later.", Past, "", "2020-05-04 the last date told"},
		{"They met at noon.", Past, "", "2020-05-04 the last date told"},
		{"They met that summer.", Past, "", "2020-05-04 the last date told"},
		{"They met in 2018.", Past, "", ""},
	} {
		s := prose.Sentences(x.text)[0]
		found := Find(&s)
		if len(found) != 1 {
			t.Errorf("%s: %v", x.text, found)
			continue
		}
		p := found[0].Value.Resolve(Anchor{Day: saidOn, Direction: x.direction, Last: edtf.DayOf(2020, 5, 4).Date()})
		base := strings.TrimSpace(p.Base.String() + " " + p.BaseFrom)
		if got := strings.Join(p.Rejected, "; "); got != x.want || base != x.base {
			t.Errorf("%s: got %q, %q, want %q, %q", x.text, got, base, x.want, x.base)
		}
	}
}

// TestRejectedInHistory has a month that a history does not tell of the year in which it was published.
func TestRejectedInHistory(t *testing.T) {
	s := prose.Sentences("They met in March.")[0]
	p := Find(&s)[0].Value.Resolve(Anchor{Day: saidOn, Narrative: true, Last: edtf.OfMonth(1871, 2)})
	if got := strings.Join(p.Rejected, "; "); p.Val != "1871-03" || got != "2025-03: the story is told of another year" || p.BaseFrom != "the course of the story" {
		t.Errorf("got %s by %s, not %q", p.Val, p.BaseFrom, got)
	}
}

// TestCalendar has winters, which belong to two years, and Sundays, on which the week that will be begins.
func TestCalendar(t *testing.T) {
	for _, x := range []struct {
		text, said string
		direction  Direction
		want       string
	}{
		{"It was cold this winter.", "2021-01-04", Past, "2020-24"},
		{"It was cold this winter.", "2020-12-31", Past, "2020-24"},
		{"It was cold this winter.", "2021-04-04", Past, "2020-24"},
		{"It will be cold this winter.", "2021-09-04", Future, "2021-24"},
		{"It was cold last winter.", "2021-01-04", Past, "2019-24"},
		{"It will be cold next winter.", "2021-01-04", Future, "2021-24"},
		{"It will close this week.", "2019-05-19", Future, "2019-05-20/2019-05-26"},
		{"It will close late this week.", "2019-05-19", Future, "2019-05-24/2019-05-26"},
		{"It closed this week.", "2019-05-19", Past, "2019-05-13/2019-05-19"},
		{"It will close this week.", "2019-05-18", Future, "2019-05-18/2019-05-19"},
	} {
		day, err := edtf.ParseDay(x.said)
		if err != nil {
			t.Fatal(err)
		}
		s := prose.Sentences(x.text)[0]
		p := Find(&s)[0].Value.Resolve(Anchor{Day: day, Direction: x.direction})
		if got := p.Date.String(); got != x.want {
			t.Errorf("%s (%s): got %s, want %s", x.text, x.said, got, x.want)
		}
	}
}
