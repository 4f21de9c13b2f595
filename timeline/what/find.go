// Package what finds the words of a sentence that report an event, by lists of triggers, one for each type.
// It knows no dates and no actors: it says what happens, how surely, and where the sides stand.
package what

import (
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// A Mention is a place that reports an event.
type Mention struct {
	Type      timeline.Type
	Trigger   prose.Range // the words that name it
	Predicate int         // the predicate that reports it, or that a noun hangs on; -1 where there is none
	Frame     prose.Frame
	Modality  timeline.Modality
	Because   string // the words that gave the modality
	Family    string // mentions of one family can tell one event
	Entry     string // the list and line, and the line itself
	Strength  int    // 0 to 100: how much the line asks for
	Dated     bool   // counts only beside a date of its own
	Noun      bool
	Definite  bool // a noun that takes up what is known: "the shootings"
	Quoted    bool // it stands inside somebody's speech
}

// Find returns the mentions of one sentence in reading order, at most one at each place.
func Find(t *prose.Text, para, sentence int) []Mention {
	s := &t.Paragraphs[para].Sentences[sentence]
	last := previous(t, para, sentence)
	var found []Mention
	at := make([]int, len(s.Tokens)) // the predicate that a token heads, counted from 1; 0 for none
	for i := range s.Predicates {
		at[s.Predicates[i].Head] = i + 1
	}
	free := 0 // the first token behind the last trigger
	for i := range s.Tokens {
		if i < free {
			continue
		}
		p := at[i] - 1
		best := lookUp(s, last, i, p)
		if best == nil {
			continue
		}
		if m, ok := best.mention(t, s, i, p); ok {
			free = m.Trigger.To
			found = append(found, m)
		}
	}
	return absorb(s, found)
}

// amount says whether token i stands in a phrase, or in what the phrase only counts: "a series of strikes".
func amount(s *prose.Sentence, phrase, i int) bool {
	if inPhrase(s, phrase, i) {
		return true
	}
	return phrase >= 0 && phrase < len(s.Phrases) && amounts[s.Tokens[s.Phrases[phrase].Head].Lemma] && inPhrase(s, s.Phrases[phrase].Of, i)
}

// previous returns the sentence before in the article's running text, nil where there is none.
func previous(t *prose.Text, para, sentence int) *prose.Sentence {
	if sentence > 0 {
		return &t.Paragraphs[para].Sentences[sentence-1]
	}
	for para--; para >= 0; para-- {
		if p := &t.Paragraphs[para]; p.Kind == prose.Body && len(p.Sentences) > 0 {
			return &p.Sentences[len(p.Sentences)-1]
		}
	}
	return nil
}

// papers makes what somebody says in a report the report: "in a study published in May, the board warned". The report's
// own noun and verb then tell nothing more.
func papers(s *prose.Sentence, found []Mention) []Mention {
	for n := range found {
		m := &found[n]
		if m.Noun || m.Type != timeline.Statement || !inPaper(s, m.Predicate) && !paperSpeaks(s, m.Predicate) {
			continue
		}
		m.Type, m.Family = "report", "report"
		return slices.DeleteFunc(found, func(o Mention) bool {
			return o.Type == "report" && o.Trigger != m.Trigger
		})
	}
	return found
}

// paperSpeaks says whether it is a paper that the predicate gives the word to: "the audit called the scheme a failure".
func paperSpeaks(s *prose.Sentence, predicate int) bool {
	p := &s.Predicates[predicate]
	return !p.Passive && headed(s, classes["paper"], p.Subject) || headed(s, classes["paper"], p.Agent)
}

// inPaper says whether the predicate, or the sentence as a whole, says where it was written: "in a report", "in its survey".
func inPaper(s *prose.Sentence, predicate int) bool {
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.Prep < 0 || s.Tokens[p.Prep].Lower != "in" || !classes["paper"][s.Tokens[p.Head].Lemma] {
			continue
		}
		switch s.Tokens[p.Prep+1].Lower {
		case "a", "an", "its", "their":
			return p.Prep == 0 || slices.Contains(s.Predicates[predicate].Obliques, k)
		}
	}
	return false
}

