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

// Errors that a caller decides by.
var (
	ErrThere = errors.New("the event is there already")
	ErrWhole = errors.New("nothing was merged into it, and it is told in one place only; there is nothing to split")
)

// AddEvent adds an event that no rule found to the article of that key, and returns the event's key. f.Trigger must
// stand in its paragraph at f.At.
func (s *Store) AddEvent(ctx context.Context, article string, f timeline.Finding, by By) (key string, err error) {
	f = clean(timeline.Record{Findings: []timeline.Finding{f}}).Findings[0]
	err = s.inTransaction(ctx, func(tx *sql.Tx) error {
		key, err = addEvent(ctx, tx, article, f, by)
		return err
	})
	return key, err
}

func addEvent(ctx context.Context, tx *sql.Tx, article string, f timeline.Finding, by By) (string, error) {
	id, err := articleID(tx, article)
	if err != nil {
		return "", err
	}
	var words string
	err = tx.QueryRow("select text from paragraphs where article_id = ? and paragraph = ?", id, f.Para).Scan(&words)
	if errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("article %s has no paragraph %d", article, f.Para)
	}
	if err != nil {
		return "", err
	}
	if f.At.Start < 0 || f.At.Start >= f.At.End || f.At.End > len(words) || words[f.At.Start:f.At.End] != f.Trigger {
		return "", fmt.Errorf("%q does not stand in paragraph %d of article %s", f.Trigger, f.Para, article)
	}
	key := timeline.EventKey(article, f.Type, f.Grounds.Sentence, f.Trigger, 0)
	place := timeline.EventKey("", f.Type, f.Grounds.Sentence, f.Trigger, 0)
	var n int
	if err := tx.QueryRow("select count(*) from events where key = ?", key).Scan(&n); err != nil {
		return "", err
	}
	if n > 0 {
		return "", fmt.Errorf("%s: %w", key, ErrThere)
	}
	p := put{ctx: ctx, tx: tx, id: id}
	if err := tx.QueryRow("select coalesce(max(position), -1) + 1 from events where article_id = ?", id).Scan(&p.events); err != nil {
		return "", err
	}
	f.Grounds.Time = nil // a time expression belongs to what the rules read
	if err := p.putEvents([]timeline.Finding{f}, []string{key}, []string{place}); err != nil {
		return "", err
	}
	if _, err := tx.Exec("update events set is_by_hand = 1 where key = ?", key); err != nil {
		return "", err
	}
	return key, writeDown(tx, Act{Event: key, Act: "add", Field: "event", After: telling(f.Event), By: by})
}

