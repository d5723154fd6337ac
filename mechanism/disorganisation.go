package mechanism

import "math"

// Disorganisation is the break of supply chains when everybody may choose his
// partner and nobody has agreed with anybody yet.
//
// Claim: a buyer who cannot see what his suppliers are offered elsewhere offers
// all the same; some find more outside and go, and their buyer stands still
// although all would be better off had they stayed. The more links, the deeper.
//
//	p* = min(c̄, n/(n+1)),  a link breaks with chance (1 − orders)·(1 − Renewed)·(1 − p*/c̄)
//
// so that of chains of n links (p*/c̄)^n stay whole. Chains made anew hold:
// Renew of those still old a year.
//
// Source: Blanchard and Kremer 1997; Roland and Verdier 1999 on search; Outside and Renew assumed.
// Ablation: Supply.Chains; theory expects output to hold when prices are freed.
type Disorganisation struct {
	Outside float64 `unit:"share of joint output" range:"0 3" source:"Blanchard and Kremer 1997: 1" means:"c̄, largest offer that a supplier finds outside"`
	Renew   float64 `unit:"per year" range:"0 3" source:"assumed: output turned three to six years after prices were freed" means:"old links that are agreed anew"`
}

// Offer is what a buyer does best to offer each of n suppliers whose outside
// offers lie anywhere up to c.
func Offer(n, c float64) float64 { return min(c, n/(n+1)) }

// Break is the chance that one of the n links of a chain breaks, when the
// share renewed has been agreed anew and the share orders of output is still
// under orders.
func (m Disorganisation) Break(n, renewed, orders float64) float64 {
	if m.Outside <= 0 || n <= 0 {
		return 0
	}
	open := min(1, max(0, 1-renewed)) * min(1, max(0, 1-orders))
	return open * (1 - Offer(n, m.Outside)/m.Outside)
}

// Next is the share of links agreed anew after some years.
func (m Disorganisation) Next(renewed, years float64) float64 {
	return 1 - (1-renewed)*math.Exp(-m.Renew*years)
}
