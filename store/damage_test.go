package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/store"
)

// TestDamage cuts the file and flips its bits: an error that names the file, or an answer, and never a panic.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	whole := filepath.Join(dir, "annals.db")
	s := open(t, whole)
	for i := range 20 {
		put(t, s, numbered(i), store.Added)
	}
	must(t, s.Close())
	data, err := os.ReadFile(whole)
	must(t, err)
	random := rand.New(rand.NewPCG(3, 4))
	failed, told := 0, 0
	for round := range 60 {
		bad := append([]byte(nil), data...)
		if round%2 == 0 {
			bad = bad[:random.IntN(len(bad))]
		} else {
			for range 200 {
				bad[100+random.IntN(len(bad)-100)] ^= 1 << random.IntN(8)
			}
		}
		path := filepath.Join(dir, fmt.Sprintf("bad%d.db", round))
		must(t, os.WriteFile(path, bad, 0o600))
		ask := func() error {
			s, err := store.Open(ctx, path, store.Options{ReadOnly: round%3 == 0})
			if err != nil {
				return err
			}
			defer s.Close()
			if _, err := s.Timeline(ctx, store.Query{Text: "ferry", Actor: "ruiz"}); err != nil {
				return err
			}
			if _, err := s.Sources(ctx); err != nil {
				return err
			}
			if faults, err := s.Check(ctx); err != nil || len(faults) > 0 {
				return fmt.Errorf("%s: %v %w", path, faults, err)
			}
			return nil
		}
		if err := ask(); err != nil {
			failed++
			if errors.Is(err, store.ErrDamaged) {
				told++
			}
			if !strings.Contains(err.Error(), path) {
				t.Errorf("an error that does not name the file: %v", err)
			}
		}
	}
	if told < failed/3 { // of the others, check says what is wrong
		t.Errorf("of %d damaged files, only %d were called so", failed, told)
	}
	if failed < 50 {
		t.Errorf("only %d of 60 damaged files were noticed", failed)
	}
}
