package mechanism

// Compromise. Policy moves to where those who count would have it.
//
// Claim: no group gets its way; policy follows the weights of all, slowly.
//
//	next = policy + Speed·(Σ weight·wish − policy)
//
// Source: assumed: probabilistic voting in one dimension, Persson and Tabellini 2000 (recalled).
// Ablation: Politics.Ruling.Compromise; theory expects each system to keep the policy it came with.
type Compromise struct {
	Speed float64 `unit:"per year" range:"0 1" source:"assumed" means:"part of the way to the weighted wishes that policy moves in a year"`
}

// Next is the policy of the next year. Weights that sum to less than one
// leave their part to the policy as it is.
func (m Compromise) Next(policy float64, weights, wishes []float64) float64 {
	var move float64
	for g, w := range weights {
		move += w * (wishes[g] - policy)
	}
	return policy + m.Speed*move
}
