package main

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline/render"
)

var mergeDBCommand = &command{
	name:  "merge-db",
	args:  "OTHER.db",
	short: "take in the articles of another database, and what people said there",
	examples: `
annals merge-db colleague.db
annals merge-db --db news.db colleague.db`,
	long: `
The other file stays as it is. Two people who take in each other's files have the same afterwards, and taking a file in
twice changes nothing. Of an article that both have in different versions the later stays; where both corrected the same
field, what was said last holds. Each such conflict is a line, and the log keeps both values.`,
	flags: widthFlag,
	min:   1, max: 1,
	run: mergeDatabases,
}

func mergeDatabases(e *env, ctx *cli.Context) error {
	path := ctx.Args().First()
	if _, err := os.Stat(path); err != nil {
		return noDatabase(path, err)
	}
	other, err := store.Open(ctx.Context, path, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer other.Close()
	return e.curate(ctx, func(db *store.Store, _ store.By) error {
		u, err := db.MergeFrom(ctx.Context, other)
		if err != nil {
			return err
		}
		var rows [][]string
		for _, c := range u.Conflicts {
			value := func(v string) string {
				if v = store.Names(c.Field, v); v == "" {
					return "none"
				}
				return v
			}
			rows = append(rows, []string{c.Key, c.Field, value(c.Ours), value(c.Theirs), value(c.Now)})
		}
		if len(rows) > 0 {
			if err := render.Table(e.out, []string{"Key", "Field", "Here", "There", "Now"}, rows, e.look(ctx.Int("width"))); err != nil {
				return err
			}
		}
		fmt.Fprintf(e.err, "taken in: %d articles, %d later versions, %d events, %d acts; %d conflicts\n",
			u.Articles, u.Replaced, u.Events, u.Acts, len(u.Conflicts))
		return nil
	})
}
