package decide

import (
	"math"
	"math/rand/v2"
	"testing"
)

// targets pays for fulfilment of a target that ratchets; supply is allotted,
// released in parts and late.
func targets() Problem {
	return Problem{
		Payoff{
			Step: 0.3, Slope: 1, SlopeCap: 0.1, Miss: 0.2, MissBelow: 0.9,
			RatchetUp: 0.15, RatchetDown: 0.075, Drift: 0.005, Deadline: 1,
			Overrequest: 0.1, Padding: 1, Detection: 0.2, ProtectedJobs: 1,
		},
		Expect{Late: 0.18, Release: [months]float64{0.25, 0.6, 1}, Cut: 0.15, Hiring: 0.7, Growth: 0.005, Demand: 10},
		DefaultPhysics(),
	}
}

// profits pays for sales and charges staff and stocks; supply is bought.
func profits() Problem {
	return Problem{
		Payoff{Sales: 2, Stock: 0.05, Labour: 0.8, Defects: 1},
		Expect{Late: 0.1, Release: [months]float64{1, 1, 1}, Hiring: 0.95, Demand: 1, DemandSD: 0.1},
		DefaultPhysics(),
	}
}

// flat pays for nothing.
func flat() Problem {
	p := targets()
	p.Pay = Payoff{Deadline: 1}
	p.Expect.Growth = 0
	return p
}

// with is a problem changed.
func with(p Problem, change func(*Problem)) Problem {
	change(&p)
	return p
}

// A mean is taken over many quarters of many lives.
type mean struct{ fulfilment, third, stock, upTo, request, care, padding, pay float64 }

func live(p Problem) (m mean) {
	policy := Solve(p)
	output, last := 0.0, 0.0
	const lives, quarters, settled = 30, 32, 8
	for enterprise := range lives {
		for _, q := range Simulate(State{Slack: 1, Stock: 1, Wip: 0.8}, policy, p, quarters, func(i int) float64 { return Luck(enterprise, i) })[settled:] {
			const count = lives * (quarters - settled)
			m.fulfilment += q.Fulfilment / count
			m.stock += q.Stock / count
			m.upTo += q.UpTo / count
			m.request += q.Request / count
			m.care += q.Care / count
			m.padding += (q.Reported - q.Fulfilment) / count
			m.pay += q.Pay / count
			output += q.Fulfilment
			last += q.Output[months-1]
		}
	}
	m.third = last / output
	return m
}

func TestFlatPayoffBringsNothing(t *testing.T) {
	p := flat()
	policy := Solve(p)
	for _, slack := range []float64{0.8, 1, 1.2, 1.4} {
		for _, stock := range []float64{0, 0.7, 1} {
			s := State{slack, stock, 0.8}
			upTo, request := policy.Order(s)
			if upTo > 1+1e-6 {
				t.Errorf("slack %v: orders up to %.3f, more than a month's need", slack, upTo)
			}
			near(t, "asks for the need", request, 1, 1e-9)
			near(t, "keeps staff", policy.Staff(s, 0), 1, 1e-9)
			near(t, "has no view of techniques", policy.Adopt(s, 0.1, 0.2, 0), 0, 1e-3)
			for month := range months {
				pace, draw, care := policy.Pace(month, s, 0.3*float64(month))
				near(t, "keeps an even pace", pace, p.Physics.Ease, 1e-6)
				near(t, "leaves the line alone", draw, 0, 1e-9)
				near(t, "takes care", care, 1, 1e-9)
			}
		}
	}
	for _, done := range []float64{0.8, 0.97, 1.05} {
		near(t, "reports what is", policy.Report(done), 0, 1e-12)
	}
}

