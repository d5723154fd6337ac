package mechanism

import "math"

// PartialReform — M25. Orders fade before prices are free.
//
// Claim: enterprises that keep their profit and choose their buyers, at fixed
// prices, leave buyers without supplies and pay out wages.
//
//	lost links = (1 − orders)·[1 − BK(Outside, n)]
//
// where BK is the output of a chain of n suppliers who bargain with outside
// offers up to c̄:  p* = min(c̄, n/(n+1)),  Y/n = (p/c̄)^n·(1 − p/2) + c̄/2.
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
	y := math.Pow(p/c, n)*(1-p/2) + c/2
	whole := 1.0
	return min(1, y/max(whole, 1))
}

// Delivered is the share of links that hold when the share orders of output
// is still under state orders.
func (m PartialReform) Delivered(orders float64) float64 {
	if m.Chain == 0 {
		return 1
	}
	return orders + (1-orders)*Chain(m.Chain, m.Outside)
}
