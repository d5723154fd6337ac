package claim

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"gosplan"
	"gosplan/measure"
	"gosplan/scenario"
	"gosplan/series"
)

func TestTheRegistryIsWhole(t *testing.T) {
	r, err := Read(registered)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Claims) != 74 || len(r.Tells) != 12 {
		t.Errorf("%d claims and %d tells, want 74 and 12", len(r.Claims), len(r.Tells))
	}
	for i := 1; i <= 74; i++ {
		if _, ok := r.Find(fmt.Sprint("e", i)); !ok {
			t.Errorf("E%d is missing", i)
		}
	}
}

const small = `
version: 1
pairs: 8
scale: 400000
theories: {TK: The essay, HM: A rival}
arms:
  plan: {scenario: ussr}
  hard: {scenario: ussr, without: [Bank.Soft]}
claims:
  - number: E1
    claim: It does.
    where: opening
    tests:
      - {ask: Does it?, compare: hard - plan, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "+", HM: "-"}}
tells:
  - number: T1
    title: Does it?
    tests:
      - {ask: Does it?, compare: hard - plan, statistic: "mean(gdp, 1930, 1939)", unit: index, smallest: 1, predicts: {TK: "+", HM: "-"}}
`

func TestAWrongRegistryIsRefusedByName(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"a word nobody knows", "where:", "were:", "were"},
		{"a function nobody knows", "mean(gdp", "meen(gdp", "mean"},
		{"an arm nobody knows", "compare: hard - plan, statistic: \"mean(gdp, 1930, 1939)\", unit: index, smallest: 1, predicts: {TK: \"+\", HM: \"-\"}}\ntells", "compare: soft - plan, statistic: \"mean(gdp, 1930, 1939)\", unit: index, smallest: 1, predicts: {TK: \"+\", HM: \"-\"}}\ntells", "soft"},
		{"an arm nobody uses", "  hard: {", "  idle: {scenario: ussr}\n  hard: {", "idle"},
		{"no smallest effect", "smallest: 1", "smallest: 0", "smallest"},
		{"a sign that is none", `TK: "+"`, `TK: "up"`, "up"},
		{"a theory nobody knows", `HM: "-"}`, `XX: "-"}`, "XX"},
		{"the essay is silent", `TK: "+", `, ``, "essay"},
		{"a series and no figure", "mean(gdp, 1930, 1939)", "gdp", "series"},
		{"neither tests nor a reason", "where: opening", "where: opening\n    outside: It cannot.", "outside"},
		{"another version", "version: 1", "version: 2", "version"},
	} {
		text := strings.Replace(small, c.old, c.new, 1)
		if text == small {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		if _, err := Read([]byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", c.name, err, c.want)
		}
	}
}

func TestTerms(t *testing.T) {
	for _, c := range []struct {
		text string
		want []term
	}{
		{"plan", []term{{1, "plan"}}},
		{"plan - trusts", []term{{1, "plan"}, {-1, "trusts"}}},
		{"peace - 0.5 plan", []term{{1, "peace"}, {-0.5, "plan"}}},
		{"a - b - c + plan-1928", []term{{1, "a"}, {-1, "b"}, {-1, "c"}, {1, "plan-1928"}}},
		{"", nil}, {"- plan", nil}, {"plan trusts", nil}, {"plan -", nil}, {"plan - - trusts", nil},
	} {
		got, err := readTerms(c.text)
		if !slices.Equal(got, c.want) || (err != nil) != (c.want == nil) {
			t.Errorf("%q: %v, %v; want %v", c.text, got, err, c.want)
		}
	}
}

// gdp 100, 110, 121, … from 1930; grain 1, 2, 1, 2, …; nothing in 1935.
func example() *Figures {
	log := &series.Log{}
	for i := range 10 {
		if i == 5 {
			continue
		}
		log.Add(measure.Find("gdp"), series.Nation, 1930+i, 0, 100*math.Pow(1.1, float64(i)))
		log.Add(measure.Find("grain_output"), series.Nation, 1930+i, 0, float64(1+i%2))
		log.Add(measure.Find("grain_output"), "North-Centre", 1930+i, 0, 0.5)
		for q := range 4 {
			log.Add(measure.Find("defect_rate"), series.Nation, 1930+i, q+1, float64(q))
		}
	}
	return FiguresOf(log)
}

