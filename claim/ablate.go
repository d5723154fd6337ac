package claim

import (
	"slices"
)

// An Ablation is what is left of the effects of a claim when the scenario of
// the first arm also goes without something.
type Ablation struct {
	Without string
	Results []*Result // by test of the claim
}

// Needed are the arms that tests compare.
func (r *Registry) Needed(tests []*Test) map[string]Arm {
	arms := map[string]Arm{}
	for _, t := range tests {
		for _, term := range t.terms {
			arms[term.arm] = r.lived(term.arm)
		}
	}
	return arms
}

// lived is an arm with the scale at which it is lived.
func (r *Registry) lived(name string) Arm {
	arm := r.Arms[name]
	arm.Scale = r.scaleOf(name)
	return arm
}

// ablated is a claim's test in which everybody in the scenario of its first
// arm goes without something.
func (r *Registry) ablated(t *Test, path string) *Test {
	out := *t
	out.terms = slices.Clone(t.terms)
	for i := range out.terms {
		if r.Arms[t.terms[i].arm].Scenario == r.Arms[t.terms[0].arm].Scenario {
			out.terms[i].arm += " without " + path
		}
	}
	return &out
}

// StoryArms are the arms that the full story of a claim needs.
func (r *Registry) StoryArms(c *Claim) map[string]Arm {
	tests := c.Each()
	arms := r.Needed(c.Every())
	for _, path := range c.Ablate {
		for _, t := range tests {
			for i, term := range r.ablated(t, path).terms {
				arm := r.lived(t.terms[i].arm)
				if term.arm != t.terms[i].arm {
					arm.Without = append(slices.Clone(arm.Without), path)
				}
				arms[term.arm] = arm
			}
		}
	}
	return arms
}

// Ablations measures what is left of each effect of a claim.
func (r *Registry) Ablations(c *Claim, runs *Runs) []Ablation {
	var out []Ablation
	for _, path := range c.Ablate {
		a := Ablation{Without: path}
		for i := range c.Tests {
			a.Results = append(a.Results, measureTest(r.ablated(&c.Tests[i], path), runs))
		}
		out = append(out, a)
	}
	return out
}
