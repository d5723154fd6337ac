package mechanism

import "math"

// LateDelivery — M3. Deliveries come late, the more so the more a few people
// have to arrange.
//
// Claim: enterprises hoard inputs because deliveries cannot be relied on.
//
//	chance = Load·(N/Reference)^¼·(1 − experience)
//
// on top of what roads and weather delay everywhere; N is the number of real
// enterprises to be supplied by allotment.
//
// Source: Powell 1977; Levine 1959; Schroeder 1972; trial economies for the size.
// Ablation: Supply.Late; theory expects input stocks and over-requests to fall.
type LateDelivery struct {
	Load      float64 `unit:"share" range:"0 1" source:"calibrated: output 1918-21; trial economies 0.15" means:"deliveries that come late without any experience of planning"`
	Reference float64 `unit:"enterprises" range:"1000 1000000" source:"census of industry 1926/27" means:"enterprises at which that holds"`
	Learning  float64 `unit:"per year" range:"0 0.5" source:"trial economies: planning capacity grew 8 % a year" means:"speed at which experience of planning is gained"`
	Most      float64 `unit:"share" range:"0 1" source:"assumed" means:"experience that can be gained"`
}

// Chance is the share of deliveries that come late.
func (m LateDelivery) Chance(enterprises, experience float64) float64 {
	if m.Reference == 0 {
		return 0
	}
	return min(0.9, m.Load*math.Sqrt(math.Sqrt(enterprises/m.Reference))*(1-experience))
}
