package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/unit"
)

// Bank lends, covers losses and settles the accounts of enterprises.
type Bank struct {
	Soft     mechanism.SoftBudget
	Interest float64 `unit:"per year" range:"0 0.5" source:"practice: 6 % capital charge after 1965; assumed before" means:"charge on stocks and capital"`
	Credit   float64 `unit:"months of sales" range:"0 24" source:"assumed" means:"credit an enterprise can have"`
	Sweep    float64 `unit:"share" range:"0 1" source:"practice: remittance of profits" means:"cash over a month's needs that goes to the treasury"`
}

// Settle closes the month: the treasury takes profits and covers losses, the
// tills of trade hand over their margin. It writes Enterprise (cash), Centre,
// Branch and Shop (tills), Year.
func (i *Bank) Settle(w *economy.World, s *economy.State) {
	c := &s.Centre
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		need := unit.Kopecks(1.2*e.Wage*float64(e.Staff)) + unit.Cost(s.Branch[e.Good].Price, 0.5*e.Ref/3)
		switch cash := e.Cash.Held(); {
		case cash > need:
			ledger.Pay(&e.Cash, &c.Treasury, (cash - need).Share(i.Sweep))
		case cash < 0:
			s.Year.Losses += float64(-cash)
			cover := (-cash).Share(i.Soft.Cover)
			ledger.Pay(&c.Treasury, &e.Cash, cover)
			s.Year.Covered += float64(cover)
			if left := -e.Cash.Held(); float64(left) > i.Credit*s.Branch[e.Good].Price*e.Ref/3 {
				e.Wanted = min(e.Wanted, e.Staff*94/100) // no credit, no wages
			}
		}
	}
	for g := range s.Branch {
		b := &s.Branch[g]
		ledger.Pay(&b.Till, &c.Treasury, b.Till.Held())
	}
	for k := range s.Shop {
		ledger.Pay(&s.Shop[k].Till, &c.Treasury, s.Shop[k].Till.Held())
	}
	for r := range s.Region {
		stall := &s.Region[r].Stall
		ledger.Pay(stall, &c.Treasury, stall.Held()) // traders' margin and losses are taxed and lent
	}
	// what the treasury lacks is printed; what it has over is withdrawn
	lack := -c.Treasury.Held()
	ledger.Pay(&c.Bank, &c.Treasury, lack)
	s.Year.Deficit += float64(lack)
}

// Prices sets wholesale prices.
type Prices struct {
	Markup float64 `unit:"share" range:"0 0.5" source:"trial economies; K+S: 0.04" means:"margin over unit cost"`
	Every  float64 `unit:"years" range:"0 30" source:"practice: lists of 1936, 1949, 1955, 1967, 1982" means:"years between price lists; 0 = every month"`
	Flex   float64 `unit:"per month" range:"0 0.5" source:"trial economies: 0.05" means:"monthly move of price with stocks"`
}

// Review moves wholesale prices by cost, and by stocks where they are free.
// It writes Branch (price, unit cost).
func (i *Prices) Review(w *economy.World, s *economy.State) {
	if s.Month%12 == 0 {
		i.cost(s)
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		due := i.Every > 0 && s.Month%12 == 0 && (s.Month/12)%int(i.Every) == 0
		if due && b.Unit > 0 {
			b.Price += 0.7 * (b.Unit*(1+i.Markup) - b.Price)
		}
		if i.Every == 0 && i.Flex > 0 && b.Unit > 0 {
			target := b.Unit * (1 + i.Markup)
			b.Price *= 1 + 0.06*unit.Clip(target/b.Price-1, -0.5, 0.5)
			if g != economy.Services && g != economy.Construction && b.Output > 0 {
				cover, short := b.Depot.Held()/b.Output, 0.0
				if b.Orders > 0 {
					short = 1 - b.Filled
				}
				b.Price *= 1 + i.Flex*(unit.Clip(0.7-cover, -0.5, 0.3)+2*short)
			}
			b.Price = unit.Clip(b.Price, 0.4*b.Unit, 4*b.Unit)
		}
	}
}

// cost works out unit costs of the year, in the prices of the year.
func (i *Prices) cost(s *economy.State) {
	var wages [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		wages[e.Good] += 12 * e.Wage * float64(e.Staff)
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		b := &s.Branch[g]
		if b.LastYear <= 0 {
			continue
		}
		cost := wages[g] / b.LastYear * 1.35 // social insurance and depreciation
		for k, need := range economy.Needs[g] {
			price := s.Branch[k].Price
			if k < 2 {
				price = s.Terms.Offer[k]
			}
			cost += need * price
		}
		b.Unit = cost
	}
}

