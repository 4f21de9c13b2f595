package prose

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Here runs of capitalised words become names: titles are split off, and the words say what is named.

// split makes names of a run: it splits off titles, and a person from the body or land before.
func (n *namer) split(from, to int) {
	for to-1 > from && n.lower(to-1) == "-" {
		to--
	}
	if e, ok := n.whole(from); ok && e == to {
		n.add(Range{from, to}, Range{from, from})
		return
	}
	person := n.personStart(from, to)
	for person < to && n.small(person) {
		person++
	}
	switch {
	case person >= to:
		n.addEmployer(from, to) // a title alone names nobody
	case person > from && n.titled(from, person):
		n.addEmployer(from, person)
		n.add(Range{person, to}, Range{n.titleStart(from, person), person})
	case person > from:
		n.split(from, person)
		n.add(Range{person, to}, n.titleBefore(person, person))
	default:
		n.addPlain(from, to)
	}
}

// addEmployer adds the body that a title begins with: "NASA" of "NASA Administrator Jane Roe".
func (n *namer) addEmployer(from, person int) {
	to := from
	for to < person && kindsOf(n.word(to))&(rank|role|modifier|group|royal) == 0 {
		to++
	}
	if r := (Range{from, to}); from < to && to < person && n.kind(r, Range{from, from}) == Org && (to > from+1 || n.nameAlone(from, kindsOf(n.word(from)))) {
		n.add(r, Range{from, from})
	}
}

// small says whether a word that ties others in names, and begins none, stands at i.
func (n *namer) small(i int) bool {
	switch n.word(i) {
	case "of", "for", "on", "and", "the", "to", ",", "&":
		return true
	}
	return false
}

// addPlain adds a run without a title inside; one may stand before it in lower case.
func (n *namer) addPlain(from, to int) {
	k := kindsOf(n.word(from))
	if to-from == 1 && !n.nameAlone(from, k) {
		return
	}
	if k := kindsOf(n.word(to - 1)); to-from == 3 && n.lower(from+1) == "-" && k&demonym != 0 && k&country == 0 {
		return // "Franco-German"
	}
	n.add(Range{from, to}, n.titleBefore(from, from))
}

// nameAlone says whether a single word is a name: "Court" and "French" are not, "Americans" are.
func (n *namer) nameAlone(i int, k wordKind) bool {
	w := n.word(i)
	switch {
	case k&(country|place|bodyWhole|given) != 0:
		return true
	case k&(demonym|group) != 0:
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") ||
			k&group != 0 && n.s.Tokens[i].Tag.Noun() && n.lower(i+1) != "-" && i+1 < len(n.s.Tokens) && !n.s.Tokens[i+1].Tag.Noun()
	case k&(bodyHead|portfolio|rank|royal|role|modifier|placeHead|workHead|mediumHead) != 0:
		return acronym(w) && k&rank == 0
	case k&thing != 0:
		return false
	}
	return utf8.RuneCountInString(w) > 1
}

// personStart returns where in a run the person begins after titles: from where none stand before, to where
// the run is nothing but titles.
func (n *namer) personStart(from, to int) int {
	for k := from; k+1 < to && kindsOf(n.word(k))&bodyHead == 0; k++ {
		if kindsOf(n.word(k))&rank != 0 && n.skipComplement(k+1, to) == to {
			return to // "Democratic Speaker of the House"
		}
	}
	if n.bodyName(from, to) {
		return from
	}
	if e, ok := n.whole(from); ok && e+2 <= to && n.titlePreposition(from) && kindsOf(n.word(e))&rank == 0 {
		return e // "director of Greenpeace Jane Roe"
	}
	body := false
	for p := from + 1; p < to-1; p++ {
		left := kindsOf(n.word(p - 1))
		body = body || left&bodyHead != 0 // after a body an unknown word is a title: "Ports Authority Overseer Jane Roe"
		if kindsOf(n.word(p))&given != 0 && kindsOf(n.word(p))&(bodyWhole|country) == 0 &&
			(body && left == 0 || left&(rank|role|modifier|bodyHead|bodyWhole|portfolio|country|demonym|place|group) != 0 || n.calls(p-1)) && left&given == 0 {
			return p
		}
	}
	last := -1
	for k := from; k < to; k++ {
		if kindsOf(n.word(k))&rank != 0 && !(k > from && kindsOf(n.word(k-1))&given != 0 && k == to-1) {
			last = k
		}
	}
	if last < 0 {
		return from
	}
	p := n.skipComplement(last+1, to)
	for p < to && kindsOf(n.word(p))&(modifier|portfolio) != 0 && kindsOf(n.word(p))&given == 0 {
		p++
	}
	return p
}

