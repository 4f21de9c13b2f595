package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A quotation runs from an opening mark to the closing mark of the same sort, over sentences; where a paragraph
// ends without one and the next begins with an opening mark, it runs on (the printers' rule for long quotations),
// otherwise it ends with its paragraph. Single marks inside double ones are part of the quotation.

// scareWords is the length up to which words in quotation marks that nobody is said to say are no speech.
const scareWords = 4

// A quoter walks over a text and keeps the quotation that is open.
type quoter struct {
	t    *Text
	open int    // number of the open quotation, -1 where there is none
	mark string // the mark that closes it
	deep int    // how many quotations inside it with the same marks are open

	said  *Sentence // the sentence whose verbs of speech are in verbs
	verbs []int
}

// findQuotations fills t.Quotations, the Quotes of every sentence, and the Quote of the predicates that report one.
func findQuotations(t *Text) {
	q := &quoter{t: t, open: -1}
	for p := 0; p < len(t.Paragraphs); p++ {
		q.paragraph(p)
		if to := t.block(p); to > p+1 {
			q.block(p, to)
			p = to - 1
		}
	}
	for id := range t.Quotations {
		q.attribute(id)
	}
}

// longestBlock is how many paragraphs a quotation without marks may have.
const longestBlock = 4

// block returns the paragraph of a dash and a name that ends a quotation without marks, which a colon at the end of
// paragraph p opens, or p.
func (t *Text) block(p int) int {
	s := t.Paragraphs[p].Sentences
	if len(s) == 0 || s[len(s)-1].Tokens[len(s[len(s)-1].Tokens)-1].Text != ":" {
		return p
	}
	for to := p + 1; to < len(t.Paragraphs) && to <= p+1+longestBlock; to++ {
		next := t.Paragraphs[to].Sentences
		if len(next) == 0 || quoteMark(next[0].Tokens[0].Lower) != "" {
			return p
		}
		if t.Paragraphs[to].Kind == Byline && next[0].Tokens[0].Lower == "-" {
			return to
		}
	}
	return p
}

// block makes one quotation of the paragraphs behind p up to the one that says whose they are; the verb before the colon
// reports it.
func (q *quoter) block(p, to int) {
	q.begin("")
	id := q.open
	for k := p + 1; k < to; k++ {
		for i := range q.t.Paragraphs[k].Sentences {
			q.part(k, i, Range{0, len(q.t.Paragraphs[k].Sentences[i].Tokens)})
		}
	}
	q.open = -1
	last := len(q.t.Paragraphs[p].Sentences) - 1
	said := &q.t.Paragraphs[p].Sentences[last]
	for verb := len(said.Predicates) - 1; verb >= 0; verb-- {
		if said.Predicates[verb].Form == Finite {
			q.t.Quotations[id].Speaker, q.t.Quotations[id].Verb = Where{p, last}, verb
			return
		}
	}
}

func (q *quoter) paragraph(p int) {
	para := &q.t.Paragraphs[p]
	if q.open >= 0 && !q.continues(para) {
		q.open = -1
	}
	resumed := q.open >= 0
	for s := range para.Sentences {
		sentence := &para.Sentences[s]
		from := 0
		for i := range sentence.Tokens {
			switch {
			case resumed:
				resumed = false // the mark that opens it again
			case q.open < 0 && q.opens(para, s, i):
				q.begin(sentence.Tokens[i].Lower)
				from = i
			case q.open >= 0 && q.closes(para, s, i):
				q.part(p, s, Range{from, i + 1})
				q.open = -1
			}
		}
		if q.open >= 0 && from < len(sentence.Tokens) {
			q.part(p, s, Range{from, len(sentence.Tokens)})
		}
	}
}

func (q *quoter) begin(mark string) {
	q.open, q.mark, q.deep = len(q.t.Quotations), quoteMark(mark), 0
	q.t.Quotations = append(q.t.Quotations, Quotation{Speaker: Where{Para: -1, Sentence: -1}, Verb: -1})
}

