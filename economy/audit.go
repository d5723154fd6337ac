package economy

import (
	"errors"
	"fmt"
	"math"

	"gosplan/ledger"
	"gosplan/unit"
)

// Make makes q of a good and enters it.
func (a *Audit) Make(g Good, s *ledger.Store, q float64) {
	t := ledger.Tally{}
	t.Make(s, q)
	a.Take(g, t)
}

// Use uses up to q of a good, enters it and returns what there was.
func (a *Audit) Use(g Good, s *ledger.Store, q float64) float64 {
	t := ledger.Tally{}
	used := t.Use(s, q)
	a.Take(g, t)
	return used
}

// Take adds a tally of made and used goods to the audit.
func (a *Audit) Take(g Good, t ledger.Tally) {
	a.Tally[g].Made += t.Made
	a.Tally[g].Used += t.Used
}

// Begin starts the audit from what is in the stores now.
func (a *Audit) Begin(s *State) {
	a.Start, _ = s.holdings()
	a.Tally = [Goods]Tallies{}
	for b := range s.Block {
		s.Block[b].Sum = BlockSum{}
	}
}

// holdings adds up all stores and all purses.
func (s *State) holdings() (goods [Goods]float64, money unit.Kopecks) {
	for b := range s.Block {
		block := &s.Block[b]
		for i := range block.House {
			h := &block.House[i]
			goods[Grain] += h.Grain.Held()
			goods[Produce] += h.Larder.Held()
			money += h.Purse.Held()
		}
		for i := range block.Counter {
			c := &block.Counter[i]
			for g := range c.Stock {
				goods[g] += c.Stock[g].Held()
			}
			goods[Consumer] += c.Under.Held()
			money += c.Till.Held() + c.Hand.Held()
		}
		for i := range block.Pool {
			p := &block.Pool[i]
			goods[Grain] += p.Market[PoolGrain].Held() + p.Barn[PoolGrain].Held() + p.Hired[PoolGrain].Held()
			goods[Produce] += p.Market[PoolProduce].Held() + p.Barn[PoolProduce].Held() + p.Hired[PoolProduce].Held()
			money += p.Stall.Held() + p.Fund.Held() + p.Own.Held()
		}
		for i := range block.Wages {
			money += block.Wages[i].Held()
		}
		money += block.Benefit.Held()
	}
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		for g := range e.In {
			goods[g] += e.In[g].Held()
		}
		goods[e.Good] += e.Out.Held()
		money += e.Cash.Held()
	}
	for i := range s.Village {
		goods[Grain] += s.Village[i].Grain.Held()
		money += s.Village[i].Cash.Held()
	}
	for g := range s.Branch {
		if Good(g) < Goods {
			goods[g] += s.Branch[g].Depot.Held()
		}
		money += s.Branch[g].Till.Held()
	}
	for i := range s.Shop {
		for g := range s.Shop[i].Stock {
			goods[g] += s.Shop[i].Stock[g].Held()
		}
		goods[Consumer] += s.Shop[i].Aside.Held()
		money += s.Shop[i].Till.Held()
	}
	for i := range s.Region {
		r := &s.Region[i]
		goods[Grain] += r.Market[PoolGrain].Held()
		goods[Produce] += r.Market[PoolProduce].Held()
		money += r.Stall.Held()
	}
	for i := range s.Cell {
		money += s.Cell[i].Purse.Held()
	}
	c := &s.Centre
	goods[Grain] += c.Granary.Held()
	goods[Produce] += c.Barn.Held()
	goods[Machinery] += c.Landed.Held()
	money += c.Treasury.Held() + c.Bank.Held()
	return goods, money
}

// A Leak says what the books have lost or invented.
type Leak struct {
	What string
	By   float64
}

func (l *Leak) Error() string { return fmt.Sprintf("%s: the books are off by %g", l.What, l.By) }

// tolerance is the share of a good's flow that float64 sums may lose.
const tolerance = 1e-9

// ErrWorthless ends a run in which money has lost so much of its worth that
// whole kopecks can soon no longer be counted. The model knows no new currency.
var ErrWorthless = errors.New("money: so much of it has been issued that kopecks can no longer be counted")

// countable is the most that may be issued, kopecks: an eighth of what an
// amount can be, so that no month goes beyond.
const countable unit.Kopecks = 1 << 60

// Issued asks that what the bank and the treasury owe, which is all money that
// others hold, can be counted.
func (s *State) Issued() error {
	if c := &s.Centre; max(c.Bank.Held(), -c.Bank.Held(), c.Treasury.Held(), -c.Treasury.Held()) > countable {
		return ErrWorthless
	}
	return nil
}

// Check compares the stores with what was made and used, and asks that all
// money adds up to zero.
func (s *State) Check() error {
	goods, money := s.holdings()
	if money != 0 {
		return &Leak{"money", float64(money)}
	}
	for g := range goods {
		t := s.Audit.Tally[g]
		off := goods[g] - s.Audit.Start[g] - t.Made + t.Used
		if math.Abs(off) > tolerance*(t.Made+t.Used+s.Audit.Start[g]+1) || math.IsNaN(off) {
			return &Leak{GoodNames[g], off}
		}
	}
	return nil
}

// CheckMoney asks that all money adds up to zero.
func (s *State) CheckMoney() error {
	if _, money := s.holdings(); money != 0 {
		return &Leak{"money", float64(money)}
	}
	return nil
}
