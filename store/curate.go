package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"annals/timeline"
	"annals/timeline/edtf"
)

// ErrNothing says that there is no act left to undo.
var ErrNothing = errors.New("nothing to undo")

// By says who acts, when and why.
type By struct {
	Who    string
	Reason string
	At     time.Time // passed in; zero leaves it empty
}

// An Act is one line of the log of what people made of the events. No act is ever changed or taken away.
type Act struct {
	ID     int64
	Event  string // the event's key
	Act    string // confirm, reject, restore, edit, note, tag, untag, undo, add, merge, split
	Field  string // verdict, date, type, modality, clause, actors, targets, note, tag, event, merged, mentions
	Before string // dates in EDTF; parties as [["name", "role", "kind", "title"], ...]
	After  string
	By     By
	Undoes int64 // the act that this one undoes, or 0
	Undone bool  // a later act undid it
}

// An Edit corrects the fields that are not nil.
type Edit struct {
	Date     *edtf.Date // its bounds come with it
	Type     *timeline.Type
	Modality *timeline.Modality
	Clause   *string
	Actors   *[]timeline.Party
	Targets  *[]timeline.Party
}

// A Status counts the events by what people made of them.
type Status struct {
	Unreviewed, Confirmed, Rejected int
	Gone                            int // found no longer, and there because a person touched them
	Opposed                         int // with a conflict that nobody has settled
}

// Confirm says that the event is right as it stands. prefix is the beginning of its key, here and below.
func (s *Store) Confirm(ctx context.Context, prefix string, by By) error {
	return s.act(ctx, prefix, by, change{"confirm", "verdict", "confirmed"})
}

// Reject takes the event out of the timeline; Restore makes it unreviewed again.
func (s *Store) Reject(ctx context.Context, prefix string, by By) error {
	return s.act(ctx, prefix, by, change{"reject", "verdict", "rejected"})
}

// Restore takes a verdict back.
func (s *Store) Restore(ctx context.Context, prefix string, by By) error {
	return s.act(ctx, prefix, by, change{"restore", "verdict", ""})
}

// Note adds a remark to the event.
func (s *Store) Note(ctx context.Context, prefix, note string, by By) error {
	return s.act(ctx, prefix, by, change{"note", "note", printable(note)})
}

// Tag gives the event a tag; Untag takes it off.
func (s *Store) Tag(ctx context.Context, prefix, tag string, by By) error {
	if tag = strings.TrimSpace(printable(tag)); tag == "" {
		return errors.New("a tag needs a name")
	}
	return s.act(ctx, prefix, by, change{"tag", "tag", tag})
}

// Untag takes a tag off the event.
func (s *Store) Untag(ctx context.Context, prefix, tag string, by By) error {
	return s.act(ctx, prefix, by, change{"untag", "tag", strings.TrimSpace(printable(tag))})
}

// Edit corrects the event. Each field that changes is an act of its own.
func (s *Store) Edit(ctx context.Context, prefix string, e Edit, by By) error {
	var all []change
	add := func(field, value string) { all = append(all, change{"edit", field, value}) }
	if e.Date != nil {
		add("date", e.Date.String())
	}
	if e.Type != nil {
		if !e.Type.Known() {
			return fmt.Errorf("unknown type %q", *e.Type)
		}
		add("type", string(*e.Type))
	}
	if e.Modality != nil {
		add("modality", string(*e.Modality))
	}
	if e.Clause != nil {
		add("clause", printable(*e.Clause))
	}
	if e.Actors != nil {
		add("actors", parties(*e.Actors))
	}
	if e.Targets != nil {
		add("targets", parties(*e.Targets))
	}
	return s.act(ctx, prefix, by, all...)
}

// change is what an act does to one field of an event.
type change struct{ act, field, after string }

// act makes the changes and writes them down, in one transaction. What changes nothing is not written down, unless it
// settles a conflict.
func (s *Store) act(ctx context.Context, prefix string, by By, all ...change) error {
	if s.write == nil {
		return fmt.Errorf("%s: opened for reading only", s.path)
	}
	id, err := s.eventID(ctx, strings.ToLower(strings.TrimSpace(prefix)))
	if err != nil {
		return err
	}
	return s.inTransaction(ctx, func(tx *sql.Tx) error {
		var key string
		if err := tx.QueryRow("select key from events where id = ?", id).Scan(&key); err != nil {
			return err
		}
		for _, c := range all {
			if err := changeOne(tx, key, c, by); err != nil {
				return err
			}
		}
		return nil
	})
}

