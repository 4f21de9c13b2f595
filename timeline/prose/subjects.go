package prose

// subject finds the phrase that does it, and the predicate that it completes.
func (p *parser) subject(k int, g *Predicate) {
	switch g.Form {
	case Infinitive:
		p.completes(k, g, "to")
	case Gerund:
		p.gerund(k, g)
	case Participle:
		p.participle(k, g)
	default:
		p.finiteSubject(k, g)
	}
}

// before returns the last predicate before k whose clause reaches it, or -1.
func (p *parser) before(k int) int {
	from := p.s.Predicates[k].From
	depth := 0
	for i := from - 1; i >= 0; i-- {
		switch t := p.tag(i); {
		case t == RRB:
			depth++
		case t == LRB:
			depth--
		case p.lower(i) == ";":
			return -1
		case depth <= 0 && p.pred[i] >= 0 && p.pred[i] < k:
			return p.pred[i]
		}
	}
	return -1
}

// coordinated says whether a conjunction or a list's comma stands right before the group.
func (p *parser) coordinated(g *Predicate) bool {
	i := p.start(g) - 1
	return p.tag(i) == CC
}

func (p *parser) gerund(k int, g *Predicate) {
	i := p.start(g) - 1
	switch {
	case p.coordinated(g) && k > 0 && p.s.Predicates[k-1].Form == Gerund:
		p.completes(k, g, "conj")
	case p.tag(i) == IN || p.tag(i) == TO:
		p.completes(k, g, "ing")
	case p.at(p.phrase, i) >= 0 && p.tag(i) != Comma && p.before(k) < 0:
		g.Link, g.Subject = "participle", p.phrase[i]
	case p.at(p.phrase, i) >= 0:
		p.completes(k, g, "participle")
		if g.Governor >= 0 && governors[p.tokens[p.s.Predicates[g.Governor].Head].Lemma]&controls == 0 && !p.s.Temporal(p.phrase[i]) {
			g.Subject = p.head(p.phrase[i])
		}
	case p.at(p.pred, i) >= 0:
		p.completes(k, g, "ing")
	default:
		p.completes(k, g, "participle")
		if q := g.Governor; q >= 0 && p.tag(i) == Comma && p.s.Predicates[q].Subject >= 0 {
			g.Subject = p.s.Predicates[q].Subject // "told the crowd, adding"
		}
	}
	p.reported(g)
}

// reported lifts a gerund of speech behind a comma out of what was said before it: in "denied that she had been asked, saying
// it was late" who denied says it.
func (p *parser) reported(g *Predicate) {
	if _, says := IsSpeech(p.lower(g.Head)); !says || g.Link != "participle" || p.tag(p.start(g)-1) != Comma {
		return
	}
	for range 3 {
		if g.Governor < 0 {
			return
		}
		h := &p.s.Predicates[g.Governor]
		if h.Link != "that" || h.Governor < 0 {
			return
		}
		g.Governor = h.Governor
		g.Subject = p.s.Predicates[g.Governor].Subject
	}
}

// head returns the phrase of which phrase k is the "of" part, at any depth, or k.
func (p *parser) head(k int) int {
	for n := 0; n < 4; n++ {
		i := p.s.Phrases[k].Prep
		if i < 0 || p.lower(i) != "of" || p.at(p.phrase, i-1) < 0 {
			return k
		}
		k = p.phrase[i-1]
	}
	return k
}

// participle hangs a participle on the noun before it, or on the clause.
func (p *parser) participle(k int, g *Predicate) {
	i := p.start(g) - 1
	switch {
	case p.coordinated(g) && k > 0 && p.s.Predicates[k-1].Passive:
		q := k - 1
		h := &p.s.Predicates[q]
		g.Governor, g.Link, g.Subject = q, "conj", h.Subject
		g.Tense, g.Form, g.Modal, g.Perfect, g.Negated = h.Tense, h.Form, h.Modal, h.Perfect, g.Negated || h.Negated && p.lower(i) == "or"
	case p.coordinated(g) && k > 0 && p.s.Predicates[k-1].Perfect:
		h := &p.s.Predicates[k-1]
		g.Governor, g.Link, g.Subject, g.Passive = k-1, "conj", h.Subject, false
		g.Tense, g.Form, g.Modal, g.Perfect = h.Tense, h.Form, h.Modal, true
	case p.tag(i) == Comma && k > 0 && p.s.Predicates[k-1].Passive && p.participleSeries(k):
		h := &p.s.Predicates[k-1] // "was drafted in May, signed in June and ratified in July"
		g.Governor, g.Link, g.Subject = k-1, "conj", h.Subject
		g.Tense, g.Form, g.Modal, g.Perfect = h.Tense, h.Form, h.Modal, h.Perfect
	case p.at(p.phrase, i) >= 0:
		g.Link, g.Subject = "participle", p.phrase[i]
	case p.tag(i) == Comma && p.at(p.phrase, i-1) >= 0:
		g.Link, g.Subject = "participle", p.phrase[i-1]
		if subject, at := p.leftSubject(i - 1); at >= 0 && p.closesBeforeVerb(g) && p.lower(p.s.Phrases[g.Subject].Prep) != "of" {
			g.Subject = subject // "the ban on travel, signed in May, has ended"
		}
	default:
		g.Link = "participle"
		if q := p.before(k); q >= 0 {
			g.Governor, g.Subject = q, p.s.Predicates[q].Subject
		}
	}
}

