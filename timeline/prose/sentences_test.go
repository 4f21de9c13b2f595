package prose

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestSentences(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"plain", "The bill passed. | It was signed on Friday."},
		{"title", "Gen. Marco Silva met Sen. Ana P. Ruiz in St. Olaf. | They talked."},
		{"dated", "He signed it on Feb. 13, 2025. | He was joined by aides."},
		{"country", "She left the U.S. in May. | Talks in the U.S. House failed."},
		{"country at the end", "He returned to the U.S. | The next day he resigned."},
		{"hour", "It opened at 5 p.m. Monday. | The vote was at 11 a.m. | The result came late."},
		{"number", "Bill No. 5 failed. | He said no. | Nobody spoke."},
		{"quote", "“We won.” | The crowd cheered."},
		{"straight quote", `"We won." | The crowd cheered.`},
		{"quote, lower case", "“Did we win?” he asked. | Nobody knew."},
		{"quote, name", "“Did we win?” Marco Silva asked. | Nobody knew."},
		{"brackets", "(He was absent.) | The court ruled."},
		{"note", "The treaty lapsed.[3] | A new one followed."},
		{"list item", "1. The parties agree."},
		{"ellipsis", "They waited ... and waited. | Then it rained."},
		{"initials", "J. K. Moreau and H.L. Brandt agreed. | Both signed."},
		{"line", "First line\n| Second line"},
		{"no space", "They met in Oslo on Monday.They agreed on prices."},
		{"letter", "They chose plan B. | The minister agreed."},
		{"note after a space", "The treaty lapsed. [3] | A new one followed."},
		{"note without brackets", "The treaty lapsed in 1990. 14 | In the same year a new one followed."},
		{"list of provisions", "1 The tax is due in May. | 2 The council sets it."},
		{"broken off", "I thought you were — | Well, it was late."},
		{"dash of a place", "OSLO, May 3 — The ministers met."},
		{"dash and name", "The minister — Ana Ruiz — resigned."},
		{"figure", "Figure 2.1 | Farmers bring in the harvest. | (credit: A. Novak)"},
		{"credit", "The harvest was late. | (credit: a farmer)"},
		{"picture", "Farmers at work | Image: The Example."},
		{"day under a headline", "Ministers agree on fish | Thursday, May 7, 2020 | They met in Oslo."},
		{"day in a sentence", "They met on Thursday, May 7, 2020 In Oslo."},
		{"life", "Ana Ruiz (b. May 1960, m. 1981; d. 2004) led the party. | She won."},
		{"about", "The hall (built c. 1450) burnt down. | Nobody was hurt."},
		{"film", "He liked “Run!” and Stop! (1998) most."},
		{"bill", "The House passed H. R. 1280 on Monday. | It was a long day."},
		{"left out", "Crops failed [...] | The ministers met."},
		{"left out before a name", "“Crops failed[...] | Ruiz did nothing.”"},
		{"left out inside", "Crops [...] failed, and the [...] US did nothing."},
		{"left out between", "Crops failed. [...] | The ministers met."},
		{"opus", "He played Op. 46 and Nr. 3. | They sang."},
		{"case", "In Hart v. Lowe and Oslo vs. Bergen the court sat. | It ruled."},
		{"editor's words", "“I met [George H. W.] Holt,” he said. | She left."},
		{"speaker", "Senator WICKER. | Thank you. | Mr. MORENO. | I rise today."},
		{"quotes that end", "He called it “a shame.” | Ruiz left. | “Never!” | The hall fell silent. | It was “done”. | They left."},
		{"reader's note", "The treaty lapsed. [citation needed] | A new one followed."},
		{"note tied", "The treaty lapsed.4 | A new one followed."},
		{"hour at the end", "They met at 5 p.m. | Ruiz spoke first. | It was 9 p.m. EST when it closed at 10 a.m. Oslo time. | It opens at 8 p.m. Eastern on Sunday and at 5 p.m. Pacific. | At 5 p.m. | Central banks closed."},
		{"and so on", "They sold fish, oil, etc. | Ruiz bought some, etc., too."},
		{"length", "It measured six ft. | Nobody saw Mt. Odra."},
		{"title in a title", "He wrote Odra? (The River, in Norse) and a play."},
		{"headline", "MINISTERS AGREE ON FISH"},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := strings.Split(strings.ReplaceAll(test.text, "\n| ", "\n|"), "|")
			for i := range want {
				want[i] = strings.TrimSpace(want[i])
			}
			text := strings.NewReplacer("\n| ", "\n", "| ", "").Replace(test.text)
			if test.name == "no space" {
				want = []string{"They met in Oslo on Monday.", "They agreed on prices."}
			}
			var got []string
			for _, s := range Sentences(text) {
				got = append(got, s.Text)
			}
			if strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("got %q\nwant %q", got, want)
			}
		})
	}
}

