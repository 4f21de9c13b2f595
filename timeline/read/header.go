package read

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"annals/timeline"
)

// names are the keys of a header that have a field of their own, in the spellings that people use.
var names = map[string]string{
	"url": "url", "link": "url", "canonical": "url", "canonical_url": "url",
	"published": "published", "date": "published", "publication_date": "published", "pubdate": "published",
	"title": "title", "headline": "title",
	"author": "author", "authors": "author", "byline": "author",
	"site": "site", "outlet": "site", "publisher": "site",
}

var headerLine = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9 _-]{0,39}):(?:[ \t]+(.*))?$`)

// preamble reads the header block or the YAML front matter that text begins with, if it does, into a. It
// returns where the body begins.
func preamble(text string, a *timeline.Article, o Options) (body int, err error) {
	start := len(text) - len(strings.TrimLeftFunc(text, space))
	if i := strings.LastIndexByte(text[:start], '\n'); i >= 0 {
		start = i + 1
	} else {
		start = 0
	}
	if rest := text[start:]; strings.HasPrefix(rest, "---\n") || strings.HasPrefix(rest, "--- \n") {
		n, err := frontMatter(text, start, a, o)
		return n, err
	}
	return headerBlock(text, start, a, o)
}

// headerBlock reads lines "key: value" up to the first blank line. Every line of the block must be of that form,
// or indented and so carry on the line before it, and one must be url, published or title; else the block is the
// first paragraph of the article.
func headerBlock(text string, start int, a *timeline.Article, o Options) (body int, err error) {
	block, _, found := strings.Cut(text[start:], "\n\n")
	body = start + len(block)
	if len(block) > 64<<10 {
		return 0, nil
	}
	if !found {
		block = strings.TrimRight(block, "\n")
	}
	var fields []field
	first := 1 + strings.Count(text[:start], "\n")
	known := false
	for i, line := range strings.Split(block, "\n") {
		if strings.TrimSpace(line) == "" {
			body = start + offset(block, i)
			break
		}
		if m := headerLine.FindStringSubmatch(line); m != nil {
			fields = append(fields, field{m[1], strings.TrimSpace(m[2]), first + i})
			switch names[key(m[1])] {
			case "url", "published", "title":
				known = true
			}
			continue
		}
		if indented := line[0] == ' ' || line[0] == '\t'; !indented || len(fields) == 0 {
			return 0, nil
		}
		last := &fields[len(fields)-1]
		last.value += " " + strings.TrimSpace(line)
	}
	if !known {
		return 0, nil
	}
	return body, fill(a, fields, "header", o)
}

// offset returns where line n of text begins.
func offset(text string, n int) int {
	at := 0
	for ; n > 0; n-- {
		at += strings.IndexByte(text[at:], '\n') + 1
	}
	return at
}

// A field is a line of a header, and the line of the file that it stands on.
type field struct {
	name, value string
	line        int
}

func key(name string) string {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(name))
}

// fill puts fields into a. The first of two lines of the same name counts, the second goes to Meta. A date that
// cannot be read is an error, unless the options give another: to go on without it would misplace every event.
func fill(a *timeline.Article, fields []field, from string, o Options) error {
	for _, f := range fields {
		slot := (*string)(nil)
		switch names[key(f.name)] {
		case "published":
			d, ok := day(f.value)
			switch {
			case f.value == "" || o.Published != 0:
			case !ok:
				return &lineError{f.line, fmt.Sprintf("%s: %q is not a day like 2025-08-21", f.name, f.value)}
			case a.Published == 0:
				a.Published, a.PublishedFrom = d, from
				continue
			}
		case "url":
			if web(f.value) {
				slot = &a.URL
			}
		case "title":
			slot = &a.Title
		case "author":
			slot = &a.Author
		case "site":
			slot = &a.Site
		}
		switch {
		case f.value == "":
		case slot != nil && *slot == "":
			*slot = f.value
		default:
			a.Meta = append(a.Meta, timeline.Field{Name: f.name, Value: f.value})
		}
	}
	return nil
}

const (
	maxFrontMatter = 64 << 10
	maxFields      = 200
)

var frontMatterEnd = regexp.MustCompile(`(?m)^(?:---|\.\.\.)[ \t]*$`)

// frontMatter reads a YAML block between two lines "---". What is not a mapping is a ruled line and what stands
// under it, and so part of the article.
func frontMatter(text string, start int, a *timeline.Article, o Options) (body int, err error) {
	open := start + strings.IndexByte(text[start:], '\n') + 1
	end := frontMatterEnd.FindStringIndex(text[open:])
	if end == nil || end[0] > maxFrontMatter {
		return 0, nil
	}
	block := text[open : open+end[0]]
	first := 1 + strings.Count(text[:open], "\n")
	lead, _, _ := strings.Cut(block, "\n")
	if !headerLine.MatchString(lead) && !strings.HasPrefix(lead, "#") {
		return 0, nil
	}
	var tree yaml.MapSlice
	if err := yaml.UnmarshalWithOptions([]byte(block), &tree, yaml.UseOrderedMap()); err != nil {
		return 0, &lineError{first + yamlLine(err) - 1, "front matter: " + yamlTrouble(err)}
	}
	var fields []field
	flatten("", tree, 0, func(name, value string) bool {
		fields = append(fields, field{name, value, first + lineOf(block, name)})
		return len(fields) < maxFields
	})
	return open + end[1], fill(a, fields, "front matter", o)
}

// flatten calls f for each value of a tree: a list of scalars is one value, a mapping inside a mapping is named
// with a dot.
func flatten(prefix string, tree yaml.MapSlice, depth int, f func(name, value string) bool) bool {
	for _, item := range tree {
		name := prefix + fmt.Sprint(item.Key)
		switch v := item.Value.(type) {
		case yaml.MapSlice:
			if depth < 4 && !flatten(name+".", v, depth+1, f) {
				return false
			}
		default:
			if !f(name, scalar(v)) {
				return false
			}
		}
	}
	return true
}

func scalar(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var parts []string
		for _, e := range v {
			switch e.(type) {
			case []any, yaml.MapSlice, map[string]any: // a table in a header is nobody's name or date
			default:
				parts = append(parts, scalar(e))
			}
			if len(parts) == maxFields {
				break
			}
		}
		return strings.Join(parts, ", ")
	}
	return strings.Join(strings.Fields(fmt.Sprint(v)), " ")
}

// lineOf returns the line of a block, from 0, on which a key stands.
func lineOf(block, name string) int {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	for i, line := range strings.Split(block, "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " \"'"), name) {
			return i
		}
	}
	return 0
}

var yamlPlace = regexp.MustCompile(`^\[(\d+):\d+\]\s*`)

func yamlLine(err error) int {
	line := 1
	if m := yamlPlace.FindStringSubmatch(err.Error()); m != nil {
		fmt.Sscan(m[1], &line)
	}
	return line
}

// yamlTrouble is the first line of a YAML error; the rest draws the place, which the line number tells.
func yamlTrouble(err error) string {
	s, _, _ := strings.Cut(err.Error(), "\n")
	return yamlPlace.ReplaceAllString(s, "")
}