// closesBeforeVerb says whether the comma that closes the insertion of g stands before a finite verb.
func (p *parser) closesBeforeVerb(g *Predicate) bool {
	for i := g.To; i < len(p.tokens) && i < g.To+farBack; i++ {
		if p.tag(i) == Comma {
			return p.subjectAt(i + 1)
		}
	}
	return false
}

// participleSeries says whether a conjunction opens the participle after predicate k, so that k stands in a list of them.
func (p *parser) participleSeries(k int) bool {
	if k+1 >= len(p.s.Predicates) {
		return false
	}
	next := &p.s.Predicates[k+1]
	return p.tag(next.From) == VBN && p.coordinated(next)
}

// finiteSubject walks left from a finite group over what may stand between it and its subject.
func (p *parser) finiteSubject(k int, g *Predicate) {
	if i := p.behindNot(g.From); p.at(p.phrase, i) >= 0 && i < g.Head && !p.s.Temporal(p.phrase[i]) && !p.floats(i) {
		g.Subject = p.phrase[i] // a question
		return
	}
	i := p.start(g) - 1
	if p.tag(i) == CC || p.tag(i) == Comma && p.seriesVerb(k, i) {
		if q := p.conjunct(k, i); q >= 0 {
			h := &p.s.Predicates[q]
			g.Governor, g.Link, g.Subject = q, "conj", h.Subject
			if g.Tense == NoTense {
				g.Tense, g.Form = h.Tense, h.Form
			}
			return
		}
	}
	if p.tag(i) == OpenQuote || p.lower(i) == `"` && i > 0 && p.tokens[i].End == p.tokens[i+1].Start {
		i-- // the quotation begins with the verb: the board “condemned the attack”
	}
	subject, at := p.leftSubject(i)
	if subject < 0 || p.closes(k, g) {
		subject = p.inverted(g)
		at = -1
	}
	g.Subject = subject
	if subject >= 0 && at > 0 && p.contact(subject, at) {
		g.Object, at = p.phrase[at-1], relative
	}
	if a := p.allOf(subject); a >= 0 {
		g.Subject, at = a, relative
	}
	if a := p.objectOf(at); a >= 0 {
		g.Object, at = a, relative
	}
	if at == relative {
		g.Link = "relative"
		return
	}
	if at >= 0 {
		p.complement(k, g, at)
	}
}

// allOf returns what a relative clause tells of all or most of, or -1: the two men in "the two men, both of whom left".
func (p *parser) allOf(subject int) int {
	if subject < 1 || p.lower(p.s.Phrases[subject].To) != "of" {
		return -1
	}
	at := p.s.Phrases[subject].From
	if t := p.tag(p.s.Phrases[subject].To + 1); t != WP && t != WDT || !floating[p.lower(at)] && !counts[p.lower(at)] {
		return -1
	}
	return p.antecedentAt(at - 1)
}

// closes says whether a verb of speech with its subject behind it ends what has been reported without quotation marks: "The
// union is collecting names, said its director, Olaf Lind."
func (p *parser) closes(k int, g *Predicate) bool {
	if k == 0 || p.tag(p.start(g)-1) != Comma || p.s.Predicates[k-1].Subject < 0 {
		return false
	}
	switch p.lower(g.Head) {
	case "said", "says", "added", "adds", "explained":
	default:
		return false
	}
	a := p.whole(g.To)
	if a < 0 || p.s.Temporal(a) {
		return false
	}
	phrase := &p.s.Phrases[a]
	if phrase.Name < 0 && !IsTitle(p.lower(phrase.Head)) || phrase.Name >= 0 && p.s.Names[phrase.Name].Kind == Place {
		return false
	}
	switch t := p.tag(p.extent(a)); t {
	case Comma, Period, NoTag, WP:
		return true
	}
	return false
}

