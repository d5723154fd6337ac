package replica

import (
	"gosplan/draw"
)

// Allen is what is published of the two-sector simulation behind Farm to
// Factory: migration out of the countryside, and the share of investment that
// goes into making producer goods.
type Allen struct {
	ForcedSlope float64 `unit:"per year" range:"0 1" source:"Allen 2003, equation 50: 0.01875" means:"migration per unit of relative consumption, collectivised"`
	ForcedShift float64 `unit:"per year" range:"-1 1" source:"Allen 2003, equation 50: −0.018375" means:"migration at none"`
	FreeSlope   float64 `unit:"per year" range:"0 1" source:"Allen 2003, equation 50A: 0.005" means:"the same under free peasant farming"`
	FreeShift   float64 `unit:"per year" range:"-1 1" source:"Allen 2003, equation 50A: −0.001" means:"and its shift"`
	First       float64 `unit:"ratio" range:"0 10" source:"Allen 2003: 1.6" means:"urban over rural consumption at the start"`
	Last        float64 `unit:"ratio" range:"0 10" source:"Allen 2003: 2.3" means:"and at the end of the 1930s"`
	Rural       float64 `unit:"millions" range:"0 1000" source:"census of 1926: 147.0 less 26.3" means:"rural population at the start"`
	Natural     float64 `unit:"per year" range:"-1 1" source:"censuses of 1926 and 1939: 147.0 to 170.5" means:"natural growth"`
	Years       int     `unit:"years" range:"1 100" source:"1928 to 1939" means:"years of migration"`
	Reinvested  float64 `unit:"share" range:"0 1" source:"Allen 2003: e = 0.23" means:"share of producer goods that goes into making them"`
	Before      float64 `unit:"share" range:"0 1" source:"recalled: 0.07" means:"the same as in the 1920s"`
}

func allen() *Model {
	p := &Allen{
		ForcedSlope: 0.01875, ForcedShift: -0.018375, FreeSlope: 0.005, FreeShift: -0.001, First: 1.6, Last: 2.3,
		Rural: 120.7, Natural: 0.0122, Years: 11, Reinvested: 0.23, Before: 0.07,
	}
	return &Model{
		Name:  "allen",
		Title: "Allen's counterfactuals, as far as they are published",
		Claim: "Growth came from making machines with machines and from employment in towns; collectivisation added a little by driving people into towns, and free peasant farming would have come nearly as far.",
		Equations: `migration rate = 0.01875·r − 0.018375 collectivised, 0.005·r − 0.001 free;  r: urban over rural consumption per head
migrants = rate·rural population
k_p' = (1 − d)·k_p + e·y_p,  k_c' = (1 − d)·k_c + (1 − e)·y_p`,
		Source:     "Allen, Farm to Factory, Princeton 2003, appendix B (equations 16–18, 35, 46–51 as quoted) and chapters 3 and 8",
		Unknown:    "The coefficients of the production functions, of farm supply and of consumption, and tables 8.1 to 8.4, are not at hand. The counterfactuals themselves cannot be run; here are their migration, with r rising in a straight line between the two published values, and what e does in the two-sector core at the parameters of feldman-domar.",
		Parameters: p,
		Figures: append(figures(Computed, "equations 50 and 50A at the published r",
			digits("forced_first", "Migration at r = 1.6, collectivised", "% a year", 1.16, 2),
			digits("forced_last", "Migration at r = 2.3, collectivised", "% a year", 2.48, 2),
			digits("free_first", "Migration at r = 1.6, free", "% a year", 0.70, 2),
			digits("free_last", "Migration at r = 2.3, free", "% a year", 1.05, 2),
			digits("core", "Consumption after 13 years at e = 0.23", "first year = 1", 1.647, 3),
			digits("core_before", "The same at e = 0.07", "first year = 1", 1.443, 3),
		), figures(Verified, "censuses of 1926 and 1939: 18.5 million moved to towns",
			missed(digits("migrants", "People who moved to towns in eleven years, collectivised", "millions", 18.5, 1),
				"the path of r between its ends is not published, and the census counts from 1926"),
		)...),
		Run: p.run,
	}
}

// moved is how many go to town, with the rate of each year.
func (p *Allen) moved(slope, shift float64, watch func(year int, rate float64)) (migrants float64) {
	rural := p.Rural
	for year := range p.Years {
		r := p.First + (p.Last-p.First)*float64(year)/float64(max(1, p.Years-1))
		rate := slope*r + shift
		leave := rate * rural
		migrants += leave
		rural = rural*(1+p.Natural) - leave
		watch(year, rate)
	}
	return migrants
}

func (p *Allen) run(_ draw.Deck, log *Log) (Readings, error) {
	const percent, span = 100, 13
	core := newFeldman()
	after, _ := core.path(p.Reinvested, span)
	before, _ := core.path(p.Before, span)
	out := Readings{
		"forced_first": percent * (p.ForcedSlope*p.First + p.ForcedShift), "forced_last": percent * (p.ForcedSlope*p.Last + p.ForcedShift),
		"free_first": percent * (p.FreeSlope*p.First + p.FreeShift), "free_last": percent * (p.FreeSlope*p.Last + p.FreeShift),
		"core": after[span], "core_before": before[span],
	}
	out["migrants"] = p.moved(p.ForcedSlope, p.ForcedShift, func(year int, rate float64) {
		log.Write("migration_collectivised", "share a year", 1929+year, rate)
	})
	p.moved(p.FreeSlope, p.FreeShift, func(year int, rate float64) {
		log.Write("migration_free", "share a year", 1929+year, rate)
	})
	return out, nil
}
