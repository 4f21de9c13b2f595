// Package model tags words with parts of speech: an averaged perceptron whose weights are trained by the command
// beside it and embedded. README.md says on what and how well; NOTICE says under which licence.
package model

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"sync"
)

//go:embed english.bin
var english []byte

// English returns the tagger for English. It is read on first use; a broken file panics, since it is part of the program.
var English = sync.OnceValue(func() *Tagger {
	t, err := Decode(english)
	if err != nil {
		panic("model: " + err.Error())
	}
	return t
})

// rows is how many rows of weights there are; features share them by hash.
const rows = 1 << 21

// maxTags bounds the tags, so that a set of them fits a word of 64 bits.
const maxTags = 64

// A Tagger gives every word of a sentence a tag. It may be used by several goroutines at once.
//
// Most rows are empty, and most features of a word fall on one. So the rows stand in blocks of 32 that say in a word
// of bits which of them have weights, and where those of the first begin. Blocks and weights are used where they
// lie in the file: nothing is unpacked, and the blocks fit the cache of a core.
type Tagger struct {
	// Tags are the names of the tags.
	Tags []string
	// known are the tags that a frequent word had in training.
	known table
	// all are the tags that an unknown word may have.
	all    uint64
	blocks []byte // for each 32 rows: their bits, and the number of their first weight, 4 bytes each, little endian
	pairs  []byte // the weights: a tag, with the high bit set on the last of its row, and a signed byte
	dense  []byte // the rows that have weights for most tags: a byte for each of maxTags, plus densely
}

const (
	rowsOfBlock = 32
	blockSize   = 8
	lastOfRow   = 0x80
	lasts       = 0x0080_0080_0080_0080 // the bits of lastOfRow in four pairs
	padding     = 8                     // zeros after the pairs, so that four of them can be read anywhere
	// isDense is the tag of both pairs of a row that stands in dense; their bytes are its number, the low one first.
	isDense = maxTags - 1
	densely = 128
)

// Decode reads a file that Encode wrote, which the tagger keeps. It is, little endian: the names of the tags (their
// number, then a length and the letters of each), the tags of unknown words as a set (8 bytes), the number of
// frequent words, the hash and the tags of each (8 bytes each), the blocks, the number of pairs, the pairs and
// 8 zeros, the number of dense rows, the dense rows. All numbers without a size are uvarints.
func Decode(file []byte) (*Tagger, error) {
	d := decoder{data: file}
	t := &Tagger{}
	for range d.count() {
		t.Tags = append(t.Tags, string(d.bytes(d.count())))
	}
	if len(t.Tags) > isDense {
		return nil, errors.New("too many tags")
	}
	t.all = d.word()
	n := d.count()
	t.known = newTable(n)
	for range n {
		hash := d.word()
		t.known.put(hash, d.word())
	}
	t.blocks = d.bytes(rows / rowsOfBlock * blockSize)
	t.pairs = d.bytes(2*d.count() + padding)
	t.dense = d.bytes(maxTags * d.count())
	if d.failed || len(d.data) > 0 {
		return nil, errors.New("the weights are cut short or too long")
	}
	return t, nil
}

type decoder struct {
	data   []byte
	failed bool
}

