package decide

import (
	"fmt"
	"testing"
)

// bare is a problem without supply, line, care, stocks or hiring: parameters
// alone take them out. What is made in a month is slack/3 · pace, what it
// costs Effort·(pace − Ease)²/3 beyond Ease.
func bare(pay Payoff) Problem {
	pay.Deadline = 1
	return Problem{
		pay,
		Expect{Release: [months]float64{1, 1, 1}, Hiring: 1, Demand: 10},
		Physics{LateShare: 1, MaxPace: 1.4, Effort: 0.6, Ease: 0.85, Makeshift: 1, PaddingUnit: 0.05, StaffShare: 0.7},
	}
}

// weitzman is the limit in which his ratchet is solved: pay of b for each unit
// of fulfilment over or under 1, and a reference that follows both ways.
func weitzman(b, lambda, r float64) Problem {
	return bare(Payoff{Slope: b, SlopeCap: 1, MissBelow: 1, Blame: b, RatchetUp: lambda, RatchetDown: lambda, Discount: r})
}

// rest is the quarter in which a life comes to rest.
func rest(policy *Policy, p Problem) Quarter {
	const quarters = 300
	return Simulate(State{1, 1, 1}, policy, p, quarters+1, func(int) float64 { return 0.5 })[quarters]
}

// cost is what one more unit of fulfilment costs in a quarter.
func cost(p Problem, q Quarter) (marginal float64) {
	for _, pace := range q.Pace {
		marginal += 2 * p.Physics.Effort * (pace - p.Physics.Ease) / q.Start.Slack / months
	}
	return marginal
}

// What Solve chooses costs at the margin what Weitzman's ratchet price says.
// His pay is b(y − q) and ours b(y − q)/q, a premium in per cent of the target.
// Conditions of first order and of the envelope, with δ = 1/(1 + r), are
//
//	C'(y) = b/q − δλ·μ',  μ = b·y/q² + δ(1 − λ)·μ'
//
// with μ = −V'(q), so that where the target is at rest, y = q,
// C'(y)·q = b / (1 + λ/r): his price exactly, for a unit of fulfilment. On the
// way there prices differ, and where λ/r is so large that it pays to let the
// target fall and then to beat it by much there is no rest (λ = 0.5 at
// r = 0.15, on the fine grid too); so both are left out. Pay is set so that
// the rest lies about slack 1, where the grid is closest; its error there is
// up to 3 %.
func TestSolveChoosesAtTheRatchetPrice(t *testing.T) {
	const tolerance = 0.03
	for _, c := range []struct{ lambda, r, factor float64 }{
		{0, 0.15, 1}, {0.1, 0.15, 0.6}, {0.2, 0.15, 0.4286}, {0.2, 0.2, 0.5}, {0.1, 0.03, 0.2308}, {0.2, 0.03, 0.1304},
	} {
		for _, pace := range []float64{0.97, 1, 1.03} {
			t.Run(fmt.Sprint(c.lambda, c.r, pace), func(t *testing.T) {
				h := bare(Payoff{}).Physics
				b := 2 * h.Effort * (pace - h.Ease) * pace / c.factor
				p := weitzman(b, c.lambda, c.r)
				q := rest(Solve(p), p)
				price := RatchetPrice(b, c.lambda, c.r)
				near(t, "the published price", price/b, c.factor, 1e-4)
				if c.lambda > 0 {
					near(t, "fulfilment at rest", q.Fulfilment, 1, 1e-3)
				}
				near(t, "marginal cost over the ratchet price", cost(p, q)/price, 1, tolerance)
			})
		}
	}
}

// A report is a second way to fulfil, paid by the fine that may come. Fulfilment
// on paper brings on the same ratchet, so a manager lies up to the same price:
//
//	2·Detection·Padding·p/PaddingUnit² = b / (1 + λ/r)
//
// The price is what pay and ratchet leave of one another, so the grid's error
// in the worth of a reference is felt by 1 + λ/r times as much.
func TestReportsArePaddedUpToTheRatchetPrice(t *testing.T) {
	const tolerance = 0.05
	for _, c := range []struct{ lambda, r float64 }{{0, 0.15}, {0.1, 0.15}, {0.2, 0.15}, {0.2, 0.2}} {
		for _, padding := range []float64{0.01, 0.04} {
			t.Run(fmt.Sprint(c.lambda, c.r, padding), func(t *testing.T) {
				p := weitzman(0.18*(1+c.lambda/c.r), c.lambda, c.r)
				price, unit := RatchetPrice(p.Pay.Slope, c.lambda, c.r), p.Physics.PaddingUnit
				p.Physics.PaddingMost = 0.15
				p.Pay.Detection, p.Pay.Padding = 0.5, price/padding*unit*unit
				q := rest(Solve(p), p)
				near(t, "padding over that at the ratchet price", (q.Reported-q.Fulfilment)/padding, 1, tolerance)
			})
		}
	}
}

// No manager sets his own target, so Weitzman's truth-telling has no exact
// place in Solve. The same bonus is there under another name: who must make F
// before he knows the demand gains Sales for each unit sold and bears Cost
// for each made, or
//
//	(Sales − Cost)·F − Sales·(F − demand)⁺
//
// which is a bonus of three parts with β − α = Sales − Cost and
// γ − α = Sales. So demand falls short of what he makes with the chance with
// which output falls short of a target that he sets himself, (β − α)/(γ − α).
// Pay is flat about the best output, and the grid errs there by up to 0.02 of F.
func TestSolveMakesTheFractileOfAThreePartBonus(t *testing.T) {
	const deviation, tolerance = 0.1, 0.02
	for _, c := range []struct{ alpha, beta, gamma, want float64 }{
		{0.7, 1, 1.3, 0.5}, {0.5, 1, 2, 1.0 / 3}, {0, 1.5, 2, 0.75}, {0.2, 0.4, 1, 0.25},
	} {
		t.Run(fmt.Sprint(c.want), func(t *testing.T) {
			chance := SelfTarget(c.alpha, c.beta, c.gamma)
			near(t, "the published chance", chance, c.want, 1e-9)
			p := bare(Payoff{Sales: c.gamma - c.alpha, Defects: c.gamma - c.beta})
			p.Physics.DefectBase = 1 // so that all that is made costs so much
			p.Expect.Demand, p.Expect.DemandSD = 1, deviation
			p.Physics.Makeshift, p.Physics.Effort = 0, 0
			for name, policy := range map[string]*Policy{"coarse": Solve(p), "fine": Fine(p)} { // order does not matter
				q := Simulate(State{1.2, 3, 1}, policy, p, 1, func(int) float64 { return 0.5 })[0]
				near(t, name+" grid: what is made", q.Fulfilment, 1+deviation*normal(chance), tolerance)
			}
		})
	}
}
