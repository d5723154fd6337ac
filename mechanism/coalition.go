package mechanism

import "math"

// Coalition. A system is changed by groups that gain by it, if together they
// weigh more than the others.
//
// Claim: what is chosen is not what is best for most, but what is better for
// those who count; who is silenced counts less.
//
//	weight of a group = influence·(1 − Silence·exposure·coercion), made to sum to one
//	support = Σ weights of groups with gains
//	gain = Σ weight·clip(gain of the group, ±Most)
//	chance = 1 − e^(−Eager·gain) if support > Majority and gain > Least, else 0
//
// Source: assumed: the trial economies of the historical path.
// Ablation: Politics.Ruling.Coalition.Eager; theory expects no change of system.
type Coalition struct {
	Majority float64 `unit:"share" range:"0 1" source:"assumed: more than half" means:"weight of those who gain, above which a change can be made"`
	Least    float64 `unit:"payoff" range:"0 1" source:"assumed: trial economies" means:"gain below which nobody moves"`
	Eager    float64 `unit:"per payoff" range:"0 50" source:"assumed: trial economies" means:"how soon a gain is acted on"`
	Most     float64 `unit:"payoff" range:"0 5" source:"assumed: trial economies" means:"largest gain or loss of a group that counts"`
	Silence  float64 `unit:"share" range:"0 1" source:"assumed: trial economies" means:"influence that full coercion takes from who is exposed to it"`
}

// Weights are the groups' influence after coercion, summing to one, or all 0
// where nobody has any. Exposed is how far a group can be coerced, 0 to 1.
func (m Coalition) Weights(influence, exposed []float64, coercion float64) []float64 {
	out := make([]float64, len(influence))
	var sum float64
	for g := range out {
		out[g] = influence[g] * max(0, 1-m.Silence*exposed[g]*coercion)
		sum += out[g]
	}
	for g := range out {
		if sum > 0 {
			out[g] /= sum
		}
	}
	return out
}

// Support is the weight of those who gain, and what all gain in the mean.
func (m Coalition) Support(weights, gains []float64) (support, gain float64) {
	for g, w := range weights {
		if gains[g] > 0 {
			support += w
		}
		gain += w * max(-m.Most, min(m.Most, gains[g]))
	}
	return support, gain
}

// Chance is how likely a change is made within the year.
func (m Coalition) Chance(support, gain float64) float64 {
	if support <= m.Majority || gain <= m.Least {
		return 0
	}
	return 1 - math.Exp(-m.Eager*gain)
}
