package when

import (
	"fmt"
	"strings"
)

// Duration is a length of time, in hundredths of a unit; 0 of a unit is a plural without a number, and 0 of no unit
// a while. It dates nothing.
type Duration struct {
	N    int
	Unit Unit
	Mod  string
}

// String prints the value.
func (v Duration) String() string { return fmt.Sprintf("Duration(%s)", v.timex()) }

var unitLetters = [...]string{"X", "S", "M", "H", "D", "W", "WE", "W", "M", "Q", "SEASON", "Y", "DE", "CE", "ML"}

func (v Duration) timex() string {
	n, u := v.N, v.Unit
	switch {
	case u == 0:
		return "PXX"
	case u == Fortnight:
		n *= 2
	}
	prefix := "P"
	if u < Day {
		prefix = "PT"
	}
	switch {
	case n == 0:
		return prefix + "X" + unitLetters[u]
	case u == Decade:
		return fmt.Sprintf("P%dY", 10*n/100)
	case u == Century:
		return fmt.Sprintf("P%dY", n)
	case n == 50 && u == Year:
		return "P6M"
	case n%100 == 50 && u == Year:
		return fmt.Sprintf("P%dY6M", n/100)
	case n%100 == 50 && (u == Hour || u == Minute):
		if n < 100 {
			return "PT30" + unitLetters[u-1]
		}
		return fmt.Sprintf("PT%d%s30%s", n/100, unitLetters[u], unitLetters[u-1])
	case n%100 == 50 && u == Month:
		return fmt.Sprintf("P%dM15D", n/100)
	case n%100 != 0:
		return fmt.Sprintf("%s%g%s", prefix, float64(n)/100, unitLetters[u])
	}
	return fmt.Sprintf("%s%d%s", prefix, n/100, unitLetters[u])
}

// Resolve implements Value.
func (v Duration) Resolve(Anchor) Placed {
	return Placed{Type: "DURATION", Val: v.timex(), Mod: v.Mod, Explicit: true}
}

// Lengths is a length in two units, the longer one first: "a year and three months".
type Lengths struct{ Long, Short Duration }

// String prints the value.
func (v Lengths) String() string { return fmt.Sprintf("Lengths(%s, %s)", v.Long, v.Short) }

// Resolve implements Value.
func (v Lengths) Resolve(Anchor) Placed {
	long, short := v.Long.timex(), v.Short.timex()[1:]
	if strings.HasPrefix(long, "PT") {
		short = strings.TrimPrefix(short, "T")
	}
	return Placed{Type: "DURATION", Val: long + short, Explicit: true}
}

// Set is what comes again: every N hundredths of a unit, or at each such named time, or at that part of its day.
type Set struct {
	N    int
	Unit Unit
	Of   Named
	Part DayPart
}

// String prints the value.
func (v Set) String() string { return fmt.Sprintf("Set(%s)", v.timex()) }

func (v Set) timex() string {
	switch {
	case v.Of.Weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d", v.Of.Weekday) + dayParts[v.Part]
	case v.Of.Month > 0:
		return v.Of.unknown()
	case v.Part > 0:
		return "XXXX-XX-XX" + dayParts[v.Part]
	case v.Unit == Weekend && v.N == 0:
		return unknownUnit(Weekend)
	}
	return Duration{v.N, v.Unit, ""}.timex()
}

// Resolve implements Value.
func (v Set) Resolve(Anchor) Placed { return Placed{Type: "SET", Val: v.timex(), Explicit: true} }

// Daily is a time by the clock in minutes after midnight that comes again every day, or every week on a weekday: "at 4:30
// every morning".
type Daily struct{ Clock, Weekday int }

// String prints the value.
func (v Daily) String() string { return fmt.Sprintf("Daily(%s)", v.timex()) }

func (v Daily) timex() string {
	day := "XXXX-XX-XX"
	if v.Weekday > 0 {
		day = fmt.Sprintf("XXXX-WXX-%d", v.Weekday)
	}
	return day + At{Clock: v.Clock}.time()
}

// Resolve implements Value.
func (v Daily) Resolve(Anchor) Placed { return Placed{Type: "SET", Val: v.timex(), Explicit: true} }

// Ref is a reference to the past, the present or the future as a whole: PAST_REF, PRESENT_REF, FUTURE_REF; and to
// the nights of no one day: XXXX-XX-XXTNI.
type Ref struct{ Val string }

// String prints the value.
func (v Ref) String() string { return "Ref(" + v.Val + ")" }

// Resolve implements Value.
func (v Ref) Resolve(Anchor) Placed {
	if strings.Contains(v.Val, "-XXT") {
		return Placed{Type: "TIME", Val: v.Val}
	}
	return Placed{Type: "DATE", Val: v.Val}
}