func TestWhatPayoffsBring(t *testing.T) {
	type measure func(mean) float64
	stock := func(m mean) float64 { return m.stock }
	upTo := func(m mean) float64 { return m.upTo }
	request := func(m mean) float64 { return m.request }
	third := func(m mean) float64 { return m.third }
	fulfilment := func(m mean) float64 { return m.fulfilment }
	care := func(m mean) float64 { return m.care }
	padding := func(m mean) float64 { return m.padding }
	loose := with(targets(), func(p *Problem) { p.Expect.Growth = 0.015 })
	short := with(targets(), func(p *Problem) { p.Pay.Overrequest = 0 })
	for _, c := range []struct {
		name       string
		of         measure
		more, less Problem
		least      float64
	}{
		{"late supply brings stocks", stock, targets(), with(targets(), func(p *Problem) { p.Expect.Late = 0 }), 0.05},
		{"late supply raises what is ordered up to", upTo, targets(), with(targets(), func(p *Problem) { p.Expect.Late = 0 }), 0.5},
		{"free stocks are larger than charged ones", upTo, targets(), with(targets(), func(p *Problem) { p.Pay.Stock = 0.05 }), 0.5},
		{"cuts bring over-requests", request, targets(), with(targets(), func(p *Problem) { p.Expect.Cut = 0 }), 0.05},
		{"fines hold requests down", request, short, targets(), 0.2},
		{"a deadline shifts output to the last month", third, short, with(short, func(p *Problem) { p.Pay.Deadline = 0 }), 0.005},
		{"a ratchet lowers ambition", fulfilment, with(loose, func(p *Problem) { p.Pay.RatchetUp = 0 }), loose, 0.03},
		{"rejection brings care", care, with(targets(), func(p *Problem) { p.Pay.Defects = 1 }), targets(), 0.4},
		{"less detection brings padding", padding, with(targets(), func(p *Problem) { p.Pay.Detection = 0.02 }), targets(), 0.002},
		{"demand limits what is made", fulfilment, profits(), with(profits(), func(p *Problem) { p.Expect.Demand = 0.75 }), 0.05},
	} {
		t.Run(c.name, func(t *testing.T) {
			if more, less := c.of(live(c.more)), c.of(live(c.less)); !(more >= less+c.least) {
				t.Errorf("%.3f against %.3f, want at least %.3f more", more, less, c.least)
			}
		})
	}
}

func TestRatchetHoldsBack(t *testing.T) {
	s := State{1.2, 1.5, 1}
	output := func(up float64) float64 {
		p := with(targets(), func(p *Problem) { p.Pay.RatchetUp, p.Expect.Late = up, 0 })
		return Simulate(s, Solve(p), p, 1, func(int) float64 { return 0.5 })[0].Fulfilment
	}
	free, usual, harsh := output(0), output(0.15), output(0.5)
	t.Logf("without %.3f, usual %.3f, harsh %.3f", free, usual, harsh)
	for _, held := range []float64{usual, harsh} {
		if !(free > 1.08 && held > 0.98 && held < free-0.05) {
			t.Errorf("without a ratchet %.3f, with one %.3f", free, held)
		}
	}
}

func TestStaff(t *testing.T) {
	policy := Solve(targets())
	dismissing := Solve(with(targets(), func(p *Problem) { p.Pay.ProtectedJobs = 0 }))
	for _, slack := range []float64{0.8, 1, 1.2, 1.4} {
		s := State{slack, 1.2, 0.8}
		free, dear := policy.Staff(s, 0), dismissing.Staff(s, 0.5)
		if free < 1 || policy.Staff(s, 2) < 1 {
			t.Errorf("slack %v: protected jobs, yet dismisses", slack)
		}
		if !(dear < free) {
			t.Errorf("slack %v: dear staff %.2f, free staff %.2f", slack, dear, free)
		}
	}
}

// Leaving out staffs that cannot be better changes nothing.
func TestStaffIsTheBestOfAllTried(t *testing.T) {
	luck := rand.New(rand.NewPCG(5, 6))
	var fewer, more int
	for _, problem := range []Problem{targets(), profits()} {
		p := Solve(problem)
		for range 5000 {
			s := State{0.05 + 3*luck.Float64()*luck.Float64(), 6 * luck.Float64(), luck.Float64()}
			cost := max(0, 2*luck.Float64()-0.5)
			line, forever := p.alongSlack(s), cost*s.Slack/(1-problem.Pay.patience())
			best, pick := 1.0, line.at(s.Slack)
			for i, power := range p.powers {
				n := staffLeast + float64(i)*staffStep
				if w := line.at(s.Slack*power) - forever*(n-1); w > pick+noticeStaff {
					best, pick = n, w
				}
			}
			switch {
			case best > 1:
				more++
				best = min(1+(best-1+0.05), postedMost)
			case best < 1:
				fewer++
				best = 1 - (1 - best)
			}
			if got := p.StaffIf(s, cost, 1, 0.05, 0); got != best {
				t.Fatalf("%+v at a cost of %v: %v, the best of all is %v", s, cost, got, best)
			}
		}
	}
	if fewer == 0 || more == 0 {
		t.Errorf("%d would have fewer and %d more: nothing is shown", fewer, more)
	}
}

