package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"annals/timeline"
	"annals/timeline/edtf"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"pgregory.net/rapid"
)

var sgr = regexp.MustCompile("\x1b\\[[0-9;]*m")

// letters is s without white space and the rules of a table, so that wrapped and whole texts can be compared.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("│─┼", r) {
			return -1
		}
		return r
	}, s)
}

// columns collects the text of a table column by column, a line each.
func columns(table string) string {
	var cols []string
	for _, line := range strings.Split(table, "\n") {
		for i, cell := range strings.Split(line, "│") {
			if i == len(cols) {
				cols = append(cols, "")
			}
			cols[i] += letters(cell)
		}
	}
	return strings.Join(cols, "\n")
}

func TestTableLosesNothing(t *testing.T) {
	for width := 24; width <= 220; width += 1 {
		for _, color := range []bool{false, true} {
			var b bytes.Buffer
			if err := writeTable(&b, sample(), Options{Width: width, Color: color}); err != nil {
				t.Fatal(err)
			}
			text := sgr.ReplaceAllString(b.String(), "")
			if strings.ContainsRune(text, 0x1b) {
				t.Errorf("width %d: an escape sequence of the text came through", width)
			}
			for line := range strings.Lines(text) {
				if w := displaywidth.String(strings.TrimSuffix(line, "\n")); w > width {
					t.Errorf("width %d: line of %d columns: %q", width, w, line)
				}
			}
			got := columns(text)
			for _, e := range sample().Entries {
				for _, part := range []string{When(e.Event), string(e.Type), what(e.Event), sides(e.Event), source(e)} {
					if !strings.Contains(got, letters(Plain(part))) {
						t.Errorf("width %d, color %v: %q is lost", width, color, part)
					}
				}
			}
		}
	}
}

func TestTableUndatedLast(t *testing.T) {
	var b bytes.Buffer
	if err := writeTable(&b, sample(), Options{Width: 120}); err != nil {
		t.Fatal(err)
	}
	dated, rest, ok := strings.Cut(b.String(), "\nUndated\n")
	if !ok || strings.Contains(dated, "Inspector") || !strings.Contains(rest, "Inspector") {
		t.Errorf("the undated entry has no block of its own:\n%s", b.String())
	}
}

func TestKeysTellApart(t *testing.T) {
	var b bytes.Buffer
	if err := writeTable(&b, sample(), Options{Width: 120}); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"0a1b2c3", "0a1b2c9"} { // six letters do not tell these apart
		if !strings.Contains(b.String(), key) {
			t.Errorf("no key %s", key)
		}
	}
}

func TestTableOfManyColumns(t *testing.T) {
	header := strings.Fields("one two three four five six seven eight nine ten")
	row := make([]string, len(header))
	for i := range row {
		row[i] = strings.Repeat(header[i]+" ", 5)
	}
	var b bytes.Buffer
	if err := Table(&b, header, [][]string{row, row[:3]}, Options{Width: 40}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\nten: ten ten") {
		t.Errorf("no blocks:\n%s", b.String())
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"a quiet day", 20, "a quiet day"},
		{"a quiet day", 7, "a quiet|day"},
		{"harbourmaster", 6, "harbou|rmaste|r"},
		{"end of M.", 8, "end of|M."},
		{"港口安全。海关", 4, "港口|安|全。|海关"},
		{"go 港口", 5, "go 港|口"},
		{"港", 1, "港"},
		{"a\n\nb", 5, "a||b"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
		{"🇫🇷🇩🇪", 4, "🇫🇷|🇩🇪"},
		{"", 5, ""},
	} {
		if got := strings.Join(wrap(c.text, c.limit), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

func TestWrapProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Plain(rapid.String().Draw(t, "s"))
		limit := rapid.IntRange(2, 40).Draw(t, "limit")
		lines := wrap(s, limit)
		for _, l := range lines {
			g := graphemes.FromString(l)
			if w := width(l); w > limit && g.Next() && len(g.Value()) < len(l) {
				t.Fatalf("line %q has %d columns, limit %d", l, w, limit)
			}
		}
		if got, want := letters(strings.Join(lines, "")), letters(s); got != want {
			t.Fatalf("lost: %q, want %q", got, want)
		}
	})
}

