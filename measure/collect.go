package measure

import (
	"math"
	"slices"

	"gosplan/economy"
	"gosplan/series"
)

// writer writes one date's values.
type writer struct {
	w       *economy.World
	s       *economy.State
	log     *series.Log
	year    int
	quarter int
}

var byName = func() map[string]*series.Definition {
	m := map[string]*series.Definition{}
	for _, d := range Catalogue {
		m[d.Name] = d
	}
	return m
}()

func (c *writer) put(name string, value float64) { c.at(name, series.Nation, value) }

func (c *writer) at(name, place string, value float64) {
	d := byName[name]
	quarter := 0
	if d.Every == series.Quarterly {
		quarter = c.quarter
	}
	c.log.Add(d, place, c.year, quarter, value)
}

func (c *writer) regions(name string, values [economy.Regions]float64, scale float64) {
	var sum float64
	for _, v := range values {
		sum += v
	}
	c.put(name, sum*scale)
	for r, v := range values {
		c.at(name, economy.RegionNames[r], v*scale)
	}
}

// ratio is a/b, or 0 when there is no b.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Opening writes what is counted on 1 January: people and herds.
func Opening(w *economy.World, s *economy.State, log *series.Log) {
	year, _ := s.Date(w)
	c := &writer{w, s, log, year, 1}
	var people, towns [economy.Regions]float64
	var all, urban float64
	for r := range s.Region {
		people[r], towns[r] = s.Region[r].People, s.Region[r].Town
		all += people[r]
		urban += towns[r]
	}
	if all == 0 {
		return
	}
	c.regions("population", people, 1)
	c.put("urban_share", urban/all)
	herds := Herds(s)
	for k, name := range economy.KindNames {
		c.regions(name, herds[k], 1)
	}
}

// Herds are the animals of houses and kolkhozes by region, million.
func Herds(s *economy.State) (herds [economy.Kinds][economy.Regions]float64) {
	for i := range s.Village {
		v := &s.Village[i]
		for k := range herds {
			herds[k][v.Region] += v.Herd[k] + v.Private[k]
		}
	}
	return herds
}

// Summer writes what is counted on 1 July.
func Summer(w *economy.World, s *economy.State, log *series.Log) {
	year, _ := s.Date(w)
	c := &writer{w, s, log, year, 3}
	var joined, houses float64
	var byRegion, all [economy.Regions]float64
	for i := range s.Village {
		v := &s.Village[i]
		joined += v.Member * v.Houses
		houses += v.Houses
		byRegion[v.Region] += v.Member * v.Houses
		all[v.Region] += v.Houses
	}
	c.put("collectivised_share", ratio(joined, houses))
	for r := range byRegion {
		c.at("collectivised_share", economy.RegionNames[r], ratio(byRegion[r], all[r]))
	}
}

// Harvested writes, when a farm year has ended in July, what the state
// procured from the harvest of the year before.
func Harvested(w *economy.World, s *economy.State, log *series.Log) {
	year, _ := s.Date(w)
	c := &writer{w, s, log, year - 1, 1}
	c.put("grain_procurement", s.Centre.Season)
	for r := range s.Region {
		c.at("grain_procurement", economy.RegionNames[r], s.Region[r].Season)
	}
	c.put("grain_export", s.Centre.SeasonExport)
}

// Quarter writes the indicators of a quarter that has just ended.
func Quarter(w *economy.World, s *economy.State, log *series.Log) {
	year, month := s.Date(w)
	c := &writer{w, s, log, year, (month-1)/3 + 1}
	q := &s.Quarter
	c.put("excess_deaths_quarter", q.HungryQuarter)
	var gdp float64
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		gdp += q.Output[g] * 4
	}
	farm := s.Last.FarmProduct
	if farm == 0 {
		farm = firstFarm
	}
	c.put("gdp_quarter", gdp+farm+q.Own*4)
	c.put("unemployment_rate", ratio(q.Seekers, q.TownForce))
	c.put("own_account", ratio(q.Busy, q.TownForce))
	c.put("vacancy_rate", ratio(q.Open, q.AllPosts))
	if q.Targets > 0 {
		c.put("fulfilment", q.Fulfil/q.Targets)
		c.put("spike_share", q.Spike/q.Targets)
		c.put("padding", ratio(q.Reported, q.Made))
		c.put("plan_imbalance", imbalance(s))
	}
	c.put("month3_share", ratio(q.Month3, q.Made))
	c.put("defect_rate", ratio(q.Faulty, q.Made))
	inputs, outputs, months := Stocks(s)
	c.put("stock_ratio", ratio(inputs, outputs))
	c.put("input_months", months)
	c.put("frustrated_share", ratio(q.Failed, q.Meant))
	c.put("queue_hours", ratio(q.Queue, q.Adults))
	c.put("over_request", ratio(q.Requested, q.Needed))
	c.put("overstaffing", ratio(q.OverStaff, q.StaffWeight))
	c.put("utilisation", ratio(q.Potential, q.Capacity))
	c.put("effort", ratio(q.Effort, q.EffortWeight))
	c.put("fill_rate", ratio(q.Came, q.Ordered))
	c.put("strike_days", 4*s.Polity.Struck)
	c.strikes(s)
}

