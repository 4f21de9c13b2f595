package main

import (
	"context"
	"fmt"
	"os"
	"os/user"
	"time"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline/render"
)

var confirmCommand = &command{
	name:  "confirm",
	args:  "KEY...",
	short: "say that events are right as they stand",
	examples: `
annals confirm k3v9t0w2hx                     the key is in the timeline; its beginning is enough
annals confirm k3v m20 -m "read the ruling"   several, with the reason for the log`,
	long:  verdictHelp,
	flags: reasonFlag,
	min:   1, max: -1,
	run: onEach((*store.Store).Confirm),
}

var rejectCommand = &command{
	name:  "reject",
	args:  "KEY...",
	short: "take events out of the timeline",
	examples: `
annals reject k3v -m "a film plot, no event"
annals reject k3v m20 x7p`,
	long:  verdictHelp,
	flags: reasonFlag,
	min:   1, max: -1,
	run: onEach((*store.Store).Reject),
}

var restoreCommand = &command{
	name:  "restore",
	args:  "KEY...",
	short: "take a verdict back, so that events are unreviewed again",
	examples: `
annals restore k3v                            after annals reject or annals confirm
annals restore k3v -m "it did happen"`,
	long:  verdictHelp,
	flags: reasonFlag,
	min:   1, max: -1,
	run: onEach((*store.Store).Restore),
}

const verdictHelp = `
A key that cannot be found is reported, the others are done, and the exit code is 1. Verdicts stay when the article
is read again. annals log shows who gave them (annals takes $ANNALS_USER, else your login name), and annals undo takes
back the latest.`

var noteCommand = &command{
	name:  "note",
	args:  "KEY TEXT",
	short: "add a remark to an event",
	examples: `
annals note k3v "the gazette has another date"
annals log k3v                                notes are in the log`,
	min: 2, max: 2,
	run: func(e *env, ctx *cli.Context) error {
		return e.curate(ctx, func(db *store.Store, by store.By) error {
			return db.Note(ctx.Context, ctx.Args().Get(0), ctx.Args().Get(1), by)
		})
	},
}

var tagCommand = &command{
	name:  "tag",
	args:  "TAG KEY...",
	short: "give events a tag",
	examples: `
annals tag brief k3v m20
annals sql "select t.* from timeline t join events e using (key) join tags g on g.event_id = e.id where g.tag = 'brief'"`,
	flags: reasonFlag,
	min:   2, max: -1,
	run: tagEach((*store.Store).Tag),
}

var untagCommand = &command{
	name:  "untag",
	args:  "TAG KEY...",
	short: "take a tag off events",
	examples: `
annals untag brief k3v`,
	flags: reasonFlag,
	min:   2, max: -1,
	run: tagEach((*store.Store).Untag),
}

func reasonFlag() []cli.Flag {
	return []cli.Flag{&cli.StringFlag{Name: "reason", Aliases: []string{"m"}, Usage: "`WHY`, for the log"}}
}

// onEach returns a command that does one thing to every event that its arguments name.
func onEach(do func(*store.Store, context.Context, string, store.By) error) func(*env, *cli.Context) error {
	return func(e *env, ctx *cli.Context) error {
		return e.curateEach(ctx, ctx.Args().Slice(), func(db *store.Store, key string, by store.By) error {
			return do(db, ctx.Context, key, by)
		})
	}
}

// tagEach is onEach for a command whose first argument is a tag.
func tagEach(do func(*store.Store, context.Context, string, string, store.By) error) func(*env, *cli.Context) error {
	return func(e *env, ctx *cli.Context) error {
		tag := ctx.Args().First()
		return e.curateEach(ctx, ctx.Args().Tail(), func(db *store.Store, key string, by store.By) error {
			return do(db, ctx.Context, key, tag, by)
		})
	}
}

// curateEach does something to every key. One that fails is reported, and the others are done.
func (e *env) curateEach(ctx *cli.Context, keys []string, do func(*store.Store, string, store.By) error) error {
	return e.curate(ctx, func(db *store.Store, by store.By) error {
		var failed error
		for _, key := range keys {
			if err := ctx.Context.Err(); err != nil {
				return err
			}
			if err := do(db, key, by); err != nil {
				fmt.Fprintln(e.err, "annals:", render.Plain(err.Error()))
				failed = errReported
			}
		}
		return failed
	})
}

// curate opens the database for writing, and does something to it in the name of the user, at the present second.
func (e *env) curate(ctx *cli.Context, do func(*store.Store, store.By) error) error {
	db, err := e.openToWrite(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	by := store.By{Who: e.who(), Reason: ctx.String("reason"), At: e.now().UTC().Truncate(time.Second)}
	if err := do(db, by); err != nil {
		return err
	}
	return db.Close()
}

// openToWrite opens the database for changes; what is not there is not made.
func (e *env) openToWrite(ctx *cli.Context) (*store.Store, error) {
	path := ctx.String("db")
	if _, err := os.Stat(path); err != nil {
		return nil, noDatabase(path, err)
	}
	return store.Open(ctx.Context, path, store.Options{})
}

// who returns the name under which the log keeps what the user does.
func (e *env) who() string {
	if name := e.getenv("ANNALS_USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return e.getenv("USER")
}
