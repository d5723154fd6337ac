package main

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"gosplan/plan"
	"gosplan/planpage"
)

// Files of a plan's folder.
const (
	planPageFile    = "plan.html"
	planFile        = "plan.json"
	planParquetFile = "plan.parquet"
	productsFile    = "products.csv"
	factorsFile     = "factors.csv"
	techniquesFile  = "techniques.csv"
)

// files are what a plan leaves behind, by name.
func (j *job) files(v *planView) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		planPageFile:    func(w io.Writer) error { return planpage.Write(w, j.page(v)) },
		planFile:        j.stored().Write,
		planParquetFile: func(w io.Writer) error { return writePlanParquet(w, j, v.summary) },
		productsFile:    func(w io.Writer) error { return writeRows(w, productHeader, j.productRows(v.summary)) },
		factorsFile:     func(w io.Writer) error { return writeRows(w, factorHeader, j.factorRows(v.summary)) },
		techniquesFile:  func(w io.Writer) error { return writeRows(w, techniqueHeader, j.techniqueRows()) },
	}
}

// page is what the page is told.
func (j *job) page(v *planView) planpage.Input {
	return planpage.Input{Table: j.table, Plan: j.plan, Summary: v.summary, Checks: j.checked.page(),
		Findings: j.told.findings, Repairs: j.told.repairs, Changes: j.changes, Comparison: v.comparison, Against: j.against, Remedies: j.remedies,
		Command: j.command(), Version: programVersion(),
		Files: []string{productsFile, factorsFile, techniquesFile, planParquetFile, planFile}}
}

// command is what to type to get the plan again.
func (j *job) command() string {
	words := append([]string{"gosplan", "plan"}, j.told.files...)
	add := func(flag, value string) {
		if value != "" {
			words = append(words, "--"+flag, quoted(value))
		}
	}
	add("task", string(j.request.Task))
	if j.request.Factor > 0 && j.request.Factor < len(j.table.Factors) {
		add("factor", j.table.Factors[j.request.Factor])
	}
	for _, number := range []struct {
		flag  string
		value float64
	}{{"tolerance", j.asked.Tolerance}, {"rounds", float64(j.asked.Rounds)}, {"growth", j.asked.Growth}} {
		if number.value != 0 {
			add(number.flag, strconv.FormatFloat(number.value, 'g', -1, 64))
		}
	}
	j.reading.eachFlag(add)
	if j.reading.ByProducts {
		words = append(words, "--by-products")
	}
	if j.reading.Anyway {
		words = append(words, "--anyway")
	}
	add("only", j.only)
	for _, c := range j.changes {
		add("what-if", c)
	}
	return strings.Join(words, " ")
}

// eachFlag visits the flags that say how a table is read, where they are given.
func (f reading) eachFlag(visit func(flag, value string)) {
	visit("kind", f.Kind)
	visit("sheet", f.Sheet)
	visit("decimal", f.Decimal)
	for _, column := range slices.Sorted(maps.Keys(f.Pick)) {
		visit("pick", column+"="+f.Pick[column])
	}
	visit("make-table", f.MakeTable)
	visit("names", f.Names)
	visit("unit", f.Unit)
	visit("refuse", strings.Join(f.Refuse, ","))
}

// quoted puts words in quotation marks where a shell needs them.
func quoted(words string) string {
	if strings.ContainsAny(words, " \"'$&|;<>()*?#~`\\") {
		return "'" + strings.ReplaceAll(words, "'", `'\''`) + "'"
	}
	return words
}

// stored is the plan with what is needed to find its table again from the
// folder that it lies in.
func (j *job) stored() *plan.Stored {
	s := &plan.Stored{Program: programVersion(), Only: j.only, Changes: j.changes, Table: plan.Fingerprint(j.table), Plan: j.plan}
	for _, file := range j.told.files {
		s.Tables = append(s.Tables, relativeTo(j.dir, file))
	}
	how := j.reading
	for _, file := range []*string{&how.MakeTable, &how.Names} {
		if *file != "" {
			*file = relativeTo(j.dir, *file)
		}
	}
	s.Reading, _ = json.Marshal(how) // words and flags only
	return s
}