func (q *quoter) part(p, s int, r Range) {
	sentence := &q.t.Paragraphs[p].Sentences[s]
	sentence.Quotes = append(sentence.Quotes, Quote{Range: r, ID: q.open})
	quotation := &q.t.Quotations[q.open]
	quotation.Parts = append(quotation.Parts, Where{p, s})
}

// continues says whether a paragraph opens anew the quotation that the last one left open.
func (q *quoter) continues(para *Paragraph) bool {
	return len(para.Sentences) > 0 && len(para.Sentences[0].Tokens) > 0 &&
		quoteMark(para.Sentences[0].Tokens[0].Lower) == q.mark && q.mark != ""
}

// quoteMark returns "\"" or "'" for the ways of writing them, and the empty string for all else.
func quoteMark(token string) string {
	switch token {
	case "\"", "``", "''", "“", "”", "„", "«", "»":
		return "\""
	case "'", "‘", "’", "`":
		return "'"
	}
	return ""
}

func (q *quoter) opens(para *Paragraph, s, i int) bool {
	t := para.Sentences[s].Tokens[i]
	mark := quoteMark(t.Lower)
	switch {
	case mark == "" || t.Text == "”" || t.Text == "»":
		return false
	case mark == "\"":
		return true
	case t.Text == "’":
		return false
	}
	return spaceAround(para.Text, t.Span) == before && q.singleCloses(para, s, i)
}

// The sides of a mark on which space stands, or the edge of the paragraph.
const (
	before = 1 << iota
	after
)

func spaceAround(text string, at Span) (sides int) {
	if r, _ := utf8.DecodeLastRuneInString(text[:at.Start]); at.Start == 0 || unicode.IsSpace(r) || strings.ContainsRune("([—–-", r) {
		sides |= before
	}
	if r, _ := utf8.DecodeRuneInString(text[at.End:]); at.End == len(text) || unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]—–", r) {
		sides |= after
	}
	return sides
}

// singleCloses says whether a single mark is closed in its paragraph, for a lone one is an apostrophe.
func (q *quoter) singleCloses(para *Paragraph, s, i int) bool {
	for ; s < len(para.Sentences); s, i = s+1, -1 {
		tokens := para.Sentences[s].Tokens
		for k := i + 1; k < len(tokens); k++ {
			if singleEnd(para.Text, tokens, k) {
				return true
			}
		}
	}
	return false
}

// singleEnd tells a closing single mark from the apostrophe of a plural's possessive, which a word follows.
func singleEnd(text string, tokens []Token, k int) bool {
	t := tokens[k]
	if quoteMark(t.Lower) != "'" || t.Text == "‘" || spaceAround(text, t.Span)&after == 0 || spaceAround(text, t.Span)&before != 0 {
		return false
	}
	if k == 0 || !strings.HasSuffix(tokens[k-1].Lower, "s") || k+1 == len(tokens) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(tokens[k+1].Text)
	_, says := IsSpeech(tokens[k+1].Lower)
	return !unicode.IsLetter(r) || says || tokens[k+1].Tag.Verb()
}

func (q *quoter) closes(para *Paragraph, s, i int) bool {
	tokens := para.Sentences[s].Tokens
	t := tokens[i]
	if quoteMark(t.Lower) != q.mark {
		return false
	}
	if q.mark == "'" {
		return singleEnd(para.Text, tokens, i)
	}
	switch opening := spaceAround(para.Text, t.Span) == before; {
	case t.Text == "“" || t.Text == "„" || t.Text == "«":
		return false
	case t.Text == `"` && opening && q.nested(para, s, i):
		q.deep++
		return false
	case q.deep > 0:
		q.deep--
		return false
	}
	return true
}

// farMark is how many tokens a quotation inside another may be away from the end of both.
const farMark = 200

