package prose

import "strings"

// Where the words of a name do not say what it names, what stands around it may, and the rest of the article.

// kin are words for people beside whom a name without more is a person's.
var kin = wordSet("kin.txt")

// context says what a name of unknown kind names by its form and by what stands around it.
func (n *namer) context(r Range) NameKind {
	next := n.lower(r.To)
	the := n.lower(r.From-1) == "the"
	switch {
	case n.bodyBeside(r) && !n.surname(r), r.To == r.From+1 && inlaid(n.word(r.From)):
		return Org
	case kin[n.lower(r.From-1)]: // "his wife Ana"
		return Person
	case next == "," && n.age(r.To+1): // "Ana Ruiz, 54,"
		return Person
	case (next == "," && n.lower(r.To+1) == "who" || next == "who") && n.lower(r.From-1) != "of": // the members of Odra, who
		return Person
	case (next == "'s" || next == "'") && (kin[n.lower(r.To+1)] || !the && owned[n.lower(r.To+1)] && n.letters(r)):
		return Person
	case !the && (n.surname(r) || n.signs(r) || n.roleBeside(r) || n.insertedSpeaker(r)):
		return Person
	}
	return Unknown
}

// surname says whether a name has the form of a person's: two to four words of letters that no list has, the last a
// surname or made like one, or a given name of two syllables tied by a hyphen, "Chi-fung". A surname alone is enough
// where it is nothing else.
func (n *namer) surname(r Range) bool {
	first, last := n.word(r.From), n.word(r.To-1)
	if r.To == r.From+1 {
		return surnames[last]
	}
	if r.To-r.From > 6 || !n.letters(r) {
		return false
	}
	_, listed := surnames[last]
	_, before := surnames[first] // "Park Jae", the surname first
	if n.lower(r.To-2) == "-" {
		return r.To-r.From > 3 && (strings.ToLower(last) == last || before)
	}
	return listed || surnameForm(last) || before && surnames[first] && len(first) <= 5
}

// letters says whether all words of a name are capitalised words of letters that no list has but that of given names.
func (n *namer) letters(r Range) bool {
	for k := r.From; k < r.To; k++ {
		w := n.word(k)
		switch {
		case particles[n.lower(k)], n.lower(k) == "-", k > r.From && n.lower(k-1) == "-":
		case !capital(w) || acronym(w) || kindsOf(w)&^given != 0 || functionWords[n.lower(k)]:
			return false
		}
	}
	return true
}

// surnameEndings are those that surnames have and other words hardly.
var surnameEndings = []string{"sson", "ssen", "enko", "chuk", "ovic", "evic", "ić", "ski", "sky", "ska", "wicz",
	"dze", "shvili", "yan", "oğlu", "oglu", "opoulos", "akis", "idis", "escu", "eanu", "ová", "ova", "eva", "ov", "ev", "stein", "berg", "feld",
	"baum", "mann", "strom", "ström", "quist", "qvist", "gaard", "ez", "elli", "etti", "ucci", "ini", "ino", "ello", "etto", "aitis", "auskas", "awa", "moto", "shima", "mura", "zadeh",
	"ullah", "uddin", "singh", "ekar", "wala", "inen"}

// surnameForm says whether a word is made like a surname: "McAlly", "O'Dell", "Petrescu".
func surnameForm(w string) bool {
	for _, start := range [...]string{"Mc", "Mac", "O'", "O’", "D'", "D’"} {
		if rest, ok := strings.CutPrefix(w, start); ok && len(rest) > 2 && capital(rest) {
			return true
		}
	}
	return len(w) > 5 && hasAny(w, surnameEndings...)
}

// inlaid says whether a word has a capital inside, as firms write theirs and no person does but in the forms that
// surnames have: "YouTube", but "McAlly".
func inlaid(w string) bool {
	for i := 1; i+1 < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' {
			switch w[:i] {
			case "Mc", "Mac", "Fitz", "De", "Di", "Du", "La", "Le", "Van", "Von", "Al", "El", "Ben", "Abd":
				return false
			}
			return strings.IndexByte(w, '-') < 0
		}
	}
	return false
}

// employers are nouns for bodies, beside those that bodies' names end in.
var employers = wordSet("employer.txt")

// bodyNoun says whether a word in lower case is one for a body: "party", "newspaper".
func bodyNoun(lower string) bool {
	return employers[lower] || lower != "" && lower[0] >= 'a' && lower[0] <= 'z' && nameWord[capitalised(lower)]&(bodyHead|workHead|portfolio) == bodyHead
}

// bodyBeside says whether a noun for a body stands right before the name ("the newspaper Odra") or after it as what it
// is ("Odra, a party of the left").
func (n *namer) bodyBeside(r Range) bool {
	if bodyNoun(n.lower(r.From - 1)) {
		return true
	}
	if n.lower(r.From-1) == "the" {
		return n.described(r, func(i int) bool { return bodyNoun(n.lower(i)) })
	}
	next := r.To
	if n.lower(next) == "'s" || n.lower(next) == "'" {
		next++
	}
	if traded[n.lower(next)] && (next > r.To || n.s.Tokens[min(next+1, len(n.s.Tokens)-1)].Tag != POS) { // "Odra's shares", "Odra shares"
		return true
	}
	switch n.lower(r.From - 1) {
	case "of", "at", "for", "with": // "chairman of Odra", "analyst at Odra"
		if serves[n.lower(r.From-2)] {
			return true
		}
	}
	return n.described(r, func(i int) bool { return bodyNoun(n.lower(i)) })
}

