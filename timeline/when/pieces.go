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
