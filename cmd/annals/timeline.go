package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/render"
)

var timelineCommand = &command{
	name:  "timeline",
	short: "show or export the events, in the order of their dates",
	examples: `
annals timeline                                     everything, as a table
annals timeline --from 2025-08 --to 2025-09 --type meeting --type agreement
annals timeline --actor ministry --text tariff --modality planned
annals timeline --format csv -o events.csv          the format may also follow from the file's name`,
	long: `
Dates are EDTF (https://www.loc.gov/standards/datetime/) and may be partial: 2025, 2025-08, 2025-08-21. An event is
shown when it can have happened within the span; undated events are shown only where no span is asked for, at the
end. Several filters must all hold; of several values of one flag, any may.`,
	flags: func() []cli.Flag {
		return []cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "events that can have happened on or after this `DATE`"},
			&cli.StringFlag{Name: "to", Usage: "events that can have happened on or before this `DATE`"},
			&cli.StringSliceFlag{Name: "type", Aliases: []string{"t"}, Usage: "only this `TYPE`; may be repeated"},
			&cli.StringFlag{Name: "actor", Usage: "a part of the `NAME` of somebody who acted"},
			&cli.StringFlag{Name: "target", Usage: "a part of the `NAME` of somebody to whom it was done"},
			&cli.StringFlag{Name: "tag", Usage: "only events that have this `TAG`, given by annals tag"},
			&cli.BoolFlag{Name: "rejected", Usage: "also events that annals reject took out"},
			&cli.StringFlag{Name: "source", Usage: "a part of the article's `NAME`: path, address, title, outlet or key"},
			&cli.StringFlag{Name: "text", Usage: "`WORDS` of the source paragraph; \"in quotes\" as a phrase, tarif* for any ending"},
			&cli.StringSliceFlag{Name: "modality", Aliases: []string{"m"}, Usage: "only this `MODALITY`; may be repeated"},
			&cli.IntFlag{Name: "min-confidence", Usage: "only events at least this sure, `N` of 0 to 100"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "write this `FORMAT`"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` and not to standard output"},
			&cli.IntFlag{Name: "width", Usage: "columns of the table, `N`; otherwise those of the terminal"},
			&cli.BoolFlag{Name: "raw", Usage: "CSV cells as they are, unsafe in a spreadsheet where they begin with = + - @"},
		}
	},
	values: map[string][]string{"type": typeNames(), "modality": modalityNames(), "format": formatNames()},
	paged:  true,
	run:    showTimeline,
}

func showTimeline(e *env, ctx *cli.Context) error {
	q, err := query(ctx)
	if err != nil {
		return err
	}
	if w := ctx.Int("width"); w < 0 {
		return usagef("--width %d: a table cannot be narrower than nothing", w)
	}
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	t, err := db.Timeline(ctx.Context, q)
	if err != nil {
		return err
	}
	look := e.look(ctx.Int("width"))
	look.Raw = ctx.Bool("raw")
	format := formatFor(ctx.String("format"), ctx.String("output"))
	if path := ctx.String("output"); path != "" && path != "-" {
		look.Color = false
		return writeFile(path, func(w io.Writer) error { return format.Write(w, t, look) })
	}
	if len(t.Entries) == 0 && format.Name == "table" {
		fmt.Fprintln(e.err, "annals: no event is like that")
		return nil
	}
	return format.Write(e.out, t, look)
}

// query returns what the filter flags ask for.
func query(ctx *cli.Context) (store.Query, error) {
	q := store.Query{Actor: ctx.String("actor"), Source: ctx.String("source"), Text: ctx.String("text"), MinConfidence: ctx.Int("min-confidence"),
		Target: ctx.String("target"), Tag: ctx.String("tag"), Rejected: ctx.Bool("rejected")}
	if q.MinConfidence < 0 || q.MinConfidence > 100 {
		return q, usagef("--min-confidence %d: not between 0 and 100", q.MinConfidence)
	}
	for _, t := range ctx.StringSlice("type") {
		q.Types = append(q.Types, timeline.Type(t))
	}
	for _, m := range ctx.StringSlice("modality") {
		q.Modalities = append(q.Modalities, timeline.Modality(m))
	}
	var err error
	if q.From, _, err = bounds(ctx, "from"); err != nil {
		return q, err
	}
	if _, q.To, err = bounds(ctx, "to"); err != nil {
		return q, err
	}
	if q.From != 0 && q.To != 0 && q.From > q.To {
		return q, usagef("--from %s is after --to %s", ctx.String("from"), ctx.String("to"))
	}
	return q, nil
}

// bounds returns the first and last day of the date in a flag; zero days where the flag is not given.
func bounds(ctx *cli.Context, flag string) (first, last edtf.Day, err error) {
	given := ctx.String(flag)
	if given == "" {
		return 0, 0, nil
	}
	d, err := parseDate(given)
	if err != nil {
		return 0, 0, usagef("--%s: %v", flag, err)
	}
	first, last = d.Bounds()
	return first, last, nil
}

// parseDate reads a date that a person gives. Days of years beyond four digits have no place in the database, which
// orders days by their text.
func parseDate(s string) (edtf.Date, error) {
	d, err := edtf.Parse(s)
	if err != nil {
		return d, fmt.Errorf("not a date: %w", err)
	}
	first, last := d.Bounds()
	if first != 0 && first < edtf.DayOf(-9999, 1, 1) || last > edtf.DayOf(9999, 12, 31) {
		return d, fmt.Errorf("not a date that the database can keep: %q has years beyond four digits", s)
	}
	return d, nil
}

// formatFor returns the format that is named, else the one that the file's extension means, else the first.
func formatFor(name, path string) render.Format {
	ext := strings.TrimPrefix(filepath.Ext(path), ".")
	for _, f := range render.Formats {
		if f.Name == name || name == "" && ext != "" && f.Extension == ext {
			return f
		}
	}
	return render.Formats[0]
}

// writeFile writes the file whole or not at all: a reader never finds half of it.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("%s: %w", path, cause(err))
	}
	defer os.Remove(f.Name())
	err = write(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, cause(err))
	}
	return nil
}

// open opens the database for reading; what is not there is not made.
func (e *env) open(ctx *cli.Context) (*store.Store, error) {
	path := ctx.String("db")
	if _, err := os.Stat(path); err != nil {
		return nil, noDatabase(path, err)
	}
	return store.Open(ctx.Context, path, store.Options{ReadOnly: true})
}
