package institution

import (
	"gosplan/economy"
	"gosplan/scenario"
	"gosplan/unit"
)

// Statistics counts what happened, for the offices that decide by it and the
// people who feel it.
type Statistics struct {
	Memory   float64 `unit:"months" range:"1 24" source:"assumed" means:"months over which open posts and unemployment are felt"`
	Living   float64 `unit:"months" range:"1 36" source:"assumed" means:"months over which the level of consumption is felt"`
	Costs    float64 `unit:"share" range:"0 0.6" source:"assumed: material costs of farms grew with machines and chemicals" means:"largest part of the farms' product that machines and chemicals cost"`
	CostHalf float64 `unit:"points" range:"10 1000" source:"assumed" means:"farm capital at which half of that is reached"`
	Spare    float64 `unit:"share" range:"0 1" source:"assumed" means:"part of a year's savings that price offices take for money looking for goods"`
	Promise  float64 `unit:"share" range:"0 2" source:"assumed" means:"part of planned growth that price offices count on in the goods to come"`
}

// Month adds up the blocks' month into the regions, the centre and the
// accounts of the quarter and year.
func (i *Statistics) Month(w *economy.World, s *economy.State) {
	c := &s.Centre
	_, month := s.Date(w)
	mega := float64(w.Weight) / 1e6
	if month == economy.HarvestMonth {
		c.Before, c.Came = c.Came, [12]float64{}
		c.Season = 0
		for r := range s.Region {
			s.Region[r].Season = 0
		}
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		e.Gain[0] += surplus(s, e, e.Sold)
	}
	var people, town, seekers [economy.Regions]float64
	var home, eaten, produce, own [2][economy.Regions]float64 // of villages and towns
	var school, grown, farmers, spent, cash float64
	a, q := &s.Year, &s.Quarter
	for b := range s.Block {
		sum := &s.Block[b].Sum
		for g := range sum.Tally {
			s.Audit.Take(economy.Good(g), sum.Tally[g])
		}
		for r := range economy.Regions {
			people[r] += sum.People[r] * mega
			town[r] += sum.Urban[r] * mega
			for k := range home {
				home[k][r] += sum.Home[k][r] * mega
				eaten[k][r] += sum.Eaten[k][r]
				produce[k][r] += sum.EatenProduce[k][r]
				own[k][r] += sum.Own[k][r]
			}
			seekers[r] += sum.Seekers[r] * mega
			a.Births[r] += sum.Births[r] / 1e6
			a.Deaths[r] += sum.Deaths[r] / 1e6
			a.Hungry[r] += sum.Hungry[r] / 1e6
			q.HungryQuarter += sum.Hungry[r] / 1e6
			a.Harvest[r] += sum.Harvest[r]
			a.Free[r] += sum.Harvest[r] * s.Free(w, r)
			a.Sown[r] += sum.Sown[r]
		}
		a.WarDead += sum.War / 1e6
		for k := range sum.Risk {
			a.Risk[k] += sum.Risk[k] / 1e6
		}
		a.Fed += sum.Fed
		spent += sum.Spent
		cash += sum.Cash
		a.Second += sum.Second
		q.Meant += sum.Meant
		q.Failed += sum.Failed
		a.Meant += sum.Meant
		a.Failed += sum.Failed
		q.Queue += sum.Queue
		q.Adults += sum.Adults
		school += sum.School
		grown += sum.Grown
		farmers += sum.Farmers * mega
		a.Separations += sum.Separations * float64(w.Weight)
		for k := range sum.Quit {
			a.Quit[k] += sum.Quit[k] * mega
		}
		for k := range sum.Depart {
			a.Depart[k] += sum.Depart[k] * mega
		}
	}
	if c.Hoard > 0 {
		a.Income += spent + cash - c.Hoard
		a.Saved += cash - c.Hoard
	}
	c.Hoard = cash
	a.Farmers += farmers
	if grown > 0 {
		c.Seats = school / grown
	}
	for r := range s.Region {
		region := &s.Region[r]
		region.People, region.Town, region.Home = people[r], town[r], [2]float64{home[0][r], home[1][r]}
		a.Procured[r] += region.Procured
		c.Season += region.Procured
		region.Season += region.Procured
		region.Procured = 0
		var staff, wanted, open float64
		for g := economy.FirstBranch; g <= economy.Office; g++ {
			cell := &s.Cell[economy.Cell(r, g)]
			staff += float64(cell.Staff)
			wanted += float64(max(cell.Wanted, cell.Here()))
			open += float64(cell.Vacant())
		}
		region.VacancyRate += (open/max(1, wanted) - region.VacancyRate) / i.Memory
		busy := min(seekers[r], region.Busy)
		idle := seekers[r] - busy
		region.Postless += (seekers[r]/max(1e-9, seekers[r]+staff/1e6) - region.Postless) / i.Memory
		region.Unemployed += (idle/max(1e-9, seekers[r]+staff/1e6) - region.Unemployed) / i.Memory
		q.Open += open
		q.AllPosts += wanted
		q.Seekers += idle
		q.Busy += busy
		a.Busy += busy
		q.TownForce += seekers[r] + staff/1e6
		a.Posts += staff
		for k, shop := range [2]int{economy.Regions + r, r} {
			work := own[k][r] * economy.BasePrice[economy.Services]
			lived := bought(&s.Shop[shop]) + economy.BasePrice[economy.Grain]*eaten[k][r] + produce[k][r] + work
			a.Consumed[k] += lived
			a.Home[k] += home[k][r]
			a.Own += work
			q.Own += work
			a.EatenProduce += produce[k][r]
			if home[k][r] > 0 { // a place without people says nothing of living in it
				region.Real[k] += (12*lived/home[k][r] - region.Real[k]) / i.Living
			}
		}
		a.EatenVillage += eaten[0][r]
		a.EatenTown += eaten[1][r]
	}
	c.Came[economy.SeasonMonth(month)] = c.Season
	for k := range s.Shop {
		for g, sold := range s.Shop[k].Sold {
			a.Bought[g] += sold
		}
	}
	a.Months++
	q.Months++
}

