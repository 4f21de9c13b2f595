// Package store keeps articles and their events in one SQLite file.
// The file is an interface of its own: schema/*.sql says what each table and column means.
package store

import (
	"database/sql"
	"errors"
	"time"

	"annals/timeline"
	"annals/timeline/edtf"
)

// Errors that a caller decides by. They come wrapped, with the name of the file or the key.
var (
	ErrForeign    = errors.New("not an annals database")
	ErrNewer      = errors.New("written by a newer version of annals; update annals to use it")
	ErrNotFound   = errors.New("no such event; annals timeline shows the keys")
	ErrAmbiguous  = errors.New("more than one event has a key that begins so")
	ErrNoFTS5     = errors.New("this program was built without full-text search; build it with `make`, or `go build -tags sqlite_fts5 ./cmd/annals`")
	ErrUnwritable = errors.New("cannot be written: the file or its directory may only be read")
	ErrDamaged    = errors.New("the file is damaged; go back to a copy that annals backup made, or add the articles to a new database")
	ErrLog        = errors.New("what was written to it last stands in the file beside it that ends in -wal, and to read that takes the right to write to the directory; copy both files to where you have it")
	ErrTooMuch    = errors.New("the answer is too large; narrow the query or give it a LIMIT")
)

// Options say how a database is opened.
type Options struct {
	ReadOnly bool // the file must be there already, and no method may change it
}

// A Store is an open database. Its methods may be called from several goroutines.
type Store struct {
	path  string
	write *sql.DB // one connection, for SQLite has one writer; nil where the store is read-only
	read  *sql.DB
}

// An Original is the article as it came, before it was read.
type Original struct {
	Data      []byte    // its bytes; nil stores none
	MediaType string    // as it was declared or found
	Obtained  string    // how it was obtained: file, standard input, archive ...
	At        time.Time // when; zero leaves it empty
}

// An Outcome is what Put did.
type Outcome uint8

// The outcomes.
const (
	Added     Outcome = iota + 1
	Unchanged         // the same article with the same findings was there already
	Replaced          // an earlier version of it was there, and is gone
)

// String returns the outcome in lower case.
func (o Outcome) String() string { return [...]string{"", "added", "unchanged", "replaced"}[o] }

// A Query says which entries a timeline has. Each field that is not zero narrows it.
type Query struct {
	From, To      edtf.Day // entries that can have happened in these days; either may be open. Undated ones fall out
	Types         []timeline.Type
	Modalities    []timeline.Modality
	Actor         string // a part of the name of somebody who did it, whatever the case
	Target        string // likewise of somebody to whom it was done
	Party         string // likewise on either side
	Source        string // a part of the article's path, address, title, outlet or key
	Text          string // words of the source paragraph; "..." holds a phrase, a final * any ending
	Tag           string // a tag that a person gave
	MinConfidence int
	Rejected      bool // also what a person rejected
	Unreviewed    bool // only what nobody has confirmed or rejected
	Limit         int  // at most so many entries, from the earliest
}

// A SourceRow is one article of the database, with what was found in it.
type SourceRow struct {
	timeline.Source
	Author        string
	PublishedFrom string // what told the date of publication
	MediaType     string
	Paragraphs    int
	Events        int
	Undated       int    // events without any date
	SHA256        string // of the original; empty where none is kept
	Obtained      string
	At            string // RFC 3339, or empty
}

// Limits bound what a query of a user may cost. A zero field stands for the usual bound.
type Limits struct {
	Rows  int           // 100,000
	Bytes int           // of the whole answer: 64 MB
	Time  time.Duration // 10 seconds
}
