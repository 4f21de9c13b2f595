package model

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// A Sentence is one sentence to learn from.
type Sentence struct {
	Words, Lower []string
	Tags         []uint8
}

// Options say how to learn.
type Options struct {
	Iterations int
	Seed       uint64
	Frequent   int     // a word seen so often keeps to the tags it was seen with
	Rare       float64 // but for those that make up less than this part
	Prune      float64 // averaged weights below it are dropped
}

// A weight of one tag in one row, with what its average needs.
type weight struct {
	tag   uint8
	now   int32
	sum   int64
	stamp int64
}

type learner struct {
	rows [][]weight
	step int64
}

// Learn trains a tagger. The same sentences and options give the same tagger.
func Learn(tags []string, sentences []Sentence, o Options) *Tagger {
	t := &Tagger{Tags: tags}
	t.known, t.all = dictionary(sentences, o)
	l := &learner{rows: make([][]weight, rows)}
	order := rand.New(rand.NewPCG(o.Seed, 0))
	turn := make([]int, len(sentences))
	for i := range turn {
		turn[i] = i
	}
	for range o.Iterations {
		order.Shuffle(len(turn), func(a, b int) { turn[a], turn[b] = turn[b], turn[a] })
		for _, i := range turn {
			l.sentence(t, &sentences[i])
		}
	}
	l.finish(t, o.Prune)
	return t
}

// dictionary counts the tags of frequent words, and finds those that any other word may have.
func dictionary(sentences []Sentence, o Options) (map[string]uint64, uint64) {
	counts := map[string]*[maxTags + 1]int{}
	for _, s := range sentences {
		for i, w := range s.Lower {
			c := counts[w]
			if c == nil {
				c = new([maxTags + 1]int)
				counts[w] = c
			}
			c[s.Tags[i]]++
			c[maxTags]++
		}
	}
	known, all := map[string]uint64{}, uint64(0)
	for w, c := range counts {
		set := uint64(0)
		for k := range maxTags {
			if c[k] == 0 {
				continue
			}
			if c[maxTags] < o.Frequent || c[maxTags] < 3*o.Frequent && c[k] > 1 {
				all |= 1 << k
			}
			if float64(c[k]) >= o.Rare*float64(c[maxTags]) {
				set |= 1 << k
			}
		}
		if c[maxTags] >= o.Frequent {
			known[w] = set
		}
	}
	return known, all
}

// sentence tags a sentence with the weights so far and corrects them where it errs.
func (l *learner) sentence(t *Tagger, s *Sentence) {
	f := newFeatures(s.Words, s.Lower, t.known)
	got := make([]uint8, 0, len(s.Words))
	var hashes [maxFeatures]uint32
	for i := range s.Words {
		allowed, ok := t.known[s.Lower[i]]
		if !ok {
			allowed = t.all
		}
		if bits.OnesCount64(allowed) == 1 {
			got = append(got, uint8(trailing(allowed)))
			continue
		}
		l.step++
		var scores [maxTags]int32
		places := f.at(i, got, hashes[:0])
		for _, h := range places {
			for _, w := range l.rows[h] {
				scores[w.tag] += w.now
			}
		}
		guess, gold := best(&scores, allowed, len(t.Tags)), s.Tags[i]
		if guess != gold {
			for _, h := range places {
				l.add(h, gold, 1)
				l.add(h, guess, -1)
			}
		}
		got = append(got, guess)
	}
}

func (l *learner) add(row uint32, tag uint8, by int32) {
	for k := range l.rows[row] {
		if w := &l.rows[row][k]; w.tag == tag {
			w.sum += int64(w.now) * (l.step - w.stamp)
			w.now, w.stamp = w.now+by, l.step
			return
		}
	}
	l.rows[row] = append(l.rows[row], weight{tag: tag, now: by, stamp: l.step})
}

// finish averages, prunes and quantises. The scale is that of the largest weight: clipping costs accuracy.
func (l *learner) finish(t *Tagger, prune float64) {
	largest := 0.0
	average := func(w weight) float64 {
		return float64(w.sum+int64(w.now)*(l.step-w.stamp)) / float64(l.step)
	}
	for _, row := range l.rows {
		for _, w := range row {
			largest = max(largest, average(w), -average(w))
		}
	}
	t.index, t.packed = make([]uint32, rows), make([]uint16, 1)
	for r, row := range l.rows {
		slices.SortFunc(row, func(a, b weight) int { return int(a.tag) - int(b.tag) })
		at := len(t.packed)
		t.packed = append(t.packed, 0)
		for _, w := range row {
			a := average(w)
			q := int(a*127/largest + 0.5)
			if a < 0 {
				q = -int(-a*127/largest + 0.5)
			}
			if q != 0 && (a >= prune || a <= -prune) {
				t.packed = append(t.packed, uint16(w.tag)<<8|uint16(uint8(int8(q))))
				t.packed[at]++
			}
		}
		if t.packed[at] == 0 {
			t.packed = t.packed[:at]
			continue
		}
		t.index[r] = uint32(at)
	}
}

// Encode returns the tagger as a file for Decode.
func (t *Tagger) Encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(t.Tags)))
	for _, name := range t.Tags {
		b = appendText(b, name)
	}
	b = binary.AppendUvarint(b, t.all)
	words := make([]string, 0, len(t.known))
	for w := range t.known {
		words = append(words, w)
	}
	slices.Sort(words)
	b = binary.AppendUvarint(b, uint64(len(words)))
	for _, w := range words {
		b = appendText(b, w)
		b = binary.AppendUvarint(b, t.known[w])
	}
	count, last := 0, 0
	for _, at := range t.index {
		if at != 0 {
			count++
		}
	}
	b = binary.AppendUvarint(b, uint64(count))
	for r, at := range t.index {
		if at == 0 {
			continue
		}
		b = binary.AppendUvarint(b, uint64(r-last))
		last = r
		n := t.packed[at]
		b = binary.AppendUvarint(b, uint64(n))
		for _, pair := range t.packed[at+1 : at+1+uint32(n)] {
			b = append(b, byte(pair>>8), byte(pair))
		}
	}
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	z.Write(b) // a bytes.Buffer cannot fail
	z.Close()
	return out.Bytes()
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}
