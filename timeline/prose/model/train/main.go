// Command train learns the weights of package model from treebanks in CoNLL-U. It always gives the same file for the same treebanks.
//
//	go run ./timeline/prose/model/train -from ../shared/corpora/treebank -o timeline/prose/model/english.bin
package main

import (
	"bufio"
	"compress/gzip"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/timeline/prose"
	"annals/timeline/prose/model"
)

func main() {
	log.SetFlags(0)
	from := flag.String("from", "../shared/corpora/treebank", "the directory of the treebanks")
	out := flag.String("o", "", "where to write the weights")
	test := flag.String("test", "dev", "the part to measure: dev or test")
	iterations := flag.Int("iterations", 8, "how often to read the treebanks")
	prune := flag.Float64("prune", 0.4, "drop weights below this")
	flag.Parse()
	train := append(read(*from, "ewt-train"), read(*from, "gum-train")...)
	tags := inventory(train)
	tagger := model.Learn(tags, number(augment(train), tags), model.Options{
		Iterations: *iterations, Seed: 1, Frequent: 12, Rare: 0.003, Prune: *prune, Models: 4, Drop: 0.2})
	file := tagger.Encode()
	tagger, err := model.Decode(file)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d bytes, %d tags", len(file), len(tags))
	for _, name := range []string{"ewt-", "gum-"} {
		measure(tagger, name+*test, read(*from, name+*test))
	}
	if *out != "" {
		if err := os.WriteFile(*out, file, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

type sentence struct{ words, tags []string }

// read returns the sentences of a treebank; a token without a tag of its own (an empty node, a range) is left out.
func read(dir, name string) []sentence {
	file, err := os.Open(filepath.Join(dir, name+".conllu.gz"))
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		log.Fatal(err)
	}
	var all []sentence
	var s sentence
	scanner := bufio.NewScanner(unzipped)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		switch f := strings.Split(scanner.Text(), "\t"); {
		case len(f) == 1 && f[0] == "":
			all = append(all, s)
			s = sentence{}
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			s.words, s.tags = append(s.words, f[1]), append(s.tags, f[4])
		}
	}
	if err := scanner.Err(); err != nil {
		log.Fatal(err)
	}
	return all
}

func inventory(sentences []sentence) []string {
	var tags []string
	for _, s := range sentences {
		for _, tag := range s.tags {
			if !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	slices.Sort(tags)
	return tags
}

// augment adds headlines: every twentieth sentence in title case, and every fortieth in capitals, without a full stop.
func augment(sentences []sentence) []sentence {
	all := sentences[:len(sentences):len(sentences)]
	for i, s := range sentences {
		n := len(s.words)
		if n > 0 && s.tags[n-1] == "." {
			n--
		}
		if i%20 != 7 || n < 4 || n > 20 {
			continue
		}
		title := sentence{tags: s.tags[:n]}
		for k, w := range s.words[:n] {
			switch r, size := utf8.DecodeRuneInString(w); {
			case i%40 == 7:
				w = strings.ToUpper(w)
			case k == 0 || len(w) > 3 && s.tags[k] != "IN":
				w = string(unicode.ToUpper(r)) + w[size:]
			}
			title.words = append(title.words, w)
		}
		all = append(all, title)
	}
	return all
}

// number replaces the names of tags by their numbers; one that training did not see becomes 255.
func number(sentences []sentence, tags []string) []model.Sentence {
	all := make([]model.Sentence, len(sentences))
	for i, s := range sentences {
		all[i] = model.Sentence{Words: s.words}
		for k, w := range s.words {
			all[i].Lower = append(all[i].Lower, prose.Fold(w))
			all[i].Tags = append(all[i].Tags, uint8(slices.Index(tags, s.tags[k])))
		}
	}
	return all
}

func measure(t *model.Tagger, name string, sentences []sentence) {
	right, total := 0, 0
	errors := map[string]int{}
	var words model.Words
	for _, s := range number(sentences, t.Tags) {
		for i, tag := range t.Tag(s.Words, s.Lower, &words) {
			total++
			if tag == s.Tags[i] {
				right++
			} else if int(s.Tags[i]) < len(t.Tags) {
				errors[t.Tags[s.Tags[i]]+" as "+t.Tags[tag]]++
			}
		}
	}
	kinds := make([]string, 0, len(errors))
	for e := range errors {
		kinds = append(kinds, e)
	}
	slices.SortFunc(kinds, func(a, b string) int {
		if errors[a] != errors[b] {
			return errors[b] - errors[a]
		}
		return strings.Compare(a, b)
	})
	fmt.Printf("%s: %.2f %% of %d tokens right\n", name, 100*float64(right)/float64(total), total)
	for _, e := range kinds[:min(8, len(kinds))] {
		fmt.Printf("  %4d %s\n", errors[e], e)
	}
}
