package report

import (
	"html"
	"html/template"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// thin is the narrow space that parts thousands.
const thin = "\u202f"

// number writes a value for people: three or four digits that matter, and
// thin spaces between thousands.
func number(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "–"
	case a == 0:
		return "0"
	case a >= 1e9 || a < 1e-4:
		return power(v)
	case a >= 100:
		return thousands(strconv.FormatFloat(v, 'f', 0, 64))
	case a >= 10:
		return minus(strconv.FormatFloat(v, 'f', 1, 64))
	case a >= 1:
		return minus(strconv.FormatFloat(v, 'f', 2, 64))
	}
	return minus(strconv.FormatFloat(v, 'f', min(5, 2-int(math.Floor(math.Log10(a)))), 64))
}

// exact writes a number that somebody chose, with all its digits.
func exact(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return "−∞"
	case a >= 1e12 || a > 0 && a < 1e-6:
		return power(v)
	}
	return thousands(strconv.FormatFloat(v, 'f', -1, 64))
}

// power writes v as 1.2 × 10⁻⁷.
func power(v float64) string {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', 2, 64), "e")
	digits = strings.TrimRight(strings.TrimRight(digits, "0"), ".")
	e, _ := strconv.Atoi(exponent)
	raised := strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(strconv.Itoa(e))
	return minus(digits + " × 10" + raised)
}

// thousands parts the whole part of a number of five digits or more.
func thousands(s string) string {
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

func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// perCent writes a growth rate or another change in per cent, with its sign.
func perCent(v float64) string {
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
	return minus(s)
}

// unitOf is the unit a chart prints and what values are multiplied by: people
// read shares in per cent.
func unitOf(unit string) (string, float64) {
	if rest, ok := strings.CutPrefix(unit, "share"); ok && (rest == "" || rest[0] == ' ') {
		return "%" + rest, 100
	}
	return unit, 1
}

// sentence makes a name such as war-communism readable.
func sentence(s string) string {
	s = strings.ReplaceAll(s, "-", " ")
	if s == "nep" {
		return "NEP"
	}
	if first, size := utf8.DecodeRuneInString(s); size > 0 {
		s = string(unicode.ToUpper(first)) + s[size:]
	}
	return s
}

// breakable lets a long path of a parameter break after its dots.
func breakable(path string) template.HTML {
	return template.HTML(strings.ReplaceAll(html.EscapeString(path), ".", ".<wbr>"))
}
