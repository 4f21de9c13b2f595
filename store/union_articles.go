package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"annals/timeline"
)

// addArticles adds the articles of the other file, and of those that both have, the events that people touched.
func (u *union) addArticles() error {
	keys, err := u.other.ArticleKeys(u.ctx)
	if err != nil {
		return err
	}
	for _, key := range keys {
		if err := u.addArticle(key); err != nil {
			return err
		}
	}
	return nil
}

// version is what tells two versions of an article apart.
type version struct{ at, digest, sha256, path string }

func versionOf(from querier, key string) (v version, err error) {
	err = from.QueryRow(`select coalesce(o.at, ''), s.digest, coalesce(o.sha256, ''), s.path
		from articles s left join originals o on o.article_id = s.id where s.key = ?`, key).
		Scan(&v.at, &v.digest, &v.sha256, &v.path)
	return v, err
}

func (v version) after(w version) bool { return v.at > w.at || v.at == w.at && v.digest > w.digest }

func (u *union) addArticle(key string) error {
	theirs, err := versionOf(u.other.read, key)
	if err != nil {
		return err
	}
	c, err := u.other.copyOf(u.ctx, key)
	if err != nil {
		return err
	}
	ours, err := versionOf(u.tx, key)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		u.Articles++
		return u.putCopy(c, theirs.digest, nil)
	case err != nil:
		return err
	case ours.digest == theirs.digest:
		if err := u.sameVersion(key, c, ours, theirs); err != nil {
			return err
		}
		return u.addTouched(key, c)
	}
	clash := Clash{Key: key, Field: "article", Ours: "obtained " + ours.at, Theirs: "obtained " + theirs.at, Now: "obtained " + ours.at}
	if !theirs.after(ours) {
		u.Conflicts = append(u.Conflicts, clash)
		events, err := column[string](u.tx, "select e.key from events e join articles s on s.id = e.article_id where s.key = ?", key)
		if err != nil {
			return err
		}
		for _, event := range events {
			u.from[event] = fromOurs
		}
		return u.addTouched(key, c)
	}
	clash.Now = clash.Theirs
	u.Conflicts = append(u.Conflicts, clash)
	id, err := articleID(u.tx, key)
	if err != nil {
		return err
	}
	p := put{ctx: u.ctx, tx: u.tx}
	kept, err := p.setAside(id) // by now, those that the other file's log touches too
	if err != nil {
		return err
	}
	if _, err := u.tx.Exec("delete from articles where id = ?", id); err != nil {
		return err
	}
	u.Replaced++
	for _, k := range kept {
		u.again[k.key] = true
	}
	return u.putCopy(c, theirs.digest, kept)
}

// sameVersion chooses between what may differ in one version of an article: of two paths the lesser, of two originals
// the earlier.
func (u *union) sameVersion(key string, c copied, ours, theirs version) error {
	id, err := articleID(u.tx, key)
	if err != nil {
		return err
	}
	if theirs.path < ours.path {
		if _, err := u.tx.Exec("update articles set path = ? where id = ?", theirs.path, id); err != nil {
			return err
		}
	}
	earlier := theirs.at < ours.at || theirs.at == ours.at && theirs.sha256 < ours.sha256
	if theirs.sha256 == "" || ours.sha256 != "" && !earlier {
		return nil
	}
	if _, err := u.tx.Exec("delete from originals where article_id = ?", id); err != nil {
		return err
	}
	p := put{ctx: u.ctx, tx: u.tx, id: id, original: c.original}
	return p.putOriginal()
}

// A copied is an article of another file with all that hangs on it.
type copied struct {
	record   timeline.Record
	original Original
	keys     []string
	places   []string
	gone     []bool
	byHand   []bool
}

// copyOf reads an article whole: what Article leaves out comes along.
func (s *Store) copyOf(ctx context.Context, key string) (c copied, err error) {
	if c.record.Article, err = s.Article(ctx, key); err != nil {
		return c, err
	}
	if c.original, err = s.Original(ctx, key); err != nil && !errors.Is(err, ErrNotFound) {
		return c, err
	}
	var id int64
	if err := s.read.QueryRowContext(ctx, "select id from articles where key = ?", key).Scan(&id); err != nil {
		return c, s.wrap(err)
	}
	for _, step := range []func(context.Context, int64, *copied) error{s.copyParagraphs, s.copyTimes, s.copyEvents} {
		if err := step(ctx, id, &c); err != nil {
			return c, s.wrap(err)
		}
	}
	return c, nil
}

