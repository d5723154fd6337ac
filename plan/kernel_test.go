package plan

import (
	"context"
	"math"
	"testing"

	"gosplan/linalg"
	"gosplan/production"
)

// Leontief's own example (Input-Output Economics, chapter 2): agriculture and
// manufacture, 55 bushels and 30 yards needed, 300 man-years.
func TestLeontiefsWheatAndCloth(t *testing.T) {
	table := kitchen(t, []recipe{
		{0, []float64{0.25, 0.14}, []float64{0.8}},
		{1, []float64{0.40, 0.12}, []float64{3.6}},
	}, []float64{55, 30}, nil)
	p := made(t, table, Request{Task: Balances})
	proven(t, table, p, 1e-8)
	for i, want := range []float64{100, 50} {
		if !nearly(p.Level[0][i], want, 1e-8) {
			t.Errorf("gross output %d is %v, want %v", i, p.Level[0][i], want)
		}
	}
	if !nearly(p.Value, 260, 1e-8) {
		t.Errorf("labour %v, want 260", p.Value)
	}
}

// Sraffa's economy for production with a surplus (Production of Commodities by
// Means of Commodities, § 5): 280 quarters of wheat and 12 tons of iron make
// 575 quarters; 120 and 8 make 20 tons. The rate of profit is 25 %, and a ton
// of iron is worth 15 quarters.
func TestSraffasWheatAndIron(t *testing.T) {
	table := kitchen(t, []recipe{
		{0, []float64{280.0 / 575, 12.0 / 575}, []float64{1.0 / 575}},
		{1, []float64{120.0 / 20, 8.0 / 20}, []float64{1.0 / 20}},
	}, []float64{175, 0}, nil)
	w, err := Worths(context.Background(), table, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !nearly(w.Profit, 0.25, 1e-8) || !nearly(w.MostProfit, 0.25, 1e-8) || !nearly(w.Price[1]/w.Price[0], 15, 1e-8) {
		t.Errorf("rate of profit %v, at most %v, iron in wheat %v", w.Profit, w.MostProfit, w.Price[1]/w.Price[0])
	}
}

// Corn needs 0.2 corn, 0.1 iron and 1 hour; iron 0.4 corn, 0.3 iron and 2
// hours. By hand: v = (I−A)⁻¹l = (0.9, 2.0)/0.52.
func TestLabourValuesOfTwoSectors(t *testing.T) {
	table := kitchen(t, []recipe{
		{0, []float64{0.2, 0.1}, []float64{1}},
		{1, []float64{0.4, 0.3}, []float64{2}},
	}, []float64{1, 1}, nil)
	p := made(t, table, Request{Task: Balances, Tolerance: 1e-12})
	w, err := Worths(context.Background(), table, 0, []float64{0.3, 0.1})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{0.9 / 0.52, 2.0 / 0.52} {
		if !nearly(p.Price[0][i], want, 1e-11) || math.Abs(w.Value[i]-want) > w.Error[i] || w.Error[i] > 1e-13 || w.Error[i] < 2e-15 { // rounding alone is as much
			t.Errorf("value %d is %v and %v ± %v, want %v", i, p.Price[0][i], w.Value[i], w.Error[i], want)
		}
	}
	a := [2][2]float64{{0.2 + 0.3, 0.1 + 0.1}, {0.4 + 0.6, 0.3 + 0.2}} // with wages in advance
	root := (1 + math.Sqrt(4*a[0][1]*a[1][0])) / 2
	if !nearly(1+w.Profit, 1/root, 1e-9) {
		t.Errorf("rate of profit %v, want %v", w.Profit, 1/root-1)
	}
}

func TestLoopsAndGapsAreFoundAndProved(t *testing.T) {
	for _, c := range []struct {
		name string
		task Task
		from []recipe
		need []float64
		room []float64
		want Status
	}{
		{"corn that eats more corn than it yields", Balances, []recipe{{0, []float64{1.1}, []float64{1}}}, []float64{10}, nil, Infeasible},
		{"corn that eats just itself", Balances, []recipe{{0, []float64{1}, []float64{1}}}, []float64{10}, nil, Infeasible},
		{"two that eat each other", Balances, []recipe{{0, []float64{0, 2}, []float64{1}}, {1, []float64{0.6, 0}, []float64{1}}}, []float64{0, 10}, nil, Infeasible},
		{"a loop that nobody needs", Balances, []recipe{{0, []float64{0.5, 0}, []float64{1}}, {1, []float64{0.5, 1.5}, []float64{1}}}, []float64{10, 0}, nil, Proved},
		{"what nobody makes is needed", Balances, []recipe{{0, []float64{0.5, 0.1}, []float64{1}}}, []float64{10, 0}, nil, Infeasible},
		{"too little labour", Balances, []recipe{{0, []float64{0.5}, []float64{1}}}, []float64{10}, []float64{19}, Infeasible},
		{"just enough labour", Balances, []recipe{{0, []float64{0.5}, []float64{1}}}, []float64{10}, []float64{20}, Proved},
		{"both ways eat too much", Technique, []recipe{{0, []float64{1.1}, []float64{1}}, {0, []float64{1.2}, []float64{2}}}, []float64{10}, nil, Infeasible},
		{"one way eats too much, the other is dear", Technique, []recipe{{0, []float64{1.1}, []float64{1}}, {0, []float64{0.5}, []float64{20}}}, []float64{10}, nil, Proved},
		{"the cheap way needs what nobody makes", Technique, []recipe{{0, []float64{0, 0.1}, []float64{1}}, {0, []float64{0.5, 0}, []float64{20}}}, []float64{10, 0}, nil, Proved},
		{"a dear way that nobody can go, of what nobody needs", Technique, []recipe{{0, []float64{0, 0}, []float64{1}}, {1, []float64{0, 2}, []float64{20}}, {1, []float64{0, 3}, []float64{20}}}, []float64{10, 0}, nil, Proved},
		{"land for half of the cheap way", Technique, []recipe{{0, []float64{0}, []float64{1, 1}}, {0, []float64{0}, []float64{3, 0}}}, []float64{10}, []float64{100, 5}, Proved},
		{"land for the cheap way, labour for the other", Technique, []recipe{{0, []float64{0}, []float64{1, 1}}, {0, []float64{0}, []float64{3, 0}}}, []float64{10}, []float64{19, 5}, Infeasible},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := kitchen(t, c.from, c.need, c.room)
			p := made(t, table, Request{Task: c.task})
			if p.Status != c.want {
				t.Fatalf("%s: %s", p.Status, p.Says)
			}
			proven(t, table, p, 1e-8)
		})
	}
}

