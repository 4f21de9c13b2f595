package prose

// Read reads an article: sentences, tokens, tags, names, phrases, predicates, quotations, and what each paragraph is.
func Read(paragraphs []string) *Text {
	t := &Text{Paragraphs: make([]Paragraph, len(paragraphs))}
	for i, p := range paragraphs {
		t.Paragraphs[i] = Paragraph{Text: p, Kind: kindOf(p, i, len(paragraphs)), Sentences: Sentences(p)}
	}
	proper := properWords(t)
	t.each(func(s *Sentence) {
		tag(s, proper)
		findNames(s)
	})
	settleNames(t)
	t.each(parse)
	findQuotations(t)
	return t
}

func (t *Text) each(visit func(s *Sentence)) {
	for i := range t.Paragraphs {
		for k := range t.Paragraphs[i].Sentences {
			visit(&t.Paragraphs[i].Sentences[k])
		}
	}
}
