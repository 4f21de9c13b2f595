// Command annals reads news articles, extracts the dated policy events that they report, keeps them in one
// SQLite file, and renders timelines whose rows link to their source paragraphs.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// version is set by the linker; see the Makefile.
var version = "development"

func main() {
	os.Exit(mainCode())
}

// mainCode runs annals on the process's own streams and returns its exit code. Tests run it as a command too.
func mainCode() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	return run(ctx, process(), os.Args[1:])
}
