package when

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"annals/timeline/edtf"
	"annals/timeline/prose"
)

// check finds and places the times of a text and fails where an invariant of the package does not hold.
func check(t *testing.T, text string, a Anchor) {
	t.Helper()
	for _, s := range prose.Sentences(text) {
		end := 0
		for _, e := range Find(&s) {
			if e.Span.Start < end || e.Span.End <= e.Span.Start || e.Span.End > len(text) {
				t.Fatalf("%q: span %v after %d", text, e.Span, end)
			}
			end = e.Span.End
			if utf8.ValidString(text) && !utf8.ValidString(text[e.Span.Start:e.Span.End]) {
				t.Fatalf("%q: span %v cuts a rune", text, e.Span)
			}
			for _, anchor := range []Anchor{a, {}, {Last: a.Last}, {Day: a.Day, Direction: Future, Narrative: true}} {
				placement(t, e, anchor)
			}
		}
	}
}

func placement(t *testing.T, e Expression, a Anchor) {
	t.Helper()
	sane(t, e, e.Value.Resolve(a))
}

// sane fails where a placed expression has no type, ends before it begins, or a date that EDTF cannot tell.
func sane(t *testing.T, e Expression, p Placed) {
	t.Helper()
	if p.Type == "" {
		t.Fatalf("%v: no type", e.Value)
	}
	if p.Earliest != 0 && p.Latest != 0 && p.Earliest > p.Latest {
		t.Fatalf("%v: %s after %s", e.Value, p.Earliest, p.Latest)
	}
	d, err := edtf.Parse(p.Date.String())
	if err != nil || d != p.Date {
		t.Fatalf("%v: %v does not come back: %v %v", e.Value, p.Date, d, err)
	}
}

func FuzzFind(f *testing.F) {
	for _, x := range corpus(f) {
		f.Add(x.sentence, int(saidOn))
	}
	f.Add("1/1/1 31/2/2000 0000-00-00 year 1000 the 99th century", 1)
	f.Fuzz(func(t *testing.T, text string, day int) {
		if day < 800 || day > 3600000 {
			day = int(saidOn)
		}
		check(t, text, Anchor{Day: edtf.Day(day), Last: edtf.OfMonth(2020, 5)})
	})
}

// FuzzStory reads texts as stories, histories among them, in which what was told places what follows.
func FuzzStory(f *testing.F) {
	f.Add("It began on 3 May 1871. In June it ended. The next winter they met. Two days later it burnt.", int(saidOn), true)
	f.Add("The king fell in 9998. The following century he rose. In February he met Ann, on 29 February.", 3600000, true)
	f.Add("The wall of 9999 BC fell. A decade earlier it stood. That spring it burnt.", int(saidOn), true)
	for _, x := range corpus(f) {
		f.Add(x.sentence, int(saidOn), false)
	}
	f.Fuzz(func(t *testing.T, text string, day int, history bool) {
		if day < 800 || day > 3600000 {
			day = int(saidOn)
		}
		if history {
			text += strings.Repeat(" It fell in 1600.", 60)
		}
		sentences := prose.Sentences(text)
		story := Begin(edtf.Day(day), sentences)
		for i := range sentences {
			found := story.Find(&sentences[i])
			for k, p := range story.Place(&sentences[i], found) {
				sane(t, found[k], p)
			}
		}
	})
}

// TestLinear gives a megabyte of each text on which a matcher that tries again and again would stand still, in one
// sentence, and fails where four times the text takes far more than four times as long; the machine may be busy.
func TestLinear(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("megabytes")
	}
	for _, word := range []string{"last ", "1999 ", "1-", "the end of ", "2 1/2 "} {
		quarter, whole := repeated(word, 1<<18), repeated(word, 1<<20)
		took := func(s *prose.Sentence) time.Duration { // the quickest of three: a busy machine is no fault
			quickest := time.Hour
			for range 3 {
				begin := time.Now()
				Find(s)
				quickest = min(quickest, time.Since(begin))
			}
			return quickest
		}
		Find(quarter) // the buffers grow once
		if a, b := took(quarter), took(whole); b > 12*a+2*time.Second {
			t.Errorf("256 KB of %q took %v, a megabyte %v", word, a, b)
		}
	}
}

// repeated returns one sentence that says a word again and again; its tokens are made here, for the splitter of
// sentences is not what is measured.
func repeated(word string, size int) *prose.Sentence {
	s := &prose.Sentence{Text: strings.Repeat(word, size/len(word))}
	at := 0
	for _, f := range strings.Fields(s.Text) {
		s.Tokens = append(s.Tokens, prose.Token{Span: prose.Span{Start: at, End: at + len(f)}, Text: f, Lower: strings.ToLower(f)})
		at += len(f) + 1
	}
	return s
}

// TestNothing shows that a sentence without a time costs no memory.
func TestNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector empties pools at random")
	}
	sentences := prose.Sentences("The council of the harbour town gave its old bridge to a company that runs ferries between both banks.")
	Find(&sentences[0])
	if n := testing.AllocsPerRun(100, func() { Find(&sentences[0]) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// BenchmarkFind finds and places the times of annotated news where the corpora are there, else of our own articles.
// Cutting the text into tokens is not counted.
func BenchmarkFind(b *testing.B) {
	var sentences []prose.Sentence
	size := 0
	add := func(text string) {
		sentences = append(sentences, prose.Sentences(text)...)
		size += len(text)
	}
	files, _ := filepath.Glob("../../../shared/corpora/time/*.jsonl")
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<26)
		for lines.Scan() {
			var d struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
				b.Fatal(err)
			}
			add(d.Text)
		}
		file.Close()
	}
	if len(files) == 0 {
		articles, _ := filepath.Glob("../../fixtures/*/*.txt")
		for _, name := range articles {
			text, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			add(string(text))
		}
	}
	story := Story{Published: saidOn}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range sentences {
			story.Place(&sentences[i], Find(&sentences[i]))
		}
	}
}

// TestCourseLinear reads histories of two lengths: their dates are read together, and must not cost more for that.
func TestCourseLinear(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("long")
	}
	history := func(n int) []prose.Sentence {
		var all []prose.Sentence
		for i := range n {
			all = append(all, prose.Sentences(fmt.Sprintf("In May %d the fort fell, in June it was built again, and in %d it burnt.", 1000+i%800, 1400+i%90))...)
		}
		return all
	}
	short, long := history(1000), history(4000)
	if a, b := placing(short), placing(long); b > 12*a+2*time.Second {
		t.Errorf("1,000 sentences took %v, 4,000 %v", a, b)
	}
}

// placing is how long the times of a story take, the quickest of three.
func placing(s []prose.Sentence) time.Duration {
	quickest := time.Hour
	for range 3 {
		begin := time.Now()
		story := Begin(saidOn, s)
		for i := range s {
			story.Place(&s[i], story.Find(&s[i]))
		}
		quickest = min(quickest, time.Since(begin))
	}
	return quickest
}

// TestPlaceLinear places times of which each could look to all those before it.
func TestPlaceLinear(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("long")
	}
	for _, words := range []string{"Monday to ", "May 3 to June 4 through ", "at 5:30 or Friday night ", "a Sunday , "} {
		short, long := prose.Sentences(strings.Repeat(words, 1<<15/len(words))), prose.Sentences(strings.Repeat(words, 1<<17/len(words)))
		if a, b := placing(short), placing(long); b > 12*a+2*time.Second {
			t.Errorf("32 KB of %q took %v, 128 KB %v", words, a, b)
		}
	}
}
