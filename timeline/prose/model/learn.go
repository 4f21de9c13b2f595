package model

import (
	"encoding/binary"
	"maps"
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
	Models     int     // so many taggers are trained, and their weights averaged
	Drop       float64 // the part of the features that a word does not show while one learns, for it to use them all
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
	dice *rand.Rand
	drop float64
}

// Learn trains a tagger. The same sentences and options give the same tagger.
func Learn(tags []string, sentences []Sentence, o Options) *Tagger {
	t := &Tagger{Tags: tags}
	t.known, t.all = dictionary(sentences, o)
	all := &learner{rows: make([][]weight, rows)}
	for n := range max(o.Models, 1) {
		l := &learner{rows: make([][]weight, rows), dice: rand.New(rand.NewPCG(o.Seed, uint64(n))), drop: o.Drop}
		l.learn(t, sentences, o.Iterations)
		all.take(l)
	}
	all.finish(t, o.Prune)
	return t
}

func (l *learner) learn(t *Tagger, sentences []Sentence, iterations int) {
	turn := make([]int, len(sentences))
	for i := range turn {
		turn[i] = i
	}
	for range iterations {
		l.dice.Shuffle(len(turn), func(a, b int) { turn[a], turn[b] = turn[b], turn[a] })
		for _, i := range turn {
			l.sentence(t, &sentences[i])
		}
	}
}

// take adds the sums of another learner. Since a tagger only adds weights up, the sum of several votes as they would.
func (l *learner) take(other *learner) {
	l.step += other.step
	for r, row := range other.rows {
		for _, w := range row {
			w.sum += int64(w.now) * (other.step - w.stamp)
			k := slices.IndexFunc(l.rows[r], func(own weight) bool { return own.tag == w.tag })
			if k < 0 {
				k = len(l.rows[r])
				l.rows[r] = append(l.rows[r], weight{tag: w.tag})
			}
			l.rows[r][k].sum += w.sum
		}
	}
}

// shown returns the places of features without those that are dropped this time.
func (l *learner) shown(places []uint32) []uint32 {
	if l.drop == 0 {
		return places
	}
	return slices.DeleteFunc(places, func(uint32) bool { return l.dice.Float64() < l.drop })
}

// dictionary counts the tags of frequent words, and finds those that any other word may have.
func dictionary(sentences []Sentence, o Options) (table, uint64) {
	counts := map[uint64]*[maxTags + 1]int{}
	for _, s := range sentences {
		for i, w := range s.Lower {
			h := key(w)
			c := counts[h]
			if c == nil {
				c = new([maxTags + 1]int)
				counts[h] = c
			}
			c[s.Tags[i]]++
			c[maxTags]++
		}
	}
	known, all := newTable(len(counts)), uint64(0)
	for _, h := range slices.Sorted(maps.Keys(counts)) {
		c := counts[h]
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
			known.put(h, set)
		}
	}
	return known, all
}

// sentence tags a sentence with the weights so far and corrects them where it errs.
func (l *learner) sentence(t *Tagger, s *Sentence) {
	var f features
	f.read(s.Words, s.Lower, t.known)
	got := make([]uint8, 0, len(s.Words))
	var hashes [maxFeatures]uint32
	for i := range s.Words {
		allowed := f.words[i].known
		if allowed == 0 {
			allowed = t.all
		}
		if allowed&(allowed-1) == 0 {
			got = append(got, uint8(trailing(allowed)))
			continue
		}
		l.step++
		var scores [maxTags]int32
		places := l.shown(f.at(i, got, hashes[:0]))
		for _, h := range places {
			for _, w := range l.rows[h] {
				scores[w.tag] += w.now
			}
		}
		guess, gold := best(&scores, allowed), s.Tags[i]
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

// finish averages the sums that the learner took, prunes and quantises. The scale is that of the largest weight: clipping costs accuracy.
func (l *learner) finish(t *Tagger, prune float64) {
	largest := 0.0
	average := func(w weight) float64 { return float64(w.sum) / float64(l.step) }
	for _, row := range l.rows {
		for _, w := range row {
			largest = max(largest, average(w), -average(w))
		}
	}
	t.blocks, t.pairs, t.dense = nil, nil, nil
	for from := 0; from < rows; from += rowsOfBlock {
		first, set := len(t.pairs)/2, uint32(0)
		for k, row := range l.rows[from : from+rowsOfBlock] {
			var kept []byte
			slices.SortFunc(row, func(a, b weight) int { return int(a.tag) - int(b.tag) })
			for _, w := range row {
				if a := average(w); quantum(a, largest) != 0 && (a >= prune || a <= -prune) {
					kept = append(kept, w.tag, uint8(quantum(a, largest)))
				}
			}
			if len(kept) > 0 {
				t.addRow(kept)
				set |= 1 << k
			}
		}
		t.blocks = binary.LittleEndian.AppendUint32(t.blocks, set)
		t.blocks = binary.LittleEndian.AppendUint32(t.blocks, uint32(first))
	}
	t.pairs = append(t.pairs, make([]byte, padding)...)
}

// addRow adds a row of tags and weights, as pairs, or densely where it has so many that this is faster.
func (t *Tagger) addRow(row []byte) {
	if number := len(t.dense) / maxTags; len(row)/2 >= 12 && number < 1<<16 {
		t.pairs = append(t.pairs, isDense, uint8(number), isDense|lastOfRow, uint8(number>>8))
		for range maxTags {
			t.dense = append(t.dense, densely)
		}
		for i := 0; i < len(row); i += 2 {
			t.dense[number*maxTags+int(row[i])] += row[i+1]
		}
		return
	}
	t.pairs = append(t.pairs, row...)
	t.pairs[len(t.pairs)-2] |= lastOfRow
}

// quantum returns the step of 127 on which a weight lies.
func quantum(weight, largest float64) int8 {
	if weight < 0 {
		return -int8(-weight*127/largest + 0.5)
	}
	return int8(weight*127/largest + 0.5)
}

// Encode returns the tagger as a file for Decode.
func (t *Tagger) Encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(t.Tags)))
	for _, name := range t.Tags {
		b = append(binary.AppendUvarint(b, uint64(len(name))), name...)
	}
	b = binary.LittleEndian.AppendUint64(b, t.all)
	var words []byte
	n := 0
	for _, s := range t.known.slots {
		if s.set != 0 {
			words = binary.LittleEndian.AppendUint64(words, s.hash)
			words = binary.LittleEndian.AppendUint64(words, s.set)
			n++
		}
	}
	b = append(binary.AppendUvarint(b, uint64(n)), words...)
	b = append(b, t.blocks...)
	b = append(binary.AppendUvarint(b, uint64((len(t.pairs)-padding)/2)), t.pairs...)
	return append(binary.AppendUvarint(b, uint64(len(t.dense)/maxTags)), t.dense...)
}
