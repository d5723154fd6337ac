package format

import (
	"math"

	"gosplan/production"
)

// periods reads needs, imports and capacities.
func (a *assembly) periods() error {
	t := a.t
	told := map[[3]int32]*said{}
	limited := make([]bool, len(t.Factors))
	for i := range a.rows {
		s := &a.rows[i]
		if s.kind != asNeed && s.kind != asImport && s.kind != asCapacity {
			continue
		}
		key := [3]int32{int32(s.kind), s.name, s.period}
		if before := told[key]; before != nil {
			return a.twice(s, before)
		}
		told[key] = s
		switch s.kind {
		case asCapacity:
			limited[a.factor[s.name]] = true
		case asNeed:
			a.weighted = a.weighted || !math.IsNaN(s.weight)
			a.tiered = a.tiered || s.tier > 0
		}
	}
	for at := range t.Periods {
		if p := &t.Periods[at]; len(t.Factors) > 0 {
			p.Capacity = make([]float64, len(t.Factors))
		}
	}
	// What is told for every period is read first, so that a period can differ.
	for _, named := range []bool{false, true} {
		for i := range a.rows {
			if s := &a.rows[i]; (s.period >= 0) == named {
				a.tell(s)
			}
		}
	}
	var without []string
	for f, name := range t.Factors {
		builds := false
		if t.Build != nil {
			cols, _ := t.Build.Row(f)
			builds = len(cols) > 0
		}
		if !limited[f] && !builds {
			t.Periods[0].Capacity[f] = production.Unlimited()
			without = append(without, name)
		}
	}
	if len(without) > 0 {
		a.note("no capacity", "", "there is no row of kind capacity for "+some(without)+": there is no limit to it")
	}
	return nil
}

// tell puts a need, an import or a capacity into its periods.
func (a *assembly) tell(s *said) {
	first, last := 0, len(a.t.Periods)-1
	if s.period >= 0 {
		first = a.period[s.period]
		last = first
	}
	for at := first; at <= last; at++ {
		p := &a.t.Periods[at]
		switch s.kind {
		case asNeed:
			a.need(p, s)
		case asImport:
			if p.Import == nil {
				p.Import = make([]float64, a.t.N)
			}
			p.Import[a.product[s.name]] = s.amount
		case asCapacity:
			if at == first {
				p.Capacity[a.factor[s.name]] = s.amount
			}
		}
	}
}

// need puts a need with its weight and tier into a period. A need without a
// weight weighs one over its amount, and without a tier is of the first.
func (a *assembly) need(p *production.Period, s *said) {
	i := a.product[s.name]
	if p.Need == nil {
		p.Need = make([]float64, a.t.N)
	}
	p.Need[i] = s.amount
	if a.weighted {
		if p.Weight == nil {
			p.Weight = make([]float64, a.t.N)
		}
		p.Weight[i] = s.weight
		if math.IsNaN(s.weight) && s.amount != 0 {
			p.Weight[i] = 1 / s.amount
		} else if math.IsNaN(s.weight) {
			p.Weight[i] = 0
		}
	}
	if a.tiered {
		if p.Tier == nil {
			p.Tier = make([]int8, a.t.N)
		}
		p.Tier[i] = max(1, s.tier)
	}
}
