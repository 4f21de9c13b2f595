package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"annals/timeline"
	"annals/timeline/edtf"
)

// Put stores an article with its findings in one transaction. An earlier version of it goes: one of the same key,
// or, for that is how a file without an address is known again, one without an address that was read from the same
// path. Bytes that are not UTF-8, and NUL, become a "?" each, so that no offset moves.
func (s *Store) Put(ctx context.Context, r timeline.Record, o Original) (Outcome, error) {
	return s.put(ctx, r, o, "")
}

// put is Put, or Replace where it names the article that goes.
func (s *Store) put(ctx context.Context, r timeline.Record, o Original, replaces string) (Outcome, error) {
	if s.write == nil {
		return 0, fmt.Errorf("%s: opened for reading only", s.path)
	}
	r = clean(r)
	if err := valid(r); err != nil {
		return 0, fmt.Errorf("%s: %w", r.Article.Path, err)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return 0, s.wrap(err)
	}
	defer rollback(tx)
	p := put{ctx: ctx, tx: tx, record: r, original: o, digest: digest(r), replaces: replaces}
	outcome, err := p.run()
	if err == nil {
		err = ctx.Err() // the statements within run to their end: a check a statement costs more than they do
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return 0, fmt.Errorf("%s: %s: %w", s.path, r.Article.Path, plain(err))
	}
	return outcome, nil
}

// put is one article on its way into the database.
type put struct {
	ctx      context.Context
	tx       *sql.Tx
	record   timeline.Record
	original Original
	digest   string
	replaces string  // the key of an article that it takes the place of besides
	id       int64   // of the article
	times    []int64 // ids of record.Times
	nextTime int64   // the id for a further time
	events   int     // how many events it has so far
	aside    []kept  // events of the earlier version that somebody touched
}

func (p *put) run() (Outcome, error) {
	outcome := Added
	old, same, err := p.earlier()
	if err != nil {
		return 0, err
	}
	if same {
		if err := p.putOriginal(); err != nil { // it may have been stored without
			return 0, err
		}
		return Unchanged, p.oppose(nil)
	}
	for _, id := range old {
		outcome = Replaced
		touched, err := p.setAside(id)
		if err != nil {
			return 0, err
		}
		p.aside = append(p.aside, touched...)
		if _, err := p.tx.Exec("delete from articles where id = ?", id); err != nil {
			return 0, err
		}
	}
	for _, step := range []func() error{p.putArticle, p.putOriginal, p.putParagraphs, p.putTimes, p.putFindings, p.putBack} {
		if err := step(); err != nil {
			return 0, err
		}
	}
	return outcome, nil
}

