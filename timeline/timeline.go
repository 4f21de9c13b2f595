// Package timeline is the vocabulary of annals: the values that travel from an article to a timeline.
// It holds no rules, reads no files and knows no English.
package timeline

import "annals/timeline/edtf"

// A Span is a piece of a paragraph, in bytes; End is exclusive.
type Span struct{ Start, End int }

// An Article is one source document, read.
type Article struct {
	Path          string   // where it was read from, as the user named it; "-" is standard input
	URL           string   // its address, if known
	Title         string   // its headline, if known
	Author        string   // as the byline has it, if known
	Site          string   // the outlet, if known
	Published     edtf.Day // zero where it is not known
	PublishedFrom string   // what told Published: header, front matter, flag, json-ld, meta, time, url
	MediaType     string   // text/plain, text/markdown, text/html
	Meta          []Field  // further header lines, in their order
	Paragraphs    []string // numbered from 0, boilerplate included; none is empty
	Places        []Span   // where each paragraph stands in the original bytes; nil where that is not known
}

// A Field is one further line of an article's header.
type Field struct{ Name, Value string }

// A Source is what a timeline row tells of its article.
type Source struct {
	Key       string // the article's key
	Path, URL string
	Title     string
	Site      string
	Published edtf.Day
}

// An Event is something that somebody did, said, decided or is scheduled to do: one row of a timeline.
type Event struct {
	Type       Type
	Para       int    // the paragraph that reports it
	Trigger    string // the words that name it, copied exactly from that paragraph
	At         Span   // where they stand in it
	Date       edtf.Date
	Earliest   edtf.Day // first day that it can have happened on; zero where there is none
	Latest     edtf.Day // last day, likewise
	DateText   string   // the words that give the date, copied exactly; empty where it is inferred
	Basis      Basis
	Modality   Modality
	Actors     []Party // who did it
	Targets    []Party // whom or what it was done to or said to
	Clause     string  // what happened, in the words of the source; names in brackets explain pronouns, and a mark stands for what is left out
	Mentions   []Mention
	Confidence int // 0 to 100
}

// A Mention is a further place that tells of an event.
type Mention struct {
	Para    int
	Trigger string
	At      Span
}

// A Party is one side of an event.
type Party struct {
	Name  string // the fullest form that the article has, without titles
	Role  Role
	Kind  Kind
	Title string // office or function, as the article has it
}

// A Time is one time expression of an article, placed. See TIMEX3 in TimeML 1.2.1.
type Time struct {
	Para     int
	At       Span
	Text     string
	Type     string // TIMEX3 type: DATE, TIME, DURATION, SET
	Value    string // TIMEX3 value
	Mod      string // TIMEX3 mod, or empty
	Date     edtf.Date
	Earliest edtf.Day
	Latest   edtf.Day
	Rule     string   // the rule that read it
	Reading  string   // what the rule made of it, before placing
	Anchor   edtf.Day // the day that it was placed by, zero where it needs none
	From     string   // where the anchor came from
	Rejected []string // other readings, each with the reason against it
}

// Grounds say how an event came about, a field each, in plain words.
type Grounds struct {
	Sentence string // the sentence of the trigger
	Entry    string // the lexicon entry that the trigger is
	Time     *Time  // the expression that dates the event; nil where none does
	Date     string // why that expression, or which other ground there is
	Modality string // the words that gave the modality
	Actors   string // the construction that gave the actors
	Targets  string // likewise
}

// A Finding is an event with the grounds on which it stands.
type Finding struct {
	Event
	Grounds Grounds
}

// A Record is everything that annals reads in one article.
type Record struct {
	Article  Article
	Kinds    []string // what each paragraph is: body, heading, related, byline, disclaimer ...
	Times    []Time
	Findings []Finding
}

// An Entry is a row of a timeline.
type Entry struct {
	Key string
	Event
	Source Source
}

// A Timeline is ordered by Earliest, then Latest, then publication; undated entries come last.
type Timeline struct {
	Title   string
	Entries []Entry
}

// A Detail is one event in full.
type Detail struct {
	Entry
	Paragraph string
	Grounds   Grounds
}
