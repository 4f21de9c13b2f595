package store

import "slices"

// addConflicts adds the conflicts of the other file's readings. Of an article that both files have, those of the version
// that stays are kept; where both have that one, a conflict that either knows is one, and settled where either settled it.
// The log is that of both files by now, so that some are none any more.
func (u *union) addConflicts() error {
	rows, err := u.other.read.Query("select e.key, c.field, c.found, c.is_settled from conflicts c join events e on e.id = c.event_id order by 1, 2")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var event string
		var o Opposed
		if err := rows.Scan(&event, &o.Field, &o.Found, &o.Settled); err != nil {
			return err
		}
		if slices.Contains([]origin{fromOurs, keptOurs, keptTheirs}, u.from[event]) {
			continue
		}
		_, err := u.tx.Exec(`insert into conflicts (event_id, field, found, is_settled) select id, ?2, ?3, ?4 from events where key = ?1
			on conflict (event_id, field) do update set
				is_settled = case when found = excluded.found then max(is_settled, excluded.is_settled) when found > excluded.found then is_settled else excluded.is_settled end,
				found = max(found, excluded.found)`, event, o.Field, o.Found, o.Settled)
		if err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	events, err := column[string](u.tx, "select distinct e.key from conflicts c join events e on e.id = c.event_id order by 1")
	if err != nil {
		return err
	}
	for _, event := range events {
		var id int64
		if err := u.tx.QueryRow("select id from events where key = ?", event).Scan(&id); err != nil {
			return err
		}
		if err := pruneConflicts(u.tx, id, event); err != nil {
			return err
		}
	}
	return nil
}
