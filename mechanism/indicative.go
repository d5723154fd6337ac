package mechanism

import "math"

// Indicative is a price that only informs: councils answer it with what they
// would make and use, and it moves until the answers fit.
//
// Claim: nobody has to know what others can do; rounds of announced prices and
// proposals bring what is offered and asked for together.
//
//	g = 2·|S − D|/(S + D),  κ = Steep − ½^g
//	δ = max(Least, min(κ, κ·last g, κ·Pressure)),  p ← p·(1 − δ) if S > D, p·(1 + δ) if S < D
//
// until g is below Content for every good, or for Rounds rounds. What is left
// over then lies in stock, and what is short is waited for.
//
// Source: Albert and Hahnel 1991; Hahnel 2021; the rule of Szczepanczyk's Pequod.
// Ablation: Plan.Indicative; theory expects what is offered and asked for to fit worse.
type Indicative struct {
	Steep    float64 `unit:"ratio" range:"1 2" source:"Szczepanczyk's Pequod: 1.05" means:"steepness of the answer of prices to imbalance; a good that nobody makes or nobody wants moves by this less a quarter"`
	Least    float64 `unit:"share" range:"0 0.1" source:"Szczepanczyk's Pequod: 0.001" means:"smallest change of a price in a round"`
	Pressure float64 `unit:"ratio" range:"0 1" source:"Szczepanczyk's Pequod: 0.25" means:"imbalance of the last round beyond which it makes no difference"`
	Content  float64 `unit:"ratio" range:"0 1" source:"Hahnel 2021: 5 %" means:"imbalance of the worst good at which councils are content"`
	Rounds   float64 `unit:"rounds" range:"0 200" source:"assumed: councils meet for some weeks" means:"rounds of proposals for which there is time"`
}

// PublishedIndicative are the numbers of the published procedure, without a
// limit of time.
func PublishedIndicative() Indicative {
	return Indicative{Steep: 1.05, Least: 0.001, Pressure: 0.25, Content: 0.05}
}

// Revised is a price after a round in which supply was offered and demand
// asked for, given the imbalance of the round before.
func (m Indicative) Revised(price, supply, demand, last float64) float64 {
	if m.Steep == 0 {
		return price
	}
	steep := m.Steep - math.Pow(0.5, Imbalance(supply, demand))
	change := max(m.Least, min(steep, math.Abs(steep*min(last, m.Pressure))))
	switch {
	case supply > demand:
		return price * (1 - change)
	case supply < demand:
		return price * (1 + change)
	}
	return price
}

// Imbalance is the distance of what is offered from what is asked for, over
// their mean.
func Imbalance(supply, demand float64) float64 {
	if supply+demand <= 0 {
		return 0
	}
	return 2 * math.Abs(supply-demand) / (supply + demand)
}
