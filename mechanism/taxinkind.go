package mechanism

// TaxInKind — NEP. A known share of the harvest is taken; the rest is free.
//
// Source: decree of 21 March 1921; Davies 1990.
// Ablation: Tax; theory expects little change of sowing (the share is small and known).
type TaxInKind struct {
	Rate float64 `unit:"share" range:"0 1" source:"assumed" means:"part of the tax that leaders set which is collected"`
}
