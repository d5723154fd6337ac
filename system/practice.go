package system

import (
	"gosplan/economy"
	"gosplan/institution"
)

// practised gives a system the practice of its institutions: the habits and
// rules of thumb of offices, the same in every system.
func practised(y System) System {
	y.Plan.PlanPractice = institution.PlanPractice{
		Discount: 0.03, WageShare: 0.6, HiringLow: 0.25, Seller: 3, Buyer: 1.05, BuyerSD: 0.1, Growth: 0.01,
		MarginLow: 0.5, MarginHigh: 2.5, First: 2.4, Failing: 0.9, Slack: 0.05, Lower: 0.3, Raise: 0.2, Full: 6,
		NewPlant: 0.9, Floor: 0.1, Openings: 4, Experience: 4,
		Reach: 1, Delay: 0.25, Rounds: 100, Tolerance: 1e-4, Forget: 0.1, Hoard: 1,
	}
	y.Supply.SupplyPractice = institution.SupplyPractice{
		Size: 500, LateMost: 0.9, Sure: 0.9, Waiting: 0.25, Room: 1.1, Bargain: 1.3, Ready: 0.9,
		Rank: [economy.Goods]float64{
			economy.Arms: 1, economy.Machinery: 0.8, economy.Fuel: 0.75, economy.Materials: 0.7,
			economy.Construction: 0.6, economy.Services: 0.4, economy.Consumer: 0.2,
		},
	}
	y.Investment.InvestmentPractice = institution.InvestmentPractice{
		ArmsLeast: 0.3, Least: 0.3, TotalWar: 0.2, Austerity: 0.9, Reserve: 1.03, FuelReserve: 1.05, Stocks: 1.5, Trade: 3, Source: 0.3, Memory: 4,
		ShareLeast: 0.012, ShareBase: 0.025, ShareGrowth: 0.5, Inertia: 0.6, Sound: 8,
		ScatterLeast: 0.2, Even: 0.3, Sites: 0.7, SiteLow: 0.5, SiteRange: 1.4, SiteShare: 0.8, Depletion: 1500, Utilised: 0.93, Manned: 1.15,
		Spend: 0.9, Overrun: 1.25, BuildTime: 10, Latitude: 1.6,
		WarConvert: 0.4, SwapAbove: 1.1, SwapBelow: 0.9, SwapLeast: 0.01,
	}
	y.Prices.PricesPractice = institution.PricesPractice{
		Overhead: 1.35, Pass: 0.7, Approach: 0.06, Gap: 0.5,
		Cover: 0.7, Glut: 0.5, Dearth: 0.3, Unfilled: 2, UnitLow: 0.4, UnitHigh: 4, Dormant: 0.02,
	}
	y.Bank.BankPractice = institution.BankPractice{WageCash: 1.2, InputCash: 0.5, Layoff: 6}
	y.Labour.BillFrom, y.Labour.BillMost = 1, 2
	y.Labour.LabourPractice = institution.LabourPractice{
		Shelved: 3, SellOff: 0.3, TariffMost: 0.3, ClaimMost: 0.2, Easy: 0.05, OpenMost: 0.4, OpenNormal: 0.02, IdleMost: 0.1, Level: 0.01, Habit: 36, Overtime: 0.5, OfficePay: 1.1, RateMost: 1.5, Rewrite: 0.03,
	}
	y.Retail.RetailPractice = institution.RetailPractice{
		Shelf: 0.85, Scarcity: 3, Home: 0.27, RawStock: 2.5, RawMost: [2]float64{0.15, 0.6}, RawMargin: 1.05,
		GranaryRot: 0.7, BarnRot: 2, NormLow: 0.8, NormHigh: 2.1, ProduceNorm: 0.2, ProduceStock: 1.3,
		GrainStock: 1.6, Carry: 0.5, Haste: 1, CardNorm: [economy.Regions]float64{1.12, 0.92, 0.95, 0.95, 0.92, 1.05, 0.9, 1},
		Staple:    [economy.Goods]float64{economy.Grain: 0.4, economy.Produce: 0.8, economy.Consumer: 1.1, economy.Services: 1},
		ReviewCut: 0.3, Shelved: 3, ReviewRise: 0.4, Floor: 0.3, FloorWage: 5000, Failure: 4, FailMost: 1.5, Idle: 0.6, IdleSpan: 1.5,
		MarketUp: 0.10, MarketDown: 0.08, MarketCover: 0.7, MarketLow: 0.25, MarketHigh: 12, Stall: 1.5, Carriage: 0.5,
		Basket: [economy.Goods]float64{economy.Grain: 0.3, economy.Produce: 0.2, economy.Consumer: 0.4, economy.Services: 0.1},
		Base:   1.15, ScissorsMemory: 3,
	}
	y.Buying.BuyingPractice = institution.BuyingPractice{GrainStock: 1, ProduceStock: 0.15, RawStock: 0.7, Gate: 0.8, Brim: 1.6,
		Found: 0.7, Left: 0.21, Season: 7, Foresight: foresight}
	y.Army.ArmyPractice = institution.ArmyPractice{Bread: 0.30, Produce: 0.25, Goods: 0.25, GoodsMost: 0.4}
	y.Offices.OfficePractice = institution.OfficePractice{Hungry: 0.15, Months: 6}
	y.Sales = institution.Sales{
		Abreast: 1.1, Start: 0.9, Low: 0.3, High: 2, Speed: 0.25, Unsold: 2, WorkOff: 0.03, Share: 0.5, Seeking: 0.2,
	}
	y.Statistics = institution.Statistics{Memory: 3, Living: 12, Costs: 0.25, CostHalf: 150, Spare: 0.3, Promise: 0.5}
	y.Outside = institution.Outside{Herds: [economy.Kinds]float64{0.6, 0.87, 2.05, 1.08}, Sown: 0.8}
	trade := &y.Trade
	trade.Most, trade.Haste, trade.Granary, trade.Earmark, trade.Machines = 0.45, 1.4, 0.5, 0.3, 0.2
	trade.OilGoods, trade.OilGrain, trade.Cost = 0.2, 2.5, 0.12
	trade.Appetite, trade.Modest, trade.Bread, trade.Waste = 1.8, 1.06, 0.2, 0.13
	trade.Terms, trade.Voyage = 1.2, 6
	kolkhoz(&y.Kolkhoz)
	takers(&y)
	return y
}

