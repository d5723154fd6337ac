package format

import (
	"fmt"

	"gosplan/production"
)

// An assembly makes a table of the rows of recipes.
type assembly struct {
	*book
	t         *production.Table
	product   map[int32]int32 // label to number
	factor    map[int32]int32
	technique map[[2]int32]int32 // product and technique labels to number
	period    map[int32]int
	units     map[int32]said // label to the row that gave its unit
	names     [][2]int32     // [technique] product and technique labels

	weighted, tiered bool // some need says so
}

// at is the place of a row of recipes, as the beginning of an error.
func (b *book) at(s *said, what, mend string) *Error {
	where := *b.files[s.file]
	where.Row, where.What, where.Mend = int(s.line), what, mend
	return &where
}

func (b *book) word(label int32) string {
	if label < 0 {
		return ""
	}
	return b.words.names[label]
}

// assemble makes the table.
func (b *book) assemble() (*production.Table, error) {
	a := &assembly{book: b, t: &production.Table{Unit: b.Unit}, product: map[int32]int32{}, factor: map[int32]int32{},
		technique: map[[2]int32]int32{}, period: map[int32]int{}, units: map[int32]said{}}
	for _, step := range []func() error{a.number, a.fits, a.measure, a.matrices, a.vectors, a.periods} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return a.t, nil
}

// number finds the products, factors, techniques and periods, in the order in
// which they are first named.
func (a *assembly) number() error {
	for i := range a.rows {
		switch s := &a.rows[i]; s.kind {
		case asFactor, asCapacity, asBuild, asGestation, asDepreciation:
			a.addFactor(s.name)
		case asUse:
			a.addFactor(s.item)
		case asPeriod:
			a.addPeriod(s.name)
		}
	}
	for i := range a.rows {
		s := &a.rows[i]
		if s.kind == plainInput {
			s.kind = asInput
			if _, is := a.factor[s.item]; is {
				s.kind = asUse
			}
		}
		if s.period >= 0 {
			a.addPeriod(s.period)
		}
		switch s.kind {
		case asTitle:
			a.t.Title = a.word(s.name)
		case asSource:
			a.t.Source = a.word(s.name)
		case asProduct, asStock, asPerish, asNeed, asImport:
			a.addProduct(s.name)
		case asTechnique, asUse, asRan:
			a.addTechnique(s)
		case asInput, asOutput:
			a.addTechnique(s)
			a.addProduct(s.item)
		case asBuild:
			a.addProduct(s.item)
		case asTerminal:
			if _, is := a.factor[s.name]; !is {
				a.addProduct(s.name)
			}
		}
	}
	for i := range a.rows {
		s := &a.rows[i]
		_, isProduct := a.product[s.name]
		if _, isFactor := a.factor[s.name]; isProduct && isFactor && s.kind != asTitle && s.kind != asSource {
			return a.at(s, fmt.Sprintf("%q is a product in one row and a factor in another", a.word(s.name)), "give them two names")
		}
	}
	if len(a.period) == 0 {
		a.period[-1] = 0
		a.t.Periods = []production.Period{{}}
	}
	a.nameTechniques()
	return nil
}

// fits tells whether a table is within the size that the caller allows.
func (a *assembly) fits() error {
	t := a.t
	size := (t.N + len(a.names) + len(t.Factors)) * len(t.Periods)
	if a.MostNumbers > 0 && size > a.MostNumbers {
		return &Error{File: a.files[0].File, What: fmt.Sprintf("has %d products, techniques and factors times periods, and %d are allowed", size, a.MostNumbers),
			Mend: "plan a smaller table, or fewer periods"}
	}
	return nil
}

func (a *assembly) addFactor(label int32) {
	if _, known := a.factor[label]; !known && label >= 0 {
		a.factor[label] = int32(len(a.t.Factors))
		a.t.Factors = append(a.t.Factors, a.word(label))
	}
}

func (a *assembly) addProduct(label int32) {
	if _, known := a.product[label]; !known && label >= 0 {
		a.product[label] = int32(a.t.N)
		a.t.Products = append(a.t.Products, a.word(label))
		a.t.N++
	}
}

func (a *assembly) addPeriod(label int32) {
	if _, known := a.period[label]; !known {
		a.period[label] = len(a.t.Periods)
		a.t.Periods = append(a.t.Periods, production.Period{Name: a.word(label)})
	}
}

func (a *assembly) addTechnique(s *said) {
	a.addProduct(s.name)
	key := [2]int32{s.name, s.technique}
	if _, known := a.technique[key]; !known {
		a.technique[key] = int32(len(a.t.Makes))
		a.t.Makes = append(a.t.Makes, a.product[s.name])
		a.names = append(a.names, key)
	}
}

// nameTechniques names techniques as they are called; where two products have
// techniques of one name, the product stands before it. Where no technique
// has a name they are called after what they make.
func (a *assembly) nameTechniques() {
	count := map[int32]int{}
	named := false
	for _, key := range a.names {
		count[key[1]]++
		named = named || key[1] >= 0
	}
	if !named {
		return
	}
	for _, key := range a.names {
		name := a.word(key[1])
		switch {
		case key[1] < 0:
			name = a.word(key[0])
		case count[key[1]] > 1:
			name = a.word(key[0]) + ": " + name
		}
		a.t.Techniques = append(a.t.Techniques, name)
	}
}

// measure finds the units, and refuses two units for one thing.
func (a *assembly) measure() error {
	for i := range a.rows {
		s := &a.rows[i]
		if s.unit < 0 {
			continue
		}
		about := s.name
		switch s.kind {
		case asInput, asOutput, asUse, asBuild:
			about = s.item
		case asTitle, asSource, asTechnique, asPeriod, asRan, asGestation, asDepreciation, asPerish:
			continue
		}
		before, known := a.units[about]
		if !known {
			a.units[about] = *s
		} else if before.unit != s.unit {
			return a.at(s, fmt.Sprintf("%q is measured in %s here and in %s in row %d", a.word(about), a.word(s.unit), a.word(before.unit), before.line), "use one unit for one thing")
		}
	}
	units, some := make([]string, a.t.N), false
	for label, i := range a.product {
		if s, known := a.units[label]; known {
			units[i], some = a.word(s.unit), true
		}
	}
	if some {
		a.t.Units = units
	}
	if len(a.t.Factors) > 0 {
		a.t.FactorUnits = make([]string, len(a.t.Factors))
	}
	for label, f := range a.factor {
		if s, known := a.units[label]; known {
			a.t.FactorUnits[f] = a.word(s.unit)
		}
	}
	return nil
}
