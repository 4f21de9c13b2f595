package what

import "annals/timeline/prose"

// A crowd cannot be placed: a bare plural that is known only by what it holds ("critics said", "some economists argued"),
// or any bare plural but officials that has said something at some time ("lawmakers have complained"). Whoever is counted, known, or
// named is somebody: "two critics", "the critics".

// crowd says whether a crowd tells the mention, whose predicate is p.
func (m *Mention) crowd(s *prose.Sentence, p *prose.Predicate) bool {
	k := p.Doer()
	if k < 0 || k >= len(s.Phrases) {
		return false
	}
	who := &s.Phrases[k]
	if len(who.Appos) > 0 || who.Appositive || who.Name >= 0 {
		return false
	}
	if who.To < len(s.Tokens) && (s.Tokens[who.To].Lower == "including" || s.Tokens[who.To].Lower == "such") {
		return false // "firms including Lomond have agreed"
	}
	first, head := &s.Tokens[who.From], &s.Tokens[who.Head]
	switch {
	case vague[head.Lower], vague[first.Lower]:
		return true
	case head.Tag != prose.NNS, first.Tag == prose.CD, first.Tag == prose.DT && !vague[first.Lower]:
		return false
	}
	return classes["partisan"][head.Lemma] || p.Perfect && who.Possessor < 0 && !m.Earlier(s) && !classes["officialdom"][head.Lemma]
}

// source says whether the noun at token i is the "according" of a body from which one has a fact: "according to the weather
// service". A person has said it some day.
func source(s *prose.Sentence, i int) bool {
	if s.Tokens[i].Lower != "according" || i+2 >= len(s.Tokens) {
		return false
	}
	p := phraseOf(s, i+2)
	if p == nil {
		return false
	}
	if p.Name >= 0 && (s.Names[p.Name].Kind == prose.Org || s.Names[p.Name].Kind == prose.Place || s.Names[p.Name].Kind == prose.Work) {
		return true
	}
	return classes["institution"][s.Tokens[p.Head].Lemma]
}

// known says whether a relative clause in the past tells by what one knows somebody: "a clerk who said she was afraid".
func (m *Mention) known(p *prose.Predicate) bool {
	return p.Link == "relative" && p.Tense == prose.Past && p.Form == prose.Finite
}

// stands says whether the verb tells what somebody holds at all times: "argues that", "has opposed the plan". Words
// quoted are said on some day.
func (m *Mention) stands(s *prose.Sentence, p *prose.Predicate) bool {
	if !stances[s.Tokens[p.Head].Lemma] || p.Form != prose.Finite || quotes(s, p.Head) {
		return false
	}
	return p.Tense == prose.Present || p.Perfect && !m.Earlier(s)
}

// stances are the verbs of what somebody holds.
var stances = set("insist maintain argue contend oppose blame advise object complain favour favor advocate support back dispute disagree")

// vague are the words that stand for people without saying who or how many.
var vague = set("some others many most few several various countless")
