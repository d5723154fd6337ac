package format

import (
	"fmt"
	"slices"

	"gosplan/linalg"
)

// A triplet is an entry of one of a table's matrices, with the row it is from.
type triplet struct {
	row, col int32
	value    float64
	from     *said
}

// matrices makes what techniques use up, make and occupy, and what building
// uses up.
func (a *assembly) matrices() error {
	var inputs, outputs, uses, builds []triplet
	own := make([]bool, a.t.Ways())
	for i := range a.rows {
		s := &a.rows[i]
		way := a.technique[[2]int32{s.name, s.technique}]
		switch s.kind {
		case asInput:
			inputs = append(inputs, triplet{way, a.product[s.item], s.amount, s})
		case asOutput:
			own[way] = own[way] || s.item == s.name
			outputs = append(outputs, triplet{way, a.product[s.item], s.amount, s})
		case asUse:
			uses = append(uses, triplet{way, a.factor[s.item], s.amount, s})
		case asBuild:
			builds = append(builds, triplet{a.factor[s.name], a.product[s.item], s.amount, s})
		}
	}
	single := true
	for _, o := range outputs {
		single = single && o.value == 1 && o.col == a.t.Makes[o.row]
	}
	for way, product := range a.t.Makes {
		if !own[way] {
			outputs = append(outputs, triplet{int32(way), product, 1, nil})
		}
	}
	var err error
	if a.t.Input, err = a.matrix(inputs, a.t.Ways(), a.t.N); err != nil {
		return err
	}
	made, err := a.matrix(outputs, a.t.Ways(), a.t.N)
	if err != nil {
		return err
	}
	if !single {
		a.t.Output = made
	}
	if len(a.t.Factors) == 0 {
		return nil
	}
	if a.t.Use, err = a.matrix(uses, a.t.Ways(), len(a.t.Factors)); err != nil {
		return err
	}
	if len(builds) > 0 {
		a.t.Build, err = a.matrix(builds, len(a.t.Factors), a.t.N)
	}
	return err
}

// matrix sorts triplets; two for one place are an error that names both rows.
func (a *assembly) matrix(list []triplet, rows, cols int) (*linalg.Matrix, error) {
	m := linalg.New(rows, cols)
	slices.SortStableFunc(list, func(x, y triplet) int {
		if x.row != y.row {
			return int(x.row) - int(y.row)
		}
		return int(x.col) - int(y.col)
	})
	m.Col, m.Val = make([]int32, 0, len(list)), make([]float64, 0, len(list))
	for at, e := range list {
		if at > 0 && list[at-1].row == e.row && list[at-1].col == e.col {
			before := list[at-1].from
			return nil, a.at(e.from, fmt.Sprintf("%s of %q for %q, technique %q, stands in row %d too", kindWords[e.from.kind].word, a.word(e.from.item), a.word(e.from.name), a.word(e.from.technique), before.line), "keep one of them, or give the techniques two names")
		}
		if e.value == 0 {
			continue
		}
		m.Col, m.Val = append(m.Col, e.col), append(m.Val, e.value)
		m.Start[e.row+1]++
	}
	for i := range rows {
		m.Start[i+1] += m.Start[i]
	}
	return m, nil
}

// vectors reads what is told once for a product, a factor or a technique.
func (a *assembly) vectors() error {
	t := a.t
	told := map[[2]int32]*said{}
	set := func(s *said, values *[]float64, size int, at int32) {
		if *values == nil {
			*values = make([]float64, size)
		}
		(*values)[at] = s.amount
	}
	for i := range a.rows {
		s := &a.rows[i]
		at, isFactor := a.factor[s.name]
		switch s.kind {
		case asStock:
			set(s, &t.Stock, t.N, a.product[s.name])
		case asPerish:
			set(s, &t.Perish, t.N, a.product[s.name])
		case asDepreciation:
			set(s, &t.Depreciation, len(t.Factors), at)
		case asTerminal:
			if isFactor {
				set(s, &t.TerminalCap, len(t.Factors), at)
			} else {
				set(s, &t.Terminal, t.N, a.product[s.name])
			}
		case asGestation:
			if t.Gestation == nil {
				t.Gestation = make([]int, len(t.Factors))
			}
			t.Gestation[at] = int(s.amount)
		case asRan:
			set(s, &t.Ran, t.Ways(), a.technique[[2]int32{s.name, s.technique}])
			continue
		default:
			continue
		}
		key := [2]int32{int32(s.kind), s.name}
		if before := told[key]; before != nil {
			return a.twice(s, before)
		}
		told[key] = s
	}
	return nil
}

func (a *assembly) twice(s, before *said) error {
	return a.at(s, fmt.Sprintf("%s of %q stands in row %d too", kindWords[s.kind].word, a.word(s.name), before.line), "keep one of them")
}
