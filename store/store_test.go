package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"annals/store"
	"annals/timeline"
	"annals/timeline/edtf"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var dates = cmp.Comparer(func(a, b edtf.Date) bool { return a == b })

func day(s string) edtf.Day {
	d, err := edtf.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func date(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// sample is an article in which every field of the vocabulary has a value.
func sample() timeline.Record {
	p := []string{
		"The harbour board listed the ferry line as a public utility in late August.",
		"Harbour minister Ana Ruiz told the transport committee on Thursday what the listing will cost. The café owners wait.",
	}
	time := timeline.Time{
		Para: 0, At: timeline.Span{Start: 64, End: 75}, Text: "late August", Type: "DATE", Value: "2025-08", Mod: "END",
		Date: date("2025-08-21/2025-08-31"), Earliest: day("2025-08-21"), Latest: day("2025-08-31"), Rule: "part of month",
		Reading: "Part(late, August)", Anchor: day("2025-09-12"), From: "publication", Rejected: []string{"2024-08: too long ago"},
	}
	return timeline.Record{
		Article: timeline.Article{
			Path: "harbour.txt", URL: "https://example.org/harbour", Title: "Ferries listed", Author: "P. Vidal", Site: "Harbour Post",
			Published: day("2025-09-12"), PublishedFrom: "header", MediaType: "text/plain",
			Meta: []timeline.Field{{Name: "desk", Value: "ports"}}, Paragraphs: p, Places: []timeline.Span{{Start: 10, End: 85}, {Start: 87, End: 205}},
		},
		Kinds: []string{"body", "post"},
		Times: []timeline.Time{time},
		Findings: []timeline.Finding{{
			Event: timeline.Event{
				Type: "designation", Para: 0, Trigger: "listed", At: timeline.Span{Start: 18, End: 24}, Date: time.Date,
				Earliest: time.Earliest, Latest: time.Latest, DateText: "late August", Basis: timeline.Relative, Modality: timeline.Alleged,
				Actors:     []timeline.Party{{Name: "harbour board", Role: timeline.Agent, Kind: timeline.Body, Title: "owner"}, {Name: "Ana Ruiz", Role: timeline.Participant, Kind: timeline.Person, Title: "Harbour minister"}},
				Targets:    []timeline.Party{{Name: "ferry line", Role: timeline.Target, Kind: timeline.Body, Title: "utility"}},
				Clause:     "The harbour board listed the ferry line as a public utility",
				Mentions:   []timeline.Mention{{Para: 1, Trigger: "listing", At: timeline.Span{Start: 72, End: 79}}},
				Confidence: 71,
			},
			Grounds: timeline.Grounds{Sentence: p[0], Entry: "list verb", Time: &time, Date: "same clause", Modality: "said", Actors: "subject", Targets: "object"},
		}},
	}
}

// record makes an article of one paragraph with an event of that type and date, without an address.
func record(path string, typ timeline.Type, when string, words string) timeline.Record {
	r := timeline.Record{Article: timeline.Article{Path: path, Title: path, Published: day("2025-09-12"), Paragraphs: []string{words}}, Kinds: []string{"body"}}
	trigger := strings.Fields(words)[0]
	e := timeline.Event{Type: typ, Trigger: trigger, At: timeline.Span{End: len(trigger)}, Date: date(when), Basis: timeline.Explicit,
		Modality: timeline.Actual, Clause: words, Confidence: 50}
	e.Earliest, e.Latest = e.Date.Bounds()
	if when == "" {
		e.Basis = timeline.NoBasis
	}
	r.Findings = []timeline.Finding{{Event: e, Grounds: timeline.Grounds{Sentence: words}}}
	return r
}

func open(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func put(t testing.TB, s *store.Store, r timeline.Record, want store.Outcome) {
	t.Helper()
	got, err := s.Put(context.Background(), r, store.Original{})
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("Put(%s) = %v, want %v", r.Article.Path, got, want)
	}
}

func entries(t testing.TB, s *store.Store, q store.Query) []timeline.Entry {
	t.Helper()
	got, err := s.Timeline(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return got.Entries
}

// raw opens the file behind the store's back. The store has registered nothing under this name.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?_foreign_keys=on&_busy_timeout=5000")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// sound fails where the file does not hold together: structure, foreign keys, full-text index.
func sound(t testing.TB, path string) {
	t.Helper()
	db := raw(t, path)
	var verdict string
	if err := db.QueryRow("pragma integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity: %s %v", verdict, err)
	}
	var broken int
	if err := db.QueryRow("select count(*) from pragma_foreign_key_check").Scan(&broken); err != nil || broken != 0 {
		t.Errorf("%d broken foreign keys, %v", broken, err)
	}
	if _, err := db.Exec("insert into paragraphs_text (paragraphs_text, rank) values ('integrity-check', 1); insert into events_text (events_text, rank) values ('integrity-check', 1)"); err != nil {
		t.Errorf("full-text index: %v", err)
	}
}

// noZero fails for a field of the sample that a new member of the vocabulary left without a value.
func noZero(t *testing.T, name string, v reflect.Value) {
	t.Helper()
	switch {
	case v.Type() == reflect.TypeFor[edtf.Date]():
		if v.IsZero() {
			t.Errorf("sample has no %s", name)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i).Name; f != "Start" && name+"."+f != ".Findings[0].Event.Para" && name+"."+f != ".Times[0].Para" {
				noZero(t, name+"."+f, v.Field(i))
			}
		}
	case v.Kind() == reflect.Slice && v.Len() > 0:
		noZero(t, name+"[0]", v.Index(0))
	case v.Kind() == reflect.Pointer && !v.IsNil():
	case v.IsZero():
		t.Errorf("sample has no %s", name)
	}
}

func TestRoundTrip(t *testing.T) {
	r := sample()
	noZero(t, "", reflect.ValueOf(r))
	other := *r.Findings[0].Grounds.Time // a time of an event that is not among the article's
	other.Text, other.Rejected = "August", nil
	second := r.Findings[0]
	second.Grounds.Time = &other
	second.Date, second.Earliest, second.Latest, second.Basis = edtf.Date{}, 0, 0, timeline.NoBasis
	second.Actors, second.Targets, second.Mentions = nil, nil, nil
	r.Findings = append(r.Findings, second)

	path := filepath.Join(t.TempDir(), "a b?c#d%e.db")
	s := open(t, path)
	ctx := context.Background()
	original := store.Original{Data: []byte("raw\x00\xffbytes"), MediaType: "text/plain", Obtained: "file", At: time.Date(2025, 9, 13, 8, 0, 0, 0, time.UTC)}
	if _, err := s.Put(ctx, r, original); err != nil {
		t.Fatal(err)
	}
	got := entries(t, s, store.Query{})
	if len(got) != 2 || got[0].Key == got[1].Key {
		t.Fatalf("entries %v", got)
	}
	for i, e := range got {
		d, err := s.Event(ctx, e.Key[:9]+string(e.Key[9]))
		if err != nil {
			t.Fatal(err)
		}
		want := timeline.Detail{
			Entry: timeline.Entry{Key: timeline.EventKey(r.Article.Key(), "designation", r.Article.Paragraphs[0], "listed", i), Event: r.Findings[i].Event,
				Source: timeline.Source{Key: r.Article.Key(), Path: "harbour.txt", URL: r.Article.URL, Title: "Ferries listed", Site: "Harbour Post", Published: day("2025-09-12")}},
			Paragraph: r.Article.Paragraphs[0], Grounds: r.Findings[i].Grounds,
		}
		if diff := cmp.Diff(want, d, dates); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(want.Entry, e, dates); diff != "" {
			t.Error(diff)
		}
	}
	back, err := s.Original(ctx, r.Article.Key())
	if diff := cmp.Diff(original, back); err != nil || diff != "" {
		t.Error(err, diff)
	}
	sources, err := s.Sources(ctx)
	want := []store.SourceRow{{Source: got[0].Source, Author: "P. Vidal", PublishedFrom: "header", MediaType: "text/plain", Paragraphs: 2, Events: 2, Undated: 1,
		Obtained: "file", At: "2025-09-13T08:00:00Z"}}
	if diff := cmp.Diff(want, sources, cmpopts.IgnoreFields(store.SourceRow{}, "SHA256")); err != nil || diff != "" {
		t.Error(err, diff)
	}
	var stored string
	db := raw(t, strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path))
	err = db.QueryRow(`select s.meta || p.kind || p.start || p."end" || t.position || t.mod || t.rule from articles s
		join paragraphs p on p.paragraph = 1 join times t on t.position = 0`).Scan(&stored)
	if want := `[["desk","ports"]]post872050ENDpart of month`; err != nil || stored != want {
		t.Errorf("stored %s, want %s; %v", stored, want, err)
	}
}

func TestPutAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	before := entries(t, s, store.Query{})
	moved := sample()
	moved.Article.Path = "elsewhere/harbour.txt"
	put(t, s, moved, store.Unchanged)

	sharper := sample()
	sharper.Findings[0].Date = date("2025-08-21/2025-08-30") // the bounds are not the only sign of a change
	put(t, s, sharper, store.Replaced)
	longer := sample()
	longer.Article.Paragraphs = append(longer.Article.Paragraphs, "Nobody objected.")
	longer.Article.Places = append(longer.Article.Places, timeline.Span{Start: 206, End: 222})
	longer.Findings[0].Actors = longer.Findings[0].Actors[:1]
	put(t, s, longer, store.Replaced)
	after := entries(t, s, store.Query{})
	if len(after) != 1 || after[0].Key != before[0].Key {
		t.Errorf("the key of an event changed with another paragraph: %v, %v", before, after)
	}
	var left int
	if err := raw(t, path).QueryRow("select count(*) from actors where name = 'Ana Ruiz'").Scan(&left); err != nil || left != 0 {
		t.Errorf("an actor without events stayed: %d, %v", left, err)
	}

	put(t, s, record("plain.txt", "protest", "2025-08-02", "March one begins."), store.Added)
	put(t, s, record("plain.txt", "protest", "2025-08-03", "March two begins."), store.Replaced)
	put(t, s, record("-", "protest", "2025-08-02", "March three begins."), store.Added)
	put(t, s, record("-", "protest", "2025-08-03", "March four begins."), store.Added)
	if n := len(entries(t, s, store.Query{})); n != 4 {
		t.Errorf("%d entries, want 4", n)
	}
	sound(t, path)
}

