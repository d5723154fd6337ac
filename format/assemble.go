package format

import (
	"fmt"
	"math"
	"slices"

	"gosplan/linalg"
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

// A triplet is an entry of one of a table's matrices, with the row it is from.
type triplet struct {
	row, col int32
	value    float64
	from     *said
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
	for _, step := range []func() error{a.number, a.measure, a.matrices, a.vectors, a.periods} {
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

// matrices makes what techniques use up, make and occupy, and what building
// uses up.
func (a *assembly) matrices() error {
	var inputs, outputs, uses, builds []triplet
	own := make([]bool, a.t.Ways())
	for i := range a.rows {
		s := &a.rows[i]
		way := a.technique[[2]int32{s.name, s.technique}]
		switch s.kind {
		case asInput:
			inputs = append(inputs, triplet{way, a.product[s.item], s.amount, s})
		case asOutput:
			own[way] = own[way] || s.item == s.name
			outputs = append(outputs, triplet{way, a.product[s.item], s.amount, s})
		case asUse:
			uses = append(uses, triplet{way, a.factor[s.item], s.amount, s})
		case asBuild:
			builds = append(builds, triplet{a.factor[s.name], a.product[s.item], s.amount, s})
		}
	}
	single := true
	for _, o := range outputs {
		single = single && o.value == 1 && o.col == a.t.Makes[o.row]
	}
	for way, product := range a.t.Makes {
		if !own[way] {
			outputs = append(outputs, triplet{int32(way), product, 1, nil})
		}
	}
	var err error
	if a.t.Input, err = a.matrix(inputs, a.t.Ways(), a.t.N); err != nil {
		return err
	}
	made, err := a.matrix(outputs, a.t.Ways(), a.t.N)
	if err != nil {
		return err
	}
	if !single {
		a.t.Output = made
	}
	if len(a.t.Factors) == 0 {
		return nil
	}
	if a.t.Use, err = a.matrix(uses, a.t.Ways(), len(a.t.Factors)); err != nil {
		return err
	}
	if len(builds) > 0 {
		a.t.Build, err = a.matrix(builds, len(a.t.Factors), a.t.N)
	}
	return err
}

// matrix sorts triplets; two for one place are an error that names both rows.
func (a *assembly) matrix(list []triplet, rows, cols int) (*linalg.Matrix, error) {
	m := linalg.New(rows, cols)
	slices.SortStableFunc(list, func(x, y triplet) int {
		if x.row != y.row {
			return int(x.row) - int(y.row)
		}
		return int(x.col) - int(y.col)
	})
	m.Col, m.Val = make([]int32, 0, len(list)), make([]float64, 0, len(list))
	for at, e := range list {
		if at > 0 && list[at-1].row == e.row && list[at-1].col == e.col {
			before := list[at-1].from
			return nil, a.at(e.from, fmt.Sprintf("%s of %q for %q, technique %q, stands in row %d too", kindWords[e.from.kind].word, a.word(e.from.item), a.word(e.from.name), a.word(e.from.technique), before.line), "keep one of them, or give the techniques two names")
		}
		if e.value == 0 {
			continue
		}
		m.Col, m.Val = append(m.Col, e.col), append(m.Val, e.value)
		m.Start[e.row+1]++
	}
	for i := range rows {
		m.Start[i+1] += m.Start[i]
	}
	return m, nil
}

// vectors reads what is told once for a product, a factor or a technique.
func (a *assembly) vectors() error {
	t := a.t
	told := map[[2]int32]*said{}
	set := func(s *said, values *[]float64, size int, at int32) {
		if *values == nil {
			*values = make([]float64, size)
		}
		(*values)[at] = s.amount
	}
	for i := range a.rows {
		s := &a.rows[i]
		at, isFactor := a.factor[s.name]
		switch s.kind {
		case asStock:
			set(s, &t.Stock, t.N, a.product[s.name])
		case asPerish:
			set(s, &t.Perish, t.N, a.product[s.name])
		case asDepreciation:
			set(s, &t.Depreciation, len(t.Factors), at)
		case asTerminal:
			if isFactor {
				set(s, &t.TerminalCap, len(t.Factors), at)
			} else {
				set(s, &t.Terminal, t.N, a.product[s.name])
			}
		case asGestation:
			if t.Gestation == nil {
				t.Gestation = make([]int, len(t.Factors))
			}
			t.Gestation[at] = int(s.amount)
		case asRan:
			set(s, &t.Ran, t.Ways(), a.technique[[2]int32{s.name, s.technique}])
			continue
		default:
			continue
		}
		key := [2]int32{int32(s.kind), s.name}
		if before := told[key]; before != nil {
			return a.twice(s, before)
		}
		told[key] = s
	}
	return nil
}

func (a *assembly) twice(s, before *said) error {
	return a.at(s, fmt.Sprintf("%s of %q stands in row %d too", kindWords[s.kind].word, a.word(s.name), before.line), "keep one of them")
}

// periods reads needs, imports and capacities.
func (a *assembly) periods() error {
	t := a.t
	told := map[[3]int32]*said{}
	limited := make([]bool, len(t.Factors))
	for i := range a.rows {
		s := &a.rows[i]
		if s.kind != asNeed && s.kind != asImport && s.kind != asCapacity {
			continue
		}
		key := [3]int32{int32(s.kind), s.name, s.period}
		if before := told[key]; before != nil {
			return a.twice(s, before)
		}
		told[key] = s
		switch s.kind {
		case asCapacity:
			limited[a.factor[s.name]] = true
		case asNeed:
			a.weighted = a.weighted || !math.IsNaN(s.weight)
			a.tiered = a.tiered || s.tier > 0
		}
	}
	for at := range t.Periods {
		if p := &t.Periods[at]; len(t.Factors) > 0 {
			p.Capacity = make([]float64, len(t.Factors))
		}
	}
	// What is told for every period is read first, so that a period can differ.
	for _, named := range []bool{false, true} {
		for i := range a.rows {
			if s := &a.rows[i]; (s.period >= 0) == named {
				a.tell(s)
			}
		}
	}
	var without []string
	for f, name := range t.Factors {
		builds := false
		if t.Build != nil {
			cols, _ := t.Build.Row(f)
			builds = len(cols) > 0
		}
		if !limited[f] && !builds {
			t.Periods[0].Capacity[f] = production.Unlimited()
			without = append(without, name)
		}
	}
	if len(without) > 0 {
		a.note("no capacity", "", "there is no row of kind capacity for "+some(without)+": there is no limit to it")
	}
	return nil
}

// tell puts a need, an import or a capacity into its periods.
func (a *assembly) tell(s *said) {
	first, last := 0, len(a.t.Periods)-1
	if s.period >= 0 {
		first = a.period[s.period]
		last = first
	}
	for at := first; at <= last; at++ {
		p := &a.t.Periods[at]
		switch s.kind {
		case asNeed:
			a.need(p, s)
		case asImport:
			if p.Import == nil {
				p.Import = make([]float64, a.t.N)
			}
			p.Import[a.product[s.name]] = s.amount
		case asCapacity:
			if at == first {
				p.Capacity[a.factor[s.name]] = s.amount
			}
		}
	}
}

// need puts a need with its weight and tier into a period. A need without a
// weight weighs one over its amount, and without a tier is of the first.
func (a *assembly) need(p *production.Period, s *said) {
	i := a.product[s.name]
	if p.Need == nil {
		p.Need = make([]float64, a.t.N)
	}
	p.Need[i] = s.amount
	if a.weighted {
		if p.Weight == nil {
			p.Weight = make([]float64, a.t.N)
		}
		p.Weight[i] = s.weight
		if math.IsNaN(s.weight) && s.amount != 0 {
			p.Weight[i] = 1 / s.amount
		} else if math.IsNaN(s.weight) {
			p.Weight[i] = 0
		}
	}
	if a.tiered {
		if p.Tier == nil {
			p.Tier = make([]int8, a.t.N)
		}
		p.Tier[i] = max(1, s.tier)
	}
}