// nested says whether the straight mark at i opens a quotation inside the one that is open: the marks after it that
// stand as closing ones do close both.
func (q *quoter) nested(para *Paragraph, s, i int) bool {
	open := q.deep + 2
	for n := 0; s < len(para.Sentences) && n < farMark; s, i = s+1, -1 {
		tokens := para.Sentences[s].Tokens
		for k := i + 1; k < len(tokens) && n < farMark; k, n = k+1, n+1 {
			if tokens[k].Text != `"` {
				continue
			}
			switch spaceAround(para.Text, tokens[k].Span) {
			case before:
				open++
			case after:
				open--
			}
			if open == 0 {
				return true
			}
		}
	}
	return false
}

// attribute finds who says a quotation: the verb of speech beside it in its first or last sentence, the one that
// leads to it with a colon or a comma, or the one that reports the quotation before it in the same paragraph.
func (q *quoter) attribute(id int) {
	quotation := &q.t.Quotations[id]
	if len(quotation.Parts) == 0 || quotation.Speaker.Para >= 0 {
		return
	}
	first, last := quotation.Parts[0], quotation.Parts[len(quotation.Parts)-1]
	for _, w := range []Where{last, first} {
		if verb, token := q.reporter(w, id); token >= 0 {
			q.report(id, w, verb)
			return
		}
	}
	quotation.Scare = q.words(id) <= scareWords && !q.whole(id)
	if quotation.Scare {
		return
	}
	if according(q.sentence(first)) {
		q.report(id, first, -1)
		return
	}
	if w, verb := q.leadIn(first); w.Para >= 0 {
		q.report(id, w, verb)
		return
	}
	if id > 0 {
		prev := q.t.Quotations[id-1]
		if prev.Speaker.Para == first.Para && !prev.Scare && first.Sentence-prev.Parts[len(prev.Parts)-1].Sentence <= 1 && q.startsSentence(first, id) {
			quotation.Speaker, quotation.Verb = prev.Speaker, prev.Verb
		}
	}
}

// according says whether a sentence names its source without a verb: "according to the ministry".
func according(s *Sentence) bool {
	for i := range s.Tokens {
		if s.Tokens[i].Lower == "according" && followed(s, i, "to") {
			return !slices.ContainsFunc(s.Quotes, func(q Quote) bool { return q.From <= i && i < q.To })
		}
	}
	return false
}

func (q *quoter) sentence(w Where) *Sentence { return &q.t.Paragraphs[w.Para].Sentences[w.Sentence] }

func (q *quoter) report(id int, w Where, verb int) {
	quotation := &q.t.Quotations[id]
	quotation.Speaker, quotation.Verb = w, verb
	if verb < 0 || w != quotation.Parts[0] && w != quotation.Parts[len(quotation.Parts)-1] {
		return
	}
	s := q.sentence(w)
	for i, part := range s.Quotes {
		if part.ID == id && s.Predicates[verb].Quote < 0 {
			s.Predicates[verb].Quote = i
		}
	}
}

// words counts the words of a quotation.
func (q *quoter) words(id int) int {
	n := 0
	for _, w := range slices.Compact(slices.Clone(q.t.Quotations[id].Parts)) {
		s := q.sentence(w)
		for _, part := range s.Quotes {
			for i := part.From; part.ID == id && i < part.To; i++ {
				if r, _ := utf8.DecodeRuneInString(s.Tokens[i].Text); unicode.IsLetter(r) || unicode.IsDigit(r) {
					n++
				}
			}
		}
	}
	return n
}

// whole says whether a quotation is a sentence by its look: a capital first, an end mark last.
func (q *quoter) whole(id int) bool {
	w := q.t.Quotations[id].Parts[0]
	for _, part := range q.sentence(w).Quotes {
		if part.ID == id && part.To-part.From > 3 {
			end := q.sentence(w).Tokens[part.To-2].Lower
			return capital(q.sentence(w).Tokens[part.From+1].Text) && (end == "." || end == "!" || end == "?" || end == ",")
		}
	}
	return false
}

