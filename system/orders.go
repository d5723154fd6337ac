package system

import "gosplan/scenario"

// usual are the decisions that belong to a system and not to whoever governs
// under it: what the scripted system had in its first years, by the years it
// has been in force. With the choices that politics goes on to move, a system
// begins at the mean of its first years. Judged from the script where it has
// them; the rivals as in the start of 1928. Nothing is exported by order where
// merchants trade.
var usual = map[string]map[scenario.Decision]scenario.Path{
	"soviets-1917": {
		scenario.PlannedGrowth: {0: 0.05}, scenario.RetailPriceReview: {0: 0.9},
		scenario.AccumulationShare: {0: 0.075}, scenario.ProcurementPrice: {0: 0.5}, scenario.Repression: {0: 0.45},
	},
	"war-communism": {
		scenario.PlannedGrowth: {0: 0.05}, scenario.RetailPriceReview: {0: 0.9}, scenario.BreadCards: {0: 1},
		scenario.AccumulationShare: {0: 0.075}, scenario.ProcurementPrice: {0: 0.5}, scenario.Repression: {0: 0.8}, scenario.Requisition: {0: 0.75},
	},
	"nep": {
		scenario.PlannedGrowth: {0: 0.05}, scenario.RetailPriceReview: {0: 0.9}, scenario.FarmTax: {0: 0.10, 3: 0.05}, scenario.GrainExport: {0: 0, 4: 1},
		scenario.AccumulationShare: {0: 0.10}, scenario.ProcurementPrice: {0: 0.75}, scenario.Repression: {0: 0.45},
	},
	"plan-1929": {
		scenario.PlannedGrowth: {0: 0.16, 4: 0.14}, scenario.RetailPriceReview: {0: 0.15, 6: 0.5}, scenario.BreadCards: {0: 1, 6: 0},
		scenario.GrainExport: {0: 0.2, 1: 3.3, 5: 1}, scenario.StateOrders: {0: 1},
		scenario.AccumulationShare: {0: 0.22}, scenario.ProcurementPrice: {0: 0.41}, scenario.Repression: {0: 0.85}, scenario.CollectiveTarget: {0: 0.51},
	},
	"plan-1940": {
		scenario.PlannedGrowth: {0: 0.11}, scenario.RetailPriceReview: {0: 0.3}, scenario.StateOrders: {0: 1},
		scenario.AccumulationShare: {0: 0.19}, scenario.ProcurementPrice: {0: 0.35}, scenario.Repression: {0: 0.9}, scenario.CollectiveTarget: {0: 0.97},
	},
	"plan-1956": {
		scenario.PlannedGrowth: {0: 0.08}, scenario.RetailPriceReview: {0: 0.05}, scenario.StateOrders: {0: 1},
		scenario.AccumulationShare: {0: 0.22}, scenario.ProcurementPrice: {0: 0.7}, scenario.Repression: {0: 0.55}, scenario.CollectiveTarget: {0: 0.97},
	},
	"councils-1957": {
		scenario.PlannedGrowth: {0: 0.08}, scenario.RetailPriceReview: {0: 0.05}, scenario.StateOrders: {0: 1},
		scenario.AccumulationShare: {0: 0.23}, scenario.ProcurementPrice: {0: 0.8}, scenario.Repression: {0: 0.55}, scenario.CollectiveTarget: {0: 0.97},
	},
	"sales-profit-1965": {
		scenario.PlannedGrowth: {0: 0.07, 6: 0.06, 11: 0.047}, scenario.RetailPriceReview: {0: 0.05}, scenario.StateOrders: {0: 1},
		scenario.AccumulationShare: {0: 0.26}, scenario.ProcurementPrice: {0: 0.9}, scenario.Repression: {0: 0.45}, scenario.CollectiveTarget: {0: 0.97},
	},
	"state-orders-1988": {
		scenario.PlannedGrowth: {0: 0.04, 3: 0}, scenario.RetailPriceReview: {0: 0.02, 3: 0.6}, scenario.StateOrders: {0: 0.92, 1: 0.85, 2: 0.65, 3: 0.40},
		scenario.AccumulationShare: {0: 0.24}, scenario.ProcurementPrice: {0: 1}, scenario.Repression: {0: 0.32}, scenario.CollectiveTarget: {0: 0.9},
	},
}

// rivalUsual is that of the systems that history did not try.
var rivalUsual = map[scenario.Decision]scenario.Path{
	scenario.PlannedGrowth: {0: 0.06}, scenario.RetailPriceReview: {0: 0.5}, scenario.FarmTax: {0: 0.05},
	scenario.AccumulationShare: {0: 0.18}, scenario.ProcurementPrice: {0: 0.75}, scenario.Repression: {0: 0.45},
}

// Ruled are the decisions that politics can take: those whose usual values are
// known for every system, men under arms, and new land, of which none is
// ordered.
var Ruled = []scenario.Decision{
	scenario.AccumulationShare, scenario.PlannedGrowth, scenario.UnderArms, scenario.CollectiveTarget, scenario.Requisition,
	scenario.FarmTax, scenario.GrainExport, scenario.ProcurementPrice, scenario.Repression, scenario.VirginLand,
	scenario.StateOrders, scenario.RetailPriceReview, scenario.BreadCards,
}

// Usual is what a system usually orders after some years in force; ok is false
// where it does not say.
func Usual(name string, k scenario.Decision, years int) (value float64, ok bool) {
	orders, scripted := usual[name]
	if !scripted {
		orders = rivalUsual
	}
	path, ok := orders[k]
	return path.At(years), ok
}
