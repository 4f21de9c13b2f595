package prose

// A Frame says where the two sides of an event stand around its trigger. The slots of a side are tried in
// order; the first that the sentence fills gives the side.
type Frame struct {
	Predicate int // the predicate that reports the event, or that a noun hangs on; -1 where there is none
	Noun      int // the token of a nominal trigger; -1 where the trigger is the predicate
	Actor     []Slot
	Target    []Slot
}

// A Slot is a place that a party to an event can stand at, as seen from its trigger. The slots of a predicate
// are given for its active form: in a passive, Subject is the "by" phrase and Object is the grammatical
// subject, so that one frame serves "the court fined the bank" and "the bank was fined by the court".
type Slot uint8

// The slots.
const (
	NoSlot         Slot = iota
	Subject             // who does it: subject of an active predicate, agent of a passive one
	Object              // what it is done to: object of an active predicate, subject of a passive one
	Second              // the indirect object: "told the committee that"
	Speaker             // who says it: Subject, also inverted, or the source after "according to"
	PassiveSubject      // the grammatical subject whatever the voice: "resigned", "was sworn in"
	Possessor           // "Norway's" of "Norway's withdrawal"; "his" of "his arrest"
	Modifier            // what stands before the noun: "Senate" of "the Senate vote"
	Audience            // whom something is said to: "told reporters", "said in a letter to the union"
	Content             // whom the reported clause is about: "ruled that the board had no power"
	Joint               // Subject, and with it who stands after "with": "Norvia signed a treaty with Ostmark"
	Of                  // the phrase after "of"
	By                  // after "by", also behind a noun: "a ruling by the court"
	With
	Between // both or all after "between" or "among"
	To
	Against
	On
	From
	In
	For
	At
	Over
	About
	As
	Into
	Before  // "testified before the committee"
	Through // also "via"
)

var slotNames = [...]string{
	"none", "subject", "object", "second", "speaker", "passivesubject", "possessor", "modifier", "audience", "content", "joint", "of", "by", "with",
	"between", "to", "against", "on", "from", "in", "for", "at", "over", "about", "as", "into", "before", "through",
}

// String returns the slot's name, as word lists write it.
func (s Slot) String() string { return slotNames[s] }

// SlotNamed returns the slot of that name, and whether there is one.
func SlotNamed(name string) (Slot, bool) {
	for i, n := range slotNames {
		if n == name && i > 0 {
			return Slot(i), true
		}
	}
	return NoSlot, false
}

// Preposition returns the preposition that a slot is named after, or the empty string.
func (s Slot) Preposition() string {
	if s >= Of {
		return slotNames[s]
	}
	return ""
}
