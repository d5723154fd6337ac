package plan

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gosplan/linalg"
	"gosplan/production"
)

// A recipe is one technique of a small table.
type recipe struct {
	makes int
	input []float64 // [product]
	use   []float64 // [factor]
}

// kitchen is a table of one period.
func kitchen(t interface{ Fatal(...any) }, recipes []recipe, need, capacity []float64) *production.Table {
	table := &production.Table{N: len(need), Periods: []production.Period{{Need: need, Capacity: capacity}}}
	var input, use linalg.Triplets
	factors := 0
	for way, r := range recipes {
		table.Makes = append(table.Makes, int32(r.makes))
		for i, v := range r.input {
			if v != 0 {
				input.Add(way, i, v)
			}
		}
		for f, v := range r.use {
			if v != 0 {
				use.Add(way, f, v)
			}
		}
		factors = max(factors, len(r.use))
	}
	for _, name := range []string{"labour", "land", "machines"}[:factors] {
		table.Factors = append(table.Factors, name)
	}
	var err, other error
	table.Input, err = input.Matrix(len(recipes), len(need))
	table.Use, other = use.Matrix(len(recipes), factors)
	if err != nil || other != nil {
		t.Fatal(err, other)
	}
	return table
}

func made(t interface{ Fatal(...any) }, table *production.Table, r Request) *Plan {
	p, err := Make(context.Background(), table, r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// surplus is what the balances of the only period leave over at a level, by
// product, and what they turn over.
func surplus(table *production.Table, p *Plan) (left, turned []float64) {
	left, turned = make([]float64, table.N), make([]float64, table.N)
	add := func(i int, v float64) { left[i] += v; turned[i] += math.Abs(v) }
	for way, x := range p.Level[0] {
		cols, vals := table.Input.Row(way)
		for k, col := range cols {
			add(int(col), -vals[k]*x)
		}
		if table.Output == nil {
			add(int(table.Makes[way]), x)
			continue
		}
		cols, vals = table.Output.Row(way)
		for k, col := range cols {
			add(int(col), vals[k]*x)
		}
	}
	for i := range left {
		add(i, -p.Scale*table.Periods[0].Need[i])
		for _, from := range [][]float64{table.Periods[0].Import, table.Stock} {
			if from != nil {
				add(i, from[i])
			}
		}
		if table.Terminal != nil {
			add(i, -table.Terminal[i])
		}
	}
	return left, turned
}

// loss is what a technique loses at prices and rents, and what it turns over.
func loss(table *production.Table, p *Plan, way int) (left, turned float64) {
	add := func(v float64) { left += v; turned += math.Abs(v) }
	cols, vals := table.Input.Row(way)
	for k, col := range cols {
		add(vals[k] * p.Price[0][col])
	}
	cols, vals = table.Use.Row(way)
	for k, col := range cols {
		add(vals[k] * p.Rent[0][col])
	}
	if table.Output == nil {
		add(-p.Price[0][table.Makes[way]])
		return left, turned
	}
	cols, vals = table.Output.Row(way)
	for k, col := range cols {
		add(-vals[k] * p.Price[0][col])
	}
	return left, turned
}

// outside is what imports, stocks and capacities are worth, less what is to be
// left in store.
func outside(table *production.Table, p *Plan) float64 {
	worth := 0.0
	for f, c := range table.Periods[0].Capacity {
		if p.Rent[0][f] > 0 {
			worth += p.Rent[0][f] * c
		}
	}
	for i, price := range p.Price[0] {
		for _, from := range [][]float64{table.Periods[0].Import, table.Stock} {
			if from != nil {
				worth += price * from[i]
			}
		}
		if table.Terminal != nil {
			worth -= price * table.Terminal[i]
		}
	}
	return worth
}

// proven tests the proof of a plan from the table's numbers.
func proven(t interface{ Fatalf(string, ...any) }, table *production.Table, p *Plan, tolerance float64) {
	if p.Price == nil || p.Status != Proved && p.Status != Infeasible {
		t.Fatalf("%s: %s (value %v, bound %v)", p.Status, p.Says, p.Value, p.Bound)
	}
	least := min(slices.Min(p.Price[0]), slices.Min(append([]float64{0}, p.Rent[0]...)))
	if least < 0 {
		t.Fatalf("a price or rent of %v", least)
	}
	factor := func(way int) float64 { return table.Use.At(way, p.Request.Factor) }
	for way := range table.Makes {
		left, turned := loss(table, p, way)
		if p.Status == Proved && p.Request.Task != Bundle {
			left, turned = left+factor(way), turned+factor(way)
		}
		if left < -tolerance*turned {
			t.Fatalf("technique %d earns %v of %v", way, -left, turned)
		}
	}
	needs := linalg.Dot(p.Price[0], table.Periods[0].Need)
	bound := needs - outside(table, p)
	switch {
	case p.Status == Infeasible:
		if !(bound > 0) {
			t.Fatalf("a ray that is worth %v", bound)
		}
		return
	case p.Request.Task == Bundle:
		bound = outside(table, p) / needs
	}
	left, turned := surplus(table, p)
	for i := range left {
		if left[i] < -tolerance*turned[i]-1e-25 {
			t.Fatalf("product %d falls short by %v of %v", i, -left[i], turned[i])
		}
	}
	for f, c := range table.Periods[0].Capacity {
		used := 0.0
		for way, x := range p.Level[0] {
			used += x * table.Use.At(way, f)
		}
		if used > c*(1+tolerance) {
			t.Fatalf("factor %d: %v used of %v", f, used, c)
		}
	}
	if slices.Min(p.Level[0]) < 0 {
		t.Fatalf("levels %v", p.Level[0])
	}
	value := p.Scale
	if p.Request.Task != Bundle {
		value = 0
		for way, x := range p.Level[0] {
			value += x * factor(way)
		}
	}
	if size := max(math.Abs(value), math.Abs(bound)); math.Abs(value-bound) > tolerance*size || math.Abs(value-p.Value) > tolerance*size {
		t.Fatalf("value %v, told %v, bound %v", value, p.Value, bound)
	}
}

func nearly(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance*max(math.Abs(a), math.Abs(b))
}

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
		if !nearly(p.Price[0][i], want, 1e-11) || math.Abs(w.Value[i]-want) > w.Error[i] || w.Error[i] > 1e-13 {
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

// With one primary factor the cheapest techniques do not depend on what is
// needed.
func TestNonSubstitution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 3)
		table.Periods[0].Capacity = nil
		first := made(t, table, Request{Task: Technique})
		proven(t, table, first, 1e-9)
		for i := range table.Periods[0].Need {
			table.Periods[0].Need[i] = hundredths(t, 0.1, 100, "other need")
		}
		other := made(t, table, Request{Task: Technique})
		for i, p := range first.Price[0] {
			if !nearly(p, other.Price[0][i], 1e-9) {
				t.Fatalf("price %d is %v, with other needs %v", i, p, other.Price[0][i])
			}
		}
	})
}

