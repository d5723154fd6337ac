package plan

import (
	"gosplan/linalg"
	"gosplan/production"
)

// cornAndIronByHand is an economy that can be reckoned in the head: a sack of corn
// takes a quarter of a sack and of an ingot and ¾ hours, an ingot half a sack
// and 2 hours. So a sack is worth 2 hours and an ingot 3; 4 sacks and 2 ingots
// take 8 sacks, 4 ingots and 14 hours.
func cornAndIronByHand() *production.Table {
	return &production.Table{
		Title: "corn and iron", N: 2, Products: []string{"corn", "iron"}, Units: []string{"sacks", "ingots"},
		Makes: []int32{0, 1}, Input: linalg.FromRows([][]float64{{0.25, 0.25}, {0.5, 0}}, 2),
		Factors: []string{"labour"}, FactorUnits: []string{"hours"}, Use: linalg.FromRows([][]float64{{0.75}, {2}}, 1),
		Periods: []production.Period{{Name: "1931", Need: []float64{4, 2}}},
	}
}

// withSickle adds a second way to grow corn, with 2½ hours and no inputs: dearer
// than the first.
func withSickle(t *production.Table) *production.Table {
	t.Techniques = []string{"corn by plough", "iron", "corn by sickle"}
	t.Makes = append(t.Makes, 0)
	t.Input = linalg.FromRows([][]float64{{0.25, 0.25}, {0.5, 0}, nil}, 2)
	t.Use = linalg.FromRows([][]float64{{0.75}, {2}, {2.5}}, 1)
	return t
}

// hours limits labour.
func hours(t *production.Table, n float64) *production.Table {
	t.Periods[0].Capacity = []float64{n}
	return t
}

func balancesPlan() *Plan {
	return &Plan{Request: Request{Task: Balances}, Status: Proved, Scale: 1, Level: [][]float64{{8, 4}},
		Price: [][]float64{{2, 3}}, Value: 14, Bound: 14}
}

func techniquePlan() *Plan {
	return &Plan{Request: Request{Task: Technique}, Status: Proved, Scale: 1, Level: [][]float64{{8, 4, 0}},
		Price: [][]float64{{2, 3}}, Value: 14, Bound: 14}
}

// bundlePlan has 28 hours.
func bundlePlan() *Plan {
	return &Plan{Request: Request{Task: Bundle}, Status: Proved, Scale: 2, Level: [][]float64{{16, 8, 0}},
		Price: [][]float64{{2. / 14, 3. / 14}}, Rent: [][]float64{{1. / 14}}, Value: 2, Bound: 2}
}

// goalsTable has 7 hours, and corn goes before iron: they are spent on 3½ of
// the 4 sacks, and no iron is left over.
func goalsTable() *production.Table {
	t := hours(withSickle(cornAndIronByHand()), 7)
	t.Periods[0].Tier = []int8{1, 2}
	return t
}

func goalsPlan() *Plan {
	// a net sack takes 4/3·1.2 = 1.6 sacks and 0.4 ingots, 2 hours in all
	return &Plan{Request: Request{Task: Goals}, Status: Proved, Scale: 1, Level: [][]float64{{5.6, 1.4, 0}},
		Short: [][]float64{{0.5, 2}}, Tiers: []float64{0.125, 1}, Value: 1.125, Bound: 1.125,
		Proofs: []TierProof{
			{Price: [][]float64{{0.25, 0.375}}, Rent: [][]float64{{0.125}}, Bound: 0.125},
			{Price: [][]float64{{1. / 3, 0.5}}, Rent: [][]float64{{1. / 6}}, Fixed: []float64{4. / 3}, Bound: 1},
		},
		Price: [][]float64{{1. / 3, 0.5}}, Rent: [][]float64{{1. / 6}}}
}

// feldman is an economy of two departments, after G. A. Fel'dman (1928):
// capacity of the first makes 2 machines a year, of the second 1 consumer good;
// a machine is one more unit of either capacity from the next year on. In the
// third year four times as much is wanted as in the first two.
//
// Whoever first widens the first department has 50 consumer goods in the third
// year, whoever does not, 40: so 12½ times the needs.
func feldman() *production.Table {
	none := []float64{0, 0}
	return &production.Table{
		Title: "two departments", N: 2, Products: []string{"machines", "consumer goods"}, Unit: "pieces",
		Makes: []int32{0, 1}, Input: linalg.FromRows([][]float64{nil, nil}, 2),
		Factors: []string{"first department", "second department"}, Use: linalg.FromRows([][]float64{{0.5, 0}, {0, 1}}, 2),
		Build: linalg.FromRows([][]float64{{1, 0}, {1, 0}}, 2), Gestation: []int{1, 1}, Depreciation: none,
		Perish: []float64{1, 1},
		Periods: []production.Period{
			{Name: "1929", Need: []float64{0, 1}, Capacity: []float64{5, 20}},
			{Name: "1930", Need: []float64{0, 1}}, {Name: "1931", Need: []float64{0, 4}},
		},
	}
}

// feldmanPlan is the plan by hand. A consumer good of 1931 is worth ¼ of the
// scale, so are a machine of 1930 and half a unit of the first department in it;
// a machine of 1929 is worth two of 1930.
func feldmanPlan() *Plan {
	return &Plan{Request: Request{Task: Years}, Status: Proved, Scale: 12.5,
		Level: [][]float64{{10, 12.5}, {30, 12.5}, {0, 50}},
		Begun: [][]float64{{10, 0}, {0, 30}, {0, 0}}, Store: [][]float64{{0, 0}, {0, 0}, {0, 0}},
		Price: [][]float64{{0.5, 0}, {0.25, 0}, {0, 0.25}},
		Rent:  [][]float64{{1, 0}, {0.5, 0}, {0, 0.25}}, Keep: []float64{0, 0}, KeepRent: []float64{0, 0},
		Value: 12.5, Bound: 12.5}
}