func TestAdopt(t *testing.T) {
	policy := Solve(targets())
	for _, slack := range []float64{0.95, 1, 1.1} {
		s := State{slack, 1.2, 0.9}
		if !(policy.Adopt(s, 0.1, 0.1, 0) > policy.Adopt(s, 0.1, 0.3, 0)) {
			t.Errorf("slack %v: downtime does not deter", slack)
		}
		if !(policy.Adopt(s, 0.15, 0.2, 0) > policy.Adopt(s, 0.05, 0.2, 0)) {
			t.Errorf("slack %v: gain does not attract", slack)
		}
		if !(policy.Adopt(s, 0.1, 0.3, 1) > policy.Adopt(s, 0.1, 0.3, 0)) {
			t.Errorf("slack %v: relief does not help", slack)
		}
	}
}

func TestSolveIsPure(t *testing.T) {
	a, b := Solve(targets()), Solve(targets())
	for i := range a.value {
		if a.value[i] != b.value[i] || a.upTo[i] != b.upTo[i] {
			t.Fatalf("state %d differs", i)
		}
	}
}

func TestLossIsSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("solves on the fine grid")
	}
	for name, p := range map[string]Problem{"targets": targets(), "profits": profits()} {
		loss := Loss(p, Solve(p))
		t.Logf("%s: %.4f of base pay", name, loss)
		if !(loss < 0.03) {
			t.Errorf("%s: loses %.3f of base pay", name, loss)
		}
	}
}

func TestLookingUpTakesNoMemory(t *testing.T) {
	policy := Solve(targets())
	s := State{1.02, 1.3, 0.7}
	if n := testing.AllocsPerRun(100, func() { policy.Pace(2, s, 0.6); policy.Order(s); policy.Staff(s, 0) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// Whatever is asked, the answers are numbers within their bounds.
func TestAnswersAreBounded(t *testing.T) {
	for _, p := range []Problem{
		targets(), profits(), flat(), {Physics: DefaultPhysics()},
		with(targets(), func(p *Problem) { p.Expect.Late, p.Expect.Cut = 1, 0.6 }),
		with(profits(), func(p *Problem) { p.Expect.Demand, p.Expect.DemandSD = 0.1, 0 }),
		with(targets(), func(p *Problem) { p.Physics.Makeshift, p.Physics.WipFull = 0, 0 }),
	} {
		policy := Solve(p)
		for _, s := range []State{{}, {1, 1, 1}, {5, 50, 2}, {0.01, 0, 0}, {math.NaN(), 1, 1}} {
			upTo, request := policy.Order(s)
			staff := policy.Staff(State{max(s.Slack, 0.1), s.Stock, s.Wip}, p.Pay.Labour)
			bounded(t, "stock", upTo, 0, 6)
			bounded(t, "request", request, 1, 2)
			bounded(t, "staff", staff, 0.5, postedMost)
			for month := range months {
				pace, draw, care := policy.Pace(month, s, 0.4)
				bounded(t, "pace", pace, 0, p.Physics.MaxPace+1e-9)
				bounded(t, "draw", draw, -1, 1)
				bounded(t, "care", care, 0, 1)
			}
		}
	}
}

func bounded(t *testing.T, name string, got, low, high float64) {
	t.Helper()
	if !(low-1e-9 <= got && got <= high+1e-9) {
		t.Errorf("%s %v is outside [%v, %v]", name, got, low, high)
	}
}
