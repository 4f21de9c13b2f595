package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"annals/timeline"
)

// A Hit is a paragraph that a search found.
type Hit struct {
	Source    timeline.Source
	Paragraph int
	Snippet   string   // some words of it, each that was found between U+0002 and U+0003
	Events    []string // the keys of the events in it, in reading order, without rejected ones
}

// Search returns the paragraphs that hold all the words, the best first, at most limit of them (0 stands for 50).
// Query.Text says how words are typed; raw hands them to FTS5 as they are.
func (s *Store) Search(ctx context.Context, words string, limit int, raw bool) ([]Hit, error) {
	match := words
	if !raw {
		match = quoted(words)
	}
	if match == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = 50
	}
	// To rank is to read every paragraph that matches, so where those are too many to wait for, the newest come first.
	const ranked = 20_000
	var n int
	err := s.read.QueryRowContext(ctx, "select count(*) from (select 1 from paragraphs_text where paragraphs_text match ? limit ?)", match, ranked+1).Scan(&n)
	if err != nil {
		return nil, s.wrap(err)
	}
	order := "rank" // of equal ones the first comes first; FTS5 sorts so only where nothing else is asked for
	if n > ranked {
		order = "rowid desc"
	}
	rows, err := s.read.QueryContext(ctx, `select s.key, s.path, s.url, s.title, s.site, s.published, p.paragraph, b.words,
		coalesce((select group_concat(e.key, ' ' order by e.position) from events e
			where e.article_id = p.article_id and e.paragraph = p.paragraph and e.verdict <> 'rejected'), '')
		from (select row_number() over () as n, id, words from (
				select rowid as id, snippet(paragraphs_text, 0, char(2), char(3), '…', 24) as words
				from paragraphs_text where paragraphs_text match ? order by `+order+` limit ?)) b
			cross join paragraphs p on p.id = b.id join articles s on s.id = p.article_id order by b.n`, match, limit)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []Hit
	for rows.Next() {
		var h Hit
		var keys string
		if err := rows.Scan(&h.Source.Key, &h.Source.Path, &h.Source.URL, &h.Source.Title, &h.Source.Site, dayTo{&h.Source.Published},
			&h.Paragraph, &h.Snippet, &keys); err != nil {
			return nil, s.wrap(err)
		}
		h.Events = strings.Fields(keys)
		out = append(out, h)
	}
	return out, s.wrap(rows.Err())
}

// Check returns what is wrong with the file, a line each: its structure, its foreign keys, its full-text index,
// triggers that are not where their paragraph says. Nothing is wrong where it returns none.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	rows, err := s.read.QueryContext(ctx, `select 'structure: ' || integrity_check from pragma_integrity_check where integrity_check <> 'ok'
		union all select 'table ' || "table" || ', row ' || rowid || ': no such row of ' || parent from pragma_foreign_key_check
		union all select 'event ' || e.key || ': its trigger does not stand where it should' from events e
			join paragraphs p on p.article_id = e.article_id and p.paragraph = e.paragraph
			where substr(cast(p.text as blob), e.trigger_start + 1, e.trigger_end - e.trigger_start) <> cast(e.trigger as blob)`)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, s.wrap(err)
		}
		out = append(out, line)
	}
	if err := rows.Err(); err != nil {
		return out, s.wrap(err)
	}
	if s.write != nil { // FTS5 asks its question as an insert
		for _, index := range []string{"paragraphs_text", "events_text"} {
			if _, err := s.write.ExecContext(ctx, "insert into "+index+" ("+index+", rank) values ('integrity-check', 1)"); err != nil {
				out = append(out, "full-text index "+index+": "+err.Error())
			}
		}
	}
	return out, nil
}

// Backup writes a compact copy of the database to a new file, though others may be writing to it.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s: %w", path, fs.ErrExist)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	db, err := open(s.path, "mode=ro&_busy_timeout=10000") // the reader's query_only forbids vacuum
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "vacuum into ?", path)
	return s.wrap(err)
}
