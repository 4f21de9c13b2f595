package edtf

import "strconv"

// String returns d in EDTF, the empty string for no date; Parse reads it back.
func (d Date) String() string {
	if d.set != "" {
		return d.set
	}
	var room [32]byte
	return string(d.append(room[:0]))
}

// MarshalText implements encoding.TextMarshaler, and with it JSON: a date is its EDTF string.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler by Parse.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = Parse(string(text))
	return err
}

// append writes a date that is no set.
func (d Date) append(b []byte) []byte {
	b = d.from.append(b)
	if d.clock.has {
		b = d.clock.append(b)
	}
	if d.to.unit != NoUnit {
		b = d.to.append(append(b, '/'))
	}
	return b
}

func (p part) String() string { return string(p.append(nil)) }

func (p part) append(b []byte) []byte {
	switch p.unit {
	case unitOpen:
		return append(b, ".."...)
	case NoUnit, unitUnknown:
		return b
	}
	b = p.appendYear(b)
	if p.month > 0 {
		b = appendDigits(append(b, '-'), int(p.month), 2)
	}
	if p.day > 0 {
		b = appendDigits(append(b, '-'), int(p.day), 2)
	}
	switch {
	case p.unspecified == UnitDay && p.month == 0:
		b = append(b, "-XX-XX"...)
	case p.unspecified != NoUnit:
		b = append(b, "-XX"...)
	}
	switch p.qualifier {
	case approximate | uncertain:
		return append(b, '%')
	case approximate:
		return append(b, '~')
	case uncertain:
		return append(b, '?')
	}
	return b
}

func (p part) appendYear(b []byte) []byte {
	year := int(p.year)
	if max(year, -year) > 9999 {
		return strconv.AppendInt(append(b, 'Y'), int64(year), 10)
	}
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	switch p.unit {
	case UnitDecade:
		return append(appendDigits(b, year/10, 3), 'X')
	case UnitCentury:
		return append(appendDigits(b, year/100, 2), "XX"...)
	}
	return appendDigits(b, year, 4)
}

// appendDigits writes n in as many digits as width says.
func appendDigits(b []byte, n, width int) []byte {
	for range width {
		b = append(b, '0')
	}
	for i := len(b) - 1; n > 0; i-- {
		b[i] += byte(n % 10)
		n /= 10
	}
	return b
}
