package institution

import (
	"math"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// Trade is the state's monopoly of foreign trade.
type Trade struct {
	Oil       mechanism.OilRent
	Monopoly  float64 `unit:"choice" range:"0 1" source:"decree of 22 April 1918" means:"what the state trades abroad: 0 nothing, 1 what is ordered"`
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
	OilGoods float64 `unit:"share" range:"0 1" source:"judged: manufactured consumer goods were 12 % of imports of 1980, food 24 and machines 34 (Vneshnyaya torgovlya SSSR, recalled)" means:"oil rent that buys consumer goods; the rest buys grain as leaders order, and machines"`
	OilGrain float64 `unit:"Mt per point" range:"0 20" source:"assumed" means:"grain beyond the ceiling that oil rent allows"`

	// imports of grain
	Cost     float64 `unit:"points per Mt" range:"0 2" source:"wheat at some 190 dollars a tonne with freight in 1980 (recalled), at 1.6 billion dollars a point; grain was dearer against machines in the thirties, at which exports and relief are reckoned (Machines)" means:"dollars paid for a Mt of grain bought by plan"`
	Appetite float64 `unit:"elasticity" range:"0 5" source:"assumed" means:"response of the feed aimed at to income"`
	Modest   float64 `unit:"log points" range:"-1 4" source:"assumed" means:"income over 1913 at which that begins"`
	Bread    float64 `unit:"t a year" range:"0 1" source:"assumed" means:"grain eaten per head"`
	Waste    float64 `unit:"share" range:"0 1" source:"assumed" means:"harvest that goes to seed and losses"`
}

// ShipOil sends oil abroad out of the depot for fuel. Its order stands beside those
// of users at home and is cut as theirs are. What is shipped in a year pays for
// what comes in the next.
func (i *Trade) ShipOil(w *economy.World, s *economy.State) {
	c, b, oil := &s.Centre, &s.Branch[economy.Fuel], w.Physics.Oil
	c.Crude = 0
	if i.Oil.Use == 0 { // nothing is bought for it
		return
	}
	year, _ := s.Date(w)
	c.Crude = i.Monopoly * oil.Export * w.OilIn(b.LastYear, year-1) / oil.Tonnes
	b.Orders += c.Crude / 12
	s.Year.Crude += takeOut(s, &c.Treasury, economy.Fuel, b.Filled*c.Crude/12)
}

// Ship moves grain out and in and pays for machines.
func (i *Trade) Ship(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	c := &s.Centre
	if i.Monopoly == 0 {
		return
	}
	// exports of the season are put aside first and leave from September to May
	season := year
	if month < economy.HarvestMonth {
		season--
	}
	plan := w.Ordered(s, scenario.GrainExport, season)
	if month == economy.HarvestMonth {
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
		mt := oil.Tonnes * s.Last.Crude * 12 / max(1, s.Last.Months)
		c.OilRent = i.Oil.Billion(mt, w.Given.OilPrice.At(year)) / oil.Dollars
		exports := i.Machines * s.Last.Exported
		machines := exports + w.Ordered(s, scenario.MachineryImport, year)*max(gdpLeast, c.GDP) + (1-i.OilGoods)*c.OilRent + w.Given.LendLease.At(year)
		c.Imports = machines
		if aid := s.Polity.Aid; aid > 0 { // to countries that have taken the order over
			c.Imports = max(0, machines-aid)
		}
	}
	i.goods(s)
	i.grain(w, s, year, month)
	i.relieve(w, s, year, month)
	s.Audit.Make(economy.Machinery, &c.Landed, c.Imports/12/economy.BasePrice[economy.Machinery])
}

// relieve buys the grain abroad that leaders order for relief, at the rate at
// which exported grain buys machines, out of the machines that the rest of the
// year was to bring.
func (i *Trade) relieve(w *economy.World, s *economy.State, year, month int) {
	buy(s, w.Ordered(s, scenario.GrainRelief, year)/12, i.Machines, month)
}

// lack is the bread that towns lack until the harvest, as offices know it and
// as far as leaders see to it, Mt.
func (i *Trade) lack(w *economy.World, s *economy.State) float64 {
	year, month := s.Date(w)
	order := w.Ordered(s, scenario.BreadAssured, year)
	if i.Monopoly == 0 || order == 0 {
		return 0
	}
	return order * max(0, -beyondBread(w, s, month))
}

// Exchange gives manufactures for food and raw produce abroad: merchants do so,
// where they may, as far as the state's stores are less full than they keep
// them, and the state where leaders see to the bread of the towns. The treasury
// clears what is paid and taken.
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

// pay is what can be paid for in a month of some grain from abroad, Mt, at so many
// points each. It comes out of the machines that the rest of the year was to bring.
func pay(c *economy.Centre, q, cost float64, month int) float64 {
	rest := float64(13-month) / 12
	q = min(q, rest*c.Imports/max(1e-9, cost))
	if q <= 0 {
		return 0
	}
	c.Imports = max(0, c.Imports-cost*q/rest)
	return q
}

// buy brings what can be paid for of some grain from abroad into the granary.
func buy(s *economy.State, q, cost float64, month int) {
	if q = pay(&s.Centre, q, cost, month); q > 0 {
		s.Audit.Make(economy.Grain, &s.Centre.Granary, q)
		s.Year.Imported += q
	}
}

// goods sends consumer goods from abroad to the depot; trade pays for them as for
// others, and the treasury gets it.
func (i *Trade) goods(s *economy.State) {
	q := i.OilGoods * s.Centre.OilRent / economy.BasePrice[economy.Consumer] / 12
	if q <= 0 {
		return
	}
	b := &s.Branch[economy.Consumer]
	s.Audit.Make(economy.Consumer, &b.Depot, q)
	ledger.Pay(&b.Till, &s.Centre.Treasury, unit.Cost(b.Price, q))
}

// grain imports what towns and herds are planned to need and the harvest did
// not give, up to what leaders will pay.
func (i *Trade) grain(w *economy.World, s *economy.State, year, month int) {
	c := &s.Centre
	if month == 10 {
		c.ImportPlan = 0
		ceiling := w.Ordered(s, scenario.GrainImportCeiling, year)
		if ceiling > 0 {
			var people, feed float64
			for r := range s.Region {
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
	buy(s, c.ImportPlan/12, i.Cost, month)
}
