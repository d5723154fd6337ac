package system

import (
	"slices"

	"gosplan/economy"
	"gosplan/institution"
	"gosplan/mechanism"
)

// A kind is a system that can be lived: its name, what it is in one line, and
// how it is built.
type kind struct {
	name, means string
	build       func() System
}

// eras are the systems of the historical sequence, in its order.
var eras = []kind{
	{"soviets-1917", "factory committees, markets and state buyers in the winter of 1917", soviets},
	{"war-communism", "allotment by a few new offices, requisition of grain, bread on cards", warCommunism},
	{"nep", "trusts that sell for profit, private trade, peasants who pay a tax in kind", nep},
	{"plan-1929", "targets from the achieved level, allotment, the drive into collective farms", plan1929},
	{"plan-1940", "the plan of 1929 with an edict that ties workers to their posts", plan1940},
	{"plan-1956", "the plan without the edict, with pensions and better pay for villages", plan1956},
	{"councils-1957", "the plan under regional councils in the place of ministries", councils1957},
	{"sales-profit-1965", "the plan that pays for sales and profit and charges for capital", salesProfit1965},
	{"state-orders-1988", "self-finance under fading state orders", stateOrders1988},
}

// kinds are all systems: those of the historical sequence and their rivals.
func kinds() []kind { return slices.Concat(eras, rivals) }

// Names lists the systems.
func Names() (names []string) {
	for _, k := range kinds() {
		names = append(names, k.name)
	}
	slices.Sort(names)
	return names
}

// A Summary is what a list of systems shows of one.
type Summary struct{ Name, Means string }

// Summaries lists the systems, the historical sequence first, in order.
func Summaries() (out []Summary) {
	for _, k := range kinds() {
		out = append(out, Summary{k.name, k.means})
	}
	return out
}

// New builds a system by name; ok is false when there is none of that name.
func New(name string) (s System, ok bool) {
	for _, k := range kinds() {
		if k.name == name {
			return practised(k.build()), true
		}
	}
	return s, false
}

// common are the institutions every system of the sequence has.
func common() System {
	return System{
		Supply: institution.Supply{Late: mechanism.LateDelivery{Load: 0.35, Reference: 25_000, Learning: 0.08, Most: 0.75}},
		Investment: institution.Investment{
			Norm:        mechanism.ProjectNorm{Trend: 0.025, Response: 0.10, Normal: 0.03, Glut: 0.05, Dearth: 0.15},
			Hunger:      mechanism.InvestmentHunger{Scatter: 0.8},
			Consumption: 0.016, Lead: 2, Convert: 0.15,
		},
		Labour: institution.Labour{Specialists: mechanism.Specialists{Scarcity: 0.12, Full: 8}},
		Retail: institution.Retail{Speed: 0.05, Even: 0.25, Village: 0.8},
		Army: institution.Army{
			Rivalry: mechanism.Rivalry{Base: 0.012, Response: 0.14, War: 0.4, Most: 0.65},
			CallUp:  mechanism.CallUp{From: 19, Ages: 3, Term: 2, Cadre: 0.3, Unfit: 0.15, Most: 0.25},
		},
		Trade:   institution.Trade{Oil: mechanism.OilRent{Use: 0.65}, Monopoly: 1, GrainFeed: 4},
		Offices: institution.Offices{Blame: 10},
	}
}

// soviets is the winter of 1917: markets and state buyers, in dissolution.
func soviets() System {
	y := nep()
	y.Labour.Voice = 0.5
	y.Labour.Quota = 0
	y.Tax = institution.Tax{}
	y.Buying.Share = 0.3
	return y
}

