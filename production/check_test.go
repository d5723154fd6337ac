package production

import (
	"math"
	"strings"
	"testing"

	"gosplan/linalg"
)

// workshop is a table with nothing odd about it: wheat and iron, each made of
// both, with labour.
func workshop() *Table {
	return &Table{
		Products: []string{"wheat", "iron"}, Units: []string{"quarter", "t"}, N: 2,
		Makes: []int32{0, 1}, Ran: []float64{10, 5},
		Input:   linalg.FromRows([][]float64{{0.2, 0.1}, {0.4, 0.1}}, 2),
		Factors: []string{"labour"}, FactorUnits: []string{"hour"}, Use: linalg.FromRows([][]float64{{3}, {8}}, 1),
		Periods: []Period{{Need: []float64{6, 3.5}, Capacity: []float64{100}}},
	}
}

func TestNothingIsOddAboutAWorkshopInBalance(t *testing.T) {
	for _, f := range Check(workshop()) {
		if f.Kind != "spectral radius" {
			t.Error(f)
		}
	}
}

// What comes from outside counts to what there is.
func TestImportsCountInTheBalance(t *testing.T) {
	table := workshop()
	table.Periods[0].Need[0]++
	table.Periods[0].Import = []float64{1, 0}
	if found := append(Check(table).Of("row imbalance"), Check(table).Of("row rounding")...); found != nil {
		t.Error(found)
	}
}

