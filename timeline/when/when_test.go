package when

import (
	"strings"
	"testing"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

func sentence(t testing.TB, text string) prose.Sentence {
	t.Helper()
	all := prose.Sentences(text)
	if len(all) == 0 {
		t.Fatalf("no sentence in %q", text)
	}
	return all[0]
}

func TestSmoke(t *testing.T) {
	day, _ := edtf.ParseDay("2025-09-12")
	for _, text := range strings.Split(`on Thursday
in late August
two weeks ago
by Friday
from May to July
since 2011
mid-September
earlier this month
the third quarter of 1997
Jan. 23, 2019
2019-01-23
last year
a year earlier
the next day
within days
late spring 2025
twenty-six years
nineteen ninety-eight
the 1990s
the end of 1998
Friday night
10:30 a.m. Friday
2 1/2 years
the first half of 2020
every Thursday
daily
the past three months`, "\n") {
		s := sentence(t, "It was so "+text+" as they said.")
		for _, e := range Find(&s) {
			p := e.Value.Resolve(Anchor{Day: day})
			t.Logf("%-30s %-30q %-40v %v %v %v %s %s %s", text, s.Text[e.Span.Start:e.Span.End], e.Value, p.Date, p.Earliest, p.Latest, p.Type, p.Val, e.Rule)
		}
	}
}
