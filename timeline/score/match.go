package score

import (
	"cmp"
	"slices"
)

// A pair is a gold event and a found event that may be one, by their places in the lists.
type pair struct {
	gold, found int
	close       int // see closeness
	date, days  bool
	kind        bool
}

// better orders pairs, the best first: nearer triggers, equal dates, overlapping dates, equal types, then reading order.
func better(a, b pair) int {
	return cmp.Or(
		cmp.Compare(b.close, a.close),
		first(a.date, b.date), first(a.days, b.days), first(a.kind, b.kind),
		cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found),
	)
}

func first(a, b bool) int {
	switch {
	case a && !b:
		return -1
	case b && !a:
		return 1
	}
	return 0
}

// match pairs the events of an article one to one, greedily. With typed only equal types pair, with dated only
// right dates.
func match(a Article, typed, dated bool) []pair {
	var all []pair
	for i, g := range a.Gold {
		for j, e := range a.Found {
			if typed && g.Type != e.Type || dated && !rightDate(g, e) {
				continue
			}
			if c := closeness(g, e, a.Paragraphs); c != apart {
				all = append(all, pair{i, j, c, sameDate(g, e), overlap(g, e), g.Type == e.Type})
			}
		}
	}
	slices.SortFunc(all, better)
	gold, found := map[int]bool{}, map[int]bool{}
	var out []pair
	for _, p := range all {
		if !gold[p.gold] && !found[p.found] {
			gold[p.gold], found[p.found] = true, true
			out = append(out, p)
		}
	}
	return out
}
