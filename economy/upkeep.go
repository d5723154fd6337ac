package economy

// Machines and buildings last because hands mend them, and the more of them
// there are and the older they are, the more hands that takes: mending is done
// piece by piece and gains little from better technique. A workplace of 1928
// counts those who mend it as then. One at another capital c and age a takes
//
//	1 + Mending·(c/c₁₉₂₈ · a/a₁₉₂₈ − 1)
//
// hands, so new plant can do without, and who keeps old plant needs posts that
// make nothing.

// UsualAge is the age of plant in 1928, years: as starts have it.
const UsualAge = 11.5

// Upkeep is what plant of a branch takes to be manned and kept in repair.
type Upkeep struct {
	makers, spare float64 // of a workplace: who does more than mend, and who does nothing for its repair
	each          float64 // of those who mend, million hands by the point of plant and month of age
}

// Upkeep is that of a branch.
func (p *Plant) Upkeep(g Good) Upkeep {
	return Upkeep{makers: 1 - p.Mending, spare: 1 - p.Menders, each: p.Mending * ReferenceWorkers[g] / ReferenceCapital[g] / (12 * UsualAge)}
}

// Posts is how many hands work a vintage in a month, with those who mend it,
// million people.
func (u Upkeep) Posts(v *Vintage, month int) float64 {
	return v.Places*u.makers + v.Cost*u.each*float64(month-int(v.Built))
}

// Crew is how many hands keep a vintage in full repair in a month, million
// people: of a workplace's those of 1928, and all whom its capital and age add
// since, for these do nothing but mend.
func (u Upkeep) Crew(v *Vintage, month int) float64 {
	if crew := u.Posts(v, month) - u.spare*v.Places; crew > 0 {
		return crew
	}
	return 0
}
