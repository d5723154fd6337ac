// Package parameter finds the numbers inside a tree of structs by reflection,
// so that a number that a run can be given is written down once: as a field
// with its unit, range, source and meaning on its own line. It knows nothing
// of what the numbers do.
//
// A leaf is an exported field of a float or integer kind, or an element of an
// array of them; it is addressed by field names joined by dots and indices in
// brackets: "Plan.Ratchet.Pull", "Shop.Weight[2]". A node is a struct on the
// way. Embedded structs have no name of their own in a path. Pointers are
// followed where they are not nil. A field tagged `parameter:"-"` is passed
// over.
package parameter

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
)

// A Parameter is one number a run can be given.
type Parameter struct {
	Path    string
	Value   float64
	Low     float64
	High    float64
	Unit    string
	Source  string
	Meaning string
	Fits    string // the series on whose figures it was set by hand, institution by institution; "" if on none
}

// List returns every leaf of root, a pointer to a struct, in the order in
// which the fields are declared.
func List(root any) []Parameter {
	var out []Parameter
	for _, e := range entries(root) {
		if e.kind != leaf {
			continue
		}
		low, high, err := ParseRange(e.tag.Get("range"))
		if err != nil {
			low, high = math.Inf(-1), math.Inf(1)
		}
		out = append(out, Parameter{
			Path: e.path, Value: number(e.value), Low: low, High: high,
			Unit: e.tag.Get("unit"), Source: e.tag.Get("source"), Meaning: e.tag.Get("means"), Fits: e.tag.Get("fits"),
		})
	}
	return out
}

// Get returns the value of the leaf at path.
func Get(root any, path string) (float64, error) {
	e, err := find(root, path, leaf)
	if err != nil {
		return 0, err
	}
	return number(e.value), nil
}

// Set gives the leaf at path a value within its range. When it returns an
// error it has changed nothing.
func Set(root any, path string, value float64) error {
	e, err := find(root, path, leaf)
	if err != nil {
		return err
	}
	return e.set(value)
}

// Setter is Set for many numbers of one root: it walks the tree once. The
// root must not get other pointers in between.
func Setter(root any) func(path string, value float64) error {
	leaves := map[string]entry{}
	for _, e := range entries(root) {
		if e.kind == leaf {
			leaves[e.path] = e
		}
	}
	return func(path string, value float64) error {
		if e, ok := leaves[path]; ok {
			return e.set(value)
		}
		return Set(root, path, value) // for its message
	}
}

// choice tells whether a leaf stands for one of several things and not for how
// much of one: its unit says so, and it takes whole numbers only.
func (e entry) choice() bool { return e.tag.Get("unit") == "choice" }

// set gives a leaf a value within its range.
func (e entry) set(value float64) error {
	path := e.path
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return fmt.Errorf("parameter %s: %v is not a finite number", path, value)
	}
	low, high, err := ParseRange(e.tag.Get("range"))
	if err != nil {
		return fmt.Errorf("parameter %s: %w", path, err)
	}
	if value < low || value > high {
		return fmt.Errorf("parameter %s: %s is out of range: %s", path, Format(value), extent(low, high, e.tag.Get("unit")))
	}
	if e.choice() && value != math.Trunc(value) {
		return fmt.Errorf("parameter %s: %s is between two choices: give a whole number from %s to %s", path, Format(value), Format(low), Format(high))
	}
	if e.value.CanFloat() {
		e.value.SetFloat(value)
		return nil
	}
	if value != math.Trunc(value) || e.value.OverflowInt(int64(value)) || math.Abs(value) > 1<<53 {
		return fmt.Errorf("parameter %s: %s is not a whole number that fits: %s", path, Format(value), extent(low, high, e.tag.Get("unit")))
	}
	e.value.SetInt(int64(value))
	return nil
}

// Without takes out what path names, a struct, an array or a single leaf, by
// giving it its zero value, which is neutral. What carries a tag
// `keep:"reason"` cannot be taken out, by itself or with what holds it, nor
// can a number whose range leaves out zero.
func Without(root any, path string) error {
	e, err := find(root, path, leaf, array, node)
	if err != nil {
		return err
	}
	if why, kept := e.tag.Lookup("keep"); kept && e.kind == node {
		return fmt.Errorf("%s cannot be taken out: %s", path, why)
	}
	if low, high, err := ParseRange(e.tag.Get("range")); err == nil && e.kind != node && (low > 0 || high < 0) {
		return fmt.Errorf("%s cannot be taken out, since it cannot be zero: %s", path, extent(low, high, e.tag.Get("unit")))
	}
	clear(e.value)
	return nil
}

// clear gives v its zero value, but for the structs inside that are kept.
func clear(v reflect.Value) {
	if v.Kind() != reflect.Struct {
		v.SetZero()
		return
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if _, kept := f.Tag.Lookup("keep"); !kept && f.IsExported() {
			clear(v.Field(i))
		}
	}
}

// Removable lists the path of every struct below root that Without can take
// out, in the order of declaration.
func Removable(root any) []string {
	var out []string
	for _, e := range entries(root) {
		if _, kept := e.tag.Lookup("keep"); e.kind == node && !kept {
			out = append(out, e.path)
		}
	}
	return out
}

// Resolve turns what somebody typed into a path of root: the path itself, or
// its last elements if they name one thing only, whatever the case.
func Resolve(root any, word string) (path string, err error) {
	return Match(word, paths(root, leaf, array, node))
}

// Format writes a number as people do.
func Format(value float64) string { return strconv.FormatFloat(value, 'g', -1, 64) }

func extent(low, high float64, unit string) string {
	return strings.TrimSpace(fmt.Sprintf("give a value from %s to %s %s", Format(low), Format(high), unit))
}

// number is the value of a leaf.
func number(v reflect.Value) float64 {
	if v.CanFloat() {
		return v.Float()
	}
	return float64(v.Int())
}

// ParseRange reads the text of a range tag, "low high".
func ParseRange(text string) (low, high float64, err error) {
	ends := strings.Fields(text)
	if len(ends) != 2 {
		return 0, 0, fmt.Errorf("range %q: write two numbers, low and high", text)
	}
	low, err = strconv.ParseFloat(ends[0], 64)
	if err != nil {
		return 0, 0, fmt.Errorf("range %q: %q is not a number", text, ends[0])
	}
	high, err = strconv.ParseFloat(ends[1], 64)
	if err != nil {
		return 0, 0, fmt.Errorf("range %q: %q is not a number", text, ends[1])
	}
	if !(low <= high) {
		return 0, 0, fmt.Errorf("range %q: low is not below high", text)
	}
	return low, high, nil
}

// Within tells whether a path is a part of another, or that itself:
// Labour.Grade[3] is within Labour.Grade, and that is within Labour.
func Within(path, of string) bool {
	rest, is := strings.CutPrefix(path, of)
	return is && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
