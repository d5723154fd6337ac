package linalg

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// dense is a matrix written out.
func dense(m *Matrix) [][]float64 {
	rows := make([][]float64, m.Rows)
	for i := range rows {
		rows[i] = make([]float64, m.Cols)
		cols, vals := m.Row(i)
		for k, col := range cols {
			rows[i][col] = vals[k]
		}
	}
	return rows
}

// sparse is a matrix of what is written out, zeros left out.
func sparse(t interface{ Fatal(...any) }, rows [][]float64, cols int) *Matrix {
	var entries Triplets
	for i, row := range rows {
		for j, v := range row {
			if v != 0 {
				entries.Add(i, j, v)
			}
		}
	}
	m, err := entries.Matrix(len(rows), cols)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// anyMatrix draws a matrix through triplets in any order, with some places
// taken twice, and what it must be.
func anyMatrix(t *rapid.T, rows, cols int) (*Matrix, [][]float64) {
	want := make([][]float64, rows)
	for i := range want {
		want[i] = make([]float64, cols)
	}
	var entries Triplets
	for range rapid.IntRange(0, 3*rows*cols).Draw(t, "entries") {
		i, j := rapid.IntRange(0, rows-1).Draw(t, "row"), rapid.IntRange(0, cols-1).Draw(t, "col")
		v := float64(rapid.IntRange(-8, 8).Draw(t, "value"))
		entries.Add(i, j, v)
		want[i][j] += v
	}
	m, err := entries.Matrix(rows, cols)
	if err != nil {
		t.Fatal(err)
	}
	return m, want
}

func TestMatrixIsWhatItsTripletsSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, cols := rapid.IntRange(1, 9).Draw(t, "rows"), rapid.IntRange(1, 9).Draw(t, "cols")
		m, want := anyMatrix(t, rows, cols)
		if err := m.Check(); err != nil {
			t.Fatal(err)
		}
		for i, row := range dense(m) {
			if !slices.Equal(row, want[i]) {
				t.Fatalf("row %d is %v, want %v", i, row, want[i])
			}
		}
	})
}

// Rows written out are the matrix of their entries, and can be read from it.
func TestWrittenOutRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, cols := rapid.IntRange(1, 6).Draw(t, "rows"), rapid.IntRange(1, 6).Draw(t, "cols")
		_, want := anyMatrix(t, rows, cols)
		m := FromRows(want, cols)
		if err := m.Check(); err != nil || m.Rows != rows || m.Cols != cols {
			t.Fatalf("%v, %d × %d", err, m.Rows, m.Cols)
		}
		for i, row := range dense(m) {
			if !slices.Equal(row, want[i]) {
				t.Fatalf("row %d: %v, want %v", i, row, want[i])
			}
		}
		if slices.Contains(m.Val, 0) {
			t.Fatal("a zero is stored")
		}
	})
}

func TestTripletsOutsideTheShapeAreRefused(t *testing.T) {
	for _, at := range [][2]int{{2, 0}, {0, 2}, {-1, 0}, {0, -1}, {1 << 32, 0}, {0, 1 << 40}} {
		var entries Triplets
		entries.Add(at[0], at[1], 1)
		if m, err := entries.Matrix(2, 2); err == nil {
			t.Errorf("entry %v became %v", at, m)
		}
	}
}

func TestProductsAndTransposesAgreeWithWrittenOutOnes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, cols := rapid.IntRange(1, 9).Draw(t, "rows"), rapid.IntRange(1, 9).Draw(t, "cols")
		m, full := anyMatrix(t, rows, cols)
		x, y := vector(t, cols), vector(t, rows)
		mx, my := make([]float64, rows), make([]float64, cols)
		m.Times(x, mx)
		m.TimesTransposed(y, my)
		back := m.Transpose()
		for i := range rows {
			want := 0.0
			for j := range cols {
				want += full[i][j] * x[j]
				my[j] -= full[i][j] * y[i]
				if got := back.At(j, i); got != full[i][j] {
					t.Fatalf("transposed %d, %d is %v, want %v", j, i, got, full[i][j])
				}
			}
			if mx[i] != want {
				t.Fatalf("row %d times x is %v, want %v", i, mx[i], want)
			}
		}
		if Largest(my) != 0 {
			t.Fatalf("transposed product is off by %v", my)
		}
		if err := back.Check(); err != nil {
			t.Fatal(err)
		}
	})
}

// vector draws whole numbers, so that sums are exact.
func vector(t *rapid.T, n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = float64(rapid.IntRange(-9, 9).Draw(t, "entry"))
	}
	return v
}

