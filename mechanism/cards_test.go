package mechanism

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"gosplan/parameter"
)

// split are the numbers that more than one file tells, each its part.
var split = map[string][]string{"M18": {"Campaign", "HarvestBias", "Slaughter"}}

func TestEveryCardIsComplete(t *testing.T) {
	for _, c := range append(Cards(), Elsewhere()...) {
		t.Run(c.Name, func(t *testing.T) {
			if c.Title == "" || !strings.HasSuffix(c.Title, ".") {
				t.Errorf("title %q is no sentence", c.Title)
			}
			if c.Claim == "" {
				t.Error("no claim; add a line \"Claim: …\" to the comment")
			}
			if c.Equation == "" {
				t.Error("no equation; add an indented line to the comment")
			}
			if c.Source == "" {
				t.Error("no source; add a line \"Source: …\" to the comment")
			}
			if without, expected := c.Prediction(); without == "" || !strings.HasPrefix(expected, "theory ") {
				t.Errorf("ablation %q; write \"path; theory expects …\"", c.Ablation)
			}
			if len(c.Parameters) == 0 {
				t.Error("no parameters")
			}
			for _, p := range c.Parameters {
				if p.Unit == "" || p.Source == "" || p.Meaning == "" {
					t.Errorf("%s lacks a unit, a source or what it means: %+v", p.Name, p)
				}
				if _, _, err := parameter.ParseRange(p.Range); err != nil {
					t.Errorf("%s: %v", p.Name, err)
				}
			}
		})
	}
}

func TestNoNumberIsGivenTwice(t *testing.T) {
	names := map[string][]string{}
	for _, c := range Cards() {
		if c.Number == "" {
			continue
		}
		if c.Order() < 1 || c.Order() > 25 {
			t.Errorf("%s has the number %s, which is not between M1 and M25", c.Name, c.Number)
		}
		names[c.Number] = append(names[c.Number], c.Name)
	}
	for number, who := range names {
		if len(who) > 1 && !slices.Equal(who, split[number]) {
			t.Errorf("%s is given to %s", number, strings.Join(who, " and "))
		}
	}
	for number, who := range split {
		for _, name := range who {
			if c, _ := Find(name); c.Part == "" || c.Number != number {
				t.Errorf("%s must say which part of %s it is", name, number)
			}
		}
	}
}

func TestCardsComeByNumberThenName(t *testing.T) {
	if !slices.IsSortedFunc(Cards(), func(a, b Card) int {
		if a.Order() != b.Order() {
			return a.Order() - b.Order()
		}
		return strings.Compare(a.Name, b.Name)
	}) {
		t.Error("cards are out of order")
	}
	Cards()[0].Name = "spoilt"
	if Cards()[0].Name == "spoilt" {
		t.Error("a caller can reorder everybody's cards")
	}
}

// Every file tells one mechanism, and one that computes is tested by a file
// of its own.
func TestEveryFileHasACardAndATest(t *testing.T) {
	names := mechanismFiles()
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "\nfunc ") {
			continue
		}
		test := strings.TrimSuffix(name, ".go") + "_test.go"
		if _, err := files.Open(test); err != nil {
			t.Errorf("%s computes something; test it in %s", name, test)
		}
	}
	if got := len(Cards()); got != len(names) {
		t.Errorf("%d files hold %d cards; give each file one mechanism", len(names), got)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Ratchet", "Ratchet"},
		{"ratchet", "Ratchet"},
		{"M13", "Adoption"},
		{"m13", "Adoption"},
		{"M18", "Campaign"}, // the first of its parts
		{"M9", "SecondEconomy"},
		{"M15", "InvestmentHunger"}, // its own number goes before a part of M5
		{"taxinkind", "TaxInKind"},
		{"M99", ""},
		{"with", ""},
		{"", ""},
	} {
		got, ok := Find(c.name)
		if got.Name != c.want || ok != (c.want != "") {
			t.Errorf("Find(%q) = %q, %v, want %q", c.name, got.Name, ok, c.want)
		}
	}
}

func TestReadTakesACommentApart(t *testing.T) {
	got := read("Kiosk", `Kiosk — M7 (newspapers). Corners sell
papers.

Claim: who stands at a corner
sells more.

	s = a·c
	  + b

where c is the corner: any.

And b the rest.

Source: nobody 1900; somebody 1910.
Ablation: Corner.Kiosk; theory expects fewer
papers.
`)
	want := Card{
		Name: "Kiosk", Number: "M7", Part: "newspapers", Title: "Corners sell papers.",
		Claim:    "who stands at a corner sells more.",
		Equation: "s = a·c\n  + b",
		Legend:   "where c is the corner: any.\nAnd b the rest.",
		Source:   "nobody 1900; somebody 1910.",
		Ablation: "Corner.Kiosk; theory expects fewer papers.",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct{ head, number, part, title string }{
		{"X — M1. Targets rise.", "M1", "", "Targets rise."},
		{"X — M18 (animals). Eaten today.", "M18", "animals", "Eaten today."},
		{"X — M5, with M15 for capital. Losses are covered.", "M5", "with M15 for capital", "Losses are covered."},
		{"X — 1957. Regions first.", "", "1957", "Regions first."},
		{"X is the rule of the house.", "", "", "The rule of the house."},
		{"", "", "", ""},
	} {
		if number, part, title := headline("X", c.head); number != c.number || part != c.part || title != c.title {
			t.Errorf("%q is read as %q, %q, %q", c.head, number, part, title)
		}
	}
}

// What follows is shared by the tests of the mechanisms.

// near tolerates the rounding of a handful of operations.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a), math.Abs(b)) }

// anyOf is a mechanism with every parameter somewhere in its range.
func anyOf[M any](t *rapid.T) M {
	var m M
	for _, p := range parameter.List(&m) {
		if err := parameter.Set(&m, p.Path, rapid.Float64Range(p.Low, p.High).Draw(t, p.Path)); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// some is a number between two others.
func some(t *rapid.T, what string, low, high float64) float64 {
	return rapid.Float64Range(low, high).Draw(t, what)
}

// two are numbers between two others, the smaller first.
func two(t *rapid.T, what string, low, high float64) (less, more float64) {
	less, more = some(t, what+", less", low, high), some(t, what+", more", low, high)
	return min(less, more), max(less, more)
}

// within refuses what is not a number between two bounds, but for rounding.
func within(t *rapid.T, what string, v, low, high float64) {
	t.Helper()
	slack := 1e-12 * max(1, math.Abs(low), math.Abs(high))
	if !(v >= low-slack && v <= high+slack) {
		t.Fatalf("%s is %v, not between %v and %v", what, v, low, high)
	}
}

// rises refuses a result that is smaller where it must be larger or equal.
func rises(t *rapid.T, why string, less, more float64) {
	t.Helper()
	if !(more >= less-1e-12*max(1, math.Abs(less))) {
		t.Fatalf("%s: %v, then %v", why, less, more)
	}
}

// absurd is a size that no economy has.
const absurd = 1e12
