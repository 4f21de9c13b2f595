package prose

import (
	"strings"

	"annals/timeline/lexicon"
)

// irregular maps an inflected form and whether it is a verb or a noun to its dictionary form: "v\tsaid" to "say".
var irregular = func() map[string]string {
	m := map[string]string{}
	for _, line := range lexicon.Read(lexicons, "lexicon/irregular.txt") {
		class := line.Field(0)
		if class != "v" && class != "n" {
			line.Panic("no such class: %s", class)
		}
		for _, form := range line.Fields[2:] {
			m[class+"\t"+form] = line.Field(1)
		}
	}
	return m
}()

// finalE holds the verbs whose stem drops an e that no rule can restore.
var finalE = wordSet("finale.txt")

// lemma returns the dictionary form of a token in lower case with the given tag.
func lemma(lower string, tag Tag) string {
	switch tag {
	case VBD, VBN, VBG, VBZ, VBP, VB, MD:
		return verbLemma(lower, tag)
	case NNS, NNPS:
		return nounLemma(lower)
	case RB:
		if lower == "n't" || lower == "nt" {
			return "not"
		}
	case DT:
		if lower == "an" {
			return "a"
		}
	}
	return lower
}

func verbLemma(w string, tag Tag) string {
	if l, ok := irregular["v\t"+w]; ok {
		return l
	}
	switch {
	case tag == VBZ:
		return withoutS(w)
	case tag == VBG && strings.HasSuffix(w, "ing") && len(w) > 4:
		return stem(w[:len(w)-3])
	case (tag == VBD || tag == VBN) && strings.HasSuffix(w, "ied") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case (tag == VBD || tag == VBN) && strings.HasSuffix(w, "ed") && len(w) > 3:
		return stem(w[:len(w)-2])
	}
	return w
}

func nounLemma(w string) string {
	if l, ok := irregular["n\t"+w]; ok {
		return l
	}
	return withoutS(w)
}

// withoutS takes the ending of a plural or of the third person off.
func withoutS(w string) string {
	if w == "" {
		return w
	}
	switch {
	case w[0] >= '0' && w[0] <= '9' || w[0] == '\'':
		return w // "1990s"
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAny(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || len(w) < 3:
		return w
	}
	return strings.TrimSuffix(w, "s")
}

func hasAny(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// stem restores a verb from what is left without "-ed" or "-ing": "agre", "stopp", "announc".
func stem(s string) string {
	n := len(s)
	switch {
	case n < 2:
		return s
	case finalE[s+"e"]:
		return s + "e"
	case n > 3 && s[n-1] == s[n-2] && !vowel(s[n-1]) && s[n-1] != 'l' && s[n-1] != 's' && s[n-1] != 'f' && s[n-1] != 'z':
		return s[:n-1]
	case hasAny(s, "pell", "cell", "troll", "bell", "avell", "vell") && !hasAny(s, "spell", "dwell"):
		return s[:n-1]
	case hasAny(s, "c", "v", "u", "dg", "rg", "ng", "ag", "eg") && !hasAny(s, "ring", "long", "hang", "bring", "sing", "belong", "wrong", "flag", "bang"),
		hasAny(s, "uis", "eas", "ous", "ais", "aus", "ens", "ops", "oos", "urs", "ers", "uls", "ris", "vis", "mis", "nis", "lis", "ois", "cus", "fus", "clos", "pos", "abus") && !hasAny(s, "focus"),
		hasAny(s, "at") && n > 3 && !hasAny(s, "eat", "oat", "reat", "ormat", "ombat", "hat"),
		hasAny(s, "iz", "yz", "ez", "az") && n > 2,
		hasAny(s, "bl", "pl", "tl", "dl", "gl", "kl", "fl", "zl", "sl", "ee", "ye", "i") && n > 2,
		hasAny(s, "agre", "disagre", "guarante", "fre", "overse", "decre"):
		return s + "e"
	case n >= 3 && !vowel(s[n-1]) && s[n-1] != 'w' && s[n-1] != 'x' && s[n-1] != 'y' && vowel(s[n-2]) && !vowel(s[n-3]) && syllables(s) == 1:
		return s + "e" // "mak", "hop": a short stem would have doubled its consonant
	case hasAny(s, "quir", "pir", "sir", "tir", "hir", "wir", "sur", "cur", "jur", "tur", "uct") && !hasAny(s, "ct"):
		return s + "e"
	}
	return s
}

func syllables(s string) int {
	n := 0
	for i := range len(s) {
		if (vowel(s[i]) || s[i] == 'y' && i > 0) && (i == 0 || !vowel(s[i-1])) {
			n++
		}
	}
	return n
}
