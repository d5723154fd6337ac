package replica

import (
	"fmt"
	"math"

	"gosplan/draw"
	"gosplan/fit"
)

// CES is Weitzman's production function of Soviet industry, 1950–69.
type CES struct {
	Level    float64 `unit:"output" range:"0 1e9" source:"Weitzman 1970: 0.8044156" means:"level"`
	Trend    float64 `unit:"per year" range:"-1 1" source:"Weitzman 1970: 0.02046463" means:"growth of productivity"`
	Weight   float64 `unit:"share" range:"0 1" source:"Weitzman 1970: 0.6397585" means:"h, weight of capital"`
	Sigma    float64 `unit:"ratio" range:"0.01 100" source:"Weitzman 1970: 0.4031043" means:"elasticity of substitution"`
	Capital  float64 `unit:"per year" range:"-1 1" source:"derivation of the golden figures: 0.095" means:"growth of capital"`
	Labour   float64 `unit:"per year" range:"-1 1" source:"derivation of the golden figures: 0.022" means:"growth of labour"`
	Noise    float64 `unit:"log" range:"0 1" source:"assumed; R² of the paper 0.99942" means:"standard deviation of the noise laid over the path before it is estimated"`
	Estimate int     `unit:"years" range:"8 100" source:"Weitzman 1970: 1950–69" means:"years estimated from"`
	Solow    Solow
}

// Solow is an economy that saves a fixed share, with the same function.
type Solow struct {
	Weight  float64 `unit:"share" range:"0 1" source:"Allen 2003, chapter 10: 0.639" means:"h, weight of capital"`
	Rho     float64 `unit:"ratio" range:"-0.99 100" source:"Allen 2003, chapter 10: 1.481389" means:"ρ, so that σ = 1/(1+ρ)"`
	Saving  float64 `unit:"share" range:"0 1" source:"derivation of the golden figures: 0.30" means:"share of output invested"`
	Labour  float64 `unit:"per year" range:"-1 1" source:"derivation of the golden figures: 0.013" means:"growth of labour"`
	Wear    float64 `unit:"per year" range:"0 1" source:"derivation of the golden figures: 0.05" means:"capital lost a year"`
	Capital float64 `unit:"output" range:"0 100" source:"derivation of the golden figures: 2" means:"first capital, in units of first output"`
}

var askNoise = draw.Ask("ces.noise")

func ces() *Model {
	p := &CES{
		Level: 0.8044156, Trend: 0.02046463, Weight: 0.6397585, Sigma: 0.4031043, Capital: 0.095, Labour: 0.022,
		Noise: 0.002, Estimate: 20,
		Solow: Solow{Weight: 0.639, Rho: 1.481389, Saving: 0.30, Labour: 0.013, Wear: 0.05, Capital: 2},
	}
	var list []Figure
	for i, growth := range []float64{8.56, 7.62, 6.73, 5.98, 5.41, 5.02, 4.75, 4.58} {
		list = append(list, digits(fmt.Sprintf("growth_%d", i+1), fmt.Sprintf("Growth, years %d to %d", 5*i, 5*i+5), "% a year", growth, 2))
	}
	for i, share := range []float64{0.516, 0.390, 0.277, 0.187, 0.121, 0.077, 0.047, 0.029} {
		list = append(list, digits(fmt.Sprintf("share_%d", i+1), fmt.Sprintf("Imputed share of capital, year %d", 5*i+5), "share", share, 3))
	}
	list = append(list,
		digits("product_1", "Marginal product of capital, year 5, without level and trend", "", 0.446, 3),
		digits("product_8", "Marginal product of capital, year 40, without level and trend", "", 0.0036, 4))
	for i, growth := range []float64{3.04, 1.78, 1.49, 1.39, 1.34} {
		list = append(list, digits(fmt.Sprintf("solow_growth_%d", i+1), fmt.Sprintf("Growth at a saving of 30 %%, decade %d", i+1), "% a year", growth, 2))
	}
	list = append(list,
		digits("solow_ratio_1", "Capital over output after one decade", "years", 3.0, 1),
		digits("solow_ratio_5", "Capital over output after five", "years", 4.57, 2),
		digits("sigma", "Elasticity estimated from the path", "", 0.4031, 4),
		digits("sigma_noisy", "Elasticity estimated from the path under noise", "", 0.40, 1),
	)
	return &Model{
		Name:  "weitzman-ces",
		Title: "Weitzman's slowdown by low substitution",
		Claim: "With an elasticity of substitution of 0.4 between capital and labour, steady growth of capital brings growth down year by year at an unchanged trend of productivity.",
		Equations: `Y = A·e^(g·t)·(h·K^−ρ + (1 − h)·L^−ρ)^(−1/ρ),  σ = 1/(1 + ρ)
share of capital = h·K^−ρ / (h·K^−ρ + (1 − h)·L^−ρ)
estimated by nonlinear least squares: ln(Y/L) = a + g·t − (1/ρ)·ln(h·k^−ρ + 1 − h)
at a fixed saving: K' = (1 − d)·K + s·Y,  L' = (1 + n)·L`,
		Source:     "Weitzman, Soviet postwar economic growth and capital-labor substitution, AER 60 (1970) 676–92; Easterly and Fischer, WBER 9 (1995); Allen, Farm to Factory, 2003, chapter 10",
		Unknown:    "Weitzman's data are not at hand, so that his estimate is not repeated; it is recovered from the path his estimate implies.",
		Parameters: p,
		Lucky:      true,
		Figures:    figures(Computed, "Weitzman's equation at his estimate, capital growing 9.5 % and labour 2.2 % a year", list...),
		Run:        p.run,
	}
}

