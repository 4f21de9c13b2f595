package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"annals/fixtures"
	"annals/timeline"
	"annals/timeline/extract"
	"annals/timeline/read"
	"annals/timeline/score"

	"github.com/urfave/cli/v2"
)

var eventsCommand = &cli.Command{
	Name:      "events",
	Usage:     "events against gold timelines",
	ArgsUsage: "[GOLD_DIR]",
	Description: "GOLD_DIR holds NAME.jsonl, one annotated event a line, and beside it, or in ../articles, the article NAME.txt,\n" +
		"NAME.md or NAME.html. Without it the articles of this repository are scored.",
	Flags: []cli.Flag{
		&cli.BoolFlag{Name: "errors", Usage: "list wrong dates, missed events, spurious ones, and wrong actors and targets"},
		&cli.BoolFlag{Name: "json", Usage: "print JSON"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() > 1 {
			return fmt.Errorf("events: one folder at most, got %q; flags go before it", c.Args().Slice())
		}
		articles, err := goldArticles(c.Args().First())
		if err != nil {
			return err
		}
		result := score.Score(articles)
		if c.Bool("json") {
			e := json.NewEncoder(c.App.Writer)
			e.SetIndent("", " ")
			return e.Encode(result)
		}
		return result.Write(c.App.Writer, c.Bool("errors"))
	},
}

// goldArticles reads a gold folder, the fixtures where it is "", and extracts the events of its articles.
func goldArticles(dir string) ([]score.Article, error) {
	files, gold := fs.FS(fixtures.Files), "gold"
	if dir != "" {
		full, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		files, gold = os.DirFS(filepath.Dir(full)), filepath.Base(full)
	}
	names, err := fs.Glob(files, path.Join(gold, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no gold files (NAME.jsonl) in it", dir)
	}
	var articles []score.Article
	for _, name := range names {
		a, err := goldArticle(files, name)
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

func goldArticle(files fs.FS, name string) (score.Article, error) {
	f, err := files.Open(name)
	if err != nil {
		return score.Article{}, err
	}
	defer f.Close()
	rows, err := score.ReadGold(f, name)
	if err != nil {
		return score.Article{}, err
	}
	article, err := articleOf(files, name)
	if err != nil {
		return score.Article{}, err
	}
	for i, g := range rows {
		if err := g.Check(article.Paragraphs); err != nil {
			return score.Article{}, fmt.Errorf("%s: event %d: %w", name, i+1, err)
		}
	}
	a := score.Article{Name: strings.TrimSuffix(path.Base(name), ".jsonl"), Paragraphs: article.Paragraphs, Gold: rows}
	for _, finding := range extract.Findings(article) {
		a.Found, a.Grounds = append(a.Found, finding.Event), append(a.Grounds, finding.Grounds)
	}
	return a, nil
}

// articleOf reads the article of a gold file.
func articleOf(files fs.FS, gold string) (timeline.Article, error) {
	base := strings.TrimSuffix(path.Base(gold), ".jsonl")
	for _, dir := range []string{path.Dir(gold), path.Join(path.Dir(gold), "../articles")} {
		for _, extension := range []string{".txt", ".md", ".html"} {
			name := path.Join(dir, base+extension)
			data, err := fs.ReadFile(files, name)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return timeline.Article{}, err
			}
			return read.Article(data, read.Options{Path: name})
		}
	}
	return timeline.Article{}, fmt.Errorf("%s: no article %s.txt, .md or .html beside it or in ../articles", gold, base)
}
