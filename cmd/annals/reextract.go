package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline"
	"annals/timeline/extract"
	"annals/timeline/read"
	"annals/timeline/render"
)

var reextractCommand = &command{
	name:  "reextract",
	args:  "[KEY...]",
	short: "read the stored articles again with the rules of this version",
	examples: `
annals reextract --dry-run           what would change; nothing is changed
annals reextract                     all articles
annals reextract k3v                 one article, by its key or that of one of its events`,
	long: `
Each article is read again from its original bytes or, where they were not kept, from its stored paragraphs. Verdicts,
corrections, tags and notes stay. Each difference is a line:
  new        an event that was not found before
  gone       one that is found no longer, and that nobody had touched
  kept       one that is found no longer, and stays because somebody touched it
  changed    a field that has another value now
  conflict   likewise, but a person had corrected it: the correction stays. It is told each time until somebody confirms or
             rejects the event, or corrects the field again, and then no more unless the rules find a third value`,
	flags: func() []cli.Flag {
		return append([]cli.Flag{&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "report the differences and change nothing"}}, widthFlag()...)
	},
	max: -1,
	run: reextract,
}

// An again is one stored article, read again.
type again struct {
	key      string
	original store.Original
	stored   timeline.Article
	record   timeline.Record
	err      error
}

func reextract(e *env, ctx *cli.Context) error {
	openHow, dry := e.openToWrite, ctx.Bool("dry-run")
	if dry {
		openHow = e.open
	}
	db, err := openHow(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	keys, err := articleKeys(ctx, db)
	if err != nil {
		return err
	}
	var rows [][]string
	counts, failed := map[string]int{}, 0
	err = readAgain(ctx.Context, db, keys, (*again).extract, func(a *again) error {
		if a.err != nil {
			failed++
			fmt.Fprintln(e.err, "annals:", render.Plain(named(a.stored.Path, a.err)))
			return nil
		}
		all, err := db.Compare(ctx.Context, a.key, a.record)
		if err != nil {
			return err
		}
		for _, d := range all {
			counts[d.Kind]++
			rows = append(rows, differenceRow(d))
		}
		if !dry {
			_, err = db.Replace(ctx.Context, a.key, a.record, a.original)
		}
		return err
	})
	if len(rows) > 0 {
		if err := render.Table(e.out, []string{"Event", "What", "Field", "Was", "Now", "Corrected to"}, rows, e.look(ctx.Int("width"))); err != nil {
			return err
		}
	}
	fmt.Fprintln(e.err, tallyOf(len(keys), failed, counts, dry))
	if err == nil && failed > 0 {
		return errReported
	}
	return err
}

// articleKeys returns the articles that the arguments name, each once, or all.
func articleKeys(ctx *cli.Context, db *store.Store) ([]string, error) {
	if ctx.NArg() == 0 {
		return db.ArticleKeys(ctx.Context)
	}
	var out []string
	for _, arg := range ctx.Args().Slice() {
		key, err := db.ArticleKey(ctx.Context, arg)
		if err != nil {
			return nil, err
		}
		if !contains(out, key) {
			out = append(out, key)
		}
	}
	return out, nil
}

func differenceRow(d store.Difference) []string {
	value := func(v string) string {
		if d.Field == "" {
			return v
		}
		return store.Names(d.Field, v)
	}
	return []string{d.Event, d.Kind, d.Field, value(d.Was), value(d.Now), value(d.Said)}
}

func tallyOf(articles, failed int, counts map[string]int, dry bool) string {
	var parts []string
	for _, kind := range []string{store.IsNew, store.IsGone, store.IsKept, store.Changed, store.Conflict} {
		parts = append(parts, fmt.Sprintf("%d %s", counts[kind], kind))
	}
	s := fmt.Sprintf("articles: %d read again, %d failed; differences: %s", articles-failed, failed, strings.Join(parts, ", "))
	if dry {
		s += "; nothing was changed"
	}
	return s
}

// readAgain does something to stored articles, to as many at once as there are processors, and hands them to then one
// after the other in the order of keys.
func readAgain(ctx context.Context, db *store.Store, keys []string, do, then func(*again) error) error {
	most := 8 * runtime.GOMAXPROCS(0) // bounds the memory
	for len(keys) > 0 {
		n := min(most, len(keys))
		all := make([]*again, n)
		for i, key := range keys[:n] {
			a, err := stored(ctx, db, key)
			if err != nil {
				return err
			}
			all[i] = a
		}
		var busy sync.WaitGroup
		gate := make(chan struct{}, runtime.GOMAXPROCS(0))
		for _, a := range all {
			busy.Go(func() {
				gate <- struct{}{}
				defer func() { <-gate }()
				a.guarded(do)
			})
		}
		busy.Wait()
		for _, a := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := then(a); err != nil {
				return err
			}
		}
		keys = keys[n:]
	}
	return nil
}

// stored fetches an article with its original. Without one, its paragraphs must do; a damaged one is the article's
// own error.
func stored(ctx context.Context, db *store.Store, key string) (*again, error) {
	a := &again{key: key}
	var err error
	if a.stored, err = db.Article(ctx, key); err != nil {
		return nil, err
	}
	a.original, a.err = db.Original(ctx, key)
	if errors.Is(a.err, store.ErrNotFound) {
		a.err = nil
	}
	return a, ctx.Err()
}

// guarded does something to the article. A defect that one article brings to light is that article's error.
func (a *again) guarded(do func(*again) error) {
	defer func() {
		if r := recover(); r != nil {
			a.err = fmt.Errorf("a defect of annals, please report it with the article: %v", r)
		}
	}()
	if a.err == nil {
		a.err = do(a)
	}
}

// extract reads the article again and extracts its events.
func (a *again) extract() error {
	if err := a.reread(); err != nil {
		return err
	}
	a.record = extract.Record(a.record.Article)
	return nil
}

// reread reads the original bytes, with what the user had said of the article when it was added; without an original
// the stored paragraphs must do. The store does not tell which of address, title and day came from a flag; an
// address stays, for the keys are made of it, and so does a title or day that the bytes alone do not give.
func (a *again) reread() error {
	if a.original.Data == nil {
		a.record.Article = a.stored
		return nil
	}
	o := read.Options{Path: a.stored.Path, URL: a.stored.URL, Undated: true}
	if a.stored.PublishedFrom == "flag" {
		o.Published = a.stored.Published
	}
	article, err := read.Article(a.original.Data, o)
	if err == nil && article.Title == "" && a.stored.Title != "" {
		o.Title = a.stored.Title
		article, err = read.Article(a.original.Data, o)
	}
	a.record.Article = article
	return err
}
