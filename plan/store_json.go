package plan

import (
	"encoding/json"
	"math"
	"strconv"
)

// JSON knows no infinite numbers and none that are no numbers, and a plan that
// was stopped, or a procedure gone astray, may hold both. They are words.

// real is one number.
type real float64

// append writes a number, or the word for it.
func (r real) append(text []byte) []byte {
	switch v := float64(r); {
	case math.IsNaN(v):
		return append(text, `"nan"`...)
	case math.IsInf(v, 1):
		return append(text, `"inf"`...)
	case math.IsInf(v, -1):
		return append(text, `"-inf"`...)
	default:
		return strconv.AppendFloat(text, v, 'g', -1, 64)
	}
}

func (r real) MarshalJSON() ([]byte, error) { return r.append(nil), nil }

func (r *real) UnmarshalJSON(text []byte) error {
	switch string(text) {
	case `"nan"`:
		*r = real(math.NaN())
	case `"inf"`:
		*r = real(math.Inf(1))
	case `"-inf"`:
		*r = real(math.Inf(-1))
	default:
		return json.Unmarshal(text, (*float64)(r))
	}
	return nil
}

// line is a list of numbers.
type line []float64

func (l line) append(text []byte) []byte {
	if l == nil {
		return append(text, "null"...)
	}
	text = append(text, '[')
	for i, v := range l {
		if i > 0 {
			text = append(text, ',')
		}
		text = real(v).append(text)
	}
	return append(text, ']')
}

func (l line) MarshalJSON() ([]byte, error) { return l.append(nil), nil }

func (l *line) UnmarshalJSON(text []byte) error {
	var read []real
	if err := json.Unmarshal(text, &read); err != nil || read == nil {
		*l = nil
		return err
	}
	*l = make(line, len(read))
	for i, v := range read {
		(*l)[i] = float64(v)
	}
	return nil
}

// grid is a list of lists.
type grid [][]float64

func (g grid) MarshalJSON() ([]byte, error) {
	if g == nil {
		return []byte("null"), nil
	}
	text := []byte{'['}
	for i, l := range g {
		if i > 0 {
			text = append(text, ',')
		}
		text = line(l).append(text)
	}
	return append(text, ']'), nil
}

func (g *grid) UnmarshalJSON(text []byte) error {
	var read []line
	if err := json.Unmarshal(text, &read); err != nil || read == nil {
		*g = nil
		return err
	}
	*g = make(grid, len(read))
	for i, l := range read {
		(*g)[i] = l
	}
	return nil
}
