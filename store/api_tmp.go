package store

import (
	"context"

	"annals/timeline"
)

// Open opens the database at path, and makes it where there is none.
func Open(ctx context.Context, path string, o Options) (*Store, error) { panic("store: being written") }

// Close closes the database.
func (s *Store) Close() error { panic("store: being written") }

// Put stores an article with its findings in one transaction.
func (s *Store) Put(ctx context.Context, r timeline.Record, o Original) (Outcome, error) {
	panic("store: being written")
}

// Timeline returns the entries that q asks for.
func (s *Store) Timeline(ctx context.Context, q Query) (timeline.Timeline, error) {
	panic("store: being written")
}

// Event returns the event whose key begins with prefix.
func (s *Store) Event(ctx context.Context, prefix string) (timeline.Detail, error) {
	panic("store: being written")
}

// Sources returns all articles.
func (s *Store) Sources(ctx context.Context) ([]SourceRow, error) { panic("store: being written") }

// SQL answers one query; a value is nil, int64, float64, string or []byte.
func SQL(ctx context.Context, path, query string, l Limits) (columns []string, rows [][]any, err error) {
	panic("store: being written")
}
