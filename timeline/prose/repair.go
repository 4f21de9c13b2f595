package prose

import (
	"slices"
	"strings"
)

// The past forms of regular verbs are their participles too: "the suit filed on Monday", "the council filed a suit". Which of
// the two a word is shows in what stands around it, further away than the tagger looks.

// repair settles past tense and participle, the tagger's most costly doubt, by what a clause must have.
func repair(s *Sentence) {
	verbs, last := 0, -1
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Tag == JJ && i > 0 && noun(s, i) {
			t.Tag = NN
		}
		if onlyPast(s, i) {
			t.Tag = VBD
		}
		before := i - 1
		if i > 1 && s.Tokens[i-1].Lower == "-" && verbPrefixes[s.Tokens[i-2].Lower] && t.Tag.Verb() {
			if finite(s.Tokens[i-2].Tag) {
				verbs--
			}
			s.Tokens[i-2].Tag, s.Tokens[i-1].Tag = AFX, HYPH
			before = i - 3 // "re-elected" stands where "elected" would
		}
		aux := auxiliaryBefore(s, before+1)
		switch {
		case t.Tag == VB && before >= 0 && s.Tokens[before].Tag == Comma && attributed(s, i):
			t.Tag = NN // "..., aid workers said"
		case t.Lower == "march" && t.Text == t.Lower && t.Tag == NN && i > 1 && s.Tokens[i-1].Lower == "to" && s.Tokens[i-2].Tag.Verb():
			s.Tokens[i-1].Tag, t.Tag = TO, VB // "vowed to march": the month of that name does not make it a noun
		case t.Tag == IN && nearly(s, i):
			t.Tag = RB
		case t.Tag == CC && t.Lower == "both" && i+1 < len(s.Tokens) && finite(s.Tokens[i+1].Tag):
			t.Tag = DT // "the ministers both resigned"
		case t.Tag == VBD && verbs == 0 && i == 0 && i+1 < len(s.Tokens) && s.Tokens[i+1].Tag == IN:
			t.Tag = VBN // "Asked about it, she left."
		case t.Tag == VBN && aux == "" && i > 1 && i+1 < len(s.Tokens) && finite(s.Tokens[i+1].Tag) && relativeObject(s, i):
			t.Tag = VBD
		case t.Tag == VBG && i > 0 && s.Tokens[i-1].Tag == POS && !objectAfter(s, i):
			t.Tag = NN // "the court's ruling until"
		case t.Tag == VBG && i > 0 && s.Tokens[i-1].Lower == "the" && i+1 < len(s.Tokens) && (s.Tokens[i+1].Lower == "a" || s.Tokens[i+1].Lower == "an"):
			t.Tag = NN // "called the ruling a disgrace"
		case t.Tag == VBD && (aux == "have" || aux == "be") && !auxiliaryForm(t.Lower):
			t.Tag = VBN
		case t.Tag == VBN && aux == "" && (verbs > 0 && attribution(s, i) || before >= 0 && s.Tokens[before].Tag.Noun() && takesObject(s, i)):
			t.Tag = VBD
		case t.Tag == VBN && aux == "" && before > 0 && s.Tokens[before].Tag == Comma && takesObject(s, i) && reduced(s, before):
			t.Tag = VBD
		case t.Tag == VBN && aux == "" && before >= 0 && (s.Tokens[before].Tag == WP || s.Tokens[before].Lower == "which") && s.Tokens[before].Lower != "whom":
			t.Tag = VBD // "who scheduled a vote"
		case t.Tag == VBZ && i > 0 && (s.Tokens[i-1].Tag == NN || s.Tokens[i-1].Tag == NNPS) && pluralVerb(s, i+1) && !contactClause(s, i-1):
			t.Tag = NNS // "Council aides say"
			if s.Tokens[i+1].Tag == VB {
				s.Tokens[i+1].Tag = VBP
			}
		case t.Tag == VBN && aux == "" && before >= 0 && pronounSubject(s, before):
			t.Tag = VBD // "it shot down a drone"
		case t.Tag == VBD && aux == "" && i > 1 && s.Tokens[i-1].Tag == CC && participleBefore(s, i) && finiteAfter(s, i):
			t.Tag = VBN // "the group, founded in May and led by Lind, fell"
		case t.Tag == VBD && aux == "" && verbs == 0 && i > 1 && s.Tokens[i-1].Tag == Comma && s.Tokens[i-2].Tag.Noun() && inserted(s, i):
			t.Tag = VBN
		case t.Tag == VBN && aux == "" && before >= 0 && s.Tokens[before].Tag.Noun() && relativeOpens(s, before):
			t.Tag = VBD
		case t.Tag == VBN && aux == "" && before >= 0 && intransitive[t.Lower] && subjectEnd(s.Tokens[before].Tag) && !followed(s, i, "by"):
			t.Tag = VBD
		case t.Tag == VBN && aux == "" && before > 0 && s.Tokens[before].Tag == Comma && saysThat(s, i):
			t.Tag = VBD
		case t.Tag == VBN && aux == "" && last < 0 && before >= 0 && subjectEnd(s.Tokens[before].Tag) && (!followed(s, i, "by") || i+2 < len(s.Tokens) && s.Tokens[i+2].Tag == CD):
			last = i // also "won by 300 votes"
		}
		if finite(t.Tag) {
			verbs++
		}
	}
	if end := len(s.Tokens) - 1; verbs == 0 && last >= 0 && s.Tokens[end].Tag == Period {
		s.Tokens[last].Tag = VBD
	}
	for i := range s.Tokens {
		agree(s, i)
	}
}

