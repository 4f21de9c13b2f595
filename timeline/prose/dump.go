package prose

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes everything that was read of an article, for people who look for a mistake: each paragraph with its kind,
// each sentence with its tagged words, names, phrases, predicates and quotations.
func (t *Text) Dump(w io.Writer) error {
	b := &strings.Builder{}
	for i := range t.Paragraphs {
		p := &t.Paragraphs[i]
		fmt.Fprintf(b, "¶%d %s\n", i, p.Kind)
		for k := range p.Sentences {
			s := &p.Sentences[k]
			fmt.Fprintf(b, "  %d.%d\n", i, k)
			s.dumpTokens(b)
			s.dumpNames(b)
			s.dumpPhrases(b)
			s.dumpPredicates(b)
			s.dumpQuotes(b, t)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *Sentence) dumpTokens(b *strings.Builder) {
	b.WriteString("    words     ")
	for i := range s.Tokens {
		fmt.Fprintf(b, " %s/%s", s.Tokens[i].Text, s.Tokens[i].Tag)
	}
	b.WriteByte('\n')
}

var nameKinds = [...]string{"unknown", "person", "body", "place", "group", "work", "event"}

func (s *Sentence) dumpNames(b *strings.Builder) {
	for _, n := range s.Names {
		fmt.Fprintf(b, "    name       %s (%s)", s.Words(n.Range), nameKinds[n.Kind])
		if n.Title.From < n.Title.To {
			fmt.Fprintf(b, ", title %s", s.Words(n.Title))
		}
		if n.Short.From < n.Short.To {
			fmt.Fprintf(b, ", short %s", s.Words(n.Short))
		}
		b.WriteByte('\n')
	}
}

func (s *Sentence) dumpPhrases(b *strings.Builder) {
	for i, p := range s.Phrases {
		fmt.Fprintf(b, "    phrase %-3d %s", i, s.Words(p.Range))
		if p.Prep >= 0 {
			fmt.Fprintf(b, ", after %q", s.Tokens[p.Prep].Text)
		}
		if p.Possessor >= 0 {
			fmt.Fprintf(b, ", of phrase %d", p.Possessor)
		}
		if p.Of >= 0 {
			fmt.Fprintf(b, ", with of %d", p.Of)
		}
		if len(p.Appos) > 0 {
			fmt.Fprintf(b, ", apposition %v", p.Appos)
		}
		if len(p.Conj) > 0 {
			fmt.Fprintf(b, ", and %v", p.Conj)
		}
		b.WriteByte('\n')
	}
}

var (
	tenses = [...]string{"no tense", "past", "present", "future"}
	forms  = [...]string{"finite", "infinitive", "gerund", "participle"}
)

func (s *Sentence) dumpPredicates(b *strings.Builder) {
	for i := range s.Predicates {
		p := &s.Predicates[i]
		words := s.Words(p.Range)
		if p.Particle >= p.To { // "step down", "shot him down"
			words += " " + s.Tokens[p.Particle].Text
		}
		fmt.Fprintf(b, "    verb %-3d   %s: %s %s", i, words, tenses[p.Tense], forms[p.Form])
		for _, flag := range []struct {
			set  bool
			name string
		}{{p.Perfect, "perfect"}, {p.Progressive, "progressive"}, {p.Passive, "passive"}, {p.Negated, "negated"},
			{p.Conditional, "conditional"}, {p.Scheduled, "scheduled"}} {
			if flag.set {
				b.WriteString(", " + flag.name)
			}
		}
		if p.Governor >= 0 {
			fmt.Fprintf(b, ", %s of verb %d", p.Link, p.Governor)
		}
		for _, side := range []struct {
			phrase int
			name   string
		}{{p.Subject, "subject"}, {p.Object, "object"}, {p.Second, "second object"}, {p.Agent, "agent"}} {
			if side.phrase >= 0 && side.phrase < len(s.Phrases) {
				fmt.Fprintf(b, "; %s %s", side.name, s.Words(s.Phrases[side.phrase].Range))
			}
		}
		if len(p.Obliques) > 0 {
			fmt.Fprintf(b, "; beside it phrases %v", p.Obliques)
		}
		b.WriteByte('\n')
	}
}

func (s *Sentence) dumpQuotes(b *strings.Builder, t *Text) {
	for _, q := range s.Quotes {
		fmt.Fprintf(b, "    quotation  %s", s.Words(q.Range))
		if q.ID >= 0 && q.ID < len(t.Quotations) {
			switch about := t.Quotations[q.ID]; {
			case about.Scare:
				b.WriteString(", nobody's speech")
			case about.Speaker.Para >= 0:
				fmt.Fprintf(b, ", reported by verb %d of %d.%d", about.Verb, about.Speaker.Para, about.Speaker.Sentence)
			}
		}
		b.WriteByte('\n')
	}
}
