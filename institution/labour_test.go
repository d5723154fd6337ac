package institution

import (
	"math"
	"testing"

	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/mechanism"
	"gosplan/scenario"
	"gosplan/unit"
)

// A scale is in force at once where there was none, comes branch by branch where
// there was another, and is gone at once where none is set.
func TestScaleOfPay(t *testing.T) {
	for _, c := range []struct {
		name        string
		before, set float64
		months      int
		want        float64
	}{
		{"the first scale", 0, 3, 1, 3},
		{"another scale, after a month", 3, 2, 1, 2.9},
		{"and after two years", 3, 2, 24, 2 + math.Pow(0.9, 24)},
		{"the same scale", 3, 3, 12, 3},
		{"no scale any more", 3, 0, 1, 0},
		{"none before or after", 0, 0, 12, 0},
	} {
		i := &Labour{Scale: mechanism.PayScale{Span: c.set, Grades: 6, Pieces: 0.5}}
		i.Rewrite = 0.1
		terms := &economy.Terms{Span: c.before}
		for range c.months {
			i.scale(terms)
		}
		if math.Abs(terms.Span-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, terms.Span, c.want)
		}
		if terms.Grades != 6 || terms.Pieces != 0.5 {
			t.Errorf("%s: %v grades and %v by the piece", c.name, terms.Grades, terms.Pieces)
		}
	}
}

// Posts are held to the plan for labour where there is one, by workplaces and not by
// who is there; leaders can let what is beyond it pass.
func TestPlanForLabour(t *testing.T) {
	limit := mechanism.StaffLimit{Norm: 1.2, Room: 0.1, Reach: 1}
	for _, c := range []struct {
		name   string
		limit  mechanism.StaffLimit
		waived float64
		want   [2]int64
	}{
		{"no plan for labour", mechanism.StaffLimit{}, 0, [2]int64{150, 90}},
		{"a plan", limit, 0, [2]int64{82, 82}},
		{"let pass", limit, 1, [2]int64{150, 90}},
	} {
		w := &economy.World{Decided: &scenario.Decided{LimitsWaived: scenario.Path{1917: c.waived}}, StartYear: 1917}
		s := &economy.State{Enterprise: []economy.Enterprise{
			{Staff: 100, Wanted: 150, Posts: 100e-6},
			{Staff: 50, Wanted: 90, Posts: 100e-6},
		}}
		(&Labour{Limit: c.limit}).Allow(w, s)
		if got := [2]int64{s.Enterprise[0].Wanted, s.Enterprise[1].Wanted}; got != c.want {
			t.Errorf("%s: posts %v, want %v", c.name, got, c.want)
		}
	}
}

// What is withheld of wages is the treasury's, to the kopeck, and wages are counted in full.
func TestTaxAndBondsAreWithheld(t *testing.T) {
	for _, c := range []struct{ tax, bonds, want float64 }{
		{0, 0, 0}, {0.1, 0, 0.1}, {0, 0.05, 0.05}, {0.1, 0.05, 0.15}, {0.1, -0.02, 0.08},
	} {
		w, s := country(12)
		w.Decided.IncomeTax, w.Decided.StateLoans = scenario.Path{1: c.tax}, scenario.Path{1: c.bonds}
		for k := range s.Cell {
			if _, g := economy.CellOf(k); g == economy.Office {
				s.Cell[k].Staff = 0
			}
		}
		before := s.Centre.Treasury.Held()
		(&Labour{LabourPractice: LabourPractice{RateMost: 2}}).Pay(w, s, &Bank{})
		if got := float64(s.Centre.Treasury.Held()-before) / s.Year.Wages; math.Abs(got-c.want) > 1e-6 {
			t.Errorf("tax %v and bonds %v take %v of wages, want %v", c.tax, c.bonds, got, c.want)
		}
		books(t, s)
	}
}

// Who works for another cell of his region is paid by those he works for, into the purse of his own.
func TestWagesFollowWhoIsLent(t *testing.T) {
	w, s := country(12)
	w.Decided.IncomeTax = scenario.Path{1: 0.1}
	s.Enterprise = s.Enterprise[:0]
	for c := range s.Cell {
		s.Cell[c] = economy.CellState{}
	}
	for k, staff := range []int64{70, 50, 20} { // two lend 30 and 50, the third has 20 of them and a branch without enterprises none
		s.Enterprise = append(s.Enterprise, economy.Enterprise{Good: economy.FirstBranch + economy.Good(k), Staff: staff, Wage: 100})
		s.Cell[k].Staff, s.Cell[k].Lent = []int64{100, 100, 0}[k], []int64{30, 50, -20}[k]
	}
	s.Enterprise = append(s.Enterprise, economy.Enterprise{Good: economy.FirstBranch + 3, Staff: 60, Wage: 200})
	s.Cell[3].Staff, s.Cell[3].Lent = 0, -60
	(&Labour{LabourPractice: LabourPractice{RateMost: 2}}).Pay(w, s, &Bank{})
	for k, want := range []unit.Kopecks{6300 + 3*1575, 4500 + 5*1575, 0, 0} { // nine tenths of 2000 and 12000, by who lent
		if got := s.Cell[k].Purse.Held(); got != want {
			t.Errorf("branch %d has %d to pay out, want %d", k, got, want)
		}
	}
	if s.Cell[0].Wage != 100 || s.Cell[3].Wage != 200 {
		t.Errorf("wages are %v and %v", s.Cell[0].Wage, s.Cell[3].Wage)
	}
}

