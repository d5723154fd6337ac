package plan

import (
	"bytes"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// smithyYear is the smithy's first year, and its cheapest plan in labour,
// worked out by hand: iron by the new technique, at 1.5·1 + 2 = 3.5 hours,
// bread at 0.5 + 0.01·3.5 = 0.535, so 3.5 + 5.35 = 8.85 hours in all.
func smithyYear() Side {
	t := smithy()
	t.Periods = t.Periods[:1]
	return Side{t, &Plan{
		Request: Request{Task: Technique}, Status: Proved, Scale: 1,
		Level: [][]float64{{1.65, 0, 1.1, 10}}, Price: [][]float64{{1, 3.5, 0.535, 0}}, Rent: [][]float64{{0, 0}},
		Value: 8.85, Bound: 8.85,
	}}
}

func alike(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a), math.Abs(b)) }

func TestWhatIsMadeIsUsedUpNeededOrLeft(t *testing.T) {
	s := smithyYear()
	u := UsesOf(s.Table, s.Plan, 0)
	for _, c := range []struct {
		name      string
		got, want []float64
	}{
		{"made", u.Made, []float64{1.65, 1.1, 10, 0}},
		{"used up", u.Input, []float64{1.65, 0.1, 0, 0.715}},
		{"wanted", u.Wanted, []float64{0, 1, 10, 0}},
		{"from store", u.FromStore, []float64{0, 0, 0, 8}},
		{"left", u.Left, []float64{0, 0, 0, 9.285}},
	} {
		for i := range c.want {
			if !alike(c.got[i], c.want[i]) {
				t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
				break
			}
		}
	}
	f := FactorsOf(s.Table, s.Plan, 0)
	if !alike(f.Used[0], 8.85) || !alike(f.Used[1], 1) || !alike(f.There[1], 4) {
		t.Errorf("factors %+v", f)
	}
}

func TestStandingCapacityWearsAndGrows(t *testing.T) {
	table := smithy()
	table.Periods[1].Capacity = []float64{10, 1}
	table.Gestation = []int{0, 1}
	got := Standing(table, [][]float64{{0, 6}, {7, 0}})
	if want := [][]float64{{100, 4}, {117, 9}}; !reflect.DeepEqual(got, want) {
		t.Errorf("there is %v, want %v", got, want)
	}
}

func TestTechniqueOutOfUseSaysWhatItLacks(t *testing.T) {
	s := smithyYear()
	sum := Summarise(s.Table, s.Plan, 5)
	if len(sum.Swaps) != 1 || sum.Swaps[0].Name != "iron.old" || !alike(sum.Swaps[0].Loss, 2.5) || !alike(sum.Swaps[0].Cheaper, 2.5/6) {
		t.Errorf("swaps %+v", sum.Swaps)
	}
	if sum.Objective != "labour used" || sum.Unit != "hours" {
		t.Errorf("the plan counts %s in %s", sum.Objective, sum.Unit)
	}
	if sum.Imports[0].Name != "bread" || !alike(sum.Imports[0].Percent, 0.0535) {
		t.Errorf("imports %+v", sum.Imports)
	}
	if len(sum.Bottlenecks) != 0 {
		t.Errorf("nothing is scarce, and yet %+v", sum.Bottlenecks)
	}
}

func TestBottlenecksAreRankedByWhatAPerCentOfThemIsWorth(t *testing.T) {
	s := smithyYear()
	s.Table.Stock = []float64{0, 0, 0, 0.5}
	s.Table.Periods[0].Import = nil
	s.Plan.Rent = [][]float64{{0.01, 0.5}}
	s.Plan.Price[0][3] = 3
	sum := Summarise(s.Table, s.Plan, 5)
	var got []string
	for _, b := range sum.Bottlenecks {
		got = append(got, string(b.Kind)+" "+b.Name)
	}
	if want := []string{"factor ovens", "supply oil", "factor labour"}; !slices.Equal(got, want) {
		t.Errorf("scarce: %v, want %v", got, want)
	}
	if b := sum.Bottlenecks[0]; !alike(b.Share, 0.5*4/8.85) {
		t.Errorf("a per cent of ovens is worth %g %%", b.Share)
	}
}

func TestComparisonSaysWhatChanged(t *testing.T) {
	before, after := smithyYear(), smithyYear()
	changes, err := ParseChange("technique iron.new without", after.Table)
	if err != nil {
		t.Fatal(err)
	}
	if after.Table, err = changes[0].Apply(after.Table); err != nil {
		t.Fatal(err)
	}
	after.Plan = &Plan{Request: before.Plan.Request, Status: Proved, Scale: 1, Value: 11.6, Bound: 11.6,
		Level: [][]float64{{2.2, 1.1, 10}}, Price: [][]float64{{1, 6, 0.56, 0}}, Rent: [][]float64{{0, 0}}}
	c := Compare(before, after, 10)
	words := strings.Join(c.Words, "\n")
	for _, want := range []string{"labour used goes from 8.85 to 11.6 hours, by +31.1 %", "Made more: ore +33.3 %", "Into use: iron.old", "Out of use: iron.new"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q does not say %q", words, want)
		}
	}
	if same := Compare(before, before, 10); len(same.Differences) != 0 || !strings.Contains(same.Words[0], "stays at") {
		t.Errorf("a plan differs from itself: %+v", same)
	}
}

