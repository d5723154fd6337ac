package decide

import "slices"

// valuate values the choices made over some quarters and then leaps to where
// the values are heading:
//
//	V += m·β/(1 − β) + d·r/(1 − r),   r = d / d of the quarter before, in [0, β]
//
// where β is the patience, m the gain of the last quarter over all states and
// d what the states of one slack gained beside. Differences that last, as
// where no reference moves, come out in full after a few quarters; those that
// fade do not; those between stocks and lines have faded already.
//
// Source: aitken1926 (the process of Δ²), by slack and beside the mean.
func (v *solver) valuate(quarters int) {
	var gained []float64
	for range quarters {
		before := slices.Clone(v.value)
		v.sweep(false)
		gained = append(gained, v.gains(before)...)
	}
	slacks := v.slack.len()
	if len(gained) < 2*slacks {
		return
	}
	last, previous := gained[len(gained)-slacks:], gained[len(gained)-2*slacks:]
	patience := v.problem.Pay.patience()
	general, past := average(last), average(previous[:slacks])
	for s := range last {
		leap := general * patience / (1 - patience)
		beside := last[s] - general
		if ratio := beside / (previous[s] - past); ratio > 0 {
			ratio = min(ratio, patience)
			leap += beside * ratio / (1 - ratio)
		}
		row := len(v.value) / slacks
		for i := range v.value[s*row : (s+1)*row] {
			v.value[s*row+i] += leap
		}
	}
}

// gains is what the states of each slack gained, on average.
func (v *solver) gains(before []float64) []float64 {
	gains := make([]float64, v.slack.len())
	row := len(before) / len(gains)
	for s := range gains {
		gains[s] = average(v.value[s*row:(s+1)*row]) - average(before[s*row:(s+1)*row])
	}
	return gains
}

func average(numbers []float64) (mean float64) {
	for _, number := range numbers {
		mean += number / float64(len(numbers))
	}
	return mean
}

// quarter is the pay expected from one quarter alone under the choices made.
// It spoils the values of the solver.
func (v *solver) quarter() []float64 {
	clear(v.value)
	v.sweep(false)
	return v.value
}
