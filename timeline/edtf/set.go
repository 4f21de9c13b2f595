package edtf

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// OneOf returns the date that is one of several, where nobody says which (level 2, "Set representation", "One of a
// set"): [2019-05-03,2019-05-04]. An interval among them stands for the run of days, months or years from its one end to
// the other, [1670..1672], and is open where it has no date: [1760-12..]. The ends of a run are of one precision; an
// interval whose ends are not is taken by its first and its last day.
//
// The members are put in order, and each counts once. The members of a set are members, the zero Date is none, and
// times of day are lost. Of one date that is no interval it returns that date, and of none the zero Date.
func OneOf(dates ...Date) Date {
	var members []Date
	for _, d := range dates {
		if d.set != "" {
			members = append(members, d.Members()...)
		} else if m := d.member(); !m.IsZero() {
			members = append(members, m)
		}
	}
	slices.SortFunc(members, compareMembers)
	members = slices.Compact(members)
	for len(members) > 1 && members[1].from.unit == unitOpen {
		members = members[1:] // ..1800 says all that ..1700 does
	}
	for n := len(members); n > 1 && members[n-2].to.unit == unitOpen; n-- {
		members = members[:n-1]
	}
	if len(members) == 0 {
		return Date{}
	}
	if len(members) == 1 && members[0].to.unit == NoUnit {
		return members[0]
	}
	return setOf(members)
}

// Members returns the dates of a one-of set in their order, a run of them as the interval that OneOf makes it of; nil for
// a date that is no set.
func (d Date) Members() []Date {
	if d.set == "" {
		return nil
	}
	var members []Date
	for text := range strings.SplitSeq(d.set[1:len(d.set)-1], ",") {
		m, _ := parseMember(text) // which setOf wrote
		members = append(members, m)
	}
	return members
}

// member returns d as a set has it: without time of day, and of an interval a run.
func (d Date) member() Date {
	if d.to.unit == NoUnit {
		return Date{from: d.from}
	}
	from, to := d.Ends()
	if !d.isRun() {
		first, _ := d.from.bounds()
		_, last := d.to.bounds()
		if !from.IsZero() {
			from = Date{from: first.part()}
		}
		if !to.IsZero() {
			to = Date{from: last.part()}
		}
	}
	if from == to {
		return from
	}
	return Interval(from, to)
}

// isRun says whether the ends of an interval are of one precision, and such that one can count from the one to the other.
func (d Date) isRun() bool {
	for _, end := range []part{d.from, d.to} {
		if end.isDate() && (end.unit > UnitYear || end.unspecified != NoUnit) {
			return false
		}
	}
	return d.from.unit == d.to.unit || !d.from.isDate() || !d.to.isDate()
}

// compareMembers orders the members of a set by their days. What is open at its beginning stands first, and what is open
// at its end last, the only places where the standard has it.
func compareMembers(a, b Date) int {
	place := func(d Date) int {
		switch {
		case d.from.unit == unitOpen:
			return 0
		case d.to.unit == unitOpen:
			return 2
		}
		return 1
	}
	aFirst, aLast := a.Bounds()
	bFirst, bLast := b.Bounds()
	return cmp.Or(place(a)-place(b), cmp.Compare(aFirst, bFirst), cmp.Compare(aLast, bLast), cmp.Compare(a.String(), b.String()))
}

// setOf returns the set of members that are in order.
func setOf(members []Date) Date {
	d := Date{from: members[0].from, to: members[len(members)-1].last()} // open ends, where there are any
	text := []byte("[")
	for i, m := range members {
		if i > 0 {
			text = append(text, ',')
		}
		text = m.appendMember(text)
		first, _ := d.from.bounds()
		if begin, _ := m.from.bounds(); d.from.isDate() && begin < first {
			d.from = m.from
		}
		_, last := d.to.bounds()
		if _, end := m.last().bounds(); d.to.isDate() && end > last {
			d.to = m.last()
		}
	}
	d.set = string(append(text, ']'))
	return d
}

// appendMember writes a member; an open end of a run is nothing before or after its dots.
func (d Date) appendMember(b []byte) []byte {
	if d.from.isDate() {
		b = d.from.append(b)
	}
	if d.to.unit != NoUnit {
		b = append(b, ".."...)
	}
	if d.to.isDate() {
		b = d.to.append(b)
	}
	return b
}

// parseSet reads a text that begins with a bracket.
func parseSet(s string) (Date, error) {
	text, ok := strings.CutSuffix(s[1:], "]")
	if !ok {
		return Date{}, errors.New("begins with [ and does not end with ]")
	}
	var members []Date
	texts := strings.Split(text, ",")
	for i, text := range texts {
		m, err := parseMember(text)
		switch {
		case err != nil:
			return Date{}, fmt.Errorf("has the member %q, which %w", text, err)
		case m.from.unit == unitOpen && i > 0:
			return Date{}, fmt.Errorf("has the member %q, which can only be the first", text)
		case m.to.unit == unitOpen && i < len(texts)-1:
			return Date{}, fmt.Errorf("has the member %q, which can only be the last", text)
		}
		members = append(members, m)
	}
	return OneOf(members...), nil
}

// parseMember reads a date or a run of them: 1667, 1670..1672, ..1984, 1760-12...
func parseMember(s string) (d Date, err error) {
	from, to, ok := strings.Cut(s, "..")
	if !ok {
		d.from, err = parsePart(s)
		return d, err
	}
	d.from, d.to = part{unit: unitOpen}, part{unit: unitOpen}
	if from != "" {
		d.from, err = parsePart(from)
	}
	if to != "" && err == nil {
		d.to, err = parsePart(to)
	}
	switch {
	case err != nil:
		return d, err
	case from == "" && to == "":
		return d, errNoDate
	case !d.isRun():
		return d, errors.New("runs between dates of different precision")
	case d.reversed():
		return d, errors.New("ends before it begins")
	}
	return d, nil
}