func TestPutRefuses(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "annals.db"))
	for name, spoil := range map[string]func(*timeline.Record){
		"paragraph": func(r *timeline.Record) { r.Findings[0].Para = 7 },
		"span":      func(r *timeline.Record) { r.Findings[0].At.End = 5000 },
		"modality":  func(r *timeline.Record) { r.Findings[0].Modality = "perhaps" },
		"basis":     func(r *timeline.Record) { r.Findings[0].Basis = "guess" },
		"bounds":    func(r *timeline.Record) { r.Findings[0].Earliest = r.Findings[0].Latest + 1 },
		"mention":   func(r *timeline.Record) { r.Findings[0].Mentions[0].Para = -1 },
	} {
		r := sample()
		spoil(&r)
		if _, err := s.Put(context.Background(), r, store.Original{}); err == nil || !strings.Contains(err.Error(), "harbour.txt") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if sources, err := s.Sources(context.Background()); err != nil || len(sources) != 0 {
		t.Errorf("a refused article left %v, %v", sources, err)
	}
	put(t, s, sample(), store.Added)
}

func TestVocabulary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	r := sample()
	f := r.Findings[0]
	r.Findings = nil
	add := func(change func(*timeline.Finding)) {
		g := f
		g.Actors = []timeline.Party{f.Actors[0]}
		change(&g)
		r.Findings = append(r.Findings, g)
	}
	for _, x := range timeline.Types {
		add(func(g *timeline.Finding) { g.Type = x.Type })
	}
	for _, x := range timeline.Modalities {
		add(func(g *timeline.Finding) { g.Modality = x })
	}
	for _, x := range timeline.Bases {
		add(func(g *timeline.Finding) { g.Basis = x })
	}
	for _, x := range timeline.Roles {
		add(func(g *timeline.Finding) { g.Actors[0].Role = x })
	}
	for _, x := range timeline.Kinds {
		add(func(g *timeline.Finding) { g.Actors[0].Kind = x })
	}
	put(t, s, r, store.Added)
	if n := len(entries(t, s, store.Query{})); n != len(r.Findings) {
		t.Errorf("%d of %d", n, len(r.Findings))
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "other.db")
	db := raw(t, foreign)
	if _, err := db.Exec("create table mine (a); insert into mine values (1)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	newer := filepath.Join(dir, "newer.db")
	s := open(t, newer)
	put(t, s, sample(), store.Added)
	s.Close()
	db = raw(t, newer)
	if _, err := db.Exec("pragma user_version = 9999"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	letter := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear board,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{foreign: store.ErrForeign, newer: store.ErrNewer, letter: store.ErrForeign, dir: store.ErrForeign} {
		before, _ := os.ReadFile(path)
		list, _ := os.ReadDir(dir)
		for _, o := range []store.Options{{}, {ReadOnly: true}} {
			if _, err := store.Open(context.Background(), path, o); !errors.Is(err, want) || !strings.HasPrefix(err.Error(), path) {
				t.Errorf("%s: %v, want %v", path, err, want)
			}
		}
		if _, _, err := store.SQL(context.Background(), path, "select 1", store.Limits{}); !errors.Is(err, want) {
			t.Errorf("SQL %s: %v, want %v", path, err, want)
		}
		after, _ := os.ReadFile(path)
		now, _ := os.ReadDir(dir)
		if !bytes.Equal(before, after) || len(list) != len(now) {
			t.Errorf("%s was touched", path)
		}
	}
	missing := filepath.Join(dir, "missing.db")
	if _, err := store.Open(context.Background(), missing, store.Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	if _, err := os.Stat(missing); err == nil {
		t.Error("reading made a file")
	}
}

func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	put(t, open(t, path), sample(), store.Added)
	sound(t, path)
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	ctx := context.Background()
	r, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if len(entries(t, r, store.Query{})) != 1 {
		t.Error("nothing to read")
	}
	if _, err := r.Put(ctx, sample(), store.Original{}); err == nil {
		t.Error("a read-only store wrote")
	}
}

func TestHostileText(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	nasty := "'); drop table articles; -- \x00 \xff\xfe \x1b[31m \u202e <script> \" % _ \\ 漢字 \U0001F6A2"
	r := sample()
	a := &r.Article
	a.Title, a.Site, a.Path, a.Author = nasty, nasty, nasty, nasty
	a.Meta[0].Value = nasty
	a.Paragraphs[0] = "x" + a.Paragraphs[0][1:] + nasty
	f := &r.Findings[0]
	f.Clause, f.Actors[0].Name, f.Actors[0].Title, f.Grounds.Sentence = nasty, nasty, nasty, nasty
	put(t, s, r, store.Added)
	put(t, s, r, store.Unchanged)
	e := entries(t, s, store.Query{})[0]
	want := strings.NewReplacer("\x00", "?", "\xff", "?", "\xfe", "?").Replace(nasty)
	if e.Clause != want || e.Actors[0].Name != want || e.Source.Title != want || e.Trigger != "listed" {
		t.Errorf("%+v", e)
	}
	for _, q := range []store.Query{{Actor: nasty[:10]}, {Source: "<SCRIPT>"}, {Text: "script"}, {Text: "漢字"}} {
		if len(entries(t, s, q)) != 1 {
			t.Errorf("%+v finds nothing", q)
		}
	}
	for _, words := range []string{`"`, `""`, `a" OR "b`, `NEAR(`, `text:`, `-`, `*`, `^x`, `) OR (`, "\x00", `a AND`, nasty} {
		entries(t, s, store.Query{Text: words})
		if _, err := s.Event(context.Background(), words); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("Event(%q): %v", words, err)
		}
	}
	sound(t, path)
}

