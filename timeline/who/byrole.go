package who

import (
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/prose"
)

// An office finds its holder, "the minister" a minister and "the court" a court, by titles and by the words of names.

var definite = map[string]bool{"the": true, "this": true, "that": true, "said": true, "former": true}

// byRole finds whom "the minister" or "the court" means: the last member before it whose title, or whose name if
// it is a body, has all the words. It returns -1 for indefinite phrases and where nobody fits.
func (c *Cast) byRole(w prose.Where, r prose.Range, head int) int {
	s := c.sentence(w)
	from := r.From
	if from > 0 && definite[s.Tokens[from-1].Lower] {
		from--
	}
	if a := s.Tokens[from].Lower; (a == "a" || a == "an") && w.Para <= 1 && w.Sentence == 0 && from < head {
		return c.introduced(w, r, s.Tokens[head].Lower)
	}
	if s.Tokens[from].Lower != "the" && s.Tokens[from].Lower != "this" && s.Tokens[from].Lower != "that" {
		return -1
	}
	var wanted []string
	for i := from + 1; i <= head; i++ {
		if t := s.Tokens[i].Lower; !definite[t] && t != "-" {
			wanted = append(wanted, t)
		}
	}
	if head+2 < len(s.Tokens) && s.Tokens[head+1].Lower == "in" && (s.Tokens[head+2].Lower == "that" || s.Tokens[head+2].Lower == "another") {
		return -1 // "the judge in that case"
	}
	if len(wanted) == 0 || singular(wanted[len(wanted)-1]) != wanted[len(wanted)-1] {
		return -1
	}
	if head+1 < len(s.Tokens) && s.Tokens[head+1].Lower == "of" {
		return c.office(w, r, append(wanted, officeWords(s, head+2)...))
	}
	return c.latest(w, r, wanted)
}

// office finds whom "the head of the mission" means: a person whose title has all its words.
func (c *Cast) office(w prose.Where, r prose.Range, wanted []string) int {
	at := c.before(w, r.From)
	for i := at - 1; i >= 0; i-- {
		if m := c.spots[i].member; c.members[m].kind == prose.Person && c.fits(i, wanted) {
			return m
		}
	}
	return c.onlyLater(at, wanted)
}

// officeWords are the words of what an office is of.
func officeWords(s *prose.Sentence, from int) []string {
	var found []string
	for i := from; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		switch {
		case t.Tag.Noun() || t.Tag == prose.JJ:
			found = append(found, t.Lower)
		case !articles[t.Lower] && t.Lower != "of":
			return found
		}
	}
	return found
}

// latest finds the last member before a phrase whose title or name holds the words, else the only one after it.
func (c *Cast) latest(w prose.Where, r prose.Range, wanted []string) int {
	at := c.before(w, r.From)
	last := -1
	for i := at - 1; i >= 0; i-- {
		if !c.fits(i, wanted) {
			continue
		}
		if last < 0 {
			last = i
		}
		if len(wanted) > 1 || c.members[c.spots[i].member].kind != prose.Org || c.spots[i].where == w {
			return c.spots[i].member
		}
		if c.spots[i].where.Para == w.Para && c.begins(i) {
			return c.spots[i].member // whom the paragraph is about
		}
	}
	if last < 0 {
		return c.onlyLater(at, wanted)
	}
	return c.first(wanted, c.spots[last].member)
}

// begins says whether a spot is a subject.
func (c *Cast) begins(i int) bool {
	s := c.sentence(c.spots[i].where)
	return slices.ContainsFunc(s.Predicates, func(p prose.Predicate) bool {
		return p.Subject >= 0 && p.Subject < len(s.Phrases) && s.Phrases[p.Subject].Head >= c.spots[i].name.From && s.Phrases[p.Subject].Head < c.spots[i].name.To
	})
}

// first returns the body that the lead is about among those that a word fits, "the court" of the article; else the one given.
func (c *Cast) first(wanted []string, last int) int {
	for i := range c.spots {
		if c.spots[i].where.Para > 1 {
			break
		}
		if c.members[c.spots[i].member].kind == prose.Org && c.fits(i, wanted) && c.begins(i) {
			return c.spots[i].member
		}
	}
	return last
}

// introduced finds whom a lead means by "a federal judge": the one person further down whose title has the function.
func (c *Cast) introduced(w prose.Where, r prose.Range, function string) int {
	if kind, ok := actorKind(function); !ok || kind != timeline.Person {
		return -1
	}
	at := c.before(w, r.From)
	if m := c.onlyLater(at, []string{function}); m >= 0 || function != "official" {
		return m
	}
	for i := r.From; i < r.To; i++ { // "a senior intelligence official" who is then the director of national intelligence
		if t := &c.sentence(w).Tokens[i]; t.Lower != function && (t.Tag.Noun() || t.Tag.Proper()) {
			if m := c.onlyLater(at, []string{t.Lower}); m >= 0 && c.members[m].kind == prose.Person {
				return m
			}
		}
	}
	return -1
}

