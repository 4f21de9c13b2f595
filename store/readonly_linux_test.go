package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"annals/store"
)

// unwritable makes a directory with those files, which then can only be read, even by the superuser.
func unwritable(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=8m"); err != nil {
		t.Skip("no file system may be mounted here: ", err)
	}
	t.Cleanup(func() { must(t, syscall.Unmount(dir, syscall.MNT_DETACH)) })
	for _, name := range files {
		data, err := os.ReadFile(name)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(dir, filepath.Base(name)), data, 0o600))
	}
	must(t, syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=8m"))
	return dir
}

// TestUnwritableDirectory: where nothing can be written, everything can be read, unless part of it stands in a
// write-ahead log whose index is missing: then it is said where.
func TestUnwritableDirectory(t *testing.T) {
	here := t.TempDir()
	path := filepath.Join(here, "annals.db")
	s := open(t, path)
	put(t, s, sample(), store.Added)
	put(t, s, numbered(1), store.Added) // in the log, for the file is open still
	cut := unwritable(t, path, path+"-wal")
	whole := unwritable(t, path, path+"-wal", path+"-shm")
	must(t, s.Close())
	closed := unwritable(t, path)

	for _, dir := range []string{whole, closed} {
		path := filepath.Join(dir, "annals.db")
		s, err := store.Open(ctx, path, store.Options{ReadOnly: true})
		must(t, err)
		if n := len(entries(t, s, store.Query{})); n != 2 {
			t.Errorf("%d entries", n)
		}
		if err := s.Backup(ctx, filepath.Join(t.TempDir(), "copy.db")); err != nil {
			t.Error(err)
		}
		if wrong, err := s.Check(ctx); err != nil || len(wrong) > 0 {
			t.Errorf("%v, %v", wrong, err)
		}
		must(t, s.Close())
		if _, rows, err := store.SQL(ctx, path, "select count(*) from timeline", store.Limits{}); err != nil || rows[0][0] != int64(2) {
			t.Errorf("%v, %v", rows, err)
		}
		if _, err := store.Open(ctx, path, store.Options{}); !errors.Is(err, store.ErrUnwritable) {
			t.Errorf("opened for writing: %v", err)
		}
		if _, err := store.Open(ctx, filepath.Join(dir, "new.db"), store.Options{}); !errors.Is(err, store.ErrUnwritable) {
			t.Errorf("a new one: %v", err)
		}
	}
	if _, err := store.Open(ctx, filepath.Join(cut, "annals.db"), store.Options{ReadOnly: true}); !errors.Is(err, store.ErrLog) {
		t.Errorf("without the index of its log: %v", err)
	}
	if _, _, err := store.SQL(ctx, filepath.Join(cut, "annals.db"), "select 1 from events", store.Limits{}); !errors.Is(err, store.ErrLog) {
		t.Errorf("without the index of its log: %v", err)
	}
	old := unwritable(t, unpacked(t, "version4"))
	if _, err := store.Open(ctx, filepath.Join(old, "version4.db"), store.Options{ReadOnly: true}); !errors.Is(err, store.ErrUnwritable) {
		t.Errorf("of an earlier version: %v", err)
	}
}
