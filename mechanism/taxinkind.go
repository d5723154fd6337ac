package mechanism

// TaxInKind — NEP. A known share of the harvest is taken; the rest is free.
//
// Claim: who knows beforehand what share is taken, and may sell or eat what he
// reaps beyond it, sows for the market again; surpluses taken whole make him
// sow for his own table.
//
//	taken = Rate·tax/Spread of the grain in the barn
//
// a month for Months months from September, with tax the share of the harvest
// that leaders set and Spread the months it is divided by (Tax, beside rent).
//
// Source: decree of 21 March 1921; Davies 1990; Nove 1969, recalled.
// Ablation: Tax; theory expects little change of sowing (the share is small and known).
type TaxInKind struct {
	Rate float64 `unit:"share" range:"0 1" source:"assumed" means:"part of the tax that leaders set which is collected"`
}

// Collected is the share of the harvest that is taken of that ordered.
func (m TaxInKind) Collected(tax float64) float64 { return m.Rate * tax }
