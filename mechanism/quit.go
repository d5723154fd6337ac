package mechanism

import "math"

// Quit — M12. Workers leave for better pay as long as there are posts.
//
// Claim: where dismissal is no threat and posts are open everywhere, leaving
// replaces speaking up; turnover is high and workers stay strangers.
//
//	h = Base·exp(Response·(w'−w)/w')·(open posts per seeker, at most 1)·(1−lock)
//
// a year, Young times as much in the first year in a post; w is the wage of
// the post and w' the mean wage of the region.
//
// Source: Granick 1987; Filtzer 1986; turnover of 1928–36 (TsUNKhU).
// Ablation: Behaviour.Quit; theory expects workers' organisation to grow and vacancies to fall.
type Quit struct {
	Base     float64 `unit:"per year" range:"0 3" source:"quits 1956-85: 13 to 38 % a year" means:"leaving at the mean wage with posts open"`
	Response float64 `unit:"elasticity" range:"0 10" source:"assumed" means:"response to the wage gap"`
	Young    float64 `unit:"ratio" range:"1 10" source:"TsUNKhU: newcomers in turnover" means:"leaving in the first year over later"`
}

// Hazard is the rate per year at which a worker leaves.
func (m Quit) Hazard(wage, mean, posts, lock float64, newcomer bool) float64 {
	h := m.Base * math.Exp(m.Response*min(1, max(-1, (mean-wage)/max(1, mean)))) * min(1, posts) * (1 - lock)
	if newcomer {
		h *= m.Young
	}
	return h
}
