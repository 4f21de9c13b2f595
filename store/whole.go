package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

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
	db, err := openToRead(ctx, "annals", s.path, "mode=ro&_busy_timeout=10000") // the reader's query_only forbids vacuum
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err = db.ExecContext(ctx, "vacuum into ?", path); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
