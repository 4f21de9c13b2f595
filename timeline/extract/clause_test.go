package extract

import (
	"slices"
	"strings"
	"testing"

	"annals/timeline"
	"annals/timeline/edtf"
)

// TestClause cuts long sentences. Every clause must stand in its paragraph, hold its trigger, and be short enough.
func TestClause(t *testing.T) {
	for _, c := range []struct{ text, trigger, want string }{
		{"The port council voted on Tuesday to sell the pier.", "voted", "The port council voted on Tuesday to sell the pier."},
		{"On Monday the harbour court, which sits in the old customs house beside the northern ferry landing, sentenced the former director of the island's shipping line to three years in prison, while outside the building several hundred dock workers and their families waited in the rain for the verdict.",
			"sentenced", "On Monday the harbour court, which sits in the old customs house beside the northern ferry landing, sentenced the former director of the island's shipping line to three years in prison"},
		{"Ministers from the four river states met in Norvik on Friday, and although none of them would say afterwards what had been agreed on the long-delayed lower dam, on the fish ladders, on the toll or on the shared flood warnings, officials spoke of progress.",
			"met", "Ministers from the four river states met in Norvik on Friday, and although none of them would say afterwards what had been agreed on the long-delayed lower dam, on the fish ladders, on the toll or on the shared flood warnings"},
	} {
		found := false
		for _, e := range Events(timeline.Article{Published: edtf.DayOf(2025, 9, 13), Paragraphs: []string{c.text}}) {
			if !strings.Contains(c.text, e.Clause) || !strings.Contains(e.Clause, e.Trigger) || len(e.Clause) > longestClause {
				t.Errorf("%q: clause %q", e.Trigger, e.Clause)
			}
			if e.Trigger == c.trigger {
				found = true
				if e.Clause != c.want {
					t.Errorf("%s: got  %q\nwant %q", c.trigger, e.Clause, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: no event %q", c.text, c.trigger)
		}
	}
}

// TestTold shows names in brackets behind pronouns, but not where the clause has the name, nor inside speech.
func TestTold(t *testing.T) {
	a := timeline.Article{Published: edtf.DayOf(2025, 9, 12), Paragraphs: []string{
		"Harbour master Olaf Brenn resigned on Monday. He met the union on Tuesday. \"I will not come back,\" he said.",
	}}
	var got []string
	for _, e := range Events(a) {
		got = append(got, e.Clause)
	}
	want := []string{"Harbour master Olaf Brenn resigned on Monday.", "He [Olaf Brenn] met the union on Tuesday.",
		"\"I will not come back,\" he [Olaf Brenn] said."}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
