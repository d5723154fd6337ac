package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// thin is the narrow space that parts thousands.
const thin = "\u202f"

// hard is a space at which no line is broken.
const hard = "\u00a0"

// Number writes a value for people: three or four digits that matter, and
// thin spaces between thousands.
func Number(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "–"
	case a == 0:
		return "0"
	case a >= 1e9 || a < 1e-4:
		return Power(v)
	case a >= 99.95:
		return Thousands(strconv.FormatFloat(v, 'f', 0, 64))
	case a >= 9.995:
		return Minus(strconv.FormatFloat(v, 'f', 1, 64))
	case a >= 0.9995:
		return Minus(strconv.FormatFloat(v, 'f', 2, 64))
	}
	const round = 1.0005 // 0.09996 has the digits of 0.1
	return Minus(strconv.FormatFloat(v, 'f', 2-int(math.Floor(math.Log10(a*round))), 64))
}

// Seconds writes how long something took.
func Seconds(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%d ms", max(1, d.Milliseconds()))
	case d < 2*time.Minute:
		return Number(d.Seconds()) + " s"
	}
	return Number(d.Minutes()) + " min"
}

// Exact writes a number that somebody chose, with all its digits.
func Exact(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return "−∞"
	case a >= 1e12 || a > 0 && a < 1e-6:
		return Power(v)
	}
	return Thousands(strconv.FormatFloat(v, 'f', -1, 64))
}

// Power writes v as 1.2 × 10⁻⁷.
func Power(v float64) string {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', 2, 64), "e")
	digits = strings.TrimRight(strings.TrimRight(digits, "0"), ".")
	e, _ := strconv.Atoi(exponent)
	raised := strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(strconv.Itoa(e))
	return Minus(digits + hard + "×" + hard + "10" + raised)
}

// Thousands parts the whole part of a number of five digits or more.
func Thousands(s string) string {
	s, sign := strings.CutPrefix(s, "-")
	whole, part, hasPart := strings.Cut(s, ".")
	if len(whole) > 4 {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + thin + whole[i:]
		}
	}
	if hasPart {
		whole += "." + part
	}
	if sign {
		return "−" + whole
	}
	return whole
}

// Minus writes a minus sign for a hyphen.
func Minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// Percent writes a growth rate or another change in per cent, with its sign.
func Percent(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	s := strconv.FormatFloat(v*100, 'f', 1, 64)
	if s == "-0.0" {
		s = "0.0"
	}
	if v > 0 && s != "0.0" {
		s = "+" + s
	}
	return Minus(s)
}
