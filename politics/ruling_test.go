package politics

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

// equal is a polity in which all groups have the same influence.
func equal() *economy.State {
	s := &economy.State{}
	for g := range s.Polity.Group {
		s.Polity.Group[g].Influence = 1 / float64(economy.Groups)
	}
	return s
}

func TestJudge(t *testing.T) {
	all := func(v float64) (out [economy.Groups]float64) {
		for g := range out {
			out[g] = v
		}
		return out
	}
	only := func(g economy.Group, v float64) (out [economy.Groups]float64) { out[g] = v; return out }
	for _, c := range []struct {
		name           string
		here, there    [economy.Groups]float64
		coercion       float64
		support, total float64
		chance         bool
	}{
		{"nothing changes", all(1), all(1), 0, 0, 0, false},
		{"all gain", all(1), all(1.1), 0, 1, 0.1, true},
		{"all lose", all(1), all(0.9), 0, 0, -0.1, false},
		{"one gains much", all(0), only(economy.Officials, 5), 0, 1.0 / 7, 0.6 / 7, false},
		{"where the others are silenced he decides", all(0), only(economy.Officials, 5), 1, 1 / (2 + 4*0.2 + 0.6), 0.6 / (2 + 4*0.2 + 0.6), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, s := DefaultRuling(), equal()
			s.Polity.Coercion = c.coercion
			v := r.Judge(s, Lives{c.here}, Lives{c.there})
			if math.Abs(v.Support-c.support) > 1e-12 || math.Abs(v.Total-c.total) > 1e-12 || (v.Chance > 0) != c.chance {
				t.Errorf("support %v, total %v, chance %v; want %v, %v, %v", v.Support, v.Total, v.Chance, c.support, c.total, c.chance)
			}
		})
	}
}

// The last year looked ahead stands for all that come after; who is patient
// gives it more; all weights together are one.
func TestWeightsOfYears(t *testing.T) {
	for _, discount := range []float64{0.02, 0.05, 0.2} {
		w := Account{Discount: discount}.Weights(3)
		if sum := w[0] + w[1] + w[2]; math.Abs(sum-1) > 1e-12 || w[1] >= w[0] || w[2] <= w[1] {
			t.Errorf("at %v years weigh %v", discount, w)
		}
		if want := math.Pow(1+discount, -2); math.Abs(w[2]-want) > 1e-12 {
			t.Errorf("at %v the third year and all after it weigh %v, want %v", discount, w[2], want)
		}
	}
	if w := (Account{Discount: 0.05}).Weights(1); len(w) != 1 || w[0] != 1 {
		t.Errorf("one year weighs %v", w)
	}
}

// An emergency is a war, or bread that towns lack by a good part of what is
// enough.
func TestEmergency(t *testing.T) {
	for _, c := range []struct {
		name        string
		war, hunger float64
		importance  float64
		wantsOrWars bool
	}{
		{"peace and bread", 0, 0, 1, false},
		{"a little less", 0, 0.1, 1, false},
		{"an eighth less", 0, 0.125, 1, true},
		{"war", 0.5, 0, 1, true},
		{"a raid", 0.05, 0, 1, false},
		{"hunger that nobody minds", 0, 0.9, 0, false},
	} {
		r, w, s := DefaultRuling(), world(), equal()
		w.Given.War[1] = c.war
		r.Crisis.Hunger *= c.importance
		s.Rule.Trouble[economy.Hunger] = r.Crisis.Hunger * c.hunger
		if got := r.Emergency(w, s); got != c.wantsOrWars {
			t.Errorf("%s: an emergency is %v", c.name, got)
		}
	}
}

// lives are lives with other lucks, in which all groups got the same.
func lives(payoffs ...float64) (out Lives) {
	for _, v := range payoffs {
		var all [economy.Groups]float64
		for g := range all {
			all[g] = v
		}
		out = append(out, all)
	}
	return out
}

// A gain that chance may have made moves nobody, and makes people look again;
// a luck that is good or bad under both systems is no doubt.
func TestGainsAndChance(t *testing.T) {
	for _, c := range []struct {
		name           string
		here, there    Lives
		total, err     float64
		doubt, adopted bool
	}{
		{"one life tells nothing of chance", lives(0), lives(0.2), 0.2, 0, false, true},
		{"as large with every luck", lives(0, 1), lives(0.2, 1.2), 0.2, 0, false, true},
		{"now more, now less", lives(0, 0), lives(0.2, 0.4), 0.3, 0.1, false, true},
		{"now a gain, now a loss", lives(0, 0), lives(0.3, -0.1), 0.1, 0.2, true, false},
		{"a loss that may be a gain", lives(0, 0, 0), lives(0, 0, -0.03), -0.01, 0.01, false, false},
		{"more lives here than there", lives(0, 0, 50), lives(0.2, 0.4), 0.3, 0.1, false, true},
	} {
		r := DefaultRuling()
		v := r.Judge(equal(), c.here, c.there)
		if math.Abs(v.Total-c.total) > 1e-9 || math.Abs(v.Error-c.err) > 1e-9 {
			t.Errorf("%s: a gain of %v with an error of %v, want %v and %v", c.name, v.Total, v.Error, c.total, c.err)
		}
		if r.Doubtful(&v) != c.doubt || v.Chance > 0 != c.adopted {
			t.Errorf("%s: doubtful %v, chance %v", c.name, r.Doubtful(&v), v.Chance)
		}
	}
}

