package read

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"annals/timeline"
	"annals/timeline/edtf"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestSamples reads the first file of each txtar in testdata and compares what it gives with the file "want".
// A format without a sample fails.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := ar.Files[0]
			a, err := Article(in.Data, Options{Path: in.Name})
			got := describeArticle(a, err)
			seen[a.MediaType] = true
			checkPlaces(t, in.Data, a)
			if *update {
				ar.Files = []txtar.File{in, {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(ar.Files) != 2 {
				t.Fatal("no file \"want\"; go test -update writes it")
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Errorf("want -, got +\n%s", diff)
			}
		})
	}
	for _, f := range Formats {
		if !seen[f.MediaType] {
			t.Errorf("format %s has no sample in testdata", f.Name)
		}
	}
}

func describeArticle(a timeline.Article, err error) string {
	var b strings.Builder
	if err != nil {
		return fmt.Sprintln("error:", err)
	}
	for _, f := range [][2]string{
		{"media type", a.MediaType}, {"url", a.URL}, {"title", a.Title}, {"author", a.Author}, {"site", a.Site},
		{"published", a.Published.String() + " from " + a.PublishedFrom},
	} {
		fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
	}
	for _, f := range a.Meta {
		fmt.Fprintf(&b, "meta %s: %s\n", f.Name, f.Value)
	}
	for i, p := range a.Paragraphs {
		fmt.Fprintf(&b, "\n%d. %s\n", i, p)
	}
	return b.String()
}

// checkPlaces fails unless places, where there are any, are in order, inside the input, and begin and end with
// the words of their paragraph.
func checkPlaces(t *testing.T, data []byte, a timeline.Article) {
	t.Helper()
	if a.Places == nil {
		return
	}
	if len(a.Places) != len(a.Paragraphs) {
		t.Fatalf("%d places of %d paragraphs", len(a.Places), len(a.Paragraphs))
	}
	last := 0
	for i, s := range a.Places {
		if s.Start < last && a.MediaType == "text/plain" || s.End <= s.Start || s.End > len(data) {
			t.Fatalf("paragraph %d stands at %v, after %d, in %d bytes", i, s, last, len(data))
		}
		last = s.End
		if a.MediaType != "text/plain" {
			continue
		}
		text, _ := clean(data[s.Start:s.End], 0)
		if text != a.Paragraphs[i] {
			t.Errorf("paragraph %d is %q, but at %v stands %q", i, a.Paragraphs[i], s, text)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"blank lines", "One two.\n\nThree.\n", []string{"One two.", "Three."}},
		{"white space between", "One.\n \t\n\n\u00a0\nTwo.", []string{"One.", "Two."}},
		{"line ends stay inside", "One\ntwo.\n\nThree.", []string{"One\ntwo.", "Three."}},
		{"one a line", "One.\nTwo.\nThree.\n", []string{"One.", "Two.", "Three."}},
		{"one a line, blank at the ends", "\n\nOne.\nTwo.\n\n\n", []string{"One.", "Two."}},
		{"broken lines", "The minister of trade said on Monday that the old port,\n" +
			"which had been closed in the spring of that year, was\nto open.", []string{"The minister of trade said on Monday that the old port,\n" +
			"which had been closed in the spring of that year, was\nto open."}},
		{"CRLF", "One\r\ntwo.\r\n\r\nThree.\r\n", []string{"One\ntwo.", "Three."}},
		{"CR", "One.\r\rTwo.\r", []string{"One.", "Two."}},
		{"trimmed", "  One. \n\n\tTwo.\u00a0\n", []string{"One.", "Two."}},
		{"BOM", "\xef\xbb\xbfOne.\n\nTwo.", []string{"One.", "Two."}},
		{"NUL and broken UTF-8", "O\x00ne – “two” é\xff.\n\nÉ ü ö ä ß – – – – – – – thr\xc3ee.", []string{"One – “two” é.", "É ü ö ä ß – – – – – – – three."}},
		{"header", "title: A\npublished: 2025-03-04\n\nOne.\n\nTwo.", []string{"One.", "Two."}},
		{"no header", "Manila: the talks ended.\n\nTwo.", []string{"Manila: the talks ended.", "Two."}},
		{"header must end", "title: A\nThe talks ended.\n\nTwo.", []string{"title: A\nThe talks ended.", "Two."}},
		{"no front matter", "---\n\nOne.\n\n---\n\nTwo.", []string{"---", "One.", "---", "Two."}},
		{"windows-1252", "The caf\xe9 \x93closed\x94 in May.\n\nTwo.", []string{"The café “closed” in May.", "Two."}},
		{"UTF-16 LE", "\xff\xfeO\x00n\x00e\x00\n\x00\n\x00\xac\x20.\x00", []string{"One", "€."}},
		{"UTF-16 BE, no mark", "\x00O\x00n\x00e\x00 \x00t\x00h\x00i\x00n\x00g\x00.", []string{"One thing."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Article([]byte(c.in), Options{Path: "a.txt", Undated: true})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, a.Paragraphs); diff != "" {
				t.Error(diff)
			}
			checkPlaces(t, []byte(c.in), a)
		})
	}
}

