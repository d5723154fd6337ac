package mechanism

// Requisition — M17. What is above a norm is taken.
//
// Claim: who is left a norm sows for a norm; the harvest shrinks until the
// towns starve.
//
//	taken = Reach·order·max(0, grain − seed − Norm·people)
//
// over the season, where order is the share that the leaders demand.
//
// Source: Figes 1989; Malle 1985.
// Ablation: Requisition; theory expects sowing and towns to keep their size in 1918–21.
type Requisition struct {
	Reach float64 `unit:"share" range:"0 1" source:"calibrated: procurement 1918-20" means:"of what is ordered, what detachments find"`
	Norm  float64 `unit:"t a year" range:"0 0.4" source:"decree of 13 May 1918: 12 puds" means:"grain left per head"`
}

// Surplus is the grain of a house over its seed and the norm; below zero it
// has too little.
func (m Requisition) Surplus(grain, seed, people float64) float64 {
	return grain - seed - m.Norm*people
}

// Taken is the grain taken from a house.
func (m Requisition) Taken(order, grain, seed, people float64) float64 {
	return m.Reach * order * max(0, m.Surplus(grain, seed, people))
}
