package behaviour

import (
	"sync"

	"gosplan/economy"
	"gosplan/ledger"
)

// hire puts the part of what a private house has made aside that is due to
// those who worked for it.
func (f *field) hire(h *economy.House, k int, made float64) {
	if h.Joined == 1 || !f.p.Hire.Active() {
		return
	}
	ledger.Ship(storeOf(h, k), &f.b.Pool[h.Region].Hired[k], f.p.Hire.Due(made))
}

// takers are the private houses of a block that have hands to hire out.
type takers struct {
	house []int32
	hands [economy.Regions]float64
}

// takersKept are used again, so that a month allocates nothing.
var takersKept = sync.Pool{New: func() any { return new(takers) }}

// list puts a house down if it is one of them.
func (t *takers) list(i int, h *economy.House) {
	if h.Joined == 0 && h.Hands > 0 {
		t.house = append(t.house, int32(i))
		t.hands[h.Region] += float64(h.Hands)
	}
}

// payHired shares what a block's private houses of a region have put aside among
// them by hands. What a house that is left without hands put aside stays for the
// next month.
func (f *field) payHired(to *takers) {
	if !f.p.Hire.Active() {
		return
	}
	for _, i := range to.house {
		h := &f.b.House[i]
		pool := &f.b.Pool[h.Region]
		part := float64(h.Hands) / to.hands[h.Region]
		to.hands[h.Region] -= float64(h.Hands)
		for k := range pool.Hired {
			ledger.Ship(&pool.Hired[k], storeOf(h, k), part*pool.Hired[k].Held())
		}
	}
}
