package decide

import (
	"math"
	"reflect"
	"runtime"
	"testing"
)

// The number of cores shows in no value of a solution.
func TestSolutionsDoNotDependOnCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, p := range []Problem{targets(), profits()} {
		runtime.GOMAXPROCS(1)
		alone := Solve(p)
		runtime.GOMAXPROCS(8)
		if together := Solve(p); !reflect.DeepEqual(alone, together) {
			t.Errorf("eight cores find another solution of %+v", p.Pay)
		}
	}
}

// A library solves every problem once, and gives each the solution it would
// have alone.
func TestALibrarySolvesEachProblemOnce(t *testing.T) {
	hiring := targets()
	hiring.Expect.Hiring = 0.3 // does not enter values
	late := targets()
	late.Expect.Late += 0.2
	problems := []Problem{targets(), late, hiring, targets()}

	var l Library
	clock := 0.0
	l.Watch(func() float64 { clock++; return clock })
	got := make([]*Policy, len(problems))
	l.Policies(problems, got)
	if l.Len() != 2 || l.Spent() != 1 {
		t.Errorf("%d problems solved in %v ticks, want 2 in 1, side by side", l.Len(), l.Spent())
	}
	for i, p := range problems {
		if !reflect.DeepEqual(got[i], Solve(p.common())) {
			t.Errorf("problem %d has the solution of another", i)
		}
	}
	if got[0] != got[3] || got[0] != got[2] || got[0] == got[1] {
		t.Error("what is the same problem is not shared, or what is not is")
	}
	l.Policies(problems, got)
	if one := l.Policy(late); one != got[1] || l.Len() != 2 || l.Spent() != 1 {
		t.Errorf("what stood on the shelf was solved again: %d problems, %v ticks", l.Len(), l.Spent())
	}
}

// Whoever comes while somebody is solving a problem waits for that solution.
func TestALibraryWaitsForWhoCameFirst(t *testing.T) {
	var l Library
	p, first := targets(), &Policy{}
	places, _ := l.places([]Problem{p.common()})
	begun, end := make(chan bool), make(chan bool)
	go places[0].once.Do(func() {
		close(begun)
		<-end
		places[0].policy.Store(first)
	})
	<-begun
	got := make(chan *Policy)
	go func() { got <- l.Policy(p) }()
	close(end)
	if policy := <-got; policy != first {
		t.Error("the problem was solved again")
	}
}

// Any pay for sales lies between two that are told apart, and at one of them
// all the weight is there.
func TestBeside(t *testing.T) {
	for _, sales := range []float64{0.02, 0.5, 1, 1.2, 2, 5} {
		low, high, weight := Beside(sales)
		near(t, "between", math.Exp((1-weight)*math.Log(low)+weight*math.Log(high)), sales, 1e-9)
		for _, end := range []float64{low, high} {
			p := Problem{Pay: Payoff{Sales: end}}
			near(t, "told apart", p.Rounded().Pay.Sales, end, 1e-9)
		}
	}
}

// A quarter that begins with more plant and hands, or with inputs in hand,
// makes more.
func TestQuarter(t *testing.T) {
	policy := Solve(profits())
	last := 0.0
	for _, slack := range []float64{0.5, 0.8, 1, 1.3} {
		done := policy.Quarter(State{slack, 1, 0.8})
		if !(done > last) {
			t.Errorf("slack %v makes %v after %v", slack, done, last)
		}
		last = done
	}
	if idle := policy.Quarter(State{0, 1, 0}); idle > 0.01 {
		t.Errorf("nothing makes %v", idle)
	}
}
