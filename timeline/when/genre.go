package when

import (
	"slices"
	"strings"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// farDates is how many far dates make a text a history, and what a time seen from the day of speaking takes away from
// them, the first one more where it stands among the opening sentences or before all far dates, as it does in news.
const (
	farDates         = 8
	spokenWeight     = 4
	openingWeight    = 20
	openingSentences = 6
	longAgo          = 4  // years that news is never told of without saying so again
	lifetime         = 40 // years that news does not look back to for all it tells
)

// mayBeHistory says whether the sentences have numbers and centuries enough for one, which spares most news a second reading.
func mayBeHistory(sentences []prose.Sentence) bool {
	n := farDates
	for i := range sentences {
		for _, t := range sentences[i].Tokens {
			if c := t.Text[0]; c >= '0' && c <= '9' || t.Lower == "century" {
				if n--; n == 0 {
					return true
				}
			}
		}
	}
	return false
}

// A genre is how a text tells.
type genre uint8

const (
	news    genre = iota
	account       // a short text on what is long over
	history
)

// Narrative says whether a text tells history rather than news: most of the dates that it gives in full lie more
// than a year from that of its publication, and there are at least eight of those; or all lie far more, there are
// two or one is older than a lifetime, one of those with its month opens the text, and nothing is still to come. A time named as seen from the day of speaking ("Friday", "last
// year") counts for several near ones: news that looks back far stays news.
func Narrative(published edtf.Day, sentences []prose.Sentence) bool {
	return genreOf(published, sentences) != news
}

func genreOf(published edtf.Day, sentences []prose.Sentence) genre {
	few := !mayBeHistory(sentences)
	far, near, spoken := 0, 0, false
	old, open, month := false, false, false // all dates are of long ago, the first stands at the head, one has its month
	ancient := false                        // the first is older than that
	y, _, _ := published.Civil()
	for i := range sentences {
		if few && near > 0 {
			return news // as most news is, by its first sentence
		}
		for _, e := range Single(&sentences[i]) {
			if today := e.Value == (Deictic{0, Day}); deixis(e.Value) && !(today && far > 0) { // "where it stands today"
				if !spoken && (i < openingSentences || far == 0) {
					near += openingWeight
				}
				near, spoken = near+spokenWeight, true
			}
			if n, ok := e.Value.(Named); ok && n.Month > 0 && far == 0 {
				near++ // its year goes without saying
			}
			p := e.Value.Resolve(Anchor{})
			if !p.Explicit || p.Type != "DATE" || strings.HasPrefix(p.Val, "P") {
				continue
			}
			year, m, _ := p.Date.Fields()
			if published != 0 && year >= y-1 && year <= y+1 {
				near++
				continue
			}
			if far++; far == 1 {
				old, open, ancient = true, i < openingSentences, year < y-lifetime
			}
			_, era := antiquity(e.Value)
			month = month || m > 0 || era
			old = old && (year < y-longAgo || published == 0)
		}
	}
	switch {
	case far >= farDates && far > near:
		return history
	case far < farDates && (far > 1 || ancient) && month && old && open && near == 0 && !slices.ContainsFunc(sentences, looksAhead):
		return account
	}
	return news
}

// looksAhead says whether a verb of s tells what will be.
func looksAhead(s prose.Sentence) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Form == prose.Finite && (p.Tense == prose.Future && p.Modal != "would" || p.Scheduled && p.Tense == prose.Present)
	})
}
