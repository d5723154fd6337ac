package mechanism

// Councils — 1957. Regions serve themselves first.
//
//	share kept = Localism of what a region makes goes to its own first
//
// Claim: ministries had served their own branch first; regional councils
// serve their own region first and break deliveries across borders.
//
// Source: Nove 1977; Markevich and Zhuravskaya 2011.
// Ablation: Supply.Councils; theory expects fewer late deliveries across regions in 1957–65.
type Councils struct {
	Localism float64 `unit:"share" range:"0 1" source:"assumed" means:"deliveries held back for the own region"`
}

// Kept is what a region that made a part of all keeps for its own users of what
// there is.
func (m Councils) Kept(have, made, all float64) float64 { return m.Localism * have * made / all }
