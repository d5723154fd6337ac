package mechanism

import (
	"testing"

	"pgregory.net/rapid"
)

func TestBureaucracyWanted(t *testing.T) {
	usual := Bureaucracy{Base: 0.1, Planned: 0.05, Trouble: 0.2}
	for _, c := range []struct {
		name                        string
		m                           Bureaucracy
		employees, planned, trouble float64
		want                        float64
	}{
		{"off: nobody is wanted", Bureaucracy{}, 100, 1, 1, 0},
		{"no planning and no trouble", usual, 100, 0, 0, 10},
		{"allotment needs officials", usual, 100, 1, 0, 15},
		{"failed orders need officials", usual, 100, 0, 0.5, 20},
		{"the two add up", usual, 100, 1, 0.5, 25},
		{"an empty country has no offices", usual, 0, 1, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.m.Wanted(c.employees, c.planned, c.trouble); !near(got, c.want) {
				t.Errorf("Wanted(%v, %v, %v) = %v, want %v", c.employees, c.planned, c.trouble, got, c.want)
			}
		})
	}
}

func TestBureaucracyGrowsWithTrouble(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyOf[Bureaucracy](t)
		employees, planned := some(t, "employees", 0, absurd), some(t, "planned", 0, 1)
		calm, troubled := two(t, "trouble", 0, 1)
		rises(t, "more trouble, fewer officials", m.Wanted(employees, planned, calm), m.Wanted(employees, planned, troubled))
		rises(t, "allotment, fewer officials", m.Wanted(employees, 0, calm), m.Wanted(employees, planned, calm))
		within(t, "officials", m.Wanted(employees, planned, troubled), 0, employees*(m.Base+m.Planned+m.Trouble))
	})
}
