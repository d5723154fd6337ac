package system

import "strings"

// labels are what systems are called in a heading, where their name alone does
// not say it.
var labels = map[string]string{
	"soviets-1917":               "Soviets of 1917",
	"nep":                        "NEP",
	"plan-1929":                  "Plan of 1929",
	"plan-1940":                  "Plan of 1940",
	"plan-1956":                  "Plan of 1956",
	"councils-1957":              "Regional councils of 1957",
	"sales-profit-1965":          "Sales and profit, 1965",
	"state-orders-1988":          "State orders of 1988",
	"tsarist":                    "Tsarist capitalism",
	"lange-socialism":            "Lange's socialism",
	"self-management":            "Self-management",
	"computed-planning":          "Computed planning, reports as made",
	"computed-planning-truthful": "Computed planning, full information",
}

// Label is what a system is called in a heading.
func Label(name string) string {
	if label := labels[name]; label != "" || name == "" {
		return label
	}
	words := strings.ReplaceAll(name, "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}
