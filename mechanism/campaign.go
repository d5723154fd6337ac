package mechanism

// Campaign — M18 (drive). Pressure makes houses join, and anger makes leaders
// retreat.
//
// Claim: a drive for full collectivisation overshoots, is broken off and
// comes back.
//
//	press = Push·max(0, order − joined)·(1 − Law + Law·severity)
//	joining a month = press·Yield
//	anger' = Memory·anger + Offence·press·(1 − joined)
//
// where order is the share the leaders want joined by the end of the year,
// severity that of the penal law and Kolkhoz.Law the part of pressure that
// follows it. When mean anger passes Tolerance the drive is broken off until it
// has fallen to Tolerance/Kolkhoz.Recover; then those who joined leave at
// Exit·anger a month.
//
// Source: Viola 1996; Davies 1980; share joined 57 % in March and 22 % in August 1930.
// Ablation: Kolkhoz.Campaign; theory expects the NEP village to go on.
type Campaign struct {
	Push      float64 `unit:"ratio" range:"0 5" source:"calibrated: collectivisation 1929-33" means:"pressure per unit still to be joined"`
	Yield     float64 `unit:"per month" range:"0 2" source:"calibrated: collectivisation 1929-33" means:"houses that give way to full pressure"`
	Tolerance float64 `unit:"index" range:"0 5" source:"calibrated: retreat of March 1930" means:"unrest at which leaders break the drive off"`
	Memory    float64 `unit:"per month" range:"0 1" source:"assumed" means:"anger that lasts from one month to the next"`
	Offence   float64 `unit:"index" range:"0 3" source:"assumed" means:"anger from a month of full pressure"`
	Exit      float64 `unit:"per month" range:"0 2" source:"calibrated: retreat of March 1930" means:"houses that leave when they may, per unit of anger"`
	Risk      float64 `unit:"ratio" range:"0 3" source:"calibrated: herds 1929-34" means:"risk of losing animals that a unit of pressure makes peasants expect"`
}

// Press is the pressure on a village.
func (m Campaign) Press(order, joined float64) float64 { return m.Push * max(0, order-joined) }
