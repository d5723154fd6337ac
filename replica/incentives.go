package replica

import (
	"math"

	"gosplan/decide"
	"gosplan/draw"
)

// Incentives are Weitzman's two results on pay by the plan.
type Incentives struct {
	Bonus    float64 `unit:"rubles per unit" range:"0 100" source:"derivation of the golden figures: 1" means:"b, bonus per unit over the target"`
	Discount float64 `unit:"per year" range:"0.001 1" source:"derivation of the golden figures: 0.15" means:"r, discount rate"`
	Mild     float64 `unit:"share" range:"0 1" source:"derivation of the golden figures: 0.2" means:"λ, share of the excess added to the target"`
	Hard     float64 `unit:"share" range:"0 1" source:"derivation of the golden figures: 0.5" means:"λ of the second case"`
	Years    int     `unit:"years" range:"10 10000" source:"assumed: discounted to nothing" means:"years in which a choice is tried out"`
}

func incentives() *Model {
	p := &Incentives{Bonus: 1, Discount: 0.15, Mild: 0.2, Hard: 0.5, Years: 400}
	return &Model{
		Name:  "weitzman-incentives",
		Title: "Weitzman's ratchet price and three-part bonus",
		Claim: "Who earns by beating a target that then rises stops where marginal cost is far below the bonus; a bonus in three parts makes him name a target he will meet with a known chance.",
		Equations: `max Σ (1+r)^−t·[b·(y − q) − C(y)],  q' = q + λ·(y − q)   ⇒   C'(y*) = b/(1 + λ/r)
B = β·ŷ + α·(y − ŷ) if y ≥ ŷ;  β·ŷ − γ·(ŷ − y) if y < ŷ   ⇒   F(ŷ*) = (β − α)/(γ − α)`,
		Source:     "Weitzman, The ratchet principle and performance incentives, Bell Journal 11 (1980) 302–8; Weitzman, The new Soviet incentive model, Bell Journal 7 (1976) 251–7",
		Parameters: p,
		Figures: append(figures(Computed, "the closed forms, which are those of package decide",
			digits("price_mild", "Marginal cost at the optimum, λ = 0.2, r = 0.15", "of the bonus", 0.4286, 4),
			digits("price_hard", "Marginal cost at the optimum, λ = 0.5, r = 0.15", "of the bonus", 0.2308, 4),
			digits("target_even", "Chance of missing the own target, bonus 0.7, 1, 1.3", "share", 0.5, 3),
			digits("target_steep", "Chance of missing the own target, bonus 0.5, 1, 2", "share", 0.333, 3),
		), figures(Computed, "found by trying, not by the closed forms",
			digits("tried_mild", "Best steady output tried over many years, λ = 0.2", "of the bonus", 0.4286, 2),
			digits("tried_hard", "Best steady output tried over many years, λ = 0.5", "of the bonus", 0.2308, 2),
			digits("tried_even", "Best own target tried, bonus 0.7, 1, 1.3", "share", 0.5, 2),
			digits("tried_steep", "Best own target tried, bonus 0.5, 1, 2", "share", 0.333, 2),
		)...),
		Run: p.run,
	}
}

func (p *Incentives) run(_ draw.Deck, log *Log) (Readings, error) {
	for i := range 21 {
		lambda := float64(i) / 20
		log.Write("ratchet_price", "of the bonus; step n is λ = (n − 1)/20", i+1, decide.RatchetPrice(p.Bonus, lambda, p.Discount))
	}
	return Readings{
		"price_mild":   decide.RatchetPrice(p.Bonus, p.Mild, p.Discount),
		"price_hard":   decide.RatchetPrice(p.Bonus, p.Hard, p.Discount),
		"tried_mild":   p.tried(p.Mild),
		"tried_hard":   p.tried(p.Hard),
		"target_even":  decide.SelfTarget(0.7, 1, 1.3),
		"target_steep": decide.SelfTarget(0.5, 1, 2),
		"tried_even":   triedTarget(0.7, 1, 1.3),
		"tried_steep":  triedTarget(0.5, 1, 2),
	}, nil
}

// tried is the steady output of the highest worth, each lived from a target of
// nothing, at a cost of y²/2, of which y is the marginal cost.
func (p *Incentives) tried(lambda float64) float64 {
	const steps = 1000
	best, most := 0.0, math.Inf(-1)
	for i := range steps + 1 {
		y := float64(i) / steps * p.Bonus
		worth, target, weight := 0.0, 0.0, 1.0
		for range p.Years {
			worth += weight * (p.Bonus*(y-target) - y*y/2)
			target += lambda * (y - target)
			weight /= 1 + p.Discount
		}
		if worth > most {
			best, most = y, worth
		}
	}
	return best
}

// triedTarget is the own target of the highest mean bonus when output is
// anything from 0 to 1, so that the target is also the chance of missing it.
func triedTarget(alpha, beta, gamma float64) float64 {
	const targets, outputs = 500, 1000
	best, most := 0.0, math.Inf(-1)
	for i := range targets + 1 {
		target, mean := float64(i)/targets, 0.0
		for j := range outputs {
			mean += decide.ThreePart(alpha, beta, gamma, target, (float64(j)+0.5)/outputs) / outputs
		}
		if mean > most {
			best, most = target, mean
		}
	}
	return best
}
