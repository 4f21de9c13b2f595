package store

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"annals/timeline"
	"annals/timeline/edtf"
)

// Found returns the event whose key begins with prefix as the rules found it: without what people corrected. Its grounds
// are those of what it says.
func (s *Store) Found(ctx context.Context, prefix string) (timeline.Detail, error) {
	d, err := s.Event(ctx, prefix)
	if err != nil {
		return d, err
	}
	review, err := s.Review(ctx, d.Key)
	if err != nil {
		return d, err
	}
	e := earlierFinding{key: d.Key, fields: map[string]string{}, said: map[string]string{}, judged: map[string][]string{}}
	e.uncorrect(review.Acts, review.Opposed)
	for _, field := range comparedFields {
		if value, ok := e.fields[field]; ok {
			err = errors.Join(err, setField(&d.Event, field, value))
		}
	}
	return d, s.wrap(err)
}

// setField gives a field of the event a value of the log. It is the inverse of machineFields.
func setField(e *timeline.Event, field, value string) (err error) {
	switch field {
	case "date":
		e.Date, e.Earliest, e.Latest, err = parseBounded(value)
	case "type":
		e.Type = timeline.Type(value)
	case "modality":
		e.Modality = timeline.Modality(value)
	case "clause":
		e.Clause = value
	case "actors":
		e.Actors, err = parseParties(value)
	case "targets":
		e.Targets, err = parseParties(value)
	}
	return err
}

// parseBounded is the inverse of bounded.
func parseBounded(value string) (d edtf.Date, earliest, latest edtf.Day, err error) {
	words, bounds, narrower := strings.Cut(value, " within ")
	if d, err = edtf.Parse(words); err != nil {
		return d, 0, 0, err
	}
	earliest, latest = d.Bounds()
	if narrower {
		first, last, _ := strings.Cut(bounds, " and ")
		err = errors.Join(dayTo{&earliest}.Scan(first), dayTo{&latest}.Scan(last))
	}
	return d, earliest, latest, err
}

// parseParties is the inverse of parties.
func parseParties(value string) ([]timeline.Party, error) {
	var list [][4]string
	if err := json.Unmarshal([]byte(value), &list); err != nil {
		return nil, err
	}
	var out []timeline.Party
	for _, x := range list {
		out = append(out, timeline.Party{Name: x[0], Role: timeline.Role(x[1]), Kind: timeline.Kind(x[2]), Title: x[3]})
	}
	return out, nil
}
