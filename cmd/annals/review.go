package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"annals/store"
	"annals/timeline"
	"annals/timeline/render"
)

var reviewCommand = &command{
	name:  "review",
	short: "walk through the unreviewed events, one key a decision",
	examples: `
annals review                          all, in the order of their dates
annals review --type ruling --from 2025-08
annals review --source harbour --limit 20`,
	long: reviewHelp,
	flags: func() []cli.Flag {
		return append([]cli.Flag{
			&cli.StringFlag{Name: "from", Usage: "events that can have happened on or after this `DATE`"},
			&cli.StringFlag{Name: "to", Usage: "events that can have happened on or before this `DATE`"},
			&cli.StringSliceFlag{Name: "type", Aliases: []string{"t"}, Usage: "only this `TYPE`; may be repeated"},
			&cli.StringFlag{Name: "actor", Usage: "a part of the `NAME` of somebody who acted"},
			&cli.StringFlag{Name: "source", Usage: "a part of the article's `NAME`: path, address, title, outlet or key"},
			&cli.StringFlag{Name: "text", Usage: "`WORDS` of the source paragraph"},
			&cli.IntFlag{Name: "limit", Usage: "at most `N` events"},
		}, widthFlag()...)
	},
	values: map[string][]string{"type": typeNames()},
	run:    reviewAll,
}

const reviewHelp = `
Each event is shown with its paragraph, and one key decides:
  y  right: confirm it            d  correct its date
  n  wrong: reject it             t  give it a tag
  s  skip it for now              m  add a remark
  u  take the last act back       w  tell how it was found
  q  stop                         ?  these keys
Each decision is saved at once: stop at any time, and run annals review again to go on.`

const reviewKeys = "[y] right  [n] wrong  [s]kip  [d]ate  [t]ag  re[m]ark  [w]hy  [u]ndo  [q]uit  [?] "

// errQuit says that the person wants to stop.
var errQuit = errors.New("quit")

// A reviewer walks through events.
type reviewer struct {
	e      *env
	ctx    *cli.Context
	db     *store.Store
	keys   keyboard
	look   render.Options
	done   []string // the events on which an act can be taken back, the latest last
	counts map[string]int
}

func reviewAll(e *env, ctx *cli.Context) error {
	q, err := query(ctx)
	if err != nil {
		return err
	}
	q.Unreviewed, q.Limit = true, ctx.Int("limit")
	db, err := e.openToWrite(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	t, err := db.Timeline(ctx.Context, q)
	if err != nil {
		return err
	}
	r := reviewer{e: e, ctx: ctx, db: db, keys: keyboard{from: e.in, in: bufio.NewReader(e.in)}, look: e.look(ctx.Int("width")), counts: map[string]int{}}
	for i := 0; i < len(t.Entries); {
		step, err := r.one(t.Entries[i], i+1, len(t.Entries))
		if errors.Is(err, errQuit) {
			break
		}
		if err != nil {
			return err
		}
		i = max(i+step, 0)
	}
	left, err := db.Status(ctx.Context)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "confirmed %d, rejected %d, skipped %d; %d unreviewed are left\n",
		r.counts["confirmed"], r.counts["rejected"], r.counts["skipped"], left.Unreviewed)
	return db.Close()
}

// one shows an event and carries out keys until one of them leaves it. It returns how many events to go on, or back.
func (r *reviewer) one(entry timeline.Entry, n, of int) (step int, err error) {
	shown := false
	for {
		if !shown {
			if err := r.show(entry.Key, n, of); err != nil {
				return 0, err
			}
		}
		fmt.Fprint(r.e.out, "\n"+reviewKeys)
		key, err := r.keys.key()
		if err != nil {
			fmt.Fprintln(r.e.out)
			return 0, err
		}
		fmt.Fprintln(r.e.out, string(key))
		var leave bool
		if step, leave, shown, err = r.press(key, entry.Key); leave || err != nil {
			return step, err
		}
	}
}

func (r *reviewer) show(key string, n, of int) error {
	d, err := r.db.Event(r.ctx.Context, key)
	if err != nil {
		return err
	}
	review, err := r.db.Review(r.ctx.Context, key)
	if err != nil {
		return err
	}
	fmt.Fprintf(r.e.out, "\n── %d of %d ──\n", n, of)
	if err := render.Detail(r.e.out, d, r.look); err != nil {
		return err
	}
	return writeReview(r.e.out, review, false, r.look)
}

