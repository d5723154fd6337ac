package docs

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gosplan"
	"gosplan/measure"
	"gosplan/mechanism"
	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/series"
	"gosplan/system"
)

func ussr(t *testing.T) *scenario.Scenario {
	t.Helper()
	s, err := scenario.Load("ussr")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// row is a line of a table; bars inside cells are escaped.
func row(cells ...string) string {
	for i := range cells {
		cells[i] = strings.ReplaceAll(cells[i], "|", `\|`)
	}
	return "| " + strings.Join(cells, " | ") + " |\n"
}

func head(cells ...string) string {
	return row(cells...) + "|" + strings.Repeat("--|", len(cells)) + "\n"
}

func scenarioTable(*testing.T) string {
	out := head("scenario", "what it is")
	for _, s := range scenario.Builtin() {
		out += row("`"+s.Name+"`", s.Title+". "+s.Description)
	}
	return out
}

// schedule is the year, with the systems in which each row is lived.
func schedule(t *testing.T) string {
	eras, err := gosplan.Schedule(ussr(t))
	if err != nil {
		t.Fatal(err)
	}
	var rows []gosplan.ScheduleRow
	under := map[gosplan.ScheduleRow][]string{}
	for _, e := range eras {
		after := 0
		for _, r := range e.Rows {
			at := slices.Index(rows, r)
			if at < 0 {
				at = after
				rows = slices.Insert(rows, at, r)
			}
			after = at + 1
			under[r] = append(under[r], "`"+e.System+"`")
		}
	}
	out := head("", "when", "who", "does", "writes", "under")
	for i, r := range rows {
		names := strings.Join(under[r], ", ")
		if len(under[r]) == len(eras) {
			names = "all"
		}
		out += row(fmt.Sprint(i+1), r.When, r.Who, r.Does, r.Writes, names)
	}
	return out + "\n"
}

// institutions is which part of which institution is in force under which
// system: what is zero is absent.
func institutions(t *testing.T) string {
	names := systemsOf(t)
	parts := map[string][]string{}
	var order []string
	for _, name := range names {
		s, _ := system.New(name)
		collect(reflect.ValueOf(s), "", func(path string, present bool) {
			if parts[path] == nil {
				order = append(order, path)
			}
			mark := ""
			if present {
				mark = "●"
			}
			parts[path] = append(parts[path], mark)
		})
	}
	out := head(append([]string{""}, names...)...)
	var always []string
	for _, path := range order {
		if !slices.Contains(parts[path], "") {
			always = append(always, "`"+path+"`")
			continue
		}
		out += row(append([]string{path}, parts[path]...)...)
	}
	return out + "\nIn force under all of them: " + strings.Join(always, ", ") + ".\n"
}

// collect visits institutions and the mechanisms inside them.
func collect(v reflect.Value, prefix string, visit func(path string, present bool)) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if v.Field(i).Kind() != reflect.Struct || field.Anonymous {
			continue
		}
		path := prefix + field.Name
		visit(path, !v.Field(i).IsZero())
		collect(v.Field(i), path+".", visit)
	}
}

// systemsOf are the systems of the scenario in the order they come.
func systemsOf(t *testing.T) []string {
	var names []string
	for _, e := range ussr(t).Eras {
		if !slices.Contains(names, e.System) {
			names = append(names, e.System)
		}
	}
	return names
}

func statuses(*testing.T) string {
	by, why := map[series.Status][]string{}, ""
	for _, d := range measure.Catalogue {
		by[d.Status] = append(by[d.Status], "`"+d.Name+"`")
		if d.Why != "" {
			why += fmt.Sprintf("- `%s` (%s): %s\n", d.Name, d.Status, d.Why)
		}
	}
	out := ""
	for _, s := range []struct {
		status series.Status
		means  string
	}{
		{series.Imposed, "copied from the scenario; agreeing with history proves nothing"},
		{series.Driven, "follow closely from imposed decisions or from nature, or a given input was read off the record of the same figure"},
		{series.Emerges, "follow from what agents do"},
	} {
		out += fmt.Sprintf("- **%s** (%s; %d): %s.\n", s.status, s.means, len(by[s.status]), strings.Join(by[s.status], ", "))
	}
	return out + "\nWhy a series does not emerge:\n\n" + why
}

func decisions(*testing.T) string { return inputs(reflect.TypeFor[scenario.Decided]()) }
func nature(*testing.T) string    { return inputs(reflect.TypeFor[scenario.Given]()) }

func inputs(t reflect.Type) string {
	out := head("series", "unit", "meaning", "by")
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		by := "year"
		if f.Type == reflect.TypeFor[scenario.Regional]() {
			by = "year and region"
		}
		out += row("`"+key+"`", f.Tag.Get("unit"), f.Tag.Get("means"), by)
	}
	return out
}

// named is a mechanism's number and name.
func named(c mechanism.Card) string {
	part := ""
	if c.Part != "" {
		part = " (" + c.Part + ")"
	}
	return strings.TrimSpace(c.Number+" "+c.Name) + part
}

func mechanismTable(*testing.T) string {
	out := head("mechanism", "what it says", "equation")
	for _, c := range mechanism.Cards() {
		equation := "–"
		if c.Equation != "" {
			equation = "`" + strings.ReplaceAll(strings.ReplaceAll(c.Equation, "\n", "`<br>`"), "``", "") + "`"
		}
		out += row("["+named(c)+"](mechanisms.md#"+anchors("# " + named(c))[0]+")", c.Title, equation)
	}
	return out
}

