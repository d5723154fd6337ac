package institution

import (
	"math"

	"gosplan/economy"
)

// design brings the technique of new plant forward by a year: by own design,
// and by a part of what the world's is ahead, as far as the world is open. Who
// is further behind has more to take over, but no more hands to do it
// (logistic diffusion, Benhabib and Spiegel 2005). The world's grows at a rate.
func (i *Investment) design(w *economy.World, s *economy.State, g economy.Good, abroad, open float64) {
	b, plant := &s.Branch[g], &w.Physics.Plant
	b.Technique *= math.Exp(plant.Progress[g] * (plant.Growth + plant.Imitate*max(0, 1-b.Technique/b.Abroad)*open))
	b.Abroad *= math.Exp(plant.Progress[g] * abroad)
}

// lead is how far new plant abroad is ahead of that at home, on the mean of
// the branches, over the latter.
func lead(s *economy.State) (ahead float64) {
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		if b := &s.Branch[g]; b.Technique > 0 {
			ahead += max(0, b.Abroad/b.Technique-1) / float64(economy.Branches)
		}
	}
	return ahead
}
