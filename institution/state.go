package institution

import (
	"math"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// takeOut takes up to q of a branch's good from its depot for use, pays the
// branch at its price, and returns what there was.
func takeOut(s *economy.State, payer *ledger.Purse, g economy.Good, q float64) float64 {
	b := &s.Branch[g]
	got := s.Audit.Use(g, &b.Depot, q)
	b.Taken += got
	b.Left = b.Depot.Held()
	ledger.Pay(payer, &b.Till, unit.Cost(b.Price, got))
	return got
}

// Army calls up men and orders arms.
type Army struct {
	Rivalry      mechanism.Rivalry
	ArmyPractice `keep:"soldiers eat under any system"`
}

// ArmyPractice is what soldiers get.
type ArmyPractice struct {
	Bread     float64 `unit:"t a year" range:"0 1" source:"assumed" means:"grain per head"`
	Produce   float64 `unit:"points a year" range:"0 2" source:"assumed" means:"produce per head"`
	Goods     float64 `unit:"points a year" range:"0 2" source:"assumed" means:"consumer goods per head"`
	GoodsMost float64 `unit:"per month" range:"0 1" source:"assumed" means:"part of the depot that the army can take"`
}

// Order sets the call-up and the share for arms. It writes Centre.
func (i *Army) Order(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	c := &s.Centre
	c.Called = w.Ordered(s, scenario.UnderArms, year)
	c.Threat = w.Given.Threat.Between(year, month)
	c.Military = i.Rivalry.Share(c.Threat, w.Given.War.At(year))
	var army float64
	for b := range s.Block {
		army += s.Block[b].Sum.Army
	}
	c.Army = army * float64(w.Weight) / 1e6
	c.Upkeep = c.Army * (i.Bread*economy.BasePrice[economy.Grain] + i.Produce + i.Goods*economy.BasePrice[economy.Consumer])
}

// Draw takes the horses and farm machines that leaders order for the army, as
// far as no front is between, and keeps fuel from the rest. It writes Block,
// Village, Region, Terms.
func (i *Army) Draw(w *economy.World, s *economy.State) {
	year, _ := s.Date(w)
	s.Terms.Idle = w.Ordered(s, scenario.FuelWithheld, year)
	part := w.Ordered(s, scenario.DraughtLevy, year) / 12
	if part == 0 {
		return
	}
	left := func(r uint8) float64 { return 1 - part*(1-s.Region[r].Cut) }
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			h.Herd[economy.Horses] *= float32(left(h.Region))
		}
	}
	for k := range s.Village {
		s.Village[k].Herd[economy.Horses] *= left(s.Village[k].Region)
	}
	for r := range s.Region {
		s.Region[r].Tractors *= left(uint8(r))
	}
}

// Supply feeds the army and takes delivery of arms. It writes Centre
// (granary), Branch (depot of arms), Audit, Year.
func (i *Army) Supply(w *economy.World, s *economy.State) {
	c := &s.Centre
	c.Promised = c.Army * i.Bread / 12
	s.Audit.Use(economy.Grain, &c.Granary, c.Promised)
	s.Audit.Use(economy.Produce, &c.Barn, c.Army*i.Produce/12)
	takeOut(s, &c.Treasury, economy.Consumer, min(c.Army*i.Goods/12, i.GoodsMost*s.Branch[economy.Consumer].Depot.Held()))
	s.Year.ArmsTaken += takeOut(s, &c.Treasury, economy.Arms, s.Branch[economy.Arms].Depot.Held())
	s.Year.Upkeep += c.Upkeep / 12
}

