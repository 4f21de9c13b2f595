package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"annals/store"
)

var sourceCommand = &command{
	name:  "source",
	args:  "KEY",
	short: "give back an article exactly as it came",
	examples: `
annals source k3v > article.html     the key of an article (annals sources) or of one of its events
annals source k3v -o article.html`,
	long: `
The bytes are those that annals add read; a checksum guards them. Control characters in them are not made harmless:
write them to a file rather than to a terminal.`,
	flags: func() []cli.Flag {
		return []cli.Flag{&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` and not to standard output"}}
	},
	min: 1, max: 1,
	run: giveBack,
}

func giveBack(e *env, ctx *cli.Context) error {
	db, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	key, err := db.ArticleKey(ctx.Context, ctx.Args().First())
	if err != nil {
		return err
	}
	o, err := db.Original(ctx.Context, key)
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("%s: its original was not kept", key)
	}
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		_, err := w.Write(o.Data)
		return err
	}
	if path := ctx.String("output"); path != "" && path != "-" {
		return writeFile(path, write)
	}
	return write(e.out)
}
