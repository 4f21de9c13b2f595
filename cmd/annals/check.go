package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline/render"
)

var checkCommand = &command{
	name:  "check",
	short: "look for damage in the database",
	examples: `
annals check                  says nothing and exits 0 where nothing is wrong
annals check --db news.db`,
	long: `
Checks the structure of the file, its references, its full-text index, and that each event's words stand where they
should. What is wrong is a line each, and the exit code is 1. Nothing is repaired: go back to a copy that annals backup
made, or add the articles to a new database.`,
	run: checkDatabase,
}

var backupCommand = &command{
	name:  "backup",
	args:  "FILE",
	short: "copy the database to a new file, though it may be in use",
	examples: `
annals backup monday.db
annals backup --db news.db "news-$(date +%F).db"`,
	long: `
The copy is a database of its own, whole and compact. A file that is there already is not touched.`,
	min: 1, max: 1,
	run: backup,
}

func checkDatabase(e *env, ctx *cli.Context) error {
	db, err := e.openToWrite(ctx) // SQLite checks a full-text index for writers only
	if errors.Is(err, store.ErrUnwritable) {
		fmt.Fprintln(e.err, "annals: the full-text indexes are not checked, for that takes the right to write to the database")
		db, err = e.open(ctx)
	}
	if err != nil {
		return err
	}
	defer db.Close()
	wrong, err := db.Check(ctx.Context)
	if err != nil {
		return err
	}
	for _, l := range wrong {
		fmt.Fprintln(e.out, render.Plain(l))
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%s: not whole; add the articles to a new database, or go back to a backup", ctx.String("db"))
	}
	return nil
}

func backup(e *env, ctx *cli.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	err = db.Backup(ctx.Context, ctx.Args().First())
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w; name a new one", err)
	}
	return err
}
