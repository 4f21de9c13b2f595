package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"pgregory.net/rapid"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"annals": func() { os.Exit(mainCode()) }})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: os.Getenv("ANNALS_GOLDEN") == "rewrite",
		Setup: func(e *testscript.Env) error {
			e.Setenv("ANNALS_DB", filepath.Join(e.WorkDir, "annals.db"))
			e.Setenv("NO_COLOR", "1")
			e.Setenv("GORACE", "atexit_sleep_ms=10") // the race detector's second of waiting, in hundreds of processes, is minutes
			return nil
		},
	})
}

// A row of the command table is whole when its help leads with examples that run it and a script shows it at work.
func TestCommandsAreWhole(t *testing.T) {
	for _, c := range commands {
		if c.short == "" || c.run == nil {
			t.Errorf("%s: no summary or nothing to run", c.name)
		}
		if !strings.Contains(c.examples, "annals "+c.name) {
			t.Errorf("%s: no example runs it", c.name)
		}
		script, err := os.ReadFile(filepath.Join("testdata", "script", c.name+".txt"))
		if err != nil {
			t.Errorf("%s: no script: %v", c.name, err)
		} else if !strings.Contains(string(script), "exec annals "+c.name) {
			t.Errorf("%s: its script does not run it", c.name)
		}
		for _, f := range c.allFlags() {
			if _, use, _ := strings.Cut(flagLine(f), "\t"); use == "" {
				t.Errorf("%s: flag %v has no help", c.name, f.Names())
			}
		}
		var help bytes.Buffer
		if err := c.writeHelp(&help); err != nil {
			t.Error(err)
		}
		if examples, usage := strings.Index(help.String(), "Examples:"), strings.Index(help.String(), "Usage:"); examples < 0 || usage < examples {
			t.Errorf("%s: examples do not come first in its help", c.name)
		}
		for _, l := range strings.Split(help.String(), "\n") {
			if len(l) > 200 {
				t.Errorf("%s: a line of its help has %d columns", c.name, len(l))
			}
		}
	}
}

// try runs one command line without a terminal.
func try(ctx context.Context, args ...string) (code int, out, errs string) {
	var stdout, stderr bytes.Buffer
	e := &env{
		commands: commands, in: strings.NewReader(""), out: &stdout, err: &stderr,
		getenv: func(string) string { return "" },
		now:    func() time.Time { return time.Date(2025, 9, 12, 8, 0, 0, 0, time.UTC) },
	}
	code = run(ctx, e, args)
	return code, stdout.String(), stderr.String()
}

