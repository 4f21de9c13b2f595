package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"annals/timeline"
	"annals/timeline/edtf"
)

// entryColumns are read by scanEntry, in this order, from events e and articles s.
const entryColumns = `e.id, e.key, e.type, e.paragraph, e.trigger, e.trigger_start, e.trigger_end, e.date, e.earliest, e.latest,
	e.date_text, e.basis, e.modality, e.clause, e.confidence,
	(select json_group_array(json_array(x.side, a.name, x.role, a.kind, x.title) order by x.side, x.position)
		from event_actors x join actors a on a.id = x.actor_id where x.event_id = e.id),
	(select json_group_array(json_array(m.paragraph, m.trigger, m.trigger_start, m.trigger_end) order by m.position)
		from mentions m where m.event_id = e.id),
	s.key, s.path, s.url, s.title, s.site, s.published`

// entryOrder is the order of a timeline; the view timeline has the same.
const entryOrder = ` order by e.earliest is null and e.latest is null, coalesce(e.earliest, e.latest), coalesce(e.latest, '9999-12-31'),
	coalesce(s.published, '9999-12-31'), s.key, e.paragraph, e.position`

// Timeline returns the entries that q asks for, by earliest day, then latest day, publication, and place in the
// article. An entry without a first day stands at its last one. Undated entries come last.
func (s *Store) Timeline(ctx context.Context, q Query) (timeline.Timeline, error) {
	from, values, possible, err := s.selection(ctx, q)
	if err != nil || !possible {
		return timeline.Timeline{}, err
	}
	if q.Limit > 0 { // first which entries, then what is told of them
		from = fmt.Sprintf("events e join articles s on s.id = e.article_id where e.id in (select e.id from %s%s limit %d)", from, entryOrder, q.Limit)
	}
	statement := "select " + entryColumns + " from " + from + entryOrder
	rows, err := s.read.QueryContext(ctx, statement, values...)
	if err != nil {
		return timeline.Timeline{}, s.wrap(err)
	}
	defer rows.Close()
	var t timeline.Timeline
	for rows.Next() {
		_, entry, err := scanEntry(rows)
		if err != nil {
			return timeline.Timeline{}, s.wrap(err)
		}
		t.Entries = append(t.Entries, entry)
	}
	return t, s.wrap(rows.Err())
}

// quoted makes an FTS5 query of what a user typed: every word, and every phrase in double quotes, must occur; a
// final * stands for any ending. All else is quoted, so nothing that is typed can be a fault of syntax.
// Empty where there is no word in it.
func quoted(typed string) string { return strings.Join(quotedTerms(typed), " AND ") }

// quotedTerms returns the words and phrases of it.
func quotedTerms(typed string) (terms []string) {
	for i, piece := range strings.Split(typed, `"`) {
		words := []string{piece}
		if i%2 == 0 {
			words = strings.Fields(piece)
		}
		for _, w := range words {
			if !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
				continue
			}
			term := `"` + strings.ReplaceAll(w, "\x00", " ") + `"`
			if strings.HasSuffix(w, "*") {
				term += " *"
			}
			terms = append(terms, term)
		}
	}
	return terms
}

// Event returns the event whose key begins with prefix. ErrNotFound and ErrAmbiguous tell that there is none, or
// more than one.
func (s *Store) Event(ctx context.Context, prefix string) (timeline.Detail, error) {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	var d timeline.Detail
	id, err := s.eventID(ctx, prefix)
	if err != nil {
		return d, err
	}
	d, err = detail(ctx, s.read, id)
	return d, s.wrap(err)
}

// reader is a database or a transaction.
type reader interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}

// The queries behind one event.
const (
	eventByKey   = "select id, key from events where key >= ?1 and key < ?1 || '~' order by key limit ?2"
	eventEntry   = "select " + entryColumns + " from events e join articles s on s.id = e.article_id where e.id = ?"
	eventGrounds = `select p.text, g.sentence, g.entry, g.time_id, g.date, g.modality, g.actors, g.targets
		from events e join grounds g on g.event_id = e.id
		join paragraphs p on p.article_id = e.article_id and p.paragraph = e.paragraph where e.id = ?`
)

// detail reads one event in full.
func detail(ctx context.Context, from reader, id int64) (d timeline.Detail, err error) {
	row := from.QueryRowContext(ctx, eventEntry, id)
	if _, d.Entry, err = scanEntry(row); err != nil {
		return d, err
	}
	g := &d.Grounds
	var timeID sql.NullInt64
	err = from.QueryRowContext(ctx, eventGrounds, id).
		Scan(&d.Paragraph, &g.Sentence, &g.Entry, &timeID, &g.Date, &g.Modality, &g.Actors, &g.Targets)
	if err == nil && timeID.Valid {
		g.Time, err = readTime(ctx, from, timeID.Int64)
	}
	return d, err
}

