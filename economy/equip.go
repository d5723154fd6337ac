package economy

import (
	"math"

	"gosplan/ledger"
	"gosplan/unit"
)

func buildEnterprises(w *World, s *State, start *Start) {
	fixed, made := 0, 0.0
	for g := FirstBranch; g < Goods; g++ {
		for r := range Regions {
			if branchShare[g][r] > 0 {
				fixed += 3
				made += branchShare[g][r]
			}
		}
	}
	for g := FirstBranch; g < Goods; g++ {
		b := &s.Branch[g]
		b.Norm, b.Technique, b.Abroad, b.Price = start.Deepness, start.Technique, start.Technique*start.Lead, BasePrice[g]*KopecksPerPoint
		for r := range Regions {
			if branchShare[g][r] == 0 {
				continue
			}
			n := 3 + int(math.Round(float64(enterprisesWanted-fixed)*branchShare[g][r]/made))
			first, sum := len(s.Enterprise), 0.0
			var parts []float64
			for i := range n {
				e := Enterprise{Good: g, Region: uint8(r), Shape: start.Shape, Effort: 1, Skill: 1, Wip: 1, Met: 0.95,
					Request: 1, Pace: 1, Care: 0.5, Fulfil: 1, Wage: start.Wage * 100}
				parts = append(parts, math.Exp(start.Sizes*w.Deck.Normal(askSize, uint64(len(s.Enterprise)), i)))
				sum += parts[i]
				s.Enterprise = append(s.Enterprise, e)
			}
			for i := first; i < len(s.Enterprise); i++ {
				e := &s.Enterprise[i]
				size := parts[i-first] / sum * branchShare[g][r] * ReferenceWorkers[g] * start.Staffed
				e.equip(size, start, s.Month, w.Deck.Uniform(askSize, uint64(i), -1))
			}
		}
	}
}

// equip gives an enterprise 22 equal vintages with places workplaces in all,
// the oldest first, and a project of which the share under is done.
func (e *Enterprise) equip(places float64, start *Start, month int, under float64) {
	const vintages = 22
	capital := ReferenceCapital[e.Good] / ReferenceWorkers[e.Good] * start.Deepness
	yield := ReferenceOutput[e.Good] / ReferenceWorkers[e.Good] * math.Pow(start.Deepness, start.Alpha) / start.Usual
	for v := range vintages {
		age := vintages - v // years
		e.Vintage[v] = Vintage{
			Places: places / vintages,
			Yield:  start.Technique * math.Exp(-start.Progress*float64(age-1)) * yield,
			Cost:   places / vintages * capital,
			Built:  int32(month - 12*age),
		}
	}
	e.Plants = vintages
	e.Seen = -1
	if start.Projects > 0 { // as much as the newest vintage, begun at some time of its building
		newest := e.Vintage[vintages-1]
		e.Project[0] = Project{
			Cost: start.Projects * newest.Cost, Sunk: start.Projects * newest.Cost * under, Places: start.Projects * newest.Places,
			Yield: newest.Yield, Open: 1,
		}
	}
}

// rate tells what plant the enterprises start with can employ and make.
func (s *State) rate(w *World) {
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		upkeep := w.Physics.Plant.Upkeep(e.Good)
		for v := range e.Plants {
			e.Posts += upkeep.Posts(&e.Vintage[v], s.Month)
			e.Rated += e.Vintage[v].Places * e.Vintage[v].Yield / 12
		}
	}
}

// places are the posts of the enterprises of each cell, million.
func (s *State) places() (posts [Cells]float64) {
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		posts[Cell(int(e.Region), e.Good)] += e.Posts
	}
	return posts
}

// stock staffs the enterprises from their cells and fills their stores.
func (s *State) stock(w *World, start *Start) {
	posts := s.places()
	var given [Cells]int64
	var summed [Cells]float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		c := Cell(int(e.Region), e.Good)
		summed[c] += e.Posts
		upTo := int64(math.Round(float64(s.Cell[c].Staff) * summed[c] / posts[c]))
		e.Staff, given[c] = upTo-given[c], upTo
		e.Wanted = int64(e.Posts * 1e6)
		e.Capacity = e.Rated * e.Shape * min(1, float64(e.Staff)/max(1, e.Posts*1e6))
		month := e.Rated * start.Busy
		e.Expected = month
		for g, need := range Needs[e.Good] {
			if Good(g) != Services {
				s.Audit.Make(Good(g), &e.In[g], start.Inputs*month*need)
			}
		}
		if e.Good != Services {
			s.Audit.Make(e.Good, &e.Out, start.Outputs*month)
			s.Audit.Make(e.Good, &s.Branch[e.Good].Depot, start.Depots*month)
		}
		s.Branch[e.Good].LastYear += 12 * month
		ledger.Pay(&s.Centre.Bank, &e.Cash, unit.Cost(s.Branch[e.Good].Price, start.Float*month))
	}
	for c := range s.Cell {
		cell := &s.Cell[c]
		cell.Wage, cell.Effort, cell.Skill, cell.Wanted, cell.Weight = start.Wage*100, 1, 1, cell.Staff, float64(cell.Staff)
	}
	shelves := [Goods]float64{Grain: start.ShopGrain, Produce: start.ShopProduce, Consumer: start.ShopConsumer}
	for i := range s.Shop {
		shop, people := &s.Shop[i], townShare[i%Regions]*start.People*start.Urban
		if i >= Regions {
			people = RuralPeople[i-Regions] * start.Country
		}
		for _, g := range []Good{Grain, Produce, Consumer} {
			shop.Price[g] = BasePrice[g] * KopecksPerPoint * start.Markup
			s.Audit.Make(g, &shop.Stock[g], people*shelves[g])
		}
		shop.Price[Services] = BasePrice[Services] * KopecksPerPoint
	}
	c := &s.Centre
	c.MeanWage, c.RefWage, c.GDP, c.Prices, c.Scissors = start.Wage*100, start.Wage*100, start.Product, 1, 1
	c.Threat = start.Threat
	s.Audit.Make(Grain, &c.Granary, start.Granary)
	s.Audit.Make(Produce, &c.Barn, start.Barn)
	for r := range Regions {
		region := &s.Region[r]
		region.Tractors = start.Tractors * NormalGrain[r] / grainSum
		region.MarketPrice = [2]float64{BasePrice[Grain] * KopecksPerPoint * start.Bazaar, BasePrice[Produce] * KopecksPerPoint * start.Bazaar}
		region.Real = [2]float64{1, start.Gap}
	}
}
