package score

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/timeline"
	"annals/timeline/edtf"

	"pgregory.net/rapid"
)

// The expected figures in testdata were printed by the reference implementation of the measure, which is written in
// another language; but for the targets and the rows of wrong sides, the only difference is that a missing date reads
// "none" here.
func TestScorePrintsTheReferenceFigures(t *testing.T) {
	articles := made(t)
	articles[1].Grounds = []timeline.Grounds{{}, {Actors: "subject of \"told\""}}
	r := Score(articles)
	var text bytes.Buffer
	if err := r.Write(&text, true); err != nil {
		t.Fatal(err)
	}
	if want := file(t, "printed.txt"); text.String() != want {
		t.Errorf("got\n%s\nwant\n%s", text.String(), want)
	}
	got, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.TrimSpace(file(t, "printed.json")); string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func file(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// made reads testdata/made and what a made-up system found in it.
func made(t *testing.T) []Article {
	t.Helper()
	var articles []Article
	for _, line := range strings.Split(strings.TrimSpace(file(t, "system.jsonl")), "\n") {
		var doc struct {
			Document struct{ Source string }
			Events   []systemEvent
		}
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(file(t, doc.Document.Source), "\n\n")
		a := Article{Name: strings.TrimSuffix(filepath.Base(doc.Document.Source), ".txt")}
		a.Paragraphs = strings.Split(strings.TrimSpace(body), "\n\n")
		name := filepath.Join("made", a.Name+".jsonl")
		gold, err := ReadGold(strings.NewReader(file(t, name)), name)
		if err != nil {
			t.Fatal(err)
		}
		a.Gold = gold
		for _, e := range doc.Events {
			a.Found = append(a.Found, e.event(t, a.Paragraphs))
		}
		articles = append(articles, a)
	}
	return articles
}

type systemEvent struct {
	Type      timeline.Type
	Paragraph int
	Trigger   systemTrigger
	Date      struct{ EDTF, Earliest, Latest string }
	Modality  timeline.Modality
	Actors    []timeline.Party
	Mentions  []struct {
		Paragraph int
		Trigger   systemTrigger
	}
}

// A systemTrigger counts code points, not bytes.
type systemTrigger struct {
	Text       string
	Start, End int
}

func (s systemTrigger) span(paragraph string) timeline.Span {
	runes := []rune(paragraph)
	start := len(string(runes[:s.Start]))
	return timeline.Span{Start: start, End: start + len(string(runes[s.Start:s.End]))}
}

func (s systemEvent) event(t *testing.T, paragraphs []string) timeline.Event {
	date, err := edtf.Parse(s.Date.EDTF)
	if err != nil {
		t.Fatal(err)
	}
	from, _ := goldDay(s.Date.Earliest)
	to, _ := goldDay(s.Date.Latest)
	e := timeline.Event{
		Type: s.Type, Para: s.Paragraph, Trigger: s.Trigger.Text, At: s.Trigger.span(paragraphs[s.Paragraph]),
		Date: date, Earliest: from, Latest: to, Modality: s.Modality, Actors: s.Actors,
	}
	for _, p := range s.Actors {
		if p.Role == timeline.Target {
			e.Targets = append(e.Targets, p) // the reference's format has both sides in one list
		}
	}
	for _, m := range s.Mentions {
		e.Mentions = append(e.Mentions, timeline.Mention{Para: m.Paragraph, Trigger: m.Trigger.Text, At: m.Trigger.span(paragraphs[m.Paragraph])})
	}
	return e
}

func TestScorePerfect(t *testing.T) {
	articles := made(t)
	for i := range articles {
		articles[i].Found = perfect(t, articles[i])
	}
	r := Score(articles)
	for _, name := range []string{"events", "untyped", "timeline", "core events", "core timeline", "date exact", "date overlap", "modality", "actors", "targets"} {
		if got, ok := r.Figure(name); !ok || got != 100 {
			t.Errorf("%s is %v for a system that answers the gold", name, got)
		}
	}
	if len(r.Errors) != 0 || r.Invented != 0 {
		t.Errorf("errors %v, invented %d", r.Errors, r.Invented)
	}
}

// perfect returns the gold of an article as found events.
func perfect(t *testing.T, a Article) []timeline.Event {
	var found []timeline.Event
	for _, g := range a.Gold {
		date, err := edtf.Parse(g.Date)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(a.Paragraphs[g.Para], g.Trigger)
		e := timeline.Event{
			Type: g.Type, Para: g.Para, Trigger: g.Trigger, At: timeline.Span{Start: at, End: at + len(g.Trigger)},
			Date: date, Earliest: g.from, Latest: g.to, Modality: g.Modality,
		}
		for _, name := range g.Actors {
			e.Actors = append(e.Actors, timeline.Party{Name: name, Role: timeline.Agent})
		}
		for _, name := range g.Targets {
			e.Targets = append(e.Targets, timeline.Party{Name: name, Role: timeline.Target})
		}
		found = append(found, e)
	}
	return found
}

func TestScoreNothing(t *testing.T) {
	articles := made(t)
	for i := range articles {
		articles[i].Found, articles[i].Silent = nil, true
	}
	r := Score(articles)
	if r.Events.F1() != 0 || r.Events.Precision() != 0 || r.Events.Gold != 12 || len(r.Errors) != 12 {
		t.Errorf("got %+v", r)
	}
	if strings.Join(r.Silent, " ") != "ferry mint" {
		t.Errorf("silent articles %q", r.Silent)
	}
}

// However many events are found, none is paired twice, and wrong types or dates never pair more.
func TestMatchIsOneToOne(t *testing.T) {
	base := made(t)[0]
	rapid.Check(t, func(t *rapid.T) {
		a := base
		a.Found = nil
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(base.Found)-1), 0, 30).Draw(t, "picks") {
			a.Found = append(a.Found, base.Found[i])
		}
		untyped, typed, dated := match(a, false, false), match(a, true, false), match(a, true, true)
		if len(dated) > len(typed) || len(typed) > len(untyped) {
			t.Fatalf("%d dated, %d typed, %d untyped pairs", len(dated), len(typed), len(untyped))
		}
		gold, found := map[int]bool{}, map[int]bool{}
		for _, p := range untyped {
			if gold[p.gold] || found[p.found] {
				t.Fatalf("%+v is paired twice", p)
			}
			gold[p.gold], found[p.found] = true, true
		}
	})
}