// Beside ruin everything looks as well as a group can gain; candidates are
// told apart by each other, in whatever order they are named.
func TestBest(t *testing.T) {
	here, worse, good, better := lives(-50, -50), lives(-5, -5), lives(-1, -1), lives(-0.9, -0.9)
	for _, c := range []struct {
		name       string
		candidates []Lives
		want       int
	}{
		{"nothing to choose from", nil, -1},
		{"nothing can be adopted", []Lives{lives(-50, -50), lives(-51, -51)}, -1},
		{"the best of those that are all better than ruin", []Lives{worse, good, better}, 2},
		{"in another order", []Lives{better, worse, good}, 0},
		{"and in a third", []Lives{good, better, worse}, 1},
		{"the first of equals", []Lives{lives(-60, -60), good, good}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, s := DefaultRuling(), equal()
			verdicts := make([]Verdict, len(c.candidates))
			for i, l := range c.candidates {
				verdicts[i] = r.Judge(s, here, l)
			}
			if got := r.Best(s, verdicts, c.candidates, false); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
			if got := r.Best(s, verdicts, c.candidates, true); got < 0 != (len(verdicts) == 0) || c.want >= 0 && got != c.want {
				t.Errorf("when what is in force lapses they choose %d", got)
			}
		})
	}
}

func world() *economy.World {
	return &economy.World{Decided: &scenario.Decided{UnderArms: scenario.Path{1: 5}, Repression: scenario.Path{1: 0.4}, ProcurementPrice: scenario.Path{1: 9}},
		Given: &scenario.Given{War: scenario.Path{1: 0}, Threat: scenario.Path{1: 0.2}}, StartYear: 1}
}

func bits(all ...scenario.Decision) (b uint64) {
	for _, k := range all {
		b |= 1 << k
	}
	return b
}

// What politics takes it orders; what it does not take stays with the script.
func TestOrders(t *testing.T) {
	r, w, s := DefaultRuling(), world(), equal()
	r.Begin(w, s, bits(scenario.UnderArms, scenario.BreadCards, scenario.ProcurementPrice, scenario.PlannedGrowth))
	if p := s.Polity.Policy; p[economy.UnderArms] != 5 || p[economy.Severity] != 0.4 || p[economy.FarmPrice] != economy.ChoiceBounds[economy.FarmPrice][1] {
		t.Errorf("policy begins as %v", p)
	}
	usual := func(k scenario.Decision, years int) (float64, bool) {
		return 0.1 + float64(years), k == scenario.PlannedGrowth
	}
	for _, c := range []struct {
		name  string
		k     scenario.Decision
		war   float64
		month int
		want  float64
	}{
		{"a choice of policy", scenario.UnderArms, 0, 0, 5},
		{"war calls up more", scenario.UnderArms, 1, 0, 13},
		{"a war is no larger than the range", scenario.UnderArms, 1e9, 0, 20},
		{"what a system usually has", scenario.PlannedGrowth, 0, 0, 0.1},
		{"and within its range in later years", scenario.PlannedGrowth, 0, 25, 0.4},
		{"less in war", scenario.PlannedGrowth, 0.5, 0, 0.05},
		{"what a system does not say", scenario.BreadCards, 0, 0, 0},
		{"war orders no cards", scenario.BreadCards, 0.5, 0, 0},
		{"what is not taken", scenario.Repression, 0, 0, 0.4},
	} {
		t.Run(c.name, func(t *testing.T) {
			w.Given.War[1] = c.war
			s.Month = c.month
			w.Given.War[1+c.month/12] = c.war
			r.Order(w, s, usual)
			if got := w.Ordered(s, c.k, 1); math.Abs(got-c.want) > 1e-12 {
				t.Errorf("ordered %v, want %v", got, c.want)
			}
			delete(w.Given.War, 3)
		})
	}
}

// Policy moves a quarter of the way to where those with influence want it,
// and never out of its bounds.
func TestMove(t *testing.T) {
	r, s := DefaultRuling(), &economy.State{}
	s.Polity.Group[economy.Officials].Influence = 1
	s.Polity.Group[economy.Officials].Ideal[economy.Accumulation] = 0.3
	s.Polity.Group[economy.Officials].Ideal[economy.Severity] = 99
	s.Polity.Group[economy.Peasants].Ideal[economy.Accumulation] = 0.05
	s.Polity.Policy[economy.Accumulation] = 0.1
	r.Move(s)
	if got := s.Polity.Policy[economy.Accumulation]; math.Abs(got-0.15) > 1e-12 {
		t.Errorf("accumulation is %v, want 0.15", got)
	}
	if got := s.Polity.Policy[economy.Severity]; got != 1 {
		t.Errorf("severity is %v, want 1", got)
	}
}

