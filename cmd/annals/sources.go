package main

import (
	"strconv"

	"github.com/urfave/cli/v2"

	"annals/timeline/render"
)

var sourcesCommand = &command{
	name:  "sources",
	short: "list the articles, with their dates and what they gave",
	examples: `
annals sources
annals sources --db news.db --width 80`,
	long: `
"Dated by" says what told the date of publication: the article's header, a flag, its metadata, its address.`,
	flags: widthFlag,
	paged: true,
	run:   listSources,
}

func listSources(e *env, ctx *cli.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	sources, err := db.Sources(ctx.Context)
	if err != nil {
		return err
	}
	header := []string{"Key", "Published", "Dated by", "Events", "Undated", "Title", "Source"}
	var rows [][]string
	for _, s := range sources {
		from := s.URL
		if from == "" {
			from = s.Path
		}
		rows = append(rows, []string{s.Key, s.Published.String(), s.PublishedFrom, strconv.Itoa(s.Events), strconv.Itoa(s.Undated), s.Title, from})
	}
	return render.Table(e.out, header, rows, e.look(ctx.Int("width")))
}
