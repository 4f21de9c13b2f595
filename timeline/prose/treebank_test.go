package prose

import (
	"bufio"
	"compress/gzip"
	"os"
	"strings"
	"testing"
)

// treebanks is where the treebanks lie beside a working copy; tests that need them skip where they are absent.
const treebanks = "../../../shared/corpora/treebank/"

// A goldSentence is one sentence of a treebank.
type goldSentence struct {
	newPar      bool
	text        string
	words, tags []string
	lemmas      []string
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
	var s goldSentence
	scanner := bufio.NewScanner(unzipped)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		line := scanner.Text()
		switch f := strings.Split(line, "\t"); {
		case line == "":
			all = append(all, s)
			s = goldSentence{}
		case strings.HasPrefix(line, "# newpar"), strings.HasPrefix(line, "# newdoc"):
			s.newPar = true
		case strings.HasPrefix(line, "# text = "):
			s.text = line[len("# text = "):]
		case len(f) == 10 && !strings.ContainsAny(f[0], "-."):
			s.words, s.lemmas, s.tags = append(s.words, f[1]), append(s.lemmas, f[2]), append(s.tags, f[4])
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
		t.Logf("%s: sentences F1 %.1f, tokens F1 %.1f", name, sf, tf)
		if sf < 90 || tf < 97 {
			t.Errorf("%s: sentences F1 %.1f, tokens F1 %.1f", name, sf, tf)
		}
	}
}
