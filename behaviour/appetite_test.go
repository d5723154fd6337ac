package behaviour

import (
	"math"
	"testing"

	"gosplan/economy"
)

// The share of spending that is meant for produce is the usual one up to what
// is usually bought, and falls with more, while what is bought grows towards all
// that anybody can eat.
func TestAppetite(t *testing.T) {
	p := &Buyer{Plate: 0.2, Full: 0.3}
	last := 0.0
	for _, year := range []float64{0.05, 0.1, 0.2, 0.4, 0.8, 5, 100} {
		share := p.appetite(year / 12)
		bought := share * year
		if year <= p.Plate && math.Abs(share-1) > 1e-12 || year > p.Plate && share >= 1 {
			t.Errorf("where money buys %v, %v of the usual share goes to produce", year, share)
		}
		if bought <= last || bought >= p.Plate+p.Full {
			t.Errorf("%v a head is bought where money buys %v, after %v", bought, year, last)
		}
		last = bought
	}
}

// On a dear market people want what their money for food buys there, less what
// shops give them: the less the dearer, the less the less is missing, the more
// the less money buys elsewhere, and all of it where they starve.
func TestWilling(t *testing.T) {
	p := &Buyer{Idle: 0.5}
	for _, c := range []struct {
		name                         string
		ratio, failed, short, hunger float64
		want                         float64
	}{
		{"no dearer than the shop", 1, 0.5, 0, 0, 1},
		{"shops have nothing", 2, 1, 0, 0, 0.5},
		{"shops have nothing, dearer", 4, 1, 0, 0, 0.25},
		{"shops have two thirds", 1.25, 1. / 3, 0, 0, 0.4},
		{"dearer than anybody pays for a third", 1.5, 1. / 3, 0, 0, 0},
		{"money buys nothing else", 2, 1, 1, 0, 1},
		{"hungry", 4, 0.5, 0, 1, 1},
		{"half hungry", 4, 1, 0, 0.5, 0.625},
	} {
		h := &economy.House{Short: float32(c.short), Hunger: float32(c.hunger)}
		if got := p.willing(h, c.ratio, c.failed); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v of what was missed is wanted, want %v", c.name, got, c.want)
		}
	}
}
