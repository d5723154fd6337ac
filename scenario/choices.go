package scenario

import (
	"fmt"
	"reflect"

	"github.com/goccy/go-yaml/ast"
)

// Institutions lists the institutions that are swapped, in order.
func (c Choices) Institutions() []string { return sortedKeys(c) }

// changes decodes what is set: numbers, and words, which are variants.
func (d *decoder) changes(path string, n ast.Node, target *Changes) {
	*target = Changes{}
	d.entries(path, n, func(key string, k, inside ast.Node) {
		if key == "" {
			d.complain(k, "a parameter has no name here; write its path, as Plan.Ratchet.Up")
		}
		if _, word := inside.(*ast.StringNode); !word {
			(*target)[key] = d.number(join(path, key), inside, rule{})
			return
		}
		if d.chosen[path] == nil {
			d.chosen[path] = Choices{}
		}
		d.chosen[path][key] = d.words(join(path, key), inside)
		d.text.at[join(path, key)] = place(inside)
	})
}

// choices decodes institutions and their variants.
func (d *decoder) choices(path string, n ast.Node, target *Choices) {
	*target = Choices{}
	d.entries(path, n, func(key string, _, inside ast.Node) {
		(*target)[key] = d.words(join(path, key), inside)
		d.text.at[join(path, key)] = place(inside)
	})
}

// hand gives the words found under set to the institutions they belong to.
func (d *decoder) hand(path string, v reflect.Value) {
	words := d.chosen[join(path, "set")]
	if len(words) == 0 {
		return
	}
	delete(d.chosen, join(path, "set"))
	target := v.FieldByName("Institutions").Addr().Interface().(*Choices)
	if *target == nil {
		*target = Choices{}
	}
	for _, name := range words.Institutions() {
		from := join(join(path, "set"), name)
		if _, twice := (*target)[name]; twice {
			d.wrong.add(d.text.mistake(d.text.at[from], fmt.Sprintf("%s is swapped under institutions as well; keep one", name)))
		}
		(*target)[name] = words[name]
		d.text.at[join(join(path, "institutions"), name)] = d.text.at[from]
	}
	if set := v.FieldByName("Set"); set.Len() == 0 {
		set.SetZero()
	}
}
