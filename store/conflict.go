package store

import (
	"database/sql"
	"errors"
	"slices"
)

// An Opposed is a field that a person corrected and that the rules, in a later reading, find otherwise than they had
// found it and than the person said. The correction holds.
type Opposed struct {
	Field   string // date, type, modality, clause, actors, targets
	Found   string // what the rules find, in the form that the log keeps it in
	Settled bool   // a person has judged since, so that nobody need be asked again
}

// opposed returns the conflicts of an event, by field.
func opposed(from querier, id int64) ([]Opposed, error) {
	rows, err := from.Query("select field, found, is_settled from conflicts where event_id = ? order by field", id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Opposed
	for rows.Next() {
		var o Opposed
		if err := rows.Scan(&o.Field, &o.Found, &o.Settled); err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, rows.Err()
}

// oppose writes down which corrections the reading of the article opposes. had are the conflicts of its events before
// they were read again, by key, where they do not stand in the database any more.
func (p *put) oppose(had map[string][]Opposed) error {
	events, err := column[string](p.tx, `select key from events where article_id = ? and is_gone = 0 and is_by_hand = 0
		and key in (select event_key from acts where act = 'edit')`, p.id)
	if err != nil || len(events) == 0 {
		return err
	}
	keys, _ := eventKeys(p.record)
	for _, event := range events {
		at := slices.Index(keys, event)
		if at < 0 {
			continue
		}
		var id int64
		if err := p.tx.QueryRow("select id from events where key = ?", event).Scan(&id); err != nil {
			return err
		}
		before, ok := had[event]
		if !ok {
			if before, err = opposed(p.tx, id); err != nil {
				return err
			}
		}
		if err := opposeEvent(p.tx, id, event, machineFields(p.record.Findings[at].Event), before); err != nil {
			return err
		}
	}
	return nil
}

// opposeEvent writes down the conflicts of one event, of which the rules find those fields.
func opposeEvent(tx *sql.Tx, id int64, event string, found map[string]string, had []Opposed) error {
	if _, err := tx.Exec("delete from conflicts where event_id = ?", id); err != nil {
		return err
	}
	for _, field := range comparedFields {
		was, said, ok, err := correction(tx, event, field)
		if err != nil {
			return err
		}
		if now := found[field]; ok && now != was && now != said {
			settled := slices.Contains(had, Opposed{Field: field, Found: now, Settled: true})
			if _, err := tx.Exec("insert into conflicts (event_id, field, found, is_settled) values (?, ?, ?, ?)", id, field, now, settled); err != nil {
				return err
			}
		}
	}
	return nil
}

// correction returns what a field of the event was before its first correction that holds, and what the last one made
// of it; ok is false where none holds.
func correction(from querier, event, field string) (was, said string, ok bool, err error) {
	const holding = ` from acts a where event_key = ?1 and act = 'edit' and field = ?2 and not exists (select 1 from acts u where u.undoes = a.id)
		order by coalesce(at, '')`
	err = from.QueryRow("select before"+holding+", who, id limit 1", event, field).Scan(&was)
	if errors.Is(err, sql.ErrNoRows) {
		return "", "", false, nil
	}
	if err == nil {
		err = from.QueryRow("select after"+holding+" desc, who desc, id desc limit 1", event, field).Scan(&said)
	}
	return was, said, err == nil, err
}

// judged settles the conflicts that an act judges: a verdict all of the event's, a correction that of its field. It says
// whether there was any to settle.
func judged(tx *sql.Tx, id int64, c change) (bool, error) {
	var result sql.Result
	var err error
	switch c.act {
	case "confirm", "reject":
		result, err = tx.Exec("update conflicts set is_settled = 1 where event_id = ? and not is_settled", id)
	case "edit":
		result, err = tx.Exec("update conflicts set is_settled = 1 where event_id = ? and field = ? and not is_settled", id, c.field)
	default:
		return false, nil
	}
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// withdrawn is judged for an act that was taken back: a verdict leaves the conflicts of the event open again.
func withdrawn(tx *sql.Tx, id int64, a Act) error {
	if a.Act != "confirm" && a.Act != "reject" {
		return nil
	}
	_, err := tx.Exec("update conflicts set is_settled = 0 where event_id = ?", id)
	return err
}

// pruneConflicts takes out the conflicts of the event that are none any more: nothing holds that was corrected, or it
// was corrected to what the rules find.
func pruneConflicts(tx *sql.Tx, id int64, event string) error {
	all, err := opposed(tx, id)
	if err != nil {
		return err
	}
	for _, o := range all {
		was, said, ok, err := correction(tx, event, o.Field)
		if err != nil {
			return err
		}
		if ok && o.Found != was && o.Found != said {
			continue
		}
		if _, err := tx.Exec("delete from conflicts where event_id = ? and field = ?", id, o.Field); err != nil {
			return err
		}
	}
	return nil
}