// Labour sets wages and the law of work.
type Labour struct {
	JobRight    mechanism.JobRight
	Coercion    mechanism.Coercion
	Specialists mechanism.Specialists
	Tariff      float64 `unit:"per year" range:"-0.05 0.2" source:"TsSU wages; calibrated" means:"planned growth of wages"`
	Drift       float64 `unit:"per year per unit of vacancies" range:"0 2" source:"Filtzer 1986: loose norms; trial economies" means:"growth of wages when posts stay open"`
	Phillips    float64 `unit:"per year" range:"0 1" source:"trial economies: 0.02 a quarter" means:"response of free wages to unemployment"`
	Normal      float64 `unit:"share" range:"0 0.2" source:"trial economies: 0.06" means:"unemployment at which free wages stand still"`
	WageFund    float64 `unit:"base pay per unit of staff" range:"0 1" source:"bank control of the wage fund; calibrated" means:"what a manager risks by overspending wages"`
	Benefit     float64 `unit:"share of the mean wage" range:"0 1" source:"insurance law 1922" means:"paid to the unemployed"`
	Pension     float64 `unit:"share of the mean wage" range:"0 1" source:"pension law 1956" means:"paid to the old in towns"`
	Voice       float64 `unit:"share" range:"0 1" source:"assumed" means:"say of workers in their enterprise"`
	Passport    float64 `unit:"share" range:"0 1" source:"law of 27 December 1932" means:"bar to leaving the village"`
}

// Rule sets the terms of work and moves wages. It writes Terms, Enterprise
// (wage), Cell (wage of offices), Centre (mean wage).
func (i *Labour) Rule(w *economy.World, s *economy.State, reform *mechanism.PartialReform) {
	year, _ := s.Date(w)
	t, c := &s.Terms, &s.Centre
	t.Dismissal = 1 - i.JobRight.Protection
	t.Penalty = i.Coercion.Penalty(w.Decided.Repression.At(year))
	t.Benefit, t.Pension, t.Voice, t.Passport = i.Benefit, i.Pension, i.Voice, i.Passport
	t.Premium = i.Specialists.Premium(c.Seats)
	extra := reform.Wages * (1 - w.Decided.StateOrders.At(year))
	var sum, staff, unemployed, force float64
	for r := range s.Region {
		unemployed += s.Region[r].Unemployed * s.Region[r].Town
		force += s.Region[r].Town
	}
	idle := unemployed / max(1e-9, force)
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		open := unit.Clip(1-float64(e.Staff)/float64(max(1, e.Wanted)), 0, 0.4)
		grow := i.Tariff + i.Drift*max(0, open-0.02) + i.Phillips*unit.Clip(i.Normal-idle, -0.1, 0.1) + extra
		e.Wage *= 1 + grow/12
		e.Wage += (c.MeanWage - e.Wage) * 0.01
		sum += e.Wage * float64(e.Staff)
		staff += float64(e.Staff)
	}
	c.MeanWage = sum / max(1, staff)
	c.RefWage += (c.MeanWage/max(0.01, c.Prices) - c.RefWage) / 36
}

// Pay pays the month's wages into the cells. It writes Enterprise (cash),
// Cell, Centre, Year.
func (i *Labour) Pay(w *economy.World, s *economy.State) {
	var bill [economy.Cells]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		c := economy.Cell(int(e.Region), e.Good)
		wage := e.Wage * (1 + 0.5*max(0, e.Pace-1))
		m := unit.Kopecks(wage * float64(e.Staff))
		ledger.Pay(&e.Cash, &s.Cell[c].Purse, m)
		bill[c] += e.Wage * float64(e.Staff)
		s.Year.Wages += float64(m)
		s.Year.WageMonths += float64(e.Staff)
	}
	for c := range s.Cell {
		cell := &s.Cell[c]
		if _, g := economy.CellOf(c); g == economy.Office {
			cell.Wage = s.Centre.MeanWage * 1.1
			m := unit.Kopecks(cell.Wage * float64(cell.Staff))
			ledger.Pay(&s.Centre.Treasury, &cell.Purse, m)
			s.Year.Wages += float64(m)
			s.Year.WageMonths += float64(cell.Staff)
		} else if cell.Staff > 0 {
			cell.Wage = bill[c] / float64(cell.Staff)
		}
		cell.Rate = unit.Clip(float64(cell.Purse.Held())/max(1, cell.Weight), 0, 1.5*cell.Wage)
	}
}
