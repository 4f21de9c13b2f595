package prose

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The trees of GUM mark every noun phrase as an entity of some type; what they hold of names is read off so:
//
//   - a person is an entity of type person whose head, or what hangs on its head as "flat", is a proper noun in the
//     singular; its name is that noun with all that is flat to it, at one remove or more. Titles, "Dr.", "candidate", hang otherwise.
//   - a body is an entity of type organization whose head is a proper noun; its name is the run of proper nouns around
//     the head, with the "of", "for", "and" and "the" that tie further ones to it.
//   - a museum, a school or a centre that GUM calls a place may be one or a body; what is made of it does not count.
//   - a title or a people alone ("the Governor", "a Republican") names nobody, an article is no part of a name, and a land
//     that stands for its team or its state is a place here.
//
// Person counts for Person and organization for Org, with the same words; an acronym in brackets is a name of its own.

// A namedEntity is a name as letters without space, counted from the beginning of its document.
type namedEntity struct {
	from, to int
	kind     NameKind
}

// TestNamedEntities measures the names of persons and bodies, span and kind, in the news and interviews of GUM. The part
// for training is only shown: its names were read while the lists were made.
func TestNamedEntities(t *testing.T) {
	var all tally
	for _, name := range []string{"gum-train", "gum-dev", "gum-test"} {
		docs := map[string][]goldSentence{}
		for _, g := range treebank(t, name+".conllu.gz") {
			if strings.Contains(g.doc, "_news_") || strings.Contains(g.doc, "_interview_") {
				docs[g.doc] = append(docs[g.doc], g)
			}
		}
		var c tally
		for _, doc := range docs {
			gold, got := map[namedEntity]string{}, foundNames(doc)
			at := 0
			for i := range doc {
				doc[i].named(at, gold)
				at += letters(doc[i].text)
			}
			for e := range gold {
				if e.kind == Place {
					delete(gold, e)
					delete(got, namedEntity{e.from, e.to, Org})
				}
			}
			for e, words := range gold {
				if _, ok := got[e]; ok {
					c.both++
				} else if os.Getenv("MISSES") == "names" && name != "gum-test" {
					t.Logf("%s missed %v %s", doc[0].doc, nameKinds[e.kind], words)
				}
			}
			for e, words := range got {
				if _, ok := gold[e]; !ok && os.Getenv("MISSES") == "names" && name != "gum-test" {
					t.Logf("%s wrong  %v %s", doc[0].doc, nameKinds[e.kind], words)
				}
			}
			c.gold, c.system = c.gold+len(gold), c.system+len(got)
		}
		t.Logf("%s: names of persons and bodies F1 %.1f (%d gold, %d found, %d right)", name, c.f1(), c.gold, c.system, c.both)
		if name != "gum-train" {
			all = tally{all.gold + c.gold, all.system + c.system, all.both + c.both}
		}
	}
	t.Logf("names of persons and bodies F1 %.1f", all.f1())
	if all.f1() < 78 {
		t.Errorf("names of persons and bodies F1 %.1f, want 78", all.f1())
	}
}

func letters(text string) int { return len(strings.Join(strings.Fields(text), "")) }

// foundNames reads a document and returns the names of persons and bodies in it.
func foundNames(doc []goldSentence) map[namedEntity]string {
	var paragraphs []string
	for _, g := range doc {
		if g.newPar || len(paragraphs) == 0 {
			paragraphs = append(paragraphs, g.text)
		} else {
			paragraphs[len(paragraphs)-1] += " " + g.text
		}
	}
	found := map[namedEntity]string{}
	at := 0
	for _, p := range Read(paragraphs).Paragraphs {
		for i := range p.Sentences {
			s := &p.Sentences[i]
			add := func(r Range, kind NameKind) {
				if first := s.Tokens[r.From]; first.Lower == "the" || kindsOf(first.Text)&royal != 0 && r.From+1 < r.To {
					r.From++
				}
				span := s.SpanOf(r)
				found[namedEntity{at + letters(p.Text[:span.Start]), at + letters(p.Text[:span.End]), kind}] = s.Words(r)
			}
			for _, n := range s.Names {
				if n.Kind != Person && n.Kind != Org {
					continue
				}
				add(n.Range, n.Kind)
				if n.Short.From < n.Short.To {
					add(n.Short, n.Kind)
				}
			}
		}
		at += letters(p.Text)
	}
	return found
}

