package store

import (
	"context"
	"database/sql"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/mattn/go-sqlite3"
)

// applicationID marks an annals database in the header of its file: "annl".
const applicationID = 0x616e6e6c

//go:embed schema/*.sql
var schema embed.FS

// changes returns the schema files in their order. A database's user_version counts those that were applied to it.
func changes() []string {
	names, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	return names // Glob sorts
}

// Open opens the database at path, and makes it where there is none, unless o says read-only: then a missing file
// is an error that is fs.ErrNotExist. A file that is no annals database, or comes from a newer version of annals,
// is refused with ErrForeign or ErrNewer, and nothing is written to it.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	if err := fts5(ctx); err != nil {
		return nil, err
	}
	version, err := inspect(path)
	if err != nil {
		return nil, err
	}
	if version < 0 && o.ReadOnly {
		return nil, fmt.Errorf("%s: %w; annals add makes a database", path, fs.ErrNotExist)
	}
	if dir := filepath.Dir(path); version < 0 {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: there is no directory %s: %w", path, dir, fs.ErrNotExist)
		}
	}
	s := &Store{path: path}
	if o.ReadOnly && version == len(changes()) {
		if s.read, err = openToRead(ctx, "annals", path, reading); err != nil {
			return nil, err
		}
		return s, s.check(s.read.QueryRowContext(ctx, "pragma user_version"))
	}
	if s.read, err = open(path, "mode=ro&_query_only=1&_busy_timeout=10000&_stmt_cache_size=32"); err != nil {
		return nil, err
	}
	if err := s.prepare(ctx); err != nil {
		s.Close()
		if o.ReadOnly && errors.Is(err, ErrUnwritable) {
			err = fmt.Errorf("%w; it is of an earlier version of annals, and must be written once to be brought up to date", err)
		}
		return nil, err
	}
	if o.ReadOnly {
		err := s.write.Close()
		s.write = nil
		return s, err
	}
	return s, nil
}

// Close closes the database.
func (s *Store) Close() error {
	var err error
	if s.read != nil {
		err = s.read.Close()
	}
	if s.write != nil { // last, so that it tidies the write-ahead log away
		err = errors.Join(err, s.write.Close())
	}
	return err
}

// inspect reads the header of the file without SQLite, so that a file that is not ours is not touched.
// It returns the count of changes applied to it, and -1 where there is no file or an empty one.
// The header: 16 bytes of magic, user_version at 60, application_id at 68 (https://www.sqlite.org/fileformat2.html).
func inspect(path string) (version int, err error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return -1, nil
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil {
		return 0, err
	} else if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("%s: not a file: %w", path, ErrForeign)
	}
	var header [100]byte
	n, err := io.ReadFull(f, header[:])
	if n == 0 && errors.Is(err, io.EOF) {
		return -1, nil
	}
	id := binary.BigEndian.Uint32(header[68:])
	if n < len(header) || string(header[:16]) != "SQLite format 3\x00" || id != applicationID {
		return 0, fmt.Errorf("%s: %w", path, ErrForeign)
	}
	version = int(int32(binary.BigEndian.Uint32(header[60:])))
	if version > len(changes()) {
		return 0, fmt.Errorf("%s: %w", path, ErrNewer)
	}
	return version, nil
}

// prepare opens the writer and brings the schema up to date, in one transaction.
func (s *Store) prepare(ctx context.Context) error {
	var err error
	s.write, err = open(s.path, "_synchronous=NORMAL&_busy_timeout=10000&_txlock=immediate&_foreign_keys=on&_stmt_cache_size=32")
	if err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if err := s.migrate(ctx); err != nil {
		return err
	}
	// After the schema, so that a file killed at birth is either empty or marked as ours in its own header.
	return s.wrap(s.logAhead(ctx))
}

// logAhead switches the write-ahead log on. SQLite does not wait for another program that is about the same at the
// birth of a file, whatever the busy timeout, so we do, as long as that.
func (s *Store) logAhead(ctx context.Context) error {
	const pause, most = 20 * time.Millisecond, 500
	for try := 0; ; try++ {
		var mode string
		err := s.write.QueryRowContext(ctx, "pragma journal_mode = wal").Scan(&mode)
		var code sqlite3.Error
		if err == nil || !errors.As(err, &code) || code.Code != sqlite3.ErrBusy && code.Code != sqlite3.ErrLocked || try == most {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// migrate applies the schema files that the database does not have. Another process may be at it, so the version
// is read again under the lock.
func (s *Store) migrate(ctx context.Context) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.wrap(err)
	}
	defer rollback(tx)
	var version int
	if err := tx.QueryRowContext(ctx, "pragma user_version").Scan(&version); err != nil {
		return s.wrap(err)
	}
	files := changes()
	if version > len(files) {
		return fmt.Errorf("%s: %w", s.path, ErrNewer)
	}
	marks := fmt.Sprintf("pragma application_id = %d; pragma user_version = %d", applicationID, len(files))
	if version == len(files) { // what is written here is taken back at once, and shows whether anything can be
		_, err := tx.ExecContext(ctx, marks)
		return s.wrap(err)
	}
	for _, name := range files[version:] {
		text, err := schema.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return s.wrap(fmt.Errorf("%s: %w", name, err))
		}
	}
	if _, err := tx.ExecContext(ctx, marks); err != nil {
		return s.wrap(err)
	}
	return s.wrap(tx.Commit())
}

