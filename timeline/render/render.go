// Package render writes timelines: one file per output format, and a row of Formats for each.
// It knows nothing of SQL or of how an event was found, and it writes the same bytes for the same input.
package render

import (
	"io"

	"annals/timeline"
)

// Options are what a caller chooses about the look of the output.
type Options struct {
	Width int  // of the terminal in columns, for tables and paragraphs; 0 is 80
	Color bool // highlight with SGR sequences; never set it unless a terminal reads the output
	Raw   bool // CSV cells as they are, without the apostrophe that keeps a spreadsheet from running them
}

// A Format is one way to write a timeline.
type Format struct {
	Name      string // as the flag --format takes it
	Extension string // of a file in this format, without the dot
	Doc       string // one line for the help
	Write     func(io.Writer, timeline.Timeline, Options) error
}

// Formats lists the formats, the default first.
var Formats = []Format{
	{"table", "txt", "a table for people, as wide as the terminal", writeTable},
	{"csv", "csv", "comma-separated values for spreadsheets (RFC 4180)", writeCSV},
	{"markdown", "md", "a Markdown table in which each row links to its source", writeMarkdown},
	{"json", "json", "one JSON object with all entries", writeJSON},
	{"jsonl", "jsonl", "one JSON object a line, an entry each", writeJSONLines},
}
