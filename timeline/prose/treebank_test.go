package prose

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// treebanks is where the treebanks lie beside a working copy; tests that need them skip where they are absent.
const treebanks = "../../../shared/corpora/treebank/"

// A goldSentence is one sentence of a treebank.
type goldSentence struct {
	doc         string // the name of its document
	newPar      bool
	text        string
	words, tags []string
	lemmas      []string
	heads       []int // from 1; 0 is the root
	labels      []string
	entities    []string // what begins and ends at each word, as GUM writes it
}

func treebank(t testing.TB, name string) []goldSentence {
	file, err := os.Open(treebanks + name)
	if err != nil {
		t.Skip("no treebanks beside this working copy")
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []goldSentence
	s := goldSentence{}
	scanner := bufio.NewScanner(unzipped)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		line := scanner.Text()
		switch f := strings.Split(line, "\t"); {
		case line == "":
			all = append(all, s)
			s = goldSentence{doc: s.doc}
		case strings.HasPrefix(line, "# newdoc id = "):
			s.doc, s.newPar = line[len("# newdoc id = "):], true
		case strings.HasPrefix(line, "# newpar"):
			s.newPar = true
		case strings.HasPrefix(line, "# text = "):
			s.text = line[len("# text = "):]
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			s.words, s.lemmas, s.tags = append(s.words, f[1]), append(s.lemmas, f[2]), append(s.tags, f[4])
			head, _ := strconv.Atoi(f[6])
			s.heads, s.labels = append(s.heads, head), append(s.labels, f[7])
			_, entity, _ := strings.Cut(f[9], "Entity=")
			entity, _, _ = strings.Cut(entity, "|")
			s.entities = append(s.entities, entity)
		}
	}
	return all
}

// ends returns the places, counted in letters without space, at which the pieces end.
func ends(pieces []string) map[int]bool {
	m, at := map[int]bool{}, 0
	for _, p := range pieces {
		at += len(strings.Join(strings.Fields(p), ""))
		m[at] = true
	}
	return m
}

// agreement returns the F1 of two segmentations, in per cent, by spans.
func agreement(gold, got []string) (hits int) {
	g, s := ends(gold), ends(got)
	g[0], s[0] = true, true
	at := 0
	for _, p := range got {
		from := at
		at += len(strings.Join(strings.Fields(p), ""))
		if !g[from] || !g[at] {
			continue
		}
		inside := false
		for k := from + 1; k < at && !inside; k++ {
			inside = g[k]
		}
		if !inside {
			hits++
		}
	}
	return hits
}

// TestSegmentation measures sentences and tokens on raw text.
func TestSegmentation(t *testing.T) {
	for _, name := range []string{"gum-dev", "gum-test"} {
		var par []goldSentence
		var sg, ss, sh, tg, ts, th int
		flush := func() {
			if len(par) == 0 {
				return
			}
			var texts, words []string
			for _, s := range par {
				texts, words = append(texts, s.text), append(words, s.words...)
			}
			var gotTexts, gotWords []string
			for _, s := range Sentences(strings.Join(texts, " ")) {
				gotTexts = append(gotTexts, s.Text)
				for _, token := range s.Tokens {
					gotWords = append(gotWords, token.Text)
				}
			}
			h := agreement(texts, gotTexts)
			if h < len(texts) && testing.Verbose() {
				t.Logf("sentences: %q", gotTexts)
			}
			sg, ss, sh = sg+len(texts), ss+len(gotTexts), sh+h
			tg, ts, th = tg+len(words), ts+len(gotWords), th+agreement(words, gotWords)
			par = par[:0]
		}
		for _, s := range treebank(t, name+".conllu.gz") {
			if s.newPar {
				flush()
			}
			par = append(par, s)
		}
		flush()
		sf, tf := 200*float64(sh)/float64(sg+ss), 200*float64(th)/float64(tg+ts)
		t.Logf("%s: sentences F1 %.2f, tokens F1 %.2f", name, sf, tf)
		if sf < 97 || tf < 99 {
			t.Errorf("%s: sentences F1 %.1f, tokens F1 %.1f", name, sf, tf)
		}
	}
}

// A tally counts what gold and system have, and have alike.
type tally struct{ gold, system, both int }

func (c tally) f1() float64 { return 200 * float64(c.both) / float64(max(c.gold+c.system, 1)) }

// analyse reads a sentence that has its tokens, as Read does without the rest of the article.
func analyse(s *Sentence) {
	tag(s, nil)
	findNames(s)
	parse(s)
}

