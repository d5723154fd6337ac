package decide

// Loss is what the choices of a policy lose in pay, as a share of base pay,
// beside those of the fine solution of the same problem: the constant pay per
// quarter that is worth the difference, mean over the same lives with the same
// luck. What is lost by luck of the sample can make it slightly negative.
func Loss(p Problem, policy *Policy) float64 {
	fine := Fine(p)
	loss := 0.0
	for enterprise := range lossLives {
		start := State{0.9 + 0.3*Luck(enterprise, -1), 0.5 + 2*Luck(enterprise, -2), 0.8}
		luck := func(i int) float64 { return Luck(enterprise, i) }
		best := Simulate(start, fine, p, lossQuarters, luck)
		ours := Simulate(start, policy, p, lossQuarters, luck)
		patience := p.Pay.patience()
		weight := (1 - patience) / lossLives
		for i := range ours {
			loss += weight * (best[i].Pay - ours[i].Pay)
			weight *= patience
		}
	}
	return loss
}

const (
	lossLives    = 40
	lossQuarters = 120
)
