package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A Timex is a time expression as TIMEX3 annotates it. Start and End count code points of the document's text. Gold
// has no Rule; of what a system found it is the rule that read it.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Rule  string `json:"rule,omitempty"`
}

// A TimeDocument is one annotated document.
type TimeDocument struct {
	ID        string  `json:"id"`
	Published string  `json:"dct,omitempty"`
	Text      string  `json:"text,omitempty"`
	Timexes   []Timex `json:"timexes"`
}

// ReadTimes reads documents, one JSON object a line.
func ReadTimes(r io.Reader) ([]TimeDocument, error) {
	var docs []TimeDocument
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<28)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var d TimeDocument
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		docs = append(docs, d)
	}
	return docs, lines.Err()
}

// A Percent is a share in hundredths, printed with at most two decimals.
type Percent float64

// MarshalJSON implements json.Marshaler.
func (p Percent) MarshalJSON() ([]byte, error) {
	s := strings.TrimRight(strconv.FormatFloat(float64(p), 'f', 2, 64), "0")
	if strings.HasSuffix(s, ".") {
		s += "0"
	}
	return []byte(s), nil
}

// A TimeShare is precision, recall and their mean.
type TimeShare struct {
	P       Percent `json:"P"`
	R       Percent `json:"R"`
	F1      Percent `json:"F1"`
	Matched int     `json:"matched"`
}

// TimeAccuracy is how many of the pairs agree in something.
type TimeAccuracy struct {
	Accuracy Percent `json:"accuracy"`
	F1       Percent `json:"F1"`
	Matched  int     `json:"matched"`
}

// TimeValue is TimeAccuracy for values, which some gold expressions lack.
type TimeValue struct {
	TimeAccuracy
	WhereValued  Percent `json:"accuracy_where_gold_has_value"`
	WithoutValue int     `json:"gold_without_value"`
}

// TimeResult has the figures of TempEval-3.
type TimeResult struct {
	Docs        int          `json:"docs"`
	Gold        int          `json:"gold"`
	System      int          `json:"system"`
	Strict      TimeShare    `json:"strict"`
	Relaxed     TimeShare    `json:"relaxed"`
	Type        TimeAccuracy `json:"type"`
	Value       TimeValue    `json:"value"`
	StrictValue Percent      `json:"strict_value_F1"`

	Errors []TimeError `json:"-"`
}

// A TimeError is one disagreement. Kind is one of TimeErrorKinds.
type TimeError struct{ Kind, Document, What, Context string }

// TimeErrorKinds are the kinds of errors in the order in which they are listed.
var TimeErrorKinds = []string{"missed", "spurious", "wrong extent", "wrong type", "wrong value"}

// Times compares the times that a system found with those of gold, as TempEval-3 did: expressions that overlap become
// pairs from left to right, one to one. A document that system lacks counts as empty.
func Times(gold, system []TimeDocument) TimeResult {
	r := TimeResult{Docs: len(gold)}
	byID := map[string][]Timex{}
	for _, d := range system {
		byID[d.ID] = d.Timexes
	}
	var c timeCounts
	for _, d := range gold {
		c.document(&r, d, sortedTimes(d.Timexes), sortedTimes(byID[d.ID]))
	}
	share := func(hits int) TimeShare {
		p, q := ratio(hits, r.System), ratio(hits, r.Gold)
		return TimeShare{Percent(100 * p), Percent(100 * q), Percent(100 * mean(p, q)), hits}
	}
	r.Strict, r.Relaxed = share(c.strict), share(c.pairs)
	f := mean(ratio(c.pairs, r.System), ratio(c.pairs, r.Gold))
	accuracy := func(hits int) TimeAccuracy {
		return TimeAccuracy{Percent(100 * ratio(hits, c.pairs)), Percent(100 * (f * ratio(hits, c.pairs))), hits}
	}
	r.Type = accuracy(c.types)
	r.Value = TimeValue{accuracy(c.values), Percent(100 * ratio(c.valuedHits, c.valuedPairs)), r.Gold - c.valued}
	r.StrictValue = share(c.all).F1
	return r
}

type timeCounts struct{ pairs, strict, types, values, all, valued, valuedPairs, valuedHits int }

func sortedTimes(t []Timex) []Timex {
	t = slices.Clone(t)
	slices.SortStableFunc(t, func(a, b Timex) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return t
}

// document adds one document to the counts and lists its errors.
func (c *timeCounts) document(r *TimeResult, d TimeDocument, gold, system []Timex) {
	text := []rune(d.Text)
	fault := func(kind, what string, t Timex) {
		r.Errors = append(r.Errors, TimeError{kind, d.ID, what, timeContext(text, t)})
	}
	r.Gold += len(gold)
	r.System += len(system)
	for _, g := range gold {
		if g.Value != "" {
			c.valued++
		}
	}
	i, j := 0, 0
	for i < len(gold) || j < len(system) {
		switch {
		case j == len(system) || i < len(gold) && gold[i].End <= system[j].Start:
			fault("missed", gold[i].Type+" "+gold[i].Value, gold[i])
			i++
		case i == len(gold) || system[j].End <= gold[i].Start:
			fault("spurious", system[j].Type+" "+system[j].Value, system[j])
			j++
		default:
			c.pair(gold[i], system[j], fault)
			i++
			j++
		}
	}
}

// pair counts in what two paired expressions agree.
func (c *timeCounts) pair(g, s Timex, fault func(kind, what string, t Timex)) {
	same, kind, value := g.Start == s.Start && g.End == s.End, g.Type == s.Type, g.Value == s.Value
	c.pairs++
	for _, count := range []struct {
		n  *int
		ok bool
	}{{&c.strict, same}, {&c.types, kind}, {&c.values, value}, {&c.all, same && kind && value},
		{&c.valuedPairs, g.Value != ""}, {&c.valuedHits, g.Value != "" && value}} {
		if count.ok {
			*count.n++
		}
	}
	if !same {
		fault("wrong extent", fmt.Sprintf("system %q", s.Text), g)
	}
	if !kind {
		fault("wrong type", "gold "+g.Type+" system "+s.Type, g)
	}
	if !value {
		fault("wrong value", "gold "+g.Value+" system "+s.Value, g)
	}
}

func timeContext(text []rune, t Timex) string {
	if t.End > len(text) {
		return ""
	}
	const around = 40
	a, b := text[max(0, t.Start-around):t.Start], text[t.End:min(len(text), t.End+around)]
	return strings.Join(strings.Fields(string(a)+"[["+string(text[t.Start:t.End])+"]]"+string(b)), " ")
}

func mean(p, q float64) float64 {
	if p+q == 0 {
		return 0
	}
	return 2 * p * q / (p + q)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
