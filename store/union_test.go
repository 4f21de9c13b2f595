package store_test

import (
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"annals/store"
	"annals/timeline"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// content is all that a file holds, without what is each file's own: the numbers of rows and the order of the log.
func content(t interface {
	Helper()
	Fatal(...any)
}, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var all []string
	for _, query := range []string{
		"select 'article ' || json_array(key, path, title, digest, (select sha256 || coalesce(at, '') from originals where article_id = id)) from articles",
		`select 'event ' || json_array(e.key, e.type, e.date, e.earliest, e.latest, e.modality, e.clause, e.verdict, e.is_gone, e.is_by_hand, e.merged_into, e.place, p.text,
			(select json_group_array(tag order by tag) from tags where event_id = e.id),
			(select json_group_array(json_array(side, a.name, role, title) order by side, position) from event_actors x join actors a on a.id = x.actor_id where event_id = e.id),
			(select json_group_array(json_array(paragraph, trigger) order by position) from mentions where event_id = e.id))
			from events e join paragraphs p on p.article_id = e.article_id and p.paragraph = e.paragraph`,
		`select 'act ' || json_array(a.event_key, a.act, a.field, a.before, a.after, a.reason, a.who, a.at, u.act, u.event_key, u.at, u.after)
			from acts a left join acts u on u.id = a.undoes`,
		"select 'conflict ' || json_array(e.key, c.field, c.found, c.is_settled) from conflicts c join events e on e.id = c.event_id",
		"select 'former ' || key || ' ' || now from former_keys",
	} {
		rows, err := db.Query(query)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var line string
			if err := rows.Scan(&line); err != nil {
				t.Fatal(err)
			}
			all = append(all, line)
		}
		rows.Close()
	}
	sort.Strings(all)
	return strings.Join(all, "\n")
}

// A person works on one file; the seconds of their acts are their own.
type person struct {
	name    string
	seconds int
	parity  int
}

func (p *person) by() store.By {
	p.seconds++
	return store.By{Who: p.name, At: time.Date(2025, 10, 1, 9, 0, 2*p.seconds+p.parity, 0, time.UTC)}
}

// article returns one of a few articles in one of a few versions: what is said, and what is found in it, differ.
func article(n, version int) timeline.Record {
	r := record(fmt.Sprintf("a%d", n), "protest", fmt.Sprintf("2025-08-%02d", n+1), fmt.Sprintf("March %d begins.", n))
	r.Article.URL = fmt.Sprintf("https://example.org/%d", n)
	if version >= 1 {
		r.Findings[0].Modality = timeline.Alleged
		r.Article.Paragraphs = append([]string{"A new beginning."}, r.Article.Paragraphs...)
		r.Kinds = append(r.Kinds, "body")
		r.Findings[0].Para = 1
	}
	switch version {
	case 2:
		r.Findings = nil
	case 3: // other dates, which corrections may oppose
		r.Findings[0].Date = date("2025-07-01")
		r.Findings[0].Earliest, r.Findings[0].Latest = r.Findings[0].Date.Bounds()
	case 4:
		r.Findings[0].Date = date("2025-09")
		r.Findings[0].Earliest, r.Findings[0].Latest = r.Findings[0].Date.Bounds()
	}
	return r
}

