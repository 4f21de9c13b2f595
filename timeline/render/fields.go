package render

import (
	"io"
)

// Fields writes a heading and, below it, a name and a value a line. It writes nothing where there is no field.
func Fields(w io.Writer, title string, fields [][2]string, o Options) error {
	if len(fields) == 0 {
		return nil
	}
	p := page{w: w, o: o}
	p.text("", "")
	p.text(marked(oneLine(title), markHead), "")
	for _, f := range fields {
		p.field(f[0], oneLine(f[1]))
	}
	return p.err
}
