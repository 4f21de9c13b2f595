package when

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"annals/timeline/lexicon"
	"annals/timeline/prose"
)

//go:embed lexicon/*.txt
var lexicons embed.FS

// A piece is what the automaton reads: a word, a number, a numeric date. Tokens are cut at hyphens and slashes
// ("mid-September"), and the words of one number ("twenty - six", "2 1/2") are joined, so that rules
// need not care how the text was tokenized.
type piece struct {
	sym      int
	word     *word    // nil for numbers and unknown words
	num      int      // of numbers: the value in hundredths, so that 2 1/2 is whole
	date     *Numeric // of numeric dates
	lower    string
	capital  bool
	from, to int // tokens
	prose.Span
}

// A word is an entry of the lexicon or a word that a pattern names.
type word struct {
	sym, capitalSym int
	values          []classValue
}

type classValue struct{ class, value int }

// machine is everything that is compiled once.
type machine struct {
	*automaton
	rules     []rule
	parsed    []*expr // the patterns of rules
	classes   map[string]int
	classesOf [][]int // by symbol
	words     map[string]*word
	starts    [256]uint64    // by first byte the lengths of the words that begin with it, to spare look-ups
	numeric   []bool         // by symbol: a number may begin with such a piece
	shape     map[string]int // symbols of the pieces that are no words, by name of their classes
}

var theMachine = sync.OnceValue(newMachine)

// shapes are the sets of classes of pieces that no lexicon lists.
var shapes = []string{"num", "num oldyear", "num day", "num year", "num day yy", "num yy", "shortyear", "ord", "ordday", "decade", "date", "clock", "point", "number", "year"}

func newMachine() *machine {
	c := &compiler{byName: map[string]int{}, classes: map[string]int{}}
	for _, s := range shapes {
		for _, name := range strings.Fields(s) {
			c.class(name)
		}
	}
	m := &machine{rules: rules, classes: c.classes, words: map[string]*word{}, shape: map[string]int{}}
	small, big := map[string][]int{}, map[string][]int{}
	add := func(form string, class, value int) {
		lower := strings.ToLower(form)
		w := m.words[lower]
		if w == nil {
			w = &word{}
			m.words[lower] = w
		}
		w.values = append(w.values, classValue{class, value})
		big[lower] = append(big[lower], class)
		if form == lower {
			small[lower] = append(small[lower], class)
		}
	}
	for _, file := range []string{"lexicon/word.txt", "lexicon/number.txt"} {
		for _, line := range lexicon.Read(lexicons, file) {
			value, err := strconv.Atoi(line.Field(1))
			if err != nil || line.Field(2) == "" {
				line.Panic("want class, value and forms")
			}
			for _, form := range strings.Fields(line.Field(2)) {
				add(form, c.class(line.Field(0)), value)
			}
		}
	}
	for r := range rules {
		if c.byName[rules[r].name] != 0 {
			panic("two rules named " + rules[r].name)
		}
		c.byName[rules[r].name] = r
	}
	for r := range rules {
		c.parsed = append(c.parsed, c.parse(rules[r]))
	}
	for _, name := range sorted(c.classes) {
		if literal, ok := strings.CutPrefix(name, "="); ok {
			add(literal, c.classes[name], 0)
		}
	}
	symbols := [][]int{nil}
	ids := map[string]int{}
	symbol := func(classes []int) int {
		if len(classes) == 0 {
			return 0
		}
		slices.Sort(classes)
		key := ""
		for _, id := range classes {
			key += strconv.Itoa(id) + " "
		}
		if ids[key] == 0 {
			ids[key] = len(symbols)
			symbols = append(symbols, slices.Clone(classes))
		}
		return ids[key]
	}
	for _, s := range shapes {
		var classes []int
		for _, name := range strings.Fields(s) {
			classes = append(classes, c.class(name))
		}
		m.shape[s] = symbol(classes)
	}
	for _, form := range sorted(m.words) {
		m.words[form].sym, m.words[form].capitalSym = symbol(small[form]), symbol(big[form])
	}
	m.numeric = make([]bool, len(symbols))
	for form, w := range m.words {
		m.starts[form[0]] |= 1 << min(len(form), 63)
		for _, class := range []string{"one", "teen", "ten", "big", "dozen"} {
			if _, ok := w.value(c.classes[class]); ok || form == "a" || form == "half" {
				m.numeric[w.sym], m.numeric[w.capitalSym] = true, true
			}
		}
	}
	for _, sym := range m.shape {
		m.numeric[sym] = true
	}
	m.automaton, m.parsed, m.classesOf = compile(c, symbols), c.parsed, symbols
	return m
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// value returns the value that the lexicon gives w in a class.
func (w *word) value(class int) (int, bool) {
	if w == nil {
		return 0, false
	}
	for _, v := range w.values {
		if v.class == class {
			return v.value, true
		}
	}
	return 0, false
}

// pieces cuts the tokens of s into pieces, appended to ps.
func (m *machine) pieces(s *prose.Sentence, ps []piece) []piece {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Lower == "" {
			continue
		}
		if t.Lower == "'s" && m.decadeOf(ps, t) {
			continue
		}
		p := piece{lower: t.Lower, from: i, to: i + 1, Span: t.Span}
		p.capital = t.Text != "" && t.Text[0] >= 'A' && t.Text[0] <= 'Z'
		if !m.plain(&p) && len(t.Text) == t.End-t.Start && len(t.Lower) == len(t.Text) {
			ps = m.cut(ps, p, t.Text)
			continue
		}
		ps = append(ps, p)
	}
	return m.join(ps)
}

