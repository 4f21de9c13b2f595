package store_test

import (
	"path/filepath"
	"strings"
	"testing"

	"annals/store"
	"annals/timeline"
	"annals/timeline/edtf"
)

// TestReplace shows the three-way difference: what the rules found, what they find now, what a person said.
func TestReplace(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	r := record("a", "protest", "2025-08-02", "March one begins.")
	put(t, s, r, store.Added)
	key := r.Article.Key()
	event := entries(t, s, store.Query{})[0].Key
	said := date("2025-08-05")
	must(t, s.Edit(ctx, event, store.Edit{Date: &said}, by))

	expect := func(name string, r timeline.Record, want ...string) {
		t.Helper()
		all, err := s.Compare(ctx, key, r)
		must(t, err)
		var got []string
		for _, d := range all {
			got = append(got, strings.Join([]string{d.Kind, d.Field, d.Was, d.Now, d.Said}, "|"))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	expect("the same", r)
	set := func(d edtf.Date, m timeline.Modality) timeline.Record {
		n := record("a", "protest", d.String(), "March one begins.")
		n.Findings[0].Modality = m
		return n
	}
	expect("as the person said", set(date("2025-08-05"), r.Findings[0].Modality))
	expect("otherwise", set(date("2025-08-03"), timeline.Denied),
		"conflict|date|2025-08-02|2025-08-03|2025-08-05", "changed|modality|actual|denied|")
	none := r
	none.Findings = nil
	expect("found no longer", none, "kept||2025-08-05 protest: "+telling(r)+"||")

	if o, err := s.Replace(ctx, key, set(date("2025-08-03"), timeline.Denied), store.Original{}); err != nil || o != store.Replaced {
		t.Fatalf("%v, %v", o, err)
	}
	e := entries(t, s, store.Query{})[0]
	if e.Key != event || e.Date != said || e.Modality != timeline.Denied {
		t.Errorf("the correction is lost, or the new reading: %+v", e)
	}
	if _, err := s.Replace(ctx, key, none, store.Original{}); err != nil {
		t.Fatal(err)
	}
	if review, err := s.Review(ctx, event); err != nil || !review.Gone {
		t.Errorf("%+v, %v", review, err)
	}
	expect("found again", r, "changed|modality|denied|actual|")

	// An article whose key the new reading changes stays one article.
	moved := r
	moved.Article.URL = "https://example.org/moved"
	if _, err := s.Replace(ctx, key, moved, store.Original{}); err != nil {
		t.Fatal(err)
	}
	if keys, err := s.ArticleKeys(ctx); err != nil || len(keys) != 1 || keys[0] != moved.Article.Key() {
		t.Errorf("articles %v, %v", keys, err)
	}
	if _, err := s.Replace(ctx, "none", moved, store.Original{}); err == nil {
		t.Error("an article that is not there was replaced")
	}
}

// TestSettled: a conflict is told until a person has judged, and again once the rules find something else.
func TestSettled(t *testing.T) {
	set := func(d string) timeline.Record { return record("a", "protest", d, "March one begins.") }
	for name, judge := range map[string]func(*store.Store, string) error{
		"confirm": func(s *store.Store, event string) error { return s.Confirm(ctx, event, by) },
		"again": func(s *store.Store, event string) error {
			return s.Edit(ctx, event, store.Edit{Date: new(date("2025-08-05"))}, by)
		},
		"other": func(s *store.Store, event string) error {
			return s.Edit(ctx, event, store.Edit{Date: new(date("2025-08-06"))}, by)
		},
		"reject": func(s *store.Store, event string) error { return s.Reject(ctx, event, by) },
	} {
		s := open(t, filepath.Join(t.TempDir(), "annals.db"))
		put(t, s, set("2025-08-02"), store.Added)
		key := set("2025-08-02").Article.Key()
		event := entries(t, s, store.Query{})[0].Key
		must(t, s.Confirm(ctx, event, by)) // before the rules found otherwise, so it settles nothing
		must(t, s.Edit(ctx, event, store.Edit{Date: new(date("2025-08-05"))}, by))
		conflicts := func(when string, found string, want, open int) {
			t.Helper()
			all, err := s.Compare(ctx, key, set(found))
			must(t, err)
			_, err = s.Replace(ctx, key, set(found), store.Original{})
			must(t, err)
			status, err := s.Status(ctx)
			must(t, err)
			if len(all) != want || status.Opposed != open {
				t.Errorf("%s, %s: %+v, %d open; want %d, %d", name, when, all, status.Opposed, want, open)
			}
		}
		conflicts("at first", "2025-08-03", 1, 1)
		conflicts("not judged", "2025-08-03", 1, 1)
		must(t, judge(s, event))
		conflicts("judged", "2025-08-03", 0, 0)
		conflicts("judged, and the same", "2025-08-03", 0, 0)
		conflicts("another reading", "2025-08-04", 1, 1)
		conflicts("as before the correction", "2025-08-02", 0, 0)
		conflicts("another reading again", "2025-08-04", 1, 1)
		if review, err := s.Review(ctx, event); err != nil || len(review.Opposed) != 1 || review.Opposed[0].Found != "2025-08-04" {
			t.Errorf("%+v, %v", review.Opposed, err)
		}
		must(t, s.Edit(ctx, event, store.Edit{Date: new(date("2025-08-04"))}, by))
		conflicts("corrected to what the rules find", "2025-08-04", 0, 0)
	}
}

// TestSettledUndone: who takes a judgement back is asked again, and who takes the correction back is not.
func TestSettledUndone(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	set := func(d string) timeline.Record { return record("a", "protest", d, "March one begins.") }
	put(t, s, set("2025-08-02"), store.Added)
	event := entries(t, s, store.Query{})[0].Key
	must(t, s.Edit(ctx, event, store.Edit{Date: new(date("2025-08-05"))}, by))
	put(t, s, set("2025-08-03"), store.Replaced)
	must(t, s.Confirm(ctx, event, by))
	for _, want := range []int{1, 0} {
		_, err := s.Undo(ctx, event, by)
		must(t, err)
		if status, err := s.Status(ctx); err != nil || status.Opposed != want {
			t.Errorf("%+v, %v; want %d", status, err, want)
		}
	}
}

func telling(r timeline.Record) string {
	if c := r.Findings[0].Clause; c != "" {
		return c
	}
	return r.Findings[0].Trigger
}

func TestVerify(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	r := sample()
	put(t, s, r, store.Added)
	key := r.Article.Key()
	moved, altered, short := r.Article, r.Article, r.Article
	moved.Paragraphs, moved.Places = append([]string{"New."}, r.Article.Paragraphs...), nil
	altered.Paragraphs = append([]string(nil), r.Article.Paragraphs...)
	altered.Paragraphs[r.Findings[0].Para] = "Otherwise."
	short.Paragraphs = r.Article.Paragraphs[:r.Findings[0].Para]
	for _, test := range []struct {
		today *timeline.Article
		want  store.Standing
	}{{&r.Article, store.Same}, {&moved, store.Moved}, {&altered, store.Altered}, {&short, store.Gone}, {nil, store.Gone}} {
		all, err := s.Verify(ctx, key, test.today)
		if err != nil || len(all) != 1 || all[0].Standing != test.want {
			t.Errorf("%+v, %v; want %s", all, err, test.want)
		}
	}
}
