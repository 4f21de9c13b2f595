// Package read turns the bytes of a news article into a timeline.Article: its paragraphs, and what its header,
// its front matter or its page tells of it. It knows formats and character sets, and nothing of events.
//
// # From bytes to an article
//
// The character set is found first (charset.go), then the format (Formats, in read.go). The format finds the
// paragraphs and the fields; what the caller knows better (Options) is put over them last.
//
//	text.go      paragraphs of plain text
//	markdown.go  blocks of Markdown
//	html.go      main text of a page
//	header.go    header block and front matter, of plain text and Markdown
//	meta.go      what a page tells of itself; jsonld.go has the JSON-LD part
//	day.go       days, as headers, pages and addresses write them
//
// # Paragraphs
//
// Paragraphs are counted from 0, boilerplate included, for what is boilerplate is a question of language. In
// plain text they lie between blank lines; a text without any has one a line. In Markdown and HTML each heading,
// list item, table row and paragraph of a quotation is one. White space is kept in plain text, whose paragraphs
// can so be found again in the file, and collapsed elsewhere. Article.Places tells where each paragraph stands in the
// original bytes, of pages too, unless one of them cannot be found there again.
//
// # The date
//
// Everything relative in an article hangs on its publication date, so Article.PublishedFrom says where it comes
// from, in the order in which it is believed: flag, header or front matter, json-ld, meta, time, url. A date in a
// header that cannot be read is an error and not passed over; one in a page is passed over, since pages have
// several.
package read
