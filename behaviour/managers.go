package behaviour

import (
	"math"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"

	"gosplan/decide"
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

var askMishap = draw.Ask("enterprise.mishap")

// standing is the state of an enterprise as its manager's problem sees it.
func standing(w *economy.World, e *economy.Enterprise) decide.State {
	ref := max(e.Ref, 1e-12)
	return decide.State{Slack: unit.Clip(3*e.Capacity/ref, slackLeast, slackMost), Stock: e.Cover(w.Work.Enough()), Wip: e.Wip}
}

// Output that plant and staff in hand can make in a quarter over the reference
// output, beyond which a manager's problem does not look (assumed).
const slackLeast, slackMost = 0.05, 4

// Solved are the policies of the branches for the problems they face.
func Solved(w *economy.World, s *economy.State) (p [economy.Goods]*decide.Policy) {
	var problems [economy.Goods]decide.Problem
	for g := economy.FirstBranch; g < economy.Goods; g++ {
		problems[g] = s.Branch[g].Problem
	}
	w.Policies.Policies(problems[economy.FirstBranch:], p[economy.FirstBranch:])
	return p
}

// An inspector knows what plant of an age and the techniques in use are good
// for, which many enterprises ask.
type inspector struct {
	gains *gains
	wear  economy.Wear
}

func newInspector(plant *economy.Plant) (i inspector) {
	i.gains = gainsOf(plant.Gain)
	i.wear.Rate, i.wear.Young = plant.Wear, plant.Young
	return i
}

// review works out what plant and staff in hand can make in a month.
func (i *inspector) review(w *economy.World, s *economy.State, e *economy.Enterprise) {
	plant := &w.Physics.Plant
	vintages := e.Vintage[:e.Plants]
	if int32(s.Month/12) != e.Seen { // plant is inspected once a year
		e.Seen = int32(s.Month / 12)
		for v := range vintages {
			k := &vintages[v]
			k.Now = k.Yield * i.wear.Left(s.Month-int(k.Built))
		}
	}
	posts, rated, best, left := 0.0, 0.0, 0.0, float64(e.Staff)/1e6
	upkeep := plant.Upkeep(e.Good)
	for v := len(vintages) - 1; v >= 0; v-- { // newest first
		k := &vintages[v]
		hands, could := upkeep.Posts(k, s.Month), k.Places*k.Now/12
		posts += hands
		rated += could
		if left > hands {
			best += could
			left -= hands
		} else if left > 0 {
			best += could * left / hands
			left = 0
		}
	}
	e.Posts, e.Rated = posts, rated
	if e.Posts <= 0 {
		e.Capacity = 0
		return
	}
	staffed := float64(e.Staff) / 1e6 / e.Posts
	full := e.Rated
	if staffed < 1 {
		full = plant.Fit*best + (1-plant.Fit)*e.Rated*staffed
	} else {
		full *= 1 + plant.Shift*(min(staffed, plant.Crowd)-1)
	}
	cut := s.Region[e.Region].Cut
	if e.Good == economy.Construction || e.Good == economy.Consumer || e.Good == economy.Services {
		cut *= w.Physics.Works.Local // works for its own region, front or no front
	}
	idle := s.Polity.Governs * s.Polity.Idle[economy.Cell(int(e.Region), e.Good)]
	e.Capacity = full * e.Effort * e.Skill * e.Shape * i.gains.of[bits.OnesCount32(e.Adopted)] * (1 - cut) * (1 - idle)
}

// Order lets managers ask for inputs for the month: up to the stock they
// want, within what they may draw.
func Order(w *economy.World, s *economy.State) {
	for g := range s.Branch {
		s.Branch[g].Orders = 0
	}
	inspector := newInspector(&w.Physics.Plant)
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		inspector.review(w, s, e)
		for g, need := range e.Need {
			e.Order[g] = 0
			if need <= 0 {
				continue
			}
			e.Order[g] = max(0, e.Upto*need-e.In[g].Held()-e.Due[g])
		}
	}
}

