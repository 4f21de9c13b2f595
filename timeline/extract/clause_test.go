package extract

import (
	"slices"
	"strings"
	"testing"

	"annals/timeline"
	"annals/timeline/edtf"
)

// TestClause shortens long sentences. Every clause must hold its trigger and be short enough, and what it shows must stand in
// its paragraph.
func TestClause(t *testing.T) {
	for _, c := range []struct{ text, trigger, want string }{
		{"The port council voted on Tuesday to sell the pier.", "voted", "The port council voted on Tuesday to sell the pier."},
		{"PORT ASKER, Sept. 12 (Wire) - The port council voted on Tuesday to sell the pier.", "voted", "The port council voted on Tuesday to sell the pier."},
		{"On Monday the harbour court, which sits in the old customs house beside the northern ferry landing, sentenced the former director of the island's shipping line to three years in prison, while outside the building several hundred dock workers and their families waited in the rain for the verdict.",
			"sentenced", "On Monday the harbour court … sentenced the former director of the island's shipping line to three years in prison, while outside the building several hundred dock workers and their families waited in the rain for the verdict."},
		{"Ministers from the four river states met in Norvik on Friday for the first round of talks on the lower dam; although none of them would say afterwards what had been agreed on the fish ladders, on the toll or on the shared flood warnings, officials of the league of cities spoke of progress and of a good mood.",
			"met", "Ministers from the four river states met in Norvik on Friday for the first round of talks on the lower dam …"},
		{"The lawyer of the ousted premier said that the defence would ask the harbour court to decide whether the assembly, which had been called into a special session by the steward to consider the ferry fares of the outer islands and nothing else until the end of the winter, was entitled to take up the complaint at all.",
			"said", "The lawyer of the ousted premier said that the defence would ask the harbour court to decide whether the assembly … was entitled to take up the complaint at all."},
		{"Mayor Olga Brandt, a former pilot who had run the harbour for nineteen years before she was elected to the council of the northern islands on the list of the fishermen's league, resigned on Tuesday, saying that nobody at the ministry of ports had answered one of her letters about the pumps since the spring.",
			"resigned", "Mayor Olga Brandt, a former pilot who had run the harbour for nineteen years before she was elected to the council of the northern islands on the list of the fishermen's league, resigned on Tuesday …"},
		{"\"Not one of the pumps that the ministry of ports promised us after the flood of the winter before last has come, not one of the engineers has answered a letter, and not one of the boats that were sent to the outer islands in the spring could land in a storm like the one that we had on Sunday night,\" Olga Brandt said.",
			"said", "\"… not one of the engineers has answered a letter, and not one of the boats that were sent to the outer islands in the spring could land in a storm like the one that we had on Sunday night,\" Olga Brandt said."},
	} {
		found := false
		for _, e := range Events(timeline.Article{Published: edtf.DayOf(2025, 9, 13), Paragraphs: []string{c.text}}) {
			for _, piece := range strings.Split(e.Clause, omission) {
				if !strings.Contains(c.text, strings.TrimSpace(piece)) {
					t.Errorf("%q: %q does not stand in the text", e.Trigger, piece)
				}
			}
			if !strings.Contains(e.Clause, e.Trigger) || len(e.Clause) > longestClause+3*len(omission) {
				t.Errorf("%q: clause %q", e.Trigger, e.Clause)
			}
			if e.Trigger == c.trigger {
				found = true
				if e.Clause != c.want {
					t.Errorf("%s:\ngot  %s\nwant %s", c.trigger, e.Clause, c.want)
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
