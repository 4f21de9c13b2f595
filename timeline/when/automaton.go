package when

import (
	"encoding/binary"
	"slices"
	"strings"
)

// The rules compile into one automaton. A pattern is a sequence of words, {classes} and <other rules>, with
// (groups|of alternatives) and "?" after what may be absent; no rule may reach itself. The patterns, with the rules that
// they name put in their places, make a network of states, and the network, read with all the classes that a word has
// at once, makes a deterministic table. Matching is then one table look-up a piece, whatever the number of
// rules, and a sentence is read in time linear in its length. The table says only which rules end where; how a
// match was derived is found afterwards, by derive, over the few words of the match.

// An expr is a parsed pattern: a class, a rule, a sequence, or a choice. An empty sequence is what "?" adds to a choice.
type expr struct {
	kind  exprKind
	class int // also the number of the rule
	of    []*expr
}

type exprKind uint8

const (
	exprClass exprKind = iota
	exprRule
	exprSequence
	exprChoice
)

// compiler holds what compilation needs and the automaton does not.
type compiler struct {
	byName  map[string]int
	classes map[string]int
	parsed  []*expr // by rule
}

func (c *compiler) class(name string) int {
	id, ok := c.classes[name]
	if !ok {
		id = len(c.classes) + 1
		c.classes[name] = id
	}
	return id
}

type patternParser struct {
	c          *compiler
	name, text string
}

// parse reads the pattern of a rule.
func (c *compiler) parse(r rule) *expr {
	p := &patternParser{c: c, name: r.name, text: r.pattern}
	e := p.choice()
	if p.text != "" {
		panic("rule " + r.name + ": cannot read " + p.text)
	}
	return e
}

func (p *patternParser) peek() byte {
	p.text = strings.TrimLeft(p.text, " ")
	if p.text == "" {
		return 0
	}
	return p.text[0]
}

// choice reads sequences separated by "|" up to ")" or the end.
func (p *patternParser) choice() *expr {
	all := []*expr{p.sequence()}
	for p.peek() == '|' {
		p.text = p.text[1:]
		all = append(all, p.sequence())
	}
	return &expr{kind: exprChoice, of: all}
}

func (p *patternParser) sequence() *expr {
	s := &expr{kind: exprSequence}
	for {
		if b := p.peek(); b == 0 || b == '|' || b == ')' {
			return s
		}
		e := p.atom()
		if p.text != "" && p.text[0] == '?' {
			p.text = p.text[1:]
			e = &expr{kind: exprChoice, of: []*expr{e, {kind: exprSequence}}}
		}
		s.of = append(s.of, e)
	}
}

func (p *patternParser) atom() *expr {
	switch p.text[0] {
	case '(':
		p.text = p.text[1:]
		e := p.choice()
		if p.peek() != ')' {
			panic("rule " + p.name + ": a bracket is not closed")
		}
		p.text = p.text[1:]
		return e
	case '{', '<':
		end := strings.IndexAny(p.text, "}>")
		name, kind := p.text[1:end], p.text[0]
		p.text = p.text[end+1:]
		if kind == '<' {
			r, ok := p.c.byName[name]
			if !ok {
				panic("rule " + p.name + ": no rule " + name)
			}
			return &expr{kind: exprRule, class: r}
		}
		id, ok := p.c.classes[name]
		if !ok {
			panic("rule " + p.name + ": no class " + name)
		}
		return &expr{class: id}
	}
	end := strings.IndexAny(p.text, " ?|()")
	if end < 0 {
		end = len(p.text)
	}
	word := p.text[:end]
	p.text = p.text[end:]
	return &expr{class: p.c.class("=" + word)}
}

// A position is a place in the network: what may follow it, by class, and which rule ends there, -1 for none.
type position struct {
	class int
	next  []int
	ends  int
}

// network builds the positions of all the rules. add returns the positions with which e may begin, and whether
// e may be empty; last collects those with which it may end.
type network struct {
	c         *compiler
	positions []position
	depth     int
}

func (n *network) add(e *expr) (first, last []int, empty bool) {
	switch e.kind {
	case exprClass:
		n.positions = append(n.positions, position{class: e.class, ends: -1})
		id := len(n.positions) - 1
		return []int{id}, []int{id}, false
	case exprRule:
		if n.depth++; n.depth > 20 {
			panic("a rule reaches itself")
		}
		first, last, empty = n.add(n.c.parsed[e.class])
		n.depth--
		return first, last, empty
	case exprChoice:
		for _, o := range e.of {
			f, l, em := n.add(o)
			first, last, empty = append(first, f...), append(last, l...), empty || em
		}
		return first, last, empty
	}
	empty = true
	for _, o := range e.of {
		f, l, em := n.add(o)
		for _, id := range last {
			n.positions[id].next = append(n.positions[id].next, f...)
		}
		if empty {
			first = append(first, f...)
		}
		if em {
			last = append(slices.Clip(last), l...)
		} else {
			last = l
		}
		empty = empty && em
	}
	return first, last, empty
}

