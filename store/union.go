package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"
)

// A Union is what MergeFrom did.
type Union struct {
	Articles  int // that were not there before
	Replaced  int // that the other file has in a later version
	Events    int // that a person had touched, of articles that were there before
	Acts      int // of the other file's log that this one had not
	Conflicts []Clash
}

// A Clash is what two files say differently of one thing.
type Clash struct {
	Key    string // of an event; of an article where Field is "article"
	Field  string
	Ours   string
	Theirs string
	Now    string // what holds: what was said last; of articles, what was read last
}

// MergeFrom makes this database the union of itself and the other: articles, events by hand and what people said.
// Whichever of two files is merged into which, the same comes of it, and merging twice is merging once; only the
// numbers of rows, and the order of the log, are each file's own. Of an article that both have in different versions
// the one that was obtained later stays. Of different values of a field the one that was said last holds.
func (s *Store) MergeFrom(ctx context.Context, other *Store) (Union, error) {
	u := union{ctx: ctx, other: other}
	err := s.inTransaction(ctx, func(tx *sql.Tx) error {
		u.tx = tx
		return u.run()
	})
	return u.Union, err
}

// union is a merge on its way.
type union struct {
	Union
	ctx          context.Context
	tx           *sql.Tx
	other        *Store
	ours, theirs history
	again        map[string]bool   // events whose acts must be done again
	from         map[string]origin // where an event comes from; nothing: both files have it, in one version
	base         map[origin]bases  // the fields that the events have before all acts, by file
}

// An origin is one of the two files.
type origin uint8

const (
	both origin = iota
	fromOurs
	fromTheirs
	keptOurs   // by an article that finds it no longer
	keptTheirs // likewise
)

// bases are the fields of events, by event and field.
type bases map[string]map[string]string

// history is the log of one file.
type history struct {
	acts  map[string][]Act // by event, in the order of the log
	names map[int64]string // what tells an act from all others, in every file
}

