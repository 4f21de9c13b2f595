package store_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/store"
	"annals/timeline"
)

// logs are what people did in the files of the earlier versions.
var logs = map[int]string{
	2: "edit|date|2025-09-11|2025-09-10\ntag|tag||brief\nconfirm|verdict||confirmed (undone)\nundo|verdict|confirmed|",
	4: "edit|date|2025-09-11|2025-09-10\nconfirm|verdict||confirmed\ntag|tag||brief\nnote|note||ask again\n" +
		"add|event||2025-09 order: The port tariff was repealed.\n" +
		"add|event||2025-09 legal: The harbour court struck down the port tariff on Thursday.\nmerge|merged||r5z3p7a7n2",
}

// TestEarlierVersions opens a file of every earlier version of the schema: its data is there, it can be worked with, and
// it has the shape of a new file.
func TestEarlierVersions(t *testing.T) {
	files, err := os.ReadDir("schema")
	must(t, err)
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	open(t, fresh)
	for version := 1; version < len(files); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			path := unpacked(t, fmt.Sprintf("version%d", version))
			s := open(t, path)
			key := entries(t, s, store.Query{})[0].Key
			if corrected := map[int]string{2: "0hx8ayg5w2", 3: "r5z3p7a7n2", 4: "r5z3p7a7n2"}[version]; corrected != "" {
				key = corrected
			}
			d, err := s.Event(ctx, key)
			if err != nil || d.Paragraph != "The harbour court struck down the port tariff on Thursday." ||
				len(d.Actors) == 0 || d.Source.Title != "The port" {
				t.Errorf("%+v, %v", d, err)
			}
			if o, err := s.Original(ctx, d.Source.Key); err != nil || len(o.Data) == 0 {
				t.Errorf("original %v, %v", o, err)
			}
			if want := logs[version]; want != "" {
				if got := strings.ReplaceAll(logLines(t, s, ""), " by somebody else", ""); got != want {
					t.Errorf("log\n%s\nwant\n%s", got, want)
				}
				if d.Date != date("2025-09-10") {
					t.Errorf("date %s", d.Date)
				}
				if _, err := raw(t, path).Exec("delete from acts"); err == nil {
					t.Error("the log can be emptied")
				}
			}
			if version >= 3 {
				byHand, err := s.Timeline(ctx, store.Query{Types: []timeline.Type{"order"}})
				merged, wrong := s.Merged(ctx, key)
				if err != nil || wrong != nil || len(byHand.Entries) != 1 || len(merged) != 1 {
					t.Errorf("by hand %v, merged %v, %v, %v", byHand, merged, err, wrong)
				}
			}
			must(t, s.Confirm(ctx, d.Key, by))
			if hits, err := s.Search(ctx, "tariff", 0, false); err != nil || len(hits) != 1 {
				t.Errorf("%v, %v", hits, err)
			}
			sound(t, path)
			if got, want := shape(t, path), shape(t, fresh); got != want {
				t.Errorf("shape\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// shape lists everything that a file holds, with the columns of each table and view.
func shape(t *testing.T, path string) string {
	t.Helper()
	rows, err := raw(t, path).Query(`select s.type || ' ' || s.name || coalesce((select group_concat(name || ' ' || type) from pragma_table_info(s.name)), '')
		from sqlite_schema s order by 1`)
	must(t, err)
	defer rows.Close()
	var out []string
	for rows.Next() {
		var line string
		must(t, rows.Scan(&line))
		out = append(out, line)
	}
	must(t, rows.Err())
	return strings.Join(out, "\n")
}

func unpacked(t *testing.T, name string) string {
	t.Helper()
	from, err := os.Open(filepath.Join("testdata", name+".sqlite.gz"))
	if err != nil {
		t.Fatalf("every earlier version of the schema needs a file: %v", err)
	}
	defer from.Close()
	unzip, err := gzip.NewReader(from)
	must(t, err)
	data, err := io.ReadAll(unzip)
	must(t, err)
	path := filepath.Join(t.TempDir(), name+".db")
	must(t, os.WriteFile(path, data, 0o600))
	return path
}
