package who

import (
	"strings"

	"annals/timeline/prose"
)

// nearby is how many names that share a word are looked at on either side of one for its fullest form, and how many phrases
// of one sentence before a role. No article comes near it; a megabyte of one name would else be compared with itself,
// each with all.
const nearby = 400

// ambiguous stands for two spots where one is wanted.
const ambiguous = -2

// sort notes which spots have a word, which firm a name without its last word is, and whose given name a word is.
func (c *Cast) sort() {
	c.having, c.firms, c.givens = map[string][]int{}, map[string]int{}, map[string]int{}
	for i := range c.spots {
		o := &c.spots[i]
		for _, w := range o.words {
			if have := c.having[strings.ToLower(w)]; len(have) == 0 || have[len(have)-1] != i {
				c.having[strings.ToLower(w)] = append(have, i)
			}
		}
		if o.boundary {
			continue
		}
		if o.name.Kind == prose.Person && len(o.words) > 1 {
			note(c.givens, o.words[0], i, func(k int) bool { return plain(o.text) == plain(c.spots[k].text) })
		}
		if last := strings.LastIndexByte(o.text, ' '); last >= 0 && o.name.Kind != prose.Person && shortened(o.text[:last], o.text) {
			note(c.firms, o.text[:last], i, func(k int) bool { return o.text == c.spots[k].text })
		}
	}
}

// note notes a spot under a key; same says whether it is what another spot there is too.
func note(index map[string]int, key string, i int, same func(k int) bool) {
	if k, ok := index[key]; ok && (k == ambiguous || !same(k)) {
		i = ambiguous
	}
	index[key] = i
}

// one returns the spot that an index has under a key, or -1 where there is none or more than one.
func one(index map[string]int, key string) int {
	if k, ok := index[key]; ok && k != ambiguous {
		return k
	}
	return -1
}
