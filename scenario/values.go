package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gosplan/parameter"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// path decodes values by year.
func (d *decoder) path(path string, n ast.Node, target *Path, r rule) {
	*target = Path{}
	d.years(path, n, func(year int, inside ast.Node) {
		(*target)[year] = d.number(join(path, strconv.Itoa(year)), inside, r)
	})
}

// regional decodes values by year and region.
func (d *decoder) regional(path string, n ast.Node, target *Regional, r rule) {
	*target = Regional{}
	d.years(path, n, func(year int, inside ast.Node) {
		regions := map[string]float64{}
		here := join(path, strconv.Itoa(year))
		d.entries(here, inside, func(key string, k, value ast.Node) {
			if !slices.Contains(Regions, key) {
				mend := parameter.Suggest(key, Regions)
				if mend == "" {
					mend = "; the regions are " + strings.Join(Regions, ", ")
				}
				d.complain(k, "unknown region %q%s", key, mend)
				return
			}
			regions[key] = d.number(join(here, key), value, r)
		})
		(*target)[year] = regions
	})
}

// years calls each for every year of a mapping, in ascending order.
func (d *decoder) years(path string, n ast.Node, each func(year int, inside ast.Node)) {
	last := 0
	d.entries(path, n, func(key string, k, inside ast.Node) {
		year, err := strconv.Atoi(key)
		switch {
		case err != nil || len(key) != 4:
			d.complain(k, "%q is not a year; write values by year, as 1929: 0.15", key)
			return
		case checkYear(year) != nil:
			d.complain(k, "%v", checkYear(year))
			return
		case year <= last:
			d.complain(k, "year %d comes after %d; put the years in order", year, last)
			return
		}
		last = year
		each(year, inside)
	})
}

// number decodes a finite number that keeps to its rule.
func (d *decoder) number(path string, n ast.Node, r rule) float64 {
	d.text.at[path] = place(n)
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
	case *ast.StringNode:
		if !isFigure(n) {
			d.mismatch(path, n, "a number, as 0.15")
			return 0
		}
	case *ast.InfinityNode, *ast.NanNode:
		d.complain(n, "%s is not a finite number; write a number as 0.15", spoken(path))
		return 0
	default:
		d.mismatch(path, n, "a number, as 0.15")
		return 0
	}
	v, err := strconv.ParseFloat(n.GetToken().Value, 64)
	if err != nil {
		d.complain(n, "%s: %s is not a plain number; write it as 0.15", spoken(path), n.GetToken().Value)
		return 0
	}
	if what := r.check(v); what != "" {
		d.complain(n, "%s: %s", spoken(path), what)
		return 0
	}
	return v
}

// isFigure tells whether a word is a number that YAML takes for text: 1e-1, which
// it would have with a point.
func isFigure(n *ast.StringNode) bool {
	word := n.GetToken()
	_, err := strconv.ParseFloat(word.Value, 64)
	return word.Type == token.StringType && err == nil && strings.Trim(word.Value, "0123456789+-.eE") == ""
}

// whole decodes a whole number.
func (d *decoder) whole(path string, n ast.Node) int {
	if _, ok := n.(*ast.IntegerNode); !ok {
		d.mismatch(path, n, "a whole number, as 1")
		return 0
	}
	v, err := strconv.Atoi(n.GetToken().Value)
	if err != nil {
		d.complain(n, "%s: %s is not a plain whole number; write it as 1", spoken(path), n.GetToken().Value)
	}
	return v
}

// yes decodes true or false.
func (d *decoder) yes(path string, n ast.Node) bool {
	b, ok := n.(*ast.BoolNode)
	if !ok {
		d.mismatch(path, n, "true or false")
		return false
	}
	return b.Value
}

// words decodes text.
func (d *decoder) words(path string, n ast.Node) string {
	switch s := n.(type) {
	case *ast.StringNode:
		return s.Value
	case *ast.LiteralNode:
		return s.Value.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		d.mismatch(path, n, `text in quotes, as "`+n.GetToken().Value+`"`)
	default:
		d.mismatch(path, n, "text")
	}
	return ""
}

// month decodes a month such as 1929-10.
func (d *decoder) month(path string, n ast.Node, target *Month) {
	s, ok := n.(*ast.StringNode)
	if !ok {
		d.mismatch(path, n, "year and month, as 1929-10")
		return
	}
	m, err := ParseMonth(s.Value)
	if err != nil {
		d.complain(n, "%s: %v", spoken(path), err)
		return
	}
	*target = m
}

// version looks at the version before all else, because a file of a newer one
// may say things that are not known here.
func (d *decoder) version(root ast.Node) {
	found := false
	d.entries("", root, func(key string, _, inside ast.Node) {
		if key != "version" {
			return
		}
		found = true
		if v := d.whole("version", inside); v > Version {
			d.complain(inside, "version %d is newer than this gosplan, which reads version %d; use a newer gosplan", v, Version)
		} else if v < 1 && len(d.wrong) == 0 {
			d.complain(inside, "version %d does not exist; write version: %d", v, Version)
		}
	})
	if !found && len(d.wrong) == 0 {
		d.wrong.add(d.text.mistake(position{1, 1}, fmt.Sprintf("version is missing; begin the file with: version: %d", Version)))
	}
}

// Paths are the changed parameters in order.
func (c Changes) Paths() []string {
	paths := make([]string, 0, len(c))
	for path := range c {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}
