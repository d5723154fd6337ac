package main

import (
	"fmt"
	"io"

	"gosplan/plan"
)

// pricesMost is the number of products up to which prices of production are
// worked out unasked; it takes some tenths of a second there.
const pricesMost = 20_000

// A pricesView is what the techniques alone say of prices, where each product is
// made in one way; see [plan.Worths].
type pricesView struct {
	Factor string      `json:"factor"`
	Unit   string      `json:"unit"`
	Profit number      `json:"percent_uniform_profit"`
	Most   number      `json:"percent_uniform_profit_at_no_wage"`
	Root   number      `json:"spectral_radius"`
	Each   []priceView `json:"products"`
}

type priceView struct {
	Product    string `json:"product"`
	Value      number `json:"value"`
	Price      number `json:"price_of_production"`
	Multiplier number `json:"output_multiplier"`
}

// prices are those of the products listed; nil where the task is another, the
// table is too large, or there are none (see [plan.Worths]).
func (j *job) prices(s *plan.Summary, listed []int) *pricesView {
	t := j.table
	if j.request.Task != plan.Balances || t.N > pricesMost {
		return nil
	}
	w, err := plan.Worths(j.room.ctx, t, j.request.Factor, wageOf(s, j.request.Factor))
	if err != nil {
		return nil
	}
	v := &pricesView{Factor: t.Factors[j.request.Factor], Unit: plan.FactorUnit(t, j.request.Factor),
		Profit: number(100 * w.Profit), Most: number(100 * w.MostProfit), Root: number(w.Root.Value())}
	for _, i := range listed {
		v.Each = append(v.Each, priceView{t.Product(i), number(w.Value[i]), number(w.Price[i]), number(w.Output[i])})
	}
	return v
}

// paidShare is the part of the final needs that wages buy in prices of
// production: as much goes to those who work as does not, a rate of surplus
// value of one.
const paidShare = 0.5

// wageOf is what a unit of a factor is paid, in products: its part of the
// final needs of the first period.
func wageOf(s *plan.Summary, factor int) []float64 {
	used := s.Factors[0].Used[factor]
	if used <= 0 {
		return nil
	}
	wage := make([]float64, len(s.Products[0].Wanted))
	for i, need := range s.Products[0].Wanted {
		wage[i] = paidShare * max(0, need) / used
	}
	return wage
}

// print writes the prices as a list.
func (v *pricesView) print(out io.Writer, width int) {
	fmt.Fprintln(out)
	printProse(out, width, fmt.Sprintf("What the techniques alone say of prices, in %s for one unit. Value: all %s that went into it. "+
		"Price of production: with one rate of profit for all, %s %% a period where wages, paid in advance, buy half of the final needs (%s %% where "+
		"they buy nothing), as much in all as values. Multiplier: gross output of all products for one unit net.", v.Unit, v.Factor, v.Profit, v.Most))
	var l listing
	n := len(v.Each)
	l.add("product", func(k int) string { return v.Each[k].Product }, n)
	l.add("value", func(k int) string { return v.Each[k].Value.String() }, n)
	l.add("price of production", func(k int) string { return v.Each[k].Price.String() }, n)
	l.add("multiplier", func(k int) string { return v.Each[k].Multiplier.String() }, n)
	l.least = []string{"multiplier"}
	printFitting(out, width, l)
}
