package planpage

import (
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"gosplan/plan"
	"gosplan/production"
	"gosplan/sheet"
)

func TestPageSaysWhatWasAskedAndFound(t *testing.T) {
	page := render(t, full())
	for name, want := range map[string]string{
		"the question":           "How many times the needs of all 5 periods",
		"the answer":             "1.12 times the needs of all years can be met.",
		"the certificate":        "no plan can be better by more than 4e-07",
		"the change":             "labour -5% in 1933",
		"what changed":           "The multiple of the needs goes from 1.2 to 1.12 times the needs, by -6.7 %.",
		"what stands in the way": "Bread short by 38.5 kt in 1932.",
		"a remedy":               "add 240 thousand days of labour",
		"a bottleneck":           "labour, 1931",
		"a technique not used":   "steel.electric",
		"a shortfall":            "% short",
		"a small chart":          "80.0 % of the need is met in 1932.",
		"a finding":              "loop consumes more than it makes",
		"a repair":               "set 7 tiny negative inputs to zero",
		"a refusal":              "refused: drops sectors",
		"a check":                "steel in 1932",
		"the flows":              "making other things",
		"the rounds":             "14 rounds in all",
		"the command":            "gosplan plan district.csv --task years",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not tell %s: %q", name, want)
		}
	}
}

func TestPageOfOneYearHasNoColumnOfPeriods(t *testing.T) {
	page := render(t, district(1))
	for _, bad := range []string{">Period<", "Period by period", "What changes", "The rounds"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page of one year shows %q", bad)
		}
	}
}

func TestPageOfAnImpossiblePlanShowsNoOutputs(t *testing.T) {
	in := district(1)
	in.Plan = &plan.Plan{Request: plan.Request{Task: plan.Technique}, Status: plan.Infeasible, Says: "steel is short by 12 kt.", Price: in.Plan.Price, Rent: in.Plan.Rent, Value: math.NaN()}
	page := render(t, in)
	for _, want := range []string{"Steel is short by 12 kt.", "Proved impossible", "verdict infeasible"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, bad := range []string{`id="output"`, `id="flow"`, `id="scarce"`} {
		if strings.Contains(page, bad) {
			t.Errorf("the page of an impossible plan has %s", bad)
		}
	}
}

// The page loads nothing, and names of a table stay text.
func TestPageIsWholeAndSafe(t *testing.T) {
	in := full()
	in.Table.Products[0], in.Table.Title = `<script>alert("coal")</script>`, `<b>&"title"`
	in.Table.Products[6] = "хлеб 面包 " + strings.Repeat("long ", 40)
	page := strings.ReplaceAll(render(t, in), sheet.ShellJS, "")
	for _, bad := range []string{"http://", "https://", "@import", "url(http", `<script>alert`, "<b>&", "NaN", "+Inf", "%!", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if n := strings.Count(page, "<script>"); n != 1 {
		t.Errorf("%d scripts", n)
	}
}

func TestPlanOfAnotherTableIsRefused(t *testing.T) {
	in := district(2)
	in.Plan.Level[0] = in.Plan.Level[0][:3]
	if err := Write(io.Discard, in); err == nil || !strings.Contains(err.Error(), "3 levels") {
		t.Errorf("got %v", err)
	}
	if err := Write(io.Discard, Input{}); err == nil {
		t.Error("a page of nothing was written")
	}
}

// In a table of money what flows into a product is what it is worth, and what
// it is worth flows out of it.
func TestFlowsAddUp(t *testing.T) {
	in := district(1)
	in.Table.Units, in.Table.Unit = nil, "million roubles"
	flows, ok := mainFlows(withSummary(in))
	if !ok {
		t.Fatal("a table in money has no flows")
	}
	into, outof := map[string]float64{}, map[string]float64{}
	for _, f := range flows {
		if f.ToColumn == products {
			into[f.To] += f.Value
		} else {
			outof[f.From] += f.Value
		}
	}
	for name := range into {
		losing := name == "steel" || name == "flour" // their inputs cost more than they make
		if math.Abs(into[name]-outof[name]) > 1e-9*into[name] && (!losing || into[name] < outof[name]) {
			t.Errorf("%s: %g goes in and %g comes out", name, into[name], outof[name])
		}
	}
	in.Table.Unit, in.Plan.Price = "", nil
	if _, ok := mainFlows(withSummary(in)); ok {
		t.Error("unlike things were added up without prices")
	}
}

func withSummary(in Input) Input {
	in.Summary = plan.Summarise(in.Table, in.Plan, mostRows)
	return in
}

func TestMarksAreShort(t *testing.T) {
	for _, c := range []struct {
		v, step float64
		want    string
	}{{0, 1e6, "0"}, {500, 100, "500"}, {9000, 1000, "9000"}, {20000, 5000, "20 k"}, {2.5e6, 5e5, "2.5 M"}, {3e9, 1e9, "3 G"}} {
		if got := short(c.v, c.step, false); got != c.want {
			t.Errorf("%g is written %q, want %q", c.v, got, c.want)
		}
	}
}

// Every id is there once, and every link of the contents leads somewhere.
func TestLinksLeadSomewhere(t *testing.T) {
	page := render(t, full())
	ids := map[string]int{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		ids[m[1]]++
	}
	for id, n := range ids {
		if n != 1 {
			t.Errorf("id %s stands %d times", id, n)
		}
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] == 0 {
			t.Errorf("the link to #%s leads nowhere", m[1])
		}
	}
}

// However many products a table has and however few of them carry value, each
// has one bar of its own or stands among the others.
func TestEveryProductHasOneBar(t *testing.T) {
	for _, c := range []struct{ products, worth, bars int }{
		{10, 10, 10}, {13, 13, 13}, {13, 4, 4}, {14, 14, 12}, {14, 13, 12}, {20, 12, 12}, {20, 11, 11}, {20, 9, 9}, {20, 1, 1}, {20, 0, 0},
	} {
		made := make([]float64, c.products)
		for i := range c.worth {
			made[i] = float64(1 + i)
		}
		s := sorter{t: &production.Table{N: c.products}, worth: ones(c.products)}
		s.choose(Input{Summary: &plan.Summary{Products: []*plan.Uses{{Made: made, Import: make([]float64, c.products)}}}})
		if len(s.names) != c.bars+1 {
			t.Errorf("%+v: %d bars: %q", c, len(s.names)-1, s.names)
		}
		own := map[int32]int{}
		for _, bar := range s.bar {
			own[bar]++
		}
		for bar := range c.bars {
			if own[int32(bar)] != 1 {
				t.Errorf("%+v: bar %d stands for %d products", c, bar, own[int32(bar)])
			}
		}
	}
}
