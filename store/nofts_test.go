//go:build !sqlite_fts5

package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"annals/store"
)

// TestNoFTS5 is the one test of this package that runs where the tag was forgotten; all others fail with the cure.
func TestNoFTS5(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	if _, err := store.Open(context.Background(), path, store.Options{}); !errors.Is(err, store.ErrNoFTS5) {
		t.Errorf("got %v, want %v", err, store.ErrNoFTS5)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a database was begun")
	}
}
