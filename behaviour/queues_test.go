package behaviour

import (
	"math"
	"testing"

	"gosplan/economy"
)

// Adults wait in shops for what their house does not find, and nobody else does.
func TestAdultsWaitInShops(t *testing.T) {
	for _, c := range []struct {
		name  string
		grown func(h *economy.House) uint8
		wait  bool
	}{
		{"as people are", func(h *economy.House) uint8 { return h.Grown }, true},
		{"nobody is a child", func(h *economy.House) uint8 { return h.Members }, true},
		{"half of the houses have children alone", func(h *economy.House) uint8 { return h.Grown * (h.Members % 2) }, true},
		{"all are children", func(*economy.House) uint8 { return 0 }, false},
	} {
		w, s := country(1, 500_000)
		p := Default()
		p.Buyer.Memory = 1 // so that a house knows this month's failures
		for b := range s.Block {
			for i := range s.Block[b].House {
				h := &s.Block[b].House[i]
				h.Grown = c.grown(h)
			}
		}
		Shop(w, s, &p)
		var adults, waited, wantAdults, wantWaited float64
		for b := range s.Block {
			adults += s.Block[b].Sum.Adults
			waited += s.Block[b].Sum.Queue
			for i := range s.Block[b].House {
				if h := &s.Block[b].House[i]; h.Members > 0 {
					n := float64(h.Grown) * float64(w.Weight) / 1e6
					wantAdults += n
					wantWaited += p.Buyer.Wait * float64(h.Short) * n
				}
			}
		}
		if math.Abs(adults-wantAdults) > 1e-6*(1+wantAdults) || math.Abs(waited-wantWaited) > 1e-5*(1+wantWaited) || waited > 0 != c.wait {
			t.Errorf("%s: %v adults wait %v hours, want %v and %v", c.name, adults, waited, wantAdults, wantWaited)
		}
	}
}
