package format

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// missing are the ways in which tables say that there is no number.
var missing = map[string]bool{
	"": true, ".": true, "..": true, "...": true, "…": true, ":": true, "-": true, "--": true, "---": true, "–": true, "—": true,
	"n/a": true, "na": true, "(na)": true, "n.a.": true, "null": true, "none": true, "*": true, "(d)": true, ": c": true, ":c": true,
}

// isMissing tells whether a cell says that there is no number.
func isMissing(text string) bool { return missing[strings.ToLower(strings.TrimSpace(text))] }

// A manner is how a file writes numbers.
type manner struct{ decimal byte } // '.' or ','

// number reads a number. Where it is none, why says why and mend what to do.
func (m manner) number(text []byte) (v float64, why, mend string) {
	if m.decimal == '.' {
		if v, ok := plain(text); ok {
			return v, "", ""
		}
		if isGoNumber(text) {
			if v, err := strconv.ParseFloat(string(text), 64); err == nil {
				return v, "", ""
			}
		}
	}
	return m.slow(string(bytes.TrimSpace(text)))
}

// isGoNumber tells whether a text has only digits, points, signs and
// exponents, so that Go's own parser may read it.
func isGoNumber(text []byte) bool {
	for _, c := range text {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return false
		}
	}
	return len(text) > 0
}

// powers of ten that float64 holds exactly.
var powers = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// plain reads digits with at most one point and a sign, where that is exact:
// at most fifteen significant digits and a power of ten that float64 holds
// (Clinger 1990). Most numbers of tables are such.
func plain(text []byte) (float64, bool) {
	i, negative := 0, false
	if len(text) > 0 && text[0] == '-' {
		i, negative = 1, true
	}
	if i == len(text) {
		return 0, false
	}
	var digits uint64
	count, after, point := 0, 0, false
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits = digits*10 + uint64(c-'0')
			if digits > 0 {
				count++
			}
			if point {
				after++
			}
		case c == '.' && !point:
			point = true
		default:
			return 0, false
		}
	}
	if count > 15 || after > 22 {
		return 0, false
	}
	if count == 0 && digits == 0 && bytes.IndexByte(text, '0') < 0 {
		return 0, false // a point or a sign alone
	}
	v := float64(digits) / powers[after]
	if negative {
		v = -v
	}
	return v, true
}

// blanks are what may stand between thousands.
var blanks = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "'", "", "’", "")

// slow reads every number that people and programs write.
func (m manner) slow(text string) (v float64, why, mend string) {
	plainText := strings.Replace(text, "−", "-", 1)
	switch lower := strings.ToLower(strings.TrimLeft(plainText, "+-")); {
	case lower == "nan" || lower == "inf" || lower == "infinity" || lower == "∞" || lower == "1.#inf" || lower == "1.#qnan":
		return 0, "is no finite number", "write the number, or leave the cell empty"
	case strings.HasPrefix(text, "#"):
		return 0, "is an error that a spreadsheet left", "mend the formula and save again"
	case strings.HasSuffix(text, "%"):
		return 0, "is a percentage", "write 10 % as 0.1"
	}
	if !digitsOnly(plainText) {
		return 0, "is not a number", "write digits only, with a decimal point or comma"
	}
	squeezed := blanks.Replace(plainText)
	if squeezed != plainText && !grouped(plainText) {
		return 0, "has blanks in the number", "write it without blanks"
	}
	thousands := byte(',')
	if m.decimal == ',' {
		thousands = '.'
	}
	whole, fraction, hasFraction := strings.Cut(squeezed, string(m.decimal))
	if strings.IndexByte(fraction, thousands) >= 0 || strings.IndexByte(fraction, m.decimal) >= 0 {
		return 0, "mixes decimal signs", "write every number of the file with the same decimal sign"
	}
	if strings.IndexByte(whole, thousands) >= 0 {
		if !threes(strings.TrimLeft(whole, "+-"), thousands) {
			return 0, "has another decimal sign than the rest of the file", "write every number of the file with the same decimal sign"
		}
		whole = strings.ReplaceAll(whole, string(thousands), "")
	}
	if hasFraction {
		whole += "." + fraction
	}
	v, err := strconv.ParseFloat(whole, 64)
	if err != nil && math.IsInf(v, 0) {
		return 0, "is too large for a number", "choose a larger unit"
	}
	if err != nil {
		return 0, "is not a number", "write digits only, with a decimal point or comma"
	}
	return v, "", ""
}

// digitsOnly tells whether a text has only what numbers are made of.
func digitsOnly(text string) bool {
	digit := false
	for _, c := range text {
		if c >= '0' && c <= '9' {
			digit = true
		} else if !strings.ContainsRune("+-.,eE \u00a0\u202f\u2009'’", c) {
			return false
		}
	}
	return digit
}

// grouped tells whether blanks stand between thousands.
func grouped(text string) bool {
	text = strings.TrimLeft(text, "+-")
	if at := strings.IndexAny(text, ".,"); at >= 0 {
		text = text[:at]
	}
	for _, blank := range []string{"\u00a0", "\u202f", "\u2009", "'", "’"} {
		text = strings.ReplaceAll(text, blank, " ")
	}
	return threes(text, ' ')
}

// threes tells whether all parts but the first have three digits, and the
// first one to three that do not begin with zero.
func threes(text string, sign byte) bool {
	parts := strings.Split(text, string(sign))
	for at, part := range parts {
		if at > 0 && len(part) != 3 || at == 0 && (len(part) == 0 || len(part) > 3) {
			return false
		}
	}
	return len(parts) == 1 || parts[0][0] != '0'
}

// looksNumeric tells whether a cell could be a number in some manner.
func looksNumeric(text string) bool {
	text = strings.TrimSpace(text)
	return text != "" && digitsOnly(strings.Replace(text, "−", "-", 1)) && !strings.ContainsAny(text[:1], "eE")
}

// evidence is what the numbers of a file tell about its decimal sign.
type evidence struct {
	point, comma string // a number that can only be read so
	unclear      string // a number that can be read both ways
}

// see looks at one cell.
func (e *evidence) see(text string) {
	text = strings.TrimLeft(blanks.Replace(strings.TrimSpace(text)), "+-−")
	commas, points := strings.Count(text, ","), strings.Count(text, ".")
	switch {
	case commas == 0 && points == 0 || !digitsOnly(text):
	case commas > 0 && points > 0:
		if strings.LastIndex(text, ",") > strings.LastIndex(text, ".") {
			e.comma = text
		} else {
			e.point = text
		}
	case commas > 1:
		e.point = text // several commas part thousands
	case points > 1:
		e.comma = text
	case commas == 1 && threes(text, ','):
		e.unclear = text
	case commas == 1:
		e.comma = text
	case !threes(text, '.'):
		e.point = text
	}
}

// manner is how a file whose numbers gave this evidence writes them. Where
// it cannot be told, what says why.
func (e evidence) manner(asked string) (m manner, what string) {
	switch {
	case asked == "," || asked == ".":
		return manner{asked[0]}, ""
	case e.point != "" && e.comma != "":
		return manner{}, "decimal points and decimal commas are mixed: " + e.point + " and " + e.comma
	case e.comma != "":
		return manner{','}, ""
	case e.unclear != "" && e.point == "":
		return manner{}, e.unclear + " can be read as thousands or as a decimal comma"
	}
	return manner{'.'}, ""
}
