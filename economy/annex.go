package economy

import (
	"math"

	"gosplan/draw"
	"gosplan/ledger"
)

var askAnnex = draw.Ask("annexed.luck")

// Annex adds territories to the western region: copies of its houses with
// their people, land and animals, drawn in turn until there are enough
// people. All else that the region has grows in proportion: kolkhozes, works
// and what they build, farm equipment, shops, markets and offices. Copies own
// what the originals own; goods count as made, cash as issued. The depots, barns
// and treasury of the state they leave do not come along, and nobody there owes
// quotas of a harvest that was reaped before.
func Annex(w *World, s *State, people float64) {
	target := people * 1e6 / float64(w.Weight)
	var there float64
	for b := range s.Block {
		there += s.Block[b].Sum.People[West]
	}
	if there == 0 {
		return
	}
	share := target / there
	for b := range s.Block {
		block := &s.Block[b]
		houses := len(block.House)
		copyOf := make(map[int32][]int32)
		for i := range houses {
			h := &block.House[i]
			if h.Region != West || h.Members == 0 {
				continue
			}
			copies := int(share)
			if w.Deck.Uniform(askAnnex, uint64(h.Luck), s.Month) < share-float64(copies) {
				copies++
			}
			for c := range copies {
				copyOf[int32(i)] = append(copyOf[int32(i)], block.duplicate(w, s, i, c))
			}
		}
		n := len(block.Person)
		for i := range n {
			p := block.Person[i]
			if !p.Is(Alive) {
				continue
			}
			for c, house := range copyOf[p.House] {
				q := p
				q.House = house
				q.Luck = uint32(w.Deck.Word(askAnnex, uint64(p.Luck), c) >> 32)
				block.AddPerson(q)
			}
		}
	}
	grown := growth{s, share}
	for k := range s.Village { // what the originals own together
		if v := &s.Village[k]; v.Region == West {
			grown.village(v)
		}
	}
	for i := range s.Enterprise {
		if e := &s.Enterprise[i]; e.Region == West {
			grown.enterprise(e)
		}
	}
	for i := West; i < Shops; i += Regions {
		grown.shop(&s.Shop[i])
	}
	grown.region(&s.Region[West])
	for g := FirstBranch; g <= Office; g++ {
		office := &s.Bureau[Cell(West, g)]
		office.Posts += int64(math.Round(share * float64(office.Posts)))
	}
	s.Establish()
}

// A growth is what comes on top of all that a region has, as a share of it.
type growth struct {
	s     *State
	share float64
}

// more makes the part that comes on top of amounts that nobody keeps books of.
func (x growth) more(amounts ...*float64) {
	for _, a := range amounts {
		*a *= 1 + x.share
	}
}

// goods makes that of a store.
func (x growth) goods(g Good, store *ledger.Store) { x.s.Audit.Make(g, store, x.share*store.Held()) }

// money issues that of a purse, or lends it where the purse is overdrawn.
func (x growth) money(p *ledger.Purse) { ledger.Pay(&x.s.Centre.Bank, p, p.Held().Share(x.share)) }

func (x growth) village(v *Village) {
	x.more(&v.Land, &v.Sown)
	for a := range v.Herd {
		x.more(&v.Herd[a])
	}
	x.goods(Grain, &v.Grain)
	x.money(&v.Cash)
}

// enterprise lets works grow by their plant, finished and not, by their stocks
// and cash, and by what they aim at and are known to make and earn. What they
// need, make and order is reckoned from that.
func (x growth) enterprise(e *Enterprise) {
	for v := range e.Plants {
		x.more(&e.Vintage[v].Places, &e.Vintage[v].Cost)
	}
	for p := range e.Project {
		x.more(&e.Project[p].Places, &e.Project[p].Cost, &e.Project[p].Sunk)
	}
	for g := range e.In {
		x.goods(Good(g), &e.In[g])
		x.more(&e.Due[g])
	}
	x.goods(e.Good, &e.Out)
	x.money(&e.Cash)
	x.more(&e.Target, &e.Expected, &e.Reported, &e.Shown, &e.Profit, &e.Stretch)
	for y := range e.Gain {
		x.more(&e.Gain[y])
	}
	for y := range e.Put {
		x.more(&e.Put[y])
	}
	e.Wanted = int64(float64(e.Wanted) * (1 + x.share))
}

func (x growth) shop(shop *ShopState) {
	for g := range shop.Stock {
		x.goods(Good(g), &shop.Stock[g])
		x.more(&shop.Meant[g])
	}
	x.goods(Consumer, &shop.Aside)
	x.money(&shop.Till)
}

func (x growth) region(r *RegionState) {
	x.more(&r.Tractors)
	for k := range r.Market {
		x.goods([2]Good{Grain, Produce}[k], &r.Market[k])
	}
	x.money(&r.Stall)
}

// duplicate copies a house with its goods, land, animals and cash, and all it
// remembers.
func (b *Block) duplicate(w *World, s *State, i, c int) int32 {
	old := &b.House[i]
	h := *old
	h.Purse, h.Grain, h.Larder = ledger.Purse{}, ledger.Store{}, ledger.Store{}
	h.Luck = uint32(w.Deck.Word(askAnnex, uint64(old.Luck), c+1000) >> 32)
	s.Audit.Make(Grain, &h.Grain, old.Grain.Held())
	s.Audit.Make(Produce, &h.Larder, old.Larder.Held())
	ledger.Pay(&s.Centre.Bank, &h.Purse, old.Purse.Held())
	return b.AddHouse(h)
}
