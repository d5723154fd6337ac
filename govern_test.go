package gosplan

import (
	"bytes"
	"maps"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
)

// governed prepares a run in which systems are chosen, with some rules of
// politics set and no system that lapses.
func governed(t testing.TB, seed uint64, scale, to int, set scenario.Changes) *Simulation {
	t.Helper()
	sc := builtin(t, "ussr-endogenous")
	sc.Set = set
	sc.Politics.Candidates = slices.Clone(sc.Politics.Candidates)
	for i := range sc.Politics.Candidates {
		sc.Politics.Candidates[i].In = ""
	}
	s, err := New(Config{Scenario: sc, Seed: seed, Scale: scale, To: to})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// never is a country in which nothing is adopted, whatever is seen ahead.
var never = scenario.Changes{"Politics.Ruling.Coalition.Eager": 0, "Politics.Ruling.Survey": 0, "Politics.Ruling.Rest": 20}

// Who looks ahead and adopts nothing lives as who does not look, to the last
// bit: the copies share nothing with the run, neither memory nor luck.
func TestLookingAheadDisturbsNothing(t *testing.T) {
	const to = 1925
	blind := governed(t, 5, coarse, to, never)
	finish(t, blind)
	watchful := governed(t, 5, coarse, to, scenario.Changes{"Politics.Ruling.Coalition.Eager": 0, "Politics.Ruling.Survey": 1})
	finish(t, watchful)
	if watchful.state.Rule.Looked == 0 || blind.state.Rule.Looked != 0 {
		t.Fatal("one is to look ahead and the other not")
	}
	for _, rule := range []*economy.Rule{&watchful.state.Rule, &blind.state.Rule} {
		rule.Looked, rule.Settled, rule.Support, rule.Market, rule.Officers = 0, 0, 0, 0, 0
	}
	if watchful.Hash() != blind.Hash() {
		t.Error("the run depends on having looked ahead")
	}
}

// What is seen ahead is what would be lived, if the world stood still: the
// system in force, lived on a copy with the run's own luck and nature, is the
// run.
func TestACopyLivesAsTheOriginal(t *testing.T) {
	s := governed(t, 3, coarse, 1923, never)
	until(t, s, 1921)
	copies := []*economy.State{{}, {}}
	copies[0].Copy(s.state)
	copies[1].Copy(s.state)
	if copies[0].Hash() != s.state.Hash() || &copies[0].Block[0].Person[0] == &s.state.Block[0].Person[0] {
		t.Fatal("a copy is not the same, or not its own")
	}
	look := &Simulation{config: s.config, world: s.world, state: copies[0], eras: s.eras, choice: s.choice, first: s.first, last: s.last}
	if _, err := look.live(24); err != nil {
		t.Fatal(err)
	}
	if copies[1].Hash() != s.state.Hash() {
		t.Error("living on one copy changes another, or the run")
	}
	live(t, s, 24)
	look.state.Rule, s.state.Rule = economy.Rule{}, economy.Rule{} // who looks ahead does not reckon
	if look.state.Hash() != s.state.Hash() {
		t.Error("the copy and the run part")
	}
}

// Nobody who looks ahead knows what is to come: other weather, wars and prices
// after the day change nothing of what is seen.
func TestNobodyKnowsTheFuture(t *testing.T) {
	seen := func(change func(*scenario.Given)) (payoffs [][economy.Groups]float64) {
		sc := builtin(t, "ussr-endogenous")
		sc.Set = never
		sc.Nature.Weather, sc.Nature.War, sc.Nature.OilPrice = without(sc.Nature.Weather, 1923), until1923(sc.Nature.War), until1923(sc.Nature.OilPrice)
		change(&sc.Nature)
		s, err := New(Config{Scenario: sc, Seed: 2, Scale: coarse, To: 1930})
		if err != nil {
			t.Fatal(err)
		}
		until(t, s, 1923)
		prospects, err := s.prospects(&s.now().model.Politics.Ruling)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range prospects {
			payoffs = append(payoffs, p.lives...)
		}
		return payoffs
	}
	calm := seen(func(*scenario.Given) {})
	ruin := seen(func(n *scenario.Given) {
		n.Weather[1924] = map[string]float64{"Ukraine": 0.3, "Volga": 0.3}
		n.War[1924], n.OilPrice[1924] = 1, 150
	})
	if !reflect.DeepEqual(calm, ruin) {
		t.Errorf("what will happen in 1924 is seen in 1923: %v, %v", calm, ruin)
	}
	if len(calm) < 3 || reflect.DeepEqual(calm[0], calm[1]) {
		t.Errorf("candidates look alike: %v", calm)
	}
}

func without(r scenario.Regional, from int) scenario.Regional {
	out := scenario.Regional{}
	for year, values := range r {
		if year < from {
			out[year] = values
		}
	}
	return out
}

func until1923(p scenario.Path) scenario.Path {
	out := scenario.Path{}
	for year, v := range p {
		if year < 1923 {
			out[year] = v
		}
	}
	return out
}

// A country without politics to choose is scripted: politics holds no
// decision and no candidate is in force.
func TestAScriptIsNoChoice(t *testing.T) {
	s := begin(t, "ussr", 1, 2*coarse, 1932)
	finish(t, s)
	if s.state.Rule.Taken != 0 || s.state.Polity.Governs != 0 || s.state.Rule.Regime != 0 {
		t.Errorf("a script is governed: %+v", s.state.Rule)
	}
}

// eager changes its system whenever it can.
var eager = scenario.Changes{"Politics.Ruling.Coalition.Eager": 50, "Politics.Ruling.Coalition.Least": 0, "Politics.Ruling.Coalition.Majority": 0.1, "Politics.Ruling.Rest": 1}

// A governed run has the same bits on any number of cores, and after a
// checkpoint in its middle, events included.
func TestGovernedRunsGoOnToTheSameBits(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	runtime.GOMAXPROCS(1)
	const to = 1931
	one := governed(t, 4, coarse, to, eager)
	want := finish(t, one)
	if len(one.log.Events) == 0 {
		t.Fatal("nothing is ever chosen")
	}
	runtime.GOMAXPROCS(8)
	half := governed(t, 4, coarse, to, eager)
	until(t, half, 1926)
	live(t, half, 5)
	var stream bytes.Buffer
	if err := half.Checkpoint(&stream); err != nil {
		t.Fatal(err)
	}
	again, err := Resume(half.config, &stream)
	if err != nil {
		t.Fatal(err)
	}
	if got := finish(t, again); got != want {
		t.Errorf("on many cores and after a checkpoint it ends in %s, else in %s", got, want)
	}
	if !sameLog(again.Log(), one.Log()) || !reflect.DeepEqual(again.log.Events, one.log.Events) {
		t.Errorf("events or figures differ: %v, %v", again.log.Events, one.log.Events)
	}
}

// An event says what happened: the system after one is the system before the
// next, crises are above one, and who is for a change is not against it.
func TestEventsFollowEachOther(t *testing.T) {
	s := governed(t, 4, coarse, 1935, eager)
	finish(t, s)
	before := s.eras[len(s.eras)-1].name
	for _, e := range s.log.Events {
		if e.From != before {
			t.Errorf("%s leaves %s, when %s is in force", e.Date(), e.From, before)
		}
		if e.To == "" {
			continue
		}
		var sum float64
		for _, part := range e.Parts {
			sum += part.Value
		}
		if e.Crisis <= 1 || math.Abs(sum-e.Crisis) > 1e-9 || len(e.For) == 0 || e.Month != 1 {
			t.Errorf("an event that cannot be: %+v", e)
		}
		before = e.To
	}
	if s.now().name != before {
		t.Errorf("%s is in force, the events say %s", s.now().name, before)
	}
}

// Candidates that need another system before them are not looked at without.
func TestReformsNeedWhatTheyReform(t *testing.T) {
	s := governed(t, 1, 2*coarse, 1922, never)
	until(t, s, 1921)
	prospects, err := s.prospects(&s.now().model.Politics.Ruling)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range prospects[1:] {
		names = append(names, s.choice[p.regime-1].name)
	}
	if want := []string{"nep", "plan-1929", "plan-private-farms", "competitive-capitalism"}; !reflect.DeepEqual(names, want) {
		t.Errorf("in 1921 they look at %v, want %v", names, want)
	}
}

// What is there for an emergency goes with it, whatever the coalitions, and is
// not on offer without one; while war goes on it stays.
func TestAnEmergencyLapses(t *testing.T) {
	for _, war := range []float64{0, 0.6} {
		sc := builtin(t, "ussr-endogenous")
		sc.Set = maps.Clone(never)
		sc.Set["Politics.Ruling.Want"] = 1.0 // towns as hungry as they may be are none
		sc.Nature.War = scenario.Path{1917: 0.6, 1921: war}
		s, err := New(Config{Scenario: sc, Seed: 1, Scale: coarse, To: 1922})
		if err != nil {
			t.Fatal(err)
		}
		until(t, s, 1921)
		if got, want := s.lapses(&s.now().model.Politics.Ruling), war == 0; got != want {
			t.Errorf("war %v: the emergency is over: %v, want %v", war, got, want)
		}
		if live(t, s, 1); s.now().name == "war-communism" != (war > 0) {
			t.Errorf("war %v: %s is in force", war, s.now().name)
		}
		if war > 0 {
			continue
		}
		all, err := s.prospects(&s.now().model.Politics.Ruling)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			if s.choice[p.regime-1].name == "war-communism" {
				t.Error("an emergency is on offer in peace")
			}
		}
	}
}

