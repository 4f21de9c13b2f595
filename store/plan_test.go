package store

import (
	"context"
	"fmt"
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

// TestSearchPlans: a search and a look at one event read no more than they must.
func TestSearchPlans(t *testing.T) {
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "annals.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for query, values := range map[string][]any{
		countMatches:                           {"ferry", 100},
		newestMatches:                          {"ferry", 50},
		bestMatches:                            {"ferry", 50},
		bestOfMatches:                          {"ferry", "ferry AND board", 50},
		eventsWorded:                           nil,
		fmt.Sprintf(matchingEvents, "1,2"):     {"ferry", 1, 2},
		fmt.Sprintf(matchingParagraphs, "1,2"): {"ferry", 1, 2},
		paragraphSource:                        {1},
		paragraphEvents:                        {1},
		eventByKey:                             {"k3v", 5},
		eventEntry:                             {1},
		eventGrounds:                           {1},
	} {
		for _, step := range plan(t, s, query, values) {
			index, whole := strings.Contains(step, "VIRTUAL TABLE INDEX"), strings.HasPrefix(step, "SCAN")
			harmless := step == "SCAN CONSTANT ROW" || strings.HasPrefix(step, "SCAN (subquery") || step == "SCAN acts USING INDEX acts_words"
			if whole && !index && !harmless || index && !strings.Contains(step, "M") {
				t.Errorf("%s: %s", query, step)
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
