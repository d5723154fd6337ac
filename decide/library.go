package decide

import (
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"gosplan/par"
)

// A Library keeps solved problems. Solving is a pure function of the
// problem, so a library changes nothing but the time a run takes; many runs
// may share one.
type Library struct {
	mu    sync.RWMutex
	shelf map[Problem]*solution
	last  atomic.Pointer[answer]
	clock func() float64
	spent float64
}

// An answer is what was asked last, which mostly is asked again: problems
// change once a year.
type answer struct {
	problems []Problem
	policies []*Policy
}

// A solution is a place on the shelf. Whoever comes while somebody else is
// solving waits.
type solution struct {
	once   sync.Once
	policy atomic.Pointer[Policy]
}

// Watch counts from now on the seconds that solving takes, by a clock that
// the caller gives, since this package has none.
func (l *Library) Watch(clock func() float64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.clock = clock
}

// Spent is the seconds counted so far.
func (l *Library) Spent() float64 {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.spent
}

// Policy returns the solution of p, solving it if nobody has.
func (l *Library) Policy(p Problem) *Policy {
	var policy [1]*Policy
	l.Policies([]Problem{p}, policy[:])
	return policy[0]
}

// Policies returns the solutions of several problems, each in the place of
// its problem. What nobody has solved yet is solved side by side. How fast
// posts fill and empty and whether jobs are protected does not enter values, so
// problems that differ in these only share a solution; ask it with StaffIf.
func (l *Library) Policies(problems []Problem, into []*Policy) {
	if last := l.last.Load(); last != nil && slices.Equal(last.problems, problems) {
		copy(into, last.policies)
		return
	}
	if fresh := l.find(problems, into); len(fresh) > 0 {
		l.solve(fresh)
		l.find(problems, into)
	}
	l.last.Store(&answer{slices.Clone(problems), slices.Clone(into[:len(problems)])})
}

// find fills in what is on the shelf and lists the problems that are not.
func (l *Library) find(problems []Problem, into []*Policy) (fresh []Problem) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	for i := range problems {
		p := problems[i].common()
		into[i] = nil
		if place := l.shelf[p]; place != nil {
			into[i] = place.policy.Load()
		}
		if into[i] == nil && !slices.Contains(fresh, p) {
			fresh = append(fresh, p)
		}
	}
	return fresh
}

// common is p without what does not enter values.
func (p Problem) common() Problem {
	p.Expect.Hiring, p.Expect.Quits, p.Pay.ProtectedJobs = 1, 0, 0
	return p
}

// solve puts solutions on the shelf, each by whoever came first, and counts the
// time, waiting too, if somebody watches.
func (l *Library) solve(fresh []Problem) {
	places, clock := l.places(fresh)
	from := 0.0
	if clock != nil {
		from = clock()
	}
	par.Blocks(len(fresh), func(i int) {
		places[i].once.Do(func() { places[i].policy.Store(Solve(fresh[i])) })
	})
	if clock != nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.spent += clock() - from
	}
}

// places makes room on the shelf for what is to be solved.
func (l *Library) places(fresh []Problem) (places []*solution, clock func() float64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.shelf == nil {
		l.shelf = map[Problem]*solution{}
	}
	for _, p := range fresh {
		if l.shelf[p] == nil {
			l.shelf[p] = &solution{}
		}
		places = append(places, l.shelf[p])
	}
	return places, l.clock
}

// Len is the number of problems solved.
func (l *Library) Len() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return len(l.shelf)
}

// Losses are what the choices of each problem solved lose beside those on a
// fine grid, as shares of base pay, the smallest first; see [Loss]. It solves each
// once more on the fine grid.
func (l *Library) Losses() []float64 {
	var problems []Problem
	var policies []*Policy
	l.mu.RLock()
	for p, place := range l.shelf { // order does not matter: losses are sorted
		if policy := place.policy.Load(); policy != nil {
			problems, policies = append(problems, p), append(policies, policy)
		}
	}
	l.mu.RUnlock()
	out := make([]float64, len(problems))
	par.Blocks(len(out), func(i int) { out[i] = Loss(problems[i], policies[i]) })
	slices.Sort(out)
	return out
}

// salesStep is the distance of the pays for sales that are told apart: by
// ratio, 1, 1.4, 1.9, …
var salesStep = math.Log(1.4)

func level(step float64) float64 { return math.Exp(step * salesStep) }

// Beside are the two pays for sales that Rounded tells apart and between which
// a positive one lies, and the weight of the second, by ratio.
func Beside(sales float64) (low, high, weight float64) {
	at := math.Log(sales) / salesStep
	step := math.Floor(at)
	return level(step), level(step + 1), at - step
}

// Rounded is p with expectations rounded to what a manager would notice, so
// that a new solution is sought only when experience has moved.
func (p Problem) Rounded() Problem {
	round := func(x *float64, step float64) { *x = math.Round(*x/step) * step }
	e := &p.Expect
	round(&e.Late, 0.08)
	round(&e.Cut, 0.1)
	round(&e.Hiring, 0.25)
	round(&e.Quits, 0.02)
	round(&e.Demand, 0.1)
	round(&e.DemandSD, 0.1)
	round(&e.Growth, 0.02)
	round(&p.Pay.Drift, 0.01)
	if p.Pay.Sales > 0 {
		p.Pay.Sales = level(math.Round(math.Log(p.Pay.Sales) / salesStep))
	}
	round(&p.Pay.Labour, 0.05)
	round(&p.Pay.Stock, 0.01)
	return p
}
