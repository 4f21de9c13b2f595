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
	where, values, possible := q.conditions()
	if !possible {
		return timeline.Timeline{}, nil
	}
	statement := "select " + entryColumns + " from events e join articles s on s.id = e.article_id" + where + entryOrder
	if q.Limit > 0 {
		statement += fmt.Sprintf(" limit %d", q.Limit)
	}
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

// conditions returns q as SQL with its values; possible is false where nothing can fulfil it.
func (q Query) conditions() (where string, values []any, possible bool) {
	var all []string
	add := func(condition string, v ...any) {
		all = append(all, condition)
		values = append(values, v...)
	}
	if q.From != 0 || q.To != 0 {
		from, to := "0000-01-01", "9999-12-31"
		if q.From != 0 {
			from = q.From.String()
		}
		if q.To != 0 {
			to = q.To.String()
		}
		// Three questions that an index answers, and not one that none does. Undated events are in none of them.
		add(`e.id in (select id from events where earliest <= ? and latest >= ?
			union all select id from events where earliest is null and latest >= ?
			union all select id from events where earliest <= ? and latest is null)`, to, from, from, to)
	}
	if len(q.Types) > 0 {
		add("e.type in "+marks(len(q.Types)), anys(q.Types)...)
	}
	if len(q.Modalities) > 0 {
		add("e.modality in "+marks(len(q.Modalities)), anys(q.Modalities)...)
	}
	if q.Tag != "" {
		add("e.id in (select event_id from tags where tag = ?)", q.Tag)
	}
	add("e.merged_into = ''")
	if !q.Rejected {
		add("e.verdict <> 'rejected'")
	}
	if q.Unreviewed {
		add("e.verdict = ''")
	}
	if q.MinConfidence > 0 {
		add("e.confidence >= ?", q.MinConfidence)
	}
	side := func(name, condition string) {
		if name != "" {
			add("e.id in (select event_id from event_actors where actor_id in (select id from actors where "+contains("name", name)+")"+
				condition+")", strings.ToLower(name))
		}
	}
	side(q.Actor, " and side = 'actor'")
	side(q.Target, " and side = 'target'")
	side(q.Party, "")
	if q.Source != "" {
		add("s.id in (select id from articles where "+
			contains("path || char(10) || url || char(10) || title || char(10) || site || char(10) || key", q.Source)+")", strings.ToLower(q.Source))
	}
	if q.Text != "" {
		match := quoted(q.Text)
		if match == "" {
			return "", nil, false
		}
		add(`(e.article_id, e.paragraph) in (select p.article_id, p.paragraph from paragraphs_text
			join paragraphs p on p.id = paragraphs_text.rowid where paragraphs_text match ?)`, match)
	}
	if len(all) > 0 {
		where = " where " + strings.Join(all, " and ")
	}
	return where, values, true
}

// contains is the condition that text has part in it, whatever the case. SQLite's own lower knows only the letters of
// ASCII, and is ten times as fast as ours.
func contains(text, part string) string {
	lower := "lower"
	if strings.ContainsFunc(part, func(r rune) bool { return r > unicode.MaxASCII }) {
		lower = "fold"
	}
	return "instr(" + lower + "(" + text + "), ?) > 0"
}

func marks(n int) string { return "(" + strings.TrimSuffix(strings.Repeat("?, ", n), ", ") + ")" }

func anys[T ~string](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// quoted makes an FTS5 query of what a user typed: every word, and every phrase in double quotes, must occur; a
// final * stands for any ending. All else is quoted, so nothing that is typed can be a fault of syntax.
// Empty where there is no word in it.
func quoted(typed string) string {
	var terms []string
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
	return strings.Join(terms, " AND ")
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

// detail reads one event in full.
func detail(ctx context.Context, from reader, id int64) (d timeline.Detail, err error) {
	row := from.QueryRowContext(ctx, "select "+entryColumns+" from events e join articles s on s.id = e.article_id where e.id = ?", id)
	if _, d.Entry, err = scanEntry(row); err != nil {
		return d, err
	}
	g := &d.Grounds
	var timeID sql.NullInt64
	err = from.QueryRowContext(ctx, `select p.text, g.sentence, g.entry, g.time_id, g.date, g.modality, g.actors, g.targets
		from events e join grounds g on g.event_id = e.id
		join paragraphs p on p.article_id = e.article_id and p.paragraph = e.paragraph where e.id = ?`, id).
		Scan(&d.Paragraph, &g.Sentence, &g.Entry, &timeID, &g.Date, &g.Modality, &g.Actors, &g.Targets)
	if err == nil && timeID.Valid {
		g.Time, err = readTime(ctx, from, timeID.Int64)
	}
	return d, err
}

// eventID finds the one event whose key begins with prefix.
func (s *Store) eventID(ctx context.Context, prefix string) (int64, error) {
	const shown = 5
	rows, err := s.read.QueryContext(ctx, "select id, key from events where key >= ?1 and key < ?1 || '~' order by key limit ?2", prefix, shown+1)
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