// press carries out one key. leave says that the event is done with, by step events; shown that what is on the screen
// still holds.
func (r *reviewer) press(key rune, event string) (step int, leave, shown bool, err error) {
	ctx, by := r.ctx.Context, store.By{Who: r.e.who(), At: r.e.now().UTC().Truncate(time.Second)}
	switch key {
	case 'y':
		r.counts["confirmed"]++
		return 1, true, false, r.did(event, func() error { return r.db.Confirm(ctx, event, by) })
	case 'n':
		r.counts["rejected"]++
		return 1, true, false, r.did(event, func() error { return r.db.Reject(ctx, event, by) })
	case 's', ' ':
		r.counts["skipped"]++
		return 1, true, false, nil
	case 'u':
		return r.undo(event, by)
	case 'w':
		d, err := r.db.Found(ctx, event)
		if err == nil {
			err = render.Why(r.e.out, d, r.look)
		}
		return 0, false, true, err
	case 'd', 't', 'm':
		shown, err = r.correct(key, event, by)
		return 0, false, shown, err
	case '?':
		fmt.Fprintln(r.e.out, strings.TrimSpace(reviewHelp))
		return 0, false, true, nil
	case 'q':
		return 0, true, false, errQuit
	}
	fmt.Fprintf(r.e.out, "no such key; ? tells them\n")
	return 0, false, true, nil
}

// undo takes back the last act of this walk. A verdict belongs to the event before, so it goes back there.
func (r *reviewer) undo(event string, by store.By) (step int, leave, shown bool, err error) {
	if len(r.done) == 0 {
		fmt.Fprintln(r.e.out, "nothing to undo since this review began; annals undo goes further back")
		return 0, false, true, nil
	}
	last := r.done[len(r.done)-1]
	r.done = r.done[:len(r.done)-1]
	a, err := r.db.Undo(r.ctx.Context, last, by)
	if err != nil {
		return 0, false, false, err
	}
	fmt.Fprintf(r.e.out, "undone: %s\n", render.Plain(actChange(a)))
	if a.Field == "verdict" {
		r.counts[a.After]--
	}
	if last != event {
		return -1, true, false, nil
	}
	return 0, false, false, nil
}

// correct asks for a date, a tag or a remark. An empty answer changes nothing.
func (r *reviewer) correct(key rune, event string, by store.By) (shown bool, err error) {
	fmt.Fprint(r.e.out, map[rune]string{'d': "date (2025, 2025-08, 2025-08-21): ", 't': "tag: ", 'm': "remark: "}[key])
	answer, err := r.keys.line()
	if err != nil || answer == "" {
		return true, err
	}
	ctx := r.ctx.Context
	switch key {
	case 'd':
		d, wrong := parseDate(answer)
		if wrong != nil {
			fmt.Fprintln(r.e.out, render.Plain(wrong.Error()))
			return true, nil
		}
		return false, r.did(event, func() error { return r.db.Edit(ctx, event, store.Edit{Date: &d}, by) })
	case 't':
		return false, r.did(event, func() error { return r.db.Tag(ctx, event, answer, by) })
	}
	return false, r.did(event, func() error { return r.db.Note(ctx, event, answer, by) })
}

// did does something to the event, and remembers that it can be taken back. What changed nothing cannot.
func (r *reviewer) did(event string, do func() error) error {
	before, err := r.db.Log(r.ctx.Context, event)
	if err == nil {
		err = do()
	}
	if err != nil {
		return err
	}
	after, err := r.db.Log(r.ctx.Context, event)
	if len(after) > len(before) {
		r.done = append(r.done, event)
	}
	return err
}

// A keyboard gives keys and lines: from a terminal, keys as they are pressed; from elsewhere, a line each.
type keyboard struct {
	from io.Reader
	in   *bufio.Reader
}

// key returns the next key. The end of the input, and Ctrl-C, mean to stop.
func (k keyboard) key() (rune, error) {
	f, ok := k.from.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return k.first()
	}
	state, err := term.MakeRaw(int(f.Fd()))
	if err != nil {
		return 0, err
	}
	defer term.Restore(int(f.Fd()), state) //nolint:errcheck // there is nothing else to try
	r, _, err := k.in.ReadRune()
	if errors.Is(err, io.EOF) || r == 3 || r == 4 {
		return 0, errQuit
	}
	return r, err
}

// first returns the first letter of the next line that has any.
func (k keyboard) first() (rune, error) {
	for {
		text, err := k.in.ReadString('\n')
		for _, r := range strings.TrimRight(text, "\r\n") {
			return r, nil
		}
		if errors.Is(err, io.EOF) {
			return 0, errQuit
		}
		if err != nil {
			return 0, err
		}
	}
}

// line returns the next line, without spaces around it.
func (k keyboard) line() (string, error) {
	text, err := k.in.ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimSpace(text), err
}
