package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"annals/timeline"
	"annals/timeline/edtf"
)

// optional is null in JSON where s is empty: an unknown date is not the date "".
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

type jsonDate struct {
	EDTF     *string `json:"edtf"`
	Earliest *string `json:"earliest"`
	Latest   *string `json:"latest"`
	Text     string  `json:"text"`
	Basis    string  `json:"basis"`
	When     string  `json:"when"`
}

func dateJSON(e timeline.Event) jsonDate {
	return jsonDate{optional(e.Date.String()), day(e.Earliest), day(e.Latest), e.DateText, string(e.Basis), When(e)}
}

func day(d edtf.Day) *string { return optional(d.String()) }

type jsonParty struct {
	Name  string `json:"name"`
	Role  string `json:"role"`
	Kind  string `json:"kind,omitempty"`
	Title string `json:"title,omitempty"`
}

// partiesJSON lists both sides of an event in one list, told apart by their roles.
func partiesJSON(e timeline.Event) []jsonParty {
	out := []jsonParty{}
	add := func(ps []timeline.Party, otherwise timeline.Role) {
		for _, p := range ps {
			if p.Role == "" {
				p.Role = otherwise
			}
			out = append(out, jsonParty{p.Name, string(p.Role), string(p.Kind), p.Title})
		}
	}
	add(e.Actors, timeline.Agent)
	add(e.Targets, timeline.Target)
	return out
}

type jsonSource struct {
	Key       string  `json:"key"`
	Path      string  `json:"path"`
	URL       *string `json:"url"`
	Title     string  `json:"title"`
	Site      string  `json:"site"`
	Published *string `json:"published"`
}

type jsonTrigger struct {
	Text  string `json:"text"`
	Start *int   `json:"start,omitempty"` // in Unicode code points of the paragraph
	End   *int   `json:"end,omitempty"`
}

type jsonMention struct {
	Paragraph int         `json:"paragraph"`
	Trigger   jsonTrigger `json:"trigger"`
}

type jsonEntry struct {
	Key        string        `json:"key"`
	Type       string        `json:"type"`
	Date       jsonDate      `json:"date"`
	Modality   string        `json:"modality"`
	What       string        `json:"what"`
	Actors     []jsonParty   `json:"actors"`
	Paragraph  int           `json:"paragraph"`
	Trigger    jsonTrigger   `json:"trigger"`
	Mentions   []jsonMention `json:"mentions,omitempty"`
	Confidence int           `json:"confidence"`
	Source     jsonSource    `json:"source"`
	Link       string        `json:"link"`
}

func entryJSON(e timeline.Entry) jsonEntry {
	s := e.Source
	out := jsonEntry{
		Key: e.Key, Type: string(e.Type), Date: dateJSON(e.Event), Modality: string(e.Modality), What: what(e.Event),
		Actors: partiesJSON(e.Event), Paragraph: e.Para, Trigger: jsonTrigger{Text: e.Trigger}, Confidence: e.Confidence,
		Source: jsonSource{s.Key, s.Path, optional(s.URL), s.Title, s.Site, day(s.Published)},
		Link:   Link(e, ""),
	}
	for _, m := range e.Mentions {
		out.Mentions = append(out.Mentions, jsonMention{m.Para, jsonTrigger{Text: m.Trigger}})
	}
	return out
}

func writeJSON(w io.Writer, t timeline.Timeline, _ Options) error {
	all := struct {
		Title   string      `json:"title"`
		Entries []jsonEntry `json:"entries"`
	}{t.Title, []jsonEntry{}}
	for _, e := range t.Entries {
		all.Entries = append(all.Entries, entryJSON(e))
	}
	return encode(w, all, "  ")
}

func writeJSONLines(w io.Writer, t timeline.Timeline, _ Options) error {
	for _, e := range t.Entries {
		if err := encode(w, entryJSON(e), ""); err != nil {
			return err
		}
	}
	return nil
}

// encode writes v as JSON (RFC 8259) and a line break. The encoder escapes the C0 controls; those others that
// a terminal or a reader would obey are escaped here, which changes no string.
func encode(w io.Writer, v any, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("json: %w", err)
	}
	raw := b.Bytes()
	out := make([]byte, 0, len(raw))
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		switch {
		case (r == 0x7f || dangerous(r)) && r <= 0xffff:
			out = fmt.Appendf(out, `\u%04x`, r)
		case dangerous(r): // the surrogates of UTF-16, RFC 8259, section 7
			out = fmt.Appendf(out, `\u%04x\u%04x`, 0xd800+(r-0x10000)>>10, 0xdc00+(r-0x10000)&0x3ff)
		default:
			out = append(out, raw[:n]...)
		}
		raw = raw[n:]
	}
	_, err := w.Write(out)
	return err
}