// TestTrees measures subjects, objects and voice against trees, on sentences whose tokens come out as in the treebank.
func TestTrees(t *testing.T) {
	for _, name := range []string{"gum-dev", "ewt-dev"} {
		counts := map[string]*tally{"subject": {}, "passive subject": {}, "object": {}, "group": {}, "passive": {}, "negated": {}}
		for _, g := range treebank(t, name+".conllu.gz") {
			all := Sentences(g.text)
			if len(all) != 1 || len(all[0].Tokens) != len(g.words) || !slices.EqualFunc(all[0].Tokens, g.words, func(a Token, b string) bool { return a.Text == b }) {
				continue
			}
			s := &all[0]
			analyse(s)
			compare(t, s, g, counts)
		}
		for _, k := range []string{"group", "passive", "negated", "subject", "passive subject", "object"} {
			c := counts[k]
			t.Logf("%s: %-16s F1 %.1f (%d gold, %d found, %d right)", name, k, c.f1(), c.gold, c.system, c.both)
		}
		for k, least := range map[string]float64{"subject": 90, "passive subject": 76, "object": 82.5} {
			if f := counts[k].f1(); f < least {
				t.Errorf("%s: %s F1 %.1f, want %.1f", name, k, f, least)
			}
		}
	}
}

func compare(t *testing.T, s *Sentence, g goldSentence, counts map[string]*tally) {
	find := func(name string, gold, system map[[2]int]bool) {
		for p := range gold {
			counts[name].gold++
			if system[p] {
				counts[name].both++
			} else if os.Getenv("MISSES") == name {
				t.Logf("missed %s of %s: %s", g.words[p[1]], g.words[p[0]], g.text)
			}
		}
		for p := range system {
			counts[name].system++
			if !gold[p] && os.Getenv("MISSES") == name {
				t.Logf("wrong %s of %s: %s", g.words[max(p[1], 0)], g.words[p[0]], g.text)
			}
		}
	}
	gold, system := map[string]map[[2]int]bool{}, map[string]map[[2]int]bool{}
	for k := range counts {
		gold[k], system[k] = map[[2]int]bool{}, map[[2]int]bool{}
	}
	verb := groupHeads(s)
	for i, label := range g.labels {
		if verbal(g.tags[i], label) && g.lemmas[i] != "be" {
			gold["group"][[2]int{i, 0}] = true
		}
		h := g.heads[i] - 1
		if h >= 0 {
			if !strings.HasPrefix(g.tags[h], "V") || g.lemmas[h] == "be" {
				continue
			}
			h = verb[h]
		}
		switch wh := strings.HasPrefix(g.tags[i], "W"); {
		case label == "nsubj" && !wh && g.tags[i] != "EX":
			gold["subject"][[2]int{h, i}] = true
		case label == "nsubj:pass" && !wh:
			gold["passive subject"][[2]int{h, i}] = true
		case label == "obj" && !wh:
			gold["object"][[2]int{h, i}] = true
		case label == "aux:pass":
			gold["passive"][[2]int{h, 0}] = true
		case label == "advmod" && (g.lemmas[i] == "not" || g.lemmas[i] == "never"):
			gold["negated"][[2]int{h, 0}] = true
		}
	}
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if s.Tokens[p.Head].Lemma == "be" {
			continue
		}
		system["group"][[2]int{p.Head, 0}] = true
		if p.Subject >= 0 && p.Form == Finite && (p.Link != "relative" || s.Phrases[p.Subject].To == p.From) && p.Link != "conj" {
			at := [2]int{p.Head, s.Phrases[p.Subject].Head}
			if p.Passive {
				system["passive subject"][at] = true
			} else {
				system["subject"][at] = true
			}
		}
		if p.Object >= 0 && !p.Passive && s.Phrases[p.Object].From >= p.From { // what a relative clause takes up has no arc
			system["object"][[2]int{p.Head, s.Phrases[p.Object].Head}] = true
		}
		if p.Passive && p.From < p.Head {
			system["passive"][[2]int{p.Head, 0}] = true
		}
		if p.Negated && !strings.HasPrefix(strings.ToLower(s.Text), "no") {
			system["negated"][[2]int{p.Head, 0}] = true
		}
	}
	// A name's head is its first word in the trees and its last here.
	for _, k := range []string{"subject", "passive subject", "object"} {
		gold[k] = lastWords(s, gold[k])
	}
	for k := range counts {
		find(k, gold[k], system[k])
	}
}

// groupHeads maps the verbs of a group to the one that carries its meaning: in the trees "have to" and "going to" are verbs
// of their own, with a subject.
func groupHeads(s *Sentence) []int {
	head := make([]int, len(s.Tokens))
	for i := range head {
		head[i] = i
	}
	for _, p := range s.Predicates {
		for i := p.From; i < p.Head; i++ {
			if s.Tokens[i].Tag.Verb() {
				head[i] = p.Head
			}
		}
	}
	return head
}

// verbal says whether a token heads a verb group.
func verbal(tag, label string) bool {
	switch label {
	case "amod", "cop", "compound", "case", "fixed", "aux", "aux:pass":
		return false
	}
	return strings.HasPrefix(tag, "V")
}

// lastWords moves the second of each pair to the head of the phrase that holds it.
func lastWords(s *Sentence, pairs map[[2]int]bool) map[[2]int]bool {
	moved := map[[2]int]bool{}
	for p := range pairs {
		for _, phrase := range s.Phrases {
			if phrase.From <= p[1] && p[1] < phrase.To && phrase.Name >= 0 {
				p[1] = phrase.Head
				break
			}
		}
		moved[p] = true
	}
	return moved
}
