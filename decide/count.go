package decide

import "math"

// A tally is the pay at the quarter's end as a function of what was made,
// tabulated finely so that nothing is smeared over the grid:
//
//	report(F) = F + argmax_p { bonus(F+p) − weight·(growth(F+p) − growth(F)) − Detection·Padding·(p/PaddingUnit)² }
//	paid(F)   = E bonus(report) − fine
//	sold(F)   = Sales·E min(F, demand)
//
// where weight is the value of a reference lower by one part. The expectation
// is over a mishap of standard deviation Physics.Mishap after which the report
// is made.
type tally struct {
	paid   []float64 // [F] bonus and fines
	total  []float64 // [F] Deadline·paid + sold
	growth []float64 // [F] next reference over this
}

const (
	tallyStep = 0.005
	tallySize = 501
)

// kernel is a normal distribution at five points.
var kernel = [...]struct{ at, weight float64 }{
	{-2.857, 0.01126}, {-1.3556, 0.22208}, {0, 0.53332}, {1.3556, 0.22208}, {2.857, 0.01126},
}

func newTally() *tally {
	return &tally{make([]float64, tallySize), make([]float64, tallySize), make([]float64, tallySize)}
}

// fill tabulates for a weight of the reference.
func (t *tally) fill(p *Problem, weight float64) {
	var sure, grown [tallySize]float64
	for i := range sure {
		f := float64(i) * tallyStep
		padding, gain := p.padding(f, weight)
		sure[i], grown[i] = gain, p.Pay.Growth(f+padding)
	}
	for i := range t.paid {
		t.paid[i], t.growth[i] = 0, 0
		for _, point := range kernel {
			at := float64(i) + point.at*p.Physics.Mishap/tallyStep
			t.paid[i] += point.weight * between(sure[:], at)
			t.growth[i] += point.weight * between(grown[:], at)
		}
		t.total[i] = p.Pay.Deadline*t.paid[i] + p.Pay.Sales*p.Expect.sold(float64(i)*tallyStep)
	}
}

// at is a tabulated function at f.
func at(table []float64, f float64) float64 { return between(table, f/tallyStep) }

func between(table []float64, x float64) float64 {
	if !(x > 0) {
		return table[0]
	}
	i := int(x)
	if i >= len(table)-1 {
		return table[len(table)-1]
	}
	return table[i] + (x-float64(i))*(table[i+1]-table[i])
}

// padding is what is added to f on paper, and the pay net of the fine.
func (p *Problem) padding(f, weight float64) (padding, pay float64) {
	fine := p.Pay.Detection * p.Pay.Padding / (p.Physics.PaddingUnit * p.Physics.PaddingUnit)
	plain := p.Pay.Growth(f)
	gain := func(padding float64) float64 {
		return p.Pay.Bonus(f+padding) - weight*(p.Pay.Growth(f+padding)-plain) - fine*padding*padding
	}
	best, most := gain(0), 0.0
	try := func(padding float64) {
		if padding <= 0 || padding > p.Physics.PaddingMost {
			return
		}
		if g := gain(padding); g > best+notice {
			best, most = g, padding
		}
	}
	try(p.Pay.MissBelow - f)
	try(1 - f)
	try(1 + p.Pay.SlopeCap - f)
	if fine > 0 {
		try(min(p.Pay.MissBelow-f, p.Pay.Blame/(2*fine)))
		try(max(1-f, (p.Pay.Slope-weight*p.Pay.RatchetUp)/(2*fine)))
	}
	return most, best + weight*(p.Pay.Growth(f+most)-plain)
}

// sold is expected sales when f is offered: E min(f, demand), demand normal.
func (e *Expect) sold(f float64) float64 {
	if e.DemandSD <= 0 {
		return min(f, e.Demand)
	}
	z := (f - e.Demand) / e.DemandSD
	below := math.Erfc(-z/math.Sqrt2) / 2
	density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	return f - e.DemandSD*(z*below+density)
}

// notice is the gain in pay below which a choice is a tie.
const notice = 1e-9
