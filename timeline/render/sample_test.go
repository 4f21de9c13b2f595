package render

import (
	"annals/timeline"
	"annals/timeline/edtf"
)

// The sample timeline has what makes output hard: scripts that do not part words, scripts that run from right
// to left, terminal sequences, characters that every format gives a meaning to, and dates of every kind.

var (
	gazette = timeline.Source{
		Key: "gazette0001", Path: "in/harbour.html", URL: "https://www.example.org/2025/harbour?id=7&v=(2)#story",
		Title: "Harbour talks", Site: "The Gazette", Published: edtf.DayOf(2025, 8, 22),
	}
	notes = timeline.Source{
		Key: "notes00001", Path: "in/côte [draft] | 2.txt", Published: edtf.DayOf(2025, 5, 6),
	}
	hostile = timeline.Source{
		Key: "hostile001", Path: "-", URL: "javascript:alert(1)", Title: "=1+1", Published: edtf.DayOf(2025, 1, 2),
	}
)

func date(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func party(name string, role timeline.Role, kind timeline.Kind) timeline.Party {
	return timeline.Party{Name: name, Role: role, Kind: kind}
}

// event makes an entry whose bounds are those of its date.
func event(key string, t timeline.Type, d string, clause, trigger string) timeline.Entry {
	e := timeline.Entry{Key: key, Source: gazette}
	e.Type, e.Date, e.Clause, e.Trigger, e.Modality, e.Basis = t, date(d), clause, trigger, timeline.Actual, timeline.Relative
	e.Earliest, e.Latest = e.Date.Bounds()
	e.Confidence = 80
	return e
}

func sample() timeline.Timeline {
	var es []timeline.Entry
	add := func(e timeline.Entry, change func(*timeline.Entry)) {
		if change != nil {
			change(&e)
		}
		es = append(es, e)
	}
	add(event("0a1b2c3d4e", "designation", "2025-02", "the ministry listed the Straße-Øresund ferry line as critical", "listed"), func(e *timeline.Entry) {
		e.Actors = []timeline.Party{party("Ministry of Ports", timeline.Agent, timeline.Body)}
		e.Targets = []timeline.Party{party("Straße-Øresund Line", timeline.Target, timeline.Body)}
		e.DateText = "in February"
		e.Para = 2
	})
	add(event("0a1b2c9999", "meeting", "2025-21", "José Núñez-Ibáñez met 王小明 and فاطمة الزهراء in the customs house", "met"), func(e *timeline.Entry) {
		e.Earliest, e.Latest = edtf.DayOf(2025, 5, 21), edtf.DayOf(2025, 6, 20)
		e.Basis = timeline.Narrative
		e.Actors = []timeline.Party{party("José Núñez-Ibáñez", timeline.Participant, timeline.Person), party("王小明", timeline.Participant, timeline.Person)}
		e.Targets = []timeline.Party{party("فاطمة الزهراء", timeline.Participant, timeline.Person)}
		e.Source, e.Para = notes, 11
	})
	add(event("5n6p7q8r9s", "agreement", "../2025-05-05", "双方同意在五月五日之前签署一项关于港口安全与海关合作的协议，并公布全文。", "签署"), func(e *timeline.Entry) {
		e.DateText = "by May 5"
		e.Modality = timeline.Planned
		e.Actors = []timeline.Party{party("海关总署", timeline.Agent, timeline.Body)}
	})
	add(event("6t7v8w9x0y", "report", "2025-07~", "the audit | office [annex] said costs were <b>*double*</b> the plan\\budget & \"rising\"", "said"), func(e *timeline.Entry) {
		e.DateText = "around July"
		e.Modality = timeline.Alleged
		e.Actors = []timeline.Party{party("=HYPERLINK(\"http://x\")", timeline.Agent, timeline.Other)}
	})
	add(event("7z8a9b0c1d", "statement", "2025-08-21", "the \x1b[31mred\x1b[0m envoy \u202esaid\u202c so\x07 twice,\nthen left", "said"), func(e *timeline.Entry) {
		e.DateText = "Thursday"
		e.Modality = timeline.Denied
		e.Actors = []timeline.Party{party("Envoy\x1b]0;title\x07 One", timeline.Speaker, timeline.Person)}
		e.Source = hostile
	})
	add(event("8e9f0g1h2j", "military", "2025-09-11/2025-09-20", "@fleet to be ready at https://example.org/a-very-long-address/that-goes-on/and-on/without-a-break/until-the-end.html", "ready"), func(e *timeline.Entry) {
		e.DateText = "mid-September"
		e.Modality = timeline.Planned
		e.Actors = []timeline.Party{party("Coastal Fleet", timeline.Agent, timeline.Body)}
		e.Targets = []timeline.Party{party("smugglers, pirates", timeline.Target, timeline.Group)}
		e.Para = 14
	})
	add(event("9k0m1n2p3q", "testimony", "", "Inspector Ødegård told the port committee nothing", "told"), func(e *timeline.Entry) {
		e.Basis = timeline.NoBasis
		e.Latest = edtf.DayOf(2025, 8, 22)
		e.Actors = []timeline.Party{party("Ødegård", timeline.Speaker, timeline.Person)}
		e.Targets = []timeline.Party{party("Port Committee", timeline.Audience, timeline.Body)}
		e.Para = 3
	})
	return timeline.Timeline{Title: "Harbour | 2025", Entries: es}
}

const harbourParagraph = "Ministers met twice. In May the harbour master, Anna Ødegård, told the port committee that the quay – once " +
	"the pride of the town – was closed, and Ødegård said so again on Thursday in the customs house."

func sampleFinding() timeline.Finding {
	at := span(harbourParagraph, "told")
	d := date("2025-05")
	f := timeline.Finding{Event: timeline.Event{
		Type: "testimony", Para: 1, Trigger: "told", At: at, Date: d, DateText: "In May", Basis: timeline.Relative,
		Modality: timeline.Actual, Confidence: 90,
		Clause:   "the harbour master, Anna Ødegård, told the port committee that the quay – once the pride of the town – was closed",
		Actors:   []timeline.Party{{Name: "Anna Ødegård", Role: timeline.Speaker, Kind: timeline.Person, Title: "harbour master"}},
		Targets:  []timeline.Party{{Name: "port committee", Role: timeline.Audience, Kind: timeline.Body}},
		Mentions: []timeline.Mention{{Para: 1, Trigger: "said", At: span(harbourParagraph, "said")}},
	}}
	f.Earliest, f.Latest = d.Bounds()
	f.Grounds = timeline.Grounds{
		Sentence: harbourParagraph[21:], Entry: "tell (audience: committee)", Date: "the words stand in the clause of the trigger",
		Actors: "subject of told", Targets: "indirect object of told",
		Time: &timeline.Time{Para: 1, At: span(harbourParagraph, "May"), Text: "May", Type: "DATE", Value: "2025-05", Date: d,
			Earliest: f.Earliest, Latest: f.Latest, Rule: "month", Reading: "the month May, nearest before the anchor",
			Anchor: edtf.DayOf(2025, 8, 22), From: "publication", Rejected: []string{"May of 2026: the verb is past"}},
	}
	return f
}

func sampleDetail() timeline.Detail {
	f := sampleFinding()
	return timeline.Detail{Entry: timeline.Entry{Key: "9k0m1n2p3q", Event: f.Event, Source: gazette}, Paragraph: harbourParagraph, Grounds: f.Grounds}
}

func sampleRecord() timeline.Record {
	f := sampleFinding()
	again := f
	again.Grounds.Time = nil
	return timeline.Record{
		Article: timeline.Article{Path: "in/harbour.html", URL: gazette.URL, Title: gazette.Title, Author: "N. N.", Site: gazette.Site,
			Published: gazette.Published, PublishedFrom: "json-ld", MediaType: "text/html", Meta: []timeline.Field{{Name: "desk", Value: "ports"}},
			Paragraphs: []string{"Read: more \x1b[2J and \u202e\u009b here", harbourParagraph}},
		Kinds:    []string{"related", "body"},
		Times:    []timeline.Time{*f.Grounds.Time},
		Findings: []timeline.Finding{f, again},
	}
}