// anyTable draws a table of labour and land with some techniques a product, in
// any order, all of which can be used together.
func anyTable(t *rapid.T, most int) *production.Table {
	n := rapid.IntRange(1, 6).Draw(t, "products")
	var recipes []recipe
	need := make([]float64, n)
	for i := range n {
		need[i] = hundredths(t, 0, 50, "need")
		for range rapid.IntRange(1, most).Draw(t, "techniques") {
			r := recipe{i, make([]float64, n), []float64{hundredths(t, 0.1, 5, "labour"), hundredths(t, 0, 5, "land")}}
			for j := range r.input {
				r.input[j] = max(0, hundredths(t, -1, 1, "input")) * 0.9 / float64(n)
			}
			at := rapid.IntRange(0, len(recipes)).Draw(t, "at")
			recipes = slices.Insert(recipes, at, r)
		}
	}
	need[0]++
	return kitchen(t, recipes, need, []float64{hundredths(t, 50, 500, "hours"), hundredths(t, 50, 500, "hectares")})
}

// hundredths draws a number of two decimals.
func hundredths(t *rapid.T, from, to float64, name string) float64 {
	return float64(rapid.IntRange(int(math.Round(100*from)), int(math.Round(100*to))).Draw(t, name)) / 100
}

func TestEveryPlanIsProved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 3)
		if rapid.Bool().Draw(t, "imports") {
			table.Periods[0].Import = make([]float64, table.N)
			table.Stock = make([]float64, table.N)
			for i := range table.N {
				table.Periods[0].Import[i] = max(0, hundredths(t, -40, 40, "import"))
				table.Stock[i] = max(0, hundredths(t, -40, 40, "stock"))
			}
		}
		proven(t, table, made(t, table, Request{Task: Technique}), 1e-7)
		proven(t, table, made(t, table, Request{Task: Bundle}), 1e-5)
	})
}

func TestDoublingNeedsAndCapacitiesDoublesThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 1)
		table.Periods[0].Capacity = nil
		once := made(t, table, Request{Task: Balances})
		for i := range table.Periods[0].Need {
			table.Periods[0].Need[i] *= 2
		}
		twice := made(t, table, Request{Task: Balances})
		for way, x := range once.Level[0] {
			if !nearly(2*x, twice.Level[0][way], 1e-8) {
				t.Fatalf("level %d is %v, of twice the needs %v", way, x, twice.Level[0][way])
			}
		}
	})
}

func TestPermutingTechniquesPermutesThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 2)
		order := rapid.Permutation(make([]int, table.N)).Draw(t, "nothing")
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		other := permuted(t, table, order)
		for _, task := range []Task{Technique, Bundle} {
			p, q := made(t, table, Request{Task: task}), made(t, other, Request{Task: task})
			if p.Status != q.Status || !nearly(p.Value, q.Value, 3e-6) {
				t.Fatalf("%s: %s %v, permuted %s %v", task, p.Status, p.Value, q.Status, q.Value)
			}
			if task == Technique && p.Status == Proved {
				for i, price := range p.Price[0] {
					if p.Rent[0][0]+p.Rent[0][1] == 0 && !nearly(price, q.Price[0][order[i]], 1e-8) {
						t.Fatalf("price %d is %v, permuted %v", i, price, q.Price[0][order[i]])
					}
				}
			}
		}
	})
}

// permuted is the table with product i called order[i].
func permuted(t interface{ Fatal(...any) }, table *production.Table, order []int) *production.Table {
	need := make([]float64, table.N)
	var recipes []recipe
	for i, n := range table.Periods[0].Need {
		need[order[i]] = n
	}
	for way, product := range table.Makes {
		r := recipe{order[product], make([]float64, table.N), make([]float64, len(table.Factors))}
		for i := range table.N {
			r.input[order[i]] = table.Input.At(way, i)
		}
		for f := range r.use {
			r.use[f] = table.Use.At(way, f)
		}
		recipes = append(recipes, r)
	}
	return kitchen(t, recipes, need, table.Periods[0].Capacity)
}

func TestOtherUnitsMakeNoOtherPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 2)
		other := kitchen(t, nil, table.Periods[0].Need, nil)
		*other = *table
		unit := make([]float64, table.N)
		for i := range unit {
			unit[i] = math.Pow(10, float64(rapid.IntRange(-9, 9).Draw(t, "unit")))
		}
		other.Input, other.Use = clone(table.Input), clone(table.Use)
		other.Periods = []production.Period{{Need: make([]float64, table.N), Capacity: table.Periods[0].Capacity}}
		for i, n := range table.Periods[0].Need {
			other.Periods[0].Need[i] = n * unit[i]
		}
		for way, product := range table.Makes {
			cols, vals := other.Input.Row(way)
			for k, col := range cols {
				vals[k] *= unit[col] / unit[product]
			}
			_, vals = other.Use.Row(way)
			for k := range vals {
				vals[k] /= unit[product]
			}
		}
		for _, task := range []Task{Technique, Bundle} {
			p, q := made(t, table, Request{Task: task}), made(t, other, Request{Task: task})
			if p.Status != q.Status || !nearly(p.Value, q.Value, 3e-6) {
				t.Fatalf("%s: %s %v, in other units %s %v", task, p.Status, p.Value, q.Status, q.Value)
			}
		}
	})
}

func clone(m *linalg.Matrix) *linalg.Matrix {
	c := *m
	c.Val = slices.Clone(m.Val)
	return &c
}

// A unit more of a need costs what the price says.
func TestPricesAreWhatOneMoreUnitCosts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, 3)
		table.Periods[0].Capacity = nil
		p := made(t, table, Request{Task: Technique})
		i := rapid.IntRange(0, table.N-1).Draw(t, "product")
		table.Periods[0].Need[i]++
		q := made(t, table, Request{Task: Technique})
		if !nearly(q.Value-p.Value, p.Price[0][i], 1e-6) {
			t.Fatalf("one more costs %v, price %v", q.Value-p.Value, p.Price[0][i])
		}
	})
}

func TestPlansHaveTheSameBitsOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, task := range []Task{Balances, Technique, Bundle} {
		s := production.Synthetic{Seed: 3, Products: 700, Inputs: 12, Techniques: 3, Equipment: 5}
		if task == Balances {
			s.Techniques = 1
		}
		var first *Plan
		for _, cores := range []int{1, 2, 8} {
			runtime.GOMAXPROCS(cores)
			table, err := production.Generate(s)
			if err != nil {
				t.Fatal(err)
			}
			if task != Bundle {
				table.Periods[0].Capacity = nil
			}
			p := made(t, table, Request{Task: task})
			proven(t, table, p, 1e-5)
			if first == nil {
				first = p
			}
			if !slices.Equal(first.Level[0], p.Level[0]) || !slices.Equal(first.Price[0], p.Price[0]) || first.Value != p.Value {
				t.Errorf("%s: other bits on %d cores", task, cores)
			}
		}
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
		{"balances of two ways", Request{Task: Balances}},
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
