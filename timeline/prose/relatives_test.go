package prose

import (
	"strings"
	"testing"
)

// TestRelatives marks the relative clauses of each sentence with brackets.
func TestRelatives(t *testing.T) {
	for _, want := range []string{
		`The man [who led the party in May] resigned.`,
		`The court, [which ruled against the bank in May], fined two lenders.`,
		`Governor Ida Falk, a lawyer [who signed the bill on May 12, 2021], called it fair.`,
		`The harbour, [where the fleet is moored], was shut.`,
		`The ministry, [whose offices were searched in May], closed.`,
		`Norvia dropped the law [that paid for the ferries in 2016].`,
		`The case was brought by members, [whose plea, sent by the clerk in May, spoke of fraud].`,
		`The clerk asked who had paid the bill.`,
		`The board said what it knew.`,
		`The envoy, [who met Piet Vos, the mayor, on Friday], left.`,
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(want)
		s := &Read([]string{text}).Paragraphs[0].Sentences[0]
		marks := map[int]string{}
		for _, r := range s.Relatives() {
			marks[s.Tokens[r.From].Start] += "["
			marks[s.Tokens[r.To-1].End] += "]"
		}
		var got strings.Builder
		for i := range len(text) + 1 {
			got.WriteString(marks[i])
			if i < len(text) {
				got.WriteByte(text[i])
			}
		}
		if got.String() != want {
			t.Errorf("got  %s\nwant %s", got.String(), want)
		}
	}
}

// TestInWhat finds the verbs of clauses with "what".
func TestInWhat(t *testing.T) {
	for _, c := range []struct {
		text, verb string
		want       bool
	}{
		{"She rejected what she called a gift.", "called", true},
		{"He left for what one of them described as a rest.", "described", true},
		{"The law meant what it said.", "said", true},
		{"He asked who had called.", "called", false},
		{"She called it a gift.", "called", false},
	} {
		s := &Read([]string{c.text}).Paragraphs[0].Sentences[0]
		for i := range s.Predicates {
			if s.Tokens[s.Predicates[i].Head].Lower == c.verb && s.InWhat(i) != c.want {
				t.Errorf("%s: %s: got %v", c.text, c.verb, !c.want)
			}
		}
	}
}