// absorb drops the nouns whose own verb tells the same event: "held talks", "a report published in May".
func absorb(s *prose.Sentence, found []Mention) []Mention {
	found = decided(s, witnesses(s, papers(s, found)))
	kept := make([]Mention, 0, len(found))
	for _, m := range found {
		if m.Noun && !told(s, found, &m) || !m.Noun && !rejoins(s, found, &m) && !completes(s, found, &m) && !twice(s, found, &m) && !consented(s, found, &m) {
			kept = append(kept, m)
		}
	}
	return kept
}

// decided drops the vote by which a chamber did at once what the infinitive says: "voted to impeach the governor". What it
// voted to ban by a bill it has not banned yet.
func decided(s *prose.Sentence, found []Mention) []Mention {
	for n := range found {
		m := &found[n]
		if m.Noun || !votable[m.Type] || m.Modality != timeline.Planned {
			continue
		}
		p := &s.Predicates[m.Predicate]
		if p.Form != prose.Infinitive || p.Governor < 0 || s.Tokens[s.Predicates[p.Governor].Head].Lemma != "vote" {
			continue
		}
		vote := func(o Mention) bool { return o.Type == "legislation" && !o.Noun && o.Predicate == p.Governor }
		if slices.ContainsFunc(found, vote) {
			m.Modality, m.Because, m.Dated = timeline.Actual, "voted", false
			return slices.DeleteFunc(found, vote)
		}
	}
	return found
}

// votable are the types of what a chamber does by voting.
var votable = map[timeline.Type]bool{"legal": true, "personnel": true, "designation": true, "ruling": true}

// consented says whether the verb only says that one party is ready for a step that is told beside it: "agreed to resign".
func consented(s *prose.Sentence, found []Mention, m *Mention) bool {
	p := &s.Predicates[m.Predicate]
	return m.Type == "agreement" && s.Tokens[p.Head].Lemma == "agree" && consents(s, p) && slices.ContainsFunc(found, func(o Mention) bool {
		return !o.Noun && s.Predicates[o.Predicate].Governor == m.Predicate
	})
}

// rejoins says whether the verb says what a paper says of which a verb before it, beside the same noun, has told that it
// came out: in "a poll released on Monday put support at a third" the release is the event.
func rejoins(s *prose.Sentence, found []Mention, m *Mention) bool {
	p := &s.Predicates[m.Predicate]
	return m.Type == "report" && p.Subject >= 0 && slices.ContainsFunc(found, func(o Mention) bool {
		if o.Type != "report" || o.Noun || o.Predicate == m.Predicate {
			return false
		}
		head := s.Predicates[o.Predicate].Head
		return s.Phrases[p.Subject].To <= head && head < p.From
	})
}

// completes says whether an infinitive only fills in a verb of its own type: "asked her to form a government".
func completes(s *prose.Sentence, found []Mention, m *Mention) bool {
	p := &s.Predicates[m.Predicate]
	return m.Modality == timeline.Planned && p.Form == prose.Infinitive && p.Governor >= 0 && slices.ContainsFunc(found, func(o Mention) bool {
		return !o.Noun && o.Type == m.Type && o.Predicate == p.Governor
	})
}

// tellers are the types whose verbs tell what a noun of another type tells too: "declared a famine".
var tellers = map[timeline.Type]timeline.Type{timeline.Statement: timeline.Testimony, "incident": timeline.Designation}

// beside says whether token i stands in a phrase of the predicate.
func beside(s *prose.Sentence, predicate, i int) bool {
	p := &s.Predicates[predicate]
	in := func(k int) bool { return inPhrase(s, k, i) || k >= 0 && inPhrase(s, s.Phrases[k].Of, i) }
	return in(p.Subject) || in(p.Object) || in(p.Second) || slices.ContainsFunc(p.Obliques, in)
}

