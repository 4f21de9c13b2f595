// Package who is being written; this file is to be deleted with the push of the real Assemble and Sides.
package who

import (
	"annals/timeline"
	"annals/timeline/prose"
)

type Cast struct{}

func Assemble(t *prose.Text) *Cast { return &Cast{} }
func (c *Cast) Sides(w prose.Where, f prose.Frame) (a, b []timeline.Party, x, y string) {
	return []timeline.Party{{Name: "x"}}, nil, "", ""
}
