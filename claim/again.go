package claim

import (
	"fmt"
	"iter"
	"time"

	"github.com/goccy/go-yaml"
)

// Again is a claim, or a row that tells theories apart, designed once more
// after an earlier design turned out to be weak. Earlier designs and their
// verdicts stay.
type Again struct {
	Number string `yaml:"number"` // of the claim or the row
	Wrong  string `yaml:"wrong"`  // with the design before
	Known  string `yaml:"known"`  // of results, when this design was written
	Tests  []Test `yaml:"tests"`

	Registered string `yaml:"-"` // on this day, 2026-11-26
	claim      Claim  // the same claim with these tests; its own Again is the design after this
}

// An amendment is the content of a later registry.
type amendment struct {
	Version    int            `yaml:"version"`
	Registered string         `yaml:"registered"`
	Arms       map[string]Arm `yaml:"arms"`
	Claims     []Again        `yaml:"claims"`
	Tells      []Again        `yaml:"tells"`
}

// Amend adds designs that were registered later. It takes nothing away and
// changes nothing that is there, and refuses what would.
func (r *Registry) Amend(text []byte) error {
	var a amendment
	if err := yaml.UnmarshalWithOptions(text, &a, yaml.Strict()); err != nil {
		return fmt.Errorf("later registry: %w", err)
	}
	if _, err := time.Parse(time.DateOnly, a.Registered); err != nil || a.Version != 1 {
		return fmt.Errorf("later registry: version %d, registered %q: want version 1 and a day such as 2026-11-26", a.Version, a.Registered)
	}
	for _, name := range sortedKeys(a.Arms) {
		if _, there := r.Arms[name]; there {
			return fmt.Errorf("later registry: the arm %s is in an earlier one; give another a name of its own", name)
		}
		r.Arms[name] = a.Arms[name]
	}
	used := map[string]bool{}
	seen := map[string]bool{}
	for _, list := range [][]Again{a.Claims, a.Tells} {
		for i := range list {
			again := &list[i]
			again.Registered = a.Registered
			if err := r.amend(again, seen, used); err != nil {
				return fmt.Errorf("later registry: %s: %w", again.Number, err)
			}
			seen[again.Number] = true
		}
	}
	for _, name := range sortedKeys(a.Arms) {
		if !used[name] {
			return fmt.Errorf("later registry: arm %s is in no test; take it out", name)
		}
	}
	return nil
}

// amend gives a claim or a row one more design.
func (r *Registry) amend(again *Again, seen, used map[string]bool) error {
	last := r.lastDesign(again)
	switch {
	case last == nil || seen[again.Number]:
		return fmt.Errorf("there is no such claim or row with tests, or it is designed twice here")
	case again.Wrong == "" || again.Known == "" || len(again.Tests) == 0:
		return fmt.Errorf("what was wrong, what was known, or the tests are missing")
	}
	if err := r.checkClaim(&again.claim, map[string]bool{}, used); err != nil {
		return err
	}
	*last = again
	return nil
}

// lastDesign is where the design after all others of a claim or row belongs,
// nil if there is none of that number. It makes the claim of the new one.
func (r *Registry) lastDesign(again *Again) (last **Again) {
	if c, ok := r.Find(again.Number); ok && c.Outside == "" {
		again.claim, last = Claim{Number: c.Number, Claim: c.Claim, Where: c.Where, Tests: again.Tests}, &c.Again
	}
	for i := range r.Tells {
		if t := &r.Tells[i]; t.Number == again.Number {
			again.claim, last = Claim{Number: t.Number, Claim: t.Title, Where: "theories", Tests: again.Tests}, &t.Again
		}
	}
	for last != nil && *last != nil {
		last = &(*last).claim.Again
	}
	return last
}

// Each are the tests of this design.
func (a *Again) Each() []*Test { return a.claim.Each() }

// Designs are this design and those after it.
func (a *Again) Designs() iter.Seq[*Again] {
	return func(yield func(*Again) bool) {
		for ; a != nil; a = a.claim.Again {
			if !yield(a) {
				return
			}
		}
	}
}

// All are the tests of this design and of those after it.
func (a *Again) All() (tests []*Test) {
	for again := range a.Designs() {
		tests = append(tests, again.Each()...)
	}
	return tests
}

// testsInForce are the tests that count: those of the last design, or the first ones
// where there is no other.
func testsInForce(first []*Test, again *Again) []*Test {
	if last := again.Last(); last != nil {
		return last.Each()
	}
	return first
}

// Last is the latest design, nil if there is none.
func (a *Again) Last() (last *Again) {
	for again := range a.Designs() {
		last = again
	}
	return last
}
