package format

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"unicode/utf8"
)

// A scanner reads lines of delimited text in long form, block by block.
type scanner struct {
	*longReader
	comma byte
}

// A scanned block is its entries. Numbers of labels below zero are labels
// that were new: -1 is the first of newRows or newCols.
type scanned struct {
	chunk
	newRows, newCols []string
	gaps             int
	err              error
}

// sampled splits the first lines of a text.
func (s *scanner) sampled(text []byte) [][]string {
	var out [][]string
	for line := range bytes.Lines(text) {
		if len(out) == sampleRows || len(line) == 0 || line[len(line)-1] != '\n' && len(out) > 0 {
			break
		}
		fields, ok := s.split(line, nil)
		if !ok || len(fields) == 0 {
			continue
		}
		var words []string
		for _, f := range fields {
			words = append(words, string(f))
		}
		out = append(out, words)
	}
	return out
}

// split cuts a line at the separator. It is not ok where a quotation mark is
// left open.
func (s *scanner) split(line []byte, fields [][]byte) ([][]byte, bool) {
	fields = fields[:0]
	line = bytes.TrimRight(line, "\r\n")
	if len(line) == 0 || line[0] == '#' {
		return fields, true
	}
	for {
		if s.comma != '\t' {
			for len(line) > 0 && line[0] == ' ' {
				line = line[1:]
			}
		}
		if len(line) > 0 && line[0] == '"' {
			field, rest, ok := quoted(line[1:])
			if !ok {
				return fields, false
			}
			fields, line = append(fields, field), bytes.TrimLeft(rest, " ")
			if len(line) == 0 {
				return fields, true
			}
			if line[0] != s.comma {
				return fields, false
			}
			line = line[1:]
			continue
		}
		at := bytes.IndexByte(line, s.comma)
		if at < 0 {
			return append(fields, bytes.TrimSpace(line)), true
		}
		fields, line = append(fields, bytes.TrimSpace(line[:at])), line[at+1:]
	}
}

// quoted reads up to the closing quotation mark; two stand for one.
func quoted(line []byte) (field, rest []byte, ok bool) {
	at := bytes.IndexByte(line, '"')
	if at < 0 {
		return nil, nil, false
	}
	if at+1 == len(line) || line[at+1] != '"' {
		return bytes.TrimSpace(line[:at]), line[at+1:], true
	}
	for i := 0; i < len(line); i++ {
		if line[i] != '"' {
			field = append(field, line[i])
		} else if i+1 < len(line) && line[i+1] == '"' {
			field = append(field, '"')
			i++
		} else {
			return bytes.TrimSpace(field), line[i+1:], true
		}
	}
	return nil, nil, false
}

// A side is the labels of rows or of columns as one block sees them. The words
// of all lines are put first and numbered together.
type side struct {
	all   *labels
	words [][]byte
	hash  []uint64
	fresh map[string]int32
	names []string
}

func newSide(all *labels, room int) side {
	return side{all: all, words: make([][]byte, 0, room), hash: make([]uint64, 0, room)}
}

// put notes the word of a line.
func (s *side) put(word []byte) {
	last := len(s.words) - 1
	if last >= 0 && bytes.Equal(word, s.words[last]) {
		s.hash = append(s.hash, s.hash[last])
	} else {
		s.hash = append(s.hash, maphash.Bytes(s.all.seed, word))
	}
	s.words = append(s.words, word)
}

// ids are the numbers of the words; new words have numbers below zero.
func (s *side) ids() []int32 {
	out := make([]int32, len(s.words))
	table := *s.all.table.Load()
	for at, word := range s.words {
		out[at] = find(table, &s.all.list, word, s.hash[at])
	}
	for at, id := range out {
		if id == unknown {
			out[at] = s.add(s.words[at])
		}
	}
	return out
}

// add numbers a new word.
func (s *side) add(word []byte) int32 {
	if id, known := s.fresh[string(word)]; known {
		return id
	}
	if s.fresh == nil {
		s.fresh = map[string]int32{}
	}
	name := string(word)
	s.names = append(s.names, name)
	s.fresh[name] = int32(-len(s.names))
	return s.fresh[name]
}

// parse reads a block.
func (s *scanner) parse(b block) scanned {
	var out scanned
	out.value = make([]float64, 0, b.lines())
	rows, cols := newSide(s.cells.rows, b.lines()), newSide(s.cols, b.lines())
	var fields [][]byte
	layout, need := s.layout, max(s.layout.row, s.layout.col, s.layout.value)
	line := b.line - 1
	for text := b.text; len(text) > 0; {
		var this []byte
		this, text = cutLine(text)
		line++
		var ok bool
		fields, ok = s.split(this, fields)
		if !ok {
			out.err = &Error{Row: line, What: "has a quotation mark that is not closed", Mend: `close it, and write one within a text as ""`}
			return out
		}
		if len(fields) == 0 || len(fields) == 1 && len(fields[0]) == 0 {
			continue
		}
		if len(fields) <= need {
			out.err = &Error{Row: line, What: fmt.Sprintf("has %d columns, the header has %d", len(fields), layout.width), Mend: "write every line with all columns"}
			return out
		}
		if mine, err := s.mine(fields, line); err != nil || !mine {
			if err != nil {
				out.err = err
				return out
			}
			continue
		}
		v, why, mend := s.manner.number(fields[layout.value])
		if why != "" {
			if isMissing(string(fields[layout.value])) {
				out.gaps++
				continue
			}
			out.err = &Error{Row: line, Column: layout.value + 1, What: fmt.Sprintf("%q %s", fields[layout.value], why), Mend: mend}
			return out
		}
		from, to := fields[layout.row], fields[layout.col]
		if len(from) == 0 || len(to) == 0 {
			out.err = &Error{Row: line, What: "has no name of a row or column", Mend: "name both"}
			return out
		}
		rows.put(from)
		cols.put(to)
		out.value = append(out.value, v)
	}
	out.row, out.col = rows.ids(), cols.ids()
	out.newRows, out.newCols = rows.names, cols.names
	for _, name := range append(rows.names[:len(rows.names):len(rows.names)], cols.names...) {
		if !utf8.ValidString(name) {
			out.err = &Error{Row: b.line, What: "has text that is not UTF-8, there or soon after", Mend: "save the file as CSV in UTF-8"}
		}
	}
	return out
}

// mine tells whether a line belongs to the table that is read.
func (s *scanner) mine(fields [][]byte, line int) (bool, error) {
	for _, p := range s.layout.picks {
		if p.at < len(fields) && string(fields[p.at]) == p.want {
			continue
		}
		if p.only && p.at < len(fields) {
			return false, p.other(line, string(fields[p.at]))
		}
		return false, nil
	}
	return true, nil
}

// done puts the entries of a block to those before.
func (s *scanner) done(b scanned) error {
	if b.err != nil {
		return b.err
	}
	number(b.row, b.newRows, s.cells.rows)
	number(b.col, b.newCols, s.cols)
	s.gaps += b.gaps
	if len(b.value) > 0 {
		s.chunks = append(s.chunks, b.chunk)
	}
	return nil
}

// number gives new labels their numbers and puts these in their places.
func number(ids []int32, fresh []string, all *labels) {
	if len(fresh) == 0 {
		return
	}
	numbers := make([]int32, len(fresh))
	for at, name := range fresh {
		numbers[at] = all.add(name)
	}
	for at, id := range ids {
		if id < 0 {
			ids[at] = numbers[-id-1]
		}
	}
}
