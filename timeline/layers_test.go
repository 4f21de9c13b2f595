package timeline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// layers is the architecture: which packages of this module, and which outside modules, a package may import.
// A package without a row fails the test, as does an import that its row does not name.
var layers = map[string]string{
	"cmd/annals":       "timeline timeline/edtf timeline/read timeline/extract timeline/same timeline/render timeline/score timeline/prose store fixtures github.com/urfave/cli/v2 github.com/schollz/progressbar/v3 golang.org/x/term",
	"cmd/score":        "timeline timeline/edtf timeline/read timeline/extract timeline/score timeline/prose timeline/when fixtures github.com/urfave/cli/v2",
	"timeline":         "timeline/edtf",
	"timeline/edtf":    "",
	"timeline/lexicon": "",
	"timeline/prose":   "timeline/lexicon timeline/prose/model github.com/clipperhouse/uax29/v2/sentences github.com/clipperhouse/uax29/v2/words",
	"timeline/read":    "timeline timeline/edtf codeberg.org/readeck/go-readability/v2 github.com/saintfish/chardet github.com/yuin/goldmark github.com/goccy/go-yaml golang.org/x/net golang.org/x/text",
	"timeline/what":    "timeline timeline/edtf timeline/prose timeline/lexicon",
	"timeline/when":    "timeline timeline/edtf timeline/prose timeline/lexicon",
	"timeline/who":     "timeline timeline/edtf timeline/prose timeline/lexicon",
	"timeline/extract": "timeline timeline/edtf timeline/prose timeline/what timeline/when timeline/who",
	"timeline/same":    "timeline timeline/edtf",
	"timeline/render":  "timeline timeline/edtf github.com/olekukonko/tablewriter github.com/clipperhouse/displaywidth github.com/clipperhouse/uax29/v2",
	"timeline/score":   "timeline timeline/edtf",
	"store":            "timeline timeline/edtf github.com/mattn/go-sqlite3 github.com/klauspost/compress",
	"fixtures":         "",

	"timeline/prose/model/train": "timeline/prose timeline/prose/model",
	"timeline/prose/model":       "",
}

func TestLayers(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && d.Name() != "..") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(strings.TrimPrefix(filepath.Dir(path), "../"))
		row, ok := layers[pkg]
		if !ok {
			t.Errorf("package %s has no row in layers", pkg)
		}
		for _, spec := range file.Imports {
			name := strings.Trim(spec.Path.Value, `"`)
			if standard := !strings.Contains(strings.SplitN(name, "/", 2)[0], "."); standard && !strings.HasPrefix(name, "annals/") {
				continue
			}
			name = strings.TrimPrefix(name, "annals/")
			allowed := slices.ContainsFunc(strings.Fields(row), func(a string) bool {
				return name == a || strings.Contains(a, ".") && strings.HasPrefix(name, a+"/")
			})
			if !allowed {
				t.Errorf("%s: package %s must not import %s", path, pkg, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
