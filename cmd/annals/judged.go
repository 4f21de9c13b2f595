package main

import (
	"fmt"
	"io"
	"strings"

	"annals/store"
	"annals/timeline/render"
)

// writeReview writes what people made of an event, below the event. Only where history is asked for are values told
// that hold no longer.
func writeReview(w io.Writer, r store.Review, history bool, o render.Options) error {
	var told [][2]string
	for _, other := range r.Merged {
		from := other.Source.Title
		if from == "" {
			from = other.Source.Path
		}
		told = append(told, [2]string{other.Key, fmt.Sprintf("%s, ¶%d: %s", from, other.Para, other.Clause)})
	}
	if err := render.Fields(w, "Told by other events too", told, o); err != nil {
		return err
	}
	return render.Fields(w, "What people made of it", reviewFields(r, history), o)
}

func reviewFields(r store.Review, history bool) [][2]string {
	var out [][2]string
	add := func(name, value string) { out = append(out, [2]string{name, value}) }
	if r.Verdict != "" {
		add("Verdict", r.Verdict+lastVerdict(r.Acts))
	}
	if r.Gone {
		add("Gone", "the rules find it no longer; it stays because of what people made of it")
	}
	if len(r.Tags) > 0 {
		add("Tags", strings.Join(r.Tags, ", "))
	}
	for _, o := range r.Opposed {
		add("Conflict", conflict(o))
	}
	for _, a := range r.Acts {
		if a.Act == "undo" || a.Undone && !history {
			continue
		}
		undone := ""
		if a.Undone {
			undone = "; undone since"
		}
		switch {
		case a.Field == "note":
			add("Note", a.After+byWhom(a)+undone)
		case a.Field == "event":
			add("Added", "by hand"+byWhom(a)+undone)
		case a.Field == "mentions":
			add("Split", "its further places are events of their own"+byWhom(a)+undone)
		case a.Field == "merged" && a.After != "":
			add("Merged into", a.After+byWhom(a)+undone)
		case a.Act == "edit":
			add("Corrected", actChange(a)+byWhom(a)+undone)
		case history && a.Field == "verdict":
			add("Judged", actChange(a)+byWhom(a)+undone)
		}
	}
	return out
}

// conflict tells what the rules find instead of a correction.
func conflict(o store.Opposed) string {
	told := o.Field + ": the rules find " + valueOf(o.Field, o.Found) + " by now; the correction holds"
	if !o.Settled {
		told += " (annals confirm settles it)"
	}
	return told
}

// lastVerdict tells who gave the verdict that holds.
func lastVerdict(acts []store.Act) string {
	for i := len(acts) - 1; i >= 0; i-- {
		if a := acts[i]; a.Field == "verdict" && a.Act != "undo" && !a.Undone {
			return byWhom(a)
		}
	}
	return ""
}

// byWhom tells who acted, when and why, as far as the log knows.
func byWhom(a store.Act) string {
	var parts []string
	if a.By.Who != "" {
		parts = append(parts, a.By.Who)
	}
	if !a.By.At.IsZero() {
		parts = append(parts, a.By.At.Format("2006-01-02"))
	}
	s := strings.Join(parts, ", ")
	if a.By.Reason != "" {
		s = strings.TrimPrefix(s+": "+a.By.Reason, ": ")
	}
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