// onlyPast says whether the token at i is the past of an irregular verb that the tagger takes for a present, or for a noun
// though it is none: "the bank froze", "a quake that struck".
func onlyPast(s *Sentence, i int) bool {
	t := &s.Tokens[i]
	switch t.Tag {
	case VBZ:
		return !strings.HasSuffix(t.Lower, "s") && irregular["v\t"+t.Lower] != "" && !auxiliaryForm(t.Lower)
	case VBP:
		base := irregular["v\t"+t.Lower]
		return base != "" && base != t.Lower && !strings.HasSuffix(t.Lower, "s") && !auxiliaryForm(t.Lower) && base != "be" && base != "have" && base != "do"
	case NN, JJ:
		if t.Lower == "shot" && (followed(s, i, "dead") || followed(s, i, "down")) {
			return auxiliaryBefore(s, i) == ""
		}
		if i > 1 && s.Tokens[i-1].Tag == VBG && s.Tokens[i-2].Tag == DT && pasts[t.Lower] {
			s.Tokens[i-1].Tag = NN // "angered by the ruling threw"
		}
		if unchanged[t.Lower] && i > 1 && s.Tokens[i-1].Tag.Noun() && i+2 < len(s.Tokens) {
			next := &s.Tokens[i+1] // "the board set a date", "the bank cut its rates"
			return next.Lower == "a" || next.Lower == "an" || next.Tag == PRPS
		}
		return pasts[t.Lower] && i > 0 && (subjectEnd(s.Tokens[i-1].Tag) || s.Tokens[i-1].Tag == JJ) && auxiliaryBefore(s, i) == ""
	case VBN:
		return simplePasts[t.Lower]
	case VB:
		if !unchanged[t.Lower] {
			return false
		}
		if i > 0 && i < 5 && (s.Tokens[i-1].Tag == NN || s.Tokens[i-1].Tag == NNP) && !slices.ContainsFunc(s.Tokens[:i], func(t Token) bool { return t.Tag.Verb() || t.Tag == MD || t.Tag == TO }) {
			return true // "The kingdom cut its exports"
		}
		return i > 2 && s.Tokens[i-1].Tag == CC && s.Tokens[i-2].Tag == Comma && pastClause(s, i-2)
	}
	return false
}

// simplePasts are irregular pasts that are no participles.
var simplePasts = wordSet("simplepast.txt")

// unchanged are the verbs whose past is their base form.
var unchanged = map[string]bool{"cut": true, "put": true, "set": true, "hit": true, "let": true, "shut": true, "quit": true, "split": true, "cast": true}

// pastClause says whether all verbs before i are in the past: "kept rates, as expected, but cut".
func pastClause(s *Sentence, i int) bool {
	past := false
	for _, t := range s.Tokens[max(0, i-farBack):i] {
		switch {
		case t.Tag == VBD:
			past = true
		case t.Tag == MD || t.Tag == TO || t.Tag == VB || t.Tag == VBZ || t.Tag == VBP:
			return false
		}
	}
	return past
}

// pasts are irregular past forms that are no nouns.
var pasts = wordSet("past.txt")

