package claim

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"gosplan/draw"
	"gosplan/statistic"
)

// A Verdict is what became of a claim or of one of its tests.
type Verdict string

// The verdicts. They are computed; nobody writes one.
const (
	Supported    Verdict = "supported"
	Refuted      Verdict = "refuted"
	Alike        Verdict = "no difference" // the effect is shown to be too small to count
	Undetermined Verdict = "undetermined"
	Untestable   Verdict = "without a valid test" // of a claim: it would rest on figures alone on which the model misses the record
	Settled      Verdict = "given"                // what was put in settles what is compared
	Outside      Verdict = "outside the model"
)

// Verdicts are all of them, in the order of reports.
var Verdicts = []Verdict{Supported, Refuted, Alike, Undetermined, Untestable, Settled, Outside}

// level is the chance of a false alarm among all tests, and of a false
// equivalence among all tests.
const level = 0.05

// A Result is what a test came to.
type Result struct {
	Test     *Test
	Effect   statistic.Effect
	P        float64            // corrected for the number of tests
	Among    int                // that number
	Same     float64            // p value of "the effect counts", corrected; below level it does not
	Found    Sign               // where the effect lies; Unknown if that is not shown
	By       map[int]float64    // effect by seed
	Means    map[string]float64 // of the statistic by arm
	Dropped  int                // seeds in which an arm has no figure
	Reach    float64            // how far a pair could have come out otherwise if all came out the same; NaN if they did not
	Missing  string             // why the test could not be run, "" if it was
	Given    string             // why agreeing would prove little, "" if it would prove something
	Recorded *Recorded          // the record's figure, nil where it has none
	Verdict  Verdict            // on what the essay says; "" where it says nothing
	Why      string
}

// luckOf makes the luck of the intervals of one test. Its seed is fixed, so
// that the same runs always give the same interval.
func luckOf(test string) statistic.Luck {
	deck, question := draw.Deck{Seed: 1}, draw.Ask("claim.interval."+test)
	return func(resample, at int) float64 { return deck.Uniform(question, uint64(resample), at) }
}

// Results evaluates tests on finished runs. The p values are corrected for
// these tests, or for as many as of says if they are part of more.
func Results(tests []*Test, runs *Runs, of int) map[*Test]*Result {
	out := make(map[*Test]*Result, len(tests))
	different, same := make([]float64, len(tests)), make([]float64, len(tests))
	for i, t := range tests {
		r := measureTest(t, runs)
		out[t] = r
		different[i], same[i] = r.Effect.P, math.NaN()
		if r.Missing == "" {
			same[i] = r.equivalent()
		}
	}
	among := 0
	for _, p := range different {
		if !math.IsNaN(p) {
			among++
		}
	}
	different, same = statistic.Holm(different, of), statistic.Holm(same, of)
	for i, t := range tests {
		r := out[t]
		r.P, r.Same, r.Among = different[i], same[i], max(of, among)
		r.judge()
	}
	return out
}

// measureTest measures every pair.
func measureTest(t *Test, runs *Runs) *Result {
	r := &Result{Test: t, By: map[int]float64{}, Means: map[string]float64{}, Given: t.Rests, Reach: math.NaN()}
	if err := t.expression.lacks(); err != nil {
		r.Missing = err.Error()
	}
	pairs := math.MaxInt
	for _, term := range t.terms {
		if err := runs.Broken[term.arm]; err != nil && r.Missing == "" {
			if r.Missing = err.Error(); !errors.As(err, new(*Missing)) {
				r.Missing = "cannot be run, since " + term.arm + " cannot be composed: " + r.Missing
			}
		}
		pairs = min(pairs, len(runs.Of[term.arm]))
	}
	if r.Missing != "" {
		r.Effect = statistic.Paired(nil, nil)
		return r
	}
	var all []float64
	for seed := range pairs {
		effect, complete := 0.0, true
		figures := make([]float64, len(t.terms))
		for i, term := range t.terms {
			var ok bool
			figures[i], ok = t.expression.figure(runs.Of[term.arm][seed])
			complete = complete && ok
			effect += term.weight * figures[i]
		}
		if !complete {
			r.Dropped++
			continue
		}
		r.By[seed], all = effect, append(all, figures...)
		for i, term := range t.terms {
			r.Means[term.arm] += figures[i]
		}
	}
	for _, arm := range sortedKeys(r.Means) {
		r.Means[arm] /= float64(len(r.By))
	}
	r.Effect = statistic.Paired(r.differences(), luckOf(t.Compare+t.Statistic))
	if r.Effect.N >= 2 && r.Effect.SD == 0 && !t.placebo(runs) {
		r.Reach = max(rare*t.Smallest, counted(all), 2*math.Abs(r.Effect.Mean))
		r.Effect = statistic.Unanimous(r.Effect.N, r.Effect.Mean, r.Reach)
	}
	return r
}

