package institution

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

var askSite = draw.Ask("ministry.site")

// Investment decides what is built: leaders set how much, the office which
// branches, ministries which sites, project offices how much capital to a
// workplace.
type Investment struct {
	Norm               mechanism.ProjectNorm
	Scrapping          mechanism.Scrapping
	Hunger             mechanism.InvestmentHunger
	Private            mechanism.Accumulation
	Talks              mechanism.Negotiation
	Consumption        float64 `unit:"per year" range:"0 0.1" source:"calibrated: consumption 1928-70" means:"growth of consumption that plans allow for"`
	Lead               float64 `unit:"years" range:"0 5" source:"assumed" means:"years ahead for which demand is planned"`
	Convert            float64 `unit:"per year" range:"0 0.6" source:"Harrison 1996; trial economies 15 %, 40 % in war" means:"plant that can change to arms in peace"`
	Rival              float64 `unit:"share" range:"0 5" source:"assumed: Cliff 1955 on accumulation forced by rivals" means:"funds added to what leaders decide, by the threat and by how far techniques abroad are ahead"`
	Standing           float64 `unit:"share" range:"0 1" source:"judged: restoration of 1921-26 manned idle plant first; later plans started from output" means:"of what plant without hands could make, what counts when funds are shared out"`
	Ahead              float64 `unit:"years" range:"0 5" source:"assumed" means:"of what firms want to build in a year, what they have under way"`
	Idle               float64 `unit:"per year" range:"0 0.5" source:"assumed" means:"plant scrapped a year that has stood without staff, where firms decide"`
	Scrap              float64 `unit:"per year" range:"0 0.5" source:"assumed" means:"plant retired a year once it no longer earns its wages, where costs are borne"`
	Losing             float64 `unit:"years" range:"0 20" source:"judged; trial economies: four quarters of losses; Dixit 1992 on who waits before he leaves" means:"years over which prices are remembered before plant that loses by them, with its people and techniques, is retired; 0 where prices of the day and what it was built for decide"`
	InvestmentPractice `keep:"something is built under any system"`
}

// InvestmentPractice is the rules of thumb of ministries and builders.
type InvestmentPractice struct {
	ArmsLeast    float64 `unit:"points a year" range:"0.01 5" source:"assumed" means:"arms that are always ordered"`
	Least        float64 `unit:"share" range:"0.01 1" source:"assumed" means:"consumer goods and services always planned, over those of reference"`
	TotalWar     float64 `unit:"share of GDP" range:"0 1" source:"assumed" means:"military share above which plans forget consumers"`
	Austerity    float64 `unit:"ratio" range:"0.5 1.5" source:"judged: output of consumer goods in 1945 was 59 % of that of 1940 (group B, Narodnoe khozyaistvo, recalled), in part for want of occupied land" means:"consumer goods planned in total war over last year's"`
	Reserve      float64 `unit:"ratio" range:"1 1.2" source:"assumed" means:"fuel and materials planned over what users need"`
	FuelReserve  float64 `unit:"ratio" range:"1 1.2" source:"assumed: heating and transport" means:"fuel planned over that"`
	Stocks       float64 `unit:"months" range:"0 12" source:"assumed" means:"stock in depots that balances leave alone"`
	Trade        float64 `unit:"months" range:"0 12" source:"stocks of trade of 80 to 90 days' sales (Narodnoe khozyaistvo, recalled)" means:"stock of consumer goods in trade that balances leave alone"`
	Source       float64 `unit:"share" range:"0 1" source:"assumed" means:"of what users need, most that balances take from stocks in a year"`
	Memory       float64 `unit:"years" range:"1 20" source:"assumed" means:"years over which open posts are remembered"`
	ShareLeast   float64 `unit:"per year" range:"0.001 0.1" source:"assumed" means:"capital that a branch with too much of it gets"`
	ShareBase    float64 `unit:"per year" range:"0 0.2" source:"assumed: replacement" means:"capital that a branch gets when it need not grow"`
	Inertia      float64 `unit:"share" range:"0 0.95" source:"assumed: plans are begun from last year's" means:"of a branch's part in funds, what last year's decides"`
	ShareGrowth  float64 `unit:"per log point" range:"0 2" source:"assumed" means:"capital that a branch gets by the growth wanted of it"`
	Sound        float64 `unit:"years" range:"0 30" source:"assumed" means:"age up to which plant is taken to yield in full"`
	ScatterLeast float64 `unit:"years of funds" range:"0.05 1" source:"assumed" means:"open projects where nobody hungers for investment"`
	Even         float64 `unit:"share" range:"0 1" source:"assumed: plans for new plant went by reserves of labour and the even development of regions beside what stood" means:"of a branch's funds, what goes by the people of regions and not by plant in place"`
	Sites        float64 `unit:"per quarter" range:"0.05 1" source:"assumed" means:"chance that an enterprise is a site"`
	SiteLow      float64 `unit:"ratio" range:"0 1" source:"assumed" means:"smallest project over the enterprise's part of funds"`
	SiteRange    float64 `unit:"ratio" range:"0 5" source:"assumed" means:"spread of the size of projects"`
	SiteShare    float64 `unit:"share" range:"0.1 2" source:"assumed" means:"part of a site's room that one project takes"`
	Depletion    float64 `unit:"points" range:"100 100000" source:"assumed" means:"fuel won in all at which a workplace in fuel costs twice as much"`
	Manned       float64 `unit:"ratio" range:"1 3" source:"assumed" means:"workplaces over staff that firms keep"`
	Utilised     float64 `unit:"share" range:"0.5 1.2" source:"assumed" means:"output of reference over that of plant fully at work"`
	Spend        float64 `unit:"share" range:"0.1 1" source:"assumed" means:"machines in the depot that a month's building takes"`
	Overrun      float64 `unit:"ratio" range:"0.5 3" source:"assumed" means:"most that is built over what is decided"`
	BuildTime    float64 `unit:"months" range:"1 60" source:"assumed" means:"shortest time of a project"`
	Latitude     float64 `unit:"ratio" range:"1 5" source:"assumed" means:"funds that a branch can spend over its share"`
	WarConvert   float64 `unit:"per year" range:"0 0.6" source:"Harrison 1996; trial economies 40 %" means:"plant that can change to arms in war, and back from arms at any time"`
	SwapAbove    float64 `unit:"ratio" range:"1 3" source:"assumed" means:"arms wanted over last year's at which plant is changed to arms"`
	SwapBelow    float64 `unit:"ratio" range:"0 1" source:"assumed" means:"arms wanted over last year's at which plant is changed back"`
	SwapLeast    float64 `unit:"share" range:"0.001 0.5" source:"assumed" means:"smallest part of plant that is worth changing"`
}