// warCommunism is allotment by a few new offices, requisition and rations.
func warCommunism() System {
	y := common()
	y.Plan = institution.Plan{Targets: 1, Bonus: mechanism.Bonus{Step: 0.05, Miss: 0.05, MissBelow: 0.6, Deadline: 0.3, Fine: 0.3, Found: 0.1}, Balance: 0.3, Most: 1.3}
	y.Supply.Allot = 1
	y.Supply.Release = [3]float64{0.33, 0.67, 1}
	y.Supply.Priority = 0.5
	y.Supply.Cuts = mechanism.Cuts{Learning: 0.2, Most: 0.4}
	y.Supply.Fine = 0.1
	y.Bank = institution.Bank{Soft: mechanism.SoftBudget{Cover: 1}, Credit: 24, Sweep: 1}
	y.Prices = institution.Prices{Every: 2}
	y.Labour.JobRight.Protection = 1
	y.Labour.Coercion.Reach = 0.5
	y.Labour.Drift = 0.5
	y.Labour.Scale = mechanism.PayScale{Span: 1.2, Grades: 9, Pieces: 0.3}
	y.Labour.WageFund = 0.1
	y.Labour.Quota = 0.5
	y.Retail.Fixed.Hold = 1
	y.Retail.Ration = 1
	y.Retail.Trade = 0.45
	y.Retail.Loss = 0.3
	y.Retail.Village = 0.4
	y.Buying = institution.Buying{Share: 0.3, Produce: 0.3, Price: 0.9, Index: 0.5}
	y.Requisition = institution.Requisition{Requisition: mechanism.Requisition{Reach: 0.30, Norm: 0.18}, Herd: 0.12}
	y.Trade.Monopoly = 0
	y.Offices.Blame = 49
	return y
}

// nep is trusts that sell for profit, private trade and a tax in kind.
func nep() System {
	y := common()
	y.Plan = institution.Plan{Bonus: mechanism.Bonus{Profit: 2, Reject: 1, Deadline: 0}}
	y.Bank = institution.Bank{Soft: mechanism.SoftBudget{Cover: 0.2}, Interest: 0.08, Credit: 3, Sweep: 0.6}
	y.Prices = institution.Prices{Markup: 0.08, Flex: 0.05, Follow: 0.03}
	y.Investment.Norm.Response = 0.3
	y.Investment.Scrapping.Replacement = 0.1
	y.Investment.Scrap = 0.1
	y.Labour.Phillips, y.Labour.Normal, y.Labour.Tariff = 0.3, 0.08, 0.02
	y.Labour.Scale = mechanism.PayScale{Span: 3.5, Grades: 9, Pieces: 0.55}
	y.Labour.Benefit = 0.2
	y.Retail.Ration = 1
	y.Labour.Quota = 0.5
	y.Retail.Trade, y.Retail.Loss = 1, 0
	y.Retail.Fixed.Hold, y.Retail.Compete = 0.3, 0.05
	y.Buying = institution.Buying{Share: 0.5, Produce: 0.5, Price: 1.15, Index: 0.5, Most: 1}
	y.Tax = institution.Tax{TaxInKind: mechanism.TaxInKind{Rate: 1}}
	y.Offices.Blame = 16
	return y
}

// plan1929 is targets from the achieved level, allotment, the kolkhoz.
func plan1929() System {
	y := common()
	y.Plan = institution.Plan{
		Targets: 1,
		Ratchet: mechanism.Ratchet{Up: 0.6, Down: 0.3, Least: 0.9},
		Bonus:   mechanism.Bonus{Step: 0.3, Slope: 1, Cap: 0.1, Miss: 0.2, MissBelow: 0.9, Blame: 2, Deadline: 1, Fine: 1, Found: 0.2},
		Taut:    0.4, Balance: 0.45, Overfull: 1, Most: 1, Assist: 0.03,
	}
	y.Supply.Allot = 1
	y.Supply.Release = [3]float64{0.25, 0.60, 1}
	y.Supply.Priority = 0.3
	y.Supply.Cuts = mechanism.Cuts{Learning: 0.25, Most: 0.35}
	y.Supply.Fine = 0.1
	y.Investment.Hunger.Scatter = 1.25
	y.Investment.Scrapping.Replacement = 0.2
	y.Bank = institution.Bank{Soft: mechanism.SoftBudget{Cover: 1}, Credit: 24, Sweep: 0.9}
	y.Prices = institution.Prices{Markup: 0.05, Every: 6}
	y.Labour.JobRight.Protection = 1
	y.Labour.Part, y.Labour.Drift = 0.33, 0.4
	y.Labour.Balance = 0.6
	y.Labour.Claim = 1.5
	y.Labour.Scale = mechanism.PayScale{Span: 3.2, Grades: 8, Pieces: 0.7}
	y.Labour.WageFund = 0.05
	y.Labour.Limit = mechanism.StaffLimit{Norm: 1.2, Room: 0.05, Reach: 0.8}
	y.Labour.Coercion.Reach = 0.15
	y.Labour.Passport = 0.2
	y.Labour.Quota, y.Labour.Protection = 0.3, 0.5
	y.Labour.Grade = [economy.Goods]float64{
		economy.Fuel: 1.4, economy.Materials: 1.1, economy.Machinery: 1.1, economy.Construction: 1.1,
		economy.Consumer: 0.9, economy.Arms: 1.1, economy.Services: 0.85,
	}
	y.Retail.Fixed.Hold, y.Retail.Apart = 1, 1
	y.Retail.Ration = 1
	y.Retail.Trade = 0.6
	y.Retail.Village = 0.7
	y.Retail.Second = mechanism.SecondEconomy{Most: 0.25, Gain: 0.3, Risk: 0.3}
	y.Buying = institution.Buying{Share: 0.7, Produce: 0.6, Price: 1.15, Index: 0.45}
	y.Tax = institution.Tax{}
	y.Kolkhoz = institution.Kolkhoz{
		Campaign: mechanism.Campaign{Push: 1, Yield: 0.25, Tolerance: 0.6, Memory: 0.85, Offence: 0.5, Exit: 0.3, Risk: 0.6},
		Bias:     mechanism.HarvestBias{Bias: 0.25, Blind: 0.6},
		Need:     0.60, Reserve: 12, Most: 0.34, Relief: 0.10, Norm: 0.18, Anchor: 0.5, Private: 1.2,
		Animals: [4]float64{1, 0.5, 0.3, 0.4}, Plot: 0.3, Sowing: 0.6, Orders: 1.25, Fodder: 0.8, Meat: 0.15, Milk: 0.3,
	}
	return y
}