// noun says whether the adjective at i is a noun, or the end of one: "the attorneys general sued", "the 61-year-old left".
func noun(s *Sentence, i int) bool {
	if i+1 < len(s.Tokens) && (s.Tokens[i+1].Tag.Noun() || s.Tokens[i+1].Tag == HYPH || s.Tokens[i+1].Tag == JJ) {
		return false
	}
	if before := s.Tokens[i-1].Tag; (before.Noun() || before == JJ || before == DT) && IsTitle(s.Tokens[i].Lower) && s.Tokens[i].Lower != "general" {
		return true // "a former oil executive elected in May"
	}
	switch s.Tokens[i].Lower {
	case "general":
		switch s.Tokens[i-1].Lower {
		case "attorney", "attorneys", "secretary", "secretaries", "governor", "governors", "solicitor", "auditor", "consul", "consuls", "surgeon", "inspector",
			"inspectors", "director", "prosecutor":
			return true
		}
	case "old":
		return i > 2 && s.Tokens[i-1].Lower == "-" && s.Tokens[i-2].Lower == "year"
	}
	return false
}

// pronounSubject says whether the token at i is a pronoun that is a subject: "they shot", "said it shot", but not "found it shot".
func pronounSubject(s *Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.Tag != PRP || t.Lower != "it" {
		return t.Tag == PRP && nominative[t.Lower]
	}
	if i == 0 {
		return true
	}
	_, says := IsSpeech(s.Tokens[i-1].Lower)
	return says || !s.Tokens[i-1].Tag.Verb()
}

// pluralVerb says whether the token at i is a finite verb that can go with a plural before it: "say", "broke".
func pluralVerb(s *Sentence, i int) bool {
	if i >= len(s.Tokens) {
		return false
	}
	t := &s.Tokens[i]
	lemma, says := IsSpeech(t.Lower)
	return t.Tag == VBD && t.Lower != "was" || t.Tag == VBP || t.Tag == MD || t.Tag == VB && says && lemma == t.Lower
}

// contactClause says whether the noun phrase that ends at i follows another one: "the plan the board backs failed".
func contactClause(s *Sentence, i int) bool {
	for ; i > 0; i-- {
		switch t := s.Tokens[i].Tag; {
		case t == DT:
			return s.Tokens[i-1].Tag.Noun()
		case !t.Noun() && t != JJ && t != CD && t != HYPH:
			return false
		}
	}
	return false
}

// participleBefore says whether the only verb of the clause before i is a participle behind its noun.
func participleBefore(s *Sentence, i int) bool {
	found := false
	for k := range i {
		switch t := s.Tokens[k].Tag; {
		case s.Tokens[k].Lower == ";":
			found = false
		case t == VBN && k > 0 && (s.Tokens[k-1].Tag == Comma || s.Tokens[k-1].Tag.Noun()):
			found = true
		case (t.Verb() || t == MD) && !semicolon(s, k, i):
			return false
		}
	}
	return found
}

// semicolon says whether one stands between two tokens.
func semicolon(s *Sentence, from, to int) bool {
	return slices.ContainsFunc(s.Tokens[from:to], func(t Token) bool { return t.Lower == ";" })
}

// finiteAfter says whether a finite verb follows in the sentence.
func finiteAfter(s *Sentence, i int) bool {
	for k := i + 1; k < len(s.Tokens); k++ {
		if t := s.Tokens[k].Tag; finite(t) {
			return true
		} else if t == WDT || t == WP {
			return false
		}
	}
	return false
}

// inserted says whether the verb behind a comma at i is a participle, since another comma and a finite verb follow: "The
// envoy, asked about it, said no".
func inserted(s *Sentence, i int) bool {
	for k := i + 1; k+1 < len(s.Tokens) && k < i+40; k++ {
		switch s.Tokens[k].Tag {
		case Comma:
			return finite(s.Tokens[k+1].Tag)
		case OpenQuote, CloseQuote, Colon:
			return false
		}
	}
	return false
}

// attributed says whether a noun and a verb of speech follow the word at i, so that it is no verb itself.
func attributed(s *Sentence, i int) bool {
	k := i + 1
	for k < len(s.Tokens) && (s.Tokens[k].Tag == NN || s.Tokens[k].Tag == NNS) {
		k++
	}
	if k == i+1 || k >= len(s.Tokens) || !finite(s.Tokens[k].Tag) {
		return false
	}
	_, says := IsSpeech(s.Tokens[k].Lower)
	return says
}