// gdpLeast is the GDP of a year, points, below which building and what is bought
// abroad are not reckoned by it (assumed).
const gdpLeast = 10

// halfWay is the weight that what was achieved of goods for people has in the year's
// plan, and that of what was planned last: the plan goes half of the way from the
// one up to the other (assumed).
const halfWay = 0.5

// Plan works out once a year what each branch should make in a few years, and
// shares the funds by it.
func (i *Investment) Plan(w *economy.World, s *economy.State, credit *Credit) {
	year, _ := s.Date(w)
	c := &s.Centre
	gdp := max(c.GDP, gdpLeast)
	ahead := math.Exp(i.Lead * i.Consumption)
	share := w.Ordered(s, scenario.AccumulationShare, year)
	var parts [economy.Goods]float64
	if i.Private.Active() { // what firms want is what is built, and farms get what leaders say
		var all float64
		parts, all = i.wanted(w, s, credit)
		share = all / (1 - w.OrderedAbout(s, scenario.FarmInvestment, year, 6)) / gdp
	}
	share += i.Rival * c.Threat * lead(s)
	c.Accumulated = share
	want := &c.Plan
	build := share * gdp * ahead / w.Physics.Plant.Yield
	want[economy.Machinery] = build * w.Physics.Plant.Machines
	want[economy.Machinery] = max(0, want[economy.Machinery]-c.Imports/economy.BasePrice[economy.Machinery]) // what comes from abroad is in the balance
	want[economy.Machinery] -= i.source(s.Branch[economy.Machinery].Depot.Held()+c.Landed.Held(), i.Stocks, want[economy.Machinery])
	want[economy.Construction] = build * (1 - w.Physics.Plant.Machines)
	want[economy.Arms] = max(i.ArmsLeast, (c.Military*gdp-c.Upkeep)/economy.BasePrice[economy.Arms])
	for _, g := range []economy.Good{economy.Consumer, economy.Services} {
		last := achieved(s, g)
		want[g] = max(halfWay*(last+max(last, s.Branch[g].Wanted/ahead)), i.Least*economy.ReferenceOutput[g]) * ahead
	}
	want[economy.Consumer] -= i.source(inTrade(s), i.Trade, want[economy.Consumer])
	if c.Military > i.TotalWar { // total war
		want[economy.Consumer] = s.Branch[economy.Consumer].LastYear * i.Austerity
		want[economy.Services] = s.Branch[economy.Services].LastYear
	}
	for range 8 { // balances by rounds from what was achieved
		for _, g := range []economy.Good{economy.Fuel, economy.Materials} {
			need := 0.0
			if g == economy.Fuel {
				need = c.Crude * ahead
			}
			for user := economy.FirstBranch; user < economy.Goods; user++ {
				need += economy.Needs[user][g] * want[user] / (1 - s.Branch[user].Waste) // norms of use cover what is spoiled
			}
			want[g] = need * i.Reserve
			if g == economy.Fuel {
				want[g] *= i.FuelReserve
			}
			want[g] -= i.source(s.Branch[g].Depot.Held(), i.Stocks, want[g])
		}
	}
	c.Vacancies += (unfilled(s) - c.Vacancies) / i.Memory
	wage := 12e6 * c.MeanWage / max(1, s.PlantPrice(&w.Physics.Plant))
	worth, mean := returns(w, s)
	abroad := w.Abroad(year)
	var total float64
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		b.Wanted = want[g]
		if !i.Private.Active() {
			capital, coming, could := i.plant(s, g)
			have := b.LastYear + i.Standing*max(0, could-b.LastYear) + coming
			parts[g] = i.claim(capital, want[g], have) * i.Talks.Weight(worth[g], mean)
		}
		total += parts[g]
		b.Norm *= math.Exp(i.Norm.Growth(c.Vacancies) + i.Private.Deepening(wage, b.Norm))
		i.design(w, s, g, abroad, 1-w.Given.Embargo.At(year))
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		part := parts[g] / max(1e-9, total)
		if b := &s.Branch[g]; b.Share > 0 {
			part += i.Inertia * (b.Share - part)
		}
		s.Branch[g].Share = part
	}
	i.retire(w, s)
}