// check refuses a database whose newest version stands in its write-ahead log only.
func (s *Store) check(row *sql.Row) error {
	var version int
	err := row.Scan(&version)
	if err == nil && version > len(changes()) {
		err = ErrNewer
	}
	if err != nil {
		s.Close()
		return s.wrap(err)
	}
	return nil
}

// fts5 says how to build the program where it was built without full-text search. It asks a database in memory, so
// that such a program leaves no file behind.
func fts5(ctx context.Context) error {
	register()
	db, err := sql.Open("annals", ":memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, "select 1 from pragma_compile_options where compile_options = 'ENABLE_FTS5'").Scan(new(int))
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNoFTS5
	}
	return err
}

// register makes our driver known to database/sql: SQLite with fold, which a search needs that does not mind case.
var register = sync.OnceFunc(func() {
	sql.Register("annals", &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		return c.RegisterFunc("fold", strings.ToLower, true)
	}})
	sql.Register("annals sandbox", &sqlite3.SQLiteDriver{ConnectHook: fence})
})

// open returns a pool of connections to the file with the parameters of the driver.
func open(path, parameters string) (*sql.DB, error) {
	return openWith("annals", path, parameters)
}

// openToRead is openWith for readers. Without the right to write to the directory, SQLite cannot keep the index of a
// write-ahead log. Where there is no such log, nobody is writing, and the file can be read as one that does not change.
func openToRead(ctx context.Context, driver, path, parameters string) (*sql.DB, error) {
	db, err := openWith(driver, path, parameters)
	if err != nil || !denied(db.QueryRowContext(ctx, "select count(*) from sqlite_schema").Scan(new(int))) {
		return db, err // whatever else is wrong, the first query will tell
	}
	db.Close()
	log, err := os.Stat(path + "-wal")
	_, noIndex := os.Stat(path + "-shm")
	if noLog := errors.Is(err, fs.ErrNotExist); !noLog && (err != nil || log.Size() > 0 || noIndex == nil) {
		return nil, fmt.Errorf("%s: %w", path, ErrLog)
	}
	return openWith(driver, path, parameters+"&immutable=1")
}

// reading is how a reader opens the file. SQLite makes a log beside it even to read, and takes it away in the end where it
// might write; query_only sees to it that it does not.
const reading = "mode=rw&_query_only=1&_busy_timeout=10000&_stmt_cache_size=32"

// tidy takes away the log that a reader without the right to write has left.
func tidy(ctx context.Context, path string) {
	if db, err := openToRead(ctx, "annals", path, reading); err == nil {
		db.Close()
	}
}

// denied says whether SQLite lacked the right to write or to make a file.
func denied(err error) bool {
	var code sqlite3.Error
	return errors.As(err, &code) && (code.Code == sqlite3.ErrReadonly || code.Code == sqlite3.ErrCantOpen || code.Code == sqlite3.ErrPerm)
}

func openWith(driver, path, parameters string) (*sql.DB, error) {
	register()
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	// A leading "./" or "/" keeps SQLite from taking a name like ":memory:" for more than a name.
	name := (&url.URL{Path: filepath.ToSlash(full)}).EscapedPath()
	return sql.Open(driver, "file:"+strings.ReplaceAll(name, "?", "%3f")+"?"+parameters)
}

// rollback ends a transaction that was not committed. It has nothing to tell: the error that led here is told already.
func rollback(tx *sql.Tx) { _ = tx.Rollback() }

func (s *Store) wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", s.path, plain(err))
}

// plain says what a person can do about an error of SQLite, where there is something.
func plain(err error) error {
	var code sqlite3.Error
	switch {
	case denied(err):
		return ErrUnwritable // what SQLite says of it would lead astray
	case errors.As(err, &code) && (code.Code == sqlite3.ErrCorrupt || code.Code == sqlite3.ErrNotADB):
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return err
}
