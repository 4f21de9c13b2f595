package who

import (
	"os"
	"strings"
	"testing"
	"time"

	"annals/timeline"
	"annals/timeline/prose"
)

func names(parties []timeline.Party) string {
	var all []string
	for _, p := range parties {
		all = append(all, p.Name)
	}
	return strings.Join(all, "; ")
}

// find returns where a word stands for the first time as a predicate's verb, or as any token.
func find(t *prose.Text, word string) (prose.Where, int, int) {
	for p := range t.Paragraphs {
		for s := range t.Paragraphs[p].Sentences {
			sentence := &t.Paragraphs[p].Sentences[s]
			for i := range sentence.Predicates {
				if sentence.Tokens[sentence.Predicates[i].Head].Text == word {
					return prose.Where{Para: p, Sentence: s}, i, sentence.Predicates[i].Head
				}
			}
			for i := range sentence.Tokens {
				if sentence.Tokens[i].Text == word {
					return prose.Where{Para: p, Sentence: s}, -1, i
				}
			}
		}
	}
	return prose.Where{Para: -1}, -1, -1
}

// TestFullest gives texts and what their names are, in order, in their fullest form.
func TestFullest(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Anna Webb met President Luis Ortega Ruiz.|Webb thanked Ortega.", "Anna Webb; Luis Ortega Ruiz; Anna Webb; Luis Ortega Ruiz"},
		{"The Ports Safety Authority (PSA) fined two lines.|The PSA said so.", "Ports Safety Authority; Ports Safety Authority"},
		{"The UN sent envoys.|The United Nations sent more.", "United Nations; United Nations"},
		{"Erdoğan Demir spoke.|Demir left. Later Erdogan Demir came back.", "Erdoğan Demir; Erdoğan Demir; Erdoğan Demir"},
		{"The Supreme Court of Norway sat.|The Supreme Court rose.", "Supreme Court of Norway; Supreme Court of Norway"},
		{"The U.S. waited, and the United States waited.", "United States; United States"},
		{"Paul Brandt and Clara Brandt spoke. Clara Brandt left. Brandt slept.", "Paul Brandt; Clara Brandt; Clara Brandt; Clara Brandt"},
	} {
		x := Assemble(prose.Read(strings.Split(c.text, "|")))
		var got []string
		for _, sp := range x.spots {
			got = append(got, x.members[sp.member].name)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

// TestSides gives texts with a trigger, a frame, and both sides.
func TestSides(t *testing.T) {
	subject := []prose.Slot{prose.Subject}
	object := []prose.Slot{prose.Object}
	speaker := []prose.Slot{prose.Speaker}
	of := []prose.Slot{prose.By, prose.Possessor, prose.Of}
	for _, c := range []struct {
		text, trigger   string
		actor, target   []prose.Slot
		actors, targets string
	}{
		{"Judge Amy Stone sentenced Paul Brandt on Monday.", "sentenced", subject, object, "Amy Stone", "Paul Brandt"},
		{"Paul Brandt was sentenced by Judge Amy Stone on Monday.", "sentenced", subject, object, "Amy Stone", "Paul Brandt"},
		{"\"We will appeal,\" said Clara Lind.", "said", speaker, nil, "Clara Lind", ""},
		{"\"We will appeal,\" Lind said.|Clara Lind is a lawyer.", "said", speaker, nil, "Clara Lind", ""},
		{"Clara Lind leads the union. She resigned in March.", "resigned", subject, nil, "Clara Lind", ""},
		{"White House spokesperson Karen Lowe said no.", "said", speaker, nil, "Karen Lowe", ""},
		{"A White House spokesperson said no.", "said", speaker, nil, "White House spokesperson", ""},
		{"Thousands of protesters marched.|The protesters blocked a road.", "blocked", subject, nil, "protesters", ""},
		{"Prime Minister Anna Webb flew home. The prime minister announced a vote.", "announced", speaker, nil, "Anna Webb", ""},
		{"Norway's withdrawal from the pact surprised many.", "withdrawal", of, []prose.Slot{prose.From}, "Norway", ""},
		{"The arrest of Paul Brandt by police was quick.", "arrest", []prose.Slot{prose.By}, []prose.Slot{prose.Of}, "police", "Paul Brandt"},
		{"Talks between France and Spain began.", "Talks", []prose.Slot{prose.Between}, nil, "France; Spain", ""},
		{"According to Clara Lind, the plan failed.", "According", speaker, nil, "Clara Lind", ""},
		{"Clara Lind and Paul Brandt signed the accord.", "signed", subject, nil, "Clara Lind; Paul Brandt", ""},
		{"The order Anna Webb signed on Friday is void.", "signed", subject, nil, "Anna Webb", ""},
		{"Anna Webb, the Democratic leader, announced a vote.", "announced", speaker, nil, "Anna Webb", ""},
		{"Ruritania Watch, along with the Farmers Union, announced a suit.", "announced", speaker, nil, "Ruritania Watch; Farmers Union", ""},
		{"The measure passed the Senate on Monday.", "passed", subject, nil, "Senate", ""},
		{"The court issued a ruling on Monday.", "ruling", []prose.Slot{prose.By, prose.Of}, nil, "court", ""},
		{"In a letter to the union, Anna Webb wrote that she would go.", "letter", []prose.Slot{prose.By}, nil, "Anna Webb", ""},
		{"Turkish airstrikes hit the town. Turkey had warned it.", "airstrikes", []prose.Slot{prose.By}, nil, "Turkey", ""},
		{"Anna Webb met Paul Brandt. The two leaders signed a pact.", "signed", subject, nil, "Anna Webb; Paul Brandt", ""},
		{"Anna Webb was blunt: \"We vetoed the bill.\"", "vetoed", subject, nil, "Anna Webb", ""},
		{"A statement released by Webb's office condemned it.|Anna Webb slept.", "statement", []prose.Slot{prose.By}, nil, "Anna Webb's office", ""},
		{"Brandt's lawyer told the court so.", "told", speaker, []prose.Slot{prose.Second}, "Brandt's lawyer", "court"},
	} {
		x := prose.Read(strings.Split(c.text, "|"))
		cast := Assemble(x)
		w, p, token := find(x, c.trigger)
		if p < 0 && token >= 0 && x.Paragraphs[w.Para].Sentences[w.Sentence].Predicates == nil {
			continue // without phrase analysis there is nothing to look at
		}
		f := prose.Frame{Predicate: p, Noun: -1, Actor: c.actor, Target: c.target}
		if p < 0 {
			f.Noun = token
		}
		actors, targets, why, _ := cast.Sides(w, f)
		if names(actors) != c.actors || names(targets) != c.targets {
			t.Errorf("%s\n got %q, %q (%s)\nwant %q, %q", c.text, names(actors), names(targets), why, c.actors, c.targets)
		}
		if len(actors) > 0 && why == "" {
			t.Errorf("%s: no ground for the actors", c.text)
		}
	}
}

// TestSidesCorpus reads testdata/sides.txt, whose head says what it holds.
func TestSidesCorpus(t *testing.T) {
	data, err := os.ReadFile("testdata/sides.txt")
	if err != nil {
		t.Fatal(err)
	}
	for number, line := range strings.Split(string(data), "\n") {
		fault := strings.HasPrefix(line, "!")
		line = strings.TrimPrefix(line, "!")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 6 {
			t.Fatalf("line %d has %d columns", number+1, len(f))
		}
		got := sidesOf(t, f[5], f[0], slotsOf(t, f[1]), slotsOf(t, f[2]))
		want := strings.ReplaceAll(f[3]+" > "+f[4], "-", "")
		got = strings.ReplaceAll(got, "-", "")
		if (got == want) == fault {
			t.Errorf("line %d: %s\n got %s\nwant %s, known fault: %t", number+1, f[5], got, want, fault)
		}
	}
}

func slotsOf(t *testing.T, names string) []prose.Slot {
	var slots []prose.Slot
	for _, name := range strings.Fields(strings.ReplaceAll(names, "-", "")) {
		slot, ok := prose.SlotNamed(name)
		if !ok {
			t.Fatalf("no slot %q", name)
		}
		slots = append(slots, slot)
	}
	return slots
}

// sidesOf returns both sides of the event that a text tells with a trigger.
func sidesOf(t *testing.T, text, trigger string, actor, target []prose.Slot) string {
	x := prose.Read(strings.Split(text, "¶"))
	w, p, token := find(x, trigger)
	if token < 0 {
		t.Fatalf("no %q in %q", trigger, text)
	}
	f := prose.Frame{Predicate: p, Noun: -1, Actor: actor, Target: target}
	if p < 0 {
		f.Noun = token
	}
	actors, targets, _, _ := Assemble(x).Sides(w, f)
	return names(actors) + " > " + names(targets)
}

// TestKinds gives texts, and names in them with the kinds that the article tells.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		text, name string
		kind       timeline.Kind
	}{
		{"Norvia's government fell. Norvia waited.", "Norvia", timeline.Place},
		{"Kino Gabrel, the militia's spokesman, said so.", "Kino Gabrel", timeline.Person},
		{"Tarvo Melk rose. Melk spoke.", "Tarvo Melk", timeline.Person},
		{"Lomond Steel closed. The mill of Lomond is shut.", "Lomond Steel", timeline.Body},
		{"The Nevada Independent said no.", "Nevada Independent", timeline.Body},
		{"Firms including Zorvex and Blint have left.", "Zorvex", timeline.Body},
	} {
		x := prose.Read([]string{c.text})
		cast := Assemble(x)
		var last timeline.Party
		for si := range x.Paragraphs[0].Sentences {
			for p := range x.Paragraphs[0].Sentences[si].Phrases {
				for _, party := range cast.Party(0, si, p) {
					if party.Name == c.name && (last.Name == "" || party.Kind != timeline.Other) {
						last = party
					}
				}
			}
		}
		if last.Name != c.name || last.Kind != c.kind {
			t.Errorf("%s: %q is %q of kind %q, want %q", c.text, c.name, last.Name, last.Kind, c.kind)
		}
	}
}

// TestPatience resolves every phrase of a text whose pronouns and roles could each stand for the others: it would never
// end if every way were tried.
func TestPatience(t *testing.T) {
	text := strings.Repeat("The minister and his aide and her brother and it said that they met him and them and the ministry and its court. ", 40)
	x := prose.Read([]string{text})
	cast := Assemble(x)
	found := 0
	for si := range x.Paragraphs[0].Sentences {
		for p := range x.Paragraphs[0].Sentences[si].Phrases {
			found += len(cast.Party(0, si, p))
		}
	}
	if found == 0 {
		t.Error("nobody found")
	}
}

// TestLinear reads texts of names alone, of two lengths: eight times the names may not cost much more than eight times the time.
func TestLinear(t *testing.T) {
	for _, names := range []string{"Ana and ", "Norvia's ", "Ana Ruiz, the minister, "} {
		took := func(size int) time.Duration {
			x := prose.Read([]string{strings.Repeat(names, size/len(names))})
			begin := time.Now()
			Assemble(x)
			return time.Since(begin)
		}
		if a, b := took(16<<10), took(128<<10); b > 12*a+2*time.Second {
			t.Errorf("16 KB of %q took %v, 128 KB %v", names, a, b)
		}
	}
}