// changeOne makes one change to the event of that key, and writes it down.
func changeOne(tx *sql.Tx, key string, c change, by By) error {
	var id int64
	if err := tx.QueryRow("select id from events where key = ?", key).Scan(&id); err != nil {
		return err
	}
	before, err := current(tx, id, c)
	if err != nil {
		return err
	}
	a := Act{Event: key, Act: c.act, Field: c.field, Before: before, After: c.after, By: by}
	if c.act == "untag" {
		a.After = ""
	}
	settled, err := judged(tx, id, c)
	if err != nil {
		return err
	}
	if a.Before == a.After && !settled {
		return nil
	}
	if err := apply(tx, id, a); err != nil {
		return err
	}
	if err := writeDown(tx, a); err != nil {
		return err
	}
	return pruneConflicts(tx, id, key)
}

// Undo undoes the latest act that is not undone yet, of all events, or of the one whose key begins with prefix.
// It returns the act that it undid.
func (s *Store) Undo(ctx context.Context, prefix string, by By) (Act, error) {
	log, err := s.Log(ctx, prefix)
	if err != nil {
		return Act{}, err
	}
	for i := len(log) - 1; i >= 0; i-- {
		a := log[i]
		if a.Undone || a.Act == "undo" {
			continue
		}
		return a, s.inTransaction(ctx, func(tx *sql.Tx) error {
			back := Act{Event: a.Event, Act: "undo", Field: a.Field, Before: a.After, After: a.Before, By: by, Undoes: a.ID}
			var id int64
			err := tx.QueryRow("select id from events where key = ?", a.Event).Scan(&id)
			if err == nil && back.Field == "event" {
				err = splitAll(tx, a.Event, by)
			}
			if err == nil {
				err = apply(tx, id, back)
			}
			if err == nil {
				err = withdrawn(tx, id, a)
			}
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
			if err := writeDown(tx, back); err != nil {
				return err
			}
			return pruneConflicts(tx, id, a.Event)
		})
	}
	return Act{}, ErrNothing
}

// Log returns the acts in their order: all, or those on the events whose keys begin with prefix.
func (s *Store) Log(ctx context.Context, prefix string) ([]Act, error) {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	rows, err := s.read.QueryContext(ctx, `select a.id, a.event_key, a.act, a.field, a.before, a.after, a.reason, a.who, coalesce(a.at, ''),
		coalesce(a.undoes, 0), exists (select 1 from acts u where u.undoes = a.id)
		from acts a where a.event_key >= ?1 and a.event_key < ?1 || '~' order by a.id`, prefix)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []Act
	for rows.Next() {
		var a Act
		var at string
		if err := rows.Scan(&a.ID, &a.Event, &a.Act, &a.Field, &a.Before, &a.After, &a.By.Reason, &a.By.Who, &at, &a.Undoes, &a.Undone); err != nil {
			return nil, s.wrap(err)
		}
		if at != "" {
			if a.By.At, err = time.Parse(time.RFC3339, at); err != nil {
				return nil, s.wrap(err)
			}
		}
		out = append(out, a)
	}
	return out, s.wrap(rows.Err())
}

// Status counts the events by what people made of them.
func (s *Store) Status(ctx context.Context) (Status, error) {
	var n Status
	err := s.read.QueryRowContext(ctx, `select count(*) filter (where verdict = ''), count(*) filter (where verdict = 'confirmed'),
		count(*) filter (where verdict = 'rejected'), count(*) filter (where is_gone),
		(select count(distinct event_id) from conflicts where not is_settled) from events`).
		Scan(&n.Unreviewed, &n.Confirmed, &n.Rejected, &n.Gone, &n.Opposed)
	return n, s.wrap(err)
}

// inTransaction does something as a whole or not at all.
func (s *Store) inTransaction(ctx context.Context, do func(*sql.Tx) error) error {
	if s.write == nil {
		return fmt.Errorf("%s: opened for reading only", s.path)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.wrap(err)
	}
	defer rollback(tx)
	if err := do(tx); err != nil {
		return s.wrap(err)
	}
	return s.wrap(tx.Commit())
}

