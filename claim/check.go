package claim

import "fmt"

// checkClaim refuses a claim that is not whole.
func (r *Registry) checkClaim(c *Claim, seen, used map[string]bool) error {
	switch {
	case c.Number == "" || seen[c.Number]:
		return fmt.Errorf("a claim needs a number of its own")
	case c.Claim == "" || c.Where == "":
		return fmt.Errorf("what is claimed, and where, is missing")
	case (c.Outside == "") == (len(c.Tests) == 0):
		return fmt.Errorf("a claim has tests or a reason why it lies outside the model, one of the two")
	}
	seen[c.Number] = true
	if len(c.Tests) > 0 && c.Tests[0].Predicts[Essay] == "" {
		return fmt.Errorf("the first test does not say what the essay (%s) predicts", Essay)
	}
	return r.prepare(c.Tests, used)
}

// prepare checks tests and reads what they compare and measure.
func (r *Registry) prepare(tests []Test, used map[string]bool) error {
	for i := range tests {
		t := &tests[i]
		if t.Ask == "" || t.Unit == "" || !(t.Smallest > 0) {
			return fmt.Errorf("test %d: what is asked, the unit or a smallest effect above zero is missing", i+1)
		}
		for theory, sign := range t.Predicts {
			if r.Theories[theory] == "" {
				return fmt.Errorf("test %d: there is no theory %q", i+1, theory)
			}
			if sign != Above && sign != Below && sign != None {
				return fmt.Errorf(`test %d: %s predicts %q; write "+", "-" or "0"`, i+1, theory, sign)
			}
		}
		var err error
		if t.terms, err = readTerms(t.Compare); err != nil {
			return fmt.Errorf("test %d: compare: %w", i+1, err)
		}
		for _, term := range t.terms {
			if _, ok := r.Arms[term.arm]; !ok {
				return fmt.Errorf("test %d: compare: there is no arm %q", i+1, term.arm)
			}
			used[term.arm] = true
		}
		r.scale(t)
		for _, term := range t.terms {
			used[term.arm] = true
		}
		if t.expression, err = parse(t.Statistic); err != nil {
			return fmt.Errorf("test %d: statistic: %w", i+1, err)
		}
		t.given = r.settled(t)
	}
	return nil
}
