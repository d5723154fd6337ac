package behaviour

import (
	"slices"
	"sync"

	"gosplan/economy"
	"gosplan/ledger"
)

// A pot is what a village's houses of one block can lend and lack, Mt.
type pot struct {
	spare, lacking float64
	lent           ledger.Store
}

// lend lets houses of a village that have grain to spare help those that
// would eat too little this month. What comes is eaten in the month.
func (f *field) lend() {
	m := f.p.Neighbours
	if !m.Active() {
		return
	}
	table := tables.Get().(*loans)
	defer tables.Put(table)
	village := slices.Grow(table.village[:0], len(f.b.Village))[:len(f.b.Village)]
	house := slices.Grow(table.house[:0], len(f.b.House))[:len(f.b.House)]
	table.village, table.house = village, house
	clear(village) // all lent grain has gone back to houses
	needed := false
	for i := range f.b.House {
		h := &f.b.House[i]
		house[i] = 0
		if h.Members == 0 || h.Village < 0 {
			continue
		}
		at := &village[h.Village]
		spare, lacking := f.means(h)
		house[i] = spare - lacking
		at.spare += spare
		at.lacking += lacking
		needed = needed || lacking > 0
	}
	if !needed {
		return
	}
	for i, spare := range house {
		if spare <= 0 {
			continue
		}
		h := &f.b.House[i]
		at := &village[h.Village]
		given, _ := m.Lent(at.spare, at.lacking)
		ledger.Ship(&h.Grain, &at.lent, given*spare)
	}
	for i, lacking := range house {
		if lacking >= 0 {
			continue
		}
		h := &f.b.House[i]
		at := &village[h.Village]
		if _, met := m.Lent(at.spare, at.lacking); met > 0 {
			h.Bought += float32(ledger.Ship(&at.lent, &h.Grain, met*-lacking))
		}
	}
	for h := range f.b.Villagers() { // what rounding left
		if lent := &village[h.Village].lent; lent.Held() > 0 {
			ledger.Ship(lent, &h.Grain, lent.Held())
		}
	}
}

// means is the grain that a house can spare, beyond its meals until the
// harvest and its seed, and what it lacks to the meal that neighbours help to,
// Mt.
func (f *field) means(h *economy.House) (spare, lacking float64) {
	people := float64(h.Members) * float64(f.w.Weight) / 1e6
	eaters := float64(h.Eaters) / 4 * float64(f.w.Weight) / 1e6
	food := &f.w.Physics.Food
	norm := food.Normal / 12 * eaters * food.Adult
	months := lasts(h, f.month)
	barn := pantry(h, &f.s.Village[h.Village], people, f.w.Physics.Farming.Seed)
	if over := barn - norm*months; over > 0 {
		return min(over, h.Grain.Held()), 0
	}
	if reaps(h, f.month) {
		return 0, 0
	}
	bought := min(float64(h.Bought), barn)
	eats := bought + (barn-bought)/months*(1+f.p.Peasant.Front)
	return 0, max(0, f.p.Neighbours.Meal*norm-eats)
}

// Loans are where a block's villages and houses meet to lend.
type loans struct {
	village []pot
	house   []float64 // what one can spare, or lacks if negative
}

// tables are kept, so that a month allocates nothing.
var tables = sync.Pool{New: func() any { return new(loans) }}
