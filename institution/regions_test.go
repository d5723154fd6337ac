package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

// Regions whose quotas leaders set get their share, the others share the rest as
// they would have; where politics governs the script has no say.
func TestLeadersShareOutQuotas(t *testing.T) {
	given := map[string]float64{"Ukraine": 0.3, "Volga": 0}
	for _, c := range []struct {
		name  string
		taken uint64
		year  int
		set   bool
	}{{"in the year", 0, 1, true}, {"in another year", 0, 2, false}, {"governed", 1, 1, false}} {
		w, s := country(8)
		w.Decided.GrainQuotas = scenario.Regional{1: given}
		s.Rule.Taken = c.taken
		var was [economy.Regions]float64
		for r := range was {
			was[r] = float64(r+1) / 36
		}
		parts, rest := was, 1-was[2]-was[3]
		assign(w, s, c.year, &parts)
		var sum float64
		for r, got := range parts {
			want := was[r]
			if share, there := given[economy.RegionNames[r]]; c.set && there {
				want = share
			} else if c.set {
				want *= 0.7 / rest
			}
			if math.Abs(got-want) > 1e-12 {
				t.Errorf("%s: %s has %v of the quotas, want %v", c.name, economy.RegionNames[r], got, want)
			}
			sum += got
		}
		if math.Abs(sum-1) > 1e-12 {
			t.Errorf("%s: shares sum to %v", c.name, sum)
		}
	}
}

// Seed goes to the kolkhozes of the region it is lent to, by what they sow, no
// more than there is, and none across a front.
func TestSeedIsLentByRegion(t *testing.T) {
	for _, c := range []struct {
		name               string
		loan, granary, cut float64
		want               float64
	}{{"enough", 0.3, 5, 0, 0.3}, {"an empty granary", 0.3, 0.1, 0, 0.1}, {"across a front", 0.3, 5, 1, 0}, {"unasked", 0, 5, 0, 0}} {
		w, s := country(1)
		w.Decided.SeedLoans = scenario.Regional{1: {"Ukraine": c.loan}}
		s.Audit.Use(economy.Grain, &s.Centre.Granary, s.Centre.Granary.Held())
		s.Audit.Make(economy.Grain, &s.Centre.Granary, c.granary)
		s.Region[3].Cut = c.cut
		var before float64
		for k := range s.Village {
			s.Village[k].Sown = 1
			before += s.Village[k].Grain.Held()
		}
		lendSeed(w, s, 1)
		var got float64
		for k := range s.Village {
			v := &s.Village[k]
			got += v.Grain.Held()
			if v.Region != 3 && v.Grain.Held() > 0 {
				t.Errorf("%s: a village of %s got seed", c.name, economy.RegionNames[v.Region])
			}
		}
		if math.Abs(got-before-c.want) > 1e-12 {
			t.Errorf("%s: %v Mt were lent, want %v", c.name, got-before, c.want)
		}
		if err := s.Check(); err != nil {
			t.Error(err)
		}
	}
}

// Fines for a harvest are taken from November to April of the next year, in
// their region.
func TestFinesHaveTheirSeason(t *testing.T) {
	for month := 8; month <= 24; month++ {
		w, s := country(month - 1)
		w.Decided.Fines = scenario.Regional{1: {"Ukraine": 0.3}}
		got := fines(w, s)
		want := 0.0
		if month >= 11 && month <= 16 {
			want = 0.3
		}
		for r, part := range got {
			if r == 3 && part != want || r != 3 && part != 0 {
				t.Errorf("in month %d %s pays %v", month, economy.RegionNames[r], part)
			}
		}
	}
}
