package scenario

import (
	"errors"
	"fmt"
	"strings"
)

// A Mistake is one thing wrong in a scenario: where, what, and how to mend it.
type Mistake struct {
	File         string // "" when the scenario was not read from a file
	Line, Column int    // 1 is the first; 0 when not known
	What         string
	Excerpt      string // the lines around, with a mark under the place
}

func (m *Mistake) Error() string {
	var b strings.Builder
	if m.File != "" {
		b.WriteString(m.File + ":")
		if m.Line > 0 {
			fmt.Fprintf(&b, "%d:%d:", m.Line, m.Column)
		}
		b.WriteString(" ")
	}
	b.WriteString(m.What)
	if m.Excerpt != "" {
		b.WriteString("\n" + m.Excerpt)
	}
	return b.String()
}

// position is a place in a text, counted from 1; line 0 means nowhere.
type position struct{ line, column int }

// A text is a scenario file and where in it things were said.
type text struct {
	name  string
	lines []string
	at    map[string]position // "decisions.war.1941" → where its value stands
}

func newText(name string, data []byte) *text {
	return &text{name, strings.Split(string(data), "\n"), map[string]position{}}
}

// mistake describes what is wrong at a place of the text.
func (t *text) mistake(p position, what string) *Mistake {
	return &Mistake{t.name, p.line, p.column, what, t.excerpt(p)}
}

// widest is the most of a line that an excerpt shows.
const widest = 110

// excerpt shows the line at p with a mark under the place, and the line
// before it; of long lines the part around the place.
func (t *text) excerpt(p position) string {
	if p.line < 1 || p.line > len(t.lines) {
		return ""
	}
	cut := 0
	if p.column > widest {
		cut = p.column - widest/2
	}
	var b strings.Builder
	for n := max(1, p.line-1); n <= p.line; n++ {
		fmt.Fprintf(&b, "%6d | %s\n", n, window(strings.TrimRight(t.lines[n-1], "\r"), cut))
	}
	fmt.Fprintf(&b, "       | %s^", strings.Repeat(" ", max(0, p.column-1-cut)))
	return b.String()
}

// window is the part of a line that begins after cut runes.
func window(line string, cut int) string {
	runes := []rune(line)
	if cut >= len(runes) {
		return ""
	}
	runes = runes[cut:]
	if cut > 0 {
		runes[0] = '…'
	}
	if len(runes) > widest {
		runes = append(runes[:widest-1], '…')
	}
	return string(runes)
}

// mistakes collects what is wrong in one scenario.
type mistakes []error

// enough is the number of mistakes after which a reader has seen the point.
const enough = 10

func (m *mistakes) add(err error) {
	if len(*m) < enough {
		*m = append(*m, err)
	}
}

func (m mistakes) err() error { return errors.Join(m...) }

// Wrong tells what is wrong at a place named like "eras.2.system", with file,
// line and column where a file said it, and otherwise by the scenario's name.
func (s *Scenario) Wrong(place string, what error) error {
	if m := s.said(place, what.Error()); m != nil {
		return m
	}
	return fmt.Errorf("scenario %s: %s: %w", s.Name, spoken(place), what)
}

// wrong describes a mistake at a place named like "eras.2.system", in the
// file that said it if there is one.
func (s *Scenario) wrong(place, format string, arguments ...any) error {
	what := fmt.Sprintf(format, arguments...)
	if m := s.said(place, what); m != nil {
		return m
	}
	for _, t := range s.texts {
		return &Mistake{File: t.name, What: what}
	}
	return &Mistake{What: what}
}

// said is a mistake at a place, in the first file that speaks of it, or nil.
func (s *Scenario) said(place, what string) *Mistake {
	for _, t := range s.texts {
		if p, said := t.at[place]; said {
			return t.mistake(p, what)
		}
	}
	return nil
}
