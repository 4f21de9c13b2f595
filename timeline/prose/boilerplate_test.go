package prose

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// scraps are pieces of boilerplate and of news, to be put together at random.
var scraps = strings.Split("By |BY |— |– |Jane Roe|(@janeroe)| |March 3, 2020|2020-03-03|Thursday, |3rd May 2020|at 10:30 am|.|:|Photo|photo |credit|"+
	"(Photo: |)|Getty Images|AP Photo|█ |Read|Read more|see also|from earlier|Related|In other news|Don’t miss|» |>> |© |(c) |Copyright|"+
	"All rights reserved|not investment advice|writer has no positions|views expressed here|this article was first published|"+
	"licensed under a Creative Commons|Sign up for our|free newsletter|our weekly newsletter|follow us on Twitter|follow |click here|"+
	"our terms of service|accept all cookies|Advertisement|Editor’s note|Correction|Updated: |Last updated |Reporting by |(Additional reporting by|"+
	"https://t.co/abc|pic.twitter.com/x1|the minister said|“|\n|support our journalism|become a member|ap photo|\u00e9|Sources|more|Video |map|©", "|")

// TestPossible checks that the hints of a shape never hide a paragraph that its expression would match.
func TestPossible(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	matched := 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + dice.IntN(5) {
			b.WriteString(scraps[dice.IntN(len(scraps))])
			if dice.IntN(2) == 0 {
				b.WriteByte(' ')
			}
		}
		text := strings.TrimSpace(b.String())
		if dice.IntN(4) == 0 {
			text = strings.ToUpper(text)
		}
		set := possible(text)
		for i, s := range shapes {
			if s.re.MatchString(text) {
				matched++
				if set>>i&1 == 0 {
					t.Fatalf("%q has no hint of shape %d, %v", text, i, s.kind)
				}
			}
		}
	}
	if matched < 1000 {
		t.Errorf("only %d texts match a shape: this test tells nothing", matched)
	}
}

func BenchmarkKind(b *testing.B) {
	p := strings.Repeat("The ministers of both states signed the accord in Oslo on Tuesday, their offices said. ", 4)
	b.SetBytes(int64(len(p)))
	b.ReportAllocs()
	for b.Loop() {
		kindOf(p, 4, 10)
	}
}
