package prose

import "strings"

// A name is settled by the rest of its article: where it stands in full, what its short form is, who acts.

// settleNames gives names of unknown kind the kind that the article gives them elsewhere: the same words, the surname
// or the first name of a person named in full, the short form of a body. A name of several words whose last stands
// elsewhere alone as who does something is a person's: "Odra Vesk" and "Vesk left".
func settleNames(t *Text) {
	whole, part, alone, things := map[string]NameKind{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	firms := map[string]bool{}
	each := func(visit func(n *namer, name *Name, text string)) {
		t.each(func(s *Sentence) {
			for k := range s.Names {
				visit(&namer{s: s}, &s.Names[k], s.Words(s.Names[k].Range))
			}
		})
	}
	note := func(n *namer, name *Name, text string) {
		if _, seen := whole[text]; !seen {
			whole[text] = name.Kind
		}
		if name.Kind == Person && name.To-name.From > 1 {
			part[n.word(name.To-1)], part[n.word(name.From)] = true, true
		}
		if name.Short.From < name.Short.To && name.Kind == Org {
			whole[n.s.Words(name.Short)] = Org
		}
	}
	each(func(n *namer, name *Name, text string) {
		if name.Kind == Org && acronym(text) && n.standsForThing(name.Range) {
			things[text] = true
		}
		if name.Kind == Org {
			n.shortForms(name.Range, firms)
		}
		if name.Kind == Person && name.To-name.From > 1 {
			part[n.word(name.To-1)] = true
		}
	})
	each(func(n *namer, name *Name, text string) {
		switch {
		case things[text]:
			name.Kind = Unknown
		case firms[text] && (name.Kind == Unknown || name.Kind == Person && name.Title.From == name.Title.To):
			name.Kind = Org
		case name.Kind == Org && name.To == name.From+1 && part[text] && !acronym(text) && kindsOf(text) == 0:
			name.Kind = Person // a person whom something beside it makes look like a body
		}
		if name.Kind != Unknown {
			note(n, name, text)
		} else if name.To == name.From+1 && n.acts(name.Range) {
			alone[text] = true
		}
	})
	each(func(n *namer, name *Name, text string) {
		if last := n.word(name.To - 1); name.Kind == Unknown && name.To-name.From > 1 && whole[text] == Unknown && alone[last] &&
			n.lower(name.From-1) != "the" && n.letters(name.Range) {
			name.Kind = Person
			note(n, name, text)
		}
	})
	each(func(n *namer, name *Name, text string) {
		if name.Kind != Unknown || things[text] {
			return
		}
		name.Kind = whole[text]
		if name.Kind == Unknown && name.To == name.From+1 && part[text] && n.lower(name.From-1) != "the" {
			name.Kind = Person
		}
		if name.Kind == Unknown && firms[text+" "] {
			name.Kind = Org
		}
		if name.Kind == Unknown && n.lower(name.From-1) == "of" && reigns[n.lower(name.From-2)] {
			name.Kind = Place
		}
	})
	t.each(func(s *Sentence) { settleLists(&namer{s: s}) })
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

// shortForms notes what a firm is called for short: its name without "Inc.", and that without its last words. A word before
// the word of a body is noted with a space behind it: it may stand for the body where nothing else is known of it.
func (n *namer) shortForms(r Range, firms map[string]bool) {
	if first := n.word(r.From); r.To-r.From == 2 && houses[n.word(r.To-1)] && kindsOf(first) == 0 && !acronym(first) {
		if _, surname := surnames[first]; !surname {
			firms[first+" "] = true
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
			firms[short] = true
		}
	}
}

// houses are the words of bodies that go by the word before: "Odra Air" is Odra, the "Odra Ministry" is not.
var houses = wordSet("house.txt")

// legal are the forms of firms that are no abbreviations.
var legal = map[string]bool{"AG": true, "SA": true, "S.A.": true, "NV": true, "N.V.": true, "PLC": true, "GmbH": true, "AB": true, "SE": true,
	"Holdings": true, "Industries": true, "Corporation": true, "Company": true, "LLC": true, "LLP": true, "SpA": true, "S.p.A.": true}
