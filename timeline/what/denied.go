package what

import (
	"slices"

	"annals/timeline"
	"annals/timeline/prose"
)

// A step that was on the way and will not come is an event that is denied: it was called off, ruled out, or somebody says
// that it will not be. What simply has not happened is no event.

// cancels are the verbs that undo an arrangement, with their particles where they have any.
var cancels = set("cancel scrap abandon shelve postpone call_off put_off rule_out pull_out_of")

// verbal returns the verb of a predicate with its particle: "call_off".
func verbal(s *prose.Sentence, p *prose.Predicate) string {
	verb := s.Tokens[p.Head].Lemma
	if p.Particle >= 0 {
		return verb + "_" + s.Tokens[p.Particle].Lower
	}
	if p.To < len(s.Tokens) {
		if next := &s.Tokens[p.To]; next.Tag == prose.RP || next.Tag == prose.IN {
			return verb + "_" + next.Lower
		}
	}
	return verb
}

// cancelled says whether a verb takes the noun back: "called off the talks", "the vote, set for May, was postponed".
func (m *Mention) cancelled(s *prose.Sentence) bool {
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool { return m.cancels(s, &p) })
}

func (m *Mention) cancels(s *prose.Sentence, p *prose.Predicate) bool {
	v := verbal(s, p)
	if !cancels[v] && !cancels[s.Tokens[p.Head].Lemma] || p.Modal != "" || p.Negated {
		return false
	}
	if !amount(s, p.Patient(), m.Frame.Noun) && p.To < len(s.Tokens) && !inOblique(s, p, m.Frame.Noun, p.To) {
		return false
	}
	m.Modality = timeline.Denied
	m.Because = "“" + s.Tokens[p.Head].Text + "”: it does not take place as arranged"
	m.Dated = m.Dated && m.Definite // "the trip" is known already
	return true
}

// inOblique says whether the noun stands in a phrase that a particle at token at is taken to govern: "ruled out a dismissal".
func inOblique(s *prose.Sentence, p *prose.Predicate, noun, at int) bool {
	for _, o := range p.Obliques {
		if s.Phrases[o].Prep == at && inPhrase(s, o, noun) {
			return true
		}
	}
	return false
}

// refusals are the families of steps that are news when somebody says that he will not take them: "will not resign".
var refusals = set("resign candidacy testify report")

// refused makes a step denied that somebody says he will not take, or refuses to take.
func (m *Mention) refused(s *prose.Sentence, p *prose.Predicate) bool {
	willNot := p.Form == prose.Finite && (p.Modal == "will" || p.Modal == "would" || p.Progressive && p.Tense == prose.Present)
	if !refusals[m.Family] || !willNot && !refuses(s, p) {
		return false
	}
	m.Modality = timeline.Denied
	m.Because = "“" + s.Words(prose.Range{From: p.From, To: p.To}) + "”: somebody says that it will not be"
	return true
}

// refuses says whether an infinitive is what somebody has refused: "refused to step down".
func refuses(s *prose.Sentence, p *prose.Predicate) bool {
	if p.Form != prose.Infinitive || p.Governor < 0 {
		return false
	}
	g := &s.Predicates[p.Governor]
	verb := s.Tokens[g.Head].Lemma
	return (verb == "refuse" || verb == "decline") && !g.Negated && g.Modal == "" && g.Tense == prose.Past
}

// ruledOut makes denied what a gerund behind "rule out" tells: "ruled out stepping down".
func (m *Mention) ruledOut(s *prose.Sentence, p *prose.Predicate) bool {
	g := p.Governor
	if g < 0 || verbal(s, &s.Predicates[g]) != "rule_out" || s.Predicates[g].Negated || s.Predicates[g].Modal != "" {
		return false
	}
	m.Modality = timeline.Denied
	m.Because = "“ruled out”"
	return true
}
