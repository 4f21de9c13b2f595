package when

import "annals/timeline/edtf"

// Two times that share a month, a year or a word: "3 to 5 May", "June and July of last year".

// twoDays reads two days of one month, which stand at pieces i and j.
func (m *match) twoDays(i, j int) Value {
	a, b := Named{Month: m.v("month"), Day: m.ps[i].num / 100}, Named{Month: m.v("month"), Day: m.ps[j].num / 100}
	if _, ok := dayDate(2000, a.Month, max(a.Day, b.Day)); !ok || a.Day >= b.Day {
		return nil
	}
	first, second := m.in(a), m.in(b)
	if first == nil || second == nil {
		return nil
	}
	split := min(i, j) + 1
	if m.ps[max(i, j)-1].lower == "the" {
		split = max(i, j) - 2
	}
	return pair{first, second, split}
}

// sharedYear gives the first of two dates the year of the second.
func (m *match) sharedYear() Value {
	second := m.kid()
	on, ok := second.(On)
	split := m.to - 1
	for i := m.from + 1; i < m.to-1; i++ {
		if among(m.ps[i].lower, []string{"-", "–", "—", "to", "and", "&", "or", "/", "through", "until", "till"}) {
			split = i
			break
		}
	}
	var first Value = Named{Month: m.v("month")}
	if s := m.piece("season"); s != nil && !m.has("month") || s != nil && s.from < m.piece("month").from {
		first = Named{Month: m.v("season")}
	}
	if len(m.kids) > 1 {
		first = m.kids[0]
	}
	if n, named := first.(Named); named && ok {
		y, _, _ := on.Date.Fields()
		if _, month, _ := on.Date.Fields(); n.Month > month {
			y--
		}
		d, valid := n.in(y)
		if !valid {
			return nil
		}
		first = On{d}
	} else if in, ok := second.(In); named && ok {
		first = In{n, in.Outer} // "June and July of last year"
	}
	if m.lit("early") || m.lit("late") {
		first = Part{m.v("part"), first}
	}
	return pair{first, second, split}
}

// twoYears reads "1992-97".
func (m *match) twoYears() Value {
	p := &m.ps[m.to-1]
	y := m.whole()
	second := y - y%100 + p.num/100
	if m.m.is(m.beside(-1), "numbered") || m.ps[m.from+1].lower == "/" && second != y+1 {
		return nil // "case 2019/45"
	}
	if len(p.lower) != 2 || second <= y || second > y+60 || p.num >= 10000 {
		return nil
	}
	return pair{On{edtf.OfYear(y)}, On{edtf.OfYear(second)}, m.from + 1}
}

// twoCenturies reads "the 17th and 18th centuries".
func (m *match) twoCenturies() Value {
	n, at := m.ordinals()
	if len(n) != 2 || n[0] >= n[1] {
		return nil
	}
	two := pair{On{edtf.OfCentury(100 * (n[0] - 1))}, On{edtf.OfCentury(100 * (n[1] - 1))}, at[0] + 1}
	for _, e := range m.elements {
		switch v, ok := m.ps[e.piece].word.value(e.class); {
		case !ok || e.class != m.m.classes["part"]:
		case e.piece < at[0]:
			two.first = Part{v, two.first}
		default:
			two.second = Part{v, two.second}
		}
	}
	return two
}