// earlier returns the articles that this one takes the place of, and whether the only such one is the same.
func (p *put) earlier() (ids []int64, same bool, err error) {
	a := p.record.Article
	path := a.Path
	if path == "-" {
		path = "" // standard input is another article each time
	}
	rows, err := p.tx.Query(`select id, digest from articles where key = ?1
		union select id, digest from articles where path = ?2 and url = '' and ?2 <> ''`, a.Key(), path)
	if err != nil {
		return nil, false, err
	}
	defer rows.Close()
	var sum string
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id, &sum); err != nil {
			return nil, false, err
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, false, err
	}
	if p.replaces != "" {
		id, err := articleID(p.tx, p.replaces)
		if err != nil {
			return nil, false, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if same = len(ids) == 1 && sum == p.digest; same {
		p.id = ids[0]
	}
	return ids, same, nil
}

func (p *put) putArticle() error {
	a := p.record.Article
	meta := make([][2]string, len(a.Meta))
	for i, f := range a.Meta {
		meta[i] = [2]string{f.Name, f.Value}
	}
	result, err := p.tx.Exec(`insert into articles
		(key, path, url, title, author, site, published, published_from, media_type, meta, digest)
		values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.Key(), a.Path, a.URL, a.Title, a.Author, a.Site, day(a.Published), a.PublishedFrom, a.MediaType, text(meta), p.digest)
	if err != nil {
		return err
	}
	p.id, err = result.LastInsertId()
	return err
}

func (p *put) putOriginal() error {
	o := p.original
	if o.Data == nil {
		return nil
	}
	var at any
	if !o.At.IsZero() {
		at = o.At.UTC().Format(time.RFC3339)
	}
	sum := sha256.Sum256(o.Data)
	_, err := p.tx.Exec(`insert or ignore into originals (article_id, data, size, sha256, media_type, obtained, at)
		values (?, ?, ?, ?, ?, ?, ?)`, p.id, compress(o.Data), len(o.Data), hex.EncodeToString(sum[:]), o.MediaType, o.Obtained, at)
	return err
}

func (p *put) putParagraphs() error {
	r := p.record
	rows := make([][]any, len(r.Article.Paragraphs))
	for i, words := range r.Article.Paragraphs {
		kind := "body"
		if i < len(r.Kinds) {
			kind = r.Kinds[i]
		}
		var start, end any
		if i < len(r.Article.Places) {
			start, end = r.Article.Places[i].Start, r.Article.Places[i].End
		}
		rows[i] = []any{p.id, i, kind, words, start, end}
	}
	return p.insert(`paragraphs (article_id, paragraph, kind, text, start, "end")`, rows)
}

func (p *put) putTimes() error {
	first, err := p.next("times")
	if err != nil {
		return err
	}
	rows := make([][]any, len(p.record.Times))
	for i, t := range p.record.Times {
		p.times = append(p.times, first+int64(i))
		rows[i] = p.time(first+int64(i), i, t)
	}
	p.nextTime = first + int64(len(rows))
	return p.insert(timeRow, rows)
}

const timeRow = `times (id, article_id, position, paragraph, start, "end", text, type, value, mod, date, earliest, latest,
	rule, reading, anchor, anchor_from, rejected)`

func (p *put) time(id int64, position int, t timeline.Time) []any {
	rejected := t.Rejected
	if rejected == nil {
		rejected = []string{}
	}
	return []any{id, p.id, position, t.Para, t.At.Start, t.At.End, t.Text, t.Type, t.Value, t.Mod, date(t.Date),
		day(t.Earliest), day(t.Latest), t.Rule, t.Reading, day(t.Anchor), t.From, text(rejected)}
}

func (p *put) putFindings() error {
	keys, places := eventKeys(p.record)
	return p.putEvents(p.record.Findings, keys, places)
}

// eventKeys returns the key of each finding, and its place: the key without the article.
func eventKeys(r timeline.Record) (keys, places []string) {
	article := r.Article.Key()
	keys, places = make([]string, len(r.Findings)), make([]string, len(r.Findings))
	nth := map[string]int{}
	for i, f := range r.Findings {
		base := timeline.EventKey("", f.Type, f.Grounds.Sentence, f.Trigger, 0)
		places[i] = timeline.EventKey("", f.Type, f.Grounds.Sentence, f.Trigger, nth[base])
		keys[i] = timeline.EventKey(article, f.Type, f.Grounds.Sentence, f.Trigger, nth[base])
		nth[base]++
	}
	return keys, places
}

// putEvents stores findings under their keys.
func (p *put) putEvents(found []timeline.Finding, keys, places []string) error {
	first, err := p.next("events")
	if err != nil {
		return err
	}
	var events, mentions, sides, grounds, times [][]any
	actors := p.actorIDs()
	for i, f := range found {
		id := first + int64(i)
		events = append(events, []any{id, keys[i], places[i], p.id, p.events + i, string(f.Type), f.Para, f.Trigger, f.At.Start, f.At.End, date(f.Date),
			day(f.Earliest), day(f.Latest), f.DateText, string(f.Basis), string(f.Modality), f.Clause, f.Confidence})
		for n, m := range f.Mentions {
			mentions = append(mentions, []any{id, n, m.Para, m.Trigger, m.At.Start, m.At.End})
		}
		for _, side := range []struct {
			name    string
			parties []timeline.Party
		}{{"actor", f.Actors}, {"target", f.Targets}} {
			for n, party := range side.parties {
				actor, err := actors(party)
				if err != nil {
					return err
				}
				sides = append(sides, []any{id, side.name, n, actor, string(party.Role), party.Title})
			}
		}
		g := f.Grounds
		timeID, row := p.timeOf(g.Time)
		if row != nil {
			times = append(times, row)
		}
		grounds = append(grounds, []any{id, g.Sentence, g.Entry, timeID, g.Date, g.Modality, g.Actors, g.Targets})
	}
	for _, t := range []struct {
		into string
		rows [][]any
	}{
		{timeRow, times},
		{`events (id, key, place, article_id, position, type, paragraph, trigger, trigger_start, trigger_end, date, earliest, latest,
			date_text, basis, modality, clause, confidence)`, events},
		{`mentions (event_id, position, paragraph, trigger, trigger_start, trigger_end)`, mentions},
		{`event_actors (event_id, side, position, actor_id, role, title)`, sides},
		{`grounds (event_id, sentence, entry, time_id, date, modality, actors, targets)`, grounds},
	} {
		if err := p.insert(t.into, t.rows); err != nil {
			return err
		}
	}
	p.events += len(found)
	return nil
}

// timeOf returns the id of the row that holds t, and the row itself where it is not one of the article's Times.
func (p *put) timeOf(t *timeline.Time) (id any, row []any) {
	if t == nil {
		return nil, nil
	}
	for i := range p.record.Times {
		if reflect.DeepEqual(*t, p.record.Times[i]) {
			return p.times[i], nil
		}
	}
	id = p.nextTime
	position := len(p.times)
	p.times = append(p.times, p.nextTime)
	row = p.time(p.nextTime, position, *t)
	p.nextTime++
	return id, row
}

// actorIDs returns a function that gives an actor's id, and adds the actor where the database has none such.
func (p *put) actorIDs() func(timeline.Party) (int64, error) {
	known := map[[2]string]int64{}
	return func(party timeline.Party) (int64, error) {
		who := [2]string{party.Name, string(party.Kind)}
		if id, ok := known[who]; ok {
			return id, nil
		}
		var id int64
		err := p.tx.QueryRow("select id from actors where name = ? and kind = ?", who[0], who[1]).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			var result sql.Result
			if result, err = p.tx.Exec("insert into actors (name, kind) values (?, ?)", who[0], who[1]); err == nil {
				id, err = result.LastInsertId()
			}
		}
		known[who] = id
		return id, err
	}
}

// next returns the first free id of a table. The transaction holds the only write lock, so it stays free.
func (p *put) next(table string) (id int64, err error) {
	err = p.tx.QueryRow("select coalesce(max(id), 0) + 1 from " + table).Scan(&id)
	return id, err
}

// insert adds rows, many to a statement, which is twice as fast as one by one.
func (p *put) insert(into string, rows [][]any) error {
	const most = 50
	for len(rows) > 0 {
		n := min(most, len(rows))
		one := "(" + strings.TrimSuffix(strings.Repeat("?,", len(rows[0])), ",") + ")"
		statement := "insert into " + into + " values " + strings.TrimSuffix(strings.Repeat(one+",", n), ",")
		var values []any
		for _, row := range rows[:n] {
			values = append(values, row...)
		}
		if _, err := p.tx.Exec(statement, values...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// digest tells a record from a changed one. The path does not count: a file may move.
func digest(r timeline.Record) string {
	r.Article.Path = ""
	h := sha256.New()
	write := json.NewEncoder(h)
	check(write.Encode(r))
	for _, t := range r.Times { // a Date keeps its fields to itself
		check(write.Encode(t.Date.String()))
	}
	for _, f := range r.Findings {
		check(write.Encode(f.Date.String()))
		if f.Grounds.Time != nil {
			check(write.Encode(f.Grounds.Time.Date.String()))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// day, date and text are how values stand in a row.
func day(d edtf.Day) any {
	if d == 0 {
		return nil
	}
	return d.String()
}

func date(d edtf.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

func text(v any) string {
	b, err := json.Marshal(v)
	check(err)
	return string(b)
}

// check panics on what cannot fail: the encoding of strings and numbers.
func check(err error) {
	if err != nil {
		panic(err)
	}
}
