package read

import (
	"encoding/json"
	"html"
	"strings"
)

// A statement is what JSON-LD with the schema.org vocabulary says of an article.
type statement struct {
	rank                                   int // 2 an article, 1 a page, 0 nothing
	headline, author, site, url, published string
}

// or returns the better of two statements, completed by the other where both are of the same rank.
func (s statement) or(t statement) statement {
	if t.rank > s.rank {
		s, t = t, s
	}
	if t.rank == 0 {
		return s
	}
	s.author, s.site, s.url = first(s.author, t.author), first(s.site, t.site), first(s.url, t.url)
	s.headline, s.published = first(s.headline, t.headline), first(s.published, t.published)
	return s
}

// statementOf reads one script element. What is no JSON says nothing: pages have broken scripts, and other
// places to look at.
func statementOf(script string) statement {
	script = strings.TrimSpace(script)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		script = strings.TrimSuffix(strings.TrimPrefix(script, wrap[0]), wrap[1])
	}
	script = strings.TrimSuffix(strings.TrimSpace(script), ";")
	var tree any
	if json.Unmarshal([]byte(script), &tree) != nil {
		// Raw line breaks inside strings are the commonest fault.
		if json.Unmarshal([]byte(strings.NewReplacer("\n", " ", "\t", " ").Replace(script)), &tree) != nil {
			return statement{}
		}
	}
	best := statement{}
	for _, node := range top(tree, 0) {
		if s := statementOfNode(node); s.rank > best.rank {
			best = s
		}
	}
	return best
}

// top returns the nodes that a script is about. Lists of other articles, parts and mentions are not looked into.
func top(tree any, depth int) (nodes []map[string]any) {
	switch t := tree.(type) {
	case []any:
		for _, e := range t {
			if depth < 4 {
				nodes = append(nodes, top(e, depth+1)...)
			}
		}
	case map[string]any:
		nodes = append(nodes, t)
		for _, inner := range []string{"@graph", "mainEntity"} {
			if depth < 4 && t[inner] != nil {
				nodes = append(nodes, top(t[inner], depth+1)...)
			}
		}
	}
	return nodes
}

func statementOfNode(n map[string]any) statement {
	s := statement{rank: rankOf(n["@type"])}
	if s.rank == 0 {
		return s
	}
	s.headline = first(word(n["headline"]), word(n["name"]))
	s.author = first(word(n["author"]), word(n["creator"]))
	s.site = first(word(n["publisher"]), word(n["isPartOf"]))
	s.url = first(word(n["url"]), id(n["mainEntityOfPage"]), id(n["@id"]))
	s.published = first(word(n["datePublished"]), word(n["dateCreated"]))
	return s
}

// rankOf tells articles (schema.org Article and what derives from it) from mere pages.
func rankOf(t any) int {
	rank := 0
	switch t := t.(type) {
	case string:
		switch {
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "BlogPosting"), strings.HasSuffix(t, "Report"):
			return 2
		case strings.HasSuffix(t, "WebPage"), strings.HasSuffix(t, "ItemPage"):
			return 1
		}
	case []any:
		for _, e := range t {
			rank = max(rank, rankOf(e))
		}
	}
	return rank
}

// word returns a text, the name of a thing, or those of several, entities resolved.
func word(v any) string {
	switch v := v.(type) {
	case string:
		return collapse(html.UnescapeString(v))
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return word(s)
		}
		if s, ok := v["@value"].(string); ok {
			return word(s)
		}
	case []any:
		var all []string
		for _, e := range v {
			if s := word(e); s != "" && len(all) < 20 {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}

// id returns the address of a thing.
func id(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["@id"].(string)
		return s
	}
	return ""
}
