package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"annals/store"

	"github.com/google/go-cmp/cmp"
)

func TestSQL(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	columns, rows, err := store.SQL(context.Background(), path, `select type, count(*) as n, null as none, 1.5 as half, x'00ff' as bytes from timeline`, store.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"type", "n", "none", "half", "bytes"}, columns); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([][]any{{"designation", int64(1), nil, 1.5, []byte{0, 255}}}, rows); diff != "" {
		t.Error(diff)
	}
	for _, query := range []string{
		"select snippet(paragraphs_text, 0, '[', ']', '…', 5) from paragraphs_text('utility')",
		"with recursive n(i) as (select 1 union all select i + 1 from n where i < 9) select sum(i) from n",
		"select name from pragma_table_info('events')",
		"select upper(actors), json_extract('[1]', '$[0]') from timeline",
		"explain query plan select * from timeline",
	} {
		if _, rows, err := store.SQL(context.Background(), path, query, store.Limits{}); err != nil || len(rows) == 0 {
			t.Errorf("%s: %v, %v", query, rows, err)
		}
	}
}

func TestSQLAttacks(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "annals.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	out := filepath.Join(dir, "out")
	list, _ := os.ReadDir(dir)
	for _, attack := range []string{
		"delete from articles",
		"select 1; delete from articles",
		"pragma query_only = 0; delete from articles",
		"pragma query_only = 0",
		"attach '" + out + "' as o",
		"attach 'file:" + out + "?mode=rwc' as o; create table o.t (a)",
		"vacuum into '" + out + "'",
		"vacuum",
		"create table t (a)",
		"create temp table t (a)",
		"create temp trigger g after insert on articles begin select 1; end",
		"pragma user_version = 3",
		"pragma journal_mode = delete",
		"pragma writable_schema = 1",
		"pragma temp_store_directory = '" + dir + "'",
		"pragma wal_checkpoint(truncate)",
		"begin immediate",
		"savepoint a",
		"reindex",
		"analyze",
		"drop view timeline",
		"insert into paragraphs_text (paragraphs_text) values ('rebuild')",
		"update articles set title = 'x' returning title",
		"delete from articles returning title",
		"with t as (select 1) delete from articles",
		"select load_extension('x')",
		"select fts3_tokenizer('simple')",
		"select writefile('" + out + "', 'x')",
		"select * from pragma_query_only(0); select * from pragma_journal_mode('delete')",
		"explain delete from articles",
		"select zeroblob(100000000)",
		"select printf('%.*c', 100000000, 'x')",
		"select nosuch from timeline",
		"",
		"-- nothing",
	} {
		if _, rows, err := store.SQL(context.Background(), path, attack, store.Limits{}); err == nil {
			t.Errorf("%s: answered %v", attack, rows)
		}
	}
	now, _ := os.ReadDir(dir)
	if len(list) != len(now) {
		t.Errorf("files before %v, after %v", list, now)
	}
	if len(entries(t, s, store.Query{})) != 1 {
		t.Error("the events are gone")
	}
	sound(t, path)
}

// TestReadersTidy: who only read leaves nothing beside the file.
func TestReadersTidy(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "annals.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	must(t, s.Close())
	alone := func(who string) {
		t.Helper()
		if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
			t.Errorf("%s left %v, %v", who, files, err)
		}
	}
	s, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	must(t, err)
	entries(t, s, store.Query{})
	must(t, s.Close())
	alone("a reader")
	_, _, err = store.SQL(ctx, path, "select * from timeline", store.Limits{})
	must(t, err)
	alone("a query")
	_, _, _ = store.SQL(ctx, path, "delete from events", store.Limits{})
	alone("an attack")
}

func TestSQLLimits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	open(t, path)
	endless := "with recursive n(i) as (select 1 union all select i + 1 from n) select "
	_, rows, err := store.SQL(context.Background(), path, endless+"i from n", store.Limits{Rows: 7})
	if !errors.Is(err, store.ErrTooMuch) || len(rows) != 7 {
		t.Errorf("rows: %d, %v", len(rows), err)
	}
	_, rows, err = store.SQL(context.Background(), path, endless+"zeroblob(1000000) from n", store.Limits{Bytes: 5_500_000})
	if !errors.Is(err, store.ErrTooMuch) || len(rows) != 5 {
		t.Errorf("bytes: %d, %v", len(rows), err)
	}
	start := time.Now()
	_, _, err = store.SQL(context.Background(), path, endless+"count(*) from n", store.Limits{Time: 100 * time.Millisecond})
	if took := time.Since(start); err == nil || took > 5*time.Second {
		t.Errorf("time: %v after %s", err, took)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err = store.SQL(ctx, path, "select 1", store.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, _, err := store.SQL(context.Background(), filepath.Join(t.TempDir(), "none.db"), "select 1", store.Limits{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
}
