package claim

import (
	"math"
	"slices"

	"gosplan/scenario"
)

// cost is about how long a run takes, in seconds of a processor (measured in
// 2026). Only the order of runs and the time left are made of it.
func cost(s *scenario.Scenario, scale int) float64 {
	plain := 0.4 + 32_000/float64(scale)
	if s.Politics.Governs() { // it looks ahead on copies
		return 10 * plain
	}
	return plain
}

// inOrder puts tasks into groups of arms that are needed together, always the
// group next of which least is left to be lived. An arm is in the first group
// that needs it; those that none needs come last. What is the same as another
// counts as that one.
func inOrder(built []task, together [][]string, same map[string]string) (groups [][]task) {
	waiting := map[string]task{}
	for _, t := range built {
		waiting[t.arm] = t
	}
	rest := make([][]string, len(together))
	for i, names := range together {
		for _, name := range names {
			if other := same[name]; other != "" {
				name = other
			}
			rest[i] = append(rest[i], name)
		}
	}
	for range together {
		best, least := -1, math.Inf(1)
		for i, names := range rest {
			if c := left(names, waiting); names != nil && c < least {
				best, least = i, c
			}
		}
		if best < 0 {
			break
		}
		var group []task
		for _, name := range rest[best] {
			if t, ok := waiting[name]; ok {
				group = append(group, t)
				delete(waiting, name)
			}
		}
		groups, rest[best] = append(groups, group), nil
	}
	var others []task
	for _, t := range built {
		if _, ok := waiting[t.arm]; ok {
			others = append(others, t)
		}
	}
	if len(others) > 0 {
		groups = append(groups, others)
	}
	return groups
}

// left is what the arms of a group cost that wait to be lived, each once.
func left(names []string, waiting map[string]task) (sum float64) {
	for i, name := range names {
		if !slices.Contains(names[:i], name) {
			sum += waiting[name].cost
		}
	}
	return sum
}

// Together are the arms that each claim and each row of theories needs.
func (r *Registry) Together() (groups [][]string) {
	for i := range r.Claims {
		groups = append(groups, r.Claims[i].Together()...)
	}
	return append(groups, r.TogetherTells()...)
}

// Together are the arms that a claim needs, if it is tested.
func (c *Claim) Together() [][]string {
	tests := c.Every()
	if len(tests) == 0 {
		return nil
	}
	return [][]string{armsOf(tests)}
}

// TogetherTells are the arms that each row of theories needs.
func (r *Registry) TogetherTells() (groups [][]string) {
	for i := range r.Tells {
		groups = append(groups, armsOf(append(r.Tells[i].Each(), r.Tells[i].Again.All()...)))
	}
	return groups
}

func armsOf(tests []*Test) (names []string) {
	for _, t := range tests {
		names = append(names, t.Arms()...)
	}
	return names
}
