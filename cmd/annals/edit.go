package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"annals/store"
	"annals/timeline"
)

var editCommand = &command{
	name:  "edit",
	args:  "KEY",
	short: "correct the date, type, modality or parties of an event",
	examples: `
annals edit k3v --date 2025-08-21 -m "the gazette has the day"
annals edit k3v --type ruling --modality planned
annals edit k3v --actor "Harbour Court" --actor "Ministry of Ports"   all its actors, in this order
annals edit k3v --target ""                                            no target`,
	long: `
Dates are EDTF (https://www.loc.gov/standards/datetime/) and may be partial: 2025, 2025-08, 2025-08-21. One of several
is [2025-08-21,2025-08-22]. The actors that are given replace those that the event has; a name that it has already keeps
its role and title. Likewise targets. Corrections stay when the article is read again. Each corrected field is a line of
annals log, and a step of annals undo.`,
	flags: func() []cli.Flag {
		return append([]cli.Flag{
			&cli.StringFlag{Name: "date", Usage: "it happened on this `DATE`"},
			&cli.StringFlag{Name: "type", Aliases: []string{"t"}, Usage: "it is of this `TYPE`"},
			&cli.StringFlag{Name: "modality", Usage: "it has this `MODALITY`"},
			&cli.StringSliceFlag{Name: "actor", Usage: "the `NAME` of somebody who did it; may be repeated"},
			&cli.StringSliceFlag{Name: "target", Usage: "the `NAME` of somebody to whom it was done; may be repeated"},
			&cli.StringFlag{Name: "note", Usage: "add this remark, `TEXT`"},
		}, reasonFlag()...)
	},
	values: map[string][]string{"type": typeNames(), "modality": modalityNames()},
	min:    1, max: 1,
	run: edit,
}

func edit(e *env, ctx *cli.Context) error {
	change, err := corrections(ctx)
	if err != nil {
		return err
	}
	if change == (store.Edit{}) && !ctx.IsSet("actor") && !ctx.IsSet("target") && !ctx.IsSet("note") {
		return usagef("edit: nothing to correct; see annals edit --help")
	}
	return e.curate(ctx, func(db *store.Store, by store.By) error {
		event, err := db.Event(ctx.Context, ctx.Args().First())
		if err != nil {
			return err
		}
		if ctx.IsSet("actor") {
			list := renamed(ctx.StringSlice("actor"), event.Actors, timeline.Agent)
			change.Actors = &list
		}
		if ctx.IsSet("target") {
			list := renamed(ctx.StringSlice("target"), event.Targets, timeline.Target)
			change.Targets = &list
		}
		if err := db.Edit(ctx.Context, event.Key, change, by); err != nil || !ctx.IsSet("note") {
			return err
		}
		return db.Note(ctx.Context, event.Key, ctx.String("note"), by)
	})
}

// corrections returns what the flags say that needs no look at the event.
func corrections(ctx *cli.Context) (store.Edit, error) {
	var change store.Edit
	if ctx.IsSet("date") {
		d, err := parseDate(ctx.String("date"))
		if err != nil {
			return change, usagef("--date: %v", err)
		}
		change.Date = &d
	}
	if ctx.IsSet("type") {
		t := timeline.Type(ctx.String("type"))
		change.Type = &t
	}
	if ctx.IsSet("modality") {
		m := timeline.Modality(ctx.String("modality"))
		change.Modality = &m
	}
	return change, nil
}

// renamed returns the parties of those names. One that the event has already stays as it is; a new one takes the role
// that the side has, and nobody knows of what kind it is.
func renamed(names []string, had []timeline.Party, role timeline.Role) []timeline.Party {
	if len(had) > 0 {
		role = had[0].Role
	}
	var out []timeline.Party
	for _, name := range names {
		name = strings.TrimSpace(name)
		at := slices.IndexFunc(had, func(p timeline.Party) bool { return strings.EqualFold(p.Name, name) })
		switch {
		case name == "":
		case at >= 0:
			out = append(out, had[at])
		default:
			out = append(out, timeline.Party{Name: name, Role: role, Kind: timeline.Other})
		}
	}
	return out
}
