// Package system composes institutions into economies. A system is a struct
// of institutions and the year they live; both fit a screen.
package system

import (
	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/institution"
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
}

// Year is the order of a year under a system. It reads from top to bottom.
func (y *System) Year(p *behaviour.Primitives) schedule.Table {
	type w = economy.World
	type s = economy.State
	var (
		outside    institution.Outside
		statistics institution.Statistics
		sales      institution.Sales
	)
	return schedule.Table{
		// The world
		{schedule.Month, "the world", "moves fronts, destroys, annexes", "Region Enterprise Block Village", outside.Strike},
		{schedule.Month, "army", "orders men and arms", "Centre", y.Army.Order},

		// Plans
		{schedule.YearOpen, "ministries", "plan branches, share out investment", "Branch Centre Enterprise", y.Investment.Plan},
		{schedule.YearOpen, "ministries", "change plant between arms and machines", "Enterprise", y.Investment.Swap},
		{schedule.QuarterOpen, "ministries", "begin projects", "Enterprise", y.Investment.Begin},
		{schedule.QuarterOpen, "planning office", "says what pays and what to expect", "Branch Terms", func(w *w, s *s) { y.Plan.Face(w, s, &y.Supply, &y.Bank, &y.Labour) }},
		{schedule.QuarterOpen, "planning office", "sets targets", "Enterprise", y.Plan.Target},
		{schedule.QuarterOpen, "managers", "request inputs, post vacancies, weigh techniques", "Enterprise Year", func(w *w, s *s) { behaviour.Prepare(w, s, p) }},
		{schedule.QuarterOpen, "supply", "allots inputs", "Enterprise Branch Centre Quarter", y.Supply.Plan},

		// Work
		{schedule.Month, "managers", "order inputs", "Enterprise Branch", behaviour.Order},
		{schedule.Month, "supply", "delivers", "Enterprise Branch Quarter", y.Supply.Deliver},
		{schedule.Month, "enterprises", "produce", "Enterprise Branch Audit Quarter Year", behaviour.Produce},
		{schedule.Month, "enterprises", "sell to depots", "Enterprise Branch", y.Supply.Sell},
		{schedule.Month, "enterprises", "learn what they can sell", "Enterprise Branch", sales.Learn},
		{schedule.Month, "ministries", "build", "Enterprise Branch Region Centre Audit Year", y.Investment.Build},
		{schedule.Month, "army", "takes arms, grain and goods", "Centre Branch Audit Year", y.Army.Supply},

		// People
		{schedule.Month, "labour law", "moves wages, sets the terms of work", "Terms Enterprise Centre", func(w *w, s *s) { y.Labour.Rule(w, s, &y.Supply.Reform) }},
		{schedule.Month, "enterprises", "pay wages", "Enterprise Cell Centre Year", y.Labour.Pay},
		{schedule.Month, "people", "are born, learn, work, move, marry, die", "Block Cell Centre", func(w *w, s *s) { behaviour.Live(w, s, p) }},
		{schedule.Month, "people and enterprises", "meet on posts", "Cell Enterprise Block", func(w *w, s *s) { behaviour.MeetPosts(w, s, p) }},

		// Land
		{schedule.Month, "state buyers", "name their prices", "Terms", y.Buying.Offer},
		{schedule.Month, "peasants", "sow, reap, eat, feed, sell, breed", "Block Village Region Centre", func(w *w, s *s) { behaviour.Farm(w, s, p) }},
		{schedule.Month, "detachments", "requisition grain", "Block Region Centre", y.Requisition.Take},
		{schedule.Month, "tax office", "takes the tax in kind", "Block Region Centre", y.Tax.Take},
		{schedule.Month, "kolkhozes", "press, sow, reap, deliver, share out", "Village Block Region Centre Audit Year", func(w *w, s *s) { y.Kolkhoz.Run(w, s, p) }},

		// Trade
		{schedule.Month, "foreign trade", "ships grain, oil and machines", "Centre Audit Year", y.Trade.Ship},
		{schedule.Month, "shops", "are stocked", "Shop Branch Centre Enterprise Region Terms Audit Year", y.Retail.Stock},
		{schedule.Month, "households", "shop, queue, save", "Block Shop Region Centre", func(w *w, s *s) { behaviour.Shop(w, s, p) }},
		{schedule.Month, "shops", "review prices", "Shop Region Centre", y.Retail.Price},
		{schedule.Month, "price office", "reviews wholesale prices", "Branch", y.Prices.Review},
		{schedule.Month, "bank", "settles accounts", "Enterprise Branch Shop Region Centre Year", y.Bank.Settle},

		// Reckoning
		{schedule.QuarterEnd, "managers and planning office", "report and judge the quarter", "Enterprise Quarter", y.Plan.Judge},
		{schedule.QuarterEnd, "enterprises", "sense how fast posts fill", "Branch", institution.Sense},
		{schedule.QuarterEnd, "offices", "ask for staff", "Cell Centre", func(w *w, s *s) { y.Offices.Hire(w, s, y.Supply.Allotment()) }},
		{schedule.Month, "statistics", "counts the month", "Region Centre Year Quarter Audit", statistics.Month},
	}
}
