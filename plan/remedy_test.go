package plan

import (
	"context"
	"math"
	"strings"
	"testing"

	"gosplan/production"
)

// With 7 of the 14 hours that the needs take, corn and iron are short by half
// or labour is by as much; half the needs of one product are not enough.
func TestDiagnoseSaysWhatIsShortAndWhatWouldHelp(t *testing.T) {
	d, err := Diagnose(context.Background(), hours(withSickle(cornAndIron()), 7), 1)
	if err != nil || d == nil {
		t.Fatal(d, err)
	}
	for _, c := range []struct {
		name   string
		kind   RemedyKind
		what   int
		amount float64
		share  float64
	}{
		{"twice the hours are enough", AddRoom, 0, 7, 1},
		{"a sack saves 2 hours", BringIn, 0, 3.5, 3.5 / 8},
		{"an ingot saves 3 hours", BringIn, 1, 7. / 3, 7. / 12},
		{"half of everything takes 7 hours", NeedLess, none, 0, 0.5},
		{"without 3½ of the 4 sacks there are hours enough", NeedLess, 0, 3.5, 3.5 / 4},
	} {
		found := false
		for _, r := range d.Remedies {
			if r.Kind == c.kind && r.What == c.what {
				found = math.Abs(r.Amount-c.amount) < 1e-6 && math.Abs(r.Share-c.share) < 1e-6
			}
		}
		if !found {
			t.Errorf("%s: not among %+v", c.name, d.Remedies)
		}
	}
	if len(d.Remedies) != 5 {
		t.Errorf("%d remedies, want 5: no cut of iron is enough, it takes 6 hours", len(d.Remedies))
	}
	want := "corn short by 3.5 sacks in all in 1931. What would do alone, the smallest change first: " +
		"bring in up to 3.5 sacks of corn a period in 1931, or cut the need for everything by 50 % in 1931, or " +
		"bring in up to 2.333 ingots of iron a period in 1931."
	if d.Says != want {
		t.Errorf("%q, want %q", d.Says, want)
	}
}

// A remedy is enough, and a little less is not.
func TestRemediesAreEnoughAndNoMore(t *testing.T) {
	for seed := range uint64(4) {
		tab := economy(seed, size{products: 12, inputs: 4, techniques: 2, factors: 4, periods: 3})
		for period := range tab.Periods {
			for i := range tab.N {
				tab.Periods[period].Need[i] *= 1.7
			}
		}
		d, err := Diagnose(context.Background(), tab, 1)
		if err != nil || d == nil || len(d.Remedies) == 0 {
			t.Fatalf("seed %d: %v %v", seed, d, err)
		}
		for _, r := range d.Remedies {
			for _, c := range []struct {
				times float64
				meets bool
			}{{1.0001, true}, {0.99, false}} {
				p, err := years(context.Background(), applied(tab, r, c.times), Request{Task: Years})
				if err != nil {
					t.Fatal(err)
				}
				if meets := p.Scale >= 1; meets != c.meets {
					t.Errorf("seed %d: %s, %v times: the needs are met %v times", seed, r.Says, c.times, p.Scale)
				}
			}
		}
	}
}

// applied is a table with a remedy, some times over.
func applied(t *production.Table, r Remedy, times float64) *production.Table {
	out := *t
	out.Periods = append([]production.Period(nil), t.Periods...)
	flow := flows(t, 1)
	for period := r.Period; period < len(out.Periods); period++ {
		p := &out.Periods[period]
		add := func(list []float64, n int, x float64) []float64 {
			list = append(make([]float64, 0, n), list...)
			list = append(list, make([]float64, n-len(list))...)
			if r.What == none {
				for i := range list {
					list[i] *= 1 - x
				}
				return list
			}
			list[r.What] += x
			return list
		}
		switch {
		case r.Kind == BringIn:
			p.Import = add(p.Import, t.N, times*r.Share*flow[period][r.What])
		case r.Kind == NeedLess && r.What == none:
			p.Need = add(p.Need, t.N, times*r.Share)
		case r.Kind == NeedLess:
			p.Need = add(p.Need, t.N, -times*r.Share*p.Need[r.What])
		case period == r.Period:
			p.Capacity = add(p.Capacity, len(t.Factors), times*r.Amount)
		}
	}
	return &out
}

// An end that cannot be reached is diagnosed too, and the words name it.
func TestRemediesOfAnEndThatCannotBeReached(t *testing.T) {
	tab := feldman()
	tab.TerminalCap = []float64{0, 200}
	p, err := years(context.Background(), tab, Request{Task: Years})
	if err != nil {
		t.Fatal(err)
	}
	if r := Verify(tab, p, 0); p.Status != Infeasible || !r.Passed {
		t.Fatalf("%s, %s%s", p.Status, r.Claims, failures(r))
	}
	d, err := Remedies(context.Background(), tab, p)
	if err != nil || d == nil {
		t.Fatal(d, err)
	}
	// at most 10, then 30, then 90 machines: 20 + 90 = 110 in the end, 90 too few
	if !strings.Contains(d.Says, "machines short by") || len(d.Remedies) == 0 {
		t.Errorf("%q", d.Says)
	}
	t.Log(d.Says)
}

func TestNothingStandsInTheWay(t *testing.T) {
	if d, err := Diagnose(context.Background(), hours(cornAndIron(), 14), 1); d != nil || err != nil {
		t.Errorf("%+v, %v", d, err)
	}
}