// calls says whether the capitalised word at i is one for a person by what they do: "Biologist Jane Roe", "Manager".
func (n *namer) calls(i int) bool {
	w := n.lower(i)
	if kindsOf(n.word(i))&royal != 0 {
		return false
	}
	return callings[w] || IsTitle(w) || len(w) > 6 && strings.HasSuffix(w, "ist")
}

// skipComplement steps over what a title is for: "of State", "of the European Commission", "to Norway".
func (n *namer) skipComplement(p, to int) int {
	if w := n.lower(p); p >= to || w != "of" && w != "for" && w != "to" && w != "on" {
		return p
	}
	p++
	for p < to {
		w, k := n.lower(p), kindsOf(n.word(p))
		if e, ok := n.whole(p); ok && k&given == 0 {
			p = min(e, to)
			continue
		}
		tie := (w == "for" || w == "on") && kindsOf(n.word(p-1))&bodyHead != 0 // "of the Board for Roads"
		if !tie && w != "the" && w != "of" && w != "and" && w != "," && k&(portfolio|bodyHead|bodyWhole|country|place|demonym|placeHead|modifier) == 0 {
			break
		}
		p++
		if tie && kindsOf(n.word(p))&given == 0 {
			p++
		}
	}
	return min(p, to)
}

// bodyName says whether the run as a whole is the name of a body, a work, an event or a place: its last word
// says so, or a body's word before "of".
func (n *namer) bodyName(from, to int) bool {
	last := kindsOf(n.word(to - 1))
	if to-from > 1 && last&(bodyHead|workHead|mediumHead|eventHead|placeHead|bodyWhole) != 0 && last&(rank|given) == 0 {
		return true
	}
	for k := from; k+1 < to; k++ {
		w := kindsOf(n.word(k))
		if w&rank != 0 {
			return false
		}
		if w&bodyHead != 0 && (n.lower(k+1) == "of" || n.lower(k+1) == "for" || n.lower(k+1) == "on") {
			return n.skipBody(k+2, to)
		}
	}
	return false
}

// skipBody says whether no person follows the body that begins before p.
func (n *namer) skipBody(p, to int) bool {
	for ; p < to; p++ {
		k := kindsOf(n.word(p))
		if k&rank != 0 && k&portfolio == 0 || k&given != 0 && k&(country|place) == 0 && p+1 < to {
			return false
		}
	}
	return true
}

// titled says whether the words before a person are a title, and not the end of another name.
func (n *namer) titled(from, person int) bool {
	for k := from; k < person; k++ {
		if kindsOf(n.word(k))&(rank|role|group|modifier) != 0 || n.calls(k) {
			return true
		}
	}
	r := n.titleBefore(from, from)
	return r.From < r.To || n.titlePreposition(from)
}

// titlePreposition says whether a title with a preposition stands before i in lower case: "minister for Wales".
func (n *namer) titlePreposition(i int) bool {
	switch n.lower(i - 1) {
	case "to", "of", "for":
		return IsTitle(n.word(i - 2))
	}
	return false
}

