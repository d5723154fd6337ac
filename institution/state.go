package institution

import (
	"math"

	"gosplan/behaviour"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/unit"
)

func draught(s *economy.State, w *economy.World, r int, horses, land float64) float64 {
	return behaviour.Draught(s, w, r, horses, land)
}

func harvest(s *economy.State, w *economy.World, r int, sown, land, hands, effort, horses, weather, gains float64) float64 {
	return behaviour.Harvest(s, w, r, sown, land, hands, effort, horses, weather, gains)
}

func capital(s *economy.State) (sum float64) {
	for r := range s.Region {
		sum += s.Region[r].Tractors
	}
	return sum
}

// Army calls up men and orders arms.
type Army struct {
	Rivalry mechanism.Rivalry
	Upkeep  float64 `unit:"points a year per million" range:"0 2" source:"Harrison 1996; calibrated: military share 1937" means:"cost of keeping a million men"`
}

// Order sets the call-up and the share for arms. It writes Centre.
func (i *Army) Order(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	c := &s.Centre
	c.Called = w.Decided.UnderArms.At(year)
	c.Threat = w.Given.Threat.Between(year, month)
	c.Military = i.Rivalry.Share(c.Threat, w.Given.War.At(year))
	var army float64
	for b := range s.Block {
		army += s.Block[b].Sum.Army
	}
	c.Army = army * float64(w.Weight) / 1e6
	c.Upkeep = i.Upkeep * c.Army
}

// Supply feeds the army and takes delivery of arms. It writes Centre
// (granary), Branch (depot of arms), Audit, Year.
func (i *Army) Supply(w *economy.World, s *economy.State) {
	c := &s.Centre
	t := ledger.Tally{}
	t.Use(&c.Granary, c.Army*0.30/12)
	s.Audit.Take(economy.Grain, t)
	u := ledger.Tally{}
	u.Use(&c.Barn, c.Army*0.25/12)
	s.Audit.Take(economy.Produce, u)
	goods := ledger.Tally{}
	b := &s.Branch[economy.Consumer]
	got := goods.Use(&b.Depot, min(c.Army*0.25/12, 0.4*b.Depot.Held()))
	s.Audit.Take(economy.Consumer, goods)
	ledger.Pay(&c.Treasury, &b.Till, unit.Cost(b.Price, got))

	arms := &s.Branch[economy.Arms]
	v := ledger.Tally{}
	q := v.Use(&arms.Depot, arms.Depot.Held())
	s.Audit.Take(economy.Arms, v)
	ledger.Pay(&c.Treasury, &arms.Till, unit.Cost(arms.Price, q))
	s.Year.ArmsTaken += q
	s.Year.Upkeep += c.Upkeep / 12
}

// Trade is the state's monopoly of foreign trade.
type Trade struct {
	Oil       mechanism.OilRent
	Monopoly  float64 `unit:"share" range:"0 1" source:"decree of 22 April 1918" means:"whether the state trades abroad at all"`
	GrainFeed float64 `unit:"share" range:"0 8" source:"FAO food balances: feed use 24 to 133 Mt 1961-90" means:"feed that leaders aim at in hard years over what herds are fed"`
	Price     float64 `unit:"points per Mt" range:"0 1" source:"world grain price" means:"cost of imported grain"`
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
	plan := w.Decided.GrainExport.At(season)
	if month == 8 {
		c.SeasonExport = 0
	}
	left := max(0, min(plan, 0.45*max(c.Quota, c.Season+1))-c.SeasonExport)
	if month >= 9 || month <= 5 {
		months := float64((5-month+12)%12 + 1)
		t := ledger.Tally{}
		q := t.Use(&c.Granary, min(left/months*1.4, 0.5*c.Granary.Held()))
		s.Audit.Take(economy.Grain, t)
		c.SeasonExport += q
		s.Year.Exported += q
	}
	c.Earmarked = 0.3 * left
	if month == 1 {
		oil := w.Physics.Oil
		mt := oil.Share * math.Pow(max(0.01, s.Branch[economy.Fuel].LastYear)/1.8, oil.Growth)
		s.Centre.OilMt = mt
		c.OilRent = i.Oil.Billion(mt*oil.Export, w.Given.OilPrice.At(year), oil.Cost) / oil.Dollars
		exports := 2 * 0.10 * s.Last.Exported
		machines := exports + w.Decided.MachineryImport.At(year)*max(10, c.GDP) + 0.5*c.OilRent + w.Given.LendLease.At(year)
		c.Imports = machines
	}
	i.grain(w, s, year, month)
}

// grain imports what towns and herds are planned to need and the harvest did
// not give, up to what leaders will pay.
func (i *Trade) grain(w *economy.World, s *economy.State, year, month int) {
	c := &s.Centre
	if month == 10 {
		c.ImportPlan = 0
		ceiling := w.Decided.GrainImportCeiling.At(year)
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
			rich := math.Exp(1.8 * unit.Clip(math.Log(max(0.5, c.GDPHead))-1.06, 0, 1))
			var crop float64
			for r := range s.Year.Harvest {
				crop += s.Year.Harvest[r]
			}
			have := crop - 0.2*people - crop*0.13
			c.ImportPlan = unit.Clip(i.GrainFeed*rich*feed-have, 0, ceiling+2.5*c.OilRent)
		}
	}
	if c.ImportPlan > 0 {
		t := ledger.Tally{}
		t.Make(&c.Granary, c.ImportPlan/12)
		s.Audit.Take(economy.Grain, t)
		s.Year.Imported += c.ImportPlan / 12
	}
}

// Offices are ministries, planning, supply and local soviets.
type Offices struct {
	Growth mechanism.Bureaucracy
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
	c.Trouble += (failed - c.Trouble) / 4
	wanted := i.Growth.Wanted(employees, planned, c.Trouble)
	c.Officials = officials
	for r := range economy.Regions {
		cell := &s.Cell[economy.Cell(r, economy.Office)]
		goal := wanted * float64(cell.Staff+w.Weight/8) / max(1, officials+float64(w.Weight))
		cell.Wanted += int64(i.Growth.Speed / 4 * (goal - float64(cell.Wanted)))
	}
}

// Outside is what war and nature do to people's things; nobody decides it.
type Outside struct{}

// Strike applies fronts, destruction and annexation. It writes Region (cut),
// Enterprise (plant), Block, Village.
func (Outside) Strike(w *economy.World, s *economy.State) {
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
		herds := 0.6 * lost
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
	if people := w.Given.Annexed.At(year); people > 0 && month == 1 {
		economy.Annex(w, s, people)
	}
	if rate := w.Decided.CurrencyReform.At(year); month == 12 && rate > 0 && rate < 1 {
		reform(s, rate)
	}
	if new := w.Decided.VirginLand.At(year); new > 0 && month == 3 {
		plough(s, new)
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
func plough(s *economy.State, land float64) {
	var n float64
	for k := range s.Village {
		if s.Village[k].Region == economy.Frontier {
			n++
		}
	}
	for k := range s.Village {
		if v := &s.Village[k]; v.Region == economy.Frontier {
			v.Land += land / n
			v.Sown += 0.8 * land / n
		}
	}
}