func cards(t *testing.T) string {
	removable, err := gosplan.Removable(ussr(t))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	all := append(mechanism.Cards(), mechanism.Elsewhere()...)
	slices.SortStableFunc(all, func(a, b mechanism.Card) int { return cmp.Compare(a.Order(), b.Order()) })
	for _, c := range all {
		fmt.Fprintf(&b, "## %s\n\n%s", named(c), c.Title)
		if c.Claim != "" {
			fmt.Fprintf(&b, " %s%s", strings.ToUpper(c.Claim[:1]), c.Claim[1:])
		}
		b.WriteString("\n\n")
		if c.Equation != "" {
			fmt.Fprintf(&b, "```\n%s\n```\n\n", c.Equation)
		}
		if c.Legend != "" {
			fmt.Fprintf(&b, "%s\n\n", strings.ReplaceAll(c.Legend, "\n", "\n\n"))
		}
		without, expected := c.Prediction()
		how := "Changed as a parameter: `" + without + "`"
		if path, err := parameter.Match(without, removable); err == nil {
			how = "Taken out with `--without " + path + "`"
		}
		fmt.Fprintf(&b, "Source: %s\n\n%s; %s\n\n", c.Source, how, expected)
		b.WriteString(head("parameter", "unit", "range", "source", "meaning"))
		for _, p := range c.Parameters {
			b.WriteString(row(p.Name, p.Unit, strings.Replace(p.Range, " ", " to ", 1), p.Source, p.Meaning))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// values are the parameters of the historical sequence.
func values(t *testing.T) []gosplan.Parameter {
	t.Helper()
	all, err := gosplan.Parameters(ussr(t))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sharedParameters(t *testing.T) string {
	out := head("path", "value", "unit", "range", "source", "meaning")
	for _, p := range values(t) {
		if !strings.HasPrefix(p.Path, "[") {
			out += row("`"+p.Path+"`", parameter.Format(p.Value), p.Unit,
				parameter.Format(p.Low)+" to "+parameter.Format(p.High), p.Source, p.Meaning)
		}
	}
	return out
}

// parametersBySystem has a line for each number of an institution and a
// column for each system; a number that is zero everywhere says so once.
func parametersBySystem(t *testing.T) string {
	names := systemsOf(t)
	byPath, about, order := map[string]map[string]string{}, map[string]gosplan.Parameter{}, []string(nil)
	for _, p := range values(t) {
		name, path, ok := strings.Cut(strings.TrimPrefix(p.Path, "["), "] ")
		if !ok {
			continue
		}
		if byPath[path] == nil {
			byPath[path], about[path] = map[string]string{}, p
			order = append(order, path)
		}
		byPath[path][name] = parameter.Format(p.Value)
		if p.Value == 0 {
			byPath[path][name] = "·"
		}
	}
	out := head(append([]string{"path", "unit"}, names...)...)
	for _, path := range order {
		cells := []string{"`" + path + "`", about[path].Unit}
		for _, name := range names {
			cells = append(cells, byPath[path][name])
		}
		out += row(cells...)
	}
	out += "\n" + head("path", "range", "source", "meaning")
	for _, path := range order {
		p := about[path]
		out += row("`"+path+"`", parameter.Format(p.Low)+" to "+parameter.Format(p.High), p.Source, p.Meaning)
	}
	return out
}

// unused lists what is written down and has no effect today: mechanisms that
// no act asks, by the text of the rooms that could, and parameters that are
// zero under every system.
func unused(t *testing.T) string {
	code := ""
	fields := map[string][]string{} // mechanism → names of fields that hold it
	for _, room := range []string{"behaviour", "institution", "politics"} {
		files, _ := filepath.Glob("../" + room + "/*.go")
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			code += string(text)
			held(t, path, fields)
		}
	}
	var silent []string
	for _, c := range mechanism.Cards() {
		asked := false
		for _, field := range fields[c.Name] {
			if field != "" {
				asked = asked || strings.Contains(code, "."+field+".")
				continue
			}
			for _, p := range c.Parameters { // embedded: its own numbers are those of its owner
				asked = asked || strings.Contains(code, "i."+p.Name)
			}
		}
		if !asked {
			silent = append(silent, named(c))
		}
	}
	zero := map[string]bool{}
	for _, p := range values(t) {
		if _, path, ok := strings.Cut(p.Path, "] "); ok {
			if _, seen := zero[path]; !seen {
				zero[path] = true
			}
			zero[path] = zero[path] && p.Value == 0
		}
	}
	var never []string
	for _, path := range slices.Sorted(maps.Keys(zero)) {
		if zero[path] {
			never = append(never, "`"+path+"`")
		}
	}
	return fmt.Sprintf("- Mechanisms with a card that no act of behaviour, of an institution or of politics asks: %s.\n"+
		"- Numbers that are zero under every system of the sequence: %s.\n", listed(silent), listed(never))
}

func listed(words []string) string {
	if len(words) == 0 {
		return "none"
	}
	return strings.Join(words, ", ")
}

// held notes which fields of a file's structs hold which mechanisms.
func held(t *testing.T, path string, fields map[string][]string) {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		f, ok := n.(*ast.Field)
		if !ok {
			return true
		}
		kind, ok := f.Type.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if room, ok := kind.X.(*ast.Ident); ok && room.Name == "mechanism" {
			name := ""
			if len(f.Names) > 0 {
				name = f.Names[0].Name
			}
			fields[kind.Sel.Name] = append(fields[kind.Sel.Name], name)
		}
		return true
	})
}
