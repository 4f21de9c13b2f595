package read

import (
	"strings"
	"testing"
)

// TestPublished holds in which order a page's dates are believed.
func TestPublished(t *testing.T) {
	const (
		ld      = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-01-01"}</script>`
		list    = `<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2020-01-01"}]}</script>`
		broken  = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>`
		meta    = `<meta property="article:published_time" content="2025-01-02T10:00:00Z">`
		item    = `<span itemprop="datePublished" content="2025-01-03">3 Jan</span>`
		element = `<article><time datetime="2025-01-04T10:00">4 Jan</time></article>`
		update  = `<article><time class="updated" datetime="2025-01-09">9 Jan</time></article>`
		related = `<aside><time datetime="2019-01-09">9 Jan</time></aside>`
		address = `<link rel=canonical href="https://a.example/2025/01/05/x">`
		none    = `<meta name="date" content="1970-01-01">`
	)
	for _, c := range []struct{ name, head, want string }{
		{"all", address + related + element + meta + ld, "2025-01-01 json-ld"},
		{"a list is of others", list + meta, "2025-01-02 meta"},
		{"broken JSON", broken + meta, "2025-01-02 meta"},
		{"itemprop", item + element, "2025-01-03 meta"},
		{"time", update + related + element + address, "2025-01-04 time"},
		{"no time is the publication", update + related + address, "2025-01-05 url"},
		{"a program's nothing", none + address, "2025-01-05 url"},
		{"nothing", update, " "},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Article([]byte("<html><head>"+c.head+"<body><p>The talks ended."), Options{Path: "a.html", Undated: true})
			if err != nil {
				t.Fatal(err)
			}
			if got := a.Published.String() + " " + a.PublishedFrom; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{`<title>Talks end</title>`, "Talks end"},
		{`<title>Talks end - again | The Post</title><meta property="og:site_name" content="The Post">`, "Talks end - again"},
		{`<title>Talks end | Section</title><body><h1>Talks end</h1>`, "Talks end"},
		{`<title>Talks: A - B</title>`, "Talks: A - B"},
		{`<title>x</title><meta property="og:title" content="Talks end">`, "Talks end"},
		{`<body><h1>Talks <b>end</b></h1>`, "Talks end"},
	} {
		a, err := Article([]byte("<html>"+c.head+"<p>The talks ended."), Options{Path: "a.html", Undated: true})
		if err != nil || a.Title != c.want {
			t.Errorf("%s: title %q (%v), want %q", c.head, a.Title, err, c.want)
		}
	}
}

// TestCharset holds that a page's text is the same in every encoding that names itself, or is plain enough.
func TestCharset(t *testing.T) {
	for _, c := range []struct{ name, head, body, want string }{
		{"meta", `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`, "\xd6\xd0\xb9\xfa", "中国"},
		{"meta lies", `<meta charset="iso-8859-1">`, "Café", "Café"},
		{"meta unknown", `<meta charset="x-none">`, "Café", "Café"},
		{"meta UTF-16", `<meta charset="utf-16">`, "Café", "Café"},
		{"late meta", "<!--" + strings.Repeat(" ", 3000) + `--><meta charset="windows-1251">`, "\xcc\xe8\xed", "Мин"},
		{"none", "", "The caf\xe9 in M\xfcnchen is closed, said the mayor", "The café in München is closed, said the mayor"},
	} {
		a, err := Article([]byte("<html><head>"+c.head+"<body><p>"+c.body), Options{Path: "a.html", Undated: true})
		if err != nil || len(a.Paragraphs) != 1 || a.Paragraphs[0] != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, a.Paragraphs, err, c.want)
		}
	}
}
