package decide

import (
	"reflect"
	"runtime"
	"testing"
)

// The number of cores shows in no value of a solution.
func TestSolutionsDoNotDependOnCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, p := range []Problem{targets(), profits()} {
		runtime.GOMAXPROCS(1)
		alone := Solve(p, nil)
		runtime.GOMAXPROCS(8)
		if together := Solve(p, nil); !reflect.DeepEqual(alone, together) {
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
		if !reflect.DeepEqual(got[i], Solve(p.common(), nil)) {
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