// reporter finds the verb of speech nearest to a quotation's part in a sentence, outside all quotes. A verb
// counts after a part that ends in a comma or that ends the speech, and before a part behind a comma, a colon or
// "that", or with few words between ("said the plan was "madness"" has the words as its own, not a quotation).
func (q *quoter) reporter(w Where, id int) (verb, token int) {
	s := q.sentence(w)
	best, token := 1<<30, -1
	for _, part := range s.Quotes {
		if part.ID != id {
			continue
		}
		for _, i := range q.speech(s) {
			d := i - part.To
			if i < part.From {
				d = part.From - i
				if !leads(s, i, part.From) {
					continue
				}
			} else if !follows(s, part.To, i) {
				continue
			}
			if d < best {
				best, token = d, i
			}
		}
	}
	return q.predicate(s, token), token
}

// speech returns the verbs of speech of a sentence that stand outside all quotes. It keeps those of the last one, which
// may have many quotes.
func (q *quoter) speech(s *Sentence) []int {
	if q.said != s {
		q.said, q.verbs = s, q.verbs[:0]
		for i := range s.Tokens {
			if q.speaks(s, i) {
				q.verbs = append(q.verbs, i)
			}
		}
	}
	return q.verbs
}

// speaks says whether token i is a verb of speech outside all quotes.
func (q *quoter) speaks(s *Sentence, i int) bool {
	t := s.Tokens[i]
	if _, ok := IsSpeech(t.Lower); !ok || t.Tag != NoTag && !t.Tag.Verb() || i > 0 && s.Tokens[i-1].Lower == "-" { // "so-called"
		return false
	}
	for _, part := range s.Quotes {
		if i >= part.From && i < part.To {
			return false
		}
	}
	return true
}

// leads says whether a verb at i leads to a quote that begins at from.
func leads(s *Sentence, i, from int) bool {
	switch prev := s.Tokens[from-1].Lower; prev {
	case ",", ":", "that", "-", "--":
		return true
	case "and":
		return from >= 2 && quoteMark(s.Tokens[from-2].Lower) != "" // said "..." and "..."
	default:
		return from-i <= 2 || from-i <= 6 && from+1 < len(s.Tokens) && capital(s.Tokens[from+1].Text) // said on Monday "We ..."
	}
}

// follows says whether a verb at i reports the quote that ends before to: nothing but its own subject, and
// what that brings with it between commas, stands between.
func follows(s *Sentence, to, i int) bool {
	for k := to; k < i; k++ {
		switch s.Tokens[k].Lower {
		case ".", ";", ":", "and", "but":
			if k > to+1 {
				return false
			}
		}
	}
	return i-to <= 25
}

// predicate returns the predicate whose verb is token i, or -1.
func (q *quoter) predicate(s *Sentence, i int) int {
	return slices.IndexFunc(s.Predicates, func(p Predicate) bool { return i >= 0 && p.Head == i })
}

// leadIn finds the verb of the sentence before a quotation that begins a sentence: it ends in a colon, or it
// tells of speech and nothing else.
func (q *quoter) leadIn(first Where) (Where, int) {
	none := Where{-1, -1}
	w := first
	switch {
	case w.Sentence > 0:
		w.Sentence--
	case w.Para > 0 && len(q.t.Paragraphs[w.Para-1].Sentences) > 0:
		w = Where{w.Para - 1, len(q.t.Paragraphs[w.Para-1].Sentences) - 1}
	default:
		return none, -1
	}
	s := q.sentence(w)
	if len(s.Tokens) == 0 || s.Tokens[len(s.Tokens)-1].Lower != ":" && w.Para != first.Para {
		return none, -1
	}
	for i := len(s.Tokens) - 1; i >= 0; i-- {
		if q.speaks(s, i) {
			return w, q.predicate(s, i)
		}
	}
	return none, -1
}

// startsSentence says whether the first part of a quotation begins its sentence.
func (q *quoter) startsSentence(w Where, id int) bool {
	for _, part := range q.sentence(w).Quotes {
		if part.ID == id {
			return part.From == 0
		}
	}
	return false
}
