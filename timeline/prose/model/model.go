// Package model tags words with parts of speech: an averaged perceptron whose weights are trained by the command
// beside it and embedded. README.md says on what and how well; NOTICE says under which licence.
package model

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"io"
	"sync"
)

//go:embed english.bin
var english []byte

// English returns the tagger for English. It is unpacked on first use; a broken file panics, since it is part of the program.
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
type Tagger struct {
	// Tags are the names of the tags.
	Tags []string
	// known maps a frequent word to the tags that it had in training.
	known map[string]uint64
	// all are the tags that an unknown word may have.
	all    uint64
	index  []uint32 // row -> where its weights begin in packed; 0 is none
	packed []uint16 // a count, then so many pairs of tag (high byte) and weight (low byte, signed)
}

// Decode reads a file that Encode wrote.
func Decode(file []byte) (*Tagger, error) {
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	d := decoder{data: data}
	t := &Tagger{index: make([]uint32, rows), known: map[string]uint64{}, packed: make([]uint16, 1, len(data)/2)}
	for range d.count() {
		t.Tags = append(t.Tags, d.text())
	}
	if len(t.Tags) > maxTags {
		return nil, errors.New("too many tags")
	}
	t.all = d.uint()
	for range d.count() {
		word := d.text()
		t.known[word] = d.uint()
	}
	row := uint64(0)
	for range d.count() {
		row += d.uint()
		n := d.count()
		if row >= rows || d.failed {
			return nil, errors.New("a row out of range")
		}
		t.index[row] = uint32(len(t.packed))
		t.packed = append(t.packed, uint16(n))
		for range n {
			t.packed = append(t.packed, uint16(d.byte())<<8|uint16(d.byte()))
		}
	}
	if d.failed || len(d.data) > 0 {
		return nil, errors.New("the weights are cut short or too long")
	}
	return t, nil
}

type decoder struct {
	data   []byte
	failed bool
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.data)
	if n <= 0 {
		d.failed, d.data = true, nil
		return 0
	}
	d.data = d.data[n:]
	return v
}

// count reads a number of things, each of which takes at least a byte.
func (d *decoder) count() int {
	v := d.uint()
	if v > uint64(len(d.data)) {
		d.failed = true
		return 0
	}
	return int(v)
}

func (d *decoder) byte() byte {
	if len(d.data) == 0 {
		d.failed = true
		return 0
	}
	b := d.data[0]
	d.data = d.data[1:]
	return b
}

func (d *decoder) text() string {
	n := d.count()
	s := string(d.data[:n])
	d.data = d.data[n:]
	return s
}

// Tag returns the number of each word's tag in Tags. Lower are the words in lower case, folded as in training;
// the result is written into out if it has room.
func (t *Tagger) Tag(words, lower []string, out []uint8) []uint8 {
	out = out[:0]
	f := newFeatures(words, lower, t.known)
	var hashes [maxFeatures]uint32
	for i := range words {
		allowed, ok := t.known[lower[i]]
		if !ok {
			allowed = t.all
		}
		if allowed&(allowed-1) == 0 {
			out = append(out, uint8(trailing(allowed)))
			continue
		}
		var scores [maxTags]int32
		for _, h := range f.at(i, out, hashes[:0]) {
			at := t.index[h]
			if at == 0 {
				continue
			}
			for _, pair := range t.packed[at+1 : at+1+uint32(t.packed[at])] {
				scores[pair>>8&(maxTags-1)] += int32(int8(pair))
			}
		}
		out = append(out, best(&scores, allowed, len(t.Tags)))
	}
	return out
}

// best returns the allowed tag with the highest score, the first of them where several have it.
func best(scores *[maxTags]int32, allowed uint64, n int) uint8 {
	found, top := -1, int32(0)
	for k := range n {
		if allowed>>k&1 != 0 && (found < 0 || scores[k] > top) {
			found, top = k, scores[k]
		}
	}
	return uint8(max(found, 0))
}
