package store_test

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"

	"annals/store"
	"annals/timeline"
	"annals/timeline/edtf"

	"github.com/google/go-cmp/cmp"
)

func TestSearch(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	put(t, s, sample(), store.Added)
	hits, err := s.Search(ctx, "UTILITY ferry", 0, false)
	must(t, err)
	e := entries(t, s, store.Query{})[0]
	event := timeline.Entry{Key: e.Key, Event: timeline.Event{Type: e.Type, Date: e.Date, Earliest: e.Earliest, Latest: e.Latest, Modality: e.Modality}}
	want := []store.Hit{{Source: e.Source, Snippet: "The harbour board listed the \x02ferry\x03 line as a public \x02utility\x03 in late August.", Events: []timeline.Entry{event}}}
	if diff := cmp.Diff(want, hits, dates); diff != "" {
		t.Error(diff)
	}
	if hits, err := s.Search(ctx, "cafe", 0, false); err != nil || len(hits) != 1 || hits[0].Paragraph != 1 || len(hits[0].Events) != 0 {
		t.Errorf("%+v, %v", hits, err)
	}
	if hits, err := s.Search(ctx, `ferry NOT line`, 0, true); err != nil || len(hits) != 0 {
		t.Errorf("%+v, %v", hits, err)
	}
	if _, err := s.Search(ctx, `"ferry`, 0, true); err == nil {
		t.Error("raw FTS5 with a fault was answered")
	}
}

// TestSearchEvents finds an event by the words that a person gave it, which its paragraph has not.
func TestSearchEvents(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	put(t, s, sample(), store.Added)
	put(t, s, record("b", "protest", "2025-08-02", "A march for the pier begins."), store.Added)
	event := entries(t, s, store.Query{})[0].Key
	search := func(words string, want ...string) {
		t.Helper()
		hits, err := s.Search(ctx, words, 0, false)
		must(t, err)
		var got []string
		for _, h := range hits {
			got = append(got, h.Event+h.Snippet)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", words, diff)
		}
	}
	search("pier demonstration")
	must(t, s.Edit(ctx, event, store.Edit{Clause: new("A demonstration for the pier begins.")}, by))
	search("pier demonstration", event+"A \x02demonstration\x03 for the \x02pier\x03 begins.")
	search("pier", "A march for the \x02pier\x03 begins.") // the paragraph has it
	must(t, s.Reject(ctx, event, by))
	search("pier demonstration")
}

// TestSearchCommon: a word that very many paragraphs have finds the newest, and weighs nothing beside a rare one.
func TestSearchCommon(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	r := record("a", "protest", "2025-08-02", "March one begins.")
	for range 10_001 {
		r.Article.Paragraphs = append(r.Article.Paragraphs, "The board met.")
	}
	r.Article.Paragraphs = append(r.Article.Paragraphs, "The board met about the lighthouse, and about the lighthouse keeper.",
		"The board met about the lighthouse, and then about much else, and about much that nobody had looked for, for hours.")
	put(t, s, r, store.Added)
	last := len(r.Article.Paragraphs) - 1
	for words, want := range map[string]int{"board": last, "board lighthouse": last - 1, "met board": last, "keeper board met": last - 1} {
		hits, err := s.Search(ctx, words, 3, false)
		if err != nil || len(hits) == 0 || hits[0].Paragraph != want {
			t.Errorf("%s: %+v, %v; want %d", words, hits, err, want)
		}
	}
	if hits, err := s.Search(ctx, "march board", 3, false); err != nil || len(hits) != 0 {
		t.Errorf("%+v, %v", hits, err)
	}
}

func TestCheckAndBackup(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "annals.db"), filepath.Join(dir, "o'copy.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	if faults, err := s.Check(ctx); err != nil || len(faults) != 0 {
		t.Errorf("%v, %v", faults, err)
	}
	must(t, s.Backup(ctx, copied))
	if err := s.Backup(ctx, copied); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file was written over: %v", err)
	}
	if diff := cmp.Diff(entries(t, s, store.Query{}), entries(t, open(t, copied), store.Query{}), dates); diff != "" {
		t.Error(diff)
	}
	if _, err := raw(t, path).Exec("update events set trigger_start = 0"); err != nil {
		t.Fatal(err)
	}
	if faults, err := s.Check(ctx); err != nil || len(faults) != 1 {
		t.Errorf("%v, %v", faults, err)
	}
	if _, err := raw(t, path).Exec("drop trigger paragraphs_changed; update paragraphs set text = 'other'"); err != nil {
		t.Fatal(err)
	}
	if faults, err := s.Check(ctx); err != nil || len(faults) != 2 {
		t.Errorf("%v, %v", faults, err)
	}
}

// BenchmarkTimeline asks a database of 50,000 events for what people ask.
func BenchmarkTimeline(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "annals.db"))
	for i := range 2500 {
		r := record(fmt.Sprintf("%d.txt", i), "meeting", "2025-02-10", fmt.Sprintf("Talks number%d opened at the harbour.", i))
		f := r.Findings[0]
		r.Findings = nil
		for n := range 20 {
			f.Type = timeline.Types[(i+n)%len(timeline.Types)].Type
			f.Date = (day("2000-01-01") + edtf.Day((i*20+n)%9000)).Date()
			f.Earliest, f.Latest = f.Date.Bounds()
			f.Actors = []timeline.Party{{Name: fmt.Sprintf("Envoy %d", (i*20+n)%5000)}}
			r.Findings = append(r.Findings, f)
		}
		put(b, s, r, store.Added)
	}
	for name, q := range map[string]store.Query{
		"range":  {From: day("2010-03-01"), To: day("2010-03-31")},
		"type":   {Types: []timeline.Type{"ruling"}, From: day("2010-03-01"), To: day("2010-12-31")},
		"actor":  {Actor: "envoy 4711"},
		"text":   {Text: "number1234"},
		"source": {Source: "1234.txt"},
		"first":  {Limit: 50},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if len(entries(b, s, q)) == 0 {
					b.Fatal("nothing found")
				}
			}
		})
	}
}