// Tariffs rise by the usual where money and goods balance, by less where money
// has found no goods, unless that is let pass, and by more where goods lie in shops.
func TestTariffsBalanceMoneyAndGoods(t *testing.T) {
	for _, c := range []struct {
		name                    string
		balance, supplied, idle float64
		waived                  float64
		want                    float64
	}{
		{"nobody draws up balances", 0, 0.5, 0, 0, 0.02},
		{"balance", 0.1, 1, 0, 0, 0.02},
		{"money without goods", 0.1, 0.9, 0, 0, 0.02 + 0.1*math.Log(0.9)},
		{"let pass", 0.1, 0.9, 0, 1, 0.02},
		{"no tariff is cut", 0.1, 0.3, 0, 0, 0},
		{"goods without money", 0.1, 1, 0.5, 0, 0.02 + 0.1*math.Log(1.25)},
		{"many of them", 0.1, 1, 1000, 0, 0.2},
	} {
		s := &economy.State{}
		s.Centre.Meant, s.Centre.Supplied = 1e12, c.supplied*1e12
		s.Shop[0].Price[economy.Consumer], s.Shop[0].Meant[economy.Consumer] = 1e10, 1e10
		var tally ledger.Tally
		tally.Make(&s.Shop[0].Stock[economy.Consumer], 3+c.idle*100)
		i := &Labour{Balance: c.balance, LabourPractice: LabourPractice{Shelved: 3, SellOff: 0.5, TariffMost: 0.2}}
		if got := i.planned(s, 0.02, 0, c.waived); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: tariffs rise by %v, want %v", c.name, got, c.want)
		}
	}
}

// Lists of wages rise by their own pace and by a part of the growth that is planned.
func TestWagesFollowThePlan(t *testing.T) {
	for _, c := range []struct{ tariff, part, growth, want float64 }{
		{0, 0, 0.12, 0}, {0.024, 0, 0.12, 0.024}, {0, 0.5, 0.12, 0.06}, {0.024, 0.5, 0.12, 0.084}, {0, 0.5, 0, 0},
	} {
		w, s := country(12)
		w.Decided.PlannedGrowth = scenario.Path{1: c.growth}
		before := s.Enterprise[0].Wage
		(&Labour{Tariff: c.tariff, Part: c.part}).Rule(w, s, &mechanism.PartialReform{})
		if got := 12 * (s.Enterprise[0].Wage/before - 1); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%+v: wages rise by %v a year", c, got)
		}
	}
}

// Wages rise in full, slower or no more by what a year's bill of them is worth over the
// product; where nothing holds them back, whatever it is.
func TestTheBillHoldsWagesBack(t *testing.T) {
	for _, c := range []struct {
		name             string
		from, most, over float64 // bill over product
		want             float64
	}{
		{"a small bill", 1, 2, 0.6, 1},
		{"a bill of the product", 1, 2, 1, 1},
		{"half way", 1, 2, 1.5, 0.5},
		{"another way", 0.5, 1.5, 1.25, 0.25},
		{"the most", 1, 2, 2, 0},
		{"beyond it", 1, 2, 5, 0},
		{"nothing holds them", 0, 0, 5, 1},
	} {
		s := &economy.State{Enterprise: []economy.Enterprise{{Wage: c.over * economy.KopecksPerPoint / 12, Staff: 1}}}
		s.Centre.GDP, s.Centre.Prices = 1, 1
		if got := (&Labour{BillFrom: c.from, BillMost: c.most}).sober(s); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// Pay is set where it goes by tariffs, whether or not anybody can be dismissed, and then by
// those who govern.
func TestWhoSetsPay(t *testing.T) {
	grades := mechanism.PayScale{Span: 3, Grades: 8}
	for _, c := range []struct {
		name string
		i    Labour
		set  bool
	}{
		{"tariffs and a right to a job", Labour{Scale: grades, JobRight: mechanism.JobRight{Protection: 1}}, true},
		{"tariffs alone", Labour{Scale: grades}, true},
		{"tariffs of branches", Labour{Grade: [economy.Goods]float64{economy.Fuel: 1.4}}, true},
		{"free wages and a right to a job", Labour{Phillips: 0.3, JobRight: mechanism.JobRight{Protection: 1}}, false},
		{"free wages, with grades", Labour{Phillips: 0.3, Scale: grades}, false},
		{"a scale that nobody graded", Labour{Scale: mechanism.PayScale{Span: 2.4}}, false},
		{"nothing", Labour{}, false},
	} {
		w, s := country(12)
		c.i.Rewrite, c.i.Habit = 1, 36
		s.Polity.Governs, s.Polity.Policy[economy.SkillPay] = 1, 0.17
		c.i.Rule(w, s, &mechanism.PartialReform{})
		if got := s.Terms.Premium == 0.17; got != c.set || got != c.i.Tariffs() {
			t.Errorf("%s: premium %v", c.name, s.Terms.Premium)
		}
	}
}
