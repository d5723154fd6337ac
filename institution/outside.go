package institution

import (
	"gosplan/economy"
	"gosplan/ledger"
	"gosplan/scenario"
	"gosplan/unit"
)

// Outside is what war and nature do to people's things; nobody decides it.
type Outside struct {
	Herds [economy.Kinds]float64 `unit:"ratio" range:"0 3" source:"judged: of what occupied land had 17 of 31 million cattle, 20 of 23.6 pigs and 27 of 43 sheep and goats were lost (Extraordinary State Commission 1945, recalled), where six tenths of plant were, as logarithms of what was kept; horses assumed, beside those that armies take" means:"rate at which war takes horses, cattle, pigs and sheep over that at which it destroys plant"`
	Sown  float64                `unit:"share" range:"0 1" source:"assumed" means:"virgin land sown in its first spring"`
}

// Strike applies fronts, destruction, help from abroad and annexation.
func (o *Outside) Strike(w *economy.World, s *economy.State) {
	year, month := s.Date(w)
	granary, season := s.Centre.Granary.Held(), s.Centre.Season
	for r := range s.Region {
		name := economy.RegionNames[r]
		front(s, r, w.Given.Occupied.At(year, name, 0), granary, season)
		lost := w.Given.Destroyed.At(year, name, 0) / 12
		if lost <= 0 {
			continue
		}
		for k := range s.Enterprise {
			if int(s.Enterprise[k].Region) == r {
				s.Enterprise[k].Destroy(lost)
			}
		}
		s.Region[r].Tractors *= 1 - lost
		var kept [economy.Kinds]float64
		for a := range kept {
			kept[a] = unit.Pow(1-lost, o.Herds[a])
		}
		for b := range s.Block {
			for k := range s.Block[b].House {
				if h := &s.Block[b].House[k]; int(h.Region) == r {
					for a := range h.Herd {
						h.Herd[a] *= float32(kept[a])
					}
				}
			}
		}
		for k := range s.Village {
			if v := &s.Village[k]; int(v.Region) == r {
				for a := range v.Herd {
					v.Herd[a] *= kept[a]
				}
			}
		}
	}
	if aid := w.Given.FoodAid.At(year) / 12; aid > 0 {
		s.Audit.Make(economy.Grain, &s.Centre.Granary, aid)
		s.Year.Imported += aid
	}
	if people := w.Given.Annexed.At(year); people > 0 && month == 1 {
		economy.Annex(w, s, people)
		s.Centre.Hoard = 0
	}
	if rate := w.Ordered(s, scenario.CurrencyReform, year); month == 12 && rate > 0 && rate < 1 {
		reform(s, rate)
		s.Centre.Hoard = 0
	}
	if new := w.Ordered(s, scenario.VirginLand, year); new > 0 && month == 3 {
		plough(s, new, o.Sown)
	}
}

// front cuts off a part of a region. Of the state's grain, what was procured on land
// that is lost now stays there, for the towns: of so much in the granary when the
// month began, of so much procured in the season.
func front(s *economy.State, r int, cut, granary, season float64) {
	region := &s.Region[r]
	if lost := cut - region.Cut; lost > 0 && season > 0 {
		part := lost / (1 - region.Cut) * region.Season / season
		ledger.Ship(&s.Centre.Granary, &s.Shop[r].Stock[economy.Grain], part*granary)
	}
	region.Cut = cut
}

// reform exchanges cash; the difference goes back to the bank.
func reform(s *economy.State, rate float64) {
	for b := range s.Block {
		for k := range s.Block[b].House {
			h := &s.Block[b].House[k]
			if m := h.Purse.Held(); m > 0 {
				ledger.Pay(&h.Purse, &s.Centre.Bank, m.Share(1-rate))
			}
		}
	}
}

// plough adds land on the frontier to the kolkhozes there.
func plough(s *economy.State, land, sown float64) {
	var n float64
	for k := range s.Village {
		if s.Village[k].Region == economy.Frontier {
			n++
		}
	}
	for k := range s.Village {
		if v := &s.Village[k]; v.Region == economy.Frontier {
			v.Land += land / n
			v.Sown += sown * land / n
		}
	}
}
