package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"annals/timeline/prose"
	"annals/timeline/read"
)

var parseCommand = &command{
	name:  "parse",
	args:  "FILE",
	short: "show how the English of an article is read, for debugging",
	examples: `
annals parse article.txt                    # words with tags, names, phrases, verbs, quotations`,
	long: `
A view for those who look for a mistake; its form may change with every version.`,
	min: 1, max: 1,
	hidden: true,
	paged:  true,
	run:    parse,
}

func parse(e *env, ctx *cli.Context) error {
	path := ctx.Args().First()
	data, err := e.slurp(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	a, err := read.Article(data, read.Options{Path: path, Undated: true})
	if err != nil {
		return err
	}
	return prose.Read(a.Paragraphs).Dump(e.out)
}
