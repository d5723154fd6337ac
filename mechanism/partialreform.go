package mechanism

import "math"

// PartialReform — M25. Orders fade before prices are free.
//
// Claim: enterprises that keep their profit and choose their buyers, at fixed
// prices, leave buyers without supplies and pay out wages.
//
//	lost links = (1 − orders)·[1 − (p*/c̄)^n],  p* = min(c̄, n/(n+1))
//
// where a chain of n suppliers bargains with outside offers up to c̄; its
// output, with what leavers earn outside, is Y/n = (p/c̄)^n·(1 − p/2) + c̄/2.
//
// Source: Blanchard and Kremer 1997; Murphy, Shleifer and Vishny 1992.
// Ablation: Reform; theory expects supply to hold in 1988–91.
type PartialReform struct {
	Outside float64 `unit:"share of joint output" range:"0 1.5" source:"Blanchard and Kremer 1997" means:"largest outside offer once no orders bind"`
	Chain   float64 `unit:"suppliers" range:"0 10" source:"trial economies: 4" means:"length of supply chains"`
	Wages   float64 `unit:"per year" range:"0 0.3" source:"wages 1988-91: growth doubled" means:"growth of wages from funds no longer controlled, when no orders bind"`
}

// Chain is the output of a supply chain over what it would be if nobody
// left, when outside offers reach c.
func Chain(n, c float64) float64 {
	if n <= 0 || c <= 0 {
		return 1
	}
	p := min(c, n/(n+1))
	return math.Pow(p/c, n)*(1-p/2) + c/2
}

// Links is the chance that none of a chain of n suppliers leaves when outside
// offers reach c: (p/c)^n.
func Links(n, c float64) float64 {
	if n <= 0 || c <= 0 {
		return 1
	}
	return math.Pow(min(c, n/(n+1))/c, n)
}

// Delivered is the share of links that hold when the share orders of output
// is still under state orders.
func (m PartialReform) Delivered(orders float64) float64 {
	if m.Chain == 0 {
		return 1
	}
	return orders + (1-orders)*Links(m.Chain, m.Outside)
}
