// Package when finds the time expressions of English sentences, and places them in the calendar. Finding needs no
// calendar: "Thursday" is Near(Thursday), "two weeks ago" a distance. Placing takes an Anchor. The dates are EDTF
// (ISO 8601-2) of level 1, with the quarters of level 2, and never more exact than the text.
package when

import (
	"strings"
	"sync"

	"annals/timeline/prose"
)

// An Expression is a time expression of a sentence. Parts are the single times of which a range or a bound is made,
// as TIMEX3 counts them; it is empty for a single time.
type Expression struct {
	Span     prose.Span // bytes of the paragraph
	From, To int        // tokens
	Value    Value
	Rule     string
	Parts    []Expression
}

// Find returns the time expressions of s in reading order, not nested. It needs the tokens only, and heeds tags
// where there are some.
func Find(s *prose.Sentence) []Expression { return compose(s, (&Story{}).Find(s)) }

var scratch = sync.Pool{New: func() any { return new([]piece) }}

// Single returns the single times of s: "from May to July" is two, and the "by" of "by Friday" belongs to none.
func Single(s *prose.Sentence) []Expression {
	m := theMachine()
	buffer := scratch.Get().(*[]piece)
	defer scratch.Put(buffer)
	ps := m.pieces(s, (*buffer)[:0])
	*buffer = ps
	var found []Expression
	for i := 0; i < len(ps); {
		if m.automaton.next[m.symbols+ps[i].sym] == 0 {
			i++
			continue
		}
		e, n := m.at(s, ps, i)
		if two, ok := e.Value.(pair); ok {
			a, b := e, e
			a.Value, a.To, a.Span.End = two.first, ps[two.split-1].to, ps[two.split-1].End
			b.Value, b.From, b.Span.Start = two.second, ps[two.split+1].from, ps[two.split+1].Start
			found = append(append(m.daysBefore(found, ps, i, a), a), b)
			enumerated(s, found)
		} else if e.Value != nil {
			var k int
			if found, k = m.daysAfter(s, append(found, e), ps, i+n); k > 0 {
				i += k
			}
			backward(s, found)
		}
		i += n
	}
	return found
}

// at returns the longest expression that begins with piece i, and how many pieces it takes; one where none begins.
func (m *machine) at(s *prose.Sentence, ps []piece, i int) (Expression, int) {
	var ends [24]struct{ to, state int }
	n, state := 0, 1
	for j := i; j < len(ps) && n < len(ends); j++ {
		state = int(m.automaton.next[state*m.symbols+ps[j].sym])
		if state == 0 {
			break
		}
		if len(m.accept[state]) > 0 {
			ends[n].to, ends[n].state = j+1, state
			n++
		}
	}
	for n--; n >= 0; n-- {
		for _, r := range m.accept[ends[n].state] {
			root := m.derive(r, ps, i, ends[n].to)
			v := m.evaluate(s, ps, i, ends[n].to, root)
			if _, no := v.(refused); no {
				return Expression{}, ends[n].to - i
			}
			if v != nil {
				a, b := &ps[i], &ps[ends[n].to-1]
				return Expression{Span: prose.Span{Start: a.Start, End: b.End}, From: a.from, To: b.to, Value: v, Rule: m.rules[root.rule].name}, ends[n].to - i
			}
		}
	}
	return Expression{}, 1
}

// evaluate calls the functions of a derivation, the inner ones first.
func (m *machine) evaluate(s *prose.Sentence, ps []piece, from, to int, n *node) Value {
	at := from
	var walk func(n *node) (Value, *match)
	walk = func(n *node) (Value, *match) {
		k := &match{m: m, s: s, ps: ps, from: at, rule: m.rules[n.rule].name}
		for _, it := range n.items {
			if it.kid == nil {
				k.elements = append(k.elements, element{it.class, at})
				at++
				continue
			}
			v, inner := walk(it.kid)
			k.elements = append(k.elements, inner.elements...)
			if v != nil {
				k.kids = append(k.kids, v)
			} else if m.rules[it.kid.rule].value != nil {
				k.failed = true
			}
		}
		k.to = at
		if k.failed {
			return nil, k
		}
		if f := m.rules[n.rule].value; f != nil {
			k.outer = n.rule >= 0 && from == k.from && to == k.to
			return f(k), k
		}
		return nil, k
	}
	v, k := walk(n)
	if k.failed {
		return nil
	}
	return v
}

