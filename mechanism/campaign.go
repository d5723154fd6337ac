package mechanism

// Campaign — M18 (drive). Pressure makes houses join, and anger makes leaders
// retreat.
//
// Claim: a drive for full collectivisation overshoots, is broken off and
// comes back.
//
//	press = Push·max(0, order − joined), nothing while anger > Tolerance/2 after it has passed Tolerance
//	joining a month = press·Yield·luck;  leaving = Exit·anger when press has stopped
//	anger' = 0.85·anger + press·(joined against the will)
//
// where order is the share the leaders want joined by the end of the year.
//
// Source: Viola 1996; Davies 1980; share joined 57 % in March and 22 % in August 1930.
// Ablation: Kolkhoz.Campaign; theory expects the NEP village to go on.
type Campaign struct {
	Push      float64 `unit:"ratio" range:"0 5" source:"calibrated: collectivisation 1929-33" means:"pressure per unit still to be joined"`
	Yield     float64 `unit:"per month" range:"0 2" source:"calibrated: collectivisation 1929-33" means:"houses that give way to full pressure"`
	Tolerance float64 `unit:"index" range:"0 5" source:"calibrated: retreat of March 1930" means:"unrest at which leaders break the drive off"`
	Exit      float64 `unit:"per month" range:"0 2" source:"calibrated: retreat of March 1930" means:"houses that leave when they may, per unit of anger"`
	Risk      float64 `unit:"ratio" range:"0 3" source:"calibrated: herds 1929-34" means:"risk of losing animals that a unit of pressure makes peasants expect"`
}

// Press is the pressure on a village.
func (m Campaign) Press(order, joined float64) float64 { return m.Push * max(0, order-joined) }
