package plan

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"

	"gosplan/linalg"
	"gosplan/production"
)

// Fingerprint identifies everything of a table that a plan depends on,
// whatever file it came from.
func Fingerprint(t *production.Table) string {
	sum := sha256.New()
	w := &writer{bufio.NewWriterSize(sum, 1<<16)}
	for _, n := range []int{t.N, t.Ways(), len(t.Factors), len(t.Periods), len(t.Gestation)} {
		w.integer(uint64(n))
	}
	for _, product := range t.Makes {
		w.integer(uint64(product))
	}
	for _, m := range []*linalg.Matrix{t.Input, t.Output, t.Use, t.Build} {
		w.matrix(m)
	}
	for _, list := range [][]float64{t.Ran, t.Depreciation, t.Stock, t.Terminal, t.TerminalCap, t.Perish} {
		w.numbers(list)
	}
	for _, g := range t.Gestation {
		w.integer(uint64(g))
	}
	for _, p := range t.Periods {
		for _, list := range [][]float64{p.Need, p.Weight, p.Import, p.Capacity} {
			w.numbers(list)
		}
		w.integer(uint64(len(p.Tier)))
		for _, tier := range p.Tier {
			w.integer(uint64(tier))
		}
	}
	for _, names := range [][]string{t.Products, t.Techniques, t.Factors} {
		w.integer(uint64(len(names)))
		for _, name := range names {
			w.integer(uint64(len(name)))
			w.to.WriteString(name)
		}
	}
	w.to.Flush()
	return hex.EncodeToString(sum.Sum(nil))
}

// A writer feeds numbers to a hash, which never fails.
type writer struct{ to *bufio.Writer }

func (w *writer) integer(v uint64) {
	w.to.Write(binary.LittleEndian.AppendUint64(w.to.AvailableBuffer(), v))
}

func (w *writer) numbers(list []float64) {
	w.integer(uint64(len(list)))
	for _, v := range list {
		w.integer(math.Float64bits(v))
	}
}

func (w *writer) matrix(m *linalg.Matrix) {
	if m == nil {
		w.integer(math.MaxUint64)
		return
	}
	for _, start := range m.Start {
		w.integer(uint64(start))
	}
	for _, col := range m.Col {
		w.integer(uint64(col))
	}
	w.numbers(m.Val)
}
