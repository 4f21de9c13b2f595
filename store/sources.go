package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Sources returns all articles, by day of publication; those without one come last.
func (s *Store) Sources(ctx context.Context) ([]SourceRow, error) {
	rows, err := s.read.QueryContext(ctx, `select s.key, s.path, s.url, s.title, s.site, s.published, s.author, s.published_from, s.media_type,
		(select count(*) from paragraphs p where p.article_id = s.id),
		(select count(*) from events e where e.article_id = s.id),
		(select count(*) from events e where e.article_id = s.id and e.earliest is null and e.latest is null),
		coalesce(o.sha256, ''), coalesce(o.obtained, ''), coalesce(o.at, '')
		from articles s left join originals o on o.article_id = s.id
		order by coalesce(s.published, '9999-12-31'), s.key`)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []SourceRow
	for rows.Next() {
		var r SourceRow
		err := rows.Scan(&r.Key, &r.Path, &r.URL, &r.Title, &r.Site, dayTo{&r.Published}, &r.Author, &r.PublishedFrom, &r.MediaType,
			&r.Paragraphs, &r.Events, &r.Undated, &r.SHA256, &r.Obtained, &r.At)
		if err != nil {
			return nil, s.wrap(err)
		}
		out = append(out, r)
	}
	return out, s.wrap(rows.Err())
}

// Original returns the article of that key exactly as it came. ErrNotFound tells that none is kept.
func (s *Store) Original(ctx context.Context, article string) (Original, error) {
	var o Original
	var packed []byte
	var sum, at string
	err := s.read.QueryRowContext(ctx, `select o.data, o.sha256, o.media_type, o.obtained, coalesce(o.at, '')
		from originals o join articles s on s.id = o.article_id where s.key = ?`, article).
		Scan(&packed, &sum, &o.MediaType, &o.Obtained, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return o, fmt.Errorf("%s: no original is kept: %w", article, ErrNotFound)
	}
	if err != nil {
		return o, s.wrap(err)
	}
	if at != "" {
		if o.At, err = time.Parse(time.RFC3339, at); err != nil {
			return o, s.wrap(err)
		}
	}
	if o.Data, err = decompress(packed); err != nil {
		return o, fmt.Errorf("%s: original of %s: %w", s.path, article, err)
	}
	if got := sha256.Sum256(o.Data); hex.EncodeToString(got[:]) != sum {
		return o, fmt.Errorf("%s: original of %s: its bytes do not match their checksum", s.path, article)
	}
	return o, nil
}
