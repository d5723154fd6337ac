package scenario

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"gosplan/parameter"
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
		if strings.HasPrefix(key, "[") {
			d.complain(k, "%q: what holds under one system is set in its eras: - {from: 1921-04, system: nep, set: {Labour: job-right}}", key)
			return
		}
		word, is := inside.(*ast.StringNode)
		if !is || isFigure(word) || strings.Contains(key, ".") { // institutions have no dots
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

// contradicted refuses what one file both gives and takes out, so that giving
// it does nothing. What another file gave may be taken out.
func (s *Scenario) contradicted() error {
	var found mistakes
	refuse := func(place string, set Changes, forms Choices, without ...[]string) {
		for _, gone := range slices.Concat(without...) {
			for _, path := range set.Paths() {
				if parameter.Within(path, gone) {
					found.add(s.wrong(join(place+"set", path), "%s: %s is taken out by without:, so that %s does nothing; leave out one of the two", spoken(place+"set"), gone, path))
				}
			}
			if form, given := forms[gone]; given {
				found.add(s.wrong(join(place+"institutions", gone), "%s: %s is taken out by without:, so that %s does nothing; leave out one of the two", spoken(place+"institutions"), gone, form))
			}
		}
	}
	refuse("", s.Set, s.Institutions, s.Without)
	for i, e := range s.Eras {
		refuse(fmt.Sprintf("eras.%d.", i), e.Set, e.Institutions, e.Without, s.Without)
	}
	for i, c := range s.Politics.Candidates {
		refuse(fmt.Sprintf("politics.candidates.%d.", i), c.Set, c.Institutions, c.Without, s.Without)
	}
	return found.err()
}
