package store

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"annals/timeline"
)

// TestPlans asks SQLite how it would answer the usual filters: by an index, never by reading all events.
func TestPlans(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "annals.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for name, q := range map[string]Query{
		"range": {From: 730000, To: 730030},
		"from":  {From: 730000},
		"type":  {Types: []timeline.Type{"ruling", "legal"}},
		"actor": {Actor: "ruiz"},
		"party": {Party: "ruiz"},
		"text":  {Text: "ports"},
		"tag":   {Tag: "ports"},
		"all":   {Actor: "ruiz", Text: "ports", From: 730000, Types: []timeline.Type{"ruling"}},
	} {
		where, values, _ := q.conditions()
		rows, err := s.read.QueryContext(ctx, "explain query plan select "+entryColumns+" from events e join articles s on s.id = e.article_id"+where+entryOrder, values...)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id, parent, unused int
			var step string
			if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
				t.Fatal(err)
			}
			for _, whole := range []string{"SCAN e", "SCAN s", "SCAN event_actors", "SCAN paragraphs", "SCAN p"} {
				if strings.HasPrefix(step+" ", whole+" ") {
					t.Errorf("%s: %s", name, step)
				}
			}
		}
		rows.Close()
	}
}
