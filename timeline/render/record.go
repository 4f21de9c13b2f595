package render

import (
	"io"
	"unicode/utf8"

	"annals/timeline"
)

type jsonDocument struct {
	Source    string      `json:"source"` // the path as the user gave it
	Key       string      `json:"key"`
	URL       *string     `json:"url"`
	Title     string      `json:"title"`
	Author    string      `json:"author"`
	Site      string      `json:"site"`
	Published *string     `json:"published"`
	From      string      `json:"published_from"`
	MediaType string      `json:"media_type"`
	Meta      []jsonField `json:"meta,omitempty"`
}

type jsonField struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type jsonParagraph struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
}

type jsonTime struct {
	Paragraph  int      `json:"paragraph"`
	Text       string   `json:"text"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Type       string   `json:"type"`
	Value      string   `json:"value"`
	Mod        string   `json:"mod,omitempty"`
	EDTF       *string  `json:"edtf"`
	Earliest   *string  `json:"earliest"`
	Latest     *string  `json:"latest"`
	Rule       string   `json:"rule"`
	Reading    string   `json:"reading"`
	Anchor     *string  `json:"anchor"`
	AnchorFrom string   `json:"anchor_from,omitempty"`
	Rejected   []string `json:"rejected,omitempty"`
}

type jsonGrounds struct {
	Sentence string    `json:"sentence"`
	Entry    string    `json:"entry"`
	Time     *jsonTime `json:"time"`
	Date     string    `json:"date"`
	Modality string    `json:"modality"`
	Actors   string    `json:"actors"`
	Targets  string    `json:"targets"`
}

type jsonEvent struct {
	Key        string        `json:"key"`
	Type       string        `json:"type"`
	Paragraph  int           `json:"paragraph"`
	Trigger    jsonTrigger   `json:"trigger"`
	Date       jsonDate      `json:"date"`
	Modality   string        `json:"modality"`
	Actors     []jsonParty   `json:"actors"`
	What       string        `json:"what"`
	Mentions   []jsonMention `json:"mentions"`
	Confidence int           `json:"confidence"`
	Target     jsonTarget    `json:"target"`
	Grounds    jsonGrounds   `json:"grounds"`
}

// Record writes everything read in one article as one JSON object on one line. Paragraphs count from 0, and
// start and end count the Unicode code points of a paragraph; end is exclusive.
func Record(w io.Writer, r timeline.Record) error {
	a := r.Article
	doc := jsonDocument{a.Path, a.Key(), optional(a.URL), a.Title, a.Author, a.Site, day(a.Published), a.PublishedFrom, a.MediaType, nil}
	for _, f := range a.Meta {
		doc.Meta = append(doc.Meta, jsonField(f))
	}
	paragraphs := make([]jsonParagraph, len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		paragraphs[i].Text = p
		if i < len(r.Kinds) {
			paragraphs[i].Kind = r.Kinds[i]
		}
	}
	times := make([]jsonTime, len(r.Times))
	for i, t := range r.Times {
		times[i] = timeJSON(a, t)
	}
	return encode(w, struct {
		Document   jsonDocument    `json:"document"`
		Events     []jsonEvent     `json:"events"`
		Paragraphs []jsonParagraph `json:"paragraphs"`
		Times      []jsonTime      `json:"times"`
	}{doc, eventsJSON(a, r.Findings), paragraphs, times}, "")
}

// eventsJSON gives each event the key that the database gives it.
func eventsJSON(a timeline.Article, findings []timeline.Finding) []jsonEvent {
	out := make([]jsonEvent, len(findings))
	nth := map[[3]string]int{}
	for i, f := range findings {
		same := [3]string{string(f.Type), f.Grounds.Sentence, f.Trigger}
		g := f.Grounds
		out[i] = jsonEvent{
			Key:  timeline.EventKey(a.Key(), f.Type, g.Sentence, f.Trigger, nth[same]),
			Type: string(f.Type), Paragraph: f.Para, Trigger: triggerJSON(a, f.Para, f.Trigger, f.At),
			Date: dateJSON(f.Event), Modality: string(f.Modality), Actors: partiesJSON(f.Event), What: what(f.Event),
			Mentions: []jsonMention{}, Confidence: f.Confidence, Target: eventTarget(a, f),
			Grounds: jsonGrounds{g.Sentence, g.Entry, nil, g.Date, g.Modality, g.Actors, g.Targets},
		}
		nth[same]++
		if g.Time != nil {
			t := timeJSON(a, *g.Time)
			out[i].Grounds.Time = &t
		}
		for _, m := range f.Mentions {
			out[i].Mentions = append(out[i].Mentions, jsonMention{m.Para, triggerJSON(a, m.Para, m.Trigger, m.At)})
		}
	}
	return out
}

func triggerJSON(a timeline.Article, para int, text string, at timeline.Span) jsonTrigger {
	start, end := points(a, para, at)
	return jsonTrigger{text, &start, &end}
}

func timeJSON(a timeline.Article, t timeline.Time) jsonTime {
	start, end := points(a, t.Para, t.At)
	return jsonTime{
		t.Para, t.Text, start, end, t.Type, t.Value, t.Mod, optional(t.Date.String()), day(t.Earliest), day(t.Latest),
		t.Rule, t.Reading, day(t.Anchor), t.From, t.Rejected,
	}
}

// points turns a span in bytes into code points. A span outside the paragraph is cut to it.
func points(a timeline.Article, para int, at timeline.Span) (start, end int) {
	if para < 0 || para >= len(a.Paragraphs) {
		return 0, 0
	}
	p := a.Paragraphs[para]
	from := min(max(at.Start, 0), len(p))
	to := min(max(at.End, from), len(p))
	start = utf8.RuneCountInString(p[:from])
	return start, start + utf8.RuneCountInString(p[from:to])
}
