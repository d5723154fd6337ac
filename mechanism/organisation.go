package mechanism

// Organisation — what holds a class together. It grows slowly and is lost
// fast.
//
// Claim: people who stay together and may meet come to act together, and more
// so when acting pays; who leaves at the first discontent, is punished for
// speaking or lives by favours of the firm does not. Where there is always
// another post, leaving takes the place of speaking up.
//
//	o' = o + (Tenure·t·(1−r) + Success·w)·(1−o) − (Turnover·q + Repression·r + Patronage·p)·o
//
// a year, where t is the share of people who stayed for a year or more, q the
// share of newcomers, r the repression they meet, w the part of work stopped
// by strikes that were won, p the part of their living that the employer hands
// out and not the wage.
//
// Source: Hirschman 1970 (exit and voice); Filtzer 1986 and Ticktin 1992 (atomised workers); Kragh 2011; rates assumed.
// Ablation: Politics.Organisation; theory expects organisation to stay as it was, whatever workers live through.
type Organisation struct {
	Tenure     float64 `unit:"per year" range:"0 0.5" source:"assumed" means:"growth among people who all stay and are free to meet"`
	Success    float64 `unit:"per unit of work" range:"0 50" source:"assumed" means:"growth from strikes that were won, per part of the year's work they stopped"`
	Turnover   float64 `unit:"per year" range:"0 1" source:"assumed" means:"loss when all are newcomers"`
	Repression float64 `unit:"per year" range:"0 2" source:"assumed" means:"loss under full repression"`
	Patronage  float64 `unit:"per year" range:"0 1" source:"assumed; Kornai 1992 and Walder 1986 on the firm as provider" means:"loss when all of a living is handed out by the employer"`
}

// Next is the organisation a year later, 0 to 1.
func (m Organisation) Next(o, stayed, repression, won, patronage float64) float64 {
	gain := m.Tenure*stayed*(1-repression) + m.Success*won
	loss := m.Turnover*(1-stayed) + m.Repression*repression + m.Patronage*patronage
	return min(1, max(0, o+gain*(1-o)-loss*o))
}
