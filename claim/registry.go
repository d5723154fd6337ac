// Package claim holds what an essay on the Soviet system claims, as tests that
// were registered before anything was run, and computes what becomes of them.
// It runs nothing itself and writes no files: whoever uses it says how a
// scenario is lived and where finished runs are kept.
package claim

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed registry.yaml
var registered []byte

// later are the registries of designs that were made once more, in the order
// in which they were registered.
var later = []string{"registry-2.yaml", "registry-3.yaml"}

//go:embed registry-2.yaml registry-3.yaml
var registeredAgain embed.FS

// A Registry is the content of registry.yaml.
type Registry struct {
	Version  int               `yaml:"version"`
	Pairs    int               `yaml:"pairs"` // seeds, unless who runs it says otherwise
	Scale    int               `yaml:"scale"` // people for whom one simulated person stands, where an arm or a test does not say otherwise
	Theories map[string]string `yaml:"theories"`
	Arms     map[string]Arm    `yaml:"arms"`
	Claims   []Claim           `yaml:"claims"`
	Tells    []Tell            `yaml:"tells"`
}

// A Claim is one thing that the essay says.
type Claim struct {
	Number  string   `yaml:"number"` // E1 to E74
	Claim   string   `yaml:"claim"`
	Where   string   `yaml:"where"`   // the part of the essay that says it
	Outside string   `yaml:"outside"` // why the model cannot speak to it; "" if it can
	Ablate  []string `yaml:"ablate"`  // what the first arm is also lived without, for the full story
	Tests   []Test   `yaml:"tests"`

	Again *Again `yaml:"-"` // designed once more; nil if it was not
}

// A Test is one comparison.
type Test struct {
	Ask       string          `yaml:"ask"`
	Compare   string          `yaml:"compare"`   // "plan - trusts"
	Statistic string          `yaml:"statistic"` // "mean(stock_ratio, 1960, 1985)"
	Unit      string          `yaml:"unit"`
	Smallest  float64         `yaml:"smallest"` // smallest effect that counts
	Scale     int             `yaml:"scale"`    // at which all its arms are lived; 0 for the coarsest that one of them states
	Rests     string          `yaml:"rests"`    // why agreeing would prove little; "" if it would prove something
	Predicts  map[string]Sign `yaml:"predicts"` // by theory

	terms      []term
	expression *node
	given      string // why what was put in settles what it comes to; "" if it does not
}

// A Tell is one of the tests that tell theories apart. Who speaks to it must
// have all of its tests right.
type Tell struct {
	Number string `yaml:"number"` // T1 to T12
	Title  string `yaml:"title"`
	Tests  []Test `yaml:"tests"`

	Again *Again `yaml:"-"` // designed once more; nil if it was not
}

// A Sign is where an effect lies.
type Sign string

// The signs. Unknown is never predicted.
const (
	Above   Sign = "+"
	Below   Sign = "-"
	None    Sign = "0"
	Unknown Sign = "?"
)

// Essay is the theory whose claims these are.
const Essay = "TK"

// Registered is the registry that comes with the program.
var Registered = sync.OnceValue(func() *Registry {
	r, err := Read(registered)
	for _, name := range later {
		var text []byte
		if err == nil {
			text, err = registeredAgain.ReadFile(name)
		}
		if err == nil {
			err = r.Amend(text)
		}
	}
	if err != nil {
		panic(err) // a test reads it first
	}
	return r
})

// Read reads a registry. It refuses what it does not know and what is missing,
// by name.
func Read(text []byte) (*Registry, error) {
	r := &Registry{}
	if err := yaml.UnmarshalWithOptions(text, r, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("registry: %w", err)
	}
	if r.Version != 1 || r.Pairs < 2 || r.Scale < 1 {
		return nil, fmt.Errorf("registry: version %d, %d pairs, scale 1:%d: want version 1, two pairs or more, and a scale", r.Version, r.Pairs, r.Scale)
	}
	used := map[string]bool{}
	seen := map[string]bool{}
	for i := range r.Claims {
		if err := r.checkClaim(&r.Claims[i], seen, used); err != nil {
			return nil, fmt.Errorf("registry: %s: %w", r.Claims[i].Number, err)
		}
	}
	for i := range r.Tells {
		t := &r.Tells[i]
		if seen[t.Number] || t.Number == "" || t.Title == "" || len(t.Tests) == 0 {
			return nil, fmt.Errorf("registry: %s: a number of its own, a title and tests are needed", t.Number)
		}
		seen[t.Number] = true
		if err := r.prepare(t.Tests, used); err != nil {
			return nil, fmt.Errorf("registry: %s: %w", t.Number, err)
		}
	}
	for _, name := range r.armNames() {
		if !used[name] {
			return nil, fmt.Errorf("registry: arm %s is in no test; take it out", name)
		}
	}
	return r, nil
}

// armNames are the names of the arms in order.
func (r *Registry) armNames() []string { return sortedKeys(r.Arms) }

// Legend says which code stands for which theory.
func (r *Registry) Legend() string {
	var words []string
	for _, code := range r.Codes() {
		words = append(words, code+" "+r.Theories[code])
	}
	return strings.Join(words, "; ")
}

// Codes are the codes of the theories in order, the essay first.
func (r *Registry) Codes() []string {
	codes := sortedKeys(r.Theories)
	slices.SortStableFunc(codes, func(a, b string) int {
		switch {
		case a == Essay:
			return -1
		case b == Essay:
			return 1
		}
		return 0
	})
	return codes
}

// Find is the claim of a number, whatever the case.
func (r *Registry) Find(number string) (*Claim, bool) {
	for i := range r.Claims {
		if strings.EqualFold(r.Claims[i].Number, number) {
			return &r.Claims[i], true
		}
	}
	return nil, false
}

// Tests are all tests, those of the claims first, then those that were
// designed again.
func (r *Registry) Tests() (all []*Test) {
	for i := range r.Claims {
		all = append(all, r.Claims[i].Each()...)
	}
	all = append(all, r.TellTests()...)
	for i := range r.Claims {
		all = append(all, r.Claims[i].Again.All()...)
	}
	return all
}

// TellTests are the tests that tell theories apart, those that were designed
// again last.
func (r *Registry) TellTests() (all []*Test) {
	for i := range r.Tells {
		all = append(all, r.Tells[i].Each()...)
	}
	for i := range r.Tells {
		all = append(all, r.Tells[i].Again.All()...)
	}
	return all
}

// Each are the tests of a row as it was first designed.
func (t *Tell) Each() (tests []*Test) {
	for i := range t.Tests {
		tests = append(tests, &t.Tests[i])
	}
	return tests
}

// Counts are the tests of the latest design, by which theories are scored.
func (t *Tell) Counts() []*Test { return testsInForce(t.Each(), t.Again) }
