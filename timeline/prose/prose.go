// Package prose reads English: it splits paragraphs into sentences and tokens, tags the tokens, and finds
// predicates, noun phrases, names, quotations and boilerplate. It knows no event type, no date and no person.
package prose

// A Span is a piece of a paragraph, in bytes; End is exclusive.
type Span struct{ Start, End int }

// A Range is a run of tokens of one sentence, from From up to and without To.
type Range struct{ From, To int }

// A Text is an article, read.
type Text struct {
	Paragraphs []Paragraph
	Quotations []Quotation
}

// A Paragraph is one paragraph, read.
type Paragraph struct {
	Text      string
	Kind      Kind
	Sentences []Sentence
}

// A Kind is what a paragraph is. Only Body and Post tell events.
type Kind uint8

// The kinds.
const (
	Body       Kind = iota
	Post            // an embedded post of a social network
	Heading         // a headline or a heading between paragraphs
	Dateline        // "Wednesday, January 23, 2019" and no more
	Byline          // who wrote it
	Caption         // under a picture
	Related         // "Read:", "From earlier:", a list of links
	Disclaimer      // legal notes, newsletter pleas, copyright
)

// String returns the kind's name in lower case.
func (k Kind) String() string {
	return [...]string{"body", "post", "heading", "dateline", "byline", "caption", "related", "disclaimer"}[k]
}

// A Sentence is one sentence. All its indexes are into its own Tokens, Phrases and Predicates; -1 is none.
type Sentence struct {
	Span
	Text       string // the bytes of Span
	Tokens     []Token
	Phrases    []Phrase    // noun phrases without what follows their heads, in reading order, not nested
	Predicates []Predicate // verb groups, in reading order
	Names      []Name      // proper names, in reading order, not nested
	Quotes     []Quote     // the parts of it that stand in quotation marks
}

// A Token is a word, a number or a mark.
type Token struct {
	Span
	Text  string // as written
	Lower string // in lower case, curly quotes and dashes straightened
	Lemma string // the dictionary form, in lower case
	Tag   Tag    // Penn Treebank part of speech
}

// A Phrase is a base noun phrase: determiner, modifiers, head; or a pronoun.
type Phrase struct {
	Range
	Head       int   // the head noun
	Prep       int   // the preposition that governs it
	Possessor  int   // the phrase whose "'s" or possessive pronoun stands before it
	Of         int   // the phrase that "of" ties to it
	Appos      []int // phrases in apposition to it, before or after
	Conj       []int // phrases coordinated with it, on its first member only
	Appositive bool  // it is itself in apposition to another
	Pronoun    bool
	Name       int // the name that it is or ends in
}

// A Predicate is a verb group with its auxiliaries: "did not agree", "has been told", "to be sworn in".
type Predicate struct {
	Range           // from its first auxiliary to its verb, adverbs between included
	Head        int // the verb that carries the meaning
	Particle    int // "in" of "sworn in", "down" of "step down"
	Tense       Tense
	Form        Form
	Modal       string // the modal verb's lemma: will, would, may, might, can, could, shall, should, must; or empty
	Perfect     bool
	Progressive bool
	Passive     bool
	Negated     bool   // "not", "never", "no longer", "nobody ..."
	Conditional bool   // it stands in an if- or unless-clause, or is what will follow from the one before it
	Scheduled   bool   // "is to meet", "is due to", "is set to", "is expected to", "plans to"
	Governor    int    // the predicate that it completes: "meet" of "agreed to meet" has "agreed"
	Link        string // how it hangs on Governor: to, that, ing, relative, participle, conj; or empty
	Subject     int    // phrase; shared along coordination and taken over from Governor for infinitives
	Object      int    // phrase
	Second      int    // phrase: the indirect object ("told the committee that")
	Agent       int    // phrase after "by" of a passive
	Obliques    []int  // phrases with a preposition that hang on it, in reading order
	Quote       int    // the quote that it reports: "said" in: "...," he said
}

// Doer returns the phrase of who does what p tells, be it the subject or the agent of a passive; -1 where none is told.
func (p *Predicate) Doer() int {
	if p.Passive {
		return p.Agent
	}
	return p.Subject
}

// Patient returns the phrase that it is done to, be it the object or the subject of a passive; -1 where there is none.
func (p *Predicate) Patient() int {
	if p.Passive {
		return p.Subject
	}
	return p.Object
}

// Tense is where a predicate lies as seen from the moment of speaking.
type Tense uint8

// The tenses. NoTense is that of infinitives and participles without a governor.
const (
	NoTense Tense = iota
	Past
	Present
	Future
)

// Form is the form of a predicate's first verb.
type Form uint8

// The forms.
const (
	Finite Form = iota
	Infinitive
	Gerund
	Participle
)

// A Name is a proper name with its titles split off: in "US Ambassador to Germany Richard Grenell"
// the name is "Richard Grenell" and the title is "US Ambassador to Germany".
type Name struct {
	Range
	Kind  NameKind
	Title Range // From == To where there is none
	Short Range // the acronym in brackets after it, or the long form for an acronym before it
}

// A NameKind is what a name names.
type NameKind uint8

// The kinds of names.
const (
	Unknown NameKind = iota
	Person
	Org // an organisation, office or court
	Place
	Group // a people, "Kurds", "Democrats"
	Work  // a document, a law, a medium's title
	Event // "World War II", "Brexit"
)

// A Quote is the part of a sentence that stands in quotation marks, the marks included.
type Quote struct {
	Range
	ID int // the Quotation that it belongs to
}

// A Quotation is one quotation, which may run over sentences and paragraphs.
type Quotation struct {
	Parts   []Where // its parts, in reading order
	Speaker Where   // the sentence whose predicate reports it; Para -1 where none does
	Verb    int     // that predicate
	Scare   bool    // a word or a title in quotation marks, nobody's speech
}

// Where is a sentence of an article, by number.
type Where struct{ Para, Sentence int }
