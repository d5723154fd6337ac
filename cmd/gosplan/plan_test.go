package main

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/jedib0t/go-pretty/v6/text"

	"gosplan/linalg"
	"gosplan/plan"
	"gosplan/production"
)

func TestEveryVerbOfPlanningHasAnExample(t *testing.T) {
	all := reflect.TypeFor[planVerb]()
	for i := range all.NumField() {
		field := all.Field(i)
		helper, ok := reflect.New(field.Type).Interface().(interface{ Help() string })
		want := "gosplan plan " + strings.ToLower(field.Name)
		if field.Name == "Make" {
			want = "gosplan plan example.csv"
		}
		if !ok || !strings.Contains(helper.Help(), want) || field.Tag.Get("help") == "" {
			t.Errorf("the help of %s has no example with %q", field.Name, want)
		}
	}
}

func TestTaskIsChosenFromWhatTheTableHolds(t *testing.T) {
	table := func(change func(*production.Table)) *production.Table {
		t := &production.Table{N: 2, Products: []string{"flour", "bread"}, Makes: []int32{0, 1}, Input: linalg.New(2, 2), Factors: []string{"land", "Labour (hours)"},
			Periods: []production.Period{{Name: "1931", Capacity: []float64{math.Inf(1), math.Inf(1)}}}}
		change(t)
		return t
	}
	for _, c := range []struct {
		name   string
		change func(*production.Table)
		want   plan.Task
		why    string
	}{
		{"one way each, no limits", func(*production.Table) {}, plan.Balances, "one way"},
		{"two ways", func(t *production.Table) { t.Makes, t.Input = []int32{0, 1, 1}, linalg.New(3, 2) }, plan.Technique, "1 product can be made"},
		{"a limit", func(t *production.Table) { t.Periods[0].Capacity[0] = 5 }, plan.Bundle, "so much of land"},
		{"a limit and tiers", func(t *production.Table) { t.Periods[0].Capacity[0], t.Periods[0].Tier = 5, []int8{1, 2} }, plan.Goals, "weights or tiers"},
		{"a year that was", func(t *production.Table) { t.Ran, t.Periods[0].Capacity[0] = []float64{1, 2}, 5 }, plan.Balances, "what a year made"},
		{"two years", func(t *production.Table) { t.Periods = append(t.Periods, production.Period{}) }, plan.Years, "2 periods"},
	} {
		request, why, err := aim{}.request(table(c.change))
		if err != nil || request.Task != c.want || !strings.Contains(why, c.why) {
			t.Errorf("%s: %s, because %s, %v; want %s", c.name, request.Task, why, err, c.want)
		}
		if request.Factor != 1 {
			t.Errorf("%s: the factor is %d, not labour", c.name, request.Factor)
		}
	}
	if request, _, err := (aim{Task: "balances", Factor: "LAND"}).request(table(func(*production.Table) {})); err != nil || request.Factor != 0 {
		t.Errorf("factor %d, %v", request.Factor, err)
	}
}

// A gap that falls tenfold a second from 1 to 1e-6 takes six seconds.
func TestTimeLeftFollowsTheGap(t *testing.T) {
	c := &pace{tolerance: 1e-6}
	for second := range 3 {
		c.see(plan.Progress{Rounds: second, Residual: 1e-9, Gap: math.Pow(10, -float64(second))}, time.Duration(second)*time.Second)
	}
	if c.left.Round(time.Millisecond) != 4*time.Second {
		t.Errorf("%s left, want 4s", c.left)
	}
	c.see(plan.Progress{Residual: 1, Gap: math.NaN()}, 3*time.Second) // the next part
	c.see(plan.Progress{Residual: .1, Gap: math.NaN()}, 5*time.Second)
	if c.left.Round(time.Millisecond) != 10*time.Second {
		t.Errorf("%s left of the next part, want 10s", c.left)
	}
	c.see(plan.Progress{Residual: math.NaN(), Gap: math.NaN()}, 4*time.Second)
	if c.left >= 0 {
		t.Errorf("%s left of who knows what", c.left)
	}
}

func TestPlanLineFits(t *testing.T) {
	c := &pace{which: "without the change"}
	p := plan.Progress{Rounds: 120, Residual: 1.2e-4, Gap: 3e-2, Left: 90 * time.Second}
	for width := 1; width < 120; width++ {
		if line := c.line(width, p, 5*time.Second); len(line) > width {
			t.Errorf("width %d: %q", width, line)
		}
	}
	wide := c.line(0, p, 5*time.Second)
	for _, want := range []string{"without the change: round 120", "residual 1.2e-04", "gap 3.0e-02", "1m30s left", "5s so far"} {
		if !strings.Contains(wide, want) {
			t.Errorf("%q does not say %q", wide, want)
		}
	}
	if line := c.line(0, plan.Progress{Rounds: 3, Residual: 1, Gap: math.NaN(), Left: -1}, 0); strings.Contains(line, "gap") || strings.Contains(line, "left") {
		t.Errorf("%q tells what is not known", line)
	}
}

// Columns go before lines break, the least important first; the table that was
// given stays as it is.
func TestTablesFitTheTerminal(t *testing.T) {
	l := listing{header: []string{"product", "unit", "gross output", "price"}, least: []string{"unit", "price"},
		rows: [][]string{{"electric power from the river", "MWh", "123456", "0.1234"}, {"bread", "t", "5", "2"}}}
	for width := narrowest; width < 80; width++ {
		var out strings.Builder
		printFitting(&out, width, l)
		if got := text.LongestLineLen(out.String()); got > width {
			t.Errorf("width %d: a line of %d", width, got)
		}
		if !strings.Contains(out.String(), "123456") {
			t.Errorf("width %d: the figure is gone", width)
		}
	}
	if len(l.header) != 4 || l.rows[0][0] != "electric power from the river" {
		t.Errorf("the table was changed: %v", l)
	}
	var out strings.Builder
	printFitting(&out, 53, l)
	if strings.Contains(out.String(), "unit") || !strings.Contains(out.String(), "price") {
		t.Errorf("the wrong column was left out:\n%s", out.String())
	}
}

func TestWholeNumbers(t *testing.T) {
	for text, want := range map[string]int{"1e6": 1_000_000, "250": 250, "0": 0} {
		var n whole
		if err := n.UnmarshalText([]byte(text)); err != nil || int(n) != want {
			t.Errorf("%s is %d, %v", text, n, err)
		}
	}
	for _, text := range []string{"", "many", "1.5", "1e12", "NaN", "inf"} {
		var n whole
		if err := n.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was taken for %d", text, n)
		}
	}
}

func TestWordsAreQuotedForTheShell(t *testing.T) {
	for words, want := range map[string]string{"labour": "labour", "labour -5%": "'labour -5%'", "it's": `'it'\''s'`} {
		if got := quoted(words); got != want {
			t.Errorf("%s is quoted %s, want %s", words, got, want)
		}
	}
}
