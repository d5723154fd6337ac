package institution

import (
	"gosplan/draw"
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/unit"
)

var askOwner = draw.Ask("house.owns")

// Owners are the households in towns to whom firms belong, a few or, where
// capital is social, all. Rent and dividends go into their purses and are no
// income that people reckon with, so they are spent as savings are: slowly.
type Owners struct {
	Share  float64 `unit:"share" range:"0 1" source:"assumed" means:"town households that own firms"`
	Rent   float64 `unit:"per year" range:"0 0.3" source:"Lange 1936" means:"rent that enterprises pay to the owners for their plant"`
	Payout float64 `unit:"per month" range:"0 1" source:"trial economies: half of profits" means:"cash beyond what a firm needs and builds with that is paid out"`
}

// Active tells whether firms belong to anybody.
func (i *Owners) Active() bool { return i.Share > 0 }

// Pay takes interest for the banks, and rent and dividends from the firms, and
// shares them among the owners.
func (i *Owners) Pay(w *economy.World, s *economy.State, bank *Bank, credit *Credit) {
	var pot ledger.Purse
	credit.charge(s, &pot)
	if i.Active() {
		price := s.PlantPrice(&w.Physics.Plant)
		for k := range s.Enterprise {
			e := &s.Enterprise[k]
			capital, open := plantOf(e)
			ledger.Pay(&e.Cash, &pot, unit.Cost(i.Rent/12*price, capital))
			free := e.Cash.Held() - bank.need(s, e) - unit.Cost(price, open)
			if free > 0 {
				ledger.Pay(&e.Cash, &pot, free.Share(i.Payout))
			}
		}
	}
	i.share(w, s, &pot)
}

// houses are the owners' houses, in order.
func (i *Owners) houses(w *economy.World, s *economy.State) (all []*economy.House) {
	if !i.Active() {
		return nil
	}
	for b := range s.Block {
		for k := range s.Block[b].House {
			h := &s.Block[b].House[k]
			if h.Members > 0 && h.Village < 0 && w.Deck.Uniform(askOwner, uint64(h.Luck), 0) < i.Share {
				all = append(all, h)
			}
		}
	}
	return all
}

// share divides a pot evenly among the owners; without owners it is the
// treasury's.
func (i *Owners) share(w *economy.World, s *economy.State, pot *ledger.Purse) {
	if pot.Held() == 0 {
		return
	}
	all := i.houses(w, s)
	for k, h := range all {
		ledger.Pay(pot, &h.Purse, pot.Held()/unit.Kopecks(len(all)-k))
	}
	ledger.Pay(pot, &s.Centre.Treasury, pot.Held())
}

// ventured is the least that owners hold over what is raised from them: nobody
// puts more than half of his money into one firm (assumed).
const ventured = 2

// raise collects money from the owners by what they hold, if they hold enough.
func (i *Owners) raise(w *economy.World, s *economy.State, into *ledger.Purse, much unit.Kopecks) bool {
	all := i.houses(w, s)
	var held unit.Kopecks
	for _, h := range all {
		held += max(0, h.Purse.Held())
	}
	if much <= 0 || held < ventured*much {
		return false
	}
	for _, h := range all {
		ledger.Pay(&h.Purse, into, max(0, h.Purse.Held()).Share(float64(much)/float64(held)))
	}
	return true
}
