package behaviour

import (
	"math"
	"math/bits"

	"gosplan/decide"
	"gosplan/economy"
	"gosplan/par"
	"gosplan/unit"
)

// leastWork is the least output that an enterprise wants of a quarter and takes for
// its reference, over the rated output of a month (assumed).
const leastWork = 0.02

// quarter is what managers go by when a quarter begins.
type quarter struct {
	w        *economy.World
	s        *economy.State
	p        *Primitives
	users    [economy.Goods][32]float64 // of techniques
	peers    [economy.Goods]float64
	policies [economy.Goods]*decide.Policy
	usual    [economy.Goods]float64    // labour costs
	unlike   [economy.Goods][5]float64 // those of firms behind one over its own
}

// Prepare sets the reference of the quarter and its needs, reviews capacity,
// and lets managers decide what to order and request, whom to hire and
// whether to adopt a technique.
func Prepare(w *economy.World, s *economy.State, p *Primitives) {
	q := quarter{w: w, s: s, p: p}
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		q.peers[e.Good]++
		for used := e.Adopted; used != 0; used &= used - 1 {
			q.users[e.Good][bits.TrailingZeros32(used)]++
		}
	}
	invent(w, s, &q.users, &q.peers)
	q.policies = Solved(w, s)
	q.usual = labourCosts(w, s)
	q.unlike = unlikeCosts(s, &q.usual, p.Work.Unlike)
	n := len(s.Enterprise)
	par.Blocks((n+desk-1)/desk, func(b int) { // no manager waits for another
		for i := b * desk; i < min(n, (b+1)*desk); i++ {
			q.prepare(i)
		}
	})
}

// desk is how many managers decide on one core before it looks for others.
const desk = 16

// prepare is what one manager decides.
func (q *quarter) prepare(i int) {
	w, s, p, e := q.w, q.s, q.p, &q.s.Enterprise[i]
	want := e.Target
	if want <= 0 {
		want = 3*e.Expected - p.Work.Clear*max(0, e.Out.Held()-p.Work.Yard*e.Expected)
	}
	want = max(want, leastWork*e.Rated)
	e.Ref = min(want, max(p.Work.Reachable*e.Capacity, leastWork*e.Rated))
	for g, need := range economy.Needs[e.Good] {
		if economy.Good(g) != economy.Services {
			e.Need[g] = need * e.Ref / 3
		}
	}
	b := &s.Branch[e.Good]
	policy := q.policies[e.Good]
	at := standing(w, e)
	e.Upto, e.Request = policy.Order(at)
	cost := b.Problem.Pay.Labour * dear(e, q.usual[e.Good]) / worth(b)
	staff := hands(e, policy, &b.Problem, &p.Work, at, want, cost, &q.unlike[e.Good])
	e.Wanted = int64(unit.Clip(staff, p.Work.Skeleton*e.Posts*1e6, w.Physics.Plant.Crowd*e.Posts*1e6))
	if s.Month%3 == 0 {
		e.Made, e.Faulty = [3]float64{}, [3]float64{}
	}
	adopt(w, s, p, policy, e, i, at, &q.users[e.Good], q.peers[e.Good])
}

// hands are how many people an enterprise wants, the mean of what the real ones
// it stands for want, whose labour costs lie about cost; want is the output of a
// quarter that is asked of it.
func hands(e *economy.Enterprise, policy *decide.Policy, problem *decide.Problem, work *Work, at decide.State, want, cost float64, unlike *[5]float64) float64 {
	pay, share := &problem.Pay, problem.Physics.StaffShare
	most := 0.0
	if fed := want * e.Met; fed > e.Ref { // more is wanted, and could be fed, than staff in hand could ever make
		most = min(work.Hire, math.Pow(fed/e.Ref, 1/share))
	}
	staffing := policy.Staffing(at)
	var sum float64
	for _, over := range unlike {
		n := staffing.If(cost*over, problem.Expect.Hiring, problem.Expect.Quits, pay.ProtectedJobs)
		if pay.Step > 0 || pay.Sales*share > cost*over { // hands pay
			n = max(n, most)
		}
		sum += n
	}
	return float64(e.Staff) * sum / float64(len(unlike))
}

// fifths are the costs of the real enterprises that one stands for over that of
// the one in the middle, each for a fifth of them: their logarithms are normal,
// with so much for a standard deviation.
func fifths(spread float64) (over [5]float64) {
	for k, z := range [5]float64{-1.4635, -0.5988, 0, 0.5988, 1.4635} { // medians of the fifths of a normal distribution, with the deviation of the whole
		over[k] = math.Exp(spread * z)
	}
	return over
}

// unlikeCosts are the fifths of each branch. Those for which one stands differ by what
// of the spread is not between the simulated ones.
func unlikeCosts(s *economy.State, usual *[economy.Goods]float64, spread float64) (over [economy.Goods][5]float64) {
	var among, could [economy.Goods]float64
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		ln := math.Log(dear(e, usual[e.Good]))
		among[e.Good] += e.Capacity * ln * ln
		could[e.Good] += e.Capacity
	}
	for g := range over {
		over[g] = fifths(math.Sqrt(max(0, spread*spread-among[g]/max(1e-12, could[g]))))
	}
	return over
}

// labourCosts reviews all plant and returns what labour costs a branch by the
// unit it could make in a month, kopecks.
func labourCosts(w *economy.World, s *economy.State) (unit [economy.Goods]float64) {
	var could [economy.Goods]float64
	inspector := newInspector(&w.Physics.Plant)
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		inspector.review(w, s, e)
		unit[e.Good] += e.Wage * float64(e.Staff)
		could[e.Good] += e.Capacity
	}
	for g := range unit {
		unit[g] /= max(1e-12, could[g])
	}
	return unit
}

// dear is what labour costs an enterprise by the unit it could make, with its
// own wages, plant, skill and techniques, over what it costs its branch.
func dear(e *economy.Enterprise, usual float64) float64 {
	if usual <= 0 || e.Capacity <= 0 || e.Staff <= 0 {
		return 1
	}
	return unit.Clip(e.Wage*float64(e.Staff)/e.Capacity/usual, dearLeast, dearMost)
}

// Labour costs of an enterprise over its branch's beyond which nobody reckons
// (assumed).
const dearLeast, dearMost = 0.3, 3

// worth is the pay for sales over that of the branch's rounded problem.
func worth(b *economy.BranchState) float64 {
	if b.Worth <= 0 {
		return 1
	}
	return b.Worth
}
