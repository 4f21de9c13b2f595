// Package model tags words with parts of speech: an averaged perceptron whose weights are trained by the command
// beside it and embedded. README.md says on what and how well; NOTICE says under which licence.
package model

import (
	_ "embed"
	"encoding/binary"
	"errors"
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
}

const (
	rowsOfBlock = 32
	blockSize   = 8
	lastOfRow   = 0x80
)

// Decode reads a file that Encode wrote, which the tagger keeps. It is, little endian: the names of the tags (their
// number, then a length and the letters of each), the tags of unknown words as a set (8 bytes), the number of
// frequent words, the hash and the tags of each (8 bytes each), the blocks, the number of weights, the weights.
// All numbers without a size are uvarints.
func Decode(file []byte) (*Tagger, error) {
	d := decoder{data: file}
	t := &Tagger{}
	for range d.count() {
		t.Tags = append(t.Tags, string(d.bytes(d.count())))
	}
	if len(t.Tags) > maxTags {
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
	t.pairs = d.bytes(2 * d.count())
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

// Words is what a tagger notes of the words of one sentence; used again, it saves its memory.
type Words struct {
	features features
	tags     []uint8
}

// Tag returns the number of each word's tag in Tags. Lower are the words in lower case, folded as in training.
// The result is good until w is used again.
func (t *Tagger) Tag(words, lower []string, w *Words) []uint8 {
	f := &w.features
	f.read(words, lower, t.known)
	out := w.tags[:0]
	var places [maxFeatures]uint32
	for i := range words {
		allowed := f.words[i].known
		if allowed == 0 {
			allowed = t.all
		}
		if allowed&(allowed-1) == 0 {
			out = append(out, uint8(trailing(allowed)))
			continue
		}
		var scores [maxTags]int32
		for _, row := range f.at(i, out, places[:0]) {
			t.score(row, &scores)
		}
		out = append(out, best(&scores, allowed))
	}
	w.tags = out
	return out
}

// score adds the weights of a row.
func (t *Tagger) score(row uint32, scores *[maxTags]int32) {
	block := t.blocks[row/rowsOfBlock*blockSize:][:blockSize]
	set, bit := binary.LittleEndian.Uint32(block), uint32(1)<<(row%rowsOfBlock)
	if set&bit == 0 {
		return
	}
	at := 2 * binary.LittleEndian.Uint32(block[4:])
	for before := bits.OnesCount32(set & (bit - 1)); before > 0; at += 2 {
		before -= int(t.pairs[at] / lastOfRow)
	}
	for {
		tag := t.pairs[at]
		scores[tag&(maxTags-1)] += int32(int8(t.pairs[at+1]))
		if tag&lastOfRow != 0 {
			return
		}
		at += 2
	}
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