// rare is how many of the smallest effects that count an event may bring that
// did not happen in any pair (assumed). Where all pairs come out the same, to
// the last bit, nothing was measured but that whatever could part them did not
// happen: a revolution abroad, a change of system. What it would have brought
// nobody has seen; so much is allowed for, and at least one where figures count
// events, and as much as a yes differs from a no.
const rare = 8

// counted is 1 if figures differ, and by whole numbers only: they count.
func counted(figures []float64) float64 {
	one := 0.0
	for _, v := range figures {
		switch d := v - figures[0]; {
		case d != math.Round(d):
			return 0
		case d != 0:
			one = 1
		}
	}
	return one
}

// placebo tells whether nothing could differ: the arms are composed to one and
// the same scenario, so that the same runs stand on both sides.
func (t *Test) placebo(runs *Runs) bool {
	balance := map[*Figures]float64{}
	for _, term := range t.terms {
		for _, f := range runs.Of[term.arm] {
			balance[f] += term.weight
		}
	}
	for _, weight := range balance { // order does not matter: all are asked
		if weight != 0 {
			return false
		}
	}
	return true
}

// equivalent is the p value of an effect that counts.
func (r *Result) equivalent() float64 {
	if !math.IsNaN(r.Reach) {
		return statistic.UnanimousEquivalent(r.Effect.N, r.Effect.Mean, r.Test.Smallest, r.Reach)
	}
	return statistic.Equivalent(r.differences(), r.Test.Smallest)
}

// differences are the effects in the order of the seeds.
func (r *Result) differences() []float64 {
	out := make([]float64, 0, len(r.By))
	for _, seed := range sortedKeys(r.By) {
		out = append(out, r.By[seed])
	}
	return out
}

// judge says where the effect lies and what that means for the essay.
func (r *Result) judge() {
	e, smallest := r.Effect, r.Test.Smallest
	switch {
	case r.Missing != "" || e.N < leastPairs:
		r.Found = Unknown
	case r.Same < level:
		r.Found = None
	case r.P < level && e.Mean >= smallest && e.Low > 0:
		r.Found = Above
	case r.P < level && e.Mean <= -smallest && e.High < 0:
		r.Found = Below
	default:
		r.Found = Unknown
	}
	r.Verdict, r.Why = r.on(r.Test.Predicts[Essay])
	if r.Dropped > 0 && r.Effect.N > 0 && r.Verdict != "" {
		r.Why += fmt.Sprintf("; on %d of %d pairs, since the others lack the figure", r.Effect.N, r.Effect.N+r.Dropped)
	}
}

// Told is where the effect lies as far as anything is told by it: what was put
// in tells nothing of a theory, and neither does a figure on which the model
// misses the record.
func (r *Result) Told() Sign {
	if r.mute() {
		return Unknown
	}
	return r.Found
}

// mute tells whether nothing is told by a result, whatever it is.
func (r *Result) mute() bool { return r.Test.given != "" || r.Misses() }

// Misses tells whether the model cannot judge, since it misses the record on
// what is asked.
func (r *Result) Misses() bool { return r.Recorded != nil && r.Recorded.Misses }

// on holds a prediction against what was found.
func (r *Result) on(predicted Sign) (Verdict, string) {
	switch {
	case predicted == "":
		return "", "the essay says nothing of this"
	case r.Missing != "":
		return Undetermined, r.Missing
	case r.Test.given != "":
		return Settled, r.Test.given
	case r.Effect.N < leastPairs:
		return Undetermined, "fewer than two pairs have the figure"
	case r.Found == Unknown && r.Effect.Mean == 0 && !math.IsNaN(r.Reach):
		return Undetermined, "in no pair did anything happen that parts its runs, and so few pairs cannot rule out that it may"
	case r.Found == Unknown && r.Effect.P >= level && (r.Effect.Low > 0 || r.Effect.High < 0):
		return Undetermined, "the interval leaves out zero, but so few pairs do not rule out luck"
	case r.Found == Unknown && r.Effect.P >= level:
		return Undetermined, "the interval holds zero and is too wide to show that nothing counts"
	case r.Found == Unknown:
		return Undetermined, "neither an effect that counts nor its absence is shown for certain"
	case r.Found == predicted && r.Given != "":
		return Undetermined, "as predicted, but given: " + strings.TrimSuffix(r.Given, ".")
	case r.Found == predicted:
		return Supported, "as predicted"
	case r.Found == None:
		return Alike, "what difference there is, is shown to be smaller than what counts"
	case predicted == None:
		return Refuted, "there is a difference where none was predicted"
	}
	return Refuted, "the difference lies the other way"
}

// leans tells whether the mean alone lies where it is predicted.
func (r *Result) leans(predicted Sign) bool {
	switch e := r.Effect.Mean; predicted {
	case Above:
		return e > 0
	case Below:
		return e < 0
	default:
		return math.Abs(e) < r.Test.Smallest
	}
}