func TestStatistics(t *testing.T) {
	f := example()
	none := math.NaN()
	for _, c := range []struct {
		text string
		want float64
	}{
		{"at(gdp, 1931)", 110},
		{"growth(gdp, 1930, 1934)", 10},
		{"mean(grain_output, 1930, 1933)", 1.5},
		{"mean(defect_rate, 1930, 1930)", 1.5}, // of the quarters
		{"mean(grain_output, 1931, 1939)", none},
		{"mean(grain_output, 1930, 1939)", 13.0 / 9}, // nine of ten years are enough
		{"sum(grain_output@North-Centre, 1930, 1933)", 2},
		{"mean(grain_output@North-Centre/grain_output, 1930, 1931)", 0.375},
		{"falls(grain_output, 1930, 1934)", 2},
		{"peak(grain_output, 1930, 1934)", 1931},
		{"max(gdp, 1930, 1931)", 110},
		{"slope(grain_output, 1930, 1931)", 1},
		{"sdgrowth(gdp, 1930, 1934)", 0},
		{"corr(gdp, gdp*2 + 1, 1930, 1934)", 1},
		{"corr(gdp, 0 - gdp, 1930, 1934)", -1},
		{"year_below(grain_output, 1.5, 1931, 1934)", 1932},
		{"year_below(gdp, 1, 1931, 1934)", 1935},
		{"years_below(grain_output, 1.5, 1930, 1934)", 3},
		{"years_below(grain_output, 1.5, 1931, 1939)", none},
		{"above(grain_output, 1.4, 1930, 1931)", 1},
		{"above(grain_output, 1.5, 1930, 1931)", 0},
		{"above(grain_output, 1.5, 1931, 1939)", none},
		{"since(gdp - 100, grain_output, 0, 1)", 5},
		{"since(gdp, grain_output, 5, 5)", none},
		{"since(gdp, at(gdp, 1935)*gdp, 0, 1)", none},           // which never begins
		{"mean_where(gdp, grain_output - 1, 1930, 1939)", none}, // in four years
		{"mean_where(grain_output, 2 - grain_output, 1930, 1939)", 1},
		{"mean_where(grain_output, 2 - grain_output, 1931, 1945)", none},
		{"slope_where(gdp/gdp*2, 2 - grain_output, 1930, 1939)", 0},
		{"autocorr(grain_output, 1930, 1934)", -1},
		{"autocorr(grain_output, 1930, 1938)", none},
		{"last(gdp)", 100 * math.Pow(1.1, 9)},
		{"log(at(gdp, 1930)/100)", 0},
		{"abs(1 - 2 * 3)", 5},
		{"1 - 2 - 3", -4},
		{"at(gdp, 1935)", none},
		{"at(gdp, 1929)", none},
		{"log(0 - 1)", none},
		{"1/0", none},
		{"at(gdp@Volga, 1931)", none},
		{"mean(gdp, 1930, 9198544444444)", none}, // which nobody waits for
		{"mean(gdp, 1957777777777777777777777777777770, 1934)", none},
		{"corr(gdp, gdp, 0 - 9198544444444, 1934)", none},
		{"year_below(gdp, 1, 1931, 9198544444444)", none},
		{"elasticity(gdp, gdp, gdp, 1930, 9198544444444)", none},
	} {
		n, err := parse(c.text)
		if err != nil {
			t.Error(err)
			continue
		}
		got, ok := n.figure(f)
		if ok == math.IsNaN(c.want) || ok && math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s is %v, %v; want %v", c.text, got, ok, c.want)
		}
	}
	for _, text := range []string{"", "gdp", "mean(gdp)", "mean(1930, gdp, 1931)", "mean(gdp, 1930, 1931", "(1", "1 2", "1..2", "growth(gdp, at(gdp, 1930), 1931)", "log(gdp)", "@", strings.Repeat("(", 99)} {
		if _, err := parse(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, test := range Registered().Tests() {
		f.Add(test.Statistic)
	}
	f.Add("log((1+2")
	figures := example()
	f.Fuzz(func(t *testing.T, text string) {
		if n, err := parse(text); err == nil {
			n.figure(figures)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Fuzz(func(t *testing.T, text []byte) { Read(text) })
}

func TestFiguresAreKeptAsTheyAre(t *testing.T) {
	f := example()
	data, err := f.encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := decode(data)
	if err != nil {
		t.Fatal(err)
	}
	for year := 1929; year < 1941; year++ {
		a, hasA := f.Value("gdp", series.Nation, year)
		b, hasB := again.Value("gdp", series.Nation, year)
		if hasA != hasB || hasA && a != b {
			t.Errorf("%d: %v became %v", year, a, b)
		}
	}
	if _, err := decode([]byte("no run")); err == nil {
		t.Error("what is no run was read")
	}
}

// A shelf in memory.
type shelf struct {
	sync.Mutex
	kept map[string][]byte
}

func (s *shelf) Get(key string) ([]byte, bool) {
	s.Lock()
	defer s.Unlock()
	data, ok := s.kept[key]
	return data, ok
}

func (s *shelf) Put(key string, data []byte) error {
	s.Lock()
	defer s.Unlock()
	s.kept[key] = data
	return nil
}

// planted lives nothing: its GDP is 100 with luck that pairs share, luck of
// its own, and an effect of what is taken out.
func planted(effect, own float64, seed uint64) func(context.Context, gosplan.Config) (*series.Log, error) {
	return func(_ context.Context, c gosplan.Config) (*series.Log, error) {
		arm := uint64(len(c.Scenario.Without))
		shared := rand.New(rand.NewPCG(c.Seed, seed)).NormFloat64()
		apart := rand.New(rand.NewPCG(c.Seed, seed+1000*(1+arm))).NormFloat64()
		level := 100 + 20*shared + own*apart
		if arm > 0 {
			level += effect
		}
		log := &series.Log{}
		for year := 1928; year <= 1940; year++ {
			log.Add(measure.Find("gdp"), series.Nation, year, 0, level)
		}
		return log, nil
	}
}

func laboratory(live func(context.Context, gosplan.Config) (*series.Log, error)) *Laboratory {
	return &Laboratory{Version: "test", Scale: 400_000, Pairs: 8, Live: live,
		Check: func(*scenario.Scenario) error { return nil }, Shelf: &shelf{kept: map[string][]byte{}}}
}

// try lives a registry with a planted effect and gives the result of its test.
func try(t *testing.T, effect, own float64, seed uint64) (*Registry, map[*Test]*Result) {
	t.Helper()
	r, err := Read([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	runs, err := laboratory(planted(effect, own, seed)).Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	return r, Results(r.Tests(), runs, 0)
}

func TestVerdictsAreComputedRightly(t *testing.T) {
	for _, c := range []struct {
		name        string
		effect, own float64
		found       Sign
		verdict     Verdict
	}{
		{"a planted effect is found though seeds differ far more", 2, 0.3, Above, Supported},
		{"a planted effect the other way refutes", -2, 0.3, Below, Refuted},
		{"eight pairs in which nothing happened show little", 0, 0, Unknown, Undetermined},
		{"an effect too small to count is shown to be that", 0.2, 0.1, None, Alike},
		{"too much luck leaves it open", 0.9, 5, Unknown, Undetermined},
	} {
		r, results := try(t, c.effect, c.own, 1)
		got := results[&r.Claims[0].Tests[0]]
		if got.Found != c.found || got.Verdict != c.verdict {
			t.Errorf("%s: %s, %s (%+v)", c.name, got.Found, got.Verdict, got.Effect)
		}
		if c.own == 0 && c.effect == 0 && (got.Effect.Mean != 0 || got.Effect.SD != 0 || !(got.Effect.Low < 0 && got.Effect.High > 0)) {
			t.Errorf("%s: %+v", c.name, got.Effect)
		}
		f := r.Findings(results)[0]
		if f.Verdict != c.verdict {
			t.Errorf("%s: the claim is %s", c.name, f.Verdict)
		}
		if theories, _, _ := f.Closest(); c.found == Below && !slices.Equal(theories, []string{"HM"}) {
			t.Errorf("%s: closest %v", c.name, theories)
		}
	}
}

// Planted effects are found and true nulls called so at their rates.
func TestRatesOfVerdicts(t *testing.T) {
	const trials = 120
	r, err := Read([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	rate := func(effect, own float64, want Verdict) float64 {
		n := 0
		for trial := range uint64(trials) {
			live, runs := planted(effect, own, trial*7), &Runs{Of: map[string][]*Figures{}}
			for arm, changes := range r.Arms {
				for seed := range uint64(8) {
					log, _ := live(context.Background(), gosplan.Config{Seed: seed + 1, Scenario: &scenario.Scenario{Without: changes.Without}})
					runs.Of[arm] = append(runs.Of[arm], FiguresOf(log))
				}
			}
			if Results(r.Tests(), runs, 0)[&r.Claims[0].Tests[0]].Verdict == want {
				n++
			}
		}
		return float64(n) / trials
	}
	for _, c := range []struct {
		name        string
		effect, own float64
		verdict     Verdict
		least, most float64
	}{
		{"two smallest effects are found", 2, 0.5, Supported, 0.9, 1},
		{"a true null is called so", 0, 0.3, Alike, 0.9, 1},
		{"a true null is seldom supported", 0, 1.5, Supported, 0, 0.05},
		{"a true null is seldom refuted", 0, 1.5, Refuted, 0, 0.05},
		{"an effect at the border is seldom called none", 1, 0.4, Alike, 0, 0.05},
	} {
		if got := rate(c.effect, c.own, c.verdict); got < c.least || got > c.most {
			t.Errorf("%s: in %.3f of trials, want %v to %v", c.name, got, c.least, c.most)
		}
	}
}

func TestScores(t *testing.T) {
	r, results := try(t, 2, 0.3, 1)
	for _, s := range r.Scores(results) {
		if s.Low > s.Share || s.High < s.Share {
			t.Errorf("%s: the share %v lies outside %v to %v", s.Theory, s.Share, s.Low, s.High)
		}
		want := Score{Right: 1, Share: 1, Low: 0.147, High: 1} // the beta distribution of 1.5 and 0.5
		if s.Theory == "HM" {
			want = Score{Wrong: 1, Low: 0, High: 0.853}
		}
		if s.Right != want.Right || s.Wrong != want.Wrong || s.Share != want.Share || math.Abs(s.Low-want.Low) > 0.05 || math.Abs(s.High-want.High) > 0.05 || s.Speaks() != 1 {
			t.Errorf("%+v, want %+v", s, want)
		}
	}
	r, results = try(t, 0.9, 5, 1)
	for _, s := range r.Scores(results) {
		if s.Open != 1 || !math.IsNaN(s.Share) || !math.IsNaN(s.Low) || !math.IsNaN(s.High) {
			t.Errorf("nothing is shown, yet %+v", s)
		}
	}
}

// What was finished before an interruption is used again, and nothing else.
func TestInterruptedRunsGoOn(t *testing.T) {
	r, _ := Read([]byte(small))
	var mutex sync.Mutex
	lived := 0
	ctx, stop := context.WithCancel(context.Background())
	inner := planted(2, 0.3, 1)
	l := laboratory(nil)
	l.Live = func(c context.Context, config gosplan.Config) (*series.Log, error) {
		mutex.Lock()
		defer mutex.Unlock()
		if lived++; lived == 6 {
			stop()
		}
		return inner(c, config)
	}
	if _, err := l.Run(ctx, r.Arms); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	kept := len(l.Shelf.(*shelf).kept)
	if kept == 0 || kept >= 16 {
		t.Fatalf("%d runs were kept", kept)
	}
	lived = 100
	runs, err := l.Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	if runs.Kept != kept || lived != 100+16-kept {
		t.Errorf("%d of %d kept runs were used, %d lived anew", runs.Kept, kept, lived-100)
	}
	whole, err := laboratory(inner).Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	a, b := Results(r.Tests(), runs, 0), Results(r.Tests(), whole, 0)
	for _, test := range r.Tests() {
		if a[test].Effect != b[test].Effect {
			t.Errorf("%+v, unbroken %+v", a[test].Effect, b[test].Effect)
		}
	}
	l.Version = "another"
	if runs, _ = l.Run(context.Background(), r.Arms); runs.Kept != 0 {
		t.Errorf("%d runs of another program were used", runs.Kept)
	}
}

func TestFailuresAndCollapsesAreTold(t *testing.T) {
	r, _ := Read([]byte(small))
	l := laboratory(func(_ context.Context, c gosplan.Config) (*series.Log, error) {
		if c.Seed == 1 {
			return nil, errors.New("books: 3 kopecks came from nowhere in 1931")
		}
		log := &series.Log{}
		for i, gdp := range []float64{100, 100, 90, 70, 80, 90, 100} {
			log.Add(measure.Find("gdp"), series.Nation, 1930+i, 0, gdp)
			log.Add(measure.Find("grain_output"), series.Nation, 1930+i, 0, gdp*gdp)
		}
		return log, nil
	})
	runs, err := l.Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(runs.Troubles("plan"), "\n")
	want := "seed 1 failed: books: 3 kopecks came from nowhere in 1931\n1931–1933: 7 of 8 runs, GDP by 30 % on average, most often through grain harvest"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := len(runs.TroublesWithin("plan", 1934, 1940)); got != 1 {
		t.Errorf("%d lines from 1934 on, want that of the failure alone", got)
	}
	if test := Results(r.Tests(), runs, 0)[&r.Claims[0].Tests[0]]; test.Dropped != 8 {
		t.Errorf("%d pairs dropped, want all: no run has the years", test.Dropped)
	}
}

func TestArms(t *testing.T) {
	for _, c := range []struct {
		name string
		arm  Arm
		want string // of the error, "" for none
	}{
		{"a scenario", Arm{Scenario: "ussr"}, ""},
		{"a system from a month on", Arm{Scenario: "ussr-peace", System: "plan-1956", Since: "1928-01"}, ""},
		{"a scenario to come", Arm{Scenario: "ussr-not-yet"}, "needs the scenario ussr-not-yet"},
		{"a system to come", Arm{Scenario: "ussr", System: "not-yet", Since: "1928-01"}, "needs the system not-yet"},
		{"a month that is none", Arm{Scenario: "ussr", System: "nep", Since: "soon"}, "since"},
		{"a decision that is none", Arm{Scenario: "ussr", Constant: map[string]float64{"mood": 1}}, "mood"},
		{"a decision of another scenario", Arm{Scenario: "ussr-nep", Borrow: map[string]string{"accumulation_share": "ussr"}}, ""},
	} {
		_, err := c.arm.Build()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	s, err := Arm{Scenario: "ussr-nep", System: "plan-1929", Since: "1929-01", Borrow: map[string]string{"accumulation_share": "ussr"}, Constant: map[string]float64{"embargo": 0.5}, Without: []string{"Kolkhoz"}}.Build()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(s.Eras); s.Eras[n-1].System != "plan-1929" || s.Eras[n-2].System != "nep" || s.Eras[n-1].From.Year != 1929 {
		t.Errorf("eras %v", s.Eras)
	}
	if s.Decisions.AccumulationShare.At(1932) != 0.25 || s.Nature.Embargo.At(1980) != 0.5 || !slices.Contains(s.Without, "Kolkhoz") {
		t.Error("not all changes arrived")
	}
}

// A design that cannot be composed is reported and stops nothing.
func TestAnArmThatCannotBeComposed(t *testing.T) {
	r, _ := Read([]byte(small))
	l := laboratory(planted(2, 0.3, 1))
	l.Check = func(s *scenario.Scenario) error {
		if len(s.Without) > 0 {
			return errors.New("nothing of this name can be taken out")
		}
		return nil
	}
	runs, err := l.Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	f := r.Findings(Results(r.Tests(), runs, 0))[0]
	if want := "cannot be run, since hard cannot be composed: nothing of this name can be taken out"; f.Verdict != Undetermined || f.Why != want {
		t.Errorf("%s: %s", f.Verdict, f.Why)
	}
}

// coarser are the same runs, as though they had been lived with fewer people.
func coarser(runs *Runs) *Runs {
	out := *runs
	out.Scale = 800_000
	return &out
}

// The story and the page say all of it.
func TestStoryAndPage(t *testing.T) {
	r, results := try(t, -2, 0.3, 1)
	runs, err := laboratory(planted(-2, 0.3, 1)).Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	f := r.Findings(results)
	story := r.Story(&f[0], runs, nil)
	page := Page{Registry: r, Findings: f, Scores: r.Scores(results), Runs: runs, Pairs: 8, Scale: 400_000, Command: "gosplan claims"}.Markdown()
	for _, c := range []struct{ text, want string }{
		{story, "Verdict: refuted. 0 of 1 tests agree."},
		{story, "The essay loses here."},
		{story, "hard: ussr without Bank.Soft"},
		{story, "   scale      1:400000\n"},
		{r.Story(&f[0], coarser(runs), nil), "   scale      1:800000; registered is 1:400000\n"},
		{story, "smallest   1 (index), fixed before it was run"},
		{story, "The essay above zero (wrong); A rival below zero (right)"},
		{story, "8 pairs, d = -"},
		{story, "Closest: A rival, with 1 of 1."},
		{page, "Of 1 claims: 0 supported, 1 refuted,"},
		{page, "- **E1** It does. Gross domestic product, 1930–1939: 2."},
		{page, " lower under hard than under plan ("},
		{page, "; the essay needs higher."},
		{page, "| TK | The essay | 1 | 0 | 1 | 0 | 0 | 0 to 0."},
		{page, "T1 the same test as E1."},
		{page, "| T1 Does it? | wrong | right |"},
	} {
		if !strings.Contains(c.text, c.want) {
			t.Errorf("%q is not in\n%s", c.want, c.text)
		}
	}
}

func TestHistogram(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		lines  int
	}{
		{"nothing", nil, 0}, {"all alike", []float64{2, 2}, 1}, {"some", []float64{1, 2, 3, 4, 4}, bars},
	} {
		lines := Histogram(c.values)
		counted := 0
		for _, line := range lines {
			words := strings.Fields(line)
			var n int
			fmt.Sscan(words[len(words)-1], &n)
			counted += n
		}
		if len(lines) != c.lines || counted != len(c.values) {
			t.Errorf("%s: %q", c.name, lines)
		}
	}
}

func TestCompare(t *testing.T) {
	r, _ := Read([]byte(small))
	runs, err := laboratory(planted(50, 0.1, 1)).Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Compare(runs, []string{"plan", "hard"}, 1928, 1940)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row.Title == "Growth of GDP" && (row.Cells[0].Seeds != 8 || row.Cells[0].Differs() || row.Cells[1].Differs()) {
			t.Errorf("levels differ, growth does not: %+v", row.Cells)
		}
		if row.Series == "gini" {
			t.Error("a series that no run reports is compared")
		}
	}
	band := runs.BandOf("plan", "gdp", 1927, 1930)
	if !slices.Equal(band.Years, []int{1928, 1929, 1930}) || !(band.Low[0] < band.Middle[0] && band.Middle[0] < band.High[0]) {
		t.Errorf("%+v", band)
	}
}

// What is made by longer work is said of those who work longer than the middle
// economy.
func TestLongerWorkIsSaid(t *testing.T) {
	cell := func(mean float64) Cell { return Cell{Mean: mean, Seeds: 2} }
	for _, c := range []struct {
		name     string
		overtime []Cell
		want     string
	}{
		{"all alike", []Cell{cell(0.05), cell(0.05), cell(0.05)}, ""},
		{"one works little", []Cell{cell(0.05), cell(0.05), cell(0)}, ""},
		{"one a little longer", []Cell{cell(0.05), cell(0.05), cell(0.09)}, ""},
		{"one works longer", []Cell{cell(0.05), cell(0.05), cell(0.27)}, "c has 27 % of overtime over normal time, where the middle economy has 5 %"},
		{"one has no figure", []Cell{cell(0.05), cell(0.05), {Mean: math.NaN()}}, ""},
		{"none has", []Cell{{}, {}, {}}, ""},
	} {
		rows := []ComparedRow{{Indicator: Indicator{Series: "gdp"}}, {Indicator: Indicator{Series: "overtime"}, Cells: c.overtime}}
		if got := Longer(rows, []string{"a", "b", "c"}); got == "" != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Every row stands under one heading, and what rests on assumed weights apart.
func TestComparedRowsStandUnderHeadings(t *testing.T) {
	var rows []ComparedRow
	for _, i := range Indicators {
		n, err := parse(i.expression(1928, 1985))
		if err != nil || n.lacks() != nil {
			t.Errorf("%s: %v, %v", i.Title, err, n.lacks())
		}
		rows = append(rows, ComparedRow{Indicator: i})
	}
	first, weighed := Under(rows, ""), Under(rows, WeightsAssumed)
	if len(first)+len(weighed) != len(rows) {
		t.Errorf("%d and %d rows of %d", len(first), len(weighed), len(rows))
	}
	for _, row := range first {
		if d := row.Definition(); d != nil && strings.Contains(d.Meaning, "weights are assumed") {
			t.Errorf("%s rests on assumed weights and does not stand apart", row.Title)
		}
	}
}

// What does not exist yet is asked for by name, and the claim waits for it.
func TestAClaimWaitsForWhatIsMissing(t *testing.T) {
	text := strings.Replace(small, "hard: {scenario: ussr, without: [Bank.Soft]}", "hard: {scenario: ussr, system: not-yet, since: 1928-01}", 1)
	r, err := Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	runs, err := laboratory(planted(2, 0.3, 1)).Run(context.Background(), r.Arms)
	if err != nil {
		t.Fatal(err)
	}
	f := r.Findings(Results(r.Tests(), runs, 0))[0]
	if f.Verdict != Undetermined || f.Why != "needs the system not-yet" {
		t.Errorf("%s: %s", f.Verdict, f.Why)
	}
}
