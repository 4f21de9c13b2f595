package prose

// Where the words around a verb leave it one form only, it has that form, whatever the tagger makes of it.

// agree settles what the words around the one at i leave no choice in: a base form that nothing governs is a present
// tense, a participle that a conjunction ties to a past tense is one, and a past tense that another verb follows in its
// clause is a participle.
func agree(s *Sentence, i int) {
	t := &s.Tokens[i]
	switch {
	case (t.Tag == VB || t.Tag == VBP) && auxiliaryBefore(s, beforeTime(s, i)) == "have" && !auxiliaryForm(t.Lower) && t.Lower != "have":
		t.Tag = VBN // "has since become"
	case (t.Tag == VB || t.Tag == VBP || t.Tag == JJ && i == 0) && (namesWhat(s, i) || i == 0 && headsSubject(s)):
		t.Tag = NN
	case t.Tag == VBG && i == 0 && len(s.Tokens) > 3 && s.Tokens[1].Tag == NNS && (s.Tokens[2].Tag == VBD || s.Tokens[2].Tag == VBP):
		t.Tag = NN // "Polling stations opened", but "Ending wars takes"
	case t.Tag == NN && afterModal(s, i):
		t.Tag = VB
	case t.Tag == POS && i+1 < len(s.Tokens) && (s.Tokens[i+1].Tag == DT || s.Tokens[i+1].Tag == PRP || s.Tokens[i+1].Lower == "not"):
		t.Tag = VBZ // "the trouble's the price"
	case t.Tag == VB && (ungoverned(s, i) || t.Lower == "do" && i+2 < len(s.Tokens) && s.Tokens[i+2].Tag == PRP && s.Tokens[i+1].Tag == RB):
		t.Tag = VBP // also "Don't you"
	case t.Tag == VB && joinsPresent(s, i):
		t.Tag = VBP
	case t.Tag == VB && t.Lower == "have" && i > 0 && finite(s.Tokens[i-1].Tag) && !causatives[s.Tokens[i-1].Lower] && s.Tokens[i-1].Tag != MD:
		t.Tag = VBP // "the losses we suffer have grown"
	case t.Tag == VBN && (joinsPast(s, i) || listsPast(s, i) || resumes(s, i)):
		t.Tag = VBD
	case t.Tag == JJ && followed(s, i, "by") && auxiliaryBefore(s, i) == "be" && hasAny(t.Lower, "ed", "ught", "ound"):
		t.Tag = VBN // "is not bound by"
	case t.Lower == "'d":
		t.Tag = wouldOrHad(s, i)
	case t.Tag == VBD && overtaken(s, i) && !relativeObject(s, i):
		t.Tag = VBN
	}
}

// namesWhat says whether the word at i, at the head of its clause and right before a verb of the past or the third person, can
// only be its subject: "In May, profit rose".
func namesWhat(s *Sentence, i int) bool {
	if i+1 >= len(s.Tokens) || i > 0 && s.Tokens[i-1].Tag != Comma || causatives[s.Tokens[i].Lower] || auxiliaryForm(s.Tokens[i+1].Lower) && s.Tokens[i].Tag != VB {
		return false
	}
	t := s.Tokens[i+1].Tag
	return (t == VBD || t == VBZ) && s.Tokens[i].Lower != "be"
}

// headsSubject says whether the first word of a sentence, tagged as a verb, is the head of a subject with a preposition, since
// a finite verb follows that: "Profit from coal fell".
func headsSubject(s *Sentence) bool {
	if len(s.Tokens) < 4 || s.Tokens[1].Tag != IN {
		return false
	}
	for k := 2; k < len(s.Tokens); k++ {
		switch t := s.Tokens[k].Tag; {
		case finite(t):
			return s.Tokens[k-1].Tag.Noun()
		case !t.Noun() && t != DT && t != JJ && t != IN && t != CD && t != PRPS && t != POS && t != HYPH && t != CC || clausal[s.Tokens[k].Lower] || subordinators[s.Tokens[k].Lower]:
			return false
		}
	}
	return false
}

// beforeTime returns the token at which a time with its preposition begins that ends before i, or i: "has in recent years
// become".
func beforeTime(s *Sentence, i int) int {
	if i < 3 || timeWords[nounLemma(s.Tokens[i-1].Lower)] == "" {
		return i
	}
	for k := i - 2; k > 0 && k > i-5; k-- {
		if s.Tokens[k].Tag == IN {
			return k
		}
	}
	return i
}

