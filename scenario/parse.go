package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Bounds on a scenario file, against files that are no scenarios.
const (
	largest = 1 << 20 // bytes
	deepest = 20      // brackets and dashes inside one another
	longest = 10_000  // keys and list entries outside brackets, whose reading slows with their square
)

// Parse reads one scenario file, strictly: what it does not know is an error.
// The name is for messages. A file that extends another is not yet complete;
// Load completes it.
func Parse(name string, data []byte) (*Scenario, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF")) // editors of Windows begin files so
	t := newText(name, data)
	root, err := t.tree(data)
	if err != nil {
		return nil, err
	}
	s := &Scenario{texts: []*text{t}}
	d := decoder{text: t, chosen: map[string]Choices{}}
	if d.version(root); len(d.wrong) == 0 {
		d.value("", root, reflect.ValueOf(s).Elem(), rule{})
	}
	if err := d.wrong.err(); err != nil {
		return nil, err
	}
	if err := s.check(Vocabulary{}, s.Extends == ""); err != nil {
		return nil, err
	}
	if err := s.contradicted(); err != nil {
		return nil, err
	}
	return s, nil
}

// tree reads the file as YAML of one document.
func (t *text) tree(data []byte) (root ast.Node, err error) {
	if len(data) > largest {
		return nil, &Mistake{File: t.name, What: fmt.Sprintf("the file has %d bytes; a scenario has at most %d", len(data), largest)}
	}
	for n, line := range t.lines {
		for i, r := range line {
			if r == utf8.RuneError && strings.IndexByte(line[i:], 0xEF) != 0 || r == 0 {
				return nil, t.mistake(position{n + 1, utf8.RuneCountInString(line[:i]) + 1}, "this is not UTF-8 text; save the file as UTF-8")
			}
		}
	}
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, &Mistake{File: t.name, What: fmt.Sprintf("not readable as YAML (%v); compare with gosplan scenarios --template", p)}
		}
	}()
	tokens := lexer.Tokenize(string(data))
	if err := t.guard(tokens); err != nil {
		return nil, err
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, t.syntax(err)
	}
	var bodies []ast.Node
	for _, document := range file.Docs {
		if document.Body != nil {
			bodies = append(bodies, document.Body)
		}
	}
	if len(bodies) == 0 {
		return nil, &Mistake{File: t.name, What: "the file is empty; gosplan scenarios --template writes one to fill in"}
	}
	if len(bodies) > 1 {
		return nil, t.mistake(place(bodies[1]), "a second document begins here; keep one scenario in a file")
	}
	return bodies[0], nil
}

// guard refuses what a scenario never needs and what could make a small file
// grow: references, and brackets or dashes nested without end.
func (t *text) guard(tokens token.Tokens) error {
	depth, dashes, all, line := 0, 0, 0, 0
	for _, k := range tokens {
		switch k.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			return t.mistake(position{k.Position.Line, k.Position.Column}, "scenarios have no anchors, aliases or merge keys; write the values out")
		case token.TagType, token.DirectiveType, token.MappingKeyType:
			return t.mistake(position{k.Position.Line, k.Position.Column}, fmt.Sprintf("scenarios do not use %q; write plain keys and values", strings.TrimSpace(k.Value)))
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		}
		if k.Position.Line != line {
			line, dashes = k.Position.Line, 0
		}
		if depth == 0 && (k.Type == token.SequenceEntryType || k.Type == token.MappingValueType) {
			dashes++
			all++
		}
		if all > longest {
			return t.mistake(position{k.Position.Line, k.Position.Column}, fmt.Sprintf("more than %d keys and list entries; write series on one line, as {1929: 0.15, 1930: 0.2}", longest))
		}
		if depth > deepest || dashes > deepest {
			return t.mistake(position{k.Position.Line, k.Position.Column}, "this is nested too deeply for a scenario; compare with gosplan scenarios --template")
		}
	}
	return nil
}

// syntax turns an error of the YAML parser into ours.
func (t *text) syntax(err error) error {
	var y yaml.Error
	if !errors.As(err, &y) || y.GetToken() == nil {
		return &Mistake{File: t.name, What: "not readable as YAML: " + err.Error()}
	}
	p := y.GetToken().Position
	return t.mistake(position{p.Line, p.Column}, "not readable as YAML: "+y.GetMessage()+"; mend the indentation, colon, quote or bracket here")
}

// place is where a node begins.
func place(n ast.Node) position {
	switch m := n.(type) {
	case *ast.MappingNode:
		if !m.IsFlowStyle && len(m.Values) > 0 {
			return place(m.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return place(m.Key)
	}
	if k := n.GetToken(); k != nil && k.Position != nil {
		return position{k.Position.Line, k.Position.Column}
	}
	return position{}
}
