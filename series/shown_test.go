package series

import (
	"math"
	"testing"
)

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

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		v    float64
		n    int
		want string
	}{
		{8.43e-5, 3, "0.0000843"}, {-8.4e-5, 3, "-0.000084"}, {0.00843, 3, "0.00843"}, {0.1 * 3, 3, "0.3"}, {1234.4, 3, "1234"},
		{999.4, 3, "999"}, {999.7, 3, "1000"}, {-999.7, 3, "-1000"}, {9999.7, 4, "10000"}, {12345678.9, 4, "12345679"},
		{math.Copysign(0, -1), 3, "0"}, {1e-9, 3, "1e-09"},
	} {
		if got := Digits(c.v, c.n); got != c.want {
			t.Errorf("%v in %d digits is %s, want %s", c.v, c.n, got, c.want)
		}
	}
}
