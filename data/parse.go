package data

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// columns are what a table may have; the first line after the headers names
// those it has.
var columns = []string{"from", "year", "region", "value", "low", "high", "tier"}

// parse reads header lines "# key: value", a line of column names, and rows.
func parse(name, text string) (*Series, error) {
	s := &Series{}
	fields := map[string]*string{
		"name": &s.Name, "unit": &s.Unit, "source": &s.Source, "tier": &s.Tier, "borders": &s.Borders,
		"basis": &s.Basis, "caveat": &s.Caveat, "licence": &s.Licence,
	}
	for strings.HasPrefix(text, "# ") {
		line, rest, _ := strings.Cut(text, "\n")
		key, value, _ := strings.Cut(line[2:], ": ")
		if fields[key] == nil {
			return nil, fmt.Errorf("data: %s: unknown header %q", name, key)
		}
		*fields[key] = strings.TrimSpace(value)
		text = rest
	}
	for key, value := range fields {
		if *value == "" {
			return nil, fmt.Errorf("data: %s: no %s", name, key)
		}
	}
	if s.Name != name {
		return nil, fmt.Errorf("data: %s: calls itself %q", name, s.Name)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("data: %s: %v", name, err)
	}
	if len(rows) < 2 {
		return nil, fmt.Errorf("data: %s: no rows", name)
	}
	for _, c := range rows[0] {
		if !slices.Contains(columns, c) {
			return nil, fmt.Errorf("data: %s: unknown column %q", name, c)
		}
	}
	for _, row := range rows[1:] {
		p, err := point(rows[0], row, s.Tier)
		if err != nil {
			return nil, fmt.Errorf("data: %s: %v: %v", name, row, err)
		}
		s.Points = append(s.Points, p)
	}
	return s, nil
}

// point reads one row.
func point(names, row []string, tier string) (Point, error) {
	p := Point{Tier: tier}
	var err error
	number := func(text string) float64 {
		v, e := strconv.ParseFloat(text, 64)
		if e != nil {
			err = e
		}
		return v
	}
	hasSpread := false
	for i, c := range names {
		switch c {
		case "from":
			p.From = int(number(row[i]))
		case "year":
			p.Year = int(number(row[i]))
		case "region":
			p.Region = row[i]
		case "value":
			p.Value = number(row[i])
		case "low":
			p.Low, hasSpread = number(row[i]), true
		case "high":
			p.High = number(row[i])
		case "tier":
			p.Tier = row[i]
		}
	}
	if p.From == 0 {
		p.From = p.Year
	}
	if !hasSpread {
		p.Low, p.High = p.Value, p.Value
	}
	return p, err
}
