package model

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// maxFeatures bounds the features of one place.
const maxFeatures = 48

func trailing(set uint64) int { return bits.TrailingZeros64(set) }

// features holds what the templates need of a sentence.
type features struct {
	words    []word
	capitals uint64 // how much of the sentence is capitalised, in steps
}

// A word as the templates see it: hashes of its forms.
type word struct {
	raw, lower, shape, class uint64
	suffix                   [4]uint64
	prefix1, prefix3         uint64
	known                    uint64 // the tags that it had in training, if it is frequent
}

// outside stands before the first word and after the last.
var outside = word{raw: 1, lower: 1, shape: 1, class: 1, suffix: [4]uint64{1, 1, 1, 1}, prefix1: 1, prefix3: 1}

// read notes the words of a sentence.
func (f *features) read(words, lower []string, known table) {
	f.capitals = capitals(words)
	f.words = f.words[:0]
	for i := range words {
		f.words = append(f.words, look(words[i], lower[i], known))
	}
}

// capitals says in steps how many of the words after the first are capitalised: none, a few as in prose, most as in
// headlines. It is 1 where there is no word to tell it.
func capitals(words []string) uint64 {
	upper, letters := 0, 0
	for _, w := range words[min(1, len(words)):] {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	switch {
	case letters == 0:
		return 1
	case upper == 0:
		return 2
	}
	return 3 + uint64(min(4*upper/letters, 3))
}

func look(text, lower string, known table) word {
	w := word{raw: hash(text), lower: hash(lower), shape: shape(text)}
	w.known = known.get(key(lower))
	w.class = w.known * 0x9e3779b97f4a7c15
	end := len(lower)
	for k := range w.suffix {
		if end > 0 {
			_, n := utf8.DecodeLastRuneInString(lower[:end])
			end -= n
		}
		w.suffix[k] = hash(lower[end:])
	}
	start := 0
	for k := range 3 {
		_, n := utf8.DecodeRuneInString(lower[start:])
		start += n
		if k == 0 {
			w.prefix1 = hash(lower[:start])
		}
	}
	w.prefix3 = hash(lower[:start])
	return w
}

// hash is FNV-1a with all digits alike.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		c := s[i]
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// key is FNV-1a: "1990" and "2000" are words of their own to the table of frequent words.
func key(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// shape hashes the pattern of capitals, small letters, digits and marks, runs of one class taken once.
func shape(s string) uint64 {
	h, last := uint64(14695981039346656037), byte(0)
	for _, r := range s {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		case r == '-':
			c = '-'
		}
		if c == last && c != 'X' {
			continue
		}
		if c == last {
			c = 'Y' // two capitals and more
		}
		if c == 'Y' && last == 'Y' {
			continue
		}
		last = c
		if c == 'Y' {
			last = 'X'
		}
		h = (h ^ uint64(c)) * 1099511628211
		if c == 'Y' {
			return h // what follows two capitals tells little
		}
	}
	return h
}

func (f *features) word(i int) *word {
	if i < 0 || i >= len(f.words) {
		return &outside
	}
	return &f.words[i]
}

// at appends the rows of the features of word i to out, given the tags of the words before it.
func (f *features) at(i int, tags []uint8, out []uint32) []uint32 {
	w, p1, p2, n1, n2 := f.word(i), f.word(i-1), f.word(i-2), f.word(i+1), f.word(i+2)
	t1, t2 := uint64(99), uint64(99)
	if i > 0 {
		t1 = uint64(tags[i-1])
	}
	if i > 1 {
		t2 = uint64(tags[i-2])
	}
	t1++
	t2 = t2*128 + t1 + 1000
	start := uint64(0)
	if i == 0 {
		start = 1
	}
	template := uint64(0)
	add := func(a, b uint64) {
		template++
		h := (a ^ template*0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
		h ^= h >> 32
		h = (h + b) * 0xc4ceb9fe1a85ec53
		h ^= h >> 29
		out = append(out, uint32(h*0x9e3779b97f4a7c15>>43)&(rows-1))
	}
	add(w.raw, 0)
	add(w.lower, 0)
	add(w.suffix[0], 0)
	add(w.suffix[1], 0)
	add(w.suffix[2], 0)
	add(w.suffix[3], 0)
	add(w.prefix1, 0)
	add(w.prefix3, 0)
	add(w.shape, 0)
	add(w.shape, start)
	add(w.shape, w.suffix[2])
	add(t1, 0)
	add(t2, 0)
	add(t1, w.lower)
	add(t1, n1.lower)
	add(t1, w.shape)
	add(t2, w.lower)
	add(p1.lower, 0)
	add(p2.lower, 0)
	add(n1.lower, 0)
	add(w.lower, n1.lower)
	add(p1.suffix[2], 0)
	add(n1.suffix[2], 0)
	add(n1.suffix[1], w.suffix[2])
	add(p1.shape, w.shape)
	add(w.shape, n1.shape)
	add(w.class, n1.class)
	add(t1, n1.class)
	add(n1.class, n2.class)
	add(t1^n1.class, w.class)
	add(t1, w.class)
	add(w.suffix[2], n1.class)
	add(p2.lower^p1.raw*3, w.suffix[2])
	add(w.shape, w.class)
	add(f.capitals*7+start, w.shape)
	add(f.capitals, w.lower)
	add(p1.shape^n1.shape*3, w.shape)
	add(w.shape^t1, w.suffix[1])
	add(n1.class, w.shape)
	add(p1.class, w.class)
	add(w.suffix[2]^w.prefix1, w.shape)
	return out
}
