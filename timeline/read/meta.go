package read

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"annals/timeline"
	"annals/timeline/edtf"
)

// A told is what a page tells of itself for machines, a map a kind of element.
type told struct {
	linked  statement         // JSON-LD
	meta    map[string]string // name, property or itemprop, in lower case; the first of each counts
	times   []timeElement
	address string // <link rel="canonical">
	base    string // <base href>
	title   string // <title>
	heading string // the first <h1>
}

// Which meta tags tell what, best first: Open Graph, schema.org, Dublin Core, and what large publishers use.
var (
	metaTitle  = strings.Fields("og:title headline citation_title dc.title dcterms.title parsely-title sailthru.title twitter:title")
	metaAuthor = strings.Fields("author article:author dc.creator dcterms.creator parsely-author sailthru.author citation_author byl twitter:creator")
	metaSite   = strings.Fields("og:site_name publisher dc.publisher dcterms.publisher citation_publisher application-name")
	metaURL    = strings.Fields("og:url twitter:url parsely-link")
	metaDay    = strings.Fields(`article:published_time og:article:published_time og:published_time datepublished
		article:published publish-date publish_date publishdate published_date publication_date pubdate
		citation_publication_date citation_online_date dcterms.issued dcterms.date dc.date.issued dc.date
		dcterms.created dc.date.created parsely-pub-date sailthru.date cxenseparse:recs:publishtime
		article.published ptime date datecreated`)
)

// describe fills a with what the page tells of itself: from JSON-LD, then meta tags, then the elements that
// readers see. (The day of the address comes after all of these; see override.)
func describe(a *timeline.Article, doc *html.Node, o Options) {
	p := gather(doc)
	a.Title = p.headline()
	a.Author = first(p.linked.author, name(p.pick(metaAuthor)))
	a.Site = first(p.linked.site, p.pick(metaSite))
	a.URL = p.url(o)
	a.Published, a.PublishedFrom = p.day()
}

// headline prefers what names the article alone; a <title> often has the name of the site behind it.
func (p *told) headline() string {
	title := first(p.linked.headline, p.pick(metaTitle))
	if title != "" {
		return title
	}
	site := first(p.linked.site, p.pick(metaSite))
	for _, bar := range []string{" | ", " – ", " — ", " - ", " :: ", " » "} {
		i := strings.LastIndex(p.title, bar)
		if i < 0 {
			continue
		}
		if front, tail := p.title[:i], p.title[i+len(bar):]; tail == site || front == p.heading {
			return front
		}
	}
	return first(p.title, p.heading)
}

// url takes the canonical link (RFC 6596) before JSON-LD and Open Graph, which sites often copy from elsewhere.
func (p *told) url(o Options) string {
	base, err := url.Parse(first(o.URL, p.base))
	if err != nil {
		base = &url.URL{}
	}
	for _, address := range []string{p.address, p.linked.url, p.pick(metaURL)} {
		u, err := base.Parse(address)
		if address != "" && err == nil && web(u.String()) {
			return u.String()
		}
	}
	return ""
}

func (p *told) day() (edtf.Day, string) {
	if d, ok := scraped(p.linked.published); ok {
		return d, "json-ld"
	}
	for _, n := range metaDay {
		if d, ok := scraped(p.meta[n]); ok {
			return d, "meta"
		}
	}
	if d, ok := timeDay(p.times); ok {
		return d, "time"
	}
	return 0, ""
}

func (p *told) pick(names []string) string {
	for _, n := range names {
		if v := p.meta[n]; v != "" {
			return v
		}
	}
	return ""
}

// first returns the first string that is not empty.
func first(s ...string) string {
	i := slices.IndexFunc(s, func(s string) bool { return s != "" })
	if i < 0 {
		return ""
	}
	return s[i]
}

// name returns s unless it is an address, which some sites give for an author, or an account.
func name(s string) string {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	return s
}

// gather reads doc once.
func gather(doc *html.Node) *told {
	p := &told{meta: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "meta":
			p.addMeta(n)
		case "link":
			if rel := strings.Fields(strings.ToLower(attr(n, "rel"))); slices.Contains(rel, "canonical") && p.address == "" {
				p.address = strings.TrimSpace(attr(n, "href"))
			}
		case "base":
			p.base = first(p.base, attr(n, "href"))
		case "title":
			if p.title == "" && (n.Parent == nil || n.Parent.Data != "svg") {
				p.title = collapse(content(n))
			}
		case "h1":
			p.heading = first(p.heading, collapse(content(n)))
		case "time":
			p.times = append(p.times, newTime(n))
		case "script":
			if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") {
				p.linked = p.linked.or(statementOf(content(n)))
			}
		default:
			if attr(n, "itemprop") != "" && attr(n, "content") != "" {
				p.addMeta(n)
			}
		}
	}
	return p
}

func (p *told) addMeta(n *html.Node) {
	value := collapse(attr(n, "content"))
	for _, k := range []string{"property", "name", "itemprop"} {
		for _, name := range strings.Fields(strings.ToLower(attr(n, k))) {
			if value != "" && p.meta[name] == "" {
				p.meta[name] = value
			}
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

// A timeElement is a <time>, with what its surroundings say of it.
type timeElement struct {
	day    edtf.Day
	known  bool
	marked bool // says that it is the publication
	main   bool // stands in an article or main element, or in a header
	other  bool // is an update, or of another article
}

func newTime(n *html.Node) (t timeElement) {
	t.day, t.known = scraped(first(attr(n, "datetime"), content(n)))
	own := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop"))
	for p, depth := n.Parent, 0; p != nil; p, depth = p.Parent, depth+1 {
		switch p.Data {
		case "article", "main", "header":
			t.main = true
		case "nav", "aside", "footer":
			t.other = true
		}
		class := strings.ToLower(attr(p, "class"))
		if depth < 2 {
			own += " " + class
		}
		t.other = t.other || strings.Contains(class, "related") || strings.Contains(class, "comment") || strings.Contains(class, "sidebar")
	}
	for _, mark := range []string{"publish", "posted", "pubdate", "entry-date", "dateline", "post-date"} {
		t.marked = t.marked || strings.Contains(own, mark)
	}
	t.marked = t.marked || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "pubdate" })
	for _, mark := range []string{"update", "modified", "edited"} {
		if strings.Contains(own, mark) {
			t.marked, t.other = false, true
		}
	}
	return t
}

// timeDay chooses the <time> that says that it is the publication, else the first of the article, else the
// only day that there is.
func timeDay(times []timeElement) (edtf.Day, bool) {
	times = slices.DeleteFunc(slices.Clone(times), func(t timeElement) bool { return !t.known || t.other })
	for _, t := range times {
		if t.marked {
			return t.day, true
		}
	}
	for _, t := range times {
		if t.main {
			return t.day, true
		}
	}
	if len(times) > 0 && !slices.ContainsFunc(times, func(t timeElement) bool { return t.day != times[0].day }) {
		return times[0].day, true
	}
	return 0, false
}
