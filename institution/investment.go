package institution

import (
	"math"

	"gosplan/draw"
	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/unit"
)

var (
	askSite = draw.Ask("ministry.site")
	askSwap = draw.Ask("ministry.convert")
)

// Investment decides what is built: leaders set how much, the office which
// branches, ministries which sites, project offices how much capital to a
// workplace.
type Investment struct {
	Norm               mechanism.ProjectNorm
	Scrapping          mechanism.Scrapping
	Hunger             mechanism.InvestmentHunger
	Consumption        float64 `unit:"per year" range:"0 0.1" source:"calibrated: consumption 1928-70" means:"growth of consumption that plans allow for"`
	Lead               float64 `unit:"years" range:"0 5" source:"assumed" means:"years ahead for which demand is planned"`
	Convert            float64 `unit:"per year" range:"0 0.6" source:"Harrison 1996; trial economies 15 %, 40 % in war" means:"plant that can change between arms and machinery"`
	Scrap              float64 `unit:"per year" range:"0 0.5" source:"assumed" means:"plant retired a year once it no longer earns its wages, where costs are borne"`
	InvestmentPractice `keep:"something is built under any system"`
}

// InvestmentPractice is the rules of thumb of ministries and builders.
type InvestmentPractice struct {
	ArmsLeast    float64 `unit:"points a year" range:"0.01 5" source:"assumed" means:"arms that are always ordered"`
	Least        float64 `unit:"share" range:"0.01 1" source:"assumed" means:"consumer goods and services always planned, over those of reference"`
	TotalWar     float64 `unit:"share of GDP" range:"0 1" source:"assumed" means:"military share above which plans forget consumers"`
	Austerity    float64 `unit:"ratio" range:"0.5 1.5" source:"assumed" means:"consumer goods planned in total war over last year's"`
	Reserve      float64 `unit:"ratio" range:"1 1.2" source:"assumed" means:"fuel and materials planned over what users need"`
	FuelReserve  float64 `unit:"ratio" range:"1 1.2" source:"assumed: heating and transport" means:"fuel planned over that"`
	Memory       float64 `unit:"years" range:"1 20" source:"assumed" means:"years over which open posts are remembered"`
	ShareLeast   float64 `unit:"per year" range:"0.001 0.1" source:"assumed" means:"capital that a branch with too much of it gets"`
	ShareBase    float64 `unit:"per year" range:"0 0.2" source:"assumed: replacement" means:"capital that a branch gets when it need not grow"`
	ShareGrowth  float64 `unit:"per log point" range:"0 2" source:"assumed" means:"capital that a branch gets by the growth wanted of it"`
	Sound        float64 `unit:"years" range:"0 30" source:"assumed" means:"age up to which plant is taken to yield in full"`
	ScatterLeast float64 `unit:"years of funds" range:"0.05 1" source:"assumed" means:"open projects where nobody hungers for investment"`
	Sites        float64 `unit:"per quarter" range:"0.05 1" source:"assumed" means:"chance that an enterprise is a site"`
	SiteLow      float64 `unit:"ratio" range:"0 1" source:"assumed" means:"smallest project over the enterprise's part of funds"`
	SiteRange    float64 `unit:"ratio" range:"0 5" source:"assumed" means:"spread of the size of projects"`
	SiteShare    float64 `unit:"share" range:"0.1 2" source:"assumed" means:"part of a site's room that one project takes"`
	Depletion    float64 `unit:"points" range:"100 100000" source:"assumed" means:"fuel won in all at which a workplace in fuel costs twice as much"`
	Utilised     float64 `unit:"share" range:"0.5 1.2" source:"assumed" means:"output of reference over that of plant fully at work"`
	Spend        float64 `unit:"share" range:"0.1 1" source:"assumed" means:"machines in the depot that a month's building takes"`
	Overrun      float64 `unit:"ratio" range:"0.5 3" source:"assumed" means:"most that is built over what is paid for, where costs are borne"`
	BuildTime    float64 `unit:"months" range:"1 60" source:"assumed" means:"shortest time of a project"`
	Latitude     float64 `unit:"ratio" range:"1 5" source:"assumed" means:"funds that a branch can spend over its share"`
	WarConvert   float64 `unit:"per year" range:"0 0.6" source:"Harrison 1996; trial economies 40 %" means:"plant that can change between arms and machinery in war"`
	SwapAbove    float64 `unit:"ratio" range:"1 3" source:"assumed" means:"arms wanted over last year's at which plant is changed to arms"`
	SwapBelow    float64 `unit:"ratio" range:"0 1" source:"assumed" means:"arms wanted over last year's at which plant is changed back"`
	SwapLeast    float64 `unit:"share" range:"0.001 0.5" source:"assumed" means:"smallest part of plant that is worth changing"`
}

