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
	return p.StaffIf(s, cost, p.problem.Expect.Hiring, p.problem.Expect.Quits, p.problem.Pay.ProtectedJobs)
}

// StaffIf is Staff under another experience of hiring and of quits and another
// protection of jobs than those the policy was solved with; none enters its values.
func (p *Policy) StaffIf(s State, cost, hiring, quits, protected float64) float64 {
	a := p.Staffing(s)
	return a.If(cost, hiring, quits, protected)
}

// A Staffing is what Staff weighs at a state, whatever staff costs.
type Staffing struct {
	slack float64             // with the staff in hand
	now   float64             // value with it
	worth [staffTries]float64 // value with each staff tried
	haste float64             // 1 − patience
}

// Staffing is that at a state.
func (p *Policy) Staffing(s State) (a Staffing) {
	line := p.alongSlack(s)
	a.slack, a.now, a.haste = s.Slack, line.at(s.Slack), 1-p.problem.Pay.patience()
	cell := 0
	for i := range p.powers {
		slack := s.Slack * p.powers[i]
		cell = line.axis.climb(cell, slack)
		a.worth[i] = line.mix(cell, line.axis.weight(cell, slack))
	}
	return a
}

// If is Staff at that state, as in StaffIf.
func (a *Staffing) If(cost, hiring, quits, protected float64) float64 {
	forever := cost * a.slack / a.haste
	best, bar := 1.0, a.now+noticeStaff
	for i := range a.worth {
		if w := a.worth[i] - forever*(staffTried[i]-1); w > bar {
			best, bar = staffTried[i], w+noticeStaff
		}
	}
	if best < 1 {
		return 1 - (1-protected)*(1-best)
	}
	if best > 1 {
		best = min(1+(best-1+quits)/hiring, postedMost)
	}
	return best
}

// Limits of the search for staff, shares of the staff in hand.
const (
	staffLeast  = 0.6
	staffStep   = 0.02
	staffTries  = 41 // up to 1.4
	postedMost  = 1.6
	noticeStaff = 1e-6
)

// Report is the padding at the quarter's end, as a share of the reference.
func (p *Policy) Report(done float64) float64 {
	padding, _ := p.problem.padding(done, p.weight)
	return padding
}

// staffTried are the n that Staff tries.
var staffTried = func() (tried [staffTries]float64) {
	for i := range tried {
		tried[i] = staffLeast + float64(i)*staffStep
	}
	return tried
}()

// staffPowers are n^share for them.
func staffPowers(share float64) (powers [staffTries]float64) {
	for i, n := range staffTried {
		powers[i] = math.Pow(n, share)
	}
	return powers
}

// A slackLine is the value along slack at a given stock and wip.
type slackLine struct {
	axis  *axis
	value [maxSlack]float64
}

// maxSlack is the most nodes a grid may have along slack.
const maxSlack = 16

func (p *Policy) alongSlack(s State) (line slackLine) {
	g := p.grid
	j, stock := g.stock.find(s.Stock)
	k, wip := g.wip.find(s.Wip)
	wips := g.wip.len()
	row := wips * g.stock.len()
	line.axis = &g.slack
	for i := range g.slack.len() {
		at := i*row + j*wips + k
		low := p.value[at] + wip*(p.value[at+1]-p.value[at])
		high := p.value[at+wips] + wip*(p.value[at+wips+1]-p.value[at+wips])
		line.value[i] = low + stock*(high-low)
	}
	return line
}

func (l *slackLine) at(slack float64) float64 {
	return l.mix(l.axis.find(slack))
}

// mix is the value in a cell at the weight of its upper end.
func (l *slackLine) mix(cell int, weight float64) float64 {
	return l.value[cell] + weight*(l.value[cell+1]-l.value[cell])
}
