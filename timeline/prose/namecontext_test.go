package prose

import "testing"

// Each name must be of the kind that its neighbours, or the rest of its article, give it.
func TestContext(t *testing.T) {
	for _, c := range []struct {
		paragraphs []string
		name       string
		want       NameKind
	}{
		{[]string{"He came with his wife Odra Vesk."}, "Odra Vesk", Person},
		{[]string{"They found Odra Vesk, 36, in the barn."}, "Odra Vesk", Person},
		{[]string{"They found Odra Vesk, 2019, in the list."}, "Odra Vesk", Unknown},
		{[]string{"They met Odra Vesk, who had fled."}, "Odra Vesk", Person},
		{[]string{"They met Odra Vesk's sister."}, "Odra Vesk", Person},
		{[]string{"Nobody knew, Odra Vesk said."}, "Odra Vesk", Person},
		{[]string{"Nobody knew, the Odra Vesk said."}, "Odra Vesk", Unknown},
		{[]string{"They met Minister Odra Vesk.", "Later they thanked Vesk."}, "Vesk", Person},
		{[]string{"Later they thanked Vesk."}, "Vesk", Unknown},
		{[]string{"They met near Brillo.", "He left the Brillo Ministry."}, "Brillo", Unknown},
	} {
		got, found := Unknown, false
		for _, p := range Read(c.paragraphs).Paragraphs {
			for i := range p.Sentences {
				for _, n := range p.Sentences[i].Names {
					if p.Sentences[i].Words(n.Range) == c.name {
						got, found = n.Kind, true
					}
				}
			}
		}
		if !found || got != c.want {
			t.Errorf("%q: %s is of kind %d, want %d (found: %v)", c.paragraphs, c.name, got, c.want, found)
		}
	}
}
