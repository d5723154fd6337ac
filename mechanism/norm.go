package mechanism

// ProjectNorm is the rule by which project offices choose capital per
// workplace.
//
// Claim: norms follow a trend of technique and hardly notice that workplaces
// stay empty, so capital and labour look like complements.
//
//	Δln k = Trend + Response·clip(v − Normal, −Glut, Dearth)
//
// a year, v the share of posts open, remembered over years.
//
// Source: Weitzman 1970 and Easterly and Fischer 1995 for what it explains; trial economies.
// Ablation: Investment.Norm.Response raised to 0.75; theory expects a measured elasticity of one and no vacancies.
type ProjectNorm struct {
	Trend    float64 `unit:"per year" range:"0 0.08" source:"calibrated: capital 1928-70" means:"growth of capital per new workplace"`
	Response float64 `unit:"per year per unit of vacancies" range:"0 2" source:"calibrated: employees 1928-70" means:"more capital per workplace when posts stay open"`
	Normal   float64 `unit:"share" range:"0 0.2" source:"assumed" means:"posts open that move nothing"`
	Glut     float64 `unit:"share" range:"0 0.5" source:"assumed" means:"largest lack of open posts that counts"`
	Dearth   float64 `unit:"share" range:"0 0.5" source:"assumed" means:"largest excess of open posts that counts"`
}

// Growth is Δln k at a share of posts open.
func (m ProjectNorm) Growth(vacancies float64) float64 {
	return m.Trend + m.Response*min(m.Dearth, max(-m.Glut, vacancies-m.Normal))
}
