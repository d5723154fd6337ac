package report

import (
	"bytes"
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"
)

// A readout is the numbers behind a chart, in columns, for the script that
// shows them under the pointer and for the table of numbers.
type readout struct {
	Unit    string     `json:"unit"`
	At      []decimal  `json:"at"`
	Sim     []decimal  `json:"sim"`
	Seeds   [2]column  `json:"seeds"`
	Past    column     `json:"past"`
	Range   [2]column  `json:"range"`
	Aside   column     `json:"aside"`            // a published line beside the record
	Beside  string     `json:"beside,omitempty"` // and its name
	X       [4]decimal `json:"x"`                // years at the ends and where they are drawn
	Y       [4]decimal `json:"y"`
	Log     bool       `json:"log,omitempty"`
	Quarter bool       `json:"quarter,omitempty"`
	Eras    []era      `json:"eras,omitempty"`
}

type era struct {
	From decimal `json:"from"`
	Name string  `json:"name"`
}

// A decimal is written with five digits that matter, NaN as null.
type decimal float64

func (d decimal) MarshalJSON() ([]byte, error) {
	v := float64(d)
	if !finite(v) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, v, 'g', 7, 64), nil
}

// A column is written as [] when it holds no number at all.
type column []decimal

func (c column) MarshalJSON() ([]byte, error) {
	if !slices.ContainsFunc(c, func(d decimal) bool { return finite(float64(d)) }) {
		return []byte("[]"), nil
	}
	return json.Marshal([]decimal(c))
}

// Data gathers what the chart shows at every moment at which it shows
// anything. The chart must have been drawn.
func (c *chart) Data() json.RawMessage {
	moments := map[float64]bool{}
	for _, d := range c.sim {
		moments[d.at] = true
	}
	seeds, past := map[float64]reach{}, map[float64]reach{}
	for _, r := range c.seeds {
		seeds[r.at] = r
	}
	for _, r := range c.past {
		past[r.at], moments[r.at] = r, true
	}

	beside := map[float64]float64{}
	for _, a := range c.Asides {
		for _, d := range a.dots {
			beside[d.at], moments[d.at] = d.v, true
		}
	}

	out := readout{
		Unit: c.Unit, Log: c.y.Log,
		X: [4]decimal{decimal(c.x.Low), decimal(c.x.High), decimal(c.x.From), decimal(c.x.To)},
		Y: [4]decimal{decimal(c.y.Low), decimal(c.y.High), decimal(c.y.From), decimal(c.y.To)},
	}
	if len(c.Asides) > 0 {
		out.Beside = c.Asides[0].Name
	}
	for _, e := range c.eras {
		out.Eras = append(out.Eras, era{decimal(e.from), e.name})
	}
	for _, at := range slices.Sorted(maps.Keys(moments)) {
		if at < c.from || at > c.to {
			continue
		}
		sim, _ := find(c.sim, at)
		out.At = append(out.At, decimal(at))
		out.Sim = append(out.Sim, short(sim))
		low, high := math.NaN(), math.NaN()
		if r, ok := seeds[at]; ok {
			low, high = r.low, r.high
		}
		out.Seeds[0], out.Seeds[1] = append(out.Seeds[0], short(low)), append(out.Seeds[1], short(high))
		value, low, high := math.NaN(), math.NaN(), math.NaN()
		if r, ok := past[at]; ok {
			value = r.v
			if r.high > r.low {
				low, high = r.low, r.high
			}
		}
		out.Past = append(out.Past, short(value))
		value = math.NaN()
		if v, ok := beside[at]; ok {
			value = v
		}
		out.Aside = append(out.Aside, short(value))
		out.Range[0], out.Range[1] = append(out.Range[0], short(low)), append(out.Range[1], short(high))
		out.Quarter = out.Quarter || math.Abs(at-math.Floor(at)-0.5) > 0.01
	}

	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	if err := enc.Encode(out); err != nil {
		return json.RawMessage("null")
	}
	return b.Bytes()
}

// short keeps five digits: more than anybody reads, few enough to keep the
// page small.
func short(v float64) decimal {
	if !finite(v) || v == 0 {
		return decimal(v)
	}
	s, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 5, 64), 64)
	return decimal(s)
}