func (u *union) run() (err error) {
	u.again, u.from, u.base = map[string]bool{}, map[string]origin{}, map[origin]bases{fromOurs: {}, fromTheirs: {}}
	if u.ours, err = readHistory(u.tx); err != nil {
		return err
	}
	if u.theirs, err = readHistory(u.other.read); err != nil {
		return err
	}
	u.clashes() // before the logs are one
	for _, step := range []func() error{u.keepBases, u.addFormerKeys, u.addActs, u.addArticles, u.replay, u.addConflicts, u.settle} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func readHistory(from querier) (history, error) {
	h := history{acts: map[string][]Act{}, names: map[int64]string{}}
	rows, err := from.Query(`select a.id, a.event_key, a.act, a.field, a.before, a.after, a.reason, a.who, coalesce(a.at, ''), coalesce(a.undoes, 0),
		exists (select 1 from acts u where u.undoes = a.id) from acts a order by a.id`)
	if err != nil {
		return h, err
	}
	defer rows.Close()
	seen := map[string]int{}
	for rows.Next() {
		var a Act
		var at string
		if err := rows.Scan(&a.ID, &a.Event, &a.Act, &a.Field, &a.Before, &a.After, &a.By.Reason, &a.By.Who, &at, &a.Undoes, &a.Undone); err != nil {
			return h, err
		}
		if at != "" {
			if a.By.At, err = parseTime(at); err != nil {
				return h, err
			}
		}
		name := text([]string{a.Event, a.Act, a.Field, a.Before, a.After, a.By.Reason, a.By.Who, at, h.names[a.Undoes]})
		h.names[a.ID] = name + strconv.Itoa(seen[name]) // one may say the same twice within a second
		seen[name]++
		h.acts[a.Event] = append(h.acts[a.Event], a)
	}
	return h, rows.Err()
}

// all returns the acts of the log by what tells them apart.
func (h history) all() map[string]int64 {
	out := map[string]int64{}
	for id, name := range h.names {
		out[name] = id
	}
	return out
}

// said returns what the acts that hold made of a field, and whether one did.
func said(acts []Act, field string) (value string, ok bool) {
	for _, a := range acts {
		if a.Field == field && a.Act != "undo" && !a.Undone {
			value, ok = a.After, true
		}
	}
	return value, ok
}

// clashes finds the fields of which each file says what the other does not know, and not the same.
func (u *union) clashes() {
	ours, theirs := u.ours.all(), u.theirs.all()
	news := func(h history, known map[string]int64, event, field string) bool {
		return slices.ContainsFunc(h.acts[event], func(a Act) bool {
			_, ok := known[h.names[a.ID]]
			return a.Field == field && !ok
		})
	}
	for event := range u.theirs.acts {
		for _, field := range append([]string{"verdict", "merged"}, comparedFields...) {
			if !news(u.ours, theirs, event, field) || !news(u.theirs, ours, event, field) {
				continue
			}
			a, _ := said(u.ours.acts[event], field)
			b, _ := said(u.theirs.acts[event], field)
			if a != b {
				u.Conflicts = append(u.Conflicts, Clash{Key: event, Field: field, Ours: a, Theirs: b})
			}
		}
	}
	sort.Slice(u.Conflicts, func(i, j int) bool {
		a, b := u.Conflicts[i], u.Conflicts[j]
		return a.Key < b.Key || a.Key == b.Key && a.Field < b.Field
	})
}

// keepBases keeps the fields, before all acts, of the events that have any.
func (u *union) keepBases() error {
	ours := u.ours.all()
	for event, acts := range u.theirs.acts {
		if slices.ContainsFunc(acts, func(a Act) bool { _, ok := ours[u.theirs.names[a.ID]]; return !ok }) {
			u.again[event] = true
		}
	}
	for _, side := range []struct {
		is   origin
		from querier
		acts map[string][]Act
	}{{fromOurs, u.tx, u.ours.acts}, {fromTheirs, u.other.read, u.theirs.acts}} {
		for _, acts := range []map[string][]Act{u.ours.acts, u.theirs.acts} {
			for _, event := range ordered(acts) {
				if err := keepBase(side.from, event, side.acts[event], u.base[side.is]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

var basedFields = append([]string{"mentions"}, comparedFields...)

// keepBase keeps the fields of the event as one file has them, without that file's corrections.
func keepBase(from querier, event string, acts []Act, into bases) error {
	var id int64
	err := from.QueryRow("select id from events where key = ?", event).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) || into[event] != nil {
		return nil
	}
	if err != nil {
		return err
	}
	into[event] = map[string]string{}
	for _, field := range basedFields {
		value, err := current(from, id, change{field: field})
		if err != nil {
			return err
		}
		for _, a := range acts {
			if a.Field == field && a.Act != "undo" && !a.Undone {
				value = a.Before
				break
			}
		}
		into[event][field] = value
	}
	return nil
}

// baseOf returns the field of the event before all acts, in the version of the article that stays. Where both files
// have that one and yet differ, which takes a correction that was read again and then taken back, the choice need only be
// the same in both.
func (u *union) baseOf(event, field string) (string, bool) {
	a, inOurs := u.base[fromOurs][event][field]
	b, inTheirs := u.base[fromTheirs][event][field]
	switch u.from[event] {
	case keptOurs, keptTheirs:
		if field == "mentions" { // they stood in the other version
			return "[]", true
		}
	}
	switch u.from[event] {
	case fromOurs, keptOurs:
		return a, inOurs
	case fromTheirs, keptTheirs:
		return b, inTheirs
	}
	switch {
	case inOurs && inTheirs:
		return min(a, b), true
	case inOurs:
		return a, true
	}
	return b, inTheirs
}

func (u *union) addFormerKeys() error {
	rows, err := u.other.read.Query("select key, now from former_keys order by key")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key, now string
		if err := rows.Scan(&key, &now); err != nil {
			return err
		}
		if _, err := u.tx.Exec(`insert into former_keys (key, now) values (?, ?) on conflict (key) do update set now = max(now, excluded.now)`, key, now); err != nil {
			return err
		}
	}
	return rows.Err()
}

// addActs adds the acts of the other log that ours has not, in their order.
func (u *union) addActs() error {
	ids := u.ours.all()
	var all []Act
	for _, acts := range u.theirs.acts {
		all = append(all, acts...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	for _, a := range all {
		name := u.theirs.names[a.ID]
		if _, ok := ids[name]; ok {
			continue
		}
		if a.Undoes != 0 {
			a.Undoes = ids[u.theirs.names[a.Undoes]]
		}
		if err := writeDown(u.tx, a); err != nil {
			return err
		}
		if err := u.tx.QueryRow("select max(id) from acts").Scan(&a.ID); err != nil {
			return err
		}
		ids[name] = a.ID
		u.Acts++
	}
	return nil
}

// replay does the acts again on the events that got new ones.
func (u *union) replay() error {
	p := put{ctx: u.ctx, tx: u.tx}
	for _, event := range ordered(u.again) {
		var id int64
		var byHand bool
		err := u.tx.QueryRow("select id, is_by_hand from events where key = ?", event).Scan(&id, &byHand)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return err
		}
		if added, err := u.added(event); err != nil {
			return err
		} else if byHand && !added {
			if err := apply(u.tx, id, Act{Field: "event"}); err != nil {
				return err
			}
			continue
		}
		if _, err := u.tx.Exec("update events set verdict = '', merged_into = '' where id = ?", id); err != nil {
			return err
		}
		if _, err := u.tx.Exec("delete from tags where event_id = ?", id); err != nil {
			return err
		}
		for _, field := range basedFields {
			if value, ok := u.baseOf(event, field); ok {
				if err := apply(u.tx, id, Act{Field: field, After: value}); err != nil {
					return fmt.Errorf("event %s: %w", event, err)
				}
			}
		}
		if err := p.redo(id, event); err != nil {
			return fmt.Errorf("event %s: %w", event, err)
		}
	}
	return nil
}

// added says whether the log adds the event by hand, and nobody took that back.
func (u *union) added(event string) (yes bool, err error) {
	err = u.tx.QueryRow(`select exists (select 1 from acts a where event_key = ? and act = 'add'
		and not exists (select 1 from acts u where u.undoes = a.id))`, event).Scan(&yes)
	return yes, err
}

// settle tells of each clash what holds now, and straightens chains and circles of merged events, which two files can
// make together: of a circle, the least key stands for the others.
func (u *union) settle() error {
	if err := u.straighten(); err != nil {
		return err
	}
	for i, c := range u.Conflicts {
		if c.Field == "article" {
			continue
		}
		var id int64
		err := u.tx.QueryRow("select id from events where key = ?", c.Key).Scan(&id)
		if err == nil {
			u.Conflicts[i].Now, err = current(u.tx, id, change{field: c.Field})
		}
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
	}
	return nil
}

func (u *union) straighten() error {
	if err := standAlone(u.tx); err != nil {
		return err
	}
	rows, err := u.tx.Query("select key, merged_into from events where merged_into <> '' order by key")
	if err != nil {
		return err
	}
	defer rows.Close()
	into := map[string]string{}
	for rows.Next() {
		var key, main string
		if err := rows.Scan(&key, &main); err != nil {
			return err
		}
		into[key] = main
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, key := range ordered(into) {
		end := lastOf(into, key)
		if end == key {
			end = ""
		}
		if end != into[key] {
			if _, err := u.tx.Exec("update events set merged_into = ? where key = ?", end, key); err != nil {
				return err
			}
		}
	}
	return nil
}

// lastOf follows the chain from key to the event that stands for all of it.
func lastOf(into map[string]string, key string) string {
	seen := map[string]bool{}
	at := key
	for into[at] != "" && !seen[at] {
		seen[at] = true
		at = into[at]
	}
	if into[at] == "" {
		return at
	}
	least := at // a circle: at stands in it
	for next := into[at]; next != at; next = into[next] {
		least = min(least, next)
	}
	return least
}

func ordered[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for key := range m {
		out = append(out, key)
	}
	sort.Strings(out)
	return out
}
