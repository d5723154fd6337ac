package format

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A pick keeps to those lines that have a value in a column.
type pick struct {
	at   int
	name string
	want string
	only bool // nobody picked: a line with another value is an error
}

// settle decides from the first lines how numbers are written, and which of
// several tables is meant.
func (l *longReader) settle(lines [][]string) error {
	var e evidence
	for _, fields := range lines {
		if l.layout.value < len(fields) {
			e.see(fields[l.layout.value])
		}
	}
	var what string
	if l.manner, what = e.manner(l.Decimal); what != "" {
		return &Error{Column: l.layout.value + 1, What: what, Mend: "say which sign is the decimal sign, or write all numbers alike"}
	}
	for at := range l.layout.picks {
		p := &l.layout.picks[at]
		if p.want != "" {
			continue
		}
		for _, wanted := range pickFirst[p.name] {
			if slices.ContainsFunc(lines, func(fields []string) bool { return p.at < len(fields) && fields[p.at] == wanted }) {
				p.want = wanted
				l.note("picked", "", fmt.Sprintf("of column %s, lines of %s are read", p.name, wanted))
				break
			}
		}
		if p.want == "" && len(lines) > 0 && p.at < len(lines[0]) {
			p.want, p.only = lines[0][p.at], true
		}
		if p.name == "unit" && l.unit == "" {
			l.unit = unitCode(p.want)
		}
	}
	return nil
}

// unitCode is a statistical office's code of a unit, in words.
func unitCode(code string) string {
	for _, known := range [][2]string{{"MIO_EUR", "million EUR"}, {"MIO_NAC", "million national currency"}, {"THS_T", "thousand t"}, {"T_NAC", "thousand national currency"}} {
		if code == known[0] {
			return known[1]
		}
	}
	return code
}

// other is the error of a line that belongs to another table than the first.
func (p pick) other(line int, value string) *Error {
	return &Error{Row: line, Column: p.at + 1, What: fmt.Sprintf("several tables are in the file: %s is %q and %q", p.name, p.want, value),
		Mend: fmt.Sprintf("pick one, as in %s=%s", p.name, p.want)}
}

// pick keeps to the lines that a user picked, by any column.
func (l *longLayout) pick(header []cell, picked map[string]string) *Error {
	for _, name := range slices.Sorted(maps.Keys(picked)) {
		at := slices.IndexFunc(header, func(c cell) bool { return strings.EqualFold(strings.TrimSpace(c.text), name) })
		if at < 0 {
			return &Error{What: fmt.Sprintf("has no column %q to pick from", name), Mend: "name a column of the header"}
		}
		k := slices.IndexFunc(l.picks, func(p pick) bool { return p.at == at })
		if k < 0 {
			k = len(l.picks)
			l.picks = append(l.picks, pick{at: at, name: name})
		}
		l.picks[k].want = picked[name]
	}
	return nil
}
