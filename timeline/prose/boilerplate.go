package prose

import (
	"math/bits"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Boilerplate is told by a paragraph's own shape: how it begins, whether it ends like a sentence, and the few
// phrases that no news sentence holds. Where the shapes leave doubt the paragraph is a body: an event lost is
// worse than a disclaimer read.

const months = `(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`

const calendarDay = `(?:` + months + `\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+` + months + `,?\s+\d{4}|\d{4}-\d{2}-\d{2})`

// A shape is what paragraphs of one kind look like. Its expression is slow, and tried only on a paragraph that
// begins with one of the words of begins or has one of those of holds at the start of a word, capitals or not.
type shape struct {
	kind          Kind
	begins, holds []string
	re            *regexp.Regexp
}

// shapes are tried in order; the first that matches gives the kind.
var shapes = []shape{
	{Byline, []string{"—", "–", "-"}, nil,
		postLine},
	{Post, nil, []string{"(@"},
		regexp.MustCompile(`(?s).[—–-]+\s*[^—–@]{2,60}\(@\w+\)\s*` + calendarDay + `\s*$`)},
	{Post, nil, []string{"t.co/", "twitter.com/"},
		regexp.MustCompile(`(?:https?://t\.co/|pic\.twitter\.com/)\w+\s*$`)},
	{Dateline, dayStarts, nil,
		regexp.MustCompile(`^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?` + calendarDay + `(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?\.?$`)},
	{Dateline, []string{"published", "updated", "posted", "last ", "first "}, nil,
		regexp.MustCompile(`(?i)^(?:published|updated|posted|last (?:updated|modified)|first published)(?:\s+(?:on|at))?:?\s+.{0,24}\d{4}.{0,24}$`)},
	{Byline, []string{"by", "written by", "reported by", "story by"}, nil,
		regexp.MustCompile(`^(?:By|BY|Written by|Reported by|Story by)\s+(?:\p{Lu}[\p{L}.'’-]*\s*,?\s*(?:and\s+|&\s+)?){1,12}(?:[|/,].{0,60})?$`)},
	{Byline, []string{"additional ", "reporting by", "writing by", "editing by", "(additional", "(reporting"}, nil,
		regexp.MustCompile(`(?i)^(?:(?:additional )?(?:reporting|writing|editing) by|\(?(?:additional )?reporting by)\b`)},
	{Byline, []string{"—", "–", "-"}, nil,
		regexp.MustCompile(`^[—–-]+\s*\p{Lu}[^.!?]{1,120}$`)},
	{Caption, []string{"image", "photo", "picture", "video", "file photo", "map", "graphic", "illustration", "screenshot"}, nil,
		regexp.MustCompile(`(?i)^(?:image|photo|picture|photograph|video|file photo|map|graphic|illustration|screenshot)(?:\s+(?:credit|source|by|courtesy(?: of)?|caption))?\s*[:|©]`)},
	{Caption, nil, []string{"(photo", "(image", "(picture", "(ap photo", "(file photo", "(credit", "(reuters", "(getty", "getty images", "ap photo", "afp via", "shutterstock", "file photo"},
		regexp.MustCompile(`(?i)(?:\((?:photo|image|picture|ap photo|file photo|credit|reuters|getty)[^)]{0,80}\)|\b(?:getty images|ap photo|afp via getty|shutterstock|file photo)\b[^.]{0,40})\.?\s*$`)},
	{Caption, []string{"█", "■", "▇", "●", "◼"}, nil,
		regexp.MustCompile(`^[█■▇●◼]{1,3}\s`)},
	{Related, []string{"read", "see ", "related", "from earlier", "earlier", "more", "watch", "listen", "further reading", "recommended", "most read",
		"don", "in other news", "in related news", "you may also", "sister link", "source", "external link", "references", "notes"}, nil,
		regexp.MustCompile(`(?i)^(?:read|read more|read also|also read|read next|see also|see more|related|related (?:news|articles|stories|links|coverage)|from earlier|earlier|more|more on this(?: story)?|watch|listen|further reading|recommended|most read|don[’']t miss|in (?:other|related) news|you may also like|sister links?|sources?|external links?|references|notes)\s*(?::|»|›|→|\||$)`)},
	{Related, []string{"read", "watch", "see", "listen"}, nil,
		regexp.MustCompile(`(?i)^(?:read|watch|see|listen)\s+(?:more|also|next|the full (?:story|article|report|text|interview))\b.{0,120}$`)},
	{Related, []string{"»", "›", "→", "▶", ">>"}, nil,
		regexp.MustCompile(`^(?:»|›|→|▶|>>)\s*\S`)},
	{Disclaimer, []string{"©", "(c)", "copyright"}, []string{"all rights reserved"},
		regexp.MustCompile(`(?i)^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b`)},
	{Disclaimer, nil, []string{"not a recommendation", "not investment", "not intended as", "no securities", "no licen", "no position", "no affiliation",
		"information for this", "views expressed", "may not be re", "does not necessarily", "affiliate ", "originally published",
		"originally appeared", "first published", "first appeared", "licensed under", "licenced under", "available under"},
		regexp.MustCompile(`(?i)\b(?:not (?:a recommendation|investment advice|intended as (?:legal|financial|medical) advice)|(?:author|writer)s? (?:has|have|holds?) no (?:securities|licen[cs]es|positions?|affiliations?)|information for this (?:story|article) was found|views expressed (?:in this (?:article|piece|story) )?(?:are|here)|may not be (?:reproduced|republished|redistributed)|does not necessarily (?:reflect|represent)|affiliate (?:link|commission)s?|this (?:article|story|piece) (?:was|is) (?:originally|first) (?:published|appeared)|(?:licen[cs]ed|available) under (?:a |the )?creative commons)\b`)},
	{Disclaimer, nil, []string{"sign up ", "subscribe ", "our newsletter", "daily newsletter", "weekly newsletter", "free newsletter", "support our", "support independent",
		"donate to ", "become a ", "follow ", "download our", "share this", "leave a comment", "click here", "terms of", "privacy policy",
		"cookie policy", "accept cookies", "accept all"},
		regexp.MustCompile(`(?i)\b(?:sign up (?:for|to) (?:our|the|your)|subscribe (?:to (?:our|the|us)|now|today|here)|our (?:daily |weekly |free )?newsletter|(?:support|donate to) (?:our|independent) (?:journalism|work|reporting)|become a (?:member|subscriber|patron)|follow (?:us|him|her|them|\w+ ?\w+) on (?:twitter|facebook|instagram|x|telegram|linkedin)|download our app|share this (?:article|story|post)|leave a comment|click here|(?:our|these|the site[’']s) (?:terms of (?:use|service)|privacy policy|cookie policy)|accept (?:all )?cookies)\b`)},
	{Disclaimer, []string{"this "}, nil,
		regexp.MustCompile(`(?i)^this (?:article|story|page|post|report|piece|headline|item) (?:was|has been|is being) (?:last |later |since )?(?:amended|updated|corrected|edited|revised|republished)\b`)},
	{Disclaimer, []string{"advertisement", "sponsored", "advertising", "disclaimer", "disclosure", "editor", "correction", "clarification"}, nil,
		regexp.MustCompile(`(?i)^(?:advertisement|sponsored(?: content)?|advertising|disclaimer|disclosure|editor[’']s note|correction|clarification)\b\s*(?::|$)`)},
}

// dayStarts are how a calendar day begins.
var dayStarts = strings.Fields("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec 0 1 2 3 4 5 6 7 8 9")

// A hint is a word that a shape needs.
type hint struct {
	word  string
	shape uint
}

// atStart and inside hold the hints of all shapes under their first byte.
var atStart, inside = func() (start, inside [256][]hint) {
	for i, s := range shapes {
		for _, w := range s.begins {
			start[w[0]] = append(start[w[0]], hint{w, uint(i)})
		}
		for _, w := range s.holds {
			inside[w[0]] = append(inside[w[0]], hint{w, uint(i)})
		}
	}
	return start, inside
}()

// possible returns the set of the shapes whose hints a paragraph has, in one pass over it.
func possible(text string) (set uint64) {
	if text == "" {
		return 0
	}
	for _, h := range atStart[lowerByte(text[0])] {
		if beginsWith(text, h.word) {
			set |= 1 << h.shape
		}
	}
	letter := false // whether the byte before is one
	for i := range len(text) {
		c := lowerByte(text[i])
		here := c >= 'a' && c <= 'z'
		if !letter || !here {
			for _, h := range inside[c] {
				if beginsWith(text[i:], h.word) {
					set |= 1 << h.shape
				}
			}
		}
		letter = here
	}
	return set
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// beginsWith says whether s begins with a word given in small letters, whatever its own ASCII letters are.
func beginsWith(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := range len(word) {
		if lowerByte(s[i]) != word[i] {
			return false
		}
	}
	return true
}

// postLine is the line under an embedded post: a dash, a name, a handle, a day.
var postLine = regexp.MustCompile(`^[—–-]+\s*([^—–@()]{1,60}?)\s*\(@(\w+)\)\s*(` + calendarDay + `)\s*$`)

// A Poster is who wrote an embedded post, and when, as the line under it says.
type Poster struct{ Name, Handle, Date string }

// PostedBy reads the line under an embedded post, "— Name (@handle) Month D, YYYY", which is a paragraph of
// its own or ends the post's paragraph.
func PostedBy(paragraph string) (Poster, bool) {
	if !strings.Contains(paragraph, "(@") {
		return Poster{}, false
	}
	at := strings.LastIndexAny(paragraph, "—–")
	if at < 0 {
		return Poster{}, false
	}
	m := postLine.FindStringSubmatch(paragraph[at:])
	if m == nil {
		return Poster{}, false
	}
	return Poster{Name: m[1], Handle: m[2], Date: m[3]}, true
}

// kindOf says what a paragraph is by its own words, its number and how many there are. A line with no sentence
// in it is a heading; a plea or a legal note counts only where it is not lost in a long news paragraph.
func kindOf(paragraph string, number, total int) Kind {
	text := strings.TrimSpace(paragraph)
	for set := possible(text); set != 0; set &= set - 1 {
		s := &shapes[bits.TrailingZeros64(set)]
		if at := s.re.FindStringIndex(text); at != nil && !(s.kind == Disclaimer && newsy(text, at[0], number, total)) {
			return s.kind
		}
	}
	if heading(text) {
		return Heading
	}
	return Body
}

// newsy guards against a disclaimer's phrase told as news: "protesters were told to click here" in the middle of
// an article, late in a long paragraph or in quotation marks.
func newsy(text string, at, number, total int) bool {
	if strings.ContainsAny(text[:at], "\"“") {
		return true
	}
	return at > 240 && number < total/2
}

// heading tells a line that heads what follows: short, without an end mark, and without a verb's usual company.
func heading(text string) bool {
	if utf8.RuneCountInString(text) > 100 || strings.ContainsRune(text, '\n') {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune(".!?:;,…\"”’')]", last) {
		return strings.HasSuffix(text, "?") && len(strings.Fields(text)) <= 8 && !strings.ContainsAny(text, "\"“")
	}
	first, _ := utf8.DecodeRuneInString(text)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && len(strings.Fields(text)) <= 14
}
