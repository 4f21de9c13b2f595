package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The floor of fixtures/time is the committed table of figures for documents with annotated times.
func TestTimeFloor(t *testing.T) {
	folder := filepath.Join("..", "..", "fixtures", "time")
	table, err := os.ReadFile(filepath.Join(folder, "floor.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), err)
	}
	floors := map[string][3]float64{}
	for _, line := range strings.Split(string(table), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, values, _ := strings.Cut(line, "\t")
		var f [3]float64
		if _, err := fmt.Sscan(values, &f[0], &f[1], &f[2]); err != nil {
			t.Fatalf("floor.tsv: %q: %v", line, err)
		}
		floors[name] = f
	}
	for _, file := range files {
		var out bytes.Buffer
		if err := scoreTimes(&out, file, "", false); err != nil {
			t.Fatal(err)
		}
		var got struct{ Strict, Relaxed, Value struct{ F1 float64 } }
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		floor, ok := floors[filepath.Base(file)]
		if !ok {
			t.Errorf("floor.tsv: no row for %s", filepath.Base(file))
		}
		for i, figure := range [...]float64{got.Strict.F1, got.Relaxed.F1, got.Value.F1} {
			if name := [...]string{"strict", "relaxed", "value"}[i]; figure < floor[i] {
				t.Errorf("%s: %s F1 is %.2f, below the floor of %.2f", filepath.Base(file), name, figure, floor[i])
			}
		}
	}
}
