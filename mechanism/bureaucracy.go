package mechanism

// Bureaucracy — M20. Offices grow with what stays unsettled.
//
// Claim: every failure of supply makes work for offices, and every office
// that is short of staff asks for more.
//
//	wanted = employees·(Base + Planned·p + Trouble·t)
//
// approached at Speed, where p is 1 when supply is by allotment and t the
// share of orders and purchases that fail.
//
// Source: Figes 1996 (officials 0.6 to 2.4 million 1917–21); Lewin 1985.
// Ablation: Offices.Growth; theory expects fewer officials and, at first, more late deliveries.
type Bureaucracy struct {
	Base    float64 `unit:"share of employees" range:"0 0.3" source:"TsSU 1926-28" means:"officials without planning"`
	Planned float64 `unit:"share of employees" range:"0 0.3" source:"calibrated: officials 1917-40" means:"officials that allotment needs"`
	Trouble float64 `unit:"share of employees" range:"0 1" source:"calibrated: officials 1917-21" means:"officials per unit of failed orders"`
	Speed   float64 `unit:"per year" range:"0 3" source:"assumed" means:"speed of hiring"`
}

// Wanted is the staff that offices ask for.
func (m Bureaucracy) Wanted(employees, planned, trouble float64) float64 {
	return employees * (m.Base + m.Planned*planned + m.Trouble*trouble)
}
