package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/edtf"
)

// A Difference is what reading an article again does to one event.
type Difference struct {
	Event string // its key
	Kind  string // new, gone, kept, changed, conflict
	Field string // of changed and conflict: date, type, modality, clause, actors, targets
	Was   string // what the rules found before; of new, gone and kept events, what happened
	Now   string // what they find now
	Said  string // of a conflict, what a person corrected it to; that stays
}

// The kinds of a Difference: found for the first time; found no longer, and gone; found no longer, and kept because a
// person touched it; found otherwise; found otherwise where a person had corrected the field, and nobody has judged since.
const (
	IsNew    = "new"
	IsGone   = "gone"
	IsKept   = "kept"
	Changed  = "changed"
	Conflict = "conflict"
)

// Compare says what Replace would change in the events of the article of that key. It changes nothing.
func (s *Store) Compare(ctx context.Context, key string, r timeline.Record) ([]Difference, error) {
	r = clean(r)
	had, err := s.found(ctx, key)
	if err != nil {
		return nil, err
	}
	keys, places := eventKeys(r)
	var out []Difference
	seen := map[string]bool{}
	for i, f := range r.Findings {
		old, ok := match(had, keys[i], places[i])
		if !ok {
			out = append(out, Difference{Event: keys[i], Kind: IsNew, Now: telling(f.Event)})
			continue
		}
		seen[old.key] = true
		out = append(out, old.against(keys[i], f.Event)...)
	}
	for _, old := range had {
		switch {
		case seen[old.key] || old.gone:
		case old.touched:
			out = append(out, Difference{Event: old.key, Kind: IsKept, Was: old.what})
		default:
			out = append(out, Difference{Event: old.key, Kind: IsGone, Was: old.what})
		}
	}
	return out, nil
}

// telling says in a few words what an event is.
func telling(e timeline.Event) string {
	words := e.Clause
	if words == "" {
		words = e.Trigger
	}
	return strings.TrimSpace(e.Date.String() + " " + string(e.Type) + ": " + words)
}

// Replace puts a record in the place of the article of that key, whatever the record's own key is. What people made
// of the article's events stays, as with Put.
func (s *Store) Replace(ctx context.Context, key string, r timeline.Record, o Original) (Outcome, error) {
	return s.put(ctx, r, o, key)
}

// An earlierFinding is an event as the rules found it, with what people corrected since.
type earlierFinding struct {
	key, place    string
	what          string
	touched, gone bool                // gone: the rules had not found it before either
	fields        map[string]string   // what the rules found
	said          map[string]string   // what a person corrected
	judged        map[string][]string // what the rules found of it that a person has judged
}

// comparedFields are those that a person can correct, in the order in which they are told.
var comparedFields = []string{"date", "type", "modality", "clause", "actors", "targets"}

func (e earlierFinding) against(key string, now timeline.Event) []Difference {
	found := machineFields(now)
	var out []Difference
	for _, field := range comparedFields {
		was, is := e.fields[field], found[field]
		said, corrected := e.said[field]
		switch {
		case corrected && (is == said || slices.Contains(e.judged[field], is)):
		case !corrected && was == is:
		case corrected:
			out = append(out, Difference{key, Conflict, field, was, is, said})
		default:
			out = append(out, Difference{Event: key, Kind: Changed, Field: field, Was: was, Now: is})
		}
	}
	return out
}

// machineFields returns the fields of an event in the form that the log keeps them in.
func machineFields(e timeline.Event) map[string]string {
	return map[string]string{
		"date": bounded(e.Date, e.Earliest, e.Latest), "type": string(e.Type), "modality": string(e.Modality), "clause": e.Clause,
		"actors": parties(e.Actors), "targets": parties(e.Targets),
	}
}

// bounded is a date with its bounds where they are other than its own.
func bounded(d edtf.Date, earliest, latest edtf.Day) string {
	value := d.String()
	if a, b := d.Bounds(); a != earliest || b != latest { // narrower than the words, by what else the text says
		value = fmt.Sprintf("%s within %s and %s", value, earliest, latest)
	}
	return value
}

// match finds the event among those that the article had, as putBack does: by its key, or else by its place.
func match(had []earlierFinding, key, place string) (earlierFinding, bool) {
	for _, e := range had {
		if e.key == key {
			return e, true
		}
	}
	for _, e := range had {
		if e.place == place && place != "" {
			return e, true
		}
	}
	return earlierFinding{}, false
}

// found returns the events of an article as the rules found them: without the corrections of people.
func (s *Store) found(ctx context.Context, article string) ([]earlierFinding, error) {
	rows, err := s.read.QueryContext(ctx, "select "+entryColumns+`, e.place, e.is_gone or e.is_by_hand, (select `+touched+` from events where id = e.id)
		from events e join articles s on s.id = e.article_id where s.key = ? order by e.position`, article)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []earlierFinding
	var ids []int64
	for rows.Next() {
		var e earlierFinding
		id, entry, err := scanEntry(alsoScan{rows, []any{&e.place, &e.gone, &e.touched}})
		if err != nil {
			return nil, s.wrap(err)
		}
		e.key, e.what, e.fields = entry.Key, telling(entry.Event), machineFields(entry.Event)
		e.said, e.judged = map[string]string{}, map[string][]string{}
		out, ids = append(out, e), append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, s.wrap(err)
	}
	for i, e := range out {
		if !e.touched {
			continue
		}
		log, err := s.Log(ctx, e.key)
		if err != nil {
			return nil, err
		}
		conflicts, err := opposed(s.read, ids[i])
		if err != nil {
			return nil, s.wrap(err)
		}
		out[i].uncorrect(log, conflicts)
	}
	return out, nil
}

// uncorrect goes back to what the rules found of each field that was corrected: what stood there before the first
// correction that holds, or what a later reading found.
func (e *earlierFinding) uncorrect(log []Act, conflicts []Opposed) {
	for _, a := range log {
		if a.Event != e.key || a.Act != "edit" || a.Undone {
			continue
		}
		if _, ok := e.said[a.Field]; !ok {
			e.fields[a.Field], e.judged[a.Field] = a.Before, []string{a.Before}
		}
		e.said[a.Field] = a.After
	}
	for _, c := range conflicts {
		e.fields[c.Field] = c.Found
		if c.Settled {
			e.judged[c.Field] = append(e.judged[c.Field], c.Found)
		}
	}
}

// alsoScan scans further columns behind those that a caller asks for.
type alsoScan struct {
	rows *sql.Rows
	more []any
}

// Scan is that of sql.Rows.
func (a alsoScan) Scan(to ...any) error {
	return a.rows.Scan(append(append([]any(nil), to...), a.more...)...)
}

// articleID returns the id of the article of that key.
func articleID(tx *sql.Tx, key string) (id int64, err error) {
	err = tx.QueryRow("select id from articles where key = ?", key).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("no article %s", key)
	}
	return id, err
}

// Names returns the names of the parties in a value of the log, or the value itself where it holds none.
func Names(field, value string) string {
	var list [][]string
	if field != "actors" && field != "targets" || json.Unmarshal([]byte(value), &list) != nil {
		return value
	}
	var names []string
	for _, party := range list {
		if len(party) > 0 {
			names = append(names, party[0])
		}
	}
	return strings.Join(names, "; ")
}