// Plan works out once a year what each branch should make in a few years, and
// shares the funds by it. It writes Branch (wanted, budget, norm), Centre.
func (i *Investment) Plan(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	c := &s.Centre
	gdp := max(c.GDP, 10)
	ahead := math.Exp(i.Lead * i.Consumption)
	share := w.Decided.AccumulationShare.At(year)
	c.Accumulated = share
	want := &c.Plan
	build := share * gdp * ahead / w.Physics.Plant.Yield
	want[economy.Machinery] = build * w.Physics.Plant.Machines
	want[economy.Construction] = build * (1 - w.Physics.Plant.Machines)
	want[economy.Arms] = max(i.ArmsLeast, c.Military*gdp-c.Upkeep)
	for _, g := range []economy.Good{economy.Consumer, economy.Services} {
		last := s.Branch[g].LastYear
		want[g] = max(0.5*(last+max(last, s.Branch[g].Wanted/ahead)), i.Least*economy.ReferenceOutput[g]) * ahead
	}
	if c.Military > i.TotalWar { // total war
		want[economy.Consumer] = s.Branch[economy.Consumer].LastYear * i.Austerity
		want[economy.Services] = s.Branch[economy.Services].LastYear
	}
	for range 8 { // balances by rounds from what was achieved
		for _, g := range []economy.Good{economy.Fuel, economy.Materials} {
			need := 0.0
			for user := economy.FirstBranch; user < economy.Goods; user++ {
				need += economy.Needs[user][g] * want[user]
			}
			want[g] = need * i.Reserve
			if g == economy.Fuel {
				want[g] *= i.FuelReserve
			}
		}
	}
	var open, posts float64
	for k := range s.Cell {
		open += max(0, float64(s.Cell[k].Wanted-s.Cell[k].Staff))
		posts += float64(s.Cell[k].Wanted)
	}
	c.Vacancies += (open/max(1, posts) - c.Vacancies) / i.Memory
	var total float64
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		b.Wanted = want[g]
		capital := 0.0
		for k := range s.Enterprise {
			if e := &s.Enterprise[k]; e.Good == g {
				for v := range e.Plants {
					capital += e.Vintage[v].Cost
				}
			}
		}
		b.Share = capital * max(i.ShareLeast, i.ShareBase+i.ShareGrowth*math.Log(want[g]/max(0.05, b.LastYear)))
		total += b.Share
		b.Norm *= math.Exp(i.Norm.Growth(c.Vacancies))
		b.Technique *= math.Exp(w.Physics.Plant.Growth + w.Physics.Plant.Imitate*max(0, c.Frontier/b.Technique-1)*(1-w.Given.Embargo.At(year)))
	}
	c.Frontier *= math.Exp(w.Physics.Plant.Frontier)
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		s.Branch[g].Share /= max(1e-9, total)
	}
	i.retire(w, s)
}

// retire scraps plant that no longer pays its wages, as far as who decides
// bears the cost.
func (i *Investment) retire(w *economy.World, s *economy.State) {
	if i.Scrap == 0 {
		return
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		b := &s.Branch[e.Good]
		for v := 0; v < int(e.Plants)-1; v++ {
			p := &e.Vintage[v]
			margin := b.Price
			for g, need := range economy.Needs[e.Good] {
				margin -= need * s.Branch[g].Price
			}
			age := float64(s.Month-int(p.Built)) / 12
			if margin*p.Yield*math.Exp(-w.Physics.Plant.Wear*max(0, age-i.Sound)) < 12*e.Wage*1e6 {
				p.Places *= 1 - i.Scrap
				p.Cost *= 1 - i.Scrap
			}
		}
	}
}

// Begin starts projects, quarter by quarter, until the open ones cost what
// the ministries dare to have open. It writes Enterprise (projects).
func (i *Investment) Begin(w *economy.World, s *economy.State) {
	var open, posts [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		posts[e.Good] += e.Posts
		for p := range e.Project {
			if e.Project[p].Open == 1 {
				open[e.Good] += e.Project[p].Cost
			}
		}
	}
	funds := max(0.5, s.Centre.Invested)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		b := &s.Branch[e.Good]
		limit := max(i.ScatterLeast, i.Hunger.Scatter) * funds * b.Share
		room := limit - open[e.Good]
		if room <= 0 || e.Posts <= 0 {
			continue
		}
		u := w.Deck.Uniform(askSite, uint64(k), s.Month)
		if u > i.Sites {
			continue
		}
		share := e.Posts / posts[e.Good] * (i.SiteLow + u*i.SiteRange)
		cost := min(room, max(limit*share*i.SiteShare, 1e-6))
		for p := range e.Project {
			if e.Project[p].Open == 0 {
				perPlace := b.Norm * economy.ReferenceCapital[e.Good] / economy.ReferenceWorkers[e.Good]
				if e.Good == economy.Fuel {
					perPlace *= 1 + b.Cumulative/i.Depletion
				}
				yield := economy.ReferenceOutput[e.Good] / economy.ReferenceWorkers[e.Good] * b.Technique * math.Pow(b.Norm, w.Physics.Plant.Alpha) / i.Utilised
				e.Project[p] = economy.Project{Cost: cost, Places: cost / perPlace, Yield: yield, Started: int32(s.Month), Open: 1}
				open[e.Good] += cost
				break
			}
		}
	}
}

