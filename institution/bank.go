package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/unit"
)

// Bank lends, covers losses and settles the accounts of enterprises.
type Bank struct {
	Soft         mechanism.SoftBudget
	Interest     float64 `unit:"per year" range:"0 0.5" source:"practice: 6 % capital charge after 1965; assumed before" means:"charge on stocks and capital"`
	Credit       float64 `unit:"months of sales" range:"0 24" source:"assumed" means:"credit an enterprise can have"`
	Sweep        float64 `unit:"share" range:"0 1" source:"practice: remittance of profits" means:"cash over a month's needs that goes to the treasury"`
	BankPractice `keep:"accounts are settled under any system"`
}

// BankPractice is how accounts are settled.
type BankPractice struct {
	WageCash  float64 `unit:"months of wages" range:"0 12" source:"assumed" means:"cash an enterprise needs for wages"`
	InputCash float64 `unit:"months of sales" range:"0 12" source:"assumed" means:"cash an enterprise needs for inputs"`
	Layoff    int64   `unit:"%" range:"0 50" source:"assumed" means:"posts closed in a month without credit"`
}

// Settle closes the month: the treasury takes profits and covers losses, the
// tills of trade hand over their margin.
func (i *Bank) Settle(w *economy.World, s *economy.State) {
	c := &s.Centre
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		need := i.need(s, e)
		switch cash := e.Cash.Held(); {
		case cash > need:
			ledger.Pay(&e.Cash, &c.Treasury, (cash - need).Share(i.Sweep))
		case cash < 0:
			s.Year.Losses += float64(-cash)
			cover := (-cash).Share(i.Soft.Cover)
			ledger.Pay(&c.Treasury, &e.Cash, cover)
			s.Year.Covered += float64(cover)
			if left := -e.Cash.Held(); float64(left) > i.Credit*s.Branch[e.Good].Price*e.Ref/3 {
				e.Wanted = min(e.Wanted, e.Staff*(100-i.Layoff)/100) // no credit, no wages
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

// need is the cash an enterprise has to have for a month.
func (i *Bank) need(s *economy.State, e *economy.Enterprise) unit.Kopecks {
	return unit.Kopecks(i.WageCash*e.Wage*float64(e.Staff)) + unit.Cost(s.Branch[e.Good].Price, i.InputCash*e.Ref/3)
}
