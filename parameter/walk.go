package parameter

import (
	"fmt"
	"reflect"
	"slices"
)

// kind tells what stands at a path.
type kind int

const (
	leaf  kind = iota // a number
	array             // an array of numbers or of structs
	node              // a struct
	other             // a field that is no parameter
)

// An entry is one addressable place below the root.
type entry struct {
	path  string
	kind  kind
	value reflect.Value
	tag   reflect.StructTag
}

// deepest bounds the walk, which would not end in a ring of pointers.
const deepest = 32

// entries walks root in the order of declaration, parents before children.
func entries(root any) []entry {
	v := reflect.ValueOf(root)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		panic(fmt.Sprintf("parameter: the root must be a pointer to a struct, not %T", root))
	}
	return fields(nil, "", v.Elem(), 0)
}

// fields appends what is in a struct.
func fields(out []entry, path string, v reflect.Value, depth int) []entry {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Tag.Get("parameter") == "-" {
			continue
		}
		inside := v.Field(i)
		if f.Anonymous && inside.Kind() == reflect.Struct {
			out = fields(out, path, inside, depth+1)
			continue
		}
		if !f.IsExported() {
			continue
		}
		name := f.Name
		if path != "" {
			name = path + "." + f.Name
		}
		out = place(out, name, inside, f.Tag, depth+1)
	}
	return out
}

// place appends the thing at a path and what is below it.
func place(out []entry, path string, v reflect.Value, tag reflect.StructTag, depth int) []entry {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return out
		}
		v = v.Elem()
	}
	if depth > deepest {
		return out
	}
	switch {
	case !v.CanSet():
		return append(out, entry{path, other, v, tag})
	case v.CanFloat() || v.CanInt():
		return append(out, entry{path, leaf, v, tag})
	case v.Kind() == reflect.Struct:
		return fields(append(out, entry{path, node, v, tag}), path, v, depth)
	case v.Kind() == reflect.Array:
		out = append(out, entry{path, array, v, tag})
		for i := range v.Len() {
			out = place(out, fmt.Sprintf("%s[%d]", path, i), v.Index(i), tag, depth+1)
		}
		return out
	}
	return append(out, entry{path, other, v, tag})
}

// find returns the entry at exactly this path, of one of the kinds.
func find(root any, path string, kinds ...kind) (entry, error) {
	var known []string
	for _, e := range entries(root) {
		if !slices.Contains(kinds, e.kind) {
			continue
		}
		if e.path == path {
			return e, nil
		}
		known = append(known, e.path)
	}
	what := "parameter"
	if slices.Contains(kinds, node) {
		what = "parameter or mechanism"
	}
	return entry{}, fmt.Errorf("no %s %s%s", what, path, Suggest(path, known))
}

// paths lists the paths of the given kinds.
func paths(root any, kinds ...kind) []string {
	var out []string
	for _, e := range entries(root) {
		if slices.Contains(kinds, e.kind) {
			out = append(out, e.path)
		}
	}
	return out
}
