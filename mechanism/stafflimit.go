package mechanism

// StaffLimit — The plan for labour. Posts are allowed by workplaces and by
// who fills them.
//
// Claim: who pays no wages himself wants any number of hands; a staff list drawn up by
// workplaces, limits that add little to the staff there is, and a bank that pays nobody
// beyond them keep posts from staying open without end, so that fewer leave the villages
// and wages have nothing to drift with.
//
//	limit   = min(Norm·places, staff + Room·Norm·places)
//	allowed = wanted − Reach·max(0, wanted − limit)
//
// Source: Granick 1987 and Filtzer 1986 on limits of labour and the wage fund; decree of 3 December 1932 on the control of wage funds by the State Bank (recalled).
// Ablation: Labour.Limit; theory expects more open posts, larger towns and a faster rise of wages.
type StaffLimit struct {
	Norm  float64 `unit:"staff per workplace" range:"0 2" source:"judged on employment 1928-70: one and a half shifts in industry (shift coefficients, Narodnoe khozyaistvo, recalled), one elsewhere" means:"staff that the plan for labour allows for a workplace"`
	Room  float64 `unit:"share" range:"0 1" source:"judged: limits are drawn from what was achieved" means:"of that staff, what is added in a quarter at most"`
	Reach float64 `unit:"share" range:"0 1" source:"judged: once the bank saw to them, limits were overrun by a few per cent" means:"of the posts wanted beyond the limit, those that nobody is paid for"`
}

// Allowed is the staff that may be hired or kept, of those wanted, where some are in
// hand for a number of workplaces and leaders let a part of what is beyond the limit pass.
func (m StaffLimit) Allowed(wanted, staff, places, waived float64) float64 {
	limit := min(m.Norm*places, staff+m.Room*m.Norm*places)
	return wanted - m.Reach*(1-waived)*max(0, wanted-limit)
}
