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

// marked is a paragraph of Markdown whose only marks are those of code.
func marked(text string) template.HTML {
	parts := strings.Split(text, "`")
	if len(parts)%2 == 0 { // a mark without another
		return template.HTML(html.EscapeString(text))
	}
	var b strings.Builder
	for i, part := range parts {
		if part = html.EscapeString(part); i%2 == 1 {
			part = "<code>" + part + "</code>"
		}
		b.WriteString(part)
	}
	return template.HTML(b.String())
}

// breakable lets a long path of a parameter break after its dots.
func breakable(path string) template.HTML {
	return template.HTML(strings.ReplaceAll(html.EscapeString(path), ".", ".<wbr>"))
}
