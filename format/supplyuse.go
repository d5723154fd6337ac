package format

import (
	"fmt"
	"slices"

	"gosplan/linalg"
	"gosplan/production"
)

// A pair is a use table and its make table, in flows.
type pair struct {
	commodities, industries []string
	u                       *linalg.Matrix // [industry × commodity] used up
	v                       *linalg.Matrix // [industry × commodity] made
	m                       *margin        // need and imports by commodity, value added by industry
	g, q                    []float64      // output by industry, by commodity
}

// supplyUse makes a table of a use table and its make table. Each industry is
// held to make its products with one recipe, and each product to come from
// industries in fixed shares (the industry-technology assumption):
//
//	A = (U ĝ⁻¹)(V q̂⁻¹)
//
// with U what industries use of commodities, V what they make of them, g what
// an industry makes in all and q what is made of a commodity. Source: United
// Nations, Handbook of Input-Output Table Compilation and Analysis (1999),
// model B of product by product.
func (r *reader) supplyUse(use, makes *cells) (*production.Table, error) {
	p, err := r.pair(use, makes)
	if err != nil {
		return nil, err
	}
	r.signImports(p.m.imports)
	t := r.newTable(use, p.commodities)
	if r.ByProducts {
		return r.joint(t, p, use), nil
	}
	r.note("industry technology", "", fmt.Sprintf("%d commodities made by %d industries are made square by the industry-technology assumption, A = (U/g)(V/q)", len(p.commodities), len(p.industries)))
	n := t.N
	t.Makes, t.Ran = oneEach(n), p.q
	shares := p.v.Transpose()
	t.Input = linalg.New(n, n)
	sum, touched := make([]float64, n), make([]bool, n)
	square := &margin{need: p.m.need, imports: p.m.imports, factors: p.m.factors, pays: p.m.pays}
	for range p.m.factors {
		square.uses = append(square.uses, make([]float64, n))
	}
	for c := range n {
		makers, made := shares.Row(c)
		var list []int32
		for at, i := range makers {
			if p.g[i] == 0 || p.q[c] == 0 {
				continue
			}
			share := made[at] / p.g[i]
			for f := range square.uses {
				square.uses[f][c] += share * p.m.uses[f][i]
			}
			cols, values := p.u.Row(int(i))
			for k, col := range cols {
				if !touched[col] {
					touched[col] = true
					list = append(list, col)
				}
				sum[col] += share / p.q[c] * values[k]
			}
		}
		appendRow(t.Input, c, list, sum)
		for _, col := range list {
			sum[col], touched[col] = 0, false
		}
	}
	r.addFactors(t, square, func(way int) float64 { return p.q[way] })
	r.addNeeds(t, square)
	return t, nil
}

// joint makes a table in which every industry is a technique that makes all
// its products at once.
func (r *reader) joint(t *production.Table, p *pair, use *cells) *production.Table {
	r.note("by-products", "", fmt.Sprintf("%d industries are techniques; what they make beside their main product is joint output", len(p.industries)))
	ways := len(p.industries)
	t.Ran, t.Makes, t.Techniques = p.g, make([]int32, ways), make([]string, ways)
	t.Input, t.Output = p.u, p.v
	for way := range ways {
		t.Techniques[way] = use.called(p.industries[way])
		most := 0.0
		cols, values := p.v.Row(way)
		for at, v := range values {
			if v > most {
				most, t.Makes[way] = v, cols[at]
			}
		}
		for _, m := range []*linalg.Matrix{p.u, p.v} {
			_, values := m.Row(way)
			for at := range values {
				if p.g[way] != 0 {
					values[at] /= p.g[way]
				}
			}
		}
	}
	r.addFactors(t, p.m, func(way int) float64 { return p.g[way] })
	r.addNeeds(t, p.m)
	return t
}

// pair reads what a use table and its make table have in common.
func (r *reader) pair(use, makes *cells) (*pair, error) {
	us, ms := r.shapeOf(use, false, makes), r.shapeOf(makes, true, use)
	us.sectors, ms.sectors = nil, nil
	var commodities, industries numbering
	us.rowPlace, us.colPlace = commodities.places(use.rows.names, us.rowRole), industries.places(use.cols.names, us.colRole)
	if len(commodities.names) == 0 || len(industries.names) == 0 {
		return nil, &Error{File: use.path, Sheet: use.sheet, What: "has no row or no column that the make table knows", Mend: "use the same codes in both tables"}
	}
	flip := r.isSupply(use, makes, us, ms)
	rows, cols := &industries, &commodities
	if flip {
		rows, cols = cols, rows
	}
	ms.rowPlace, ms.colPlace = rows.places(makes.rows.names, ms.rowRole), cols.places(makes.cols.names, ms.colRole)
	c, i := len(commodities.names), len(industries.names)
	p := &pair{commodities: commodities.names, industries: industries.names, m: us.margins(use, c, i), g: make([]float64, i), q: make([]float64, c)}
	if flip && !slices.ContainsFunc(p.m.imports, func(v float64) bool { return v != 0 }) {
		p.m.imports = ms.margins(makes, c, i).imports
	}
	var err error
	if p.u, err = use.matrix(us.rowPlace, us.colPlace, i, c, true); err != nil {
		return nil, err
	}
	if p.v, err = makes.matrix(ms.rowPlace, ms.colPlace, i, c, flip); err != nil {
		return nil, err
	}
	for way := range i {
		cols, values := p.v.Row(way)
		for at, v := range values {
			p.g[way] += v
			p.q[cols[at]] += v
		}
	}
	return p, nil
}

// isSupply tells whether the rows of a make table are commodities, as in a
// supply table: whether it has a column of imports, or its row sums are nearer
// to what the use table uses and delivers of them than its column sums are.
func (r *reader) isSupply(use, makes *cells, us, ms shape) bool {
	if slices.Contains(ms.colRole, imports) {
		return true
	}
	used := map[string]float64{}
	use.each(func(row, col int32, v float64) {
		if us.rowRole[row] == sector && (us.colRole[col] == sector || us.colRole[col] == final || us.colRole[col] == imports) {
			used[normal(use.rows.names[row])] += v
		}
	})
	byRow, byCol := map[string]float64{}, map[string]float64{}
	makes.each(func(row, col int32, v float64) {
		if ms.rowRole[row] == sector && ms.colRole[col] == sector {
			byRow[normal(makes.rows.names[row])] += v
			byCol[normal(makes.cols.names[col])] += v
		}
	})
	var want, rows, cols []float64
	for _, name := range use.rows.names {
		if key := normal(name); used[key] != 0 {
			want, rows, cols = append(want, used[key]), append(rows, byRow[key]), append(cols, byCol[key])
		}
	}
	return differ(want, rows) < differ(want, cols)
}

// appendRow appends a row to a matrix: the columns of a list, with their
// values.
func appendRow(m *linalg.Matrix, row int, list []int32, values []float64) {
	slices.Sort(list)
	for _, col := range list {
		if values[col] != 0 {
			m.Col, m.Val = append(m.Col, col), append(m.Val, values[col])
		}
	}
	m.Start[row+1] = int64(len(m.Col))
}