// titleStart carries a title that begins a run to the left over words in lower case: "former Defence Secretary". The
// adviser in "adviser to President Roe" is somebody else.
func (n *namer) titleStart(from, person int) int {
	at := from
	if n.titlePreposition(from) {
		for k := from; k < person && n.lower(from-1) != "of"; k++ {
			if kindsOf(n.word(k))&rank != 0 {
				return from
			}
		}
		at = from - 2
	}
	r := n.titleBefore(at, at)
	return r.From
}

var titleAdjectives = map[string]bool{
	"former": true, "acting": true, "prime": true, "deputy": true, "vice": true, "chief": true, "foreign": true, "federal": true,
	"assistant": true, "interim": true, "senior": true, "then": true, "ex": true, "independent": true, "special": true, "state": true,
	"district": true, "press": true, "defence": true, "defense": true, "finance": true, "interior": true, "health": true,
	"opposition": true, "majority": true, "minority": true, "party": true, "government": true, "conservative": true, "national": true,
	"new": true, "outgoing": true, "incoming": true, "human": true, "rights": true, "pro": true, "co": true, "security": true,
}

// titleBefore returns the title in lower case that ends before token i, with the names inside it:
// "Labour Party leader". It is empty where none stands there; then From and To are i.
func (n *namer) titleBefore(i, end int) Range {
	if i == 0 || !IsTitle(n.word(i-1)) || capital(n.word(i-1)) {
		return Range{i, end}
	}
	from := i - 1
	for from > 0 {
		w, t := n.lower(from-1), n.s.Tokens[from-1].Tag
		if functionWords[w] && !titleAdjectives[w] {
			break
		}
		if titleAdjectives[w] || IsTitle(w) || w == "-" && n.tied(from-1) || capital(n.word(from-1)) && n.plain(from-1) && !functionWords[w] ||
			t == NN || t == NNP || t == JJ {
			from--
			continue
		}
		break
	}
	for from < i-1 && n.lower(from) == "-" {
		from++
	}
	return Range{from, end}
}

func (n *namer) add(r, title Range) {
	if title.To < title.From {
		title.To = title.From
	}
	if title.From < title.To {
		title.To = r.From
	}
	n.found = append(n.found, Name{Range: r, Title: title, Kind: n.kind(r, title), Short: Range{r.To, r.To}})
}

// kind says what a name names, by its words.
func (n *namer) kind(r, title Range) NameKind {
	text := n.text(r)
	all, first, last := nameWord[text], kindsOf(n.word(r.From)), kindsOf(n.word(r.To-1))
	switch {
	case all&(country|place) != 0:
		return Place
	case all&bodyWhole != 0:
		return Org
	case first&workHead != 0 && n.lower(r.From+1) == "of":
		return Work // "Bill of Rights"
	case first&eventHead != 0 && n.lower(r.From+1) == "of", last&thing != 0 && r.To-r.From > 1 && kindsOf(n.word(r.To-2))&eventHead != 0:
		return Event // "Battle of Odra", "World War II"
	case r.To-r.From == 2 && named[n.lower(r.From)]:
		return Event
	case n.shouted(r):
		return Place
	case title.From < title.To && !(r.To-r.From > 1 && last&bodyHead != 0), first&royal != 0 && r.To-r.From > 1:
		return Person
	case n.lower(r.From+1) == "v." || n.lower(r.From+1) == "v":
		return Work
	case n.bodyOf(r), n.lower(r.From+2) == "of" && r.To-r.From > 3 && nameWord[n.text(Range{r.From, r.From + 2})]&bodyWhole != 0, last&bodyHead != 0 && r.To-r.From > 1,
		r.To-r.From > 2 && kindsOf(n.word(r.To-2))&bodyHead != 0 && first&given == 0 && last&(workHead|eventHead|placeHead) == 0:
		return Org
	case last&mediumHead != 0 && r.To-r.From > 1:
		return Org
	case last&workHead != 0:
		if _, surname := surnames[n.word(r.To-1)]; surname && n.full(r.From, r.To) {
			return Person // "Nathan Law"
		}
		return Work
	case last&eventHead != 0:
		return Event
	case r.To == r.From+1 && first&given != 0 && n.lower(r.From-1) == "in":
		return Place
	case first&given != 0 && last&placeHead == 0, n.initials(r):
		return Person
	case last&placeHead != 0:
		return Place
	case last&(group|demonym) != 0:
		return Group
	case acronym(text):
		if strings.ContainsAny(text, "0123456789") {
			return Unknown
		}
		if n.lower(r.To) == "-" && n.tied(r.To-1) && n.tied(r.To) && n.word(r.To + 1)[0] <= '9' {
			return Unknown // "MQ-9"
		}
		return Org
	}
	return n.context(r)
}

