package mechanism

import "math"

// Strike — who downs tools. Everybody waits for some others.
//
// Claim: discontent becomes a strike where enough workers are seen to strike;
// fear and the lack of ties stop the chain before it has begun.
//
//	strikes when Anger·grievance + o·(share of neighbours who strike) > θ
//	θ = Caution + Spread·z + Fear·punishment
//
// where o is workers' organisation, z standard normal, grievance the part of
// the living they had come to expect that is missing. What a strike wins is
// Yield of the grievance; of how long it lasts the mean is Days.
//
// Source: Granovetter 1978; θ about 0.35 ± 0.15 assumed.
// Ablation: Politics.Strike; theory expects no strikes, and organisation without what they win.
type Strike struct {
	Anger   float64 `unit:"ratio" range:"0 5" source:"assumed" means:"weight of the grievance"`
	Caution float64 `unit:"share" range:"0 1" source:"Granovetter 1978 for the form; assumed" means:"mean share of neighbours who must strike first, without fear"`
	Spread  float64 `unit:"share" range:"0 0.5" source:"Granovetter 1978 for the form; assumed" means:"standard deviation of that share"`
	Fear    float64 `unit:"ratio" range:"0 3" source:"assumed" means:"what full punishment adds to it"`
	Days    float64 `unit:"days" range:"0 75" source:"assumed; Soviet strikes of the 1920s and 1989 lasted days" means:"mean length of a strike"`
	Yield   float64 `unit:"share" range:"0 1" source:"assumed" means:"part of the grievance that a strike which is won makes good"`
}

// Threshold is the θ of one shop, by its luck z and the punishment it expects.
func (m Strike) Threshold(z, punishment float64) float64 {
	return max(1e-9, m.Caution+m.Spread*z+m.Fear*punishment)
}

// Joins tells whether a shop strikes when that share of its neighbours does.
func (m Strike) Joins(grievance, ties, neighbours, threshold float64) bool {
	return m.Days > 0 && grievance > 0 && m.Anger*grievance+ties*neighbours > threshold
}

// Length of a strike in days, of at most so many, by a luck between 0 and 1:
// on every day it ends with the same chance.
func (m Strike) Length(luck, most float64) float64 {
	return min(most, m.Days*-math.Log(1-luck))
}
