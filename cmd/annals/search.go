package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline"
	"annals/timeline/render"
)

var searchCommand = &command{
	name:  "search",
	args:  "WORD...",
	short: "find paragraphs by their words, with the events in them",
	examples: `
annals search port tariff                     paragraphs that have both words, the best first
annals search '"port tariff"' rul*            a phrase; a word with any ending
annals search --raw 'port NEAR tariff NOT ferry'`,
	long: `
Below each paragraph stand the events in it, with their keys. An event to which somebody gave words that its paragraph
has not is found by those too, and stands first. Where more than 10,000 paragraphs have the words, the newest ones come
first. With --raw the query is handed to SQLite as it is (https://www.sqlite.org/fts5.html#full_text_query_syntax).
Rejected events are left out.`,
	flags: func() []cli.Flag {
		return []cli.Flag{
			&cli.BoolFlag{Name: "raw", Usage: "the words are a query in the language of FTS5"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` paragraphs; otherwise 50"},
		}
	},
	min: 1, max: -1,
	paged: true,
	run:   search,
}

func search(e *env, ctx *cli.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	hits, err := db.Search(ctx.Context, strings.Join(ctx.Args().Slice(), " "), ctx.Int("limit"), ctx.Bool("raw"))
	if err != nil {
		return err
	}
	for _, h := range hits {
		if err := writeHit(e.out, h, e.look(0).Color); err != nil {
			return err
		}
	}
	return nil
}

// writeHit writes where a paragraph stands, some of its words, and the keys of its events.
func writeHit(w io.Writer, h store.Hit, color bool) error {
	from := h.Source.URL
	if from == "" {
		from = h.Source.Path
	}
	if day := h.Source.Published.String(); day != "" {
		from = day + "  " + from
	}
	words := found(h.Snippet, color)
	if h.Event != "" {
		words = "event " + h.Event + ": " + words
	}
	_, err := fmt.Fprintf(w, "%s, paragraph %d\n    %s\n", render.Plain(from), h.Paragraph, words)
	for _, e := range h.Events {
		if err == nil {
			_, err = fmt.Fprintf(w, "    %s  %s\n", e.Key, render.Plain(eventInBrief(e.Event)))
		}
	}
	return err
}

// eventInBrief tells an event's type and date, and how sure a fact it is where it is not.
func eventInBrief(e timeline.Event) string {
	brief := string(e.Type)
	if e.Modality != timeline.Actual {
		brief += " (" + string(e.Modality) + ")"
	}
	if when := render.When(e); when != "" {
		brief += ", " + when
	}
	return brief
}

// found makes the snippet harmless, and the words that were found bold where the terminal may have colour.
func found(snippet string, color bool) string {
	on, off := "", ""
	if color {
		on, off = "\x1b[1m", "\x1b[0m"
	}
	var b strings.Builder
	for i, part := range strings.Split(snippet, "\x02") {
		if i == 0 {
			b.WriteString(render.Plain(part))
			continue
		}
		word, rest, _ := strings.Cut(part, "\x03")
		b.WriteString(on + render.Plain(word) + off + render.Plain(rest))
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}
