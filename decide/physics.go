package decide

import "math"

// Physics is what plant, people and goods impose, the same everywhere.
//
//	line   = 1 − WipDrag·(1 − w)
//	want   = slack/3 · x · line · (1 − CareCost·c)          output if inputs suffice
//	ready  = a²/(a + Lot)                                   of the inputs in hand, months of need
//	met    = min(1, ready / (3·want))
//	made   = want·(met + Makeshift·(1 − met))
//	defect = DefectBase + DefectPace·((x−1)⁺)² + DefectCare·(1−c)² + DefectInputs·(1−met)
//	trouble = Effort·((x − Ease)⁺)²                         of a month's pay
//
// where x is the pace, c the care, w the work in progress as a share of a
// full line, a the input stock in hand in months of need. A stock is many
// items that come in lots: of the items in hand there is enough of the share
// a/(a + Lot), and the rest waits in the yard for what goes with it, whoever
// supplies. What the line gives
// up above or takes in below is draw·w·WipFull, or −draw·(1−w)·WipFull but at
// most RebuildMost of what is made.
//
// Source: magnitudes of a trial economy of enterprises under targets, assumed
// there and here unless a source is named.
type Physics struct {
	LateShare    float64 `range:"0 1" unit:"share" source:"trial economies" means:"of a late delivery that arrives on time"`
	MaxPace      float64 `range:"1 2" unit:"normal pace" source:"trial economies: 1.3" means:"fastest pace"`
	Effort       float64 `range:"0.1 3" unit:"month's pay" source:"trial economies" means:"trouble of pace"`
	Ease         float64 `range:"0.5 1" unit:"normal pace" source:"trial economies" means:"pace that is no trouble"`
	Lot          float64 `range:"0 2" unit:"months of need" source:"assumed: deliveries of an item once in a month or two; stocks of materials in market economies, about a month of use" means:"lots in which inputs come and the time they are on the way"`
	Makeshift    float64 `range:"0 0.8" unit:"share" source:"trial economies" means:"output possible without inputs"`
	WipFull      float64 `range:"0 2" unit:"month of reference output" source:"trial economies: twelve days from gate to gate" means:"full line"`
	WipDrag      float64 `range:"0 0.8" unit:"share" source:"little1961: the last stations wait for WipFull of a month, on average for half of it, and half of their hands are put to earlier ones" means:"output lost in a month begun with an empty line"`
	Rebuild      float64 `range:"0 1" unit:"share of gap per month" source:"little1961: it is full again after WipFull of a month" means:"fastest refilling of the line"`
	RebuildMost  float64 `range:"0 1" unit:"share of output" source:"little1961: WipFull of a month's output" means:"most that goes into the line"`
	CareCost     float64 `range:"0 0.3" unit:"share of output" source:"trial economies" means:"lost to full care"`
	DefectBase   float64 `range:"0 0.1" unit:"share" source:"trial economies" means:"defects that no care prevents"`
	DefectPace   float64 `range:"0 2" unit:"share" source:"assumed" means:"defects of haste"`
	DefectCare   float64 `range:"0 0.5" unit:"share" source:"trial economies" means:"defects of carelessness"`
	DefectInputs float64 `range:"0 0.5" unit:"share" source:"assumed" means:"defects of substitutes"`
	Overtime     float64 `range:"1 2" unit:"wages" source:"trial economies" means:"wage of an hour beyond pace 1"`
	Keeping      float64 `range:"0 0.02" unit:"base pay per month of need and month" source:"assumed" means:"trouble of stock beyond a month's need"`
	Spoilage     float64 `range:"0 0.1" unit:"per month" source:"assumed" means:"of input stocks that spoils, as managers expect and as it comes"`
	Mishap       float64 `range:"0 0.1" unit:"F" source:"assumed" means:"standard deviation of the quarter's output"`
	PaddingUnit  float64 `range:"0.01 0.2" unit:"F" source:"assumed" means:"padding to which the fine refers"`
	PaddingMost  float64 `range:"0 0.3" unit:"F" source:"assumed" means:"most that paper bears"`
	StaffShare   float64 `range:"0.3 1" unit:"elasticity" source:"assumed" means:"of output to staff"`
}

// DefaultPhysics is the set used unless a scenario measures better.
func DefaultPhysics() Physics {
	return Physics{
		LateShare: 0.3, MaxPace: 1.4, Effort: 0.6, Ease: 0.85, Lot: 0.5,
		Makeshift: 0.5, WipFull: 0.4, WipDrag: 0.1, Rebuild: 1, RebuildMost: 0.4,
		CareCost: 0.06, DefectBase: 0.02, DefectPace: 0.25, DefectCare: 0.12, DefectInputs: 0.1,
		Overtime: 1.5, Keeping: 0.002, Spoilage: 0.002, Mishap: 0.01,
		PaddingUnit: 0.05, PaddingMost: 0.15, StaffShare: 0.7,
	}
}

// months is how many months share a quarter.
const months = 3

// Work is a month's work and what it leaves.
type Work struct {
	Made   float64 // made in the month, as F of the quarter
	Output float64 // handed over, as F: Made plus what the line gave or less what it took
	Used   float64 // inputs used, months of need
	Met    float64 // share of the inputs wanted that was there
	Wip    float64 // line after the month, share of full
	Care   float64 // output lost per unit of care, as F
}

// Month is what a pace, a draw and a care make of a month.
func (h *Physics) Month(s State, pace, draw, care float64) Work {
	line := s.Slack / months * pace * (1 - h.WipDrag*(1-s.Wip))
	want := line * (1 - h.CareCost*care)
	work := Work{Made: want, Used: want * months, Met: 1, Care: line * h.CareCost}
	if ready := h.ready(s.Stock); work.Used > ready {
		covered := ready / months
		work.Met = covered / want
		work.Made = covered + h.Makeshift*(want-covered)
		work.Used = ready
		work.Care *= h.Makeshift
	}

	full := h.WipFull / months
	moved := draw * s.Wip * full
	if draw < 0 {
		moved = -min(-draw*(1-s.Wip)*full, h.RebuildMost*work.Made)
	}
	work.Output = work.Made + moved
	work.Wip = s.Wip
	if full > 0 {
		work.Wip = min(max(s.Wip-moved/full, 0), 1)
	}
	return work
}

// ready is the part of a stock that can be worked up in a month.
func (h *Physics) ready(stock float64) float64 {
	if stock <= 0 {
		return 0
	}
	return stock * (stock / (stock + h.Lot))
}

// Enough is the stock of which just a month's need is ready.
func (h *Physics) Enough() float64 { return (1 + math.Sqrt(1+4*h.Lot)) / 2 }

// trouble is the pay a manager would give to be spared a month at that pace.
func (h *Physics) trouble(pace float64) float64 {
	haste := max(0, pace-h.Ease)
	return h.Effort * haste * haste / months
}

// defects is the defective share of output at full care.
func (h *Physics) defects(pace, met float64) float64 {
	haste := max(0, pace-1)
	return h.DefectBase + h.DefectPace*haste*haste + h.DefectInputs*(1-met)
}

// Defective is the defective share of what is made.
func (h *Physics) Defective(pace, met, care float64) float64 {
	return h.defects(pace, met) + h.DefectCare*(1-care)*(1-care)
}
