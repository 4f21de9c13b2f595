package main

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{Name: "score", Usage: "measure the extractor", Commands: []*cli.Command{timeCommand}}
	if err := app.Run(os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}
