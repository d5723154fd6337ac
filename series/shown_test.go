package series

import "testing"

func TestSharesAreShownInPerCent(t *testing.T) {
	for _, c := range []struct {
		unit, want string
		by         float64
	}{{"share", "%", 100}, {"share of GDP", "% of GDP", 100}, {"shares", "shares", 1}, {"ratio", "ratio", 1}, {"difference of shares", "percentage points", 100}, {"", "", 1}} {
		if unit, by := Shown(c.unit); unit != c.want || by != c.by {
			t.Errorf("%q is shown as %q times %v", c.unit, unit, by)
		}
	}
	if unit, by := ShownDifference("share of GDP"); unit != "percentage points of GDP" || by != 100 {
		t.Errorf("a difference is shown in %q times %v", unit, by)
	}
}
