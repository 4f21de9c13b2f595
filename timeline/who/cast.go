// Package who knows the persons, bodies and places of an article: their fullest names, the short forms and
// pronouns that stand for them, and which of them stand on the sides of an event. It knows no date and no
// event type.
package who

import (
	"slices"
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/prose"
)

// A Cast is everybody and everything that an article names.
type Cast struct {
	text     *prose.Text
	members  []member
	spots    []spot        // every name, in reading order
	at       map[place]int // the first token of a name -> its spot
	names    map[prose.Where][]prose.Name
	asked    map[asked]bool             // the phrases that are being resolved: see one
	steps    int                        // how many phrases have been asked for since the first of them
	capitals map[string]string          // see governedFrom
	homes    map[string]string          // see landOfPerson
	having   map[string][]int           // a word in lower case -> the names that have it, in reading order
	firms    map[string]int             // a firm's name without its last word -> the last spot that has it in full
	givens   map[string]int             // a given name -> the last spot of the person of several words who has it
	index    map[string]int             // a member's name -> its number
	resolved map[place][]timeline.Party // see pronoun
	barred   []string                   // who the pronoun that is being resolved cannot be
	speaking bool                       // the party that is being resolved has said something
}

// asked is a phrase of a sentence that somebody is being looked for.
type asked struct {
	where  prose.Where
	phrase int
}

// A member is one person, body or place under its fullest name.
type member struct {
	name    string
	kind    prose.NameKind
	title   string   // the first that the article gives it
	pronoun string   // he, she, either, it; empty where nothing tells
	sorts   []string // nouns of bodies that the article calls it by: company, group
	land    bool     // a land that the list of lands has not: it has a government or a president
}

// A spot is one place where a name stands.
type spot struct {
	where    prose.Where
	name     prose.Name
	text     string
	title    string
	words    []string // of text, without marks on letters
	member   int
	boundary bool // boilerplate: it lends no fuller forms
	quoted   bool // in a quotation: it lends a fuller form only where nothing else does
}

// A place is a token of an article.
type place struct{ para, sentence, token int }

// Assemble reads the names of a text and finds which of them are the same.
func Assemble(t *prose.Text) *Cast {
	c := &Cast{text: t, at: map[place]int{}, names: map[prose.Where][]prose.Name{}, asked: map[asked]bool{},
		capitals: map[string]string{}, homes: map[string]string{}, index: map[string]int{}, resolved: map[place][]timeline.Party{}}
	surnames := surnames(t)
	for p := range t.Paragraphs {
		for s := range t.Paragraphs[p].Sentences {
			c.collect(prose.Where{Para: p, Sentence: s}, surnames)
		}
	}
	c.learnTitles()
	c.sort()
	full := c.fullest()
	byName := map[string]int{}
	for i := range c.spots {
		c.join(i, full, byName)
	}
	for i := range c.members {
		c.index[c.members[i].name] = i
	}
	c.learnSorts()
	c.learnKinds()
	c.learnPronouns()
	return c
}

func (c *Cast) sentence(w prose.Where) *prose.Sentence {
	return &c.text.Paragraphs[w.Para].Sentences[w.Sentence]
}

// surnames are the last words of the names of several words that can be persons.
func surnames(t *prose.Text) map[string]bool {
	found := map[string]bool{}
	for p := range t.Paragraphs {
		for i := range t.Paragraphs[p].Sentences {
			s := &t.Paragraphs[p].Sentences[i]
			for _, n := range s.Names {
				if last := s.Tokens[n.To-1].Text; n.To-n.From > 1 && n.Kind <= prose.Person && len(last) > 2 {
					found[plain(last)] = true
				}
			}
		}
	}
	return found
}

// withSurnames adds to a sentence's names the surname that begins it and was taken for another word there:
// "Stern said" with an Eva Stern elsewhere.
func withSurnames(s *prose.Sentence, surnames map[string]bool) []prose.Name {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if len(t.Text) > 2 { // the first word, behind any mark
			covered := slices.ContainsFunc(s.Names, func(n prose.Name) bool { return n.From <= i && i < n.To })
			if covered || !surnames[plain(t.Text)] || !unicode.IsUpper(first(t.Text)) {
				return s.Names
			}
			r := prose.Range{From: i, To: i + 1}
			n := prose.Name{Range: r, Title: prose.Range{From: i, To: i}, Short: prose.Range{From: i + 1, To: i + 1}}
			return append([]prose.Name{n}, s.Names...)
		}
	}
	return s.Names
}

