package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"annals/store"
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
With --raw the query is handed to SQLite as it is (https://www.sqlite.org/fts5.html#full_text_query_syntax).
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
	_, err := fmt.Fprintf(w, "%s, paragraph %d\n    %s\n", render.Plain(from), h.Paragraph, found(h.Snippet, color))
	if err == nil && len(h.Events) > 0 {
		_, err = fmt.Fprintf(w, "    events: %s\n", strings.Join(h.Events, " "))
	}
	return err
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
