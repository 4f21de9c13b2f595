package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline/read"
	"annals/timeline/render"
)

var addCommand = &command{
	name:  "add",
	args:  "PATH|DIR|-...",
	short: "read articles, extract their events, store them",
	examples: `
annals add article.txt                              one article into annals.db
annals add --db news.db articles/ more/*.html       a pile
annals add --published 2025-09-12 memo.txt          when the article does not say its date
curl -s https://example.org/a | annals add --url https://example.org/a -`,
	long: `
Reads plain text, Markdown and HTML. A text may begin with a block of "published:", "url:" and "title:" lines.
An article that is there already, unchanged, changes nothing; a changed one replaces its events. A file that
cannot be read is reported and skipped, and the exit code is 1. Interrupted, the pile is stored up to a whole
article; run the same command again to finish it.`,
	flags: pileFlags,
	min:   1, max: -1,
	run: add,
}

// A tally counts what became of the articles of a pile.
type tally struct {
	outcomes map[store.Outcome]int
	failed   int
	events   int
}

func add(e *env, ctx *cli.Context) error {
	paths := files(ctx.Args().Slice())
	o, err := overrides(ctx, paths)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fmt.Errorf("%s: no file that annals can read; it reads %s", ctx.Args().First(), readableExtensions())
	}
	db, err := store.Open(ctx.Context, ctx.String("db"), store.Options{})
	if err != nil {
		return err
	}
	defer db.Close()
	bar := e.progress(len(paths))
	count := tally{outcomes: map[store.Outcome]int{}}
	err = e.readAll(ctx.Context, paths, o, func(j *job) error {
		defer bar.Add(1) //nolint:errcheck // a progress bar that cannot be drawn is no loss
		return e.put(ctx, db, j, &count, bar)
	})
	_ = bar.Finish()
	fmt.Fprintln(e.err, count.String())
	if err == nil {
		err = db.Close()
	}
	if err == nil && count.failed > 0 {
		return errReported
	}
	return err
}

// put stores one article, or reports why it cannot be.
func (e *env) put(ctx *cli.Context, db *store.Store, j *job, count *tally, bar *progressbar.ProgressBar) error {
	if j.err != nil {
		count.failed++
		e.report(bar, named(j.path, j.err))
		return nil
	}
	from := "file"
	if j.path == "-" {
		from = "standard input"
	}
	outcome, err := db.Put(ctx.Context, j.record, store.Original{
		Data: j.data, MediaType: j.record.Article.MediaType, Obtained: from, At: e.now().UTC().Truncate(time.Second),
	})
	if err != nil {
		return fmt.Errorf("%s: %w", j.path, err)
	}
	count.outcomes[outcome]++
	if outcome != store.Unchanged {
		count.events += len(j.record.Findings)
	}
	if outcome == store.Replaced {
		e.report(bar, j.path+": changed since it was added, its events are replaced")
	}
	return nil
}

// report writes a message on a line of its own, above the progress bar.
func (e *env) report(bar *progressbar.ProgressBar, message string) {
	_ = bar.Clear()
	fmt.Fprintln(e.err, "annals:", render.Plain(message))
}

// progress returns a bar on standard error, or one that shows nothing where no person watches or there is nothing to
// wait for.
func (e *env) progress(n int) *progressbar.ProgressBar {
	to := e.err
	if !e.errTerm || n < 2 {
		to = io.Discard
	}
	return progressbar.NewOptions(n,
		progressbar.OptionSetWriter(to),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(100*time.Millisecond),
	)
}

func (t tally) String() string {
	var parts []string
	for _, o := range []store.Outcome{store.Added, store.Replaced, store.Unchanged} {
		if n := t.outcomes[o]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, o))
		}
	}
	if t.failed > 0 {
		parts = append(parts, fmt.Sprintf("%d failed", t.failed))
	}
	if len(parts) == 0 {
		parts = []string{"none"}
	}
	return fmt.Sprintf("articles: %s; %d events stored", strings.Join(parts, ", "), t.events)
}

func readableExtensions() string {
	var all []string
	for _, f := range read.Formats {
		for _, e := range f.Extensions {
			all = append(all, "."+strings.TrimPrefix(e, "."))
		}
	}
	return strings.Join(all, ", ")
}
