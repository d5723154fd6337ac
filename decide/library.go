package decide

import (
	"math"
	"sync"
	"sync/atomic"
)

// A Library keeps solved problems. Solving is a pure function of the
// problem, so a library changes nothing but the time a run takes; many runs
// may share one.
type Library struct {
	shelf sync.Map // Problem → *Policy
	clock atomic.Value
	mu    sync.Mutex
	spent float64
}

// Watch counts from now on the seconds that solving takes, by a clock that
// the caller gives, since this package has none.
func (l *Library) Watch(clock func() float64) { l.clock.Store(clock) }

// Spent is the seconds counted so far.
func (l *Library) Spent() float64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.spent
}

// solve solves a problem and counts the time if somebody watches.
func (l *Library) solve(p Problem) *Policy {
	clock, ok := l.clock.Load().(func() float64)
	if !ok {
		return Solve(p, nil)
	}
	from := clock()
	policy := Solve(p, nil)
	l.mu.Lock()
	l.spent += clock() - from
	l.mu.Unlock()
	return policy
}

// Policy returns the solution of p, solving it if nobody has. How fast posts
// fill and whether jobs are protected does not enter values, so problems that
// differ in these only share a solution; ask it with StaffIf.
func (l *Library) Policy(p Problem) *Policy {
	p.Expect.Hiring, p.Pay.ProtectedJobs = 1, 0
	if found, ok := l.shelf.Load(p); ok {
		return found.(*Policy)
	}
	found, _ := l.shelf.LoadOrStore(p, l.solve(p))
	return found.(*Policy)
}

// Len is the number of problems solved.
func (l *Library) Len() (n int) {
	l.shelf.Range(func(_, _ any) bool { n++; return true })
	return n
}

// Rounded is p with expectations rounded to what a manager would notice, so
// that a new solution is sought only when experience has moved.
func (p Problem) Rounded() Problem {
	round := func(x *float64, step float64) { *x = math.Round(*x/step) * step }
	e := &p.Expect
	round(&e.Late, 0.08)
	round(&e.Cut, 0.1)
	round(&e.Hiring, 0.25)
	round(&e.Demand, 0.1)
	round(&e.DemandSD, 0.1)
	round(&e.Growth, 0.02)
	round(&p.Pay.Drift, 0.01)
	if p.Pay.Sales > 0 { // by ratio: 1, 1.4, 1.9, …
		step := math.Log(1.4)
		p.Pay.Sales = math.Exp(math.Round(math.Log(p.Pay.Sales)/step) * step)
	}
	round(&p.Pay.Labour, 0.05)
	round(&p.Pay.Stock, 0.01)
	return p
}
