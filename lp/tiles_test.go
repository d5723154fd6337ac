package lp

import (
	"math"
	"runtime"
	"slices"
	"testing"
)

// The fast innermost loop gives the bits of the plain one.
func TestKernelsAgreeToTheBit(t *testing.T) {
	r := luck(1)
	random := func() []float64 {
		out := make([]float64, tileEntries)
		for i := range out {
			out[i] = r.NormFloat64()
		}
		return out
	}
	a, b, c := random(), random(), random()
	for _, k := range []int{1, 5, tileSide} {
		plain, fast := slices.Clone(c), slices.Clone(c)
		updateCorner(plain, a, b, k)
		update(fast, a, b, k)
		if !slices.Equal(plain, fast) {
			t.Errorf("%d columns: the two kernels differ", k)
		}
	}
}

// randomTiled is a positive definite matrix of some tiles, and the same in full.
func randomTiled(seed uint64, side int) (*tiled, [][]float64) {
	r := luck(seed)
	n := side * tileSide
	t, full := &tiled{}, make([][]float64, n)
	marked := make([]bool, side*side)
	for i := range side {
		for j := range i {
			marked[i*side+j] = j == i-1 || i == side-1
		}
	}
	given := slices.Clone(marked)
	t.shape(side, marked)
	for i := range full {
		full[i] = make([]float64, n)
	}
	for i := range n {
		for j := range i + 1 {
			v := 0.0
			switch ti, tj := i/tileSide, j/tileSide; {
			case i == j:
				v = float64(n)
			case ti == tj || given[ti*side+tj]:
				v = r.NormFloat64()
			default:
				continue
			}
			full[i][j], full[j][i] = v, v
			t.at(i/tileSide, j/tileSide)[(j%tileSide)*tileSide+i%tileSide] = v
		}
	}
	return t, full
}

// The factor of a matrix with empty tiles solves with the matrix, and the
// number of cores does not show.
func TestTiledSolves(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var one []float64
	for _, cores := range []int{1, 2, 5} {
		runtime.GOMAXPROCS(cores)
		m, full := randomTiled(3, 4)
		want := make([]float64, len(full))
		b := make([]float64, len(full))
		for i := range want {
			want[i] = float64(i%7) - 3
		}
		for i, row := range full {
			for j, v := range row {
				b[i] += v * want[j]
			}
		}
		m.factorise()
		m.solve(b)
		for i := range b {
			if math.Abs(b[i]-want[i]) > 1e-9 {
				t.Fatalf("x[%d] = %v, want %v", i, b[i], want[i])
			}
		}
		if one == nil {
			one = b
		}
		if !slices.Equal(one, b) {
			t.Errorf("%d cores gave other bits than one", cores)
		}
	}
}

func BenchmarkFactorise(b *testing.B) {
	const side = 20
	n := float64(side * tileSide)
	for b.Loop() {
		b.StopTimer()
		t := &tiled{}
		marked := make([]bool, side*side)
		for i := range side {
			for j := range i {
				marked[i*side+j] = true
			}
		}
		t.shape(side, marked)
		for k := range side {
			for l := range tileSide {
				t.at(k, k)[l*tileSide+l] = 1
			}
		}
		b.StartTimer()
		t.factorise()
	}
	b.ReportMetric(n*n*n/3*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gflop/s")
}
