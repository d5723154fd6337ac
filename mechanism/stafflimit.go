package mechanism

// StaffLimit — The plan for labour. Posts are allowed by workplaces, as far as there
// are people for them.
//
// Claim: who pays no wages himself wants any number of hands; staff lists drawn up by
// workplaces, cut to what the balance of labour says there is, and a bank that pays nobody
// beyond them keep posts from staying open without end, so that fewer leave the villages,
// wages have nothing to drift with, and branches that pay less keep their people.
//
//	list    = Norm·places·min(1, (1 + Room)·Σstaff/(Norm·Σplaces))
//	allowed = wanted − Reach·max(0, wanted − list)
//
// Source: Granick 1987 and Filtzer 1986 on limits of labour and the wage fund; decree of 3 December 1932 on the control of wage funds by the State Bank (recalled).
// Ablation: Labour.Limit; theory expects more open posts, larger towns and a faster rise of wages.
type StaffLimit struct {
	Norm  float64 `unit:"staff per workplace" range:"0 2" source:"judged on employment 1928-70: one and a half shifts in industry (shift coefficients, Narodnoe khozyaistvo, recalled), one elsewhere" means:"staff that the plan for labour allows for a workplace"`
	Room  float64 `unit:"share" range:"0 1" source:"judged: limits are drawn from what was achieved" means:"posts beyond all staff in hand that the balance of labour allows"`
	Reach float64 `unit:"share" range:"0 1" source:"judged: once the bank saw to them, limits were overrun by a few per cent" means:"of the posts wanted beyond the limit, those that nobody is paid for"`
}

// List is the staff that is allowed for a workplace, given all staff and all workplaces.
func (m StaffLimit) List(staff, places float64) float64 {
	return min(m.Norm, (1+m.Room)*staff/max(1e-9, places))
}

// Allowed is the staff that may be hired or kept, of those wanted, where a list has so
// many and leaders let a part of what is beyond it pass.
func (m StaffLimit) Allowed(wanted, list, waived float64) float64 {
	if m.Norm <= 0 { // nobody draws up lists
		return wanted
	}
	return wanted - m.Reach*(1-waived)*max(0, wanted-list)
}
