package claim

import (
	"math"
	"strings"
	"testing"

	"gosplan/statistic"
)

// A test that shows nothing says how many pairs could have shown something.
func TestFewPairsSayWhatTheyNeed(t *testing.T) {
	result := func(values ...float64) *Result {
		r := &Result{Test: &Test{Smallest: 0.1}, Among: 164, Found: Unknown, Reach: math.NaN()}
		r.Effect = statistic.Paired(values, luckOf("pairs"))
		return r
	}
	for _, c := range []struct {
		r    *Result
		want string
	}{
		{result(0.2, 0.4, 0.6, 0.3), "4 pairs show an effect only from d = "},
		{result(0.2, 0.4, 0.6, 0.3), "as here, needs 9 pairs"},
		{result(0.02, -0.04, 0.06, 0.03), "would not count"},
	} {
		if got := c.r.tooFew(); !strings.Contains(got, c.want) {
			t.Errorf("%q does not say %q", got, c.want)
		}
	}
	shown := result(0.2, 0.4)
	if shown.Found = Above; shown.tooFew() != "" {
		t.Errorf("what is shown needs %q", shown.tooFew())
	}
}