// told says whether the noun tells nothing beside a verb: one of its own type has it as its subject or object, or is a
// participle right after it; an act of another type is done to it, "overturned the ban"; or it names the crime of a case.
func told(s *prose.Sentence, found []Mention, noun *Mention) bool {
	i := noun.Frame.Noun
	for _, m := range found {
		if m.Noun {
			continue
		}
		v := &s.Predicates[m.Predicate]
		switch {
		case noun.Type == timeline.Meeting && (m.Type == noun.Type || m.Type == timeline.Testimony) && placed(s, i) && beside(s, m.Predicate, i):
			return true // "met at a summit in Lund"
		case m.Type == noun.Type, tellers[noun.Type] == m.Type:
			if amount(s, v.Object, i) || amount(s, v.Subject, i) || v.From == i+1 || m.Type == noun.Type && deeds[m.Type] && within(s, v, noun) {
				return true
			}
		case acts[m.Type] && acts[noun.Type]:
			if amount(s, v.Object, i) || v.Passive && amount(s, v.Subject, i) {
				return true
			}
		case m.Type == timeline.Testimony && noun.Type == "legal" && beside(s, m.Predicate, i):
			return true // "told the inquiry": it only hears
		case (m.Type == "legal" || m.Type == "ruling") && noun.Type == "incident" && crime(s, i):
			return true
		}
	}
	return false
}

// acts are the types of what is done by rule and to rules.
var acts = map[timeline.Type]bool{
	"order": true, "legislation": true, "ruling": true, "legal": true, "sanction": true, "agreement": true, timeline.Designation: true,
}

// crime says whether the noun at token i only names a crime or a penalty: "charged with murder", "sentenced to death".
func crime(s *prose.Sentence, i int) bool {
	p := phraseOf(s, i)
	if p == nil || p.Prep < 0 || s.Tokens[i].Tag != prose.NN || s.Tokens[p.From].Tag == prose.DT || s.Tokens[p.From].Tag == prose.PRPS || p.Possessor >= 0 {
		return false
	}
	switch s.Tokens[p.Prep].Lower {
	case "of", "with", "for", "to":
		return true
	}
	return false
}

// inPhrase says whether token i stands in a phrase, which may be none.
func inPhrase(s *prose.Sentence, phrase, i int) bool {
	return phrase >= 0 && phrase < len(s.Phrases) && s.Phrases[phrase].From <= i && i < s.Phrases[phrase].To
}

// lookUp returns the entry that fits the token best: the one with the most conditions met. It is nil where none does.
func lookUp(s, last *prose.Sentence, i, p int) *entry {
	tok := &s.Tokens[i]
	lists := [...][]entry{triggers[tok.Lemma], nil, nil}
	if tok.Lower != tok.Lemma {
		lists[1] = triggers[tok.Lower]
	}
	if p >= 0 {
		lists[2] = triggers[anyVerb]
	}
	around := scope{s: s, i: i, p: p, last: last}
	var best *entry
	weight := 0
	for _, list := range lists {
		for k := range list {
			e := &list[k]
			if w := e.weight(s, p); (best == nil || w > weight) && e.fits(&around) {
				best, weight = e, w
			}
		}
	}
	return best
}

// anyVerb is the lemma of lines that hold for every verb: what "a survey" does is what it says. They yield to all others.
const anyVerb = "*"

// weight is how much the entry asks for; a class met by the head of the object, or behind its preposition, counts on top.
func (e *entry) weight(s *prose.Sentence, p int) int {
	if e.lemma == anyVerb {
		return 0
	}
	w := 2*(e.conditions+2*len(e.particle)+2*len(e.before)) + len(e.object) + len(e.led)
	if p < 0 {
		return w
	}
	object := s.Predicates[p].Patient()
	if object < 0 || object >= len(s.Phrases) {
		return w
	}
	for _, list := range [][]words{e.after, e.near} {
		for _, c := range list {
			if head := s.Phrases[object].Head; holds(s, c, head, head+1) {
				return w + 1
			}
		}
	}
	return w
}

// voiced says whether the predicate has the voice that the entry asks for. A passive that names who speaks serves for
// the active: "was condemned by the league".
func (e *entry) voiced(p *prose.Predicate) bool {
	if e.active && p.Passive {
		return e.kind == timeline.Statement && p.Agent >= 0
	}
	return !e.passive || p.Passive
}

// consents says whether one party alone stands before an infinitive.
func consents(s *prose.Sentence, p *prose.Predicate) bool {
	if !toVerb(s, p) || p.Subject < 0 || p.Subject >= len(s.Phrases) {
		return false
	}
	who := &s.Phrases[p.Subject]
	tag := s.Tokens[who.Head].Tag
	return len(who.Conj) == 0 && tag != prose.NNS && tag != prose.NNPS && s.Tokens[who.Head].Lower != "they" && s.Tokens[who.Head].Lower != "we"
}

