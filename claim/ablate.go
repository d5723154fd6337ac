package claim

import "slices"

// An Ablation is what is left of the effects of a claim when its first arm
// also goes without something.
type Ablation struct {
	Without string
	Results []*Result // by test of the claim
}

// Needed are the arms that tests compare.
func (r *Registry) Needed(tests []*Test) map[string]Arm {
	arms := map[string]Arm{}
	for _, t := range tests {
		for _, term := range t.terms {
			arms[term.arm] = r.Arms[term.arm]
		}
	}
	return arms
}

// ablated is a claim's test with its first arm going without something.
func (t *Test) ablated(path string) *Test {
	out := *t
	out.terms = slices.Clone(t.terms)
	out.terms[0].arm += " without " + path
	return &out
}

// StoryArms are the arms that the full story of a claim needs.
func (r *Registry) StoryArms(c *Claim) map[string]Arm {
	tests := c.Each()
	arms := r.Needed(tests)
	for _, path := range c.Ablate {
		for _, t := range tests {
			arm := r.Arms[t.terms[0].arm]
			arm.Without = append(slices.Clone(arm.Without), path)
			arms[t.ablated(path).terms[0].arm] = arm
		}
	}
	return arms
}

// Ablations measures what is left of each effect.
func (c *Claim) Ablations(runs *Runs) []Ablation {
	var out []Ablation
	for _, path := range c.Ablate {
		a := Ablation{Without: path}
		for i := range c.Tests {
			a.Results = append(a.Results, measureTest(c.Tests[i].ablated(path), runs))
		}
		out = append(out, a)
	}
	return out
}
