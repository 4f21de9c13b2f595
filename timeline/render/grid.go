package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/tw"
)

const (
	defaultWidth = 80
	leastColumn  = 6 // columns of a terminal below which a table's column is not worth reading
	gutter       = 3 // what a column takes beside its text: a space on either side and a rule
)

func (o Options) width() int {
	if o.Width <= 0 {
		return defaultWidth
	}
	return o.Width
}

// Table writes rows below a header, no wider than o.Width and without losing text: cells are wrapped, and
// where there are more columns than fit side by side each row turns into a block of "name: value" lines.
func Table(w io.Writer, header []string, rows [][]string, o Options) error {
	clean := func(cells []string) []string {
		out := make([]string, len(header))
		for i := range out {
			if i < len(cells) {
				out[i] = Plain(cells[i])
			}
		}
		return out
	}
	cells := make([][]string, len(rows))
	for i, row := range rows {
		cells[i] = clean(row)
	}
	return newGrid(clean(header), cells, nil, o).draw(w, cells)
}

// A grid is a table with its columns measured. Its cells are plain and may hold marks.
type grid struct {
	header []string
	rows   [][]string
	widths []int // nil where the columns do not fit side by side
	o      Options
}

// newGrid measures the columns. most limits the width of a column, 0 for no limit.
func newGrid(header []string, rows [][]string, most []int, o Options) grid {
	g := grid{header: header, rows: rows, o: o}
	if widths, ok := fit(header, rows, most, o.width()-gutter*len(header)+1); ok {
		g.widths = widths
	}
	return g
}

// draw writes some of the grid's rows below its header.
func (g grid) draw(w io.Writer, rows [][]string) error {
	switch {
	case len(g.header) == 0:
		return nil
	case g.widths == nil:
		return blocks(w, g.header, rows, g.o)
	}
	return draw(w, g.header, rows, g.widths, g.o)
}

// fit shares out total terminal columns. Every column gets what its widest line needs, or an equal share of
// what the narrower ones leave over. It reports whether all columns are wide enough to read.
func fit(header []string, rows [][]string, most []int, total int) ([]int, bool) {
	want := make([]int, len(header))
	for c := range header {
		want[c] = widest(header[c])
		for _, row := range rows {
			want[c] = max(want[c], widest(row[c]))
		}
		if c < len(most) && most[c] > 0 {
			want[c] = min(want[c], most[c])
		}
		want[c] = max(want[c], 1)
	}
	level := 0
	for sum(want, level+1) <= total && sum(want, level+1) > sum(want, level) {
		level++
	}
	spare := total - sum(want, level)
	ok := true
	for c := range want {
		if want[c] > level {
			ok = ok && level >= leastColumn
			want[c] = level
			if spare > 0 {
				want[c]++
				spare--
			}
		}
	}
	return want, ok && total > 0
}

// sum adds up widths, each counted as at most level.
func sum(widths []int, level int) int {
	n := 0
	for _, w := range widths {
		n += min(w, level)
	}
	return n
}

// widest returns the width of the widest line of a cell.
func widest(cell string) int {
	n := 0
	for line := range strings.SplitSeq(cell, "\n") {
		n = max(n, width(line))
	}
	return n
}

// draw hands finished lines to the table library, its own wrapping, trimming and header rewriting off.
func draw(w io.Writer, header []string, rows [][]string, widths []int, o Options) error {
	lines := strings.Builder{}
	table := tablewriter.NewTable(&lines,
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAlignment(tw.AlignLeft),
		tablewriter.WithRowAlignment(tw.AlignLeft),
		tablewriter.WithTrimSpace(tw.Off),
		tablewriter.WithEastAsian(tw.Off), // else the width of "…" hangs on the locale
		tablewriter.WithRendition(tw.Rendition{
			Borders: tw.Border{Left: tw.Off, Right: tw.Off, Top: tw.Off, Bottom: tw.Off},
			Symbols: tw.NewSymbols(tw.StyleLight),
			Settings: tw.Settings{
				Separators: tw.Separators{BetweenRows: tw.On, BetweenColumns: tw.On},
				Lines:      tw.Lines{ShowHeaderLine: tw.On},
			},
		}))
	finish := func(cells []string, m mark) []string {
		out := make([]string, len(cells))
		for c, cell := range cells {
			if m >= 0 {
				cell = marked(cell, m)
			}
			wrapped := wrap(cell, widths[c])
			if m == markHead { // padded, so that columns are as wide however short the rows are
				wrapped[0] += strings.Repeat(" ", max(0, widths[c]-width(wrapped[0])))
			}
			out[c] = strings.Join(colored(wrapped, o), "\n")
		}
		return out
	}
	table.Header(finish(header, markHead))
	for _, row := range rows {
		if err := table.Append(finish(row, -1)); err != nil {
			return fmt.Errorf("table: %w", err)
		}
	}
	if err := table.Render(); err != nil {
		return fmt.Errorf("table: %w", err)
	}
	// Spaces at the end of a line serve nobody and break where somebody pastes the table.
	for line := range strings.Lines(lines.String()) {
		if _, err := io.WriteString(w, strings.TrimRight(line, " \n")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// blocks writes each row as lines "name: value", for rows with more columns than a table has room for.
func blocks(w io.Writer, header []string, rows [][]string, o Options) error {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		for c, cell := range row {
			for _, line := range colored(wrap(marked(header[c]+":", markHead)+" "+cell, o.width()), o) {
				b.WriteString(line + "\n")
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
