package decide

import "math"

// Staff is the wanted staff over the staff in hand:
//
//	max_n  V(slack·n^StaffShare) − cost·slack·(n − 1) / (1 − patience)
//
// where cost is what the manager bears per unit of staff and quarter, 1 being
// the staff of normal output. Then vacancies are posted in the number that
// leaves n after quits and with the share Hiring of them filled; where nobody
// can be dismissed, n ≥ 1.
func (p *Policy) Staff(s State, cost float64) float64 {
	return p.StaffIf(s, cost, p.problem.Expect.Hiring, p.problem.Pay.ProtectedJobs)
}

// StaffIf is Staff under another experience of hiring and another protection
// of jobs than those the policy was solved with; neither enters its values.
func (p *Policy) StaffIf(s State, cost, hiring, protected float64) float64 {
	h := &p.problem.Physics
	forever := 1 / (1 - p.problem.Pay.patience())
	worth := func(n float64) float64 {
		then := s
		then.Slack *= power(n, h.StaffShare)
		return p.Value(then) - cost*s.Slack*(n-1)*forever
	}
	best, pick := 1.0, worth(1)
	for n := staffLeast; n <= staffMost; n += staffStep {
		if w := worth(n); w > pick+noticeStaff {
			best, pick = n, w
		}
	}
	if best < 1 {
		return 1 - (1-protected)*(1-best)
	}
	if best > 1 {
		best = min(1+(best-1+h.Quits)/max(hiring, hiringLeast), postedMost)
	}
	return best
}

// Limits of the search for staff, shares of the staff in hand.
const (
	staffLeast  = 0.6
	staffMost   = 1.4
	staffStep   = 0.02
	postedMost  = 1.6
	hiringLeast = 0.2
	noticeStaff = 1e-6
)

// Report is the padding at the quarter's end, as a share of the reference.
func (p *Policy) Report(done float64) float64 {
	padding, _ := p.problem.padding(done, p.weight)
	return padding
}

func power(n, share float64) float64 { return math.Exp(share * math.Log(n)) }
