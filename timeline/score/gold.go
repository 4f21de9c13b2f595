package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"annals/timeline"
	"annals/timeline/edtf"
)

// A Gold is one event as a person annotated it: one line of a gold file. The annotation has a date, its bounds and
// its basis; of the parties it has names alone.
type Gold struct {
	Para     int               `json:"para"`    // the paragraph that reports the event
	Type     timeline.Type     `json:"type"`    //
	Trigger  string            `json:"trigger"` // copied exactly from the paragraph
	Date     string            `json:"date"`    // EDTF; empty where the text gives no ground for a date
	Earliest string            `json:"earliest"`
	Latest   string            `json:"latest"`
	DateText string            `json:"date_text"` // the words that give the date; empty where it is inferred
	Basis    timeline.Basis    `json:"basis"`
	Modality timeline.Modality `json:"modality"`
	Actors   []string          `json:"actors"`
	Targets  []string          `json:"targets"`

	from, to edtf.Day // Earliest and Latest, zero where empty
}

// ReadGold reads a gold file, JSON Lines, and checks what can be checked without the article: dates, bounds and
// words of closed lists. The name stands in its errors, with the line.
func ReadGold(r io.Reader, name string) ([]Gold, error) {
	var rows []Gold
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		g, err := parseGold(lines.Text())
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		rows = append(rows, g)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

func parseGold(line string) (Gold, error) {
	var g Gold
	d := json.NewDecoder(strings.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&g); err != nil {
		return g, err
	}
	var err error
	if g.from, err = goldDay(g.Earliest); err != nil {
		return g, fmt.Errorf("earliest: %w", err)
	}
	if g.to, err = goldDay(g.Latest); err != nil {
		return g, fmt.Errorf("latest: %w", err)
	}
	return g, nil
}

func goldDay(s string) (edtf.Day, error) {
	if s == "" {
		return 0, nil
	}
	return edtf.ParseDay(s)
}

// Check returns what is wrong with g as an annotation of an article of these paragraphs: a trigger or date text that
// does not occur in its paragraph, a date that is not EDTF, bounds that leave the date, an unknown word of a closed list.
func (g Gold) Check(paragraphs []string) error {
	switch {
	case g.Para < 0 || g.Para >= len(paragraphs):
		return fmt.Errorf("para %d: the article has %d paragraphs, counted from 0", g.Para, len(paragraphs))
	case g.Trigger == "" || !strings.Contains(paragraphs[g.Para], g.Trigger):
		return fmt.Errorf("trigger %q does not occur in paragraph %d", g.Trigger, g.Para)
	case !strings.Contains(paragraphs[g.Para], g.DateText):
		return fmt.Errorf("date_text %q does not occur in paragraph %d", g.DateText, g.Para)
	case !g.Type.Known():
		return fmt.Errorf("type %q is none of the types", g.Type)
	case !slices.Contains(timeline.Bases, g.Basis):
		return fmt.Errorf("basis %q is none of the bases", g.Basis)
	case !slices.Contains(timeline.Modalities, g.Modality):
		return fmt.Errorf("modality %q is none of the modalities", g.Modality)
	}
	return g.checkDate()
}

// checkDate allows bounds outside the date where it is approximate, and, for a date that is the publication date for
// want of a better one, up to two days before it.
func (g Gold) checkDate() error {
	date, err := edtf.Parse(g.Date)
	if err != nil {
		return err
	}
	if none := g.Basis == timeline.NoBasis; none != date.IsZero() {
		return fmt.Errorf("date %q with basis %s", g.Date, g.Basis)
	}
	if date.IsZero() {
		if g.from != 0 || g.to != 0 {
			return fmt.Errorf("bounds %s and %s without a date", g.Earliest, g.Latest)
		}
		return nil
	}
	from, to := date.Bounds()
	if g.Basis == timeline.Publication {
		from -= 2
	}
	if date.Unit() == edtf.UnitSeason {
		to += 22 // an astronomical season begins and ends three weeks after the calendar's
	}
	switch {
	case g.to == 0 || g.from > g.to:
		return fmt.Errorf("bounds %q and %q are no interval", g.Earliest, g.Latest)
	case !date.Approximate() && (g.from < from || g.to > to):
		return fmt.Errorf("bounds %s and %s leave the date %s", g.Earliest, g.Latest, g.Date)
	}
	return nil
}
