package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline/render"
)

var sqlCommand = &command{
	name:  "sql",
	args:  "QUERY|-",
	short: "ask the database in SQL; nothing can be written",
	examples: `
annals sql 'select * from timeline limit 10'
annals sql "select type, count(*) as events from events group by type order by 2 desc"
annals sql --format csv 'select * from timeline' > timeline.csv
annals sql - < report.sql`,
	long: `
The tables and views are told in the README, and by: annals sql "select name, sql from sqlite_schema".
Any program that reads SQLite can open the file too.`,
	flags: func() []cli.Flag {
		return append([]cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "write this `FORMAT`"},
			&cli.BoolFlag{Name: "raw", Usage: "CSV cells as they are, unsafe in a spreadsheet where they begin with = + - @"},
		}, widthFlag()...)
	},
	values: map[string][]string{"format": {"table", "csv", "json"}},
	min:    1, max: 1,
	paged: true,
	run:   ask,
}

func ask(e *env, ctx *cli.Context) error {
	path, text := ctx.String("db"), ctx.Args().First()
	if _, err := os.Stat(path); err != nil {
		return noDatabase(path, err)
	}
	if text == "-" {
		b, err := io.ReadAll(io.LimitReader(e.in, 1<<20))
		if err != nil {
			return fmt.Errorf("standard input: %w", err)
		}
		text = string(b)
	}
	columns, rows, err := store.SQL(ctx.Context, path, text, store.Limits{})
	if err != nil {
		return err
	}
	switch ctx.String("format") {
	case "csv":
		return writeCSV(e.out, columns, cells(rows, ""), ctx.Bool("raw"))
	case "json":
		return writeJSON(e.out, columns, rows)
	}
	return render.Table(e.out, columns, cells(rows, "NULL"), e.look(ctx.Int("width")))
}

// cells returns the values as text. A real number keeps the digits that SQLite would print.
func cells(rows [][]any, null string) [][]string {
	out := make([][]string, len(rows))
	for i, row := range rows {
		out[i] = make([]string, len(row))
		for k, v := range row {
			switch v := v.(type) {
			case nil:
				out[i][k] = null
			case []byte:
				out[i][k] = string(v)
			case float64:
				out[i][k] = strconv.FormatFloat(v, 'g', 15, 64)
			default:
				out[i][k] = fmt.Sprint(v)
			}
		}
	}
	return out
}

// writeCSV writes RFC 4180. A spreadsheet runs a cell that begins like a formula, so such a text gets an apostrophe
// before it; a number does not, for minus one is no formula.
func writeCSV(w io.Writer, columns []string, rows [][]string, raw bool) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, row := range rows {
		for k, c := range row {
			if _, err := strconv.ParseFloat(c, 64); err != nil && !raw && formula(c) {
				row[k] = "'" + c
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func formula(cell string) bool {
	if cell == "" {
		return false
	}
	switch cell[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return true
	}
	return false
}

// writeJSON writes an array of objects, an object a line, its members in the order of the columns.
func writeJSON(w io.Writer, columns []string, rows [][]any) error {
	b := []byte("[")
	for i, row := range rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, "\n{"...)
		for k, v := range row {
			if k > 0 {
				b = append(b, ',')
			}
			if bytes, ok := v.([]byte); ok {
				v = string(bytes)
			}
			name, _ := json.Marshal(columns[k])
			value, err := json.Marshal(v)
			if err != nil { // an infinite real has no JSON
				value = []byte("null")
			}
			b = append(append(append(b, name...), ':'), value...)
		}
		b = append(b, '}')
	}
	_, err := w.Write(append(b, "\n]\n"...))
	return err
}

func noDatabase(path string, err error) error {
	return fmt.Errorf("%s: %w; annals add makes a database, --db FILE or $ANNALS_DB names another", path, cause(err))
}
