package store

import (
	"database/sql"
	"errors"
	"fmt"

	"annals/timeline"
)

// A replaced article takes its events with it, but not what people made of them. Before it goes, the events that
// somebody touched are set aside; afterwards, the acts are done again on the events that are found anew, and those
// that are not found any more are put back as they were, marked as gone.

// touched is the condition that somebody touched the event of that key, or has once merged another into it.
const touched = ` (key in (select event_key from acts) or key in (select after from acts where field = 'merged')
	or key in (select now from former_keys)) `

// kept is an event that somebody touched, set aside.
type kept struct {
	key, place string
	finding    timeline.Finding
	paragraph  string
	byHand     bool
	opposed    []Opposed
}

// setAside returns the touched events of an article that is about to be replaced.
func (p *put) setAside(article int64) ([]kept, error) {
	rows, err := p.tx.Query(`select id from events where article_id = ? and `+touched+` order by position`, article)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	var out []kept
	for _, id := range ids {
		d, err := detail(p.ctx, p.tx, id)
		if err != nil {
			return nil, err
		}
		k := kept{key: d.Key, finding: timeline.Finding{Event: d.Event, Grounds: d.Grounds}, paragraph: d.Paragraph}
		if err := p.tx.QueryRow("select place, is_by_hand from events where id = ?", id).Scan(&k.place, &k.byHand); err != nil {
			return nil, err
		}
		if k.opposed, err = opposed(p.tx, id); err != nil {
			return nil, err
		}
		out = append(out, k)
	}
	return out, nil
}

// putBack does the acts again on what was set aside.
func (p *put) putBack() error {
	had := map[string][]Opposed{}
	for _, k := range p.aside {
		var id int64
		var key string
		err := p.tx.QueryRow(`select id, key from events where article_id = ?1 and (key = ?2 or place = ?3 and place <> '')
			order by key = ?2 desc, position limit 1`, p.id, k.key, k.place).Scan(&id, &key)
		if errors.Is(err, sql.ErrNoRows) {
			id, key, err = p.putGone(k)
		}
		if err != nil {
			return err
		}
		if key != k.key {
			if err := p.rename(k.key, key); err != nil {
				return err
			}
		}
		had[key] = k.opposed
		if err := p.redo(id, key); err != nil {
			return fmt.Errorf("event %s: %w", key, err)
		}
	}
	if err := p.oppose(had); err != nil {
		return err
	}
	return standAlone(p.tx)
}

// rename makes what people said of an event known under its new key.
func (p *put) rename(old, now string) error {
	for _, statement := range []string{
		"update acts set event_key = ?2 where event_key = ?1",
		"update events set merged_into = ?2 where merged_into = ?1",
		"delete from former_keys where key = ?2", // it has that key again
		"insert or replace into former_keys (key, now) values (?1, ?2)",
	} {
		if _, err := p.tx.Exec(statement, old, now); err != nil {
			return err
		}
	}
	return nil
}

// redo does every act on the event again that was not undone: in the order of time, for the log of a merged file has
// the acts of the one file behind those of the other.
func (p *put) redo(id int64, key string) error {
	rows, err := p.tx.Query(`select field, before, after from acts a where event_key = ? and undoes is null
		and not exists (select 1 from acts u where u.undoes = a.id) order by coalesce(at, ''), who, id`, key)
	if err != nil {
		return err
	}
	defer rows.Close()
	var acts []Act
	for rows.Next() {
		var a Act
		if err := rows.Scan(&a.Field, &a.Before, &a.After); err != nil {
			return err
		}
		acts = append(acts, a)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, a := range acts {
		if err := apply(p.tx, id, a); err != nil {
			return err
		}
	}
	return nil
}

// putGone stores an event that is found no longer. It keeps its paragraph: the same one of the new article, or, where
// the article has it no more, the old one behind the last, of the kind "former".
func (p *put) putGone(k kept) (id int64, key string, err error) {
	para := -1
	for i, words := range p.record.Article.Paragraphs {
		if words == k.paragraph {
			para = i
			break
		}
	}
	if para < 0 {
		para = len(p.record.Article.Paragraphs)
		p.record.Article.Paragraphs = append(p.record.Article.Paragraphs, k.paragraph)
		if err := p.insert("paragraphs (article_id, paragraph, kind, text)", [][]any{{p.id, para, "former", k.paragraph}}); err != nil {
			return 0, "", err
		}
	}
	f := k.finding
	f.Para = para
	f.Mentions = nil // they stood in an article that is no more
	if t := f.Grounds.Time; t != nil && t.Para == k.finding.Para {
		t.Para = para
	} else {
		f.Grounds.Time = nil // likewise
	}
	if err := p.putEvents([]timeline.Finding{f}, []string{k.key}, []string{k.place}); err != nil {
		return 0, "", err
	}
	err = p.tx.QueryRow("update events set is_gone = ?1, is_by_hand = ?2 where key = ?3 returning id", !k.byHand, k.byHand, k.key).Scan(&id)
	return id, k.key, err
}
