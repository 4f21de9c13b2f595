package when

import "annals/timeline/prose"

// people says of each month whether the text knows someone of that name: "Theresa May".
type people [13]bool

// surnames are the months that are surnames too.
var surnames = map[string]int{"march": 3, "april": 4, "may": 5, "june": 6, "august": 8}

// peopleOf looks for a first name or a title before a month and no day behind it.
func peopleOf(sentences []prose.Sentence) people {
	var known people
	for i := range sentences {
		s := &sentences[i]
		for k := 1; k < len(s.Tokens); k++ {
			m := surnames[s.Tokens[k].Lower]
			if m == 0 || known[m] || !s.Tokens[k].Tag.Proper() || !capital(&s.Tokens[k]) || !forename(&s.Tokens[k-1]) {
				continue
			}
			known[m] = k+1 == len(s.Tokens) || !digit(s.Tokens[k+1].Text[0])
		}
	}
	return known
}

// forename says whether t is written like a first name or a title, and is no word that stands before a month.
func forename(t *prose.Token) bool {
	return t.Tag.Noun() && capital(t) && letters(t.Lower) && theMachine().words[t.Lower] == nil
}

func capital(t *prose.Token) bool { return t.Text[0] >= 'A' && t.Text[0] <= 'Z' }

// are says whether e is one of them: "May's plan", "a letter to May", but "in May" and "since May" are months still.
func (p people) are(s *prose.Sentence, e Expression) bool {
	v, ok := e.Value.(Named)
	if !ok || v.Month == 0 || v.Month > 12 || !p[v.Month] || v != (Named{Month: v.Month}) || e.To != e.From+1 {
		return false
	}
	if e.From > 0 && forename(&s.Tokens[e.From-1]) {
		return true
	}
	switch lower(s, e.To) {
	case "'s":
		return true
	case "to", "and", "through", "until", "-", "–":
		if e.To+1 < len(s.Tokens) && capital(&s.Tokens[e.To+1]) {
			return false // "from May to June"
		}
	}
	switch lower(s, e.From-1) {
	case "of", "by", "for", "to", "from", "and", "or", "after", "before", ",", "with", "between":
		return true
	}
	return false
}