// Trade is the state's monopoly of foreign trade.
type Trade struct {
	Oil       mechanism.OilRent
	Monopoly  float64 `unit:"share" range:"0 1" source:"decree of 22 April 1918" means:"whether the state trades abroad at all"`
	Open      float64 `unit:"share" range:"0 1" source:"assumed" means:"of full stores of grain and produce, what merchants keep up by buying abroad; 0 where they may not"`
	Terms     float64 `unit:"ratio" range:"0.1 10" source:"assumed" means:"goods given for produce, at base prices"`
	Voyage    float64 `unit:"months" range:"1 24" source:"assumed" means:"time in which what the stores lack is bought"`
	GrainFeed float64 `unit:"share" range:"0 8" source:"FAO food balances: feed use 24 to 133 Mt 1961-90" means:"feed that leaders aim at in hard years over what herds are fed"`

	// exports of grain
	Most     float64 `unit:"share" range:"0 1" source:"assumed" means:"exports over what the season procures"`
	Haste    float64 `unit:"ratio" range:"0.1 12" source:"assumed" means:"grain shipped in a month over an even part of what is left of the season"`
	Granary  float64 `unit:"per month" range:"0 1" source:"assumed" means:"part of the granary that can be shipped"`
	Earmark  float64 `unit:"share" range:"0 1" source:"assumed" means:"exports still to come that are kept from the shops"`
	Machines float64 `unit:"points per Mt" range:"0 2" source:"assumed" means:"machines bought for a Mt of grain"`

	// oil and what it buys
	OilMachines float64 `unit:"share" range:"0 2" source:"assumed" means:"oil rent that buys machines"`
	OilGrain    float64 `unit:"Mt per point" range:"0 20" source:"assumed" means:"grain beyond the ceiling that oil rent allows"`

	// imports of grain
	Appetite float64 `unit:"elasticity" range:"0 5" source:"assumed" means:"response of the feed aimed at to income"`
	Modest   float64 `unit:"log points" range:"-1 4" source:"assumed" means:"income over 1913 at which that begins"`
	Bread    float64 `unit:"t a year" range:"0 1" source:"assumed" means:"grain eaten per head"`
	Waste    float64 `unit:"share" range:"0 1" source:"assumed" means:"harvest that goes to seed and losses"`
}

// Ship moves grain out and in and pays for machines. It writes Centre, Year.
func (i *Trade) Ship(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	c := &s.Centre
	if i.Monopoly == 0 {
		c.Imports = 0
		return
	}
	// exports of the season are put aside first and leave from September to May
	season := year
	if month < 8 {
		season--
	}
	plan := w.Ordered(s, scenario.GrainExport, season)
	if month == 8 {
		c.SeasonExport = 0
	}
	left := max(0, min(plan, i.Most*max(c.Quota, c.Season+1))-c.SeasonExport-i.lack(w, s))
	if month >= 9 || month <= 5 {
		months := float64((5-month+12)%12 + 1)
		q := s.Audit.Use(economy.Grain, &c.Granary, min(left/months*i.Haste, i.Granary*c.Granary.Held()))
		c.SeasonExport += q
		s.Year.Exported += q
	}
	c.Earmarked = i.Earmark * left
	if month == 1 {
		oil := w.Physics.Oil
		mt := w.OilIn(s.Branch[economy.Fuel].LastYear, year-1)
		c.OilRent = i.Oil.Billion(mt*oil.Export, w.Given.OilPrice.At(year), oil.Cost) / oil.Dollars
		exports := i.Machines * s.Last.Exported
		machines := exports + w.Ordered(s, scenario.MachineryImport, year)*max(10, c.GDP) + i.OilMachines*c.OilRent + w.Given.LendLease.At(year)
		c.Imports = machines
		if aid := s.Polity.Aid; aid > 0 { // to countries that have taken the order over
			c.Imports = max(0, machines-aid)
		}
	}
	i.grain(w, s, year, month)
	i.relieve(w, s, year, month)
}

// relieve buys the grain abroad that leaders order for relief, at the rate at
// which exported grain buys machines, out of the machines that the rest of the
// year was to bring.
func (i *Trade) relieve(w *economy.World, s *economy.State, year, month int) {
	c := &s.Centre
	rest := float64(12-month) / 12
	q := min(w.Ordered(s, scenario.GrainRelief, year)/12, rest*c.Imports/max(1e-9, i.Machines))
	if q <= 0 {
		return
	}
	c.Imports -= i.Machines * q / rest
	s.Audit.Make(economy.Grain, &c.Granary, q)
	s.Year.Imported += q
}

// lack is the bread that towns lack until the harvest, as offices know it and
// as far as leaders see to it, Mt.
func (i *Trade) lack(w *economy.World, s *economy.State) float64 {
	year, month := s.Date(w)
	order := i.Monopoly * w.Ordered(s, scenario.BreadAssured, year)
	if order == 0 {
		return 0
	}
	return order * max(0, -beyondBread(w, s, month))
}

