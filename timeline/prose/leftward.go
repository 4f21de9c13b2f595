package prose

// Between a finite verb and its subject may stand appositions, relative clauses, adverbials and lists. The walk to the
// left steps over each of them as a whole.

// relative says that leftSubject came to the subject through a relative pronoun.
const relative = -2

// leftSubject returns the subject that stands left of token i, and its first token or relative.
func (p *parser) leftSubject(i int) (subject, at int) {
	for steps := 0; i >= 0 && steps < 64; steps++ {
		switch t := p.tag(i); {
		case t == WP || t == WDT || t == WPS || p.lower(i) == "that" && t != DT && p.antecedentAt(i-1) >= 0:
			if a := p.antecedentAt(i - 1); a >= 0 {
				return a, relative
			}
			if a := p.sharedAntecedent(i); a >= 0 {
				return a, relative
			}
			return -1, -1
		case p.phrase[i] >= 0:
			k := p.phrase[i]
			start := p.startOf(k)
			phrase := &p.s.Phrases[k]
			switch {
			case phrase.Prep >= 0:
				i = phrase.Prep - 1
				if a := p.memberOf(k); a >= 0 && p.s.Phrases[a].Prep >= 0 {
					i = p.s.Phrases[a].Prep - 1
				}
			case p.s.Temporal(k) && p.phraseBefore(p.beforeTime(start)):
				i = p.beforeTime(start)
			case floating[p.lower(i)] && phrase.To-phrase.From == 1 && p.at(p.phrase, i-1) >= 0:
				i--
			default:
				if q := p.at(p.pred, start-1); q == 0 && p.s.Predicates[q].Form == Gerund && p.s.Predicates[q].From == 0 && !p.takesClause(q) && (p.tag(start) == DT || p.tag(start) == PRPS) {
					return -1, -1 // "Ending the war means": the subject is no phrase; but "Polling stations opened"
				}
				if q := p.at(p.pred, start-1); q >= 0 && !nominative[p.lower(start)] && p.inner(q) && !(p.takesClause(q) && (p.s.Predicates[q].Form == Gerund || p.ownClause(q, i))) {
					i = p.beforeInner(q) // k is its object
					continue
				}
				if a := p.memberOf(k); a >= 0 {
					if p.s.Phrases[a].Prep >= 0 {
						i = p.s.Phrases[a].Prep - 1
						continue
					}
					k, start = a, p.startOf(a)
				}
				for _, a := range phrase.Appos {
					if phrase.Appositive && a < k {
						k, start = a, p.startOf(a)
					}
				}
				if start > i { // cannot happen; guards the walk
					return -1, -1
				}
				if p.s.Phrases[k].Prep >= 0 {
					i = p.s.Phrases[k].Prep - 1
					continue
				}
				return k, start
			}
		case p.pred[i] >= 0:
			q := p.pred[i]
			if !p.inner(q) {
				return -1, -1
			}
			i = p.beforeInner(q)
		case t == Comma || t == RRB || t == Colon && p.lower(i) == "-":
			i = p.skipInsert(i)
		case t == IN && (p.tag(i+1) == IN || p.tag(i+1) == RB) && p.at(p.phrase, i-1) >= 0: // "critics from across the country", "votes from abroad"
			i--
		case t == CloseQuote || p.lower(i) == `"`:
			before := p.beforeTitle(i)
			if before < 0 {
				return -1, -1
			}
			i = before
		case t == CC && floating[p.lower(i)] && p.at(p.phrase, i-1) >= 0: // "the two ministers both yesterday left"
			i--
		case t == RB || t == RBR || t == JJ || t == POS || t == IN && p.lower(i) != "that" && i > 0 && (p.pred[i-1] >= 0 || p.governsGerund(i)), t == EX, t == HYPH, t == RP:
			if t == EX {
				return -1, -1
			}
			i--
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// beforeTitle returns the token at which to look on for a subject before the quotation mark at i: inside it where it
// closes a noun phrase and no more, “Red Dawn” won, before it where a noun names what is quoted, his book “How to Win”
// won, and else -1.
func (p *parser) beforeTitle(i int) int {
	if k := p.at(p.phrase, i-1); k >= 0 && p.opensQuote(p.s.Phrases[k].From-1) {
		return i - 1
	}
	j := p.openedAt(i)
	if k := p.at(p.phrase, j-1); j > 0 && k >= 0 && !p.s.Phrases[k].Pronoun {
		return j - 1
	}
	return -1
}

// openedAt returns where the short quotation opens that the mark at i closes, or -1.
func (p *parser) openedAt(i int) int {
	for j := i - 1; j > 0 && j > i-12; j-- {
		if p.opensQuote(j) {
			return j
		}
	}
	return -1
}

// partOf says whether phrase k is a part of what stands before it: "some of them", "two of whom".
func (p *parser) partOf(k int) bool {
	of := p.s.Phrases[k].To
	return p.lower(of) == "of" && (p.lower(of+1) == "them" || p.lower(of+1) == "whom" || p.lower(of+1) == "which")
}

func (p *parser) opensQuote(i int) bool { return p.tag(i) == OpenQuote || p.lower(i) == `"` }

// floating are the words that may part a subject from its verb: "they both left", "the minister herself spoke", "Norway
// and Sweden each expelled".
var floating = map[string]bool{"all": true, "both": true, "each": true, "himself": true, "herself": true, "itself": true, "themselves": true}

// ownClause says whether the noun that ends at i between predicate q of a relative clause and a finite verb is the subject of
// that verb, since the clause outside has its verb behind it: "deputies who think the plan failed will leave", but "deputies
// who announced the plan left".
func (p *parser) ownClause(q, i int) bool {
	r := q + 1
	for r < len(p.s.Predicates) && p.s.Predicates[r].From <= i {
		r++
	}
	if p.s.Predicates[q].Link != "relative" || r+1 >= len(p.s.Predicates) || p.s.Predicates[r+1].Form != Finite {
		return false
	}
	if p.s.Predicates[r+1].From-p.s.Predicates[r].To > farBack {
		return false
	}
	for j := p.s.Predicates[r].To; j < p.s.Predicates[r+1].From; j++ {
		switch t := p.tag(j); {
		case t == CC || t == Comma || t == Colon || t == WP || t == WDT || t == WRB || t == OpenQuote || t == CloseQuote,
			subordinators[p.lower(j)] || clausal[p.lower(j)] || nominative[p.lower(j)]:
			return false
		}
	}
	return true
}

// beforeTime returns the token before a time that begins at start: "earlier this year" begins with "earlier".
func (p *parser) beforeTime(start int) int {
	switch p.lower(start - 1) {
	case "earlier", "early", "later", "late":
		start--
	}
	return start - 1
}

// inner says whether predicate q stands inside a noun phrase: in a relative clause, or as a participle or infinitive after a noun.
func (p *parser) inner(q int) bool {
	g := &p.s.Predicates[q]
	if g.Link == "that" && g.Governor >= 0 && g.Governor < q && p.s.Predicates[g.Governor].Link == "relative" {
		return true // "deputies who say they were misled"
	}
	return g.Link == "relative" || p.objectRelative(q) >= 0 || g.Form != Finite && g.From > 0 && (p.at(p.phrase, g.From-1) >= 0 || p.at(p.pred, g.From-1) >= 0 || p.at(p.phrase, p.start(g)-1) >= 0 || p.tag(g.From-1) == Comma || p.tag(g.From-1) == IN || p.tag(g.From-1) == CC || p.tag(g.From-1) == JJ)
}

// beforeInner returns the token before predicate q, and before its relative pronoun.
func (p *parser) beforeInner(q int) int {
	g := &p.s.Predicates[q]
	i := p.start(g) - 1
	if that := p.objectRelative(q); that >= 0 {
		return that - 1
	}
	if g.Link == "relative" && g.Subject >= 0 && p.at(p.phrase, i) == g.Subject {
		i = p.startOf(g.Subject) - 1
		if t := p.tag(i); (t == WDT || t == WP) && g.Object >= 0 && g.Object < g.Subject {
			i--
			if p.tag(i) == Comma || p.tag(i) == IN || p.tag(i) == TO { // "the woman to whom the prize was given"
				i--
			}
		}
		return i
	}
	if g.Link == "that" && g.Form == Finite && g.Subject >= 0 && p.startOf(g.Subject) < g.From {
		return p.startOf(g.Subject) - 1
	}
	if g.Link != "relative" {
		return i
	}
	for k := i; k > 0 && k > i-farPronoun; k-- { // "who, after years in exile, returned"
		if t := p.tag(k); t == WP || t == WDT || k == i && p.lower(k) == "that" {
			if k < i && p.antecedentAt(k-1) != g.Subject {
				break
			}
			if p.tag(k-1) == Comma {
				return k - 2
			}
			return k - 1
		}
	}
	return i
}

// farPronoun is how many tokens may stand between a relative pronoun and its verb.
const farPronoun = 16

// objectRelative returns the pronoun of the relative clause of predicate q that stands for its object, or -1: "that" of
// "the accord that the minister signed".
func (p *parser) objectRelative(q int) int {
	g := &p.s.Predicates[q]
	if g.Form != Finite || g.Subject < 0 || g.Link == "relative" {
		return -1
	}
	i := p.startOf(g.Subject) - 1
	if p.lower(i) == "that" && p.told(i-1) {
		return i
	}
	if t := p.tag(i); t == WPS && p.tag(i-1) == Comma {
		return i - 1
	} else if t != WDT && t != WP && t != WPS || p.at(p.phrase, i-1) < 0 {
		return -1
	}
	return i
}

// contents are nouns that a clause with "that" completes: "the fact that he left".
var contents = wordSet("content.txt")

// told says whether a noun that a clause completes ends its phrase at i.
func (p *parser) told(i int) bool {
	k := p.at(p.phrase, i)
	return k >= 0 && p.s.Phrases[k].Head == i && contents[p.tokens[i].Lemma]
}

// memberOf returns the phrase that heads the list in which phrase k stands, or -1.
func (p *parser) memberOf(k int) int {
	for a := range p.s.Phrases[:k] {
		for _, b := range p.s.Phrases[a].Conj {
			if b == k {
				return a
			}
		}
	}
	return -1
}

// phraseBefore says whether a noun phrase that could be a subject ends at i, a comma skipped.
func (p *parser) phraseBefore(i int) bool {
	if p.tag(i) == Comma || floating[p.lower(i)] {
		i--
	}
	return p.at(p.phrase, i) >= 0
}

// home says whether phrase k is where somebody is from or lives: "from Arlen", "in Oslo".
func (p *parser) home(k int) bool {
	if p.s.Phrases[k].Name < 0 {
		return false
	}
	w, kind := p.lower(p.s.Phrases[k].Prep), p.nameKind(p.s.Phrases[k].Head)
	return kind == Place || kind == Unknown && (w == "from" || w == "in" || w == "near")
}

// governsGerund says whether a preposition behind a noun governs the verb right after it: "the case for going to war".
func (p *parser) governsGerund(i int) bool {
	q := p.at(p.pred, i+1)
	return q >= 0 && p.s.Predicates[q].Form == Gerund && p.at(p.phrase, i-1) >= 0
}

// sharedAntecedent returns whom the relative pronoun at i takes up behind a conjunction: "the aides who left and who now sue".
func (p *parser) sharedAntecedent(i int) int {
	if p.tag(i-1) != CC {
		return -1
	}
	for q := len(p.s.Predicates) - 1; q >= 0; q-- {
		if g := &p.s.Predicates[q]; g.To < i && g.Link == "relative" {
			return g.Subject
		}
	}
	return -1
}

// antecedentAt returns the phrase that a relative pronoun after token i takes up.
func (p *parser) antecedentAt(i int) int {
	who, comma := p.lower(i+1) == "who", p.tag(i) == Comma || p.tag(i) == Colon && p.lower(i) == "-"
	if comma {
		i--
	}
	if p.tag(i) == RRB { // "the Court of Appeal (COA), which"
		i = p.skipInsert(i)
	}
	if p.tag(i) == CloseQuote || p.lower(i) == `"` { // "a “historic event” which"
		i--
	}
	if p.tag(i) == IN || p.tag(i) == TO { // "for which"
		i--
	}
	k := p.at(p.phrase, i)
	if k < 0 || p.s.Phrases[k].Pronoun && !comma && p.tag(i) != DT { // "those who left" are those
		return -1
	}
	if a := p.s.Phrases[k]; a.Appositive && len(a.Appos) > 0 {
		k = a.Appos[0]
	}
	if prep := p.s.Phrases[k].Prep; who && prep > 0 && p.phrase[prep-1] >= 0 && p.home(k) {
		return p.phrase[prep-1] // "a judge from Arlen who"
	}
	if comma {
		return p.head(k)
	}
	return k
}

// skipInsert returns the token before the comma, dash or bracket that opens what the one at i closes.
func (p *parser) skipInsert(i int) int {
	closes := p.tag(i)
	depth := 0
	for j := i - 1; j >= 0 && j > i-60; j-- {
		switch t := p.tag(j); {
		case closes == RRB && t == LRB:
			return j - 1
		case closes == RRB:
		case t == RRB:
			depth++
		case t == LRB:
			depth--
		case depth == 0 && t == closes && p.lower(j) == p.lower(i) && !p.dateComma(j):
			if p.opensInsert(j, i) {
				return j - 1
			}
			if !p.inList(j) {
				return i - 1
			}
		case t == CloseQuote && p.openedAt(j) >= 0: // known as “the Baker”
			j = p.openedAt(j)
		case t == OpenQuote || t == CloseQuote || p.lower(j) == ";":
			return -1
		}
	}
	// No mark opens it: what stands before it is a fronted adverbial, or the subject itself.
	return i - 1
}

// inList says whether the comma at j stands inside a list, so that the search goes on to its left.
func (p *parser) inList(j int) bool {
	return p.phrase[max(j-1, 0)] >= 0
}

// dateComma says whether the comma at j stands in a date or a number of places: "May 3, 2019", "Oslo, Norway".
func (p *parser) dateComma(j int) bool {
	return p.tag(j+1) == CD && p.tag(j-1) == CD || p.at(p.phrase, j-1) >= 0 && p.phrase[j-1] == p.at(p.phrase, j+1)
}

// opensInsert says whether what stands between the commas at j and i can be left out: an apposition, a relative clause, an adverbial.
func (p *parser) opensInsert(j, i int) bool {
	if p.at(p.phrase, j-1) < 0 && p.tag(j-1) != RRB {
		return false
	}
	switch t := p.tag(j + 1); {
	case t == WP || t == WDT || t == WRB || t == WPS || t == IN || t == TO || t == RB || t == VBG || t == VBN || t == JJ || t == CC && (p.lower(j+1) != "and" || p.tag(j+2) == VBN):
		return true
	}
	k := p.whole(j + 1)
	if k >= 0 && (p.saysUpTo(p.extent(k), i) || p.initials(j)) { // ", the board said,", ", QC,"
		return true
	}
	return k >= 0 && (p.partOf(k) || p.s.Phrases[k].Appositive || p.s.Temporal(k) || p.tokens[p.s.Phrases[k].Head].Tag == CD || adjectival(p.tokens[p.s.Phrases[k].Head].Tag) || p.place(k))
}

// initials says whether the letters of a rank or a degree stand behind the comma at i, and a person's name before it:
// "Ana Ruiz, QC, said".
func (p *parser) initials(i int) bool {
	return acronym(p.tokens[i+1].Text) && p.nameKind(i-1) == Person && p.tag(i+2) == Comma
}

// saysUpTo says whether a verb of speech at i, with no more than a few words behind it, stands before the comma at end.
func (p *parser) saysUpTo(i, end int) bool {
	_, says := IsSpeech(p.lower(i))
	if !says || !finite(p.tag(i)) || end-i > 6 {
		return false
	}
	for k := i + 1; k < end; k++ {
		if p.tag(k).Verb() || p.tag(k) == MD || p.lower(k) == "that" {
			return false
		}
	}
	return true
}

func (p *parser) place(k int) bool {
	name := p.s.Phrases[k].Name
	return name >= 0 && p.s.Names[name].Kind == Place
}