// Build spends the month's machinery and building on projects and farms. It
// writes Enterprise (projects, plant), Branch (depots), Region (tractors),
// Year.
func (i *Investment) Build(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	plant := &w.Physics.Plant
	machines, building := s.Branch[economy.Machinery].Depot.Held(), s.Branch[economy.Construction].Depot.Held()
	c := &s.Centre
	machines *= i.Spend
	m, b := machines+c.Imports/12, building
	if m <= 0 || b <= 0 {
		return
	}
	made := plant.Yield * math.Pow(m/plant.Machines, plant.Machines) * math.Pow(b/(1-plant.Machines), 1-plant.Machines)
	if limit := i.Overrun * c.Accumulated * max(10, c.GDP) / 12; i.Scrap > 0 && made > limit {
		made = limit // where costs are borne, what is not paid for is not built
	}
	farm := w.Decided.FarmInvestment.Between(year, 6) * made
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
		could := wants[g]
		wants[g] = min(could, i.Latitude*projects*s.Branch[g].Share+1e-9)
		allowed[g] = wants[g] / max(1e-12, could)
		sum += wants[g]
	}
	scale := min(1, projects/max(1e-12, sum))
	used := farm + scale*sum
	part := unit.Clip(used/made, 0, 1) * unit.Clip(made/(plant.Yield*math.Pow(m/plant.Machines, plant.Machines)*math.Pow(b/(1-plant.Machines), 1-plant.Machines)), 0, 1)
	takeOut(s, &c.Treasury, economy.Machinery, machines*part)
	takeOut(s, &c.Treasury, economy.Construction, building*part)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		if wants[e.Good] > 0 {
			i.advance(s, e, scale*allowed[e.Good])
		}
	}
	var share float64
	for r := range s.Region {
		share += economy.NormalGrain[r]
	}
	for r := range s.Region {
		region := &s.Region[r]
		region.Tractors += farm*economy.NormalGrain[r]/share - region.Tractors*w.Physics.Farming.Wear/12
	}
	s.Year.Invested += used
	s.Year.FarmInvested += farm
	s.Year.Machines += machines * part
}

// advance spends on an enterprise's projects and commissions what is ready.
func (i *Investment) advance(s *economy.State, e *economy.Enterprise, share float64) {
	for p := range e.Project {
		j := &e.Project[p]
		if j.Open == 0 {
			continue
		}
		j.Sunk += share * min(j.Cost/i.BuildTime, j.Cost-j.Sunk)
		if j.Sunk < j.Cost*(1-1e-6) {
			continue
		}
		j.Open = 0
		e.Stretch += j.Places * j.Yield / 12
		e.Install(economy.Vintage{Places: j.Places, Yield: j.Yield, Cost: j.Cost, Built: int32(s.Month)})
		e.Retire(i.Scrapping.Replacement * j.Cost)
	}
}

// Swap changes plant between machinery and arms as the plan wants them. It
// writes Enterprise (plant).
func (i *Investment) Swap(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	arms, machines := &s.Branch[economy.Arms], &s.Branch[economy.Machinery]
	if arms.LastYear <= 0 || machines.LastYear <= 0 {
		return
	}
	most := i.Convert
	if w.Given.War.At(year) > 0 {
		most = max(most, i.WarConvert)
	}
	want := arms.Wanted - i.SwapAbove*arms.LastYear
	from, to := economy.Machinery, economy.Arms
	pool := machines.LastYear
	if want < 0 {
		from, to = economy.Arms, economy.Machinery
		want, pool = i.SwapBelow*arms.LastYear-arms.Wanted, arms.LastYear
	}
	share := unit.Clip(want/pool, 0, most)
	if share < i.SwapLeast {
		return
	}
	for b := range s.Block { // hands go with their machines
		for k := range s.Block[b].Person {
			p := &s.Block[b].Person[k]
			if cell, ok := p.Works(); ok {
				if r, g := economy.CellOf(cell); g == from && w.Deck.Uniform(askSwap, uint64(p.Luck), s.Month) < share {
					p.Job = economy.FirstCell + uint8(economy.Cell(r, to))
				}
			}
		}
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		if e.Good != from {
			continue
		}
		for o := range s.Enterprise {
			f := &s.Enterprise[o]
			if f.Good == to && f.Region == e.Region {
				e.HandOver(f, share)
				break
			}
		}
	}
}