// live does something that people do.
func live(t *rapid.T, s *store.Store, p *person) {
	all, err := s.Timeline(ctx, store.Query{Rejected: true})
	if err != nil {
		t.Fatal(err)
	}
	choice := rapid.IntRange(0, 11).Draw(t, p.name)
	if choice == 0 || len(all.Entries) == 0 {
		r := article(rapid.IntRange(0, 2).Draw(t, "article"), rapid.IntRange(0, 4).Draw(t, "version"))
		_, err := s.Put(ctx, r, store.Original{Data: []byte(strings.Join(r.Article.Paragraphs, "\n")), At: p.by().At})
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	pick := func() string { return rapid.SampledFrom(all.Entries).Draw(t, "event").Key }
	key := pick()
	switch choice {
	case 1:
		err = s.Confirm(ctx, key, p.by())
	case 2:
		err = s.Reject(ctx, key, p.by())
	case 3:
		err = s.Restore(ctx, key, p.by())
	case 4:
		err = s.Tag(ctx, key, rapid.SampledFrom([]string{"x", "y"}).Draw(t, "tag"), p.by())
	case 5:
		err = s.Untag(ctx, key, "x", p.by())
	case 6:
		d := date(rapid.SampledFrom([]string{"2025-07-01", "2025-07-02", "2025-07"}).Draw(t, "date"))
		err = s.Edit(ctx, key, store.Edit{Date: &d}, p.by())
	case 7:
		list := []timeline.Party{{Name: rapid.SampledFrom([]string{"Ana", "Bo"}).Draw(t, "name"), Role: timeline.Agent, Kind: timeline.Person}}
		err = s.Edit(ctx, key, store.Edit{Actors: &list}, p.by())
	case 8, 9:
		_, err = s.Undo(ctx, key, p.by())
		if err == store.ErrNothing {
			err = nil
		}
	case 10:
		if other := pick(); other != key {
			err = s.Merge(ctx, key, []string{other}, p.by())
		}
	case 11:
		d, e := s.Event(ctx, key)
		if e != nil {
			t.Fatal(e)
		}
		f := timeline.Finding{Event: d.Event, Grounds: timeline.Grounds{Sentence: d.Paragraph}}
		f.Type, f.Mentions = "report", nil
		f.Basis = timeline.NoBasis
		if _, err = s.AddEvent(ctx, d.Source.Key, f, p.by()); err != nil && strings.Contains(err.Error(), "already") {
			err = nil
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestUnion: which of two files is merged into which makes no difference, nor does merging twice.
func TestUnion(t *testing.T) {
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue { // each makes five files
		must(t, checks.Value.Set("20"))
		defer func() { must(t, checks.Value.Set(checks.DefValue)) }()
	}
	here := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := func(name string) string { return filepath.Join(here, fmt.Sprintf("%d-%s.db", n, name)) }
		begin := func(path string) *store.Store {
			s, err := store.Open(ctx, path, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		backup := func(s *store.Store, name string) *store.Store {
			if err := s.Backup(ctx, path(name)); err != nil {
				t.Fatal(err)
			}
			return begin(path(name))
		}
		first := begin(path("first"))
		common := &person{name: "common"}
		for range rapid.IntRange(0, 6).Draw(t, "before") {
			live(t, first, common)
		}
		a, b := backup(first, "a"), backup(first, "b")
		ada, bea := &person{name: "ada", seconds: common.seconds}, &person{name: "bea", seconds: common.seconds, parity: 1}
		for range rapid.IntRange(0, 8).Draw(t, "acts of ada") {
			live(t, a, ada)
		}
		for range rapid.IntRange(0, 8).Draw(t, "acts of bea") {
			live(t, b, bea)
		}
		ab, ba := backup(a, "ab"), backup(b, "ba")
		merge := func(into, from *store.Store) store.Union {
			u, err := into.MergeFrom(ctx, from)
			if err != nil {
				t.Fatal(err)
			}
			return u
		}
		u := merge(ab, b)
		v := merge(ba, a)
		if len(u.Conflicts) != len(v.Conflicts) {
			t.Fatalf("conflicts %+v and %+v", u.Conflicts, v.Conflicts)
		}
		one := content(t, path("ab"))
		if d := cmp.Diff(strings.Split(one, "\n"), strings.Split(content(t, path("ba")), "\n")); d != "" {
			t.Fatalf("the other way round:\n%s", d)
		}
		if w := merge(ab, b); w.Acts+w.Articles+w.Events+w.Replaced != 0 {
			t.Fatalf("merging twice did %+v", w)
		}
		merge(ab, ba)
		if d := cmp.Diff(strings.Split(one, "\n"), strings.Split(content(t, path("ab")), "\n")); d != "" {
			t.Fatalf("merging twice:\n%s", d)
		}
		if wrong, err := ab.Check(ctx); err != nil || len(wrong) > 0 {
			t.Fatalf("%v, %v", wrong, err)
		}
		for _, s := range []*store.Store{first, a, b, ab, ba} {
			s.Close()
		}
		for _, name := range []string{"first", "a", "b", "ab", "ba"} {
			os.Remove(path(name))
		}
	})
}