// bought is what houses took of goods and services in a shop this month, points. Food counts when it is eaten.
func bought(shop *economy.ShopState) float64 {
	return shop.Sold[economy.Consumer]*economy.BasePrice[economy.Consumer] + shop.Sold[economy.Services]*economy.BasePrice[economy.Services]
}

// farmProduct is agriculture's value added of a year's account, points:
// grain after seed and feed, produce, less what machines and chemicals cost.
func (i *Statistics) farmProduct(w *economy.World, s *economy.State, a *economy.Account) float64 {
	var grain, sown float64
	for r := range economy.Regions {
		grain += a.Harvest[r]
		sown += a.Sown[r]
	}
	k := s.FarmCapital()
	net := max(0, grain-sown*w.Physics.Farming.Seed-a.Fed)*economy.BasePrice[economy.Grain] + a.Produce
	return net * (1 - i.Costs*k/(k+i.CostHalf))
}

// Close ends the year: it keeps the year's account, and tells the offices
// what was made.
func (i *Statistics) Close(w *economy.World, s *economy.State) {
	a := &s.Year
	made := s.Audit.Tally[economy.Produce].Made
	a.Produce = made - s.Centre.ProduceMade
	s.Centre.ProduceMade = made
	used := s.Audit.Tally[economy.Consumer].Used
	a.Parted = used - s.Centre.GoodsUsed
	s.Centre.GoodsUsed = used
	a.FarmProduct = i.farmProduct(w, s, a)
	gdp := a.FarmProduct + a.Own
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		gdp += a.Output[g]
		b.LastYear = b.Year
		b.Year = 0
		if g == economy.Fuel {
			b.Cumulative += b.LastYear
		}
	}
	c := &s.Centre
	months := max(1, a.Months)
	c.GDP = gdp * 12 / months
	var people float64
	for r := range s.Region {
		people += s.Region[r].People
	}
	a.GDP = c.GDP
	c.GDPHead = c.GDP / max(1, people) / (100.0 / economy.People1928)
	c.Invested = a.Invested * 12 / months
	year, _ := s.Date(w)
	growth := w.Ordered(s, scenario.PlannedGrowth, year+1)
	c.Meant = a.Meant + i.Spare*max(0, a.Saved)
	c.Supplied = max(1, a.Meant-a.Failed) * (1 + i.Promise*growth)
	for g := economy.FirstBranch; months < 12 && g < economy.Goods; g++ {
		s.Branch[g].LastYear *= 12 / months
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		e.Gain = [3]float64{0, e.Gain[0], e.Gain[1]}
		e.Put = [2]float64{0, e.Put[0]}
	}
	s.Last = *a
	s.Year = economy.Account{}
}

