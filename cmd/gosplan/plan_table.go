package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"gosplan/format"
	"gosplan/parameter"
	"gosplan/plan"
	"gosplan/production"
)

// A reading is how a table is read, as flags.
type reading struct {
	Kind       string            `placeholder:"KIND" help:"What the file is, where its content does not tell: flows, use, make, coefs, recipes, matrix or mrio."`
	Sheet      string            `placeholder:"NAME" help:"Sheet of a workbook."`
	Decimal    string            `placeholder:"SIGN" help:"Decimal sign, . or , where it cannot be found out."`
	Pick       map[string]string `placeholder:"COLUMN=VALUE" help:"Which table, where a file holds several: geo=AT;time=2019."`
	MakeTable  string            `placeholder:"FILE" help:"Make table that belongs to a use table."`
	Names      string            `placeholder:"FILE" help:"Names of codes, as a table code,name."`
	Unit       string            `placeholder:"UNIT" help:"Unit of a table that does not say it."`
	ByProducts bool              `help:"Keep what industries make beside their main product, as joint output."`
	Refuse     []string          `placeholder:"REPAIR" help:"Repairs not to make, or all; see gosplan plan check."`
	Anyway     bool              `help:"Plan even if the table has faults."`
}

// A told is a table as a planner is told it, and what was noticed on the way.
type told struct {
	*production.Table
	files    []string
	findings production.Findings
	repairs  []production.Repaired
}

// read reads, checks and repairs a table. Faults that are left are wrong input.
func (f reading) read(files []string) (*told, error) {
	t, err := f.readAsIs(files)
	if err != nil {
		return nil, err
	}
	table, repairs, left := production.Mend(t.Table, t.findings, f.Refuse)
	if left.Worst() == production.Fault && !f.Anyway {
		return nil, asWrong(faulty(files, left))
	}
	t.Table, t.repairs = table, repairs
	return t, nil
}

// readAsIs reads and checks a table without repairing it.
func (f reading) readAsIs(files []string) (*told, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	for _, file := range files {
		if _, err := os.Stat(file); err != nil {
			return nil, wrong("%s: cannot be opened: %s; look at the spelling of the path", file, pathCause(err))
		}
	}
	if err := f.checkSheet(files); err != nil {
		return nil, err
	}
	t, noticed, err := format.ReadFiles(files, format.Options{Kind: format.Kind(f.Kind), Sheet: f.Sheet, Decimal: f.Decimal,
		Pick: f.Pick, Make: f.MakeTable, Names: f.Names, Unit: f.Unit, ByProducts: f.ByProducts})
	if err != nil {
		return nil, asWrong(err)
	}
	return &told{Table: t, files: files, findings: append(noticed, production.Check(t)...)}, nil
}

func (f reading) check() error {
	if f.Decimal != "" && f.Decimal != "." && f.Decimal != "," {
		return wrong("--decimal %s: write . or ,", f.Decimal)
	}
	if f.Kind != "" {
		kinds := firsts(format.Kinds())
		if _, err := parameter.Match(f.Kind, kinds); err != nil {
			return wrong("--kind %s: no such kind%s; there are %s", f.Kind, parameter.Suggest(f.Kind, kinds), strings.Join(kinds, ", "))
		}
	}
	repairs := append(firsts(production.RepairNames()), production.RepairAll)
	for _, word := range f.Refuse {
		if _, err := parameter.Match(word, repairs); err != nil {
			return wrong("--refuse %s: no such repair%s; there are %s", word, parameter.Suggest(word, repairs), strings.Join(repairs, ", "))
		}
	}
	return nil
}

// checkSheet refuses the name of a sheet where no file has sheets. What a folder
// holds is looked at when it is read.
func (f reading) checkSheet(files []string) error {
	if f.Sheet == "" {
		return nil
	}
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && info.IsDir() || format.IsWorkbook(file) {
			return nil
		}
	}
	return wrong("--sheet %s: %s is no workbook and has no sheets; leave it out", f.Sheet, strings.Join(files, ", "))
}

func firsts(pairs [][2]string) []string {
	var out []string
	for _, pair := range pairs {
		out = append(out, pair[0])
	}
	return out
}

// faulty says what keeps a table from being planned.
func faulty(files []string, findings production.Findings) error {
	var words []string
	for _, f := range findings {
		if f.Severity == production.Fault {
			words = append(words, f.String())
		}
	}
	return fmt.Errorf("%s: the table cannot be planned from:\n\t%s\n\tgosplan plan check %s says more; --anyway plans all the same",
		files[0], strings.Join(few(words, 5), "\n\t"), strings.Join(files, " "))
}

// pathCause is the reason inside a file system error.
func pathCause(err error) string {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// change lays what-ifs over a table.
func change(t *production.Table, texts []string) (*production.Table, error) {
	for _, text := range texts {
		changes, err := plan.ParseChange(text, t)
		if err != nil {
			return nil, wrong("--what-if %w", err)
		}
		for _, c := range changes {
			if t, err = c.Apply(t); err != nil {
				return nil, wrong("--what-if %w", err)
			}
		}
	}
	return t, nil
}

// printNoticed says in few lines what was odd about a table and mended.
func printNoticed(w io.Writer, t *told) {
	counts := map[production.Severity]int{}
	for _, f := range t.findings {
		counts[f.Severity]++
	}
	var words []string
	for _, severity := range []production.Severity{production.Fault, production.Warning} {
		if n := counts[severity]; n > 0 {
			words = append(words, count(n, severity.String()))
		}
	}
	if len(words) > 0 {
		fmt.Fprintf(w, "The table has %s; gosplan plan check %s tells which.\n", strings.Join(words, " and "), strings.Join(t.files, " "))
	}
	for _, r := range t.repairs {
		fmt.Fprintf(w, "Repair %s: %s.\n", r.Name, r.What)
	}
}
