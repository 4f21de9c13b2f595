package store

import (
	"context"
	"strings"

	"annals/timeline"
)

// A Review is what people made of one event.
type Review struct {
	Verdict string           // confirmed, rejected, or empty: nobody has reviewed it
	Gone    bool             // the rules find it no longer; it stays because a person touched it
	Tags    []string         // sorted
	Acts    []Act            // in their order, those undone with them
	Merged  []timeline.Entry // the events that were merged into it
	Opposed []Opposed        // corrections that the rules oppose by now
}

// Review returns what people made of the event whose key begins with prefix.
func (s *Store) Review(ctx context.Context, prefix string) (Review, error) {
	var r Review
	id, err := s.eventID(ctx, strings.ToLower(strings.TrimSpace(prefix)))
	if err != nil {
		return r, err
	}
	var key, tags string
	err = s.read.QueryRowContext(ctx, `select key, verdict, is_gone,
		coalesce((select group_concat(tag, char(10) order by tag) from tags where event_id = events.id), '') from events where id = ?`, id).
		Scan(&key, &r.Verdict, &r.Gone, &tags)
	if err != nil {
		return r, s.wrap(err)
	}
	if tags != "" {
		r.Tags = strings.Split(tags, "\n")
	}
	if r.Opposed, err = opposed(s.read, id); err != nil {
		return r, s.wrap(err)
	}
	if r.Merged, err = s.Merged(ctx, key); err != nil {
		return r, err
	}
	r.Acts, err = s.Log(ctx, key)
	return r, err
}
