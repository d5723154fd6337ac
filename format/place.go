package format

import (
	"fmt"
	"path/filepath"
	"strings"
)

// An Error is a fault of a file, with its place and how to mend it.
type Error struct {
	File, Sheet string
	Row, Column int // from 1; 0: unknown
	What, Mend  string
	Err         error // cause; may be nil
}

// Error says what is wrong, where, and how to mend it.
func (e *Error) Error() string {
	text := ""
	if where := e.Where(); where != "" {
		text += where + ": "
	}
	text += e.What
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	if e.Mend != "" {
		text += "; " + e.Mend
	}
	return text
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// Where is the file, sheet, row and column, as far as they are known.
func (e *Error) Where() string {
	var parts []string
	if e.File != "" {
		parts = append(parts, filepath.Base(e.File))
	}
	if e.Sheet != "" {
		parts = append(parts, "sheet "+e.Sheet)
	}
	if e.Row > 0 {
		parts = append(parts, fmt.Sprintf("row %d", e.Row))
	}
	if e.Column > 0 {
		parts = append(parts, fmt.Sprintf("column %d (%s)", e.Column, letters(e.Column)))
	}
	return strings.Join(parts, ", ")
}

// letters is a column's name in a spreadsheet: 1 is A, 27 is AA.
func letters(column int) string {
	text := ""
	for ; column > 0; column = (column - 1) / 26 {
		text = string(rune('A'+(column-1)%26)) + text
	}
	return text
}

// words lists the first of each pair.
func words(pairs [][2]string) string {
	var names []string
	for _, p := range pairs {
		names = append(names, p[0])
	}
	return strings.Join(names, ", ")
}

// some quotes the first few of many words.
func some(names []string) string {
	const most = 8
	var out []string
	for _, name := range names[:min(most, len(names))] {
		out = append(out, fmt.Sprintf("%q", name))
	}
	text := strings.Join(out, ", ")
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