func TestHeader(t *testing.T) {
	const body = "\n\nThe talks ended.\n"
	for _, c := range []struct{ name, in, want string }{
		{"all", "url: https://news.example/a\npublished: 2025-03-04\ntitle: Talks: the end\nAuthor: Ana Ruiz\nsection: World",
			"https://news.example/a|Talks: the end|Ana Ruiz|news.example|2025-03-04 header|section=World"},
		{"carried on", "title: Talks\n  and more\npublished: 4 March 2025", "|Talks and more||| 2025-03-04 header|"},
		{"time of day", "published: 2025-03-04T23:59:00-05:00", "|||| 2025-03-04 header|"},
		{"day of the address", "url: https://www.news.example/2025/03/04/talks", "https://www.news.example/2025/03/04/talks|||news.example|2025-03-04 url|"},
		{"no link", "url: javascript:alert(1)\npublished: 2025-03-04", "|||| 2025-03-04 header|url=javascript:alert(1)"},
		{"front matter", "---\ntitle: \"Talks: the end\"\ndate: 2025-03-04\ntags: [ports, trade]\nplace:\n  city: Manila\n---",
			"|Talks: the end||| 2025-03-04 front matter|tags=ports, trade;place.city=Manila"},
		{"blank lines before", "\n\ntitle: Talks\ndate: 2025-03-04", "|Talks||| 2025-03-04 header|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, ext := range []string{".txt", ".md"} {
				a, err := Article([]byte(c.in+body), Options{Path: "a" + ext})
				if err != nil {
					t.Fatal(err)
				}
				var meta []string
				for _, f := range a.Meta {
					meta = append(meta, f.Name+"="+f.Value)
				}
				got := strings.Join([]string{a.URL, a.Title, a.Author, a.Site, a.Published.String() + " " + a.PublishedFrom, strings.Join(meta, ";")}, "|")
				if got != strings.ReplaceAll(c.want, "| 2025", "|2025") {
					t.Errorf("%s:\n got %s\nwant %s", ext, got, c.want)
				}
				if !slices.Equal(a.Paragraphs, []string{"The talks ended."}) {
					t.Errorf("%s: paragraphs %q", ext, a.Paragraphs)
				}
			}
		})
	}
}

