package scenario

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"gosplan/parameter"

	"github.com/goccy/go-yaml/ast"
)

// A rule is what the tags of a field say of its numbers.
type rule struct {
	low, high float64
	unit      string
	bounded   bool
}

func ruleOf(tag reflect.StructTag) rule {
	low, high, err := parameter.ParseRange(tag.Get("range"))
	return rule{low, high, tag.Get("unit"), err == nil}
}

// check says what is wrong with a number, or "".
func (r rule) check(v float64) string {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return fmt.Sprintf("%v is not a finite number", v)
	case r.bounded && (v < r.low || v > r.high):
		return fmt.Sprintf("%s is out of range; give a value from %s to %s (%s)",
			parameter.Format(v), parameter.Format(r.low), parameter.Format(r.high), r.unit)
	}
	return ""
}

// A decoder fills a scenario from the tree of its text.
type decoder struct {
	text   *text
	wrong  mistakes
	chosen map[string]Choices // words found under set, by its place
}

func (d *decoder) complain(n ast.Node, format string, arguments ...any) {
	d.wrong.add(d.text.mistake(place(n), fmt.Sprintf(format, arguments...)))
}

// join makes the name of a place inside another.
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// value decodes a node into v; path is its place for messages.
func (d *decoder) value(path string, n ast.Node, v reflect.Value, r rule) {
	d.text.at[path] = place(n)
	switch target := v.Addr().Interface().(type) {
	case *Month:
		d.month(path, n, target)
	case *Path:
		d.path(path, n, target, r)
	case *Regional:
		d.regional(path, n, target, r)
	case *Changes:
		d.changes(path, n, target)
	case *Choices:
		d.choices(path, n, target)
	case *int:
		*target = d.whole(path, n)
	case *string:
		*target = d.words(path, n)
	case *bool:
		*target = d.yes(path, n)
	default:
		d.composite(path, n, v)
	}
}

// composite decodes structs and lists.
func (d *decoder) composite(path string, n ast.Node, v reflect.Value) {
	if v.Kind() == reflect.Slice {
		list, ok := n.(*ast.SequenceNode)
		if !ok {
			d.mismatch(path, n, "a list, one line each beginning with a dash")
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(list.Values), len(list.Values)))
		for i, inside := range list.Values {
			d.value(join(path, strconv.Itoa(i)), inside, v.Index(i), rule{})
			if v.Index(i).Kind() == reflect.String {
				d.text.at[join(path, v.Index(i).String())] = place(inside)
			}
		}
		return
	}
	fields := map[string]int{}
	var names []string
	for i := range v.NumField() {
		if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); name != "" {
			fields[name] = i
			names = append(names, name)
		}
	}
	d.entries(path, n, func(key string, k, inside ast.Node) {
		i, known := fields[key]
		if !known {
			d.unknown(path, key, k, names)
			return
		}
		d.value(join(path, key), inside, v.Field(i), ruleOf(v.Type().Field(i).Tag))
	})
	d.hand(path, v)
}

// unknown explains a key that does not belong here, by the nearest that does.
func (d *decoder) unknown(path, key string, k ast.Node, names []string) {
	where := "a scenario"
	if path != "" {
		where = spoken(path)
	}
	mend := parameter.Suggest(key, names)
	if mend == "" {
		mend = "; it may have " + strings.Join(names, ", ")
	}
	d.complain(k, "unknown key %q in %s%s", key, where, mend)
}

// entries calls each for every key of a mapping, which must not repeat.
func (d *decoder) entries(path string, n ast.Node, each func(key string, k, inside ast.Node)) {
	var pairs []*ast.MappingValueNode
	switch m := n.(type) {
	case *ast.MappingNode:
		pairs = m.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{m}
	case *ast.NullNode:
		if _, numbers := seriesNamed(path); !numbers && path != "" {
			return
		}
		d.mismatch(path, n, "years and values, as {1929: 0.15}, or {} for none")
		return
	default:
		want := "keys and values"
		if _, numbers := seriesNamed(path); numbers {
			want = "years and values, as {1929: 0.15}"
		}
		d.mismatch(path, n, want)
		return
	}
	seen := map[string]position{}
	for _, pair := range pairs {
		key := pair.Key.GetToken().Value
		if first, repeated := seen[key]; repeated {
			d.complain(pair.Key, "%q is given twice, first in line %d; keep one of them", key, first.line)
			continue
		}
		seen[key] = place(pair.Key)
		if pair.Value == nil {
			d.complain(pair.Key, "%q has no value; write one after the colon", key)
			continue
		}
		each(key, pair.Key, pair.Value)
	}
}

// mismatch explains a value of the wrong type.
func (d *decoder) mismatch(path string, n ast.Node, want string) {
	if path == "" {
		path = "a scenario"
	}
	d.complain(n, "%s is %s here; write %s", spoken(path), kindOf(n), want)
}

// spoken is a place as messages name it: people count eras and candidates
// from one.
func spoken(path string) string {
	for _, list := range []struct{ prefix, one string }{{"eras.", "era"}, {"politics.candidates.", "candidate"}} {
		rest, inside := strings.CutPrefix(path, list.prefix)
		number, rest, _ := strings.Cut(rest, ".")
		if i, err := strconv.Atoi(number); inside && err == nil {
			return strings.TrimSpace(fmt.Sprintf("%s %d %s", list.one, i+1, rest))
		}
	}
	return path
}

func kindOf(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.StringNode, *ast.LiteralNode:
		return "text"
	case *ast.BoolNode:
		return "yes or no"
	case *ast.NullNode:
		return "empty"
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return "a number"
	}
	return "something else"
}
