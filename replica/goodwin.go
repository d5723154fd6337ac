package replica

import (
	"errors"
	"math"

	"gosplan/draw"
)

// Goodwin is the growth cycle of wages and employment.
type Goodwin struct {
	Productivity float64 `unit:"per year" range:"0 1" source:"derivation of the golden figures: 0.02" means:"a, growth of productivity"`
	Labour       float64 `unit:"per year" range:"0 1" source:"derivation of the golden figures: 0.01" means:"b, growth of the labour force"`
	Restraint    float64 `unit:"per year" range:"0 10" source:"derivation of the golden figures: 0.5" means:"g, fall of wages without employment"`
	Pressure     float64 `unit:"per year" range:"0 10" source:"derivation of the golden figures: 0.55" means:"ρ, rise of wages with employment"`
	Ratio        float64 `unit:"years" range:"0.1 100" source:"derivation of the golden figures: 3" means:"s, capital over output"`
	Step         float64 `unit:"years" range:"1e-6 1" source:"assumed: a step of the Runge–Kutta method" means:"step"`
}

func goodwin() *Model {
	p := &Goodwin{Productivity: 0.02, Labour: 0.01, Restraint: 0.5, Pressure: 0.55, Ratio: 3, Step: 0.005}
	return &Model{
		Name:  "goodwin",
		Title: "Goodwin's growth cycle",
		Claim: "High employment raises wages, wages cut profit and investment, and the loss of employment cuts wages: employment and the wage share go round for ever about a point that neither reaches.",
		Equations: `v̇/v = (1 − u)/s − (a + b)      v: employment, u: wage share
u̇/u = −(a + g) + ρ·v
v* = (a + g)/ρ,  u* = 1 − s·(a + b)
small cycles take 2π/√((a + g)·(1/s − a − b)) years`,
		Source:     "Goodwin, A growth cycle, in Feinstein (ed.), Socialism, Capitalism and Economic Growth, 1967",
		Unknown:    "Goodwin gives no numbers; those here are the usual ones.",
		Parameters: p,
		Figures: figures(Computed, "the equations at the parameters shown; means and periods by integrating them",
			digits("employment", "Employment at rest: mean over a small cycle", "share", 0.9455, 4),
			digits("wage_share", "Wage share at rest: mean over a small cycle", "share", 0.91, 4),
			digits("period", "Period of a small cycle", "years", 15.8, 1),
			digits("employment_large", "Employment: mean over a large cycle", "share", 0.9455, 3),
			digits("wage_share_large", "Wage share: mean over a large cycle", "share", 0.91, 3),
			above("longer", "Large cycle over small", "ratio", 1),
			digits("drift", "Change of what a cycle conserves in ten cycles", "share", 0, 6),
		),
		Run: p.run,
	}
}

// slopes are the time derivatives of employment and wage share.
func (p *Goodwin) slopes(v, u float64) (dv, du float64) {
	return v * ((1-u)/p.Ratio - p.Productivity - p.Labour), u * (p.Pressure*v - p.Productivity - p.Restraint)
}

// advance is a step of the Runge–Kutta method of fourth order.
func (p *Goodwin) advance(v, u float64) (float64, float64) {
	h := p.Step
	v1, u1 := p.slopes(v, u)
	v2, u2 := p.slopes(v+h/2*v1, u+h/2*u1)
	v3, u3 := p.slopes(v+h/2*v2, u+h/2*u2)
	v4, u4 := p.slopes(v+h*v3, u+h*u3)
	return v + h/6*(v1+2*v2+2*v3+v4), u + h/6*(u1+2*u2+2*u3+u4)
}

// conserved is the same all along a cycle.
func (p *Goodwin) conserved(v, u float64) float64 {
	free := 1/p.Ratio - p.Productivity - p.Labour
	return p.Pressure*v - (p.Productivity+p.Restraint)*math.Log(v) + u/p.Ratio - free*math.Log(u)
}

// A cycle is what is seen in going round some times.
type cycle struct{ employment, wageShare, period, drift float64 }

// round starts beside the point of rest and goes round ten times.
func (p *Goodwin) round(aside float64, log *Log) (cycle, error) {
	const rounds, longest = 10, 1000.0
	restV := (p.Productivity + p.Restraint) / p.Pressure
	restU := 1 - p.Ratio*(p.Productivity+p.Labour)
	v, u := restV*(1-aside), restU
	began := p.conserved(v, u)
	var c cycle
	steps, passed, last := 0, 0, 0.0
	for {
		oldV, oldU := v, u
		v, u = p.advance(v, u)
		steps++
		c.employment += (oldV + v) / 2
		c.wageShare += (oldU + u) / 2
		if whole := math.Round(1 / p.Step); math.Mod(float64(steps), whole) == 0 {
			log.Write("employment", "share", int(float64(steps)/whole), v)
			log.Write("wage_share", "share", int(float64(steps)/whole), u)
		}
		if v < restV && oldU > restU && u <= restU { // once round: where it began
			passed++
			last = float64(steps) - (restU-u)/(oldU-u)
			if passed == rounds {
				break
			}
		}
		if float64(steps)*p.Step > rounds*longest {
			return c, errors.New("goodwin: the cycle does not close: the parameters have no point of rest")
		}
	}
	c.employment /= float64(steps)
	c.wageShare /= float64(steps)
	c.period = last * p.Step / rounds
	c.drift = math.Abs(p.conserved(v, u)/began - 1)
	return c, nil
}

func (p *Goodwin) run(_ draw.Deck, log *Log) (Readings, error) {
	small, err := p.round(0.001, nil)
	if err != nil {
		return nil, err
	}
	large, err := p.round(0.05, log)
	if err != nil {
		return nil, err
	}
	return Readings{
		"employment": small.employment, "wage_share": small.wageShare, "period": small.period,
		"employment_large": large.employment, "wage_share_large": large.wageShare,
		"longer": large.period / small.period, "drift": large.drift,
	}, nil
}
