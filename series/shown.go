package series

import "strings"

// Shown is the unit in which people read a figure and what it is multiplied by:
// shares are read in per cent.
func Shown(unit string) (string, float64) {
	if rest, ok := strings.CutPrefix(unit, "share"); ok && (rest == "" || rest[0] == ' ') {
		return "%" + rest, 100
	}
	if unit == "difference of shares" {
		return "percentage points", 100
	}
	return unit, 1
}

// ShownDifference is the unit in which people read a difference of two figures.
func ShownDifference(unit string) (string, float64) {
	shown, by := Shown(unit)
	if rest, ok := strings.CutPrefix(shown, "%"); ok {
		shown = "percentage points" + rest
	}
	return shown, by
}
