package mechanism

// OilRent — M23. Dear oil pays for grain and machines.
//
//	rent = Use·exports·7.3·price
//
// Claim: the windfall of 1973–85 kept consumption up and its end took it away.
//
// Source: Gaidar 2007; Gustafson 1989.
// Ablation: Trade.Oil; theory (Gaidar) expects lower consumption in 1974–85 and an earlier crisis.
type OilRent struct {
	Use float64 `unit:"share" range:"0 1" source:"assumed" means:"rent that is spent on imports"`
}

// barrels in a tonne of crude.
const barrels = 7.3

// Billion is what exports of Mt fetch that is spent on imports, billion dollars. What it
// costs to win the oil is borne at home, like that of all fuel.
func (m OilRent) Billion(mt, price float64) float64 {
	return m.Use * mt * barrels * price / 1000
}
