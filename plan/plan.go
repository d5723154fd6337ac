// Package plan computes plans. A planner is told a production.Table and a
// Request; it answers with a Plan that carries its own proof. Verify tests
// the proof from the table's numbers alone and shares no code with a solver.
//
// Most tasks are one linear programme, read in one way or another. For every
// period τ, product i, technique t and factor f:
//
//	maximise or minimise what the task says, subject to
//	Σ_t (Output−Input)[t,i]·Level[τ,t] − Σ_f Build[f,i]·Begun[τ,f]
//	    + Import[τ,i] + (1−Perish[i])·Store[τ−1,i] − Store[τ,i] + Short[τ,i] ≥ Scale·Need[τ,i]     : Price[τ,i] ≥ 0
//	Σ_t Use[t,f]·Level[τ,t] ≤ capacity there is, less depreciation, plus what was begun in time    : Rent[τ,f] ≥ 0
//	Store[last,i] ≥ Terminal[i], capacity after the last period ≥ TerminalCap[f]
//	Level, Begun, Store, Short ≥ 0
//
// Store[−1] is the table's Stock. Balances, technique and bundle have no
// Short; all but bundle and years have Scale = 1.
//
// Balances and technique minimise Σ_t Use[t,Factor]·Level[τ,t] over all
// periods, or the number of runs where a table has no factors, and build
// nothing; a price is what one more unit takes of that factor, with the rents
// of others. Bundle maximises Scale, in one period, and its prices make the
// needs worth one. An Infeasible plan of theirs may still have levels: what
// would be made if there were enough of a factor.
package plan

import "time"

// A Task is what is asked of a plan.
type Task string

// Tasks.
const (
	Balances  Task = "balances"  // gross outputs for given needs, one technique a product; values and multipliers
	Technique Task = "technique" // the cheapest way to meet the needs, in one factor
	Bundle    Task = "bundle"    // the largest multiple of the needs within capacities and stocks
	Goals     Task = "goals"     // smallest weighted shortfalls from the needs, tier by tier; always has a plan
	Years     Task = "years"     // the largest multiple of all periods' needs, with investment
	Harmony   Task = "harmony"   // Cockshott's objective
	Council   Task = "council"   // proposals and prices in rounds
	Achieved  Task = "achieved"  // last year plus a percentage and a few rounds of balances
)

// Tasks lists them in the order of the guide.
var Tasks = []Task{Balances, Technique, Bundle, Goals, Years, Harmony, Council, Achieved}

// A Request says what to compute and how far.
type Request struct {
	Task      Task    `json:"task"`
	Factor    int     `json:"factor"`    // technique: the factor to economise
	Tolerance float64 `json:"tolerance"` // relative gap and residual at which a plan is proved; 0: the task's own
	Rounds    int     `json:"rounds"`    // council, achieved: at most so many; 0: the task's own
	Growth    float64 `json:"growth"`    // achieved: added to last year's output, a share

	From     *Plan          `json:"-"` // go on from here
	Progress func(Progress) `json:"-"` // called now and then, from one goroutine; nil: silent
}

// Progress is how far a solver has come.
type Progress struct {
	Rounds   int
	Residual float64       // worst relative violation
	Gap      float64       // relative distance of value and bound; NaN: no bound yet
	Left     time.Duration // until the tolerance is reached at this rate; negative: unknown
}

// A Status is what a planner found out. Infeasible is a finding.
type Status string

// Statuses.
const (
	Proved     Status = "proved"     // within the tolerance of the optimum, with a certificate
	Stopped    Status = "stopped"    // best plan so far; Gap says how far the proof reaches
	Infeasible Status = "infeasible" // Price and Rent are a Farkas ray: no plan can meet the needs
	Unbounded  Status = "unbounded"  // Level is a ray: more can be had without end
	Heuristic  Status = "heuristic"  // a procedure without an optimum; Rounds tell what it did
)

// A Plan is the answer, with what is needed to check it. Slices of periods
// are nil where a task has no such thing.
type Plan struct {
	Request Request       `json:"request"`
	Status  Status        `json:"status"`
	Says    string        `json:"says"` // in one sentence
	Took    time.Duration `json:"took"`

	Scale float64     `json:"scale"` // multiple of the needs that is met
	Level [][]float64 `json:"level"` // [period][technique]
	Begun [][]float64 `json:"begun"` // [period][factor] capacity whose building begins
	Store [][]float64 `json:"store"` // [period][product] at the end of the period
	Short [][]float64 `json:"short"` // [period][product] need not met

	Price    [][]float64 `json:"price"`    // [period][product] what one more unit needed would cost the objective
	Rent     [][]float64 `json:"rent"`     // [period][factor] what one more unit of capacity would be worth
	Keep     []float64   `json:"keep"`     // [product] dual of Terminal
	KeepRent []float64   `json:"keepRent"` // [factor] dual of TerminalCap

	Value float64   `json:"value"` // of the objective
	Bound float64   `json:"bound"` // proved: no plan is better; ±math.MaxFloat64 where nothing is proved
	Tiers []float64 `json:"tiers"` // goals: weighted shortfall by tier

	Proofs []TierProof `json:"proofs"` // [tier] goals: what proves each tier

	Rounds []Round `json:"rounds"` // what an iterative procedure did
}

// A TierProof is the duals of the programme "least weighted shortfall of this
// tier, those of earlier tiers being at most what the plan has".
type TierProof struct {
	Price    [][]float64 `json:"price"`    // [period][product]
	Rent     [][]float64 `json:"rent"`     // [period][factor]
	Keep     []float64   `json:"keep"`     // [product]
	KeepRent []float64   `json:"keepRent"` // [factor]
	Fixed    []float64   `json:"fixed"`    // [earlier tier] what one more unit of its shortfall would save in this one
	Bound    float64     `json:"bound"`    // no plan falls short by less
}

// A Round is one step of council, achieved or harmony.
type Round struct {
	Imbalance float64 `json:"imbalance"` // largest relative imbalance of a product
	Mean      float64 `json:"mean"`      // mean relative imbalance
	Value     float64 `json:"value"`
}
