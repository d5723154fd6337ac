package format

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// isEurostatHead tells the tab-separated files of Eurostat's bulk download,
// whose first header is "freq,unit,stk_flow,prd_use,prd_ava,geo\TIME_PERIOD".
func isEurostatHead(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	first, _, ok := bytes.Cut(line, []byte("\t"))
	return ok && bytes.IndexByte(first, ',') > 0 && bytes.IndexByte(first, '\\') > 0
}

// A melt turns such a file, which has a column for every year, into lines of
// one value each.
type melt struct {
	file  io.ReadCloser
	in    *bufio.Scanner
	years []string
	dims  []string
	left  []string // values of the line that are still to be given
	year  int
	line  int
	row   []cell
}

func newMelt(in io.ReadCloser) *melt {
	scanner := bufio.NewScanner(in)
	scanner.Buffer(make([]byte, 1<<16), 1<<22)
	return &melt{file: in, in: scanner}
}

func (m *melt) next() ([]cell, int, error) {
	for len(m.left) == 0 {
		if !m.in.Scan() {
			if err := m.in.Err(); err != nil {
				return nil, 0, &Error{Row: m.line + 1, What: "cannot be read", Err: err}
			}
			return nil, 0, io.EOF
		}
		m.line++
		fields := strings.Split(m.in.Text(), "\t")
		dims := strings.Split(strings.TrimSpace(fields[0]), ",")
		if m.line == 1 {
			return m.header(fields, dims), 1, nil
		}
		if len(fields)-1 > len(m.years) {
			return nil, 0, &Error{Row: m.line, What: "has more values than years", Mend: "download the file again"}
		}
		m.dims, m.left, m.year = dims, fields[1:], 0
	}
	m.row = m.row[:0]
	for _, dim := range m.dims {
		m.row = append(m.row, cell{text: dim})
	}
	// Behind the value stand letters: p provisional, e estimated, c secret.
	value, _, _ := strings.Cut(strings.TrimSpace(m.left[0]), " ")
	m.row = append(m.row, cell{text: m.years[m.year]}, cell{text: value})
	m.left, m.year = m.left[1:], m.year+1
	return m.row, m.line, nil
}

func (m *melt) header(fields, dims []string) []cell {
	for _, year := range fields[1:] {
		m.years = append(m.years, strings.TrimSpace(year))
	}
	for _, dim := range dims {
		dim, _, _ = strings.Cut(dim, `\`)
		m.row = append(m.row, cell{text: dim})
	}
	return append(m.row, cell{text: "time_period"}, cell{text: "obs_value"})
}

func (m *melt) sheet() string { return "" }
func (m *melt) close() error  { return m.file.Close() }
