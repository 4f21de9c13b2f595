package model

import (
	"bytes"
	"slices"
	"testing"
)

func toy() []Sentence {
	var all []Sentence
	for range 8 {
		all = append(all, Sentence{Words: []string{"Dogs", "bark"}, Lower: []string{"dogs", "bark"}, Tags: []uint8{0, 1}},
			Sentence{Words: []string{"The", "bark", "peels"}, Lower: []string{"the", "bark", "peels"}, Tags: []uint8{2, 0, 1}})
	}
	return all
}

// TestLearn checks that training repeats itself byte for byte, that its file decodes, and that context is learnt.
func TestLearn(t *testing.T) {
	o := Options{Iterations: 5, Seed: 1, Frequent: 2, Rare: 0.01}
	file := Learn([]string{"N", "V", "D"}, toy(), o).Encode()
	if !bytes.Equal(file, Learn([]string{"N", "V", "D"}, toy(), o).Encode()) {
		t.Error("two trainings differ")
	}
	tagger, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range toy()[:2] {
		if got := tagger.Tag(s.Words, s.Lower, new(Words)); !slices.Equal(got, s.Tags) {
			t.Errorf("%v tagged %v, want %v", s.Words, got, s.Tags)
		}
	}
}

func TestDecodeBroken(t *testing.T) {
	for _, file := range [][]byte{nil, {1, 2, 3}, english[:len(english)/2]} {
		if _, err := Decode(file); err == nil {
			t.Errorf("%d broken bytes decode", len(file))
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		if _, err := Decode(english); err != nil {
			b.Fatal(err)
		}
	}
}
