package mechanism

// Ratchet — M1. Beaten targets are raised, missed ones a little lowered.
//
// Claim: who shows what he can do is asked for it next time; so managers
// stay close above the target and keep a reserve.
//
//	T' = T·[1 + Up·(F−1)]   if F ≥ 1
//	T' = T·[1 + Down·(max(F, Least)−1)] if F < 1
//
// a year, with F the reported fulfilment; who falls below Least has failed,
// which is a matter for his post and no base for a plan.
//
// Source: Weitzman 1980; Berliner 1957; against it Granick 1980, who finds none at ministry level 1969–77.
// Ablation: Plan.Ratchet; theory expects the spike at 100 to 103 % to spread and output to rise.
type Ratchet struct {
	Up    float64 `unit:"per year" range:"0 1" source:"Weitzman 1980; trial economies 0.6" means:"share of the excess that becomes target"`
	Down  float64 `unit:"per year" range:"0 1" source:"trial economies 0.3" means:"share of the shortfall taken off the target"`
	Least float64 `unit:"F" range:"0.5 1" source:"Berliner 1957: plans are corrected for those who come near; assumed" means:"fulfilment below which the target is lowered no further"`
}

// Next is the target after a quarter of fulfilment f.
func (m Ratchet) Next(target, f float64) float64 {
	pull := m.Up
	if f < 1 {
		pull = m.Down
	}
	return target * (1 + pull/4*min(0.5, max(m.Least-1, f-1)))
}
