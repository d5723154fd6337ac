package system

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gosplan/economy"
	"gosplan/mechanism"
	"gosplan/parameter"
	"gosplan/schedule"
)

// Every number of every system says its unit, range, source and meaning, and
// the values in force lie in their ranges.
func TestParametersAreDocumented(t *testing.T) {
	said := map[string]bool{}
	for _, name := range Names() {
		m, ok := NewModel(name)
		if !ok {
			t.Fatalf("%s is listed and cannot be built", name)
		}
		err := parameter.Check(m)
		if err == nil {
			continue
		}
		for line := range strings.Lines(err.Error()) {
			path, _, _ := strings.Cut(line, ":")
			if strings.Contains(line, ": 0 is out of range") && absent(m, path) {
				continue // the zero value takes an institution out, whatever its range
			}
			if line = strings.TrimSpace(line); !said[line] { // what all share is said once
				said[line] = true
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// absent tells whether the mechanism or institution a number belongs to is
// taken out: all of it is zero.
func absent(m *Model, path string) bool {
	owner := path[:strings.LastIndex(path, ".")+1]
	for _, p := range parameter.List(m) {
		if strings.HasPrefix(p.Path, owner) && p.Value != 0 {
			return false
		}
	}
	return true
}

func TestUnknownSystem(t *testing.T) {
	if _, ok := New("no such system"); ok {
		t.Error("a system that does not exist is built")
	}
	if _, ok := NewModel("no such system"); ok {
		t.Error("a model that does not exist is built")
	}
}

// Two models of one name share no memory, or a change of one run would reach
// another.
func TestModelsAreTheirOwn(t *testing.T) {
	for _, name := range Names() {
		a, _ := NewModel(name)
		b, _ := NewModel(name)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s is built differently each time", name)
		}
		before := parameter.List(b)
		turn(reflect.ValueOf(a).Elem())
		if !reflect.DeepEqual(parameter.List(b), before) {
			t.Errorf("%s: changing one model changes another", name)
		}
	}
}

// turn changes every number inside a value.
func turn(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			turn(v.Field(i))
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			turn(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			turn(v.Elem())
		}
	case reflect.Float64:
		v.SetFloat(v.Float() + 1)
	}
}

// practices are the paths of the numbers that stay when their institution is
// taken out.
func practices() map[string]bool {
	kept := map[string]bool{}
	for _, i := range reflect.VisibleFields(reflect.TypeFor[System]()) {
		for _, f := range reflect.VisibleFields(i.Type) {
			if _, ok := i.Type.Field(f.Index[0]).Tag.Lookup("keep"); ok {
				kept[i.Name+"."+f.Name] = true
			}
		}
	}
	return kept
}

// Without leaves a mechanism or institution at its zero value, but for its
// practice, and the rest as it was; what has to be kept is refused.
func TestWithout(t *testing.T) {
	kept := practices()
	for _, name := range Names() {
		whole, _ := NewModel(name)
		all := parameter.List(whole)
		for _, path := range parameter.Removable(whole) {
			m, _ := NewModel(name)
			if err := parameter.Without(m, path); err != nil {
				t.Errorf("%s: %s is listed as removable: %v", name, path, err)
			}
			for i, p := range parameter.List(m) {
				inside := strings.HasPrefix(p.Path, path+".") || strings.HasPrefix(p.Path, path+"[")
				word, _, _ := strings.Cut(p.Path, "[")
				if kept[word] {
					inside = false
				}
				if inside && p.Value != 0 {
					t.Errorf("%s without %s: %s is still %v", name, path, p.Path, p.Value)
				}
				if !inside && p.Value != all[i].Value {
					t.Errorf("%s without %s: %s went from %v to %v", name, path, p.Path, all[i].Value, p.Value)
				}
			}
		}
		for _, kept := range []string{"Physics", "Work", "Behaviour", "Start"} {
			if err := parameter.Without(whole, kept); err == nil {
				t.Errorf("%s: %s can be taken out", name, kept)
			}
		}
	}
}

// All systems live the same year: who comes first is no difference between
// them. Its rows have a name of their own and write parts of the State.
func TestYear(t *testing.T) {
	parts := map[string]bool{}
	for i := range reflect.TypeFor[economy.State]().NumField() {
		parts[reflect.TypeFor[economy.State]().Field(i).Name] = true
	}
	var first schedule.Table
	for _, name := range Names() {
		m, _ := NewModel(name)
		year := m.System.Year(&m.Behaviour, &m.Politics)
		if first == nil {
			first = year
		}
		named := map[string]bool{}
		for i, row := range year {
			if row.Who == "" || row.Does == "" || row.Act == nil {
				t.Errorf("%s: row %d has no name or no act", name, i)
			}
			if key := row.Who + " " + row.Does; named[key] {
				t.Errorf("%s: two rows are called %q", name, key)
			} else {
				named[key] = true
			}
			if !slices.Contains([]schedule.When{schedule.Month, schedule.QuarterOpen, schedule.QuarterEnd, schedule.YearOpen}, row.When) {
				t.Errorf("%s: %q is due %q", name, row.Does, row.When)
			}
			written := strings.Fields(row.Writes)
			if len(written) == 0 {
				t.Errorf("%s: %q writes nothing", name, row.Does)
			}
			for _, part := range written {
				if !parts[part] {
					t.Errorf("%s: %q writes %q, which is no part of the State", name, row.Does, part)
				}
			}
			if len(year) == len(first) && (row.Does != first[i].Does || row.When != first[i].When || row.Writes != first[i].Writes) {
				t.Errorf("%s: row %d is %q and %q elsewhere", name, i, row.Does, first[i].Does)
			}
		}
		if len(year) != len(first) {
			t.Errorf("%s has %d rows, another system %d", name, len(year), len(first))
		}
	}
}

// Physics, behaviour and the start are one world: calibration may not give
// them a value under one system and another under the next.
func TestCalibrationLeavesOneWorld(t *testing.T) {
	for _, f := range calibration() {
		shared := false
		for _, root := range []string{"Physics.", "Work.", "Behaviour.", "Start.", "Politics."} {
			shared = shared || strings.HasPrefix(f.path, root)
		}
		if shared && len(f.systems) > 0 {
			t.Errorf("%s is set for %v only", f.path, f.systems)
		}
		for _, name := range f.systems {
			if !slices.Contains(Names(), name) {
				t.Errorf("%s names the system %q, which does not exist", f.path, name)
			}
		}
	}
}

// What is said to live elsewhere is there.
func TestMechanismsElsewhereAreThere(t *testing.T) {
	path := regexp.MustCompile(`\b(Work|Plan|Retail|Behaviour)(\.[A-Z]\w+)+`)
	m, _ := NewModel("plan-1929")
	for _, c := range mechanism.Elsewhere() {
		named := path.FindAllString(c.Legend+" "+c.Ablation, -1)
		if len(named) < 2 {
			t.Errorf("%s names %v", c.Number, named)
		}
		for _, name := range named {
			if full, err := parameter.Resolve(m, name); err != nil || full != name {
				t.Errorf("%s: %s: %v", c.Number, name, err)
			}
		}
		all := parameter.List(m)
		for _, said := range c.Parameters {
			at := slices.IndexFunc(all, func(p parameter.Parameter) bool { return p.Path == said.Name })
			if at < 0 {
				t.Errorf("%s: there is no number %s", c.Number, said.Name)
				continue
			}
			is := all[at]
			low, high, err := parameter.ParseRange(said.Range)
			if err != nil || said.Unit != is.Unit || said.Source != is.Source || said.Meaning != is.Meaning || low != is.Low || high != is.High {
				t.Errorf("%s says %+v, the number is %+v", c.Number, said, is)
			}
		}
	}
}

// Every institution that can be absent has somebody who acts for it in the
// year, and only those who do are absent with it.
func TestAbsentInstitutionsHaveNoRows(t *testing.T) {
	all := reflect.TypeFor[System]()
	for i := range all.NumField() {
		field := all.Field(i)
		if _, kept := field.Tag.Lookup("keep"); kept {
			continue
		}
		m := having(field.Name)
		if m == nil {
			t.Errorf("no system has %s", field.Name)
			continue
		}
		present := gone(m)
		reflect.ValueOf(&m.System).Elem().Field(i).SetZero()
		now := gone(m)
		if len(now) <= len(present) {
			t.Errorf("nobody acts for %s", field.Name)
		}
		if len(now) > len(present)+1 && field.Name != "Investment" { // which firms and ministries share
			t.Errorf("without %s %v are absent, and %v with it", field.Name, now, present)
		}
	}
	m, _ := NewModel("nep")
	if got := gone(m); !slices.Equal(got, []string{"fisc", "planning office", "detachments", "kolkhozes", "investors", "owners", "creditors", "founders"}) {
		t.Errorf("under NEP %v are absent", got)
	}
}

// having is the first system that has an institution, and a plan with targets.
func having(field string) *Model {
	for _, name := range Names() {
		m, _ := NewModel(name)
		here := reflect.ValueOf(m.System).FieldByName(field)
		if !here.IsZero() && m.Form(field) != "none" && (field != "Plan" || m.Plan.Active()) {
			return m
		}
	}
	return nil
}

// gone are who have no row in the year, since they stand for what is absent.
func gone(m *Model) (who []string) {
	var there []string
	for _, row := range m.System.Year(&m.Behaviour, &m.Politics) {
		to := &who
		if !m.Absent(row.Who, row.Does) {
			to = &there
		}
		if !slices.Contains(*to, row.Who) {
			*to = append(*to, row.Who)
		}
	}
	return slices.DeleteFunc(who, func(name string) bool { return slices.Contains(there, name) })
}

// What an institution does under some systems alone has a row under those.
func TestActs(t *testing.T) {
	for _, c := range []struct{ system, does, not string }{
		{"soviets-1917", "are stocked", "cancel tokens"},
		{"soviets-1917", "learn what pays and what to expect", "computes the year's plan"},
		{"soviets-1917", "name their prices", "press, sow, reap, deliver, share out"},
		{"nep", "takes the tax in kind and rents", "unlearn to expect losses where nobody takes grain"},
		{"plan-1929", "press, sow, reap, deliver, share out", "holds the councils' rounds of prices and proposals"},
		{"plan-1929", "sets targets", "lets tasks of head and hand take turns"},
		{"computed-planning", "computes the year's plan", "unlearn to expect losses where nobody takes grain"},
		{"democratic-planning", "cancel tokens", "press, sow, reap, deliver, share out"},
	} {
		m, ok := NewModel(c.system)
		if !ok {
			t.Fatalf("no system %s", c.system)
		}
		here := map[string]bool{}
		for _, row := range m.System.Year(&m.Behaviour, &m.Politics) {
			here[row.Does] = !m.Absent(row.Who, row.Does)
		}
		if not, is := here[c.not]; !here[c.does] || !is || not {
			t.Errorf("under %s %q has a row: %v; %q: %v, and the table names it: %v", c.system, c.does, here[c.does], c.not, not, is)
		}
	}
	m, _ := NewModel("nep")
	for does := range acts {
		if !slices.ContainsFunc(m.System.Year(&m.Behaviour, &m.Politics), func(r schedule.Row) bool { return r.Does == does }) {
			t.Errorf("no row does %q", does)
		}
	}
}

func TestCommon(t *testing.T) {
	for path, want := range map[string]bool{
		"Physics.Food.Adult": true, "Work.StaffShare": true, "Behaviour.Effort.Base": true, "Start.People": true, "Politics.Threat": true,
		"Plan.Ratchet.Up": false, "Statistics.Spare": false, "Labour": false, "System": false, "nothing": false,
	} {
		if got := Common(path); got != want {
			t.Errorf("%s is common to all systems: %v, want %v", path, got, want)
		}
	}
}
