package report

import (
	"html"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
