package gosplan

import (
	"go/ast"
	"go/importer"
	"go/token"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gosplan/economy"
	"gosplan/scenario"
	"gosplan/system"
)

// A comparison of systems is worth what is the same in them. Nature, work,
// people and the start are one and the same, whatever the institutions.
func TestSystemsDifferInInstitutionsOnly(t *testing.T) {
	first, _ := system.NewModel(system.Names()[0])
	for _, name := range system.Names() {
		m, _ := system.NewModel(name)
		for _, part := range []struct {
			what    string
			a, here any
		}{
			{"Physics", first.Physics, m.Physics}, {"Work", first.Work, m.Work},
			{"Behaviour", first.Behaviour, m.Behaviour}, {"Start", first.Start, m.Start},
			{"Politics", first.Politics, m.Politics},
		} {
			if !reflect.DeepEqual(part.a, part.here) {
				t.Errorf("%s has a %s of its own", name, part.what)
			}
		}
	}
	whole, parts := reflect.TypeFor[system.Model](), map[string]bool{}
	for i := range whole.NumField() {
		parts[whole.Field(i).Name] = true
	}
	if want := []string{"Behaviour", "Physics", "Politics", "Start", "System", "Work"}; !slices.Equal(slices.Sorted(maps.Keys(parts)), want) {
		t.Errorf("a model consists of %v; what is not an institution has to be compared above", slices.Sorted(maps.Keys(parts)))
	}
}

// Skill of offices is no institution: their rules of thumb are the same
// everywhere.
func TestPracticeIsTheSameEverywhere(t *testing.T) {
	practice := func(name string) map[string]any {
		m, _ := system.NewModel(name)
		out := map[string]any{}
		v := reflect.ValueOf(m.System)
		for i := range v.NumField() {
			institution := v.Type().Field(i).Name
			if slices.Contains([]string{"Sales", "Outside", "Statistics"}, institution) {
				out[institution] = v.Field(i).Interface()
			}
			for j := range v.Field(i).NumField() {
				if kind := v.Field(i).Type().Field(j).Type.Name(); strings.HasSuffix(kind, "Practice") {
					out[institution+"."+kind] = v.Field(i).Field(j).Interface()
				}
			}
		}
		return out
	}
	first := practice(system.Names()[0])
	if len(first) < 12 {
		t.Fatalf("practice was found in %d places only: %v", len(first), slices.Sorted(maps.Keys(first)))
	}
	for _, name := range system.Names() {
		for where, here := range practice(name) { // order does not matter: each is compared alone
			if !reflect.DeepEqual(here, first[where]) {
				t.Errorf("%s: its %s differs from that of %s", name, where, system.Names()[0])
			}
		}
	}
}

// From a common start all systems go on from the same state, to the last bit.
func TestSystemsBeginAlike(t *testing.T) {
	for _, c := range []struct {
		start  string
		months int // until the system takes over
	}{{"industrial", 0}, {"start-1928", 122}} {
		t.Run(c.start, func(t *testing.T) {
			t.Parallel()
			sc := builtin(t, c.start)
			begins := sc.Eras[len(sc.Eras)-1].From
			if begins.Before(sc.From) {
				begins = sc.From
			}
			if got := (begins.Year-sc.From.Year)*12 + begins.Month - sc.From.Month; got != c.months {
				t.Fatalf("systems take over after %d months, not %d", got, c.months)
			}
			want := ""
			for _, name := range system.Names() {
				s := under(t, c.start, name, 10*coarse, nil)
				live(t, s, c.months)
				if want == "" {
					want = s.Hash()
				}
				if got := s.Hash(); got != want {
					t.Errorf("%s begins otherwise than %s", name, system.Names()[0])
				}
				live(t, s, 6)
			}
		})
	}
}

// Nature and what leaders decide are read from the scenario, which does not
// know who rules: the same scenario under two systems is the same but for its
// last era.
func TestAStartKnowsNoSystem(t *testing.T) {
	for _, start := range []string{"start-1917", "start-1928", "industrial"} {
		var first *scenario.Scenario
		for _, name := range system.Names() {
			sc := builtin(t, start)
			if err := sc.Under(name, 40); err != nil {
				t.Fatal(err)
			}
			sc.Eras[len(sc.Eras)-1].System, sc.Name, sc.Title = "", "", ""
			if first == nil {
				first = sc
			}
			if !reflect.DeepEqual(sc, first) {
				t.Errorf("%s under %s is another world", start, name)
			}
		}
	}
}

