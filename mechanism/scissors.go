package mechanism

import "gosplan/unit"

// Scissors — M16. Peasants sell what manufactures are worth to them.
//
// Claim: when manufactured goods are dear or not to be had, peasants keep
// their grain.
//
//	marketed = surplus / (1 + X),  X = ((1−a)/a)·p̃^(σ−1),  p̃ = Response·p_m/((1−ς)·p_a)
//
// the choice of a household with CES preferences between its own food and
// manufactures, where p_m/p_a is the price ratio relative to 1913, ς the
// share of purchases that fail, a the weight of manufactures. The marketed
// share falls with worse terms only when σ > 1.
//
// Source: the peasant's choice after Allen 2003; the crisis of October 1923, when the ratio was 3.1.
// Ablation: Behaviour.Scissors.Response = 0 (manufactures always cheap); theory expects marketing to stay up in 1923 and 1928.
type Scissors struct {
	Share      float64 `unit:"share" range:"0.5 0.99" source:"calibrated: marketed share 1913-28" means:"weight of manufactures in the surplus"`
	Elasticity float64 `unit:"elasticity" range:"1.05 6" source:"calibrated: marketed share 1913-28" means:"elasticity of substitution between own food and manufactures"`
	Response   float64 `unit:"ratio" range:"0 3" source:"1 by definition" means:"weight of the terms of trade"`
}

// Marketed is the share of the surplus that is sold at the price ratio
// relative to 1913 and the share of failed purchases.
func (m Scissors) Marketed(ratio, shortage float64) float64 {
	terms := m.Response * ratio / (1 - min(0.95, shortage))
	return 1 / (1 + (1-m.Share)/m.Share*unit.Pow(terms, m.Elasticity-1))
}
