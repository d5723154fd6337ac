package mechanism

// SecondEconomy — M10, with M9 for what cannot be spent. What shops lack is
// sold under the counter.
//
//	diverted = Most·clip((p_free/p_state − 1)·Gain − Risk·severity, 0, 1)
//
// Claim: shortage at fixed prices feeds a second economy that takes the goods
// and pays who holds them.
//
// Source: Grossman 1977; Shida 2019 (an eighth of income).
// Ablation: Retail.Second; theory expects more frustrated purchases at the counter's price and more forced saving.
type SecondEconomy struct {
	Most float64 `unit:"share of supply" range:"0 0.6" source:"calibrated: second economy 1960-70" means:"most that can be diverted"`
	Gain float64 `unit:"share" range:"0 3" source:"assumed" means:"response to the gain"`
	Risk float64 `unit:"ratio" range:"0 5" source:"assumed" means:"deterrence by the severity of the law"`
}

// Diverted is the share of a shop's supply sold under the counter.
func (m SecondEconomy) Diverted(ratio, severity float64) float64 {
	return m.Most * min(1, max(0, (ratio-1)*m.Gain-m.Risk*severity))
}
