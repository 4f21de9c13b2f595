package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline"
	"annals/timeline/prose"
)

var mergeCommand = &command{
	name:  "merge",
	args:  "KEY KEY...",
	short: "say that events are one: the first stays in the timeline",
	examples: `
annals merge k3v m20                 m20 is another telling of k3v
annals merge k3v m20 x7p -m "one meeting, three reports"`,
	long: `
The others leave the timeline; annals show of the first names them, with their articles. They stay merged when the
articles are read again. annals split takes them apart.`,
	flags: reasonFlag,
	min:   2, max: -1,
	run: func(e *env, ctx *cli.Context) error {
		return e.curate(ctx, func(db *store.Store, by store.By) error {
			return db.Merge(ctx.Context, ctx.Args().First(), ctx.Args().Tail(), by)
		})
	},
}

var splitCommand = &command{
	name:  "split",
	args:  "KEY",
	short: "take merged events apart, or make each place that tells of one an event",
	examples: `
annals split k3v                     what was merged into k3v, or k3v itself, stands in the timeline again
annals split k3v -m "two votes on one day"`,
	long: `
Where nothing was merged, each further place of the article that tells of the event ("Told again" in annals show)
becomes an event by hand, with its date and parties, for annals edit to correct. The keys of the events that stand for
themselves now are written, a line each.`,
	flags: reasonFlag,
	min:   1, max: 1,
	run: func(e *env, ctx *cli.Context) error {
		return e.curate(ctx, func(db *store.Store, by store.By) error {
			keys, err := db.Split(ctx.Context, ctx.Args().First(), sentenceAround, by)
			for _, key := range keys {
				fmt.Fprintln(e.out, key)
			}
			return err
		})
	},
}

// sentenceAround returns the sentence of the paragraph that holds the place.
func sentenceAround(paragraph string, at timeline.Span) string {
	for _, s := range prose.Sentences(paragraph) {
		if s.Start <= at.Start && at.Start < s.End {
			return strings.TrimSpace(paragraph[s.Start:s.End])
		}
	}
	return strings.TrimSpace(paragraph)
}