func bundle(h, rho, k, l float64) float64 {
	return math.Pow(h*math.Pow(k, -rho)+(1-h)*math.Pow(l, -rho), -1/rho)
}

// at is output, capital and labour of a year of the path, and the share of capital.
func (p *CES) at(year int) (y, k, l, share float64) {
	rho := 1/p.Sigma - 1
	t := float64(year)
	k, l = math.Pow(1+p.Capital, t), math.Pow(1+p.Labour, t)
	pull := p.Weight * math.Pow(k, -rho)
	return p.Level * math.Exp(p.Trend*t) * bundle(p.Weight, rho, k, l), k, l, pull / (pull + (1-p.Weight)*math.Pow(l, -rho))
}

func (p *CES) run(luck draw.Deck, log *Log) (Readings, error) {
	const spans, span = 8, 5
	out := Readings{}
	before, _, _, _ := p.at(0)
	for i := 1; i <= spans; i++ {
		y, k, _, share := p.at(span * i)
		out[fmt.Sprintf("growth_%d", i)] = 100 * (math.Pow(y/before, 1.0/span) - 1)
		out[fmt.Sprintf("share_%d", i)] = share
		out[fmt.Sprintf("product_%d", i)] = share * y / k / (p.Level * math.Exp(p.Trend*float64(span*i)))
		before = y
	}
	p.Solow.run(out)
	y, k, l := make([]float64, p.Estimate), make([]float64, p.Estimate), make([]float64, p.Estimate)
	noisy := make([]float64, p.Estimate)
	for year := range y {
		var share float64
		y[year], k[year], l[year], share = p.at(year)
		noisy[year] = y[year] * math.Exp(p.Noise*luck.Normal(askNoise, 0, year))
		log.Write("output", "first year = 0.8", year+1, y[year])
		log.Write("capital_share", "share", year+1, share)
	}
	var err error
	if out["sigma"], _, _, _, err = fit.Elasticity(y, k, l); err != nil {
		return nil, err
	}
	out["sigma_noisy"], _, _, _, err = fit.Elasticity(noisy, k, l)
	return out, err
}

// run adds growth by decade and the ratio of capital to output.
func (s Solow) run(out Readings) {
	const decades, decade = 5, 10
	k, l := s.Capital, 1.0
	level := 1 / bundle(s.Weight, s.Rho, k, l)
	before := 1.0
	for year := range decades*decade + 1 {
		y := level * bundle(s.Weight, s.Rho, k, l)
		if i := year / decade; year%decade == 0 && i > 0 {
			out[fmt.Sprintf("solow_growth_%d", i)] = 100 * (math.Pow(y/before, 1.0/decade) - 1)
			out[fmt.Sprintf("solow_ratio_%d", i)] = k / y
			before = y
		}
		k = (1-s.Wear)*k + s.Saving*y
		l *= 1 + s.Labour
	}
}
