package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline/render"
)

var logCommand = &command{
	name:  "log",
	args:  "[KEY]",
	short: "list what people made of the events: verdicts, corrections, notes, tags",
	examples: `
annals log                    all, from the first
annals log k3v                one event`,
	long: `
Nothing is ever taken out of the log: what was undone stays, marked, and undoing is a line of its own.`,
	flags: widthFlag,
	max:   1,
	paged: true,
	run:   showLog,
}

var undoCommand = &command{
	name:  "undo",
	args:  "[KEY]",
	short: "take back the latest verdict, correction, note or tag",
	examples: `
annals undo                   the latest of all; again for the one before
annals undo k3v               the latest on one event`,
	flags: reasonFlag,
	max:   1,
	run:   undo,
}

var statusCommand = &command{
	name:  "status",
	short: "count the events that are reviewed, and those that are not",
	examples: `
annals status
annals status --db news.db`,
	long: `
"Gone" are events that somebody reviewed and that were not found any more when their article was read again; "in conflict"
those of which the rules then found something else than before, and than somebody had corrected it to. annals confirm,
reject and edit settle that; annals sql "select * from conflicts where not is_settled" lists it.`,
	flags: widthFlag,
	run:   showStatus,
}

func showLog(e *env, ctx *cli.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	acts, err := db.Log(ctx.Context, ctx.Args().First())
	if err != nil {
		return err
	}
	if key := ctx.Args().First(); key != "" && len(acts) == 0 {
		if _, err := db.Event(ctx.Context, key); err != nil {
			return err
		}
	}
	header := []string{"No.", "Event", "When", "Who", "Act", "Change", "Why"}
	var rows [][]string
	for _, a := range acts {
		when := ""
		if !a.By.At.IsZero() {
			when = a.By.At.Format(time.RFC3339)
		}
		rows = append(rows, []string{strconv.FormatInt(a.ID, 10), a.Event, when, a.By.Who, actName(a), actChange(a), a.By.Reason})
	}
	return render.Table(e.out, header, rows, e.look(ctx.Int("width")))
}

func actName(a store.Act) string {
	switch {
	case a.Undoes != 0:
		return fmt.Sprintf("undo %d", a.Undoes)
	case a.Undone:
		return a.Act + " (undone)"
	}
	return a.Act
}

// actChange says in a few words what became of the field.
func actChange(a store.Act) string {
	if a.Before == "" && a.Undoes == 0 && (a.Field == "note" || a.Field == "tag") {
		return a.After
	}
	return fmt.Sprintf("%s: %s → %s", a.Field, valueOf(a.Field, a.Before), valueOf(a.Field, a.After))
}

// valueOf returns a value of the field as a person reads it: of parties, their names.
func valueOf(field, value string) string {
	value = store.Names(field, value)
	if value == "" {
		return "none"
	}
	return value
}

func undo(e *env, ctx *cli.Context) error {
	return e.curate(ctx, func(db *store.Store, by store.By) error {
		a, err := db.Undo(ctx.Context, ctx.Args().First(), by)
		if err != nil {
			return err
		}
		fmt.Fprintf(e.out, "undone: %s of %s, %s\n", a.Act, a.Event, render.Plain(actChange(a)))
		return nil
	})
}

func showStatus(e *env, ctx *cli.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	n, err := db.Status(ctx.Context)
	if err != nil {
		return err
	}
	return render.Table(e.out, []string{"Unreviewed", "Confirmed", "Rejected", "Gone", "In conflict"},
		[][]string{{strconv.Itoa(n.Unreviewed), strconv.Itoa(n.Confirmed), strconv.Itoa(n.Rejected), strconv.Itoa(n.Gone), strconv.Itoa(n.Opposed)}},
		e.look(ctx.Int("width")))
}