// named are the words for events that stand before a name: "Hurricane Odra".
var named = map[string]bool{"hurricane": true, "cyclone": true, "typhoon": true, "storm": true, "operation": true}

// shouted says whether a name in capitals is that of a place, by the lists or as the place at the head of a report: "OSLO,
// Norway (AP) -".
func (n *namer) shouted(r Range) bool {
	text := n.text(r)
	if len(text) < 4 || strings.ToUpper(text) != text || strings.ContainsAny(text, "0123456789.&") {
		return false
	}
	if nameWord[capitalised(strings.ToLower(text))]&(country|place) != 0 {
		return true
	}
	switch n.lower(r.To) {
	case ",", "-":
		return r.From == 0
	case "(":
		return r.From == 0 && n.lower(r.To+2) == ")" && (n.lower(r.To+3) == "-" || n.lower(r.To+3) == ",")
	}
	return false
}

func (n *namer) bodyOf(r Range) bool {
	for k := r.From; k+1 < r.To; k++ {
		if kindsOf(n.word(k))&bodyHead != 0 && (n.lower(k+1) == "of" || n.lower(k+1) == "for" || n.lower(k+1) == "on") {
			return true
		}
	}
	return false
}

// initials says whether a letter with a point, or "Jr.", tells that a name is a person's.
func (n *namer) initials(r Range) bool {
	for k := r.From; k < r.To; k++ {
		w := n.word(k)
		if utf8.RuneCountInString(w) == 2 && w[len(w)-1] == '.' && r.To-r.From > 1 {
			return true
		}
		if w == "Jr." || w == "Sr." || w == "Jr" {
			return true
		}
		if k == r.From && r.To-r.From > 1 && len(w) == 4 && acronym(w) && w[1] == '.' && w[3] == '.' && kindsOf(w) == 0 {
			return true // "J.K. Moreau"
		}
	}
	return false
}

// acronyms ties an acronym in brackets to the name before it, and a long form in brackets to the acronym.
func (n *namer) acronyms() {
	for i := 0; i+1 < len(n.found); i++ {
		a, b := &n.found[i], n.found[i+1]
		if n.lower(a.To) != "(" || b.From != a.To+1 || n.lower(b.To) != ")" {
			continue
		}
		long, short := n.text(a.Range), n.text(b.Range)
		if a.Kind == Place && !initialOf(long, short) {
			continue // "OSLO, Norway (AP)"
		}
		switch {
		case acronym(short) && !acronym(long):
			a.Short = b.Range
			if a.Kind == Unknown {
				a.Kind = Org
			}
			n.found = slices.Delete(n.found, i+1, i+2)
		case acronym(long) && !acronym(short):
			a.Short = b.Range
			a.Kind = max(a.Kind, Org)
			n.found = slices.Delete(n.found, i+1, i+2)
		}
	}
}

// initialOf says whether a word of a long name begins as its acronym does.
func initialOf(long, short string) bool {
	for _, w := range strings.Fields(long) {
		if w[0] == short[0] {
			return true
		}
	}
	return false
}
