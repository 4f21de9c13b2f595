package store_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"annals/store"
	"annals/timeline"
)

func paths(list []timeline.Entry) string {
	var out []string
	for _, e := range list {
		out = append(out, e.Source.Path)
	}
	return strings.Join(out, " ")
}

func TestTimelineOrder(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	later := record("day-later", "meeting", "2025-02-10", "Talks late.")
	later.Article.Published++
	for _, r := range []timeline.Record{
		record("undated", "meeting", "", "Talks some time."),
		record("open-end", "meeting", "2025-02-10/..", "Talks go on."),
		later,
		record("month", "meeting", "2025-02", "Talks then."),
		record("day", "meeting", "2025-02-10", "Talks held."),
		record("open-start", "meeting", "../2025-02-20", "Talks ended."),
		record("year", "meeting", "2025", "Talks yearly."),
		record("first", "meeting", "2025-02-01", "Talks opened."),
	} {
		put(t, s, r, store.Added)
	}
	want := "first month day day-later open-end open-start undated"
	if got := paths(entries(t, s, store.Query{})); got != "year "+want {
		t.Errorf("order %s", got)
	}
	if got := paths(entries(t, s, store.Query{Limit: 2})); got != "year first" {
		t.Errorf("limit %s", got)
	}
}

func TestTimelineFilters(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	put(t, s, sample(), store.Added)
	planned := record("plan.md", "election", "2025-11", "Voting about tariffs is planned.")
	planned.Findings[0].Modality = timeline.Planned
	planned.Findings[0].Targets = []timeline.Party{{Name: "Harbour Éire"}}
	put(t, s, planned, store.Added)
	put(t, s, record("undated.md", "meeting", "", "Talks about tariff lists."), store.Added)
	for _, test := range []struct {
		name string
		q    store.Query
		want string
	}{
		{"all", store.Query{}, "harbour.txt plan.md undated.md"},
		{"from inside the bounds", store.Query{From: day("2025-08-31")}, "harbour.txt plan.md"},
		{"from after them", store.Query{From: day("2025-09-01")}, "plan.md"},
		{"to inside the bounds", store.Query{To: day("2025-08-21")}, "harbour.txt"},
		{"to before them", store.Query{To: day("2025-08-20")}, ""},
		{"a day within a month", store.Query{From: day("2025-11-11"), To: day("2025-11-11")}, "plan.md"},
		{"types", store.Query{Types: []timeline.Type{"meeting", "election"}}, "plan.md undated.md"},
		{"modality", store.Query{Modalities: []timeline.Modality{timeline.Planned}}, "plan.md"},
		{"confidence", store.Query{MinConfidence: 71}, "harbour.txt"},
		{"actor", store.Query{Actor: "RUIZ"}, "harbour.txt"},
		{"actor is no target", store.Query{Actor: "ferry"}, ""},
		{"target", store.Query{Target: "éIRE"}, "plan.md"},
		{"either side", store.Query{Party: "harbour"}, "harbour.txt plan.md"},
		{"percent is no wildcard", store.Query{Actor: "a%z"}, ""},
		{"outlet", store.Query{Source: "harbour post"}, "harbour.txt"},
		{"path", store.Query{Source: ".MD"}, "plan.md undated.md"},
		{"address", store.Query{Source: "example.org"}, "harbour.txt"},
		{"words in any order", store.Query{Text: "lists tariff"}, "undated.md"},
		{"a phrase", store.Query{Text: `"tariff lists"`}, "undated.md"},
		{"a phrase the other way", store.Query{Text: `"lists tariff"`}, ""},
		{"a beginning", store.Query{Text: "tarif*"}, "plan.md undated.md"},
		{"a hyphen", store.Query{Text: "public-utility"}, "harbour.txt"},
		{"no word", store.Query{Text: "--- ()"}, ""},
		{"together", store.Query{Text: "tariffs", Types: []timeline.Type{"election"}, From: day("2025-01-01")}, "plan.md"},
	} {
		if got := paths(entries(t, s, test.q)); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestEventKeys(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	r := record("many", "meeting", "2025-02-10", "Talks again.")
	for range 40 {
		r.Findings = append(r.Findings, r.Findings[0])
	}
	put(t, s, r, store.Added)
	first := map[string]int{}
	all := entries(t, s, store.Query{})
	for _, e := range all {
		first[e.Key[:1]]++
	}
	for _, e := range all {
		d, err := s.Event(context.Background(), " "+strings.ToUpper(e.Key))
		if err != nil || d.Key != e.Key {
			t.Errorf("%s: %s, %v", e.Key, d.Key, err)
		}
		_, err = s.Event(context.Background(), e.Key[:1])
		if many := first[e.Key[:1]] > 1; many != errors.Is(err, store.ErrAmbiguous) {
			t.Errorf("%s: %v", e.Key[:1], err)
		}
	}
	for _, prefix := range []string{"", "uuuu", "%", "_"} {
		if _, err := s.Event(context.Background(), prefix); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%q: %v", prefix, err)
		}
	}
}