// strikes writes who struck in the quarter and for how long they have.
func (c *writer) strikes(s *economy.State) {
	var staff, out, days float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		staff += float64(e.Staff)
		if e.Struck > 0 {
			out += float64(e.Staff)
			days += float64(e.Staff) * float64(e.Struck)
		}
	}
	c.put("strikes", ratio(out, staff))
	if out > 0 {
		c.put("strike_length", days/out/economy.Workdays)
	}
}

// imbalance is what the targets of the quarter leave unprovided of the inputs
// that they would take, when as much is faulty as was in the quarter.
func imbalance(s *economy.State) float64 {
	var target, use, made, faulty [economy.Goods]float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		target[e.Good] += e.Target
		for g, need := range economy.Needs[e.Good] {
			use[g] += need * e.Target
		}
		for m, q := range e.Made {
			made[e.Good] += q
			faulty[e.Good] += e.Faulty[m]
		}
	}
	var short, all float64
	for _, g := range []economy.Good{economy.Fuel, economy.Materials} {
		sound := 1 - ratio(faulty[g], made[g])
		short += max(0, use[g]-target[g]*sound) * economy.BasePrice[g]
		all += use[g] * economy.BasePrice[g]
	}
	return ratio(short, all)
}

// Stocks are enterprises' stocks of inputs and of output at base prices, and
// input stocks in months of need.
func Stocks(s *economy.State) (inputs, outputs, months float64) {
	var need float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		for g := range e.In {
			inputs += e.In[g].Held() * economy.BasePrice[g]
			need += e.Need[g] * economy.BasePrice[g]
		}
		outputs += e.Out.Held() * economy.BasePrice[e.Good]
	}
	return inputs, outputs, ratio(inputs, need)
}

// Year writes the indicators of a year whose account has just been closed.
func Year(w *economy.World, s *economy.State, log *series.Log) {
	year, _ := s.Date(w)
	c := &writer{w, s, log, year, 4}
	a := &s.Last
	scale := 12 / max(1, a.Months)
	var people, births, deaths, hungry float64
	for r := range s.Region {
		people += s.Region[r].People
		births += a.Births[r]
		deaths += a.Deaths[r]
		hungry += a.Hungry[r]
	}
	c.regions("births", a.Births, scale)
	c.regions("deaths", a.Deaths, scale)
	c.regions("excess_deaths", a.Hungry, scale)
	c.put("war_deaths", a.WarDead*scale)
	c.put("schooling", s.Centre.Seats)
	c.output(a, people, scale)
	c.rule()
	c.farms(a, scale)
	c.work(a, scale)
	c.money(a, scale)
	if a.Months >= 12 {
		c.inequality()
	}
	c.plant(a, scale)
	if s.Polity.Policy != (economy.Policy{}) {
		c.politics(&s.Polity)
	}
}

func (c *writer) output(a *economy.Account, people, scale float64) {
	var nonfarm, early float64
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		nonfarm += a.Output[g] * scale
		early += a.Output[g] * scale * earlyWeight[g]
		c.put("output_"+economy.GoodNames[g], a.Output[g]*scale)
	}
	nonfarm += a.Own * scale
	early += a.Own * scale
	gdp := nonfarm + a.FarmProduct
	c.put("gdp", gdp)
	c.put("gdp_early", (early+a.FarmProduct)*earlyScale)
	c.put("gdp_per_head", gdp/people*people1928)
	c.put("nonfarm_output", nonfarm)
	eaten := (a.EatenVillage+a.EatenTown)*economy.BasePrice[economy.Grain] + a.EatenProduce
	bought := a.Bought[economy.Consumer]*economy.BasePrice[economy.Consumer] + a.Bought[economy.Services]*economy.BasePrice[economy.Services]
	c.put("consumption_per_head", (eaten+bought+a.Own)*scale/people*people1928/consumption1928)
	c.put("investment_share", ratio(a.Invested*scale, gdp))
	c.put("military_share", ratio((a.ArmsTaken*economy.BasePrice[economy.Arms]+a.Upkeep)*scale, gdp))
	var reference float64
	for _, k := range economy.ReferenceCapital {
		reference += k
	}
	c.put("capital", 100*c.s.Capital()/reference)
	c.put("oil_output", c.w.OilIn(a.Output[economy.Fuel]*scale, c.year))
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

