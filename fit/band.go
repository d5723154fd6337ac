package fit

import (
	"encoding/json"
	"math"

	"gosplan/measure"
	"gosplan/series"
)

// Kind says what is measured.
type Kind string

const (
	MAPE     Kind = "mape"     // mean absolute error, percent of the figure
	Growth   Kind = "growth"   // growth over a period, percent a year
	Change   Kind = "change"   // change between two years, percent
	Range    Kind = "range"    // a number between two others
	Share    Kind = "share"    // a part of a whole
	Ordering Kind = "ordering" // one thing above or before another
)

// Period says whether parameters were calibrated on the years of a band.
type Period string

const (
	Calibration Period = "to 1970"                                // figures the calibration may use
	HeldOut     Period = "1971-91, not used in calibration"       // the structure was chosen by people who knew them
	Mature      Period = "1955-85, a pattern and not a criterion" // the syndrome
	Unused      Period = "to 1970, not used in calibration"       // rows that joined after values were searched
)

// calibrationEnds is the last year that calibration may use.
const calibrationEnds = 1970

// An Interval is what a band accepts; an end may be infinite.
type Interval struct{ Low, High float64 }

// rounding is by what part of itself an end is passed by arithmetic alone: three
// times 1.3 is more than 3.9.
const rounding = 1e-9

func (i Interval) has(v float64) bool {
	return v >= i.Low-rounding*math.Abs(i.Low) && v <= i.High+rounding*math.Abs(i.High)
}

// MarshalJSON writes null for an open end.
func (i Interval) MarshalJSON() ([]byte, error) {
	end := func(v float64) *float64 {
		if math.IsInf(v, 0) {
			return nil
		}
		return &v
	}
	return json.Marshal(map[string]*float64{"low": end(i.Low), "high": end(i.High)})
}

// String is "at least 3", "at most 10" or "3 to 10".
func (i Interval) String() string {
	switch {
	case math.IsInf(i.Low, -1) && math.IsInf(i.High, 1):
		return "any"
	case math.IsInf(i.High, 1):
		return "at least " + number(i.Low)
	case math.IsInf(i.Low, -1):
		return "at most " + number(i.High)
	case i.Low == i.High:
		return number(i.Low)
	}
	return number(i.Low) + " to " + number(i.High)
}

func atLeast(v float64) Interval { return Interval{v, math.Inf(1)} }
func atMost(v float64) Interval  { return Interval{math.Inf(-1), v} }

// nothing is what counts as zero when a number is written.
const nothing = 1e-9

// number writes three figures, and whole numbers whole.
func number(v float64) string {
	if math.Abs(v) < nothing {
		return "0"
	}
	return series.Digits(v, 3)
}

// A Band is one goal: a figure of a run and what it should be.
type Band struct {
	Name         string        `json:"name"` // gdp_per_head
	Title        string        `json:"title"`
	Series       string        `json:"series"`                 // of the run
	Reference    string        `json:"reference"`              // table of package data, "" if none
	Alternatives []string      `json:"alternatives,omitempty"` // tables with other published estimates; they widen the band
	Kind         Kind          `json:"kind"`
	Period       Period        `json:"period"`
	From         int           `json:"from"`
	To           int           `json:"to"`
	Goal         float64       `json:"goal"` // as set, before widening
	Accept       Interval      `json:"accept"`
	Unit         string        `json:"unit"`
	Status       series.Status `json:"status"`        // of the figure, where it is not that of its series
	Why          string        `json:"why,omitempty"` // it has that status
	Tier         string        `json:"tier"`          // of the reference, the weakest in the years of the band
	Recalled     bool          `json:"recalled"`      // rests on figures recalled and not looked up
	Syndrome     bool          `json:"syndrome"`      // a recalled row of the syndrome does not set the exit status
	Soft         bool          `json:"soft"`          // the threshold is ours: no level of the figure was ever published
	Beyond       bool          `json:"beyond"`        // met only if the 10th percentile of the seeds is inside
	Added        bool          `json:"added"`         // joined after the goals were agreed: where it is recalled it does not set the exit status
	Basis        string        `json:"basis"`
	Borders      string        `json:"borders"`
	Note         string        `json:"note"`
	Parts        []string      `json:"parts,omitempty"` // names of bands of which this figure is a sum

	// expected is what history says of the same figure: value, low, high.
	expected [3]float64
	// gauge reads the figure from a run; free is the comparison run or nil.
	gauge func(b *Band, r, free *run) (float64, bool)
}

// Counts says whether missing the band sets the exit status.
func (b *Band) Counts() bool { return !(b.Recalled && (b.Syndrome || b.Added)) }

// isSign says that meeting the band shows a sign and not a size.
func (b *Band) isSign() bool {
	return b.Soft || b.Accept.Low == 0 && math.IsInf(b.Accept.High, 1) || b.Accept.High == 0 && math.IsInf(b.Accept.Low, -1)
}

// Bands is the whole list of goals.
func Bands() []Band {
	var out []Band
	for _, list := range [][]Band{levels(levelGoals), added(levels(warGoals)), growths(), added(trends()), finish(famines()), finish(added(places())), syndrome()} {
		out = append(out, list...)
	}
	for i := range out {
		out[i].explain()
	}
	return out
}

// explain gives the band the status of its series and the reason for it, unless
// it has its own.
func (b *Band) explain() {
	if b.Status != "" {
		return
	}
	b.Status = series.Emerges
	if d := measure.Find(b.Series); d != nil {
		b.Status, b.Why = d.Status, d.Why
	}
}
