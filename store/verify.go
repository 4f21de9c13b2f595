package store

import (
	"context"
	"slices"

	"annals/timeline"
)

// A Standing says whether what an event quotes still stands in the original.
type Standing string

// The standings. Nothing is ever anchored anew by guess: what has moved is only told.
const (
	Same    Standing = "same"    // its words stand in its paragraph, and the paragraph in the original, where they should
	Moved   Standing = "moved"   // the paragraph is there, word for word, but at another place
	Altered Standing = "changed" // at its place stands something else
	Gone    Standing = "gone"    // there is nothing at its place, or no original to look at
)

// A Quotation is what one event quotes, and how it stands.
type Quotation struct {
	Event     string // its key
	Paragraph int
	Trigger   string
	Standing  Standing
	Why       string // of all but Same, what is otherwise
}

// Verify looks up what the events of the article of that key quote: in their paragraphs, and in the article as its
// original reads today, which is nil where no original is kept.
func (s *Store) Verify(ctx context.Context, key string, today *timeline.Article) ([]Quotation, error) {
	stored, err := s.Article(ctx, key)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `select e.key, e.paragraph, e.trigger, e.trigger_start, e.trigger_end, p.text, p.kind = 'former'
		from events e join articles s on s.id = e.article_id join paragraphs p on p.article_id = e.article_id and p.paragraph = e.paragraph
		where s.key = ? order by e.position`, key)
	if err != nil {
		return nil, s.wrap(err)
	}
	defer rows.Close()
	var out []Quotation
	for rows.Next() {
		var q Quotation
		var at timeline.Span
		var words string
		var former bool
		if err := rows.Scan(&q.Event, &q.Paragraph, &q.Trigger, &at.Start, &at.End, &words, &former); err != nil {
			return nil, s.wrap(err)
		}
		q.Standing, q.Why = standing(stored, today, q.Paragraph, words, former)
		if at.End > len(words) || words[at.Start:at.End] != q.Trigger {
			q.Standing, q.Why = Altered, "the paragraph has not these words at their place"
		}
		out = append(out, q)
	}
	return out, s.wrap(rows.Err())
}

// standing says how a paragraph of the stored article stands in the one of today.
func standing(stored timeline.Article, today *timeline.Article, para int, words string, former bool) (Standing, string) {
	if today == nil {
		return Gone, "no original is kept"
	}
	// Put replaced what is no text, and so must the comparison.
	now := make([]string, len(today.Paragraphs))
	for i, p := range today.Paragraphs {
		now[i] = printable(p)
	}
	place := func(a timeline.Article, i int) timeline.Span {
		if i < len(a.Places) {
			return a.Places[i]
		}
		return timeline.Span{}
	}
	switch {
	case !former && para < len(now) && now[para] == words && place(stored, para) == place(*today, para):
		return Same, ""
	case slices.Contains(now, words):
		return Moved, "the paragraph stands elsewhere in the original"
	case former || para >= len(now):
		return Gone, "the original has no such paragraph"
	}
	return Altered, "the original has another paragraph there"
}