// decadeOf makes a decade of the last piece where an apostrophe is written in it: "the 1980's", "the mid-80's".
func (m *machine) decadeOf(ps []piece, t *prose.Token) bool {
	n := len(ps) - 1
	if n < 1 || t.Start != ps[n].End || !digit(ps[n].lower[0]) || ps[n].num%1000 != 0 || len(ps[n].lower) != 2 && len(ps[n].lower) != 4 {
		return false
	}
	switch b := &ps[n-1]; b.lower {
	case "the", "mid":
	case "and", "or", "to":
		if n < 2 || ps[n-2].sym != m.shape["decade"] {
			return false
		}
	default:
		if !m.is(b, "part") && !m.is(b, "dash") {
			return false
		}
	}
	p := piece{lower: ps[n].lower + "'s", from: ps[n].from, to: ps[n].to + 1}
	if p.Span = ps[n].Span; !m.number(&p) || p.sym != m.shape["decade"] {
		return false
	}
	p.End = t.End
	ps[n] = p
	return true
}

// plain fills in what a piece is when it need not be cut, and says whether that is so.
func (m *machine) plain(p *piece) bool {
	b := p.lower[0]
	if m.starts[b]&(1<<min(len(p.lower), 63)) != 0 {
		if w := m.words[p.lower]; w != nil {
			p.word, p.sym = w, w.sym
			if p.capital {
				p.sym = w.capitalSym
			}
			return true
		}
	}
	if digit(b) || b == '\'' && len(p.lower) > 2 && digit(p.lower[1]) {
		return m.number(p)
	}
	if businessYear(p.lower) {
		return false
	}
	if b == 't' && len(p.lower) >= 6 && digit(p.lower[1]) && p.lower[3] == ':' { // of 2019-01-23T10:30:00Z
		q := piece{lower: p.lower[1:]}
		if m.number(&q) && q.sym == m.shape["clock"] {
			p.sym, p.num = q.sym, q.num
		}
		return true
	}
	for i := range len(p.lower) {
		if c := p.lower[i]; c == '-' || c == '/' {
			return false
		}
	}
	return true
}

// cut splits a token at its hyphens and slashes, and a number from the letters glued to it.
func (m *machine) cut(ps []piece, p piece, text string) []piece {
	for at := 0; at < len(text); {
		end := at + pieceLength(p.lower[at:])
		q := piece{lower: p.lower[at:end], from: p.from, to: p.to, capital: text[at] >= 'A' && text[at] <= 'Z'}
		q.Span = prose.Span{Start: p.Start + at, End: p.Start + end}
		m.plain(&q)
		ps = append(ps, q)
		at = end
	}
	return ps
}