func (c *Cast) collect(w prose.Where, surnames map[string]bool) {
	s := c.sentence(w)
	c.names[w] = withSurnames(s, surnames)
	kind := c.text.Paragraphs[w.Para].Kind
	for _, n := range c.names[w] {
		text, crown := uncrowned(clean(s.Words(n.Range)))
		c.at[place{w.Para, w.Sentence, n.From}] = len(c.spots)
		c.spots = append(c.spots, spot{where: w, name: n, text: text, words: words(text), member: -1,
			title: clean(s.Words(n.Title) + " " + crown), quoted: quoteAt(s, n.From) >= 0,
			boundary: kind != prose.Body && kind != prose.Post && kind != prose.Byline})
	}
}

// learnTitles gives a name without a title the function in apposition to it: "Jane Roe, the head of the mission,".
func (c *Cast) learnTitles() {
	for i := range c.spots {
		sp := &c.spots[i]
		s := c.sentence(sp.where)
		for p := range s.Phrases {
			ph := &s.Phrases[p]
			if sp.title != "" || ph.Head < sp.name.From || ph.Head >= sp.name.To {
				continue
			}
			for _, a := range ph.Appos {
				if a < 0 || a >= len(s.Phrases) || s.Phrases[a].Name >= 0 || !prose.IsTitle(s.Tokens[s.Phrases[a].Head].Text) {
					continue
				}
				r := prose.Range{From: s.Phrases[a].From, To: c.tail(s, a, s.Phrases[a].To)}
				for r.From < s.Phrases[a].Head && articles[s.Tokens[r.From].Lower] {
					r.From++
				}
				sp.title = clean(s.Words(r))
			}
		}
	}
}

// uncrowned splits the royal title off a full name: "Princess" off "Princess Maha Ortega", nothing off "Queen Elizabeth
// II" or "Prince Harry", who have no other name.
func uncrowned(name string) (rest, title string) {
	title, rest, _ = strings.Cut(name, " ")
	_, last, two := strings.Cut(rest, " ")
	if crowned[strings.ToLower(title)] {
		if two && strings.Trim(last, "IVX") != "" && !strings.HasPrefix(last, "of ") {
			return rest, title
		}
	}
	return name, ""
}

// crowned are royal titles, which begin names.
var crowned = map[string]bool{"king": true, "queen": true, "prince": true, "princess": true, "emperor": true, "empress": true, "sheikh": true,
	"sultan": true, "emir": true, "duke": true, "duchess": true}

// bare are the words of a name without a royal title before them: "Princess Maha" is Maha Ortega.
func bare(words []string) []string {
	if len(words) > 1 && crowned[strings.ToLower(words[0])] {
		return words[1:]
	}
	return words
}

// clean writes a name on one line.
func clean(name string) string { return strings.Join(strings.Fields(name), " ") }

