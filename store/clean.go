package store

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"

	"annals/timeline"

	"github.com/klauspost/compress/zstd"
)

// clean returns a copy of r whose strings are all valid UTF-8 without NUL, byte for byte as long as before.
func clean(r timeline.Record) timeline.Record {
	return cleaned(reflect.ValueOf(r)).Interface().(timeline.Record)
}

// cleaned walks v by reflection, so that a new field of the vocabulary cannot be forgotten.
func cleaned(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); strings.IndexByte(s, 0) >= 0 || !utf8.ValidString(s) {
			return reflect.ValueOf(printable(s)).Convert(v.Type())
		}
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(cleaned(v.Index(i)))
		}
		return out
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(cleaned(v.Elem()))
		return out
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() { // a Date's own fields are numbers
				out.Field(i).Set(cleaned(v.Field(i)))
			}
		}
		return out
	}
	return v
}

func printable(s string) string {
	b := []byte(s)
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if b[i] == 0 || r == utf8.RuneError && size == 1 {
			b[i] = '?'
		}
		i += size
	}
	return string(b)
}

// valid checks what SQL cannot: that what an event points at is there.
func valid(r timeline.Record) error {
	a := r.Article
	if len(a.Places) != 0 && len(a.Places) != len(a.Paragraphs) {
		return fmt.Errorf("%d paragraphs have %d places", len(a.Paragraphs), len(a.Places))
	}
	inside := func(para int, at timeline.Span, words string) error {
		if para < 0 || para >= len(a.Paragraphs) {
			return fmt.Errorf("%q stands in paragraph %d of %d", words, para, len(a.Paragraphs))
		}
		if at.Start < 0 || at.Start > at.End || at.End > len(a.Paragraphs[para]) {
			return fmt.Errorf("%q stands outside paragraph %d", words, para)
		}
		return nil
	}
	for _, t := range r.Times {
		if err := inside(t.Para, t.At, t.Text); err != nil {
			return err
		}
	}
	for _, f := range r.Findings {
		if err := inside(f.Para, f.At, f.Trigger); err != nil {
			return err
		}
		for _, m := range f.Mentions {
			if err := inside(m.Para, m.At, m.Trigger); err != nil {
				return err
			}
		}
	}
	return nil
}

// zstandard returns the one pair of coders. Both may be used by several goroutines.
var zstandard = sync.OnceValues(func() (*zstd.Encoder, *zstd.Decoder) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	check(err)
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30))
	check(err)
	return encoder, decoder
})

func compress(data []byte) []byte {
	encoder, _ := zstandard()
	return encoder.EncodeAll(data, []byte{})
}

func decompress(data []byte) ([]byte, error) {
	_, decoder := zstandard()
	return decoder.DecodeAll(data, nil)
}