// foresight is what houses expect of whoever takes their grain.
var foresight = institution.Foresight{Remembered: 0.4, Learned: 0.6, Feared: 0.95}

// takers does so for detachments and tax collectors, where there are any.
func takers(y *System) {
	if i := &y.Requisition; i.Reach > 0 {
		i.Foresight, i.Months = foresight, 7
	}
	if i := &y.Tax; i.Rate > 0 || i.Rent > 0 {
		i.Foresight, i.Months, i.Spread = foresight, 4, 3.5
	}
}

// kolkhoz is the practice of collective farms; where nobody wants any it is idle.
func kolkhoz(i *institution.Kolkhoz) {
	i.Foresight = foresight
	i.Summer, i.Calm, i.Recover, i.Law, i.Certain, i.Rumour = 0.6, 0.8, 3, 0.5, 0.9, 0.25
	i.First = 0.9
	i.SeedLoan, i.PlotTime = 0.3, 0.5
	i.Soldier, i.Draw, i.Bread = 0.25, 1, 0.22
	i.Calendar = [5]float64{0.35, 0.30, 0.20, 0.10, 0.05}
	i.Scrape, i.Search, i.Resigned = 0.95, 0.6, 0.5
	i.Haulage, i.Stalls = 0.75, 1.12
	i.Wealth = [4]float64{economy.Cattle: 0.45, economy.Pigs: 1, economy.Sheep: 0.35}
	i.Advance, i.Food = [3]float64{0.3, 0.6, 1}, 0.6
	i.FeedPart, i.FeedMost, i.Lent, i.Condition = 0.25, 0.7, 0.04, 2.5
	i.Spared, i.FeedPrice = 0.45, 0.35
	i.Allowance, i.ByWork, i.Precede = 0.12, 0.7, 0.9
}