// compose joins single times to ranges and bounds.
func compose(s *prose.Sentence, single []Expression) []Expression {
	var out []Expression
	end := 0 // of the expression before
	for i := 0; i < len(single); i++ {
		e := single[i]
		if i+1 < len(single) {
			if r, ok := ranged(s, e, single[i+1]); ok && r.From >= end {
				out, end = append(out, r), r.To
				i++
				continue
			}
		}
		if b := bounded(s, e); b.From >= end {
			e = b // its preposition is not the end of "the day before"
		}
		out, end = append(out, e), e.To
	}
	return out
}

func lower(s *prose.Sentence, i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Lower
}

func dates(v Value) bool {
	switch v.(type) {
	case Duration, Lengths, Set, Daily, Ref, Era, Old, SameTime, AtTime, SomeLater:
		return false
	}
	return true
}

// ranged reads "from A to B", "between A and B", "A to B", "A - B".
func ranged(s *prose.Sentence, a, b Expression) (Expression, bool) {
	if b.From != a.To+1 || !dates(a.Value) || !dates(b.Value) {
		return Expression{}, false
	}
	joint, head := lower(s, a.To), lower(s, a.From-1)
	from := a.From
	switch {
	case head == "from" && (joint == "to" || joint == "until" || joint == "till" || joint == "through" || joint == "-"):
		from--
	case head == "between" && joint == "and":
		from--
	case joint == "to", joint == "through", joint == "-", joint == "–":
	default:
		return Expression{}, false
	}
	return Expression{
		Span: prose.Span{Start: s.Tokens[from].Start, End: b.Span.End}, From: from, To: b.To,
		Value: Between{a.Value, b.Value}, Rule: "range", Parts: []Expression{a, b},
	}, true
}

// bounded reads "by A", "since A", "until A", "before A", "after A", "within A".
func bounded(s *prose.Sentence, e Expression) Expression {
	word, from := lower(s, e.From-1), e.From-1
	if word == "least" && lower(s, e.From-2) == "at" && dates(e.Value) {
		word, from = lower(s, e.From-3), e.From-3 // "until at least 2030"
	}
	if l, ok := lately(s, e); ok {
		return l
	}
	switch word {
	case "by", "since", "until", "before", "after", "within":
	case "till":
		word = "until"
	case "than":
		if lower(s, e.From-2) != "later" || lower(s, e.From-3) != "no" {
			return e
		}
		word, from = "by", e.From-3
	default:
		return e
	}
	if _, length := e.Value.(Duration); length != (word == "within") || !length && !dates(e.Value) {
		return e
	}
	single := e
	e.Parts = []Expression{single}
	if word == "since" && compared(s, from) {
		e.Value, e.Rule = Compared{e.Value}, "compared "+e.Rule
	} else {
		e.Value, e.Rule = Bound{word, e.Value}, word+" "+e.Rule
	}
	e.From = from
	e.Span.Start = s.Tokens[from].Start
	return e
}

// lately reads a length of time that ends or begins now, "over the last four years", "in the coming two weeks".
func lately(s *prose.Sentence, e Expression) (Expression, bool) {
	d, ok := e.Value.(Duration)
	if _, year := e.Value.(PastYear); year {
		d, ok = Duration{100, Year, ""}, true
	}
	if !ok || d.N <= 0 || lower(s, e.To) == "of" {
		return e, false // "in the last month of the war" is of the war
	}
	switch lower(s, e.From-1) {
	case "in", "over", "during", "within", "for", "throughout":
	default:
		return e, false
	}
	for i := e.From; i < e.To; i++ {
		switch s.Tokens[i].Lower {
		case "last", "past", "previous":
			e.Parts, e.Value, e.Rule = []Expression{e}, Lately{d, false}, "lately "+e.Rule
			return e, true
		case "next", "coming":
			e.Parts, e.Value, e.Rule = []Expression{e}, Lately{d, true}, "lately "+e.Rule
			return e, true
		}
	}
	return e, false
}

// compareReach is how many tokens before "since" a comparison is looked for.
const compareReach = 9

// compared says whether the "since" at i tells what something is measured against and not when it was: "the worst
// flood since 1998", "for the first time since May".
func compared(s *prose.Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-compareReach; k-- {
		switch t := &s.Tokens[k]; {
		case t.Tag == prose.JJS || t.Tag == prose.RBS:
			return true
		case t.Lower == "first" || t.Lower == "only" || t.Lower == "worst" || t.Lower == "highest" || t.Lower == "lowest" || t.Lower == "most":
			return true
		case t.Tag == prose.Comma || t.Tag == prose.Period || t.Lower == "," || t.Lower == ";":
			return false
		}
	}
	return false
}

