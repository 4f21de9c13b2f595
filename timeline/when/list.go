package when

import (
	"slices"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// Days and months that are listed before or behind one that a rule has read.

// ofDay returns the value of a day of the month that e names a day of.
func ofDay(e Expression, day int) (Value, bool) {
	switch v := e.Value.(type) {
	case Named:
		v.Day = day
		_, ok := dayDate(2000, v.Month, day)
		return v, ok && v.Weekday == 0
	case On:
		y, month, _ := v.Date.Fields()
		d, ok := dayDate(y, month, day)
		return On{d}, ok && v.Date.Unit() == edtf.UnitDay
	}
	return nil, false
}

// daysBefore adds to found the days that are listed before those of e, which begins with piece i: "7, 8 and 9 May".
func (m *machine) daysBefore(found []Expression, ps []piece, i int, e Expression) []Expression {
	if !m.shaped(&ps[i], "day") {
		listed(found, e)
		return found
	}
	end := 0
	if len(found) > 0 {
		end = found[len(found)-1].To
	}
	var days []Expression
	for k := i - 2; k >= 0 && ps[k].from >= end && ps[k+1].lower == "," && m.shaped(&ps[k], "day") && ps[k].num < ps[k+2].num; k -= 2 {
		v, ok := ofDay(e, ps[k].num/100)
		if !ok {
			break
		}
		days = append(days, Expression{Span: ps[k].Span, From: ps[k].from, To: ps[k].to, Value: v, Rule: e.Rule})
	}
	slices.Reverse(days)
	return append(found, days...)
}

// listed gives a day right before e the month of e: "the 3rd, 4th and 6th of June".
func listed(found []Expression, e Expression) {
	n := len(found) - 1
	if n < 0 || found[n].To+1 != e.From {
		return
	}
	if day, ok := found[n].Value.(Named); ok && day == (Named{Day: day.Day}) {
		if v, ok := ofDay(e, day.Day); ok {
			found[n].Value = v
		}
	}
}

// daysAfter adds to found the days that are listed behind its last, whose next piece is i, and returns how many pieces they
// take: "May 7, 8 and 9".
func (m *machine) daysAfter(s *prose.Sentence, found []Expression, ps []piece, i int) ([]Expression, int) {
	e := found[len(found)-1]
	if v, ok := e.Value.(Named); !ok || v.Month == 0 || v.Day == 0 || v.Weekday > 0 || !m.shaped(&ps[i-1], "day") {
		return found, 0
	}
	k := i
	for ; k+1 < len(ps) && m.shaped(&ps[k+1], "day") && ps[k+1].num > ps[k-1].num; k += 2 {
		last := among(ps[k].lower, []string{"and", "or", "&"})
		if !last && ps[k].lower != "," {
			return found, 0
		}
		v, ok := ofDay(e, ps[k+1].num/100)
		if !ok {
			return found, 0
		}
		found = append(found, Expression{Span: ps[k+1].Span, From: ps[k+1].from, To: ps[k+1].to, Value: v, Rule: e.Rule})
		if !last {
			continue
		}
		if k+3 < len(ps) && ps[k+2].lower == "," && m.shaped(&ps[k+3], "year") {
			return inYear(found, e.From, &ps[k+3]), k + 4 - i
		}
		if k+2 < len(ps) && (ps[k+2].num != 0 || s.Tokens[ps[k+2].from].Tag.Noun()) {
			break // "on May 3, 4 and 5 people died"
		}
		return found, k + 2 - i
	}
	return found[:slices.IndexFunc(found, func(x Expression) bool { return x.From == e.From })+1], 0
}

// inYear gives the days from a token on the year behind the last of them.
func inYear(found []Expression, from int, year *piece) []Expression {
	for i := range found {
		if v, ok := found[i].Value.(Named); ok && found[i].From >= from {
			if d, ok := v.in(year.num / 100); ok {
				found[i].Value = On{d}
			}
		}
	}
	last := &found[len(found)-1]
	last.To, last.Span.End = year.to, year.End
	return found
}

// joining are the words between the two ends of a range in the prose of courts.
var joining = words("and to through until till or on about around in - –")

// backward gives the days and months before a date with its year that year, as far as such words join them: "between on or
// about May 1 and on or about May 30, 2017", "on 4 and 18 March and on 1 April 2019".
func backward(s *prose.Sentence, found []Expression) {
	last := len(found) - 1
	until, ok := found[last].Value.(On)
	if !ok {
		sharedOuter(s, found)
		return
	}
	if u := until.Date.Unit(); u != edtf.UnitDay && u != edtf.UnitMonth {
		return
	}
	for n := last - 1; n >= 0; n-- {
		a := &found[n]
		rough, about := a.Value.(About)
		v := a.Value
		if about {
			v = rough.Of
		}
		first, ok := v.(Named)
		if !ok || first.Month == 0 || first.Month > 12 || first.Day == 0 && !about || first.Weekday > 0 || !joined(s, a.To, found[n+1].From) {
			return
		}
		y, month, _ := until.Date.Fields()
		if first.Month > month {
			y--
		}
		d, ok := first.in(y)
		if !ok {
			return
		}
		if a.Value = (On{d}); about {
			a.Value = On{d.Approximately()}
		}
	}
}

// sharedOuter gives the month before one of "last year" that year too: "in late June and early July last year".
func sharedOuter(s *prose.Sentence, found []Expression) {
	n := len(found) - 2
	if n < 0 || !joined(s, found[n].To, found[n+1].From) {
		return
	}
	second, _ := partly(found[n+1].Value).(In)
	if _, year := second.Outer.(Deictic); !year {
		return
	}
	first, ok := partly(found[n].Value).(Named)
	if !ok || first.Month == 0 || first.Month > 24 || first.Weekday > 0 {
		return
	}
	if p, ok := found[n].Value.(Part); ok {
		found[n].Value = Part{p.Which, In{first, second.Outer}}
	} else {
		found[n].Value = In{first, second.Outer}
	}
}

// partly returns what v is a part of, or v itself.
func partly(v Value) Value {
	if p, ok := v.(Part); ok {
		return p.Of
	}
	return v
}

// joined says whether the tokens of s between two are words that join two dates, and one at least. Two dates may share a token.
func joined(s *prose.Sentence, from, to int) bool {
	return from < to && !slices.ContainsFunc(s.Tokens[from:to], func(t prose.Token) bool { return !joining[t.Lower] && t.Lower != "," })
}

// enumerated gives a month before a pair of months its year: "May, June and July 2020".
func enumerated(s *prose.Sentence, found []Expression) {
	n := len(found) - 3
	if n < 0 || lower(s, found[n].To) != "," || found[n+1].From != found[n].To+1 {
		return
	}
	first, named := found[n].Value.(Named)
	next, ok := found[n+1].Value.(On)
	if !ok || !named || next.Date.Unit() != edtf.UnitMonth || first.Day > 0 || first.Weekday > 0 {
		return
	}
	y, month, _ := next.Date.Fields()
	if first.Month > month {
		y--
	}
	if d, ok := first.in(y); ok {
		found[n].Value = On{d}
	}
}
