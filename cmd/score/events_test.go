package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"annals/timeline/score"
)

// The floors are the committed tables of figures: a change that loses accuracy on the articles of a folder fails here.
func TestFloor(t *testing.T) {
	for _, folder := range []string{"gold", "news", "heldout"} {
		t.Run(folder, func(t *testing.T) { testFloor(t, filepath.Join("..", "..", "fixtures", folder)) })
	}
}

func testFloor(t *testing.T, folder string) {
	articles, err := goldArticles(folder)
	if err != nil {
		t.Fatal(err)
	}
	result := score.Score(articles)
	table, err := os.ReadFile(filepath.Join(folder, "floor.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, line := range strings.Split(string(table), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		rows++
		name, value, _ := strings.Cut(line, "\t")
		var floor float64
		if _, err := fmt.Sscan(value, &floor); err != nil {
			t.Fatalf("floor.tsv: %q: %v", line, err)
		}
		got, ok := result.Figure(name)
		switch {
		case !ok:
			t.Errorf("floor.tsv: no figure is called %q", name)
		case name == "invented" && got > floor:
			t.Errorf("%s is %.0f, above %.0f", name, got, floor)
		case name != "invented" && got+0.05 < floor:
			t.Errorf("%s is %.1f, below the floor of %.1f", name, got, floor)
		}
	}
	if rows < 5 {
		t.Errorf("floor.tsv holds %d rows", rows)
	}
}

func TestEventsCommand(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string // in the output, or in the error
	}{
		{[]string{"events"}, "core timeline    P "},
		{[]string{"events", "--errors"}, "\nmissed ("},
		{[]string{"events", "--json"}, `"per type": {`},
		{[]string{"events", path.Join("..", "..", "fixtures", "gold")}, "articles without output []"},
		{[]string{"events", "a", "--errors"}, "flags go before it"},
		{[]string{"events", t.TempDir()}, "no gold files"},
	} {
		var out bytes.Buffer
		if err := app(&out).Run(append([]string{"score"}, test.args...)); err != nil {
			out.WriteString(err.Error())
		}
		if !strings.Contains(out.String(), test.want) {
			t.Errorf("%q: %q is not in\n%s", test.args, test.want, out.String())
		}
	}
}
