package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"
)

// writeHelp writes the help of annals as a whole: examples first, for most readers need no more.
func writeHelp(w io.Writer, commands []*command) error {
	var b bytes.Buffer
	b.WriteString(`annals extracts dated policy events from news articles and keeps a timeline of them.

Examples:
  annals add articles/ report.html        read articles, store their events in annals.db
  annals timeline --from 2025-02 --to 2025-09 --type ruling
  annals timeline --format markdown -o timeline.md
  annals show KEY                         one event with its source paragraph
  annals why KEY                          how it was found and dated
  annals sql 'select type, count(*) from events group by type'

Usage: annals COMMAND [FLAGS] [ARGUMENTS]

Commands:
`)
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, c := range shown(commands) {
		fmt.Fprintf(t, "  %s\t%s\n", c.name, c.short)
	}
	t.Flush()
	b.WriteString(`
Flags:
  --db FILE   the database (default annals.db, or $ANNALS_DB); before or after the command
  --help      help, of a command too: annals timeline --help
  --version   the version

Exit codes: 0 done, 1 something failed, 2 the command line is wrong, 130 interrupted.
`)
	_, err := w.Write(b.Bytes())
	return err
}

// writeHelp writes the help of one command.
func (c *command) writeHelp(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "annals %s: %s\n\nExamples:\n", c.name, c.short)
	for _, l := range strings.Split(strings.TrimSpace(c.examples), "\n") {
		fmt.Fprintf(&b, "  %s\n", strings.TrimSpace(l))
	}
	fmt.Fprintf(&b, "\nUsage: %s\n\n", strings.TrimSpace("annals "+c.name+" [FLAGS] "+c.args))
	if c.long != "" {
		fmt.Fprintf(&b, "%s\n\n", strings.TrimSpace(c.long))
	}
	b.WriteString("Flags:\n")
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, f := range c.allFlags() {
		fmt.Fprintf(t, "  %s\n", flagLine(f))
	}
	t.Flush()
	for _, name := range sortedKeys(c.values) {
		fmt.Fprintf(&b, "\nA %s is one of: %s.\n", name, strings.Join(c.values[name], ", "))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// flagLine returns a flag's names with what it takes, a tab, and its use. cli's own line repeats the value after every
// name and calls an absent value a default.
func flagLine(f cli.Flag) string {
	var names []string
	for _, n := range f.Names() {
		names = append(names, dashed(n))
	}
	usage := ""
	if d, ok := f.(cli.DocGenerationFlag); ok {
		usage = d.GetUsage()
	}
	takes := ""
	if before, rest, ok := strings.Cut(usage, "`"); ok { // the quoted word says what the flag takes
		word, after, _ := strings.Cut(rest, "`")
		takes, usage = " "+word, before+word+after
	}
	if f.Names()[0] == "db" {
		usage += " (default annals.db, or $ANNALS_DB)"
	}
	return strings.Join(names, ", ") + takes + "\t" + usage
}

// shown returns the commands that are for everybody.
func shown(all []*command) []*command {
	return slices.DeleteFunc(slices.Clone(all), func(c *command) bool { return c.hidden })
}
