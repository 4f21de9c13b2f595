package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"annals/store"
	"annals/timeline"
	"annals/timeline/edtf"

	"github.com/google/go-cmp/cmp"
)

var (
	ctx = context.Background()
	by  = store.By{Who: "mara", Reason: "read the minutes", At: time.Date(2025, 10, 1, 9, 0, 0, 0, time.UTC)}
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func logLines(t *testing.T, s *store.Store, prefix string) string {
	t.Helper()
	log, err := s.Log(ctx, prefix)
	must(t, err)
	var out []string
	for _, a := range log {
		line := strings.Join([]string{a.Act, a.Field, a.Before, a.After}, "|")
		if a.Undone {
			line += " (undone)"
		}
		if a.By != by {
			line += " by somebody else"
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestVerdicts(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	put(t, s, sample(), store.Added)
	put(t, s, record("b", "protest", "2025-08-02", "March one begins."), store.Added)
	all := entries(t, s, store.Query{})
	must(t, s.Reject(ctx, all[0].Key, by))
	must(t, s.Reject(ctx, all[0].Key, by)) // no second line in the log
	must(t, s.Confirm(ctx, strings.ToUpper(all[1].Key), by))
	if got := entries(t, s, store.Query{}); len(got) != 1 || got[0].Key != all[1].Key {
		t.Errorf("a rejected event is shown: %v", got)
	}
	if got := entries(t, s, store.Query{Rejected: true}); len(got) != 2 {
		t.Errorf("a rejected event is lost: %v", got)
	}
	if n, err := s.Status(ctx); err != nil || n != (store.Status{Confirmed: 1, Rejected: 1}) {
		t.Errorf("status %+v, %v", n, err)
	}
	must(t, s.Restore(ctx, all[0].Key, by))
	if n, _ := s.Status(ctx); n != (store.Status{Confirmed: 1, Unreviewed: 1}) {
		t.Errorf("status %+v", n)
	}
	if got, want := logLines(t, s, ""), "reject|verdict||rejected\nconfirm|verdict||confirmed\nrestore|verdict|rejected|"; got != want {
		t.Errorf("log\n%s\nwant\n%s", got, want)
	}
	if err := s.Confirm(ctx, "uuuu", by); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("unknown key: %v", err)
	}
}

func TestEditAndUndo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	r := sample()
	r.Findings[0].Earliest = day("2025-08-25") // narrower than its date
	put(t, s, r, store.Added)
	found := entries(t, s, store.Query{})[0]
	when, typ, mod, clause := date("2025-08-29"), timeline.Type("order"), timeline.Denied, "The board listed nothing"
	actors := []timeline.Party{{Name: "port council", Role: timeline.Speaker, Kind: timeline.Body, Title: "chair"}}
	none := []timeline.Party{}
	must(t, s.Edit(ctx, found.Key, store.Edit{Date: &when, Type: &typ, Modality: &mod, Clause: &clause, Actors: &actors, Targets: &none}, by))
	must(t, s.Tag(ctx, found.Key, " ports ", by))
	must(t, s.Note(ctx, found.Key, "ask the board", by))
	want := found
	want.Date, want.Earliest, want.Latest, want.Type, want.Modality, want.Clause = when, day("2025-08-29"), day("2025-08-29"), typ, mod, clause
	want.Actors, want.Targets = actors, nil
	if diff := cmp.Diff([]timeline.Entry{want}, entries(t, s, store.Query{Tag: "ports"}), dates); diff != "" {
		t.Error(diff)
	}
	for range 8 {
		if _, err := s.Undo(ctx, "", by); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]timeline.Entry{found}, entries(t, s, store.Query{}), dates); diff != "" {
		t.Error(diff)
	}
	if len(entries(t, s, store.Query{Tag: "ports"})) != 0 {
		t.Error("the tag stayed")
	}
	if _, err := s.Undo(ctx, "", by); !errors.Is(err, store.ErrNothing) {
		t.Errorf("a ninth undo: %v", err)
	}
	if got := logLines(t, s, found.Key); strings.Count(got, "\n") != 15 || strings.Count(got, "(undone)") != 8 || strings.Contains(got, "somebody") {
		t.Errorf("log\n%s", got)
	}
	db := raw(t, path)
	for _, tamper := range []string{"delete from acts", "update acts set who = 'x'", "update acts set after = ''"} {
		if _, err := db.Exec(tamper); err == nil || !strings.Contains(err.Error(), "never changed") {
			t.Errorf("%s: %v", tamper, err)
		}
	}
	bad := timeline.Type("designtion")
	if err := s.Edit(ctx, found.Key, store.Edit{Type: &bad}, by); err == nil {
		t.Error("an unknown type was taken")
	}
	undated := edtf.Date{}
	must(t, s.Edit(ctx, found.Key, store.Edit{Date: &undated}, by))
	if e := entries(t, s, store.Query{})[0]; !e.Date.IsZero() || e.Earliest != 0 || e.Latest != 0 {
		t.Errorf("still dated: %+v", e)
	}
	sound(t, path)
}

// TestCurationSurvives replaces an article under what a person said of its events.
func TestCurationSurvives(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	r := record("plan.txt", "protest", "2025-08-02", "March one begins.") // without an address: its key changes with its text
	r.Article.Paragraphs = append(r.Article.Paragraphs, "Strike two begins.")
	second := r.Findings[0]
	second.Para, second.Trigger, second.At, second.Grounds.Sentence = 1, "Strike", timeline.Span{End: 6}, "Strike two begins."
	r.Findings = append(r.Findings, second)
	put(t, s, r, store.Added)
	all := entries(t, s, store.Query{})
	when, typ := date("2025-08-05"), timeline.Type("incident")
	must(t, s.Edit(ctx, all[0].Key, store.Edit{Date: &when, Type: &typ}, by))
	must(t, s.Confirm(ctx, all[1].Key, by))
	must(t, s.Tag(ctx, all[1].Key, "labour", by))
	put(t, s, r, store.Unchanged)

	changed := r
	changed.Article.Paragraphs = []string{"March one begins.", "Nothing else happened."}
	changed.Findings = r.Findings[:1]
	put(t, s, changed, store.Replaced)
	put(t, s, changed, store.Unchanged)
	now := entries(t, s, store.Query{})
	if len(now) != 2 || now[0].Trigger != "Strike" || now[1].Trigger != "March" {
		t.Fatalf("entries %+v", now)
	}
	if now[1].Key == all[0].Key || now[1].Date != when || now[1].Type != typ {
		t.Errorf("the correction is lost: %+v", now[1])
	}
	if got, want := logLines(t, s, now[1].Key), "edit|date|2025-08-02|2025-08-05\nedit|type|protest|incident"; got != want {
		t.Errorf("log\n%s\nwant\n%s", got, want)
	}
	d, err := s.Event(ctx, all[1].Key)
	if err != nil || d.Paragraph != "Strike two begins." || d.Para != 2 {
		t.Errorf("the confirmed event is lost: %+v, %v", d, err)
	}
	if n, _ := s.Status(ctx); n != (store.Status{Unreviewed: 1, Confirmed: 1, Gone: 1}) {
		t.Errorf("status %+v", n)
	}
	put(t, s, r, store.Replaced) // it comes back
	if n, _ := s.Status(ctx); n != (store.Status{Unreviewed: 1, Confirmed: 1}) {
		t.Errorf("status %+v", n)
	}
	if got := entries(t, s, store.Query{Tag: "labour"}); len(got) != 1 || got[0].Para != 1 {
		t.Errorf("the tag is lost: %+v", got)
	}
	if _, err := s.Undo(ctx, "", by); err != nil {
		t.Fatal(err)
	}
	put(t, s, changed, store.Replaced)
	if got := entries(t, s, store.Query{Tag: "labour"}); len(got) != 0 {
		t.Errorf("an undone tag came back: %+v", got)
	}
	sound(t, path)
}

// TestUndoneIsNotDoneAgain takes what the rules find now, not what they found when a correction was undone.
func TestUndoneIsNotDoneAgain(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	put(t, s, sample(), store.Added)
	when := date("2025-08-29")
	must(t, s.Edit(ctx, entries(t, s, store.Query{})[0].Key, store.Edit{Date: &when}, by))
	if _, err := s.Undo(ctx, "", by); err != nil {
		t.Fatal(err)
	}
	r := sample()
	r.Findings[0].Date = date("2025-08-22/2025-08-31")
	put(t, s, r, store.Replaced)
	if got := entries(t, s, store.Query{})[0].Date; got != r.Findings[0].Date {
		t.Errorf("date %s", got)
	}
}

// TestMigration brings a file of the first schema, with data, up to date.
func TestMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	first, err := os.ReadFile("schema/0001_articles_and_events.sql")
	must(t, err)
	db := raw(t, path)
	_, err = db.Exec(string(first) + `
		pragma application_id = 1634627180; pragma user_version = 1;
		insert into articles values (1, 'old', 'old.txt', 'https://example.org/old', 'Old', '', '', '2025-01-02', 'header', 'text/plain', '[]', 'x');
		insert into paragraphs values (1, 1, 0, 'body', 'Envoys met.', null, null);
		insert into events values (1, 'oldkey', 1, 0, 'meeting', 0, 'met', 7, 10, '2025-01', '2025-01-01', '2025-01-31', '', 'relative', 'actual', 'Envoys met', 50);
		insert into grounds values (1, 'Envoys met.', 'meet verb', null, '', '', '', '');`)
	must(t, err)
	db.Close()
	r, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	must(t, err)
	if got := entries(t, r, store.Query{Text: "envoys"}); len(got) != 1 || got[0].Key != "oldkey" {
		t.Errorf("entries %+v", got)
	}
	r.Close()
	must(t, open(t, path).Reject(ctx, "oldkey", by))
	sound(t, path)
}
