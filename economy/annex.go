package economy

import (
	"gosplan/draw"
	"gosplan/ledger"
)

var askAnnex = draw.Ask("annexed.luck")

// Annex adds territories to the western region: copies of its houses with
// their people, land and animals, drawn in turn until there are enough
// people, and kolkhozes and plant in proportion. Copies own what the originals own;
// grain and produce count as made, cash as issued.
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
	for k := range s.Village { // what the originals own together
		v := &s.Village[k]
		if v.Region != West {
			continue
		}
		v.Land *= 1 + share
		v.Sown *= 1 + share
		for a := range v.Herd {
			v.Herd[a] *= 1 + share
		}
		s.Audit.Make(Grain, &v.Grain, share*v.Grain.Held())
		ledger.Pay(&s.Centre.Bank, &v.Cash, v.Cash.Held().Share(share))
	}
	for i := range s.Enterprise {
		if e := &s.Enterprise[i]; e.Region == West {
			for v := range e.Plants {
				e.Vintage[v].Places *= 1 + share
				e.Vintage[v].Cost *= 1 + share
			}
			e.Target *= 1 + share
			e.Wanted = int64(float64(e.Wanted) * (1 + share))
		}
	}
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
