package mechanism

// CallUp takes the young into the army for a term, keeps a cadre, and in need
// reaches older ages.
//
// Claim: an army of peace is made of those who have just come to the age of
// call-up, who go home after their term, and of a cadre that stays; a war
// keeps everybody and takes some of those of each age, the youngest first.
//
//	home  = min(beyond the cadre, young not called + beyond the order), over their term
//	taken = order − serving + home
//
// from those of the ages who have not served, then from all others by age. A
// country at peace so has its young men under arms and not at work or with a
// family.
//
// Source: laws on military service of 1925, 1939 and 1967; officers and re-enlisted men from a quarter to a third (recalled).
// Ablation: Army.CallUp.Ages; theory expects soldiers who stay until they are old, and more of the young at work.
type CallUp struct {
	From  float64 `unit:"years" range:"18 25" source:"laws on military service: 21 (1925), 19, or 18 after secondary school (1939), 18 (1967)" means:"age of call-up"`
	Ages  float64 `unit:"years" range:"0 10" source:"judged: most were called within three years" means:"years of birth that are called while there is peace"`
	Term  float64 `unit:"years" range:"0.5 10" source:"laws on military service: two years on land (1925, 1967), two to three (1939)" means:"years that a man called up serves"`
	Cadre float64 `unit:"share" range:"0 0.6" source:"recalled: officers, ensigns and re-enlisted men, a quarter to a third" means:"of the army, those who stay beyond their term"`
	Unfit float64 `unit:"share" range:"0 0.4" source:"judged: about a tenth unfit, others deferred as fathers" means:"men whom the army never takes"`
	Most  float64 `unit:"share per quarter" range:"0 1" source:"judged: men of 23 to 36 in June 1941 and those up to 51 from August on, workers of industries of war aside (recalled)" means:"of the men of an age who are left, those beyond the ages of call-up that are taken in a quarter at most; 0 where nothing bounds it"`
}

// ServingYears are the years of age, from 18 on, in which men serve.
const ServingYears = 32

// Ranks are the men an army counts, in millions.
type Ranks struct {
	Serving float64               // all
	Fresh   float64               // of them, those in the year after their term
	Long    float64               // of them, those who have served longer
	First   float64               // fit, of the ages that are called, who have not served
	Reserve [ServingYears]float64 // other men who are fit, by age
}

// A Levy is how likely men are to be called up and sent home within a quarter:
// called are those of the first ages who have not served, and others by age.
type Levy struct {
	First, Fresh, Long, Rest float64 // home: in the year after the term, later, before it
	Reserve                  [ServingYears]float64
}

// Levy is what an order for a number of men, in millions, does.
func (m CallUp) Levy(order float64, r *Ranks) (out Levy) {
	need := order - r.Serving
	home := min(max(0, r.Fresh+r.Long-m.Cadre*order), max(0, r.First-need))
	home = min(max(home, -need), r.Serving)
	taken := max(0, need+home)
	part := func(of float64, left *float64) float64 {
		x := min(of, *left)
		*left -= x
		return x / max(1e-9, of)
	}
	out.Fresh = part(r.Fresh, &home)
	out.Long = part(r.Long, &home)
	out.Rest = part(max(0, r.Serving-r.Fresh-r.Long), &home)
	out.First = part(r.First, &taken)
	most := m.Most
	if most == 0 {
		most = 1
	}
	for a := range r.Reserve {
		out.Reserve[a] = most * part(most*r.Reserve[a], &taken)
	}
	return out
}
