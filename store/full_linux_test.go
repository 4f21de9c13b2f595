package store_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"annals/store"
)

// TestFullDisk fills a small file system. The article that does not fit is refused with a clear word, those before it
// are whole, and once there is room it goes on.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skip("no file system may be mounted here: ", err)
	}
	defer func() { must(t, syscall.Unmount(dir, syscall.MNT_DETACH)) }()
	path := filepath.Join(dir, "annals.db")
	s := open(t, path)
	stored, full := 0, error(nil)
	for full == nil && stored < 2000 {
		r := numbered(stored)
		r.Article.Paragraphs[0] += strings.Repeat(fmt.Sprint(" and ", stored), 200)
		if _, full = s.Put(ctx, r, store.Original{}); full == nil {
			stored++
		}
	}
	if full == nil || !strings.Contains(full.Error(), "full") {
		t.Fatalf("after %d articles: %v", stored, full)
	}
	t.Logf("%d articles, then: %v", stored, full)
	if n := len(entries(t, s, store.Query{})); n != stored {
		t.Errorf("%d entries of %d articles", n, stored)
	}
	must(t, s.Close())
	must(t, syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=8m"))
	s = open(t, path)
	put(t, s, numbered(5000), store.Added)
	if n := len(entries(t, s, store.Query{})); n != stored+1 {
		t.Errorf("%d entries of %d articles", n, stored+1)
	}
	must(t, s.Close())
	sound(t, path)
}
