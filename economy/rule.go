package economy

import "gosplan/scenario"

// A Rule is what politics has put into force, and how the system that is in
// force stands. Where a script governs nothing is taken, and the crisis is
// only measured.
type Rule struct {
	Regime   int64                       // candidate in force, counted from 1; 0 is the scenario's own system
	Since    int64                       // month in which the system in force came
	Taken    uint64                      // decisions that politics takes, a bit each
	Order    [scenario.Decisions]float64 // what is ordered of them
	Level    [4]float64                  // GDP of the last years, the latest first, points
	Growth   float64                     // of GDP per year, remembered
	Trouble  [Troubles]float64           // what the crisis is made of; above one in sum the system is put to the question
	Looked   float64                     // month of the last look ahead
	Settled  float64                     // crisis at which that look found nothing to adopt; 0 if it found something
	Support  float64                     // influence of the groups that gain by the best candidate, when last looked ahead
	Market   float64                     // and by the best of those under which inputs are bought
	Officers float64                     // 1 if officials would gain by that, 0 if not
	Changes  float64                     // of system, in this year
	Fallen   float64                     // month in which output was last found to have collapsed
}

// The troubles that make a crisis.
const (
	Hunger   = iota // food that towns lack
	Barns           // grain that the state lacks
	Unrest          // in villages and at work
	Weakness        // heavy industry against that of rivals, under threat
	Slowness        // growth that is missed
	Queues          // purchases that fail
	Troubles        // how many there are
)

// TroubleNames names them in reports.
var TroubleNames = [Troubles]string{"food of towns", "grain of the state", "unrest", "heavy industry", "growth", "shortage"}

// Crisis is how deep the crisis is; above one the system is put to the question.
func (r *Rule) Crisis() (index float64) {
	for _, part := range r.Trouble {
		index += part
	}
	return index
}

// Takes tells whether politics takes a decision.
func (r *Rule) Takes(k scenario.Decision) bool { return r.Taken>>k&1 == 1 }

// Ordered is a decision in force in a year: what politics orders where it
// takes the decision, and else what the script says.
func (w *World) Ordered(s *State, k scenario.Decision, year int) float64 {
	if s.Rule.Takes(k) {
		return s.Rule.Order[k]
	}
	return w.Decided.Of(k).At(year)
}

// OrderedAbout is Ordered for decisions that move along a line through the
// middles of the years.
func (w *World) OrderedAbout(s *State, k scenario.Decision, year, month int) float64 {
	if s.Rule.Takes(k) {
		return s.Rule.Order[k]
	}
	return w.Decided.Of(k).Between(year, month)
}

// OilIn is the crude oil in a year's output of fuel, Mt, from the fields known
// in that year.
func (w *World) OilIn(fuel float64, year int) float64 {
	const summer = 7
	return w.Physics.Oil.Tonnes * w.Given.OilShare.Between(year, summer) * fuel
}

// OrderedFor is what the script says of a region in a year, neutral where it
// says nothing. Politics tells no regions apart.
func (w *World) OrderedFor(s *State, script scenario.Regional, year, region int, neutral float64) float64 {
	if s.Rule.Taken != 0 {
		return neutral
	}
	return script.At(year, RegionNames[region], neutral)
}
