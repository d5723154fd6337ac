package mechanism

import "math"

// Contest — who has a say. Numbers, organisation, leverage and access
// multiply.
//
// Claim: policy goes to those who are many, act together, can stop things and
// sit where decisions are made; who lacks any of the four has no say, however
// much of the others he has.
//
//	weight = n^Crowd·o·l·f,  influence = weight / sum of weights
//
// where n is the number of people, o their organisation, l their leverage and
// f their access. With Crowd below 1 a crowd counts less than its heads, as
// each has less reason to act (Olson).
//
// Source: contest success functions after Tullock 1980 and Hirshleifer 1989; Olson 1965 for numbers; exponent assumed.
// Ablation: Politics.Contest; theory expects no group to have a say, and policy to stay where it is.
type Contest struct {
	Crowd float64 `unit:"elasticity" range:"0 1" source:"assumed; Olson 1965" means:"weight of a group in its number"`
}

// Weight is what a group brings to the contest.
func (m Contest) Weight(number, organisation, leverage, access float64) float64 {
	if m.Crowd == 0 || number <= 0 {
		return 0
	}
	return math.Pow(number, m.Crowd) * organisation * leverage * access
}
