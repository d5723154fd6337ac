package report

import (
	"html"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
