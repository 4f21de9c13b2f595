package main

import (
	"io"

	"github.com/urfave/cli/v2"

	"annals/timeline"
	"annals/timeline/render"
)

var showCommand = &command{
	name:  "show",
	args:  "KEY",
	short: "show one event in full, with its source paragraph",
	examples: `
annals show k3v9t0w2hx        the key is in the timeline
annals show k3v               its beginning is enough where no other begins so
annals show --format json k3v | jq .target
annals show --format json k3v | jq .review.corrections`,
	long: `
In JSON, "target" tells where the event stands as W3C Web Annotations do: a TextQuoteSelector and a TextPositionSelector
of its sentence, in the text of the article, which is its paragraphs parted by a blank line. "review" tells what people
made of the event, as far as it holds: verdict, tags, notes, corrections, and conflicts, which are corrections that the
rules oppose since.`,
	flags: func() []cli.Flag {
		return append([]cli.Flag{&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "write this `FORMAT`"}}, widthFlag()...)
	},
	values: map[string][]string{"format": {"text", "json"}},
	min:    1, max: 1,
	paged: true,
	run:   oneEvent(render.Detail, false),
}

var whyCommand = &command{
	name:  "why",
	args:  "KEY",
	short: "show how an event was found, dated and cast",
	examples: `
annals why k3v9t0w2hx         the words, rules and anchor behind every field
annals why k3v`,
	long: `
It tells of the event as the rules found it. What people made of it since, also what they took back, stands below.`,
	flags: widthFlag,
	min:   1, max: 1,
	paged: true,
	run:   oneEvent(render.Why, true),
}

func widthFlag() []cli.Flag {
	return []cli.Flag{&cli.IntFlag{Name: "width", Usage: "columns to fill, `N`; otherwise those of the terminal"}}
}

// oneEvent returns a command that writes the event which its argument names, and what people made of it, with or
// without what was undone.
func oneEvent(write func(io.Writer, timeline.Detail, render.Options) error, history bool) func(*env, *cli.Context) error {
	return func(e *env, ctx *cli.Context) error {
		db, err := e.open(ctx)
		if err != nil {
			return err
		}
		defer db.Close()
		event := db.Event
		if history { // how it was found is told of what was found
			event = db.Found
		}
		d, err := event(ctx.Context, ctx.Args().First())
		if err != nil {
			return err
		}
		review, err := db.Review(ctx.Context, d.Key)
		if err != nil {
			return err
		}
		if ctx.String("format") == "json" {
			article, err := db.Article(ctx.Context, d.Source.Key)
			if err != nil {
				return err
			}
			return render.DetailJSON(e.out, d, article, reviewJSON(review))
		}
		look := e.look(ctx.Int("width"))
		if err := write(e.out, d, look); err != nil {
			return err
		}
		return writeReview(e.out, review, history, look)
	}
}
