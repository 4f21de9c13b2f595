package what

import (
	"annals/timeline"
	"annals/timeline/prose"
)

// How surely a noun tells of an event.

// judgeNoun takes the modality of a noun from the predicate that it hangs on.
func (m *Mention) judgeNoun(s *prose.Sentence) bool {
	if p := phraseOf(s, m.Frame.Noun); m.Type == "report" && p != nil && classes["vagueword"][s.Tokens[p.From].Lower] {
		return false // "few studies"
	}
	if m.Type == timeline.Statement && s.Tokens[m.Frame.Noun].Tag == prose.NNS && !classes["plurals"][s.Tokens[m.Frame.Noun].Lemma] {
		return false // "letters", "interviews": papers and habits
	}
	if m.Family == "say" && source(s, m.Frame.Noun) {
		m.Dated = true
	}
	if lacking(s, m.Frame.Noun) || ofYear(s, m.Frame.Noun) || m.Type == "legislation" && count(s, m.Frame.Noun) {
		return false
	}
	if m.Type == "election" && ahead(s, m.Frame.Noun) {
		return false
	}
	if m.Frame.Predicate < 0 {
		m.arranged(s)
		return true
	}
	p := &s.Predicates[m.Frame.Predicate]
	if m.cancelled(s) || m.arranged(s) {
		return true
	}
	if p.Conditional || p.Negated || m.wished(s, p) {
		return false
	}
	switch p.Modal {
	case "", "do":
	case "will", "shall":
		return m.planned(s, p)
	case "would":
		if amount(s, p.Subject, m.Frame.Noun) && p.Link != "that" && !definite(s, m.Frame.Noun) {
			return false // "a strike would only delay it"
		}
		m.planned(s, p)
		return m.dated()
	default:
		return false
	}
	if p.Scheduled || p.Tense == prose.Future {
		return m.planned(s, p)
	}
	m.hedged(s)
	return true
}

// lacking says whether the noun phrase around token i says that there is none, or only how things are:
// "no inquiry", "without a vote", "in protest".
func lacking(s *prose.Sentence, i int) bool {
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.From > i || i >= p.To {
			continue
		}
		if s.Tokens[p.From].Lower == "no" {
			return true
		}
		if p.Prep < 0 || p.Prep >= len(s.Tokens) {
			return false
		}
		switch s.Tokens[p.Prep].Lower {
		case "without":
			return true
		case "in", "under", "on":
			return p.To-p.From == 1 && s.Tokens[i].Tag == prose.NN // "in protest", "under investigation", "on trial"
		}
		return false
	}
	return false
}

// arranged makes planned what the words behind the noun say is to be: "elections, scheduled for May", "a hearing due on
// Friday".
func (m *Mention) arranged(s *prose.Sentence) bool {
	j := m.Frame.Noun + 1
	if j < len(s.Tokens) && s.Tokens[j].Tag == prose.Comma {
		j++
	}
	if j+1 >= len(s.Tokens) {
		return false
	}
	switch s.Tokens[j].Lower {
	case "scheduled", "slated", "due", "planned", "set", "expected", "arranged":
	default:
		return false
	}
	switch s.Tokens[j+1].Lower {
	case "for", "in", "on", "next", "to", "at":
		m.Modality, m.Because = timeline.Planned, "“"+s.Tokens[j].Text+"” says that it is arranged"
		return true
	}
	return false
}

// ahead says whether the noun at token i only says until when or for what: "before the primaries", "ahead of the May vote",
// "candidates for the runoff".
func ahead(s *prose.Sentence, i int) bool {
	p := phraseOf(s, i)
	if p == nil || p.Prep <= 0 {
		return false
	}
	switch s.Tokens[p.Prep].Lower {
	case "before", "until", "for":
		return true
	case "of":
		return s.Tokens[p.Prep-1].Lower == "ahead"
	case "on", "off":
		return s.Tokens[i].Lemma == "ballot" // "kicked her off the ballot"
	}
	return false
}

// ofYear says whether the noun at token i is known by its year: "the vote of 2006".
func ofYear(s *prose.Sentence, i int) bool {
	if i+2 >= len(s.Tokens) || s.Tokens[i+1].Lower != "of" || !definite(s, i) {
		return false
	}
	year := s.Tokens[i+2].Text
	return len(year) == 4 && (year[0] == '1' || year[0] == '2') && s.Tokens[i+2].Tag == prose.CD
}

// phraseOf returns the noun phrase that token i stands in, nil where there is none.
func phraseOf(s *prose.Sentence, i int) *prose.Phrase {
	for k := range s.Phrases {
		if p := &s.Phrases[k]; p.From <= i && i < p.To {
			return p
		}
	}
	return nil
}

// wished says whether the noun is what somebody wants: "demanded an inquiry", "called for talks".
func (m *Mention) wished(s *prose.Sentence, p *prose.Predicate) bool {
	if !wishes[s.Tokens[p.Head].Lemma] {
		return false
	}
	for _, o := range p.Obliques {
		if inPhrase(s, o, m.Frame.Noun) {
			prep := s.Phrases[o].Prep
			return prep >= 0 && prep < len(s.Tokens) && s.Tokens[prep].Lower == "for"
		}
	}
	return inPhrase(s, p.Object, m.Frame.Noun)
}
