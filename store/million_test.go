//go:build unix

package store_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"annals/store"
	"annals/timeline"
)

var millions = flag.Int("events", 1_000_000, "the events of the database of BenchmarkLarge")

// large makes a database of that many events, twenty to an article and one to a paragraph, by 5,000 actors, over 80
// years. The words are made of a few hundred, so that a search has much to choose from.
func large(t testing.TB, path string, events int) {
	t.Helper()
	open(t, path).Close()
	db := raw(t, path)
	db.SetMaxOpenConns(1)
	for _, statement := range []string{
		"pragma synchronous = off", "pragma journal_mode = off", "pragma cache_size = -400000", "begin",
		`create temp table n as with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ` + fmt.Sprint(events) + `) select i,
			(i * 2654435761) % 4294967296 as r from n`,
		`insert into articles select i + 1, printf('%010d', i), 'a' || i || '.txt', 'https://example.org/' || i, 'Article ' || i, '', 'site ' || (i % 50),
			date('1945-01-01', (i * 37 % 29000) || ' days'), 'header', 'text/plain', '[]', '' from n where i < ` + fmt.Sprint(events/20+1),
		`insert into paragraphs (id, article_id, paragraph, kind, text) select i + 1, i / 20 + 1, i % 20, 'body',
			'The board of harbour word' || (r % 300) || ' held talks with word' || (r / 300 % 300) || ' about word' || (r / 90000 % 300) || ' and the ferry.' from n`,
		`insert into actors select i + 1, 'Actor number ' || i, 'body' from n where i < 5000`,
		`insert into events (id, key, article_id, position, type, paragraph, trigger, trigger_start, trigger_end, date, earliest, latest, date_text, basis,
			modality, clause, confidence, place)
			select i + 1, printf('k%09d', i), i / 20 + 1, i % 20, trim(substr('meeting ruling  report  legal   order   protest militaryelection', 1 + 8 * (r % 8), 8)),
			i % 20, 'held', 0, 4, d, d, d, '', 'explicit', 'actual', 'The board held talks about word' || (r / 90000 % 300), r % 101, ''
			from (select *, case when r % 20 > 0 then date('1945-01-01', (r / 7 % 29000) || ' days') end as d from n)`,
		`insert into event_actors select i + 1, 'actor', 0, r % 5000 + 1, 'agent', '' from n`,
		`insert into grounds select i + 1, '', '', null, '', '', '', '' from n`,
		"drop table n", "commit", "pragma journal_mode = wal",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	db.Close()
}

// asked is what people ask of a large database, and each must be answered in half of the tenth of a second in which an
// answer feels immediate.
var asked = []struct {
	name string
	ask  func(*store.Store) (int, error)
}{
	{"type, actor and range", func(s *store.Store) (int, error) {
		t, err := s.Timeline(ctx, store.Query{Types: []timeline.Type{"ruling"}, Actor: "number 42", From: day("1990-01-01"), To: day("1999-12-31")})
		return len(t.Entries), err
	}},
	{"type and month", func(s *store.Store) (int, error) {
		t, err := s.Timeline(ctx, store.Query{Types: []timeline.Type{"ruling"}, From: day("1990-01-01"), To: day("1990-01-31")})
		return len(t.Entries), err
	}},
	{"actor", func(s *store.Store) (int, error) {
		t, err := s.Timeline(ctx, store.Query{Actor: "number 4242"})
		return len(t.Entries), err
	}},
	{"first hundred", func(s *store.Store) (int, error) {
		t, err := s.Timeline(ctx, store.Query{Limit: 100})
		return len(t.Entries), err
	}},
	{"search, three words", func(s *store.Store) (int, error) {
		hits, err := s.Search(ctx, "word17 word170 ferry", 0, false)
		return len(hits), err
	}},
	{"search, a common word", func(s *store.Store) (int, error) {
		hits, err := s.Search(ctx, "ferry talks", 0, false)
		return len(hits), err
	}},
	{"search, one word", func(s *store.Store) (int, error) {
		hits, err := s.Search(ctx, "word17", 0, false)
		return len(hits), err
	}},
	{"show", func(s *store.Store) (int, error) {
		d, err := s.Event(ctx, "k0000777")
		if err != nil {
			d, err = s.Event(ctx, "k000077701")
		}
		return len(d.Paragraph), err
	}},
}

// processorTime is what this process has used so far; unlike the clock it minds no other process.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkLarge asks a database of a million events (-events N) what people ask. cpu-ms is the median of the processor
// time that an answer takes.
func BenchmarkLarge(b *testing.B) {
	path := os.Getenv("ANNALS_LARGE") // keeps the file for the next time
	if path == "" {
		path = filepath.Join(b.TempDir(), "large.db")
	}
	if _, err := os.Stat(path); err != nil {
		start := time.Now()
		large(b, path, *millions)
		b.Logf("made in %s", time.Since(start).Round(time.Second))
	}
	s := open(b, path)
	for _, q := range asked {
		b.Run(q.name, func(b *testing.B) {
			var n int
			var took []time.Duration
			for range b.N {
				start := processorTime()
				var err error
				if n, err = q.ask(s); err != nil || n == 0 {
					b.Fatalf("%d, %v", n, err)
				}
				took = append(took, processorTime()-start)
			}
			slices.Sort(took)
			b.ReportMetric(float64(n), "rows")
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "cpu-ms")
		})
	}
}
