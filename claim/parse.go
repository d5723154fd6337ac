package claim

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"gosplan/parameter"
)

// A node is a part of a statistic: a number, a series, or what is made of them.
// A series has a value for every year, everything else one for all.
type node struct {
	kind   rune // 'n' number, 's' series, 'f' function, '+', '-', '*', '/'
	number float64
	name   string // of series or function
	place  string
	parts  []*node
	yearly bool
}

// parse reads a statistic:
//
//	log(mean(gdp, 1960, 1985) / mean(population, 1960, 1985)) - 0.5
//
// Names that are not functions are series; those of a region are written
// grain_output@Volga. A function takes its series first, then its numbers.
func parse(text string) (*node, error) {
	p := &reader{text: []rune(text)}
	n, err := p.sum()
	if err != nil {
		return nil, fmt.Errorf("%q: %w", text, err)
	}
	if p.blanks(); p.at < len(p.text) {
		return nil, fmt.Errorf("%q: %q is left over", text, string(p.text[p.at:]))
	}
	if n.yearly {
		return nil, fmt.Errorf("%q: this is a series and not a figure; take its mean, growth or another function", text)
	}
	return n, nil
}

type reader struct {
	text  []rune
	at    int
	depth int
}

// deepest is how far brackets may be nested.
const deepest = 50

func (p *reader) blanks() {
	for p.at < len(p.text) && unicode.IsSpace(p.text[p.at]) {
		p.at++
	}
}

// next takes one of some marks if it is next.
func (p *reader) next(marks string) rune {
	if p.blanks(); p.at < len(p.text) && strings.ContainsRune(marks, p.text[p.at]) {
		p.at++
		return p.text[p.at-1]
	}
	return 0
}

// word takes what consists of such runes.
func (p *reader) word(of func(rune) bool) string {
	p.blanks()
	from := p.at
	for p.at < len(p.text) && of(p.text[p.at]) {
		p.at++
	}
	return string(p.text[from:p.at])
}

func (p *reader) sum() (*node, error) { return p.chain("+-", p.product) }

func (p *reader) product() (*node, error) { return p.chain("*/", p.atom) }

// chain reads operands with operators between them, from left to right.
func (p *reader) chain(operators string, operand func() (*node, error)) (*node, error) {
	left, err := operand()
	if err != nil {
		return nil, err
	}
	for {
		operator := p.next(operators)
		if operator == 0 {
			return left, nil
		}
		right, err := operand()
		if err != nil {
			return nil, err
		}
		left = &node{kind: operator, parts: []*node{left, right}, yearly: left.yearly || right.yearly}
	}
}

// atom reads a number, a bracket, a function or a series.
func (p *reader) atom() (*node, error) {
	if p.next("(") != 0 {
		return p.bracket()
	}
	if word := p.word(func(r rune) bool { return unicode.IsDigit(r) || r == '.' }); word != "" {
		v, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is no number", word)
		}
		return &node{kind: 'n', number: v}, nil
	}
	name := p.word(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' })
	if name == "" {
		return nil, fmt.Errorf("a number, a series or a function is missing at %q", string(p.text[p.at:]))
	}
	if p.next("(") != 0 {
		return p.call(name)
	}
	place := ""
	if p.next("@") != 0 {
		place = p.word(func(r rune) bool { return unicode.IsLetter(r) || r == '-' })
	}
	return &node{kind: 's', name: name, place: place, yearly: true}, nil
}

func (p *reader) bracket() (*node, error) {
	if p.depth++; p.depth > deepest {
		return nil, fmt.Errorf("brackets are nested more than %d deep", deepest)
	}
	defer func() { p.depth-- }()
	n, err := p.sum()
	if err == nil && p.next(")") == 0 {
		err = fmt.Errorf("a bracket is not closed")
	}
	return n, err
}

// call reads the arguments of a function up to its bracket.
func (p *reader) call(name string) (*node, error) {
	f, ok := functions[name]
	if !ok {
		return nil, fmt.Errorf("there is no function %q%s", name, parameter.Suggest(name, sortedKeys(functions)))
	}
	if p.depth++; p.depth > deepest {
		return nil, fmt.Errorf("brackets are nested more than %d deep", deepest)
	}
	defer func() { p.depth-- }()
	n := &node{kind: 'f', name: name}
	for {
		part, err := p.sum()
		if err != nil {
			return nil, err
		}
		n.parts = append(n.parts, part)
		if p.next(",") != 0 {
			continue
		}
		if p.next(")") == 0 {
			return nil, fmt.Errorf("the bracket of %s is not closed", name)
		}
		break
	}
	if want := f.series + f.numbers; len(n.parts) != want {
		return nil, fmt.Errorf("%s takes %d series and %d numbers, not %d in all", name, f.series, f.numbers, len(n.parts))
	}
	for i, part := range n.parts {
		if part.yearly != (i < f.series) {
			return nil, fmt.Errorf("%s takes %d series and then %d numbers", name, f.series, f.numbers)
		}
		if i >= f.series && len(part.series()) > 0 && f.series > 0 {
			return nil, fmt.Errorf("%s: years and levels are numbers", name)
		}
	}
	return n, nil
}

// series are the series in it, each once, in order of appearance.
func (n *node) series() []string {
	var out []string
	seen := map[string]bool{}
	n.visit(func(m *node) {
		if m.kind == 's' && !seen[m.name] {
			seen[m.name] = true
			out = append(out, m.name)
		}
	})
	return out
}

func (n *node) visit(see func(*node)) {
	see(n)
	for _, part := range n.parts {
		part.visit(see)
	}
}
