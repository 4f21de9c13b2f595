package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline/render"
)

var schemaCommand = &command{
	name:  "schema",
	short: "tell what the tables, views and columns of a database mean",
	examples: `
annals schema                    a line a column
annals schema --doc > schema.md  the same as Markdown`,
	flags: func() []cli.Flag {
		return append([]cli.Flag{&cli.BoolFlag{Name: "doc", Usage: "as a Markdown document"}}, widthFlag()...)
	},
	paged: true,
	run:   showSchema,
}

var metadataCommand = &command{
	name:  "metadata",
	short: "write a metadata file for Datasette",
	examples: `
annals metadata > metadata.json && datasette serve annals.db --metadata metadata.json
annals metadata --db news.db --title "Port news"`,
	long: `
Titles, descriptions of tables and columns, facets, sort orders, label columns and full-text search
(https://docs.datasette.io/en/stable/metadata.html). The database is named as Datasette names it, after its file.`,
	flags: func() []cli.Flag {
		return []cli.Flag{&cli.StringFlag{Name: "title", Usage: "the `TITLE` of the whole"}}
	},
	run: writeMetadata,
}

func showSchema(e *env, ctx *cli.Context) error {
	tables, err := store.Tables(ctx.Context)
	if err != nil {
		return err
	}
	if ctx.Bool("doc") {
		return schemaDocument(e, tables)
	}
	var rows [][]string
	for _, t := range tables {
		for _, c := range t.Columns {
			rows = append(rows, []string{t.Name, c.Name, strings.ToLower(c.Type), c.Doc})
		}
	}
	return render.Table(e.out, []string{"Table", "Column", "Type", "Meaning"}, rows, e.look(ctx.Int("width")))
}

func schemaDocument(e *env, tables []store.Table) error {
	var b bytes.Buffer
	b.WriteString("# The database of annals\n\nDays are ISO text, so that they sort; places in a paragraph count bytes, and the end is exclusive.\n")
	cell := strings.NewReplacer("|", "\\|", "<", "&lt;")
	for _, t := range tables {
		fmt.Fprintf(&b, "\n## %s (%s)\n\n%s\n\n| column | type | meaning |\n| --- | --- | --- |\n", t.Name, t.Kind, t.Doc)
		for _, c := range t.Columns {
			kind := strings.ToLower(c.Type)
			if c.Nullable {
				kind += " or NULL"
			}
			meaning := c.Doc
			if c.References != "" {
				meaning += " (" + c.References + ")"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, kind, cell.Replace(meaning))
		}
	}
	_, err := e.out.Write(b.Bytes())
	return err
}

// tableMetadata is what Datasette is told of one table.
type tableMetadata struct {
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description"`
	Label       string            `json:"label_column,omitempty"`
	Facets      []string          `json:"facets,omitempty"`
	Sort        string            `json:"sort,omitempty"`
	SortDesc    string            `json:"sort_desc,omitempty"`
	Search      string            `json:"fts_table,omitempty"`
	SearchKey   string            `json:"fts_pk,omitempty"`
	Hidden      bool              `json:"hidden,omitempty"`
	Columns     map[string]string `json:"columns"`
}

// datasette is what Datasette is told of tables besides their columns.
var datasette = map[string]tableMetadata{
	"timeline":        {Title: "Timeline", Facets: []string{"type", "modality", "source"}},
	"timeline_actors": {Title: "Timeline by actor", Facets: []string{"actor", "kind", "side", "type"}},
	"undated":         {Title: "Undated events", Facets: []string{"type", "source"}},
	"sources":         {Title: "Sources", Facets: []string{"source", "published_from"}},
	"changes":         {Title: "What people changed", Facets: []string{"who", "act", "field"}},
	"articles":        {Title: "Articles", Label: "title", SortDesc: "published", Facets: []string{"site", "media_type"}},
	"paragraphs":      {Title: "Paragraphs", Label: "text", Facets: []string{"kind"}, Search: "paragraphs_text", SearchKey: "id"},
	"events": {Title: "Events", Label: "clause", Sort: "earliest", Facets: []string{"type", "modality", "basis", "verdict"},
		Search: "events_text", SearchKey: "id"},
	"actors":          {Title: "Actors", Label: "name", Sort: "name", Facets: []string{"kind"}},
	"times":           {Title: "Time expressions", Label: "text", Facets: []string{"type", "rule"}},
	"acts":            {Title: "The log of what people did", Facets: []string{"who", "act", "field"}},
	"conflicts":       {Title: "Corrections that the rules oppose", Facets: []string{"field", "is_settled"}},
	"tags":            {Title: "Tags", Facets: []string{"tag"}},
	"paragraphs_text": {Hidden: true},
	"events_text":     {Hidden: true},
	"former_keys":     {Hidden: true},
}

func writeMetadata(e *env, ctx *cli.Context) error {
	tables, err := store.Tables(ctx.Context)
	if err != nil {
		return err
	}
	all := map[string]tableMetadata{}
	for _, t := range tables {
		m := datasette[t.Name]
		m.Description, m.Columns = t.Doc, map[string]string{}
		for _, c := range t.Columns {
			m.Columns[c.Name] = c.Doc
		}
		all[t.Name] = m
	}
	file := filepath.Base(ctx.String("db"))
	title := ctx.String("title")
	if title == "" {
		title = "Annals: " + strings.TrimSuffix(file, filepath.Ext(file))
	}
	description := "Dated policy events from news articles, each with the paragraph that tells of it."
	out := json.NewEncoder(e.out)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(map[string]any{
		"title": title, "description": description,
		"databases": map[string]any{strings.TrimSuffix(file, filepath.Ext(file)): map[string]any{"tables": all}},
	})
}