// nearly says whether the preposition at i only says how near the number after it is: "employs around 40 people", "About
// 40 people live", but "asked about 40 people", "over two days".
func nearly(s *Sentence, i int) bool {
	end := i + 1
	for end < len(s.Tokens) && (s.Tokens[end].Tag == CD || s.Tokens[end].Tag == Currency || s.Tokens[end].Tag == JJ) {
		end++
	}
	if end == i+1 || end >= len(s.Tokens) || s.Tokens[i+1].Tag == JJ {
		return false
	}
	if money := s.Tokens[i+1].Tag == Currency; !money && (!s.Tokens[end].Tag.Noun() || timeWords[s.Tokens[end].Lower] != "" || timeWords[lemma(s.Tokens[end].Lower, s.Tokens[end].Tag)] != "") {
		return false
	}
	w := s.Tokens[i].Lower
	if w != "around" && w != "about" && w != "over" || strings.HasSuffix(s.Tokens[end].Lower, ".m.") {
		return false
	}
	if i == 0 {
		return true
	}
	before := &s.Tokens[i-1]
	if t := before.Tag; t == Comma || t == CC || t == IN || t == OpenQuote || t == Colon {
		return true
	}
	_, says := IsSpeech(before.Lower)
	switch w {
	case "around":
		return before.Tag.Verb()
	case "about":
		return before.Tag.Verb() && !says && before.Tag != VBN || before.Tag == VBN && auxiliaryBefore(s, i-1) == "have" && !says
	case "over":
		return before.Tag.Verb() && !says && takesObjects[before.Lower]
	}
	return false
}

// takesObjects are verbs behind which "over" tells a number, not what is ruled or fought over.
var takesObjects = map[string]bool{"killed": true, "injured": true, "wounded": true, "has": true, "have": true, "had": true, "employs": true, "raised": true,
	"won": true, "received": true, "spent": true, "lost": true, "arrested": true, "detained": true, "displaced": true, "drew": true}

// relativeOpens says whether "which" or "who" stands before the noun phrase that ends at i, so that a verb must follow.
func relativeOpens(s *Sentence, i int) bool {
	for k := i; k >= 0 && k > i-6; k-- {
		switch t := s.Tokens[k].Tag; {
		case t == WDT && s.Tokens[k].Lower == "which", t == WP && s.Tokens[k].Lower != "what":
			return true
		case !t.Noun() && t != DT && t != JJ && t != PRPS && t != POS && t != CD:
			return false
		}
	}
	return false
}

// intransitive holds the past forms that are never participles behind a noun.
var intransitive = wordSet("intransitive.txt")

// saysThat says whether the verb at i reports in a clause with "that", as a participle behind a comma seldom does:
// "the envoy, a witness, announced on Monday that ..."
func saysThat(s *Sentence, i int) bool {
	if _, says := IsSpeech(s.Tokens[i].Lower); !says && !thinks[lemma(s.Tokens[i].Lower, VBD)] {
		return false
	}
	for k := i + 1; k < min(i+8, len(s.Tokens)); k++ {
		if s.Tokens[k].Lower == "that" {
			return true
		}
		if s.Tokens[k].Tag == Comma {
			return false
		}
	}
	return false
}

// reduced says whether the only verb before the comma at i is a participle behind its noun, in an insertion that the
// comma closes: "the council, in a report published on Monday, accused ...". It is tagged as one then.
func reduced(s *Sentence, i int) bool {
	verb := -1
	for k := range i {
		switch t := s.Tokens[k].Tag; {
		case t == MD || t == VBZ || t == VBP || t == CC:
			return false
		case t == VBD || t == VBN:
			if verb >= 0 {
				return false
			}
			verb = k
		}
	}
	if verb < 1 || !s.Tokens[verb-1].Tag.Noun() || s.Tokens[verb+1].Tag != IN && s.Tokens[verb+1].Tag != NNP {
		return false
	}
	for k := verb - 1; k > 0; k-- {
		if s.Tokens[k].Tag == Comma {
			s.Tokens[verb].Tag = VBN
			return true
		}
	}
	return false
}

