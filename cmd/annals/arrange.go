package main

import (
	"slices"
	"sort"
	"strings"

	"github.com/urfave/cli/v2"
)

// A line is a command line, put in the order that urfave/cli can read: command, flags, "--", arguments. By itself it stops
// reading flags at the first argument, and takes the flags behind it for arguments without a word.
type line struct {
	command       *command
	help, version bool
	args          []string
}

// arrange finds the command and puts the flags before the arguments. A flag that every command has may stand before
// the command too. Unknown names are usage errors that suggest the nearest known one.
func arrange(args []string, table []*command) (line, error) {
	var l line
	l.command = findCommand(args, table)
	var flags, rest []string
	seen := false // the command's name has gone by
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "--":
			if !seen && i+1 < len(args) {
				return l, unknownCommand(args[i+1], table)
			}
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case a == "-h" || a == "--help":
			l.help = true
		case a == "--version" || a == "-v" && !seen:
			l.version = true
		case strings.HasPrefix(a, "-") && a != "-":
			f, err := flagNamed(a, l.command, table)
			if err != nil {
				return l, err
			}
			flags = append(flags, a)
			if takesValue(f) && !strings.Contains(a, "=") {
				i++
				if i == len(args) {
					return l, usagef("%s needs a value", a)
				}
				// Joined by "=", so that a value which begins with "-" is still a value.
				flags[len(flags)-1] = a + "=" + args[i]
			}
		case !seen && a == "help":
			l.help = true
		case !seen && l.command == nil:
			return l, unknownCommand(a, table)
		case !seen:
			seen = true
		default:
			rest = append(rest, a)
		}
	}
	if l.command != nil {
		l.args = append(append(append([]string{l.command.name}, flags...), "--"), rest...)
	} else if len(flags) > 0 && !l.help {
		return l, usagef("a command is missing; see annals --help")
	}
	return l, nil
}

// findCommand returns the command that the first argument names, skipping the flags that may stand before it.
func findCommand(args []string, table []*command) *command {
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "--db" || a == "-db":
			i++
		case strings.HasPrefix(a, "-") || a == "help":
		default:
			if at := slices.IndexFunc(table, func(c *command) bool { return c.name == a }); at >= 0 {
				return table[at]
			}
			return nil
		}
	}
	return nil
}

// flagNamed returns the flag that an argument such as "--db=x" or "-o" names.
func flagNamed(arg string, c *command, table []*command) (cli.Flag, error) {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	known := []cli.Flag{databaseFlag()}
	if c != nil {
		known = c.allFlags()
	}
	names := []string{"help", "version"}
	for _, f := range known {
		if slices.Contains(f.Names(), name) {
			return f, nil
		}
		names = append(names, f.Names()...)
	}
	of := "annals"
	if c != nil {
		of = c.name
	}
	if near := nearest(name, names); near != "" {
		return nil, usagef("%s: no flag %s; did you mean --%s?", of, dashed(name), near)
	}
	if c == nil {
		return nil, usagef("no flag %s before the command; see annals --help", dashed(name))
	}
	return nil, usagef("%s: no flag %s; see annals %s --help", of, dashed(name), of)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func takesValue(f cli.Flag) bool {
	_, yesNo := f.(*cli.BoolFlag)
	return !yesNo
}

func unknownCommand(name string, table []*command) error {
	var names []string
	for _, c := range table {
		names = append(names, c.name)
	}
	if near := nearest(name, names); near != "" {
		return usagef("no command %q; did you mean %q?", name, near)
	}
	return usagef("no command %q; see annals --help", name)
}

// nearest returns the known word that a misspelt one is closest to, or "" where none is close: at most one slip in
// three letters.
func nearest(word string, known []string) string {
	best, at := "", len(word)/3+2
	for _, k := range known {
		if d := slips(strings.ToLower(word), k); d < at && len(k) > 1 {
			best, at = k, d
		}
	}
	return best
}

// slips counts the letters to insert, drop, change or swap with their neighbour to get from a to b (the optimal string
// alignment distance).
func slips(a, b string) int {
	row := make([][]int, len(a)+1)
	for i := range row {
		row[i] = make([]int, len(b)+1)
		row[i][0] = i
	}
	for j := range row[0] {
		row[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[i][j] = min(row[i-1][j]+1, row[i][j-1]+1, row[i-1][j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[i][j] = min(row[i][j], row[i-2][j-2]+1)
			}
		}
	}
	return row[len(a)][len(b)]
}

func contains(list []string, s string) bool { return slices.Contains(list, s) }

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
