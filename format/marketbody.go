package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math"
)

// entries are what some lines hold.
type entries struct {
	chunk
	err error
}

// coordinates reads lines "row column value" on all cores.
func (m *market) coordinates(in io.Reader) (*cells, error) {
	c := newCells("", "")
	count := int64(0)
	err := inBlocks(in, m.line, m.parse, func(e entries) error {
		if e.err != nil {
			return e.err
		}
		count += int64(len(e.value))
		c.chunks = append(c.chunks, e.chunk)
		return nil
	})
	if err == nil && count != m.entries {
		err = &Error{What: fmt.Sprintf("has %d entries and claims %d", count, m.entries), Mend: "the file is cut off, or its size is wrong"}
	}
	return c, err
}

// parse reads a block of lines.
func (m *market) parse(b block) (out entries) {
	line := b.line - 1
	point := manner{'.'}
	out.chunk = newChunk(b.lines())
	for text := b.text; len(text) > 0; {
		var this []byte
		this, text = cutLine(text)
		line++
		this = bytes.TrimSpace(this)
		if len(this) == 0 || this[0] == '%' {
			continue
		}
		row, rest := integer(this)
		col, rest := integer(rest)
		if row < 1 || col < 1 || row > m.rows || col > m.cols {
			out.err = &Error{Row: line, What: fmt.Sprintf("%q is no place in a matrix of %d × %d", clip(this), m.rows, m.cols), Mend: "write row, column and value, counted from 1"}
			return out
		}
		v, why, mend := point.number(rest)
		if why != "" {
			out.err = &Error{Row: line, Column: 3, What: fmt.Sprintf("%q %s", clip(rest), why), Mend: mend}
			return out
		}
		out.row, out.col, out.value = append(out.row, int32(row-1)), append(out.col, int32(col-1)), append(out.value, v)
	}
	return out
}

// clip is the beginning of a text.
func clip(text []byte) string { return string(text[:min(len(text), 40)]) }

// integer reads a whole number and what is behind it; -1 where there is none.
func integer(text []byte) (int, []byte) {
	at, v := 0, 0
	for at < len(text) && text[at] >= '0' && text[at] <= '9' && v < math.MaxInt32 {
		v = v*10 + int(text[at]-'0')
		at++
	}
	if at == 0 || at < len(text) && text[at] != ' ' && text[at] != '\t' {
		return -1, text
	}
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return v, text[at:]
}

// array reads values column by column; of a symmetric matrix the lower part.
func (m *market) array(in io.Reader) (*cells, error) {
	c := newCells("", "")
	lines := bufio.NewScanner(in)
	row, col, line := 0, 0, m.line-1
	if m.symmetry == "skew-symmetric" {
		row = 1
	}
	for lines.Scan() {
		line++
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 || text[0] == '%' {
			continue
		}
		if col >= m.cols || m.rows == 0 {
			return nil, &Error{Row: line, What: "is one value too many", Mend: "the size is wrong"}
		}
		v, why, mend := manner{'.'}.number(text)
		if why != "" {
			return nil, &Error{Row: line, Column: 1, What: fmt.Sprintf("%q %s", clip(text), why), Mend: mend}
		}
		if v != 0 {
			c.add(int32(row), int32(col), v)
		}
		if row++; row == m.rows {
			col++
			if row = 0; m.symmetry != "general" {
				row = col
			}
			if m.symmetry == "skew-symmetric" {
				row++
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, &Error{Row: line + 1, What: "cannot be read", Err: err}
	}
	if m.rows > 0 && col < m.cols && !(m.symmetry == "skew-symmetric" && col == m.cols-1) {
		return nil, &Error{Row: line, What: fmt.Sprintf("ends in column %d of %d", col+1, m.cols), Mend: "the file is cut off, or its size is wrong"}
	}
	return c, nil
}
