package render

import (
	"fmt"
	"io"
	"strings"

	"annals/timeline"
)

// A field of a CSV record, by name.
type csvColumn struct {
	name string
	cell func(timeline.Entry) string
}

// csvColumns are the columns of the CSV. A spreadsheet turns an EDTF month into a day, so the two bounds, which
// are whole days, stand beside it; "when" is the date for people.
var csvColumns = []csvColumn{
	{"date", func(e timeline.Entry) string { return e.Date.String() }},
	{"earliest", func(e timeline.Entry) string { return e.Earliest.String() }},
	{"latest", func(e timeline.Entry) string { return e.Latest.String() }},
	{"when", func(e timeline.Entry) string { return When(e.Event) }},
	{"date_text", func(e timeline.Entry) string { return e.DateText }},
	{"basis", func(e timeline.Entry) string { return string(e.Basis) }},
	{"modality", func(e timeline.Entry) string { return string(e.Modality) }},
	{"type", func(e timeline.Entry) string { return string(e.Type) }},
	{"what", func(e timeline.Entry) string { return what(e.Event) }},
	{"trigger", func(e timeline.Entry) string { return e.Trigger }},
	{"actors", func(e timeline.Entry) string { return list(e.Actors) }},
	{"targets", func(e timeline.Entry) string { return list(e.Targets) }},
	{"confidence", func(e timeline.Entry) string { return fmt.Sprint(e.Confidence) }},
	{"key", func(e timeline.Entry) string { return e.Key }},
	{"outlet", func(e timeline.Entry) string { return outlet(e.Source) }},
	{"title", func(e timeline.Entry) string { return e.Source.Title }},
	{"published", func(e timeline.Entry) string { return e.Source.Published.String() }},
	{"path", func(e timeline.Entry) string { return e.Source.Path }},
	{"paragraph", func(e timeline.Entry) string { return fmt.Sprint(e.Para) }},
	{"url", func(e timeline.Entry) string { return e.Source.URL }},
	{"link", func(e timeline.Entry) string { return Link(e, "") }},
}

// list joins names with semicolons: names hold commas.
func list(parties []timeline.Party) string {
	return strings.ReplaceAll(strings.Join(nameList(parties), "; "), "\n", " ")
}

func nameList(parties []timeline.Party) []string {
	out := make([]string, 0, len(parties))
	for _, p := range parties {
		out = append(out, p.Name)
	}
	return out
}

func writeCSV(w io.Writer, t timeline.Timeline, o Options) error {
	record := make([]string, len(csvColumns))
	for i, c := range csvColumns {
		record[i] = c.name
	}
	if err := csvLine(w, record, o); err != nil {
		return err
	}
	for _, e := range t.Entries {
		for i, c := range csvColumns {
			record[i] = c.cell(e)
		}
		if err := csvLine(w, record, o); err != nil {
			return err
		}
	}
	return nil
}

// CSV writes any rows as RFC 4180 does, with the cells made safe as those of a timeline are.
func CSV(w io.Writer, header []string, rows [][]string, o Options) error {
	for _, record := range append([][]string{header}, rows...) {
		if err := csvLine(w, record, o); err != nil {
			return err
		}
	}
	return nil
}

// csvLine writes a record. The standard writer is not used because it drops a carriage return inside a cell
// when it ends lines as RFC 4180 asks for.
func csvLine(w io.Writer, record []string, o Options) error {
	cells := make([]string, len(record))
	for i, cell := range record {
		if !o.Raw {
			cell = safeCell(cell)
		}
		if strings.ContainsAny(cell, "\",\r\n") || strings.TrimSpace(cell) != cell || cell == "" && len(record) == 1 {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		cells[i] = cell
	}
	_, err := io.WriteString(w, strings.Join(cells, ",")+"\r\n")
	return err
}

// safeCell keeps a spreadsheet from taking the cell for a formula (CWE-1236) and a terminal from obeying it.
func safeCell(s string) string {
	plain := Plain(s)
	if s != "" && strings.IndexByte("=+-@\t\r\x00", s[0]) >= 0 {
		return "'" + plain
	}
	return plain
}