func TestExitCodes(t *testing.T) {
	here := t.TempDir()
	done, cancel := context.WithCancel(context.Background())
	cancel()
	article := filepath.Join(here, "a.txt")
	if err := os.WriteFile(article, []byte("published: 2025-09-12\n\nThe senate passed the harbour bill on Thursday.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		ctx  context.Context
		args string
		code int
		says string // part of standard error
	}{
		{nil, "", exitDone, ""},
		{nil, "--help", exitDone, ""},
		{nil, "help timeline", exitDone, ""},
		{nil, "timeline --help", exitDone, ""},
		{nil, "--version", exitDone, ""},
		{nil, "timelien", exitUsage, `did you mean "timeline"?`},
		{nil, "xyzzy", exitUsage, `no command "xyzzy"; see annals --help`},
		{nil, "timeline --fromat csv", exitUsage, "did you mean --format?"},
		{nil, "--fromat csv timeline", exitUsage, "no flag --fromat"},
		{nil, "timeline --from", exitUsage, "--from needs a value"},
		{nil, "timeline --from yesteryear", exitUsage, "not a date"},
		{nil, "timeline --from 2025-09 --to 2025-08", exitUsage, "after"},
		{nil, "timeline --type rulling", exitUsage, `did you mean "ruling"?`},
		{nil, "timeline --width wide", exitUsage, "wide"},
		{nil, "timeline extra", exitUsage, `unexpected argument "extra"`},
		{nil, "show", exitUsage, "KEY is missing"},
		{nil, "add", exitUsage, "is missing"},
		{nil, "add --published soon x.txt", exitUsage, "not a day"},
		{nil, "add --title T x.txt y.txt", exitUsage, "for one article"},
		{nil, "completion tcsh", exitUsage, "no shell"},
		{nil, "--db " + here, exitUsage, "a command is missing"},
		{nil, "timeline --db " + here + "/none.db", exitFailed, "annals add makes a database"},
		{nil, "extract " + here + "/none.txt", exitFailed, "none.txt: no such file"},
		{done, "extract " + article, exitInterrupted, "interrupted"},
	} {
		ctx := test.ctx
		if ctx == nil {
			ctx = context.Background()
		}
		code, out, errs := try(ctx, strings.Fields(test.args)...)
		if code != test.code || !strings.Contains(errs, test.says) {
			t.Errorf("annals %s: exit %d, want %d; said %q, want %q", test.args, code, test.code, errs, test.says)
		}
		if code == exitUsage && out != "" {
			t.Errorf("annals %s: a usage error wrote %q to standard output", test.args, out)
		}
	}
}

func TestArrange(t *testing.T) {
	for _, test := range []struct{ given, want string }{
		{"add a.txt", "add -- a.txt"},
		{"add a.txt --undated b.txt", "add --undated -- a.txt b.txt"},
		{"--db x add a.txt", "add --db=x -- a.txt"},
		{"add a.txt --db x", "add --db=x -- a.txt"},
		{"add --db=x a.txt", "add --db=x -- a.txt"},
		{"add - --title -minus-", "add --title=-minus- -- -"},
		{"add -- --strange-name", "add -- --strange-name"},
		{"--db add add add", "add --db=add -- add"},
		{"timeline -t ruling -t legal", "timeline -t=ruling -t=legal --"},
	} {
		l, err := arrange(strings.Fields(test.given), commands)
		if got := strings.Join(l.args, " "); err != nil || got != test.want {
			t.Errorf("%s: got %q and %v, want %q", test.given, got, err, test.want)
		}
	}
}

// Where the flags stand makes no difference to what is asked for.
func TestArrangeAnyOrder(t *testing.T) {
	pieces := [][]string{{"--db", "x"}, {"--undated"}, {"--published=2025-01-01"}, {"--url", "u"}}
	rapid.Check(t, func(t *rapid.T) {
		flags := rapid.Permutation(pieces).Draw(t, "flags")
		at := rapid.IntRange(0, len(flags)).Draw(t, "place of the path")
		args := []string{"add"}
		for i, f := range flags {
			if i == at {
				args = append(args, "a.txt")
			}
			args = append(args, f...)
		}
		if at == len(flags) {
			args = append(args, "a.txt")
		}
		l, err := arrange(args, commands)
		if err != nil || len(l.args) != 7 || l.args[6] != "a.txt" || l.args[5] != "--" {
			t.Fatalf("%v: got %v and %v", args, l.args, err)
		}
	})
}

func TestNearest(t *testing.T) {
	known := []string{"timeline", "add", "show", "sql", "sources"}
	for _, test := range []struct{ word, want string }{
		{"timelnie", "timeline"}, {"Timeline", "timeline"}, {"source", "sources"}, {"adds", "add"}, {"shwo", "show"},
		{"xyzzy", ""}, {"", ""},
	} {
		if got := nearest(test.word, known); got != test.want {
			t.Errorf("%q: got %q, want %q", test.word, got, test.want)
		}
	}
}

func TestAnswers(t *testing.T) {
	columns := []string{"n", "text"}
	rows := [][]any{{int64(-1), "=1+1"}, {1.5, nil}, {nil, []byte("a,\"b\"")}}
	var b bytes.Buffer
	if err := writeCSV(&b, columns, cells(rows, ""), false); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "n,text\r\n-1,'=1+1\r\n1.5,\r\n,\"a,\"\"b\"\"\"\r\n"; got != want {
		t.Errorf("CSV: got %q, want %q", got, want)
	}
	b.Reset()
	if err := writeJSON(&b, columns, rows); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "[\n{\"n\":-1,\"text\":\"=1+1\"},\n{\"n\":1.5,\"text\":null},\n{\"n\":null,\"text\":\"a,\\\"b\\\"\"}\n]\n"; got != want {
		t.Errorf("JSON: got %q, want %q", got, want)
	}
}

// What the README tells people to type works: its commands exist, and SQLite takes its queries.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "readme.db")
	if code, _, errs := try(context.Background(), "add", "--db", db, filepath.Join("..", "..", "fixtures", "articles")); code != exitDone {
		t.Fatal(errs)
	}
	queries := 0
	for _, block := range strings.Split(string(readme), "\n\n") {
		text := strings.TrimSpace(block)
		switch {
		case strings.HasPrefix(block, "    select "):
			queries++
			if code, _, errs := try(context.Background(), "sql", "--db", db, strings.TrimSuffix(text, ";")); code != exitDone {
				t.Errorf("%s\n%s", text, errs)
			}
		case strings.HasPrefix(block, "    "):
			for _, l := range strings.Split(block, "\n") {
				if words := strings.Fields(l); words[0] == "annals" && findCommand(words[1:], commands) == nil {
					t.Errorf("no command: %s", l)
				}
			}
		}
	}
	if queries < 3 {
		t.Errorf("%d queries, want at least three", queries)
	}
}

// A file is written whole or not at all.
func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	write := func(text string, fail error) error {
		return writeFile(path, func(w io.Writer) error {
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
			return fail
		})
	}
	if err := write("whole", nil); err != nil {
		t.Fatal(err)
	}
	if err := write("half", io.ErrUnexpectedEOF); err == nil {
		t.Error("a failed write was no error")
	}
	if got, _ := os.ReadFile(path); string(got) != "whole" {
		t.Errorf("after a failed write the file holds %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Results come in the order of the arguments, whichever worker is done first.
func TestPileKeepsOrder(t *testing.T) {
	here := t.TempDir()
	var paths []string
	for i := range 40 {
		path := filepath.Join(here, string(rune('a'+i%26))+strings.Repeat("x", i)+".txt")
		text := "published: 2025-09-12\n\n" + strings.Repeat("The council met on Monday.\n\n", 1+(40-i)%7*20)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	code, out, errs := try(context.Background(), append([]string{"extract"}, paths...)...)
	if code != exitDone {
		t.Fatal(errs)
	}
	at := 0
	for _, path := range paths {
		next := strings.Index(out[at:], filepath.Base(path)+`"`)
		if next < 0 {
			t.Fatalf("%s is not where it belongs", filepath.Base(path))
		}
		at += next
	}
}