func TestComparisonWithAnImpossiblePlanSaysOnlyThat(t *testing.T) {
	before, after := smithyYear(), smithyYear()
	after.Plan = &Plan{Request: before.Plan.Request, Status: Infeasible, Says: "ore is short by 3 t.", Level: before.Plan.Level}
	c := Compare(before, after, 10)
	if len(c.Words) != 1 || c.Words[0] != "What was possible no longer is: ore is short by 3 t." || len(c.Differences) != 0 {
		t.Errorf("got %q", c.Words)
	}
}

// A capacity that says what the year used is a figure, one that says more is a
// limit.
func TestReportedCapacityIsNoLimit(t *testing.T) {
	table := smithyYear().Table
	table.Ran = []float64{20, 10, 0, 80}
	table.Periods[0].Capacity = []float64{100, 9}
	lifted, names := WithoutReported(table)
	if !slices.Equal(names, []string{"labour"}) || !math.IsInf(Standing(lifted, nil)[0][0], 1) || Standing(lifted, nil)[0][1] != 9 {
		t.Errorf("lifted %v, there is %v", names, Standing(lifted, nil))
	}
	if table.Periods[0].Capacity[0] != 100 {
		t.Error("the table was changed")
	}
	table.Ran = nil
	if _, names := WithoutReported(table); names != nil {
		t.Errorf("lifted %v of a table that reports nothing", names)
	}
}

// Whatever a task answers for the smithy can be stored and read back.
func TestPlansOfEveryTaskCanBeStored(t *testing.T) {
	for _, task := range Tasks {
		table := smithy()
		if task == Balances || task == Bundle || task == Technique {
			table = smithyYear().Table
		}
		table.Periods[0].Tier, table.Periods[0].Weight = []int8{1, 1, 2, 2}, []float64{0, 1, 1, 0}
		p, err := Make(t.Context(), table, Request{Task: task})
		if err != nil {
			continue // not for this table
		}
		var file bytes.Buffer
		if err := (&Stored{Plan: p}).Write(&file); err != nil {
			t.Errorf("%s: %v", task, err)
			continue
		}
		once := file.String()
		back, err := ReadStored(&file)
		if err != nil {
			t.Errorf("%s: %v", task, err)
			continue
		}
		var again strings.Builder
		if back.Write(&again); again.String() != once {
			t.Errorf("%s: written again it is another plan", task)
		}
	}
}

func TestStoredPlanComesBackToTheLastBit(t *testing.T) {
	s := smithyYear()
	s.Plan.Bound, s.Plan.Tiers, s.Plan.Rounds = math.Inf(-1), []float64{1.0 / 3}, []Round{{Imbalance: math.NaN(), Value: 1}}
	s.Plan.Level[0][1] = math.Nextafter(0.1, 1)
	var file bytes.Buffer
	if err := (&Stored{Program: "test", Tables: []string{"smithy.csv"}, Table: Fingerprint(s.Table), Plan: s.Plan}).Write(&file); err != nil {
		t.Fatal(err)
	}
	back, err := ReadStored(&file)
	if err != nil {
		t.Fatal(err)
	}
	if !math.IsNaN(back.Plan.Rounds[0].Imbalance) {
		t.Errorf("what is no number came back as %g", back.Plan.Rounds[0].Imbalance)
	}
	back.Plan.Rounds, s.Plan.Rounds = nil, nil
	if !reflect.DeepEqual(back.Plan, s.Plan) {
		t.Errorf("came back as %+v", back.Plan)
	}
	for _, text := range []string{"", "{}", "[]", `{"gosplan_plan":99}`, `{"gosplan_plan":1}`, `{"gosplan_plan":1,"plan":{"value":"much"}}`} {
		if _, err := ReadStored(strings.NewReader(text)); err == nil {
			t.Errorf("%q was taken for a stored plan", text)
		}
	}
	if err := back.Plan.Fits(smithy()); err == nil {
		t.Error("a plan of one year fits a table of two")
	}
}

func TestFingerprintSeesEveryNumber(t *testing.T) {
	first := Fingerprint(smithy())
	if first != Fingerprint(smithy()) {
		t.Error("the same table has two fingerprints")
	}
	for i, text := range []string{"labour -1%", "need bread +1% in 1932", "stock oil +1", "import oil +1 in 1932", "yield iron +1%", "technique iron.old without"} {
		table := smithy()
		changes, err := ParseChange(text, table)
		if err != nil {
			t.Fatal(err)
		}
		changed, err := changes[0].Apply(table)
		if err != nil {
			t.Fatal(err)
		}
		if Fingerprint(changed) == first {
			t.Errorf("change %d, %s, leaves the fingerprint as it is", i, text)
		}
	}
}