// A match is what a rule's function is told: the pieces, each with the class by which it was read.
type match struct {
	m        *machine
	s        *prose.Sentence
	ps       []piece
	from, to int // pieces
	rule     string
	elements []element
	kids     []Value
	outer    bool // the rule reads the whole expression
	failed   bool
}

type element struct{ class, piece int }

type refused struct{ Value }

func refuse(*match) Value { return refused{} }

// newspaper refuses what is written like the name of one.
func newspaper(m *match) Value {
	last := m.ps[m.to-1].lower
	if !m.ps[m.to-1].capital || among(last, []string{"world", "people", "sun", "mercury"}) && m.beside(1).capital {
		return nil // "the Sunday World Cup match"
	}
	return refused{}
}

func same(m *match) Value { return m.kid() }

// kid returns the value of the rule named in the pattern, the last where there are several.
func (m *match) kid() Value {
	if len(m.kids) == 0 {
		return nil
	}
	return m.kids[len(m.kids)-1]
}

// piece returns the first piece that was read as class, nil for none.
func (m *match) piece(class string) *piece {
	id := m.m.classes[class]
	for _, e := range m.elements {
		if e.class == id {
			return &m.ps[e.piece]
		}
	}
	return nil
}

// v returns the lexicon's value of the first piece of a class, 0 for none.
func (m *match) v(class string) int {
	if p := m.piece(class); p != nil {
		if v, ok := p.word.value(m.m.classes[class]); ok {
			return v
		}
		return p.num / 100
	}
	return 0
}

func (m *match) has(class string) bool { return m.piece(class) != nil }

// lit says whether a word of the pattern was there.
func (m *match) lit(word string) bool { return m.piece("="+word) != nil }

// whole returns the first number.
func (m *match) whole() int {
	for _, class := range [...]string{"year", "shortyear", "num"} {
		if p := m.piece(class); p != nil {
			return p.num / 100
		}
	}
	return 0
}

// ordinal returns the first ordinal.
func (m *match) ordinal() int {
	if v := m.v("ordinal"); v != 0 {
		return v
	}
	return m.v("ordday")
}

// numbers returns all numbers, in hundredths.
func (m *match) numbers() []int {
	var n []int
	for _, e := range m.elements {
		if p := &m.ps[e.piece]; p.num > 0 {
			n = append(n, p.num)
		}
	}
	return n
}

// ordinals returns all ordinals, and the pieces that they are.
func (m *match) ordinals() (n, at []int) {
	for _, e := range m.elements {
		if v, ok := m.ps[e.piece].word.value(e.class); ok && e.class == m.m.classes["ordinal"] {
			n, at = append(n, v), append(at, e.piece)
		} else if e.class == m.m.classes["ordday"] {
			n, at = append(n, m.ps[e.piece].num/100), append(at, e.piece)
		}
	}
	return n, at
}

// twoWeekdays returns the weekdays that the match begins with, which one word joins.
func (m *match) twoWeekdays() (first, second Named) {
	class := m.m.classes["weekday"]
	first.Weekday, _ = m.ps[m.from].word.value(class)
	second.Weekday, _ = m.ps[m.from+2].word.value(class)
	return first, second
}

// count returns the first number in hundredths; an article is one.
func (m *match) count() int {
	for _, class := range [...]string{"num", "number"} {
		if p := m.piece(class); p != nil {
			return p.num
		}
	}
	if m.has("several") && !m.lit("couple") {
		return 0
	}
	return 100
}

func (m *match) unit() Unit {
	if u := m.v("unit"); u != 0 {
		return Unit(u)
	}
	return Unit(m.v("units"))
}

// direction returns -1, 0 or 1 for last, this and next.
func (m *match) direction() int {
	return m.v("last") + m.v("next") + m.v("prev") + m.v("following")
}

// beside returns the word before the match for -1, after it for 1, and so on.
func (m *match) beside(n int) *piece {
	i := m.from + n
	if n > 0 {
		i = m.to + n - 1
	}
	if i < 0 || i >= len(m.ps) {
		return &piece{}
	}
	return &m.ps[i]
}

func (m *match) before(words ...string) bool { return among(m.beside(-1).lower, words) }
func (m *match) next(words ...string) bool   { return among(m.beside(1).lower, words) }

func among(s string, words []string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// tag returns the tag of the word n places beside the match, NoTag for none.
func (m *match) tag(n int) prose.Tag {
	p := m.beside(n)
	if p.to == 0 || p.from >= len(m.s.Tokens) {
		return prose.NoTag
	}
	return m.s.Tokens[p.from].Tag
}

func letters(s string) bool { return s != "" && strings.ToUpper(s) != s }