func TestCSVParsesBack(t *testing.T) {
	for _, raw := range []bool{false, true} {
		var b bytes.Buffer
		tl := sample()
		tl.Entries[0].Clause = "\tTab, \"quote\"\rreturn"
		if err := writeCSV(&b, tl, Options{Raw: raw}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range tl.Entries {
			for j, c := range csvColumns {
				got, want := rows[i+1][j], c.cell(e)
				if !raw {
					if got != "" && strings.IndexByte("=+-@\t\r", got[0]) >= 0 {
						t.Errorf("%s: %q is a formula", c.name, got)
					}
					if strings.ContainsFunc(got, func(r rune) bool { return r < 0x20 && r != '\n' }) {
						t.Errorf("%s: control character in %q", c.name, got)
					}
					want = safeCell(want)
				}
				if got != want {
					t.Errorf("raw %v, %s: got %q, want %q", raw, c.name, got, want)
				}
			}
		}
		if lone := strings.ReplaceAll(b.String(), "\r\n", ""); !raw && strings.Contains(lone, "\r") {
			t.Error("a lone CR")
		}
	}
}

func TestSafeCell(t *testing.T) {
	for in, want := range map[string]string{
		"=1": "'=1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\tx": "' x", "\rx": "'␍x", "\x00=1": "'␀=1", "a=1": "a=1", "": "", "2025-08": "2025-08",
	} {
		if got := safeCell(in); got != want {
			t.Errorf("safeCell(%q) = %q, want %q", in, got, want)
		}
	}
}

// A Markdown reader must show the words as they were and make no markup of them.
func TestMarkdownRenders(t *testing.T) {
	var md, page bytes.Buffer
	if err := writeMarkdown(&md, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(md.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	html := page.String()
	if got := strings.Count(html, "<tr>"); got != 2+len(sample().Entries) {
		t.Errorf("%d table rows", got)
	}
	if got := strings.Count(html, "<td>"); got != 5*len(sample().Entries) {
		t.Errorf("%d cells, want five an entry", got)
	}
	for _, bad := range []string{"<b>", "<em>", "<strong>", "<code>", "javascript:"} {
		if strings.Contains(html, bad) {
			t.Errorf("the text became %s", bad)
		}
	}
	for _, want := range []string{`the audit | office [annex] said costs were &lt;b&gt;*double*&lt;/b&gt; the plan\budget &amp; &quot;rising&quot;`, "in/c%C3%B4te%20%5Bdraft%5D%20%7C%202.txt", "#story:~:text="} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s in\n%s", want, html)
		}
	}
}

func TestJSONParsesBack(t *testing.T) {
	var all, lines bytes.Buffer
	if err := writeJSON(&all, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	if err := writeJSONLines(&lines, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	var got struct{ Entries []jsonEntry }
	if err := json.Unmarshal(all.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(&lines)
	for i, e := range sample().Entries {
		var one jsonEntry
		if err := dec.Decode(&one); err != nil {
			t.Fatal(err)
		}
		if one.What != what(e.Event) || got.Entries[i].What != what(e.Event) {
			t.Errorf("entry %d: %q, want %q", i, one.What, what(e.Event))
		}
	}
	if strings.ContainsAny(all.String(), "\x1b\u202e\u009b\x07") {
		t.Error("a control character came through")
	}
}

func TestRecordOffsets(t *testing.T) {
	var b bytes.Buffer
	if err := Record(&b, sampleRecord()); err != nil {
		t.Fatal(err)
	}
	var r struct {
		Document   struct{ Source string }
		Events     []jsonEvent
		Paragraphs []jsonParagraph
		Times      []jsonTime
	}
	if err := json.Unmarshal(b.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "\n") != 1 || strings.ContainsAny(b.String(), "\x1b\u202e\u009b") {
		t.Error("not one harmless line")
	}
	check := func(para, start, end int, text string) {
		if got := string([]rune(r.Paragraphs[para].Text)[start:end]); got != text {
			t.Errorf("%d-%d is %q, want %q", start, end, got, text)
		}
	}
	for _, e := range r.Events {
		check(e.Paragraph, *e.Trigger.Start, *e.Trigger.End, e.Trigger.Text)
		for _, m := range e.Mentions {
			check(m.Paragraph, *m.Trigger.Start, *m.Trigger.End, m.Trigger.Text)
		}
	}
	for _, x := range r.Times {
		check(x.Paragraph, x.Start, x.End, x.Text)
	}
	if r.Events[0].Key == r.Events[1].Key {
		t.Error("two events have one key")
	}
	if r.Paragraphs[0].Text != sampleRecord().Article.Paragraphs[0] {
		t.Errorf("paragraph changed: %q", r.Paragraphs[0].Text)
	}
}

func TestWhen(t *testing.T) {
	for _, c := range []struct{ edtf, bounds, text, modality, want string }{
		{"", "", "", "actual", "undated"},
		{"", "/2025-08-22", "", "actual", "undated"},
		{"", "2025-08-02/2025-08-22", "", "actual", "2–22 Aug 2025"},
		{"2025-08-21", "", "Thursday", "actual", "21 Aug 2025"},
		{"2025-02", "", "", "", "Feb 2025"},
		{"2025-02", "", "late last month", "actual", "late Feb 2025"},
		{"2025-02", "", "later last month", "actual", "Feb 2025"},
		{"2025-02", "2025-02-01/2025-02-10", "", "actual", "early Feb 2025"},
		{"2025-02", "2025-02-01/2025-02-10", "in February", "actual", "Feb 2025"},
		{"2025-02", "2025-02-11/2025-02-20", "mid-February", "actual", "mid-Feb 2025"},
		{"2025-07~", "2025-07-01/2025-08-10", "", "actual", "about Jul 2025"},
		{"2025-07?", "", "", "alleged", "perhaps Jul 2025 (alleged)"},
		{"2025-07%", "", "", "denied", "perhaps about Jul 2025 (denied)"},
		{"2025-21", "2025-05-21/2025-06-20", "", "alleged", "late spring 2025 (alleged)"},
		{"2025-21", "2025-03-20/2025-06-20", "", "actual", "spring 2025"},
		{"2025-22", "", "early this summer", "actual", "early summer 2025"},
		{"2025-24", "", "", "actual", "winter 2025–26"},
		{"1999-24", "", "", "actual", "winter 1999–2000"},
		{"2025-35", "", "", "actual", "Q3 2025"},
		{"2018", "", "", "actual", "2018"},
		{"2018", "", "early 2018", "actual", "early 2018"},
		{"199X", "", "", "actual", "1990s"},
		{"199X", "", "the late 1990s", "actual", "late 1990s"},
		{"20XX", "", "", "actual", "21st century"},
		{"2025-09-11/2025-09-20", "", "mid-September", "planned", "11–20 Sep 2025 (planned)"},
		{"2025-08-28/2025-09-03", "", "", "actual", "28 Aug – 3 Sep 2025"},
		{"2024-12-30/2025-01-02", "", "", "actual", "30 Dec 2024 – 2 Jan 2025"},
		{"2025-08/2025-09", "", "", "actual", "Aug–Sep 2025"},
		{"2024-11/2025-02", "", "", "actual", "Nov 2024 – Feb 2025"},
		{"2018/2020", "", "", "actual", "2018–2020"},
		{"2018/2020-05", "", "", "actual", "2018 – May 2020"},
		{"2025-08-21/2025-08-21", "", "", "actual", "21 Aug 2025"},
		{"../2025-05-05", "", "by May 5", "actual", "by 5 May 2025"},
		{"2025-05-05/..", "", "", "actual", "since 5 May 2025"},
		{"2025-05-05/..", "", "", "planned", "from 5 May 2025 (planned)"},
		{"2025-05-05/", "", "", "actual", "from 5 May 2025"},
		{"/2025-05-05", "", "", "actual", "by 5 May 2025"},
		{"2025-05-05T23:20:30Z", "", "", "actual", "5 May 2025 23:20:30Z"},
		{"2025-05-XX", "", "", "actual", "May 2025"},
		{"2025-XX-XX", "", "", "actual", "2025"},
		{"2025-05~/2025-07?", "", "", "actual", "perhaps about May–Jul 2025"},
		{"[2019-05-03,2019-05-04]", "", "", "actual", "3 or 4 May 2019"},
		{"[2019-05-03,2019-05-04,2019-05-07]", "", "", "planned", "3, 4 or 7 May 2019 (planned)"},
		{"[2019-04-30,2019-05-01]", "", "", "actual", "30 Apr or 1 May 2019"},
		{"[2019-03,2019-04]", "", "", "actual", "Mar or Apr 2019"},
		{"[2018-05,2019-05]", "", "", "actual", "May 2018 or May 2019"},
		{"[2018,2019]", "", "late 2018 or early 2019", "actual", "2018 or 2019"},
		{"[2018,2018-05]", "", "", "actual", "2018 or May 2018"},
		{"[2018-21~,2018-22~]", "", "", "actual", "about spring or summer 2018"},
		{"[2019-05-21..2019-05-31,2019-06-01..2019-06-10]", "", "", "actual", "21–31 May or 1–10 Jun 2019"},
		{"[1667,1668,1670..1672]", "", "", "actual", "1667, 1668 or 1670–1672"},
		{"[1670..1672]", "", "", "actual", "within 1670–1672"},
		{"[..1760-12-03]", "", "", "actual", "3 Dec 1760 or earlier"},
		{"[1760-12..]", "", "", "actual", "Dec 1760 or later"},
	} {
		e := timeline.Event{Date: date(c.edtf), DateText: c.text, Modality: timeline.Modality(c.modality)}
		e.Earliest, e.Latest = e.Date.Bounds()
		if from, to, ok := strings.Cut(c.bounds, "/"); ok {
			e.Earliest, _ = edtf.ParseDay(from)
			e.Latest, _ = edtf.ParseDay(to)
		}
		if got := When(e); got != c.want {
			t.Errorf("%s %s %q: %q, want %q", c.edtf, c.bounds, c.text, got, c.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"harbour":              "harbour",
		"a\nb":                 "a\nb",
		"a\r\nb\tc":            "a\nb c",
		"\x1b[31mred\x1b[0m":   "␛[31mred␛[0m",
		"\x1b]8;;http://x\x07": "␛]8;;http://x␇",
		"a\u202eb\u2069":       "a<U+202E>b<U+2069>",
		"\u009b31m":            "<U+009B>31m",
		"\xff\x7f":             "\ufffd␡",
		"نص\u200e عربي":        "نص\u200e عربي",
		"👩\u200d👧":             "👩\u200d👧",
		"\ufdd0x\ufdda":        "<U+FDD0>x<U+FDDA>",
		"\U0001fffe":           "<U+1FFFE>",
	} {
		if got := Plain(in); got != want {
			t.Errorf("Plain(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"", "harbour", "\x1b[2J", "\u202e", "\u009b", "\xff", "a\r\nb", "\r", "\ufdd3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Plain(s)
		for _, r := range got {
			if r != '\n' && unicode.IsControl(r) || dangerous(r) {
				t.Errorf("Plain(%q) keeps %U", s, r)
			}
		}
		if Plain(got) != got {
			t.Errorf("Plain twice: %q, then %q", got, Plain(got))
		}
		if len(oneLine(s)) > 0 && strings.Contains(oneLine(s), "\n") {
			t.Errorf("oneLine(%q) has two", s)
		}
	})
}

func TestHighlightInColorAndBrackets(t *testing.T) {
	text := "Ana left on Monday"
	hs := []highlight{{4, 8, markTrigger}, {12, 18, markDate}, {0, 3, markParty}, {0, 8, markParty}, {-1, 3, markDate}, {5, 99, markDate}}
	if got := bracketed(highlighted(text, hs), Options{}); got != "<Ana> [left] on {Monday}" {
		t.Error(got)
	}
	lines := colored(wrap(highlighted("ab cd", []highlight{{0, 5, markDate}}), 2), Options{Color: true})
	for _, l := range lines { // every line opens and closes its own colour
		if !strings.HasPrefix(l, "\x1b[1;36m") || !strings.HasSuffix(l, "\x1b[0m") {
			t.Errorf("%q", l)
		}
	}
}

// A writer that fails must be told of.
func TestWriteErrors(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(failing{}, sample(), Options{}); err == nil {
			t.Errorf("%s: no error", f.Name)
		}
	}
	for name, err := range map[string]error{
		"detail": Detail(failing{}, sampleDetail(), Options{}),
		"why":    Why(failing{}, sampleDetail(), Options{}),
		"record": Record(failing{}, sampleRecord()),
		"table":  Table(failing{}, []string{"a"}, [][]string{{"b"}}, Options{}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func FuzzLink(f *testing.F) {
	f.Add("https://example.org/a#b", harbourParagraph, "told", 70, 74)
	f.Add("https://example.org/?q=[x]", "x, y-z & x, y-z", "x, y-z", 11, 17)
	f.Add("javascript:x", "", "", 0, 0)
	f.Add("http://a/b c\x1b", "签署协议，并公布", "签署", 0, 6)
	f.Fuzz(func(t *testing.T, address, paragraph, clause string, start, end int) {
		e := timeline.Entry{Source: timeline.Source{URL: address, Path: "a.txt"}}
		e.Clause, e.At = clause, timeline.Span{Start: start, End: end}
		if start >= 0 && start < end && end <= len(paragraph) {
			e.Trigger = paragraph[start:end]
		}
		link := Link(e, paragraph)
		if strings.ContainsFunc(link, func(r rune) bool { return unicode.IsControl(r) || dangerous(r) }) {
			t.Errorf("control character in %q", link)
		}
		if webAddress(address) == "" {
			return
		}
		u, err := url.Parse(link)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" {
			t.Errorf("%q does not parse: %v", link, err)
		}
		if strings.ContainsAny(link, " <>\"") {
			t.Errorf("%q cannot stand in a text", link)
		}
	})
}
