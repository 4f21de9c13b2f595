package when

import (
	"strconv"
	"strings"
)

// Numbers, in figures and in words, and dates in figures.

// number classifies a piece that begins with a digit, and says whether it is one number.
func (m *machine) number(p *piece) bool {
	s := strings.TrimSuffix(p.lower, ".")
	short := s[0] == '\''
	s = strings.TrimPrefix(s, "'")
	n, i := 0, 0
	for ; i < len(s) && (digit(s[i]) || s[i] == ',' && i+3 < len(s) && digit(s[i+1])); i++ {
		if s[i] != ',' {
			n = min(10*n+int(s[i]-'0'), 1<<40)
		}
	}
	rest := s[i:]
	p.num = 100 * n
	comma := strings.Contains(s, ",")
	switch {
	case rest == "" && short && i == 2:
		p.sym = m.shape["shortyear"]
		p.num = 100 * century(n)
	case rest == "" && !comma:
		p.sym = m.shape[numberShape(s, n)]
	case rest == "":
		p.sym = m.shape["num"]
	case (rest == "s" || rest == "'s") && (i >= 2 && i <= 4) && n%10 == 0:
		if i == 2 {
			p.num = 100 * century(n)
		}
		p.sym = m.shape["decade"]
	case ordinalEnd(rest) && len(rest) == 2 && n > 0:
		p.sym = m.shape["ord"]
		if n <= 31 {
			p.sym = m.shape["ordday"]
		}
	case rest[0] == '.' && len(rest) == 2 && digit(rest[1]):
		p.sym, p.num = m.shape["number"], 100*n+10*int(rest[1]-'0')
	case rest[0] == '.' && len(rest) == 3 && n < 25 && digit(rest[1]) && digit(rest[2]) && rest[1] < '6':
		p.sym, p.num = m.shape["point"], 100*n+10*int(rest[1]-'0')+int(rest[2]-'0') // "7.30 pm"
	case rest[0] == ':' && len(rest) >= 3 && n < 25 && digit(rest[1]) && digit(rest[2]) && rest[1] < '6':
		p.sym, p.num = m.shape["clock"], 100*n+10*int(rest[1]-'0')+int(rest[2]-'0')
		if len(rest) > 3 && rest[3] == '.' {
			p.sym = m.shape["num"] // the time of a race, "2:04.31"
		}
	default:
		p.num = 0
		return m.dotted(p, s)
	}
	return true
}

// dotted reads 23.1.2019, the day first.
func (m *machine) dotted(p *piece, s string) bool {
	f := strings.Split(s, ".")
	if len(f) != 3 || len(f[0]) > 2 || len(f[1]) > 2 || len(f[2]) != 4 {
		return false
	}
	var n [3]int
	for i := range f {
		v, err := strconv.Atoi(f[i])
		if err != nil || v < 1 {
			return false
		}
		n[i] = v
	}
	d, ok := dayDate(n[2], n[1], n[0])
	if !ok {
		return false
	}
	p.date, p.sym = &Numeric{Date: d}, m.shape["date"]
	return true
}

func numberShape(s string, n int) string {
	switch {
	case len(s) <= 2 && n >= 1 && n <= 31:
		return "num day yy"
	case len(s) == 2:
		return "num yy"
	case len(s) == 4 && n >= 1000 && n <= 2100:
		return "num year"
	case len(s) == 3 && n >= 100:
		return "num oldyear"
	}
	return "num"
}

