package main

import (
	"fmt"
	"strconv"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline"
	"annals/timeline/render"
)

var verifyCommand = &command{
	name:  "verify",
	args:  "[KEY...]",
	short: "look up what each event quotes in the original of its article",
	examples: `
annals verify                says what does not stand where it should; exits 0 where all does
annals verify k3v            one article, by its key or that of one of its events`,
	long: `
The original bytes are read again, and the paragraph and the words of each event are looked for in them:
  moved      the paragraph is there, word for word, but at another place
  changed    something else stands at its place
  gone       nothing does, or no original was kept
What is changed or gone makes the exit code 1. Nothing is corrected by guess; annals reextract reads the articles anew.`,
	flags: widthFlag,
	max:   -1,
	run:   verify,
}

func verify(e *env, ctx *cli.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	keys, err := articleKeys(ctx, db)
	if err != nil {
		return err
	}
	counts, unread := map[store.Standing]int{}, 0
	var rows [][]string
	err = readAgain(ctx.Context, db, keys, (*again).reread, func(a *again) error {
		var today *timeline.Article
		switch {
		case a.err != nil:
			unread++
			fmt.Fprintln(e.err, "annals:", render.Plain(named(a.stored.Path, a.err)))
		case a.original.Data != nil:
			today = &a.record.Article
		}
		all, err := db.Verify(ctx.Context, a.key, today)
		for _, q := range all {
			counts[q.Standing]++
			if q.Standing != store.Same {
				rows = append(rows, []string{q.Event, string(q.Standing), strconv.Itoa(q.Paragraph), q.Trigger, q.Why})
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		if err := render.Table(e.out, []string{"Event", "Standing", "¶", "Trigger", "Why"}, rows, e.look(ctx.Int("width"))); err != nil {
			return err
		}
	}
	fmt.Fprintf(e.err, "events: %d same, %d moved, %d changed, %d gone\n",
		counts[store.Same], counts[store.Moved], counts[store.Altered], counts[store.Gone])
	if unread+counts[store.Altered]+counts[store.Gone] > 0 {
		return errReported
	}
	return nil
}