// bytes takes the next n bytes; it returns none where there are fewer.
func (d *decoder) bytes(n int) []byte {
	if n > len(d.data) {
		d.failed, d.data = true, nil
		return nil
	}
	b := d.data[:n:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) word() uint64 {
	if b := d.bytes(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// count reads a number of things, each of which takes at least a byte.
func (d *decoder) count() int {
	v, n := binary.Uvarint(d.data)
	if n <= 0 || v > uint64(len(d.data)) {
		d.failed, d.data = true, nil
		return 0
	}
	d.data = d.data[n:]
	return int(v)
}

// A table maps hashes to sets. A slot whose set is empty is free.
type table struct {
	slots []struct{ hash, set uint64 }
}

// newTable returns a table with room for n sets.
func newTable(n int) table {
	return table{slots: make([]struct{ hash, set uint64 }, 1<<bits.Len(uint(2*n)))}
}

func (t table) put(hash, set uint64) {
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.set == 0 || s.hash == hash {
			s.hash, s.set = hash, set
			return
		}
	}
}

// get returns the set of a hash, empty if it has none.
func (t table) get(hash uint64) uint64 {
	mask := uint64(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.set == 0 || s.hash == hash {
			return s.set
		}
	}
}

// Common says whether a word in lower case is frequent, and never had one of the given tags.
func (t *Tagger) Common(lower string, without uint64) bool {
	set := t.known.get(key(lower))
	return set != 0 && set&without == 0
}

// Words is what a tagger notes of the words of one sentence; used again, it saves its memory.
type Words struct {
	// Wanted is a set of tags, by their numbers as bits, that a sentence ought to have.
	Wanted uint64
	// Near gives for each word the best of the wanted tags.
	Near []Near

	features features
	tags     []uint8
}

// A Near is a tag that a word did not get, and by how much its score fell short; None has no tag of the set.
type Near struct {
	Tag   uint8
	Short int32
}

// None is the Short of a word that can have no tag of the set, or has one.
const None = math.MaxInt32

// Tag returns the number of each word's tag in Tags. Lower are the words in lower case, folded as in training.
// The result is good until w is used again.
func (t *Tagger) Tag(words, lower []string, w *Words) []uint8 {
	w.features.read(words, lower, t.known)
	w.tags, w.Near = w.tags[:0], w.Near[:0]
	return t.tagOn(w)
}

// Retag gives word i of the sentence that w was last used for another tag, and the words after it those that follow.
func (t *Tagger) Retag(w *Words, i int, tag uint8) []uint8 {
	w.tags, w.Near = append(w.tags[:i], tag), append(w.Near[:i], Near{Short: None})
	return t.tagOn(w)
}

// tagOn tags the words that have no tag yet.
func (t *Tagger) tagOn(w *Words) []uint8 {
	f := &w.features
	var places [maxFeatures]uint32
	for i := len(w.tags); i < len(f.words); i++ {
		allowed := f.words[i].known
		if allowed == 0 {
			allowed = t.all
		}
		near := Near{Short: None}
		tag := uint8(trailing(allowed))
		if allowed&(allowed-1) != 0 {
			var sum scores
			for _, at := range t.locate(f.at(i, w.tags, places[:0])) {
				t.score(at, &sum)
			}
			all := sum.settle()
			tag = best(all, allowed)
			if wanted := allowed & w.Wanted; wanted != 0 && w.Wanted>>tag&1 == 0 {
				near.Tag = best(all, wanted)
				near.Short = all[tag] - all[near.Tag]
			}
		}
		w.tags, w.Near = append(w.tags, tag), append(w.Near, near)
	}
	return w.tags
}

// scores adds weights up, one of each tag. Those of dense rows are added eight at a time: the even bytes of a word
// into one word of four sums of 16 bits, the odd bytes into another. Since a dense row gives every tag a nonnegative
// byte, no sum runs into the next, and what is too much is too much alike for all tags.
type scores struct {
	single [maxTags]int32
	many   [2 * maxTags / 8]uint64
}

// locate replaces the rows that have weights by where in pairs these begin, and drops the others. It does nothing
// else, without a branch, so that the core fetches what the cache lacks of all rows at once.
func (t *Tagger) locate(rows []uint32) []uint32 {
	var before [maxFeatures]uint8
	n := 0
	for _, row := range rows {
		block := t.blocks[row/rowsOfBlock*blockSize:][:blockSize]
		set, bit := binary.LittleEndian.Uint32(block), row%rowsOfBlock
		rows[n], before[n] = 2*binary.LittleEndian.Uint32(block[4:]), uint8(bits.OnesCount32(set&(1<<bit-1)))
		n += int(set >> bit & 1)
	}
	for k, at := range rows[:n] {
		rows[k] = t.skip(at, int(before[k]))
	}
	return rows[:n]
}

// score adds the weights of the row that begins at the given byte of pairs.
func (t *Tagger) score(at uint32, sum *scores) {
	if t.pairs[at]&^lastOfRow == isDense {
		sum.addDense(t.dense[maxTags*(int(t.pairs[at+1])|int(t.pairs[at+3])<<8):])
		return
	}
	for {
		tag := t.pairs[at]
		sum.single[tag&(maxTags-1)] += int32(int8(t.pairs[at+1]))
		if tag&lastOfRow != 0 {
			return
		}
		at += 2
	}
}

// skip returns where n rows after the one at the given byte of pairs another begins.
func (t *Tagger) skip(at uint32, n int) uint32 {
	for n > 0 {
		ends := binary.LittleEndian.Uint64(t.pairs[at:]) & lasts
		k := bits.OnesCount64(ends)
		if k < n {
			n -= k
			at += 8
			continue
		}
		for ; n > 1; n-- {
			ends &= ends - 1
		}
		return at + uint32(trailing(ends)/16*2) + 2
	}
	return at
}

func (s *scores) addDense(row []byte) {
	const even = 0x00ff_00ff_00ff_00ff
	for i := 0; i < len(s.many); i += 2 {
		w := binary.LittleEndian.Uint64(row[4*i:])
		s.many[i] += w & even
		s.many[i+1] += w >> 8 & even
	}
}

// settle returns the sums of all rows, all of them too large by the same.
func (s *scores) settle() *[maxTags]int32 {
	for tag := range s.single {
		word := s.many[tag/8*2+tag%2]
		s.single[tag] += int32(word >> (tag % 8 / 2 * 16) & 0xffff)
	}
	return &s.single
}

// best returns the allowed tag with the highest score, the first of them where several have it.
func best(scores *[maxTags]int32, allowed uint64) uint8 {
	found := trailing(allowed)
	for set := allowed & (allowed - 1); set != 0; set &= set - 1 {
		if k := trailing(set); scores[k&(maxTags-1)] > scores[found&(maxTags-1)] {
			found = k
		}
	}
	return uint8(found & (maxTags - 1))
}
