package decide

// Results of the literature in closed form, against which the way of thinking
// of this package is checked.

// RatchetPrice is the marginal cost at which a producer stops who earns b for
// each unit above a target that then rises by lambda of it:
//
//	max Σ (1+r)^−t [b(y − q) − C(y)],  q' = q + λ(y − q)   ⇒   C'(y*) = b / (1 + λ/r)
//
// Source: weitzman1980 (Bell Journal 11:302–8); liu1982.
func RatchetPrice(b, lambda, r float64) float64 { return b / (1 + lambda/r) }

// SelfTarget is the chance of falling short of the target that a producer sets
// himself under a three-part bonus, alpha < beta < gamma:
//
//	B = β·ŷ + α·(y − ŷ) if y ≥ ŷ;  β·ŷ − γ·(ŷ − y) if y < ŷ   ⇒   F(ŷ*) = (β − α)/(γ − α)
//
// Source: weitzman1976, the new Soviet incentive model.
func SelfTarget(alpha, beta, gamma float64) float64 { return (beta - alpha) / (gamma - alpha) }

// ThreePart is that bonus, for a target and an output.
func ThreePart(alpha, beta, gamma, target, output float64) float64 {
	if output >= target {
		return beta*target + alpha*(output-target)
	}
	return beta*target - gamma*(target-output)
}
