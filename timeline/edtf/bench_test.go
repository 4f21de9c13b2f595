package edtf_test

import (
	"testing"

	"annals/timeline/edtf"
)

// everyday is how dates are mostly written.
var everyday = []string{
	"2025-08-21", "2025-08", "2025", "199X", "2025-34", "2025-08~",
	"2025-09-11/2025-09-20", "../2018", "-0479",
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range everyday {
			if _, err := edtf.Parse(s); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkString(b *testing.B) {
	dates := make([]edtf.Date, len(everyday))
	for i, s := range everyday {
		dates[i], _ = edtf.Parse(s)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range dates {
			if d.String() == "" {
				b.Fatal("no text")
			}
		}
	}
}

func BenchmarkBounds(b *testing.B) {
	dates := make([]edtf.Date, len(everyday))
	for i, s := range everyday {
		dates[i], _ = edtf.Parse(s)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range dates {
			if _, last := d.Bounds(); last == 0 {
				b.Fatal("no bounds")
			}
		}
	}
}
