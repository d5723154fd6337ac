package mechanism

// InvestmentHunger — M15. Capital is free, so more is begun than can be built.
//
// Claim: every ministry begins projects to stake its claim on next year's
// funds; builders and machines are spread thin.
//
//	open projects = Scatter × the year's funds
//
// Source: Kornai 1980; unfinished construction 69 to 87 % of investment 1965–85.
// Ablation: Investment.Hunger.Scatter = 1 (begin what can be built); theory expects unfinished construction to fall.
type InvestmentHunger struct {
	Scatter float64 `unit:"years of funds" range:"0.5 4" source:"calibrated: unfinished construction 1965-70" means:"cost of open projects over the year's funds"`
}

// Dared is the cost of what may be under way, with funds of a year: a least of
// them at any rate.
func (m InvestmentHunger) Dared(least, funds float64) float64 { return max(least, m.Scatter) * funds }
