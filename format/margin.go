package format

// A margin is the part of a table of flows around its square: by sector.
type margin struct {
	need, imports, output []float64 // [row sector]
	colOutput             []float64 // [column sector] from a row of totals
	hasOutput             bool
	hasColOutput          bool
	imported              []float64 // [column sector] inputs from abroad, where they are parted
	hasImported           bool
	factors               []string    // names of value added
	pays                  []bool      // [factor]
	uses                  [][]float64 // [factor][column sector]
}

// margins reads what stands around the square of a table.
func (s *shape) margins(c *cells, rows, cols int) *margin {
	m := &margin{need: make([]float64, rows), imports: make([]float64, rows), output: make([]float64, rows),
		colOutput: make([]float64, cols), imported: make([]float64, cols)}
	factor := make([]int, len(c.rows.names))
	for i, kind := range s.rowRole {
		factor[i] = -1
		if kind == added {
			factor[i] = len(m.factors)
			m.factors, m.pays = append(m.factors, c.factorName(c.rows.names[i])), append(m.pays, s.rowPays[i])
			m.uses = append(m.uses, make([]float64, cols))
		}
	}
	c.each(func(row, col int32, v float64) {
		i, j := s.rowPlace[row], s.colPlace[col]
		switch {
		case i >= 0 && j >= 0:
		case i >= 0:
			switch s.colRole[col] {
			case final:
				m.need[i] += v
			case imports:
				m.imports[i] += v
			case output:
				m.output[i] += v
				m.hasOutput = true
			}
		case j >= 0:
			switch s.rowRole[row] {
			case added:
				m.uses[factor[row]][j] += v
			case output:
				m.colOutput[j] += v
				m.hasColOutput = true
			case imported:
				m.imported[j] += v
				m.hasImported = true
			case imports:
				if s.sectors != nil { // one numbering for rows and columns
					m.imports[j] += v
				}
			}
		}
	})
	if m.hasImported {
		m.factors, m.pays, m.uses = append(m.factors, "imported inputs"), append(m.pays, false), append(m.uses, m.imported)
	}
	return m
}

// called is what a code stands for: the code and its name.
func (c *cells) called(code string) string {
	if name := c.rowNames[normal(code)]; name != "" && name != code {
		return code + " " + name
	}
	return code
}

// factorName is what a code of value added stands for.
func (c *cells) factorName(code string) string {
	if name := codeNames[code]; name != "" && c.rowNames[normal(code)] == "" {
		return code + " " + name
	}
	return c.called(code)
}