// achieved is what plans for what people consume start from: last year's output,
// or of goods that can lie unsold, what parted from trade.
func achieved(s *economy.State, g economy.Good) float64 {
	if g == economy.Consumer && s.Last.Months > 0 {
		return s.Last.Parted * 12 / s.Last.Months
	}
	return s.Branch[g].LastYear
}

// inTrade is the stock of consumer goods in depots and shops, points.
func inTrade(s *economy.State) float64 {
	stock := s.Branch[economy.Consumer].Depot.Held()
	for k := range s.Shop {
		stock += s.Shop[k].Stock[economy.Consumer].Held() + s.Shop[k].Aside.Held()
	}
	return stock
}

// source is what a balance takes a year from stocks over the usual, so that
// they are used up within the horizon of the plan.
func (i *Investment) source(stock, usual, want float64) float64 {
	over := stock - usual/12*want
	return unit.Clip(over/max(1, i.Lead), 0, i.Source*want)
}

// claim is a branch's claim to funds: its capital, times what it should grow
// by from what it has.
func (i *Investment) claim(capital, want, have float64) float64 {
	return capital * max(i.ShareLeast, i.ShareBase+i.ShareGrowth*math.Log(want/max(0.05, have)))
}

// plant is the capital of a branch, what the plant being built for it will
// make, and what that in hand could make with all places filled, points a year.
func (i *Investment) plant(s *economy.State, g economy.Good) (capital, coming, could float64) {
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		if e.Good != g {
			continue
		}
		could += 12 * e.Rated * i.Utilised
		capital = economy.AddCapital(capital, e.Vintage[:e.Plants])
		for p := range e.Project {
			if j := &e.Project[p]; j.Open == 1 {
				coming += j.Places * j.Yield * i.Utilised
			}
		}
	}
	return capital, coming, could
}

// Begin starts projects, quarter by quarter, until the open ones cost what
// the ministries dare to have open.
func (i *Investment) Begin(w *economy.World, s *economy.State, credit *Credit) {
	if i.Private.Active() {
		i.launch(w, s, credit)
		return
	}
	parts := i.sites(s)
	funds := s.Centre.Accumulated * max(gdpLeast, s.Centre.GDP)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		u := w.Deck.Uniform(askSite, uint64(k), s.Month)
		if u > i.Sites {
			continue
		}
		limit := i.Hunger.Dared(i.ScatterLeast, funds) * s.Branch[e.Good].Share * parts.of(e)
		room := limit - underWay(e)
		if room <= 0 || e.Posts <= 0 {
			continue
		}
		i.found(w, s, e, min(room, max(limit*(i.SiteLow+u*i.SiteRange)*i.SiteShare, 1e-6)))
	}
}

