package mechanism

import (
	"cmp"
	"embed"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Card is a mechanism as people read it. It is cut from the comment and the
// tags of the mechanism's own file, so that it cannot differ from the code.
type Card struct {
	Name       string      `json:"name"`
	Number     string      `json:"number"` // "M13", or "" for a rule without a number
	Part       string      `json:"part"`   // what of that number this is, such as "animals", or a rule's time
	Title      string      `json:"title"`
	Claim      string      `json:"claim"`
	Equation   string      `json:"equation"` // one formula a line
	Legend     string      `json:"legend"`   // the words around the equation, a paragraph a line
	Source     string      `json:"source"`
	Ablation   string      `json:"ablation"` // path; what theory expects without it
	Parameters []Parameter `json:"parameters"`
}

// A Parameter is one number of a mechanism.
type Parameter struct {
	Name    string `json:"name"`
	Unit    string `json:"unit"`
	Range   string `json:"range"`
	Source  string `json:"source"`
	Meaning string `json:"meaning"`
}

//go:embed *.go
var files embed.FS

var cards = sync.OnceValue(readCards)

// Cards are the cards of all mechanisms, by number and then by name; those
// without a number come last.
func Cards() []Card { return slices.Clone(cards()) }

// Find is the card of a name, or the first of a number such as "M13",
// whatever the case. A number that is only a part of another card finds that.
// Mechanisms with a file of their own come before those told elsewhere.
func Find(name string) (Card, bool) {
	for _, known := range [][]Card{cards(), elsewhere} {
		for _, is := range []func(Card) bool{
			func(c Card) bool { return strings.EqualFold(name, c.Name) },
			func(c Card) bool { return c.Number != "" && strings.EqualFold(name, c.Number) },
			func(c Card) bool {
				return numbered.MatchString(name) && slices.Contains(strings.Fields(c.Part), strings.ToUpper(name))
			},
		} {
			if i := slices.IndexFunc(known, is); i >= 0 {
				return known[i], true
			}
		}
	}
	return Card{}, false
}

// Prediction splits the ablation into what is taken out and what theory
// expects then.
func (c Card) Prediction() (without, expected string) {
	without, expected, _ = strings.Cut(c.Ablation, "; ")
	return without, expected
}

// readCards reads the package's own sources. They compiled, so an error is
// impossible, and a panic if not.
func readCards() []Card {
	var out []Card
	for _, name := range mechanismFiles() {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			panic(err)
		}
		for _, d := range tree.Decls {
			if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.TYPE {
				out = append(out, declared(d)...)
			}
		}
	}
	slices.SortFunc(out, func(a, b Card) int {
		return cmp.Or(cmp.Compare(a.Order(), b.Order()), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// mechanismFiles are the names of the files that may hold a mechanism.
func mechanismFiles() []string {
	names, err := fs.Glob(files, "*.go")
	if err != nil {
		panic(err)
	}
	return slices.DeleteFunc(names, func(name string) bool {
		return name == "cards.go" || name == "elsewhere.go" || name == "doc.go" || strings.HasSuffix(name, "_test.go")
	})
}

// declared are the cards of the exported structs in one declaration whose
// comments make a claim or name a source.
func declared(d *ast.GenDecl) []Card {
	var out []Card
	for _, spec := range d.Specs {
		spec := spec.(*ast.TypeSpec)
		body, ok := spec.Type.(*ast.StructType)
		doc := spec.Doc
		if doc == nil {
			doc = d.Doc
		}
		if !ok || !spec.Name.IsExported() || doc == nil {
			continue
		}
		c := read(spec.Name.Name, doc.Text())
		if c.Claim == "" && c.Source == "" {
			continue
		}
		c.Parameters = parameters(body)
		out = append(out, c)
	}
	return out
}

// read takes a comment apart. A blank line ends a part, a label begins one,
// and what is indented is an equation.
func read(name, comment string) Card {
	c := Card{Name: name}
	head := ""
	var equation, legend []string
	into := &head
	for line := range strings.Lines(comment) {
		line = strings.TrimRight(line, "\n")
		label, rest, _ := strings.Cut(line, ":")
		switch {
		case line == "":
			into = nil
			continue
		case strings.HasPrefix(line, "\t"):
			equation, into = append(equation, line[1:]), nil
			continue
		case label == "Claim":
			into, line = &c.Claim, rest
		case label == "Source":
			into, line = &c.Source, rest
		case label == "Ablation":
			into, line = &c.Ablation, rest
		case into == nil:
			legend = append(legend, "")
			into = &legend[len(legend)-1]
		}
		*into = strings.TrimSpace(*into + " " + line)
	}
	c.Number, c.Part, c.Title = headline(name, head)
	c.Equation, c.Legend = strings.Join(equation, "\n"), strings.Join(legend, "\n")
	return c
}

var (
	numbered = regexp.MustCompile(`^(?i)M\d+$`)
	heading  = regexp.MustCompile(`^\w+ — (M\d+)?[ (,]*(.*?)\)?\. (.*)$`)
)

// headline takes "Name — M18 (animals). Title." apart; "Name is the rule."
// has a title only.
func headline(name, head string) (number, part, title string) {
	if m := heading.FindStringSubmatch(head); m != nil {
		return m[1], m[2], m[3]
	}
	title = strings.TrimPrefix(head, name+" is ")
	return "", "", strings.ToUpper(title[:min(1, len(title))]) + title[min(1, len(title)):]
}

// parameters are the tagged fields of a struct.
func parameters(body *ast.StructType) []Parameter {
	var out []Parameter
	for _, field := range body.Fields.List {
		var tag reflect.StructTag
		if field.Tag != nil {
			text, _ := strconv.Unquote(field.Tag.Value) // the compiler has read it before us
			tag = reflect.StructTag(text)
		}
		for _, name := range field.Names {
			if name.IsExported() {
				out = append(out, Parameter{name.Name, tag.Get("unit"), tag.Get("range"), tag.Get("source"), tag.Get("means")})
			}
		}
	}
	return out
}

// Order is the place of a card's number, those without one last.
func (c Card) Order() int {
	n, err := strconv.Atoi(strings.TrimPrefix(c.Number, "M"))
	if err != nil {
		return 1 << 30
	}
	return n
}
