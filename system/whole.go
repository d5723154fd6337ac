package system

import (
	"errors"
	"fmt"
)

// A need is what an institution cannot do without.
type need struct {
	has, lacks func(*System) bool
	says       string // what it is, what is missing, and how to mend it
}

// needs are the compositions that are impossible: an institution that has
// nobody to carry it.
var needs = []need{
	{func(y *System) bool { return y.Supply.Allotment() }, func(y *System) bool { return !y.Plan.Active() },
		"allotment of inputs needs a planning office that sets targets; take Plan=targets, or Supply=market"},
	{func(y *System) bool { return y.Kolkhoz.Active() }, func(y *System) bool { return y.Buying.Price == 0 },
		"collective farms deliver at procurement prices, and nobody buys; take Buying=procurement, or Kolkhoz=none"},
	{func(y *System) bool { return y.Retail.Ration > 0 },
		func(y *System) bool { return y.Buying.Price == 0 && y.Requisition.Reach == 0 && !y.Kolkhoz.Active() },
		"bread on cards needs somebody who brings grain to the state; take Buying=procurement or Requisition=detachments, or Retail=shops"},
	{func(y *System) bool { return y.Plan.Active() }, func(y *System) bool { return y.Offices.Growth.Base == 0 },
		"targets need offices that write them; take Offices=planning, or Plan=profit"},
}

// Whole tells what a composition lacks, or nil. What an ablation takes out
// is not asked for: it asks what becomes of a system that loses a part.
func (y *System) Whole() error {
	var all []error
	for _, n := range needs {
		if n.has(y) && n.lacks(y) {
			all = append(all, fmt.Errorf("this composition cannot be: %s", n.says))
		}
	}
	return errors.Join(all...)
}
