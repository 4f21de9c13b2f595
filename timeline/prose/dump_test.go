package prose

import (
	"strings"
	"testing"
)

func TestDump(t *testing.T) {
	var b strings.Builder
	text := Read([]string{"Minister Ana Ruiz told the transport committee on Thursday that the port would not be sold. \"We keep it,\" she said. The mayor stepped down."})
	if err := text.Dump(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"¶0 body", "told/VBD", "name       Ana Ruiz (person), title Minister", "second object the transport committee",
		"would not be sold: future finite, passive, negated, that of verb 0; subject the port", "quotation  \"We keep it,\", reported by verb",
		"stepped down: past finite; subject The mayor",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
