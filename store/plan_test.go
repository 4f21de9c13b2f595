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
		"month": {From: 730000, To: 730030, Types: []timeline.Type{"ruling"}, Actor: "ruiz"},
		"first": {Limit: 100},
		"all":   {Actor: "ruiz", Text: "ports", From: 730000, Types: []timeline.Type{"ruling"}},
	} {
		from, values, _, err := s.selection(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range plan(t, s, "select "+entryColumns+" from "+from+entryOrder+" limit 100", values) {
			if step == "SCAN e USING INDEX events_timeline" {
				continue // in the order of the timeline, and no further than the limit
			}
			for _, whole := range []string{"SCAN e", "SCAN events", "SCAN s", "SCAN event_actors", "SCAN paragraphs", "SCAN p"} {
				if strings.HasPrefix(step+" ", whole+" ") {
					t.Errorf("%s: %s", name, step)
				}
			}
		}
	}
}

func plan(t *testing.T, s *Store, query string, values []any) (steps []string) {
	t.Helper()
	rows, err := s.read.Query("explain query plan "+query, values...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var step string
		if err := rows.Scan(new(int), new(int), new(int), &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	if err := rows.Err(); err != nil || len(steps) == 0 {
		t.Fatalf("no plan: %v", err)
	}
	return steps
}