// objectOf returns what the relative pronoun before a clause whose subject begins at token at takes up, or -1: in "the
// order, which the minister signed" the order is signed.
func (p *parser) objectOf(at int) int {
	if at < 1 {
		return -1
	}
	if t := p.tag(at - 1); t != WDT && t != WP || p.lower(at-1) == "what" || p.lower(at-1) == "that" { // "told him that the port" is tagged so too
		return -1
	}
	return p.antecedentAt(at - 2)
}

// contact says whether the clause whose subject begins at token at is a relative clause without a pronoun: "the gains we
// made", "the charges Moreau faced".
func (p *parser) contact(subject, at int) bool {
	a := p.at(p.phrase, at-1)
	if t := p.tag(p.s.Phrases[subject].Head); a < 0 || t != PRP && !t.Proper() || p.s.Phrases[a].Prep >= 0 || p.s.Phrases[a].Pronoun || p.s.Temporal(a) {
		return false
	}
	q := p.at(p.pred, p.startOf(a)-1)
	if q < 0 {
		return true
	}
	verb := p.tokens[p.s.Predicates[q].Head]
	_, says := IsSpeech(verb.Lower)
	return !says && governors[verb.Lemma]&tells == 0
}

// seriesVerb says whether the comma at i parts verbs of one subject: "came, saw and left".
func (p *parser) seriesVerb(k, i int) bool {
	if p.runsOn(k, i) {
		return true
	}
	if k == 0 || k+1 >= len(p.s.Predicates) || p.s.Predicates[k-1].Form != Finite {
		return false
	}
	next := &p.s.Predicates[k+1]
	c := p.start(next) - 1
	return p.tag(c) == CC && (p.tag(i) == Comma && p.s.Predicates[k].Tense == next.Tense)
}

// runsOn says whether the past tense right behind the comma at i goes on with the one before it, whose object or adverbials
// end there: "did its job, followed the law". Nothing else may have been opened that the comma could close.
func (p *parser) runsOn(k, i int) bool {
	if k == 0 || p.tag(i) != Comma || p.tag(p.s.Predicates[k].From) != VBD || p.s.Predicates[k].From != i+1 {
		return false
	}
	last := &p.s.Predicates[k-1]
	if last.Form != Finite || last.Link == "relative" || last.Link == "that" || last.Subject < 0 || p.tag(last.From) != VBD || last.To == i || p.takesClause(k-1) || p.objectRelative(k-1) >= 0 {
		return false
	}
	for j := last.To; j < i; j++ {
		if t := p.tag(j); t == Comma || t == Colon || t == OpenQuote || t == CloseQuote {
			return false
		}
	}
	before := p.startOf(last.Subject) - 1
	return before < 0 || p.tag(before) != Comma && p.tag(before) != WRB && !(p.tag(before) == IN && p.lower(before) != "that")
}

// conjunct returns the finite predicate with which the one after the conjunction at i is coordinated, or -1.
func (p *parser) conjunct(k, i int) int {
	for q := k - 1; q >= 0; q-- {
		h := &p.s.Predicates[q]
		if h.Form == Finite && (h.Link != "relative" || p.tag(i-1) != Comma) && !(q > 0 && p.tag(i-1) == Comma && p.aside(h)) {
			if h.Link == "relative" && p.s.Predicates[k].Tense != h.Tense {
				continue
			}
			return q
		}
	}
	return -1
}

// aside says whether a comma and a conjunction open the clause of h, so that a comma closes it: ", as dealers had expected,".
func (p *parser) aside(h *Predicate) bool {
	i := p.clauseStart(h) - 1
	return i > 0 && p.tag(i-1) == Comma && (subordinators[p.lower(i)] || clausal[p.lower(i)])
}

// inverted returns the subject that follows its verb: "said Ana Ruiz", "there was a vote".
func (p *parser) inverted(g *Predicate) int {
	i := g.To
	_, says := IsSpeech(p.tokens[g.Head].Lower)
	there := p.tag(p.start(g)-1) == EX || p.tokens[g.Head].Lemma == "be" && g.From == g.Head // "among them was the mayor"
	says = says || p.tag(p.start(g)-1) == CloseQuote                                         // "...", reads the letter
	front := p.start(g) == 0 || p.tag(p.start(g)-1) == Comma || p.tag(p.start(g)-1) == CloseQuote || p.lower(p.start(g)-1) == `"`
	if !there && !(says && front) {
		return -1
	}
	k := p.whole(p.skipAdverbs(i))
	if k < 0 || p.s.Temporal(k) {
		return -1
	}
	return k
}