func words(name string) []string {
	return strings.FieldsFunc(plain(name), func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
}

// fullest maps every text of a name that stands for a longer one wherever it stands: acronyms, lands, bodies.
// Short forms of persons depend on where they stand and are left to join.
func (c *Cast) fullest() map[string]string {
	full := map[string]string{}
	for i := range c.spots {
		if sp := &c.spots[i]; sp.name.Short.From < sp.name.Short.To {
			short := clean(c.sentence(sp.where).Words(sp.name.Short))
			if len(short) > len(sp.text) {
				full[sp.text] = short
			} else {
				full[short] = sp.text
			}
		}
	}
	texts := c.texts()
	for _, t := range texts {
		if _, done := full[t.text]; done {
			continue
		}
		if f := c.fuller(t, texts); f != "" && f != t.text {
			full[t.text] = f
		}
	}
	return full
}

// texts are the distinct texts of names outside boilerplate, in reading order.
func (c *Cast) texts() []*spot {
	var all []*spot
	seen := map[string]bool{}
	for i := range c.spots {
		if sp := &c.spots[i]; !seen[sp.text] && !sp.boundary {
			seen[sp.text] = true
			all = append(all, sp)
		}
	}
	return all
}

// fuller finds the longer form of a land's or a body's name among the texts.
func (c *Cast) fuller(t *spot, texts []*spot) string {
	if land := landOf(t.text); land != nil {
		return longestLand(land, texts)
	}
	if t.name.Kind == prose.Person || t.name.Kind == prose.Place || t.name.Kind == prose.Group {
		return ""
	}
	var ends []string
	for _, o := range texts {
		switch {
		case o.text == t.text || o.name.Kind == prose.Person || o.name.Kind == prose.Place:
		case acronymOf(t.text, o.words):
			return o.text
		case t.name.Kind != prose.Org || o.name.Kind != prose.Org:
		case strings.HasPrefix(o.text, t.text+" of "), strings.Contains(o.text, " "+t.text+" of "):
			return o.text
		case shortened(t.text, o.text), strings.HasSuffix(o.text, " "+t.text):
			ends = append(ends, o.text)
		}
	}
	if len(ends) == 1 {
		return ends[0]
	}
	return ""
}

// shortened says whether a name is another one without its last word, "Air" or "Party".
func shortened(short, long string) bool {
	last, is := strings.CutPrefix(long, short+" ")
	return is && (companies[last] || movements[last])
}

// landOf returns the land that a name is one of the names of.
func landOf(name string) *prose.Country {
	for i := range prose.Countries {
		if slices.Contains(prose.Countries[i].Names, name) {
			return &prose.Countries[i]
		}
	}
	return nil
}

// isLand says whether a name is that of a land, by the list or by what the article says of it.
func (c *Cast) isLand(name string) bool {
	return landOf(name) != nil || slices.ContainsFunc(c.members, func(m member) bool { return m.land && m.name == name })
}

// longestLand returns the name of a land that the article has and that stands first in the list, which is the
// usual full one.
func longestLand(land *prose.Country, texts []*spot) string {
	for _, n := range land.Names {
		if slices.ContainsFunc(texts, func(o *spot) bool { return o.text == n }) {
			return n
		}
	}
	return ""
}

// landOfPeople returns the land of an adjective or people, under the fullest name that the article has for it.
func (c *Cast) landOfPeople(word string) string {
	for i := range prose.Countries {
		if land := &prose.Countries[i]; slices.Contains(land.Peoples, word) {
			if name := longestLand(land, c.texts()); name != "" {
				return name
			}
			return land.Names[0]
		}
	}
	return ""
}

// acronymOf says whether a short form is the first letters of the capitalised words of a long one.
func acronymOf(short string, long []string) bool {
	short = strings.ReplaceAll(short, ".", "")
	if len(short) < 2 || len(long) < 2 || strings.ToLower(short) == short || !unicode.IsUpper(rune(short[len(short)-1])) {
		return false
	}
	var capitals, all strings.Builder // "WHO", "MoD"
	for _, w := range long {
		if r := rune(w[0]); unicode.IsUpper(r) {
			capitals.WriteRune(r)
			all.WriteRune(r)
		} else {
			all.WriteRune(r)
		}
	}
	return strings.ToUpper(short) == short && capitals.String() == short || all.String() == short
}

// join gives the spot at i its member.
func (c *Cast) join(i int, full map[string]string, byName map[string]int) {
	sp := &c.spots[i]
	name := follow(full, sp.text)
	kind := sp.name.Kind
	if name == sp.text && kind == prose.Place && len(sp.words) == 1 {
		if f := c.namesake(i); f >= 0 {
			name, kind = follow(full, c.spots[f].text), prose.Person
		}
	}
	if name == sp.text && (kind == prose.Person || kind == prose.Unknown) {
		if f := c.person(i); f >= 0 {
			name = follow(full, c.spots[f].text)
			kind = c.spots[f].name.Kind
		} else if f := one(c.firms, sp.text); f >= 0 {
			name, kind = c.spots[f].text, prose.Org
		}
	}
	key := strings.ToLower(plain(name)) // one article writes a name with and without its marks
	m, ok := byName[key]
	if !ok {
		m = len(c.members)
		byName[key] = m
		c.members = append(c.members, member{name: name, kind: kind, pronoun: pronounOf(name)})
	}
	sp.member = m
	c.members[m].learn(sp, kind)
}

func follow(full map[string]string, name string) string {
	for range 4 {
		next, ok := full[name]
		if !ok || next == name {
			break
		}
		name = next
	}
	return name
}

func (m *member) learn(sp *spot, kind prose.NameKind) {
	if m.kind == prose.Unknown {
		m.kind = kind
	}
	if m.kind == prose.Unknown && sp.name.Kind != prose.Unknown {
		m.kind = sp.name.Kind
	}
	if sp.title != "" && m.title == "" {
		m.title = sp.title
	}
	if p := titlePronoun(sp.title); p != "" {
		m.pronoun = p
	}
}

// person finds the spot with the fullest form of a person's short name: the last one before it, else the first
// one after it. Forms of more words win over forms of fewer.
func (c *Cast) person(i int) int {
	best := c.longer(i, false)
	if best < 0 && (len(c.spots[i].words) == 1 || c.spots[i].quoted) {
		best = c.longer(i, true)
	}
	if _, isGiven := prose.Pronouns[c.spots[i].text]; best < 0 && isGiven {
		return one(c.givens, c.spots[i].words[0]) // the one person whose given name it is
	}
	return best
}

// movements are last words of names of bodies that are left out at times: "Right Forward" is the Right Forward Party.
var movements = map[string]bool{"Party": true, "Movement": true, "Front": true, "League": true, "Alliance": true, "Group": true, "Coalition": true,
	"Network": true, "Brigade": true, "Militia": true}

// namesake finds the person before a spot whose surname is the place that the spot seems to be: "Paris" of Valeska Paris. Where
// the article speaks of the place it finds nobody.
func (c *Cast) namesake(i int) int {
	for k := range c.spots {
		if o := &c.spots[k]; o.text == c.spots[i].text && o.name.From > 0 && preposition(c.sentence(o.where).Tokens[o.name.From-1].Lower) &&
			c.sentence(o.where).Tokens[o.name.From-1].Lower != "by" {
			return -1
		}
	}
	for k := i - 1; k >= 0; k-- {
		o := &c.spots[k]
		if !o.boundary && len(o.words) > 1 && len(o.words) < 4 && o.words[len(o.words)-1] == c.spots[i].words[0] && o.name.Kind <= prose.Person && !landscape[strings.ToLower(o.words[0])] {
			return k
		}
	}
	return -1
}

// longer finds the fullest form of a spot's name among the names outside quotations, or among those inside.
func (c *Cast) longer(i int, quoted bool) int {
	short := bare(c.spots[i].words)
	best, longest := -1, len(short)
	if longest == 0 {
		return -1
	}
	try := func(k int) {
		o := &c.spots[k]
		if o.boundary || o.quoted != quoted || !shortFor(&c.spots[i], o) {
			return
		}
		if best < 0 && len(o.words) > longest || best >= 0 && (len(o.words) > longest && shortFor(&c.spots[best], o) && (surnamed(c.spots[i].words, o) || !surnamed(c.spots[i].words, &c.spots[best])) || surnamed(c.spots[i].words, o) && !surnamed(c.spots[i].words, &c.spots[best])) {
			best, longest = k, len(o.words)
		}
	}
	with := c.having[strings.ToLower(short[0])]
	at, _ := slices.BinarySearch(with, i)
	for k := at - 1; k >= max(0, at-nearby); k-- {
		try(with[k])
	}
	for _, k := range with[at:min(len(with), at+nearby)] {
		if k != i && sameOffice(c.spots[i].title, c.spots[k].title) {
			try(k)
		}
	}
	return best
}

// surnamed says whether a name ends as the short form does: "Chao" is Yuen Ren Chao before it is Rulan Chao Pian.
func surnamed(short []string, o *spot) bool { return o.words[len(o.words)-1] == short[len(short)-1] }

// landscape are words that begin the names of places and of no persons: Sarrow is not Upper Sarrow.
var landscape = map[string]bool{"upper": true, "lower": true, "new": true, "old": true, "north": true, "south": true, "east": true, "west": true,
	"northern": true, "southern": true, "eastern": true, "western": true, "greater": true, "great": true, "lake": true, "mount": true, "port": true,
	"rio": true, "cape": true, "fort": true, "isle": true, "river": true, "gulf": true, "central": true, "inner": true, "outer": true}

// shortFor says whether the words of a stand in b in their order, and hold more than a given name.
func shortFor(a, b *spot) bool {
	if len(b.words) > 1 && landscape[strings.ToLower(b.words[0])] || len(bare(a.words)) >= len(b.words) || len(b.words) > 7 || b.name.Kind != prose.Person && b.name.Kind != prose.Unknown {
		return false
	}
	short := a.words
	if !crowned[strings.ToLower(b.words[0])] {
		short = bare(short)
	}
	k, last := 0, -1
	for j, w := range b.words {
		if k < len(short) && strings.EqualFold(w, short[k]) {
			k++
			last = j
		}
	}
	if k < len(short) || len(short) >= len(b.words) {
		return false
	}
	if behind := len(b.words) - 1 - last; behind > 1 && last > 0 || len(short) > 1 && (behind > 1 || behind == 1 && b.name.Kind == prose.Unknown) {
		return false // Andy Warhol is not the Andy Warhol Photographic Program
	}
	if last == 0 { // "Xi" of "Xi Jinping", not "Anna" of "Anna Webb"
		_, isGiven := prose.Pronouns[b.words[0]]
		return !isGiven
	}
	return true
}

// sameOffice says whether two titles can be one person's: one is missing, is but "Mr", or they share a word. A person who
// comes up by surname before the full name is known by the office then: "President Holt" is not "First Lady Ada Holt".
func sameOffice(a, b string) bool {
	words := func(title string) []string {
		return slices.DeleteFunc(strings.Fields(strings.ToLower(title)), func(w string) bool {
			switch strings.TrimSuffix(w, ".") {
			case "mr", "mrs", "ms", "dr", "sir", "dame", "the", "of", "former", "then", "us", "u.s":
				return true
			}
			return false
		})
	}
	x, y := words(a), words(b)
	return len(x) == 0 || len(y) == 0 || slices.ContainsFunc(x, func(w string) bool { return slices.Contains(y, w) })
}

func pronounOf(name string) string {
	first, _, _ := strings.Cut(name, " ")
	switch first {
	case "Queen", "Princess", "Empress", "Duchess":
		return "she"
	case "King", "Prince", "Emperor", "Pope", "Duke", "Sultan":
		return "he"
	}
	return prose.Pronouns[first]
}

// his and hers are titles and kin that tell the pronoun.
var (
	his = map[string]bool{"mr": true, "sir": true, "lord": true, "king": true, "sultan": true, "emir": true, "sheikh": true, "prince": true,
		"duke": true, "emperor": true, "pope": true, "imam": true, "ayatollah": true, "father": true, "son": true, "brother": true, "husband": true,
		"uncle": true, "nephew": true, "grandfather": true, "grandson": true, "widower": true, "boy": true, "monk": true, "stepfather": true,
		"stepson": true, "actor": true, "cardinal": true, "bishop": true}
	hers = map[string]bool{"mrs": true, "ms": true, "dame": true, "lady": true, "queen": true, "princess": true, "duchess": true, "empress": true,
		"mother": true, "daughter": true, "sister": true, "wife": true, "aunt": true, "niece": true, "grandmother": true, "granddaughter": true,
		"widow": true, "girl": true, "nun": true, "stepmother": true, "stepdaughter": true, "actress": true}
)

// titlePronoun tells the pronoun by a title that has one.
func titlePronoun(title string) string {
	for _, w := range strings.Fields(title) {
		w = strings.ToLower(strings.TrimSuffix(w, "."))
		switch {
		case hers[w] || strings.HasSuffix(w, "woman"):
			return "she"
		case his[w] || strings.HasSuffix(w, "man"):
			return "he"
		}
	}
	return ""
}

// partyOf makes a party of a member.
func (c *Cast) partyOf(m int) timeline.Party {
	kinds := [...]timeline.Kind{prose.Unknown: timeline.Other, prose.Person: timeline.Person, prose.Org: timeline.Body,
		prose.Place: timeline.Place, prose.Group: timeline.Group, prose.Work: timeline.Document, prose.Event: timeline.Other}
	kind := kinds[c.members[m].kind]
	if kind == timeline.Document && medium(c.members[m].name) {
		kind = timeline.Body
	}
	return timeline.Party{Name: c.members[m].name, Kind: kind, Title: c.members[m].title}
}
