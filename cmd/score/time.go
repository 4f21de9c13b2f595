package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"annals/timeline/edtf"
	"annals/timeline/prose"
	"annals/timeline/score"
	"annals/timeline/when"
)

// timeCommand measures the reader of time expressions alone.
var timeCommand = &cli.Command{
	Name:      "time",
	Usage:     "measure the time expressions found in annotated documents",
	ArgsUsage: "GOLD.jsonl",
	Description: "Reads documents with TIMEX3 annotations, one JSON object a line, finds and places the times of their text,\n" +
		"and prints the figures of TempEval-3 as one JSON object.",
	Flags: []cli.Flag{
		&cli.StringFlag{Name: "write", Usage: "write what was found to `FILE`, in the format of the gold"},
		&cli.BoolFlag{Name: "errors", Usage: "list the errors by kind"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() != 1 {
			return fmt.Errorf("want one file of documents, got %d", c.NArg())
		}
		return scoreTimes(c.App.Writer, c.Args().First(), c.String("write"), c.Bool("errors"))
	},
}

func scoreTimes(w io.Writer, gold, write string, list bool) error {
	file, err := os.Open(gold)
	if err != nil {
		return err
	}
	defer file.Close()
	docs, err := score.ReadTimes(file)
	if err != nil {
		return fmt.Errorf("%s: %w", gold, err)
	}
	system := make([]score.TimeDocument, 0, len(docs))
	for _, d := range docs {
		found, err := findTimes(d)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", gold, d.ID, err)
		}
		system = append(system, found)
	}
	if write != "" {
		if err := writeTimes(write, system); err != nil {
			return err
		}
	}
	result := score.Times(docs, system)
	out, err := json.Marshal(result)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, string(out))
	if list {
		listTimeErrors(w, result)
	}
	return nil
}

func writeTimes(path string, docs []score.TimeDocument) error {
	var out strings.Builder
	lines := json.NewEncoder(&out)
	lines.SetEscapeHTML(false)
	for _, d := range docs {
		if err := lines.Encode(d); err != nil {
			return err
		}
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

func listTimeErrors(w io.Writer, r score.TimeResult) {
	for _, kind := range score.TimeErrorKinds {
		var lines []string
		for _, e := range r.Errors {
			if e.Kind == kind {
				lines = append(lines, e.Document+"\t"+e.What+"\t"+e.Context)
			}
		}
		fmt.Fprintf(w, "\n## %s (%d)\n%s\n", kind, len(lines), strings.Join(lines, "\n"))
	}
}

// findTimes finds the times of a document as the annotators saw it: from its text and its day alone.
func findTimes(d score.TimeDocument) (score.TimeDocument, error) {
	published, err := edtf.ParseDay(d.Published)
	if err != nil {
		return score.TimeDocument{}, err
	}
	var sentences []prose.Sentence
	var starts []int // of the paragraph of each sentence, in bytes
	for at := 0; at < len(d.Text); {
		end := at + paragraphEnd(d.Text[at:])
		for _, s := range prose.Read([]string{strings.ReplaceAll(d.Text[at:end], "\n", " ")}).Paragraphs[0].Sentences {
			sentences, starts = append(sentences, s), append(starts, at)
		}
		at = end
	}
	story := when.Begin(published, sentences)
	out := score.TimeDocument{ID: d.ID, Timexes: []score.Timex{}}
	bytes, points := 0, 0
	for i := range sentences {
		found := story.Find(&sentences[i])
		for k, p := range story.Place(&sentences[i], found) {
			from, to := starts[i]+found[k].Span.Start, starts[i]+found[k].Span.End
			points += utf8.RuneCountInString(d.Text[bytes:from])
			bytes = from
			text := d.Text[from:to]
			out.Timexes = append(out.Timexes, score.Timex{Start: points, End: points + utf8.RuneCountInString(text), Text: text, Type: p.Type, Value: p.Val, Rule: found[k].Rule})
		}
	}
	return out, nil
}

// paragraphEnd returns where the next paragraph begins.
func paragraphEnd(s string) int {
	if i := strings.Index(s, "\n\n"); i >= 0 {
		return i + 2
	}
	return len(s)
}