// Who sees what others are only told is written down, and nobody else sees it.
func TestSightsAreDeclared(t *testing.T) {
	declared, known := map[[2]string]bool{}, map[string]bool{}
	truths := map[string]string{} // by field
	for _, truth := range system.Truths() {
		known[truth.Name] = true
		for _, field := range truth.Fields {
			truths[field] = truth.Name
		}
	}
	for _, s := range system.Sights() {
		key := [2]string{s.Institution, s.Truth}
		if declared[key] || !known[s.Truth] || s.How == "" || s.Does == "" {
			t.Errorf("%v is there twice, or not whole", key)
		}
		declared[key] = true
	}
	seen := map[[2]string]string{}
	for who, fields := range observations(t) { // order does not matter: errors are of one institution each
		for _, field := range slices.Sorted(maps.Keys(fields)) {
			if truth := truths[field]; truth != "" {
				seen[[2]string{who, truth}] = field
			}
		}
	}
	for key, field := range seen { // order does not matter: errors are of one institution each
		if !declared[key] {
			t.Errorf("%s reads %s, which is the %s of others: say in system/observes.go what for, and who does not see it", key[0], field, key[1])
		}
	}
	for key := range declared { // order does not matter: errors are of one institution each
		if seen[key] == "" {
			t.Errorf("%s is said to see %s, and reads nothing of it", key[0], key[1])
		}
	}
	for field := range truths { // order does not matter: errors are of one field each
		if kind, name, _ := strings.Cut(field, "."); !hasField(kind, name) {
			t.Errorf("there is no %s in the economy", field)
		}
	}
}

// hasField tells whether a struct of the economy has a field.
func hasField(kind, name string) bool {
	for _, f := range economyTypes {
		if f.Name() == kind {
			_, ok := f.FieldByName(name)
			return ok
		}
	}
	return false
}

var economyTypes = []reflect.Type{
	reflect.TypeFor[economy.Enterprise](), reflect.TypeFor[economy.BranchState](), reflect.TypeFor[economy.ShopState](),
	reflect.TypeFor[economy.RegionState](), reflect.TypeFor[economy.Village](), reflect.TypeFor[economy.Account](), reflect.TypeFor[economy.House](),
}

// The analysis would be worth nothing if it saw nothing.
func TestObservationsSee(t *testing.T) {
	reads := observations(t)
	for _, c := range []struct {
		who, field string
		want       bool
	}{
		{"Plan", "Enterprise.Reported", true},  // in a method
		{"Plan", "ShopState.Failed", true},     // in a function that a method of another type calls
		{"Trade", "Enterprise.Need", true},     // in another institution that it asks
		{"Army", "Enterprise.Capacity", false}, // nowhere
		{"Plan", "Village.Harvest", false},     // elsewhere
		{"Fisc", "RegionState.Cut", false},     // elsewhere
	} {
		if reads[c.who][c.field] != c.want {
			t.Errorf("%s reads %s: %v, want %v", c.who, c.field, !c.want, c.want)
		}
	}
}

// observations are, by institution, the fields of the economy that its acts
// read, with all that they call in the same room.
func observations(t *testing.T) map[string]map[string]bool {
	t.Helper()
	files := sources(t, "institution")
	var trees []*ast.File
	for _, f := range files {
		trees = append(trees, f.tree)
	}
	set := files[0].set
	info := &types.Info{Selections: map[*ast.SelectorExpr]*types.Selection{}, Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}}
	(&types.Config{Importer: importer.ForCompiler(token.NewFileSet(), "source", nil)}).Check("gosplan/institution", set, trees, info)

	reads, calls, owner := map[types.Object]map[string]bool{}, map[types.Object][]types.Object{}, map[types.Object]string{}
	for _, tree := range trees {
		for _, d := range tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			self := info.Defs[f.Name]
			reads[self] = map[string]bool{}
			if recv := self.Type().(*types.Signature).Recv(); recv != nil {
				owner[self] = named(recv.Type())
			}
			written := map[ast.Expr]bool{}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					if n.Tok == token.ASSIGN {
						for _, x := range n.Lhs {
							written[x] = true
						}
					}
				case *ast.SelectorExpr:
					s := info.Selections[n]
					if s == nil || written[n] {
						break
					}
					if obj := s.Obj(); obj.Pkg() != nil && obj.Pkg().Path() == "gosplan/economy" {
						reads[self][named(s.Recv())+"."+obj.Name()] = true
					}
				case *ast.Ident:
					if called, ok := info.Uses[n].(*types.Func); ok && called.Pkg() == self.Pkg() {
						calls[self] = append(calls[self], called)
					}
				}
				return true
			})
		}
	}
	out := map[string]map[string]bool{}
	for f, who := range owner {
		if who == "" || !f.Exported() {
			continue
		}
		if out[who] == nil {
			out[who] = map[string]bool{}
		}
		seen := map[types.Object]bool{}
		var visit func(types.Object)
		visit = func(f types.Object) {
			if seen[f] {
				return
			}
			seen[f] = true
			maps.Copy(out[who], reads[f])
			for _, g := range calls[f] {
				visit(g)
			}
		}
		visit(f)
	}
	return out
}

// named is the name of a type, also behind a pointer.
func named(t types.Type) string {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}