// Produce is a month's work of all enterprises: managers set pace, draw on
// the line and care; what comes out is physics.
func Produce(w *economy.World, s *economy.State) {
	month := s.Month % 3
	policies := Solved(w, s)
	for g := range s.Branch {
		s.Branch[g].Output = 0
	}
	kept := lucks.Get().(*[]float64)
	defer lucks.Put(kept)
	*kept = slices.Grow((*kept)[:0], len(s.Enterprise))[:len(s.Enterprise)]
	mishaps := *kept
	w.Deck.Normals(askMishap, s.Month, mishaps)
	for i := range s.Enterprise {
		e := &s.Enterprise[i]
		b := &s.Branch[e.Good]
		policy := policies[e.Good]
		at := standing(w, e)
		if e.Retool > 0 {
			e.Retool--
			at.Slack *= 1 - w.Physics.Plant.Retool
		}
		at.Slack *= 1 + w.Physics.Plant.Trouble*mishaps[i]
		var done float64
		for _, q := range e.Made[:month] {
			done += q / e.Ref
		}
		pace, draw, care := policy.Pace(month, at, done)
		if e.Good == economy.Services || e.Good == economy.Construction {
			draw = 0 // what is not stored has no line that waits
		}
		work := b.Problem.Physics.Month(at, pace, draw, care)
		e.Pace, e.Care, e.Wip = pace, care, work.Wip
		faulty := b.Problem.Physics.Defective(pace, work.Met, care)
		made := max(0, work.Output) * e.Ref
		var tally ledger.Tally
		tally.Make(&e.Out, made*(1-faulty))
		s.Audit.Take(e.Good, tally)
		farm := e.Draws(work.Used)
		for g, need := range e.Need {
			if need > 0 {
				months := work.Used
				if g < len(farm) {
					months = farm[g]
				}
				use := ledger.Tally{}
				use.Use(&e.In[g], months*need)
				use.Use(&e.In[g], w.Work.Spoilage*e.In[g].Held())
				s.Audit.Take(economy.Good(g), use)
			}
		}
		e.Made[month], e.Faulty[month] = made, made*faulty
		b.Output += made * (1 - faulty)
		e.Met += (work.Met - e.Met) / max(1, w.Physics.Works.Memory)
		mend(w, s, e, work.Met)
		count(w, s, e, work, made, faulty)
	}
	for g := range s.Branch {
		s.Branch[g].Year += s.Branch[g].Output
		if g < int(economy.Goods) {
			s.Year.Output[g] += s.Branch[g].Output
			s.Quarter.Output[g] += s.Branch[g].Output
		}
	}
}

// mend lets plant fall into disrepair or be repaired.
func mend(w *economy.World, s *economy.State, e *economy.Enterprise, met float64) {
	plant := &w.Physics.Plant
	crew, upkeep := 0.0, plant.Upkeep(e.Good)
	for v := range e.Vintage[:e.Plants] {
		crew += upkeep.Crew(&e.Vintage[v], s.Month)
	}
	staffed := unit.Clip(float64(e.Staff)/1e6/max(1e-9, crew), 0, 1)
	kept := upkeepEach * (met + staffed) * (1 - s.Region[e.Region].Cut)
	e.Shape = unit.Clip(e.Shape+(plant.Repair*(1-e.Shape)*kept*kept-plant.Decay*e.Shape*(1-kept))/12, ruin, 1)
}

// upkeepEach is the part of upkeep that supplies do, and the part that hands do
// (assumed: half each).
const upkeepEach = 0.5

// ruin is the state of repair below which plant does not fall, 1 being whole
// (assumed).
const ruin = 0.2

// count keeps the accounts of the quarter.
func count(w *economy.World, s *economy.State, e *economy.Enterprise, work decide.Work, made, faulty float64) {
	q := &s.Quarter
	value := economy.BasePrice[e.Good]
	q.Made += made * value
	q.Faulty += made * faulty * value
	if s.Month%3 == 2 {
		q.Month3 += made * value
	}
	q.Capacity += e.Capacity * value
	staff := float64(e.Staff)
	q.Effort += e.Effort * staff
	q.EffortWeight += staff
	q.Overtime += max(0, e.Pace-1) * staff
	if e.Capacity > 0 {
		meant := work.Made * e.Ref / max(1e-9, work.Met+w.Work.Makeshift*(1-work.Met)) // had all inputs come
		q.OverStaff += staff * unit.Clip(e.Capacity/max(1e-9, e.Effort*meant), 0, overMost)
		q.StaffWeight += staff
	}
}

// overMost is the staff over need at which an enterprise counts at most, so that
// those that stand still do not decide the mean (assumed).
const overMost = 3

// gains are factors of output by how many techniques are in use.
type gains struct {
	each float64
	of   [33]float64
}

// lastGains are kept, since a run has one kind of plant.
var lastGains atomic.Pointer[gains]

func gainsOf(each float64) *gains {
	if last := lastGains.Load(); last != nil && last.each == each {
		return last
	}
	fresh := &gains{each: each}
	for n := range fresh.of {
		fresh.of[n] = math.Pow(1+each, float64(n))
	}
	lastGains.Store(fresh)
	return fresh
}

// lucks are kept, so that a month allocates nothing.
var lucks = sync.Pool{New: func() any { return new([]float64) }}
