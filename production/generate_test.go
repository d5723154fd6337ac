package production

import (
	"testing"
)

func TestTryGen(t *testing.T) {
	tb, err := Generate(Synthetic{Seed: 1, Products: 10000, Inputs: 39, Techniques: 3, Equipment: 20, Periods: 3})
	if err != nil {
		t.Fatal(err)
	}
	if err := tb.Shape(); err != nil {
		t.Fatal(err)
	}
	t.Log(tb.Input.Entries())
}
