package main

import (
	"strings"

	"gosplan/parameter"
	"gosplan/scenario"
	"gosplan/system"
)

type systemsVerb struct {
	System       string `arg:"" optional:"" help:"Name of a system; all are listed if absent."`
	Institutions bool   `help:"List the institutions and the forms they can take."`
	asJSON
}

func (systemsVerb) Help() string {
	return `Examples:

  gosplan systems                            # all, with a line each
  gosplan systems nep                        # what one is composed of
  gosplan systems --institutions             # what any institution can be swapped for
  gosplan run ussr --set "[nep] Labour=job-right"
`
}

// A part is an institution of a system and its form.
type part struct {
	Institution string `json:"institution"`
	Form        string `json:"form"`
	Means       string `json:"means"`
}

// A composition is a system as it is listed.
type composition struct {
	Name  string `json:"name"`
	Means string `json:"means"`
	Parts []part `json:"institutions"`
}

// Run lists the systems, one system, or the forms of institutions.
func (v systemsVerb) Run(r *room) error {
	switch {
	case v.Institutions && v.System != "":
		return wrong("--institutions lists what every institution can be, and %s is one system; leave one out", v.System)
	case v.Institutions:
		return v.forms(r, "")
	case v.System != "":
		return v.one(r)
	}
	all, rows := []composition{}, [][]string(nil)
	for _, s := range system.Summaries() {
		all = append(all, compose(s))
		rows = append(rows, []string{s.Name, s.Means})
	}
	if v.JSON {
		return printJSON(r.out, all)
	}
	printTable(r.out, []string{"system", "what it is"}, rows)
	return nil
}

// one prints the composition of a system.
func (v systemsVerb) one(r *room) error {
	name, err := parameter.Match(v.System, system.Names())
	if found := candidate(v.System); err != nil && found != nil {
		return v.candidate(r, found)
	}
	if err != nil {
		return wrong("there is no system of this name: %w; there are %s", err, strings.Join(system.Names(), ", "))
	}
	for _, s := range system.Summaries() {
		if s.Name != name {
			continue
		}
		c := compose(s)
		if v.JSON {
			return printJSON(r.out, c)
		}
		say(r.out, "%s: %s.\n\n", c.Name, c.Means)
		printParts(r, c.Parts)
	}
	return nil
}

// A choosable is a system under a name of its own, which a country that
// chooses its systems can come to.
type choosable struct {
	composition
	Of []string `json:"candidate_in"` // scenarios
}

// candidate finds a candidate of a built-in scenario by its own name, nil if
// there is none.
func candidate(name string) *choosable {
	var out *choosable
	for _, b := range scenario.Builtin() {
		s, err := scenario.Load(b.Name)
		if err != nil {
			continue
		}
		for _, c := range s.Politics.Candidates {
			if !strings.EqualFold(c.Name, name) || name == "" {
				continue
			}
			if out == nil {
				out = &choosable{composition: composeAs(c.Name, c.System, c.Institutions)}
			}
			out.Of = append(out.Of, s.Name)
		}
	}
	return out
}

func (v systemsVerb) candidate(r *room, c *choosable) error {
	if v.JSON {
		return printJSON(r.out, c)
	}
	say(r.out, "%s: %s. It can be chosen in %s.\n\n", c.Name, c.Means, strings.Join(c.Of, ", "))
	printParts(r, c.Parts)
	return nil
}

// composeAs is a system with some institutions in another form.
func composeAs(name, base string, forms scenario.Choices) composition {
	var words []string
	m, _ := system.NewModel(base)
	for _, institution := range forms.Institutions() {
		words = append(words, institution+" "+forms[institution])
		if m.Swap(institution, forms[institution]) != nil {
			return composition{Name: name, Means: base}
		}
	}
	return partsOf(composition{Name: name, Means: base + " with " + strings.Join(words, ", ")}, m)
}

// forms prints what an institution, or, if none is named, every one can be
// swapped for.
func (v systemsVerb) forms(r *room, institution string) error {
	parts := []part{}
	for _, f := range system.Variants(institution) {
		parts = append(parts, part{f.Institution, f.Name, f.Means})
	}
	if v.JSON {
		return printJSON(r.out, parts)
	}
	printParts(r, parts)
	return nil
}

func printParts(r *room, parts []part) {
	var rows [][]string
	for _, p := range parts {
		rows = append(rows, []string{p.Institution, p.Form, p.Means})
	}
	printTable(r.out, []string{"institution", "form", "what it means"}, rows)
}

// compose takes a system apart into the forms of its institutions.
func compose(s system.Summary) composition {
	m, _ := system.NewModel(s.Name)
	return partsOf(composition{Name: s.Name, Means: s.Means}, m)
}

func partsOf(c composition, m *system.Model) composition {
	c.Parts = []part{}
	for _, name := range system.Institutions() {
		form := m.Form(name)
		for _, v := range system.Variants(name) {
			if v.Name == form {
				c.Parts = append(c.Parts, part{name, form, v.Means})
			}
		}
	}
	return c
}