// Exchange gives manufactures for food and raw produce abroad: merchants do so,
// where they may, as far as the state's stores are less full than they keep
// them, and the state where leaders see to the bread of the towns. The treasury
// clears what is paid and taken. It writes Branch (depot, orders, till), Centre
// (granary, barn), Audit, Year.
func (i *Trade) Exchange(w *economy.World, s *economy.State, buying *Buying) {
	bread := i.lack(w, s)
	if i.Open == 0 && bread == 0 {
		return
	}
	full := buying.full(w, s)
	for k, store := range [2]*ledger.Store{&s.Centre.Granary, &s.Centre.Barn} {
		g := [2]economy.Good{economy.Grain, economy.Produce}[k]
		gap := max(i.Open*full[k]-store.Held(), bread) / i.Voyage
		bread = 0 // the state buys grain alone
		if gap <= 0 {
			continue
		}
		for _, x := range exported {
			rate := i.Terms * economy.BasePrice[g] / economy.BasePrice[x]
			b := &s.Branch[x]
			want := min(gap*rate/float64(len(exported)), i.Granary*b.Depot.Held())
			b.Orders += want
			given := takeOut(s, &s.Centre.Treasury, x, want)
			s.Audit.Make(g, store, given/rate)
			if g == economy.Grain {
				s.Year.Imported += given / rate
			}
		}
	}
}

// exported are the goods that are given abroad for food.
var exported = []economy.Good{economy.Fuel, economy.Materials, economy.Machinery, economy.Consumer}

// grain imports what towns and herds are planned to need and the harvest did
// not give, up to what leaders will pay.
func (i *Trade) grain(w *economy.World, s *economy.State, year, month int) {
	c := &s.Centre
	if month == 10 {
		c.ImportPlan = 0
		ceiling := w.Ordered(s, scenario.GrainImportCeiling, year)
		if ceiling > 0 {
			var towns, people, feed float64
			for r := range s.Region {
				towns += s.Region[r].Town
				people += s.Region[r].People
			}
			for k := range s.Village {
				v := &s.Village[k]
				for a := range v.Herd {
					feed += w.Physics.Herds.Feed[a] * (v.Herd[a] + v.Private[a])
				}
			}
			rich := math.Exp(i.Appetite * unit.Clip(math.Log(max(0.5, c.GDPHead))-i.Modest, 0, 1))
			var crop float64
			for r := range s.Year.Harvest {
				crop += s.Year.Harvest[r]
			}
			have := crop - i.Bread*people - crop*i.Waste
			c.ImportPlan = unit.Clip(i.GrainFeed*rich*feed-have, 0, ceiling+i.OilGrain*c.OilRent)
		}
	}
	if c.ImportPlan > 0 {
		s.Audit.Make(economy.Grain, &c.Granary, c.ImportPlan/12)
		s.Year.Imported += c.ImportPlan / 12
	}
}

// Offices are ministries, planning, supply and local soviets.
type Offices struct {
	Growth         mechanism.Bureaucracy
	OfficePractice `keep:"officials remember under any system"`
}

// OfficePractice is what offices go by.
type OfficePractice struct {
	Memory float64 `unit:"quarters" range:"1 40" source:"assumed" means:"quarters over which failed orders are remembered"`
	Hungry float64 `unit:"hunger" range:"0 1" source:"assumed: what is reported is swelling and death, not want" means:"hunger of a village below which no grain is lent to it"`
	Months float64 `unit:"months" range:"1 7" source:"practice: February to July" means:"months before the harvest in which grain is lent to villages"`
}

// Hire lets offices ask for staff. It writes Cell (offices), Centre.
func (i *Offices) Hire(w *economy.World, s *economy.State, allotment bool) {
	planned := 0.0
	if allotment {
		planned = 1
	}
	c := &s.Centre
	var employees, officials, failed float64
	for k := range s.Cell {
		employees += float64(s.Cell[k].Staff)
	}
	for r := range economy.Regions {
		officials += float64(s.Cell[economy.Cell(r, economy.Office)].Staff)
	}
	if s.Quarter.Ordered > 0 {
		failed = 1 - unit.Clip(s.Quarter.Came/s.Quarter.Ordered, 0, 1)
	}
	c.Trouble += (failed - c.Trouble) / i.Memory
	wanted := i.Growth.Wanted(employees, planned, c.Trouble)
	c.Officials = officials
	for r := range economy.Regions {
		cell := &s.Cell[economy.Cell(r, economy.Office)]
		goal := wanted * float64(cell.Staff+w.Weight/8) / max(1, officials+float64(w.Weight))
		cell.Wanted += int64(i.Growth.Speed / 4 * (goal - float64(cell.Wanted)))
	}
}

