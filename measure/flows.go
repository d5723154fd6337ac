package measure

import "gosplan/economy"

// A Flow is what went from one place to another in a year.
type Flow struct {
	From, To string
	Value    float64
	Unit     string
}

// Flows are the flows of the last full year: grain from field to mouth in
// million tonnes, and the branches' goods from makers to users at base
// prices.
func Flows(w *economy.World, s *economy.State) []Flow {
	a := &s.Last
	var flows []Flow
	put := func(from, to string, value float64, unit string) {
		if value > 1e-3 {
			flows = append(flows, Flow{from, to, value, unit})
		}
	}
	const grain = "grain, Mt"
	var harvest, sown, procured float64
	for r := range economy.Regions {
		harvest += a.Harvest[r]
		sown += a.Sown[r]
		procured += a.Procured[r]
	}
	seed := sown * w.Physics.Farming.Seed
	put("harvest", "seed", seed, grain)
	put("harvest", "feed", a.Fed-a.Mixed, grain)
	put("harvest", "villages' tables", a.EatenVillage, grain)
	put("harvest", "state procurement", procured, grain)
	put("harvest", "barns, markets and losses", harvest-seed-(a.Fed-a.Mixed)-a.EatenVillage-procured, grain)
	put("imports", "state procurement", a.Imported, grain)
	put("state procurement", "towns' tables", min(a.EatenTown, procured+a.Imported), grain)
	put("state procurement", "feed", a.Mixed, grain)
	put("state procurement", "exports", a.Exported, grain)
	industry := a.Flow[economy.Grain][economy.Consumer]
	put("state procurement", "industry", industry, grain)
	put("state procurement", "army, fodder, the rest", procured+a.Imported-a.EatenTown-a.Exported-a.Mixed-industry, grain)

	const value = "goods, percent of 1928 GDP at base prices"
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		price := economy.BasePrice[g]
		rest := a.Output[g]
		for user := economy.FirstBranch; user < economy.Goods; user++ {
			put(economy.GoodNames[g], "to make "+economy.GoodNames[user], a.Flow[g][user]*price, value)
			rest -= a.Flow[g][user]
		}
		switch g {
		case economy.Machinery, economy.Construction:
			put(economy.GoodNames[g], "investment", rest*price, value)
		case economy.Arms:
			put(economy.GoodNames[g], "the army", rest*price, value)
		case economy.Consumer:
			put(economy.GoodNames[g], "households and the army", rest*price, value)
		case economy.Services:
			put(economy.GoodNames[g], "the state, for free", a.ServicesState*price, value)
			put(economy.GoodNames[g], "nobody", a.ServicesIdle*price, value)
			put(economy.GoodNames[g], "households", (rest-a.ServicesState-a.ServicesIdle)*price, value)
		}
	}
	return flows
}
