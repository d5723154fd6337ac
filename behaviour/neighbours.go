package behaviour

import (
	"sync"

	"gosplan/economy"
	"gosplan/ledger"
)

// A pot is what a village's houses of one block can lend and lack, Mt.
type pot struct {
	spare, lacking float64
	lent           ledger.Store
}

// pots are kept, so that a month allocates nothing.
var pots = sync.Pool{New: func() any { return new([]pot) }}

// lend lets houses of a village that have grain to spare help those that
// would eat too little this month. What comes is eaten in the month. It writes
// Block.
func (f *field) lend() {
	m := f.p.Neighbours
	if !m.Active() {
		return
	}
	kept := pots.Get().(*[]pot)
	defer pots.Put(kept)
	if len(*kept) < len(f.b.Village) {
		*kept = make([]pot, len(f.b.Village))
	}
	village := (*kept)[:len(f.b.Village)]
	clear(village) // all lent grain has gone back to houses
	for h := range f.b.Villagers() {
		spare, lacking := f.means(h)
		village[h.Village].spare += spare
		village[h.Village].lacking += lacking
	}
	for h := range f.b.Villagers() {
		if given, _ := m.Lent(village[h.Village].spare, village[h.Village].lacking); given > 0 {
			spare, _ := f.means(h)
			ledger.Ship(&h.Grain, &village[h.Village].lent, given*spare)
		}
	}
	for h := range f.b.Villagers() {
		at := &village[h.Village]
		_, met := m.Lent(at.spare, at.lacking)
		if met <= 0 {
			continue
		}
		if _, lacking := f.means(h); lacking > 0 {
			h.Bought += float32(ledger.Ship(&village[h.Village].lent, &h.Grain, met*lacking))
		}
	}
	for h := range f.b.Villagers() { // what rounding left
		ledger.Ship(&village[h.Village].lent, &h.Grain, village[h.Village].lent.Held())
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
	bought := min(float64(h.Bought), barn)
	eats := bought + (barn-bought)/months*(1+f.p.Peasant.Front)
	return 0, max(0, f.p.Neighbours.Meal*norm-eats)
}
