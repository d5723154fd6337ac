package economy

import "gosplan/scenario"

// A Rule is what politics has put into force. Where a script governs it is
// zero.
type Rule struct {
	Governs  int64                       // 1 from the month on in which politics decides
	System   int64                       // the candidate in force, counted from 1; 0 is the scenario's own
	Since    int64                       // month in which the system in force came, by script or by choice
	Taken    uint64                      // decisions that politics takes, a bit each
	Order    [scenario.Decisions]float64 // what is ordered of them
	Level    float64                     // GDP of the year before, points
	Growth   float64                     // of GDP per year, remembered
	Crisis   float64                     // index; above 1 the system is put to the question
	Part     [Troubles]float64           // what it is made of
	Support  float64                     // influence of the groups that the best candidate would please, when last looked ahead
	Market   float64                     // and the best of those under which inputs are bought
	Officers float64                     // whether officials would gain by that, 0 or 1
	Changed  float64                     // changes of system in this year
}

// The troubles that make a crisis.
const (
	Hunger   = iota // food that towns lack
	Barns           // grain that the state lacks
	Unrest          // in villages and at work
	Weakness        // arms industry against the threat
	Slowness        // growth that is missed
	Queues          // purchases that fail
	Troubles        // how many there are
)

// TroubleNames names them in reports.
var TroubleNames = [Troubles]string{"food of towns", "state grain", "unrest", "arms", "growth", "shortage"}

// Takes tells whether politics takes a decision.
func (r *Rule) Takes(k scenario.Decision) bool { return r.Taken>>k&1 == 1 }

// Ordered is a decision in force in a year: what politics orders where it
// governs, and else what the script says.
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
