package plan

import (
	"math"

	"gosplan/linalg"
)

// A master is a small linear programme whose columns come one by one:
//
//	maximise Σ gain[k]·z[k], subject to Σ column[k][i]·z[k] ≤ room[i], z ≥ 0
//
// solved by the revised simplex method with an explicit inverse. Rows should
// be scaled to be about one.
type master struct {
	room    []float64
	columns [][]float64
	gains   []float64

	basis   []int       // [row] column that is in use there; −1−i: the slack of row i
	inverse [][]float64 // [row][row]
	use     []float64   // [row] of the basic column
	pivots  int
}

const (
	never     = 1e7    // what a unit of lacking room costs, against gains of about one
	entering  = 1e-12  // gain below which a column is left alone
	tooSmall  = 1e-11  // for a pivot
	refresh   = 50     // pivots after which the inverse is made anew
	mostPivot = 20_000 // in one solution
)

// newMaster is a programme without columns but one: column 0 makes room where
// there is less than none, at a cost that no plan would pay.
func newMaster(room []float64) *master {
	m := &master{room: room}
	worst, lack := 0, make([]float64, len(room))
	for i, r := range room {
		m.basis = append(m.basis, -1-i)
		if r < 0 {
			lack[i] = -1
		}
		if r < room[worst] {
			worst = i
		}
	}
	m.add(-never, lack)
	if lack[worst] < 0 {
		m.basis[worst] = 0
	}
	m.renew()
	return m
}

// add takes a column.
func (m *master) add(gain float64, column []float64) {
	m.gains = append(m.gains, gain)
	m.columns = append(m.columns, column)
}

// renew inverts the basis and sets use.
func (m *master) renew() {
	n := len(m.room)
	basis := make([][]float64, n)
	for i := range basis {
		basis[i] = make([]float64, n)
	}
	for at, k := range m.basis {
		if k < 0 {
			basis[-1-k][at] = 1
			continue
		}
		for i, v := range m.columns[k] {
			basis[i][at] = v
		}
	}
	if lu, err := linalg.Factor(basis); err == nil {
		m.inverse = lu.Inverse()
	}
	m.pivots = 0
	m.use = m.through(m.room)
	for i, u := range m.use {
		m.use[i] = max(u, 0)
	}
}

// through is the inverse times a column.
func (m *master) through(column []float64) []float64 {
	out := make([]float64, len(m.inverse))
	for i, row := range m.inverse {
		for j, v := range row {
			out[i] += v * column[j]
		}
	}
	return out
}

// rents is what a unit of room in each row is worth.
func (m *master) rents() []float64 {
	rent := make([]float64, len(m.room))
	for i, k := range m.basis {
		if k < 0 || m.gains[k] == 0 {
			continue
		}
		for j, v := range m.inverse[i] {
			rent[j] += m.gains[k] * v
		}
	}
	return rent
}

// solve goes on from the basis it has to the best one. It answers the value
// and the rents.
func (m *master) solve() (value float64, rent []float64) {
	for pivots := range mostPivot {
		rent = m.rents()
		k, found := m.enter(rent, pivots > mostPivot/2)
		if !found || !m.pivot(k) {
			break
		}
	}
	for i, k := range m.basis {
		if k >= 0 {
			value += m.gains[k] * m.use[i]
		}
	}
	for i, r := range rent {
		rent[i] = max(r, 0)
	}
	return value, rent
}

// enter is the column that gains most; with first, the first that gains, which
// cannot go in circles (Bland, Mathematics of Operations Research 2, 1977).
func (m *master) enter(rent []float64, first bool) (k int, found bool) {
	most := entering
	for i, r := range rent {
		if -r > most {
			most, k, found = -r, -1-i, true
		}
	}
	for c, column := range m.columns {
		gain, size := m.gains[c], math.Abs(m.gains[c])
		for i, r := range rent {
			gain -= r * column[i]
			size += math.Abs(r * column[i])
		}
		if gain > most && gain > entering*size {
			most, k, found = gain, c, true
		}
		if found && first {
			return k, true
		}
	}
	return k, found
}

// pivot brings a column into the basis. It answers no where nothing limits it.
func (m *master) pivot(k int) bool {
	column := make([]float64, len(m.room))
	if k < 0 {
		column[-1-k] = 1
	} else {
		copy(column, m.columns[k])
	}
	step := m.through(column)
	out, least := -1, math.Inf(1)
	for i, s := range step {
		if s <= tooSmall {
			continue
		}
		ratio := m.use[i] / s
		if ratio < least || ratio == least && (out < 0 || s > step[out]) {
			out, least = i, ratio
		}
	}
	if out < 0 {
		return false
	}
	m.basis[out] = k
	for i := range m.use {
		if i != out {
			m.use[i] = max(0, m.use[i]-least*step[i])
		}
	}
	m.use[out] = least
	m.update(step, out)
	if m.pivots++; m.pivots >= refresh {
		m.renew()
	}
	return true
}

// update changes the inverse for a column that came in.
func (m *master) update(step []float64, out int) {
	pivot := m.inverse[out]
	for j := range pivot {
		pivot[j] /= step[out]
	}
	for i, row := range m.inverse {
		if i == out || step[i] == 0 {
			continue
		}
		for j, v := range pivot {
			row[j] -= step[i] * v
		}
	}
}

// shares is how much of every column is in use.
func (m *master) shares() []float64 {
	z := make([]float64, len(m.columns))
	for i, k := range m.basis {
		if k >= 0 {
			z[k] = m.use[i]
		}
	}
	return z
}
