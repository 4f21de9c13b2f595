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
		{[]string{"They met Odra Vesk in May.", "Vesk said nothing."}, "Odra Vesk", Person},
		{[]string{"They met near Odra Vesk in May.", "The Vesk said nothing."}, "Odra Vesk", Unknown},
		{[]string{"They saw Odra Vesk, the former envoy to Peru."}, "Odra Vesk", Person},
		{[]string{"They saw the mayor, Odra Vesk, in May."}, "Odra Vesk", Person},
		{[]string{"They saw Odra Vesk, a party of the left, lose."}, "Odra Vesk", Org},
		{[]string{"They read the newspaper Odra in May."}, "Odra", Org},
		{[]string{"They thanked Odra Petrescu."}, "Odra Petrescu", Person},
		{[]string{"They thanked Odra McVesk."}, "Odra McVesk", Person},
		{[]string{"They thanked Vesk Odra-lin."}, "Vesk Odra-lin", Person},
		{[]string{"They praised striker Odra Vesk in May."}, "Odra Vesk", Person},
		{[]string{"Odra Vesk was born in May."}, "Odra Vesk", Person},
		{[]string{"They mourned Odra Vesk's death."}, "Odra Vesk", Person},
		{[]string{"They mourned Odra Vesk's closure."}, "Odra Vesk", Unknown},
		{[]string{"Odra's shares fell in May."}, "Odra", Org},
		{[]string{"They met the chairman of Odra in May."}, "Odra", Org},
		{[]string{"They met residents of Odra in May."}, "Odra", Place},
		{[]string{"They sued Odra Vesk Inc. in May.", "Odra Vesk lost."}, "Odra Vesk", Org},
		{[]string{"They sued Odra Vesk Inc. in May.", "Odra lost."}, "Odra", Org},
		{[]string{"They sued Odra Vesk in May.", "Odra lost."}, "Odra", Unknown},
		{[]string{"Clinton officials left."}, "Clinton", Person},
		{[]string{"They flew with Odra Air in May.", "Odra lost a jet."}, "Odra", Org},
		{[]string{"The head of the league, Odra Vesk, said no."}, "Odra Vesk", Person},
		{[]string{"They met Ana Ruiz, Odra Vesk and Clara Lind."}, "Odra Vesk", Person},
		{[]string{"They went to Oslo, Odra and Berlin."}, "Odra", Place},
		{[]string{"They met Ana Ruiz and Odra."}, "Odra", Unknown},
		{[]string{"They joined VeskNet in May."}, "VeskNet", Org},
		{[]string{"They read the Odra Herald."}, "Odra Herald", Org},
		{[]string{"They moved to a house in Victoria."}, "Victoria", Place},
		{[]string{"The low birth weight (LBW) rose.", "LBW is rare."}, "LBW", Unknown},
		{[]string{"The Leeds Bus Works (LBW) closed.", "LBW is gone."}, "LBW", Org},
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