func (s *Store) copyParagraphs(ctx context.Context, id int64, c *copied) error {
	rows, err := s.read.QueryContext(ctx, "select kind, text from paragraphs where article_id = ? order by paragraph", id)
	if err != nil {
		return err
	}
	defer rows.Close()
	c.record.Article.Paragraphs = nil
	for rows.Next() {
		var kind, words string
		if err := rows.Scan(&kind, &words); err != nil {
			return err
		}
		c.record.Kinds = append(c.record.Kinds, kind)
		c.record.Article.Paragraphs = append(c.record.Article.Paragraphs, words)
	}
	return rows.Err()
}

func (s *Store) copyTimes(ctx context.Context, id int64, c *copied) error {
	ids, err := column[int64](s.read, "select id from times where article_id = ? order by position", id)
	if err != nil {
		return err
	}
	for _, id := range ids {
		t, err := readTime(ctx, s.read, id)
		if err != nil {
			return err
		}
		c.record.Times = append(c.record.Times, *t)
	}
	return nil
}

func (s *Store) copyEvents(ctx context.Context, id int64, c *copied) error {
	ids, err := column[int64](s.read, "select id from events where article_id = ? order by position", id)
	if err != nil {
		return err
	}
	for _, id := range ids {
		d, err := detail(ctx, s.read, id)
		if err != nil {
			return err
		}
		var place string
		var gone, byHand bool
		if err := s.read.QueryRowContext(ctx, "select place, is_gone, is_by_hand from events where id = ?", id).Scan(&place, &gone, &byHand); err != nil {
			return err
		}
		c.record.Findings = append(c.record.Findings, timeline.Finding{Event: d.Event, Grounds: d.Grounds})
		c.keys, c.places = append(c.keys, d.Key), append(c.places, place)
		c.gone, c.byHand = append(c.gone, gone), append(c.byHand, byHand)
	}
	return nil
}

// putCopy stores a copied article, and puts back what was set aside of the version that it replaces.
func (u *union) putCopy(c copied, digest string, kept []kept) error {
	p := put{ctx: u.ctx, tx: u.tx, record: c.record, original: c.original, digest: digest}
	steps := []func() error{p.putArticle, p.putOriginal, p.putParagraphs, p.putTimes, func() error {
		return p.putEvents(c.record.Findings, c.keys, c.places)
	}}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	for i, key := range c.keys {
		if c.gone[i] || c.byHand[i] {
			if _, err := u.tx.Exec("update events set is_gone = ?, is_by_hand = ? where key = ?", c.gone[i], c.byHand[i], key); err != nil {
				return err
			}
		}
	}
	for _, key := range c.keys {
		u.from[key] = fromTheirs
		if len(u.ours.acts[key])+len(u.theirs.acts[key]) > 0 {
			u.again[key] = true
		}
	}
	return u.putKept(&p, kept, keptOurs)
}

// addTouched adds the events of a copied article that ours has not, and that somebody touched.
func (u *union) addTouched(key string, c copied) error {
	id, err := articleID(u.tx, key)
	if err != nil {
		return err
	}
	var missing []kept
	for i, f := range c.record.Findings {
		var did bool
		if err := u.tx.QueryRow("select "+touched+" from (select ? as key)", c.keys[i]).Scan(&did); err != nil {
			return err
		}
		if did {
			missing = append(missing, kept{key: c.keys[i], place: c.places[i], finding: f, paragraph: c.record.Article.Paragraphs[f.Para], byHand: c.byHand[i]})
		}
	}
	p := put{ctx: u.ctx, tx: u.tx, id: id}
	if p.record.Article.Paragraphs, err = column[string](u.tx, "select text from paragraphs where article_id = ? order by paragraph", id); err != nil {
		return err
	}
	if err := u.tx.QueryRow("select coalesce(max(position), -1) + 1 from events where article_id = ?", id).Scan(&p.events); err != nil {
		return err
	}
	if p.times, err = column[int64](u.tx, "select id from times where article_id = ? order by position", id); err != nil {
		return err
	}
	if p.nextTime, err = p.next("times"); err != nil {
		return err
	}
	return u.putKept(&p, missing, keptTheirs)
}

// putKept puts back those events that the article has not.
func (u *union) putKept(p *put, all []kept, from origin) error {
	for _, k := range all {
		var there int
		if err := u.tx.QueryRow("select count(*) from events where key = ?", k.key).Scan(&there); err != nil {
			return err
		}
		if there > 0 {
			continue
		}
		if added, err := u.added(k.key); err != nil {
			return err
		} else if k.byHand && !added {
			continue // taken back
		}
		if _, _, err := p.putGone(k); err != nil {
			return err
		}
		u.from[k.key] = from
		u.again[k.key] = true
		u.Events++
	}
	return nil
}

func parseTime(s string) (time.Time, error) { return time.Parse(time.RFC3339, s) }
