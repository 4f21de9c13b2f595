package prose

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// A verbGroup is a finite verb group as trees and predicates both tell it.
type verbGroup struct {
	from, head       int
	tense            Tense
	passive, negated bool
}

// TestVerbGroups measures the finite verb groups on given tokens: a group is right where its first auxiliary, its verb,
// its tense, its voice and its negation are. What "is to", "going to" and "have to" govern belongs to the group.
func TestVerbGroups(t *testing.T) {
	for name, least := range map[string]float64{"gum-dev": 94.5, "gum-test": 93, "ewt-dev": 91} {
		var c tally
		for _, g := range treebank(t, name+".conllu.gz") {
			s := g.sentence()
			analyse(&s)
			gold, got := g.groups(), finiteGroups(&s)
			c.gold, c.system = c.gold+len(gold), c.system+len(got)
			for _, v := range got {
				if slices.Contains(gold, v) {
					c.both++
				} else if os.Getenv("MISSES") == "groups" {
					t.Logf("wrong %+v: %s", v, s.mark(v.from, v.head))
				}
			}
			for _, v := range gold {
				if !slices.Contains(got, v) && os.Getenv("MISSES") == "groups" {
					t.Logf("missed %+v: %s", v, s.mark(v.from, v.head))
				}
			}
		}
		t.Logf("%s: finite verb groups F1 %.1f (%d gold, %d found, %d right)", name, c.f1(), c.gold, c.system, c.both)
		if c.f1() < least {
			t.Errorf("%s: finite verb groups F1 %.1f, want %.1f", name, c.f1(), least)
		}
	}
}

// sentence returns the sentence with the tokens of the treebank, untagged.
func (g *goldSentence) sentence() Sentence {
	s := Sentence{Text: g.text, Span: Span{0, len(g.text)}}
	at := 0
	for _, w := range g.words {
		at += strings.Index(g.text[at:], w)
		s.Tokens = append(s.Tokens, Token{Span: Span{at, at + len(w)}, Text: w, Lower: fold(w)})
		at += len(w)
	}
	return s
}

// mark returns the text with brackets around two of its tokens.
func (s *Sentence) mark(from, to int) string {
	a, b := s.Tokens[from].Start, s.Tokens[to].End
	return s.Text[:a] + "[" + s.Text[a:b] + "]" + s.Text[b:]
}

// groups reads the finite verb groups off the tree.
func (g *goldSentence) groups() []verbGroup {
	var all []verbGroup
	for i := range g.words {
		if !strings.HasPrefix(g.tags[i], "V") || strings.HasPrefix(g.labels[i], "aux") {
			continue
		}
		clause := i // the word that auxiliaries and adverbs hang on
		if g.labels[i] == "cop" {
			clause = g.heads[i] - 1
		}
		from := i
		v := verbGroup{head: i}
		for k := range g.words {
			if g.heads[k]-1 != clause {
				continue
			}
			switch {
			case strings.HasPrefix(g.labels[k], "aux"):
				from = min(from, k)
				v.passive = v.passive || g.labels[k] == "aux:pass"
			case g.labels[k] == "advmod" && (g.lemmas[k] == "not" || g.lemmas[k] == "never" || g.words[k] == "n't" || g.noLonger(k)):
				v.negated = true
			case strings.HasPrefix(g.labels[k], "nsubj"):
				v.negated = v.negated || g.denies(k)
			}
		}
		if tag := tagNamed(g.tags[from]); !finite(tag) {
			continue
		}
		v.from, v.tense = from, g.tense(from, i)
		all = append(all, g.carriedOn(v))
	}
	return all
}

// noLonger says whether "no" hangs on the "longer" at k.
func (g *goldSentence) noLonger(k int) bool {
	return k > 0 && strings.EqualFold(g.words[k], "longer") && strings.EqualFold(g.words[k-1], "no")
}

// denies says whether a subject is "nobody", "none" or a noun with "no".
func (g *goldSentence) denies(subject int) bool {
	switch strings.ToLower(g.words[subject]) {
	case "no", "nobody", "none", "nothing", "neither":
		return true
	}
	for k := range subject {
		if w := strings.ToLower(g.words[k]); g.heads[k]-1 == subject && (w == "no" || w == "neither") {
			return true
		}
	}
	return false
}

// tense returns that of the group from its first auxiliary to its verb, as Predicate has it: "has gone" is past.
func (g *goldSentence) tense(from, head int) Tense {
	perfect := from < head && slices.ContainsFunc(g.lemmas[from:head], func(l string) bool { return l == "have" })
	switch tag := g.tags[from]; {
	case tag == "MD" && (g.lemmas[from] == "will" || g.lemmas[from] == "would" || g.lemmas[from] == "shall"):
		return Future
	case tag == "VBD", perfect:
		return Past
	}
	return Present
}

// carriedOn takes "to" and a verb right after "be", "have" or "going" into the group.
func (g *goldSentence) carriedOn(v verbGroup) verbGroup {
	i := v.head
	if i+2 >= len(g.words) || g.tags[i+1] != "TO" || g.tags[i+2] != "VB" {
		return v
	}
	switch going := strings.EqualFold(g.words[i], "going") && v.from < i; {
	case going, g.lemmas[i] == "be":
		if v.tense == Present {
			v.tense = Future
		}
	case g.lemmas[i] != "have":
		return v
	}
	v.head = i + 2
	if g.lemmas[i+2] != "be" {
		return v
	}
	for k := i + 3; k < len(g.words) && k < i+6; k++ { // "is to be heard"
		if g.heads[i+2]-1 == k && strings.HasPrefix(g.labels[i+2], "aux") {
			v.head, v.passive = k, g.labels[i+2] == "aux:pass"
		}
	}
	return v
}

// finiteGroups returns the finite predicates that begin with a finite verb of their own.
func finiteGroups(s *Sentence) []verbGroup {
	var all []verbGroup
	for _, p := range s.Predicates {
		if p.Form == Finite && finite(s.Tokens[p.From].Tag) {
			all = append(all, verbGroup{p.From, p.Head, p.Tense, p.Passive, p.Negated})
		}
	}
	return all
}
