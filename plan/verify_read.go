package plan

import (
	"fmt"
	"math"
)

// A namedRows is a named list of numbers of a plan, to be gone through.
type namedRows struct {
	name string
	rows [][]float64
	want int
}

func (v *verifier) parts() []namedRows {
	t, p := v.t, v.p
	one := func(list []float64) [][]float64 {
		if list == nil {
			return nil
		}
		return [][]float64{list}
	}
	out := []namedRows{
		{"level", p.Level, t.Ways()}, {"begun", p.Begun, len(t.Factors)}, {"store", p.Store, t.N}, {"short", p.Short, t.N},
		{"price", p.Price, t.N}, {"rent", p.Rent, len(t.Factors)},
		{"keep", one(p.Keep), t.N}, {"keepRent", one(p.KeepRent), len(t.Factors)},
	}
	for k, proof := range p.Proofs {
		name := fmt.Sprintf("proof %d: ", k+1)
		out = append(out, namedRows{name + "price", proof.Price, t.N}, namedRows{name + "rent", proof.Rent, len(t.Factors)},
			namedRows{name + "keep", one(proof.Keep), t.N}, namedRows{name + "keepRent", one(proof.KeepRent), len(t.Factors)},
			namedRows{name + "fixed", one(proof.Fixed), k})
	}
	return out
}

// shapes tests that lists are as long as the table says.
func (v *verifier) shapes() bool {
	c := Inspected{Name: "shapes", Tested: "the table fits together, and the plan's lists are as long as it says"}
	wrong := func(words string) { c.Violation, c.Worst = math.Inf(1), words }
	if err := v.t.Shape(); err != nil {
		wrong(err.Error())
	}
	if v.p.Level == nil && v.p.Status != Infeasible {
		wrong("no levels")
	}
	for _, part := range v.parts() {
		isEnd := part.want > 0 && len(part.rows) == 1 && len(v.t.Periods) != 1
		if part.rows != nil && len(part.rows) != len(v.t.Periods) && !(isEnd && isOfEnd(part.name)) {
			wrong(fmt.Sprintf("%s has %d periods of %d", part.name, len(part.rows), len(v.t.Periods)))
		}
		for period, row := range part.rows {
			if len(row) != part.want {
				wrong(fmt.Sprintf("%s of %s has %d entries, want %d", part.name, v.period(period), len(row), part.want))
			}
		}
	}
	v.add(c)
	return c.Violation == 0
}

// isOfEnd tells whether a list belongs to the end of the plan and not to a
// period.
func isOfEnd(name string) bool {
	for _, end := range []string{"keep", "keepRent", "fixed"} {
		if name == end || len(name) > len(end)+2 && name[len(name)-len(end)-2:] == ": "+end {
			return true
		}
	}
	return false
}

// numbers tests that everything is a number and finite.
func (v *verifier) numbers() bool {
	c := Inspected{Name: "numbers", Tested: "every number of the plan is finite"}
	for _, part := range v.parts() {
		for period, row := range part.rows {
			var w worst
			w.search(period, len(row), func(i int) float64 {
				if math.IsNaN(row[i]) || math.IsInf(row[i], 0) {
					return math.Inf(1)
				}
				return 0
			})
			if w.by > 0 {
				c.Violation, c.Worst = w.by, fmt.Sprintf("%s %d of %s is %v", part.name, w.i+1, v.period(period), row[w.i])
			}
		}
	}
	for _, x := range append([]float64{v.p.Scale, v.p.Value}, v.p.Tiers...) {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			c.Violation, c.Worst = math.Inf(1), fmt.Sprintf("scale, value or a tier is %v", x)
		}
	}
	v.add(c)
	return c.Violation == 0
}

// negatives says what must not be less than nothing.
var negatives = map[string]string{
	"level": "no technique runs backwards", "begun": "nothing less than nothing is begun",
	"store": "no store holds less than nothing", "short": "nothing falls short by less than nothing",
}

// signs tests that nothing runs backwards, and that shortfalls are no larger
// than what is wanted.
func (v *verifier) signs() {
	for _, part := range v.parts()[:4] {
		c := Inspected{Name: "sign of " + part.name, Tested: negatives[part.name], Tolerance: math.SmallestNonzeroFloat64}
		var w worst
		for period, row := range part.rows {
			w.search(period, len(row), func(i int) float64 { return max(0, -row[i]) })
		}
		c.Violation = w.by
		if w.by > 0 {
			c.Worst = fmt.Sprintf("%s in %s: %.4g", v.thing(part.name, w.i), v.period(w.period), -w.by)
		}
		v.add(c)
	}
	scaled := v.p.Request.Task == Bundle || v.p.Request.Task == Years
	c := Inspected{Name: "scale", Tested: "the scale is not negative"}
	if !scaled {
		c.Tested = "the needs are met as they are: the scale is one"
		c.Violation = math.Abs(v.p.Scale - 1)
	} else {
		c.Violation = max(0, -v.p.Scale)
	}
	c.Worst = fmt.Sprintf("it is %g", v.p.Scale)
	v.add(c)
}

// thing is what an entry of a list is about.
func (v *verifier) thing(list string, i int) string {
	switch list {
	case "level":
		return v.t.Technique(i)
	case "begun", "rent", "keepRent":
		return v.t.Factors[i]
	}
	return v.t.Product(i)
}