// aside says whether a predicate is a relative clause or a participle that goes with another one.
func aside(s *prose.Sentence, p *prose.Predicate) bool {
	if p.Link == "relative" || p.Form == prose.Gerund || p.Form == prose.Participle && !p.Perfect && !p.Passive {
		return true
	}
	if p.Subject < 0 || p.Subject >= len(s.Phrases) {
		return false
	}
	before := s.Phrases[p.Subject].From - 1 // "in which gunmen killed"
	return before >= 0 && s.Tokens[before].Tag == prose.WDT
}

// worded says whether the entry's further words stand beside its lemma.
func (e *entry) worded(s *prose.Sentence, i, p int) bool {
	for k, w := range e.before {
		j := i - len(e.before) + k
		if j < 0 || s.Tokens[j].Lower != w {
			return false
		}
	}
	j := i + 1
	for _, w := range e.particle {
		if j < len(s.Tokens) && spells(w, &s.Tokens[j]) {
			j++
			continue
		}
		if p >= 0 && s.Predicates[p].Particle >= 0 && s.Tokens[s.Predicates[p].Particle].Lower == w {
			continue
		}
		if p >= 0 && len(e.particle) == 1 && adverbs[w] && behindObject(s, p) == w {
			continue // "struck the ordinance down"
		}
		return false
	}
	return true
}

// adverbs are the particles that can stand behind the object of their verb.
var adverbs = set("up down out off away back aside through over")

// behindObject returns the word right behind the object of predicate p.
func behindObject(s *prose.Sentence, p int) string {
	o := s.Predicates[p].Object
	if o < 0 || s.Predicates[p].Passive || s.Phrases[o].From < s.Predicates[p].To || s.Phrases[o].To >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[s.Phrases[o].To].Lower
}

// spells says whether a token is the word w of a list. "one's" is any possessive, "oneself" any reflexive: "threw her
// weight behind", "distanced itself from".
func spells(w string, t *prose.Token) bool {
	switch w {
	case "one's":
		return t.Tag == prose.PRPS
	case "oneself":
		return strings.HasSuffix(t.Lower, "self") || strings.HasSuffix(t.Lower, "selves")
	}
	return t.Lower == w
}

func (e *entry) mention(t *prose.Text, s *prose.Sentence, i, p int) (Mention, bool) {
	m := Mention{
		Type: e.kind, Trigger: prose.Range{From: i - len(e.before), To: i + 1}, Predicate: p, Family: e.family,
		Entry:    e.line.Where()[len("lexicon/"):] + ": " + e.trigger + " | " + strings.Join(e.line.Fields[1:], " | "),
		Strength: min(100, 60+15*e.conditions), Dated: e.dated, Noun: e.noun, Modality: timeline.Actual,
		Quoted: quoted(t, s, i), Because: "told as done",
	}
	if e.noun {
		m.Trigger.To += len(e.particle)
	} else if len(e.particle) > 0 && i+1 < len(s.Tokens) && s.Tokens[i+1].Lower == e.particle[0] {
		m.Trigger.To += len(e.particle)
	}
	m.Trigger.To = min(m.Trigger.To, len(s.Tokens))
	m.Frame = prose.Frame{Predicate: p, Noun: -1, Actor: e.actor, Target: e.target}
	if e.noun {
		m.Frame.Noun = i
		m.Frame.Predicate = governing(s, i)
		m.Definite = definite(s, i)
		if m.light(s, i) || authored(s, i) || m.caused(s, i) || m.Type == timeline.Meeting && convened(s, i) {
			m.Dated = false
		}
	}
	return m, m.judge(s)
}

// quoted says whether token i stands in somebody's speech; a word or two in quotation marks are not speech.
func quoted(t *prose.Text, s *prose.Sentence, i int) bool {
	for _, q := range s.Quotes {
		if q.From <= i && i < q.To && (q.ID < 0 || q.ID >= len(t.Quotations) || !t.Quotations[q.ID].Scare) {
			return true
		}
	}
	return false
}
