package measure

import "gosplan/economy"

func (c *writer) output(a *economy.Account, people float64) {
	var nonfarm, early float64
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		nonfarm += a.Output[g]
		early += a.Output[g] * earlyWeight[g]
		c.put("output_"+economy.GoodNames[g], a.Output[g])
	}
	nonfarm += a.Own
	early += a.Own
	gdp := nonfarm + a.FarmProduct
	c.put("gdp", gdp)
	c.put("gdp_early", (early+a.FarmProduct)*earlyScale)
	c.put("gdp_per_head", gdp/people*people1928)
	c.put("nonfarm_output", nonfarm)
	eaten := (a.EatenVillage+a.EatenTown)*economy.BasePrice[economy.Grain] + a.EatenProduce
	bought := a.Bought[economy.Consumer]*economy.BasePrice[economy.Consumer] + a.Bought[economy.Services]*economy.BasePrice[economy.Services]
	c.put("consumption_per_head", (eaten+bought+a.Own)/people*people1928/consumption1928)
	c.put("investment_share", ratio(a.Invested, gdp))
	c.put("military_share", ratio(a.ArmsTaken*economy.BasePrice[economy.Arms]+a.Upkeep, gdp))
	var reference float64
	for _, k := range economy.ReferenceCapital {
		reference += k
	}
	c.put("capital", 100*c.s.Capital()/reference)
	c.put("oil_output", c.w.OilIn(a.Output[economy.Fuel], c.year))
	c.put("oil_rent", ratio(c.s.Centre.OilRent, gdp))
}

// earlyWeight are relative values before mass production made machines cheap.
var earlyWeight = [economy.Goods]float64{economy.Fuel: 1, economy.Materials: 1, economy.Machinery: earlyMachines, economy.Construction: 1, economy.Consumer: 1, economy.Arms: earlyMachines, economy.Services: 1}

// earlyScale makes the early-weight index 100 in the reference year.
var earlyScale = func() float64 {
	late, early := float64(farm1928), float64(farm1928)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		late += economy.ReferenceOutput[g]
		early += economy.ReferenceOutput[g] * earlyWeight[g]
	}
	return late / early
}()

func (c *writer) farms(a *economy.Account) {
	c.regions("grain_output", a.Harvest)
	c.regions("grain_output_free", a.Free)
	c.regions("sown_area", a.Sown)
	c.put("grain_import", a.Imported)
	c.put("food_per_head_rural", ratio(a.EatenVillage, a.Home[0])*12*1000)
	c.put("food_per_head_urban", ratio(a.EatenTown, a.Home[1])*12*1000)
}

func (c *writer) work(a *economy.Account) {
	var employees, women float64
	for i := range c.s.Cell {
		employees += float64(c.s.Cell[i].Staff) / 1e6
		women += c.s.Cell[i].Women / 1e6
	}
	farmers := ratio(a.Farmers, a.Months)
	c.put("women_share", ratio(women, employees))
	employees = a.Posts / a.Months / 1e6
	outside := employees + ratio(a.Busy, a.Months)
	c.put("state_employees", employees)
	c.put("employed_outside_farms", outside)
	c.put("farm_employment_share", ratio(farmers, farmers+outside))
	c.put("officials", float64(c.s.Officials())/1e6)
	c.put("turnover", ratio(a.Separations*12, a.Posts))
	c.freedom(a)
}

// freedom writes who may leave and who has a say.
func (c *writer) freedom(a *economy.Account) {
	if a.Quit[0] > 0 {
		c.put("freedom_to_quit", a.Quit[1]/a.Quit[0])
	}
	if a.Quit[1] > 0 {
		c.put("posts_to_quit_for", a.Quit[2]/a.Quit[1])
	}
	if a.Depart[0] > 0 {
		c.put("freedom_to_leave_village", a.Depart[1]/a.Depart[0])
	}
	var staff, all float64
	for k := range c.s.Cell {
		n := float64(c.s.Cell[k].Staff)
		all += n
		if _, g := economy.CellOf(k); g != economy.Office {
			staff += n
		}
	}
	c.put("say_at_work", c.s.Terms.Voice*ratio(staff, all))
}

func (c *writer) money(a *economy.Account) {
	wage := ratio(a.Wages, a.WageMonths)
	centre := &c.s.Centre
	c.put("wage", wage/100)
	c.put("retail_price", centre.Prices)
	c.put("real_wage", wage/wage1928/max(0.01, centre.Prices)*100)
	var market, people float64
	for r := range c.s.Region {
		town := c.s.Region[r].Town
		market += town * ratio(c.s.Region[r].MarketPrice[1], c.s.Shop[r].Price[economy.Produce])
		people += town
	}
	c.put("market_price_ratio", ratio(market, people))
	c.put("scissors", centre.Scissors)
	c.put("saving_rate", ratio(a.Saved, a.Income))
	var cash float64
	for b := range c.s.Block {
		for i := range c.s.Block[b].House {
			cash += float64(c.s.Block[b].House[i].Purse.Held())
		}
	}
	c.put("cash_months", ratio(cash*a.Months, a.Income))
	gdp := a.GDP * economy.KopecksPerPoint * max(0.01, centre.Prices)
	c.put("budget_deficit", ratio(a.Deficit, gdp))
	c.put("second_economy_share", ratio(a.Second, a.Income))
	c.put("soft_budget", ratio(a.Covered, a.Losses))
	c.put("enterprise_losses", ratio(a.Losses, gdp))
}
