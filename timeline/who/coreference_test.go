package who

import (
	"bufio"
	"compress/gzip"
	"os"
	"regexp"
	"strings"
	"testing"

	"annals/timeline/prose"
)

// treebanks is where the treebanks lie beside a working copy; the test that needs them skips where they are absent.
const treebanks = "../../../shared/corpora/treebank/"

// A document is an article of GUM with what its annotators say of "he" and "she".
type document struct {
	paragraphs []string
	pronouns   []pronounAt
	names      map[string]map[string]bool // the proper nouns of each entity, in lower case
}

type pronounAt struct {
	entity   string
	para, at int // the byte in its paragraph
}

// TestPersonalPronouns measures "he" and "she" on the news and the interviews of GUM: the share that stands for a person whose
// name the pronoun is given. Its development and test parts have never been looked at for rules.
func TestPersonalPronouns(t *testing.T) {
	for _, part := range []struct {
		name  string
		floor float64
	}{{"gum-train", 80}, {"gum-dev", 80}, {"gum-test", 78}} {
		right, all := 0, 0
		for _, d := range documents(t, part.name+".conllu.gz") {
			c := Assemble(prose.Read(d.paragraphs))
			for _, p := range d.pronouns {
				if d.names[p.entity] == nil {
					continue // nobody is named
				}
				all++
				if found := c.pronoun(at(c, p)); len(found) > 0 {
					words := strings.Fields(strings.ToLower(found[0].Name))
					if d.names[p.entity][words[len(words)-1]] {
						right++
					}
				}
			}
		}
		share := 100 * float64(right) / float64(max(all, 1))
		t.Logf("%s: %d of %d, %.1f %%", part.name, right, all, share)
		if share < part.floor {
			t.Errorf("%s: %.1f %% of the pronouns are right, want %.0f", part.name, share, part.floor)
		}
	}
}

// at returns the sentence and the token of a pronoun.
func at(c *Cast, p pronounAt) (prose.Where, int) {
	sentences := c.text.Paragraphs[p.para].Sentences
	for s := range sentences {
		for i := range sentences[s].Tokens {
			if t := &sentences[s].Tokens[i]; t.Start <= p.at && p.at < t.End {
				return prose.Where{Para: p.para, Sentence: s}, i
			}
		}
	}
	return prose.Where{}, 0
}

func documents(t *testing.T, name string) []*document {
	file, err := os.Open(treebanks + name)
	if err != nil {
		t.Skip("no treebanks beside this working copy")
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []*document
	var d *document
	var rest, text string    // of the sentence: what is not read yet
	open := map[string]int{} // the mentions that a word stands in
	newPar := true
	for scanner := bufio.NewScanner(unzipped); scanner.Scan(); {
		line := scanner.Text()
		switch f := strings.Split(line, "\t"); {
		case strings.HasPrefix(line, "# newdoc id = "):
			d, newPar, open = nil, true, map[string]int{}
			if strings.Contains(line, "_news_") || strings.Contains(line, "_interview_") {
				d = &document{names: map[string]map[string]bool{}}
				all = append(all, d)
			}
		case d == nil:
		case strings.HasPrefix(line, "# newpar"):
			newPar = true
		case strings.HasPrefix(line, "# text = "):
			text = line[len("# text = "):]
			rest = text
			if last := len(d.paragraphs) - 1; newPar || last < 0 {
				d.paragraphs = append(d.paragraphs, text)
			} else {
				d.paragraphs[last] += " " + text
			}
			newPar = false
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			last := len(d.paragraphs) - 1
			rest = rest[max(strings.Index(rest, f[1]), 0):]
			d.word(f, open, last, len(d.paragraphs[last])-len(rest))
			rest = strings.TrimPrefix(rest, f[1])
		}
	}
	return all
}

// marks finds where mentions begin and end at a word: "(1-person-new", "(1-person-new)", "1)".
var marks = regexp.MustCompile(`\((\d+)-(\w+)[^()]*(\)?)|(\d+)\)`)

// word notes one word of a document, which begins at a byte of its last paragraph.
func (d *document) word(f []string, open map[string]int, para, at int) {
	_, entity, _ := strings.Cut(f[9], "Entity=")
	entity, _, _ = strings.Cut(entity, "|")
	lower := strings.ToLower(f[1])
	var shut []string
	for _, m := range marks.FindAllStringSubmatch(entity, -1) {
		if m[4] != "" || m[3] != "" {
			shut = append(shut, m[1]+m[4])
		}
		if m[2] != "person" {
			continue
		}
		open[m[1]]++
		if f[4] == "PRP" && (lower == "he" || lower == "she") {
			d.pronouns = append(d.pronouns, pronounAt{m[1], para, at})
		}
	}
	for id, n := range open {
		if f[4] == "NNP" && n > 0 {
			if d.names[id] == nil {
				d.names[id] = map[string]bool{}
			}
			d.names[id][lower] = true
		}
	}
	for _, id := range shut {
		open[id] = max(open[id]-1, 0)
	}
}
