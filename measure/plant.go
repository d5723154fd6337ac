package measure

import (
	"slices"

	"gosplan/economy"
)

// imbalance is what the targets of the quarter leave unprovided of the inputs
// that they would take, when as much is faulty as was in the quarter.
func imbalance(s *economy.State) float64 {
	var target, use, made, faulty [economy.Goods]float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		target[e.Good] += e.Target
		for g, need := range economy.Needs[e.Good] {
			use[g] += need * e.Target
		}
		for m, q := range e.Made {
			made[e.Good] += q
			faulty[e.Good] += e.Faulty[m]
		}
	}
	var short, all float64
	for _, g := range []economy.Good{economy.Fuel, economy.Materials} {
		sound := 1 - ratio(faulty[g], made[g])
		short += max(0, use[g]-target[g]*sound) * economy.BasePrice[g]
		all += use[g] * economy.BasePrice[g]
	}
	return ratio(short, all)
}

// Stocks are enterprises' stocks of inputs and of output at base prices, and
// input stocks in months of need.
func Stocks(s *economy.State) (inputs, outputs, months float64) {
	var need float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		for g := range e.In {
			inputs += e.In[g].Held() * economy.BasePrice[g]
			need += e.Need[g] * economy.BasePrice[g]
		}
		outputs += e.Out.Held() * economy.BasePrice[e.Good]
	}
	return inputs, outputs, ratio(inputs, need)
}

func (c *writer) plant(a *economy.Account) {
	var age, cost, sunk, adopted, known float64
	for i := range c.s.Enterprise {
		e := &c.s.Enterprise[i]
		for v := range e.Plants {
			p := &e.Vintage[v]
			age += p.Cost * float64(c.s.Month-int(p.Built)) / 12
			cost += p.Cost
		}
		for p := range e.Project {
			if e.Project[p].Open == 1 {
				sunk += e.Project[p].Sunk
			}
		}
		if n := c.s.Branch[e.Good].Known; n > 0 {
			adopted += Adopted(e, int(n))
			known += float64(min(n, 32))
		}
	}
	if r, ok := profitAndInvestment(c.s); ok {
		c.put("profit_investment_correlation", r)
	}
	if sd, ok := returns(c.w, c.s); ok {
		c.put("return_dispersion", sd)
	}
	c.put("equipment_age", ratio(age, cost))
	c.put("unfinished_construction", ratio(sunk, a.Invested-a.FarmInvested))
	if known > 0 {
		c.put("technique_gap", adopted/known)
	}
	if years, ok := Diffusion(c.s); ok {
		c.put("diffusion_years", years)
	}
}

// Diffusion is the median time from a tenth to nine tenths of enterprises
// over the techniques that have come so far, in years.
func Diffusion(s *economy.State) (years float64, ok bool) {
	var all []float64
	for g := range s.Branch {
		b := &s.Branch[g]
		for k := range b.Tenth {
			if b.Tenth[k] > 0 && b.NineTenths[k] > 0 {
				all = append(all, float64(b.NineTenths[k]-b.Tenth[k])/12)
			}
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	slices.Sort(all)
	return all[len(all)/2], true
}

// Adopted is how many of the latest known techniques an enterprise uses.
func Adopted(e *economy.Enterprise, known int) (n float64) {
	for k := max(0, known-32); k < known; k++ {
		n += float64(e.Adopted >> (k % 32) & 1)
	}
	return n
}
