package decide

// Adopt is the value of a technique that raises slack by the share gain, costs
// the share downtime of a quarter's output, and has the share relief of what
// is lost taken off the reference of that quarter:
//
//	adopt = pay(idle) + patience·V(slack·(1 + gain)/growth(idle)) − pay(s) − patience·V(slack/growth(s))
//
// where idle is s at slack·(1 − downtime)/(1 − relief·downtime), pay is what
// the quarter is expected to bring and growth what its fulfilment does to the
// reference. Adopt when it is positive.
//
// Source: berliner1976: downtime costs bonus, gains are ratcheted.
func (p *Policy) Adopt(s State, gain, downtime, relief float64) float64 {
	idle := s
	idle.Slack *= (1 - downtime) / (1 - relief*downtime)
	better := p.next(s, p.growth(idle))
	better.Slack *= 1 + gain
	now := interpolate(p.grid, p.flow, idle) - interpolate(p.grid, p.flow, s)
	later := p.Value(better) - p.Value(p.next(s, p.growth(s)))
	return now + p.problem.Pay.patience()*later
}

// growth is what becomes of the reference after a quarter begun in s with
// inputs kept in hand.
func (p *Policy) growth(s State) float64 {
	done := p.Quarter(s)
	return p.problem.Pay.Growth(done + p.Report(done))
}

// Quarter is what is made, as F, in a quarter begun in s in which inputs come
// as ordered.
func (p *Policy) Quarter(s State) (done float64) {
	upTo, _ := p.Order(s)
	s.Stock = max(s.Stock, upTo)
	for month := range months {
		pace, draw, care := p.Pace(month, s, done)
		work := p.problem.Physics.Month(s, pace, draw, care)
		done += work.Output
		s.Wip = work.Wip
	}
	return done
}

func (p *Policy) next(s State, growth float64) State {
	return State{s.Slack * (1 + p.problem.Expect.Growth) / growth, s.Stock / growth, s.Wip}
}
