package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"annals/timeline/render"
)

// The exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130 // 128 and SIGINT's number, as shells have it
)

// A usageError is a command line that annals cannot act on.
type usageError string

func (u usageError) Error() string { return string(u) }

func usagef(format string, args ...any) error { return usageError(fmt.Sprintf(format, args...)) }

// errReported is a failure whose parts have been told already, one message each.
var errReported = errors.New("some of it could not be done")

// A command is one row of the command table.
type command struct {
	name     string
	args     string // what follows the flags, for the help
	short    string // one line for the list of commands
	long     string // what its user must know, for its own help
	examples string // lines of command line and comment; they come first in the help
	flags    func() []cli.Flag
	values   map[string][]string // what its flags take, where that is a closed set; for completion and checks
	min, max int                 // number of arguments; max -1 is any number
	paged    bool                // its output may be longer than the screen
	hidden   bool                // for developers: no list and no completion names it
	run      func(*env, *cli.Context) error
}

// run carries out one command line and returns the exit code. It is the only place that turns errors into codes.
func run(ctx context.Context, e *env, args []string) int {
	err := dispatch(ctx, e, args)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled) || ctx.Err() != nil:
		fmt.Fprintln(e.err, "annals: interrupted")
		return exitInterrupted
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintln(e.err, "annals:", render.Plain(err.Error()))
		return exitUsage
	}
	fmt.Fprintln(e.err, "annals:", render.Plain(err.Error()))
	return exitFailed
}

func dispatch(ctx context.Context, e *env, args []string) error {
	line, err := arrange(args, e.commands)
	if err != nil {
		return err
	}
	switch {
	case line.version:
		fmt.Fprintln(e.out, "annals", version)
		return nil
	case line.command == nil:
		return writeHelp(e.out, e.commands)
	case line.help:
		return line.command.writeHelp(e.out)
	}
	return application(e, line.command).RunContext(ctx, append([]string{"annals"}, line.args...))
}

// application wraps the command for urfave/cli, which reads flag values from variables and converts them. What to say
// about a bad command line, and the exit code, stay here: cli's own answers go to standard output and exit 0, 1 or 3.
func application(e *env, c *command) *cli.App {
	return &cli.App{
		Name:                      "annals",
		Writer:                    io.Discard,
		ErrWriter:                 io.Discard,
		HideHelp:                  true,
		HideVersion:               true,
		DisableSliceFlagSeparator: true,
		ExitErrHandler:            func(*cli.Context, error) {},
		Commands: []*cli.Command{{
			Name:         c.name,
			Flags:        c.allFlags(),
			HideHelp:     true,
			OnUsageError: func(_ *cli.Context, err error, _ bool) error { return c.misused(err.Error()) },
			Action:       func(ctx *cli.Context) error { return c.act(e, ctx) },
		}},
	}
}

func (c *command) act(e *env, ctx *cli.Context) error {
	switch n := ctx.NArg(); {
	case n < c.min:
		return c.misused(fmt.Sprintf("%s is missing", strings.Fields(c.args)[0]))
	case c.max >= 0 && n > c.max:
		return c.misused(fmt.Sprintf("unexpected argument %q", ctx.Args().Get(c.max)))
	}
	for _, name := range sortedKeys(c.values) {
		if err := checkValue(name, ctx, c.values[name]); err != nil {
			return err
		}
	}
	if c.paged {
		return e.page(ctx, c.run)
	}
	return c.run(e, ctx)
}

// misused says what is wrong with the command line and where to read how it is meant.
func (c *command) misused(trouble string) error {
	return usagef("%s: %s; see annals %s --help", c.name, trouble, c.name)
}

// checkValue refuses a flag value that is not one of a closed set, and names the nearest one that is.
func checkValue(name string, ctx *cli.Context, known []string) error {
	if !ctx.IsSet(name) {
		return nil
	}
	given := ctx.StringSlice(name)
	if given == nil {
		given = []string{ctx.String(name)}
	}
	for _, v := range given {
		if contains(known, v) {
			continue
		}
		if near := nearest(v, known); near != "" {
			return usagef("--%s %s: no such %s; did you mean %q?", name, v, name, near)
		}
		return usagef("--%s %s: no such %s; there are %s", name, v, name, strings.Join(known, ", "))
	}
	return nil
}

// allFlags returns the command's own flags and those that every command has.
func (c *command) allFlags() []cli.Flag {
	var own []cli.Flag
	if c.flags != nil {
		own = c.flags()
	}
	return append(own, databaseFlag())
}

func databaseFlag() cli.Flag {
	return &cli.StringFlag{Name: "db", Usage: "the database `FILE`", EnvVars: []string{"ANNALS_DB"}, Value: "annals.db"}
}
