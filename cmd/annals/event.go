package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/render"
)

var eventCommand = &command{
	name:  "event",
	args:  "add",
	short: "add an event that no rule found",
	examples: `
annals event add --source k3v --paragraph 4 --trigger "shook hands" --type agreement --date 2025-08-21 --actor "Port Union"
annals event add --url https://example.org/news/quay --text "The quay opened on 3 May." --trigger opened --type order`,
	long: `
--source names an article of the database by its key or that of one of its events. Without --paragraph, the first
paragraph that has the trigger is taken. An event of an article that is not in the database takes --url and --text, the
paragraph that tells of it. The new event's key is written. It stays when the article is read again; annals undo takes
it out.`,
	flags: func() []cli.Flag {
		return append([]cli.Flag{
			&cli.StringFlag{Name: "source", Usage: "the `KEY` of the article that tells of it"},
			&cli.IntFlag{Name: "paragraph", Value: -1, Usage: "the `NUMBER` of its paragraph, counted from 0"},
			&cli.StringFlag{Name: "url", Usage: "the address `URL` of an article that is not in the database"},
			&cli.StringFlag{Name: "text", Usage: "the `PARAGRAPH` of that article"},
			&cli.StringFlag{Name: "title", Usage: "the headline `TEXT` of that article"},
			&cli.StringFlag{Name: "published", Usage: "the `DAY` on which that article was published"},
			&cli.StringFlag{Name: "trigger", Usage: "the `WORDS` that name the event, as the paragraph has them"},
			&cli.StringFlag{Name: "type", Aliases: []string{"t"}, Usage: "it is of this `TYPE`"},
			&cli.StringFlag{Name: "date", Usage: "it happened on this `DATE`"},
			&cli.StringFlag{Name: "modality", Usage: "it has this `MODALITY`; otherwise actual"},
			&cli.StringFlag{Name: "what", Usage: "what happened, `TEXT`; otherwise the sentence of the trigger"},
			&cli.StringSliceFlag{Name: "actor", Usage: "the `NAME` of somebody who did it; may be repeated"},
			&cli.StringSliceFlag{Name: "target", Usage: "the `NAME` of somebody to whom it was done; may be repeated"},
		}, reasonFlag()...)
	},
	values: map[string][]string{"type": typeNames(), "modality": modalityNames()},
	min:    1, max: 1,
	run: addEvent,
}

func addEvent(e *env, ctx *cli.Context) error {
	f, err := eventByHand(ctx)
	if err != nil {
		return err
	}
	return e.curate(ctx, func(db *store.Store, by store.By) error {
		article, err := articleByHand(ctx, db, by.At)
		if err != nil {
			return err
		}
		if err := placeTrigger(ctx, db, article, &f); err != nil {
			return err
		}
		key, err := db.AddEvent(ctx.Context, article, f, by)
		if err == nil {
			fmt.Fprintln(e.out, key)
		}
		return err
	})
}

// eventByHand returns the event as the flags tell it, without its place.
func eventByHand(ctx *cli.Context) (timeline.Finding, error) {
	var f timeline.Finding
	switch {
	case ctx.Args().First() != "add":
		return f, usagef("event: no %q; see annals event --help", ctx.Args().First())
	case strings.TrimSpace(ctx.String("trigger")) == "":
		return f, usagef("event add: --trigger is missing: the words that name the event")
	case ctx.String("type") == "":
		return f, usagef("event add: --type is missing")
	case (ctx.String("source") == "") == (ctx.String("url") == ""):
		return f, usagef("event add: say where it is told, with either --source or --url")
	case ctx.String("url") != "" && ctx.String("text") == "":
		return f, usagef("event add: --url needs --text, the paragraph that tells of it")
	}
	f.Type, f.Trigger = timeline.Type(ctx.String("type")), ctx.String("trigger")
	f.Modality, f.Basis, f.Confidence = timeline.Actual, timeline.NoBasis, 100
	if ctx.IsSet("modality") {
		f.Modality = timeline.Modality(ctx.String("modality"))
	}
	f.Clause = ctx.String("what")
	f.Actors = renamed(ctx.StringSlice("actor"), nil, timeline.Agent)
	f.Targets = renamed(ctx.StringSlice("target"), nil, timeline.Target)
	f.Grounds = timeline.Grounds{Entry: "none: a person added it"}
	if date := ctx.String("date"); date != "" {
		d, err := parseDate(date)
		if err != nil {
			return f, usagef("--date: %v", err)
		}
		f.Date = d
		f.Earliest, f.Latest = d.Bounds()
		f.Grounds.Date = "a person gave the date"
	}
	return f, nil
}

// articleByHand returns the key of the article that tells of the event. One that the database has not is stored with
// the one paragraph that the user gives; annals add of the whole article takes its place later, and keeps the event.
func articleByHand(ctx *cli.Context, db *store.Store, now time.Time) (string, error) {
	if key := ctx.String("source"); key != "" {
		return db.ArticleKey(ctx.Context, key)
	}
	words := strings.TrimSpace(ctx.String("text"))
	a := timeline.Article{Path: ctx.String("url"), URL: ctx.String("url"), Title: ctx.String("title"), MediaType: "text/plain",
		Paragraphs: []string{words}, Places: []timeline.Span{{Start: 0, End: len(words)}}}
	if day := ctx.String("published"); day != "" {
		var err error
		if a.Published, err = edtf.ParseDay(day); err != nil {
			return "", usagef("--published %s: not a day; write it as 2025-09-12", day)
		}
		a.PublishedFrom = "flag"
	}
	if key, err := db.ArticleKey(ctx.Context, a.Key()); err == nil {
		return "", fmt.Errorf("%s: the database has this article already; use --source %s", render.Plain(a.URL), key)
	}
	_, err := db.Put(ctx.Context, timeline.Record{Article: a, Kinds: []string{"body"}},
		store.Original{Data: []byte(words), MediaType: a.MediaType, Obtained: "typed", At: now})
	return a.Key(), err
}

// placeTrigger finds the words of the trigger in the article.
func placeTrigger(ctx *cli.Context, db *store.Store, article string, f *timeline.Finding) error {
	a, err := db.Article(ctx.Context, article)
	if err != nil {
		return err
	}
	only := ctx.Int("paragraph")
	if ctx.IsSet("paragraph") && (only < 0 || only >= len(a.Paragraphs)) {
		return fmt.Errorf("article %s has %d paragraphs, counted from 0, and no paragraph %d", article, len(a.Paragraphs), only)
	}
	for i, words := range a.Paragraphs {
		if at := strings.Index(words, f.Trigger); at >= 0 && (!ctx.IsSet("paragraph") || i == only) {
			f.Para, f.At = i, timeline.Span{Start: at, End: at + len(f.Trigger)}
			f.Grounds.Sentence = sentenceAround(words, f.At)
			if f.Clause == "" {
				f.Clause = f.Grounds.Sentence
			}
			return nil
		}
	}
	return fmt.Errorf("article %s does not have the words %q there; give them exactly as it has them", article, f.Trigger)
}