// Quarter begins a new account of the quarter.
func (*Statistics) Quarter(w *economy.World, s *economy.State) {
	s.Quarter = economy.Account{}
}

// Sales is what enterprises can learn of the demand for what they make.
type Sales struct {
	Abreast float64 `unit:"ratio" range:"0.5 2" source:"assumed" means:"demand over output where shops sell far over cost"`
	Start   float64 `unit:"share" range:"0.1 2" source:"assumed" means:"sales expected at first over capacity"`
	Low     float64 `unit:"ratio" range:"0 1" source:"assumed" means:"least demand over sales that is believed"`
	High    float64 `unit:"ratio" range:"1 10" source:"assumed" means:"most demand over sales that is believed"`
	Speed   float64 `unit:"per month" range:"0.01 1" source:"assumed; of some speeds that with smaller falls of output from an industrial start" means:"speed at which a branch learns of demand"`
	Unsold  float64 `unit:"months" range:"0 24" source:"assumed" means:"stock from which less is made"`
	WorkOff float64 `unit:"per month" range:"0 1" source:"assumed" means:"fall of sales expected while there is more than that"`
	Share   float64 `unit:"per month" range:"0.01 1" source:"assumed; set with Speed" means:"speed at which an enterprise learns its part"`
	Seeking float64 `unit:"share" range:"0 1" source:"assumed" means:"of buyers, who look for a maker with plant; the others stay with who makes now"`
}

// Learn updates what enterprises expect to sell: what users ordered of their
// branch, what households meant to buy, what the state has planned to take,
// shared by what they make and by what their plant could make.
func (i *Sales) Learn(w *economy.World, s *economy.State, army *Army, supply *Supply) {
	var capacity, plant, freight, stock [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		capacity[e.Good] += e.Capacity
		plant[e.Good] += standing(s, e)
		stock[e.Good] += e.Out.Held()
		freight[economy.Services] += economy.Needs[e.Good][economy.Services] * e.Made[s.Month%3]
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		demand := 0.0
		switch g {
		case economy.Fuel, economy.Materials:
			demand = b.Orders
		case economy.Consumer:
			for k := range s.Shop {
				demand += s.Shop[k].Meant[g] / max(1, s.Shop[k].Price[g])
			}
			demand += s.Centre.Army * army.Goods / 12
			if margin(s) > supply.Bargain {
				demand = max(demand, i.Abreast*b.Output)
			}
		case economy.Services:
			demand = max(capacity[g], b.Wanted/12)
		default:
			demand = b.Wanted / 12
			if b.Left > b.Taken { // builders leave what they are not paid to use
				demand = min(demand, b.Taken)
			}
		}
		b.Taken = 0
		if b.Sales == 0 {
			b.Sales = i.Start * capacity[g]
		}
		b.Sales += (unit.Clip(demand, i.Low*b.Sales, i.High*b.Sales) - b.Sales) * i.Speed
		if b.Output > 0 { // stocks unsold for long are worked off
			cover := (b.Depot.Held() + stock[g]) / b.Output
			b.Sales *= 1 - i.WorkOff*unit.Clip(cover-i.Unsold, 0, 1)
		}
	}
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		part := e.Capacity / max(1e-9, capacity[e.Good])
		part += i.Seeking * (standing(s, e)/max(1e-9, plant[e.Good]) - part)
		e.Expected += (s.Branch[e.Good].Sales*part - e.Expected) * i.Share
	}
}

// standing is what the plant of an enterprise could make with all its places
// filled, in its state of repair and this side of a front.
func standing(s *economy.State, e *economy.Enterprise) float64 {
	return e.Rated * e.Shape * (1 - s.Region[e.Region].Cut)
}