// By-products: a technique that makes two products meets needs for both.
func TestByProductsCount(t *testing.T) {
	table := kitchen(t, []recipe{
		{0, []float64{0, 0}, []float64{1}},
		{1, []float64{0.2, 0}, []float64{1}},
	}, []float64{10, 6}, nil)
	var output linalg.Triplets
	output.Add(0, 0, 2)
	output.Add(0, 1, 0.5) // by the way
	output.Add(1, 1, 1)
	var err error
	if table.Output, err = output.Matrix(2, 2); err != nil {
		t.Fatal(err)
	}
	p := made(t, table, Request{Task: Balances})
	proven(t, table, p, 1e-8)
	// 2a − 0.2b = 10 and 0.5a + b = 6.
	if a, b := 11.2/2.1, 6-5.6/2.1; !nearly(p.Level[0][0], a, 1e-8) || !nearly(p.Level[0][1], b, 1e-8) {
		t.Errorf("levels %v, want %v and %v", p.Level[0], a, b)
	}
}

func TestWhatCannotBeAskedIsSaid(t *testing.T) {
	two := []recipe{{0, []float64{0}, []float64{1}}, {0, []float64{0}, []float64{2}}}
	for _, c := range []struct {
		name string
		r    Request
	}{
		{"a factor that there is not", Request{Task: Technique, Factor: 1}},
		{"a negative factor", Request{Task: Technique, Factor: -1}},
		{"a task that there is not", Request{Task: "five"}},
	} {
		if p, err := Make(context.Background(), kitchen(t, two, []float64{1}, nil), c.r); err == nil {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
	if p, err := Make(context.Background(), kitchen(t, two, []float64{0}, []float64{1}), Request{Task: Bundle}); err == nil {
		t.Errorf("a bundle of nothing: %+v", p)
	}
}

func TestBundleStopsWithAProvedPlan(t *testing.T) {
	table, err := production.Generate(production.Synthetic{Seed: 5, Products: 400, Inputs: 10, Techniques: 3, Equipment: 8})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	p, err := Make(ctx, table, Request{Task: Bundle, Progress: func(p Progress) {
		if p.Rounds == 5 {
			stop()
		}
	}})
	if err != nil || p.Status != Stopped || !(p.Scale > 0) || p.Scale > p.Bound {
		t.Fatalf("%+v, %v", p, err)
	}
	best := made(t, table, Request{Task: Bundle})
	if best.Value > p.Bound*(1+1e-9) || best.Value < p.Value*(1-1e-9) {
		t.Errorf("between %v and %v, but the best is %v", p.Value, p.Bound, best.Value)
	}
}

// A plan that goes on from the end of another has hardly anything to do, and
// one that goes on from nonsense comes to the same.
func TestGoingOnFromAPlan(t *testing.T) {
	table, err := production.Generate(production.Synthetic{Seed: 6, Products: 300, Inputs: 10, Techniques: 3, Equipment: 6})
	if err != nil {
		t.Fatal(err)
	}
	for _, task := range []Task{Technique, Bundle} {
		first := made(t, table, Request{Task: task})
		rounds, rest := 0, 0
		made(t, table, Request{Task: task, Progress: func(p Progress) { rounds = p.Rounds }})
		again := made(t, table, Request{Task: task, From: first, Progress: func(p Progress) { rest = p.Rounds }})
		proven(t, table, again, 1e-5)
		if !nearly(first.Value, again.Value, 3e-6) {
			t.Errorf("%s: %v, going on %v", task, first.Value, again.Value)
		}
		nonsense := &Plan{Price: [][]float64{make([]float64, table.N)}, Level: [][]float64{make([]float64, table.Ways())}, Rent: [][]float64{{1e9, 0, 0, 0, 0, 0, 0}}}
		if other := made(t, table, Request{Task: task, From: nonsense}); !nearly(first.Value, other.Value, 3e-6) {
			t.Errorf("%s: %v, going on from nonsense %v", task, first.Value, other.Value)
		}
		if task == Bundle && rest > 2 {
			t.Errorf("%d rounds, going on %d", rounds, rest)
		}
	}
}

// Prices found roughly bound the largest bundle as surely as exact ones, if
// not as closely.
func TestBoundsHoldAtRoughPrices(t *testing.T) {
	table, err := production.Generate(production.Synthetic{Seed: 8, Products: 300, Inputs: 10, Techniques: 3, Equipment: 6})
	if err != nil {
		t.Fatal(err)
	}
	best := made(t, table, Request{Task: Bundle, Tolerance: 1e-8})
	w, err := worksOf(table)
	if err != nil {
		t.Fatal(err)
	}
	credit, _ := w.credits()
	s := &mixing{ctx: context.Background(), residual: 1e-9, mixture: w.mixture(multiply, table.Periods[0].Need, credit, w.unmade(), nil)}
	loose := false
	for step := range 20 {
		rent := make([]float64, len(s.limits))
		for k := range rent {
			rent[k] = best.Rent[0][k] * (1 + 1e-6*float64((k*7+step*3)%5-2))
		}
		if s.c.known = step > 0; !s.priced(rent, 1e-3) {
			t.Fatal("no prices")
		}
		loose = loose || s.share < 1-1e-7
		if bound := s.proved(rent); bound < best.Value*(1-1e-9) {
			t.Fatalf("bound %v, but %v can be had", bound, best.Value)
		}
	}
	if !loose {
		t.Error("no prices were rough")
	}
}

// A loop that eats more than it makes proves nothing where nobody needs it.
func TestRaysAreForNeeds(t *testing.T) {
	table := kitchen(t, []recipe{{0, []float64{1.5, 0}, []float64{1}}, {1, []float64{0, 0.5}, []float64{1}}}, []float64{0, 1}, nil)
	w, err := worksOf(table)
	if err != nil {
		t.Fatal(err)
	}
	c := w.cheapest(nil)
	for _, need := range [][]float64{{0, 1}, {1, 1}} {
		if got, want := c.proves([]float64{1, 0}, need), need[0] > 0; got != want {
			t.Errorf("needs %v: proved %v", need, got)
		}
	}
	if c.proves([]float64{1, 1}, []float64{1, 1}) {
		t.Error("a price that a technique earns something at proves nothing")
	}
}
