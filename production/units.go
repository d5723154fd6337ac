package production

import (
	"fmt"
	"strings"
)

// scales are words that say how many of a unit are meant.
var scales = map[string]bool{
	"thousand": true, "thousands": true, "million": true, "millions": true, "mill": true, "mio": true,
	"billion": true, "billions": true, "bn": true, "k": true, "1000": true, "10k": true, "hundred": true, "of": true,
}

// weights are units that differ in scale only, by what they measure.
var weights = map[string]string{
	"g": "mass", "kg": "mass", "t": "mass", "kt": "mass", "mt": "mass", "tonne": "mass", "tonnes": "mass", "ton": "mass", "tons": "mass",
	"wh": "energy", "kwh": "energy", "mwh": "energy", "gwh": "energy", "twh": "energy", "j": "energy", "kj": "energy",
	"mj": "energy", "gj": "energy", "tj": "energy", "pj": "energy",
	"m": "length", "km": "length", "l": "volume", "m3": "volume", "m³": "volume",
	"h": "time", "hour": "time", "hours": "time", "day": "time", "days": "time",
}

// measure is what a unit measures, without its scale: "usd" for "million USD".
func measure(unit string) string {
	var words []string
	for _, word := range strings.Fields(strings.ToLower(strings.ReplaceAll(unit, "_", " "))) {
		if !scales[word] {
			words = append(words, word)
		}
	}
	rest := strings.Join(words, " ")
	if kind, known := weights[rest]; known {
		return kind
	}
	return rest
}

// checkUnits looks for missing units, and for units of one measure that
// differ in scale, which is where factors of a thousand come from.
func checkUnits(t *Table) Findings {
	if t.Units == nil {
		if t.Unit == "" {
			return Findings{{Severity: Note, Kind: "no unit", Count: t.N, What: "no unit is given for any product", Mend: "name the unit, so that a plan can be read"}}
		}
		return nil
	}
	missing := &tally{Finding: Finding{Severity: Warning, Kind: "missing unit", Mend: "give every product its unit"}}
	mixed := &tally{Finding: Finding{Severity: Warning, Kind: "mixed units", Mend: "use one scale for what is measured alike, or make sure that every recipe keeps to them"}}
	first := map[string]int{}
	for i, unit := range t.Units {
		if unit == "" {
			missing.see(0, func() (string, string) { return "product " + t.Product(i), "it has no unit" })
			continue
		}
		kind := measure(unit)
		before, known := first[kind]
		if !known {
			first[kind] = i
		} else if !strings.EqualFold(t.Units[before], unit) {
			mixed.see(0, func() (string, string) {
				return "product " + t.Product(i), fmt.Sprintf("it is measured in %s, but %s in %s", unit, t.Product(before), t.Units[before])
			})
		}
	}
	return found(missing, mixed)
}