// onlyLater finds the one member after a role that has it as title, for leads that name the office first.
func (c *Cast) onlyLater(at int, wanted []string) int {
	m := -1
	for i := at; i < len(c.spots); i++ {
		if c.spots[i].title == "" || !c.fits(i, wanted) {
			continue
		}
		if m >= 0 && m != c.spots[i].member {
			return -1
		}
		m = c.spots[i].member
	}
	return m
}

// fits says whether a spot's title, or the name of its body, holds all words wanted, the last as its head.
func (c *Cast) fits(i int, wanted []string) bool {
	sp := &c.spots[i]
	if sp.boundary {
		return false
	}
	m := &c.members[sp.member]
	head := wanted[len(wanted)-1]
	if len(wanted) == 1 && slices.Contains(m.sorts, head) {
		return true
	}
	switch m.kind {
	case prose.Org:
		_, body := actors[head]
		if head == "union" && len(wanted) == 1 && sorts[m.name] != nil {
			return false // "the union" of workers is not the European one
		}
		return body && holds(words(m.name), wanted)
	case prose.Place:
		return len(wanted) == 1 && (head == "country" || head == "nation") && c.isLand(m.name)
	case prose.Person, prose.Unknown:
		title := sp.title
		if title == "" {
			title = m.title
		}
		ws := words(title)
		if first := strings.ToLower(firstWord(m.name)); first == head && (first == "queen" || first == "king" || first == "pope" || first == "prince" || first == "princess") {
			return len(wanted) == 1
		}
		if kind, acts := actorKind(head); acts && kind != timeline.Person {
			return false // "the court" is not its judge
		}
		return holds(ws, wanted) && !vice(ws, wanted)
	}
	return false
}

func firstWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}

// vice says whether a title makes somebody the second where the words wanted mean the first.
func vice(title, wanted []string) bool {
	for _, w := range []string{"vice", "deputy", "assistant", "former", "prime"} {
		has := func(words []string) bool {
			return slices.ContainsFunc(words, func(x string) bool { return strings.EqualFold(x, w) })
		}
		if has(title) && !has(wanted) && !(w == "prime" || w == "former") {
			return true
		}
	}
	return false
}

func holds(have, wanted []string) bool {
	for _, w := range wanted {
		if !slices.ContainsFunc(have, func(h string) bool {
			return strings.EqualFold(h, w) || abbreviated(h, w) || strings.HasSuffix(h, "s") && singular(strings.ToLower(h)) == w
		}) {
			return false
		}
	}
	return len(have) > 0
}

// abbreviated says whether a title's short form stands for the word: "Gen." for "general".
func abbreviated(short, word string) bool {
	short = strings.ToLower(short)
	return strings.HasSuffix(short, ".") && len(short) > 3 && strings.HasPrefix(word, strings.TrimSuffix(short, "."))
}

// unveiled finds whom a lead means by an office and the next paragraph begins with by name: "The head of the mission said it was
// over.¶Colonel Olaf Brandt, whose men arrived on Monday, ..." The lead names no person, and the name has no other office.
func (c *Cast) unveiled(w prose.Where, r prose.Range, head int) int {
	s := c.sentence(w)
	office := s.Tokens[head].Lower
	if w.Sentence != 0 || c.firstBody() != w.Para || !prose.IsTitle(office) || anonymous[office] || quoteAt(s, head) >= 0 {
		return -1
	}
	from := c.before(prose.Where{Para: w.Para}, 0)
	for i := from; i < len(c.spots); i++ {
		sp := &c.spots[i]
		m := &c.members[sp.member]
		if sp.where.Para == w.Para {
			if m.kind == prose.Person {
				return -1
			}
			continue
		}
		if c.text.Paragraphs[sp.where.Para].Kind != prose.Body {
			continue
		}
		fits := sp.where.Sentence == 0 && len(sp.words) > 1 && m.kind <= prose.Person && c.begins(i) && (office == "official" || rankOnly(sp.title) || holds(words(sp.title), []string{office}))
		if !fits || sp.name.From-(sp.name.Title.To-sp.name.Title.From) > 3 {
			return -1
		}
		return sp.member
	}
	return -1
}

// anonymous are functions whose holders news does not go on to name, or names beside others.
var anonymous = map[string]bool{"spokesman": true, "spokeswoman": true, "spokesperson": true, "lawyer": true, "attorney": true, "police": true,
	"critic": true, "expert": true, "analyst": true, "supporter": true, "opponent": true, "journalist": true, "reporter": true, "witness": true,
	"member": true, "soldier": true, "student": true, "diplomat": true, "farmer": true, "researcher": true, "scientist": true, "resident": true}

// rankOnly says whether a title tells no office: "", "Colonel", "Dr".
func rankOnly(title string) bool {
	for _, w := range words(strings.ToLower(title)) {
		switch strings.TrimSuffix(w, ".") {
		case "colonel", "col", "general", "gen", "major", "maj", "captain", "capt", "admiral", "adm", "lieutenant", "lt", "brigadier", "commander",
			"sergeant", "dr", "mr", "mrs", "ms", "professor", "prof", "sir", "dame":
		default:
			return false
		}
	}
	return true
}

// firstBody returns the first paragraph that tells anything.
func (c *Cast) firstBody() int {
	return slices.IndexFunc(c.text.Paragraphs, func(p prose.Paragraph) bool { return p.Kind == prose.Body })
}