// newPlant is what new plant of some cost has: workplaces and the yield of one.
func (i *Investment) newPlant(w *economy.World, s *economy.State, g economy.Good, cost float64) (places, yield float64) {
	b := &s.Branch[g]
	perPlace := b.Norm * economy.ReferenceCapital[g] / economy.ReferenceWorkers[g]
	if g == economy.Fuel {
		perPlace *= 1 + b.Cumulative/i.Depletion
	}
	yield = economy.ReferenceOutput[g] / economy.ReferenceWorkers[g] * b.Technique * unit.Pow(b.Norm, w.Physics.Plant.Alpha) / i.Utilised
	return cost / perPlace, yield
}

// Build spends the month's machinery and building on projects and farms.
func (i *Investment) Build(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	for r := range s.Region { // farm machines wear, whatever is built
		s.Region[r].Tractors *= 1 - w.Physics.Farming.Wear/12
	}
	plant := &w.Physics.Plant
	machines, building := s.Branch[economy.Machinery].Depot.Held(), s.Branch[economy.Construction].Depot.Held()
	c := &s.Centre
	machines *= i.Spend
	landed := c.Landed.Held()
	m, b := machines+landed, building
	if m <= 0 || b <= 0 {
		return
	}
	could := plant.Yield * unit.Pow(m/plant.Machines, plant.Machines) * unit.Pow(b/(1-plant.Machines), 1-plant.Machines)
	made := min(could, i.Overrun*c.Accumulated*max(gdpLeast, c.GDP)/12) // what is not paid for is not built
	share := w.OrderedAbout(s, scenario.FarmInvestment, year, 6)
	farm := share * made
	projects := made - farm
	var wants [economy.Goods]float64
	var sum float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		for p := range e.Project {
			if j := &e.Project[p]; j.Open == 1 {
				wants[e.Good] += min(j.Cost/i.BuildTime, j.Cost-j.Sunk)
			}
		}
	}
	var allowed [economy.Goods]float64 // of what open projects could take, what the branch's funds allow
	for g := range wants {
		all := wants[g]
		wants[g] = min(all, i.Latitude*projects*s.Branch[g].Share+1e-9)
		allowed[g] = wants[g] / max(1e-12, all)
		sum += wants[g]
	}
	scale := min(1, projects/max(1e-12, sum))
	farm = min(farm, share/(1-share)*scale*sum) // a share of what is built, not of what could be
	used := farm + scale*sum
	part := unit.Clip(used/made, 0, 1) * unit.Clip(made/could, 0, 1)
	before := c.Treasury.Held()
	takeOut(s, &c.Treasury, economy.Machinery, machines*part)
	s.Audit.Use(economy.Machinery, &c.Landed, landed*part)
	takeOut(s, &c.Treasury, economy.Construction, building*part)
	var sunk []float64 // by firm, where they pay for it
	if i.Private.Active() {
		sunk = make([]float64, len(s.Enterprise))
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		if wants[e.Good] <= 0 {
			continue
		}
		if spent := i.advance(s, e, scale*allowed[e.Good]); sunk != nil {
			sunk[k] = spent
		}
	}
	i.settleBuilding(s, sunk, used, before-c.Treasury.Held())
	var fields float64
	for r := range s.Region {
		fields += economy.NormalGrain[r]
	}
	for r := range s.Region {
		s.Region[r].Tractors += farm * economy.NormalGrain[r] / fields
	}
	s.Year.Invested += used
	s.Year.FarmInvested += farm
}

// advance spends on an enterprise's projects, commissions what is ready, and
// returns what was spent.
func (i *Investment) advance(s *economy.State, e *economy.Enterprise, share float64) (spent float64) {
	for p := range e.Project {
		j := &e.Project[p]
		if j.Open == 0 {
			continue
		}
		step := share * min(j.Cost/i.BuildTime, j.Cost-j.Sunk)
		j.Sunk += step
		spent += step
		e.Put[0] += step
		if j.Sunk < j.Cost*(1-1e-6) {
			continue
		}
		j.Open = 0
		e.Stretch += j.Places * j.Yield / 12
		e.Install(economy.Vintage{Places: j.Places, Yield: j.Yield, Cost: j.Cost, Built: int32(s.Month)})
		e.Retire(i.Scrapping.Retired(j.Cost))
	}
	return spent
}

// unfilled is the part of all posts wanted in which nobody works this month.
func unfilled(s *economy.State) float64 {
	var open, posts float64
	for k := range s.Cell {
		open += float64(s.Cell[k].Vacant())
		posts += float64(s.Cell[k].Wanted)
	}
	return open / max(1, posts)
}
