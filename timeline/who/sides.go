package who

import (
	"fmt"
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// Sides returns who stands on the two sides of the event that a frame describes in a sentence, with the
// construction that gave each side, in plain words. The slots of a side are tried in their order, and the first
// that holds anybody gives it. Where the phrase analysis has nothing at a slot, the order of the words decides.
func (c *Cast) Sides(w prose.Where, f prose.Frame) (actors, targets []timeline.Party, actorGround, targetGround string) {
	x := &sides{c: c, w: w, s: c.sentence(w), f: f}
	actors, actorGround = x.side(f.Actor, true)
	for _, a := range actors {
		x.doers = append(x.doers, a.Name)
	}
	targets, targetGround = x.side(f.Target, false)
	targets = slices.DeleteFunc(targets, func(p timeline.Party) bool {
		return slices.ContainsFunc(actors, func(a timeline.Party) bool { return a.Name == p.Name })
	})
	if len(targets) == 0 {
		targetGround = ""
	}
	return actors, targets, actorGround, targetGround
}

// sides is the search for the sides of one event.
type sides struct {
	c *Cast
	w prose.Where
	s *prose.Sentence
	f prose.Frame

	doers []string // the names of the actors found
}

func (x *sides) side(slots []prose.Slot, acts bool) ([]timeline.Party, string) {
	role := timeline.Target
	if acts {
		role = timeline.Agent
	}
	tried := false
	for _, slot := range slots {
		var found []timeline.Party
		var ground string
		if acts && !tried && x.f.Noun >= 0 && slot != prose.By && slot != prose.Possessor && slot != prose.Between {
			tried = true
			found, ground = x.carrier()
		}
		if len(found) == 0 {
			x.bar(slot, acts)
			x.c.speaking = acts && slot == prose.Speaker && x.f.Noun < 0
			found, ground = x.slot(slot, acts)
			x.c.barred, x.c.speaking = nil, false
		}
		if len(found) == 0 {
			continue
		}
		found = slices.Clone(found)
		if acts || slot == prose.Second || slot == prose.Audience || slot == prose.With || slot == prose.Against {
			found = x.c.governments(found)
		}
		for i := range found {
			found[i].Role = role
			switch slot {
			case prose.Speaker:
				found[i].Role = timeline.Speaker
			case prose.Second, prose.Audience, prose.To, prose.With:
				if !acts {
					found[i].Role = timeline.Audience
				}
			}
		}
		return found, ground
	}
	if acts && !tried && x.f.Noun >= 0 && len(slots) > 0 {
		if found, ground := x.carrier(); len(found) > 0 {
			for i := range found {
				found[i].Role = role
			}
			return found, ground
		}
	}
	if acts && x.f.Noun >= 0 && slices.Contains(slots, prose.By) {
		found, ground := x.modifier()
		if len(found) == 0 {
			found, ground = x.people()
		}
		for i := range found {
			found[i].Role = role
		}
		return found, ground
	}
	return nil, ""
}

// bar keeps a pronoun that is done to from standing for who does it: "Lind urged her to go" is about another woman.
func (x *sides) bar(slot prose.Slot, acts bool) {
	if !acts && slot != prose.Content && slot != prose.Audience && slot != prose.Possessor {
		x.c.barred = x.doers
	}
}

// people reads the land off the adjective before a noun of doing: "Turkish airstrikes".
func (x *sides) people() ([]timeline.Party, string) {
	for i := x.f.Noun - 1; i >= 0 && i >= x.f.Noun-3; i-- {
		if t := &x.s.Tokens[i]; preposition(t.Lower) || articles[t.Lower] || t.Tag.Verb() {
			break
		}
		if name := x.c.landOfPeople(x.s.Tokens[i].Text); name != "" {
			found := []timeline.Party{{Name: name, Kind: timeline.Place}}
			return found, x.ground(fmt.Sprintf("before %q", x.s.Tokens[x.f.Noun].Text), prose.Range{From: i, To: i + 1}, found)
		}
	}
	return nil, ""
}

// carrier returns the subject of the light verb that a nominal trigger is the object of: "the court issued a
// ruling".
func (x *sides) carrier() ([]timeline.Party, string) {
	for _, p := range []*prose.Predicate{x.opened(), x.inserted()} {
		if p == nil {
			continue
		}
		if found, ground := x.subject(p, true); len(found) > 0 {
			return x.partners(p, slices.Clone(found)), ground + fmt.Sprintf(", said in the %q", x.s.Tokens[x.f.Noun].Text)
		}
	}
	for i := range x.s.Predicates {
		p := &x.s.Predicates[i]
		if p.Passive {
			continue
		}
		if x.occasion(p) {
			if found, ground := x.subject(p, true); len(found) > 0 {
				return slices.Clone(found), ground + fmt.Sprintf(", said in the %q", x.s.Tokens[x.f.Noun].Text)
			}
		}
		if p.Head >= x.f.Noun || !light[x.s.Tokens[p.Head].Lemma] {
			continue
		}
		carried := p.Object >= 0 && p.Object < len(x.s.Phrases) && x.s.Phrases[p.Object].Head == x.f.Noun
		for _, o := range p.Obliques {
			carried = carried || o >= 0 && x.holdsTrigger(o) && x.f.Noun-p.Head <= 6
		}
		if carried {
			found, ground := x.subject(p, true)
			if len(found) > 0 {
				return slices.Clone(found), ground + fmt.Sprintf(", which carries %q", x.s.Tokens[x.f.Noun].Text)
			}
		}
	}
	return nil, ""
}

// partners adds to who speaks in a call or a talk who is spoken to: "In a call on Friday, Lind told Brandt".
func (x *sides) partners(p *prose.Predicate, found []timeline.Party) []timeline.Party {
	switch x.s.Tokens[x.f.Noun].Lower {
	case "call", "conversation", "talk", "talks", "discussion", "exchange", "meeting":
	default:
		return found
	}
	for _, k := range []int{p.Second, p.Object} {
		if k < 0 || k >= len(x.s.Phrases) || x.holdsTrigger(k) {
			continue
		}
		if more := x.resolve(k, true); len(more) > 0 && more[0].Kind == timeline.Person {
			return merge(found, more)
		}
	}
	return found
}

// opened returns the verb of speech of a sentence that begins with the trigger as the place of saying, over what is
// told of it: "In a report published on Friday, the agency warned".
func (x *sides) opened() *prose.Predicate {
	n := x.trigger()
	if n > 5 || n < 1 || x.s.Tokens[0].Lower != "in" {
		return nil
	}
	comma := n
	for comma < len(x.s.Tokens) && x.s.Tokens[comma].Lower != "," && comma < n+12 {
		comma++
	}
	for i := range x.s.Predicates {
		p := &x.s.Predicates[i]
		if x.finds(p) && p.Form == prose.Finite && p.Head > n && (p.Head > comma || comma == n+12) {
			return p
		}
	}
	return nil
}

// inserted returns the verb of a clause in which the trigger stands between commas behind the subject: "The court, in a
// decision over fees, allowed it". What is issued at the head of the sentence is its subject's too: "In a decision over
// fees, the court allowed it".
func (x *sides) inserted() *prose.Predicate {
	n := x.trigger()
	in := n - 1
	for in >= 0 && in > n-7 && x.s.Tokens[in].Lower != "in" && x.s.Tokens[in].Lower != "by" {
		if t := &x.s.Tokens[in]; t.Tag == prose.Comma || t.Tag.Verb() || preposition(t.Lower) {
			return nil
		}
		in--
	}
	noun := x.s.Tokens[n].Lower
	if in < 0 || in <= n-7 || !occasions[noun] && !speaking[noun] {
		return nil
	}
	front := in == 0
	if in > 0 && x.s.Tokens[in-1].Tag == prose.Comma {
		front = in > 1 && (x.s.Tokens[in-2].Lower == "that" || x.s.Tokens[in-2].Tag == prose.CC)
	} else if in > 0 {
		if front = x.s.Tokens[in-1].Lower == "that" || x.s.Tokens[in-1].Tag == prose.CC; !front {
			return nil
		}
	}
	for i := range x.s.Predicates {
		p := &x.s.Predicates[i]
		if p.Form != prose.Finite || p.Head < n || p.Passive || p.Subject < 0 || p.Subject >= len(x.s.Phrases) || p.Link == "relative" {
			continue
		}
		if x.s.Phrases[p.Subject].To < in == !front && !x.holdsTrigger(p.Subject) && x.s.Tokens[p.From-1].Tag == prose.Comma == !front {
			return p
		}
		return nil
	}
	return nil
}

// finds says whether a predicate is a verb of speech or of what a report does.
func (x *sides) finds(p *prose.Predicate) bool {
	switch x.s.Tokens[p.Head].Lower {
	case "found", "finds", "estimated", "concluded", "recommended", "calculated", "predicted":
		return true
	}
	_, says := prose.IsSpeech(x.s.Tokens[p.Head].Lower)
	return says
}

// occasion says whether a verb of speech has the nominal trigger as the place of saying: "in a letter, she wrote".
func (x *sides) occasion(p *prose.Predicate) bool {
	if !x.finds(p) {
		return false
	}
	for _, o := range p.Obliques {
		if o < 0 || o >= len(x.s.Phrases) || !x.holdsTrigger(o) || x.s.Phrases[o].Prep < 0 || x.that(p.Head, x.f.Noun) {
			continue
		}
		switch x.s.Tokens[x.s.Phrases[o].Prep].Lower {
		case "in", "during", "at", "on", "via":
			return true
		}
	}
	return false
}

// that says whether "that" parts two tokens, so that they stand in two clauses.
func (x *sides) that(from, to int) bool {
	for i := from; i < to && i < len(x.s.Tokens); i++ {
		if x.s.Tokens[i].Lower == "that" {
			return true
		}
	}
	return false
}

// predicate returns the frame's predicate, or nil.
func (x *sides) predicate() *prose.Predicate {
	if p := x.f.Predicate; p >= 0 && p < len(x.s.Predicates) {
		return &x.s.Predicates[p]
	}
	return nil
}

// trigger returns the token of the trigger, or -1.
func (x *sides) trigger() int {
	if x.f.Noun >= 0 {
		return x.f.Noun
	}
	if p := x.predicate(); p != nil {
		return p.Head
	}
	return -1
}

func (x *sides) slot(slot prose.Slot, acts bool) ([]timeline.Party, string) {
	p, noun := x.predicate(), x.f.Noun >= 0
	passive := p != nil && p.Passive && !noun && !x.active(p)
	switch slot {
	case prose.Subject, prose.Speaker:
		switch {
		case slot == prose.Speaker && x.according():
			return x.phraseAfter("to", acts)
		case passive:
			return x.agent(p, acts)
		}
		return x.subject(p, acts)
	case prose.PassiveSubject:
		return x.subject(p, acts)
	case prose.Object:
		if passive {
			return x.subject(p, acts)
		}
		if !acts {
			return x.object(p)
		}
		return x.phrase(p, func(p *prose.Predicate) int { return p.Object }, "object", acts)
	case prose.Second:
		if passive {
			return x.subject(p, acts)
		}
		return x.phrase(p, func(p *prose.Predicate) int { return p.Second }, "indirect object", acts)
	case prose.Audience:
		return x.audience()
	case prose.Joint:
		found, ground := x.slot(prose.Subject, acts)
		if more, also := x.phraseAfter("with", acts); len(found) > 0 && len(more) > 0 {
			return merge(slices.Clone(found), more), ground + ", and " + also
		}
		return found, ground
	case prose.Content:
		return x.content(p)
	case prose.Possessor:
		return x.possessor()
	case prose.Modifier:
		return x.modifier()
	case prose.By:
		if passive {
			return x.agent(p, acts)
		}
	case prose.Between:
		if found, ground := x.phraseAfter("between", acts); found != nil {
			return x.second(found, acts), ground
		}
		return x.phraseAfter("among", acts)
	}
	if prep := slot.Preposition(); prep != "" {
		return x.phraseAfter(prep, acts)
	}
	return nil, ""
}

// second adds the one behind "and" to the only one found behind "between", where words about the first part them:
// "between Lind, speaking for the board, and Paul Brandt".
func (x *sides) second(found []timeline.Party, acts bool) []timeline.Party {
	if len(found) != 1 {
		return found
	}
	at := slices.IndexFunc(x.s.Tokens, func(t prose.Token) bool { return t.Lower == "between" })
	for i := at + 1; at >= 0 && i+2 < len(x.s.Tokens) && i < at+reach; i++ {
		if x.s.Tokens[i].Lower == "," && x.s.Tokens[i+1].Lower == "and" {
			more, _ := x.after(i+1, acts)
			return merge(slices.Clone(found), more)
		}
	}
	return found
}

// active says whether a participle was taken for a passive though it has an object right behind it: "A coup removed
// Minister Roe in May". Only verbs of giving and naming have one in the passive.
func (x *sides) active(p *prose.Predicate) bool {
	if !p.Passive || p.Form != prose.Participle || p.Subject < 0 {
		return false
	}
	switch x.s.Tokens[p.Head].Lower {
	case "named", "called", "given", "elected", "appointed", "dubbed", "made", "awarded", "granted", "paid", "told", "asked", "shown", "offered",
		"declared", "considered", "deemed", "sent", "handed", "denied":
		return false
	}
	at := phraseAt(x.s, p.To)
	return at >= 0 && x.s.Phrases[at].Name >= 0 && !x.s.Temporal(at)
}

// phrase resolves one of the predicate's phrases, unless it holds the trigger itself.
func (x *sides) phrase(p *prose.Predicate, which func(*prose.Predicate) int, name string, acts bool) ([]timeline.Party, string) {
	if p == nil {
		return nil, ""
	}
	i := which(p)
	if i < 0 || i >= len(x.s.Phrases) || x.holdsTrigger(i) {
		return nil, ""
	}
	found := x.resolve(i, acts)
	return found, x.ground(fmt.Sprintf("%s of %q", name, x.s.Tokens[p.Head].Text), x.s.Phrases[i].Range, found)
}

func (x *sides) holdsTrigger(phrase int) bool {
	t := x.trigger()
	return x.s.Phrases[phrase].From <= t && t < x.s.Phrases[phrase].To
}

// ground says which construction gave the parties, and which words stand for whom.
func (x *sides) ground(construction string, r prose.Range, found []timeline.Party) string {
	if len(found) == 0 {
		return ""
	}
	text := clean(x.s.Words(r))
	var names []string
	for _, p := range found {
		names = append(names, p.Name)
	}
	if all := strings.Join(names, ", "); all != text {
		return fmt.Sprintf("%s: %q is %s", construction, text, all)
	}
	return construction
}

// resolve returns who a phrase is. Where a side must act and the phrase is a thing that somebody made ("the
// ministry's statement", "a letter from the union"), it is the maker.
func (x *sides) resolve(phrase int, acts bool) []timeline.Party {
	if !acts {
		return x.target(phrase)
	}
	found := x.c.Party(x.w.Para, x.w.Sentence, phrase)
	p := &x.s.Phrases[phrase]
	found = slices.DeleteFunc(slices.Clone(found), func(p timeline.Party) bool { return p.Kind == timeline.Document && !medium(p.Name) })
	if len(found) > 0 || p.Pronoun {
		return found
	}
	return x.maker(phrase)
}

// medium says whether the name of a work is that of a newspaper or a station, which can speak.
func medium(name string) bool {
	for _, w := range []string{"Times", "Post", "News", "Journal", "Tribune", "Herald", "Gazette", "Guardian", "Mail", "Telegraph", "Magazine", "Independent"} {
		if strings.HasSuffix(name, w) {
			return true
		}
	}
	return false
}

func (x *sides) maker(phrase int) []timeline.Party {
	p := &x.s.Phrases[phrase]
	if found := x.crew(p); found != nil {
		return found
	}
	if head := x.s.Tokens[p.Head].Lower; patients[head] || patients[singular(head)] {
		return nil // "their boat sank"
	}
	if p.Possessor >= 0 && p.Possessor != phrase && p.Possessor < len(x.s.Phrases) {
		return x.c.Party(x.w.Para, x.w.Sentence, p.Possessor)
	}
	if p.From < p.Head && possessive(x.s.Tokens[p.From].Lower) {
		return x.c.pronoun(x.w, p.From)
	}
	end := p.To
	if of := p.Of; of >= 0 && of < len(x.s.Phrases) && x.s.Phrases[of].From > p.Head {
		end = x.s.Phrases[of].To // "the bombing of the town by rebels"
	}
	for _, at := range []int{p.To, end} {
		if at < len(x.s.Tokens) && (x.s.Tokens[at].Lower == "by" || x.s.Tokens[at].Lower == "from" && at == p.To) {
			if found, _ := x.after(at, true); found != nil {
				return found
			}
		}
	}
	for _, n := range x.c.names[x.w] {
		if n.From >= p.From && n.To <= p.Head && n.Kind == prose.Org {
			return []timeline.Party{x.c.partyOf(x.c.memberAt(x.w, n.From))}
		}
	}
	return x.issuer(p)
}

// issuer returns the body that stands before a noun of saying, or that owns the place where it is to be read: "a company
// statement", "a notice on the college's website".
func (x *sides) issuer(p *prose.Phrase) []timeline.Party {
	if !speaking[x.s.Tokens[p.Head].Lower] {
		return nil
	}
	if body := p.Head - 1; body >= p.From && actors[x.s.Tokens[body].Lower] == timeline.Body {
		return x.c.role(x.w, prose.Range{From: p.From, To: p.Head}, body, -1)
	}
	if p.To < len(x.s.Tokens) && x.s.Tokens[p.To].Lower == "on" {
		for k := range x.s.Phrases {
			if place := &x.s.Phrases[k]; place.Prep == p.To && place.Possessor >= 0 {
				return x.c.Party(x.w.Para, x.w.Sentence, place.Possessor)
			}
		}
	}
	return nil
}

// crafts are what bodies act with: "a coastguard cutter seized it".
var crafts = map[string]bool{"cutter": true, "boat": true, "ship": true, "vessel": true, "warship": true, "frigate": true, "submarine": true, "helicopter": true,
	"plane": true, "jet": true, "aircraft": true, "drone": true, "vehicle": true, "car": true, "van": true, "convoy": true, "tank": true, "patrol": true}

// crew returns the body before a craft in its phrase.
func (x *sides) crew(p *prose.Phrase) []timeline.Party {
	if !crafts[singular(x.s.Tokens[p.Head].Lower)] {
		return nil
	}
	for i := p.Head - 1; i >= p.From && i >= p.Head-2; i-- {
		lower := x.s.Tokens[i].Lower
		if kind, acts := actorKind(lower); lower != "police" && (!acts || kind != timeline.Body || qualities[lower]) {
			continue
		}
		from := i
		for from > p.From && x.s.Tokens[from-1].Tag == prose.JJ {
			from--
		}
		return x.c.role(x.w, prose.Range{From: from, To: i + 1}, i, -1)
	}
	return nil
}

// according says whether the trigger is "according to", whose speaker stands behind it.
func (x *sides) according() bool {
	t := x.trigger()
	return t >= 0 && t < len(x.s.Tokens) && x.s.Tokens[t].Lower == "according"
}
