package store

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const bulk = 50_000

const bulkColumns = `events (id, key, place, article_id, position, type, paragraph, trigger, trigger_start, trigger_end, date, earliest, latest,
	date_text, basis, modality, clause, confidence)`

func bulkRows() [][]any {
	rows := make([][]any, bulk)
	for i := range rows {
		day := fmt.Sprintf("%04d-%02d-%02d", 1950+i%70, 1+i%12, 1+i%28)
		rows[i] = []any{i + 1, fmt.Sprintf("k%09d", i), "", 1, i, "meeting", 0, "met", 4, 7, day, day, day, "", "explicit", "actual",
			fmt.Sprintf("The board met %d people about the ferry", i), 80}
	}
	return rows
}

// bulkFile makes a database with an article that events can hang on.
func bulkFile(b *testing.B) (*Store, string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bulk.db")
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	_, err = s.write.Exec(`insert into articles values (1, 'k', '', '', '', '', '', null, '', '', '[]', '');
		insert into paragraphs (article_id, paragraph, kind, text) values (1, 0, 'body', 'The board met.')`)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s, path
}

// BenchmarkBulk stores the same events with all their indexes, by us and by the .import of the sqlite3 program.
func BenchmarkBulk(b *testing.B) {
	rows := bulkRows()
	b.Run("annals", func(b *testing.B) {
		for range b.N {
			b.StopTimer()
			s, _ := bulkFile(b)
			b.StartTimer()
			tx, err := s.write.Begin()
			if err != nil {
				b.Fatal(err)
			}
			p := put{tx: tx}
			if err := p.insert(bulkColumns, rows); err != nil {
				b.Fatal(err)
			}
			if err := tx.Commit(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.N*bulk)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("sqlite3", func(b *testing.B) {
		if _, err := exec.LookPath("sqlite3"); err != nil {
			b.Skip(err)
		}
		file := filepath.Join(b.TempDir(), "rows.csv")
		writeRows(b, file, rows)
		for range b.N {
			b.StopTimer()
			s, path := bulkFile(b)
			s.Close()
			b.StartTimer()
			c := exec.Command("sqlite3", path)
			c.Stdin, c.Stderr = script(b, file), os.Stderr
			if err := c.Run(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.N*bulk)/b.Elapsed().Seconds(), "rows/s")
	})
}

func script(b *testing.B, file string) *os.File {
	b.Helper()
	path := file + ".sql"
	text := "pragma foreign_keys = on;\npragma synchronous = normal;\n.import --csv '" + file + "' events\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	return f
}

// writeRows writes them in the order of the table's columns, which are those of bulkColumns without the place, and then
// place, verdict, is_gone, is_by_hand and merged_into.
func writeRows(b *testing.B, path string, rows [][]any) {
	b.Helper()
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	w := csv.NewWriter(f)
	for _, row := range rows {
		var cells []string
		for i, v := range row {
			if i != 2 {
				cells = append(cells, fmt.Sprint(v))
			}
		}
		if err := w.Write(append(cells, "", "", "0", "0", "")); err != nil {
			b.Fatal(err)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		b.Fatal(err)
	}
}
