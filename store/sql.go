package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// SQL answers one query of a user on the database at path and can change nothing, on this file or another: a
// read-only connection alone can still attach and write files. So every statement goes before an authorizer that
// knows reading only. A value is nil, int64, float64, string or []byte. Where the answer is too large, the rows so
// far come with ErrTooMuch.
func SQL(ctx context.Context, path, query string, l Limits) (columns []string, rows [][]any, err error) {
	l = l.orUsual()
	version, err := inspect(path)
	if err != nil {
		return nil, nil, err
	}
	if version < 0 {
		return nil, nil, fmt.Errorf("%s: %w; annals add makes a database", path, fs.ErrNotExist)
	}
	defer tidy(context.WithoutCancel(ctx), path)
	db, err := openToRead(ctx, "annals sandbox", path, "mode=ro&_query_only=1&_busy_timeout=5000")
	if err != nil {
		return nil, nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	limited, cancel := context.WithTimeout(ctx, l.Time)
	defer cancel()
	columns, rows, err = answer(limited, db, query, l)
	if told := plain(err); errors.Is(told, ErrDamaged) {
		err = fmt.Errorf("%s: %w", path, told)
	}
	if errors.Is(limited.Err(), context.DeadlineExceeded) && ctx.Err() == nil {
		err = fmt.Errorf("the query took longer than %s", l.Time)
	}
	return columns, rows, err
}

func (l Limits) orUsual() Limits {
	if l.Rows <= 0 {
		l.Rows = 100_000
	}
	if l.Bytes <= 0 {
		l.Bytes = 64 << 20
	}
	if l.Time <= 0 {
		l.Time = 10 * time.Second
	}
	return l
}

func answer(ctx context.Context, db *sql.DB, query string, l Limits) (columns []string, out [][]any, err error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	if columns, err = rows.Columns(); err != nil {
		return nil, nil, err
	}
	if len(columns) == 0 {
		return nil, nil, errors.New("only a query that returns rows can be asked")
	}
	size := 0
	for rows.Next() {
		row := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return columns, out, err
		}
		for _, v := range row {
			size += weight(v)
		}
		if len(out) == l.Rows {
			return columns, out, fmt.Errorf("more than %d rows: %w", l.Rows, ErrTooMuch)
		}
		if size > l.Bytes {
			return columns, out, fmt.Errorf("more than %d bytes: %w", l.Bytes, ErrTooMuch)
		}
		out = append(out, row)
	}
	return columns, out, rows.Err()
}

// weight is about what a value costs in memory.
func weight(v any) int {
	const header = 24
	switch v := v.(type) {
	case string:
		return header + len(v)
	case []byte:
		return header + len(v)
	}
	return header
}

// forbidden functions reach outside of the database, where a build has them.
var forbidden = strings.Fields("load_extension readfile writefile edit fts3_tokenizer fts5_decode sqlite_rename_table")

// harmless pragmas read; full-text search needs the first.
var harmless = strings.Fields("data_version table_info table_xinfo table_list index_list index_info foreign_key_list")

// fence makes a connection one that can only read, and not without measure.
func fence(c *sqlite3.SQLiteConn) error {
	const recursive = 33 // SQLITE_RECURSIVE, for which the driver has no name
	c.SetLimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
	c.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, 32<<20)
	c.SetLimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1<<20)
	c.SetLimit(sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0)
	c.SetLimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000)
	c.RegisterAuthorizer(func(op int, first, second, _ string) int {
		ok := false
		switch op {
		case sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, recursive:
			ok = true
		case sqlite3.SQLITE_FUNCTION:
			ok = !slices.Contains(forbidden, strings.ToLower(second))
		case sqlite3.SQLITE_PRAGMA:
			name := strings.ToLower(first)
			ok = slices.Contains(harmless, name) && (name != "data_version" || second == "")
		}
		if ok {
			return sqlite3.SQLITE_OK
		}
		return sqlite3.SQLITE_DENY
	})
	return nil
}
