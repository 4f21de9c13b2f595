package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"annals/timeline"
)

// ArticleKeys returns the keys of all articles, in the order in which they were stored.
func (s *Store) ArticleKeys(ctx context.Context) ([]string, error) {
	rows, err := s.read.QueryContext(ctx, "select key from articles order by id")
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return nil, s.wrap(err)
		}
		out = append(out, key)
	}
	return out, s.wrap(rows.Err())
}

// ArticleKey returns the key of the one article whose own key begins with prefix or, where there is none, of the
// article that tells of the event whose key begins so.
func (s *Store) ArticleKey(ctx context.Context, prefix string) (string, error) {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	rows, err := s.read.QueryContext(ctx, "select key from articles where key >= ?1 and key < ?1 || '~' order by key limit 2", prefix)
	if err != nil {
		return "", s.wrap(err)
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return "", s.wrap(err)
		}
		found = append(found, key)
	}
	switch err := rows.Err(); {
	case err != nil:
		return "", s.wrap(err)
	case prefix == "":
		return "", fmt.Errorf("%q: %w", prefix, ErrNotFound)
	case len(found) > 1 && found[0] != prefix:
		return "", fmt.Errorf("%q: more than one article has a key that begins so: %s", prefix, strings.Join(found, " "))
	case len(found) > 0:
		return found[0], nil
	}
	id, err := s.eventID(ctx, prefix)
	if errors.Is(err, ErrNotFound) {
		return "", fmt.Errorf("%q: no such article; annals sources shows the keys", prefix)
	}
	if err != nil {
		return "", err
	}
	var key string
	err = s.read.QueryRowContext(ctx, "select s.key from events e join articles s on s.id = e.article_id where e.id = ?", id).Scan(&key)
	return key, s.wrap(err)
}

// Article returns an article as it was read, without paragraphs that only an earlier version of it had.
// Its places are nil where they are not known of every paragraph.
func (s *Store) Article(ctx context.Context, key string) (timeline.Article, error) {
	var a timeline.Article
	var meta string
	err := s.read.QueryRowContext(ctx, `select path, url, title, author, site, published, published_from, media_type, meta
		from articles where key = ?`, key).
		Scan(&a.Path, &a.URL, &a.Title, &a.Author, &a.Site, dayTo{&a.Published}, &a.PublishedFrom, &a.MediaType, &meta)
	if err != nil {
		return a, s.wrap(err)
	}
	var fields [][2]string
	if err := json.Unmarshal([]byte(meta), &fields); err != nil {
		return a, s.wrap(err)
	}
	for _, f := range fields {
		a.Meta = append(a.Meta, timeline.Field{Name: f[0], Value: f[1]})
	}
	rows, err := s.read.QueryContext(ctx, `select p.text, p.start, p."end" from paragraphs p join articles s on s.id = p.article_id
		where s.key = ? and p.kind <> 'former' order by p.paragraph`, key)
	if err != nil {
		return a, s.wrap(err)
	}
	defer rows.Close()
	for rows.Next() {
		var words string
		var start, end sql.NullInt64
		if err := rows.Scan(&words, &start, &end); err != nil {
			return a, s.wrap(err)
		}
		a.Paragraphs = append(a.Paragraphs, words)
		if start.Valid {
			a.Places = append(a.Places, timeline.Span{Start: int(start.Int64), End: int(end.Int64)})
		}
	}
	if len(a.Places) != len(a.Paragraphs) {
		a.Places = nil
	}
	return a, s.wrap(rows.Err())
}
