package system

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Every system is composed of named forms, so that any of its institutions
// can be given to another system by name.
func TestSystemsAreComposedOfNamedForms(t *testing.T) {
	for _, name := range Names() {
		m, _ := NewModel(name)
		for _, institution := range Institutions() {
			if m.Form(institution) == "" {
				t.Errorf("%s: its %s is no named form", name, institution)
			}
		}
	}
}

// Names of forms are theirs alone, they differ, and all that can be absent
// has forms.
func TestFormsAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	var order []string
	for i, v := range variants {
		key := v.Institution + "=" + v.Name
		if seen[key] || v.Means == "" || strings.HasSuffix(v.Means, ".") {
			t.Errorf("%s: twice, or without a meaning that fits a line: %q", key, v.Means)
		}
		seen[key] = true
		if len(order) == 0 || order[len(order)-1] != v.Institution {
			order = append(order, v.Institution)
		}
		for _, other := range variants[:i] {
			if other.Institution == v.Institution && reflect.DeepEqual(other.value().Interface(), v.value().Interface()) {
				t.Errorf("%s is the same as %s", key, other.Name)
			}
		}
	}
	var fields []string
	for i := range reflect.TypeFor[System]().NumField() {
		if f := reflect.TypeFor[System]().Field(i); f.Tag.Get("keep") == "" {
			fields = append(fields, f.Name)
		}
	}
	if !slices.Equal(order, fields) {
		t.Errorf("forms of %v, in a system of %v", order, fields)
	}
}

// Every form can be given to every system, alone; the composition is whole,
// or it is said what is missing.
func TestSwaps(t *testing.T) {
	for _, name := range Names() {
		for _, v := range variants {
			m, _ := NewModel(name)
			before := m.System
			if err := m.Swap(v.Institution, v.Name); err != nil {
				t.Fatalf("%s with %s=%s: %v", name, v.Institution, v.Name, err)
			}
			if got := m.Form(v.Institution); got != v.Name {
				t.Errorf("%s with %s=%s has %q", name, v.Institution, v.Name, got)
			}
			for i := range reflect.TypeFor[System]().NumField() {
				if field := reflect.TypeFor[System]().Field(i).Name; field != v.Institution &&
					!reflect.DeepEqual(reflect.ValueOf(before).Field(i).Interface(), reflect.ValueOf(m.System).Field(i).Interface()) {
					t.Errorf("%s with %s=%s: %s changed as well", name, v.Institution, v.Name, field)
				}
			}
		}
	}
}

func TestSwapsThatAreRefused(t *testing.T) {
	for _, c := range []struct{ institution, name, says string }{
		{"Labour", "job-rigt", "did you mean job-right?"},
		{"Labour", "7", "there are"},
		{"Labor", "job-right", "did you mean Labour?"},
		{"Ratchet", "targets", "there are Plan, Supply"},
		{"Plan", "", "there are profit"},
	} {
		m, _ := NewModel("nep")
		before := m.System
		err := m.Swap(c.institution, c.name)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s=%s: %v, want %q", c.institution, c.name, err, c.says)
		}
		if !reflect.DeepEqual(before, m.System) {
			t.Errorf("%s=%s was refused and changed something", c.institution, c.name)
		}
	}
}

// The systems there are lack nothing; compositions without what carries an
// institution are refused with what is missing.
func TestCompositionsThatCannotBe(t *testing.T) {
	for _, name := range Names() {
		m, _ := NewModel(name)
		if err := m.Whole(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, c := range []struct {
		system string
		swaps  [][2]string
		says   string // "" for a composition that can be
	}{
		{"plan-1956", [][2]string{{"Plan", "profit"}}, "allotment of inputs needs a planning office"},
		{"plan-1956", [][2]string{{"Plan", "profit"}, {"Supply", "market"}}, ""},
		{"nep", [][2]string{{"Supply", "allotment"}}, "take Plan=targets"},
		{"nep", [][2]string{{"Supply", "allotment"}, {"Plan", "targets"}}, ""},
		{"plan-1956", [][2]string{{"Buying", "none"}}, "collective farms deliver at procurement prices"},
		{"war-communism", [][2]string{{"Buying", "none"}}, ""},
		{"war-communism", [][2]string{{"Buying", "none"}, {"Requisition", "none"}}, "bread on cards needs"},
		{"nep", [][2]string{{"Labour", "job-right"}}, ""},
		{"competitive-capitalism", [][2]string{{"Owners", "none"}}, "new firms need owners"},
		{"competitive-capitalism", [][2]string{{"Owners", "none"}, {"Entry", "none"}}, ""},
		{"tsarist", [][2]string{{"Owners", "none"}}, "rent and dividends need owners"},
		{"competitive-capitalism", [][2]string{{"Investment", "trusts"}}, "founders go by a profit"},
		{"competitive-capitalism", [][2]string{{"Bank", "soft"}}, "firms whose losses are all covered cannot fail"},
		{"competitive-capitalism", [][2]string{{"Bank", "one-owner"}}, "have to keep it"},
		{"plan-1956", [][2]string{{"Fisc", "sales-tax"}}, "needs prices that carry it"},
		{"plan-1956", [][2]string{{"Fisc", "sales-tax"}, {"Prices", "firms"}}, ""},
		{"nep", [][2]string{{"Prices", "indicative"}}, "take Plan=councils"},
		{"nep", [][2]string{{"Prices", "indicative"}, {"Plan", "councils"}}, ""},
		{"plan-1956", [][2]string{{"Plan", "councils"}}, "allotment of inputs needs a planning office"},
		{"plan-1956", [][2]string{{"Labour", "councils"}, {"Investment", "councils"}}, ""},
		{"competitive-capitalism", [][2]string{{"Retail", "tokens"}}, "nobody can be paid dividends"},
		{"democratic-planning", [][2]string{{"Buying", "none"}}, "nobody buys; take Buying=councils"},
		{"plan-1956", [][2]string{{"Retail", "tokens"}}, ""},
	} {
		m, _ := NewModel(c.system)
		for _, s := range c.swaps {
			if err := m.Swap(s[0], s[1]); err != nil {
				t.Fatal(err)
			}
		}
		err := m.Whole()
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s with %v: %v, want %q", c.system, c.swaps, err, c.says)
		}
	}
}

// Every system has a heading of its own that is no machine's name.
func TestLabels(t *testing.T) {
	seen := map[string]bool{"": true}
	for _, name := range Names() {
		label := Label(name)
		if seen[label] || label == name || strings.ToUpper(label[:1]) != label[:1] {
			t.Errorf("%s is called %q", name, label)
		}
		seen[label] = true
	}
	for name := range labels { // order does not matter: each is looked up alone
		if _, ok := New(name); !ok {
			t.Errorf("there is no system %s to be called %q", name, labels[name])
		}
	}
}
