package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"annals/fixtures"
	"annals/store"
	"annals/timeline"
	"annals/timeline/read"
)

// BenchmarkAdd measures annals add of 1,000 articles made from the fixtures: whole, and its two halves apart. One
// operation is the whole pile: "extraction" reads and extracts on all processors and stores nothing, "storing" puts
// what has been extracted into a new database.
func BenchmarkAdd(b *testing.B) {
	const n = 1000
	dir := b.TempDir()
	pile, err := fixtures.Pile(n)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range pile {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	paths := files([]string{dir})
	if len(paths) != n {
		b.Fatalf("%d files, want %d", len(paths), n)
	}
	measure := func(name string, work func(b *testing.B)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				work(b)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
	measure("whole", func(b *testing.B) {
		if code, _, errs := try(b.Context(), "add", "--db", filepath.Join(b.TempDir(), "annals.db"), dir); code != exitDone {
			b.Fatal(errs)
		}
	})
	measure("extraction", func(b *testing.B) { extractAll(b, paths) })
	records := extractAll(b, paths)
	measure("storing", func(b *testing.B) { putAll(b, records, pile) })
}

func extractAll(b *testing.B, paths []string) (records []timeline.Record) {
	b.Helper()
	err := process().readAll(b.Context(), paths, read.Options{}, func(j *job) error {
		records = append(records, j.record)
		return j.err
	})
	if err != nil {
		b.Fatal(err)
	}
	return records
}

// putAll stores the records in a new database.
func putAll(b *testing.B, records []timeline.Record, pile []fixtures.File) {
	b.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, filepath.Join(b.TempDir(), "annals.db"), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	at := time.Date(2025, 9, 12, 8, 0, 0, 0, time.UTC)
	for i, r := range records {
		outcome, err := db.Put(ctx, r, store.Original{Data: pile[i].Data, MediaType: r.Article.MediaType, Obtained: "file", At: at})
		if err != nil {
			b.Fatal(err)
		}
		if outcome != store.Added {
			b.Fatalf("%s: %s, want an article of its own", r.Article.Path, outcome)
		}
	}
}
