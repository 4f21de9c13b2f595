package main

import (
	"io"
	"os"
	"strconv"
	"time"

	"golang.org/x/term"

	"annals/timeline/render"
)

// An env is the world that a command works in. Nothing below it reads a stream, a variable or the clock by itself.
type env struct {
	commands []*command
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	now      func() time.Time
	outTerm  bool // a person reads out on a terminal
	errTerm  bool // likewise err
	columns  int  // of that terminal; 0 where it is none
}

// process returns the env of this process.
func process() *env {
	e := &env{commands: commands, in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, now: time.Now}
	e.outTerm = term.IsTerminal(int(os.Stdout.Fd()))
	e.errTerm = term.IsTerminal(int(os.Stderr.Fd()))
	if e.outTerm {
		e.columns, _, _ = term.GetSize(int(os.Stdout.Fd()))
	}
	return e
}

// plainWidth is how wide a table is that goes into a file or a pipe: it fits a printed page set sideways.
const plainWidth = 120

// look returns the render options for output that a person may read on the terminal. Colour is only for a
// terminal whose user has not asked for none (https://no-color.org).
func (e *env) look(width int) render.Options {
	if width == 0 {
		width = e.columns
	}
	if width == 0 {
		width, _ = strconv.Atoi(e.getenv("COLUMNS"))
	}
	if width <= 0 {
		width = plainWidth
	}
	color := e.outTerm && e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb"
	return render.Options{Width: width, Color: color}
}
