// Command score is the developers' measure: how well the extractor does against annotated articles and annotated times.
//
//	score events [--errors] [--json] [GOLD_DIR]
//	score time [--write OUT.jsonl] [--errors] GOLD.jsonl
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	if err := app(os.Stdout).Run(os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func app(w io.Writer) *cli.App {
	return &cli.App{
		Name:           "score",
		Usage:          "measure what the extractor finds against gold",
		Writer:         w,
		Commands:       []*cli.Command{eventsCommand, timeCommand},
		ExitErrHandler: func(*cli.Context, error) {}, // main prints the error, once
	}
}
