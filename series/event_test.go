package series

import "testing"

func TestEventsInWords(t *testing.T) {
	for _, c := range []struct {
		name            string
		e               Event
		date, what, why string
	}{
		{"a change", Event{Year: 1929, Month: 1, From: "market", To: "plan", For: []string{"officials", "soldiers"}, Against: []string{"peasants"}, Support: 0.62, Crisis: 1.4,
			Parts: []Part{{"growth", 0.3}, {"food", 1.1}, {"arms", 0}}},
			"1929-01", "market → plan", "for it officials, soldiers (62 % of influence); against it peasants; crisis 1.40: food 1.10, growth 0.30"},
		{"nobody is against it", Event{Year: 921, Month: 12, From: "a", To: "b", For: []string{"all"}, Support: 1},
			"0921-12", "a → b", "for it all (100 % of influence); against it nobody; crisis 0.00"},
		{"a collapse", Event{Year: 1991, Month: 1, From: "plan", Fall: 0.2, Crisis: 2, Parts: []Part{{"growth", 2}}},
			"1991-01", "plan: output fell by 20 % in three years", "crisis 2.00: growth 2.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.e.Date() != c.date || c.e.What() != c.what || c.e.Why() != c.why {
				t.Errorf("%q, %q, %q", c.e.Date(), c.e.What(), c.e.Why())
			}
		})
	}
}
