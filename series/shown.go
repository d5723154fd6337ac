package series

import (
	"math"
	"strconv"
	"strings"
)

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

// Digits writes a figure with so many digits that count, and its whole part
// whole. Only what is next to nothing has an exponent.
func Digits(v float64, n int) string {
	const nothing = 1e-7
	words := strconv.FormatFloat(v, 'g', n, 64)
	switch a := math.Abs(v); {
	case v == 0:
		return "0" // no negative zero
	case a < nothing || math.IsInf(v, 0) || math.IsNaN(v):
		return words
	case a >= math.Pow10(n):
		return strconv.FormatFloat(math.Round(v), 'f', 0, 64)
	case strings.Contains(words, "e"):
		short, _ := strconv.ParseFloat(words, 64)
		return strconv.FormatFloat(short, 'f', -1, 64)
	}
	return words
}