// plan1940 adds the edict that ties workers to their posts.
func plan1940() System {
	y := plan1929()
	y.Labour.Coercion.Reach = 0.8
	y.Labour.Part, y.Labour.Drift, y.Labour.Claim = 0.28, 0.15, 0.5 // who may not leave claims less
	y.Labour.Quota = 0
	return y
}

// plan1956 is the plan without the edict, with pensions and better pay for
// the village.
func plan1956() System {
	y := plan1929()
	y.Plan.Taut = 0.35
	y.Offices.Blame = 4 // establishments were cut by a third from 1953 to 1957 (recalled)
	y.Labour.Coercion.Reach = 0.05
	y.Labour.Part, y.Labour.Drift, y.Labour.Claim, y.Labour.Balance = 0.55, 0.1, 0.2, 0.03 // balances were drawn up and hardly kept
	y.Labour.Scale = mechanism.PayScale{Span: 2, Grades: 6, Pieces: 0.6}
	y.Labour.Pension = 0.35
	y.Labour.Passport = 0.1
	y.Labour.WageFund = 0.12
	y.Labour.Quota = 0
	y.Retail.Trade = 0.9
	y.Retail.Village = 0.9
	y.Kolkhoz.Orders = 1
	y.Kolkhoz.Mixed = 1
	y.Kolkhoz.Need = 0.5
	y.Kolkhoz.Most = 0.45
	y.Kolkhoz.Bias.Bias = 0.05
	return y
}

// councils1957 puts regional councils in the place of ministries.
func councils1957() System {
	y := plan1956()
	y.Supply.Councils.Localism = 0.3
	return y
}

// salesProfit1965 pays for sales and profit and charges for capital.
func salesProfit1965() System {
	y := plan1956()
	y.Plan.Bonus.Step, y.Plan.Bonus.Slope, y.Plan.Bonus.Profit = 0.25, 0.8, 0.3
	y.Labour.Scale = mechanism.PayScale{Span: 1.8, Grades: 6, Pieces: 0.55}
	y.Bank.Interest = 0.06
	y.Bank.Soft.Cover = 0.95
	y.Bank.Sweep = 0.8
	return y
}

// stateOrders1988 is self-finance under fading state orders.
func stateOrders1988() System {
	y := salesProfit1965()
	y.Plan.Bonus.Profit, y.Plan.Balance = 0.8, 0.5
	y.Labour.WageFund = 0.03
	y.Bank.Soft.Cover = 0.9
	y.Bank.Sweep = 0.5
	y.Retail.Trade = 1
	y.Supply.Reform = mechanism.PartialReform{Outside: 1.0, Chain: 4, Wages: 0.08}
	return y
}
