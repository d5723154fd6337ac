package gosplan

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"testing"

	"gosplan/scenario"
	"gosplan/system"
)

// rivals are the systems that history did not try.
var rivals = []string{"tsarist", "competitive-capitalism", "state-capitalism", "lange-socialism", "self-management", "computed-planning", "computed-planning-truthful", "democratic-planning", "transition"}

// under is a run of a system from a start.
func under(t testing.TB, start, name string, scale int, change func(*scenario.Scenario)) *Simulation {
	t.Helper()
	sc := builtin(t, start)
	sc.Eras = slices.Clone(sc.Eras)
	sc.Eras[len(sc.Eras)-1].System = name
	if change != nil {
		change(sc)
	}
	s, err := New(Config{Scenario: sc, Seed: 3, Scale: scale})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every system keeps its books for ten years from a start with few peasants:
// money to the kopeck after every act, goods after every month, people one by
// one.
func TestBooksOfAllSystems(t *testing.T) {
	for _, name := range system.Names() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := under(t, "industrial", name, coarse, nil)
			s.Audit()
			report(t, "ten years", lived(s, 120))
		})
	}
}

// What the rivals brought in can be taken out, each and together, in a run
// that has it: the economy lives on with its books in order, and it matters.
func TestWithoutInstitutionsOfTheRivals(t *testing.T) {
	t.Parallel()
	const years = 3
	for _, c := range []struct {
		system string
		paths  []string
	}{
		{"competitive-capitalism", []string{"Owners"}},
		{"competitive-capitalism", []string{"Credit"}},
		{"competitive-capitalism", []string{"Entry"}},
		{"competitive-capitalism", []string{"Fisc"}},
		{"competitive-capitalism", []string{"Investment.Private"}},
		{"competitive-capitalism", []string{"Investment.Idle"}},
		{"competitive-capitalism", []string{"Prices.Follow"}},
		{"competitive-capitalism", []string{"Retail.Compete"}},
		{"competitive-capitalism", []string{"Buying.Follow"}},
		{"competitive-capitalism", []string{"Labour.Claim"}},
		{"competitive-capitalism", []string{"Trade.Open"}},
		{"competitive-capitalism", []string{"Owners", "Credit", "Entry", "Fisc", "Investment.Private"}},
		{"state-capitalism", []string{"Investment.Rival"}},
		{"lange-socialism", []string{"Owners.Rent"}},
		{"self-management", []string{"Labour.Surplus"}},
		{"self-management", []string{"Plan.Income"}},
		{"tsarist", []string{"Tax.Rent"}},
		{"democratic-planning", []string{"Plan.Indicative"}},
		{"democratic-planning", []string{"Plan.Rating"}},
		{"democratic-planning", []string{"Prices.Told"}},
		{"democratic-planning", []string{"Labour.Rating"}},
		{"democratic-planning", []string{"Labour.Rotation"}},
		{"democratic-planning", []string{"Labour.Consent"}},
		{"democratic-planning", []string{"Investment.Talks"}},
		{"democratic-planning", []string{"Retail.Tokens"}},
		{"transition", []string{"Supply.Chains"}},
	} {
		with := under(t, "industrial", c.system, 2*coarse, nil)
		report(t, c.system, lived(with, 12*years))
		without := under(t, "industrial", c.system, 2*coarse, func(sc *scenario.Scenario) { sc.Without = c.paths })
		report(t, c.system+" without "+strings.Join(c.paths, ", "), lived(without, 12*years))
		if with.Hash() == without.Hash() {
			t.Errorf("%s without %v lives as with it", c.system, c.paths)
		}
	}
}

// A system in which a new institution is absent lives as if there were none,
// to the last bit.
func TestAbsentInstitutionsOfTheRivalsDoNothing(t *testing.T) {
	from := found(t, "nep")
	s := from.resumed(t, func(sc *scenario.Scenario) {
		sc.Without = append(slices.Clone(sc.Without), "Owners", "Credit", "Entry", "Fisc", "Investment.Private", "Investment.Rival", "Trade.Open",
			"Buying.Follow", "Labour.Claim", "Labour.Surplus", "Plan.Income", "Tax.Rent", "Plan.Indicative", "Plan.Rating",
			"Prices.Told", "Labour.Rating", "Labour.Rotation", "Labour.Consent", "Investment.Talks", "Retail.Tokens", "Supply.Chains")
	})
	live(t, s, span)
	if s.Hash() != from.hash[span] {
		t.Errorf("%s lives otherwise without what it does not have", from.era)
	}
}

// A rival gives the same bits on any number of cores, and goes on to the same
// bits from a checkpoint.
func TestRivalsOnAnyNumberOfCores(t *testing.T) {
	const scale, months = 12_000, 24
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, name := range rivals {
		runtime.GOMAXPROCS(1)
		one := under(t, "industrial", name, scale, nil)
		live(t, one, months/2)
		var half bytes.Buffer
		if err := one.Checkpoint(&half); err != nil {
			t.Fatal(err)
		}
		live(t, one, months/2)
		for _, cores := range []int{2, 8} {
			runtime.GOMAXPROCS(cores)
			s := under(t, "industrial", name, scale, nil)
			live(t, s, months)
			if s.Hash() != one.Hash() {
				t.Errorf("%s: %d cores end otherwise than one", name, cores)
			}
		}
		again, err := Resume(one.config, &half)
		if err != nil {
			t.Fatal(err)
		}
		live(t, again, months/2)
		if again.Hash() != one.Hash() {
			t.Errorf("%s goes on otherwise from a checkpoint", name)
		}
	}
}

// A scenario that composes what cannot be is refused where it says so.
func TestImpossibleCompositionsAreRefused(t *testing.T) {
	for _, c := range []struct{ text, says string }{
		{"institutions: {Supply: allotment}\neras: [{from: 1917-11, system: nep}]\n", "allotment of inputs needs a planning office"},
		{"eras: [{from: 1917-11, system: competitive-capitalism, set: {Owners: none}}]\n", "new firms need owners"},
		{"eras: [{from: 1917-11, system: nep, set: {Labour: at-wil}}]\n", "did you mean at-will?"},
		{"eras: [{from: 1917-11, system: nep, set: {Labour: nothing}}]\n", "there are committees"},
		{"set: {Labor: at-will}\neras: [{from: 1917-11, system: nep}]\n", "did you mean Labour"},
	} {
		sc, err := scenario.Parse("mine.yaml", []byte("version: 1\nname: mine\nfrom: 1917-11\nto: 1918-12\n"+c.text))
		if err != nil {
			t.Fatal(err)
		}
		_, err = New(Config{Scenario: sc, Seed: 1, Scale: coarse})
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "mine.yaml:") {
			t.Errorf("%s: %v, want %q", c.text, err, c.says)
		}
	}
}
