package decide

import "testing"

// The losses of a library are those of the problems on its shelf, each once,
// the smallest first.
func TestLossesOfALibrary(t *testing.T) {
	t.Parallel()
	calm, rushed := targets(), targets()
	rushed.Pay.Stock += 0.05
	l := &Library{}
	if got := l.Losses(); len(got) != 0 {
		t.Fatalf("an empty library loses %v", got)
	}
	for _, p := range []Problem{rushed, calm, rushed} {
		l.Policy(p)
	}
	a, b := Loss(calm.common(), l.Policy(calm)), Loss(rushed.common(), l.Policy(rushed))
	got := l.Losses()
	if len(got) != 2 || got[0] != min(a, b) || got[1] != max(a, b) {
		t.Errorf("losses are %v, want %v and %v in order", got, a, b)
	}
}
