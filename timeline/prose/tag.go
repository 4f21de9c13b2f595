package prose

// A Tag is a part of speech of the Penn Treebank, as the English Web Treebank uses them.
type Tag uint8

// The tags, in the order of tagNames.
const (
	NoTag Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	ADD // an address on the net
	AFX // "anti" of "anti - war"
	GW  // goes with the next
	NFP // superfluous punctuation
	HYPH
	LRB // an opening bracket
	RRB // a closing bracket
	Comma
	Period
	Colon // also dashes and semicolons
	OpenQuote
	CloseQuote
	Currency
)

var tagNames = [...]string{
	"-", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",
	"PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
	"WP$", "WRB", "ADD", "AFX", "GW", "NFP", "HYPH", "-LRB-", "-RRB-", ",", ".", ":", "``", "''", "$",
}

// String returns the tag as the treebank writes it.
func (t Tag) String() string { return tagNames[t] }

// Verb says whether t is a form of a verb other than a modal.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Noun says whether t is a noun, proper or not.
func (t Tag) Noun() bool { return t >= NN && t <= NNS }

// Proper says whether t is a proper noun.
func (t Tag) Proper() bool { return t == NNP || t == NNPS }
