// Package system composes institutions into economies. A system is a struct
// of institutions and the year they live; both fit a screen.
package system

import (
	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/institution"
	"gosplan/politics"
	"gosplan/schedule"
)

// A System is what institutions are in force. An institution at its zero
// value is absent.
type System struct {
	Plan        institution.Plan
	Supply      institution.Supply
	Investment  institution.Investment
	Prices      institution.Prices
	Bank        institution.Bank
	Labour      institution.Labour
	Retail      institution.Retail
	Buying      institution.Buying
	Requisition institution.Requisition
	Tax         institution.Tax
	Kolkhoz     institution.Kolkhoz
	Army        institution.Army
	Trade       institution.Trade
	Offices     institution.Offices
	Owners      institution.Owners
	Credit      institution.Credit
	Entry       institution.Entry
	Fisc        institution.Fisc
	Sales       institution.Sales      `keep:"makers know what they sell"`
	Outside     institution.Outside    `keep:"nobody decides it"`
	Statistics  institution.Statistics `keep:"somebody has to count"`
}

// Year is the order of a year under a system. It reads from top to bottom.
func (y *System) Year(p *behaviour.Primitives, rules *politics.Rules) schedule.Table {
	type w = economy.World
	type s = economy.State
	return schedule.Table{
		// Politics
		schedule.Monthly("institutions", "give back what they set, when they go", "Branch Enterprise Village Block Region Centre", y.leaving()),
		schedule.EachJanuary("politics", "weighs groups and their wishes, fills posts", "Polity Block", func(w *w, s *s) { rules.Year(w, s, p, y.Owners.Share) }),

		// The world
		schedule.Monthly("the world", "moves fronts, destroys, helps, annexes", "Region Enterprise Block Village Shop Centre Audit Year", y.Outside.Strike),
		schedule.Monthly("army", "orders men and arms", "Centre Terms", y.Army.Order),
		schedule.Monthly("army", "takes horses and farm machines, and their fuel", "Block Village Region Terms", y.Army.Draw),

		// Plans
		schedule.EachJanuary("fisc", "moves the tax on sales", "Region", y.Fisc.Levy),
		schedule.EachJanuary("ministries", "plan branches, share out investment", "Branch Centre Enterprise", func(w *w, s *s) { y.Investment.Plan(w, s, &y.Credit) }),
		schedule.EachJanuary("planning office", "computes the year's plan", "Branch Centre", func(w *w, s *s) { y.Plan.Compute(w, s, &y.Investment, &y.Supply) }),
		schedule.EachJanuary("shops", "tell makers what tokens are spent on", "Branch", y.Retail.Tell),
		schedule.OpeningQuarter("planning office", "holds the councils' rounds of prices and proposals", "Branch Enterprise Centre", func(w *w, s *s) { y.Plan.Negotiate(w, s, &y.Army, &y.Retail, &y.Supply, &y.Bank, &y.Labour) }),
		schedule.EachJanuary("ministries", "change plant between arms and machines", "Enterprise Block Cell", y.Investment.Swap),
		schedule.OpeningQuarter("ministries", "begin projects", "Enterprise", func(w *w, s *s) { y.Investment.Begin(w, s, &y.Credit) }),
		schedule.OpeningQuarter("managers", "learn what pays and what to expect", "Branch Terms", func(w *w, s *s) { y.Plan.Face(w, s, &y.Supply, &y.Bank, &y.Labour) }),
		schedule.OpeningQuarter("planning office", "sets targets", "Enterprise Centre", y.Plan.Target),
		schedule.OpeningQuarter("managers", "request inputs, post vacancies, weigh techniques", "Enterprise Branch", func(w *w, s *s) { behaviour.Prepare(w, s, p) }),
		schedule.OpeningQuarter("labour law", "holds posts to the plan for labour", "Enterprise", y.Labour.Allow),
		schedule.OpeningQuarter("supply", "allots inputs", "Enterprise Branch Centre Quarter", y.Supply.Plan),

		// Work
		schedule.Monthly("managers", "order inputs", "Enterprise Branch", behaviour.Order),
		schedule.Monthly("supply", "delivers", "Enterprise Branch Bureau Quarter Year", y.Supply.Deliver),
		schedule.Monthly("foreign trade", "ships oil", "Branch Centre Audit Year", y.Trade.ShipOil),
		schedule.Monthly("foreign trade", "exchanges manufactures for food", "Branch Centre Audit Year", func(w *w, s *s) { y.Trade.Exchange(w, s, &y.Buying) }),
		schedule.Monthly("enterprises", "produce", "Enterprise Branch Audit Quarter Year", behaviour.Produce),
		schedule.Monthly("enterprises", "sell to depots", "Enterprise Branch", y.Supply.Sell),
		schedule.Monthly("enterprises", "learn what they can sell", "Enterprise Branch", func(w *w, s *s) { y.Sales.Learn(w, s, &y.Army, &y.Supply) }),
		schedule.Monthly("ministries", "build", "Enterprise Branch Region Centre Audit Year", y.Investment.Build),
		schedule.Monthly("army", "takes arms, grain and goods", "Centre Branch Audit Year", y.Army.Supply),

		// People
		schedule.Monthly("labour law", "moves wages, sets the terms of work", "Terms Enterprise Centre", func(w *w, s *s) { y.Labour.Rule(w, s, &y.Supply.Reform) }),
		schedule.Monthly("enterprises", "pay wages", "Enterprise Cell Centre Year", func(w *w, s *s) { y.Labour.Pay(w, s, &y.Bank) }),
		schedule.Monthly("people", "are born, learn, work, move, marry, die", "Block Cell Centre", func(w *w, s *s) { behaviour.Live(w, s, p) }),
		schedule.Monthly("people and enterprises", "meet on posts", "Cell Enterprise Block", func(w *w, s *s) { behaviour.MeetPosts(w, s, p) }),

		schedule.ClosingQuarter("labour law", "lets tasks of head and hand take turns", "Block", y.Labour.Turn),

		// Land
		schedule.Monthly("state buyers", "name their prices", "Terms", y.Buying.Offer),
		schedule.Monthly("peasants", "sow, reap, eat, feed, sell, breed", "Block Village Region Centre", func(w *w, s *s) { behaviour.Farm(w, s, p) }),
		schedule.Monthly("detachments", "requisition grain", "Block Region Centre", y.Requisition.Take),
		schedule.Monthly("tax office", "takes the tax in kind and rents", "Block Region Centre", func(w *w, s *s) { y.Tax.Take(w, s, &y.Owners) }),
		schedule.Monthly("state buyers", "collect deliveries where they are ordered", "Block Region Centre", y.Buying.Call),
		schedule.Monthly("peasants", "unlearn to expect losses where nobody takes grain", "Block", func(w *w, s *s) {
			if y.untaken() {
				foresight.Forget(w, s)
			}
		}),
		schedule.Monthly("offices", "lend grain to hungry villages", "Block Centre", y.Offices.Lend),
		schedule.Monthly("kolkhozes", "press, sow, reap, deliver, share out", "Village Block Shop Region Centre Terms Audit Year", func(w *w, s *s) { y.Kolkhoz.Run(w, s, p, &y.Retail) }),

		// Trade
		schedule.Monthly("foreign trade", "ships grain and machines", "Branch Centre Audit Year", y.Trade.Ship),
		schedule.Monthly("shops", "are stocked", "Shop Branch Centre Enterprise Region Terms Audit Year", y.Retail.Stock),
		schedule.Monthly("households", "shop, queue, save", "Block Shop Cell Region Centre", func(w *w, s *s) { behaviour.Shop(w, s, p) }),
		schedule.Monthly("neighbours", "are paid for work on their own account", "Block Region", func(_ *w, s *s) { behaviour.Earn(s, p) }),
		schedule.Monthly("shops", "review prices", "Shop Region Centre", func(w *w, s *s) { y.Retail.Price(w, s, p) }),
		schedule.Monthly("shops", "cancel tokens", "Shop Centre Year", y.Retail.Cancel),
		schedule.Monthly("price office", "reviews wholesale prices", "Branch", y.Prices.Review),
		schedule.Monthly("bank", "settles accounts", "Enterprise Branch Shop Region Centre Year", y.Bank.Settle),
		schedule.Monthly("investors", "reckon their profit", "Enterprise", y.Investment.Reckon),
		schedule.Monthly("owners", "take interest and dividends", "Enterprise Block Centre", func(w *w, s *s) { y.Owners.Pay(w, s, &y.Bank, &y.Credit) }),
		schedule.ClosingQuarter("creditors", "close firms that cannot pay", "Enterprise Centre Year", y.Credit.Close),
		schedule.ClosingQuarter("founders", "found firms where profit is high", "Enterprise Block", func(w *w, s *s) { y.Entry.Found(w, s, &y.Owners, &y.Investment) }),

		// Reckoning
		schedule.ClosingQuarter("managers", "report the quarter and are judged by it", "Enterprise Quarter", y.Plan.Judge),
		schedule.ClosingQuarter("enterprises", "sense how fast posts fill and empty", "Branch Cell", y.Plan.Sense),
		schedule.ClosingQuarter("workers", "strike or not", "Polity Enterprise", rules.Quarter),
		schedule.ClosingQuarter("offices", "say what their heads answer for", "Terms", func(_ *w, s *s) { y.Offices.Charge(s, y.Supply.Allotment()) }),
		schedule.ClosingQuarter("officials", "ask for staff", "Bureau Cell", func(_ *w, s *s) { behaviour.AskForStaff(s, p) }),
		schedule.Monthly("statistics", "counts the month", "Region Centre Year Quarter Audit Enterprise", y.Statistics.Month),
	}
}

// untaken tells whether nobody takes grain from farms.
func (y *System) untaken() bool {
	return y.Requisition.Reach == 0 && y.Tax.Rate+y.Tax.Rent == 0 && !y.Kolkhoz.Active()
}
