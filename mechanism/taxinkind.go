package mechanism

// TaxInKind — NEP. A known share of the harvest is taken; the rest is free.
//
// Source: decree of 21 March 1921; Davies 1990.
// Ablation: Tax; theory expects little change of sowing (the share is small and known).
type TaxInKind struct {
	Rate float64 `unit:"share of the harvest" range:"0 0.5" source:"Davies 1990: 10 to 15 %" means:"tax"`
}
