package render

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/timeline"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func span(text, words string) timeline.Span {
	i := strings.Index(text, words)
	return timeline.Span{Start: i, End: i + len(words)}
}

func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("%s (-want +got):\n%s", name, d)
	}
}

// Every row of Formats has a golden file: a new format fails here until it has one.
func TestGoldenFormats(t *testing.T) {
	for _, f := range Formats {
		t.Run(f.Name, func(t *testing.T) {
			golden(t, "sample-"+f.Name+"."+f.Extension, func(w io.Writer) error { return f.Write(w, sample(), Options{Width: 120}) })
			golden(t, "empty-"+f.Name+"."+f.Extension, func(w io.Writer) error { return f.Write(w, timeline.Timeline{}, Options{}) })
		})
	}
}

func TestGoldenTableWidths(t *testing.T) {
	for _, width := range []int{60, 80, 200} {
		golden(t, fmt.Sprintf("table-%d.txt", width), func(w io.Writer) error { return writeTable(w, sample(), Options{Width: width}) })
	}
	golden(t, "table-color.txt", func(w io.Writer) error { return writeTable(w, sample(), Options{Width: 80, Color: true}) })
}

func TestGoldenRawCSV(t *testing.T) {
	golden(t, "raw.csv", func(w io.Writer) error { return writeCSV(w, sample(), Options{Raw: true}) })
}

func TestGoldenDetail(t *testing.T) {
	for name, o := range map[string]Options{"plain": {Width: 80}, "color": {Width: 80, Color: true}, "narrow": {Width: 40}} {
		golden(t, "detail-"+name+".txt", func(w io.Writer) error { return Detail(w, sampleDetail(), o) })
		golden(t, "why-"+name+".txt", func(w io.Writer) error { return Why(w, sampleDetail(), o) })
	}
	undated := timeline.Detail{Entry: sample().Entries[6]}
	golden(t, "why-undated.txt", func(w io.Writer) error { return Why(w, undated, Options{}) })
	golden(t, "detail-undated.txt", func(w io.Writer) error { return Detail(w, undated, Options{}) })
}

func TestGoldenRecord(t *testing.T) {
	golden(t, "record.json", func(w io.Writer) error { return Record(w, sampleRecord()) })
}
