package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"annals/timeline"
	"annals/timeline/edtf"
	"annals/timeline/extract"
	"annals/timeline/read"
)

// largest is the size in bytes over which a file is no article.
const largest = 64 << 20

// A job is one file of a pile, and what became of it.
type job struct {
	path   string
	data   []byte
	record timeline.Record
	err    error
	done   chan struct{}
}

// pileFlags are the flags of commands that read articles.
func pileFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "published", Usage: "the `DAY` of publication, as 2025-09-12; overrides what the article says"},
		&cli.StringFlag{Name: "url", Usage: "the article's address `URL`, for one article"},
		&cli.StringFlag{Name: "title", Usage: "its headline `TEXT`, for one article"},
		&cli.BoolFlag{Name: "undated", Usage: "read articles that have no date of publication; only calendar dates in them are placed"},
	}
}

// overrides returns what the flags say of every article in the pile.
func overrides(ctx *cli.Context, paths []string) (read.Options, error) {
	o := read.Options{URL: ctx.String("url"), Title: ctx.String("title"), Undated: ctx.Bool("undated")}
	if day := ctx.String("published"); day != "" {
		var err error
		if o.Published, err = edtf.ParseDay(day); err != nil {
			return o, usagef("--published %s: not a day; write it as 2025-09-12", day)
		}
	}
	if (o.URL != "" || o.Title != "") && len(paths) > 1 {
		return o, usagef("--url and --title are for one article, and here are %d", len(paths))
	}
	return o, nil
}

// files returns the articles that the arguments name, in their order. A directory stands for the files below it whose
// extension says that annals can read them, by name, hidden ones left out; "-" is standard input.
// An argument that cannot be looked at is a path too: it fails in its turn, and the others are read.
func files(args []string) []string {
	var paths []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		if arg == "-" || err != nil || !info.IsDir() {
			paths = append(paths, arg)
			continue
		}
		_ = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			hidden := path != arg && strings.HasPrefix(filepath.Base(path), ".")
			switch {
			case err != nil:
				paths = append(paths, path)
			case hidden && d.IsDir():
				return filepath.SkipDir
			case !hidden && !d.IsDir() && readable(path):
				paths = append(paths, path)
			}
			return nil
		})
	}
	return paths
}

// readable says whether a row of read.Formats has the file's extension.
func readable(path string) bool {
	ext := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	return slices.ContainsFunc(read.Formats, func(f read.Format) bool {
		return slices.ContainsFunc(f.Extensions, func(e string) bool { return strings.TrimPrefix(e, ".") == ext })
	})
}

// readAll reads and extracts the files, as many at once as there are processors, and hands each result to store, one
// after the other and in the order of paths: the same pile gives the same bytes on one core and on sixteen. It ends
// early when ctx is done or store fails.
func (e *env) readAll(ctx context.Context, paths []string, o read.Options, store func(*job) error) error {
	workers := runtime.GOMAXPROCS(0)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	todo := make(chan *job)
	queue := make(chan *job, 4*workers) // what is on its way, in order; bounds the memory
	go func() {
		defer close(todo)
		defer close(queue)
		for _, path := range paths {
			j := &job{path: path, done: make(chan struct{})}
			for _, to := range []chan *job{queue, todo} {
				select {
				case to <- j:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	var busy sync.WaitGroup
	defer busy.Wait()
	defer cancel() // before Wait, so that the workers stop
	for range workers {
		busy.Go(func() {
			for j := range todo {
				e.extract(j, o)
				close(j.done)
			}
		})
	}
	for j := range queue {
		select {
		case <-j.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := store(j); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// extract carries out one job. A defect that one article brings to light must not cost the rest of the pile, so a panic
// is that article's error.
func (e *env) extract(j *job, o read.Options) {
	defer func() {
		if r := recover(); r != nil {
			j.err = fmt.Errorf("a defect of annals, please report it with the article: %v", r)
		}
	}()
	if j.data, j.err = e.slurp(j.path); j.err != nil {
		return
	}
	o.Path = j.path
	article, err := read.Article(j.data, o)
	if err != nil {
		j.err = err
		return
	}
	j.record = extract.Record(article)
}

// slurp returns the bytes of a file, or of standard input for "-".
func (e *env) slurp(path string) ([]byte, error) {
	from := e.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, cause(err)
		}
		defer f.Close()
		from = f
	}
	data, err := io.ReadAll(io.LimitReader(from, largest+1))
	if err != nil {
		return nil, cause(err)
	}
	if len(data) > largest {
		return nil, fmt.Errorf("larger than %d MB, too large for an article", largest>>20)
	}
	return data, nil
}

// cause strips operation and path from a file error, because the message names the path already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// named puts the path before an error, unless the error begins with it.
func named(path string, err error) string {
	if path == "-" {
		path = "standard input"
	}
	if text := err.Error(); strings.HasPrefix(text, path+":") {
		return text
	}
	return path + ": " + err.Error()
}
