package prose

// A participle behind a noun is a clause's verb where the clause has no other: "The court ruled in May that it may", "A court
// ruled against him in May, and the board appealed".

// mainVerbs makes past forms of participles that a clause needs as its verbs.
func mainVerbs(s *Sentence) {
	agents(s)
	for i := 1; i+1 < len(s.Tokens); i++ {
		if !bareParticiple(s, i) {
			continue
		}
		adverb := i > 1 && s.Tokens[i-1].Tag == RB && (s.Tokens[i-2].Tag.Noun() || s.Tokens[i-2].Tag == PRP)
		if (adverb || s.Tokens[i-1].Tag.Noun()) && reports(s, i) || adverb && takesObject(s, i) {
			s.Tokens[i].Tag = VBD // "the court ruled in May that", "Lind first entered politics"
		}
	}
	if end := firstClause(s); end > 0 {
		needVerb(s, end)
	}
}

// bareParticiple says whether a participle stands at i without an auxiliary or an agent.
func bareParticiple(s *Sentence, i int) bool {
	return s.Tokens[i].Tag == VBN && auxiliaryBefore(s, i) == "" && !followed(s, i, "by") && !twoObjects[s.Tokens[i].Lower]
}

// finding are verbs beside those of speech that a clause with "that" follows.
var finding = wordSet("finding.txt")

// reports says whether a clause with "that" follows the verb at i, with nothing but a time or a place between.
func reports(s *Sentence, i int) bool {
	if _, says := IsSpeech(s.Tokens[i].Lower); !says && !finding[s.Tokens[i].Lower] {
		return false
	}
	for k := i + 1; k+1 < len(s.Tokens) && k < i+9; k++ {
		switch t := s.Tokens[k].Tag; {
		case s.Tokens[k].Lower == "that" && (t == IN || t == WDT && !s.Tokens[k+1].Tag.Verb() && s.Tokens[k+1].Tag != MD && s.Tokens[k+1].Tag != RB):
			s.Tokens[k].Tag = IN
			return true
		case t.Verb() || t == MD || t == Comma || t == Colon || t == WDT || t == WP || t == CC:
			return false
		}
	}
	return false
}

// firstClause returns the comma before "and", "but" or "so" where a subject and a finite verb follow, so that what stands
// before is a clause of its own; 0 where there is none.
func firstClause(s *Sentence) int {
	for i := 2; i+3 < len(s.Tokens); i++ {
		if s.Tokens[i].Tag != Comma || s.Tokens[i+1].Tag != CC {
			continue
		}
		switch s.Tokens[i+1].Lower {
		case "and", "but", "so", "yet":
		default:
			return 0
		}
		for k := i + 2; k < len(s.Tokens) && k < i+8; k++ {
			t := s.Tokens[k].Tag
			if finite(t) {
				if before := s.Tokens[k-1].Tag; k > i+2 && (before.Noun() || before == PRP || before == RB) {
					return i
				}
				return 0
			}
			if !t.Noun() && t != DT && t != JJ && t != PRP && t != PRPS && t != POS && t != CD && t != RB {
				return 0
			}
		}
		return 0
	}
	return 0
}

// needVerb gives the clause before a token its first participle as verb, where it begins with a noun phrase and has no finite verb.
func needVerb(s *Sentence, end int) {
	found := 0
	for i := range end {
		t := s.Tokens[i].Tag
		switch {
		case finite(t) || t == WDT || t == WP || t == VBG || t == TO || t == Comma || t == Colon || t == OpenQuote:
			return
		case found == 0 && bareParticiple(s, i):
			if i == 0 || !s.Tokens[i-1].Tag.Noun() && s.Tokens[i-1].Tag != PRP {
				return
			}
			found = i
		}
	}
	if found > 0 && s.Tokens[0].Tag != IN {
		s.Tokens[found].Tag = VBD
	}
}

// steps are past forms that "by" follows without an agent: "rose by a tenth", "stood by Norway".
var steps = wordSet("step.txt")

// agents makes a participle of a past form before an agent where its clause has a verb: "signed a truce on Friday brokered by
// Qatar".
func agents(s *Sentence) {
	verb := false
	for i := 1; i+2 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		switch {
		case t.Tag == CC || t.Tag == Comma || t.Tag == Colon || t.Tag == IN && subordinators[t.Lower] || t.Tag == WDT || t.Tag == WP || t.Tag == OpenQuote || t.Tag == CloseQuote:
			verb = false
		case verb && t.Tag == VBD && s.Tokens[i-1].Tag.Noun() && s.Tokens[i+1].Lower == "by" && !steps[t.Lower] && (s.Tokens[i+2].Tag.Proper() || s.Tokens[i+2].Tag == DT):
			t.Tag = VBN
		case finite(t.Tag):
			verb = true
		}
	}
}
