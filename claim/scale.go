package claim

import "fmt"

// scaleOf is the scale that an arm states.
func (r *Registry) scaleOf(arm string) int {
	if s := r.Arms[arm].Scale; s > 0 {
		return s
	}
	return r.Scale
}

// scale settles at which scale a test is lived: what it states, or the
// coarsest that one of its arms states. An arm that states another is lived
// once more under a name that says so: a pair shares its people.
func (r *Registry) scale(t *Test) {
	if t.Scale == 0 {
		for _, term := range t.terms {
			t.Scale = max(t.Scale, r.scaleOf(term.arm))
		}
	}
	for i, term := range t.terms {
		if r.scaleOf(term.arm) == t.Scale {
			continue
		}
		other := r.Arms[term.arm]
		other.Scale = t.Scale
		t.terms[i].arm = fmt.Sprintf("%s at 1:%d", term.arm, t.Scale)
		r.Arms[t.terms[i].arm] = other
	}
}

// scaled is the scale at which a test is lived if all is lived at one, or 0.
func (r *Registry) scaled(t *Test, all int) int {
	if all > 0 {
		return all
	}
	return t.Scale
}

// AtScale says at which scale tests are lived if all are lived at one, or 0.
func (r *Registry) AtScale(all int) string {
	if all > 0 {
		return fmt.Sprintf("at 1:%d", all)
	}
	count := map[int]int{}
	for _, t := range r.Tests() {
		count[t.Scale]++
	}
	words := fmt.Sprintf("at 1:%d", r.Scale)
	for _, scale := range sortedKeys(count) {
		if scale != r.Scale {
			words += fmt.Sprintf(", in %d tests of %d at 1:%d", count[scale], len(r.Tests()), scale)
		}
	}
	return words
}
