package main

import (
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/urfave/cli/v2"
)

// page runs the command with its output in the user's pager, where a person reads it on a terminal. $PAGER names another
// pager than less; PAGER=cat means none.
func (e *env) page(ctx *cli.Context, run func(*env, *cli.Context) error) error {
	pager := e.getenv("PAGER")
	if pager == "" {
		pager = "less"
	}
	if words := strings.Fields(pager); len(words) == 0 || !installed(words[0]) {
		return run(e, ctx)
	}
	if !e.outTerm || pager == "cat" || ctx.String("output") != "" {
		return run(e, ctx)
	}
	cmd := exec.CommandContext(ctx.Context, "sh", "-c", pager)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	cmd.Env = os.Environ()
	if e.getenv("LESS") == "" {
		cmd.Env = append(cmd.Env, "LESS=FRX") // end at once when it fits, keep colours, leave the screen as it is
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return run(e, ctx)
	}
	if err := cmd.Start(); err != nil {
		return run(e, ctx)
	}
	into := *e
	quit := &leftover{w: in}
	into.out = quit
	err = run(&into, ctx)
	in.Close()
	if waited := cmd.Wait(); waited != nil && err == nil && !quit.left {
		err = waited
	}
	return err
}

// A leftover is a pipe to a reader that may leave before the end, which is no error: quitting a pager is how one stops
// reading.
type leftover struct {
	w    io.Writer
	left bool
}

func (l *leftover) Write(p []byte) (int, error) {
	if l.left {
		return len(p), nil
	}
	if _, err := l.w.Write(p); err != nil {
		l.left = true
	}
	return len(p), nil
}

func installed(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}