// afterModal says whether a modal governs the word at i, which ends its clause or has an object or a preposition behind it:
// "the council can table the bill". In a question it may be the subject.
func afterModal(s *Sentence, i int) bool {
	k := i - 1
	for k > 0 && s.Tokens[k].Tag == RB {
		k--
	}
	if k < 1 || s.Tokens[k].Tag != MD || s.Tokens[len(s.Tokens)-1].Lower == "?" || i+1 == len(s.Tokens) || !subjectEnd(s.Tokens[k-1].Tag) && s.Tokens[k-1].Tag != WDT && s.Tokens[k-1].Tag != WP {
		return false
	}
	switch s.Tokens[i+1].Tag {
	case DT, PRP, PRPS, IN, TO, Period, Comma, RB:
		return true
	}
	return false
}

// joinsPresent says whether a conjunction stands before the base form at i, and the verb before that is a present tense.
func joinsPresent(s *Sentence, i int) bool {
	if i < 2 || s.Tokens[i-1].Tag != CC {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		switch t := &s.Tokens[k]; {
		case t.Tag == VBP && !causatives[t.Lower]:
			return true
		case t.Tag == MD || t.Tag == VB || t.Tag == TO || t.Tag == VBD || t.Tag == VBZ || t.Tag == CC || causatives[t.Lower]:
			return false
		}
	}
	return false
}

// resumes says whether the participle at i follows a relative clause between commas, behind which the clause that it
// interrupts needs its verb: "The envoy, who had fled in May, admitted on Friday".
func resumes(s *Sentence, i int) bool {
	if i < 5 || s.Tokens[i-1].Tag != Comma || followed(s, i, "by") {
		return false
	}
	inside := false
	for k := i - 2; k > 0; k-- {
		switch t := s.Tokens[k].Tag; {
		case finite(t):
			inside = true
		case t == WP || t == WDT && s.Tokens[k].Lower == "which":
			return inside && s.Tokens[k-1].Tag == Comma && !verbBefore(s, k-1)
		case t == Comma || t == Colon || t == OpenQuote || t == CloseQuote:
			return false
		}
	}
	return false
}

// verbBefore says whether a finite verb stands before the token at i in its clause.
func verbBefore(s *Sentence, i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch t := s.Tokens[k].Tag; {
		case finite(t):
			return true
		case t == Comma || t == Colon || t == OpenQuote || t == CloseQuote || t == IN && subordinators[s.Tokens[k].Lower]:
			return false
		}
	}
	return false
}

// listsPast says whether the participle at i goes on, behind a comma and with an object of its own, with what a past
// tense told: "held hearings, called witnesses".
func listsPast(s *Sentence, i int) bool {
	if i < 2 || s.Tokens[i-1].Tag != Comma || !takesObject(s, i) {
		return false
	}
	for k := i - 2; k >= 0; k-- {
		switch t := &s.Tokens[k]; {
		case t.Tag == VBD:
			return t.Lower != "was" && t.Lower != "were" && t.Lower != "had" && auxiliaryBefore(s, k) == ""
		case t.Tag.Verb(), t.Tag == MD, t.Tag == Comma, t.Tag == WDT, t.Tag == WP:
			return false
		}
	}
	return false
}

// wouldOrHad returns the tag of the clitic "'d" by the verb that follows.
func wouldOrHad(s *Sentence, i int) Tag {
	for k := i + 1; k < len(s.Tokens) && k < i+4; k++ {
		switch s.Tokens[k].Tag {
		case VB, VBP:
			return MD
		case VBN, VBD:
			return VBD
		case RB:
			continue
		}
		break
	}
	return s.Tokens[i].Tag
}

