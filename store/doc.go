package store

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strings"
)

// A Table is a table or view of the file, as people are told of it.
type Table struct {
	Name    string
	Kind    string // table, view, full-text index
	Doc     string
	Columns []Column
}

// A Column is one column of a Table.
type Column struct {
	Name       string
	Type       string // TEXT, INTEGER, BLOB; of a view or an index empty
	Nullable   bool
	Doc        string
	References string // the table whose id it holds, or empty
}

// tableDocs say what a row of each table or view is, in the order in which people are told.
var tableDocs = []struct{ name, doc string }{
	{"timeline", "Events, ready to read and in the order of their dates, without what a person rejected or merged into another."},
	{"timeline_actors", "Who did what: a row for each side of each event of the timeline."},
	{"undated", "The events of the timeline that no date is known of."},
	{"sources", "The articles, with what was found in them."},
	{"changes", "What people made of the events, act by act. Nothing is ever taken out of it."},
	{"articles", "The articles."},
	{"originals", "The bytes of the articles as they came."},
	{"paragraphs", "The paragraphs of the articles, numbered from 0."},
	{"paragraphs_text", "The full-text index of the paragraphs (FTS5)."},
	{"events", "The events, each told by one paragraph of one article."},
	{"events_text", "The full-text index of the events (FTS5)."},
	{"mentions", "Further places that tell of an event."},
	{"actors", "Persons, bodies, places and groups that have a part in an event."},
	{"event_actors", "Who has what part in which event."},
	{"times", "Time expressions, placed; type, value and mod are those of TIMEX3 (TimeML 1.2.1)."},
	{"grounds", "How each event came about, in plain words."},
	{"acts", "The log of what people made of the events."},
	{"tags", "The tags that people gave to events."},
	{"conflicts", "Corrections that a later reading of the rules opposes. The correction holds."},
	{"former_keys", "Keys that events had before their article's key changed."},
}

// commonDocs say what a column is that the schema has no remark on: the same everywhere.
var commonDocs = map[string]string{
	"confidence":    "how sure the program is, 0 to 100",
	"id":            "its number in this file; another file numbers otherwise",
	"article_id":    "the article",
	"event_id":      "the event",
	"actor_id":      "the actor",
	"text":          "its words",
	"trigger":       "the words that name the event, copied exactly",
	"trigger_start": "where they begin in the paragraph, in bytes from 0",
	"trigger_end":   "where they end, exclusive",
	"start":         "where it begins in the paragraph, in bytes from 0",
	"end":           "where it ends, exclusive",
	"paragraph":     "the number of the paragraph in the article, from 0",
	"kind":          "person, body, place, group, document or other",
	"role":          "agent, speaker, participant, target or audience; empty: not known",
	"type":          "what type it is of",
	"value":         "its TIMEX3 value",
	"mod":           "its TIMEX3 mod; empty: none",
	"what":          "what happened, in the words of the source",
	"actors":        "who did it, parted by semicolons",
	"targets":       "whom or what it was done to or said to, parted by semicolons",
	"actor":         "the actor's name",
	"source":        "the outlet, else the path of the article",
	"act":           "confirm, reject, restore, edit, note, tag, untag, undo, add, merge or split",
	"field":         "the field of the event that it is about",
	"reason":        "why, as the person said",
	"who":           "the person",
	"tag":           "the tag",
	"paragraphs":    "how many paragraphs it has",
	"events":        "how many events were found in it",
	"undated":       "how many of them have no date",
	"is_undone":     "1: a later act undid it",
	"url":           "the address of the article",
	"key":           "stable on every machine",
	"position":      "its place in the order, from 0",
}

// Tables tells of every table and view of a file of this version. The remarks are those of the schema files.
func Tables(ctx context.Context) ([]Table, error) {
	db, err := inMemory(ctx)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	remarks, err := remarks()
	if err != nil {
		return nil, err
	}
	var out []Table
	for _, row := range tableDocs {
		t := Table{Name: row.name, Doc: row.doc}
		if err := t.describe(ctx, db, remarks); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// inMemory returns a database of one connection, with the schema and no rows.
func inMemory(ctx context.Context) (*sql.DB, error) {
	register()
	db, err := sql.Open("annals", ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	for _, name := range changes() {
		text, err := schema.ReadFile(name)
		if err == nil {
			_, err = db.ExecContext(ctx, string(text))
		}
		if err != nil {
			db.Close()
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return db, nil
}

func (t *Table) describe(ctx context.Context, db *sql.DB, remarks map[string]string) error {
	rows, err := db.QueryContext(ctx, `select c.name, c.type, not c."notnull" and c.pk = 0, s.type, s.sql like 'create virtual%', coalesce(f."table", '')
		from sqlite_schema s, pragma_table_info(s.name) c left join pragma_foreign_key_list(s.name) f on f."from" = c.name and f.seq = 0 and f."to" is not 'article_id'
		where s.name = ? order by c.cid`, t.Name)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var c Column
		var index bool
		if err := rows.Scan(&c.Name, &c.Type, &c.Nullable, &t.Kind, &index, &c.References); err != nil {
			return err
		}
		if index {
			t.Kind = "full-text index"
		}
		if t.Kind != "table" {
			c.Type, c.Nullable = "", false
		}
		c.Doc = remarks[t.Name+"."+c.Name]
		if c.Doc == "" && t.Kind != "table" { // of a view, the remark on the column that it shows
			for _, of := range shown(t.Name) {
				if c.Doc == "" && commonDocs[c.Name] == "" {
					c.Doc = remarks[of+"."+c.Name]
				}
			}
		}
		if c.Doc == "" {
			c.Doc = commonDocs[c.Name]
		}
		t.Columns = append(t.Columns, c)
	}
	return rows.Err()
}

// shown are the tables whose columns a view has, those first that most of them are of.
func shown(view string) []string {
	if view == "timeline_actors" {
		return []string{"event_actors", "events"}
	}
	return []string{"events", "articles", "acts"}
}

var (
	tableLine  = regexp.MustCompile(`^create table (\w+)`)
	columnLine = regexp.MustCompile(`^ +"?(\w+)"? +(?:text|integer|blob)\b.*?-- (.*)$`)
	alterLine  = regexp.MustCompile(`^alter table (\w+) add column (\w+) .*?;\s*-- (.*)$`)
)

// remarks returns what the schema files say of columns, under table.column.
func remarks() (map[string]string, error) {
	out := map[string]string{}
	for _, name := range changes() {
		text, err := schema.ReadFile(name)
		if err != nil {
			return nil, err
		}
		table := ""
		for _, line := range strings.Split(string(text), "\n") {
			if m := tableLine.FindStringSubmatch(line); m != nil {
				table = m[1]
			} else if m := alterLine.FindStringSubmatch(line); m != nil {
				out[m[1]+"."+m[2]] = m[3]
			} else if m := columnLine.FindStringSubmatch(line); m != nil && table != "" {
				out[table+"."+m[1]] = m[2]
			}
		}
	}
	return out, nil
}