func TestPickedRowsAreTheRowsPicked(t *testing.T) {
	m := sparse(t, [][]float64{{1, 2}, {0, 3}, {4, 0}}, 2)
	got := dense(m.Pick([]int32{2, -1, 0, 2}))
	for i, want := range [][]float64{{4, 0}, {0, 0}, {1, 2}, {4, 0}} {
		if !slices.Equal(got[i], want) {
			t.Errorf("row %d is %v, want %v", i, got[i], want)
		}
	}
}

// productive draws M ≥ 0 with row sums of at most 0.9, and a right side.
func productive(t *rapid.T, n int) (*Matrix, [][]float64, []float64) {
	rows, b := make([][]float64, n), make([]float64, n)
	for i := range rows {
		rows[i] = make([]float64, n)
		sum := 0.0
		for j := range rows[i] {
			rows[i][j] = max(0, rapid.Float64Range(-1, 1).Draw(t, "coefficient"))
			sum += rows[i][j]
		}
		share := rapid.Float64Range(0, 0.9).Draw(t, "share")
		for j := range rows[i] {
			rows[i][j] *= share / max(sum, 1e-300)
		}
		b[i] = rapid.Float64Range(0, 100).Draw(t, "right")
	}
	b[0] = 1
	return sparse(t, rows, n), rows, b
}

func TestSolutionAgreesWithElimination(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		m, rows, b := productive(t, n)
		full := make([][]float64, n)
		for i := range full {
			full[i] = make([]float64, n)
			for j := range full {
				full[i][j] = -rows[i][j]
			}
			full[i][i]++
		}
		lu, err := Factor(full)
		if err != nil {
			t.Fatal(err)
		}
		want, got := lu.Solve(b), make([]float64, n)
		out := NewSystem(m, nil).Solve(context.Background(), b, got, 1e-13, nil)
		for i := range got {
			if math.Abs(got[i]-want[i]) > 1e-10*(1+math.Abs(want[i])) {
				t.Fatalf("x[%d] = %v, want %v (%+v)", i, got[i], want[i], out)
			}
		}
	})
}

// band is a matrix that no solver finds easy: every product is made of its
// two neighbours, and a few far ones.
func band(n int, share float64) *Matrix {
	var entries Triplets
	for i := range n {
		for k, far := range []int{1, n - 1, 7, n / 3, n / 2} {
			entries.Add(i, (i+far)%n, share*float64(1+(i+k)%3)/10)
		}
	}
	m, err := entries.Matrix(n, n)
	if err != nil {
		panic(err)
	}
	return m
}

func rising(n int) []float64 {
	b := make([]float64, n)
	for i := range b {
		b[i] = 1 + float64(i%17)
	}
	return b
}

func TestSolutionsHaveTheSameBitsOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	const n = 20_000
	m, b := band(n, 0.9), rising(n)
	var first, swept []float64
	for _, cores := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(cores)
		x, old := make([]float64, n), make([]float64, n)
		s := NewSystem(m.Transpose(), nil)
		if out := s.Solve(context.Background(), b, x, 1e-12, nil); !out.Converged {
			t.Fatalf("not solved: %+v", out)
		}
		g := make([]float64, n)
		for range 5 {
			copy(old, g)
			s.Sweep(b, old, g)
		}
		if first == nil {
			first, swept = x, g
		}
		if !slices.Equal(first, x) || !slices.Equal(swept, g) {
			t.Errorf("on %d cores the bits differ", cores)
		}
	}
}

func TestUnitsOfMeasureDoNotMatter(t *testing.T) {
	const n = 2_000
	m, b := band(n, 0.9), rising(n)
	plain, scaled := make([]float64, n), make([]float64, n)
	NewSystem(m, nil).Solve(context.Background(), b, plain, 1e-12, nil)
	unit := func(i int) float64 { return math.Pow(10, float64(i*7%25-12)) }
	other := make([]float64, n)
	for i := range n {
		cols, vals := m.Row(i)
		for k, col := range cols {
			vals[k] *= unit(i) / unit(int(col))
		}
		other[i] = b[i] * unit(i)
	}
	out := NewSystem(m, nil).Solve(context.Background(), other, scaled, 1e-12, nil)
	for i := range n {
		if got := scaled[i] / unit(i); math.Abs(got-plain[i]) > 1e-9*plain[i] {
			t.Fatalf("x[%d] is %v, in other units %v (%+v)", i, plain[i], got, out)
		}
	}
}

func TestSweepsEndWhereTheSolutionIs(t *testing.T) {
	const n = 3_000
	m, b := band(n, 0.8), rising(n)
	x, g, old := make([]float64, n), make([]float64, n), make([]float64, n)
	s := NewSystem(m, nil)
	s.Solve(context.Background(), b, x, 1e-13, nil)
	for range 400 {
		copy(old, g)
		s.Sweep(b, old, g)
	}
	for i := range g {
		g[i] -= x[i]
	}
	if off := Largest(g) / Largest(x); off > 1e-11 {
		t.Errorf("sweeps end %g from the solution", off)
	}
}

func TestSolveStopsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	const n = 1_000
	if out := NewSystem(band(n, 0.99), nil).Solve(ctx, rising(n), make([]float64, n), 1e-13, nil); out.Converged || out.Wide > 1 {
		t.Errorf("went on after its end: %+v", out)
	}
}

func TestFactorRefusesWhatHasNoInverse(t *testing.T) {
	if _, err := Factor([][]float64{{1, 2}, {2, 4}}); err != ErrSingular {
		t.Errorf("error %v", err)
	}
	lu, err := Factor([][]float64{{0, 2}, {4, 1}})
	if err != nil {
		t.Fatal(err)
	}
	if got := lu.Solve([]float64{2, 9}); !slices.Equal(got, []float64{2, 1}) {
		t.Errorf("solution %v, want 2 and 1", got)
	}
}

func TestSpectralRadius(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]float64
		want float64
	}{
		{"of one number", [][]float64{{0.7}}, 0.7},
		{"of Leontief's wheat and cloth", [][]float64{{0.25, 0.4}, {0.14, 0.12}}, (0.37 + math.Sqrt(0.37*0.37-4*(0.03-0.056))) / 2},
		{"of a circle, which swings", [][]float64{{0, 2, 0}, {0, 0, 3}, {4, 0, 0}}, math.Cbrt(24)},
		{"of parts that do not meet", [][]float64{{0.5, 0}, {0, 0.9}}, 0.9},
		{"of a part above a greater one", [][]float64{{0.5, 1}, {0, 0.9}}, 0.9},
		{"of a part that nothing feeds", [][]float64{{0.9, 1}, {0, 0}}, 0.9},
		{"of nothing", [][]float64{{0, 0}, {0, 0}}, 0},
	} {
		r := Perron(context.Background(), sparse(t, c.rows, len(c.rows)), nil, 1e-9)
		if r.Low > c.want*(1+1e-13) || r.High < c.want*(1-1e-13) || r.High-r.Low > 1e-9*c.want {
			t.Errorf("%s: between %v and %v, want %v", c.name, r.Low, r.High, c.want)
		}
	}
}

// However soon it stops, the bounds are bounds.
func TestSpectralRadiusLiesBetweenItsBoundsFromTheFirstStep(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	rows, want := [][]float64{{0.8, 0}, {0.1, 0.1}}, 0.8
	if r := Perron(ctx, sparse(t, rows, 2), nil, 1e-12); r.Low > want || r.High < want || r.High-r.Low < 0.1 {
		t.Errorf("between %v and %v, want %v", r.Low, r.High, want)
	}
}

// Values that four bytes cannot hold are solved for in eight.
func TestUnitsBeyondFourBytesAreSolvedByElimination(t *testing.T) {
	m := sparse(t, [][]float64{{0, 0.5e60}, {0.4e-60, 0.1}}, 2)
	x := make([]float64, 2)
	out := NewSystem(m, nil).Solve(context.Background(), []float64{1e60, 2}, x, 1e-12, nil)
	// x0 = 1e60 + 0.5e60·x1, x1 = 2 + 0.4e-60·x0 + 0.1·x1.
	if want := 2.4 / 0.7; !out.Converged || math.Abs(x[1]-want) > 1e-11 || math.Abs(x[0]/1e60-1-want/2) > 1e-11 {
		t.Errorf("x = %v, want %v and %v (%+v)", x, 1e60*(1+want/2), want, out)
	}
}

func TestCheckSeesWhatIsWrong(t *testing.T) {
	good := func() *Matrix { return sparse(t, [][]float64{{1, 2}, {0, 3}}, 2) }
	if err := good().Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Matrix){
		"a column beyond the last":    func(m *Matrix) { m.Col[2] = 2 },
		"a negative column":           func(m *Matrix) { m.Col[0] = -1 },
		"columns that do not ascend":  func(m *Matrix) { m.Col[0] = 1 },
		"a row that ends early":       func(m *Matrix) { m.Start[1] = -1 },
		"a row beyond the entries":    func(m *Matrix) { m.Start[1] = 9 },
		"a row start too few":         func(m *Matrix) { m.Start = m.Start[1:] },
		"an entry without its value":  func(m *Matrix) { m.Val = m.Val[1:] },
		"more rows than it starts at": func(m *Matrix) { m.Rows++ },
		"a negative side":             func(m *Matrix) { m.Cols = -1 },
	} {
		m := good()
		spoil(m)
		if m.Check() == nil {
			t.Errorf("%s is not seen", name)
		}
	}
}
