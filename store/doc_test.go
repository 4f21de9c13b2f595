package store_test

import (
	"path/filepath"
	"slices"
	"testing"

	"annals/store"
)

// TestTables: every table and view of the file is told of, and every column of it.
func TestTables(t *testing.T) {
	tables, err := store.Tables(ctx)
	must(t, err)
	path := filepath.Join(t.TempDir(), "annals.db")
	open(t, path)
	var names []string
	for _, table := range tables {
		names = append(names, table.Name)
		if table.Doc == "" || table.Kind == "" || len(table.Columns) == 0 {
			t.Errorf("%+v is not told of", table)
		}
		for _, c := range table.Columns {
			if c.Doc == "" {
				t.Errorf("%s.%s is not told of", table.Name, c.Name)
			}
		}
	}
	rows, err := raw(t, path).Query("select name from pragma_table_list where schema = 'main' and type in ('table', 'view', 'virtual') and name not like 'sqlite_%'")
	must(t, err)
	defer rows.Close()
	n := 0
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		n++
		if !slices.Contains(names, name) {
			t.Errorf("%s is not told of", name)
		}
	}
	if n != len(names) {
		t.Errorf("%d tables and views, and %d are told of", n, len(names))
	}
	events := tables[slices.Index(names, "events")]
	at := slices.IndexFunc(events.Columns, func(c store.Column) bool { return c.Name == "verdict" })
	if got := events.Columns[at]; got.Doc != "a person's; '': unreviewed" || got.Type != "TEXT" {
		t.Errorf("%+v", got)
	}
}
