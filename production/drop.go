package production

import "gosplan/linalg"

// without is a slice without those to be dropped; nil stays nil.
func without[T any](values []T, drop []bool) []T {
	if values == nil {
		return nil
	}
	out := make([]T, 0, len(values))
	for i, v := range values {
		if !drop[i] {
			out = append(out, v)
		}
	}
	return out
}

// places is where each that stays will be, and how many stay.
func places(drop []bool) ([]int32, int) {
	out, at := make([]int32, len(drop)), int32(0)
	for i, gone := range drop {
		out[i] = at
		if !gone {
			at++
		}
	}
	return out, int(at)
}

// rowsWithout is a matrix without some rows.
func rowsWithout(m *linalg.Matrix, drop []bool) *linalg.Matrix {
	if m == nil {
		return nil
	}
	_, rows := places(drop)
	out := linalg.New(rows, m.Cols)
	at := 0
	for row := range m.Rows {
		if drop[row] {
			continue
		}
		cols, values := m.Row(row)
		out.Col, out.Val = append(out.Col, cols...), append(out.Val, values...)
		at++
		out.Start[at] = int64(len(out.Col))
	}
	return out
}

// colsWithout is a matrix without some columns.
func colsWithout(m *linalg.Matrix, drop []bool) *linalg.Matrix {
	if m == nil {
		return nil
	}
	to, cols := places(drop)
	out := linalg.New(m.Rows, cols)
	for row := range m.Rows {
		cols, values := m.Row(row)
		for at, col := range cols {
			if !drop[col] {
				out.Col, out.Val = append(out.Col, to[col]), append(out.Val, values[at])
			}
		}
		out.Start[row+1] = int64(len(out.Col))
	}
	return out
}

// dropTechniques takes techniques out of a table.
func (t *Table) dropTechniques(drop []bool) {
	t.Techniques, t.Makes, t.Ran = without(t.Techniques, drop), without(t.Makes, drop), without(t.Ran, drop)
	t.Input, t.Output, t.Use = rowsWithout(t.Input, drop), rowsWithout(t.Output, drop), rowsWithout(t.Use, drop)
}

// dropProducts takes products that no technique makes out of a table.
func (t *Table) dropProducts(drop []bool) {
	to, n := places(drop)
	t.Products, t.Units = without(t.Products, drop), without(t.Units, drop)
	for way, product := range t.Makes {
		t.Makes[way] = to[product]
	}
	t.Input, t.Output, t.Build = colsWithout(t.Input, drop), colsWithout(t.Output, drop), colsWithout(t.Build, drop)
	t.Stock, t.Terminal, t.Perish = without(t.Stock, drop), without(t.Terminal, drop), without(t.Perish, drop)
	for at := range t.Periods {
		p := &t.Periods[at]
		p.Need, p.Weight, p.Tier, p.Import = without(p.Need, drop), without(p.Weight, drop), without(p.Tier, drop), without(p.Import, drop)
	}
	t.N = n
}
