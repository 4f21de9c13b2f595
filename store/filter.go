package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A filter is one condition of a query, in two forms: the ids of all events that fulfil it, and a question to ask of
// one event. Filters that few events fulfil give their ids, which are intersected, and the others ask of those:
// which is cheap however many events there are.
type filter struct {
	ids   string // a query; empty where it would read too much
	each  string // a condition on events e and articles s
	idsBy []any
	by    []any // values of each
}

// few is how many events may fulfil a filter that gives its ids where another does too.
const few = 50_000

// selection returns q as SQL with its values: what follows "from". possible is false where nothing can fulfil it.
func (s *Store) selection(ctx context.Context, q Query) (from string, values []any, possible bool, err error) {
	filters, possible := q.filters()
	if !possible {
		return "", nil, false, nil
	}
	given, err := s.giving(ctx, filters)
	if err != nil {
		return "", nil, false, err
	}
	where, values := assembled(q, filters, given)
	if len(given) == 0 {
		return "events e indexed by events_timeline cross join articles s on s.id = e.article_id" + where, values, true, nil
	}
	return "events e join articles s on s.id = e.article_id" + where, values, true, nil
}

// giving returns which filters give their ids: those that few events fulfil or, where there is none, the first.
func (s *Store) giving(ctx context.Context, filters []filter) (given []int, err error) {
	var can []int
	for i, f := range filters {
		if f.ids != "" {
			can = append(can, i)
		}
	}
	if len(can) < 2 {
		return can, nil
	}
	for _, i := range can {
		n := 0
		row := s.read.QueryRowContext(ctx, fmt.Sprintf("select count(*) from (select 1 from (%s) limit %d)", filters[i].ids, few+1), filters[i].idsBy...)
		if err := row.Scan(&n); err != nil {
			return nil, s.wrap(err)
		}
		if n <= few {
			given = append(given, i)
		}
	}
	if len(given) == 0 {
		given = can[:1]
	}
	return given, nil
}

// assembled joins the conditions, with the ids in front. The signs keep SQLite from another way.
func assembled(q Query, filters []filter, given []int) (where string, values []any) {
	var all, ids []string
	for _, i := range given {
		ids, values = append(ids, "select * from ("+filters[i].ids+")"), append(values, filters[i].idsBy...)
	}
	if len(ids) > 0 {
		all = append(all, "e.id in ("+strings.Join(ids, " intersect ")+")")
	}
	all = append(all, "+e.merged_into = ''")
	if !q.Rejected {
		all = append(all, "+e.verdict <> 'rejected'")
	}
	if q.Unreviewed {
		all = append(all, "+e.verdict = ''")
	}
	for i, f := range filters {
		if !slices.Contains(given, i) {
			all, values = append(all, f.each), append(values, f.by...)
		}
	}
	return " where " + strings.Join(all, " and "), values
}

// filters returns the conditions of q; possible is false where nothing can fulfil it.
func (q Query) filters() (all []filter, possible bool) {
	if q.From != 0 || q.To != 0 {
		all = append(all, q.span())
	}
	if len(q.Types) > 0 {
		in := "type in " + marks(len(q.Types))
		f := filter{each: "+e." + in, by: anys(q.Types)}
		if q.From == 0 && q.To == 0 { // otherwise the span asks by type too
			f.ids, f.idsBy = "select id from events where "+in, f.by
		}
		all = append(all, f)
	}
	if len(q.Modalities) > 0 {
		all = append(all, filter{each: "+e.modality in " + marks(len(q.Modalities)), by: anys(q.Modalities)})
	}
	if q.Tag != "" {
		by := []any{q.Tag}
		all = append(all, filter{ids: "select event_id from tags where tag = ?", idsBy: by,
			each: "exists (select 1 from tags where event_id = e.id and tag = ?)", by: by})
	}
	if q.MinConfidence > 0 {
		all = append(all, filter{each: "+e.confidence >= ?", by: []any{q.MinConfidence}})
	}
	all = append(all, sideFilter(q.Actor, " and side = 'actor'")...)
	all = append(all, sideFilter(q.Target, " and side = 'target'")...)
	all = append(all, sideFilter(q.Party, "")...)
	if q.Source != "" {
		in := "(select id from articles where " +
			contains("path || char(10) || url || char(10) || title || char(10) || site || char(10) || key", q.Source) + ")"
		f := filter{each: "s.id in " + in, by: []any{strings.ToLower(q.Source)}}
		if len(all) == 0 {
			f.ids, f.idsBy = "select id from events where article_id in "+in, f.by
		}
		all = append(all, f)
	}
	if q.Text != "" {
		match := quoted(q.Text)
		if match == "" {
			return nil, false
		}
		by := []any{match}
		all = append(all, filter{
			ids: `select o.id from paragraphs_text join paragraphs p on p.id = paragraphs_text.rowid
				join events o on o.article_id = p.article_id and o.paragraph = p.paragraph where paragraphs_text match ?`, idsBy: by,
			each: `exists (select 1 from paragraphs p join paragraphs_text on paragraphs_text.rowid = p.id
				where p.article_id = e.article_id and p.paragraph = e.paragraph and paragraphs_text match ?)`, by: by,
		})
	}
	return all, true
}

// span is the condition that an event can have happened in the days of q. Undated events cannot.
func (q Query) span() filter {
	const longest = 62 // as the index events_long has it
	from, before, to := "0000-01-01", "0000-01-01", "9999-12-31"
	if q.From != 0 {
		from, before = q.From.String(), (q.From - longest).String()
	}
	if q.To != 0 {
		to = q.To.String()
	}
	types := ""
	if len(q.Types) > 0 {
		types = " and type in " + marks(len(q.Types))
	}
	f := filter{
		each: "(+e.earliest <= ? or e.earliest is null and e.latest is not null) and (+e.latest >= ? or e.latest is null and e.earliest is not null)",
		by:   []any{to, from},
	}
	var parts []string
	add := func(index, condition string, values ...any) {
		parts = append(parts, "select id from events "+index+"where "+condition+types)
		f.idsBy = append(append(f.idsBy, values...), anys(q.Types)...)
	}
	add("", "earliest >= ? and earliest <= ? and latest >= ?", before, to, from)
	if q.From != 0 {
		add("indexed by events_long ", "julianday(latest) - julianday(earliest) > 62 and latest >= ? and earliest < ? and earliest <= ?", from, before, to)
	}
	add("", "earliest is null and latest >= ?", from)
	add("indexed by events_open ", "latest is null and earliest <= ?", to)
	f.ids = strings.Join(parts, " union all ")
	return f
}

// sideFilter is the condition that somebody with that name has a part in the event.
func sideFilter(name, condition string) []filter {
	if name == "" {
		return nil
	}
	who := "actor_id in (select id from actors where " + contains("name", name) + ")" + condition
	by := []any{strings.ToLower(name)}
	return []filter{{
		ids: "select event_id from event_actors where " + who, idsBy: by,
		each: "exists (select 1 from event_actors where event_id = e.id and +" + who + ")", by: by,
	}}
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
