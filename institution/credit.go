package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

// Credit is what private banks lend against plant and sales, at interest that
// is paid in money. Debt is an account below zero. A firm whose debt outgrows
// its credit fails: its plant goes to its richest rival, and what is left of
// the debt is the bank's loss. The last sellers of a branch are not closed;
// their debt is written down.
type Credit struct {
	Rate    float64 `unit:"per year" range:"0 0.5" source:"trial economies" means:"interest on debt"`
	Plant   float64 `unit:"share" range:"0 2" source:"trial economies: 0.4" means:"credit on the value of plant"`
	Sales   float64 `unit:"months" range:"0 24" source:"trial economies: 1" means:"credit on sales"`
	Ruin    float64 `unit:"ratio" range:"0 10" source:"trial economies: 1.2" means:"debt over credit at which a firm fails; 0 where none can"`
	Sellers float64 `unit:"count" range:"0 100" source:"trial economies: 3" means:"sound sellers of a branch below which nobody is closed"`
	Salvage float64 `unit:"share" range:"0 1" source:"trial economies: 0.3 of plant" means:"price of a failed firm's plant over its cost"`
}

// limit is the credit of an enterprise, kopecks, at a price of plant.
func (i *Credit) limit(s *economy.State, e *economy.Enterprise, price float64) float64 {
	capital, _ := plantOf(e)
	return i.Plant*capital*price + i.Sales*s.Branch[e.Good].Price*e.Ref/3
}

// charge takes a month's interest on debts.
func (i *Credit) charge(s *economy.State, bank *ledger.Purse) {
	if i.Rate == 0 {
		return
	}
	for k := range s.Enterprise {
		if e := &s.Enterprise[k]; e.Cash.Held() < 0 {
			ledger.Pay(&e.Cash, bank, (-e.Cash.Held()).Share(i.Rate/12))
		}
	}
}

// Close closes or restructures firms whose debt has outgrown their credit.
func (i *Credit) Close(w *economy.World, s *economy.State) {
	if i.Ruin == 0 {
		return
	}
	price := s.PlantPrice(&w.Physics.Plant)
	ruined := make([]bool, len(s.Enterprise))
	var sound [economy.Goods]float64
	for k := range s.Enterprise {
		e := &s.Enterprise[k]
		ruined[k] = e.Cash.Held() < 0 && float64(-e.Cash.Held()) > i.Ruin*i.limit(s, e, price)
		if capital, _ := plantOf(e); !ruined[k] && capital > 0 {
			sound[e.Good]++
		}
	}
	for k := range s.Enterprise {
		if !ruined[k] {
			continue
		}
		e := &s.Enterprise[k]
		s.Year.Losses += float64(-e.Cash.Held())
		if to := i.richest(s, e, ruined); to != nil && sound[e.Good] >= i.Sellers {
			i.handOver(e, to, price)
		}
		if debt := -e.Cash.Held(); debt > 0 { // the bank's loss
			ledger.Pay(&s.Centre.Bank, &e.Cash, debt)
		}
	}
}

// richest is the sound rival of the same branch and region with the most
// money, or nil.
func (i *Credit) richest(s *economy.State, e *economy.Enterprise, ruined []bool) (best *economy.Enterprise) {
	for k := range s.Enterprise {
		f := &s.Enterprise[k]
		if f == e || ruined[k] || f.Good != e.Good || f.Region != e.Region || f.Cash.Held() <= 0 {
			continue
		}
		if best == nil || f.Cash.Held() > best.Cash.Held() {
			best = f
		}
	}
	return best
}

// shell is the part of plant that stays in the place of a failed firm, where
// somebody can begin again (assumed).
const shell = 0.05

// handOver sells a failed firm's plant to a rival, as far as he can pay.
func (i *Credit) handOver(e, to *economy.Enterprise, price float64) {
	capital, _ := plantOf(e)
	pays := min(unit.Cost(i.Salvage*price, capital*(1-shell)), to.Cash.Held())
	ledger.Pay(&to.Cash, &e.Cash, pays)
	e.HandOver(to, 1-shell)
	e.Wanted = min(e.Wanted, int64(float64(e.Staff)*shell))
	for p := range e.Project {
		e.Project[p].Open = 0
	}
}