// overtaken says whether the past tense at i, behind a noun and before a preposition, has another finite verb after it with
// nothing but the nouns of its preposition between: "the oil spilled into the river has".
func overtaken(s *Sentence, i int) bool {
	if i == 0 || i+2 >= len(s.Tokens) || !s.Tokens[i-1].Tag.Noun() || s.Tokens[i+1].Tag != IN && s.Tokens[i+1].Tag != TO || intransitive[s.Tokens[i].Lower] {
		return false
	}
	if _, says := IsSpeech(s.Tokens[i].Lower); says || governors[lemma(s.Tokens[i].Lower, VBD)]&tells != 0 || auxiliaryForm(s.Tokens[i].Lower) || contactBefore(s, i) {
		return false
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		switch t := s.Tokens[k].Tag; {
		case finite(t):
			return s.Tokens[k-1].Tag.Noun() || s.Tokens[k-1].Tag == CD || s.Tokens[k-1].Tag == RB
		case t == VB && s.Tokens[k-1].Tag == TO:
		case !t.Noun() && t != DT && t != JJ && t != IN && t != TO && t != CD && t != PRPS && t != POS && t != HYPH && t != RB || subordinators[s.Tokens[k].Lower] || clausal[s.Tokens[k].Lower]:
			return false
		}
	}
	return false
}

// causatives are verbs after whose object a base form stands: "made the ministers wait".
var causatives = map[string]bool{"make": true, "makes": true, "made": true, "making": true, "let": true, "lets": true, "letting": true,
	"help": true, "helps": true, "helped": true, "helping": true, "have": true, "has": true, "had": true, "see": true, "saw": true, "seen": true,
	"watch": true, "watched": true, "hear": true, "heard": true, "do": true, "does": true, "did": true, "to": true}

// ungoverned says whether the base form at i has a plural or a pronoun right before it that does it, and nothing before
// that which could govern it.
func ungoverned(s *Sentence, i int) bool {
	k := i - 1
	for k > 0 && s.Tokens[k].Tag == RB {
		k--
	}
	if k < 0 {
		return false
	}
	switch t := &s.Tokens[k]; {
	case t.Tag == NNS || t.Tag == NNPS:
	case t.Tag == PRP && (t.Lower == "we" || t.Lower == "they" || t.Lower == "i"):
	default:
		return false
	}
	for k--; k >= 0; k-- {
		switch t := &s.Tokens[k]; {
		case t.Tag == MD || t.Tag == TO && k+1 < len(s.Tokens) && s.Tokens[k+1].Tag == VB || causatives[t.Lower] || suasive[t.Lemma] || suasive[lemma(t.Lower, t.Tag)]:
			return false
		case finite(t.Tag) || t.Tag == Comma || t.Tag == Colon:
			return true
		}
	}
	return true
}

// suasive are the verbs and nouns after which a clause has the base form: "demanded that the ministers resign".
var suasive = wordSet("suasive.txt")

// joinsPast says whether a conjunction stands before the participle at i, and the verb before that is a past tense that
// no participle completes: "took the floor and called".
func joinsPast(s *Sentence, i int) bool {
	k := i - 1
	for k > 0 && s.Tokens[k].Tag == RB {
		k--
	}
	if k < 1 || s.Tokens[k].Tag != CC {
		return false
	}
	near := true
	for k--; k >= 0; k-- {
		switch t := &s.Tokens[k]; {
		case t.Tag == VBN, near && (auxiliaryBefore(s, k+1) == "be" || auxiliaryBefore(s, k+1) == "have"), t.Tag == WDT, t.Tag == WP, t.Lower == ";":
			return false
		case t.Tag == VBD:
			return true
		case t.Tag == VBZ || t.Tag == VBP || t.Tag == MD:
			return false
		case t.Tag == JJ:
			near = near && auxiliaryBefore(s, k) == ""
		case t.Tag.Verb():
			near = false
		}
	}
	return false
}

// contactBefore says whether two noun phrases stand side by side before the verb at i, the second its subject: "the deal
// Ana Ruiz signed", "the deal the ministers signed".
func contactBefore(s *Sentence, i int) bool {
	k := i - 1
	for k >= 0 && s.Tokens[k].Tag.Proper() {
		k--
	}
	if k < i-1 {
		return k >= 0 && s.Tokens[k].Tag.Noun()
	}
	for k >= 0 && (s.Tokens[k].Tag.Noun() || s.Tokens[k].Tag == JJ || s.Tokens[k].Tag == CD) {
		k--
	}
	return k > 0 && (s.Tokens[k].Tag == DT || s.Tokens[k].Tag == PRPS) && s.Tokens[k-1].Tag.Noun()
}
