package gosplan

import (
	"fmt"
	"testing"
	"time"

	"gosplan/decide"
	"gosplan/economy"
	"gosplan/scenario"
)

func TestDebugCount(t *testing.T) {
	sc, _ := scenario.Load("ussr")
	s, err := New(Config{Scenario: sc, Seed: 1, Scale: 100000})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[decide.Problem]bool{}
	t0 := time.Now()
	for i := range 75*12 - 10 {
		if err := s.month(); err != nil {
			t.Fatal(err)
		}
		if i%3 == 1 {
			for g := economy.FirstBranch; g < economy.Goods; g++ {
				p := s.state.Branch[g].Problem
				if !seen[p] {
					seen[p] = true
					y, m := s.state.Date(s.world)
					fmt.Printf("%d-%d %s late %.2f cut %.2f hir %.2f growth %.2f dem %.2f drift %.3f sales %.2f lab %.2f stock %.3f\n", y, m, g, p.Expect.Late, p.Expect.Cut, p.Expect.Hiring, p.Expect.Growth, p.Expect.Demand, p.Pay.Drift, p.Pay.Sales, p.Pay.Labour, p.Pay.Stock)
				}
			}
		}
	}
	fmt.Println("problems", len(seen), decisions.Len(), time.Since(t0))
	s2, _ := New(Config{Scenario: sc, Seed: 1, Scale: 100000})
	t0 = time.Now()
	for range 75*12 - 10 {
		s2.month()
	}
	fmt.Println("warm", time.Since(t0))
}
