package prose

import (
	"strings"
	"testing"
)

func TestTags(t *testing.T) {
	for _, line := range []string{
		"The/DT minister/NN resigned/VBD on/IN Friday/NNP ./.",
		"Parliament/NN has/VBZ not/RB approved/VBN the/DT budget/NN ./.",
		"She/PRP will/MD meet/VB Marco/NNP Silva/NNP ,/, the/DT foreign/JJ minister/NN ./.",
		"The/DT court/NN 's/POS ruling/NN was/VBD overturned/VBN by/IN the/DT judges/NNS ./.",
		"He/PRP did/VBD n't/RB say/VB who/WP paid/VBD ./.",
	} {
		var text []string
		for _, f := range strings.Fields(line) {
			text = append(text, f[:strings.LastIndexByte(f, '/')])
		}
		s := Read([]string{strings.NewReplacer(" .", ".", " ,", ",", " n't", "n't", " 's", "'s").Replace(strings.Join(text, " "))}).Paragraphs[0].Sentences[0]
		var got []string
		for _, token := range s.Tokens {
			got = append(got, token.Text+"/"+token.Tag.String())
		}
		if g := strings.Join(got, " "); g != line {
			t.Errorf("got  %s\nwant %s", g, line)
		}
	}
}

func TestLemma(t *testing.T) {
	for _, line := range []string{
		"said VBD say", "agreed VBD agree", "announcing VBG announce", "stopped VBD stop", "hoping VBG hope", "vetoes VBZ veto",
		"was VBD be", "testified VBD testify", "testifies VBZ testify", "signing VBG sign", "withdrew VBD withdraw",
		"convicted VBN convict", "sanctioned VBN sanction", "designated VBN designate", "imposing VBG impose",
		"passes VBZ pass", "discusses VBZ discuss", "opened VBD open", "passed VBD pass", "issued VBN issue",
		"parties NNS party", "crises NNS crisis", "women NNS woman", "taxes NNS tax", "houses NNS house", "committees NNS committee",
		"n't RB not", "wo MD will", "charged VBN charge", "dismissed VBN dismiss", "selling VBG sell", "voted VBD vote",
		"visited VBD visit", "resigned VBD resign", "retired VBD retire", "filed VBD file", "ruled VBD rule", "ordered VBD order",
		"released VBN release", "launched VBD launch", "expelled VBN expel", "planned VBD plan", "held VBD hold", "met VBD meet",
		"appointed VBN appoint", "nominated VBN nominate", "elected VBN elect", "arrested VBN arrest", "sued VBD sue",
		"reported VBD report", "killed VBN kill", "called VBD call", "added VBD add", "wants VBZ want", "accusing VBG accuse",
		"entered VBD enter", "confirmed VBN confirm", "blocked VBD block", "seized VBN seize", "extended VBN extend", "raised VBD raise",
		"forced VBN force", "served VBD serve", "hosting VBG host", "chaired VBD chair", "repealed VBN repeal", "warned VBD warn",
		"suspended VBN suspend", "proposed VBN propose", "discussed VBD discuss", "promised VBD promise", "denied VBD deny",
		"cancelled VBD cancel", "submitted VBD submit", "admitted VBD admit", "prevented VBN prevent", "authorized VBD authorize",
	} {
		f := strings.Fields(line)
		tag := NoTag
		for i, n := range tagNames {
			if n == f[1] {
				tag = Tag(i)
			}
		}
		if got := lemma(f[0], tag); got != f[2] {
			t.Errorf("lemma(%s, %s) = %s, want %s", f[0], f[1], got, f[2])
		}
	}
}

// TestTreebankTags measures the tagger and the lemmas on given tokens.
func TestTreebankTags(t *testing.T) {
	for name, least := range map[string]float64{"ewt-dev": 94.3, "gum-dev": 96} {
		var right, lemmas, total int
		for _, g := range treebank(t, name+".conllu.gz") {
			s := Sentence{}
			for _, w := range g.words {
				s.Tokens = append(s.Tokens, Token{Text: w, Lower: fold(w)})
			}
			tag(&s, nil)
			for i, token := range s.Tokens {
				total++
				if token.Tag.String() == g.tags[i] {
					right++
				}
				if got := lemma(token.Lower, tagNamed(g.tags[i])); got == strings.ToLower(g.lemmas[i]) || !tagNamed(g.tags[i]).Verb() && !tagNamed(g.tags[i]).Noun() {
					lemmas++
				}
			}
		}
		accuracy := 100 * float64(right) / float64(total)
		t.Logf("%s: %.2f %% of the tags, %.2f %% of the lemmas right", name, accuracy, 100*float64(lemmas)/float64(total))
		if accuracy < least {
			t.Errorf("%s: %.2f %% of the tags right, want %.1f", name, accuracy, least)
		}
	}
}

func tagNamed(name string) Tag {
	for i, n := range tagNames {
		if n == name {
			return Tag(i)
		}
	}
	return NoTag
}

func BenchmarkTag(b *testing.B) {
	p := strings.Repeat("Gen. Marco Silva didn’t sign the U.S.-led accord on Feb. 13, 2025, his office said. “We waited,” he added. ", 20)
	sentences := Sentences(p)
	b.SetBytes(int64(len(p)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range sentences {
			tag(&sentences[i], nil)
		}
	}
}
