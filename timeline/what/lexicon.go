package what

import (
	"embed"
	"path"
	"strings"

	"annals/timeline"
	"annals/timeline/lexicon"
	"annals/timeline/prose"
)

//go:embed lexicon/*.txt
var files embed.FS

// An entry is one trigger of a line of a trigger list.
type entry struct {
	kind       timeline.Type
	line       lexicon.Line
	trigger    string   // as the line has it
	lemma      string   // of the verb or the noun's last word
	before     []string // the words before a noun's last one: "executive" of "executive order"
	particle   []string // the words after a verb or an opening word: "down", "in", "to"
	noun       bool
	actor      []prose.Slot
	target     []prose.Slot
	after      []words
	near       []words
	bare       []words
	by         []words   // in the subject or the agent
	except     []words   // not the head of the subject or the agent
	head       []words   // the head of the subject or the agent
	object     []words   // the head of the object
	audience   []words   // in the object, the indirect one before the other
	led        []ledWord // behind a preposition: "to" and a court
	active     bool
	passive    bool
	alone      bool // it has no object
	somebody   bool // who acts is a person: a name, an office, he or she
	fresh      bool // the subject is told for the first time: "a survey", "the bank's survey"
	land       bool // who acts is a land
	one        bool // the object is a person by name, him or her
	person     bool // the object is somebody by name
	joint      bool // not one alone who consents: "agreed to pay"
	main       bool // not in a relative clause, no participle
	dated      bool
	quoted     bool
	plain      bool // the noun counts nothing: "the flood", not "a flood of letters"
	complement bool // something is said of the object: "called the plan mad"
	bids       bool // an infinitive says what somebody is to do: "told them to leave"
	power      bool // who acts may be somebody who governs
	family     string
	conditions int // how many positive conditions it has: the more, the more it is trusted
}

// words is a class of words.
type words map[string]bool

// has says whether a token is a word of the class, as it stands or by its lemma.
func (c words) has(t *prose.Token) bool { return c[t.Lower] || t.Lemma != t.Lower && c[t.Lemma] }

// A ledWord is a preposition and the class of which a word must follow it: "to court", "into custody".
type ledWord struct {
	prep  string
	class words
}

// prepositions are those that a condition can ask for.
var prepositions = set("against as at before for from in into of off on out over through to under with")

// A table has the entries by the word that is looked up.
type table map[string][]entry

var (
	classes  = readClasses()
	triggers = readTriggers()
)

func readClasses() map[string]words {
	all := map[string]words{}
	for _, l := range lexicon.Read(files, "lexicon/class.txt") {
		class := words{}
		for _, w := range strings.Fields(l.Field(1)) {
			class[w] = true
		}
		if all[l.Field(0)] != nil || len(class) == 0 {
			l.Panic("class %q stands twice or is empty", l.Field(0))
		}
		all[l.Field(0)] = class
	}
	return all
}

func readTriggers() table {
	t := table{}
	for _, row := range timeline.Types {
		for _, l := range lexicon.Read(files, path.Join("lexicon", string(row.Type)+".txt")) {
			for _, trigger := range strings.Split(l.Field(0), ", ") {
				e := readEntry(row.Type, l, trigger)
				t[e.lemma] = append(t[e.lemma], e)
			}
		}
	}
	return t
}

func readEntry(kind timeline.Type, l lexicon.Line, trigger string) entry {
	if len(l.Fields) < 4 || len(l.Fields) > 5 {
		l.Panic("want word, verb or noun, actors, targets, conditions")
	}
	e := entry{kind: kind, line: l, trigger: trigger, actor: slots(l, 2), target: slots(l, 3)}
	w := strings.Fields(strings.ReplaceAll(trigger, "-", " - ")) // as sentences are read: "sit - in"
	switch l.Field(1) {
	case "verb":
		last := 0
		for last+2 < len(w) && w[last+1] == "-" {
			last += 2
		}
		e.before, e.lemma, e.particle = w[:last], w[last], w[last+1:]
	case "noun":
		e.noun = true
		if w[len(w)-1] == "to" {
			e.lemma, e.particle = w[0], w[1:]
		} else {
			e.lemma, e.before = w[len(w)-1], w[:len(w)-1]
		}
	default:
		l.Panic("%q is neither verb nor noun", l.Field(1))
	}
	e.family = e.lemma
	for _, c := range strings.Fields(l.Field(4)) {
		e.condition(l, c)
	}
	return e
}

func (e *entry) condition(l lexicon.Line, c string) {
	name, value, ok := strings.Cut(c, "=")
	var class words
	if ok && name != "family" {
		class = union(l, value)
	}
	e.conditions++
	switch name {
	case "after":
		e.after = append(e.after, class)
	case "near":
		e.near = append(e.near, class)
	case "by":
		e.by = append(e.by, class)
	case "audience":
		e.audience = append(e.audience, class)
	case "object":
		e.object = append(e.object, class)
	case "except":
		e.except = append(e.except, class)
		e.conditions--
	case "head":
		e.head = append(e.head, class)
	case "bare":
		e.bare = append(e.bare, class)
		e.conditions--
	case "active":
		e.active = true
		e.conditions--
	case "passive":
		e.passive = true
	case "main":
		e.main = true
		e.conditions--
	case "dated":
		e.dated = true
		e.conditions--
	case "person":
		e.person = true
	case "somebody":
		e.somebody = true
		e.conditions--
	case "fresh":
		e.fresh = true
	case "land":
		e.land = true
	case "one":
		e.one = true
	case "alone":
		e.alone = true
	case "joint":
		e.joint = true
		e.conditions--
	case "complement":
		e.complement = true
	case "bids":
		e.bids = true
	case "power":
		e.power = true
		e.conditions--
	case "quoted":
		e.quoted = true
	case "plain":
		e.plain = true
		e.conditions--
	case "family":
		e.family = value
		e.conditions--
	default:
		if !prepositions[name] || !ok {
			l.Panic("no condition %q", c)
		}
		e.led = append(e.led, ledWord{name, class})
	}
}

// union returns the class that a condition names, or all the words of several: "by=forces|rebels".
func union(l lexicon.Line, names string) words {
	list := strings.Split(names, "|")
	if len(list) == 1 && classes[names] != nil {
		return classes[names]
	}
	all := words{}
	for _, name := range list {
		if classes[name] == nil {
			l.Panic("no class %q in class.txt", name)
		}
		for w := range classes[name] {
			all[w] = true
		}
	}
	return all
}

func slots(l lexicon.Line, column int) []prose.Slot {
	if l.Field(column) == "-" {
		return nil
	}
	var out []prose.Slot
	for _, name := range strings.Fields(l.Field(column)) {
		s, ok := prose.SlotNamed(name)
		if !ok {
			l.Panic("no slot %q", name)
		}
		out = append(out, s)
	}
	return out
}
