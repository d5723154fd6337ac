package mechanism

// FixedPrices — M8. Prices stand while demand and supply move.
//
// Claim: at prices that do not move, what is short is queued for.
//
//	p' = p·[1 + (1−Hold)·Speed·(failure − idle stock)]
//
// a month, with failure the share of purchases that fail (times Retail.Failure,
// at most FailMost) and idle stock the months of sales over Retail.Idle that lie
// in the shop (over IdleSpan, at most 1).
//
// Source: Nuti 1986; Weitzman 1991; against it Kornai 1980, for whom the soft budget is the cause.
// Ablation: Retail.Fixed; theory (Nuti) expects shortage in shops to go, (Kornai) hoarding by enterprises to stay.
type FixedPrices struct {
	Hold float64 `unit:"share" range:"0 1" source:"practice: price lists" means:"how far shops' prices are kept from moving"`
}

// Moved is a price after a month in which its shop's shortage and idle stock
// pull at it.
func (m FixedPrices) Moved(price, speed, pull float64) float64 {
	return price * (1 + (1-m.Hold)*speed*pull)
}