// Merge says that the others tell of the same event as the first: only the first stays in the timeline.
func (s *Store) Merge(ctx context.Context, first string, others []string, by By) error {
	main, err := s.eventKey(ctx, first)
	if err != nil {
		return err
	}
	var into string
	if err := s.read.QueryRowContext(ctx, "select merged_into from events where key = ?", main).Scan(&into); err != nil {
		return s.wrap(err)
	}
	if into != "" {
		return fmt.Errorf("%s: merged into %s already; merge with that one, or split it first", main, into)
	}
	var keys []string
	for _, prefix := range others {
		key, err := s.eventKey(ctx, prefix)
		if err != nil {
			return err
		}
		if key == main {
			return fmt.Errorf("%s: an event cannot be merged into itself", key)
		}
		keys = append(keys, key)
	}
	return s.inTransaction(ctx, func(tx *sql.Tx) error {
		for _, key := range keys {
			below, err := column[string](tx, "select key from events where merged_into = ? order by key", key)
			if err != nil {
				return err
			}
			for _, k := range append(below, key) { // what was merged into it comes along
				if err := changeOne(tx, k, change{"merge", "merged", main}, by); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// Split takes apart what Merge put together: the event itself, or those that were merged into it. Where there are
// none, each further place that tells of the event becomes an event by hand, and sentence gives it the words around
// that place. It returns the keys of the events that stand for themselves now.
func (s *Store) Split(ctx context.Context, prefix string, sentence func(paragraph string, at timeline.Span) string, by By) (keys []string, err error) {
	key, err := s.eventKey(ctx, prefix)
	if err != nil {
		return nil, err
	}
	d, err := s.Event(ctx, key)
	if err != nil {
		return nil, err
	}
	err = s.inTransaction(ctx, func(tx *sql.Tx) error {
		keys, err = column[string](tx, "select key from events where key = ?1 and merged_into <> '' or merged_into = ?1 order by key", key)
		if err != nil {
			return err
		}
		for _, k := range keys {
			if err := changeOne(tx, k, change{"split", "merged", ""}, by); err != nil {
				return err
			}
		}
		if len(keys) == 0 {
			keys, err = splitMentions(ctx, tx, d, sentence, by)
		}
		return err
	})
	return keys, err
}

func splitMentions(ctx context.Context, tx *sql.Tx, d timeline.Detail, sentence func(string, timeline.Span) string, by By) (keys []string, err error) {
	if len(d.Mentions) == 0 {
		return nil, fmt.Errorf("%s: %w", d.Key, ErrWhole)
	}
	if err := changeOne(tx, d.Key, change{"split", "mentions", "[]"}, by); err != nil {
		return nil, err
	}
	for _, m := range d.Mentions {
		var words string
		err := tx.QueryRow(`select p.text from paragraphs p join articles s on s.id = p.article_id where s.key = ? and p.paragraph = ?`,
			d.Source.Key, m.Para).Scan(&words)
		if err != nil {
			return nil, err
		}
		f := timeline.Finding{Event: d.Event, Grounds: timeline.Grounds{Sentence: sentence(words, m.At), Date: "as the event that it was split from"}}
		f.Para, f.Trigger, f.At, f.Mentions = m.Para, m.Trigger, m.At, nil
		f.Clause = f.Grounds.Sentence
		key, err := addEvent(ctx, tx, d.Source.Key, f, by)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// Merged returns the events that were merged into the event of that key, by article.
func (s *Store) Merged(ctx context.Context, key string) ([]timeline.Entry, error) {
	rows, err := s.read.QueryContext(ctx, "select "+entryColumns+` from events e join articles s on s.id = e.article_id
		where e.merged_into = ? and e.merged_into <> ''`+entryOrder, key)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []timeline.Entry
	for rows.Next() {
		_, e, err := scanEntry(rows)
		if err != nil {
			return nil, s.wrap(err)
		}
		out = append(out, e)
	}
	return out, s.wrap(rows.Err())
}

// eventKey returns the whole key of the one event whose key begins with prefix.
func (s *Store) eventKey(ctx context.Context, prefix string) (key string, err error) {
	id, err := s.eventID(ctx, strings.ToLower(strings.TrimSpace(prefix)))
	if err == nil {
		err = s.wrap(s.read.QueryRowContext(ctx, "select key from events where id = ?", id).Scan(&key))
	}
	return key, err
}

// splitAll takes apart what was merged into the event of that key, which is about to go.
func splitAll(tx *sql.Tx, key string, by By) error {
	keys, err := column[string](tx, "select key from events where merged_into = ? order by key", key)
	if err != nil {
		return err
	}
	for _, k := range keys {
		if err := changeOne(tx, k, change{"split", "merged", ""}, by); err != nil {
			return err
		}
	}
	return nil
}

// standAlone shows the events again that were merged into one that is no more.
func standAlone(tx *sql.Tx) error {
	_, err := tx.Exec("update events set merged_into = '' where merged_into <> '' and merged_into not in (select key from events)")
	return err
}

// applyMerged gives the event the key of another that stands for it; that one may have another key by now.
func applyMerged(tx *sql.Tx, id int64, into string) error {
	for range 1000 { // a chain, and no circle
		var now string
		err := tx.QueryRow("select now from former_keys where key = ?1 and not exists (select 1 from events where key = ?1)", into).Scan(&now)
		if errors.Is(err, sql.ErrNoRows) {
			break
		}
		if err != nil {
			return err
		}
		into = now
	}
	_, err := tx.Exec("update events set merged_into = case when key = ?1 then '' else ?1 end where id = ?2", into, id)
	return err
}

// applyMentions gives the event the further places that tell of it.
func applyMentions(tx *sql.Tx, id int64, value string) error {
	var list []timeline.Mention
	if err := json.Unmarshal([]byte(value), &list); err != nil {
		return err
	}
	if _, err := tx.Exec("delete from mentions where event_id = ?", id); err != nil {
		return err
	}
	p := put{tx: tx}
	var rows [][]any
	for i, m := range list {
		rows = append(rows, []any{id, i, m.Para, m.Trigger, m.At.Start, m.At.End})
	}
	return p.insert("mentions (event_id, position, paragraph, trigger, trigger_start, trigger_end)", rows)
}

// mentionsOf returns the further places as the log keeps them.
func mentionsOf(tx querier, id int64) (string, error) {
	rows, err := tx.Query("select paragraph, trigger, trigger_start, trigger_end from mentions where event_id = ? order by position", id)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	list := []timeline.Mention{}
	for rows.Next() {
		var m timeline.Mention
		if err := rows.Scan(&m.Para, &m.Trigger, &m.At.Start, &m.At.End); err != nil {
			return "", err
		}
		list = append(list, m)
	}
	return text(list), rows.Err()
}

// column returns the only column of a query's answer.
func column[T any](tx querier, query string, values ...any) (out []T, err error) {
	rows, err := tx.Query(query, values...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
