package economy

import (
	"math"

	"gosplan/ledger"
	"gosplan/unit"
)

// endow calls up the army, gives other people posts, houses land, herds, grain and cash, and
// enterprises stocks and staff. All money comes from the bank.
func endow(w *World, s *State, start *Start, customs *Customs) {
	enlist(w, s, start, &customs.CallUp)
	s.rate(w)
	hire(w, s, start, customs)
	share, land := s.landShares(w, start.Lands)
	var landAll [Regions]float64
	for b := range s.Block {
		block := &s.Block[b]
		count(block, s.Month)
		for i := range block.House {
			if h := &block.House[i]; h.Village >= 0 {
				landAll[h.Region] += float64(h.Members) * land(h)
			}
		}
	}
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.House {
			h := &block.House[i]
			people := float64(h.Members) * float64(w.Weight) / 1e6
			cash := start.Wage * 100 * start.Cash * start.Income * people * 1e6
			h.Income = float32(start.Wage * 100 * start.Income * people * 1e6)
			if h.Village >= 0 {
				r := int(h.Region)
				part := float64(h.Members) * land(h) / landAll[r]
				h.Land = float32(part * share[r] * start.Land)
				h.Sown = h.Land
				for k := range Kinds {
					h.Herd[k] = float32(part * HerdShare[k][r] * start.Herd[k])
				}
				block.Sum.Tally[Grain].Make(&h.Grain, part*NormalGrain[r]/grainSum*start.Barns*start.People)
				block.Sum.Tally[Produce].Make(&h.Larder, people*start.Larder)
				cash *= start.CashVillage
				h.Income *= float32(start.IncomeVillage)
			}
			ledger.Pay(&s.Centre.Bank, &h.Purse, unit.Kopecks(cash))
		}
	}
	s.stock(w, start)
}

// landShares gives the sown area of 1928 by region and each house's luck in
// land (lognormal, so that there are poor and rich).
func (s *State) landShares(w *World, lands float64) (share [Regions]float64, luck func(*House) float64) {
	for r := range share {
		share[r] = NormalGrain[r] / NormalYield
	}
	return share, func(h *House) float64 {
		return math.Exp(lands * w.Deck.Normal(askLand, uint64(h.Luck), 0))
	}
}

// Reluctance is the luck of a person in how he takes to work for wages: he would
// take a post where more than so large a part of those like him would.
func (w *World) Reluctance(p *Person) float64 { return w.Deck.Uniform(askReady, uint64(p.Luck), 0) }

// golden is the part of a turn by which turns that follow each other fall into the gaps of those before.
const golden = 0.6180339887498949

// hire gives townspeople, and commuters from villages, posts in their region, in
// branches by turns, so that each has its part within a person or so: to those who
// take to work most, and to nobody who would not take one.
func hire(w *World, s *State, start *Start, customs *Customs) {
	places := s.places()
	for r := range Regions {
		places[Cell(r, Office)] = start.Offices * townShare[r]
	}
	var cumulative [Regions][Branches + 1]float64
	for r := range Regions {
		sum := 0.0
		for k := range cumulative[r] {
			sum += places[r*(Branches+1)+k]
			cumulative[r][k] = sum
		}
	}
	small := 0.0
	for b := range s.Block {
		block := &s.Block[b]
		count(block, s.Month)
		small += block.Sum.Small
	}
	nurseries := w.Nurseries(s, small)
	var working [Regions]int
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.Person {
			p := &block.Person[i]
			h := &block.House[p.House]
			age := p.Years(s.Month)
			if age < WorkFrom || age >= WorkUntil || p.Job == InArmy {
				continue
			}
			town := h.Village < 0
			bar := start.Working * cond(p.Is(Female), start.WomenTown, 2-start.WomenTown)
			if !town {
				bar = start.Commuters / start.Grown * cond(p.Is(Female), start.WomenVillage, 2-start.WomenVillage)
			}
			if customs.Ready != nil {
				bar = min(bar, customs.Ready(p, h.Small > 0, nurseries))
			}
			if w.Reluctance(p) >= bar {
				if !town {
					p.Job = OnFarm
				}
				continue
			}
			r := int(h.Region)
			_, at := math.Modf(w.Deck.Uniform(askWork, uint64(r), 0) + golden*float64(working[r]))
			working[r]++
			k, pick := 0, at*cumulative[r][Branches]
			for cumulative[r][k] < pick {
				k++
			}
			p.Job = FirstCell + uint8(r*(Branches+1)+k)
			s.Cell[r*(Branches+1)+k].Staff += w.Weight
		}
	}
	s.staffOffices()
}

// staffOffices gives the offices of a region the posts that are filled at the
// start, by who is under them.
func (s *State) staffOffices() {
	for r := range Regions {
		var clients int64
		for g := FirstBranch; g <= Office; g++ {
			clients += s.Cell[Cell(r, g)].Staff
		}
		for g := FirstBranch; g <= Office; g++ {
			c := Cell(r, g)
			s.Bureau[c].Posts = s.Cell[Cell(r, Office)].Staff * s.Cell[c].Staff / max(1, clients)
		}
	}
	s.Establish()
}

// count fills in what a block's houses consist of.
func count(b *Block, month int) {
	b.Sum.Small = 0
	for i := range b.House {
		h := &b.House[i]
		h.Members, h.Home, h.Eaters, h.Hands, h.Grown, h.Small = 0, 0, 0, 0, 0, 0
	}
	for i := range b.Person {
		p := &b.Person[i]
		if !p.Is(Alive) {
			continue
		}
		h := &b.House[p.House]
		h.Members++
		if p.Job != InArmy {
			h.Home++
			h.Eaters += Ration(p.Years(month))
			h.Grown += uint8(cond(p.Years(month) >= WorkFrom, 1, 0))
		}
		if p.Job == OnFarm {
			h.Hands++
		}
		if p.Years(month) < SchoolAge {
			h.Small++
			b.Sum.Small++
		}
	}
}

// Ration is what a person of some age eats, in quarters of an adult's food.
func Ration(age int) uint8 {
	quarters := uint8(4)
	if age < 5 {
		quarters--
	}
	if age < 12 || age >= 65 {
		quarters--
	}
	return quarters
}
