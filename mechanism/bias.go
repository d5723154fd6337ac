package mechanism

// HarvestBias — M18 (famine). Quotas follow estimates, and estimates are too
// high.
//
// Claim: officials estimate the standing crop, see little of the bad weather
// and report what is expected; quotas set on that take the food.
//
//	estimate = (1 + Bias)·harvest·[Blind + (1−Blind)·ω]/ω
//
// Source: Tauger 1991; Davies and Wheatcroft 2004: official harvests of the 1930s 20 to 30 % too high.
// Ablation: Kolkhoz.Bias; theory expects fewer deaths in 1932–33.
type HarvestBias struct {
	Bias  float64 `unit:"share" range:"-0.2 0.6" source:"Davies and Wheatcroft 2004: 0.2 to 0.3" means:"estimate over the true harvest in a normal year"`
	Blind float64 `unit:"share" range:"0 1" source:"trial economies: half of the weather is seen" means:"part of the weather that estimates miss"`
}

// Estimate is the harvest the office believes in, given the true one and the
// weather ω.
func (m HarvestBias) Estimate(harvest, weather float64) float64 {
	if weather <= 0 {
		return harvest
	}
	return (1 + m.Bias) * harvest * (m.Blind + (1-m.Blind)*weather) / weather
}
