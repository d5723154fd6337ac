package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
)

// Cancel cancels the tokens that shops have taken this month.
func (i *Retail) Cancel(w *economy.World, s *economy.State) {
	if !i.Tokens.Active() {
		return
	}
	for k := range s.Shop {
		taken := s.Shop[k].Till.Held().Share(i.Tokens.Cancelled)
		ledger.Pay(&s.Shop[k].Till, &s.Centre.Bank, taken)
		s.Year.Deficit -= float64(taken)
	}
}

// Tell turns prices in shops over labour values into the output wanted of what
// people consume, and moves funds with it.
func (i *Retail) Tell(w *economy.World, s *economy.State) {
	if !i.Tokens.Active() || i.Tokens.Response == 0 {
		return
	}
	values := mechanism.LabourValues(hours(s))
	var ratio [economy.Goods]float64
	var mean, weight float64
	for _, g := range taxed {
		if values[g] <= 0 {
			return
		}
		price, spent := inShops(s, g, 1)
		ratio[g] = price / values[g]
		mean += ratio[g] * spent
		weight += spent
	}
	total := 0.0
	for _, g := range taxed {
		s.Branch[g].Wanted *= i.Tokens.Wanted(ratio[g], mean/weight)
		s.Branch[g].Share *= i.Tokens.Wanted(ratio[g], mean/weight)
	}
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		total += s.Branch[g].Share
	}
	for g := economy.FirstBranch; total > 0 && g < economy.Goods; g++ {
		s.Branch[g].Share /= total
	}
}

// hours are what a unit of every good takes of the others and of labour, in
// hands a year: what staff has made last year, and for farm goods what they
// cost in it.
func hours(s *economy.State) (needs [][]float64, labour []float64) {
	var staff [economy.Goods]float64
	for k := range s.Enterprise {
		staff[s.Enterprise[k].Good] += float64(s.Enterprise[k].Staff)
	}
	for g := range economy.Goods {
		own := s.Terms.Offer[min(int(g), 1)] / max(1, 12*s.Centre.MeanWage)
		if g >= economy.FirstBranch {
			own = staff[g] / max(1e-9, s.Branch[g].LastYear)
		}
		needs, labour = append(needs, economy.Needs[g][:]), append(labour, own)
	}
	return needs, labour
}
