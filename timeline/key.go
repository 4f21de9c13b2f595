package timeline

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// keys are written in lower-case base 32 without the letters that are taken for digits.
var keys = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// Key returns the article's key, ten letters and digits made of its address or, where it has none, of its
// title and paragraphs. The same article has the same key on every machine.
func (a Article) Key() string {
	if a.URL != "" {
		return key(10, "url", a.URL)
	}
	return key(10, append([]string{"text", a.Title}, a.Paragraphs...)...)
}

// EventKey returns the key of the event of an article, ten letters and digits. The place of its trigger is told
// by the sentence that it stands in and not by numbers, so the key outlives a change elsewhere in the article;
// nth counts equal triggers of equal sentences, from 0.
func EventKey(article string, t Type, sentence, trigger string, nth int) string {
	return key(10, "event", article, string(t), strings.Join(strings.Fields(sentence), " "), trigger, strings.Repeat("+", nth))
}

func key(length int, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return keys.EncodeToString(h.Sum(nil))[:length]
}
