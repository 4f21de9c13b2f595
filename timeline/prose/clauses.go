package prose

import "annals/timeline/prose/model"

// Every clause has one finite verb. The tagger looks at a few words at a time and does not know it; here it is held to it.

// far is how much better the tagger must like other tags for a sentence to stay without a finite verb.
const far = 150

// withVerbs tags the words. Where a sentence that ends like one has fewer finite verbs than it has clauses, the words
// that come nearest to being one are taken for them: "The council meets on Sunday", where "meets" might be games.
func withVerbs(s *Sentence, b *bench) []uint8 {
	tagger, numbers := model.English(), tagNumbers()
	b.model.Wanted = 0
	for n, t := range numbers {
		if finite(t) {
			b.model.Wanted |= 1 << n
		}
	}
	got := tagger.Tag(b.words, b.lower, &b.model)
	if !full(s) || numbers[got[0]] == VB {
		return got // no sentence, or a command
	}
	for range 3 {
		if clauses(s, got) <= 0 {
			break
		}
		found := nearest(b, got, Range{1, len(got)})
		if found < 0 {
			break
		}
		got = tagger.Retag(&b.model, found, b.model.Near[found].Tag)
	}
	for i := 0; i+2 < len(got); i++ {
		if r := verbless(s, got, i); r.From < r.To {
			if found := nearest(b, got, r); found >= 0 {
				got = tagger.Retag(&b.model, found, b.model.Near[found].Tag)
			}
		}
	}
	return got
}

// nearest returns the word of a range that comes nearest to being a finite verb, or -1.
func nearest(b *bench, got []uint8, r Range) int {
	numbers := tagNumbers()
	found, least := -1, int32(far)
	for i := r.From; i < r.To; i++ {
		short := b.model.Near[i].Short
		if before := numbers[got[i-1]]; !subjectEnd(before) && before != RBR && before != Colon && before != RRB {
			continue
		} else if before == Comma && i+1 < len(got) && (numbers[got[i+1]] == TO || numbers[got[i+1]] == IN) {
			short = max(short, short+far/2) // ", held in May": a participle rather
		}
		if short < least {
			found, least = i, short
		}
	}
	return found
}

// verbless returns the words of the clause that the word at i opens, after its first, where they hold no finite verb,
// and an empty range otherwise. The clause ends with the next mark or conjunction.
func verbless(s *Sentence, got []uint8, i int) Range {
	numbers := tagNumbers()
	t := numbers[got[i]]
	if t != WDT && t != WP && t != WPS && !opensClause[s.Tokens[i].Lower] {
		return Range{}
	}
	switch next := numbers[got[i+1]]; next {
	case TO, VBN, VBG, JJ, RB, Comma:
		return Range{}
	case IN:
		if t != WP && s.Tokens[i].Lower != "which" || s.Tokens[i+1].Lower == "of" { // "who on this day kept"
			return Range{}
		}
	}
	for k := i + 1; k < len(got); k++ {
		switch t := numbers[got[k]]; {
		case finite(t):
			return Range{}
		case t == Comma || t == Colon || t == Period || t == CC || t == OpenQuote || t == CloseQuote || t == LRB || t == WDT || t == WP || t == WRB || opensClause[s.Tokens[k].Lower]:
			if k < i+4 {
				return Range{} // "which, he said,"
			}
			return Range{i + 2, k}
		}
	}
	return Range{}
}

// full says whether a sentence ends like one, with a full stop, behind which marks may close what it opened.
func full(s *Sentence) bool {
	end := len(s.Tokens) - 1
	for end > 2 && (s.Tokens[end].Lower == `"` || s.Tokens[end].Lower == "'" || s.Tokens[end].Text == ")" || s.Tokens[end].Text == "]") {
		end--
	}
	return end >= 2 && s.Tokens[end].Text == "."
}

// clauses returns how many finite verbs a sentence lacks for its main clause and for those that a relative pronoun or
// a conjunction opens.
func clauses(s *Sentence, got []uint8) int {
	numbers, missing := tagNumbers(), 1
	for i, n := range got {
		switch t := numbers[n]; {
		case finite(t):
			missing--
		case i > 0 && clausal[s.Tokens[i].Lower] && numbers[got[i-1]] != Comma && clauseFollows(got, i+1):
			missing++
		case (t == WDT || t == WP || opensClause[s.Tokens[i].Lower]) && i+1 < len(got):
			if next := numbers[got[i+1]]; next != VBN && next != VBG && next != TO && next != JJ && next != IN && next != RB && next != Comma {
				missing++
			}
		}
	}
	return missing
}

// clauseFollows says whether a noun phrase with what hangs on it, and a finite verb right after it, stand at i.
func clauseFollows(got []uint8, i int) bool {
	numbers := tagNumbers()
	for k := i; k < len(got); k++ {
		switch t := numbers[got[k]]; {
		case finite(t):
			return k > i
		case !t.Noun() && t != DT && t != JJ && t != CD && t != PRP && t != PRPS && t != POS && t != IN && t != VBG && t != HYPH:
			return false
		}
	}
	return false
}

// opensClause are the conjunctions that a clause with a finite verb of its own follows.
var opensClause = map[string]bool{"if": true, "unless": true, "although": true, "because": true, "when": true, "whereas": true, "though": true,
	"while": true}
