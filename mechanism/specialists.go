package mechanism

// Specialists — M21. Scarce knowledge is paid for.
//
// Claim: where schooling is rare its owners earn much more; as schools fill
// the premium melts.
//
//	premium = Scarcity·max(0, Full − s)/Full per year of schooling above the mean s
//
// Source: pay of engineers over workers 2.6 (1932) to 1.1 (1986), TsSU.
// Ablation: Labour.Specialists; theory expects equal pay and, in the essay's view, less power.
type Specialists struct {
	Scarcity float64 `unit:"share of pay per year" range:"0 0.5" source:"calibrated: engineers' pay 1932-70" means:"pay per year of schooling where nobody has any"`
	Full     float64 `unit:"years" range:"1 20" source:"assumed" means:"mean schooling at which nothing is paid for it"`
}

// Premium is extra pay per year of schooling above the mean.
func (m Specialists) Premium(mean float64) float64 {
	if m.Full == 0 {
		return 0
	}
	return m.Scarcity * max(0, m.Full-mean) / m.Full
}
