package production

import (
	"fmt"
	"math"

	"gosplan/linalg"
)

// keep leaves in a matrix those entries for which want holds, and tells how
// many it took out and what they came to.
func keep(m *linalg.Matrix, want func(v float64) bool) (count int, sum float64) {
	if m == nil {
		return 0, 0
	}
	at := int64(0)
	for row := range m.Rows {
		from, to := m.Start[row], m.Start[row+1]
		m.Start[row] = at
		for k := from; k < to; k++ {
			if !want(m.Val[k]) {
				count, sum = count+1, sum+m.Val[k]
				continue
			}
			m.Col[at], m.Val[at] = m.Col[k], m.Val[k]
			at++
		}
	}
	m.Start[m.Rows] = at
	m.Col, m.Val = m.Col[:at], m.Val[:at]
	return count, sum
}

func dropZeros(t *Table) (int, string) {
	all := 0
	for _, part := range t.matrices() {
		count, _ := keep(part.m, func(v float64) bool { return v != 0 })
		all += count
	}
	return all, fmt.Sprintf("%d entries of zero dropped", all)
}

func clipNegatives(t *Table) (int, string) {
	first, balanced := &t.Periods[0], t.Square() && t.Ran != nil
	for way := range t.Ways() {
		if !balanced {
			break // there is no balance to keep
		}
		cols, values := t.Input.Row(way)
		for at, v := range values {
			if v < 0 && v >= -tinyNegative {
				if first.Import == nil {
					first.Import = make([]float64, t.N)
				}
				first.Import[cols[at]] -= v * t.Ran[way]
			}
		}
	}
	count, sum := keep(t.Input, func(v float64) bool { return v >= 0 || v < -tinyNegative })
	what := fmt.Sprintf("%d tiny negative inputs, %.3g in all, set to zero", count, sum)
	if balanced {
		what += "; what they supplied in the reported year counts as coming from outside"
	}
	return count, what
}

func clipFactors(t *Table) (int, string) {
	count, sum := keep(t.Use, func(v float64) bool { return v >= 0 })
	return count, fmt.Sprintf("%d negative uses of factors, %.3g in all, set to zero", count, sum)
}

func dropTwins(t *Table) (int, string) {
	drop, count := make([]bool, t.Ways()), 0
	for way, first := range t.twins() {
		if first >= 0 {
			drop[way] = true
			count++
		}
	}
	t.dropTechniques(drop)
	return count, fmt.Sprintf("%d techniques dropped that were recipes given before", count)
}

func dropEmpty(t *Table) (int, string) {
	drop, names := t.idle(), []int(nil)
	for i, is := range drop {
		if is {
			names = append(names, i)
		}
	}
	what := fmt.Sprintf("%d empty sectors dropped: %s", len(names), t.few(names))
	if len(names) > 0 && len(names) < t.N {
		t.dropTechniques(drop) // a square table has one for each product
		t.dropProducts(drop)
		return len(names), what
	}
	return 0, what
}

func importOnly(t *Table) (int, string) {
	var names []int
	brought := t.fromOutside()
	for i, is := range brought {
		if is {
			names = append(names, i)
		}
	}
	what := fmt.Sprintf("%d products come from outside without limit, by a technique that uses nothing: %s", len(names), t.few(names))
	t.nameAll()
	for _, i := range names {
		t.Techniques[i] = "import of " + t.Product(i)
		for _, p := range t.Periods {
			if p.Import != nil {
				p.Import[i] = 0
			}
		}
	}
	for i, miss := range t.misses() {
		if brought[i] {
			t.Ran[i] = max(0, t.Ran[i]-miss) // as much as was used and needed
		}
	}
	return len(names), what
}

// nameAll gives every technique a name of its own.
func (t *Table) nameAll() {
	if t.Techniques != nil {
		return
	}
	names := make([]string, t.Ways())
	for way := range names {
		names[way] = t.Technique(way)
	}
	t.Techniques = names
}

func stockDraw(t *Table) (int, string) {
	count := 0
	for at := range t.Periods {
		p := &t.Periods[at]
		for i, v := range p.Need {
			if v >= 0 {
				continue
			}
			if p.Import == nil {
				p.Import = make([]float64, t.N)
			}
			p.Import[i] -= v
			p.Need[i] = 0
			count++
		}
	}
	return count, fmt.Sprintf("%d needs below zero counted as coming from outside", count)
}

func balanceRounding(t *Table) (int, string) {
	count, sum := 0, 0.0
	for i, miss := range t.misses() {
		need := t.Periods[0].Need
		if need == nil || miss == 0 || !(math.Abs(miss) <= roundingMiss*math.Abs(t.Ran[i])) {
			continue
		}
		if moved := max(miss, -max(0, need[i])); moved != 0 {
			need[i] += moved
			count, sum = count+1, sum+math.Abs(moved)
		}
	}
	return count, fmt.Sprintf("%d needs changed, by %.6g in all, so that rows balance", count, sum)
}
