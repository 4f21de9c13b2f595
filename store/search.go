package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"annals/timeline"
)

// A Hit is a paragraph that a search found, or an event whose own words it found where a person gave the event words that
// its paragraph has not.
type Hit struct {
	Source    timeline.Source
	Paragraph int
	Snippet   string           // some words of it, each that was found between U+0002 and U+0003
	Event     string           // the key of the event that the snippet is of; empty where it is of the paragraph
	Events    []timeline.Entry // the events in it, in reading order, without rejected ones: key, type, date, modality
}

// ranked is how many paragraphs may match for the best of them to come first. To rank a paragraph takes two
// microseconds, so more would be waited for.
const ranked = 10_000

// Search returns the paragraphs that hold all the words, the best first, or the newest where too many do, at most limit
// of them (0 stands for 50). Events whose own words match, as a person put them, stand before.
// Query.Text says how words are typed; raw hands them to FTS5 as they are.
func (s *Store) Search(ctx context.Context, words string, limit int, raw bool) ([]Hit, error) {
	terms := []string{words}
	if !raw {
		terms = quotedTerms(words)
	}
	match := strings.Join(terms, " AND ")
	if match == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = 50
	}
	hits, err := s.hitEvents(ctx, match, limit)
	if err != nil {
		return nil, s.wrap(err)
	}
	ids, err := s.best(ctx, terms, match, limit-len(hits))
	if err != nil {
		return nil, s.wrap(err)
	}
	found, err := s.matching(ctx, match, ids)
	if err != nil {
		return nil, s.wrap(err)
	}
	for _, id := range ids {
		hits = append(hits, hit{paragraph: id, Hit: Hit{Snippet: found[id]}})
	}
	out := make([]Hit, len(hits))
	for i, h := range hits {
		if err := s.tell(ctx, &h); err != nil {
			return nil, s.wrap(err)
		}
		out[i] = h.Hit
	}
	return out, nil
}

// hit is a Hit on its way.
type hit struct {
	Hit
	paragraph int64 // its id
}

// countMatches counts the paragraphs that match, up to one more than ranked.
const countMatches = "select count(*) from (select 1 from paragraphs_text where paragraphs_text match ? limit ?)"

// best returns the ids of the best paragraphs that match all terms. FTS5 reads every paragraph that has a word to weigh
// that word, so common ones have no weight here; they would have little anyway.
func (s *Store) best(ctx context.Context, terms []string, match string, limit int) ([]int64, error) {
	if limit <= 0 {
		return nil, nil
	}
	common := func(match string) (bool, error) {
		var n int
		err := s.read.QueryRowContext(ctx, countMatches, match, ranked+1).Scan(&n)
		return n > ranked, err
	}
	var rare []string
	for _, term := range terms {
		is, err := common(term)
		if err != nil {
			return nil, err
		}
		if !is {
			rare = append(rare, term)
		}
	}
	if len(rare) == 0 {
		return s.ids(ctx, newestMatches, match, limit)
	}
	if len(rare) == len(terms) {
		return s.ids(ctx, bestMatches, match, limit)
	}
	return s.ids(ctx, bestOfMatches, strings.Join(rare, " AND "), match, limit)
}

// The queries of best. Of equal ones the first comes first, for FTS5 sorts so where nothing else is asked for. The sign
// keeps SQLite from asking FTS5 once for every id.
const (
	newestMatches = "select rowid from paragraphs_text where paragraphs_text match ? order by rowid desc limit ?"
	bestMatches   = "select rowid from paragraphs_text where paragraphs_text match ? order by rank limit ?"
	bestOfMatches = `select rowid from paragraphs_text where paragraphs_text match ?
		and +rowid in (select rowid from paragraphs_text where paragraphs_text match ?) order by rank limit ?`
)

// hitEvents returns the events whose words match and whose paragraphs do not, the newest first. The rules take an event's
// words from its paragraph, so these are words that a person gave.
func (s *Store) hitEvents(ctx context.Context, match string, limit int) ([]hit, error) {
	said, err := s.ids(ctx, eventsWorded)
	if err != nil || len(said) == 0 {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, fmt.Sprintf(matchingEvents, list(said)), match, said[0], said[len(said)-1])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []hit
	var paragraphs []int64
	for rows.Next() {
		var h hit
		if err := rows.Scan(&h.Event, &h.paragraph, &h.Snippet); err != nil {
			return nil, err
		}
		out, paragraphs = append(out, h), append(paragraphs, h.paragraph)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	found, err := s.matching(ctx, match, paragraphs)
	out = slices.DeleteFunc(out, func(h hit) bool { _, ok := found[h.paragraph]; return ok })
	return out[:min(limit, len(out))], err
}

const (
	eventsWorded   = "select id from events where key in (select event_key from acts where field in ('clause', 'event')) order by id"
	matchingEvents = `select e.key, p.id, snippet(events_text, -1, char(2), char(3), '…', 24)
		from events_text cross join events e on e.id = events_text.rowid join paragraphs p on p.article_id = e.article_id and p.paragraph = e.paragraph
		where events_text match ? and events_text.rowid between ? and ? and +events_text.rowid in (%s) and e.verdict <> 'rejected'
		order by events_text.rowid desc`
	matchingParagraphs = `select rowid, snippet(paragraphs_text, 0, char(2), char(3), '…', 24)
		from paragraphs_text where paragraphs_text match ? and rowid between ? and ? and +rowid in (%s)`
)

// matching returns snippets of those of the paragraphs that match.
func (s *Store) matching(ctx context.Context, match string, paragraphs []int64) (map[int64]string, error) {
	found := map[int64]string{}
	if len(paragraphs) == 0 {
		return found, nil
	}
	rows, err := s.read.QueryContext(ctx, fmt.Sprintf(matchingParagraphs, list(paragraphs)), match, slices.Min(paragraphs), slices.Max(paragraphs))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var words string
		if err := rows.Scan(&id, &words); err != nil {
			return nil, err
		}
		found[id] = words
	}
	return found, rows.Err()
}

const (
	paragraphSource = `select s.key, s.path, s.url, s.title, s.site, s.published, p.paragraph
		from paragraphs p join articles s on s.id = p.article_id where p.id = ?`
	paragraphEvents = `select e.key, e.type, e.date, e.earliest, e.latest, e.modality
		from paragraphs p join events e on e.article_id = p.article_id and e.paragraph = p.paragraph
		where p.id = ? and e.verdict <> 'rejected' order by e.position`
)

// tell says where the hit stands and which events are there.
func (s *Store) tell(ctx context.Context, h *hit) error {
	err := s.read.QueryRowContext(ctx, paragraphSource, h.paragraph).
		Scan(&h.Source.Key, &h.Source.Path, &h.Source.URL, &h.Source.Title, &h.Source.Site, dayTo{&h.Source.Published}, &h.Paragraph)
	if err != nil {
		return err
	}
	rows, err := s.read.QueryContext(ctx, paragraphEvents, h.paragraph)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var e timeline.Entry
		if err := rows.Scan(&e.Key, &e.Type, dateTo{&e.Date}, dayTo{&e.Earliest}, dayTo{&e.Latest}, &e.Modality); err != nil {
			return err
		}
		h.Events = append(h.Events, e)
	}
	return rows.Err()
}

func (s *Store) ids(ctx context.Context, query string, values ...any) ([]int64, error) {
	rows, err := s.read.QueryContext(ctx, query, values...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}

// list writes ids as SQL does; the number of values that a statement may have is limited.
func list(ids []int64) string {
	var b strings.Builder
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprint(&b, id)
	}
	return b.String()
}
