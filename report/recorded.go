package report

import (
	"gosplan/data"
	"gosplan/series"
)

// recorded pairs series of a run with tables of package data in the same
// unit. Later tables of a series add years or widen the range. The notion says
// where the record counts something else than the run.
var recorded = []struct {
	series string
	tables []string
	notion string
}{
	{"births", []string{"births"}, ""},
	{"deaths", []string{"deaths"}, ""},
	{"urban_share", []string{"urban_share"}, ""},
	{"investment_share", []string{"investment_share"}, ""},
	{"military_share", []string{"military_share", "military_share_war"}, "The record of the war years has a wider notion of outlays than that of the years before and after."},
	{"oil_output", []string{"oil_output"}, ""},
	{"grain_procurement", []string{"grain_procurement"}, ""},
	{"sown_area", []string{"sown_area"}, ""},
	{"grain_export", []string{"grain_export"}, ""},
	{"grain_import", []string{"grain_import"}, ""},
	{"food_per_head_rural", []string{"grain_food"}, foodNotion},
	{"food_per_head_urban", []string{"grain_food"}, foodNotion},
	{"collectivised_share", []string{"collectivised_share"}, ""},
	{"horses", []string{"horses"}, ""},
	{"cattle", []string{"cattle"}, ""},
	{"pigs", []string{"pigs"}, ""},
	{"sheep", []string{"sheep"}, ""},
	{"employed_outside_farms", []string{"employed_outside_farms"}, ""},
	{"state_employees", []string{"state_employees"}, ""},
	{"farm_employment_share", []string{"farm_employment_share"}, ""},
	{"women_share", []string{"women_share"}, ""},
	{"unemployment_rate", []string{"union_unemployment"}, "The record is of members of trade unions on 1 July, the run of all townspeople."},
	{"turnover", []string{"turnover"}, "The record is of industry: all who left to 1936, from 1956 on only who quit or was dismissed for a breach of discipline. The run counts whoever leaves any post."},
	{"consumption_per_head", []string{"consumption_index"}, ""},
	{"real_wage", []string{"real_wage"}, ""},
	{"wage", []string{"wage"}, ""},
	{"market_price_ratio", []string{"market_price_ratio"}, ""},
	{"scissors", []string{"scissors"}, ""},
	{"cash_months", []string{"cash_months"}, "The record is of the end of the year; the sums behind it are known roughly."},
	{"second_economy_share", []string{"second_economy_share"}, ""},
	{"budget_deficit", []string{"budget_deficit"}, ""},
	{"gini", []string{"gini"}, "The record counts food of one's own as income, the run money alone."},
	{"pay_deciles", []string{"pay_deciles"}, "The record is of workers and employees in March, the run of whoever earns a wage on 1 January."},
	{"equipment_age", []string{"equipment_age"}, ""},
	{"unfinished_construction", []string{"unfinished_construction"}, ""},
	{"strike_days", []string{"strike_days"}, "The record is of what was reported for 1989 and 1990; strikes of before were not."},
	{"party_members", []string{"party_members"}, "The record counts candidates as members."},
}

const foodNotion = "The record is cereals for food over all people, town and village together."

// harvestNotions are those of the record that harvests puts together.
var harvestNotions = map[string]string{
	"grain_output":      "Dots are the harvest in the barn, after 1954 in bunker weight, some 10 % too much moisture and dirt. Their figures of 1941–44 leave out occupied land and stand on the chart of land not cut off.",
	"grain_output_free": "Only the harvests of 1941–44 were recorded without land that was cut off.",
}

// notion says where the record of a series counts something else.
func notion(name string) string {
	for _, r := range recorded {
		if r.series == name {
			return r.notion
		}
	}
	return harvestNotions[name]
}

// occupied are the years whose recorded harvest leaves out occupied land.
func occupied(p data.Point) bool { return p.Year >= 1941 && p.Year <= 1944 }

// harvests are the record of grain: the harvest in the barn, that of land not
// occupied, and what was claimed at the time.
func harvests() []Published {
	barn, claimed := data.Find("grain_output"), data.Find("grain_output_official")
	if barn == nil || claimed == nil {
		return nil
	}
	official := published("grain_output", claimed, 1)
	official.Aside = "official, 1933–39 biological yield"
	free := published("grain_output_free", keep(barn, occupied), 1)
	free.Source = "TsSU SSSR, Narodnoe khozyaistvo SSSR"
	return []Published{
		published("grain_output", keep(barn, func(p data.Point) bool { return !occupied(p) }), 1),
		free,
		official,
	}
}

// Record is the historical record of package data, in the units of the
// catalogue.
func Record() []Published {
	var out []Published
	for _, r := range recorded {
		for _, name := range r.tables {
			if t := data.Find(name); t != nil {
				out = append(out, published(r.series, t, 1))
			}
		}
	}
	if t := data.Find("inventory_ratio"); t != nil {
		for _, p := range published("stock_ratio", only(t, "USSR"), 1).Points {
			out = append(out, Published{Series: "stock_ratio", Place: series.Nation, Points: []Point{p}, Source: cite(t), Tier: t.Tier})
		}
	}
	return append(append(out, harvests()...), product()...)
}

// tierWords say how far figures of a tier can be trusted.
var tierWords = map[string]string{
	data.Archival:       "counted or archival",
	data.Reconstruction: "a reconstruction",
	data.Contested:      "contested",
	data.Recalled:       "recalled, not looked up",
}

// tier is that of all points of a table, R only in part where some are not.
func tier(points []data.Point) string {
	worst, recalled := "", 0
	for _, p := range points {
		if p.Tier == data.Recalled {
			recalled++
		} else if p.Tier > worst {
			worst = p.Tier
		}
	}
	switch {
	case recalled == 0:
		return worst
	case worst == "":
		return data.Recalled
	}
	return worst + data.Recalled
}

// trust is a tier in words.
func trust(tier string) string {
	switch {
	case tier == "":
		return ""
	case len(tier) == 2 && tier[1:] == data.Recalled:
		return tierWords[tier[:1]] + ", in part recalled"
	case tierWords[tier] != "":
		return tierWords[tier]
	}
	return tier
}
