package sheet

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Pen writes SVG.
type Pen struct{ strings.Builder }

// Raw writes as it is.
func (p *Pen) Raw(s string) { p.WriteString(s) }

// Open writes formatted, without escaping.
func (p *Pen) Open(format string, args ...any) { fmt.Fprintf(p, format, args...) }

// Path draws a path; a closed one is filled.
func (p *Pen) Path(class, d string, closed bool) {
	if d == "" {
		return
	}
	fill := ` fill="none"`
	if closed {
		fill = ""
	}
	p.Open(`<path class="%s" d="%s"%s/>`, class, d, fill)
}

// Rect draws a rectangle.
func (p *Pen) Rect(class string, x, y, width, height float64) {
	p.Open(`<rect class="%s" x="%s" y="%s" width="%s" height="%s"/>`, class, Px(x), Px(y), Px(width), Px(height))
}

// Rule draws a line.
func (p *Pen) Rule(class string, x1, y1, x2, y2 float64) {
	p.Open(`<path class="%s" d="M%s %sL%s %s"/>`, class, Px(x1), Px(y1), Px(x2), Px(y2))
}

// Text writes escaped words; anchor is start, middle or end.
func (p *Pen) Text(class string, x, y float64, anchor, words string) {
	p.Open(`<text class="%s" x="%s" y="%s" text-anchor="%s">%s</text>`, class, Px(x), Px(y), anchor, html.EscapeString(words))
}

// Px writes a length with a tenth of a pixel.
func Px(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	s = strings.TrimSuffix(s, ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

// TextWidth guesses how wide words are in a sans-serif of this size.
func TextWidth(words string, points float64) float64 {
	return 0.54 * points * float64(utf8.RuneCountInString(words))
}

// Fit shortens words that are wider than the room there is.
func Fit(words string, room, points float64) string {
	if TextWidth(words, points) <= room {
		return words
	}
	letters := []rune(words)
	for len(letters) > 1 && TextWidth(string(letters)+"…", points) > room {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
