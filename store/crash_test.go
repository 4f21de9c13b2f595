package store_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"annals/store"
	"annals/timeline"
)

// TestMain lets the test program be the writer that TestKill kills.
func TestMain(m *testing.M) {
	if path := os.Getenv("ANNALS_TEST_WRITER"); path != "" {
		n, err := strconv.Atoi(os.Getenv("ANNALS_TEST_PILE"))
		if err == nil {
			err = writer(path, n)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const pile = 400

func writerEnv(path string, n int) []string {
	return append(os.Environ(), "ANNALS_TEST_WRITER="+path, "ANNALS_TEST_PILE="+strconv.Itoa(n))
}

func numbered(i int) timeline.Record {
	r := sample()
	r.Article.URL = fmt.Sprintf("https://example.org/%d", i)
	return r
}

func writer(path string, n int) error {
	s, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	for i := range n {
		if _, err := s.Put(context.Background(), numbered(i), store.Original{Data: []byte("raw")}); err != nil {
			return err
		}
	}
	return nil
}

var kills = flag.Int("kills", 15, "how often TestKill kills the writer")

func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	random := rand.New(rand.NewPCG(1, 2))
	last, n := 0, max(pile, *kills*30) // more than the writers get done
	for round := range *kills {
		c := exec.Command(os.Args[0])
		c.Env = writerEnv(path, n)
		c.Stderr = os.Stderr
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.IntN(120)) * time.Millisecond)
		c.Process.Kill()
		c.Wait()
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			continue // killed before it began
		}
		s, err := store.Open(context.Background(), path, store.Options{})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		sources, err := s.Sources(context.Background())
		if err != nil || len(sources) < last {
			t.Fatalf("round %d: %d articles after %d, %v", round, len(sources), last, err)
		}
		for _, a := range sources {
			if a.Events != 1 || a.Paragraphs != 2 || a.SHA256 == "" {
				t.Errorf("round %d: half an article: %+v", round, a)
			}
		}
		last = len(sources)
		s.Close()
		sound(t, path)
	}
	t.Logf("killed %d times, %d of %d articles stored by then", *kills, last, n)
	if err := writer(path, last+10); err != nil {
		t.Fatal(err)
	}
	if got := len(entries(t, open(t, path), store.Query{})); got != last+10 {
		t.Errorf("%d entries, want %d", got, last+10)
	}
}

// TestTwoWriters has two programs fill one new file at once, and a reader meanwhile.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			c := exec.Command(os.Args[0])
			c.Env = writerEnv(path, pile)
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	s := open(t, path)
	for range 20 {
		for _, e := range entries(t, s, store.Query{}) {
			if len(e.Actors) != 2 {
				t.Fatalf("half an event: %+v", e)
			}
		}
		time.Sleep(5 * time.Millisecond)
	}
	group.Wait()
	if n := len(entries(t, s, store.Query{})); n != pile {
		t.Errorf("%d entries, want %d", n, pile)
	}
	sound(t, path)
}

func TestCancelledPut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	s := open(t, path)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Put(ctx, sample(), store.Original{}); err == nil {
		t.Error("a cancelled Put went on")
	}
	put(t, s, sample(), store.Added)
}

// BenchmarkPut stores articles of 30 paragraphs and 12 events with their originals.
func BenchmarkPut(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "annals.db"))
	r := sample()
	for len(r.Article.Paragraphs) < 30 {
		r.Article.Paragraphs = append(r.Article.Paragraphs, r.Article.Paragraphs[1])
		r.Article.Places = append(r.Article.Places, r.Article.Places[1])
	}
	for len(r.Findings) < 12 {
		r.Findings = append(r.Findings, r.Findings[0])
		r.Times = append(r.Times, r.Times[0])
	}
	raw := make([]byte, 20_000)
	for i := range raw {
		raw[i] = "the ports board "[i%16]
	}
	b.ResetTimer()
	for i := range b.N {
		r.Article.URL = fmt.Sprintf("https://example.org/%d", i)
		if _, err := s.Put(context.Background(), r, store.Original{Data: raw}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}
