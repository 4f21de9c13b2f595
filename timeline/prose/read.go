package prose

// Read reads an article: sentences, tokens, tags, names, phrases, predicates, quotations, and what each paragraph is.
func Read(paragraphs []string) *Text {
	t := &Text{Paragraphs: make([]Paragraph, len(paragraphs))}
	for i, p := range paragraphs {
		t.Paragraphs[i] = Paragraph{Text: p, Kind: kindOf(p, i, len(paragraphs)), Sentences: Sentences(p)}
		for k := range t.Paragraphs[i].Sentences {
			analyse(&t.Paragraphs[i].Sentences[k])
		}
	}
	findQuotations(t)
	return t
}

// analyse fills a sentence that has its tokens.
func analyse(s *Sentence) {
	tag(s)
	findNames(s)
	parse(s)
}
