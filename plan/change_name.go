package plan

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"gosplan/parameter"
	"gosplan/production"
)

// parseName finds what a change is about.
func (c Change) parseName(name string, t *production.Table) ([]Change, error) {
	if name == "" {
		return nil, errors.New("names nothing: " + changeForms)
	}
	if c.Target == OfCapacity {
		return c.found(findName(name, "factor", t.Factors))
	}
	if c.Target == "" {
		factor, err := findName(name, "factor", t.Factors)
		if err == nil {
			if _, also := findProduct(name, t); also == nil {
				return nil, fmt.Errorf("%s is a factor and a product: write capacity %s, need %s, stock %s, import %s or yield %s", name, name, name, name, name, name)
			}
			c.Target = OfCapacity
			return c.found(factor, nil)
		}
	}
	product, err := findProduct(name, t)
	if err != nil && c.Target == "" {
		return nil, fmt.Errorf("no factor and no product %q%s", name, parameter.Suggest(name, append(t.Factors[:len(t.Factors):len(t.Factors)], t.Products...)))
	}
	if err != nil && strings.EqualFold(name, "all") {
		product, err = found{everything, "all"}, nil
	}
	if err != nil {
		return nil, err
	}
	if c.Target == OfYield || c.Target == "" && !isGiven(t, product.index) {
		c.Target = OfYield
		return c.parseYield(product, t)
	}
	if c.Target != "" {
		if c.Target == OfStock && c.Period != everything {
			return nil, errors.New("stock is what is in store when the first period begins; leave the period out")
		}
		return c.found(product, nil)
	}
	return c.parseSupply(product, t)
}

// parseSupply is a bare product that is in store or comes from outside.
func (c Change) parseSupply(product found, t *production.Table) ([]Change, error) {
	if c.How != ByShare {
		return nil, fmt.Errorf("%s is a product: write stock %s or import %s for an amount", product.name, product.name, product.name)
	}
	var out []Change
	for _, target := range []Target{OfStock, OfImport} {
		if stocked, imported := supplies(t, product.index); target == OfStock && stocked && c.Period == everything || target == OfImport && imported {
			c.Target = target
			part, _ := c.found(product, nil)
			out = append(out, part...)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s is in store when the first period begins and in no period comes from outside; leave the period out", product.name)
	}
	return out, nil
}

func (c Change) parseYield(product found, t *production.Table) ([]Change, error) {
	switch {
	case c.How != ByShare:
		return nil, fmt.Errorf("a yield changes by a share: write yield %s -10%%", product.name)
	case c.Amount <= -100:
		return nil, fmt.Errorf("a technique that makes nothing is none: write technique NAME without")
	case c.Period != everything:
		return nil, fmt.Errorf("%s is neither in store nor from outside, and what techniques yield is the same in all periods; leave the period out", product.name)
	}
	return c.found(product, nil)
}

// isGiven tells whether a product is in store or comes from outside.
func isGiven(t *production.Table, product int) bool {
	stocked, imported := supplies(t, product)
	return stocked || imported
}

func supplies(t *production.Table, product int) (stocked, imported bool) {
	if product < 0 {
		return false, false
	}
	for _, p := range t.Periods {
		imported = imported || entry(p.Import, product) != 0
	}
	return entry(t.Stock, product) != 0, imported
}

// found is a thing of a table and its name there.
type found struct {
	index int
	name  string
}

// found gives the change its thing.
func (c Change) found(thing found, err error) ([]Change, error) {
	if err != nil {
		return nil, err
	}
	c.Index, c.Name = thing.index, thing.name
	return []Change{c}, nil
}

func findProduct(name string, t *production.Table) (found, error) {
	if t.Products != nil {
		return findName(name, "product", t.Products)
	}
	n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(name), "product "))
	if err != nil || n < 1 || n > t.N {
		return found{}, fmt.Errorf("no product %q; they are numbered product 1 to product %d", name, t.N)
	}
	return found{n - 1, t.Product(n - 1)}, nil
}

// findName finds a name, or the nearest for the message.
func findName(name, kind string, names []string) (found, error) {
	for i, known := range names {
		if known == name {
			return found{i, known}, nil
		}
	}
	one := -1
	for i, known := range names {
		if strings.EqualFold(known, name) {
			if one >= 0 {
				return found{}, fmt.Errorf("%q may be the %s %s or %s; write it as in the table", name, kind, names[one], known)
			}
			one = i
		}
	}
	if one < 0 {
		return found{}, fmt.Errorf("no %s %q%s", kind, name, parameter.Suggest(name, names))
	}
	return found{one, names[one]}, nil
}

func fewNames(names []string) string {
	const few = 6
	if len(names) > few {
		return strings.Join(names[:few], ", ") + fmt.Sprintf(" and %d more", len(names)-few)
	}
	return strings.Join(names, ", ")
}
