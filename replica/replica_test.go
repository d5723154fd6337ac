package replica

import (
	"fmt"
	"testing"
)

func show(t *testing.T, m *Model, seeds int) *Result {
	t.Helper()
	r, err := Replicate(m, 1, seeds)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range r.Rows {
		fmt.Printf("%-18s %8.4f [%8.4f %8.4f] %-14s %v %d\n", row.Name, row.Mean, row.Least, row.Most, row.Published, row.Inside, row.InsideSeeds)
	}
	return r
}

func TestTry(t *testing.T) { show(t, socialArchitecture(), 8) }