// traded is what firms have, and serves are those who serve one.
var traded, serves = wordSet("traded.txt"), wordSet("serves.txt")

// roleBeside says whether a person's function follows the name between commas ("Odra Vesk, a former envoy to") or stands
// before it ("the mayor, Odra Vesk,").
func (n *namer) roleBeside(r Range) bool {
	if r.To-r.From < 2 || r.To-r.From > 5 || !n.letters(r) {
		return false
	}
	if n.lower(r.From-1) == "," && IsTitle(n.lower(r.From-2)) && !strings.HasSuffix(n.lower(r.From-2), "s") {
		return true
	}
	if callings[n.lower(r.From-1)] { // "striker Odra Vesk"
		return true
	}
	return n.described(r, func(i int) bool { return IsTitle(n.word(i)) || callings[n.lower(i)] })
}

// described says whether a comma follows the name, and then a noun phrase whose head is of a kind.
func (n *namer) described(r Range, of func(i int) bool) bool {
	if n.lower(r.To) != "," {
		return false
	}
	head := -1
	for i := r.To + 1; i < r.To+8 && i < len(n.s.Tokens); i++ {
		w, t := n.lower(i), n.s.Tokens[i].Tag
		switch {
		case t.Noun():
			head = i
		case i == r.To+1 && (w == "a" || w == "an" || w == "the" || t == PRPS), t == JJ, t == HYPH, w == "-", t == POS, t == VBN, t == CD, t == VBG:
		default:
			return head >= 0 && of(head) && (w == "," || w == "of" || w == "." || w == "at" || w == "for" || w == "in" || w == "to" || w == "who" || w == "and" || w == "from" || w == "with" || w == "that" || w == "which")
		}
	}
	return false
}

// age says whether the years of a person's life stand at i, between commas.
func (n *namer) age(i int) bool {
	w, after := n.word(i), n.lower(i+1)
	if len(w) == 0 || len(w) > 3 || after != "," && after != "." {
		return false
	}
	for k := range len(w) {
		if w[k] < '0' || w[k] > '9' {
			return false
		}
	}
	return len(w) == 2 || w[0] == '1'
}

// callings are the words for people by what they do, and owned what only people have.
var callings, owned = wordSet("calling.txt"), wordSet("owned.txt")

// suffers are the participles that are said of persons: "was born", "was sentenced".
var suffers = wordSet("suffer.txt")

// signs says whether two or three names of letters are who says or does something as persons do, with no word among
// them that bodies have.
func (n *namer) signs(r Range) bool {
	size := r.To - r.From
	_, says := IsSpeech(n.lower(r.To))
	if size < 2 || size > 3 || !says && !n.acts(r) && !n.suffers(r) || n.lower(r.From-1) == "the" {
		return false
	}
	for k := r.From; k < r.To; k++ {
		if w := n.word(k); acronym(w) || !capital(w) || kindsOf(w) != 0 && kindsOf(w) != given {
			return false
		}
	}
	return true
}

// insertedSpeaker says whether a name of two or three words stands between commas before a verb of speech: "The head of the
// league, Odra Vesk, said".
func (n *namer) insertedSpeaker(r Range) bool {
	_, says := IsSpeech(n.lower(r.To + 1))
	return says && n.lower(r.From-1) == "," && n.lower(r.To) == "," && r.To-r.From > 1 && r.To-r.From < 4 && n.letters(r)
}

// suffers says whether what happens to persons is said of a name: "Odra Vesk was born", "had been arrested".
func (n *namer) suffers(r Range) bool {
	be := false
	for i := r.To; i < r.To+5 && i < len(n.s.Tokens); i++ {
		switch t := &n.s.Tokens[i]; {
		case be && suffers[t.Lower]:
			return true
		case t.Lemma == "be":
			be = true
		case t.Tag != RB && t.Lemma != "have":
			return false
		}
	}
	return false
}

// reigns holds what is of a place: "mayor of Odra", "residents of Odra".
var reigns = wordSet("reign.txt")

// human holds the verbs of which the subject is a person.
var human = wordSet("human.txt")

// acts says whether a name without an article does what persons do, or owns something, and is longer than an abbreviation.
func (n *namer) acts(r Range) bool {
	if n.lower(r.From-1) == "the" || len(n.word(r.From)) < 3 || acronym(n.word(r.From)) || r.To >= len(n.s.Tokens) {
		return false
	}
	for i := r.To; i < r.To+4 && i < len(n.s.Tokens); i++ {
		t := &n.s.Tokens[i]
		if t.Tag.Verb() && human[t.Lemma] {
			return true
		} else if !t.Tag.Verb() && t.Tag != RB && t.Tag != MD {
			return false
		}
	}
	return false
}
