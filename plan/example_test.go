package plan_test

import (
	"context"
	"fmt"
	"log"

	"gosplan/linalg"
	"gosplan/plan"
	"gosplan/production"
)

// bakery is bread from flour and hours, and flour from hours: 0.6 kg of flour
// and 0.05 hours to a loaf, 0.01 hours to a kilogram. There are 140 hours, and
// 1000 loaves are needed.
func bakery() *production.Table {
	var input, use linalg.Triplets
	input.Add(0, 1, 0.6) // technique 0, product 1
	use.Add(0, 0, 0.05)  // technique 0, factor 0
	use.Add(1, 0, 0.01)
	inputs, err := input.Matrix(2, 2) // techniques × products
	if err != nil {
		log.Fatal(err)
	}
	uses, err := use.Matrix(2, 1) // techniques × factors
	if err != nil {
		log.Fatal(err)
	}
	return &production.Table{
		N: 2, Products: []string{"bread", "flour"}, Units: []string{"loaf", "kg"},
		Makes: []int32{0, 1}, Input: inputs, // every technique makes one unit of its product
		Factors: []string{"labour"}, Use: uses,
		Periods: []production.Period{{Need: []float64{1000, 0}, Capacity: []float64{140}}},
	}
}

// What must be made of everything, and what it costs in labour.
func ExampleMake() {
	p, err := plan.Make(context.Background(), bakery(), plan.Request{Task: plan.Balances})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %s\n", p.Status, p.Says)
	fmt.Printf("bread %.0f, flour %.0f\n", p.Level[0][0], p.Level[0][1])
	fmt.Printf("a loaf is worth %.3f hours\n", p.Price[0][0])
	// Output:
	// proved: the needs are met with 56 of labour, and cannot be met with less
	// bread 1000, flour 600
	// a loaf is worth 0.056 hours
}

// How far what there is goes, and what one more of it would be worth.
func ExampleMake_bundle() {
	p, err := plan.Make(context.Background(), bakery(), plan.Request{Task: plan.Bundle})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %.2f times the needs\n", p.Status, p.Scale)
	fmt.Printf("one hour more: %.4f times the needs more\n", p.Rent[0][0])
	// Output:
	// proved: 2.50 times the needs
	// one hour more: 0.0179 times the needs more
}

// A plan is tested from the numbers of its table alone. One that has been
// tampered with does not pass.
func ExampleVerify() {
	table := bakery()
	p, err := plan.Make(context.Background(), table, plan.Request{Task: plan.Bundle})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(plan.Verify(table, p, 0).Claims)
	p.Level[0][1] = 0 // no flour
	fmt.Println(plan.Verify(table, p, 0).Claims)
	// Output:
	// A plan, and none meets the needs more times over.
	// Not proved: balances, slackness of factors.
}

// A change lays a what-if over a table.
func ExampleParseChange() {
	table := bakery()
	changes, err := plan.ParseChange("labour -20%", table)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range changes {
		if table, err = c.Apply(table); err != nil {
			log.Fatal(err)
		}
	}
	p, err := plan.Make(context.Background(), table, plan.Request{Task: plan.Bundle})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f times the needs\n", p.Scale)
	// Output: 2.00 times the needs
}

// Several years are planned at once, with what is built in one and stands in
// the next. Here an oven is built of bricks, and bricks of hours.
func ExampleMake_years() {
	var use, build linalg.Triplets
	use.Add(0, 0, 1) // bread: an hour
	use.Add(0, 1, 1) // and an oven
	use.Add(1, 0, 2) // bricks: two hours
	build.Add(1, 1, 1)
	uses, err := use.Matrix(2, 2)
	if err != nil {
		log.Fatal(err)
	}
	builds, err := build.Matrix(2, 2) // factors × products
	if err != nil {
		log.Fatal(err)
	}
	table := &production.Table{
		N: 2, Products: []string{"bread", "bricks"}, Makes: []int32{0, 1}, Input: linalg.New(2, 2),
		Factors: []string{"labour", "ovens"}, Use: uses,
		Build: builds, Gestation: []int{0, 1},
		Depreciation: []float64{1, 0}, Perish: []float64{1, 0}, // hours are gone at the end of the year, and bread is stale
		Periods: []production.Period{
			{Name: "1931", Need: []float64{10, 0}, Capacity: []float64{40, 12}},
			{Name: "1932", Need: []float64{20, 0}, Capacity: []float64{40, 0}},
		},
	}
	p, err := plan.Make(context.Background(), table, plan.Request{Task: plan.Years})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(p.Says)
	fmt.Printf("ovens begun in 1931: %.0f\n", p.Begun[0][1])
	// Output:
	// The needs of all 2 periods can be met 1.2 times over.
	// ovens begun in 1931: 12
}
