package prose

// Where the words of a name do not say what it names, what stands around it may, and the rest of the article.

// kin are words for people beside whom a name without more is a person's.
var kin = map[string]bool{"wife": true, "husband": true, "son": true, "daughter": true, "brother": true, "sister": true, "mother": true,
	"father": true, "widow": true, "widower": true, "uncle": true, "aunt": true, "nephew": true, "niece": true, "cousin": true, "fiancee": true,
	"fiance": true, "grandson": true, "granddaughter": true, "grandfather": true, "grandmother": true, "friend": true, "lawyer": true,
	"attorney": true, "colleague": true, "spouse": true, "interviewee": true, "researcher": true, "scientist": true, "historian": true}

// context says what a name of unknown kind names by what stands around it.
func (n *namer) context(r Range) NameKind {
	next := n.lower(r.To)
	switch {
	case kin[n.lower(r.From-1)]: // "his wife Ana"
		return Person
	case next == "," && n.age(r.To+1): // "Ana Ruiz, 54,"
		return Person
	case next == "," && n.lower(r.To+1) == "who", next == "who":
		return Person
	case (next == "'s" || next == "'") && kin[n.lower(r.To+1)]:
		return Person
	case n.signs(r):
		return Person
	}
	return Unknown
}

// age says whether the years of a person's life stand at i, between commas.
func (n *namer) age(i int) bool {
	w, after := n.word(i), n.lower(i+1)
	if len(w) == 0 || len(w) > 3 || after != "," && after != "." {
		return false
	}
	for k := range len(w) {
		if w[k] < '0' || w[k] > '9' {
			return false
		}
	}
	return len(w) == 2 || w[0] == '1'
}

// signs says whether two or three names of letters are who says something, with no word among them that bodies have.
func (n *namer) signs(r Range) bool {
	size := r.To - r.From
	_, says := IsSpeech(n.lower(r.To))
	if size < 2 || size > 3 || !says || n.lower(r.From-1) == "the" {
		return false
	}
	for k := r.From; k < r.To; k++ {
		if w := n.word(k); acronym(w) || !capital(w) || kindsOf(w) != 0 && kindsOf(w) != given {
			return false
		}
	}
	return true
}

// settleNames gives names of unknown kind the kind that the article gives them elsewhere: the same words, the surname
// of a person named in full, the short form of a body.
func settleNames(t *Text) {
	whole, last := map[string]NameKind{}, map[string]bool{}
	each := func(visit func(s *Sentence, n *Name, text string)) {
		t.each(func(s *Sentence) {
			for k := range s.Names {
				visit(s, &s.Names[k], s.Words(s.Names[k].Range))
			}
		})
	}
	each(func(s *Sentence, n *Name, text string) {
		if n.Kind == Unknown {
			return
		}
		if _, seen := whole[text]; !seen {
			whole[text] = n.Kind
		}
		if n.Kind == Person && n.To-n.From > 1 {
			last[s.Tokens[n.To-1].Text] = true
		}
		if n.Short.From < n.Short.To && n.Kind == Org {
			whole[s.Words(n.Short)] = Org
		}
	})
	each(func(s *Sentence, n *Name, text string) {
		if n.Kind != Unknown {
			return
		}
		n.Kind = whole[text]
		if n.Kind == Unknown && n.To-n.From == 1 && last[text] {
			n.Kind = Person
		}
	})
}
