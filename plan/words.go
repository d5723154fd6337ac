package plan

import (
	"fmt"
	"math"

	"gosplan/production"
)

// Asked is the question of a task about a table, in one sentence.
func Asked(t *production.Table, r Request) string {
	factor := "its factor"
	if r.Factor < len(t.Factors) {
		factor = t.Factors[r.Factor]
	}
	switch r.Task {
	case Balances:
		return "How much must be made of everything, so that the final needs are met and what goes into making things is made as well?"
	case Technique:
		return fmt.Sprintf("Which techniques meet the final needs with the least %s?", factor)
	case Bundle:
		return "How many times the final needs can be met with the capacities and stocks there are?"
	case Goals:
		return "Which plan falls least short of the needs, the important ones first?"
	case Years:
		return fmt.Sprintf("How many times the needs of all %d periods can be met, if the plan may also build capacity?", len(t.Periods))
	case Harmony:
		return "Which plan is most in harmony with the needs, where the first units of a thing count more than the last?"
	case Council:
		return "On what do proposals of those who work and of those who consume agree, if scarce things become dearer in every round?"
	case Achieved:
		return "What plan comes of last year's output, a percentage added and a few rounds of balancing?"
	}
	return string(r.Task)
}

// exact is the gap below which nothing is left but the rounding of float64.
const exact = 1e-12

// Gap is the relative distance of a plan's value from what is proved that no
// plan can pass; NaN where nothing is proved, and for goals, which are proved
// tier by tier.
func (p *Plan) Gap() float64 {
	if math.IsNaN(p.Bound) || math.Abs(p.Bound) >= math.MaxFloat64 || p.Status == Heuristic || p.Status == Infeasible || p.Status == Unbounded || p.Request.Task == Goals {
		return math.NaN()
	}
	return math.Abs(p.Value-p.Bound) / max(math.Abs(p.Value), math.Abs(p.Bound), math.SmallestNonzeroFloat64)
}

// Certificate says what a plan's status is worth, in one sentence.
func Certificate(p *Plan) string {
	switch gap := p.Gap(); {
	case p.Status == Infeasible:
		return "Proved impossible: the plan's prices show that no plan meets the needs."
	case p.Status == Unbounded:
		return "Proved to be without limit: something useful can be made in any amount from what the table does not limit."
	case p.Status == Heuristic:
		return "No optimum is claimed: this is what the procedure arrives at, with the imbalance that its rounds left."
	case p.Status == Proved && p.Request.Task == Goals:
		return fmt.Sprintf("Proved, tier by tier: no plan falls less short by more than %.1g of the tier's weighted needs.", p.Request.Tolerance)
	case p.Status == Proved && gap < exact:
		return "Proved: no plan can be better."
	case p.Status == Proved && math.IsNaN(gap):
		return "Proved: the plan is in balance to the tolerance asked for."
	case p.Status == Proved:
		return fmt.Sprintf("Proved: no plan can be better by more than %.1g of the value.", gap)
	case math.IsNaN(gap):
		return "Stopped before anything was proved: the best plan so far, of unknown distance from the best there is."
	default:
		return fmt.Sprintf("Stopped early: the best plan so far; what is proved is that no plan can be better by more than %.2g %% of the value.", 100*gap)
	}
}
