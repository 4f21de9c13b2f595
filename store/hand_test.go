package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"annals/store"
	"annals/timeline"
)

func whole(paragraph string, _ timeline.Span) string { return paragraph }

// marches is an article that tells of an event twice.
func marches() timeline.Record {
	r := record("a", "protest", "2025-08-02", "March one begins.")
	r.Article.Paragraphs = append(r.Article.Paragraphs, "The protest went on.")
	r.Kinds = append(r.Kinds, "body")
	r.Findings[0].Mentions = []timeline.Mention{{Para: 1, Trigger: "protest", At: timeline.Span{Start: 4, End: 11}}}
	return r
}

// TestSplitMentions makes the further places that tell of an event events of their own, and goes back.
func TestSplitMentions(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	put(t, s, marches(), store.Added)
	e := entries(t, s, store.Query{})[0]
	if len(e.Mentions) == 0 {
		t.Fatal("the sample has no mention")
	}
	keys, err := s.Split(ctx, e.Key, whole, by)
	if err != nil || len(keys) != len(e.Mentions) {
		t.Fatalf("%v, %v", keys, err)
	}
	if n := len(entries(t, s, store.Query{})); n != 1+len(keys) {
		t.Errorf("%d events", n)
	}
	d, err := s.Event(ctx, keys[0])
	if err != nil || d.Trigger != e.Mentions[0].Trigger || d.At != e.Mentions[0].At || d.Para != e.Mentions[0].Para || d.Date != e.Date {
		t.Errorf("%+v, %v", d, err)
	}
	if _, err := s.Split(ctx, e.Key, whole, by); !errors.Is(err, store.ErrWhole) {
		t.Errorf("split twice: %v", err)
	}
	// It holds when the article is stored again.
	changed := marches()
	changed.Article.Title += "!"
	put(t, s, changed, store.Replaced)
	if all := entries(t, s, store.Query{}); len(all) != 1+len(keys) {
		t.Errorf("%d events after the article changed", len(all))
	}
	for range 1 + len(keys) {
		if _, err := s.Undo(ctx, "", by); err != nil {
			t.Fatal(err)
		}
	}
	all := entries(t, s, store.Query{})
	if len(all) != 1 || len(all[0].Mentions) != len(e.Mentions) {
		t.Errorf("undone: %+v", all)
	}
}

// TestMergeFollowsKeys merges events, and changes the article of the one that stays, and with it its key.
func TestMergeFollowsKeys(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	a, b := record("a", "protest", "2025-08-02", "March one begins."), record("b", "protest", "2025-08-02", "March two begins.")
	put(t, s, a, store.Added)
	put(t, s, b, store.Added)
	all := entries(t, s, store.Query{})
	must(t, s.Merge(ctx, all[0].Key, []string{all[1].Key}, by))
	if err := s.Merge(ctx, all[1].Key, []string{all[0].Key}, by); err == nil {
		t.Error("a merged event took another in")
	}
	one := entries(t, s, store.Query{})
	if len(one) != 1 || one[0].Key != all[0].Key {
		t.Fatalf("merged: %v", one)
	}
	for round := range 3 { // each way of changing: the main's article, the other's, and both readings again
		for _, r := range []*timeline.Record{&a, &b} {
			r.Article.Title += "!"
			put(t, s, *r, store.Replaced)
		}
		now := entries(t, s, store.Query{})
		if len(now) != 1 || now[0].Source.Path != one[0].Source.Path {
			t.Fatalf("round %d: the merge is lost: %v", round, now)
		}
		if merged, err := s.Merged(ctx, now[0].Key); err != nil || len(merged) != 1 {
			t.Errorf("round %d: %v, %v", round, merged, err)
		}
	}
	// The one that stays is found no longer, and stays all the same.
	a.Findings, b.Findings = nil, nil
	put(t, s, a, store.Replaced)
	put(t, s, b, store.Replaced)
	if now := entries(t, s, store.Query{}); len(now) != 1 {
		t.Errorf("gone: %v", now)
	}
	keys, err := s.Split(ctx, entries(t, s, store.Query{})[0].Key, whole, by)
	if err != nil || len(keys) != 1 || len(entries(t, s, store.Query{})) != 2 {
		t.Errorf("split: %v, %v", keys, err)
	}
	sound(t, path)
}
