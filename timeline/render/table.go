package render

import (
	"fmt"
	"io"
	"strings"

	"annals/timeline"
)

// A layout is the columns of the terminal table at some width. Where there is no room for five columns, the
// lesser ones stand below the greater, in the same order of reading.
type layout struct {
	from   int // terminal columns that it needs
	header []string
	most   []int // widest useful width of a column, 0 for no limit
	cells  func(row) []string
}

// A row is the cells of one event, plain.
type row struct{ date, kind, what, sides, source, key string }

var layouts = []layout{
	{110, []string{"Date", "Type", "What happened", "Actors → targets", "Source"}, []int{16, 0, 0, 44, 26},
		func(r row) []string {
			return []string{r.date, r.kind, r.what, r.sides, lines(r.source, r.key)}
		}},
	{76, []string{"Date, type", "What happened", "Actors → targets", "Source"}, []int{14, 0, 20, 18},
		func(r row) []string {
			return []string{lines(r.date, r.kind), r.what, r.sides, lines(r.source, r.key)}
		}},
	{0, []string{"Date, type", "What happened, actors → targets, source"}, []int{14, 0},
		func(r row) []string {
			return []string{lines(r.date, r.kind, r.key), lines(r.what, r.sides, r.source)}
		}},
}

// lines stacks cells, leaving out the empty ones.
func lines(cells ...string) string {
	var out []string
	for _, c := range cells {
		if c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "\n")
}

// writeTable writes the timeline for a terminal. Below each source stands the shortest key that tells the
// event from the others shown, for the commands that take one.
func writeTable(w io.Writer, t timeline.Timeline, o Options) error {
	if t.Title != "" {
		if err := line(w, marked(oneLine(t.Title), markHead), o); err != nil {
			return err
		}
	}
	if len(t.Entries) == 0 {
		return line(w, "No events.", o)
	}
	dated, rest := split(t)
	g := gridOf(append(dated[:len(dated):len(dated)], rest...), o)
	if len(dated) > 0 {
		if err := g.draw(w, g.rows[:len(dated)]); err != nil {
			return err
		}
	}
	if len(rest) == 0 {
		return nil
	}
	title := marked("Undated", markHead)
	if len(dated) > 0 {
		title = "\n" + title
	}
	if err := line(w, title, o); err != nil {
		return err
	}
	return g.draw(w, g.rows[len(dated):])
}

// gridOf lays the entries out, all in one grid, so that the block without dates has the same columns.
func gridOf(es []timeline.Entry, o Options) grid {
	var l layout
	for _, l = range layouts {
		if o.width() >= l.from {
			break
		}
	}
	short := keyLength(es)
	var rows [][]string
	for _, e := range es {
		rows = append(rows, l.cells(row{
			date:   marked(When(e.Event), markDate),
			kind:   oneLine(string(e.Type)),
			what:   oneLine(what(e.Event)),
			sides:  oneLine(sides(e.Event)),
			source: oneLine(source(e)),
			key:    marked(oneLine(e.Key[:min(short, len(e.Key))]), markFaint),
		}))
	}
	most := append([]int(nil), l.most...)
	if o.width() >= 160 {
		most[0], most[3], most[4] = 0, 0, 40
	}
	return newGrid(l.header, rows, most, o)
}

// split parts the timeline into its dated and its undated entries and keeps their order.
func split(t timeline.Timeline) (dated, rest []timeline.Entry) {
	for _, e := range t.Entries {
		if undated(e.Event) {
			rest = append(rest, e)
		} else {
			dated = append(dated, e)
		}
	}
	return dated, rest
}

// keyLength returns how many letters of a key, at least six, tell all keys of es apart.
func keyLength(es []timeline.Entry) int {
	n := 6
	for longest := n; n <= longest; n++ {
		seen := map[string]bool{}
		for _, e := range es {
			longest = max(longest, len(e.Key))
			seen[e.Key[:min(n, len(e.Key))]] = true
		}
		if len(seen) == len(es) {
			break
		}
	}
	return n
}

// line writes a line of its own, wrapped.
func line(w io.Writer, s string, o Options) error {
	_, err := fmt.Fprintln(w, strings.Join(colored(wrap(s, o.width()), o), "\n"))
	return err
}