// named adds the names of a sentence that begins at the given letter.
func (g *goldSentence) named(at int, names map[namedEntity]string) {
	starts := make([]int, len(g.words)+1)
	starts[0] = at
	for i, w := range g.words {
		starts[i+1] = starts[i] + len(w)
	}
	for _, e := range g.spans() {
		r, kind := Range{}, Unknown
		switch e.label {
		case "person":
			r, kind = g.personIn(e.Range), Person
		case "organization":
			r, kind = g.bodyIn(e.Range), Org
		case "place":
			if r, kind = g.bodyIn(e.Range), Place; !institutions[g.words[g.headOf(e.Range)]] {
				continue
			}
		}
		if r.From < r.To {
			names[namedEntity{starts[r.From], starts[r.To], kind}] = strings.Join(g.words[r.From:r.To], " ")
		}
	}
}

var institutions = map[string]bool{"Museum": true, "Center": true, "Centre": true, "School": true, "College": true, "University": true,
	"Hospital": true, "Church": true, "Library": true, "Gallery": true, "Base": true}

// An entity is a noun phrase of the treebank with its type.
type entity struct {
	Range
	label string
}

var bracket = regexp.MustCompile(`\([^()]*\)?|[^()]+\)`)

// spans reads the entities of the sentence.
func (g *goldSentence) spans() []entity {
	var all []entity
	var open []int
	ids := []string{}
	for i, marks := range g.entities {
		for _, m := range bracket.FindAllString(marks, -1) {
			if name, begins := strings.CutPrefix(m, "("); begins {
				f := strings.SplitN(strings.TrimSuffix(name, ")"), "-", 3)
				if len(f) < 2 {
					continue
				}
				all, ids = append(all, entity{Range{i, i + 1}, f[1]}), append(ids, f[0])
				if !strings.HasSuffix(m, ")") {
					open = append(open, len(all)-1)
				}
				continue
			}
			id := strings.TrimSuffix(m, ")")
			for k := len(open) - 1; k >= 0; k-- {
				if ids[open[k]] == id {
					all[open[k]].To = i + 1
					open = slices.Delete(open, k, k+1)
					break
				}
			}
		}
	}
	return all
}

// headOf returns the word of a range that hangs on one outside.
func (g *goldSentence) headOf(r Range) int {
	for i := r.From; i < r.To; i++ {
		if h := g.heads[i] - 1; h < r.From || h >= r.To {
			return i
		}
	}
	return r.From
}

func (g *goldSentence) personIn(r Range) Range {
	head := g.headOf(r)
	name := Range{}
	for i := r.From; i < r.To; i++ {
		top := i
		for g.labels[top] == "flat" && g.heads[top]-1 >= r.From && g.heads[top]-1 < top {
			top = g.heads[top] - 1
		}
		flat := top == head
		if (i == head || flat) && g.tags[i] == "NNP" && capital(g.words[i]) {
			if name.From == name.To {
				name.From = i
			}
			name.To = i + 1
		}
	}
	for name.From < name.To && name.To+1 < r.To && g.words[name.To] == "-" { // "Kwok-hing"
		name.To += 2
	}
	if name.To == name.From+1 && kindsOf(g.words[name.From])&(rank|role|modifier|group|demonym) != 0 {
		return Range{}
	}
	return name
}

func (g *goldSentence) bodyIn(r Range) Range {
	head := g.headOf(r)
	proper := func(i int) bool {
		return i >= r.From && i < r.To && strings.HasPrefix(g.tags[i], "NNP") && capital(g.words[i])
	}
	if !proper(head) {
		return Range{}
	}
	name := Range{head, head + 1}
	for grown := true; grown; {
		grown = false
		if k := g.tie(name.From-1, -1); proper(k) {
			name.From, grown = k, true
		}
		if k := g.tie(name.To, 1); proper(k) {
			name.To, grown = k+1, true
		}
	}
	if kindsOf(strings.Join(g.words[name.From:name.To], " "))&country != 0 {
		return Range{}
	}
	return name
}

// tie steps from i over small words that tie the words of a body's name.
func (g *goldSentence) tie(i, by int) int {
	for n := 0; n < 3 && i >= 0 && i < len(g.words); n++ {
		switch g.words[i] {
		case "of", "for", "and", "&", "the", "-", "'s", "’s", "'", "’", "on":
			i += by
		default:
			return i
		}
	}
	return i
}