func TestCheckFinds(t *testing.T) {
	for _, c := range []struct {
		name     string
		plant    func(*Table)
		kind     string
		severity Severity
		where    string
	}{
		{"an input that is no number", func(t *Table) { t.Input.Val[1] = math.NaN() }, "not a number", Fault, "technique wheat, product iron"},
		{"a residue below zero", func(t *Table) { t.Input.Val[1] = -0.003 }, "tiny negative input", Warning, "technique wheat, product iron"},
		{"a by-product written as an input", func(t *Table) { t.Input.Val[1] = -0.3 }, "negative input", Fault, "technique wheat, product iron"},
		{"a stored zero", func(t *Table) { t.Input.Val[1] = 0 }, "zero stored", Note, "technique wheat, product iron"},
		{"a subsidy", func(t *Table) { t.Use.Val[0] = -1 }, "negative use of a factor", Warning, "technique wheat, factor labour"},
		{"a negative capacity", func(t *Table) { t.Periods[0].Capacity[0] = -1 }, "negative amount", Fault, "capacity in period 1 of labour"},
		{"an infinite need", func(t *Table) { t.Periods[0].Need[0] = math.Inf(1) }, "not a number", Fault, "need in period 1 of wheat"},
		{"a need below zero", func(t *Table) { t.Periods[0].Need[0] = -6 }, "negative need", Warning, "need in period 1 of wheat"},
		{"no needs", func(t *Table) { t.Periods[0].Need = nil }, "no needs", Fault, "period 1"},
		{"imports", func(t *Table) { t.Periods[0].Import = []float64{1, 0} }, "imports", Note, "wheat in period 1"},
		{"a share above one", func(t *Table) { t.Depreciation = []float64{10} }, "share out of range", Fault, "depreciation of labour"},
		{"gestation that ends before it begins", func(t *Table) { t.Gestation = []int{-1} }, "negative gestation", Fault, "gestation of labour"},
		{"a tier of zero", func(t *Table) { t.Periods[0].Tier = []int8{0, 1} }, "tier below one", Fault, "tier of wheat in period 1"},
		{"one measure in two units", func(t *Table) { t.Units = []string{"kg", "t"} }, "mixed units", Warning, "product iron"},
		{"a product without a unit", func(t *Table) { t.Units[1] = "" }, "missing unit", Warning, "product iron"},
		{"a table without units", func(t *Table) { t.Units = nil }, "no unit", Note, ""},
		{"a product that nobody makes", func(t *Table) { t.Makes[1] = 0 }, "nobody makes", Fault, "product iron"},
		{"a product only in store", func(t *Table) { t.Makes[1] = 0; t.Stock = []float64{0, 9} }, "only from outside", Note, "product iron"},
		{"a product that nobody uses", func(t *Table) {
			t.Input = linalg.FromRows([][]float64{{0.2, 0}, {0.4, 0}}, 2)
			t.Periods[0].Need[1] = 0
		}, "nobody uses", Warning, "product iron"},
		{"a technique that makes nothing", func(t *Table) { t.Output = linalg.FromRows([][]float64{{1, 0}, {0, 0}}, 2) }, "makes nothing", Fault, "technique iron"},
		{"a technique that uses nothing", func(t *Table) {
			t.Input = linalg.FromRows([][]float64{{0.2, 0.1}, {0, 0}}, 2)
			t.Use = linalg.FromRows([][]float64{{3}, {0}}, 1)
		}, "made of nothing", Warning, "technique iron"},
		{"goods that were used and not made", func(t *Table) {
			t.Input = linalg.FromRows([][]float64{{0.2, 0.1}, {0, 0}}, 2)
			t.Use = linalg.FromRows([][]float64{{3}, {0}}, 1)
			t.Ran[1] = 0
		}, "used, not made", Warning, "product iron"},
		{"a sector in which nothing happens", func(t *Table) {
			t.Input = linalg.FromRows([][]float64{{0.2, 0}, {0, 0}}, 2)
			t.Use = linalg.FromRows([][]float64{{3}, {0}}, 1)
			t.Ran[1], t.Periods[0].Need[1] = 0, 0
		}, "empty sector", Warning, "product iron"},
		{"a factor of which there is none", func(t *Table) { t.Periods[0].Capacity[0] = 0 }, "no capacity", Warning, "factor labour"},
		{"a factor that nothing occupies", func(t *Table) { t.Use = nil }, "idle factor", Note, "factor labour"},
		{"one name for two products", func(t *Table) { t.Products[1] = "wheat" }, "same name twice", Warning, "product wheat"},
		{"one recipe under two names", func(t *Table) {
			t.Makes = []int32{0, 0, 1}
			t.Techniques = []string{"field", "meadow", "forge"}
			t.Input = linalg.FromRows([][]float64{{0.2, 0.1}, {0.2, 0.1}, {0.4, 0.1}}, 2)
			t.Use = linalg.FromRows([][]float64{{3}, {3}, {8}}, 1)
			t.Ran = nil
		}, "same recipe twice", Warning, "technique meadow"},
		{"output below zero", func(t *Table) { t.Ran[0] = -10 }, "negative output", Fault, "technique wheat"},
		{"a row that does not add up", func(t *Table) { t.Periods[0].Need[0] = 5 }, "row imbalance", Warning, "product wheat"},
		{"a row that misses by rounding", func(t *Table) { t.Periods[0].Need[0] = 6.01 }, "row rounding", Note, "product wheat"},
		{"value added that is missing", func(t *Table) {
			t.Unit, t.Units, t.FactorUnits = "million", nil, []string{"million"}
			t.Use = linalg.FromRows([][]float64{{0.7}, {0.3}}, 1)
		}, "column imbalance", Warning, "technique iron"},
		{"inputs dearer than the output", func(t *Table) {
			t.Unit, t.Units = "million", nil
			t.Input = linalg.FromRows([][]float64{{0.2, 0.1}, {0.95, 0.1}}, 2)
		}, "column sum above one", Warning, "technique iron"},
		{"coefficients too far apart", func(t *Table) { t.Input.Val[1] = 1e-14 }, "wide range", Warning, "technique iron, input of wheat"},
		{"parts that do not fit together", func(t *Table) { t.Makes = t.Makes[:1] }, "shape", Fault, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := workshop()
			c.plant(table)
			found := Check(table).Of(c.kind)
			if len(found) != 1 {
				t.Fatalf("%d findings of %q in %v", len(found), c.kind, Check(table))
			}
			if f := found[0]; f.Severity != c.severity || f.Where != c.where || f.Count < 1 || f.What == "" && f.Kind != "shape" {
				t.Errorf("found %+v, want a %s at %q", f, c.severity, c.where)
			}
		})
	}
}

// Findings come worst first, and each says how it can be mended or needs no
// mending.
func TestFindingsComeWorstFirst(t *testing.T) {
	table := workshop()
	table.Periods[0].Need[0], table.Input.Val[0], table.Units[1] = 5, -0.5, ""
	found := Check(table)
	for at, f := range found {
		if at > 0 && f.Severity > found[at-1].Severity {
			t.Errorf("%v comes after %v", f, found[at-1])
		}
		if f.Severity > Note && f.Mend == "" {
			t.Errorf("%v does not say how to mend it", f)
		}
	}
	if found.Worst() != Fault {
		t.Errorf("the worst is a %v", found.Worst())
	}
	if text := found[0].String(); !strings.HasPrefix(text, "fault: negative input: technique wheat, product wheat: ") {
		t.Error(text)
	}
}