func (c *writer) farms(a *economy.Account, scale float64) {
	if a.Months < 12 {
		return
	}
	c.regions("grain_output", a.Harvest, 1)
	c.regions("grain_output_free", a.Free, 1)
	c.regions("sown_area", a.Sown, 1)
	c.put("grain_import", a.Imported)
	c.put("food_per_head_rural", ratio(a.EatenVillage, a.VillagePeople)*12*1000)
	c.put("food_per_head_urban", ratio(a.EatenTown, a.TownPeople)*12*1000)
}

func (c *writer) work(a *economy.Account, scale float64) {
	var employees, women float64
	for i := range c.s.Cell {
		employees += float64(c.s.Cell[i].Staff) / 1e6
		women += c.s.Cell[i].Women / 1e6
	}
	farmers := ratio(a.Farmers, a.Months)
	c.put("women_share", ratio(women, employees))
	if a.Months > 0 {
		employees = a.Posts / a.Months / 1e6
	}
	c.put("state_employees", employees)
	c.put("farm_employment_share", ratio(farmers, farmers+employees))
	c.put("officials", c.s.Centre.Officials/1e6)
	c.put("turnover", ratio(a.Separations*12, a.Posts))
}

func (c *writer) money(a *economy.Account, scale float64) {
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
	c.put("budget_deficit", ratio(a.Deficit*scale, gdp))
	c.put("second_economy_share", ratio(a.Second, a.Income))
	c.put("soft_budget", ratio(a.Covered, a.Losses))
}

func (c *writer) plant(a *economy.Account, scale float64) {
	var age, cost, sunk, adopted, known float64
	for i := range c.s.Enterprise {
		e := &c.s.Enterprise[i]
		for v := range e.Plants {
			p := &e.Vintage[v]
			age += p.Cost * float64(c.s.Month-int(p.Built)) / 12
			cost += p.Cost
		}
		for p := range e.Project {
			if e.Project[p].Open == 1 {
				sunk += e.Project[p].Sunk
			}
		}
		if n := c.s.Branch[e.Good].Known; n > 0 {
			adopted += Adopted(e, int(n))
			known += float64(min(n, 32))
		}
	}
	if r, ok := profitAndInvestment(c.s); ok {
		c.put("profit_investment_correlation", r)
	}
	if sd, ok := returns(c.w, c.s); ok && a.Months >= 12 {
		c.put("return_dispersion", sd)
	}
	c.put("equipment_age", ratio(age, cost))
	c.put("unfinished_construction", ratio(sunk, (a.Invested-a.FarmInvested)*scale))
	if known > 0 {
		c.put("technique_gap", adopted/known)
	}
	if years, ok := Diffusion(c.s); ok {
		c.put("diffusion_years", years)
	}
}

// Diffusion is the median time from a tenth to nine tenths of enterprises
// over the techniques that have come so far, in years.
func Diffusion(s *economy.State) (years float64, ok bool) {
	var all []float64
	for g := range s.Branch {
		b := &s.Branch[g]
		for k := range b.Tenth {
			if b.Tenth[k] > 0 && b.NineTenths[k] > 0 {
				all = append(all, float64(b.NineTenths[k]-b.Tenth[k])/12)
			}
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	slices.Sort(all)
	return all[len(all)/2], true
}

// Adopted is how many of the latest known techniques an enterprise uses.
func Adopted(e *economy.Enterprise, known int) (n float64) {
	for k := max(0, known-32); k < known; k++ {
		n += float64(e.Adopted >> (k % 32) & 1)
	}
	return n
}

// troubles are the series of the parts of a crisis.
var troubles = [economy.Troubles]string{"crisis_food", "crisis_grain", "crisis_unrest", "crisis_arms", "crisis_growth", "crisis_shortage"}

// rule writes what system is in force and how it stands.
func (c *writer) rule() {
	rule := &c.s.Rule
	var bought float64
	for i := range c.s.Enterprise {
		if math.IsInf(c.s.Enterprise[i].Allot[economy.Fuel], 1) {
			bought++
		}
	}
	c.put("market_regime", ratio(bought, float64(len(c.s.Enterprise))))
	if c.s.Polity.Policy != (economy.Policy{}) { // somebody reckons
		c.put("crisis_index", rule.Crisis())
		for k, name := range troubles {
			c.put(name, rule.Trouble[k])
		}
	}
	if c.s.Polity.Governs == 0 {
		return
	}
	c.put("regime", float64(c.s.Rule.Regime))
	c.put("regime_change", rule.Changes)
	if rule.Looked > 0 {
		c.put("candidate_support", rule.Support)
		c.put("market_support", rule.Market)
		c.put("market_support_officials", rule.Officers)
	}
}
