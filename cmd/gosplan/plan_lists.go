package main

import "math"

// The lists of a plan as tables for a terminal. A column that holds nothing is
// left out.

func (v *planView) productTable(several bool) listing {
	l, n := listing{least: []string{"into store", "building", "from outside", "unit", "used up", "one more costs"}}, len(v.Products)
	column := func(name string, of func(productView) number) {
		l.add(name, func(k int) string { return of(v.Products[k]).String() }, n)
	}
	some := func(of func(productView) number) bool {
		for _, p := range v.Products {
			if of(p) != 0 {
				return true
			}
		}
		return false
	}
	l.add("product", func(k int) string { return v.Products[k].Product }, n)
	if several {
		l.add("period", func(k int) string { return v.Products[k].Period }, n)
	}
	if v.oneUnit == "" {
		l.add("unit", func(k int) string { return v.Products[k].Unit }, n)
	}
	column("gross output", func(p productView) number { return p.Made })
	for _, c := range []struct {
		name string
		of   func(productView) number
	}{
		{"from outside", func(p productView) number { return p.Import }},
		{"used up", func(p productView) number { return p.Used }},
		{"building", func(p productView) number { return p.Build }},
		{"final need", func(p productView) number { return p.Need }},
		{"short", func(p productView) number { return p.Short }},
		{"into store", func(p productView) number { return p.Store }},
	} {
		if some(c.of) {
			column(c.name, c.of)
		}
	}
	if n > 0 && v.Products[0].Price != nil {
		l.add("one more costs", func(k int) string { return orDash(v.Products[k].Price) }, n)
	}
	return l
}

func (v *planView) factorTable(several bool) listing {
	l, n := listing{least: []string{"begun", "unit", "in use"}}, len(v.Factors)
	l.add("factor", func(k int) string { return v.Factors[k].Factor }, n)
	if several {
		l.add("period", func(k int) string { return v.Factors[k].Period }, n)
	}
	l.add("unit", func(k int) string { return v.Factors[k].Unit }, n)
	l.add("used", func(k int) string { return v.Factors[k].Used.String() }, n)
	l.add("there is", func(k int) string {
		if math.IsInf(float64(v.Factors[k].There), 0) {
			return "no limit"
		}
		return v.Factors[k].There.String()
	}, n)
	l.add("in use", func(k int) string {
		if math.IsInf(float64(v.Factors[k].There), 0) {
			return "–"
		}
		return unitless(100 * v.Factors[k].Used / v.Factors[k].There)
	}, n)
	if several {
		l.add("begun", func(k int) string { return v.Factors[k].Begun.String() }, n)
	}
	if n > 0 && v.Factors[0].Rent != nil {
		l.add("one more is worth", func(k int) string { return orDash(v.Factors[k].Rent) }, n)
	}
	return l
}

func (v *planView) bottleneckTable(several bool) listing {
	l, n := listing{least: []string{"unit", "there is"}}, len(v.Bottlenecks)
	l.add("scarce", func(k int) string { return v.Bottlenecks[k].Name }, n)
	if several {
		l.add("period", func(k int) string { return v.Bottlenecks[k].Period }, n)
	}
	l.add("there is", func(k int) string { return v.Bottlenecks[k].Amount.String() }, n)
	l.add("unit", func(k int) string { return v.Bottlenecks[k].Unit }, n)
	l.add("one more is worth", func(k int) string { return v.Bottlenecks[k].Worth.String() }, n)
	l.add("1 % more: better by", func(k int) string { return unitless(v.Bottlenecks[k].Share) }, n)
	return l
}

func (v *planView) swapTable() listing {
	l, n := listing{}, len(v.Swaps)
	l.add("technique", func(k int) string { return v.Swaps[k].Technique }, n)
	l.add("makes", func(k int) string { return v.Swaps[k].Product }, n)
	l.add("cheaper by", func(k int) string { return unitless(v.Swaps[k].Cheaper) }, n)
	return l
}

func (v *planView) importTable(several bool) listing {
	l, n := listing{least: []string{"unit", "period"}}, len(v.Imports)
	l.add("product", func(k int) string { return v.Imports[k].Product }, n)
	if several {
		l.add("period", func(k int) string { return v.Imports[k].Period }, n)
	}
	if v.oneUnit == "" {
		l.add("unit", func(k int) string { return v.Imports[k].Unit }, n)
	}
	l.add("one unit", func(k int) string { return v.Imports[k].Worth.String() }, n)
	l.add("one per cent", func(k int) string { return v.Imports[k].Percent.String() }, n)
	return l
}
