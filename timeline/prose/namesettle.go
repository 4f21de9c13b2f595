package prose

import "strings"

// A name is settled by the rest of its article: where it stands in full, what its short form is, who acts.

// A settlement is what an article tells of its names.
type settlement struct {
	whole  map[string]NameKind // by the words of a name, the kind that it first has
	part   map[string]bool     // the first and last names of persons named in full
	alone  map[string]bool     // words that stand alone as who does something
	things map[string]bool     // acronyms of what is no party
	firms  map[string]bool     // what bodies are called for short
	houses map[string]bool     // what may be a body's short form where nothing else is known of it
}

// settleNames gives names of unknown kind the kind that the article gives them elsewhere: the same words, the surname
// or the first name of a person named in full, the short form of a body. A name of several words whose last stands
// elsewhere alone as who does something is a person's: "Odra Vesk" and "Vesk left".
func settleNames(t *Text) {
	told := settlement{map[string]NameKind{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, visit := range [...]func(n *namer, name *Name, text string){told.short, told.known, told.doing, told.rest} {
		t.each(func(s *Sentence) {
			n := namer{s: s}
			for k := range s.Names {
				visit(&n, &s.Names[k], s.Words(s.Names[k].Range))
			}
		})
	}
	t.each(func(s *Sentence) { settleLists(&namer{s: s}) })
}

// short notes what acronyms and short forms stand for, and surnames.
func (told settlement) short(n *namer, name *Name, text string) {
	if name.Kind == Org {
		if acronym(text) && n.standsForThing(name.Range) {
			told.things[text] = true
		}
		n.shortForms(name.Range, told)
	}
	if name.Kind == Person && name.To-name.From > 1 {
		told.part[n.word(name.To-1)] = true
	}
}

// known corrects a kind that a short form contradicts, and notes the names whose kind is known and the words that act.
func (told settlement) known(n *namer, name *Name, text string) {
	switch {
	case told.things[text]:
		name.Kind = Unknown
	case told.firms[text] && (name.Kind == Unknown || name.Kind == Person && name.Title.From == name.Title.To):
		name.Kind = Org
	case name.Kind == Org && name.To == name.From+1 && told.part[text] && !acronym(text) && kindsOf(text) == 0:
		name.Kind = Person // a person whom something beside it makes look like a body
	}
	if name.Kind != Unknown {
		told.note(n, name, text)
	} else if name.To == name.From+1 && n.acts(name.Range) {
		told.alone[text] = true
	}
}

// note remembers a name whose kind is known.
func (told settlement) note(n *namer, name *Name, text string) {
	if _, seen := told.whole[text]; !seen {
		told.whole[text] = name.Kind
	}
	if name.Kind == Person && name.To-name.From > 1 {
		told.part[n.word(name.To-1)], told.part[n.word(name.From)] = true, true
	}
	if name.Short.From < name.Short.To && name.Kind == Org {
		told.whole[n.s.Words(name.Short)] = Org
	}
}

// doing makes persons of unknown names whose last word acts alone elsewhere.
func (told settlement) doing(n *namer, name *Name, text string) {
	if last := n.word(name.To - 1); name.Kind == Unknown && name.To-name.From > 1 && told.whole[text] == Unknown && told.alone[last] &&
		n.lower(name.From-1) != "the" && n.letters(name.Range) {
		name.Kind = Person
		told.note(n, name, text)
	}
}

// rest gives what is still unknown the kind that the same words, or a longer name, have elsewhere.
func (told settlement) rest(n *namer, name *Name, text string) {
	if name.Kind != Unknown || told.things[text] {
		return
	}
	name.Kind = told.whole[text]
	if name.Kind == Unknown && name.To == name.From+1 && told.part[text] && n.lower(name.From-1) != "the" {
		name.Kind = Person
	}
	if name.Kind == Unknown && told.houses[text] {
		name.Kind = Org
	}
	if name.Kind == Unknown && n.lower(name.From-1) == "of" && reigns[n.lower(name.From-2)] {
		name.Kind = Place
	}
}

// settleLists gives names of unknown kind that stand in a list the kind of those beside them: persons that of persons named
// in full, in a list of three or more bodies and places too.
func settleLists(n *namer) {
	names := n.s.Names
	for from := 0; from < len(names); {
		to := from + 1
		for to < len(names) && n.listed(names[to-1].To, names[to].From) {
			to++
		}
		kind, agree := Unknown, true
		for _, m := range names[from:to] {
			if m.Kind == Unknown || m.Kind == Person && m.To-m.From == 1 {
				continue
			}
			agree = agree && (kind == Unknown || kind == m.Kind)
			kind = m.Kind
		}
		for k := from; k < to && agree && (kind == Person || to-from > 2 && (kind == Org || kind == Place)); k++ {
			if m := &names[k]; m.Kind == Unknown && (kind != Person || m.To-m.From > 1 && n.letters(m.Range)) {
				m.Kind = kind
			}
		}
		from = to
	}
}

// listed says whether nothing but a comma, "and" or "or" stands from one token to another.
func (n *namer) listed(from, to int) bool {
	for i := from; i < to; i++ {
		if w := n.lower(i); w != "," && w != "and" && w != "or" {
			return false
		}
	}
	return from < to
}

// standsForThing says whether an acronym in brackets shortens words without capitals: "low birth weight (LBW)".
func (n *namer) standsForThing(r Range) bool {
	before := n.lower(r.From - 2)
	if n.lower(r.From-1) != "(" || n.lower(r.To) != ")" || before == "" || capital(n.word(r.From-2)) {
		return false
	}
	letters := strings.ToLower(strings.TrimSuffix(n.word(r.To-1), "s"))
	return letters[len(letters)-1] == before[0]
}

// shortForms notes what a firm is called for short: its name without "Inc.", and that without its last words; and the word
// before that of a body, "Odra" of "Odra Air".
func (n *namer) shortForms(r Range, told settlement) {
	if first := n.word(r.From); r.To-r.From == 2 && houses[n.word(r.To-1)] && kindsOf(first) == 0 && !acronym(first) {
		if _, surname := surnames[first]; !surname {
			told.houses[first] = true
		}
	}
	if last := n.lower(r.To - 1); r.To-r.From < 2 || !company[last] && !company[last+"."] && !legal[n.word(r.To-1)] {
		return
	}
	for to := r.To - 1; to > r.From; to-- {
		if w := n.lower(to - 1); w == "of" || w == "and" || w == "&" || w == "-" {
			continue
		}
		if short := n.text(Range{r.From, to}); kindsOf(short)&^(given|bodyHead) == 0 && !acronym(short) {
			told.firms[short] = true
		}
	}
}

// houses are the words of bodies that go by the word before: "Odra Air" is Odra, the "Odra Ministry" is not.
var houses = wordSet("house.txt")

// legal are the forms of firms that are no abbreviations.
var legal = map[string]bool{"AG": true, "SA": true, "S.A.": true, "NV": true, "N.V.": true, "PLC": true, "GmbH": true, "AB": true, "SE": true,
	"Holdings": true, "Industries": true, "Corporation": true, "Company": true, "LLC": true, "LLP": true, "SpA": true, "S.p.A.": true}
