package mechanism

import "math"

// Negotiation is investment that branches talk over.
//
// Claim: councils that see what a branch gives to society and costs it send
// funds where they do most, without profit for anybody.
//
//	claim of a branch = claim·exp(Weigh·(r − r̄)),  |r − r̄| at most a half
//
// with r what its plant gives society in a year over what it costs, as a share
// of what it would take to build it, and r̄ the mean of the branches: a softmax
// over the claims that need alone would give.
//
// Source: Albert and Hahnel 1991; Devine 1988 on negotiated coordination; the form assumed.
// Ablation: Investment.Talks; theory expects funds to go by need alone.
type Negotiation struct {
	Weigh float64 `unit:"years" range:"0 20" source:"assumed" means:"how strongly what a branch's plant gives moves its claim"`
}

// Weight is the factor on a branch's claim.
func (m Negotiation) Weight(gain, mean float64) float64 {
	return math.Exp(m.Weigh * min(0.5, max(-0.5, gain-mean)))
}
