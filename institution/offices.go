package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/scenario"
)

// Offices are ministries, planning, supply and local soviets. What their heads make
// of it is theirs: see behaviour.AskForStaff.
type Offices struct {
	Blame          float64 `unit:"ratio" range:"0 100" source:"set by hand on officials of 1917-70 (Figes 1996; statistical handbooks, recalled)" fits:"officials" means:"what the head of an office stands to lose by matters unsettled, over what posts for them cost him; 0: nobody heads one"`
	OfficePractice `keep:"whoever governs lends grain by the same practice"`
}

// OfficePractice is what offices go by.
type OfficePractice struct {
	Hungry float64 `unit:"hunger" range:"0 1" source:"assumed: what is reported is swelling and death, not want" means:"hunger of a village below which no grain is lent to it"`
	Months float64 `unit:"months" range:"1 7" source:"practice: February to July" means:"months before the harvest in which grain is lent to villages"`
}

// Charge says what heads of offices answer for.
func (i *Offices) Charge(s *economy.State, allotment bool) {
	s.Terms.Blame, s.Terms.Allotted = i.Blame, 0
	if allotment {
		s.Terms.Allotted = 1
	}
}

// Lend hands out the month's part of what leaders lend for food, to all of the
// country or to a region, in hungry villages by mouths: who eats from a full barn
// there is not told apart, and nothing is paid back.
func (i *Offices) Lend(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	if month >= economy.HarvestMonth || float64(economy.HarvestMonth-month) > i.Months {
		return
	}
	i.lend(s, w.Ordered(s, scenario.FoodLoans, year), func(int) bool { return true })
	for r := range economy.Regions {
		i.lend(s, w.OrderedFor(s, w.Decided.RegionLoans, year, r, 0), func(at int) bool { return at == r })
	}
}

// lend hands out the month's part of a loan, Mt, in some regions.
func (i *Offices) lend(s *economy.State, loan float64, to func(region int) bool) {
	if loan == 0 {
		return
	}
	mouths := func(h *economy.House) float64 {
		if hunger := s.Village[h.Village].Hunger; hunger <= i.Hungry || s.Region[h.Region].Cut > 0 || !to(int(h.Region)) {
			return 0
		}
		return float64(h.Eaters)
	}
	var all float64
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			all += mouths(h)
		}
	}
	if all == 0 {
		return
	}
	lent := min(loan/i.Months, s.Centre.Granary.Held())
	for b := range s.Block {
		for h := range s.Block[b].Villagers() {
			ledger.Ship(&s.Centre.Granary, &h.Grain, lent*mouths(h)/all)
		}
	}
}
