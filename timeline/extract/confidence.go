package extract

import (
	"math"

	"annals/timeline"
)

// What speaks for and against an event, in log-odds of its being right, date included. The figures come from a logistic
// regression over annotated news, rounded so that they say no more than a few hundred events can.
const (
	sure       = 1.2  // a verb with an actor and a date in the text
	noDate     = -1.3 // nothing dates it
	newsOfDay  = -1.6 // nothing but the publication dates it
	noActor    = -0.9
	nominal    = -1.1 // a noun tells it
	toldTwice  = 0.8  // a second mention tells it too
	strongLine = 0.3  // for each condition that its line of the word list asks for
)

// Strength of a word-list line without a condition, and what each condition adds; see what.Mention.
const (
	plainLine    = 60
	perCondition = 15
)

// confidence is the chance that an event is right, type and date, in percent.
func confidence(f *finding) int {
	odds := sure + strongLine*float64(f.mention.Strength-plainLine)/perCondition
	switch f.Basis {
	case timeline.NoBasis:
		odds += noDate
	case timeline.Publication:
		odds += newsOfDay
	}
	if len(f.Actors) == 0 {
		odds += noActor
	}
	if f.mention.Noun {
		odds += nominal
	}
	if len(f.Mentions) > 0 {
		odds += toldTwice
	}
	return int(math.Round(100 / (1 + math.Exp(-odds))))
}
