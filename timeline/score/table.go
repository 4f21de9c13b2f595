package score

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Write prints the figures for people, then a row a type, the most frequent first, then, if asked for, the errors.
func (r Result) Write(w io.Writer, errors bool) error {
	var b strings.Builder
	for _, f := range r.figures() {
		fmt.Fprintf(&b, "%-16s %s\n", f.name, f.text())
	}
	fmt.Fprintf(&b, "%-16s gold %d  system %d  articles without output %s\n\n", "counts", r.Events.Gold, r.Events.Found, quoted(r.Silent))
	rows := slices.Clone(r.PerType)
	slices.SortStableFunc(rows, func(x, y TypeResult) int { return cmp.Compare(y.Events.Gold, x.Events.Gold) })
	for _, t := range rows {
		e := t.Events
		fmt.Fprintf(&b, "%-14s gold %4d system %4d  P %5s R %5s F1 %5s\n", t.Type, e.Gold, e.Found, tenth(e.Precision()), tenth(e.Recall()), tenth(e.F1()))
	}
	if errors {
		r.writeErrors(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (r Result) writeErrors(b *strings.Builder) {
	for _, kind := range []string{"date", "missed", "spurious", "actors", "targets"} {
		var rows []string
		for _, e := range r.Errors {
			if e.Kind == kind {
				rows = append(rows, e.Text)
			}
		}
		if len(rows) > 0 {
			fmt.Fprintf(b, "\n%s (%d)\n", kind, len(rows))
		}
		for _, row := range rows {
			fmt.Fprintf(b, "  %s\n", row)
		}
	}
}

// A figure is one line of the table, by the name that people and JSON call it.
type figure struct {
	name  string
	value any // Agreement, Share or int
}

func (r Result) figures() []figure {
	return []figure{
		{"events", r.Events},
		{"untyped", r.Untyped},
		{"timeline", r.Timeline},
		{"core events", r.CoreEvents},
		{"core timeline", r.CoreTimeline},
		{"date exact", r.DateExact},
		{"invented", r.Invented},
		{"date overlap", r.DateOverlap},
		{"modality", r.Modality},
		{"actors", r.Actors},
		{"targets", r.Targets},
	}
}

func (f figure) text() string {
	switch v := f.value.(type) {
	case Agreement:
		return fmt.Sprintf("P %s  R %s  F1 %s", tenth(v.Precision()), tenth(v.Recall()), tenth(v.F1()))
	case Share:
		return tenth(v.Percent())
	}
	return fmt.Sprint(f.value)
}

// Figure returns the value that a floor is set for by its printed name: F1, percent or count; false for an
// unknown name.
func (r Result) Figure(name string) (float64, bool) {
	for _, f := range r.figures() {
		if f.name != name {
			continue
		}
		switch v := f.value.(type) {
		case Agreement:
			return v.F1(), true
		case Share:
			return v.Percent(), true
		case int:
			return float64(v), true
		}
	}
	return 0, false
}

// MarshalJSON writes the figures under their printed names, in their printed order.
func (r Result) MarshalJSON() ([]byte, error) {
	var o object
	for _, f := range r.figures() {
		switch v := f.value.(type) {
		case Agreement:
			o.put(f.name, v.object())
		default:
			o.put(f.name, json.RawMessage(f.text()))
		}
	}
	var counts, types object
	counts.put("gold", r.Events.Gold)
	counts.put("system", r.Events.Found)
	counts.put("articles without output", r.Silent)
	o.put("counts", &counts)
	for _, t := range r.PerType {
		row := t.Events.object()
		row.put("gold", t.Events.Gold)
		types.put(string(t.Type), row)
	}
	o.put("per type", &types)
	return o.MarshalJSON()
}

func (a Agreement) object() *object {
	var o object
	o.put("P", json.RawMessage(tenth(a.Precision())))
	o.put("R", json.RawMessage(tenth(a.Recall())))
	o.put("F1", json.RawMessage(tenth(a.F1())))
	return &o
}

// An object is a JSON object that keeps the order of its fields.
type object struct {
	b   bytes.Buffer
	err error
}

func (o *object) put(name string, value any) {
	text, err := json.Marshal(value)
	if err != nil && o.err == nil {
		o.err = err
	}
	if o.b.Len() > 0 {
		o.b.WriteByte(',')
	}
	fmt.Fprintf(&o.b, "%q:%s", name, text)
}

// MarshalJSON returns the fields put so far.
func (o *object) MarshalJSON() ([]byte, error) {
	return []byte("{" + o.b.String() + "}"), o.err
}

func tenth(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

func quoted(names []string) string {
	q := make([]string, len(names))
	for i, n := range names {
		q[i] = "'" + n + "'"
	}
	return "[" + strings.Join(q, ", ") + "]"
}