// century puts a year of two digits into the hundred years that news speaks of: '30 is 1930, '29 is 2029.
func century(n int) int {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

func (m *machine) whole(p *piece) (int, bool) {
	if p.word != nil || p.sym == 0 || p.num%100 != 0 || !digit(p.lower[0]) {
		return 0, false
	}
	switch p.sym {
	case m.shape["num"], m.shape["num oldyear"], m.shape["num day yy"], m.shape["num yy"], m.shape["num year"]:
		return p.num / 100, true
	}
	return 0, false
}

// numericDate reads 2019-01-23, 1/23/2019 and 23.1.2019; month first unless the number is too large for one.
func (m *machine) numericDate(ps []piece, p *piece) int {
	if len(ps) < 5 {
		return 0
	}
	a, okA := m.whole(&ps[0])
	b, okB := m.whole(&ps[2])
	c, okC := m.whole(&ps[4])
	mark := ps[1].lower
	if !okA || !okB || !okC || mark != ps[3].lower || mark != "-" && mark != "/" && mark != "–" {
		return 0
	}
	switch {
	case len(ps[0].lower) == 4 && len(ps[2].lower) == 2 && len(ps[4].lower) == 2:
	case len(ps[4].lower) == 4 && len(ps[0].lower) <= 2 && len(ps[2].lower) <= 2:
		a, b, c = c, a, b
	case len(ps[4].lower) == 2 && mark == "/" && len(ps[0].lower) <= 2 && len(ps[2].lower) <= 2:
		a, b, c = century(c), a, b
	default:
		return 0
	}
	if b > 12 && c <= 12 {
		b, c = c, b
	}
	d, ok := dayDate(a, b, c)
	if !ok || a < 1 {
		return 0
	}
	p.date, p.word, p.sym = &Numeric{Date: d}, nil, m.shape["date"]
	if c <= 12 && b != c && len(ps[0].lower) < 4 {
		p.date.DayFirst, _ = dayDate(a, c, b)
	}
	return 5
}

// spelled reads numbers in words and mixed numbers: "twenty - six", "a hundred and five", "nineteen ninety - eight",
// "2 1/2", "two and a half".
func (m *machine) spelled(ps []piece, p *piece) int {
	if n := m.ordinalWord(ps, p); n > 0 {
		return n
	}
	v, n := m.small(ps)
	switch {
	case n > 0:
	case p.lower == "half" && len(ps) > 2 && (ps[1].lower == "a" || ps[1].lower == "-") && m.is(&ps[2], "dozen"):
		p.num, p.word, p.sym = 600, nil, m.shape["num"]
		return 3
	case p.lower == "a" && len(ps) > 1 && (m.is(&ps[1], "big") || m.is(&ps[1], "dozen")):
		v, n = 1, 1
	default:
		return 0
	}
	year := false
	if v >= 11 && v <= 20 && n < len(ps) && !digit(ps[0].lower[0]) {
		if w, k := m.small(ps[n:]); k > 0 && w >= 10 && w < 100 && !digit(ps[n].lower[0]) {
			v, n, year = 100*v+w, n+k, true
		} else if m.is(&ps[n], "big") && ps[n].lower == "hundred" && v > 10 {
			year = true
		}
	}
	for n < len(ps) && (m.is(&ps[n], "big") || m.is(&ps[n], "dozen")) && v < 1<<20 {
		f, ok := ps[n].word.value(m.classes["big"])
		if !ok {
			f = 12
		}
		v, n = v*f, n+1
		k := n
		if k < len(ps) && ps[k].lower == "and" {
			k++
		}
		if w, l := m.small(ps[min(k, len(ps)):]); l > 0 && w < f && f > 12 && !digit(ps[k].lower[0]) {
			v, n = v+w, k+l
		}
	}
	p.num, p.word = 100*v, nil
	h := m.fraction(ps[n:])
	switch {
	case h > 0 && v < 1000:
		p.num += 50
		n += h
		p.sym = m.shape["number"]
	case digit(ps[0].lower[0]) && n == 1:
		return 0
	case year || v >= 1900 && v <= 2100:
		p.sym = m.shape["num year"]
	default:
		p.sym = m.shape["num"]
	}
	return n
}

// small reads a number below a hundred.
func (m *machine) small(ps []piece) (value, n int) {
	if len(ps) == 0 {
		return 0, 0
	}
	if v, ok := m.whole(&ps[0]); ok && v < 1000 {
		return v, 1
	}
	for _, class := range []string{"one", "teen"} {
		if v, ok := ps[0].word.value(m.classes[class]); ok {
			return v, 1
		}
	}
	v, ok := ps[0].word.value(m.classes["ten"])
	if !ok {
		return 0, 0
	}
	n = 1
	if n < len(ps) && ps[n].lower == "-" {
		n++
	}
	if n < len(ps) {
		if w, ok := ps[n].word.value(m.classes["one"]); ok {
			return v + w, n + 1
		}
	}
	return v, 1
}

// fraction reads "1/2", "and a half", "-and-a-half" and "½" and returns how many pieces they are.
func (m *machine) fraction(ps []piece) int {
	word := func(i int, s string) bool { return i < len(ps) && ps[i].lower == s }
	switch {
	case word(0, "1/2"), word(0, "½"):
		return 1
	case word(0, "1") && word(1, "/") && word(2, "2"):
		return 3
	case word(0, "-") && word(1, "1") && word(2, "/") && word(3, "2"):
		return 4
	case word(0, "and") && word(1, "a") && word(2, "half"):
		return 3
	case word(0, "-") && word(1, "and") && word(2, "-") && word(3, "a") && word(4, "-") && word(5, "half"):
		return 6
	}
	return 0
}

// ordinalWord reads "twenty - first".
func (m *machine) ordinalWord(ps []piece, p *piece) int {
	v, n := 0, 0
	if t, ok := p.word.value(m.classes["ten"]); ok {
		v, n = t, 1
		if n < len(ps) && ps[n].lower == "-" {
			n++
		}
	}
	if n >= len(ps) {
		return 0
	}
	w, ok := ps[n].word.value(m.classes["ordinal"])
	if !ok || n == 0 {
		return 0
	}
	p.num, p.word = 100*(v+w), nil
	p.sym = m.shape["ordday"]
	if v+w > 31 {
		p.sym = m.shape["ord"]
	}
	return n + 1
}