// eventID finds the one event whose key begins with prefix.
func (s *Store) eventID(ctx context.Context, prefix string) (int64, error) {
	const shown = 5
	rows, err := s.read.QueryContext(ctx, eventByKey, prefix, shown+1)
	if err != nil {
		return 0, s.wrap(err)
	}
	defer rows.Close()
	var id int64
	var found []string
	for rows.Next() {
		var key string
		if err := rows.Scan(&id, &key); err != nil {
			return 0, s.wrap(err)
		}
		if key == prefix {
			return id, nil
		}
		found = append(found, key)
	}
	if err := rows.Err(); err != nil {
		return 0, s.wrap(err)
	}
	switch {
	case len(found) == 0 || prefix == "":
		return 0, fmt.Errorf("%q: %w", prefix, ErrNotFound)
	case len(found) > shown:
		return 0, fmt.Errorf("%q: %w: %s and more", prefix, ErrAmbiguous, strings.Join(found[:shown], " "))
	case len(found) > 1:
		return 0, fmt.Errorf("%q: %w: %s", prefix, ErrAmbiguous, strings.Join(found, " "))
	}
	return id, nil
}

func readTime(ctx context.Context, from reader, id int64) (*timeline.Time, error) {
	var t timeline.Time
	var rejected string
	err := from.QueryRowContext(ctx, `select paragraph, start, "end", text, type, value, mod, date, earliest, latest,
		rule, reading, anchor, anchor_from, rejected from times where id = ?`, id).
		Scan(&t.Para, &t.At.Start, &t.At.End, &t.Text, &t.Type, &t.Value, &t.Mod, dateTo{&t.Date}, dayTo{&t.Earliest}, dayTo{&t.Latest},
			&t.Rule, &t.Reading, dayTo{&t.Anchor}, &t.From, &rejected)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal([]byte(rejected), &t.Rejected); err != nil {
		return nil, err
	}
	if len(t.Rejected) == 0 {
		t.Rejected = nil
	}
	return &t, nil
}

// scanEntry reads entryColumns.
func scanEntry(row interface{ Scan(...any) error }) (id int64, e timeline.Entry, err error) {
	var parties, mentions string
	err = row.Scan(&id, &e.Key, &e.Type, &e.Para, &e.Trigger, &e.At.Start, &e.At.End, dateTo{&e.Date}, dayTo{&e.Earliest}, dayTo{&e.Latest},
		&e.DateText, &e.Basis, &e.Modality, &e.Clause, &e.Confidence, &parties, &mentions,
		&e.Source.Key, &e.Source.Path, &e.Source.URL, &e.Source.Title, &e.Source.Site, dayTo{&e.Source.Published})
	if err != nil {
		return 0, e, err
	}
	var sides [][5]string
	if err := json.Unmarshal([]byte(parties), &sides); err != nil {
		return 0, e, fmt.Errorf("event %s: %w", e.Key, err)
	}
	for _, x := range sides {
		party := timeline.Party{Name: x[1], Role: timeline.Role(x[2]), Kind: timeline.Kind(x[3]), Title: x[4]}
		if x[0] == "actor" {
			e.Actors = append(e.Actors, party)
		} else {
			e.Targets = append(e.Targets, party)
		}
	}
	var places [][4]any
	if err := json.Unmarshal([]byte(mentions), &places); err != nil {
		return 0, e, fmt.Errorf("event %s: %w", e.Key, err)
	}
	for _, m := range places {
		number := func(i int) int { n, _ := m[i].(float64); return int(n) }
		words, _ := m[1].(string)
		e.Mentions = append(e.Mentions, timeline.Mention{Para: number(0), Trigger: words, At: timeline.Span{Start: number(2), End: number(3)}})
	}
	return id, e, nil
}

// dayTo and dateTo read a day and an EDTF date from a row; NULL is the zero value.
type dayTo struct{ to *edtf.Day }

// Scan is that of sql.Scanner.
func (d dayTo) Scan(v any) (err error) {
	s, _ := v.(string)
	if *d.to = 0; s != "" {
		*d.to, err = edtf.ParseDay(s)
	}
	return err
}

type dateTo struct{ to *edtf.Date }

// Scan is that of sql.Scanner.
func (d dateTo) Scan(v any) (err error) {
	s, _ := v.(string)
	*d.to, err = edtf.Parse(s)
	return err
}