func TestSentences(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"One. Two", "One. |Two|"},
		{"“One.” (Two!)  3 more", "“One.” |(Two!)  |3 more|"},
		{"Mr. Ohm spoke to U.S. Steel. It paid", "Mr. Ohm spoke to U.S. Steel. |It paid|"},
		{"It rose 3.5 points. then fell.", "It rose 3.5 points. then fell.|"},
		{"J. Ohm and the E.U. Council met? Yes.", "J. Ohm and the E.U. Council met? |Yes.|"},
		{"", "|"},
	} {
		got, start := "", 0
		for _, end := range sentences(test.text) {
			got += test.text[start:end] + "|"
			start = end
		}
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestCheckGold(t *testing.T) {
	paragraphs := []string{"The council met on Friday."}
	good := Gold{Type: "meeting", Trigger: "met", Date: "2031-05-16", Earliest: "2031-05-16", Latest: "2031-05-16", DateText: "Friday", Basis: "relative", Modality: "actual"}
	for _, test := range []struct {
		change func(*Gold)
		want   string
	}{
		{func(g *Gold) {}, ""},
		{func(g *Gold) { g.Para = 1 }, "para 1"},
		{func(g *Gold) { g.Trigger = "sat" }, "trigger"},
		{func(g *Gold) { g.DateText = "Monday" }, "date_text"},
		{func(g *Gold) { g.Type = "picnic" }, "type"},
		{func(g *Gold) { g.Basis = "guess" }, "basis"},
		{func(g *Gold) { g.Modality = "maybe" }, "modality"},
		{func(g *Gold) { g.Date = "16 May" }, "EDTF"},
		{func(g *Gold) { g.Earliest = "2031-05-15" }, "leave the date"},
		{func(g *Gold) { g.Latest = "" }, "no interval"},
		{func(g *Gold) { g.Date = "" }, "basis relative"},
		{func(g *Gold) { g.Date, g.Basis = "", "none" }, "without a date"},
		{func(g *Gold) { g.Earliest, g.Date = "2031-05-14", "2031-05-16~" }, ""},
		{func(g *Gold) { g.Earliest, g.Basis = "2031-05-14", "publication" }, ""},
	} {
		g := good
		test.change(&g)
		line, _ := json.Marshal(g)
		g, err := parseGold(string(line))
		if err != nil {
			t.Fatal(err)
		}
		err = g.Check(paragraphs)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", line, err, test.want)
		}
	}
}

func TestReadGoldNamesTheLine(t *testing.T) {
	_, err := ReadGold(strings.NewReader("\n{\"para\": 0, \"earliest\": \"May\"}\n"), "x.jsonl")
	if err == nil || !strings.HasPrefix(err.Error(), "x.jsonl:2: earliest: ") {
		t.Errorf("got %v", err)
	}
}