func TestErrors(t *testing.T) {
	deepPage := "<html><body>" + strings.Repeat("<div>", 100_000) + "x"
	for _, c := range []struct {
		name, path, in string
		is             error
		says           string
	}{
		{"empty", "a.txt", "", ErrNoText, "a.txt: no article text in it"},
		{"only space", "a.md", " \n\n\t", ErrNoText, "a.md: no article text in it"},
		{"only a header", "a.txt", "title: A\npublished: 2025-01-01\n", ErrNoText, "a.txt: no article text in it"},
		{"only code", "a.md", "```\nx\n```\n", ErrNoText, "a.md: no article text in it"},
		{"index page", "a.html", "<ul><li><a href=/a>One</a><li><a href=/b>Two</a></ul>", ErrNoText, "a.html: no article text in it"},
		{"undated", "a.txt", "The talks ended.", ErrUndated,
			"a.txt: no published date; give one with --published YYYY-MM-DD, or store it with --undated"},
		{"undated input", "-", "The talks ended.", ErrUndated,
			"standard input: no published date; give one with --published YYYY-MM-DD, or store it with --undated"},
		{"bad date", "a.txt", "title: A\npublished: last week\n\nThe talks ended.", nil,
			`a.txt:2: published: "last week" is not a day like 2025-08-21`},
		{"no such day", "a.md", "---\ntitle: A\npublished: 2025-02-30\n---\n\nThe talks ended.", nil,
			`a.md:3: published: "2025-02-30" is not a day like 2025-08-21`},
		{"day or month", "a.txt", "\npublished: 3/4/2025\n\nThe talks ended.", nil,
			`a.txt:2: published: "3/4/2025" is not a day like 2025-08-21`},
		{"broken front matter", "a.md", "---\ntitle: A\nx: [1\n---\n\nThe talks ended.", nil, "a.md:3: front matter: "},
		{"PDF", "a.txt", "%PDF-1.7\n", ErrBinary, "a.txt: a PDF, not text; annals reads plain text, Markdown and HTML"},
		{"bytes", "a", strings.Repeat("\x01\x02\x03ab", 50), ErrBinary, "a: not text"},
		{"large", "a.txt", strings.Repeat("a", MaxSize+1), ErrTooLarge, "a.txt: too large for one article: 50 MB, and 50 MB is the most"},
		{"large page", "a.html", strings.Repeat("a", maxPage+1), ErrTooLarge, "a.html: too large for one article"},
		{"deep page", "a.html", deepPage, nil, "a.html: not a page that can be read: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Article([]byte(c.in), Options{Path: c.path})
			if err == nil || !strings.HasPrefix(err.Error(), c.says) {
				t.Errorf("got  %v\nwant %s", err, c.says)
			}
			if c.is != nil && !errors.Is(err, c.is) {
				t.Errorf("%v is not %v", err, c.is)
			}
		})
	}
}

func TestOptions(t *testing.T) {
	d := edtf.DayOf(2024, time.May, 6)
	in := "url: https://a.example/2020/01/02/x\npublished: soon\ntitle: A\n\nThe talks ended."
	a, err := Article([]byte(in), Options{Path: "a.txt", Published: d, URL: "https://b.example/y", Title: "B"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Published != d || a.PublishedFrom != "flag" || a.URL != "https://b.example/y" || a.Title != "B" || a.Site != "b.example" {
		t.Errorf("%+v", a)
	}
	a, err = Article([]byte("The talks ended."), Options{Undated: true})
	if err != nil || a.Published != 0 || a.PublishedFrom != "" {
		t.Errorf("undated: %+v, %v", a, err)
	}
}

func TestFormatByContent(t *testing.T) {
	for _, c := range []struct{ path, in, want string }{
		{"-", "<!DOCTYPE html><p>Hi", "text/html"},
		{"saved.txt", "<?xml version=\"1.0\"?>\n<html><p>Hi", "text/html"},
		{"-", "# Talks\n\nThey ended.", "text/markdown"},
		{"a.txt", "# Talks\n\nThey ended.", "text/plain"},
		{"-", "Talks\n\nThey ended.", "text/plain"},
		{"a.HTM", "They ended.", "text/html"},
		{"a.md", "<html> is a tag.", "text/markdown"},
	} {
		if got := format(c.path, c.in).MediaType; got != c.want {
			t.Errorf("format(%q, %q) = %s, want %s", c.path, c.in, got, c.want)
		}
	}
}

// TestHostile holds that input made to be slow or deep is read or refused soon, and without a panic.
func TestHostile(t *testing.T) {
	n := 200_000
	for name, in := range map[string]string{
		"quotes.md":   strings.Repeat(">", n) + " a",
		"lists.md":    strings.Repeat("- ", n) + "a",
		"brackets.md": strings.Repeat("[", n) + "a",
		"links.md":    strings.Repeat("[a](", n/4),
		"stars.md":    strings.Repeat("*a ", n/3),
		"under.md":    strings.Repeat("*a _b ", n/10),
		"ticks.md":    strings.Repeat("`a ``b ", n/10),
		"table.md":    strings.Repeat("|a", 500) + "\n" + strings.Repeat("|-", 500) + "\n" + strings.Repeat("|b\n", 500),
		"bomb.md": "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n" +
			"d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n" +
			"g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: &h [*g,*g,*g,*g,*g,*g,*g,*g,*g]\n---\n\na",
		"spans.html":  strings.Repeat("<span>", n),
		"flat.html":   "<body>" + strings.Repeat("<p>Many words, and a comma, of which there are some.</p>", n/10),
		"open.html":   strings.Repeat("<a><b><i>", 5000),
		"attrs.html":  "<p " + strings.Repeat("a=b ", n) + ">x",
		"json.html":   `<script type="application/ld+json">` + strings.Repeat("[", n) + `</script><p>x`,
		"spaces.txt":  strings.Repeat(" \n", n) + "a",
		"newline.txt": strings.Repeat("\n", n),
		"colons.txt":  "title: a\n" + strings.Repeat("a: b\n", n) + "\nx",
		"nul.txt":     "a" + strings.Repeat("\x00b", 100),
		"bad.txt":     strings.Repeat("\xff\xc3", n),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, err := Article([]byte(in), Options{Path: name, Undated: true})
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("took %v", took)
			} else if took > time.Second/2 {
				t.Logf("took %v", took)
			}
			if err == nil {
				checkPlaces(t, []byte(in), a)
			}
		})
	}
}

