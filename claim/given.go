package claim

import (
	"gosplan/measure"
	"gosplan/series"
)

// given says why agreement would prove little.
func (t *Test) given() string {
	if t.Rests != "" {
		return t.Rests
	}
	for _, name := range t.expression.series() {
		if d := measure.Find(name); d == nil || d.Status != series.Imposed {
			return ""
		}
	}
	return "The scenario imposes what is measured."
}

// driven are the series of a test that follow closely from what a scenario
// imposes.
func (t *Test) driven() []string {
	var out []string
	for _, name := range t.expression.series() {
		if d := measure.Find(name); d != nil && d.Status == series.Driven {
			out = append(out, name)
		}
	}
	return out
}
