package decide

import (
	"testing"

	"pgregory.net/rapid"
)

// Of a stock never more is ready than is there, more is ready of more, and
// without lots all of it.
func TestReady(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := Physics{Lot: rapid.Float64Range(0, 2).Draw(t, "lot")}
		stock := rapid.Float64Range(0, 10).Draw(t, "stock")
		more := stock + rapid.Float64Range(0, 10).Draw(t, "more")
		if ready := h.ready(stock); ready < 0 || ready > stock || h.ready(more) < ready {
			t.Fatalf("of %v months %v are ready, of %v months %v", stock, ready, more, h.ready(more))
		}
		if all := (&Physics{}).ready(stock); all != stock {
			t.Fatalf("without lots %v of %v are ready", all, stock)
		}
		if just := h.ready(h.Enough()); just < 1-1e-9 || just > 1+1e-9 {
			t.Fatalf("of what is enough %v is ready, want a month's need", just)
		}
	})
}

// A month never uses more than is ready, and what it lacks costs output.
func TestMonthUsesWhatIsReady(t *testing.T) {
	h := DefaultPhysics()
	for _, stock := range []float64{0, 0.3, 1, h.Enough(), 3} {
		work := h.Month(State{1, stock, 1}, 1, 0, 0)
		if work.Used > h.ready(stock)+1e-12 {
			t.Errorf("stock %v: uses %v, ready are %v", stock, work.Used, h.ready(stock))
		}
		if full := stock >= h.Enough(); full != (work.Met >= 1) {
			t.Errorf("stock %v: %v of the need is met", stock, work.Met)
		}
	}
}

// Below the threshold every step down costs, and the next target takes no
// notice of how far down it was.
func TestDeepFailure(t *testing.T) {
	pay := Payoff{Step: 0.3, Miss: 0.2, MissBelow: 0.9, Blame: 2, RatchetUp: 0.15, RatchetDown: 0.075, RatchetLeast: 0.9}
	near(t, "bonus just below", pay.Bonus(0.9-1e-6), -0.2, 1e-5)
	near(t, "bonus at half", pay.Bonus(0.5), -1, 1e-12)
	near(t, "growth at half", pay.Growth(0.5), pay.Growth(0.9), 1e-12)
	if !(pay.Growth(0.95) > pay.Growth(0.9)) {
		t.Error("a near miss lowers the next target no less than a failure")
	}
	share := func(blame float64) (given float64) {
		p := with(targets(), func(p *Problem) { p.Pay.Blame, p.Expect.Late, p.Expect.Cut = blame, 0.3, 0.3 })
		policy := Solve(p)
		const lives, quarters = 20, 40
		for enterprise := range lives {
			for _, q := range Simulate(State{0.85, 0.5, 0.8}, policy, p, quarters, func(i int) float64 { return Luck(enterprise, i) }) {
				if q.Fulfilment < 0.6 {
					given += 1.0 / (lives * quarters)
				}
			}
		}
		return given
	}
	if free, blamed := share(0), share(2); free < 0.03 || blamed > 0.01 {
		t.Errorf("%.3f of quarters are given up without blame, %.3f with it", free, blamed)
	}
}