// An automaton is the compiled table. State 0 is dead, state 1 the start.
type automaton struct {
	next    []uint16 // by state*symbols+symbol
	symbols int
	accept  [][]int // by state: the rules that end there, in their order
}

// compile builds the table for symbols, each of which is the set of classes of some words.
func compile(c *compiler, symbols [][]int) *automaton {
	n := &network{c: c, positions: []position{{ends: -1}}}
	for r := range rules {
		if strings.HasPrefix(rules[r].name, "_") {
			continue
		}
		first, last, empty := n.add(c.parsed[r])
		if empty {
			panic("rule " + rules[r].name + " may be empty")
		}
		n.positions[0].next = append(n.positions[0].next, first...)
		for _, id := range last {
			n.positions[id].ends = r
		}
	}
	a := &automaton{symbols: len(symbols), accept: [][]int{nil, nil}, next: make([]uint16, 2*len(symbols))}
	sets, known := [][]int{nil, {0}}, map[string]uint16{}
	bySymbol := make([][]int, len(symbols)) // classes to symbols, turned round
	byClass := make([][]int, len(c.classes)+1)
	for sym, classes := range symbols {
		for _, class := range classes {
			byClass[class] = append(byClass[class], sym)
		}
	}
	for s := 1; s < len(sets); s++ {
		for _, p := range sets[s] {
			for _, to := range n.positions[p].next {
				for _, sym := range byClass[n.positions[to].class] {
					bySymbol[sym] = append(bySymbol[sym], to)
				}
			}
		}
		for sym, to := range bySymbol {
			if len(to) > 0 {
				a.next[s*a.symbols+sym] = a.state(n, to, known, &sets)
				bySymbol[sym] = to[:0]
			}
		}
	}
	return a
}

// state returns the number of a set of positions, a new one when it is new.
func (a *automaton) state(n *network, set []int, known map[string]uint16, sets *[][]int) uint16 {
	slices.Sort(set)
	set = slices.Compact(set)
	key := make([]byte, 0, 4*len(set))
	for _, p := range set {
		key = binary.LittleEndian.AppendUint32(key, uint32(p))
	}
	if id, ok := known[string(key)]; ok {
		return id
	}
	if len(*sets) > 65000 {
		panic("the rules need too many states")
	}
	id := uint16(len(*sets))
	known[string(key)] = id
	var ends []int
	for _, p := range set {
		if e := n.positions[p].ends; e >= 0 {
			ends = append(ends, e)
		}
	}
	slices.Sort(ends)
	*sets = append(*sets, slices.Clone(set))
	a.accept = append(a.accept, slices.Compact(ends))
	a.next = append(a.next, make([]uint16, a.symbols)...)
	return id
}

// A node is how a run of pieces was derived: its rule, and for each item a class or another node.
type node struct {
	rule  int
	items []item
}

type item struct {
	class int   // class by which one piece was read, when kid is nil
	kid   *node // derivation of a rule named in the pattern
}

// derive returns the first derivation of pieces from..to by a rule, nil where there is none.
func (m *machine) derive(r int, ps []piece, from, to int) *node {
	var result *node
	m.walk(&expr{kind: exprRule, class: r}, ps, from, to, nil, func(at int, items []item) bool {
		if at != to {
			return false
		}
		result = items[0].kid
		return true
	})
	return result
}

// walk tries the ways to read e from at on, and calls then with where each ends, until then says that it is content.
func (m *machine) walk(e *expr, ps []piece, at, to int, items []item, then func(int, []item) bool) bool {
	switch e.kind {
	case exprClass:
		return at < to && slices.Contains(m.classesOf[ps[at].sym], e.class) && then(at+1, append(slices.Clip(items), item{class: e.class}))
	case exprRule:
		return m.walk(m.parsed[e.class], ps, at, to, nil, func(end int, inner []item) bool {
			return then(end, append(slices.Clip(items), item{kid: &node{rule: e.class, items: inner}}))
		})
	case exprChoice:
		for _, o := range e.of {
			if m.walk(o, ps, at, to, items, then) {
				return true
			}
		}
		return false
	}
	return m.walkSequence(e.of, ps, at, to, items, then)
}

func (m *machine) walkSequence(rest []*expr, ps []piece, at, to int, items []item, then func(int, []item) bool) bool {
	if len(rest) == 0 {
		return then(at, items)
	}
	return m.walk(rest[0], ps, at, to, items, func(next int, items []item) bool {
		return m.walkSequence(rest[1:], ps, next, to, items, then)
	})
}
