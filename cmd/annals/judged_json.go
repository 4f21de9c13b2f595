package main

import (
	"time"

	"annals/store"
)

// jsonReview is what people made of an event, as JSON. Lists are never null, so that a program need not ask.
type jsonReview struct {
	Verdict     string           `json:"verdict"` // confirmed, rejected, or unreviewed
	IsGone      bool             `json:"is_gone"`
	MergedInto  string           `json:"merged_into,omitempty"`
	Merged      []string         `json:"merged,omitempty"` // keys of events
	Tags        []string         `json:"tags"`
	Notes       []jsonNote       `json:"notes"`
	Corrections []jsonCorrection `json:"corrections"`
	Conflicts   []jsonConflict   `json:"conflicts"`
}

// jsonBy tells who acted, when and why, as far as the log knows.
type jsonBy struct {
	Who    string `json:"who,omitempty"`
	At     string `json:"at,omitempty"`
	Reason string `json:"reason,omitempty"`
}

type jsonNote struct {
	Text string `json:"text"`
	jsonBy
}

type jsonCorrection struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
	jsonBy
}

type jsonConflict struct {
	Field     string `json:"field"`
	Found     string `json:"found"`
	IsSettled bool   `json:"is_settled"`
}

func reviewJSON(r store.Review) jsonReview {
	out := jsonReview{Verdict: r.Verdict, IsGone: r.Gone, Tags: r.Tags, Notes: []jsonNote{}, Corrections: []jsonCorrection{}, Conflicts: []jsonConflict{}}
	if out.Verdict == "" {
		out.Verdict = "unreviewed"
	}
	if out.Tags == nil {
		out.Tags = []string{}
	}
	for _, other := range r.Merged {
		out.Merged = append(out.Merged, other.Key)
	}
	for _, o := range r.Opposed {
		out.Conflicts = append(out.Conflicts, jsonConflict{o.Field, store.Names(o.Field, o.Found), o.Settled})
	}
	for _, a := range r.Acts {
		if a.Undone || a.Act == "undo" {
			continue
		}
		by := jsonBy{Who: a.By.Who, Reason: a.By.Reason}
		if !a.By.At.IsZero() {
			by.At = a.By.At.Format(time.RFC3339)
		}
		switch {
		case a.Field == "note":
			out.Notes = append(out.Notes, jsonNote{a.After, by})
		case a.Act == "edit":
			out.Corrections = append(out.Corrections, jsonCorrection{a.Field, store.Names(a.Field, a.Before), store.Names(a.Field, a.After), by})
		case a.Field == "merged":
			out.MergedInto = a.After
		}
	}
	return out
}