// twoObjects are verbs whose participle may still have an object: "a man named Ola", "people given a vote".
var twoObjects = map[string]bool{"named": true, "called": true, "given": true, "awarded": true, "dubbed": true, "elected": true,
	"appointed": true, "considered": true, "deemed": true, "titled": true, "entitled": true, "paid": true, "offered": true, "shown": true,
	"taught": true, "told": true, "asked": true, "granted": true, "denied": true, "charged": true, "fined": true, "sent": true, "made": true,
	"left": true, "allowed": true, "owed": true, "nicknamed": true, "labeled": true, "labelled": true, "declared": true, "voted": true}

// takesObject says whether the verb at i has an object of its own, as a participle after a noun never has: "the
// council filed a suit", but "the suit filed on Monday".
func takesObject(s *Sentence, i int) bool {
	if twoObjects[s.Tokens[i].Lower] || i+1 >= len(s.Tokens) {
		return false
	}
	switch t := &s.Tokens[i+1]; {
	case t.Tag == PRP || t.Tag == PRPS:
		return true
	case t.Tag == DT || t.Tag == NN || t.Tag == NNS || t.Tag == NNP:
		for k := i + 1; k < min(i+4, len(s.Tokens)); k++ {
			if timeWords[s.Tokens[k].Lower] != "" || s.Tokens[k].Lower == "each" || s.Tokens[k].Lower == "all" {
				return false
			}
		}
		return true
	}
	return false
}

// attribution says whether the verb at i closes the sentence as its reporting clause: "..., the ministry announced on
// Monday." A comma opens the clause, its subject has no indefinite article, and no further clause follows.
func attribution(s *Sentence, i int) bool {
	if _, says := IsSpeech(s.Tokens[i].Lower); !says || i == 0 || !s.Tokens[i-1].Tag.Noun() || followed(s, i, "by") {
		return false
	}
	for k := i + 1; k < len(s.Tokens); k++ {
		if t := s.Tokens[k].Tag; t == Comma || t == Colon || t.Verb() || t == MD {
			return false
		}
	}
	k := i - 1
	for k > 0 && (s.Tokens[k].Tag.Noun() || s.Tokens[k].Tag == JJ || s.Tokens[k].Tag == POS || s.Tokens[k].Lower == "the" || s.Tokens[k].Tag == PRPS) {
		k--
	}
	return s.Tokens[k].Tag == Comma || s.Tokens[k].Tag == CloseQuote
}

// relativeObject says whether a relative pronoun and a noun phrase stand before the verb at i: "the deal that the
// minister signed has", "the pact from which the union withdrew". The pronoun loses its other tag.
func relativeObject(s *Sentence, i int) bool {
	k := i - 1
	for k > 0 && (s.Tokens[k].Tag.Noun() || s.Tokens[k].Tag == JJ || s.Tokens[k].Tag == DT && s.Tokens[k].Lower != "that" || s.Tokens[k].Tag == PRPS || s.Tokens[k].Tag == POS) {
		k--
	}
	if that := &s.Tokens[k]; k == i-1 || k == 0 || that.Lower != "that" && that.Tag != WDT || !s.Tokens[k-1].Tag.Noun() && (s.Tokens[k-1].Tag != IN || that.Lower == "that") {
		return false
	}
	s.Tokens[k].Tag = WDT
	return true
}

// objectAfter says whether what follows token i begins a noun phrase.
func objectAfter(s *Sentence, i int) bool {
	if i+1 >= len(s.Tokens) {
		return false
	}
	switch t := s.Tokens[i+1].Tag; t {
	case DT, PRP, PRPS, PDT, CD, JJ, HYPH, RP:
		return true
	default:
		return t.Noun()
	}
}

// subjectEnd says whether a subject can end with the tag.
func subjectEnd(t Tag) bool { return t.Noun() || t == PRP || t == Comma || t == RB || t == CD }

func followed(s *Sentence, i int, word string) bool {
	return i+1 < len(s.Tokens) && s.Tokens[i+1].Lower == word
}

// auxiliaryBefore returns "have" or "be" where a form of it stands before i with nothing but adverbs between.
func auxiliaryBefore(s *Sentence, i int) string {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch s.Tokens[k].Lower {
		case "have", "has", "had", "having", "'ve":
			return "have"
		case "be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m":
			return "be"
		}
		if s.Tokens[k].Tag != RB && s.Tokens[k].Lower != "longer" && s.Tokens[k].Lower != "no" { // "is no longer bound"
			return ""
		}
	}
	return ""
}

// auxiliaryForm says whether a past form may itself be an auxiliary: "has had", but "was did".
func auxiliaryForm(w string) bool { return w == "was" || w == "were" || w == "did" }
