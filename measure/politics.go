package measure

import "gosplan/economy"

// politics writes what was reckoned of politics on 1 January.
func (c *writer) politics(o *economy.Polity) {
	for g := range economy.Groups {
		c.put("power_"+g.String(), o.Group[g].Influence)
	}
	for _, g := range []economy.Group{economy.Workers, economy.Peasants, economy.Specialists, economy.Officials} {
		c.put("policy_distance_"+g.String(), o.Group[g].Distance)
	}
	c.put("franchise", o.Policy[economy.Franchise])
	c.put("coercion", o.Coercion)
	c.put("organisation_workers", o.Group[economy.Workers].Organisation)
	c.put("unrest", o.Unrest)
	c.party(&o.Party)
	c.put("specialists_in_posts", o.Experts)
	c.put("specialist_pay", ratio(o.Group[economy.Specialists].Pay, o.Group[economy.Workers].Pay))
	if o.Spread > 0 && o.Spread < 1 {
		c.put("pay_deciles", 1/(1-o.Spread))
	}
	c.put("elite_persistence", o.Heredity)
	c.put("class_division", (o.Spread+max(0, o.Heredity)+o.Experts)/3)
	var won, taken float64
	for k := range o.Country {
		won += o.Country[k].Revolution
		taken += o.Country[k].Model
	}
	c.put("foreign_revolutions", won)
	c.put("adopting_countries", taken)
}

// party writes who belongs to it, by present occupation.
func (c *writer) party(p *economy.Party) {
	all := p.All()
	c.put("party_members", all)
	c.put("party_bench_share", ratio(p.Members(economy.Workers), all))
	c.put("party_official_share", ratio(p.Members(economy.Officials), all))
	var bench float64
	for at := range economy.Regions {
		bench += p.Post[at][economy.Workers]
	}
	c.put("officials_from_bench", ratio(bench, p.Members(economy.Officials)))
}
