package behaviour

import (
	"gosplan/economy"
	"gosplan/ledger"
)

// close frees the place of a house that nobody lives in: its cash goes to the
// treasury, its food to the market, its land and animals to who stays in the village.
func (f *field) close(i int32) {
	h := &f.b.House[i]
	pool := &f.b.Pool[h.Region]
	ledger.Pay(&h.Purse, &f.b.Benefit, h.Purse.Held())
	ledger.Ship(&h.Grain, &pool.Market[economy.PoolGrain], h.Grain.Held())
	ledger.Ship(&h.Larder, &pool.Market[economy.PoolProduce], h.Larder.Held())
	if h.Village >= 0 {
		v := &f.b.Left[h.Village]
		v.Land += float64(h.Land)
		for k := range h.Herd {
			v.Herd[k] += float64(h.Herd[k])
		}
	}
	*h = economy.House{Village: economy.Vacant, Region: h.Region}
	f.b.FreeHouse = append(f.b.FreeHouse, i)
}

// left tells whether there is something to take up.
func left(v *economy.VillageSum) bool {
	return v.Land > 0 || v.Herd != [economy.Kinds]float64{}
}

// inherit gives a house its part, by mouths, of what others left behind.
func inherit(h *economy.House, l *economy.VillageSum, people float64) {
	part := 1.0
	if l.People > people {
		part = people / l.People
	}
	l.People -= people
	land := part * l.Land
	h.Land += float32(land)
	l.Land -= land
	for k := range h.Herd {
		n := part * l.Herd[k]
		h.Herd[k] += float32(n)
		l.Herd[k] -= n
	}
}

// takeUp passes on what was left in villages where nobody of the block lives
// any more: to another block's houses there, or to another village of the
// region.
func takeUp(s *economy.State) {
	for b := range s.Block {
		for i := range s.Block[b].Left {
			l := &s.Block[b].Left[i]
			if s.Block[b].Village[i].Houses > 0 || !left(l) {
				continue
			}
			if block, village := heir(s, i); village >= 0 {
				to := &s.Block[block].Left[village]
				to.Land += l.Land
				for k := range to.Herd {
					to.Herd[k] += l.Herd[k]
				}
				*l = economy.VillageSum{}
			}
		}
	}
}

// heir finds houses for what a village left, village -1 if there are none.
func heir(s *economy.State, village int) (block, at int) {
	for b := range s.Block {
		if s.Block[b].Village[village].Houses > 0 {
			return b, village
		}
	}
	for i := range s.Village {
		if s.Village[i].Region != s.Village[village].Region {
			continue
		}
		for b := range s.Block {
			if s.Block[b].Village[i].Houses > 0 {
				return b, i
			}
		}
	}
	return 0, -1
}
