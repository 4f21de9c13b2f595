package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annals/store"
)

// remarked says whether the column's remark stands in a schema file, beside a column of that name.
func remarked(t *testing.T, c store.Column) bool {
	t.Helper()
	files, err := filepath.Glob("schema/*.sql")
	must(t, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		must(t, err)
		for _, line := range strings.Split(string(text), "\n") {
			if strings.Contains(line, c.Name) && strings.HasSuffix(line, "-- "+c.Doc) {
				return true
			}
		}
	}
	return false
}

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
			if c.Nullable && !strings.Contains(c.Doc, "NULL") {
				t.Errorf("%s.%s: what NULL means is not told", table.Name, c.Name)
			}
			if table.Kind == "table" && !remarked(t, c) {
				t.Errorf("%s.%s: the schema has no remark on it", table.Name, c.Name)
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
	loose := 0
	must(t, raw(t, path).QueryRow(`select count(*) from pragma_table_list where schema = 'main' and type = 'table' and not strict
		and name not like 'sqlite_%' and name not like '%\_text\_%' escape '\'`).Scan(&loose))
	if loose > 0 {
		t.Errorf("%d tables are not strict", loose)
	}
	events := tables[slices.Index(names, "events")]
	at := slices.IndexFunc(events.Columns, func(c store.Column) bool { return c.Name == "verdict" })
	if got := events.Columns[at]; got.Doc != "a person's; '': unreviewed" || got.Type != "TEXT" {
		t.Errorf("%+v", got)
	}
}