func pieceLength(s string) int {
	if s[0] == '-' || s[0] == '/' {
		return 1
	}
	if businessYear(s) {
		return 2
	}
	numeric := digit(s[0])
	for i := 1; i < len(s); i++ {
		if s[i] == '-' || s[i] == '/' {
			return i
		}
		if numeric && s[i] >= 'a' && s[i] <= 'z' && !strings.HasPrefix(s[i:], "s") && !ordinalEnd(s[i:]) {
			return i
		}
		if numeric && s[i] >= utf8.RuneSelf {
			break
		}
	}
	return len(s)
}

// businessYear says whether s is like "fy2018".
func businessYear(s string) bool { return len(s) > 2 && s[:2] == "fy" && digit(s[2]) }

func ordinalEnd(s string) bool {
	return len(s) >= 2 && (s[:2] == "st" || s[:2] == "nd" || s[:2] == "rd" || s[:2] == "th")
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// number classifies a piece that begins with a digit, and says whether it is one number.
func (m *machine) number(p *piece) bool {
	s := strings.TrimSuffix(p.lower, ".")
	short := s[0] == '\''
	s = strings.TrimPrefix(s, "'")
	n, i := 0, 0
	for ; i < len(s) && (digit(s[i]) || s[i] == ',' && i+3 < len(s) && digit(s[i+1])); i++ {
		if s[i] != ',' {
			n = min(10*n+int(s[i]-'0'), 1<<40)
		}
	}
	rest := s[i:]
	p.num = 100 * n
	comma := strings.Contains(s, ",")
	switch {
	case rest == "" && short && i == 2:
		p.sym = m.shape["shortyear"]
		p.num = 100 * century(n)
	case rest == "" && !comma:
		p.sym = m.shape[numberShape(s, n)]
	case rest == "":
		p.sym = m.shape["num"]
	case (rest == "s" || rest == "'s") && (i >= 2 && i <= 4) && n%10 == 0:
		if i == 2 {
			p.num = 100 * century(n)
		}
		p.sym = m.shape["decade"]
	case ordinalEnd(rest) && len(rest) == 2 && n > 0:
		p.sym = m.shape["ord"]
		if n <= 31 {
			p.sym = m.shape["ordday"]
		}
	case rest[0] == '.' && len(rest) == 2 && digit(rest[1]):
		p.sym, p.num = m.shape["number"], 100*n+10*int(rest[1]-'0')
	case rest[0] == '.' && len(rest) == 3 && n < 25 && digit(rest[1]) && digit(rest[2]) && rest[1] < '6':
		p.sym, p.num = m.shape["point"], 100*n+10*int(rest[1]-'0')+int(rest[2]-'0') // "7.30 pm"
	case rest[0] == ':' && len(rest) >= 3 && n < 25 && digit(rest[1]) && digit(rest[2]) && rest[1] < '6':
		p.sym, p.num = m.shape["clock"], 100*n+10*int(rest[1]-'0')+int(rest[2]-'0')
		if len(rest) > 3 && rest[3] == '.' {
			p.sym = m.shape["num"] // the time of a race, "2:04.31"
		}
	default:
		p.num = 0
		return m.dotted(p, s)
	}
	return true
}

// dotted reads 23.1.2019, the day first.
func (m *machine) dotted(p *piece, s string) bool {
	f := strings.Split(s, ".")
	if len(f) != 3 || len(f[0]) > 2 || len(f[1]) > 2 || len(f[2]) != 4 {
		return false
	}
	var n [3]int
	for i := range f {
		v, err := strconv.Atoi(f[i])
		if err != nil || v < 1 {
			return false
		}
		n[i] = v
	}
	d, ok := dayDate(n[2], n[1], n[0])
	if !ok {
		return false
	}
	p.date, p.sym = &Numeric{Date: d}, m.shape["date"]
	return true
}

func numberShape(s string, n int) string {
	switch {
	case len(s) <= 2 && n >= 1 && n <= 31:
		return "num day yy"
	case len(s) == 2:
		return "num yy"
	case len(s) == 4 && n >= 1000 && n <= 2100:
		return "num year"
	case len(s) == 3 && n >= 100:
		return "num oldyear"
	}
	return "num"
}

// century puts a year of two digits into the hundred years that news speaks of: '30 is 1930, '29 is 2029.
func century(n int) int {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

// join makes one piece of the words of a number and of a numeric date.
func (m *machine) join(ps []piece) []piece {
	out := ps[:0]
	for i := 0; i < len(ps); {
		if m.apostrophe(ps[i:]) {
			p := ps[i+1]
			p.sym, p.num, p.Start, p.from = m.shape["shortyear"], 100*century(p.num/100), ps[i].Start, ps[i].from
			out = append(out, p)
			i += 2
			continue
		}
		if !m.numeric[ps[i].sym] {
			out = append(out, ps[i])
			i++
			continue
		}
		p, n := m.joined(ps[i:])
		out = append(out, p)
		i += n
	}
	return out
}

// apostrophe says whether ps begins with a year of two digits whose apostrophe is a token of its own.
func (m *machine) apostrophe(ps []piece) bool {
	return len(ps) > 1 && ps[0].lower == "'" && len(ps[1].lower) == 2 && ps[0].End == ps[1].Start && digit(ps[1].lower[0]) && digit(ps[1].lower[1]) &&
		(len(ps) == 2 || ps[2].lower != "-" && ps[2].lower != "'" && !m.is(&ps[2], "units"))
}

// joined returns the longest number or numeric date at the head of ps, else its first piece.
func (m *machine) joined(ps []piece) (piece, int) {
	p := ps[0]
	if n := m.numericDate(ps, &p); n > 0 {
		p.to, p.End = ps[n-1].to, ps[n-1].End
		return p, n
	}
	if n := m.spelled(ps, &p); n > 0 {
		p.to, p.End = ps[n-1].to, ps[n-1].End
		return p, n
	}
	return p, 1
}

func (m *machine) is(p *piece, class string) bool {
	_, ok := p.word.value(m.classes[class])
	return ok
}

// shaped says whether p is a number of a class.
func (m *machine) shaped(p *piece, class string) bool {
	return p.word == nil && slices.Contains(m.classesOf[p.sym], m.classes[class])
}

func (m *machine) whole(p *piece) (int, bool) {
	if p.word != nil || p.sym == 0 || p.num%100 != 0 || !digit(p.lower[0]) {
		return 0, false
	}
	switch p.sym {
	case m.shape["num"], m.shape["num oldyear"], m.shape["num day yy"], m.shape["num yy"], m.shape["num year"]:
		return p.num / 100, true
	}
	return 0, false
}

// numericDate reads 2019-01-23, 1/23/2019 and 23.1.2019; month first unless the number is too large for one.
func (m *machine) numericDate(ps []piece, p *piece) int {
	if len(ps) < 5 {
		return 0
	}
	a, okA := m.whole(&ps[0])
	b, okB := m.whole(&ps[2])
	c, okC := m.whole(&ps[4])
	mark := ps[1].lower
	if !okA || !okB || !okC || mark != ps[3].lower || mark != "-" && mark != "/" && mark != "–" {
		return 0
	}
	switch {
	case len(ps[0].lower) == 4 && len(ps[2].lower) == 2 && len(ps[4].lower) == 2:
	case len(ps[4].lower) == 4 && len(ps[0].lower) <= 2 && len(ps[2].lower) <= 2:
		a, b, c = c, a, b
	case len(ps[4].lower) == 2 && mark == "/" && len(ps[0].lower) <= 2 && len(ps[2].lower) <= 2:
		a, b, c = century(c), a, b
	default:
		return 0
	}
	if b > 12 && c <= 12 {
		b, c = c, b
	}
	d, ok := dayDate(a, b, c)
	if !ok || a < 1 {
		return 0
	}
	p.date, p.word, p.sym = &Numeric{Date: d}, nil, m.shape["date"]
	if c <= 12 && b != c && len(ps[0].lower) < 4 {
		p.date.DayFirst, _ = dayDate(a, c, b)
	}
	return 5
}

// spelled reads numbers in words and mixed numbers: "twenty - six", "a hundred and five", "nineteen ninety - eight",
// "2 1/2", "two and a half".
func (m *machine) spelled(ps []piece, p *piece) int {
	if n := m.ordinalWord(ps, p); n > 0 {
		return n
	}
	v, n := m.small(ps)
	switch {
	case n > 0:
	case p.lower == "half" && len(ps) > 2 && (ps[1].lower == "a" || ps[1].lower == "-") && m.is(&ps[2], "dozen"):
		p.num, p.word, p.sym = 600, nil, m.shape["num"]
		return 3
	case p.lower == "a" && len(ps) > 1 && (m.is(&ps[1], "big") || m.is(&ps[1], "dozen")):
		v, n = 1, 1
	default:
		return 0
	}
	year := false
	if v >= 11 && v <= 20 && n < len(ps) && !digit(ps[0].lower[0]) {
		if w, k := m.small(ps[n:]); k > 0 && w >= 10 && w < 100 && !digit(ps[n].lower[0]) {
			v, n, year = 100*v+w, n+k, true
		} else if m.is(&ps[n], "big") && ps[n].lower == "hundred" && v > 10 {
			year = true
		}
	}
	for n < len(ps) && (m.is(&ps[n], "big") || m.is(&ps[n], "dozen")) && v < 1<<20 {
		f, ok := ps[n].word.value(m.classes["big"])
		if !ok {
			f = 12
		}
		v, n = v*f, n+1
		k := n
		if k < len(ps) && ps[k].lower == "and" {
			k++
		}
		if w, l := m.small(ps[min(k, len(ps)):]); l > 0 && w < f && f > 12 && !digit(ps[k].lower[0]) {
			v, n = v+w, k+l
		}
	}
	p.num, p.word = 100*v, nil
	h := m.fraction(ps[n:])
	switch {
	case h > 0 && v < 1000:
		p.num += 50
		n += h
		p.sym = m.shape["number"]
	case digit(ps[0].lower[0]) && n == 1:
		return 0
	case year || v >= 1900 && v <= 2100:
		p.sym = m.shape["num year"]
	default:
		p.sym = m.shape["num"]
	}
	return n
}

// small reads a number below a hundred.
func (m *machine) small(ps []piece) (value, n int) {
	if len(ps) == 0 {
		return 0, 0
	}
	if v, ok := m.whole(&ps[0]); ok && v < 1000 {
		return v, 1
	}
	for _, class := range []string{"one", "teen"} {
		if v, ok := ps[0].word.value(m.classes[class]); ok {
			return v, 1
		}
	}
	v, ok := ps[0].word.value(m.classes["ten"])
	if !ok {
		return 0, 0
	}
	n = 1
	if n < len(ps) && ps[n].lower == "-" {
		n++
	}
	if n < len(ps) {
		if w, ok := ps[n].word.value(m.classes["one"]); ok {
			return v + w, n + 1
		}
	}
	return v, 1
}

// fraction reads "1/2", "and a half", "-and-a-half" and "½" and returns how many pieces they are.
func (m *machine) fraction(ps []piece) int {
	word := func(i int, s string) bool { return i < len(ps) && ps[i].lower == s }
	switch {
	case word(0, "1/2"), word(0, "½"):
		return 1
	case word(0, "1") && word(1, "/") && word(2, "2"):
		return 3
	case word(0, "-") && word(1, "1") && word(2, "/") && word(3, "2"):
		return 4
	case word(0, "and") && word(1, "a") && word(2, "half"):
		return 3
	case word(0, "-") && word(1, "and") && word(2, "-") && word(3, "a") && word(4, "-") && word(5, "half"):
		return 6
	}
	return 0
}

// ordinalWord reads "twenty - first".
func (m *machine) ordinalWord(ps []piece, p *piece) int {
	v, n := 0, 0
	if t, ok := p.word.value(m.classes["ten"]); ok {
		v, n = t, 1
		if n < len(ps) && ps[n].lower == "-" {
			n++
		}
	}
	if n >= len(ps) {
		return 0
	}
	w, ok := ps[n].word.value(m.classes["ordinal"])
	if !ok || n == 0 {
		return 0
	}
	p.num, p.word = 100*(v+w), nil
	p.sym = m.shape["ordday"]
	if v+w > 31 {
		p.sym = m.shape["ord"]
	}
	return n + 1
}