// Lend hands out the month's part of what leaders lend for food, to all of the
// country or to a region, in hungry villages by mouths: who eats from a full barn
// there is not told apart, and nothing is paid back. It writes Block (grain),
// Centre (granary).
func (i *Offices) Lend(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	if float64(month) >= 8 || float64(8-month) > i.Months {
		return
	}
	i.lend(s, w.Ordered(s, scenario.FoodLoans, year), func(int) bool { return true })
	for r := range economy.Regions {
		i.lend(s, w.OrderedFor(s, w.Decided.RegionLoans, year, r, 0), func(at int) bool { return at == r })
	}
}

// lend hands out the month's part of a loan, Mt, in some regions.
func (i *Offices) lend(s *economy.State, loan float64, to func(region int) bool) {
	if loan == 0 {
		return
	}
	mouths := func(h *economy.House) float64 {
		if hunger := s.Village[h.Village].Hunger; hunger <= i.Hungry || s.Region[h.Region].Cut > 0 || !to(int(h.Region)) {
			return 0
		}
		return float64(h.Eaters)
	}
	var all float64
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			all += mouths(h)
		}
	}
	if all == 0 {
		return
	}
	lent := min(loan/i.Months, s.Centre.Granary.Held())
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			ledger.Ship(&s.Centre.Granary, &h.Grain, lent*mouths(h)/all)
		}
	}
}

// Outside is what war and nature do to people's things; nobody decides it.
type Outside struct {
	Herds float64 `unit:"ratio" range:"0 2" source:"assumed" means:"herds lost in war over plant destroyed"`
	Sown  float64 `unit:"share" range:"0 1" source:"assumed" means:"virgin land sown in its first spring"`
}

// Strike applies fronts, destruction, help from abroad and annexation. It writes
// Region (cut), Enterprise (plant), Block, Village, Centre (granary), Year.
func (o *Outside) Strike(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	for r := range s.Region {
		name := economy.RegionNames[r]
		s.Region[r].Cut = w.Given.Occupied.At(year, name, 0)
		lost := w.Given.Destroyed.At(year, name, 0) / 12
		if lost <= 0 {
			continue
		}
		for k := range s.Enterprise {
			if int(s.Enterprise[k].Region) == r {
				s.Enterprise[k].Destroy(lost)
			}
		}
		herds := o.Herds * lost
		for b := range s.Block {
			for k := range s.Block[b].House {
				if h := &s.Block[b].House[k]; int(h.Region) == r {
					for a := range h.Herd {
						h.Herd[a] *= float32(1 - herds)
					}
				}
			}
		}
		for k := range s.Village {
			if v := &s.Village[k]; int(v.Region) == r {
				for a := range v.Herd {
					v.Herd[a] *= 1 - herds
				}
			}
		}
	}
	if aid := w.Given.FoodAid.At(year) / 12; aid > 0 {
		s.Audit.Make(economy.Grain, &s.Centre.Granary, aid)
		s.Year.Imported += aid
	}
	if people := w.Given.Annexed.At(year); people > 0 && month == 1 {
		economy.Annex(w, s, people)
		s.Centre.Hoard = 0
	}
	if rate := w.Ordered(s, scenario.CurrencyReform, year); month == 12 && rate > 0 && rate < 1 {
		reform(s, rate)
		s.Centre.Hoard = 0
	}
	if new := w.Ordered(s, scenario.VirginLand, year); new > 0 && month == 3 {
		plough(s, new, o.Sown)
	}
}

// reform exchanges cash; the difference goes back to the bank.
func reform(s *economy.State, rate float64) {
	for b := range s.Block {
		for k := range s.Block[b].House {
			h := &s.Block[b].House[k]
			if m := h.Purse.Held(); m > 0 {
				ledger.Pay(&h.Purse, &s.Centre.Bank, m.Share(1-rate))
			}
		}
	}
}

// plough adds land on the frontier to the kolkhozes there.
func plough(s *economy.State, land, sown float64) {
	var n float64
	for k := range s.Village {
		if s.Village[k].Region == economy.Frontier {
			n++
		}
	}
	for k := range s.Village {
		if v := &s.Village[k]; v.Region == economy.Frontier {
			v.Land += land / n
			v.Sown += sown * land / n
		}
	}
}
