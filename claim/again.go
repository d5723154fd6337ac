package claim

import (
	"fmt"
	"time"

	"github.com/goccy/go-yaml"
)

// Again is a claim designed once more, after its first design turned out to
// be weak. The first design and its verdict stay.
type Again struct {
	Number string `yaml:"number"` // of the claim
	Wrong  string `yaml:"wrong"`  // with the first design
	Known  string `yaml:"known"`  // of results, when this design was written
	Tests  []Test `yaml:"tests"`

	Registered string `yaml:"-"` // on this day, 2026-11-26
	claim      Claim  // the same claim with these tests
}

// An amendment is the content of registry-2.yaml.
type amendment struct {
	Version    int            `yaml:"version"`
	Registered string         `yaml:"registered"`
	Arms       map[string]Arm `yaml:"arms"`
	Claims     []Again        `yaml:"claims"`
}

// Amend adds designs that were registered later. It takes nothing away and
// changes nothing that is there, and refuses what would.
func (r *Registry) Amend(text []byte) error {
	var a amendment
	if err := yaml.UnmarshalWithOptions(text, &a, yaml.Strict()); err != nil {
		return fmt.Errorf("second registry: %w", err)
	}
	if _, err := time.Parse(time.DateOnly, a.Registered); err != nil || a.Version != 1 {
		return fmt.Errorf("second registry: version %d, registered %q: want version 1 and a day such as 2026-11-26", a.Version, a.Registered)
	}
	for _, name := range sortedKeys(a.Arms) {
		if _, there := r.Arms[name]; there {
			return fmt.Errorf("second registry: the arm %s is in the first; give another a name of its own", name)
		}
		r.Arms[name] = a.Arms[name]
	}
	used := map[string]bool{}
	for i := range a.Claims {
		again := &a.Claims[i]
		if err := r.amend(again, a.Registered, used); err != nil {
			return fmt.Errorf("second registry: %s: %w", again.Number, err)
		}
	}
	for _, name := range sortedKeys(a.Arms) {
		if !used[name] {
			return fmt.Errorf("second registry: arm %s is in no test; take it out", name)
		}
	}
	return nil
}

// amend gives a claim its second design.
func (r *Registry) amend(again *Again, registered string, used map[string]bool) error {
	c, ok := r.Find(again.Number)
	switch {
	case !ok || c.Again != nil || c.Outside != "":
		return fmt.Errorf("there is no such claim with tests, or it is designed again twice")
	case again.Wrong == "" || again.Known == "" || len(again.Tests) == 0:
		return fmt.Errorf("what was wrong, what was known, or the tests are missing")
	}
	again.Registered = registered
	again.claim = Claim{Number: c.Number, Claim: c.Claim, Where: c.Where, Tests: again.Tests}
	if err := r.checkClaim(&again.claim, map[string]bool{}, used); err != nil {
		return err
	}
	c.Again = again
	return nil
}

// Each are the tests of the second design.
func (a *Again) Each() []*Test { return a.claim.Each() }
