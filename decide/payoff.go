// Package decide is what a manager of an enterprise does who looks ahead. He
// knows the plant, the staff, the stocks and the line in hand; he knows what
// his pay depends on and what experience says about supply; and he chooses
// what to order, how to pace the quarter, how much care to take, whom to
// hire, what to adopt and what to report.
//
// States, actions and physical costs are the same everywhere. An institution
// supplies the numbers of a Payoff and nothing else; this package may not
// know which institution that is. Whatever is called hoarding, storming,
// padding, over-requesting, slack or carelessness is a best response here,
// or it does not happen.
package decide

// Payoff is what the manager gains and bears, in units of his base pay per
// quarter. F is fulfilment: output of the quarter over reference output of
// the quarter, where the reference is the target, or expected sales where
// there is no target. The zero value is the flat payoff: nothing depends on
// anything.
//
//	bonus(F) = Step + Slope·min(F − 1, SlopeCap)   if F ≥ 1
//	         = −Miss − Blame·(MissBelow − F)       if F < MissBelow
//	reference' = reference·(1 + RatchetUp·(F−1)⁺ − RatchetDown·(1−max(F, RatchetLeast))⁺ + Drift)
//
// Sources: berliner1957 (bonus, ratchet), weitzman1980 (ratchet),
// granick1987 (job right).
type Payoff struct {
	Step      float64 `range:"0 1"    unit:"base pay" source:"berliner1957"`         // bonus for F ≥ 1
	Slope     float64 `range:"0 5"    unit:"base pay per F" source:"berliner1957"`   // bonus per unit of F beyond 1
	SlopeCap  float64 `range:"0 1"    unit:"F" source:"berliner1957"`                // excess of F that still earns
	Miss      float64 `range:"0 1"    unit:"base pay" source:"assumed"`              // lost when F < MissBelow
	MissBelow float64 `range:"0 1"    unit:"F" source:"assumed"`                     // what counts as failure
	Blame     float64 `range:"0 5"    unit:"base pay per F" source:"granick1954"`    // lost beside per unit of F below that
	Sales     float64 `range:"0 5"    unit:"base pay per F" source:"assumed"`        // gained per unit of F sold
	Stock     float64 `range:"0 .3"   unit:"base pay per month of need and quarter"` // borne for input stock held
	Labour    float64 `range:"0 3"    unit:"base pay per unit of staff and quarter"` // borne for staff; 1 unit = staff of normal output
	Defects   float64 `range:"0 5"    unit:"base pay per share defective"`           // borne for rejected output

	Overrequest  float64 `range:"0 5" unit:"base pay"`         // fine × (Z−1)² for asking Z times the need
	Padding      float64 `range:"0 5" unit:"base pay"`         // fine when padding of Physics.PaddingUnit is found
	Detection    float64 `range:"0 1" unit:"per quarter"`      // chance that such padding is found
	RatchetUp    float64 `range:"0 1" unit:"per quarter"`      // share of (F−1)⁺ that comes back in the reference
	RatchetDown  float64 `range:"0 1" unit:"per quarter"`      // share of (1−F)⁺ by which the reference is lowered
	RatchetLeast float64 `range:"0 1" unit:"F"`                // fulfilment below which it is lowered no further
	Drift        float64 `range:"-.05 .05" unit:"per quarter"` // growth of the reference whatever is made

	Deadline      float64 `range:"0 1"`                        // 1: F is counted at the quarter's end; 0: each month is paid by itself
	ProtectedJobs float64 `range:"0 1"`                        // 1: nobody can be dismissed; 0: anybody can
	Discount      float64 `range:".005 .2" unit:"per quarter"` // impatience; 0 counts as .03
}

// Expect is what the population's experience says about supply and sale.
// Every institution fills in all of it.
type Expect struct {
	Late     float64    `range:"0 1"`                        // chance that a month's delivery comes late: only Physics.LateShare of it arrives, the rest next month
	Release  [3]float64 `unit:"share, cumulative"`           // share of the quarter's allotment that can be drawn by month 1, 2, 3; 1,1,1 = free purchase
	Cut      float64    `range:"0 .6"`                       // share by which requests are cut
	Hiring   float64    `range:"0 1"`                        // share of posted vacancies filled in a quarter
	Quits    float64    `range:"0 1"`                        // share of the staff that leaves in a quarter without being dismissed
	Demand   float64    `range:"0 10" unit:"F"`              // expected sales at the posted price; large = sells all
	Growth   float64    `range:"-.05 .1" unit:"per quarter"` // growth of plant in hand that investment brings
	DemandSD float64    `range:"0 1"  unit:"F"`              // its standard deviation
}

// Problem is all that a manager's decision depends on.
type Problem struct {
	Pay     Payoff
	Expect  Expect
	Physics Physics
}

// State is one enterprise at the start of the quarter, or at the start of a
// later month when it is asked about pace.
type State struct {
	Slack float64 // output that plant and staff in hand can make in a quarter at pace 1, over reference output
	Stock float64 // input stock in hand, in months of need at reference output
	Wip   float64 // work in progress, as a share of Physics.WipFull
}

// patience is the discount factor per quarter.
func (p *Payoff) patience() float64 {
	if p.Discount <= 0 {
		return 1 / 1.03
	}
	return 1 / (1 + p.Discount)
}

// Bonus is the pay for a fulfilment reported as f, beside sales.
func (p *Payoff) Bonus(f float64) float64 {
	switch {
	case f >= 1-roundOff:
		return p.Step + p.Slope*min(max(f-1, 0), p.SlopeCap)
	case f < p.MissBelow-roundOff:
		return -p.Miss - p.Blame*(p.MissBelow-f)
	}
	return 0
}

// Growth is the next reference over this one after a fulfilment of f.
func (p *Payoff) Growth(f float64) float64 {
	growth := 1 + p.Drift + p.RatchetUp*max(0, f-1) - p.RatchetDown*max(0, 1-max(f, p.RatchetLeast))
	return min(max(growth, 0.6), 1.6)
}

// roundOff is the error of arithmetic that must not cost a bonus.
const roundOff = 1e-9
