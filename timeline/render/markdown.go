package render

import (
	"io"
	"strings"

	"annals/timeline"
)

// writeMarkdown writes tables of GitHub Flavored Markdown, 4.10. The words of a source come out as they are:
// nothing in them is read as markup.
func writeMarkdown(w io.Writer, t timeline.Timeline, _ Options) error {
	var b strings.Builder
	if t.Title != "" {
		b.WriteString("# " + markdown(oneLine(t.Title)) + "\n\n")
	}
	dated, rest := split(t)
	if len(t.Entries) == 0 {
		b.WriteString("No events.\n")
	}
	markdownTable(&b, dated)
	if len(rest) > 0 {
		if len(dated) > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("## Undated\n\n")
		markdownTable(&b, rest)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownTable(b *strings.Builder, es []timeline.Entry) {
	if len(es) == 0 {
		return
	}
	b.WriteString("| Date | Type | What happened | Actors → targets | Source |\n| --- | --- | --- | --- | --- |\n")
	for _, e := range es {
		cells := []string{
			markdown(When(e.Event)), markdown(string(e.Type)), markdown(what(e.Event)), markdown(sides(e.Event)), markdownLink(e),
		}
		b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
}

// markdownLink links to the web address or, where there is none, to the file.
func markdownLink(e timeline.Entry) string {
	text := markdown(oneLine(source(e)))
	to := Link(e, "")
	if webAddress(e.Source.URL) == "" {
		if e.Source.Path == "" || e.Source.Path == "-" {
			return text
		}
		to = percent(strings.ToValidUTF8(e.Source.Path, "\ufffd"), "/._-~")
	}
	return "[" + text + "](" + strings.NewReplacer("(", "%28", ")", "%29", "[", "%5B", "]", "%5D").Replace(to) + ")"
}

// markdownEscapes takes its meaning from every character that has one inside a line of a table.
var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, `|`, `\|`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`, `*`, `\*`, `_`, `\_`, "`", "\\`",
	`~`, `\~`, `&`, `\&`, `$`, `\$`, "#", `\#`, "\n", "<br>")

func markdown(s string) string { return markdownEscapes.Replace(strings.TrimSpace(Plain(s))) }