func TestWhenTheSystemIsPutToTheQuestion(t *testing.T) {
	r := DefaultRuling()
	for _, c := range []struct {
		name         string
		crisis       float64
		month, since int
		looked       float64
		settled      float64
		asks, looks  bool
	}{
		{"all is well", 0.5, 120, 0, 119, 0, false, false},
		{"a crisis", 1.1, 120, 0, 119, 0, true, true},
		{"a new system has its time", 2.1, 120, 100, 119, 2, false, false},
		{"unless all is far worse than when it came", 3.1, 120, 100, 119, 2, true, true},
		{"what was settled a short while ago", 2.1, 120, 0, 110, 2, false, false},
		{"every few years, to see", 0.5, 120, 0, 60, 0, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &economy.State{Month: c.month}
			s.Rule.Since, s.Rule.Looked, s.Rule.Settled, s.Rule.Trouble[economy.Hunger] = int64(c.since), c.looked, c.settled, c.crisis
			if r.Asks(s) != c.asks || r.Looks(s) != c.looks {
				t.Errorf("asks %v, looks %v", r.Asks(s), r.Looks(s))
			}
		})
	}
}

// A collapse is found once, in peace, from the highest of three years.
func TestCollapsed(t *testing.T) {
	for _, c := range []struct {
		name   string
		level  [4]float64
		war    float64
		fallen float64
		want   float64
	}{
		{"growth", [4]float64{110, 106, 103, 100}, 0, 0, 0},
		{"a slump", [4]float64{90, 92, 95, 100}, 0, 0, 0},
		{"a collapse", [4]float64{80, 92, 95, 100}, 0, 0, 0.2},
		{"war is another matter", [4]float64{80, 92, 95, 100}, 0.5, 0, 0},
		{"the same one", [4]float64{80, 92, 95, 100}, 0, 100, 0},
		{"a faster one", [4]float64{80, 92, 95, 0}, 0, 0, 1 - 80.0/95},
		{"from a peak in between", [4]float64{80, 100, 85, 82}, 0, 0, 0.2},
		{"too early to say", [4]float64{80, 0, 0, 0}, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, w, s := DefaultRuling(), world(), &economy.State{Month: 120}
			w.Given.War = scenario.Path{1: 0, 10: c.war, 11: 0}
			s.Rule.Level, s.Rule.Fallen = c.level, c.fallen
			fall, collapsed := r.Collapsed(w, s)
			if math.Abs(fall-c.want) > 1e-12 && collapsed || collapsed != (c.want > 0) {
				t.Errorf("fall %v, collapsed %v", fall, collapsed)
			}
		})
	}
}

// Leaders fear the arms of others as far as they have more; alone they fear
// even where little threatens, and less where others stand by them.
func TestReckonsArms(t *testing.T) {
	r, w := Default(), world()
	w.StartYear = rivalBase
	crisis := func(heavy, threat, won float64) float64 {
		s := &economy.State{}
		s.Last.Home[1], s.Last.EatenTown, s.Last.Months = 12, 1, 12
		s.Last.Output[economy.Machinery] = heavy
		s.Centre.Threat = threat
		for k := range s.Polity.Country {
			s.Polity.Country[k].Revolution = won
		}
		r.Reckon(w, s)
		return s.Rule.Trouble[economy.Weakness]
	}
	weight := r.Ruling.Crisis.Weakness
	for _, c := range []struct {
		name                     string
		heavy, threat, won, want float64
	}{
		{"as strong as rivals", r.Ruling.Rival, 0.8, 0, 0},
		{"without industry under threat", 0, 0.8, 0, 0.8 * weight},
		{"half as strong", r.Ruling.Rival / 2, 0.8, 0, 0.4 * weight},
		{"alone", 0, 0.1, 0, r.Ruling.Fear * weight},
		{"with all others on its side", 0, 0.8, 1, 0.8 * weight * (1 - r.Contagion.Relief)},
	} {
		if got := crisis(c.heavy, c.threat, c.won); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Villages that are pressed are unrest, as far as their people go.
func TestReckonsAngryVillages(t *testing.T) {
	r, w := Default(), world()
	s := &economy.State{Village: []economy.Village{{Anger: 0.5, People: 60}, {Anger: 7, People: 20}, {People: 10}}}
	s.Last.Home[1], s.Last.EatenTown, s.Last.Months = 12, 1, 12
	s.Region[0].Town = 10
	s.Polity.Unrest = 0.1
	r.Reckon(w, s)
	if got, want := s.Rule.Trouble[economy.Unrest], r.Ruling.Crisis.Unrest*(0.1+0.5); math.Abs(got-want) > 1e-12 {
		t.Errorf("unrest makes %v of the crisis, want %v", got, want)
	}
}
