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
	{func(y *System) bool { return y.Plan.Active() }, func(y *System) bool { return y.Offices.Blame == 0 },
		"targets need offices that write them; take Offices=planning, or Plan=profit"},
	{func(y *System) bool { return y.Owners.Payout > 0 || y.Owners.Rent > 0 || y.Tax.Rent > 0 }, func(y *System) bool { return !y.Owners.Active() },
		"rent and dividends need owners; take Owners=households, or Owners=none"},
	{func(y *System) bool { return y.Entry.Rate > 0 }, func(y *System) bool { return !y.Owners.Active() },
		"new firms need owners who put up the money; take Owners=households, or Entry=none"},
	{func(y *System) bool { return y.Entry.Rate > 0 }, func(y *System) bool { return !y.Investment.Private.Active() },
		"founders go by a profit that nobody reckons; take Investment=profit, or Entry=none"},
	{func(y *System) bool { return y.Investment.Private.Active() }, func(y *System) bool { return y.Bank.Sweep >= 0.8 },
		"firms that build from their profit have to keep it; take Bank=hard, or Investment=trusts"},
	{func(y *System) bool { return y.Credit.Ruin > 0 }, func(y *System) bool { return y.Bank.Soft.Cover >= 1 },
		"firms whose losses are all covered cannot fail; take Bank=hard, or Credit=none"},
	{func(y *System) bool { return y.Fisc.High > 0 }, func(y *System) bool { return y.Retail.Compete == 0 && y.Prices.Follow == 0 && y.Prices.Told == 0 },
		"a tax on sales needs prices that carry it; take Retail=free or Prices=firms, or Fisc=none"},
	{func(y *System) bool { return y.Prices.Told > 0 }, func(y *System) bool { return !y.Plan.Councils() },
		"prices that follow those announced to councils need councils; take Plan=councils, or Prices=firms"},
	{func(y *System) bool { return y.Retail.Tokens.Active() }, func(y *System) bool { return y.Owners.Active() },
		"tokens are cancelled when they are spent, and nobody can be paid dividends in them; take Owners=none, or Retail=free"},
	{func(y *System) bool { return y.Retail.Tokens.Active() },
		func(y *System) bool { return y.Buying.Price == 0 && !y.Kolkhoz.Active() },
		"where pay is in tokens farms cannot sell on markets, and nobody buys; take Buying=councils, or Retail=shops"},
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