func TestSystemProgram(t *testing.T) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("no sqlite3 program here")
	}
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	put(t, s, record("vote.txt", "election", "", "Vote day is not known."), store.Added)
	s.Close()
	run := func(query, want string) {
		t.Helper()
		out, err := exec.Command(program, path, query).CombinedOutput()
		if err != nil || string(out) != want {
			t.Errorf("%s\n%s\nwant\n%s%v", query, out, want, err)
		}
	}
	key := timeline.EventKey(sample().Article.Key(), "designation", sample().Article.Paragraphs[0], "listed", 0)
	vote := record("vote.txt", "election", "", "Vote day is not known.")
	run("select * from timeline", fmt.Sprintf("2025-08-21/2025-08-31|2025-08-21|2025-08-31|designation|alleged|The harbour board listed the ferry line as a public utility|"+
		"harbour board; Ana Ruiz|ferry line|Harbour Post|0|%s|https://example.org/harbour\n"+
		"|||election|actual|Vote day is not known.|||vote.txt|0|%s|\n", key, timeline.EventKey(vote.Article.Key(), "election", "Vote day is not known.", "Vote", 0)))
	run("select paragraph from paragraphs_text('CAFE') join paragraphs on id = paragraphs_text.rowid", "1\n")
	run("select source, events, undated from sources", "Harbour Post|1|0\nvote.txt|1|1\n")
	run("select actor, side, role, type from timeline_actors", "Ana Ruiz|actor|participant|designation\nferry line|target|target|designation\nharbour board|actor|agent|designation\n")
	run("select what from undated", "Vote day is not known.\n")
	run("select count(*) from changes", "0\n")
	run("pragma integrity_check", "ok\n")
}
