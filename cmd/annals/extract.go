package main

import (
	"bufio"
	"fmt"

	"github.com/urfave/cli/v2"

	"annals/timeline/render"
)

var extractCommand = &command{
	name:  "extract",
	args:  "PATH|DIR|-...",
	short: "extract without a database: one JSON object an article on standard output",
	examples: `
annals extract article.txt | jq .events
annals extract articles/ > events.jsonl`,
	long: `
Each object has the article's paragraphs, its events, its time expressions and the grounds of each. Offsets count
Unicode code points; an event's "target" selects its sentence as W3C Web Annotations do. Articles come in the order of the arguments.`,
	flags: pileFlags,
	min:   1, max: -1,
	run: extractOnly,
}

func extractOnly(e *env, ctx *cli.Context) error {
	paths := files(ctx.Args().Slice())
	o, err := overrides(ctx, paths)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fmt.Errorf("%s: no file that annals can read; it reads %s", ctx.Args().First(), readableExtensions())
	}
	out := bufio.NewWriter(e.out)
	failed := false
	err = e.readAll(ctx.Context, paths, o, func(j *job) error {
		if j.err != nil {
			failed = true
			fmt.Fprintln(e.err, "annals:", render.Plain(named(j.path, j.err)))
			return nil
		}
		return render.Record(out, j.record)
	})
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err == nil && failed {
		return errReported
	}
	return err
}