func writeDown(tx *sql.Tx, a Act) error {
	var at, undoes any
	if !a.By.At.IsZero() {
		at = a.By.At.UTC().Format(time.RFC3339)
	}
	if a.Undoes != 0 {
		undoes = a.Undoes
	}
	_, err := tx.Exec(`insert into acts (event_key, act, field, before, after, reason, who, at, undoes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.Event, a.Act, a.Field, a.Before, a.After, printable(a.By.Reason), printable(a.By.Who), at, undoes)
	return err
}

// querier is a database or a transaction.
type querier interface {
	Query(string, ...any) (*sql.Rows, error)
	QueryRow(string, ...any) *sql.Row
}

// current returns what the field is before the change.
func current(tx querier, id int64, c change) (value string, err error) {
	switch c.field {
	case "note":
		return "", nil
	case "merged":
		err = tx.QueryRow("select merged_into from events where id = ?", id).Scan(&value)
	case "mentions":
		return mentionsOf(tx, id)
	case "tag":
		err = tx.QueryRow("select coalesce(max(tag), '') from tags where event_id = ? and tag = ?", id, c.after).Scan(&value)
	case "actors", "targets":
		err = tx.QueryRow(`select json_group_array(json_array(a.name, x.role, a.kind, x.title) order by x.position)
			from event_actors x join actors a on a.id = x.actor_id where x.event_id = ? and x.side = ?`, id, strings.TrimSuffix(c.field, "s")).Scan(&value)
	case "date":
		var date edtf.Date
		var earliest, latest edtf.Day
		err = tx.QueryRow("select date, earliest, latest from events where id = ?", id).Scan(dateTo{&date}, dayTo{&earliest}, dayTo{&latest})
		value = bounded(date, earliest, latest)
	default: // a column; change and its fields are ours
		err = tx.QueryRow("select "+c.field+" from events where id = ?", id).Scan(&value)
	}
	return value, err
}

// apply gives the field of the event its value after the act.
func apply(tx *sql.Tx, id int64, a Act) error {
	switch a.Field {
	case "note":
		return nil
	case "event":
		if a.After != "" {
			return nil // it is there
		}
		_, err := tx.Exec("delete from events where id = ?", id)
		return err
	case "merged":
		return applyMerged(tx, id, a.After)
	case "mentions":
		return applyMentions(tx, id, a.After)
	case "tag":
		if a.After == "" {
			_, err := tx.Exec("delete from tags where event_id = ? and tag = ?", id, a.Before)
			return err
		}
		_, err := tx.Exec("insert or ignore into tags (event_id, tag) values (?, ?)", id, a.After)
		return err
	case "actors", "targets":
		return applyParties(tx, id, strings.TrimSuffix(a.Field, "s"), a.After)
	case "date":
		return applyDate(tx, id, a.After)
	}
	_, err := tx.Exec("update events set "+a.Field+" = ? where id = ?", a.After, id)
	return err
}

func applyDate(tx *sql.Tx, id int64, value string) error {
	d, earliest, latest, err := parseBounded(value)
	if err == nil {
		_, err = tx.Exec("update events set date = ?, earliest = ?, latest = ? where id = ?", date(d), day(earliest), day(latest), id)
	}
	return err
}

func applyParties(tx *sql.Tx, id int64, side, value string) error {
	list, err := parseParties(value)
	if err != nil {
		return err
	}
	if _, err := tx.Exec("delete from event_actors where event_id = ? and side = ?", id, side); err != nil {
		return err
	}
	p := put{tx: tx}
	actors := p.actorIDs()
	for i, x := range list {
		actor, err := actors(x)
		if err != nil {
			return err
		}
		if _, err := tx.Exec("insert into event_actors (event_id, side, position, actor_id, role, title) values (?, ?, ?, ?, ?, ?)",
			id, side, i, actor, x.Role, x.Title); err != nil {
			return err
		}
	}
	return nil
}

func parties(list []timeline.Party) string {
	out := make([][4]string, len(list))
	for i, p := range list {
		out[i] = [4]string{printable(p.Name), string(p.Role), string(p.Kind), printable(p.Title)}
	}
	return text(out)
}
