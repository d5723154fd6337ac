package system

import "gosplan/scenario"

// usual are the decisions that belong to a system and not to whoever governs
// under it: what the scripted system had in its first years, by the years it
// has been in force. What is to be collective or requisitioned begins at the mean
// of those years, and politics moves it from there; all other choices of policy
// go on as they were when the system came. Judged from the script where it has
// the system; the rivals as in the start of 1928. Nothing is exported by order
// where merchants trade. Exports are the mean of the script's years under the
// system, whenever they fall: whether there is so much to spare, and whether
// bread is sold on cards, those who govern decide by what they see.
var usual = map[string]map[scenario.Decision]scenario.Path{
	"soviets-1917": {
		scenario.PlannedGrowth: {0: 0.05}, scenario.RetailPriceReview: {0: 0.9},
	},
	"war-communism": {
		scenario.PlannedGrowth: {0: 0.05}, scenario.RetailPriceReview: {0: 0.9},
		scenario.Requisition: {0: 0.75},
	},
	"nep": {
		scenario.PlannedGrowth: {0: 0.05}, scenario.RetailPriceReview: {0: 0.9}, scenario.FarmTax: {0: 0.10, 3: 0.05}, scenario.GrainExport: {0: 0.5},
	},
	"plan-1929": {
		scenario.FarmTax:       {0: 0.05},
		scenario.PlannedGrowth: {0: 0.16, 4: 0.14}, scenario.RetailPriceReview: {0: 0.15, 6: 0.5},
		scenario.GrainExport: {0: 1.8}, scenario.StateOrders: {0: 1},
		scenario.CollectiveTarget: {0: 0.51},
	},
	"plan-1940": {
		scenario.FarmTax:       {0: 0.05},
		scenario.PlannedGrowth: {0: 0.11}, scenario.RetailPriceReview: {0: 0.3}, scenario.StateOrders: {0: 1},
		scenario.CollectiveTarget: {0: 0.97},
	},
	"plan-1956": {
		scenario.FarmTax:       {0: 0.05},
		scenario.PlannedGrowth: {0: 0.08}, scenario.RetailPriceReview: {0: 0.05}, scenario.StateOrders: {0: 1},
		scenario.CollectiveTarget: {0: 0.97},
	},
	"councils-1957": {
		scenario.FarmTax:       {0: 0.05},
		scenario.PlannedGrowth: {0: 0.08}, scenario.RetailPriceReview: {0: 0.05}, scenario.StateOrders: {0: 1},
		scenario.CollectiveTarget: {0: 0.97},
	},
	"sales-profit-1965": {
		scenario.FarmTax:       {0: 0.05},
		scenario.PlannedGrowth: {0: 0.07, 6: 0.06, 11: 0.047}, scenario.RetailPriceReview: {0: 0.05}, scenario.StateOrders: {0: 1},
		scenario.CollectiveTarget: {0: 0.97},
	},
	"state-orders-1988": {
		scenario.FarmTax:       {0: 0.05},
		scenario.PlannedGrowth: {0: 0.04, 3: 0}, scenario.RetailPriceReview: {0: 0.02, 3: 0.6}, scenario.StateOrders: {0: 0.92, 1: 0.85, 2: 0.65, 3: 0.40},
		scenario.CollectiveTarget: {0: 0.9},
	},
}

// rivalUsual is that of the systems that history did not try.
var rivalUsual = map[scenario.Decision]scenario.Path{
	scenario.PlannedGrowth: {0: 0.06}, scenario.RetailPriceReview: {0: 0.5}, scenario.FarmTax: {0: 0.05},
}

// Ruled are the decisions that politics can take: those whose usual values are
// known for every system, men under arms, new land, of which none is ordered,
// and what those who govern do against hunger (politics.Rules.Relieve).
var Ruled = []scenario.Decision{
	scenario.AccumulationShare, scenario.PlannedGrowth, scenario.UnderArms, scenario.CollectiveTarget, scenario.Requisition,
	scenario.FarmTax, scenario.GrainExport, scenario.ProcurementPrice, scenario.Repression, scenario.VirginLand,
	scenario.StateOrders, scenario.RetailPriceReview, scenario.BreadCards,
	scenario.FoodLoans, scenario.GrainDeliveries, scenario.GrainRelief,
}

// Usual is what a system usually orders after some years in force; ok is false
// where it does not say.
func Usual(name string, k scenario.Decision, years int) (value float64, ok bool) {
	if of, ok := composed[name]; ok {
		name = of
	}
	orders, scripted := usual[name]
	if !scripted {
		orders = rivalUsual
	}
	path, ok := orders[k]
	return path.At(years), ok
}