// TestSharedGold compares with the reading that the scorer has of the same files: the header ends at the first
// blank line, blank lines part paragraphs.
func TestSharedGold(t *testing.T) {
	const gold = "../../../shared/gold"
	files, _ := filepath.Glob(gold + "/*/*.txt")
	if len(files) == 0 {
		t.Skip("no shared gold beside the repository")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := Article(data, Options{Path: file})
		if err != nil {
			t.Error(err)
			continue
		}
		_, body, _ := strings.Cut(string(data), "\n\n")
		var want []string
		for _, p := range blankLines.Split(body, -1) {
			if p = strings.TrimSpace(p); p != "" {
				want = append(want, p)
			}
		}
		if diff := cmp.Diff(want, a.Paragraphs); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
		checkPlaces(t, data, a)
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(file), "raw", filepath.Base(file)[len("2006-01-02_"):]))
		if err != nil {
			continue
		}
		b, err := Article(raw, Options{Path: "raw.txt", Undated: true})
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(a.Paragraphs, b.Paragraphs); diff != "" {
			t.Errorf("%s in raw form: %s", file, diff)
		}
	}
}

func FuzzArticle(f *testing.F) {
	for i, s := range []string{
		"title: A\npublished: 2025-01-02\n\nOne.\r\n\r\nTw\x00o.", "---\na: 1\n---\n# H\n\n- x\n\n> q\n\n|a|b|\n|-|-|\n|c|d|\n",
		"<html><head><script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script><body><p>a<br><br>b", "\xff\xfea\x00",
	} {
		f.Add([]byte(s), byte(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, kind byte) {
		path := []string{"a.txt", "a.md", "a.html", "-"}[kind%4]
		late := time.AfterFunc(20*time.Second, func() { panic(fmt.Sprintf("slow: %s %q", path, data)) })
		defer late.Stop()
		a, err := Article(data, Options{Path: path, Undated: true})
		again, err2 := Article(bytes.Clone(data), Options{Path: path, Undated: true})
		if fmt.Sprint(a, err) != fmt.Sprint(again, err2) {
			t.Fatalf("two readings differ:\n%v %v\n%v %v", a, err, again, err2)
		}
		if err != nil {
			return
		}
		checkPlaces(t, data, a)
		for _, p := range a.Paragraphs {
			if strings.TrimSpace(p) == "" || strings.ContainsRune(p, 0) || strings.ToValidUTF8(p, "") != p {
				t.Fatalf("paragraph %q", p)
			}
		}
	})
}

func BenchmarkArticle(b *testing.B) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			b.Fatal(err)
		}
		in := ar.Files[0]
		b.Run(in.Name, func(b *testing.B) {
			b.SetBytes(int64(len(in.Data)))
			for b.Loop() {
				if _, err := Article(in.Data, Options{Path: in.Name, Undated: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
