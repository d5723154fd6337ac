package measure

import (
	"math"

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

func (c *writer) regions(name string, values [economy.Regions]float64) {
	var sum float64
	for _, v := range values {
		sum += v
	}
	c.put(name, sum)
	for r, v := range values {
		c.at(name, economy.RegionNames[r], v)
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
	c.regions("population", people)
	c.put("urban_share", urban/all)
	herds := Herds(s)
	for k, name := range economy.KindNames {
		c.regions(name, herds[k])
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

// workday is the hours of a post on a workday (assumed, the same for all: the
// model knows how fast people work and beyond which pace it is overtime, and no
// working day that rules or bargains could make shorter).
const workday = 8.0

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
	c.put("utilisation", ratio(q.Made, q.Capacity))
	c.put("effort", ratio(q.Effort, q.EffortWeight))
	overtime := ratio(q.Overtime, q.EffortWeight)
	c.put("overtime", overtime)
	c.put("hours", workday*4*economy.Workdays/365*(1+overtime)+ratio(q.Queue, q.Adults))
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

// Year writes the indicators of a whole year whose account has just been closed.
func Year(w *economy.World, s *economy.State, log *series.Log) {
	year, _ := s.Date(w)
	c := &writer{w, s, log, year, 4}
	a := &s.Last
	var people, births, deaths, hungry float64
	for r := range s.Region {
		people += s.Region[r].People
		births += a.Births[r]
		deaths += a.Deaths[r]
		hungry += a.Hungry[r]
	}
	c.regions("births", a.Births)
	c.regions("deaths", a.Deaths)
	c.regions("excess_deaths", a.Hungry)
	c.put("war_deaths", a.WarDead)
	c.put("schooling", s.Centre.Seats)
	c.output(a, people)
	c.rule()
	c.farms(a)
	c.work(a)
	c.money(a)
	c.inequality()
	c.plant(a)
	if s.Polity.Policy != (economy.Policy{}) {
		c.politics(&s.Polity)
	}
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
