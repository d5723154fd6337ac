package behaviour

import (
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

// payHired shares what a block's private houses of a region have put aside among
// them by hands. What a house that is left without hands put aside stays for the
// next month.
func (f *field) payHired() {
	if !f.p.Hire.Active() {
		return
	}
	var hands [economy.Regions]float64
	for h := range f.b.Villagers() {
		if h.Joined == 0 {
			hands[h.Region] += float64(h.Hands)
		}
	}
	for h := range f.b.Villagers() {
		if h.Joined == 1 || h.Hands == 0 {
			continue
		}
		pool := &f.b.Pool[h.Region]
		part := float64(h.Hands) / hands[h.Region]
		hands[h.Region] -= float64(h.Hands)
		for k := range pool.Hired {
			ledger.Ship(&pool.Hired[k], storeOf(h, k), part*pool.Hired[k].Held())
		}
	}
}
