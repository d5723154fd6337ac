package scenario

// Standing is nature and the world outside as people expect them who know a
// year and nothing after it: for so many years all stays as it was in that
// year, harvests are normal, and no land is won.
func (g *Given) Standing(year, years int) Given {
	still := func(v float64) Path { return Path{year: v} }
	repeat := func(r Regional) Regional {
		out := Regional{}
		for y := range years {
			if now, there := r[year]; there {
				out[year+1+y] = now
			}
		}
		return out
	}
	const december = 12
	return Given{
		OilPrice: still(g.OilPrice.At(year)), Threat: still(g.Threat.Between(year, december)), War: still(g.War.At(year)),
		Occupied: repeat(g.Occupied), Destroyed: repeat(g.Destroyed), WarDeaths: still(g.WarDeaths.At(year)),
		Mortality: still(g.Mortality.Between(year, december)), AdultMortality: still(g.AdultMortality.Between(year, december)),
		LendLease: still(g.LendLease.At(year)), Embargo: still(g.Embargo.At(year)),
	}
}