// Who is in doubt lives again what he doubts, with lucks that are new and the
// same for all, and no longer than he may; the rest is lived as often as usual.
func TestDoubtIsLivedOut(t *testing.T) {
	s := governed(t, 2, coarse, 1926, never)
	until(t, s, 1924)
	ruling := s.now().model.Politics.Ruling
	ruling.Doubt = 1
	once, err := s.prospects(&ruling)
	if err != nil {
		t.Fatal(err)
	}
	doubtful := slices.IndexFunc(once, func(p *prospect) bool { return p.verdict.Error > 0 })
	if doubtful < 0 {
		t.Fatal("lives of no candidate differ")
	}
	ruling.Doubt, ruling.Coalition.Majority, ruling.Coalition.Least = 2, -1, once[doubtful].verdict.Total // as doubtful as can be
	again, err := s.prospects(&ruling)
	if err != nil {
		t.Fatal(err)
	}
	lucks := int(ruling.Lucks)
	for i, p := range again {
		if got := len(once[i].lives); got != lucks {
			t.Errorf("without time for doubt %d lives, want %d", got, lucks)
		}
		if (i == 0 || i == doubtful) && len(p.lives) != 2*lucks || len(p.lives) != lucks && len(p.lives) != 2*lucks {
			t.Errorf("prospect %d is lived %d times", i, len(p.lives))
		}
		if !reflect.DeepEqual(p.lives[:lucks], once[i].lives) || len(p.lives) > lucks && p.lives[lucks] == p.lives[0] {
			t.Errorf("prospect %d: the first lives are not the same, or the last no other: %v, %v", i, p.lives, once[i].lives)
		}
	}
}

// A decision that politics has no rule for stays with the script, and who
// wants politics to take it is told what it can take.
func TestPoliticsTakesWhatItCan(t *testing.T) {
	sc := builtin(t, "ussr-endogenous")
	sc.Politics.Decides = []string{"accumulation_share", "school_places"}
	if _, err := New(Config{Scenario: sc, Scale: coarse}); err == nil || !strings.Contains(err.Error(), "school_places") || !strings.Contains(err.Error(), "state_orders") {
		t.Errorf("%v", err)
	}
	sc.Politics.Decides = []string{"accumulation_share"}
	sc.Set = never
	s, err := New(Config{Scenario: sc, Seed: 1, Scale: 2 * coarse, To: 1921})
	if err != nil {
		t.Fatal(err)
	}
	until(t, s, 1921)
	for k := range scenario.Decisions {
		if got, want := s.state.Rule.Takes(k), k == scenario.AccumulationShare; got != want {
			t.Errorf("politics takes %s: %v", k, got)
		}
	}
	if got, want := s.world.Ordered(s.state, scenario.UnderArms, 1920), sc.Decisions.UnderArms.At(1920); got != want {
		t.Errorf("%v million under arms, the script says %v", got, want)
	}
}