// relativeTo is how a file is named from a folder, so that both can be moved
// together.
func relativeTo(dir, file string) string {
	from, err := filepath.Abs(dir)
	if err != nil {
		return file
	}
	to, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

var (
	productHeader   = []string{"period", "product", "unit", "gross_output", "from_outside", "from_store", "used_up", "building", "final_need", "short", "into_store", "left_over", "one_more_costs"}
	factorHeader    = []string{"period", "factor", "unit", "used", "there_is", "begun", "one_more_is_worth"}
	techniqueHeader = []string{"period", "technique", "makes", "runs"}
)

// A rowWriter is told every row of a table of results.
type rowWriter func(write func(...any) error) error

func writeRows(w io.Writer, header []string, rows rowWriter) error {
	out := csv.NewWriter(w)
	if err := out.Write(header); err != nil {
		return err
	}
	fields := make([]string, len(header))
	err := rows(func(cells ...any) error {
		for k, cell := range cells {
			switch cell := cell.(type) {
			case string:
				fields[k] = cell
			case float64:
				fields[k] = strconv.FormatFloat(cell, 'g', -1, 64)
			}
		}
		return out.Write(fields)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

func (j *job) productRows(s *plan.Summary) rowWriter {
	return func(write func(...any) error) error {
		for period, u := range s.Products {
			name := plan.PeriodName(j.table, period)
			for i := range j.table.N {
				if err := write(name, j.table.Product(i), j.table.UnitOf(i), u.Made[i], u.Import[i], u.FromStore[i], u.Input[i], u.Building[i],
					u.Wanted[i], u.Short[i], u.ToStore[i], u.Left[i], plan.Entry(j.plan.Price, period, i)); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func (j *job) factorRows(s *plan.Summary) rowWriter {
	return func(write func(...any) error) error {
		for period, u := range s.Factors {
			for f, name := range j.table.Factors {
				if err := write(plan.PeriodName(j.table, period), name, plan.FactorUnit(j.table, f), u.Used[f], u.There[f], u.Begun[f], plan.Entry(j.plan.Rent, period, f)); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func (j *job) techniqueRows() rowWriter {
	return func(write func(...any) error) error {
		for period := range j.plan.Level {
			for way := range j.table.Ways() {
				if err := write(plan.PeriodName(j.table, period), j.table.Technique(way), j.table.Product(int(j.table.Makes[way])), plan.Entry(j.plan.Level, period, way)); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// planRow is a row of plan.parquet: one number that is not zero.
type planRow struct {
	Period string  `parquet:"period,dict"`
	Kind   string  `parquet:"kind,dict"`
	Name   string  `parquet:"name,dict"`
	Figure string  `parquet:"figure,dict"`
	Value  float64 `parquet:"value"`
	Unit   string  `parquet:"unit,dict"`
}

// writePlanParquet writes the numbers of the three CSV files, one to a row;
// zeros are left out.
func writePlanParquet(w io.Writer, j *job, s *plan.Summary) error {
	const batch = 8192
	out := parquet.NewGenericWriter[planRow](w, parquet.Compression(&zstd.Codec{}))
	rows := make([]planRow, 0, batch)
	flush := func() error {
		_, err := out.Write(rows)
		rows = rows[:0]
		return err
	}
	for _, part := range []struct {
		kind   string
		header []string
		rows   rowWriter
	}{{"product", productHeader, j.productRows(s)}, {"factor", factorHeader, j.factorRows(s)}, {"technique", techniqueHeader, j.techniqueRows()}} {
		err := part.rows(func(cells ...any) error {
			period, name, unit := cells[0].(string), cells[1].(string), cells[2].(string)
			if part.kind == "technique" {
				unit = "runs"
			}
			for k, cell := range cells[3:] {
				if value := cell.(float64); value != 0 {
					rows = append(rows, planRow{period, part.kind, name, part.header[k+3], value, unit})
				}
			}
			if len(rows) > batch-len(cells) {
				return flush()
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return out.Close()
}