func TestTokens(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"He didn't say it's Ana's, can't he?", "He did n't say it 's Ana 's , ca n't he ?"},
		{"He didn’t say it’s Ana’s; the workers’ union cannot.", "He did n’t say it ’s Ana ’s ; the workers ’ union can not ."},
		{"U.S.-led, well-known 5-4 vote", "U.S. - led , well - known 5 - 4 vote"},
		{"On 2025-02-13, $1.5bn and US$3,000.50 (20%)", "On 2025-02-13 , $ 1.5 bn and US$ 3,000.50 ( 20 % )"},
		{"Sept. 3 at 10:30am or 9 a.m.", "Sept. 3 at 10:30 am or 9 a.m."},
		{"[T]he O'Neal plan—a '90s idea…", "[T]he O'Neal plan — a '90s idea …"},
		{"See www.example.org/a, x@example.org, example.com.", "See www.example.org/a , x@example.org , example.com ."},
		{"R&D and/or H.R. 12, Smith v. Jones", "R&D and / or H.R. 12 , Smith v. Jones"},
		{"the U.S and U.K, J.K. Moreau in plan A.B", "the U.S and U.K , J.K. Moreau in plan A.B"},
		{"on Feb. 3rd, 2019–2021", "on Feb. 3rd , 2019 – 2021"},
	} {
		var got []string
		for _, s := range Sentences(test.text) {
			for _, token := range s.Tokens {
				got = append(got, token.Text)
			}
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, g, test.want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"“": `"`, "’s": "'s", "—": "-", "[T]he": "the", "Été": "été", "U.S.": "u.s."} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// checkSpans fails unless sentences and tokens nest, follow each other, and leave out nothing but space.
func checkSpans(t *testing.T, p string, sentences []Sentence) {
	t.Helper()
	at := 0
	gap := func(to int) {
		for _, r := range p[at:to] {
			if !space(r) {
				t.Fatalf("%q: %q is in no token", p, p[at:to])
			}
		}
	}
	for i := range sentences {
		s := &sentences[i]
		if len(s.Tokens) == 0 || s.Text != p[s.Start:s.End] || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("%q: sentence %d has a bad span", p, i)
		}
		for _, token := range s.Tokens {
			if token.Start < at || token.End <= token.Start || token.Text != p[token.Start:token.End] || token.Lower == "" {
				t.Fatalf("%q: bad token %+v", p, token)
			}
			gap(token.Start)
			at = token.End
		}
	}
	gap(len(p))
}

func FuzzSentences(f *testing.F) {
	f.Add("Gen. Silva said: “[T]he U.S. won't.” He left on 2025-02-13... It's 'over'.")
	f.Add("n't 's ’ \xff [a]b @ # US$ a@b.c 1.2.3 e.g. -- ---")
	f.Fuzz(func(t *testing.T, p string) {
		if !utf8.ValidString(p) && len(p) > 1<<16 {
			t.Skip()
		}
		checkSpans(t, p, Sentences(p))
	})
}

