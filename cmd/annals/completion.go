package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

var completionCommand = &command{
	name:  "completion",
	args:  "bash|zsh|fish",
	short: "write the completion script of a shell",
	examples: `
source <(annals completion bash)                                 in ~/.bashrc
source <(annals completion zsh)                                  in ~/.zshrc
annals completion fish > ~/.config/fish/completions/annals.fish`,
	min: 1, max: 1,
	run: func(e *env, ctx *cli.Context) error { return complete(e.out, e.commands, ctx.Args().First()) },
}

var shells = []string{"bash", "zsh", "fish"}

func complete(w io.Writer, commands []*command, shell string) error {
	switch shell {
	case "bash":
		return completeBash(w, shown(commands))
	case "zsh": // zsh runs completions written for bash
		if _, err := io.WriteString(w, "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n"); err != nil {
			return err
		}
		return completeBash(w, shown(commands))
	case "fish":
		return completeFish(w, shown(commands))
	}
	return usagef("completion: no shell %q; there are %s", shell, strings.Join(shells, ", "))
}

// completeBash writes a function that offers commands, then the flags of the command, the values of a flag that has a
// closed set, and otherwise files.
func completeBash(w io.Writer, commands []*command) error {
	var b strings.Builder
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	b.WriteString(`_annals() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case $word in -*) ;; *) command=$word; break ;; esac
	done
	case $command,$prev in
`)
	for _, c := range commands {
		for _, flag := range sortedKeys(c.values) {
			fmt.Fprintf(&b, "\t%s,--%s) COMPREPLY=($(compgen -W %q -- \"$cur\")); return ;;\n", c.name, flag, strings.Join(c.values[flag], " "))
		}
	}
	fmt.Fprintf(&b, "\tcompletion,*) COMPREPLY=($(compgen -W %q -- \"$cur\")); return ;;\n", strings.Join(shells, " "))
	b.WriteString("\tesac\n\tcase $command,$cur in\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "\t%s,-*) COMPREPLY=($(compgen -W %q -- \"$cur\")) ;;\n", c.name, strings.Join(flagWords(c), " "))
	}
	fmt.Fprintf(&b, "\t,*) COMPREPLY=($(compgen -W %q -- \"$cur\")) ;;\n", strings.Join(names, " ")+" help --db --help --version")
	b.WriteString("\t*) COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n\tesac\n}\ncomplete -o filenames -F _annals annals\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func completeFish(w io.Writer, commands []*command) error {
	var b strings.Builder
	for _, c := range commands {
		fmt.Fprintf(&b, "complete -c annals -n __fish_use_subcommand -a %s -d '%s'\n", c.name, strings.ReplaceAll(c.short, "'", `\'`))
		for _, flag := range flagWords(c) {
			name := strings.TrimPrefix(flag, "--")
			values := ""
			if v := c.values[name]; v != nil {
				values = fmt.Sprintf(" -x -a '%s'", strings.Join(v, " "))
			}
			fmt.Fprintf(&b, "complete -c annals -n '__fish_seen_subcommand_from %s' -l %s%s\n", c.name, name, values)
		}
	}
	fmt.Fprintf(&b, "complete -c annals -n '__fish_seen_subcommand_from completion' -x -a '%s'\n", strings.Join(shells, " "))
	_, err := io.WriteString(w, b.String())
	return err
}

// flagWords returns the long flags of a command.
func flagWords(c *command) []string {
	words := []string{"--help"}
	for _, f := range c.allFlags() {
		words = append(words, "--"+f.Names()[0])
	}
	return words
}
