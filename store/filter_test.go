package store_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"annals/store"
	"annals/timeline"
	"annals/timeline/edtf"

	"pgregory.net/rapid"
)

// TestFilters: whichever index answers, a timeline holds just the entries that its query asks for.
func TestFilters(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	dates := []string{"2025-08-02", "2025-08", "2025", "2024/2026", "2025-07-15/2025-09-14", "2025-06-20/2025-09-14", "", "../2025-08-10", "2025-08-10/..", "1999", "2025-10-11"}
	for i, d := range dates {
		for j, typ := range []timeline.Type{"protest", "ruling"} {
			r := record(fmt.Sprintf("a%d-%d", i, j), typ, d, fmt.Sprintf("March %d begins, word%d.", i, j))
			r.Findings[0].Actors = []timeline.Party{{Name: []string{"Ana Ruiz", "Bo"}[(i+j)%2], Role: timeline.Agent, Kind: timeline.Person}}
			put(t, s, r, store.Added)
		}
	}
	all := entries(t, s, store.Query{})
	if len(all) != 2*len(dates) {
		t.Fatalf("%d entries", len(all))
	}
	may := func(e timeline.Entry, q store.Query) bool {
		if (q.From != 0 || q.To != 0) && e.Earliest == 0 && e.Latest == 0 {
			return false
		}
		return (q.From == 0 || e.Latest == 0 || e.Latest >= q.From) && (q.To == 0 || e.Earliest == 0 || e.Earliest <= q.To) &&
			(len(q.Types) == 0 || e.Type == q.Types[0]) &&
			(q.Actor == "" || strings.Contains(strings.ToLower(e.Actors[0].Name), q.Actor)) &&
			(q.Text == "" || strings.Contains(e.Clause, q.Text)) &&
			(q.Source == "" || strings.Contains(e.Source.Path, q.Source))
	}
	rapid.Check(t, func(t *rapid.T) {
		some := func(name string, values ...string) string { return rapid.SampledFrom(values).Draw(t, name) }
		days := []string{"", "1998-01-01", "2024-12-31", "2025-08-01", "2025-08-10", "2025-09-14", "2025-12-01"}
		q := store.Query{Actor: some("actor", "", "ruiz", "bo", "o"), Text: some("text", "", "word0", "March"), Source: some("source", "", "a1", "-1")}
		if d := some("from", days...); d != "" {
			q.From, _ = edtf.ParseDay(d)
		}
		if d := some("to", days...); d != "" {
			q.To, _ = edtf.ParseDay(d)
		}
		if typ := some("type", "", "ruling"); typ != "" {
			q.Types = []timeline.Type{timeline.Type(typ)}
		}
		q.Limit = rapid.SampledFrom([]int{0, 3}).Draw(t, "limit")
		var want []string
		for _, e := range all {
			if may(e, q) && (q.Limit == 0 || len(want) < q.Limit) {
				want = append(want, e.Key)
			}
		}
		got, err := s.Timeline(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, e := range got.Entries {
			keys = append(keys, e.Key)
		}
		if strings.Join(keys, " ") != strings.Join(want, " ") {
			t.Fatalf("%+v\n got %v\nwant %v", q, keys, want)
		}
	})
}