// TestLinear reads long paragraphs on which a reader that looks ahead or back again and again would stand still, and fails
// where four times the text takes far more than four times as long; the machine may be busy.
func TestLinear(t *testing.T) {
	took := func(p string) time.Duration {
		begin := time.Now()
		Read([]string{p})
		return time.Since(begin)
	}
	for _, unit := range []string{`"`, "A ", "and ", ". ", "[a", ", ", "who , ", "Ana and ", "to sign ", "the law of ", "was , ", "U.S. ", "'", "a@", "(", "a.",
		"saying , ", "\" a \" b ", "which the board ", "of the man ; who fell and led ", "Ana Vesk (AV) ", "led by Ana and "} {
		p := strings.Repeat(unit, 100_000/len(unit))
		checkSpans(t, p[:min(len(p), 20_000)], Sentences(p[:min(len(p), 20_000)]))
		if a, b := took(p[:len(p)/4]), took(p); b > 12*a+2*time.Second {
			t.Errorf("%q: a quarter took %v, the whole %v", unit, a, b)
		}
	}
}

func BenchmarkSentences(b *testing.B) {
	p := strings.Repeat("Gen. Marco Silva didn’t sign the U.S.-led accord on Feb. 13, 2025, his office said. “We waited,” he added. ", 20)
	b.SetBytes(int64(len(p)))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(p)
	}
}

// FuzzRead checks that everything that Read finds lies where it may lie.
func FuzzRead(f *testing.F) {
	f.Add("On Friday, Ana Ruiz, the mayor, said \"we will not go\" and left, which Silva (who had signed) denied.")
	f.Add("a , b , who , and - of to be to have by , the , is , and signed, ( was ) said")
	f.Fuzz(func(t *testing.T, p string) {
		if len(p) > 1<<13 {
			t.Skip()
		}
		text := Read([]string{p})
		checkSpans(t, p, text.Paragraphs[0].Sentences)
		for i := range text.Paragraphs[0].Sentences {
			checkParse(t, &text.Paragraphs[0].Sentences[i])
		}
	})
}

func checkParse(t *testing.T, s *Sentence) {
	t.Helper()
	n, phrases, predicates := len(s.Tokens), len(s.Phrases), len(s.Predicates)
	in := func(what string, i, limit int) {
		if i < -1 || i >= limit {
			t.Fatalf("%q: %s %d of %d", s.Text, what, i, limit)
		}
	}
	at := 0
	for k := range s.Phrases {
		f := &s.Phrases[k]
		if f.From < at || f.To <= f.From || f.To > n || f.Head < f.From || f.Head >= f.To {
			t.Fatalf("%q: bad phrase %+v", s.Text, f)
		}
		at = f.To
		in("preposition", f.Prep, n)
		in("possessor", f.Possessor, k)
		in("of", f.Of, phrases)
		in("name", f.Name, len(s.Names))
		for _, o := range append(append([]int{}, f.Appos...), f.Conj...) {
			in("apposition or member", o, phrases)
		}
	}
	at = 0
	for k := range s.Predicates {
		g := &s.Predicates[k]
		if g.From < at || g.To <= g.From || g.To > n || g.Head < g.From || g.Head >= g.To || g.Governor == k {
			t.Fatalf("%q: bad predicate %+v", s.Text, g)
		}
		at = g.To
		in("particle", g.Particle, n)
		in("governor", g.Governor, predicates)
		for _, o := range append([]int{g.Subject, g.Object, g.Second, g.Agent}, g.Obliques...) {
			in("argument", o, phrases)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	p := strings.Repeat("Gen. Marco Silva didn’t sign the U.S.-led accord on Feb. 13, 2025, his office said. “We waited,” he added. ", 20)
	b.SetBytes(int64(len(p)))
	b.ReportAllocs()
	for b.Loop() {
		Read([]string{p})
	}
}
