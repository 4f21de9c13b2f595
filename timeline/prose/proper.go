package prose

// A surname that begins a sentence looks like any other word there, and the tagger often takes it for one. But the
// article has mostly written it in the middle of a sentence too, where its capital can only be its own.

// standIn is a name that the tagger knows well; it reads it in the place of names that it cannot know.
const standIn, standInLower = "John", "john"

// properWords returns the words that a text writes with a capital inside sentences, and never without.
func properWords(t *Text) map[string]bool {
	proper, small := map[string]bool{}, map[string]bool{}
	for p := range t.Paragraphs {
		if k := t.Paragraphs[p].Kind; k != Body && k != Post {
			continue
		}
		for i := range t.Paragraphs[p].Sentences {
			s := &t.Paragraphs[p].Sentences[i]
			n := namer{s: s}
			for k := range s.Tokens {
				switch w := s.Tokens[k].Text; {
				case !capital(w):
					small[w] = true
				case len(w) > 2 && !n.initial(k):
					proper[w] = true
				}
			}
		}
	}
	const common = weekday | month | zone | demonym | group | rank | royal | modifier | portfolio | bodyHead | workHead | mediumHead | placeHead | thing
	for w := range proper {
		if lower := fold(w); small[lower] || functionWords[lower] || kindsOf(w)&common != 0 || kindsOf(lower) != 0 {
			delete(proper, w)
		}
	}
	return proper
}
