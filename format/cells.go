package format

import (
	"fmt"
	"slices"
	"strconv"

	"gosplan/linalg"
	"gosplan/par"
)

// A chunk is some entries: row and column by number, and value.
type chunk struct {
	row, col []int32
	value    []float64
}

// newChunk is a chunk with room for some entries.
func newChunk(room int) chunk {
	return chunk{row: make([]int32, 0, room), col: make([]int32, 0, room), value: make([]float64, 0, room)}
}

// cells are the entries of a table as it was published.
type cells struct {
	path, sheet string
	rows, cols  *labels
	chunks      []chunk
	gaps        int // cells that say that there is no number
	unit        string
	rowNames    map[string]string // label, as compared, to what it is called
	rowUnits    map[string]string // label, as compared, to its unit
	rowIs       map[string]role   // labels whose role is known from where they stood
	colIs       map[string]role
	about       map[string]string
}

func newCells(path, sheet string) *cells {
	return &cells{path: path, sheet: sheet, rows: newLabels(), cols: newLabels(),
		rowNames: map[string]string{}, rowUnits: map[string]string{}, about: map[string]string{}}
}

// chunkSize is how many entries are kept together.
const chunkSize = 1 << 16

// add adds one entry.
func (c *cells) add(row, col int32, value float64) {
	last := len(c.chunks) - 1
	if last < 0 || len(c.chunks[last].value) >= chunkSize {
		c.chunks = append(c.chunks, chunk{}) // small tables have few entries
		last++
	}
	k := &c.chunks[last]
	k.row, k.col, k.value = append(k.row, row), append(k.col, col), append(k.value, value)
}

// each visits every entry in the order of the file.
func (c *cells) each(visit func(row, col int32, value float64)) {
	for _, k := range c.chunks {
		for at, v := range k.value {
			visit(k.row[at], k.col[at], v)
		}
	}
}

// matrix sorts the entries into a matrix: rowPlace and colPlace say in which
// of its rows and columns the entries of a label go, -1 leaves them out. With
// flip, columns of the table are rows of the matrix. Without places an entry
// goes where its numbers say. The entries are given up.
func (c *cells) matrix(rowPlace, colPlace []int32, rows, cols int, flip bool) (*linalg.Matrix, error) {
	m := linalg.New(rows, cols)
	place := func(k chunk, at int) (int32, int32) {
		r, col := k.row[at], k.col[at]
		if rowPlace != nil {
			r, col = rowPlace[r], colPlace[col]
		}
		if r < 0 || col < 0 {
			return -1, -1
		}
		if flip {
			return col, r
		}
		return r, col
	}
	for _, k := range c.chunks {
		for at, v := range k.value {
			if r, _ := place(k, at); r >= 0 && v != 0 {
				m.Start[r+1]++
			}
		}
	}
	for i := range rows {
		m.Start[i+1] += m.Start[i]
	}
	m.Col, m.Val = make([]int32, m.Start[rows]), make([]float64, m.Start[rows])
	next := slices.Clone(m.Start[:rows])
	for i, k := range c.chunks {
		for at, v := range k.value {
			if r, col := place(k, at); r >= 0 && v != 0 {
				m.Col[next[r]], m.Val[next[r]] = col, v
				next[r]++
			}
		}
		c.chunks[i] = chunk{}
	}
	c.chunks = nil
	if r, col := order(m); r >= 0 {
		if flip {
			r, col = col, r
		}
		return nil, &Error{File: c.path, Sheet: c.sheet, What: fmt.Sprintf("row %s, column %s stands twice", labelAt(c.rows, rowPlace, r), labelAt(c.cols, colPlace, col)),
			Mend: "keep one of them"}
	}
	return m, nil
}

// labelAt is the label whose entries went to a place.
func labelAt(l *labels, places []int32, place int) string {
	if places == nil {
		return fmt.Sprint(place + 1)
	}
	return strconv.Quote(l.names[slices.Index(places, int32(place))])
}

// rowBlock is how many rows one core sorts at a time.
const rowBlock = 1024

// order sorts the columns of every row. It tells the first row and column
// that come twice, or -1, -1.
func order(m *linalg.Matrix) (row, col int) {
	blocks := (m.Rows + rowBlock - 1) / rowBlock
	twice := make([][2]int, blocks)
	par.Blocks(blocks, func(b int) {
		twice[b] = [2]int{-1, -1}
		for i := b * rowBlock; i < min(m.Rows, (b+1)*rowBlock); i++ {
			cols, values := m.Row(i)
			if !slices.IsSorted(cols) {
				sortRow(cols, values)
			}
			for at := 1; at < len(cols) && twice[b][0] < 0; at++ {
				if cols[at] == cols[at-1] {
					twice[b] = [2]int{i, int(cols[at])}
				}
			}
		}
	})
	for _, place := range twice {
		if place[0] >= 0 {
			return place[0], place[1]
		}
	}
	return -1, -1
}

// sortRow sorts a row by column.
func sortRow(cols []int32, values []float64) {
	type entry struct {
		col   int32
		value float64
	}
	entries := make([]entry, len(cols))
	for at, col := range cols {
		entries[at] = entry{col, values[at]}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return int(a.col) - int(b.col) })
	for at, e := range entries {
		cols[at], values[at] = e.col, e.value
	}
}
